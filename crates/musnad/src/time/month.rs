//! Months and the years told with them: يوليو الماضي، شهر كانون الأول/ديسمبر 2021، شوال 1436هـ.

use super::calendar::{Point, hijri_month, hijri_year, to_hijri};
use super::expression::Expression;
use super::reader::{Before, Reader, Told};
use super::tense::{Tense, tense};
use crate::lexicon::time::{Bare, Frame, Unit};
use crate::token::Punct;

/// A month in the text, with what is told of its year.
#[derive(Clone, Copy, Debug)]
pub struct Month {
    /// The token after it.
    pub end: usize,
    /// 1–12.
    pub month: i8,
    /// Of the Hijri calendar.
    pub hijri: bool,
    /// The year told, of the month's calendar.
    pub year: Option<i16>,
    /// الماضي −1, الجاري 0, المقبل 1
    pub side: Option<i32>,
    /// Whether the name stands so that it can only be a month: doubled, after شهر, with a year or a frame.
    sure: bool,
    bare: Bare,
}

/// A month's name with its second name and its year, at token `i`, after شهر or not.
pub fn month(reader: &Reader, i: usize) -> Option<Month> {
    let noun = reader.unit(i).filter(|u| u.is == (Unit::Month, Told::One));
    let at = noun.map_or(i, |n| n.end);
    let mut found = match (named(reader, at), noun) {
        (Some(found), _) => found,
        // شهر ثلاثة: a month by its number, sure only with a day or a year.
        (None, Some(_)) => return by_number(reader, at).map(|m| years(reader, m)),
        (None, None) => return None,
    };
    found.sure |= noun.is_some();
    found = second_name(reader, found);
    if found.hijri
        && let Some(word) = reader.frame(found.end, |f| (f == Frame::Blessed).then_some(())).filter(|w| w.clitics.article)
    {
        found = Month { end: word.end, sure: true, ..found };
    }
    Some(years(reader, found))
}

/// A month that stands without a day.
pub fn month_alone(reader: &Reader, i: usize) -> Option<Expression> {
    let found = month(reader, i)?;
    let clitics = reader.layers.matches.at(i).first().map(|m| m.clitics).unwrap_or_default();
    let stands = found.sure
        || match found.bare {
            Bare::Yes => true,
            Bare::Prep => reader.governed(i, clitics),
            Bare::No => false,
        };
    stands.then(|| Expression::at(found.end, place(reader, i, found), if found.hijri { "time/hijri-month" } else { "time/month" }))
}

/// The month on the calendar.
pub fn place(reader: &Reader, first: usize, m: Month) -> Point {
    if m.hijri {
        let year = m.year.or_else(|| {
            let (year, month, _) = to_hijri(reader.today?)?;
            Some(near(reader, first, m, year, month))
        });
        return year.and_then(|y| hijri_month(y, m.month)).unwrap_or(Point::Month(None, m.month));
    }
    Point::Month(gregorian_year(reader, first, m), m.month)
}

/// The year of a Gregorian month.
pub fn gregorian_year(reader: &Reader, first: usize, m: Month) -> Option<i16> {
    m.year.or_else(|| reader.today.map(|t| near(reader, first, m, t.year(), t.month())))
}

/// The year that a month without one falls in, seen from month `now` of `year`.
pub fn near(reader: &Reader, first: usize, m: Month, year: i16, now: i8) -> i16 {
    let ahead = (m.month - now).rem_euclid(12);
    let next = if m.month < now { year + 1 } else { year };
    let last = if m.month > now { year - 1 } else { year };
    match m.side {
        Some(-1) => return if ahead == 0 { year - 1 } else { last },
        Some(1) => return if ahead == 0 { year + 1 } else { next },
        Some(_) => return year,
        None => {}
    }
    match reader.before(first) {
        Before::Since => return last,
        // حتى ديسمبر, قبل ديسمبر: a bound, mostly of what is still to come.
        Before::Until | Before::Ago if m.month > now => return year,
        _ => {}
    }
    match tense(reader, first, m.end) {
        // A plan does not reach back; but a month just past is rather that of something told beside the plan.
        Tense::Future if m.month >= now || now - m.month > 2 => next,
        // A verb beside it places the month; one further off may tell of a plan.
        Tense::Past(true) if m.month > now && ahead > 2 => last,
        // Without a word of its own a month is one of this year, unless last year's is much nearer.
        _ if m.month > now && ahead > 8 => last,
        _ => year,
    }
}

fn named(reader: &Reader, i: usize) -> Option<Month> {
    let (is, end, hijri) = match reader.month(i) {
        Some(w) => (w.is, w.end, false),
        None => reader.hijri(i).map(|w| (w.is, w.end, true))?,
    };
    Some(Month { end, month: is.0, hijri, year: None, side: None, sure: false, bare: is.1 })
}

fn by_number(reader: &Reader, i: usize) -> Option<Month> {
    let (n, end) = reader.number(i).filter(|(n, _)| (1.0..=12.0).contains(n) && n.fract() == 0.0)?;
    Some(Month { end, month: n as i8, hijri: false, year: None, side: None, sure: false, bare: Bare::No })
}

/// `كانون الأول/ديسمبر`, `تموز (يوليو)`: the same month by its other name.
fn second_name(reader: &Reader, m: Month) -> Month {
    let other = |at: usize| named(reader, at).filter(|o| o.month == m.month && o.hijri == m.hijri);
    if reader.is(m.end, Punct::Slash) || reader.is(m.end, Punct::Dash) {
        if let Some(o) = other(m.end + 1) {
            return Month { end: o.end, sure: true, ..m };
        }
    } else if let Some(o) = other(m.end) {
        // ديسمبر كانون الأول
        return Month { end: o.end, sure: true, ..m };
    } else if reader.is(m.end, Punct::ParenOpen)
        && let Some(o) = other(m.end + 1)
        && reader.is(o.end, Punct::ParenClose)
    {
        return Month { end: o.end + 1, sure: true, ..m };
    }
    m
}

fn years(reader: &Reader, m: Month) -> Month {
    if let Some((side, end)) = side(reader, m.end) {
        let told = Month { end, side: Some(side), sure: true, ..m };
        // كانون الأول الماضي 2014
        return told;
    }
    // A comma may stand before a year in digits.
    let comma = usize::from(reader.is(m.end, Punct::Comma) && reader.number(m.end + 1).is_some_and(|(n, _)| n.fract() == 0.0 && (1900.0..2100.0).contains(&n)));
    if let Some(y) = year_told(reader, m.end + comma) {
        let year = if y.hijri == m.hijri { Some(y.year) } else { None };
        if year.is_some() {
            return Month { end: y.end, year, sure: true, ..m };
        }
    }
    m
}

/// الماضي −1, الجاري 0, المقبل 1, after a noun.
pub fn side(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    let word = reader.frame(i, |f| if let Frame::Side(count, _) = f { Some(i32::from(count)) } else { None })?;
    (word.clitics.article && word.clitics.prep.is_none() && !word.clitics.conj).then_some((word.is, word.end))
}

/// A year told after something else: `2018`, `عام 2018`, `من العام الجاري`, `من هذا العام`, `العام المقبل`.
#[derive(Clone, Copy, Debug)]
pub struct Told4 {
    /// The token after it.
    pub end: usize,
    /// The year, of its own calendar.
    pub year: i16,
    /// Of the Hijri calendar.
    pub hijri: bool,
}

/// A year after a month, a quarter or a season, with its preposition.
pub fn year_told(reader: &Reader, i: usize) -> Option<Told4> {
    if let Some(y) = year_digits(reader, i).or_else(|| year_in_words(reader, i)) {
        return Some(y);
    }
    let mut at = i;
    if let Some(w) = reader.skip(i, Frame::In).or_else(|| reader.skip(i, Frame::Of)) {
        at = w;
    }
    let this_one = reader.skip(at, Frame::ThisOne);
    at = this_one.unwrap_or(at);
    if let Some(unit) = reader.unit(at).filter(|u| u.is == (Unit::Year, Told::One)) {
        if let Some(y) = year_digits(reader, unit.end).or_else(|| year_in_pairs(reader, unit.end)).or_else(|| year_in_words(reader, unit.end)) {
            return Some(y);
        }
        let today = reader.today?.year();
        if let Some((count, end)) = side(reader, unit.end) {
            return Some(Told4 { end, year: today.checked_add(i16::try_from(count).ok()?)?, hijri: false });
        }
        // من العام، من هذا العام: this year; not العام before another word of its own (العام نفسه، عامه).
        let alone = unit.clitics.article && (this_one.is_some() || at > i || unit.clitics.prep.is_some()) && !crate::morph::is_definite(reader.key(unit.end));
        return alone.then_some(Told4 { end: unit.end, year: today, hijri: false });
    }
    (at > i && this_one.is_none()).then(|| year_digits(reader, at)).flatten()
}

/// A year in digits, with its era: `2018`, `2015م`, `1436هـ`, `1436 هجري`.
pub fn year_digits(reader: &Reader, i: usize) -> Option<Told4> {
    let (n, len) = reader.digits(i)?;
    if len != 4 {
        return None;
    }
    let era = reader.frame(i + 1, |f| if let Frame::Era(hijri) = f { Some(hijri) } else { None }).filter(|w| !w.clitics.conj && w.clitics.prep.is_none());
    let hijri = match era {
        Some(w) => w.is,
        None => (1300..1500).contains(&n),
    };
    let plausible = if hijri { (1..1600).contains(&n) } else { era.is_some() || (1000..2200).contains(&n) };
    plausible.then(|| Told4 { end: era.map_or(i + 1, |w| w.end), year: n as i16, hijri })
}

/// `ألفين وثمانية عشر` as a year.
pub fn year_in_words(reader: &Reader, i: usize) -> Option<Told4> {
    if !reader.is_word(i) {
        return None;
    }
    let (n, end) = reader.number(i).filter(|(n, _)| n.fract() == 0.0 && (1900.0..2100.0).contains(n))?;
    Some(Told4 { end, year: n as i16, hijri: false })
}

/// `تسعة عشر تسعة وتسعون`: a year in two pairs, as it is read out.
pub fn year_in_pairs(reader: &Reader, i: usize) -> Option<Told4> {
    if !reader.is_word(i) {
        return None;
    }
    let pair = |at: usize, low: f64, high: f64| reader.number(at).filter(|(n, _)| n.fract() == 0.0 && (low..=high).contains(n));
    let (hundreds, at) = pair(i, 17.0, 20.0)?;
    let joined = reader.layers.matches.at(at).iter().any(|m| m.clitics.conj);
    let (rest, end) = pair(at, 10.0, 99.0).filter(|_| reader.is_word(at) && !joined)?;
    Some(Told4 { end, year: hundreds as i16 * 100 + rest as i16, hijri: false })
}

impl Told4 {
    /// The year on the calendar.
    pub fn point(self) -> Option<Point> {
        if self.hijri { hijri_year(self.year) } else { Some(Point::Year(self.year)) }
    }
}
