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
use crate::lexicon::time::{Frame, TimeWord, Unit};
use crate::morph::Prep;
use crate::number::Number;
use crate::record::{TimeMod, TimeType};
use crate::text::Span;
use crate::token::{Punct, TokenKind, skip_letters};
use calendar::Point;
use expression::{Expression, Value};
use jiff::civil::Date;
use reader::kind::*;
use reader::{Index, Reader, Told};

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

/// A rule: what its expressions begin with, and the function from a token to the expression that begins there.
type Rule = (u16, fn(&Reader, usize) -> Option<Expression>);

/// The rules. Of several expressions the longest stands; of equals the first.
const RULES: &[Rule] = &[
    (NUMBER, date::numeric),
    (NUMBER | ORDINAL, date::day_and_month),
    (UNIT | ORDINAL | STRETCH, date::day_noun_of_month),
    (MONTH, date::month_first),
    (NUMBER, date::spoken_year),
    (MONTH | NUMBER, date::english),
    (FEAST, date::feast),
    (PART | DEICTIC, day::part_of_day),
    (DEICTIC, day::this_part),
    (ORDINAL | STRETCH, day::nth_weekday),
    (UNIT, day::week_and_day),
    (UNIT, duration::whole),
    (UNIT | DEICTIC | WEEKDAY, day::day),
    (DISTANCE, duration::anchored),
    (NUMBER | UNIT | DISTANCE | STRETCH, duration::from_now),
    (STRETCH, relative::weekend),
    (STRETCH, relative::edge),
    (UNIT, relative::hijri_year_framed),
    (UNIT | DEICTIC, relative::unit_frame),
    (UNIT, relative::unit_alone),
    (STRETCH, relative::fraction_of_year),
    (SEASON | DEICTIC | STRETCH, relative::season),
    (UNIT | STRETCH, relative::decade),
    (UNIT, relative::century),
    (MONTH | HIJRI | UNIT, month::month_alone),
    (UNIT | REFERENCE, recurrence::recurrence),
    (STRETCH, duration::last_units),
    (NUMBER | UNIT | DISTANCE | STRETCH, duration::duration),
    (REFERENCE, duration::some_time),
    (REFERENCE, duration::reference),
];

/// All times of a text, in order, none overlapping another.
pub fn times(layers: &Layers, numbers: &[Number]) -> Vec<Time> {
    let today = layers.article.published.and_then(calendar::parse_day);
    let index = Index::new(layers, numbers);
    let mut found = Vec::new();
    let mut day = None;
    for paragraph in &layers.sentences.paragraphs {
        let reader = Reader { layers, numbers, index: &index, today, first: paragraph.tokens.start, limit: paragraph.tokens.end };
        read_paragraph(&reader, &mut day, &mut found);
    }
    found
}

/// `day`: the last day told so far, and where it ended.
fn read_paragraph(reader: &Reader, day: &mut Option<(usize, Date)>, found: &mut Vec<Time>) {
    // The expression before, for the lists and clock times that lean on it.
    let mut last: Option<(usize, Value)> = None;
    let mut i = reader.first;
    while i < reader.limit {
        let kinds = kinds(reader, i);
        if kinds == 0 {
            i += 1;
            continue;
        }
        if kinds & NAME != 0
            && let Some(end) = named(reader, i)
        {
            i = end;
            continue;
        }
        match next_day(reader, i, *day).or_else(|| expression(reader, i, kinds, last)) {
            Some(e) => {
                if let Some(Point::Day(date)) = e.point() {
                    *day = Some((e.end, date));
                }
                found.push(written(reader, i, e));
                last = Some((e.end, e.value));
                i = e.end.max(i + 1);
            }
            // Within an ordinal of several words nothing begins: الحادي والثلاثين من شهر that has thirty days.
            None => i = reader.ordinal(i).map_or(i + 1, |o| o.end),
        }
    }
}

/// What an expression at token `i` may begin with: a word of a table of time, digits, a number in words. None of these: nothing begins.
fn kinds(reader: &Reader, i: usize) -> u16 {
    let number = match reader.kind(i) {
        Some(TokenKind::Digits) => true,
        Some(TokenKind::Punct(Punct::ParenOpen)) => reader.kind(i + 1) == Some(TokenKind::Digits) && reader.is(i + 2, Punct::ParenClose),
        // الـ24
        Some(TokenKind::Word | TokenKind::Latin) => reader.index.number(i).is_some() || reader.kind(i + 1) == Some(TokenKind::Digits) && reader.glued(i + 1),
        _ => return 0,
    };
    (reader.index.kinds(i) & !WORD) | if number { NUMBER } else { 0 }
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

fn expression(reader: &Reader, i: usize, kinds: u16, last: Option<(usize, Value)>) -> Option<Expression> {
    let listed = last.is_some_and(|(end, value)| matches!(value, Value::At(Point::Year(_), None)) && date::joiner(reader, end) == Some(i));
    let day_before = last.filter(|(end, value)| i - end <= 3 && matches!(value, Value::At(Point::Day(_), None))).map(|(_, value)| value);
    let rules = RULES.iter().filter(|(heads, _)| heads & kinds != 0).filter_map(|(_, rule)| rule(reader, i));
    let clock = if kinds & (CLOCK | NUMBER | ORDINAL) != 0 { clock::clock(reader, i, day_before) } else { None };
    let year = if kinds & (UNIT | NUMBER) != 0 { date::year(reader, i, listed) } else { None };
    let special = [clock, year].into_iter().flatten();
    let best = rules.chain(special).fold(None, |best: Option<Expression>, e| if best.is_none_or(|b| e.end > b.end) { Some(e) } else { best })?;
    let best = before_christ(reader, best);
    // أكثر من عقد is a length; أكثر من الربع الأول compares.
    let about = reader.about(i).map(|(m, _)| m).filter(|m| *m == TimeMod::Approx || !matches!(best.value, Value::At(..)));
    Some(if best.modifier.is_none() { best.with(about) } else { best })
}

/// A year or century with قبل الميلاد behind it.
fn before_christ(reader: &Reader, e: Expression) -> Expression {
    let Some(end) = reader.skip(e.end, Frame::BeforeChrist) else { return e };
    match e.value {
        Value::At(Point::Year(year), None) => Expression { end, value: Value::At(Point::Year(-year), None), ..e },
        Value::At(Point::Century(century), None) => Expression { end, value: Value::At(Point::Century(-century - 1), None), ..e },
        _ => e,
    }
}

/// `اليوم التالي`: the day after the one that the article last told of.
fn next_day(reader: &Reader, i: usize, last: Option<(usize, Date)>) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is == (Unit::Day, Told::One) && u.clitics.article)?;
    let next = reader.frame(unit.end, |f| (f == Frame::Side(1, true)).then_some(())).filter(|w| w.clitics.article && w.clitics.letters == 0)?;
    let (_, day) = last.filter(|(end, _)| i - end <= MEMORY)?;
    Some(Expression::at(next.end, Point::Day(day.tomorrow().ok()?), "time/next-day"))
}

/// How far back, in tokens, a story's day may have been told.
const MEMORY: usize = 80;

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
