//! Numbers that count nothing: dates and clock times, scores, list numbers, years, telephone numbers, and parts of names.

use super::noun::goes_on;
use super::unit::Unit;
use crate::Layers;
use crate::lexicon::numbers::{NumberClass, NumberContext};
use crate::lexicon::table::Table;
use crate::number::Number;
use crate::number::words::Words;
use crate::record::Modifier;
use crate::token::{Gap, Punct, TokenKind};

/// Whether the signs around a number in digits make it something else: `10:30`, `3-1`, `31/12`, `5+1`, `إف-16`, `1.` at the head of a line.
pub(super) fn written_as_something_else(number: &Number, layers: &Layers) -> bool {
    let tokens = &layers.tokens;
    let digits = |i: usize| tokens.kind(i) == Some(TokenKind::Digits);
    if !digits(number.first) {
        return false;
    }
    let glued = |i: usize| tokens.gap(i) == Gap::None;
    let ties = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::Dash | Punct::Slash | Punct::Colon | Punct::Plus | Punct::Underscore)));
    // A dash between two numbers that are no range is a score, or a row of numbers.
    let tied_after = ties(number.end) && tokens.gap(number.end) == tokens.gap(number.end + 1) && digits(number.end + 1) && tokens.gap(number.end) != Gap::Line;
    let hung_after = glued(number.end) && (tokens.is(number.end, Punct::Underscore) || tokens.kind(number.end) == Some(TokenKind::Latin));
    let tied_before = number.first.checked_sub(1).is_some_and(|b| {
        let hung = glued(number.first) && (tokens.is(b, Punct::Underscore) || tokens.is(b, Punct::Hash));
        let name = glued(number.first) && glued(b) && ties(b) && b.checked_sub(1).is_some_and(|c| matches!(tokens.kind(c), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Digits)));
        let row = ties(b) && tokens.gap(b) == tokens.gap(number.first) && b.checked_sub(1).is_some_and(digits);
        let latin = tokens.kind(b) == Some(TokenKind::Latin) && tokens.gap(number.first) != Gap::Line;
        hung || name || row || latin
    });
    let closes = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::Stop | Punct::Dash | Punct::ParenClose | Punct::BracketClose)));
    let head = tokens.gap(number.first) == Gap::Line || number.first.checked_sub(1).is_some_and(|b| tokens.is(b, Punct::ParenOpen) && tokens.gap(b) == Gap::Line);
    let listed = head && closes(number.end) && number.end == number.first + 1 && tokens.gap(number.end) != Gap::Line && !tokens.key(number.first).contains(['.', ',']);
    tied_after || hung_after || tied_before || listed
}

/// Whether a number counts nothing, by the words beside it and by its own form when nothing counted is told.
pub(super) fn counts_nothing(number: &Number, unit: Option<&Unit>, words: &Words) -> bool {
    let layers = words.layers;
    let tokens = &layers.tokens;
    let measured = unit.is_some_and(|u| !matches!(u.rule, "quantity/counted-noun" | "quantity/noun-before"));
    if measured {
        return false;
    }
    if labelled(number, unit.is_some(), words) || followed(number, words) {
        return true;
    }
    let key = tokens.key(number.first);
    let digits = tokens.kind(number.first) == Some(TokenKind::Digits);
    let plain = digits && number.end == number.first + 1 && key.bytes().all(|b| b.is_ascii_digit());
    let word = words.word(number.first);
    if plain && key.len() == 4 && (1900.0..2100.0).contains(&number.value) && number.value % 100.0 != 0.0 && number.modifier == Modifier::Exact {
        // A year, unless the noun is sure.
        return unit.is_none_or(|u| u.sense.is_none());
    }
    if unit.is_some() {
        return idiom(number, words);
    }
    let telephone = plain && (key.len() >= 7 || (key.len() > 1 && key.starts_with('0')));
    let article = word.is_some_and(|w| w.clitics.article) || words.before(number.first) < number.first && tokens.key(words.before(number.first)).ends_with('\u{0644}') && tokens.key(words.before(number.first)).len() > 2;
    let single = number.end == number.first + 1;
    let class = word.map(|w| w.class);
    // العشرين، الـ14 with no noun are ordinals or names; واحد with none is "one of".
    let ordinal = article && (digits || matches!(class, Some(NumberClass::Tens | NumberClass::Hundred | NumberClass::Hundreds | NumberClass::Scale | NumberClass::Ten)));
    let pronoun = single && matches!(class, Some(NumberClass::One | NumberClass::Zero));
    let stroke = digits && (number.first..number.end).any(|i| tokens.is(i, Punct::Slash));
    telephone || ordinal || pronoun || stroke
}

fn context(number: &Number, words: &Words, wanted: impl Fn(NumberContext) -> bool) -> bool {
    const WORDS: usize = 3;
    let layers = words.layers;
    let mut stops = words.before(number.first);
    // «الفرقة» 30, القرار (2254)
    while stops.checked_sub(1).is_some_and(|b| matches!(layers.tokens.kind(b), Some(TokenKind::Punct(Punct::Quote(_) | Punct::ParenOpen | Punct::Dash | Punct::Colon)))) {
        stops -= 1;
    }
    (stops.saturating_sub(WORDS)..stops).any(|i| {
        layers.matches.at(i).iter().any(|m| m.sense.table == Table::NumberContexts && m.end() == stops && layers.lexicon.number_contexts.get(m.sense.row as usize).is_some_and(|&c| wanted(c)))
    })
}

/// A label before the number: المادة 5، رؤية 2030.
fn labelled(number: &Number, counted: bool, words: &Words) -> bool {
    if !goes_on(words.layers, number.first) {
        return false;
    }
    context(number, words, |c| c == NumberContext::Label || (c == NumberContext::BareLabel && !counted))
}

/// A word after the number that makes it a name: نصف نهائي، 14 آذار.
fn followed(number: &Number, words: &Words) -> bool {
    let layers = words.layers;
    goes_on(layers, number.end)
        && layers.matches.at(number.end).iter().any(|m| m.sense.table == Table::NumberContexts && m.clitics.letters == 0 && layers.lexicon.number_contexts.get(m.sense.row as usize) == Some(&NumberContext::After))
}

/// يدا واحدة، في وقت واحد.
fn idiom(number: &Number, words: &Words) -> bool {
    words.word(number.first).is_some_and(|w| w.class == NumberClass::One) && context(number, words, |c| c == NumberContext::One)
}
