//! Days told by their number: العاشر من كانون الأول/ديسمبر، 24 وحتى 26 يوليو، 15/10/1436هـ، 2018-05-03، December 9, 2021.

use super::calendar::{Point, day, hijri_day, to_hijri};
use super::expression::Expression;
use super::month::{Month, Told4, gregorian_year, month, near, side, year_digits, year_in_pairs, year_in_words, year_told};
use super::reader::{Before, Reader, Told};
use super::tense::{Tense, tense};
use crate::lexicon::time::{Frame, TimeWord, Unit};
use crate::morph::is_definite;
use crate::record::TimeMod;
use crate::token::{Punct, TokenKind};

/// A day of a month, with what is told of the month's year.
#[derive(Clone, Copy)]
struct DayOf {
    end: usize,
    day: i8,
    month: Month,
}

/// How many days one list may join before their month: 7 و8 و9 مارس.
const JOINED: usize = 5;

/// A day by its number and its month.
pub fn day_and_month(reader: &Reader, i: usize) -> Option<Expression> {
    let (number, after) = day_number(reader, i)?;
    if let Some(mut d) = of_month(reader, number, after) {
        // 16 نوفمبر و28 ديسمبر 2017: the year told with the last of a list is that of all.
        if d.month.year.is_none() && d.month.side.is_none() {
            d.month.year = listed_year(reader, d.month);
        }
        return place(reader, i, d).map(|p| Expression::at(d.end, p, "time/day-month"));
    }
    if let Some((end, point)) = of_this_month(reader, number, after) {
        return Some(Expression::at(end, point, "time/day-of-month-frame"));
    }
    // The first of several days whose month is told with the last: the expression is the number alone.
    let mut at = after;
    for _ in 0..JOINED {
        at = joiner(reader, at)?;
        let (next, after_next) = day_number(reader, at)?;
        if let Some(d) = of_month(reader, next, after_next) {
            let p = place(reader, i, DayOf { day: number, ..d })?;
            return Some(Expression::at(after, p, "time/day-joined"));
        }
        if let Some((_, Point::Day(d))) = of_this_month(reader, next, after_next) {
            return day(d.year(), d.month(), number).map(|d| Expression::at(after, Point::Day(d), "time/day-joined"));
        }
        at = after_next;
    }
    None
}

/// The year told with a later day of the list that goes on after a month.
fn listed_year(reader: &Reader, m: Month) -> Option<i16> {
    let mut at = m.end;
    for _ in 0..JOINED {
        at = joiner(reader, at)?;
        let (number, after) = day_number(reader, at)?;
        let next = of_month(reader, number, after)?.month;
        if next.hijri != m.hijri || next.side.is_some() {
            return None;
        }
        if let Some(year) = next.year {
            return Some(if next.month < m.month { year - 1 } else { year });
        }
        at = next.end;
    }
    None
}

/// `اليوم الثالث من أكتوبر`, `ثالث يوم من شهر شوال`, `آخر يوم في السنة` of a month.
pub fn day_noun_of_month(reader: &Reader, i: usize) -> Option<Expression> {
    let day_noun = |at: usize, article: bool| reader.unit(at).filter(|u| u.is == (Unit::Day, Told::One) && u.clitics.article == article).map(|u| u.end);
    let last = |at: usize| reader.frame(at, |f| matches!(f, Frame::Recent | Frame::Edge(TimeMod::End)).then_some(())).map(|w| (None, w.end));
    let ordinal = |at: usize| reader.ordinal(at).map(|o| (Some(o.is as i8), o.end)).or_else(|| last(at));
    let (number, after) = match day_noun(i, true) {
        Some(at) => ordinal(at).filter(|_| is_definite(reader.key(at)))?,
        None => {
            let (number, at) = ordinal(i).filter(|_| !is_definite(reader.key(i)))?;
            (number, day_noun(at, false)?)
        }
    };
    let at = reader.skip(after, Frame::Of).or_else(|| reader.skip(after, Frame::In)).unwrap_or(after);
    let m = month(reader, at)?;
    let number = match number {
        Some(n) => n,
        None if m.hijri => return None,
        None => gregorian_year(reader, i, m).and_then(|y| day(y, m.month, 1)).map_or(31, |d| d.days_in_month()),
    };
    place(reader, i, DayOf { end: m.end, day: number, month: m }).map(|p| Expression::at(m.end, p, "time/day-of-month"))
}

/// يوم 24: a day of the month nearest by tense, where يوم stands before the number.
pub fn numbered_day(reader: &Reader, i: usize, first: usize) -> Option<Expression> {
    // يوم واحد is a length.
    if reader.digits(i).is_none() && !is_definite(reader.key(i)) {
        return None;
    }
    let (number, end) = day_number(reader, i)?;
    // A number that counts something is no day.
    if reader.counts_noun(end) || reader.is(end, Punct::Percent) || reader.is(end, Punct::Slash) {
        return None;
    }
    let point = match reader.today {
        None => Point::DayOf(None, number),
        Some(today) => {
            let here = day(today.year(), today.month(), number);
            match (tense(reader, first, end), here) {
                (Tense::Future, Some(d)) if d >= today => Point::Day(d),
                (Tense::Future, _) => Point::Day(today.last_of_month().tomorrow().ok().and_then(|m| day(m.year(), m.month(), number))?),
                (_, Some(d)) if d <= today || matches!(tense(reader, first, end), Tense::Unknown) => Point::Day(d),
                _ => Point::Day(today.first_of_month().yesterday().ok().and_then(|m| day(m.year(), m.month(), number))?),
            }
        }
    };
    Some(Expression::at(end, point, "time/day-number"))
}

/// A day's number: digits, a number word, an ordinal; with ال before digits. Its value and the token after it.
pub fn day_number(reader: &Reader, i: usize) -> Option<(i8, usize)> {
    let at =
        if reader.is_word(i) && reader.key(i).len() == 4 && reader.kind(i + 1) == Some(TokenKind::Digits) && reader.glued(i + 1) && is_article(reader.key(i)) {
            i + 1
        } else {
            i
        };
    let (n, end) = match reader.digits(at) {
        Some((n, len)) if len <= 2 => (n, at + 1),
        Some(_) => return None,
        None => match reader.ordinal(at) {
            Some(w) => (u32::from(w.is), w.end),
            None => reader.number(at).filter(|(n, _)| n.fract() == 0.0 && *n >= 1.0 && *n <= 31.0).map(|(n, end)| (n as u32, end))?,
        },
    };
    (1..=31).contains(&n).then_some((n as i8, end))
}

fn is_article(key: &str) -> bool {
    key == "\u{0627}\u{0644}"
}

/// The month after a day's number: `يوليو`, `من شهر شوال`, `/ أكتوبر`.
fn of_month(reader: &Reader, number: i8, after: usize) -> Option<DayOf> {
    let at = reader.skip(after, Frame::Of).unwrap_or(after);
    let mark = reader.is(at, Punct::Dash) || reader.is(at, Punct::Stop);
    let at = if mark || reader.is(at, Punct::Slash) { at + 1 } else { at };
    // 6 - صفر is a score.
    let m = month(reader, at).filter(|m| !(mark && m.hijri))?;
    let clear = reader.layers.matches.at(at).iter().any(|m| m.clitics.prep.is_none() && !m.clitics.conj);
    let most = if m.hijri { 30 } else { 31 };
    (number <= most && clear).then_some(DayOf { end: m.end, day: number, month: m })
}

/// `من الشهر الجاري`, `من هذا الشهر` after a day's number.
fn of_this_month(reader: &Reader, number: i8, after: usize) -> Option<(usize, Point)> {
    let at = reader.skip(after, Frame::Of)?;
    let this = reader.skip(at, Frame::ThisOne);
    let unit = reader.unit(this.unwrap_or(at)).filter(|u| u.is == (Unit::Month, Told::One) && u.clitics.article)?;
    let (count, end) = match this {
        Some(_) => (0, unit.end),
        None => side(reader, unit.end)?,
    };
    let Some(today) = reader.today else { return Some((end, Point::DayOf(None, number))) };
    let month = match count {
        0 => today,
        1 => today.last_of_month().tomorrow().ok()?,
        _ => today.first_of_month().yesterday().ok()?,
    };
    day(month.year(), month.month(), number).map(|d| (end, Point::Day(d)))
}

fn place(reader: &Reader, first: usize, d: DayOf) -> Option<Point> {
    let m = d.month;
    if m.hijri {
        let year = m.year.or_else(|| {
            let (year, month, _) = to_hijri(reader.today?)?;
            Some(near(reader, first, m, year, month))
        });
        return match year {
            Some(y) => hijri_day(y, m.month, d.day).map(Point::Day),
            None => Some(Point::Month(None, m.month)),
        };
    }
    match gregorian_year(reader, first, m) {
        Some(year) => day(year, m.month, d.day).map(Point::Day),
        None => Some(Point::DayOf(Some(m.month), d.day)),
    }
}

/// `سبتمبر الحادي والعشرين 2018`, `يناير الخامس من عام 2018`: the month before its day, with the year, which makes it plain.
pub fn month_first(reader: &Reader, i: usize) -> Option<Expression> {
    let name = reader.month(i)?;
    let ordinal = reader.ordinal(name.end).filter(|o| o.clitics.article && o.clitics.prep.is_none() && !o.clitics.conj)?;
    let at = reader.skip(ordinal.end, Frame::Of).unwrap_or(ordinal.end);
    let told = year_told(reader, at).filter(|y| !y.hijri)?;
    day(told.year, name.is.0, ordinal.is as i8).map(|d| Expression::at(told.end, Point::Day(d), "time/month-day"))
}

/// `تسعة عشر ثمانية وعشرون`, a year read out in pairs, where it is all the text.
pub fn spoken_year(reader: &Reader, i: usize) -> Option<Expression> {
    let found = year_in_pairs(reader, i).filter(|y| reader.alone(i, y.end))?;
    found.point().map(|p| Expression::at(found.end, p, "time/year"))
}

/// What joins two days or years of one list: `و`, `إلى`, `حتى`, `-`, `،`. The token after it.
pub fn joiner(reader: &Reader, i: usize) -> Option<usize> {
    const WAW: &str = "\u{0648}";
    if reader.key(i) == WAW || reader.is(i, Punct::Dash) || reader.is(i, Punct::Comma) {
        let at = i + 1;
        return Some(reader.skip(at, Frame::Until).unwrap_or(at));
    }
    if let Some(end) = reader.skip(i, Frame::Until) {
        let day = reader.unit(end).filter(|u| u.is == (Unit::Day, Told::One));
        return Some(day.map_or(end, |d| d.end));
    }
    // والعاشر: the conjunction is part of the next word.
    reader.ordinal(i).filter(|w| w.clitics.conj).map(|_| i)
}

/// A date in digits: `31/12/2021`, `2018-05-03`, `15/10/1436هـ`, `5/2015`.
pub fn numeric(reader: &Reader, i: usize) -> Option<Expression> {
    let (a, a_len) = reader.digits(i)?;
    let mark = [Punct::Slash, Punct::Dash].into_iter().find(|m| reader.is(i + 1, *m))?;
    let (b, b_len) = reader.digits(i + 2)?;
    if reader.is(i + 3, mark)
        && let Some((c, c_len)) = reader.digits(i + 4)
    {
        let (y, m, d) = if a_len == 4 {
            (a, b, c)
        } else if c_len == 4 {
            (c, b, a)
        } else {
            return None;
        };
        let era = reader.frame(i + 5, |f| if let Frame::Era(hijri) = f { Some(hijri) } else { None }).filter(|w| !w.clitics.conj);
        let end = era.map_or(i + 5, |w| w.end);
        let hijri = era.map_or((1300..1500).contains(&y), |w| w.is);
        // Arabic news writes the day first; a second number that is no month makes it the day.
        let (m, d) = if m > 12 && d <= 12 { (d, m) } else { (m, d) };
        let (y, m, d) = (i16::try_from(y).ok()?, i8::try_from(m).ok()?, i8::try_from(d).ok()?);
        let date = if hijri { hijri_day(y, m, d) } else { day(y, m, d).filter(|_| (1000..2200).contains(&y)) };
        return date.map(|d| Expression::at(end, Point::Day(d), if hijri { "time/numeric-hijri" } else { "time/numeric" }));
    }
    // 08/12, 2015: with a comma before the year the American manner, the month first.
    if mark == Punct::Slash
        && a_len <= 2
        && b_len <= 2
        && reader.is(i + 3, Punct::Comma)
        && let Some((y, 4)) = reader.digits(i + 4).filter(|(y, _)| (1900..2100).contains(y) && !reader.counts_noun(i + 5))
    {
        let (m, d) = if a > 12 { (b, a) } else { (a, b) };
        let date = day(y as i16, i8::try_from(m).ok()?, i8::try_from(d).ok()?)?;
        return Some(Expression::at(i + 5, Point::Day(date), "time/numeric-american"));
    }
    if mark == Punct::Slash && a_len <= 2 && b_len == 4 && (1..=12).contains(&a) && (1900..2100).contains(&b) {
        return Some(Expression::at(i + 3, Point::Month(Some(b as i16), a as i8), "time/numeric-month"));
    }
    // 22-4 at the end of a clause that tells a plan: no range, since it descends, and no score, since nobody has played yet.
    if mark == Punct::Dash
        && (13..=31).contains(&a)
        && (1..=12).contains(&b)
        && !reader.is_word(i + 3)
        && !reader.is(i + 3, mark)
        && !reader.is(i + 3, Punct::Percent)
    {
        let today = reader.today.filter(|_| tense(reader, i, i + 3) == Tense::Future)?;
        let (d, m) = (a as i8, b as i8);
        let date = day(today.year(), m, d).filter(|d| *d >= today).or_else(|| day(today.year() + 1, m, d))?;
        return Some(Expression::at(i + 3, Point::Day(date), "time/numeric-day-month"));
    }
    // 22/04: a day only where the text says so and no other reading is left.
    let dated = reader.before(i) == Before::In || after_day_word(reader, i);
    let padded = a_len == 2 && a > 12 && b <= 12 && reader.key(i + 2).starts_with('0');
    if (dated || padded) && mark == Punct::Slash && a_len <= 2 && b_len == 2 && !reader.is(i + 3, Punct::Slash) && !reader.counts_noun(i + 3) {
        let (d, m) = if b > 12 { (b, a) } else { (a, b) };
        if (1..=31).contains(&d) && (1..=12).contains(&m) {
            let (d, m) = (d as i8, m as i8);
            let point = match reader.today {
                Some(t) => Point::Day(day(t.year(), m, d)?),
                None => Point::DayOf(Some(m), d),
            };
            return Some(Expression::at(i + 3, point, "time/numeric-day-month"));
        }
    }
    None
}

fn after_day_word(reader: &Reader, i: usize) -> bool {
    i.checked_sub(1).filter(|b| *b >= reader.first).and_then(|b| reader.unit(b)).is_some_and(|u| u.is == (Unit::Day, Told::One))
}

/// A date in English: `December 9, 2021`, `9 Dec 2021`, `Dec 2021`.
pub fn english(reader: &Reader, i: usize) -> Option<Expression> {
    let year_at = |at: usize| {
        let at = at + usize::from(reader.is(at, Punct::Comma));
        reader.digits(at).filter(|(n, len)| *len == 4 && (1900..2100).contains(n)).map(|(n, _)| (n as i16, at + 1))
    };
    let suffix = |at: usize| at + usize::from(reader.kind(at) == Some(TokenKind::Latin) && reader.glued(at) && reader.key(at).len() == 2);
    let number = |at: usize| reader.digits(at).filter(|(n, len)| *len <= 2 && (1..=31).contains(n)).map(|(n, _)| (n as i8, suffix(at + 1)));
    let (month, day_number, after) = match reader.latin_month(i) {
        Some(m) => {
            let m_end = m.end + usize::from(reader.is(m.end, Punct::Stop) && reader.digits(m.end + 1).is_some());
            match number(m_end) {
                Some((n, end)) => (m.is, Some(n), end),
                None => (m.is, None, m_end),
            }
        }
        None => {
            let (n, after) = number(i)?;
            let m = reader.latin_month(after)?;
            (m.is, Some(n), m.end)
        }
    };
    match (day_number, year_at(after)) {
        (Some(d), Some((y, end))) => day(y, month, d).map(|d| Expression::at(end, Point::Day(d), "time/english-date")),
        (None, Some((y, end))) => Some(Expression::at(end, Point::Month(Some(y), month), "time/english-month")),
        (Some(d), None) => {
            let point = match reader.today {
                Some(t) => Point::Day(day(t.year(), month, d)?),
                None => Point::DayOf(Some(month), d),
            };
            Some(Expression::at(after, point, "time/english-date"))
        }
        (None, None) => None,
    }
}

/// A year: `عام 2014`, `سنة 1436هـ`, `العامين 2015`, and bare digits where they can only be a year. `listed`: a year stands just before
/// it in a list.
pub fn year(reader: &Reader, i: usize, listed: bool) -> Option<Expression> {
    if let Some(unit) = reader.unit(i).filter(|u| u.is.0 == Unit::Year) {
        let at = unit.end;
        // سنة 247: a year of three digits stands alone at the end.
        let short =
            || reader.digits(at).filter(|(_, len)| *len == 3 && !reader.is_word(at + 1)).map(|(n, _)| Told4 { end: at + 1, year: n as i16, hijri: false });
        let found = year_digits(reader, at).or_else(|| year_in_pairs(reader, at)).or_else(|| year_in_words(reader, at)).or_else(short)?;
        return found.point().map(|p| Expression::at(found.end, p, "time/year"));
    }
    let found = year_digits(reader, i)?;
    let point = found.point()?;
    let era = found.end > i + 1;
    let in_range = found.hijri || (1800..2100).contains(&found.year);
    let round = found.year % 100 == 0;
    let counted = !era && reader.counts_noun(found.end) && (round || reader.unit(found.end).is_some());
    if !in_range || counted || reader.is(found.end, Punct::Percent) || reader.is(found.end, Punct::Currency) {
        return None;
    }
    let governed = matches!(reader.before(i), Before::In | Before::Until | Before::Since | Before::Ago | Before::After | Before::Span | Before::Edge);
    let paren = i > reader.first && reader.is(i - 1, Punct::ParenOpen) && (reader.is(found.end, Punct::ParenClose) || reader.is(found.end, Punct::Dash));
    // انتخابات الرئاسة الأمريكية 2016: after a definite noun, at the end of its clause.
    let closing = i > reader.first
        && is_definite(reader.key(i - 1))
        && !reader.is_word(found.end)
        && !reader.is(found.end, Punct::Slash)
        && !found.hijri
        && (1950..2050).contains(&found.year);
    (era || listed || closing || (governed && !found.hijri) || (paren && !found.hijri) || pair(reader, i, found.year))
        .then(|| Expression::at(found.end, point, "time/year-digits"))
}

/// `2017/2018`, `1436 - 1437`: two years running.
fn pair(reader: &Reader, i: usize, year: i16) -> bool {
    let mark = |at: usize| reader.is(at, Punct::Slash) || reader.is(at, Punct::Dash);
    let is_year = |at: usize, want: i16| reader.digits(at).is_some_and(|(n, len)| len == 4 && n == u32::try_from(want).unwrap_or(0));
    (mark(i + 1) && (is_year(i + 2, year + 1) || is_year(i + 2, year - 1)))
        || (i >= reader.first + 2 && mark(i - 1) && (is_year(i - 2, year - 1) || is_year(i - 2, year + 1)))
}

/// The year after a season, a quarter or a decade; that of the article when none is told.
pub fn year_after(reader: &Reader, i: usize) -> Option<(i16, usize)> {
    year_told(reader, i).filter(|y| !y.hijri).map(|y| (y.year, y.end))
}

/// A feast: عيد الفطر المبارك.
pub fn feast(reader: &Reader, i: usize) -> Option<Expression> {
    let word = reader.word(i, |w| if let TimeWord::Feast(m, d, hijri) = w { Some((m, d, hijri)) } else { None })?;
    let (month, number, hijri) = word.is;
    let blessed = reader.frame(word.end, |f| (f == Frame::Blessed).then_some(())).filter(|w| w.clitics.article);
    let end = blessed.map_or(word.end, |w| w.end);
    let told = year_told(reader, end).filter(|y| y.hijri == hijri);
    let today = reader.today;
    let Some(now) = today else {
        return Some(Expression::at(end, if hijri { Point::Month(None, month) } else { Point::DayOf(Some(month), number) }, "time/feast"));
    };
    let (year, end) = match told {
        Some(y) => (y.year, y.end),
        None => {
            let (this, now_month) = if hijri { to_hijri(now).map(|(y, m, _)| (y, m))? } else { (now.year(), now.month()) };
            // The nearest one.
            let ahead = i16::from(month) - i16::from(now_month);
            (
                if ahead > 6 {
                    this - 1
                } else if ahead < -6 {
                    this + 1
                } else {
                    this
                },
                end,
            )
        }
    };
    let date = if hijri { hijri_day(year, month, number) } else { day(year, month, number) };
    date.map(|d| Expression::at(end, Point::Day(d), "time/feast"))
}
