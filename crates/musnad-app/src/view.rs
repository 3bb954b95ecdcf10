//! A record for a person: what was said, figures, times, commitments, notes.

use std::fmt::{Display, Write};

use anstyle::{AnsiColor, Style as Paint};
use musnad::record::{Commitment, Offsets, Quantity, Record, Statement, Time};

use crate::bidi::{PDI, RLI, isolate, shorten, wrap};
use crate::intake::Place;
use crate::labels::{Lang, name};
use crate::read;

const TITLE: Paint = Paint::new().bold();
const HEADING: Paint = AnsiColor::Cyan.on_default().bold();
const ACT: Paint = AnsiColor::Yellow.on_default();
const SPEAKER: Paint = AnsiColor::Green.on_default().bold();
const VALUE: Paint = AnsiColor::Blue.on_default();
const DIM: Paint = Paint::new().dimmed();

/// How records are shown.
pub struct Style {
    lang: Lang,
    full: bool,
    columns: usize,
    /// Long words are broken into lines, for a terminal.
    wraps: bool,
}

/// Words in a colour.
pub fn paint(paint: Paint, words: impl Display) -> String {
    format!("{paint}{words}{paint:#}")
}

impl Style {
    /// For this output.
    pub fn new(lang: Lang, full: bool) -> Style {
        Style { lang, full, columns: read::columns(), wraps: read::is_terminal() }
    }

    /// A record as lines.
    pub fn record(&self, record: &Record, place: &Place) -> String {
        let chars = Words::new(&record.text);
        let mut page = Page { lines: String::new(), rtl: self.lang == Lang::Ar };
        let title = if record.title.is_empty() { record.text.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or("") } else { &record.title };
        page.line(0, &paint(TITLE, isolate(&shorten(title, self.columns), page.rtl)));
        let place = place.to_string();
        let about = [place.as_str(), &record.outlet, record.published.as_deref().unwrap_or(""), &record.author];
        let about: Vec<String> = about.iter().filter(|a| !a.is_empty()).map(|a| isolate(a, page.rtl)).collect();
        page.line(2, &paint(DIM, about.join(" · ")));
        if !read::found(record) {
            page.line(2, self.lang.label("nothing"));
        }
        self.section(&mut page, "statements", &record.statements, |page, s| self.statement(page, s, record, &chars));
        self.section(&mut page, "figures", &record.quantities, |page, q| page.line(4, &self.quantity(q, &chars)));
        self.section(&mut page, "times", &record.times, |page, t| page.line(4, &self.time(t, &chars)));
        self.section(&mut page, "commitments", &record.commitments, |page, c| self.commitment(page, c, &chars));
        self.section(&mut page, "notes", &record.notes, |page, n| {
            let words = n.span.map_or(String::new(), |s| format!(" {}", isolate(&shorten(&chars.of(s), 40), page.rtl)));
            page.line(4, &format!("{}: {}{words}", n.code, isolate(&n.message, page.rtl)));
        });
        page.lines.push('\n');
        page.lines
    }

    fn section<T>(&self, page: &mut Page, title: &'static str, list: &[T], mut one: impl FnMut(&mut Page, &T)) {
        if !list.is_empty() {
            page.line(2, &paint(HEADING, self.lang.label(title)));
            list.iter().for_each(|item| one(page, item));
        }
    }

    fn statement(&self, page: &mut Page, s: &Statement, record: &Record, chars: &Words<'_>) {
        let rtl = page.rtl;
        let arrow = format!(" {} ", self.lang.label("arrow"));
        let chain: Vec<String> =
            std::iter::once(&record.outlet).chain(s.via.iter().map(|v| &v.name)).filter(|n| !n.is_empty()).map(|n| isolate(n, rtl)).collect();
        let chain = if chain.is_empty() { String::new() } else { paint(DIM, chain.join(&arrow) + &arrow) };
        let kinds = paint(DIM, format!("({}, {})", self.lang.value(&s.speaker.kind), self.lang.value(&s.kind)));
        page.line(4, &format!("{}  {chain}{}  {kinds}", paint(ACT, self.lang.value(&s.act)), paint(SPEAKER, isolate(&s.speaker.name, rtl))));
        self.words(page, &chars.join(&s.content));
        let mut more = Vec::new();
        let mut tell = |label, value: &Option<String>| {
            if let Some(value) = value {
                more.push(format!("{} {}", self.lang.label(label), isolate(value, rtl)));
            }
        };
        tell("said-on", &s.said_on);
        tell("medium", &s.medium);
        tell("addressee", &s.addressee);
        more.extend(s.handle.as_ref().map(|h| isolate(h, rtl)));
        more.extend(s.negated.then(|| self.lang.label("negated").to_owned()));
        if !more.is_empty() {
            page.line(8, &paint(DIM, more.join(" · ")));
        }
    }

    fn words(&self, page: &mut Page, words: &str) {
        let columns = self.columns.saturating_sub(10);
        let lines = match (self.full, self.wraps) {
            (true, true) => wrap(words, columns),
            (true, false) => vec![words.to_owned()],
            (false, _) => vec![shorten(words, columns)],
        };
        for line in lines {
            page.line(8, &isolate(&line, page.rtl));
        }
    }

    /// A figure: its words and what they come to.
    pub fn quantity(&self, q: &Quantity, chars: &Words<'_>) -> String {
        let rtl = self.lang == Lang::Ar;
        let modifier = if name(&q.modifier) == "exact" { String::new() } else { format!("{} ", self.lang.value(&q.modifier)) };
        let high = q.high.map_or(String::new(), |h| format!("–{h}"));
        let unit = q.unit.as_ref().map_or(String::new(), |u| format!(" {}", isolate(u, rtl)));
        format!("{} = {modifier}{}{unit}", isolate(&chars.of(q.span), rtl), paint(VALUE, isolate(&format!("{}{high}", q.value), rtl)))
    }

    /// A time: its words and its value.
    pub fn time(&self, t: &Time, chars: &Words<'_>) -> String {
        let rtl = self.lang == Lang::Ar;
        let modifier = t.modifier.map_or(String::new(), |m| format!("{} ", self.lang.value(&m)));
        format!("{} = {modifier}{}", isolate(&chars.of(t.span), rtl), paint(VALUE, isolate(&t.value, rtl)))
    }

    fn commitment(&self, page: &mut Page, c: &Commitment, chars: &Words<'_>) {
        let promisor = c.promisor.as_ref().map_or(self.lang.label("no-promisor").to_owned(), |p| paint(SPEAKER, isolate(p, page.rtl)));
        let due = c.deadline.as_ref().map_or(String::new(), |d| format!("  {} {}", self.lang.label("due"), paint(VALUE, isolate(d, page.rtl))));
        page.line(4, &format!("{}  {promisor}{due}", paint(ACT, self.lang.value_of("commitment", &c.kind))));
        self.words(page, &chars.join(&c.content));
    }
}

/// Lines; with Arabic labels each runs from right to left.
pub struct Page {
    /// What is written so far.
    pub lines: String,
    /// Whether lines run from right to left.
    pub rtl: bool,
}

impl Page {
    /// A line with so many spaces before it.
    pub fn line(&mut self, indent: usize, words: &str) {
        // Writing to a string cannot fail.
        let _ = if self.rtl { writeln!(self.lines, "{:indent$}{RLI}{words}{PDI}", "") } else { writeln!(self.lines, "{:indent$}{words}", "") };
    }
}

/// A text by code points.
pub struct Words<'t> {
    text: &'t str,
    /// Byte offset of every 64th code point.
    steps: Vec<usize>,
}

impl<'t> Words<'t> {
    const STEP: usize = 64;

    /// Of a record's text.
    pub fn new(text: &'t str) -> Words<'t> {
        let steps = text.char_indices().step_by(Self::STEP).map(|(at, _)| at).collect();
        Words { text, steps }
    }

    /// The byte offset of a code point.
    pub fn byte(&self, point: u32) -> usize {
        let point = point as usize;
        let from = self.steps.get(point / Self::STEP).copied().unwrap_or(self.text.len());
        let rest = self.text.get(from..).unwrap_or("");
        rest.char_indices().nth(point % Self::STEP).map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The words at an offset.
    pub fn of(&self, [start, end]: Offsets) -> String {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or("").to_owned()
    }

    /// The words of several stretches.
    pub fn join(&self, spans: &[Offsets]) -> String {
        spans.iter().map(|&s| self.of(s)).collect::<Vec<_>>().join(" … ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_by_code_points() {
        let text = "ab قال «نعم» 🙂 ".repeat(30);
        let words = Words::new(&text);
        let chars: Vec<char> = text.chars().collect();
        for start in [0, 5, 63, 64, 65, 200, chars.len() - 3] {
            assert_eq!(words.of([start as u32, start as u32 + 3]), chars[start..start + 3].iter().collect::<String>());
        }
        assert_eq!(words.of([0, chars.len() as u32]), text);
    }
}
