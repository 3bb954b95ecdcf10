//! A value of time written out for a person: 2024-03-05 as Tuesday 5 March 2024.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::say::{find, say};
use crate::labels::Lang;

/// The value in words; the value itself where it has no better words.
pub fn in_words(value: &str, lang: Lang) -> String {
    let reference = match value {
        "PAST_REF" => Some("v-past"),
        "PRESENT_REF" => Some("v-present"),
        "FUTURE_REF" => Some("v-future"),
        _ => None,
    };
    if let Some(id) = reference {
        return say(lang, id, &[]);
    }
    if value.starts_with('P') {
        return length(value, lang).map_or_else(
            || value.to_owned(),
            |(count, unit)| match count {
                "X" => say(lang, "v-length-unknown", &[]),
                count => say(lang, "v-length", &[&say(lang, &format!("unit-{unit}"), &[]), count]),
            },
        );
    }
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    let Some(day) = stretch(day, lang) else { return value.to_owned() };
    let Some(time) = time else { return day };
    match find(lang, &format!("part-{time}"), &[]) {
        Some(part) => say(lang, "v-part", &[&day, &part]),
        None => match time.strip_suffix('Z') {
            Some(time) => say(lang, "v-clock-utc", &[&day, time]),
            None => say(lang, "v-clock", &[&day, time]),
        },
    }
}

/// What recurs, in words.
pub fn recurrence(value: &str, lang: Lang) -> String {
    length(value, lang).map_or_else(
        || value.to_owned(),
        |(count, unit)| match count {
            "1" => say(lang, "v-set-one", &[&say(lang, &format!("unit1-{unit}"), &[])]),
            count => say(lang, "v-set", &[&say(lang, &format!("unit-{unit}"), &[]), count]),
        },
    )
}

/// The day of a date in full.
pub fn day(date: Date, lang: Lang) -> String {
    let weekday = say(lang, &format!("wd-{}", date.weekday().to_monday_one_offset()), &[]);
    let month = say(lang, &format!("month-{}", date.month()), &[]);
    say(lang, "v-day", &[&weekday, &date.day().to_string(), &month, &date.year().to_string()])
}

/// How a value lies to the article's day, where both are days.
pub fn distance(value: &str, today: Date, lang: Lang) -> String {
    let Some(then) = value.get(..10).and_then(|d| d.parse::<Date>().ok()) else { return String::new() };
    let days = today.until(then).map_or(0, |span| span.get_days());
    match days {
        0 => say(lang, "day-same", &[]),
        -1 => say(lang, "day-before", &[]),
        1 => say(lang, "day-after", &[]),
        n if n < 0 => say(lang, "days-before", &[&n.abs().to_string()]),
        n => say(lang, "days-after", &[&n.to_string()]),
    }
}

/// P3D: the count and its unit, minutes told from months.
fn length(value: &str, lang: Lang) -> Option<(&str, &str)> {
    let rest = value.strip_prefix('P')?;
    let (rest, clock) = rest.strip_prefix('T').map_or((rest, false), |r| (r, true));
    let at = rest.len().checked_sub(1)?;
    let (count, unit) = (rest.get(..at)?, rest.get(at..)?);
    let unit = if clock && unit == "M" { "m" } else { unit };
    let known = (count == "X" || count.parse::<f64>().is_ok()) && find(lang, &format!("unit-{unit}"), &[]).is_some();
    known.then_some((count, unit))
}

/// A day, month, week, quarter, season, year, decade or century.
fn stretch(value: &str, lang: Lang) -> Option<String> {
    if let Ok(date) = value.parse::<Date>() {
        return Some(day(date, lang));
    }
    let digits = value.chars().all(|c| c.is_ascii_digit());
    match (value.len(), digits) {
        (4, true) => return Some(say(lang, "v-year", &[value])),
        (3, true) => return Some(say(lang, "v-decade", &[&format!("{value}0"), &format!("{value}9")])),
        (2, true) => return Some(say(lang, "v-century", &[&format!("{value}00")])),
        _ => {}
    }
    let (year, part) = value.split_once('-')?;
    if let Some(week) = part.strip_prefix('W') {
        if let Some(week) = week.strip_suffix("-WE") {
            return Some(say(lang, "v-weekend", &[week, year]));
        }
        let monday = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday).ok()?.date();
        let sunday = monday.checked_add(jiff::Span::new().days(6)).ok()?;
        return Some(say(lang, "v-week", &[week, year, &day(monday, lang), &day(sunday, lang)]));
    }
    if let Some(quarter) = part.strip_prefix('Q') {
        return Some(say(lang, "v-quarter", &[quarter, year]));
    }
    if let Some(half) = part.strip_prefix('H') {
        return Some(say(lang, "v-half", &[half, year]));
    }
    if let Some(season) = find(lang, &format!("season-{part}"), &[]) {
        return Some(say(lang, "v-season", &[&season, year]));
    }
    let month: u8 = part.parse().ok().filter(|m| (1..=12).contains(m))?;
    Some(say(lang, "v-month", &[&say(lang, &format!("month-{month}"), &[]), year]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_out() {
        for (value, want) in [
            ("2024-03-05", "Tuesday 5 March 2024"),
            ("2024-03-05TEV", "Tuesday 5 March 2024, evening"),
            ("2024-03-05T15:30", "Tuesday 5 March 2024, 15:30 o'clock"),
            ("2024-03", "March 2024"),
            ("2024", "the year 2024"),
            ("199", "the years 1990–1999"),
            ("20", "the century that begins with 2000"),
            ("2024-Q2", "quarter 2 of 2024"),
            ("2024-SP", "spring 2024"),
            ("2024-W10", "week 10 of 2024 (from Monday 4 March 2024 to Sunday 10 March 2024)"),
            ("P3D", "a length of time in days: 3"),
            ("PT48H", "a length of time in hours: 48"),
            ("PXY", "a length of time that is not told"),
            ("FUTURE_REF", "the future, no date told"),
            ("what", "what"),
        ] {
            assert_eq!(in_words(value, Lang::En), want);
        }
        assert_eq!(in_words("2024-03-05", Lang::Ar), "الثلاثاء 5 مارس/آذار 2024");
        assert_eq!(recurrence("P1D", Lang::En), "every day");
        assert_eq!(distance("2024-03-04", "2024-03-05".parse().unwrap(), Lang::En), ": the day before it");
        assert_eq!(distance("2024", "2024-03-05".parse().unwrap(), Lang::En), "");
    }
}
