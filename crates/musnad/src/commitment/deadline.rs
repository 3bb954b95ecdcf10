//! By when? The time in a commitment's words at which it is due.

use std::ops::Range;

use super::function;
use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::record::TimeType;
use crate::time::Time;

/// Function words that tell since when, or how long after: what stands behind them is no due time.
const SINCE: [&str; 3] = ["mundhu", "mudh", "bada"];
/// How far before a length of time the word stands that makes it a time limit: خلال مدة لا تزيد على 30 يوما.
const LIMIT: usize = 6;

/// The due time among these tokens: the first that does not lie before the article's day.
pub(super) fn deadline(c: &Classes, range: Range<usize>) -> Option<String> {
    let mut first: Option<&Time> = None;
    let mut j = range.start;
    while j < range.end {
        let Some(time) = c.time(j) else {
            j += 1;
            continue;
        };
        if time.first >= range.start && due(c, time) {
            // نتائج الربع الثاني يوم الثلاثاء: the quarter tells which results, the day tells when.
            match first {
                Some(of) if quarter(&of.value) && !quarter(&time.value) => return Some(time.value.clone()),
                Some(_) => {}
                None if quarter(&time.value) => first = Some(time),
                None => return Some(time.value.clone()),
            }
        }
        j = time.end.max(j + 1);
    }
    first.map(|t| t.value.clone())
}

/// 2024-Q2
fn quarter(value: &str) -> bool {
    value.contains("-Q")
}

/// Whether these tokens tell a time after the article's day.
pub(super) fn to_come(c: &Classes, range: Range<usize>) -> bool {
    let after = |value: &str| c.l.article.published.is_some_and(|today| not_before(value, today) && !today.starts_with(value.get(..10).unwrap_or(value)));
    range.filter_map(|j| c.time(j)).any(|t| matches!(t.kind, TimeType::Date | TimeType::Time) && due(c, t) && after(&t.value))
}

fn due(c: &Classes, time: &Time) -> bool {
    let since = time.first > 0 && function(c, time.first - 1).is_some_and(|f| SINCE.contains(&f));
    if since {
        return false;
    }
    match time.kind {
        TimeType::Set => false,
        TimeType::Duration => (time.first.saturating_sub(LIMIT)..time.first).any(|j| limits(c, j)),
        TimeType::Date | TimeType::Time => time.value == "FUTURE_REF" || c.l.article.published.is_none_or(|today| not_before(&time.value, today)),
    }
}

/// خلال، في غضون، على مدى
fn limits(c: &Classes, j: usize) -> bool {
    let frame = c.find(j, Table::TimeFrames).is_some_and(|m| matches!(c.lexicon().id(m.sense), "ghudun" | "mada"));
    frame || c.is(j, Class::PREPOSITION) && function(c, j) == Some("khilala")
}

/// Whether a value lies on or after a day, as far as both tell.
fn not_before(value: &str, today: &str) -> bool {
    if !value.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let plain = value.split('T').next().unwrap_or(value);
    if let (Some(then), Some(now)) = (week(plain), today.parse::<jiff::civil::Date>().ok()) {
        let now = now.iso_week_date();
        return then >= (now.year(), now.week());
    }
    // Quarters and seasons: by their year.
    let plain = if plain.contains(['W', 'Q', 'S', 'A']) { plain.get(..4).unwrap_or(plain) } else { plain };
    plain.len() >= 4 && today.get(..plain.len()).is_none_or(|t| plain >= t)
}

/// 2024-W09
fn week(value: &str) -> Option<(i16, i8)> {
    let (year, week) = value.split_once("-W")?;
    Some((year.parse().ok()?, week.get(..2)?.parse().ok()?))
}

/// Whether a value lies months before a day: more than a report of today's decision tells.
pub(super) fn long_past(value: &str, today: Option<&str>) -> bool {
    const MONTHS: i32 = 3;
    let number = |text: &str, from: usize, to: usize| text.get(from..to).and_then(|n| n.parse::<i32>().ok());
    let Some((year, month)) = today.and_then(|t| Some((number(t, 0, 4)?, number(t, 5, 7)?))) else { return false };
    let Some(then) = number(value, 0, 4) else { return false };
    // A year alone may have ended with the month before.
    let then_month = number(value, 5, 7).unwrap_or(12);
    (year - then) * 12 + month - then_month >= MONTHS
}

#[cfg(test)]
mod tests {
    use super::{long_past, not_before};

    #[test]
    fn long_past_is_told_by_months() {
        for (value, want) in [("2013-08-21", true), ("2003", true), ("2023", true), ("2024", false), ("2024-02", false), ("2024-W02", false), ("199", false)] {
            assert_eq!(long_past(value, Some("2024-04-05")), want, "{value}");
        }
        assert!(!long_past("2023", Some("2024-01-05")));
    }

    #[test]
    fn values_are_compared_as_far_as_they_tell() {
        for (value, today, want) in [
            ("2024", "2024-03-05", true),
            ("2024-03-04", "2024-03-05", false),
            ("2024-W02", "2024-03-05", false),
            ("2024-W10-WE", "2024-03-05", true),
            ("2024-03-05TEV", "2024-03-05", true),
            ("PAST_REF", "2024-03-05", false),
        ] {
            assert_eq!(not_before(value, today), want, "{value}");
        }
    }
}
