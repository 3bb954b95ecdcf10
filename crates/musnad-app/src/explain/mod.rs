//! `musnad explain`: why was it marked? An overview of an article, or a card for what was marked at one place.

mod card;
mod find;
mod others;
mod overview;
mod readings;
mod say;
mod statement;
mod when;

use std::ops::{ControlFlow, Range};
use std::path::Path;

use anstyle::{AnsiColor, Style as Paint};
use anyhow::{Context as _, Result, bail};
use musnad::Extra;
use musnad::record::{Offsets, Record};
use musnad::text::Span;

use crate::bidi::isolate;
use crate::intake::{Defaults, Event, OwnedArticle, Source, pieces};
use crate::labels::Lang;
use crate::view::{Page, paint};
use crate::{Outcome, complain, read};
use card::{Card, Context};

const HEADING: Paint = AnsiColor::Cyan.on_default().bold();
const DIM: Paint = Paint::new().dimmed();

/// What is to be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// All that was marked, in short.
    Overview,
    /// Whatever was marked at these words or, for a number that does not stand in the text, at this offset.
    At(String),
    /// One annotation, counted from 1.
    One(Kind, usize),
}

/// A kind of annotation that has numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Statement,
    Time,
    Figure,
    Commitment,
}

/// How to explain.
pub struct Options {
    pub target: Target,
    /// The line or the id of the article, where a file holds several.
    pub article: Option<String>,
    /// Names of rules, rows and readings too.
    pub technical: bool,
    pub defaults: Defaults,
    pub lang: Lang,
}

/// Explains a file.
pub fn run(file: &Path, options: &Options) -> Result<Outcome> {
    if let Target::At(words) = &options.target
        && find::folded(words).is_empty()
    {
        bail!("--at has no letters; name some words of the text, or an offset");
    }
    let source = if file.as_os_str() == "-" { Source::Stdin } else { Source::File(file.to_owned()) };
    let name = source.name().to_string();
    let mut outcome = Outcome::default();
    let mut written = Ok(());
    let mut articles = 0usize;
    let mut missing = None;
    let _ = pieces(&source, &mut |event| {
        let article = match event {
            Event::Piece(piece) => piece.article(&options.defaults),
            Event::Complaint(complaint) => Err(complaint),
            Event::Empty(_) | Event::Waiting => return ControlFlow::Continue(()),
        };
        match article {
            Err(complaint) => {
                complain(&complaint.to_string());
                outcome.failed = true;
            }
            Ok(article) if !chosen(&article, options.article.as_deref()) => {}
            Ok(article) => {
                articles += 1;
                if articles > 1 && matches!(options.target, Target::One(..)) {
                    complain(&say::say(options.lang, "several", &[&name]));
                    outcome.failed = true;
                    return ControlFlow::Break(());
                }
                match explain(&article, options) {
                    Ok(page) => {
                        outcome.found = true;
                        written = read::print(&page);
                    }
                    Err(message) => missing = Some(message),
                }
            }
        }
        if written.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    written.context("the explanation could not be written")?;
    match (&options.article, missing) {
        (Some(article), _) if articles == 0 && !outcome.failed => complain(&say::say(options.lang, "no-article", &[&name, article])),
        (_, Some(message)) if !outcome.found => complain(&message),
        _ => {}
    }
    Ok(outcome)
}

/// Whether this is the article that was asked for, by its line or its id.
fn chosen(article: &OwnedArticle, wanted: Option<&str>) -> bool {
    wanted.is_none_or(|w| article.id() == w || article.place.line.is_some_and(|line| line.to_string() == w))
}

/// The explanation; else what is missing.
fn explain(article: &OwnedArticle, options: &Options) -> Result<String, String> {
    let record = article.read(Extra::default());
    let x = Context::new(&record, options.lang, options.technical);
    let place = article.place.to_string();
    let mut page = Page { lines: String::new(), rtl: x.rtl() };
    match &options.target {
        Target::Overview => overview::write(&x, &place, &mut page),
        Target::One(kind, number) => {
            let (count, card) = one(&x, *kind, *number);
            let kind = x.say(kind.label(), &[]);
            let card = card.ok_or_else(|| x.say("none-of", &[&place, &kind, &number.to_string(), &count.to_string()]))?;
            card.write(&mut page, options.lang);
        }
        Target::At(words) => {
            for hit in places(&x, &place, words)? {
                at(&x, &place, &hit, &mut page);
            }
        }
    }
    Ok(page.lines)
}

impl Kind {
    fn label(self) -> &'static str {
        match self {
            Kind::Statement => "no-statement",
            Kind::Time => "no-time",
            Kind::Figure => "no-figure",
            Kind::Commitment => "no-commitment",
        }
    }
}

/// How many annotations of a kind there are, and the card of one.
fn one(x: &Context, kind: Kind, number: usize) -> (usize, Option<Card>) {
    let r = x.record;
    let Some(n) = number.checked_sub(1) else { return (count(r, kind), None) };
    let card = match kind {
        Kind::Statement => r.statements.get(n).map(|s| statement::card(x, n, s)),
        Kind::Time => r.times.get(n).map(|t| others::time(x, n, t)),
        Kind::Figure => r.quantities.get(n).map(|q| others::figure(x, n, q)),
        Kind::Commitment => r.commitments.get(n).map(|c| others::commitment(x, n, c)),
    };
    (count(r, kind), card)
}

fn count(r: &Record, kind: Kind) -> usize {
    match kind {
        Kind::Statement => r.statements.len(),
        Kind::Time => r.times.len(),
        Kind::Figure => r.quantities.len(),
        Kind::Commitment => r.commitments.len(),
    }
}

/// The byte ranges that were asked for.
fn places(x: &Context, place: &str, words: &str) -> Result<Vec<Range<usize>>, String> {
    let text = &x.record.text;
    let hits = find::find(text, &find::folded(words));
    if !hits.is_empty() {
        return Ok(hits);
    }
    let Ok(offset) = words.trim().parse::<u32>() else { return Err(x.say("no-words", &[place, &x.quote(words)])) };
    let length = text.chars().count();
    if offset as usize >= length {
        return Err(x.say("no-offset", &[place, &length.to_string(), &offset.to_string()]));
    }
    let start = x.words.byte(offset);
    let word = x.word_at(offset).len().max(1);
    let end = (start + word..=text.len()).find(|&e| text.is_char_boundary(e)).unwrap_or(text.len());
    Ok(std::iter::once(start..end).collect())
}

/// Writes the cards of all that was marked at a place; where nothing was, what its words may be.
fn at(x: &Context, place: &str, hit: &Range<usize>, page: &mut Page) {
    let rtl = page.rtl;
    page.line(0, &format!("{}: {}", isolate(place, rtl), isolate(&find::around(&x.record.text, hit), rtl)));
    let span = Span::new(hit.start as u32, hit.end as u32);
    let here = |spans: &[Offsets]| spans.iter().any(|&s| x.bytes(s).overlaps(span));
    let r = x.record;
    let mut cards = Vec::new();
    for (n, s) in r.statements.iter().enumerate() {
        let spans: Vec<Offsets> = s.content.iter().copied().chain(s.cue).chain(s.speaker.mention).collect();
        if here(&spans) {
            cards.push(statement::card(x, n, s));
        }
    }
    cards.extend(r.times.iter().enumerate().filter(|(_, t)| here(&[t.span])).map(|(n, t)| others::time(x, n, t)));
    cards.extend(r.quantities.iter().enumerate().filter(|(_, q)| here(&[q.span])).map(|(n, q)| others::figure(x, n, q)));
    cards.extend(r.commitments.iter().enumerate().filter(|(_, c)| here(&c.content)).map(|(n, c)| others::commitment(x, n, c)));
    cards.extend(r.parties.iter().enumerate().filter(|(_, p)| here(&p.mentions)).filter_map(|(n, _)| others::party(x, n)));
    cards.extend(r.names.iter().filter(|n| here(&[n.span])).map(|n| others::proper_name(x, n)));
    for note in r.notes.iter().filter(|n| n.span.is_some_and(|s| here(&[s]))) {
        let mut card = Card::new(x.say("note-of", &[]));
        card.add("l-doubt", x.note(&note.code, &note.message));
        cards.push(card);
    }
    if cards.is_empty() {
        page.line(2, &paint(HEADING, x.say("nothing-here", &[])));
    }
    for card in &cards {
        card.write(page, x.lang);
    }
    if cards.is_empty() || x.technical {
        readings::readings(&r.text, span, page, x.lang);
    }
}
