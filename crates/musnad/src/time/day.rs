//! Days by their name and by their distance, with the part of the day: أمس، اليوم الاثنين، الخميس الماضي، مساء السبت، ليلة الجمعة السبت.

use jiff::civil::Date;

use super::calendar::{Point, Within, weekday_after, weekday_before};
use super::date::{day_and_month, day_number, numbered_day, numeric};
use super::expression::{Expression, direction};
use super::month::{month, place, side};
use super::reader::{Before, Reader, Told, Word};
use super::tense::{Tense, tense};
use crate::lexicon::time::{Frame, Part, Ref, Unit};
use crate::morph::is_definite;
use crate::record::TimeMod;
use crate::token::{Punct, TokenKind};

/// A day, perhaps with a part of it after its name: `أمس`, `يوم الأحد الماضي`, `الاثنين مساء`.
pub fn day(reader: &Reader, i: usize) -> Option<Expression> {
    let found = named_day(reader, i)?;
    // أمس صباحا: the part after the day, unless it begins another expression.
    if found.rule != "time/today-reference"
        && let Some(part) = reader.part(found.end)
        && !part.clitics.article
        && !part.clitics.conj
        && part.clitics.prep.is_none()
        && reader.key(found.end).len() > 2
        && named_day(reader, part.end).is_none()
    {
        return Some(found.within(Within::Part(part.is.code), part.end, "time/day-part"));
    }
    Some(found)
}

fn named_day(reader: &Reader, i: usize) -> Option<Expression> {
    let noun = reader.unit(i).filter(|u| u.is.0 == Unit::Day && !u.clitics.article);
    let Some(noun) = noun else { return deictic(reader, i).or_else(|| weekday(reader, i, i)) };
    let at = noun.end;
    if let Some(found) = weekday(reader, at, i) {
        return Some(found);
    }
    if noun.is.1 == Told::Many {
        return None;
    }
    deictic(reader, at)
        .or_else(|| day_and_month(reader, at))
        .or_else(|| numeric(reader, at))
        .or_else(|| if noun.is.1 == Told::One { numbered_day(reader, at, i) } else { None })
}

/// `أمس`, `اليوم الاثنين`, `أمس (الجمعة)`, `غدا`.
fn deictic(reader: &Reader, i: usize) -> Option<Expression> {
    let word = reader.frame(i, |f| if let Frame::Day(d) = f { Some(d) } else { None })?;
    let weekday = apposed_weekday(reader, word.end);
    let end = apposed_date(reader, weekday.unwrap_or(word.end)).map_or(weekday.unwrap_or(word.end), |e| e.end);
    if word.is == 0 && weekday.is_none() && !is_today(reader, i, word.end) {
        return None;
    }
    if word.is == 0 && weekday.is_none() && matches!(reader.before(i), Before::Until | Before::After) {
        return Some(Expression::at(end, Point::Ref(Ref::Present), "time/today-reference"));
    }
    let point = match reader.today {
        Some(today) => Point::Day(today.checked_add(jiff::Span::new().try_days(i32::from(word.is)).ok()?).ok()?),
        None => direction(i32::from(word.is)),
    };
    Some(Expression::at(end, point, "time/day-deictic"))
}

/// Whether اليوم at `i` is this day, not the day of something (في اليوم نفسه، اليوم الأول، ذلك اليوم) nor a name in marks.
fn is_today(reader: &Reader, i: usize, end: usize) -> bool {
    let ordinal = reader.ordinal(end).is_some_and(|o| o.clitics.article) || side(reader, end).is_some();
    let that = reader.frame_before(i, |f| matches!(f, Frame::ThatOne | Frame::Every).then_some(())).is_some();
    let in_the_day = reader.frame_before(i, |f| (f == Frame::In).then_some(())).is_some();
    let quoted = i > reader.first
        && matches!(reader.kind(i - 1), Some(TokenKind::Punct(Punct::Quote(_))))
        && matches!(reader.kind(end), Some(TokenKind::Punct(Punct::Quote(_))));
    let counted = reader.number(end).is_some_and(|_| crate::morph::is_definite(reader.key(end)));
    !(ordinal || that || in_the_day || quoted || counted)
}

/// A weekday beside a day, in brackets or not: the token after it.
fn apposed_weekday(reader: &Reader, i: usize) -> Option<usize> {
    if reader.is(i, Punct::ParenOpen) {
        let day = reader.weekday(i + 1)?;
        return reader.is(day.end, Punct::ParenClose).then_some(day.end + 1);
    }
    let at = reader.unit(i).filter(|u| u.is == (Unit::Day, Told::One) && !u.clitics.article).map_or(i, |u| u.end);
    reader.weekday(at).filter(|w| w.clitics.letters == 0).map(|w| w.end)
}

/// A date beside a day: `الاثنين 5 مارس`, `الاثنين الموافق 5/3/2018`, `الاثنين (5 مارس)`.
fn apposed_date(reader: &Reader, i: usize) -> Option<Expression> {
    let bracket = reader.is(i, Punct::ParenOpen) || reader.is(i, Punct::Comma);
    let at = if bracket { i + 1 } else { i };
    let at = reader.skip(at, Frame::In).filter(|_| !bracket || reader.is(i, Punct::ParenOpen)).unwrap_or(at);
    let date = numeric(reader, at).or_else(|| day_and_month(reader, at)).filter(|d| d.rule != "time/day-joined")?;
    if reader.is(i, Punct::ParenOpen) {
        return reader.is(date.end, Punct::ParenClose).then_some(Expression { end: date.end + 1, ..date });
    }
    Some(date)
}

/// A weekday with what places it, the whole expression beginning at `first`.
fn weekday(reader: &Reader, i: usize, first: usize) -> Option<Expression> {
    let name = if first < i { reader.any_weekday(i)? } else { reader.weekday(i)? };
    if first < i && name.clitics.letters > 0 {
        return None;
    }
    let nth = weekday_of_month(reader, name);
    if let Some(date) = apposed_date(reader, name.end) {
        // الثلاثاء الثالث من أيلول is the third of September only when that is a Tuesday.
        let fits = matches!(date.point(), Some(Point::Day(d)) if d.weekday().to_monday_one_offset() == name.is);
        return Some(if fits || nth.is_none() { Expression { rule: "time/weekday-date", ..date } } else { nth? });
    }
    if let Some(found) = nth.or_else(|| super::date::month_first(reader, name.end)).or_else(|| with_day_number(reader, name)) {
        return Some(found);
    }
    let (count, end) = framed(reader, name.end).map_or((None, name.end), |(count, end)| (Some(count), end));
    let Some(today) = reader.today else { return Some(Expression::at(end, Point::Weekday(name.is), "time/weekday-unplaced")) };
    let (date, rule) = match count {
        Some(-1) => (weekday_before(today, name.is, false)?, "time/weekday-last"),
        Some(1) => (weekday_after(today, name.is, false)?, "time/weekday-next"),
        Some(0) => (in_week(today, name.is)?, "time/weekday-this"),
        Some(n) => (in_week(today, name.is)?.checked_add(jiff::Span::new().try_weeks(n - n.signum()).ok()?).ok()?, "time/weekday-after-next"),
        None => match of_week(reader, end) {
            Some((weeks, end)) => {
                let date = in_week(today, name.is)?.checked_add(jiff::Span::new().try_weeks(weeks).ok()?).ok()?;
                return Some(Expression::at(end, Point::Day(date), "time/weekday-of-week"));
            }
            None => by_tense(reader, today, name, first)?,
        },
    };
    Some(Expression::at(end, Point::Day(date), rule))
}

/// `الأحد السابع عشر`, `الجمعة في الخامس عشر`: a day of this month or of those beside it, when it is such a weekday. With a small ordinal
/// that no day fits, that weekday of this month: `الأحد الأول`.
fn with_day_number(reader: &Reader, name: Word<i8>) -> Option<Expression> {
    let today = reader.today?;
    let apart = reader.skip(name.end, Frame::In);
    let at = apart.unwrap_or(name.end);
    let (number, end) = day_number(reader, at)?;
    let ordinal = reader.ordinal(at).is_some_and(|o| o.clitics.article && o.clitics.prep.is_none() && !o.clitics.conj);
    let clause_ends = !reader.is_word(end) || is_definite(reader.key(end));
    if !(ordinal || apart.is_some()) || !clause_ends || reader.counts_noun(end) || reader.skip(end, Frame::Of).is_some() || reader.is(end, Punct::Slash) {
        return None;
    }
    let beside = [Some(today), today.first_of_month().yesterday().ok(), today.last_of_month().tomorrow().ok()];
    let dates = beside.into_iter().flatten().filter_map(|m| super::calendar::day(m.year(), m.month(), number));
    let date = match dates.into_iter().find(|d| d.weekday().to_monday_one_offset() == name.is) {
        Some(date) => date,
        None if ordinal && number <= 5 => weekday_number(today.year(), today.month(), name.is, number)?,
        None => return None,
    };
    Some(Expression::at(end, Point::Day(date), "time/weekday-date"))
}

/// The `n`th such weekday of a month, −1 the last.
fn weekday_number(year: i16, month: i8, weekday: i8, n: i8) -> Option<Date> {
    let first = super::calendar::day(year, month, 1)?;
    first.nth_weekday_of_month(n, jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?).ok()
}

fn by_tense(reader: &Reader, today: Date, name: Word<i8>, first: usize) -> Option<(Date, &'static str)> {
    let future = match reader.before(first) {
        Before::Since | Before::Ago => false,
        // A weekday that is all the text is asked for, not told of: the next one.
        _ => tense(reader, first, name.end) == Tense::Future || reader.alone(first, name.end),
    };
    Some(if future { (weekday_after(today, name.is, true)?, "time/weekday-future") } else { (weekday_before(today, name.is, true)?, "time/weekday-past") })
}

/// `الماضي`, `المقبل`, `بعد المقبل`, `قبل الماضي`.
pub fn framed(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    if let Some(found) = side(reader, i) {
        return Some(found);
    }
    if let Some(at) = reader.skip(i, Frame::After) {
        return side(reader, at).filter(|(c, _)| *c == 1).map(|(_, end)| (2, end));
    }
    let at = reader.skip(i, Frame::Ago)?;
    side(reader, at).filter(|(c, _)| *c == -1).map(|(_, end)| (-2, end))
}

/// That weekday of the week that holds `today`; weeks run from Monday.
fn in_week(today: Date, weekday: i8) -> Option<Date> {
    let days = i32::from(weekday) - i32::from(today.weekday().to_monday_one_offset());
    today.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// `من الأسبوع الماضي` after a weekday: weeks from this one.
fn of_week(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    let at = reader.skip(i, Frame::Of)?;
    let unit = reader.unit(at).filter(|u| u.is == (Unit::Week, Told::One) && u.clitics.article)?;
    side(reader, unit.end)
}

/// `الأحد الأول من يوليو`, `الاثنين الأخير من شهر مارس`.
fn weekday_of_month(reader: &Reader, name: Word<i8>) -> Option<Expression> {
    let (n, after) = nth(reader, name.end).filter(|_| crate::morph::is_definite(reader.key(name.end)))?;
    in_month(reader, name.is, n, after)
}

/// `أول جمعة من يوليو`, `آخر يوم أحد في رمضان`.
pub fn nth_weekday(reader: &Reader, i: usize) -> Option<Expression> {
    let (n, after) = nth(reader, i).filter(|_| !crate::morph::is_definite(reader.key(i)))?;
    let at = reader.unit(after).filter(|u| u.is == (Unit::Day, Told::One) && !u.clitics.article).map_or(after, |u| u.end);
    let name = reader.any_weekday(at).filter(|w| w.clitics.letters == 0)?;
    in_month(reader, name.is, n, name.end)
}

/// Which of a month's weekdays: its number, −1 for the last.
fn nth(reader: &Reader, i: usize) -> Option<(i8, usize)> {
    let last = || reader.frame(i, |f| matches!(f, Frame::Recent | Frame::Edge(TimeMod::End)).then_some(())).map(|w| (-1, w.end));
    reader.ordinal(i).filter(|o| o.is <= 5).map(|o| (o.is as i8, o.end)).or_else(last)
}

fn in_month(reader: &Reader, weekday: i8, n: i8, after: usize) -> Option<Expression> {
    let at = reader.skip(after, Frame::Of).or_else(|| reader.skip(after, Frame::In))?;
    let m = month(reader, at)?;
    let Point::Month(Some(year), number) = place(reader, after, m) else { return None };
    let day = weekday_number(year, number, weekday, n).filter(|_| !m.hijri)?;
    Some(Expression::at(m.end, Point::Day(day), "time/weekday-of-month"))
}

/// `الأسبوع المقبل يوم الجمعة`: a weekday after its week.
pub fn week_and_day(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is == (Unit::Week, Told::One) && u.clitics.article)?;
    let (weeks, end) = side(reader, unit.end)?;
    let at = reader.unit(end).filter(|u| u.is == (Unit::Day, Told::One) && !u.clitics.article).map_or(end, |u| u.end);
    let name = reader.any_weekday(at).filter(|w| w.clitics.letters == 0)?;
    let date = in_week(reader.today?, name.is)?.checked_add(jiff::Span::new().try_weeks(weeks).ok()?).ok()?;
    Some(Expression::at(name.end, Point::Day(date), "time/weekday-of-week"))
}

/// A part of a day: `مساء الاثنين`, `بعد ظهر اليوم`, `ليلة الجمعة السبت`, `الليلة الماضية`, `صباحا`.
pub fn part_of_day(reader: &Reader, i: usize) -> Option<Expression> {
    if let Some(found) = night(reader, i) {
        return Some(found);
    }
    let part = reader.part(i)?;
    if part.clitics.article {
        // هذا المساء is told where هذا stands.
        return None;
    }
    let of = reader.skip(part.end, Frame::Of);
    let day = of
        .and_then(|at| named_day(reader, at))
        .or_else(|| named_day(reader, part.end))
        .or_else(|| day_and_month(reader, part.end))
        .or_else(|| numeric(reader, part.end));
    if let Some(day) = day.filter(|d| !matches!(d.point(), Some(Point::Ref(Ref::Present)) if d.rule == "time/today-reference")) {
        let end = second_weekday(reader, day.end).unwrap_or(day.end);
        return Some(day.within(Within::Part(part.is.code), end, "time/part-of-day"));
    }
    part.is.bare.then(|| today_at(reader, Within::Part(part.is.code), part.end, "time/part-bare"))
}

/// The article's day at a part or hour of it.
pub fn today_at(reader: &Reader, within: Within, end: usize, rule: &'static str) -> Expression {
    let point = reader.today.map_or(Point::Ref(Ref::Present), Point::Day);
    Expression::at(end, point, rule).within(within, end, rule)
}

/// The second day of a night: `الجمعة السبت`, `السبت - الأحد`, `السبت/الأحد`, `الجمعة إلى السبت`.
fn second_weekday(reader: &Reader, i: usize) -> Option<usize> {
    let mark = reader.is(i, Punct::Dash) || reader.is(i, Punct::Slash);
    let at = if mark { i + 1 } else { reader.skip(i, Frame::Until).unwrap_or(i) };
    reader.weekday(at).filter(|w| w.clitics.letters == 0).map(|w| w.end)
}

/// `الليلة`, `الليلة الماضية`, `الليلة قبل الماضية`.
fn night(reader: &Reader, i: usize) -> Option<Expression> {
    let after = reader.skip(i, Frame::Night)?;
    let framed = framed(reader, after);
    // في الليلة التي, نفس الليلة: a night told of.
    if framed.is_none() && (!is_today(reader, i, after) || reader.skip(after, Frame::Relative).is_some()) {
        return None;
    }
    let (days, end) = framed.unwrap_or((0, after));
    let point = match reader.today {
        Some(today) => Point::Day(today.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?),
        None => direction(days),
    };
    Some(Expression::at(end, point, "time/night").within(Within::Part("NI"), end, "time/night"))
}

/// `هذا المساء`, `هذا الصباح`.
pub fn this_part(reader: &Reader, i: usize) -> Option<Expression> {
    let at = reader.skip(i, Frame::ThisOne)?;
    if let Some(end) = reader.skip(at, Frame::Night) {
        return Some(today_at(reader, Within::Part("NI"), end, "time/this-part"));
    }
    let part: Word<Part> = reader.part(at).filter(|p| p.clitics.article && p.is.code != "AF" && p.is.code != "MI")?;
    Some(today_at(reader, Within::Part(part.is.code), part.end, "time/this-part"))
}
