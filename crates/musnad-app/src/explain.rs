//! `musnad explain`: why was it marked, and what are its words to the reader?

use std::collections::BTreeSet;
use std::ops::{ControlFlow, Range};
use std::path::Path;

use anstyle::{AnsiColor, Style as Paint};
use anyhow::{Context, Result, bail};
use musnad::Extra;
use musnad::lexicon::table::Table;
use musnad::lexicon::{Form, Lexicon};
use musnad::morph::{Clitics, Match, look_up};
use musnad::record::{Evidence, Offsets, Record};
use musnad::text::Span;
use musnad::token::{Tokens, fold, tokenize};

use crate::bidi::{isolate, shorten};
use crate::intake::{Defaults, Event, OwnedArticle, Source, pieces};
use crate::labels::{Lang, name};
use crate::view::{Page, Style, Words, paint};
use crate::{Outcome, complain, read, rules};

const HEADING: Paint = AnsiColor::Cyan.on_default().bold();
const DIM: Paint = Paint::new().dimmed();

/// Prints what the reader made of every place where the phrase stands.
pub fn run(file: &Path, phrase: &str, defaults: &Defaults, lang: Lang) -> Result<Outcome> {
    let wanted = folded(phrase);
    if wanted.is_empty() {
        bail!("the phrase has no letters; name some words of the text");
    }
    let source = if file.as_os_str() == "-" { Source::Stdin } else { Source::File(file.to_owned()) };
    let mut outcome = Outcome::default();
    let mut written = Ok(());
    let _ = pieces(&source, &mut |event| {
        let article = match event {
            Event::Piece(piece) => piece.article(defaults),
            Event::Complaint(complaint) => Err(complaint),
            Event::Empty(_) | Event::Waiting => return ControlFlow::Continue(()),
        };
        match article {
            Err(complaint) => {
                complain(&complaint.to_string());
                outcome.failed = true;
            }
            Ok(article) => {
                let hits = find(article.text(), &wanted);
                if !hits.is_empty() {
                    outcome.found = true;
                    written = read::print(&explain(&article, &hits, lang));
                }
            }
        }
        if written.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    written.context("the explanation could not be written")?;
    if outcome == Outcome::default() {
        complain(&format!("{}: {}", source.name(), lang.label("not-found")));
    }
    Ok(outcome)
}

/// A phrase as it is looked for: folded, one space between words.
fn folded(phrase: &str) -> String {
    fold(phrase).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The byte ranges of a text whose folded form is the phrase: whole words where there are such, else parts of words.
fn find(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let mut key = String::with_capacity(text.len());
    // Where in the text each byte of the key comes from.
    let mut origin: Vec<usize> = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for (at, c) in text.char_indices() {
        let part = if c.is_whitespace() { " ".to_owned() } else { fold(c.encode_utf8(&mut buffer)) };
        if part == " " && key.ends_with(' ') {
            continue;
        }
        key.push_str(&part);
        origin.resize(key.len(), at);
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for (at, _) in key.match_indices(wanted) {
        let end = at + wanted.len();
        let start = origin.get(at).copied().unwrap_or(0);
        let last = origin.get(end - 1).copied().unwrap_or(start);
        let range = start..last + text.get(last..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        let inside = letter(key.get(..at).and_then(|k| k.chars().next_back())) || letter(key.get(end..).and_then(|k| k.chars().next()));
        if inside { parts.push(range) } else { whole.push(range) }
    }
    if whole.is_empty() { parts } else { whole }
}

fn explain(article: &OwnedArticle, hits: &[Range<usize>], lang: Lang) -> String {
    let record = article.read(Extra::default());
    let tokens = tokenize(&record.text);
    let matches = look_up(&tokens, Lexicon::standard());
    let about = About { record: &record, words: Words::new(&record.text), lang };
    let mut page = Page { lines: String::new(), rtl: lang == Lang::Ar };
    let mut told = BTreeSet::new();
    for hit in hits {
        let span = Span::new(hit.start as u32, hit.end as u32);
        page.line(0, &paint(HEADING, format!("{}: {}", isolate(&article.place.to_string(), page.rtl), isolate(&around(&record.text, hit), page.rtl))));
        let mut any = false;
        for annotation in about.annotations() {
            if annotation.spans.iter().any(|&s| about.bytes(s).overlaps(span)) {
                any = true;
                // What covers several places of the phrase is explained at the first.
                if told.insert(annotation.name.clone()) {
                    annotation.write(&mut page, lang);
                }
            }
        }
        if !any {
            page.line(2, lang.label("no-annotation"));
        }
        page.line(2, lang.label("readings"));
        for i in tokens.at(span.start)..tokens.len() {
            if tokens.span(i).start >= span.end {
                break;
            }
            readings(i, matches.at(i), &tokens, &record.text, &mut page, lang);
        }
    }
    page.lines
}

/// The words around a place, for the heading.
fn around(text: &str, hit: &Range<usize>) -> String {
    let before = text.get(..hit.start).unwrap_or("");
    let after = text.get(hit.end..).unwrap_or("");
    let start = before.char_indices().rev().take_while(|(_, c)| *c != '\n').nth(24).map_or(before.rfind('\n').map_or(0, |at| at + 1), |(at, _)| at);
    let end = after.char_indices().take_while(|(_, c)| *c != '\n').nth(24).map_or(after.find('\n').unwrap_or(after.len()), |(at, _)| at);
    let words = [text.get(start..hit.start), Some("«"), text.get(hit.clone()), Some("»"), text.get(hit.end..hit.end + end)];
    words.into_iter().flatten().collect()
}

fn readings(i: usize, matches: &[Match], tokens: &Tokens, text: &str, page: &mut Page, lang: Lang) {
    let rtl = page.rtl;
    let word = isolate(musnad::text::slice(text, tokens.span(i)), rtl);
    page.line(4, &format!("{word}  {}", paint(DIM, isolate(&format!("[{}]", tokens.key(i)), rtl))));
    if matches.is_empty() {
        return page.line(6, &paint(DIM, lang.label("no-reading")));
    }
    for m in matches {
        let phrase = if m.end() > m.first() + 1 { format!("{} ", isolate(musnad::text::slice(text, m.span(text, tokens)), rtl)) } else { String::new() };
        let row = Lexicon::standard().row_name(m.sense.table, m.sense.row);
        let form = [form(m.sense.form), clitics(m.clitics)].concat();
        page.line(6, &format!("{phrase}{}  {}", isolate(&row, rtl), paint(DIM, isolate(&form.join(" "), rtl))));
    }
}

fn form(form: Form) -> Vec<String> {
    let small = |parts: &[String]| parts.iter().map(|p| p.to_lowercase()).collect();
    match form {
        Form::Verb(v) => small(&[format!("{:?}", v.kind), format!("{:?}", v.number), format!("{:?}", v.gender)]),
        Form::Noun(number, gender) => small(&["noun".to_owned(), format!("{number:?}"), format!("{gender:?}")]),
        Form::Nationality(number, gender) => small(&["nationality".to_owned(), format!("{number:?}"), format!("{gender:?}")]),
        other => small(&[format!("{other:?}")]),
    }
}

fn clitics(c: Clitics) -> Vec<String> {
    let mut out = Vec::new();
    let mut add = |on: bool, word: &str| {
        if on {
            out.push(format!("+{word}"));
        }
    };
    add(c.conj, "conjunction");
    add(c.prep.is_some(), &c.prep.map_or(String::new(), |p| format!("preposition:{p:?}").to_lowercase()));
    add(c.article, "article");
    add(c.future, "future");
    add(c.pronoun.is_some(), &c.pronoun.map_or(String::new(), |p| format!("pronoun:{p:?}").to_lowercase()));
    out
}

struct About<'r> {
    record: &'r Record,
    words: Words<'r>,
    lang: Lang,
}

/// An annotation, ready to be told.
struct Annotation {
    /// Tells it from all others of the record.
    name: String,
    spans: Vec<Offsets>,
    /// What it is and its value.
    heading: String,
    /// The words behind it.
    words: Vec<(&'static str, String)>,
    evidence: Option<Evidence>,
}

impl About<'_> {
    fn bytes(&self, [start, end]: Offsets) -> Span {
        Span::new(self.words.byte(start) as u32, self.words.byte(end) as u32)
    }

    fn annotations(&self) -> Vec<Annotation> {
        let (lang, rtl) = (self.lang, self.lang == Lang::Ar);
        let style = Style::new(lang, false);
        let mut all = Vec::new();
        for (i, s) in self.record.statements.iter().enumerate() {
            let spans = s.content.iter().copied().chain(s.cue).chain(s.speaker.mention).collect();
            let chain: Vec<String> = s.via.iter().map(|v| &v.name).chain([&s.speaker.name]).map(|n| isolate(n, rtl)).collect();
            let heading =
                format!("{}: {}, {}  {}", lang.label("statement"), lang.value(&s.act), lang.value(&s.kind), chain.join(&format!(" {} ", lang.label("arrow"))));
            let mut words = vec![("content", self.words.join(&s.content))];
            words.extend(s.cue.map(|c| ("cue", self.words.of(c))));
            words.extend(s.speaker.mention.map(|m| ("mention", self.words.of(m))));
            all.push(Annotation { name: format!("statement {i}"), spans, heading, words, evidence: Some(s.evidence.clone()) });
        }
        for (i, t) in self.record.times.iter().enumerate() {
            let heading = format!("{}: {}, {}", lang.label("time"), name(&t.kind), style.time(t, &self.words));
            all.push(Annotation { name: format!("time {i}"), spans: vec![t.span], heading, words: Vec::new(), evidence: Some(t.evidence.clone()) });
        }
        for (i, q) in self.record.quantities.iter().enumerate() {
            let heading = format!("{}: {}", lang.label("quantity"), style.quantity(q, &self.words));
            all.push(Annotation { name: format!("quantity {i}"), spans: vec![q.span], heading, words: Vec::new(), evidence: Some(q.evidence.clone()) });
        }
        for (i, c) in self.record.commitments.iter().enumerate() {
            let promisor = c.promisor.as_deref().map_or(lang.label("no-promisor").to_owned(), |p| isolate(p, rtl));
            let due = c.deadline.as_ref().map_or(String::new(), |d| format!(", {} {}", lang.label("due"), isolate(d, rtl)));
            let heading = format!("{}: {}, {promisor}{due}", lang.label("commitment"), lang.value_of("commitment", &c.kind));
            let words = vec![("content", self.words.join(&c.content))];
            all.push(Annotation { name: format!("commitment {i}"), spans: c.content.clone(), heading, words, evidence: Some(c.evidence.clone()) });
        }
        for (i, p) in self.record.parties.iter().enumerate() {
            let roles: String = p.roles.iter().map(|r| format!(", {}", isolate(r, rtl))).collect();
            let heading = format!("{}: {}, {}{roles}", lang.label("party"), lang.value(&p.kind), isolate(&p.name, rtl));
            all.push(Annotation { name: format!("party {i}"), spans: p.mentions.clone(), heading, words: Vec::new(), evidence: None });
        }
        for (i, n) in self.record.names.iter().enumerate() {
            let heading = format!("{}: {}, {}", lang.label("name"), lang.value(&n.kind), isolate(&self.words.of(n.span), rtl));
            all.push(Annotation { name: format!("name {i}"), spans: vec![n.span], heading, words: Vec::new(), evidence: Some(n.evidence.clone()) });
        }
        for (i, n) in self.record.notes.iter().enumerate() {
            let heading = format!("{}: {}, {}", lang.label("note"), n.code, isolate(&n.message, rtl));
            all.push(Annotation { name: format!("note {i}"), spans: n.span.into_iter().collect(), heading, words: Vec::new(), evidence: None });
        }
        all
    }
}

impl Annotation {
    fn write(&self, page: &mut Page, lang: Lang) {
        let rtl = page.rtl;
        page.line(2, &self.heading);
        for (label, words) in &self.words {
            page.line(6, &format!("{}: {}", lang.label(label), isolate(&shorten(words, read::columns().saturating_sub(20)), rtl)));
        }
        let Some(evidence) = &self.evidence else { return };
        let sentence = rules::sentence(&evidence.rule, lang).map_or(String::new(), |s| format!("  {}", isolate(s, rtl)));
        page.line(6, &format!("{}: {}{sentence}", lang.label("rule"), isolate(&evidence.rule, rtl)));
        for row in &evidence.rows {
            page.line(6, &format!("{}: {}  {}", lang.label("row"), isolate(row, rtl), paint(DIM, row_cells(row, rtl))));
        }
    }
}

/// What a row of the lexicon holds, by the name that evidence gives it.
fn row_cells(row: &str, rtl: bool) -> String {
    let Some((table, id)) = row.split_once('/') else { return String::new() };
    let Some(&table) = Table::ALL.iter().find(|t| t.names().1 == table) else { return String::new() };
    let rows = Lexicon::standard().rows(table);
    let Some(index) = (0..rows.len()).find(|&r| rows.id(r) == id) else { return String::new() };
    let cells = rows.columns().iter().skip(1).map(|c| (c, rows.cell(index, c))).filter(|(_, cell)| !cell.is_empty());
    cells.map(|(column, cell)| format!("{column}={}", isolate(cell, rtl))).collect::<Vec<_>>().join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_whatever_its_spelling() {
        let text = "وقال أَحْمَد الراوي\n إن الأمـر واضح، وأحمدٌ غادر";
        let hits: Vec<&str> = find(text, &folded("احمد الراوى")).into_iter().filter_map(|r| text.get(r)).collect();
        assert_eq!(hits, ["أَحْمَد الراوي"]);
        assert_eq!(find(text, &folded("الراوي ان الامر")).len(), 1);
        assert_eq!(find(text, &folded("غادرت")).len(), 0);
        // Only inside a word.
        assert_eq!(find("وبالميناء", &folded("ميناء")).len(), 1);
        assert_eq!(around("سطر\nقبل قال بعد\nسطر", &(14..20)), "قبل «قال» بعد");
    }
}
