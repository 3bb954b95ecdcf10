//! The calendar: days, weeks, months and years, counted and written as TIMEX3 values.
//!
//! Civil dates are `jiff`'s; Hijri dates are turned into them by the Umm al-Qura calendar of `icu_calendar`.

use std::fmt;

use icu_calendar::cal::{Hijri, Iso};
use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::lexicon::time::{Ref, Season, Unit};

/// A point or stretch on the calendar. What the text does not tell and the article's day cannot (an absent year) is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Point {
    /// `2021-12-09`
    Day(Date),
    /// A day of a month of an untold year: `XXXX-12-09`.
    DayOf(Option<i8>, i8),
    /// A weekday of an untold week, Monday 1: `XXXX-WXX-4`.
    Weekday(i8),
    /// `2021-W49`, by any of its days.
    Week(Date),
    /// `2021-W49-WE`, by any day of its week.
    Weekend(Date),
    /// `2021-12`
    Month(Option<i16>, i8),
    /// `2021-Q4`
    Quarter(Option<i16>, u8),
    /// `2021-H1`
    Half(Option<i16>, u8),
    /// `2021-SU`
    Season(Option<i16>, Season),
    /// `2021`; `BC0300` of a negative one
    Year(i16),
    /// `199`
    Decade(i16),
    /// `19`: the hundred years that begin so; of a negative one the hundred years before Christ of that number, `BC04` the fifth.
    Century(i16),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`
    Ref(Ref),
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = |f: &mut fmt::Formatter<'_>, year: Option<i16>| match year {
            Some(y) => write!(f, "{y:04}"),
            None => write!(f, "XXXX"),
        };
        match *self {
            Point::Day(d) => write!(f, "{d}"),
            Point::DayOf(Some(month), day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Point::DayOf(None, day) => write!(f, "XXXX-XX-{day:02}"),
            Point::Weekday(day) => write!(f, "XXXX-WXX-{day}"),
            Point::Week(d) | Point::Weekend(d) => {
                let week: ISOWeekDate = d.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())?;
                if matches!(self, Point::Weekend(_)) { write!(f, "-WE") } else { Ok(()) }
            }
            Point::Month(y, m) => year(f, y).and_then(|()| write!(f, "-{m:02}")),
            Point::Quarter(y, q) => year(f, y).and_then(|()| write!(f, "-Q{q}")),
            Point::Half(y, h) => year(f, y).and_then(|()| write!(f, "-H{h}")),
            Point::Season(y, s) => year(f, y).and_then(|()| write!(f, "-{}", season_code(s))),
            // Before Christ, counted from −1.
            Point::Year(y) if y < 0 => write!(f, "BC{:04}", y.unsigned_abs()),
            Point::Century(c) if c < 0 => write!(f, "BC{:02}", c.unsigned_abs() - 1),
            Point::Year(y) => write!(f, "{y:04}"),
            Point::Decade(d) => write!(f, "{d:03}"),
            Point::Century(c) => write!(f, "{c:02}"),
            Point::Ref(Ref::Past) => write!(f, "PAST_REF"),
            Point::Ref(Ref::Present) => write!(f, "PRESENT_REF"),
            Point::Ref(Ref::Future) => write!(f, "FUTURE_REF"),
        }
    }
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "AU",
        Season::Winter => "WI",
    }
}

/// A length of time: an amount of one unit, `None` for an untold count, and perhaps an amount of a smaller unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// How many.
    pub count: Option<f64>,
    /// Of what.
    pub unit: Unit,
    /// What comes on top.
    pub rest: Option<(f64, Unit)>,
}

impl Length {
    /// A length of one unit.
    pub fn of(count: impl Into<Option<f64>>, unit: Unit) -> Length {
        Length { count: count.into(), unit, rest: None }
    }

    /// Two lengths told together: as one number of the smaller unit where the units divide each other.
    pub fn plus(self, more: Length) -> Option<Length> {
        let (count, extra) = (self.count?, more.count?);
        if self.rest.is_some() || more.rest.is_some() || more.unit >= self.unit {
            return None;
        }
        Some(match ratio(self.unit, more.unit) {
            Some(ratio) => Length::of(count * ratio + extra, more.unit),
            None if beside(self.unit, more.unit) => Length { rest: Some((extra, more.unit)), ..self },
            None => return None,
        })
    }
}

/// Whether a text tells the two units together (سنة و3 أيام), though neither is a fixed number of the other.
fn beside(large: Unit, small: Unit) -> bool {
    use Unit::*;
    matches!((large, small), (Year | Month, Week | Day) | (Week, Day) | (Day, Hour))
}

/// How many of the smaller unit make one of the larger, where that is fixed.
fn ratio(large: Unit, small: Unit) -> Option<f64> {
    use Unit::*;
    Some(match (large, small) {
        (Minute, Second) | (Hour, Minute) => 60.0,
        (Hour, Second) => 3600.0,
        (Year, Month) => 12.0,
        (Decade, Year) => 10.0,
        _ => return None,
    })
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |unit| matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
        write!(f, "P{}", if clock(self.unit) { "T" } else { "" })?;
        match self.count {
            Some(count) => write!(f, "{count}")?,
            None => write!(f, "X")?,
        }
        write!(f, "{}", unit_code(self.unit))?;
        match self.rest {
            Some((count, unit)) => write!(f, "{}{count}{}", if clock(unit) && !clock(self.unit) { "T" } else { "" }, unit_code(unit)),
            None => Ok(()),
        }
    }
}

fn unit_code(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "S",
        Unit::Minute | Unit::Month => "M",
        Unit::Hour => "H",
        Unit::Day => "D",
        Unit::Week => "W",
        Unit::Year => "Y",
        Unit::Decade => "DE",
        Unit::Century => "CE",
    }
}

/// Where on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Within {
    /// A part of it: `TMO`.
    Part(&'static str),
    /// A clock time: `T15:30`.
    Clock(u8, u8),
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Within::Part(code) => write!(f, "T{code}"),
            Within::Clock(hour, minute) => write!(f, "T{hour:02}:{minute:02}"),
        }
    }
}

/// The point that lies `count` units from `today`: days give the day, weeks the week, months the month, years the year.
pub fn shift(today: Date, unit: Unit, count: i32) -> Option<Point> {
    let span = Span::new();
    let days = |n: i32| today.checked_add(span.try_days(n).ok()?).ok();
    Some(match unit {
        Unit::Second | Unit::Minute => Point::Day(today),
        // Whole days of hours move the day; fewer stay within it.
        Unit::Hour => Point::Day(days(count / 24)?),
        Unit::Day => Point::Day(days(count)?),
        Unit::Week => Point::Week(days(count.checked_mul(7)?)?),
        Unit::Month => {
            let moved = today.checked_add(span.try_months(count).ok()?).ok()?;
            Point::Month(Some(moved.year()), moved.month())
        }
        Unit::Year => year(today.year(), count)?,
        Unit::Decade => Point::Decade(today.year().div_euclid(10).checked_add(i16::try_from(count).ok()?)?),
        Unit::Century => Point::Century(today.year().div_euclid(100).checked_add(i16::try_from(count).ok()?)?),
    })
}

fn year(year: i16, count: i32) -> Option<Point> {
    let year = i16::try_from(i32::from(year).checked_add(count)?).ok()?;
    (0..=9999).contains(&year).then_some(Point::Year(year))
}

/// A day of the Gregorian calendar, if there is one.
pub fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// A day by what the text writes: day, month, year.
pub fn parse_day(text: &str) -> Option<Date> {
    let mut parts = text.get(..10)?.split('-');
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    day(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
}

/// The last such weekday (Monday 1) before `today`; `today` itself counts when `same`.
pub fn weekday_before(today: Date, weekday: i8, same: bool) -> Option<Date> {
    nth(today, weekday, same, -1)
}

/// The next such weekday after `today`; `today` itself counts when `same`.
pub fn weekday_after(today: Date, weekday: i8, same: bool) -> Option<Date> {
    nth(today, weekday, same, 1)
}

fn nth(today: Date, weekday: i8, same: bool, step: i32) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    if same && today.weekday() == weekday {
        return Some(today);
    }
    today.nth_weekday(step, weekday).ok()
}

/// A Hijri day as a Gregorian one.
pub fn hijri_day(year: i16, month: i8, day: i8) -> Option<Date> {
    let hijri =
        icu_calendar::Date::try_new_hijri_with_calendar(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?, Hijri::new_umm_al_qura()).ok()?;
    let iso = hijri.to_calendar(Iso);
    self::day(i16::try_from(iso.era_year().year).ok()?, i8::try_from(iso.month().ordinal).ok()?, i8::try_from(iso.day_of_month().0).ok()?)
}

/// The Hijri year, month and day of a Gregorian day.
pub fn to_hijri(date: Date) -> Option<(i16, i8, i8)> {
    let iso = icu_calendar::Date::try_new_iso(i32::from(date.year()), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()?;
    let hijri = iso.to_calendar(Hijri::new_umm_al_qura());
    Some((i16::try_from(hijri.year().extended_year()).ok()?, i8::try_from(hijri.month().ordinal).ok()?, i8::try_from(hijri.day_of_month().0).ok()?))
}

/// The Gregorian month in which a Hijri one begins.
pub fn hijri_month(year: i16, month: i8) -> Option<Point> {
    hijri_day(year, month, 1).map(|d| Point::Month(Some(d.year()), d.month()))
}

/// The Gregorian year that holds most of a Hijri one: that of its middle.
pub fn hijri_year(year: i16) -> Option<Point> {
    hijri_day(year, 7, 1).map(|d| Point::Year(d.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hijri_days_are_those_of_umm_al_qura() {
        assert_eq!(hijri_day(1442, 9, 1), day(2021, 4, 13));
        assert_eq!(hijri_day(1445, 1, 1), day(2023, 7, 19));
        assert_eq!(to_hijri(day(2021, 4, 13).unwrap()), Some((1442, 9, 1)));
        assert_eq!(hijri_day(1442, 13, 1), None);
        assert_eq!(hijri_year(1436), Some(Point::Year(2015)));
    }

    #[test]
    fn weeks_are_iso_weeks() {
        assert_eq!(Point::Week(day(2016, 1, 1).unwrap()).to_string(), "2015-W53");
        assert_eq!(shift(day(2020, 1, 31).unwrap(), Unit::Month, 1).unwrap().to_string(), "2020-02");
    }

    #[test]
    fn lengths_add_where_units_divide() {
        let minutes = Length::of(9.0, Unit::Minute).plus(Length::of(2.0, Unit::Second));
        assert_eq!(minutes.unwrap().to_string(), "PT542S");
        assert_eq!(Length::of(1.0, Unit::Year).plus(Length::of(3.0, Unit::Day)).unwrap().to_string(), "P1Y3D");
        assert_eq!(Length::of(None, Unit::Day).to_string(), "PXD");
        assert_eq!(Length::of(1.5, Unit::Hour).to_string(), "PT1.5H");
    }
}
