//! How many? Numbers in digits and in words.
//!
//! [`digits`] reads one number in digits, [`words`] puts digits and number words together to an amount, and this file makes numbers of
//! amounts: their sign, ranges of two, and how exact they are told to be.

mod digits;
mod range;
pub(crate) mod words;

use crate::Layers;
use crate::evidence::Evidence;
use crate::lexicon::numbers::NumberClass;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::record::Modifier;
use crate::text::Span;
use crate::token::{Gap, Punct, TokenKind, skip_letters};
use words::{Amount, Words};

/// A number in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// First token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// Where it stands, without an attached preposition and without its modifier.
    pub span: Span,
    /// What it comes to.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Of a range, the token after its lower end and that at which the upper one begins.
    pub ends: Option<(usize, usize)>,
    /// How exact.
    pub modifier: Modifier,
    /// Why.
    pub evidence: Evidence,
}

/// All numbers of a text, in order, none overlapping another.
pub fn numbers(layers: &Layers) -> Vec<Number> {
    let words = Words { layers };
    let mut list = Vec::new();
    let mut i = 0;
    while i < layers.tokens.len() {
        if !words.may_begin(i) {
            i += 1;
        } else if let Some(end) = words.ordinal(i) {
            i = end;
        } else if let Some(found) = range::read(i, &words) {
            let number = number(found, &words);
            i = words.percent(number.end).unwrap_or(number.end).max(i + 1);
            // Digits without end come to no number.
            if number.value.is_finite() && number.high.is_none_or(f64::is_finite) {
                list.push(number);
            }
        } else {
            i += 1;
        }
    }
    list
}

/// Makes a number of an amount, and of the upper end when there are two.
fn number(found: range::Found, words: &Words) -> Number {
    let range::Found { amount, high, upper, end } = found;
    let layers = words.layers;
    let (mut first, sign) = sign(&amount, words);
    if first == amount.first && words.pointed(first) {
        first = first.saturating_sub(1);
    }
    let letters = words.word(first).map_or(0, |w| w.clitics.letters);
    let start = skip_letters(layers.text, layers.tokens.span(first), letters.into());
    let last = layers.tokens.cover(first, end);
    let rule = match (high, amount.indefinite, layers.tokens.kind(amount.first)) {
        (Some(_), ..) => "number/range",
        (_, true, _) => "number/indefinite",
        (.., Some(TokenKind::Digits)) if amount.end == amount.first + 1 => "number/digits",
        (.., Some(TokenKind::Digits)) => "number/mixed",
        _ => "number/words",
    };
    let mut evidence = Evidence::of(rule);
    for i in first..end {
        if let Some(m) = words.word(i).map(|w| w.sense) {
            evidence.push(m);
        }
    }
    let modifier = match modifier(first, end, words) {
        Some((modifier, found)) => {
            evidence.push(found.sense);
            modifier
        }
        None if amount.indefinite => Modifier::AtLeast,
        None => Modifier::Exact,
    };
    Number { first, end, span: Span::new(start, last.end), value: amount.value * sign, high, ends: upper.map(|upper| (amount.end, upper)), modifier, evidence }
}

/// Where the number begins when a minus stands before it, and its sign.
fn sign(amount: &Amount, words: &Words) -> (usize, f64) {
    let tokens = &words.layers.tokens;
    let plain = (amount.first, 1.0);
    let Some(before) = amount.first.checked_sub(1) else { return plain };
    if tokens.gap(amount.first) == Gap::Line {
        return plain;
    }
    if words.word(before).is_some_and(|w| w.class == NumberClass::Minus) {
        return (before, -1.0);
    }
    let minus = tokens.is(before, Punct::Dash) && tokens.gap(amount.first) == Gap::None && tokens.kind(amount.first) == Some(TokenKind::Digits);
    let apart = match tokens.gap(before) {
        // A dash that opens a line is a bullet, unless the number is all that the line holds.
        Gap::Line => tokens.gap(amount.end) == Gap::Line,
        // The second dash of a pair closes an insertion; a dash after a number or a name ties the two.
        Gap::Space => {
            before.checked_sub(1).is_none_or(|i| tokens.kind(i) != Some(TokenKind::Digits))
                && !(amount.end..amount.end + INSERTION).any(|i| tokens.is(i, Punct::Dash))
        }
        Gap::None => before.checked_sub(1).is_some_and(|i| tokens.is(i, Punct::ParenOpen)),
    };
    if minus && apart { (before, -1.0) } else { plain }
}

/// How far the second dash of an insertion may be.
const INSERTION: usize = 12;

/// How far before the number its modifier may begin, in words.
const MODIFIER_WORDS: usize = 4;

/// The modifier that ends right before the number, or follows it at most three words on (12 قتيلا على الأقل).
fn modifier<'a>(first: usize, end: usize, words: &Words<'a>) -> Option<(Modifier, &'a Match)> {
    let layers = words.layers;
    let found = |m: &Match| layers.lexicon.number_modifiers.get(m.sense.row as usize).copied().unwrap_or_default();
    let of = |m: &&'a Match| m.sense.table == Table::NumberModifiers;
    let stops = words.before(first);
    let before =
        (stops.saturating_sub(MODIFIER_WORDS)..stops).flat_map(|i| layers.matches.at(i).iter().filter(of)).find(|m| m.end() == stops && found(m).before);
    if let Some(m) = before {
        return Some((found(m).modifier, m));
    }
    let mut i = end;
    while i < end + MODIFIER_WORDS
        && matches!(layers.tokens.kind(i), Some(TokenKind::Word | TokenKind::Punct(Punct::Percent)))
        && layers.tokens.gap(i) != Gap::Line
    {
        if let Some(m) = layers.matches.at(i).iter().filter(of).find(|m| found(m).after && (m.clitics.letters == 0)) {
            return Some((found(m).modifier, m));
        }
        i += 1;
    }
    None
}

#[cfg(test)]
mod tests;
