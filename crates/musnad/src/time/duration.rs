//! Lengths of time, ages, and points at a distance: ثلاثة أسابيع، يومين، 67 عاما، قبل ثلاثة أسابيع، السنوات الخمس الماضية.

use super::calendar::{Length, Point, shift};
use super::expression::{Expression, direction};
use super::reader::{Before, Reader, Told};
use super::relative::{beside, definite_number};
use super::tense::{Tense, tense};
use crate::lexicon::time::{Frame, Ref, Unit};
use crate::morph::{Prep, is_definite};

/// A length as the text tells it.
#[derive(Clone, Copy)]
struct Measure {
    length: Length,
    end: usize,
    /// Its count has the article: العشرة أيام.
    definite: bool,
    /// Only its noun tells it: سنة, سنوات. Such a noun is a length only where something governs it.
    noun: Option<Told>,
}

/// A point at a distance from the article's day: `قبل ثلاثة أسابيع`, `بعد يومين`.
pub fn anchored(reader: &Reader, i: usize) -> Option<Expression> {
    let (sign, at) = match reader.skip(i, Frame::Ago) {
        Some(at) => (-1, at),
        None => (1, reader.skip(i, Frame::After)?),
    };
    let (modifier, from) = match reader.frame(at, |f| if let Frame::About(m) = f { Some(m) } else { None }) {
        Some(w) => (Some(w.is), w.end),
        None => (None, at),
    };
    let m = measure(reader, from)?;
    // قبل يومين من الهجوم: a length, measured from something told. قبل أيام العيد: no count at all.
    let of_event = reader.skip(m.end, Frame::Of).is_some_and(|next| reader.frame(next, |f| (f == Frame::Ref(Ref::Present)).then_some(())).is_none());
    if of_event || m.definite || followed_by_owner(reader, m) {
        return None;
    }
    if sign > 0 && tense(reader, i, m.end) != Tense::Future {
        return None;
    }
    let now = reader.skip(m.end, Frame::Of).and_then(|next| reader.skip(next, Frame::Ref(Ref::Present)));
    let end = now.unwrap_or(m.end);
    let length = m.length;
    let point = match (length.count, reader.today) {
        (Some(n), Some(today)) if n.fract() == 0.0 && n.abs() < 10_000.0 => shift(today, length.unit, sign * n as i32)?,
        (Some(_), Some(_)) | (None, _) | (_, None) => direction(sign),
    };
    Some(Expression::at(end, point, if sign < 0 { "time/ago" } else { "time/hence" }).with(modifier))
}

/// A length that stands by itself.
pub fn duration(reader: &Reader, i: usize) -> Option<Expression> {
    let m = measure(reader, i)?;
    if let Some(told) = m.noun {
        if !noun_measures(reader, i, m, told) {
            return None;
        }
    }
    // 48 ساعة الماضية
    let end = if m.noun.is_none() { beside(reader, m.end).unwrap_or(m.end) } else { m.end };
    Some(Expression::lasts(end, m.length, if m.noun.is_some() { "time/duration-noun" } else { "time/duration" }))
}

/// Whether a unit's noun alone is a length here.
fn noun_measures(reader: &Reader, i: usize, m: Measure, told: Told) -> bool {
    let Some(unit) = reader.unit(i) else { return false };
    let prep = unit.clitics.prep;
    match told {
        Told::Two => prep != Some(Prep::Ka),
        Told::TwoOf => false,
        Told::Many | Told::One => {
            if followed_by_owner(reader, m) || reader.number(m.end).is_some() || reader.weekday(m.end).is_some() {
                return false;
            }
            let about = reader.about(i).is_some();
            let before = reader.before(i);
            let governed = matches!(before, Before::Ago | Before::After | Before::Since | Before::Span | Before::Whole);
            let li = prep == Some(Prep::Li);
            match told {
                Told::One => governed || (about && unit.is.0 != Unit::Second) || (li && unit.is.0 != Unit::Second && unit.is.0 != Unit::Day && unit.is.0 != Unit::Decade),
                _ => governed || li || about,
            }
        }
    }
}

/// Whether the noun goes on to whose time it is: أيام العيد, يوم الهجوم, عقود النفط.
fn followed_by_owner(reader: &Reader, m: Measure) -> bool {
    m.noun.is_some_and(|told| told != Told::Two) && reader.is_word(m.end) && is_definite(reader.key(m.end)) && beside(reader, m.end).is_none()
}

/// A length at token `i`: `3 سنوات`, `يومين`, `عدة أيام`, `ساعة ونصف`, `نصف ساعة`, `تسع دقائق وثانيتين`.
fn measure(reader: &Reader, i: usize) -> Option<Measure> {
    let mut m = simple(reader, i)?;
    // و نصف, و ربع, or a smaller unit.
    if let Some(f) = reader.frame(m.end, |f| if let Frame::Fraction(x) = f { Some(x) } else { None }).filter(|w| w.clitics.conj) {
        if reader.unit(f.end).is_none() {
            let count = m.length.count.map(|n| n + f.is);
            return Some(Measure { length: Length { count, ..m.length }, end: f.end, noun: None, ..m });
        }
    }
    const WAW: &str = "\u{0648}";
    let at = if reader.key(m.end) == WAW { m.end + 1 } else { m.end };
    let conj = at > m.end || reader.layers.matches.at(at).iter().any(|x| x.clitics.conj) || reader.key(at).starts_with(WAW);
    if conj
        && m.noun != Some(Told::Many)
        && let Some(more) = simple(reader, at).filter(|x| x.noun.is_none_or(|t| t == Told::Two))
        && let Some(sum) = m.length.plus(more.length)
    {
        m = Measure { length: sum, end: more.end, noun: None, ..m };
    }
    Some(m)
}

fn simple(reader: &Reader, i: usize) -> Option<Measure> {
    // عدة أيام
    if let Some(few) = reader.frame(i, |f| (f == Frame::Few).then_some(())).filter(|w| !w.clitics.article) {
        let unit = reader.unit(few.end).filter(|u| u.is.1 == Told::Many && u.clitics.letters == 0 && !u.clitics.article)?;
        return Some(Measure { length: Length::of(None, unit.is.0), end: unit.end, definite: false, noun: None });
    }
    // نصف ساعة
    if let Some(f) = reader.frame(i, |f| if let Frame::Fraction(x) = f { Some(x) } else { None }).filter(|w| !w.clitics.article) {
        let unit = reader.unit(f.end).filter(|u| u.is.1 == Told::One && u.clitics.letters == 0 && !u.clitics.article)?;
        let length = match unit.is.0 {
            Unit::Hour => Length::of((f.is * 60.0).round(), Unit::Minute),
            other => Length::of(f.is, other),
        };
        return Some(Measure { length, end: unit.end, definite: false, noun: None });
    }
    let counted = definite_number(reader, i).map(|n| (n, true)).or_else(|| reader.number(i).map(|n| (n, false)));
    if let Some(((n, after), definite)) = counted {
        let unit = reader.unit(after).filter(|u| !u.clitics.conj && u.clitics.prep.is_none() && u.is.1 != Told::Two && u.is.1 != Told::TwoOf)?;
        // 2018 عام is no length; nor is خمس ساعات الماضية with an article of its own, which is الساعات الخمس.
        let full = reader.skip(unit.end, Frame::Full).unwrap_or(unit.end);
        let _ = full;
        return Some(Measure { length: Length::of(n, unit.is.0), end: unit.end, definite, noun: None });
    }
    let unit = reader.unit(i).filter(|u| !u.clitics.article)?;
    let full = reader.frame(unit.end, |f| (f == Frame::Full).then_some(())).filter(|w| w.clitics.letters == 0 && !w.clitics.article);
    let few = reader.frame(unit.end, |f| (f == Frame::FewAfter).then_some(())).filter(|w| w.clitics.letters == 0 && !w.clitics.article);
    Some(match (unit.is.1, full, few) {
        (Told::One, Some(full), _) => Measure { length: Length::of(1.0, unit.is.0), end: full.end, definite: false, noun: None },
        (Told::Many, _, Some(few)) => Measure { length: Length::of(None, unit.is.0), end: few.end, definite: false, noun: None },
        (Told::One, ..) => Measure { length: Length::of(1.0, unit.is.0), end: unit.end, definite: false, noun: Some(Told::One) },
        (Told::Two, full, _) => Measure { length: Length::of(2.0, unit.is.0), end: full.map_or(unit.end, |f| f.end), definite: false, noun: Some(Told::Two) },
        (told, ..) => Measure { length: Length::of(None, unit.is.0), end: unit.end, definite: false, noun: Some(told) },
    })
}

/// `طوال العام`, `على مدار اليوم`: one whole unit.
pub fn whole(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is.1 == Told::One && u.clitics.article)?;
    (reader.before(i) == Before::Whole && !is_definite(reader.key(unit.end))).then(|| Expression::lasts(unit.end, Length::of(1.0, unit.is.0), "time/whole-unit"))
}

/// `آخر 24 ساعة`: the last so many units, one expression with آخر.
pub fn last_units(reader: &Reader, i: usize) -> Option<Expression> {
    let at = reader.frame(i, |f| matches!(f, Frame::Edge(crate::record::TimeMod::End)).then_some(())).filter(|w| !w.clitics.article)?.end;
    let m = measure(reader, at).filter(|m| m.noun.is_none() && !m.definite)?;
    Some(Expression::lasts(m.end, m.length, "time/last-units"))
}

/// A point without a calendar: the part of the code that only names the direction.
pub fn reference(reader: &Reader, i: usize) -> Option<Expression> {
    let word = reader.frame(i, |f| if let Frame::Ref(r) = f { Some(r) } else { None })?;
    // قريبا من: near in space.
    if word.is == Ref::Future && word.end == i + 1 && reader.skip(word.end, Frame::Of).is_some() {
        return None;
    }
    // السابق, المستقبل: nouns only after a preposition.
    let noun = word.end == i + 1 && is_definite(reader.key(i)) && word.is != Ref::Present;
    if noun && !reader.governed(i, word.clitics) {
        return None;
    }
    Some(Expression::at(word.end, Point::Ref(word.is), "time/reference"))
}
