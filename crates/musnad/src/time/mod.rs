//! When? Expressions of time, normalised to TIMEX3 against the article's day.
//!
//! Each rule is a function from a token to the expression that begins there; the longest one stands. A [`Reader`] sees one paragraph.
//! Start at [`times`], then [`RULES`].

pub(crate) mod calendar;
mod clock;
mod date;
mod day;
mod duration;
mod expression;
mod month;
mod reader;
mod recurrence;
mod relative;
mod tense;
#[cfg(test)]
mod tests;

use crate::Layers;
use crate::evidence::Evidence;
use crate::lexicon::time::TimeWord;
use crate::morph::Prep;
use crate::number::Number;
use crate::record::{TimeMod, TimeType};
use crate::text::Span;
use crate::token::{Punct, TokenKind, skip_letters};
use expression::{Expression, Value};
use reader::{Index, Reader};

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// First token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// Where it stands, without its preposition.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimeType,
    /// Its TIMEX3 value.
    pub value: String,
    /// Its TIMEX3 modifier.
    pub modifier: Option<TimeMod>,
    /// Why.
    pub evidence: Evidence,
}

/// The rules, each a function from a token to the expression that begins there. Of several the longest stands; of equals the first.
const RULES: &[fn(&Reader, usize) -> Option<Expression>] = &[
    date::numeric,
    date::day_and_month,
    date::day_noun_of_month,
    date::month_first,
    date::spoken_year,
    date::english,
    date::feast,
    day::part_of_day,
    day::this_part,
    day::nth_weekday,
    day::week_and_day,
    duration::whole,
    day::day,
    duration::anchored,
    duration::from_now,
    relative::weekend,
    relative::edge,
    relative::hijri_year_framed,
    relative::unit_frame,
    relative::unit_alone,
    relative::fraction_of_year,
    relative::season,
    relative::decade,
    relative::century,
    month::month_alone,
    recurrence::recurrence,
    duration::last_units,
    duration::duration,
    duration::reference,
];

/// All times of a text, in order, none overlapping another.
pub fn times(layers: &Layers, numbers: &[Number]) -> Vec<Time> {
    let today = layers.article.published.and_then(calendar::parse_day);
    let index = Index::new(layers, numbers);
    let mut found = Vec::new();
    for paragraph in &layers.sentences.paragraphs {
        let reader = Reader { layers, numbers, index: &index, today, first: paragraph.tokens.start, limit: paragraph.tokens.end };
        read_paragraph(&reader, &mut found);
    }
    found
}

fn read_paragraph(reader: &Reader, found: &mut Vec<Time>) {
    // The expression before, for the lists and clock times that lean on it.
    let mut last: Option<(usize, Value)> = None;
    let mut i = reader.first;
    while i < reader.limit {
        if !may_begin(reader, i) {
            i += 1;
            continue;
        }
        if let Some(end) = named(reader, i) {
            i = end;
            continue;
        }
        match expression(reader, i, last) {
            Some(e) => {
                found.push(written(reader, i, e));
                last = Some((e.end, e.value));
                i = e.end.max(i + 1);
            }
            // Within an ordinal of several words nothing begins: الحادي والثلاثين من شهر that has thirty days.
            None => i = reader.ordinal(i).map_or(i + 1, |o| o.end),
        }
    }
}

/// Whether an expression may begin at token `i`: a word of a table of time, digits, or a number in words.
fn may_begin(reader: &Reader, i: usize) -> bool {
    match reader.kind(i) {
        Some(TokenKind::Digits) => true,
        Some(TokenKind::Punct(Punct::ParenOpen)) => reader.kind(i + 1) == Some(TokenKind::Digits) && reader.is(i + 2, Punct::ParenClose),
        Some(TokenKind::Word | TokenKind::Latin) => {
            reader.index.heads(i) || reader.index.number(i).is_some() || reader.kind(i + 1) == Some(TokenKind::Digits) && reader.glued(i + 1)
        }
        _ => false,
    }
}

/// A name that holds a time: the token after it.
fn named(reader: &Reader, i: usize) -> Option<usize> {
    if let Some(name) = reader.word(i, |w| (w == TimeWord::Name).then_some(())) {
        return Some(name.end);
    }
    // ثورة 25 يناير is a name; هجوم 25 يناير 2015 a date.
    let head = reader.word(i, |w| (w == TimeWord::NameHead).then_some(()))?;
    let date = date::day_and_month(reader, head.end)?;
    (date.rule == "time/day-month" && reader.digits(date.end - 1).is_none()).then_some(date.end)
}

fn expression(reader: &Reader, i: usize, last: Option<(usize, Value)>) -> Option<Expression> {
    let listed = last.is_some_and(|(end, value)| matches!(value, Value::At(calendar::Point::Year(_), None)) && date::joiner(reader, end) == Some(i));
    let day_before = last.filter(|(end, value)| i - end <= 3 && matches!(value, Value::At(calendar::Point::Day(_), None))).map(|(_, value)| value);
    let rules = RULES.iter().filter_map(|rule| rule(reader, i));
    let special = [clock::clock(reader, i, day_before), date::year(reader, i, listed)].into_iter().flatten();
    let best = rules.chain(special).fold(None, |best: Option<Expression>, e| if best.is_none_or(|b| e.end > b.end) { Some(e) } else { best })?;
    // أكثر من عقد is a length; أكثر من الربع الأول compares.
    let about = reader.about(i).map(|(m, _)| m).filter(|m| *m == TimeMod::Approx || !matches!(best.value, Value::At(..)));
    Some(if best.modifier.is_none() { best.with(about) } else { best })
}

fn written(reader: &Reader, first: usize, e: Expression) -> Time {
    let layers = reader.layers;
    let cover = layers.tokens.cover(first, e.end);
    let mut evidence = Evidence::of(e.rule);
    for i in first..e.end {
        if let Some(m) = layers.matches.at(i).iter().find(|m| layers.lexicon.time_word(m.sense).is_some()) {
            evidence.push(m.sense);
        }
    }
    Time { first, end: e.end, span: Span::new(start(reader, first), cover.end), kind: e.kind(), value: e.text(), modifier: e.modifier, evidence }
}

/// Where an expression begins inside its first token: after و and an attached preposition; but للعام, in which ل and ال have run
/// together, stays whole.
fn start(reader: &Reader, first: usize) -> u32 {
    let tokens = &reader.layers.tokens;
    let span = tokens.span(first);
    let Some(m) = reader.layers.matches.at(first).iter().find(|m| reader.layers.lexicon.time_word(m.sense).is_some() && m.clitics.pronoun.is_none()) else {
        return reader.number_span(first).map_or(span.start, |s| s.start);
    };
    let clitics = m.clitics;
    let conj = usize::from(clitics.conj);
    const LAM_ARTICLE: &str = "\u{0644}\u{0644}";
    let whole = clitics.prep == Some(Prep::Li) && tokens.key(first).get(conj * 2..).is_some_and(|k| k.starts_with(LAM_ARTICLE));
    skip_letters(reader.layers.text, span, if whole { conj } else { usize::from(clitics.letters) })
}
