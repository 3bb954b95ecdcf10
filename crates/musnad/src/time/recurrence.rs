//! What recurs: كل يوم، كل أربع سنوات، يوميا، بشكل سنوي، ساعة بعد أخرى.

use super::expression::{Expression, Value};
use super::reader::{Reader, Told};
use crate::lexicon::time::{Frame, Unit};
use crate::morph::is_definite;

const MONDAY: i8 = 1;
const SUNDAY: i8 = 7;

/// The pronouns that make a noun definite, folded; ه is also the folded ة, which is let through.
const PRONOUNS: [&str; 4] = ["\u{0647}", "\u{0647}\u{0627}", "\u{0647}\u{0645}", "\u{0646}\u{0627}"];

/// A recurring time at token `i`.
pub fn recurrence(reader: &Reader, i: usize) -> Option<Expression> {
    if let Some(word) = reader.frame(i, |f| if let Frame::Set(u) = f { Some(u) } else { None }) {
        return Some(Expression::every(word.end, 1.0, word.is, "time/set-adverb"));
    }
    if let Some(word) = reader.frame(i, |f| if let Frame::SetAdjective(u) = f { Some(u) } else { None }) {
        // رافع الشهري: with its article it follows a definite noun, or it is a name.
        let noun = i.checked_sub(1).filter(|b| *b >= reader.first).map_or("", |b| reader.key(b));
        let definite = is_definite(noun) || PRONOUNS.iter().any(|p| noun.ends_with(p));
        // مع يومي: a noun of its own after a preposition.
        let governed = i.checked_sub(1).is_some_and(|b| b >= reader.first && reader.frame(b, |f| matches!(f, Frame::In | Frame::Of).then_some(())).is_some());
        let stands = if word.clitics.article { definite } else { !governed && word.clitics.prep.is_none() };
        return stands.then(|| Expression::every(word.end, 1.0, word.is, "time/set-adjective"));
    }
    every(reader, i).or_else(|| one_after_another(reader, i))
}

/// `كل يوم`, `كل أربع سنوات`, `كل يوم جمعة`.
fn every(reader: &Reader, i: usize) -> Option<Expression> {
    let every = reader.frame(i, |f| (f == Frame::Every).then_some(())).filter(|w| !w.clitics.article)?;
    if let Some((n, after)) = reader.number(every.end) {
        let unit = reader.unit(after).filter(|u| !u.clitics.article && u.clitics.letters == 0)?;
        return Some(Expression::every(unit.end, n, unit.is.0, "time/every-count"));
    }
    // كل أحد is everyone, كل اثنين every two.
    if let Some(day) = reader.any_weekday(every.end).filter(|d| d.is != SUNDAY && d.is != MONDAY) {
        return Some(Expression { end: day.end, value: Value::EveryWeekday(day.is), modifier: None, rule: "time/every-weekday" });
    }
    let unit = reader.unit(every.end).filter(|u| !u.clitics.article && u.clitics.letters == 0)?;
    if unit.is == (Unit::Day, Told::One)
        && let Some(day) = reader.any_weekday(unit.end)
    {
        return Some(Expression { end: day.end, value: Value::EveryWeekday(day.is), modifier: None, rule: "time/every-weekday" });
    }
    match unit.is.1 {
        Told::One => Some(Expression::every(unit.end, 1.0, unit.is.0, "time/every-unit")),
        Told::Two => Some(Expression::every(unit.end, 2.0, unit.is.0, "time/every-unit")),
        _ => None,
    }
}

/// `ساعة بعد أخرى`, `يوما بعد يوم`, `عاما بعد عام`.
fn one_after_another(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is.1 == Told::One && !u.clitics.article)?;
    let at = reader.skip(unit.end, Frame::After)?;
    let same = reader.unit(at).filter(|u| u.is == unit.is && !u.clitics.article).map(|u| u.end);
    let end = same.or_else(|| reader.skip(at, Frame::Other))?;
    Some(Expression::every(end, 1.0, unit.is.0, "time/one-after-another"))
}
