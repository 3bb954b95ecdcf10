//! Stretches told from the article's day: الأسبوع الماضي، هذا العام، مطلع الشهر المقبل، الربع الثاني، صيف 2017، التسعينيات.

use super::calendar::{Length, Point, hijri_year, shift, to_hijri};
use super::date::{year, year_after};
use super::day::framed;
use super::expression::{Expression, direction};
use super::month::{month_alone, side, year_digits};
use super::reader::{Before, Reader, Told};
use super::tense::{Tense, tense};
use crate::lexicon::time::{Frame, Ref, Season, Unit};
use crate::morph::is_definite;
use crate::record::TimeMod;

const ARTICLE: &str = "\u{0627}\u{0644}";
const HEH: char = '\u{0647}';

/// The beginning, middle or end of a stretch: `نهاية العام الحالي`, `منتصف يونيو`, `أوائل التسعينيات`.
pub fn edge(reader: &Reader, i: usize) -> Option<Expression> {
    let half = reader.skip(i, Frame::Fraction(0.5)).filter(|_| !is_definite(reader.key(i)));
    if let Some(month) = half.and_then(|at| month_alone(reader, at)) {
        return Some(month.with(Some(TimeMod::Mid)));
    }
    let edge = reader.frame(i, |f| if let Frame::Edge(m) = f { Some(m) } else { None })?;
    if edge.clitics.article {
        return None;
    }
    let inner = stretch(reader, edge.end).or_else(|| whole_unit(reader, edge.end))?;
    Some(inner.with(Some(edge.is)))
}

/// A stretch that may have edges.
fn stretch(reader: &Reader, i: usize) -> Option<Expression> {
    unit_frame(reader, i)
        .or_else(|| month_alone(reader, i))
        .or_else(|| year(reader, i, false))
        .or_else(|| fraction_of_year(reader, i))
        .or_else(|| season(reader, i))
        .or_else(|| decade(reader, i))
        .or_else(|| century(reader, i))
        .filter(|e| e.point().is_some())
}

/// `العام`, `الأسبوع` with nothing else: the one of the article's day.
fn whole_unit(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is.1 == Told::One && u.clitics.article && (Unit::Week..=Unit::Century).contains(&u.is.0))?;
    // بداية السنة الدراسية: not a year of the calendar.
    (!is_definite(reader.key(unit.end))).then(|| unit_at(reader, unit.is.0, 0)).flatten().map(|p| Expression::at(unit.end, p, "time/unit-edge"))
}

/// The point `count` units from the article's day; the direction alone without one.
fn unit_at(reader: &Reader, unit: Unit, count: i32) -> Option<Point> {
    match reader.today {
        Some(today) => shift(today, unit, count),
        None => Some(direction(count)),
    }
}

/// A definite unit with what places it: `الأسبوع الماضي`, `هذا العام`, `العامين المقبلين`, `السنوات الخمس الماضية`.
pub fn unit_frame(reader: &Reader, i: usize) -> Option<Expression> {
    let this = reader.skip(i, Frame::ThisOne);
    let unit = reader.unit(this.unwrap_or(i)).filter(|u| u.clitics.article)?;
    let (length, told) = unit.is;
    if this.is_some() {
        let end = side(reader, unit.end).map_or(unit.end, |(_, end)| end);
        return match (length, told) {
            (Unit::Second | Unit::Minute | Unit::Hour, _) => None,
            (_, Told::One) => Some(Expression::at(end, unit_at(reader, length, 0)?, "time/this-unit")),
            (Unit::Day, Told::Many) => Some(Expression::at(end, Point::Ref(Ref::Present), "time/these-days")),
            _ => None,
        };
    }
    match told {
        Told::One => one_unit(reader, i, length, unit.end),
        Told::Two | Told::TwoOf => {
            let end = beside(reader, unit.end)?;
            Some(Expression::lasts(end, Length::of(2.0, length), "time/units-framed"))
        }
        Told::Many => many_units(reader, length, unit.end),
    }
}

/// A unit that is all the text: `شهر` one of it, `الأسبوع` the one of the article's day.
pub fn unit_alone(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is.1 == Told::One && u.clitics.letters == 0 && reader.alone(i, u.end))?;
    if !unit.clitics.article {
        return (i == 0).then(|| Expression::lasts(unit.end, Length::of(1.0, unit.is.0), "time/unit-alone"));
    }
    (unit.is.0 > Unit::Day).then(|| unit_at(reader, unit.is.0, 0)).flatten().map(|p| Expression::at(unit.end, p, "time/unit-alone"))
}

fn one_unit(reader: &Reader, i: usize, unit: Unit, end: usize) -> Option<Expression> {
    let (count, end) = match framed(reader, end) {
        Some(found) => found,
        // للعام السابع عشر: this year by its number in a row; للعام alone: this year.
        None => return for_the_year(reader, i, unit, end),
    };
    let weak = reader.frame(end - 1, |f| if let Frame::Side(_, weak) = f { Some(weak) } else { None }).is_some_and(|w| w.is);
    // اليوم الماضي is the day before; اليوم السابق، اليوم التالي are days of a story.
    if unit == Unit::Day && count == -1 && !weak {
        return Some(Expression::at(end, unit_at(reader, unit, count)?, "time/unit-framed"));
    }
    if unit <= Unit::Day {
        return None;
    }
    // الأمين العام السابق: an adjective of the noun before it, not a year.
    if unit == Unit::Year
        && weak
        && i > reader.first
        && is_definite(reader.key(i - 1))
        && reader.before(i) == Before::Nothing
        && !reader.governed(i, clitics(reader, i))
    {
        return None;
    }
    if unit == Unit::Decade {
        return Some(Expression::lasts(end, Length::of(1.0, unit), "time/decade-framed"));
    }
    Some(Expression::at(end, unit_at(reader, unit, count)?, "time/unit-framed"))
}

fn for_the_year(reader: &Reader, i: usize, unit: Unit, end: usize) -> Option<Expression> {
    let li = clitics(reader, i).prep == Some(crate::morph::Prep::Li);
    if unit != Unit::Year || !li {
        return None;
    }
    if let Some(y) = year_digits(reader, end) {
        return y.point().map(|p| Expression::at(y.end, p, "time/year"));
    }
    let ordinal = reader.ordinal(end).filter(|o| o.clitics.article);
    // للسنة alone is as often the Sunnis.
    if ordinal.is_none() && reader.key(i).ends_with(HEH) {
        return None;
    }
    let end = ordinal.map_or(end, |o| o.end);
    (!is_definite(reader.key(end))).then(|| unit_at(reader, unit, 0)).flatten().map(|p| Expression::at(end, p, "time/for-the-year"))
}

fn clitics(reader: &Reader, i: usize) -> crate::morph::Clitics {
    reader.unit(i).map(|u| u.clitics).unwrap_or_default()
}

/// `الماضية`, `الأخيرة`, `الأولى` after units: the token after it.
pub fn beside(reader: &Reader, i: usize) -> Option<usize> {
    let recent = reader.frame(i, |f| matches!(f, Frame::Side(..) | Frame::Recent).then_some(())).map(|w| (w.clitics, w.end));
    let found = recent.or_else(|| reader.ordinal(i).filter(|o| o.is == 1).map(|o| (o.clitics, o.end)));
    found.filter(|(c, _)| c.article && !c.conj && c.prep.is_none()).map(|(_, end)| end)
}

/// `السنوات الماضية`, `الأيام القليلة المقبلة`, `الساعات الـ48 الماضية`, `الأشهر الستة الأولى`.
fn many_units(reader: &Reader, unit: Unit, end: usize) -> Option<Expression> {
    let (count, end) = match definite_number(reader, end) {
        Some((n, at)) => (Some(n), at),
        None => (None, reader.frame(end, |f| (f == Frame::FewAfter).then_some(())).filter(|w| w.clitics.article).map_or(end, |w| w.end)),
    };
    match beside(reader, end) {
        // الساعات الأولى من صباح: the first hours of something.
        Some(_) if unit <= Unit::Hour && reader.ordinal(end).is_some() => None,
        Some(after) => Some(Expression::lasts(after, Length::of(count, unit), "time/units-framed")),
        None => count.map(|n| Expression::lasts(end, Length::of(n, unit), "time/units-counted")),
    }
}

/// A number with its article: `الخمس`, `الـ24`.
pub fn definite_number(reader: &Reader, i: usize) -> Option<(f64, usize)> {
    if !reader.is_word(i) {
        return None;
    }
    let article = reader.key(i) == "\u{0627}\u{0644}" && reader.glued(i + 1);
    if article {
        return reader.number(i).or_else(|| reader.number(i + 1));
    }
    is_definite(reader.key(i)).then(|| reader.number(i)).flatten()
}

/// A quarter or half of a year: `الربع الثاني من العام الجاري`, `النصف الأول من 2018`.
pub fn fraction_of_year(reader: &Reader, i: usize) -> Option<Expression> {
    let part = reader.frame(i, |f| if let Frame::Fraction(x) = f { Some(x) } else { None }).filter(|w| w.clitics.article)?;
    let (n, after) = match reader.ordinal(part.end).filter(|o| o.clitics.article && !o.clitics.conj) {
        Some(ordinal) => (ordinal.is, ordinal.end),
        None => {
            let last = reader.frame(part.end, |f| (f == Frame::Recent).then_some(())).filter(|w| w.clitics.article && !w.clitics.conj)?;
            ((1.0 / part.is).round() as u8, last.end)
        }
    };
    if let Some(stretch) = part_of_stretch(reader, part.is, n, after) {
        return Some(stretch);
    }
    let told = year_after(reader, after);
    let year = told.map(|(y, _)| y).or_else(|| reader.today.map(|t| t.year()));
    let end = told.map_or(after, |(_, end)| end);
    if part.is == 0.25 && n <= 4 {
        let year = match (told, reader.today) {
            // Of quarters without a year the one that lies ahead is last year's, unless a plan is told.
            (None, Some(t)) if n > (t.month() as u8).div_ceil(3) && n - (t.month() as u8).div_ceil(3) > 1 && tense(reader, i, after) != Tense::Future => {
                year.map(|y| y - 1)
            }
            _ => year,
        };
        return Some(Expression::at(end, Point::Quarter(year, n), "time/quarter"));
    }
    (part.is == 0.5 && n <= 2 && told.is_some()).then(|| Expression::at(end, Point::Half(year, n), "time/half-year"))
}

/// `النصف الأول من يونيو`, `الثلث الأخير من رمضان`, `النصف الثاني من القرن العشرين`: the beginning or the end of it.
fn part_of_stretch(reader: &Reader, part: f64, n: u8, after: usize) -> Option<Expression> {
    let at = reader.skip(after, Frame::Of)?;
    let inner = month_alone(reader, at)
        .or_else(|| unit_frame(reader, at).filter(|e| matches!(e.value, super::expression::Value::At(Point::Week(_) | Point::Month(..), None))))
        .or_else(|| decade(reader, at))
        .or_else(|| century(reader, at))?;
    let edge = match f64::from(n) * part {
        _ if n == 1 => TimeMod::Start,
        x if x > 0.9 => TimeMod::End,
        _ => TimeMod::Mid,
    };
    Some(Expression { rule: "time/part-of-stretch", ..inner.with(Some(edge)) })
}

/// A season with what places it: `صيف 2017`, `الشتاء الماضي`, `هذا الصيف`, `موسم الصيف`.
pub fn season(reader: &Reader, i: usize) -> Option<Expression> {
    let this = reader.skip(i, Frame::ThisOne);
    let noun = reader.skip(this.unwrap_or(i), Frame::SeasonOf);
    let word = reader.season(noun.or(this).unwrap_or(i))?;
    if word.clitics.conj && noun.or(this).is_some() {
        return None;
    }
    let today = reader.today.map(|t| (t.year(), season_of(t.month())));
    if let Some((count, end)) = side(reader, word.end).filter(|_| word.clitics.article) {
        let year = today.map(|(y, now)| match count {
            -1 if (word.is as u8) < now as u8 => y,
            1 if (word.is as u8) > now as u8 => y,
            n => y + n as i16,
        });
        return Some(Expression::at(end, Point::Season(year, word.is), "time/season"));
    }
    // صيف هذا العام, الصيف 2016; but الصيف لهذا العام are two.
    let told = if word.clitics.article { year_digits(reader, word.end).filter(|y| !y.hijri).map(|y| (y.year, y.end)) } else { year_after(reader, word.end) };
    if let Some((y, end)) = told {
        return Some(Expression::at(end, Point::Season(Some(y), word.is), "time/season"));
    }
    (word.clitics.article && (this.is_some() || noun.is_some())).then(|| Expression::at(word.end, Point::Season(today.map(|t| t.0), word.is), "time/season"))
}

fn season_of(month: i8) -> Season {
    match month {
        3..=5 => Season::Spring,
        6..=8 => Season::Summer,
        9..=11 => Season::Autumn,
        _ => Season::Winter,
    }
}

/// A decade: `التسعينيات`, `ثمانينيات القرن الماضي`, `عقد الستينيات`.
pub fn decade(reader: &Reader, i: usize) -> Option<Expression> {
    if let Some(found) = decade_of_century(reader, i) {
        return Some(found);
    }
    let noun = reader.unit(i).filter(|u| u.is == (Unit::Decade, Told::One) && !u.clitics.article).map(|u| u.end);
    let word = reader.frame(noun.unwrap_or(i), |f| if let Frame::Decade(d) = f { Some(d) } else { None })?;
    let at = reader.skip(word.end, Frame::Of).unwrap_or(word.end);
    // في الخمسينيات من عمره
    if reader.frame(at, |f| (f == Frame::Age).then_some(())).is_some() {
        return None;
    }
    let told = century(reader, at);
    if !word.clitics.article && told.is_none() {
        return None;
    }
    let (century, end) = match told {
        Some(Expression { end, value: super::expression::Value::At(Point::Century(c), _), .. }) => (c, end),
        _ => (19, word.end),
    };
    Some(Expression::at(end, Point::Decade(century * 10 + i16::from(word.is)), "time/decade"))
}

/// `العقد الأول من القرن الحادي والعشرين`.
fn decade_of_century(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is == (Unit::Decade, Told::One) && u.clitics.article)?;
    let last = || reader.frame(unit.end, |f| (f == Frame::Recent).then_some(())).map(|w| (10, w.end));
    let (n, after) = reader.ordinal(unit.end).filter(|o| (1..=10).contains(&o.is)).map(|o| (i16::from(o.is), o.end)).or_else(last)?;
    let told = century(reader, reader.skip(after, Frame::Of)?)?;
    let Some(Point::Century(century)) = told.point() else { return None };
    Some(Expression::at(told.end, Point::Decade(century * 10 + n - 1), "time/decade"))
}

/// A century: `القرن الماضي`, `القرن العشرين`, `القرن 19`.
pub fn century(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is == (Unit::Century, Told::One) && u.clitics.article)?;
    if let Some((count, end)) = side(reader, unit.end) {
        return Some(Expression::at(end, unit_at(reader, Unit::Century, count)?, "time/century"));
    }
    let (n, end) = match reader.ordinal(unit.end).filter(|o| o.clitics.article) {
        Some(o) => (i16::from(o.is), o.end),
        None => {
            // القرن 19, القرن الـ19
            let at = unit.end + usize::from(reader.key(unit.end) == ARTICLE && reader.digits(unit.end + 1).is_some());
            reader.digits(at).filter(|(n, _)| (1..=21).contains(n)).map(|(n, _)| (n as i16, at + 1))?
        }
    };
    // القرن الرابع الهجري: by the year in its middle.
    if let Some(era) = reader.frame(end, |f| if let Frame::Era(hijri) = f { Some(hijri) } else { None }).filter(|w| w.clitics.article) {
        let middle = if era.is { hijri_year((n - 1) * 100 + 50) } else { Some(Point::Year((n - 1) * 100)) };
        let Some(Point::Year(year)) = middle else { return None };
        return Some(Expression::at(era.end, Point::Century(year.div_euclid(100)), "time/century-ordinal"));
    }
    Some(Expression::at(end, Point::Century(n - 1), "time/century-ordinal"))
}

/// `عطلة نهاية الأسبوع`, `نهاية الأسبوع الماضي`.
pub fn weekend(reader: &Reader, i: usize) -> Option<Expression> {
    let end = reader.skip(i, Frame::Weekend)?;
    let (count, end) = framed(reader, end).unwrap_or((0, end));
    let point = match reader.today {
        Some(today) => match shift(today, Unit::Week, count)? {
            Point::Week(d) => Point::Weekend(d),
            other => other,
        },
        None => direction(count),
    };
    Some(Expression::at(end, point, "time/weekend"))
}

/// `العام الهجري الجاري`: the Gregorian year that holds most of it.
pub fn hijri_year_framed(reader: &Reader, i: usize) -> Option<Expression> {
    let unit = reader.unit(i).filter(|u| u.is == (Unit::Year, Told::One) && u.clitics.article)?;
    let era = reader.frame(unit.end, |f| (f == Frame::Era(true)).then_some(())).filter(|w| w.clitics.article)?;
    if let Some(y) = year_digits(reader, era.end) {
        return hijri_year(y.year).map(|p| Expression::at(y.end, p, "time/hijri-year"));
    }
    let (count, end) = side(reader, era.end)?;
    let (year, ..) = to_hijri(reader.today?)?;
    hijri_year(year.checked_add(i16::try_from(count).ok()?)?).map(|p| Expression::at(end, p, "time/hijri-year"))
}
