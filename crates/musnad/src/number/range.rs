//! Ranges: بين 5 و7 آلاف، 20-30، 18 إلى 21، خمسة أو ستة.

use super::digits::is_year;
use super::words::{Amount, Joining, Words, times};
use crate::lexicon::numbers::NumberClass;
use crate::lexicon::table::Table;
use crate::token::{Gap, Punct, TokenKind};

/// An amount, or two that make a range.
pub(super) struct Found {
    pub amount: Amount,
    pub high: Option<f64>,
    /// Where the upper end begins.
    pub upper: Option<usize>,
    pub end: usize,
}

/// Reads the number or range that begins at token `i`.
pub(super) fn read(i: usize, words: &Words) -> Option<Found> {
    let amount = words.amount(i, Joining::Yes)?;
    if let Some(found) = between(i, &amount, words) {
        return Some(found);
    }
    if let Some(j) = upper(&amount, words)
        && let Some(high) = words.amount(j, Joining::Yes)
        && let Some(found) = joined(amount, high, words)
        && !(words.is(amount.end, NumberClass::To) && high.value > FAR * found.amount.value && changes(i, words))
    {
        return Some(found);
    }
    Some(Found { amount, high: None, upper: None, end: amount.end })
}

/// نزل أربعة إلى 796: so far apart the two are a change and what it came to.
const FAR: f64 = 10.0;

/// After بين the و parts two numbers, also where it could join them: بين خمسة وعشرين.
fn between(i: usize, amount: &Amount, words: &Words) -> Option<Found> {
    let stops = words.before(i);
    let told = (1..=2).any(|back| {
        let from = stops.checked_sub(back);
        from.is_some_and(|j| {
            words.layers.matches.at(j).iter().any(|m| {
                m.sense.table == Table::Numbers
                    && m.end() == stops
                    && words.layers.lexicon.numbers.get(m.sense.row as usize).is_some_and(|w| w.class == NumberClass::Between)
            })
        })
    });
    if !told {
        return None;
    }
    let pair = |low: Amount| {
        let j = words.joined(low.end)?;
        joined(low, words.amount(j, Joining::Yes)?, words)
    };
    pair(*amount).or_else(|| pair(words.amount(i, Joining::No)?))
}

/// Where the upper end begins when something that makes a range follows.
fn upper(amount: &Amount, words: &Words) -> Option<usize> {
    let tokens = &words.layers.tokens;
    if words.is(amount.end, NumberClass::To) || words.is(amount.end, NumberClass::Or) {
        let changes = words.is(amount.end, NumberClass::To)
            && words.before(amount.first).checked_sub(1).is_some_and(|f| words.is(f, NumberClass::From) && changes(f, words));
        return (!changes).then_some(amount.end + 1);
    }
    // 20-30, both in digits, and no third number behind a dash (2-1-3) or a stroke.
    let digits = tokens.kind(amount.first) == Some(TokenKind::Digits) && amount.end == amount.first + 1;
    let dash = digits && tokens.is(amount.end, Punct::Dash) && tokens.gap(amount.end) == tokens.gap(amount.end + 1) && tokens.gap(amount.end) != Gap::Line;
    let more = |i: usize| tokens.gap(i) == Gap::None && matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::Dash | Punct::Slash | Punct::Colon)));
    let chained = more(amount.end + 2) || amount.first.checked_sub(1).is_some_and(|b| more(b) && tokens.gap(amount.first) == Gap::None);
    (dash && !chained && tokens.kind(amount.end + 1) == Some(TokenKind::Digits)).then_some(amount.end + 1)
}

/// Whether a word of change stands shortly before من: then the two numbers are before and after, not a range.
fn changes(from: usize, words: &Words) -> bool {
    const BACK: usize = 12;
    let layers = words.layers;
    let sentence = layers.sentences.tokens(layers.sentences.of(from));
    (from.saturating_sub(BACK).max(sentence.start)..from).any(|i| layers.matches.has(i, Table::NumberChanges))
}

/// The two as a range, when the second is the greater; a scale that only the second tells is both's.
fn joined(mut low: Amount, high: Amount, words: &Words) -> Option<Found> {
    let tokens = &words.layers.tokens;
    let year = |a: &Amount| a.end == a.first + 1 && is_year(tokens.key(a.first));
    if high.indefinite || low.part != high.part || (year(&low) && year(&high)) {
        return None;
    }
    if low.scale == 1.0 && high.scale > 1.0 && low.value < high.value / high.scale {
        low.value = times(low.value, high.scale);
    }
    (low.value < high.value).then_some(Found { amount: low, high: Some(high.value), upper: Some(high.first), end: high.end })
}
