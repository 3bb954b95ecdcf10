//! Lengths of time, ages, and points at a distance: ثلاثة أسابيع، يومين، 67 عاما، قبل ثلاثة أسابيع، السنوات الخمس الماضية.

use jiff::civil::Date;

use super::calendar::{Length, Point, shift};
use super::day::day;
use super::expression::{Expression, direction};
use super::month::month_alone;
use super::reader::{Before, Reader, Told};
use super::relative::{beside, definite_number};
use super::tense::{Tense, tense};
use crate::lexicon::time::{Frame, Ref, Unit};
use crate::morph::{Prep, is_definite};
use crate::token::Punct;

const LAM: char = '\u{0644}';
const ALEF: char = '\u{0627}';
const HER: &str = "\u{0647}\u{0627}";

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
    // قبل يومين من الهجوم: a length, measured from something told; من الآن is the article's day. قبل أيام العيد: no count at all.
    let of = reader.skip(m.end, Frame::Of);
    let now = of.and_then(|next| reader.skip(next, Frame::Ref(Ref::Present)));
    let on_event = if sign > 0 { reader.skip(m.end, Frame::In) } else { None };
    let of_event = of.or(on_event).is_some() && now.is_none();
    if of_event || m.definite || followed_by_owner(reader, m) {
        return None;
    }
    if sign > 0 && now.is_none() && (reader.is(m.end, Punct::Comma) || tense(reader, i, m.end) != Tense::Future) {
        return None;
    }
    let end = now.unwrap_or(m.end);
    let point = reader.today.and_then(|today| away(today, m.length, sign)).unwrap_or(direction(sign));
    Some(Expression::at(end, point, if sign < 0 { "time/ago" } else { "time/hence" }).with(modifier))
}

/// `منذ 3 أشهر من الآن`, `شهر و21 يوما من الآن`: a point, though no قبل or بعد says so. منذ looks back.
pub fn from_now(reader: &Reader, i: usize) -> Option<Expression> {
    let mut m = measure(reader, i)?;
    // 1 شهر، 21 يوما من الآن
    if reader.is(m.end, Punct::Comma)
        && let Some(more) = simple(reader, m.end + 1).filter(|x| x.noun.is_none())
        && let Some(length) = m.length.plus(more.length)
    {
        m = Measure { length, end: more.end, ..m };
    }
    let of = reader.skip(m.end, Frame::Of)?;
    let end = reader.skip(of, Frame::Ref(Ref::Present))?;
    let sign = if matches!(reader.before(i), Before::Since | Before::Ago) { -1 } else { 1 };
    let point = reader.today.and_then(|today| away(today, m.length, sign)).unwrap_or(direction(sign));
    Some(Expression::at(end, point, if sign < 0 { "time/ago" } else { "time/hence" }))
}

/// The point at that distance from `today`; none for an untold or broken count.
fn away(today: Date, length: Length, sign: i32) -> Option<Point> {
    let whole = |n: f64| (n.fract() == 0.0 && n.abs() < 10_000.0).then_some(sign * n as i32);
    let count = whole(length.count?)?;
    let Some((rest, unit)) = length.rest else { return shift(today, length.unit, count) };
    // Years and days: the larger first, the result as exact as the smaller.
    let span = match length.unit {
        Unit::Year => jiff::Span::new().try_years(count),
        Unit::Month => jiff::Span::new().try_months(count),
        Unit::Week => jiff::Span::new().try_weeks(count),
        _ => jiff::Span::new().try_days(count),
    };
    shift(today.checked_add(span.ok()?).ok()?, unit, whole(rest)?)
}

/// A length that stands by itself.
pub fn duration(reader: &Reader, i: usize) -> Option<Expression> {
    let m = measure(reader, i)?;
    if m.noun.is_some_and(|told| !noun_measures(reader, i, m, told)) {
        return None;
    }
    // 48 ساعة الماضية
    let end = if m.noun.is_none() { beside(reader, m.end).unwrap_or(m.end) } else { m.end };
    Some(Expression::lasts(end, m.length, if m.noun.is_some() { "time/duration-noun" } else { "time/duration" }))
}

/// `منذ بعض الوقت`, `لوقت طويل`: a length of which nothing is told but that it is one.
pub fn some_time(reader: &Reader, i: usize) -> Option<Expression> {
    let word = reader.frame(i, |f| (f == Frame::SomeTime).then_some(()))?;
    let governed = matches!(reader.before(i), Before::Since | Before::After | Before::Ago | Before::Span) || word.clitics.prep == Some(Prep::Li);
    governed.then(|| Expression::lasts(word.end, Length::of(None, Unit::Day), "time/some-time"))
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
                Told::One => {
                    governed || (about && unit.is.0 != Unit::Second) || (li && unit.is.0 != Unit::Second && unit.is.0 != Unit::Day && unit.is.0 != Unit::Decade)
                }
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
    if let Some(f) = reader.frame(m.end, |f| if let Frame::Fraction(x) = f { Some(x) } else { None }).filter(|w| w.clitics.conj)
        && reader.unit(f.end).is_none_or(|u| u.clitics.conj)
    {
        let count = m.length.count.map(|n| n + f.is);
        return Some(Measure { length: Length { count, ..m.length }, end: f.end, noun: None, ..m });
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
        // نصف شهر مارس is its middle.
        if unit.is.0 == Unit::Month && month_alone(reader, f.end).is_some() {
            return None;
        }
        let length = match unit.is.0 {
            Unit::Hour => Length::of((f.is * 60.0).round(), Unit::Minute),
            other => Length::of(f.is, other),
        };
        return Some(Measure { length, end: unit.end, definite: false, noun: None });
    }
    // (60) يوما
    if reader.is(i, Punct::ParenOpen) {
        let (n, after) = reader.number(i + 1).filter(|(_, after)| reader.is(*after, Punct::ParenClose))?;
        let unit = reader.unit(after + 1).filter(|u| u.clitics.letters == 0 && !u.clitics.article)?;
        return Some(Measure { length: Length::of(n, unit.is.0), end: unit.end, definite: false, noun: None });
    }
    let counted = definite_number(reader, i).map(|n| (n, true)).or_else(|| reader.number(i).map(|n| (n, false)));
    if let Some(((n, after), definite)) = counted {
        // 33 من العمر: years of age.
        if let Some(age) = reader.skip(after, Frame::Of).and_then(|at| reader.skip(at, Frame::Age)) {
            return Some(Measure { length: Length::of(n, Unit::Year), end: age, definite, noun: None });
        }
        let unit = reader.unit(after).filter(|u| !u.clitics.conj && u.clitics.prep.is_none() && u.is.1 != Told::Two && u.is.1 != Told::TwoOf)?;
        let end = reader.skip(unit.end, Frame::Working).filter(|_| unit.is.0 <= Unit::Day).unwrap_or(unit.end);
        return Some(Measure { length: Length::of(n, unit.is.0), end, definite, noun: None });
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
    (reader.before(i) == Before::Whole && !is_definite(reader.key(unit.end)))
        .then(|| Expression::lasts(unit.end, Length::of(1.0, unit.is.0), "time/whole-unit"))
}

/// `آخر 24 ساعة`: the last so many units, one expression with آخر.
pub fn last_units(reader: &Reader, i: usize) -> Option<Expression> {
    let at = reader.frame(i, |f| matches!(f, Frame::Edge(crate::record::TimeMod::End)).then_some(())).filter(|w| !w.clitics.article)?.end;
    let prefixed = reader.number_span(at).is_some_and(|s| s.start > reader.layers.tokens.span(at).start);
    let m = measure(reader, at).filter(|m| m.noun.is_none() && !m.definite && !prefixed)?;
    Some(Expression::lasts(m.end, m.length, "time/last-units"))
}

/// A point without a calendar: the part of the code that only names the direction.
pub fn reference(reader: &Reader, i: usize) -> Option<Expression> {
    let word = reader.frame(i, |f| if let Frame::Ref(r) = f { Some(r) } else { None })?;
    // قريبا من: near in space.
    if word.is == Ref::Future && word.end == i + 1 && reader.skip(word.end, Frame::Of).is_some() {
        return None;
    }
    // وقت سابق الخميس: the day alone tells the time; وقت سابق لسقوطها: before something told.
    if word.end == i + 2 && word.is != Ref::Present && (day(reader, word.end).is_some() || reader.key(word.end).starts_with(LAM)) {
        return None;
    }
    // حليفا سابقا: an adjective of the noun before it.
    if word.end == i + 1 && i > reader.first && reader.key(i).ends_with(ALEF) && word.is != Ref::Present && word.clitics.letters == 0 {
        let noun = reader.key(i - 1);
        if noun.ends_with(ALEF) && !noun.ends_with(HER) && reader.is_word(i - 1) && noun.len() > 6 {
            return None;
        }
    }
    // السابق, المستقبل: nouns only after a preposition.
    let noun = word.end == i + 1 && is_definite(reader.key(i)) && word.is != Ref::Present;
    if noun && !reader.governed(i, word.clitics) {
        return None;
    }
    Some(Expression::at(word.end, Point::Ref(word.is), "time/reference"))
}
