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
    let mut j = range.start;
    while j < range.end {
        let Some(time) = c.time(j) else {
            j += 1;
            continue;
        };
        if time.first >= range.start && due(c, time) {
            return Some(time.value.clone());
        }
        j = time.end.max(j + 1);
    }
    None
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
    // Weeks, quarters, seasons: by their year.
    let plain = value.split('T').next().unwrap_or(value);
    let plain = if plain.contains(['W', 'Q', 'S', 'A']) { plain.get(..4).unwrap_or(plain) } else { plain };
    plain.len() >= 4 && today.get(..plain.len()).is_none_or(|t| plain >= t)
}

#[cfg(test)]
mod tests {
    use super::not_before;

    #[test]
    fn values_are_compared_as_far_as_they_tell() {
        for (value, today, want) in [
            ("2024", "2024-03-05", true),
            ("2024-03-04", "2024-03-05", false),
            ("2024-W02", "2024-03-05", true),
            ("2024-03-05TEV", "2024-03-05", true),
            ("PAST_REF", "2024-03-05", false),
        ] {
            assert_eq!(not_before(value, today), want, "{value}");
        }
    }
}
