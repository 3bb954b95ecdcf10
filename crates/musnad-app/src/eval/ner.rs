//! Names in running text against a file of tagged tokens (IOB2): the mentions of persons, organisations and places, by their exact bounds and type.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use musnad::lexicon::Lexicon;
use musnad::record::{Offsets, PartyKind};
use musnad::{Article, read};

/// The types that are scored, as the tags call them. Others (MISC) count as no name.
const TYPES: [(&str, PartyKind); 3] = [("PERS", PartyKind::Person), ("ORG", PartyKind::Organisation), ("LOC", PartyKind::Place)];

/// A name: its tokens, and its place in [`TYPES`].
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    tokens: Range<usize>,
    kind: usize,
}

/// A name that the reader found, and the rule that found it.
struct Found {
    name: Name,
    rule: String,
}

/// A tagged sentence.
#[derive(Debug, Default)]
struct Sentence {
    tokens: Vec<String>,
    names: Vec<Name>,
}

/// What was counted of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    gold: u64,
    found: u64,
    right: u64,
}

impl Count {
    fn figures(self) -> [f64; 3] {
        let part = |of: u64| if of == 0 { 0.0 } else { self.right as f64 / of as f64 };
        let (p, r) = (part(self.found), part(self.gold));
        [p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }]
    }
}

/// The figures for a file as lines, or as one line of JSON; every error before them when they are wanted.
pub fn page(path: &Path, lexicon: &Lexicon, errors: bool, json: bool) -> Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: the file could not be read", path.display()))?;
    let sentences = parse(&text, &path.display().to_string())?;
    let mut counts = [Count::default(); TYPES.len()];
    let mut page = String::new();
    for sentence in &sentences {
        let found = found(sentence, lexicon);
        score(sentence, &found, &mut counts);
        if errors {
            page += &differences(sentence, &found);
        }
    }
    Ok(page + &if json { as_json(sentences.len(), &counts)? } else { table(&path.display().to_string(), sentences.len(), &counts) })
}

/// One token and its tag a line, a blank line between sentences.
fn parse(text: &str, file: &str) -> Result<Vec<Sentence>> {
    let mut sentences = vec![Sentence::default()];
    // The type of the name that the last token belongs to, of those not scored as well.
    let mut open: Option<&str> = None;
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            open = None;
            if sentences.last().is_some_and(|s| !s.tokens.is_empty()) {
                sentences.push(Sentence::default());
            }
            continue;
        }
        let Some((token, tag)) = line.rsplit_once(char::is_whitespace) else { bail!("{file}:{}: a token and its tag are wanted", n + 1) };
        let Some(sentence) = sentences.last_mut() else { continue };
        let at = sentence.tokens.len();
        sentence.tokens.push(token.trim().to_owned());
        if tag == "O" {
            open = None;
            continue;
        }
        let Some(kind) = tag.strip_prefix("B-").or_else(|| tag.strip_prefix("I-")) else { bail!("{file}:{}: «{tag}» is no tag: O, B-… or I-…", n + 1) };
        let inside = tag.starts_with("I-") && open == Some(kind);
        open = Some(kind);
        let Some(kind) = TYPES.iter().position(|(name, _)| *name == kind) else { continue };
        match sentence.names.last_mut() {
            Some(name) if inside => name.tokens.end = at + 1,
            _ => sentence.names.push(Name { tokens: at..at + 1, kind }),
        }
    }
    sentences.retain(|s| !s.tokens.is_empty());
    Ok(sentences)
}

/// The reader's names in a sentence: its tokens are joined by spaces, and a name is all tokens that it touches.
fn found(sentence: &Sentence, lexicon: &Lexicon) -> Vec<Found> {
    let text = sentence.tokens.join(" ");
    let mut spans: Vec<Range<u32>> = Vec::with_capacity(sentence.tokens.len());
    let mut at = 0;
    for token in &sentence.tokens {
        let end = at + token.chars().count() as u32;
        spans.push(at..end);
        at = end + 1;
    }
    let record = read(&Article::of(&text), lexicon);
    let tokens = |[start, end]: Offsets| spans.partition_point(|t| t.end <= start)..spans.partition_point(|t| t.start < end);
    let kind = |kind: PartyKind| TYPES.iter().position(|(_, k)| *k == kind);
    let mut names: Vec<Found> = Vec::with_capacity(record.names.len());
    for n in record.names {
        if let Some(kind) = kind(n.kind) {
            names.push(Found { name: Name { tokens: tokens(n.span), kind }, rule: n.evidence.rule.into_owned() });
        }
    }
    names
}

fn score(sentence: &Sentence, found: &[Found], counts: &mut [Count]) {
    for name in &sentence.names {
        if let Some(count) = counts.get_mut(name.kind) {
            count.gold += 1;
            count.right += u64::from(found.iter().any(|f| f.name == *name));
        }
    }
    for f in found {
        if let Some(count) = counts.get_mut(f.name.kind) {
            count.found += 1;
        }
    }
}

/// The sentence's errors, a line each: missed, false, or of other bounds or type.
fn differences(sentence: &Sentence, found: &[Found]) -> String {
    /// How many words are shown on each side.
    const SIDE: usize = 5;
    let words = |r: Range<usize>| sentence.tokens.get(r.start..r.end.min(sentence.tokens.len())).unwrap_or_default().join(" ");
    let tag = |n: &Name| TYPES.get(n.kind).map_or("", |(name, _)| name);
    let shown = |n: &Name| {
        let (before, after) = (words(n.tokens.start.saturating_sub(SIDE)..n.tokens.start), words(n.tokens.end..n.tokens.end + SIDE));
        format!("{before} [{}] {after}", words(n.tokens.clone()))
    };
    let meets = |a: &Name, b: &Name| a.tokens.start < b.tokens.end && b.tokens.start < a.tokens.end;
    let mut lines = String::new();
    for name in sentence.names.iter().filter(|n| !found.iter().any(|f| f.name == **n)) {
        let met: Vec<String> =
            found.iter().filter(|f| meets(name, &f.name)).map(|f| format!("{} {} by {}", tag(&f.name), words(f.name.tokens.clone()), f.rule)).collect();
        let head = if met.is_empty() { "missed".to_owned() } else { "other ".to_owned() };
        let instead = if met.is_empty() { String::new() } else { format!("   found {}", met.join(" + ")) };
        lines += &format!("{head} {:4} {}{instead}\n", tag(name), shown(name));
    }
    for f in found.iter().filter(|f| !sentence.names.iter().any(|g| meets(g, &f.name))) {
        lines += &format!("false  {:4} {}   by {}\n", tag(&f.name), shown(&f.name), f.rule);
    }
    lines
}

fn sum(counts: &[Count]) -> Count {
    counts.iter().fold(Count::default(), |a, b| Count { gold: a.gold + b.gold, found: a.found + b.found, right: a.right + b.right })
}

fn rows(counts: &[Count]) -> impl Iterator<Item = (&'static str, Count)> {
    TYPES.iter().map(|(name, _)| *name).zip(counts.iter().copied()).chain([("all", sum(counts))])
}

fn table(file: &str, sentences: usize, counts: &[Count]) -> String {
    let mut page = format!("== {file}: {sentences} sentences\n");
    for (name, count) in rows(counts) {
        let [p, r, f1] = count.figures();
        page += &format!("{name:5} P {p:.3} R {r:.3} F1 {f1:.3} ({} gold, {} found)\n", count.gold, count.found);
    }
    page
}

fn as_json(sentences: usize, counts: &[Count]) -> Result<String> {
    let types = rows(counts).map(|(name, count)| {
        let [p, r, f1] = count.figures();
        (name.to_owned(), serde_json::json!({ "p": p, "r": r, "f1": f1, "gold": count.gold, "found": count.found }))
    });
    let mut figures: serde_json::Map<String, serde_json::Value> = types.collect();
    figures.insert("sentences".to_owned(), sentences.into());
    Ok(serde_json::to_string(&figures)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_make_names() {
        let sentences = parse("هند B-PERS\nالراوي I-PERS\nفي O\nعمان B-LOC\nاليوم B-MISC\n\n\nقالت O\n", "f").unwrap();
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[0].names, [Name { tokens: 0..2, kind: 0 }, Name { tokens: 3..4, kind: 2 }]);
    }

    #[test]
    fn a_bad_line_is_named() {
        assert_eq!(parse("هند B-PERS\nالراوي\n", "f").unwrap_err().to_string(), "f:2: a token and its tag are wanted");
        assert_eq!(parse("هند PERS\n", "f").unwrap_err().to_string(), "f:1: «PERS» is no tag: O, B-… or I-…");
    }

    #[test]
    fn bounds_and_type_must_agree() {
        let sentence = parse("هند B-PERS\nالراوي I-PERS\nفي O\nعمان B-LOC\n", "f").unwrap().remove(0);
        let mut counts = [Count::default(); 3];
        let found = [(0..1, 0), (3..4, 2)].map(|(tokens, kind)| Found { name: Name { tokens, kind }, rule: "name/rule".to_owned() });
        score(&sentence, &found, &mut counts);
        assert_eq!(counts[0], Count { gold: 1, found: 1, right: 0 });
        assert_eq!(counts[2], Count { gold: 1, found: 1, right: 1 });
        assert_eq!(differences(&sentence, &found), "other  PERS  [هند الراوي] في عمان   found PERS هند by name/rule\n");
    }
}
