//! Numbers that count nothing: dates and clock times, scores, list numbers, years, telephone numbers, and parts of names.

use super::noun::{Nouns, goes_on};
use super::unit::Unit;
use crate::lexicon::numbers::{NumberClass, NumberContext};
use crate::lexicon::table::Table;
use crate::morph::is_definite;
use crate::number::Number;
use crate::number::words::Words;
use crate::record::Modifier;
use crate::token::{Gap, Punct, TokenKind};

/// Whether the signs around a number in digits make it something else: `10:30`, `3-1`, `31/12`, `5+1`, `إف-16`, `1.` at the head of a line.
pub(super) fn written_as_something_else(number: &Number, words: &Words) -> bool {
    let layers = words.layers;
    let tokens = &layers.tokens;
    let digits = |i: usize| tokens.kind(i) == Some(TokenKind::Digits);
    if !digits(number.first) {
        return false;
    }
    let glued = |i: usize| tokens.gap(i) == Gap::None;
    let ties = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::Dash | Punct::Slash | Punct::Colon | Punct::Plus | Punct::Underscore)));
    let slash = |i: usize| tokens.is(i, Punct::Slash) || (tokens.is(i, Punct::Other) && glued(i) && glued(i + 1));
    let number_at = |i: usize| {
        digits(i)
            || layers
                .matches
                .at(i)
                .iter()
                .any(|m| m.sense.table == Table::Numbers && layers.lexicon.numbers.get(m.sense.row as usize).is_some_and(|w| w.class == NumberClass::Zero))
    };
    let line = |i: usize| tokens.gap(i) == Gap::Line;
    // A dash between two numbers that are no range is a score, or a row of numbers.
    let tied_after = (slash(number.end) || (ties(number.end) && tokens.gap(number.end) == tokens.gap(number.end + 1)))
        && number_at(number.end + 1)
        && !line(number.end)
        && !line(number.end + 1);
    let hung_after = glued(number.end) && (tokens.is(number.end, Punct::Underscore) || tokens.kind(number.end) == Some(TokenKind::Latin));
    let tied_before = number.first.checked_sub(1).is_some_and(|b| {
        let hung = glued(number.first) && (tokens.is(b, Punct::Underscore) || tokens.is(b, Punct::Hash));
        let name = glued(number.first)
            && glued(b)
            && ties(b)
            && b.checked_sub(1).is_some_and(|c| matches!(tokens.kind(c), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Digits)));
        let row =
            (slash(b) || (ties(b) && tokens.gap(b) == tokens.gap(number.first))) && !line(b) && !line(number.first) && b.checked_sub(1).is_some_and(number_at);
        // إف16, د17
        let lettered = glued(number.first)
            && tokens.kind(b) == Some(TokenKind::Word)
            && tokens.key(b).chars().count() <= 3
            && !words.clitics(b)
            && !layers.matches.at(b).iter().any(|m| matches!(m.sense.table, Table::FunctionWords | Table::NumberModifiers) && m.clitics.letters == 0);
        let latin = tokens.kind(b) == Some(TokenKind::Latin) && tokens.gap(number.first) != Gap::Line;
        hung || name || row || latin || lettered
    });
    // Numbers of a list: at the head of a line, or after a stop with a dash glued on.
    let closes = |i: usize| {
        matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::Stop | Punct::Dash | Punct::ParenClose | Punct::BracketClose | Punct::Slash | Punct::Other)))
    };
    let after_stop = number.first.checked_sub(1).is_some_and(|b| matches!(tokens.kind(b), Some(TokenKind::Punct(Punct::Stop | Punct::Colon | Punct::Comma))))
        && tokens.is(number.end, Punct::Dash)
        && glued(number.end)
        && !glued(number.end + 1);
    let head = line(number.first) || after_stop || number.first.checked_sub(1).is_some_and(|b| tokens.is(b, Punct::ParenOpen) && tokens.gap(b) == Gap::Line);
    let listed =
        head && closes(number.end) && number.end == number.first + 1 && tokens.gap(number.end) != Gap::Line && !tokens.key(number.first).contains(['.', ',']);
    tied_after || hung_after || tied_before || listed
}

/// Whether a number counts nothing, by the words beside it and by its own form when nothing counted is told.
pub(super) fn counts_nothing(number: &Number, unit: Option<&Unit>, words: &Words) -> bool {
    let layers = words.layers;
    let tokens = &layers.tokens;
    let measured = unit.is_some_and(|u| !matches!(u.rule, "quantity/counted-noun" | "quantity/noun-before"));
    let key = tokens.key(number.first);
    let digits = tokens.kind(number.first) == Some(TokenKind::Digits);
    let plain = digits && number.end == number.first + 1 && key.bytes().all(|b| b.is_ascii_digit());
    // 2015م, 1437هـ
    let era = plain && key.len() == 4 && tokens.gap(number.end) != Gap::Line && [MEEM, HEH].contains(&tokens.key(number.end));
    if era {
        return true;
    }
    if measured {
        return false;
    }
    if labelled(number, unit.is_some(), words) || followed(number, words) {
        return true;
    }
    if plain && key.len() == 4 && (1900.0..2100.0).contains(&number.value) && number.value % 100.0 != 0.0 && number.modifier == Modifier::Exact {
        // A year, unless the noun is sure.
        return unit.is_none_or(|u| u.sense.is_none());
    }
    if unit.is_some() {
        return idiom(number, words);
    }
    let telephone = plain && (key.len() >= 7 || (key.len() > 1 && key.starts_with('0')));
    telephone || (digits && digits_alone(number, plain, words)) || word_alone(number, words)
}

/// Whether و، أو or a comma joins a bare number in digits to the token before `i`, where something that is no quantity ends: الدقيقتين 53 و67.
pub(super) fn goes_on_from(end: usize, number: &Number, words: &Words) -> bool {
    let tokens = &words.layers.tokens;
    let first = words.before(number.first);
    let joint = |i: usize| tokens.is(i, Punct::Comma) || words.is(i, NumberClass::And) || words.is(i, NumberClass::Or);
    tokens.kind(number.first) == Some(TokenKind::Digits)
        && end <= number.first
        && number.first - end <= 2
        && (end..number.first).all(joint)
        && (end < number.first)
        && first >= end
}

/// Whether a bare number in digits is joined to the time that begins at token `first`: 26 و27 مارس.
pub(super) fn goes_on_to(first: usize, number: &Number, words: &Words) -> bool {
    let tokens = &words.layers.tokens;
    let digits = |i: usize| tokens.kind(i) == Some(TokenKind::Digits);
    digits(number.first) && digits(first) && first == number.end + 1 && (words.is(number.end, NumberClass::And) || words.is(number.end, NumberClass::Or))
}

/// The letters that stand behind a year.
const MEEM: &str = "\u{0645}";
const HEH: &str = "\u{0647}";

/// Digits with nothing counted: a score (2-3), a stroke (2/3), a number in brackets, an ordinal (الهدف 314, الـ14).
fn digits_alone(number: &Number, plain: bool, words: &Words) -> bool {
    let tokens = &words.layers.tokens;
    let inside = |punct: Punct| (number.first..number.end).any(|i| tokens.is(i, punct));
    let before = words.before(number.first).checked_sub(1).filter(|_| tokens.gap(words.before(number.first)) != Gap::Line);
    let opens = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::ParenOpen | Punct::Quote(_))));
    let closes = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Punct(Punct::ParenClose | Punct::Quote(_))));
    let bracketed = plain && before.is_some_and(opens) && closes(number.end);
    // 11) and (1-)
    let cut = plain
        && tokens.gap(number.end) == Gap::None
        && (tokens.is(number.end, Punct::Dash) || (tokens.is(number.end, Punct::ParenClose) && !before.is_some_and(opens)));
    let nouns = Nouns { layers: words.layers };
    let counted = before.is_some_and(|b| tokens.kind(b) == Some(TokenKind::Word) && is_definite(tokens.key(b)) && nouns.alone(b) && !nouns.many(b));
    // 3 -2, صفر- 2: a score with its spaces awry.
    let score = before.is_some_and(|b| {
        tokens.is(b, Punct::Dash) && b.checked_sub(1).is_some_and(|c| tokens.kind(c) == Some(TokenKind::Digits) || words.is(c, NumberClass::Zero))
    });
    let ordinal = plain && counted && number.modifier == Modifier::Exact;
    (inside(Punct::Dash) && number.modifier == Modifier::Exact) || inside(Punct::Slash) || bracketed || cut || score || ordinal || words.definite(number.first)
}

/// A number word with nothing counted that is likelier another word: واحد "one of", العشرين an ordinal, ألف "wrote".
fn word_alone(number: &Number, words: &Words) -> bool {
    let Some(word) = words.word(number.first) else { return false };
    let single = number.end == number.first + 1;
    let governed = number.modifier != Modifier::Exact || word.clitics.prep.is_some();
    match word.class {
        NumberClass::One | NumberClass::Zero => single,
        NumberClass::Tens | NumberClass::Hundred | NumberClass::Ten => word.clitics.article,
        NumberClass::Hundreds => single && (word.clitics.article || word.value == 200.0),
        NumberClass::Scale => single && word.value == 1000.0 && !governed,
        NumberClass::Unit => single && word.value == 6.0 && word.clitics.letters > 0,
        _ => false,
    }
}

fn context(number: &Number, words: &Words, wanted: impl Fn(NumberContext) -> bool) -> bool {
    const WORDS: usize = 3;
    let layers = words.layers;
    let mut stops = words.before(number.first);
    // «الفرقة» 30, القرار (2254)
    while stops
        .checked_sub(1)
        .is_some_and(|b| matches!(layers.tokens.kind(b), Some(TokenKind::Punct(Punct::Quote(_) | Punct::ParenOpen | Punct::Dash | Punct::Colon))))
    {
        stops -= 1;
    }
    (stops.saturating_sub(WORDS)..stops).any(|i| {
        layers.matches.at(i).iter().any(|m| {
            m.sense.table == Table::NumberContexts
                && m.end() == stops
                && m.clitics.pronoun.is_none()
                && layers.lexicon.number_contexts.get(m.sense.row as usize).is_some_and(|&c| wanted(c))
        })
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
        && layers.matches.at(number.end).iter().any(|m| {
            m.sense.table == Table::NumberContexts
                && m.clitics.letters == 0
                && layers.lexicon.number_contexts.get(m.sense.row as usize) == Some(&NumberContext::After)
        })
}

/// يدا واحدة، في وقت واحد.
fn idiom(number: &Number, words: &Words) -> bool {
    words.word(number.first).is_some_and(|w| w.class == NumberClass::One) && context(number, words, |c| c == NumberContext::One)
}
