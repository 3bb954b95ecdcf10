//! What an explanation is made of: a card of labelled lines, and the article that it looks at.

use jiff::civil::Date;
use musnad::lexicon::conjugate::{Count, Gender};
use musnad::lexicon::table::Table;
use musnad::lexicon::{Form, Lexicon};
use musnad::morph::{Match, Matches, look_up};
use musnad::record::{Evidence, Offsets, Record, Statement};
use musnad::text::Span;
use musnad::token::{Tokens, fold, tokenize};

use super::say::{find, say};
use super::{DIM, HEADING};
use crate::bidi::{isolate, shorten, wrap};
use crate::labels::Lang;
use crate::view::{Page, Words, paint};
use crate::{read, rules};

/// Columns of the labels.
const LABEL: usize = 10;
/// Columns of words that are quoted within a sentence.
const QUOTED: usize = 44;

/// An article read, with what explanations ask about it.
pub struct Context<'r> {
    /// The record.
    pub record: &'r Record,
    /// Its text by code points.
    pub words: Words<'r>,
    /// The language of the explanation.
    pub lang: Lang,
    /// Names of rules and rows are told too.
    pub technical: bool,
    tokens: Tokens,
    matches: Matches,
}

/// A row of the lexicon, as far as a person asks.
pub struct Row {
    /// Its first word.
    pub words: &'static str,
    /// It is also another word.
    pub ambiguous: bool,
}

impl<'r> Context<'r> {
    /// Of a record.
    pub fn new(record: &'r Record, lang: Lang, technical: bool) -> Context<'r> {
        let tokens = tokenize(&record.text);
        let matches = look_up(&tokens, Lexicon::standard());
        Context { record, words: Words::new(&record.text), lang, technical, tokens, matches }
    }

    /// A sentence of the table.
    pub fn say(&self, id: &str, fill: &[&str]) -> String {
        say(self.lang, id, fill)
    }

    /// Whether lines run from right to left.
    pub fn rtl(&self) -> bool {
        self.lang == Lang::Ar
    }

    /// Words of the article within a sentence.
    pub fn quote(&self, words: &str) -> String {
        isolate(&shorten(words, QUOTED), self.rtl())
    }

    /// A name, never shortened.
    pub fn name(&self, name: &str) -> String {
        isolate(name, self.rtl())
    }

    /// Words of the article, whole, in lines that fit beside a label.
    pub fn in_full(&self, words: &str) -> String {
        let lines = if read::is_terminal() { wrap(words, read::columns().saturating_sub(LABEL + 4).max(20)) } else { vec![words.to_owned()] };
        lines.iter().map(|line| isolate(line, self.rtl())).collect::<Vec<_>>().join("\n")
    }

    /// outlet ← agency ← speaker
    pub fn chain(&self, s: &Statement) -> String {
        let names = std::iter::once(&self.record.outlet).chain(s.via.iter().map(|v| &v.name)).chain([&s.speaker.name]);
        names.filter(|n| !n.is_empty()).map(|n| self.name(n)).collect::<Vec<_>>().join(&format!(" {} ", self.lang.label("arrow")))
    }

    /// The article's day.
    pub fn today(&self) -> Option<Date> {
        self.record.published.as_deref()?.get(..10)?.parse().ok()
    }

    /// The bytes of an offset.
    pub fn bytes(&self, [start, end]: Offsets) -> Span {
        Span::new(self.words.byte(start) as u32, self.words.byte(end) as u32)
    }

    /// Words folded, one space between them.
    pub fn folded(&self, words: &str) -> String {
        fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The character before an offset.
    pub fn before(&self, at: u32) -> Option<char> {
        self.record.text.get(..self.words.byte(at))?.chars().next_back()
    }

    /// The last character before an offset that is no space.
    pub fn before_space(&self, at: u32) -> Option<char> {
        self.record.text.get(..self.words.byte(at))?.chars().rev().find(|c| *c == '\n' || !c.is_whitespace())
    }

    /// The first character behind an offset that is neither a space nor a comma, and its own offset.
    pub fn after(&self, end: u32) -> (Option<char>, u32) {
        let rest = self.record.text.get(self.words.byte(end)..).unwrap_or("");
        let skipped = |c: &char| *c != '\n' && (c.is_whitespace() || matches!(c, ',' | '\u{060C}'));
        let at = rest.chars().take_while(skipped).count();
        (rest.chars().nth(at), end + at as u32)
    }

    /// The word at an offset.
    pub fn word_at(&self, at: u32) -> String {
        let rest = self.record.text.get(self.words.byte(at)..).unwrap_or("");
        let mark = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | '\u{060C}' | '\u{061B}');
        rest.split(mark).next().unwrap_or("").to_owned()
    }

    fn readings(&self, at: u32) -> &[Match] {
        self.matches.at(self.tokens.at(self.words.byte(at) as u32))
    }

    /// Whether the word at an offset may be of a table.
    pub fn reads(&self, at: u32, table: Table) -> bool {
        self.readings(at).iter().any(|m| m.sense.table == table)
    }

    /// The class of the function word at an offset; empty when there is none.
    pub fn function_class(&self, at: u32) -> &'static str {
        self.readings(at).iter().find(|m| m.sense.table == Table::FunctionWords).map_or("", |m| Lexicon::standard().class(m.sense))
    }

    /// What the reporting word at an offset tells of its subject.
    pub fn agreement(&self, at: u32) -> Option<(Gender, Count)> {
        self.readings(at).iter().filter(|m| m.sense.table == Table::Reporting).find_map(|m| match m.sense.form {
            Form::Verb(form) => musnad::class::agreement(form),
            _ => None,
        })
    }

    /// The first row of a table that an annotation rests on.
    pub fn row(&self, evidence: &Evidence, table: &str) -> Option<Row> {
        evidence.rows.iter().find_map(|row| self.lookup(row).filter(|_| row.split_once('/').is_some_and(|(t, _)| t == table)))
    }

    fn lookup(&self, row: &str) -> Option<Row> {
        let (table, id) = row.split_once('/')?;
        let &table = Table::ALL.iter().find(|t| t.names().1 == table)?;
        let rows = Lexicon::standard().rows(table);
        let index = (0..rows.len()).find(|&r| rows.id(r) == id)?;
        Some(Row { words: rows.cell(index, "ar").split('|').next().unwrap_or("").trim(), ambiguous: rows.cell(index, "note").starts_with("ambiguous") })
    }

    /// The notes of the record that touch one of these stretches.
    pub fn notes(&self, spans: &[Offsets]) -> Vec<String> {
        let touches = |note: Offsets| spans.iter().any(|&[s, e]| note[0] < e && s < note[1]);
        let notes = self.record.notes.iter().filter(|n| n.span.is_some_and(touches));
        notes.map(|n| self.note(&n.code, &n.message)).collect()
    }

    /// A note in the language of the explanation.
    pub fn note(&self, code: &str, message: &str) -> String {
        find(self.lang, &format!("note-{code}"), &[]).unwrap_or_else(|| isolate(message, self.rtl()))
    }

    /// The statement in which a stretch stands: the innermost.
    pub fn statement_around(&self, [start, end]: Offsets) -> Option<(usize, &Statement)> {
        let around = |s: &Statement| s.content.iter().any(|&[s, e]| s <= start && end <= e + 1);
        let length = |s: &Statement| s.content.iter().map(|[s, e]| e - s).sum::<u32>();
        self.record.statements.iter().enumerate().filter(|(_, s)| around(s)).min_by_key(|(_, s)| length(s))
    }
}

/// An annotation explained, line by line.
pub struct Card {
    heading: String,
    lines: Vec<(&'static str, String)>,
}

impl Card {
    /// With a heading.
    pub fn new(heading: String) -> Card {
        Card { heading, lines: Vec::new() }
    }

    /// Adds a line. A label that the line before has too is not written again.
    pub fn add(&mut self, label: &'static str, words: String) {
        self.lines.push((label, words));
    }

    /// Adds the rule, and the words of the lexicon on which it rests.
    pub fn evidence(&mut self, x: &Context, evidence: &Evidence) {
        if let Some(sentence) = rules::sentence(&evidence.rule, x.lang) {
            self.add("l-rule", isolate(sentence, x.rtl()));
        }
        if x.technical {
            self.add("l-rule", paint(DIM, isolate(&evidence.rule, x.rtl())));
        }
        // What the kind is told by is told there.
        const TOLD: [&str; 3] = ["cue", "attribution", "commitment"];
        let row = |row: &String| {
            if !x.technical && TOLD.contains(&row.split_once('/')?.0) {
                return None;
            }
            let words = x.lookup(row)?.words;
            let table = find(x.lang, &format!("t-{}", row.split_once('/')?.0), &[]);
            let id = if x.technical { format!(" {}", paint(DIM, isolate(row, x.rtl()))) } else { String::new() };
            Some(table.map_or_else(|| x.quote(words), |t| format!("{} ({t})", x.quote(words))) + &id)
        };
        let rows: Vec<String> = evidence.rows.iter().filter_map(row).collect();
        if !rows.is_empty() {
            self.add("l-rows", rows.join(" · "));
        }
    }

    /// Writes the card.
    pub fn write(&self, page: &mut Page, lang: Lang) {
        page.line(2, &paint(HEADING, &self.heading));
        let mut last = "";
        for (label, words) in &self.lines {
            for (n, line) in words.split('\n').enumerate() {
                let shown = if n == 0 && *label != last { say(lang, label, &[]) } else { String::new() };
                // Letters, not columns: لا is one column to some and two to others.
                let pad = LABEL.saturating_sub(shown.chars().count());
                page.line(4, &format!("{}{:pad$}{line}", paint(DIM, shown), ""));
            }
            last = label;
        }
    }
}
