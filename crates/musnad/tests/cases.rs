//! The golden cases: every `=== name` of `cases/<layer>/*.case` is a test. `cases/README.md` tells the format.
//!
//! `MUSNAD_BLESS=1 cargo test -p musnad --test cases` writes today's answers into the files; a person reads the diff.
#![allow(clippy::disallowed_methods, clippy::string_slice, clippy::indexing_slicing, reason = "tests read files and the environment; the library may not")]

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use musnad::lexicon::Lexicon;
use musnad::record::{self, Offsets, Record};
use musnad::{Article, Extra, read_with};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    Tokens,
    Sentences,
    Numbers,
    Times,
    Quantities,
    Statements,
    Parties,
    Names,
    Commitments,
    Notes,
}

impl Layer {
    fn of_folder(name: &str) -> Option<Layer> {
        Some(match name {
            "tokens" => Layer::Tokens,
            "sentences" => Layer::Sentences,
            "numbers" => Layer::Numbers,
            "times" => Layer::Times,
            "quantities" => Layer::Quantities,
            "statements" | "speakers" => Layer::Statements,
            "parties" => Layer::Parties,
            "names" => Layer::Names,
            "commitments" => Layer::Commitments,
            "notes" => Layer::Notes,
            _ => return None,
        })
    }
}

/// One `=== name` of a case file.
#[derive(Clone, Debug, Default)]
struct Case {
    name: String,
    headers: Vec<(String, String)>,
    text: Vec<String>,
    answer: Vec<String>,
    /// The lines of the file that hold the answer, for rewriting them.
    answer_lines: Range<usize>,
    /// What is wrong with the case itself.
    fault: Option<String>,
}

const HEADERS: [&str; 7] = ["published", "outlet", "author", "title", "with", "each", "ends"];

impl Case {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The texts that share the answer: the whole, or with `each: line` every line.
    fn texts(&self) -> Vec<String> {
        if self.header("each") == Some("line") {
            return self.text.iter().filter(|l| !l.trim().is_empty()).cloned().collect();
        }
        let end = if self.header("ends") == Some("crlf") { "\r\n" } else { "\n" };
        let text = self.text.join(end).trim().to_owned();
        vec![match self.header("title") {
            Some(title) if text.is_empty() => title.to_owned(),
            Some(title) => format!("{title}\n\n{text}"),
            None => text,
        }]
    }

    fn read(&self, text: &str) -> Record {
        let article = Article {
            outlet: self.header("outlet").unwrap_or(""),
            author: self.header("author").unwrap_or(""),
            title: self.header("title").unwrap_or(""),
            published: self.header("published"),
            ..Article::of(text)
        };
        read_with(&article, Lexicon::standard(), Extra { tokens: true, sentences: true, numbers: true })
    }

    fn check(&self, layer: Layer) -> Result<(), Failed> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone().into());
        }
        for text in self.texts() {
            let got = answer(&self.read(&text), layer, self.header("with").unwrap_or(""));
            let difference = difference(&self.answer, &got);
            if !difference.is_empty() {
                return Err(format!("{text}\n---\n{difference}").into());
            }
        }
        Ok(())
    }
}

/// Lines wanted and not given (`-`), given and not wanted (`+`). A wanted line that begins with `= ` leaves the words open.
fn difference(want: &[String], got: &[String]) -> String {
    let mut left: Vec<&String> = got.iter().collect();
    let mut out = String::new();
    for line in want {
        match left.iter().position(|g| *g == line || (line.starts_with("= ") && g.ends_with(&format!(" {line}")))) {
            Some(i) => {
                left.remove(i);
            }
            None => out += &format!("- {line}\n"),
        }
    }
    for line in left {
        out += &format!("+ {line}\n");
    }
    out
}

fn parse(file: &str) -> Vec<Case> {
    #[derive(PartialEq)]
    enum Part {
        Headers,
        Text,
        Answer,
    }
    let mut cases: Vec<Case> = Vec::new();
    let mut part = Part::Headers;
    for (n, line) in file.lines().enumerate() {
        if let Some(name) = line.strip_prefix("=== ") {
            close(cases.last_mut(), part == Part::Answer);
            let twice = cases.iter().any(|c| c.name == name.trim());
            let fault = twice.then(|| format!("line {}: another case has this name", n + 1));
            cases.push(Case { name: name.trim().to_owned(), answer_lines: n + 1..n + 1, fault, ..Case::default() });
            part = Part::Headers;
            continue;
        }
        // Before the first case: remarks on the whole file.
        let Some(case) = cases.last_mut() else { continue };
        if part == Part::Headers {
            match line.split_once(':') {
                Some((key, value)) if HEADERS.contains(&key.trim()) => {
                    case.headers.push((key.trim().to_owned(), value.trim().to_owned()));
                    continue;
                }
                _ => part = Part::Text,
            }
        }
        match part {
            Part::Text if line.trim_end() == "---" => {
                part = Part::Answer;
                case.answer_lines = n + 1..n + 1;
            }
            Part::Text => case.text.push(line.trim_end().to_owned()),
            _ => {
                case.answer_lines.end = n + 1;
                if !line.trim().is_empty() && !line.starts_with('#') {
                    case.answer.push(line.split_whitespace().collect::<Vec<_>>().join(" "));
                }
            }
        }
    }
    close(cases.last_mut(), part == Part::Answer);
    cases
}

fn close(case: Option<&mut Case>, answered: bool) {
    if let Some(case) = case
        && !answered
    {
        case.fault = Some("the case has no line `---` with the answer behind it".to_owned());
    }
}

/// The answer of a record in words, one annotation a line, in the record's order.
fn answer(record: &Record, layer: Layer, with: &str) -> Vec<String> {
    let chars: Vec<char> = record.text.chars().collect();
    let words = |[start, end]: Offsets| chars[start as usize..end as usize].iter().collect::<String>().replace('\n', "⏎");
    let spans = |list: &[Offsets]| list.iter().map(|&s| words(s)).collect::<Vec<_>>().join(" … ");
    let layers = record.layers.clone().unwrap_or_default();
    let lines: Vec<String> = match layer {
        Layer::Tokens => vec![layers.tokens.unwrap_or_default().iter().map(|t| t.key.clone()).collect::<Vec<_>>().join(" ")],
        Layer::Sentences => layers.sentences.unwrap_or_default().iter().map(|s| words(s.span)).collect(),
        Layer::Numbers => layers.numbers.unwrap_or_default().iter().map(|n| format!("{} = {}", words(n.span), range(n.value, n.high))).collect(),
        Layer::Times => record
            .times
            .iter()
            .map(|t| format!("{} = {} {} {}", words(t.span), word(&t.kind), t.value, t.modifier.map_or(String::new(), |m| word(&m))))
            .collect(),
        Layer::Quantities => record
            .quantities
            .iter()
            .map(|q| format!("{} = {} | {} | {}", words(q.span), range(q.value, q.high), q.unit.as_deref().unwrap_or("-"), word(&q.modifier)))
            .collect(),
        Layer::Statements => record.statements.iter().map(|s| statement(s, &words, &spans, with)).collect(),
        Layer::Parties => record
            .parties
            .iter()
            .map(|p| {
                let roles = if p.roles.is_empty() { String::new() } else { format!(" ({})", p.roles.join("; ")) };
                format!("[{}] {}{roles} : {}", word(&p.kind), p.name, p.mentions.iter().map(|&m| words(m)).collect::<Vec<_>>().join(" | "))
            })
            .collect(),
        Layer::Names => record.names.iter().map(|n| format!("[{}] {}", word(&n.kind), words(n.span))).collect(),
        Layer::Commitments => record
            .commitments
            .iter()
            .map(|c| {
                let deadline = c.deadline.as_ref().map_or(String::new(), |d| format!(" ({d})"));
                format!("[{}] {} : {}{deadline}", word(&c.kind), c.promisor.as_deref().unwrap_or("-"), spans(&c.content))
            })
            .collect(),
        Layer::Notes => record.notes.iter().map(|n| n.span.map_or(n.code.clone(), |s| format!("{} : {}", n.code, words(s)))).collect(),
    };
    lines.iter().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty()).collect()
}

fn statement(s: &record::Statement, words: &impl Fn(Offsets) -> String, spans: &impl Fn(&[Offsets]) -> String, with: &str) -> String {
    let via: String = s.via.iter().map(|v| format!(" <- {}", v.name)).collect();
    let cue = s.cue.map_or(String::new(), |c| format!(" {{{}}}", words(c)));
    let mut line = format!("[{} {}] {} ({}){via} : {}{cue}", word(&s.kind), word(&s.act), s.speaker.name, word(&s.speaker.kind), spans(&s.content));
    for field in with.split([' ', ',']).filter(|f| !f.is_empty()) {
        let value = match field {
            "mention" => s.speaker.mention.map(words),
            "medium" => s.medium.clone(),
            "said_on" => s.said_on.clone(),
            "addressee" => s.addressee.clone(),
            "handle" => s.handle.clone(),
            "negated" => Some(s.negated.to_string()),
            "via" => Some(s.via.iter().map(|v| word(&v.kind)).collect::<Vec<_>>().join(" ")),
            _ => Some("no such field".to_owned()),
        };
        line += &format!(" | {field} {}", value.as_deref().unwrap_or("-"));
    }
    line
}

fn range(value: f64, high: Option<f64>) -> String {
    high.map_or_else(|| value.to_string(), |high| format!("{value}..{high}"))
}

/// An enum's value as the record writes it.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The case files below a folder, as layer folder and path.
fn files(root: &Path) -> Vec<(String, PathBuf)> {
    let names = |path: &Path| -> BTreeSet<PathBuf> { fs::read_dir(path).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect() };
    let folders = names(root).into_iter().filter(|p| p.is_dir() && !p.ends_with("gaps"));
    folders
        .flat_map(|folder| {
            let layer = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            names(&folder).into_iter().filter(|p| p.extension().is_some_and(|e| e == "case")).map(move |p| (layer.clone(), p))
        })
        .collect()
}

fn trials(root: &Path, gaps: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    for (folder, path) in files(root) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let prefix = if gaps { format!("gaps/{folder}/{stem}") } else { format!("{folder}/{stem}") };
        let Some(layer) = Layer::of_folder(&folder) else {
            trials.push(Trial::test(prefix, move || Err(format!("there is no layer «{folder}»").into())));
            continue;
        };
        for case in parse(&fs::read_to_string(&path).unwrap_or_default()) {
            let home = format!("cases/{folder}/{stem}.case");
            trials.push(Trial::test(format!("{prefix}/{}", case.name), move || match case.check(layer) {
                Ok(()) if gaps => Err(format!("this gap is closed: move the case to {home}").into()),
                Err(_) if gaps && case.fault.is_none() => Ok(()),
                result => result,
            }));
        }
    }
    trials
}

/// Writes today's answers into the case files and names the cases that changed. Gaps keep the answers that are wanted.
fn bless(root: &Path) -> std::io::Result<()> {
    for (folder, path) in files(root) {
        let Some(layer) = Layer::of_folder(&folder) else { continue };
        let file = fs::read_to_string(&path)?;
        let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
        for case in parse(&file).into_iter().rev() {
            if case.fault.is_some() || case.check(layer).is_ok() {
                continue;
            }
            println!("{} {}", path.display(), case.name);
            if case.header("each").is_some() {
                println!("  shares its answer among lines: left as it is");
                continue;
            }
            let mut new: Vec<String> = case.texts().iter().flat_map(|t| answer(&case.read(t), layer, case.header("with").unwrap_or(""))).collect();
            if case.answer_lines.end < lines.len() {
                new.push(String::new());
            }
            lines.splice(case.answer_lines, new);
        }
        let new = lines.join("\n") + "\n";
        if new != file {
            fs::write(&path, new)?;
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    if env::var_os("MUSNAD_BLESS").is_some() {
        return match bless(&root) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("the answers could not be written: {error}");
                ExitCode::FAILURE
            }
        };
    }
    let mut trials = trials(&root, false);
    trials.extend(self::trials(&root.join("gaps"), true));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
