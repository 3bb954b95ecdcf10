//! What a number counts, and where that stands: a percent sign, money, a unit of measure, a counted noun.

use super::currency::{self, Countries};
use super::noun::{Counting, Nouns};
use crate::lexicon::numbers::NumberClass;
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Sense};
use crate::morph::{Match, is_definite};
use crate::number::Number;
use crate::number::words::Words;
use crate::text::{Span, slice};
use crate::token::{Gap, Punct, TokenKind};

/// What a number counts.
pub(super) struct Unit {
    /// As the record names it.
    pub name: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// The lower end, where a dual noun tells it: مقعدين إلى ثلاثة مقاعد.
    pub low: Option<f64>,
    /// The rule that found it.
    pub rule: &'static str,
    /// The row that names it.
    pub sense: Option<Sense>,
}

/// What `number` counts.
pub(super) fn of(number: &Number, words: &Words, countries: &mut Countries) -> Option<Unit> {
    let nouns = Nouns { layers: words.layers };
    let found = percent(number, words).or_else(|| currency::sign(number, words)).or_else(|| after(number, words, &nouns, countries));
    match found {
        Some(unit) => Some(dual_before(number, unit, words, &nouns)),
        None => before(number, words, &nouns),
    }
}

/// `2.1%`, `%2.1`, عشرة في المئة, بالمائة 210.
fn percent(number: &Number, words: &Words) -> Option<Unit> {
    let tokens = &words.layers.tokens;
    let unit = |first, end| Unit { name: Some("%".to_owned()), span: tokens.cover(first, end), low: None, rule: "quantity/percent", sense: None };
    if tokens.is(number.end, Punct::Percent) && tokens.gap(number.end) != Gap::Line {
        return Some(unit(number.end, number.end + 1));
    }
    if tokens.gap(number.end) != Gap::Line
        && let Some(end) = words.percent(number.end)
    {
        return Some(unit(number.end, end));
    }
    let before = words.before(number.first).checked_sub(1)?;
    if tokens.is(before, Punct::Percent) && tokens.gap(number.first) == Gap::None {
        return Some(unit(before, before + 1));
    }
    // In words before the number, unless they belong to one before them.
    let free = before.checked_sub(1).is_none_or(|b| tokens.kind(b) != Some(TokenKind::Digits));
    (free && tokens.gap(number.first) == Gap::Space && words.percent(before) == Some(number.first)).then(|| unit(before, before + 1))
}

/// The noun that follows the number, also behind من.
fn after(number: &Number, words: &Words, nouns: &Nouns, countries: &mut Countries) -> Option<Unit> {
    let layers = words.layers;
    let tokens = &layers.tokens;
    let mut at = number.end;
    // (5) أشخاص
    if tokens.is(at, Punct::ParenClose) && number.first.checked_sub(1).is_some_and(|b| tokens.is(b, Punct::ParenOpen)) {
        at += 1;
    }
    if tokens.gap(at) == Gap::Line {
        return None;
    }
    let counting = counting(number, words);
    // واحد stands behind its noun.
    if number.end == number.first + 1 && words.word(number.first).is_some_and(|w| w.class == NumberClass::One) {
        return None;
    }
    let linked = words.is(at, NumberClass::From);
    let at = if linked { at + 1 } else { at };
    if tokens.gap(at) == Gap::Line || words.word(at).is_some_and(|w| w.class != NumberClass::Share) {
        return None;
    }
    let open = counting == Counting::Many || linked;
    let measured = |table: Table| {
        layers.matches.at(at).iter().find(|m| m.sense.table == table && m.clitics.letters == 0 && m.clitics.pronoun.is_none() && (open || !m.clitics.article))
    };
    let (money, measure) = (measured(Table::Currencies), measured(Table::Units));
    // دولار is money; أوقية may be either, and the longer phrase wins.
    if let Some(m) = money
        && measure.is_none_or(|u| u.end <= m.end)
    {
        // الدولارات الأميركية: the nation stands behind, with an article of its own.
        let nation = layers.matches.at(m.end()).iter().find(|n| {
            matches!(n.sense.form, Form::Nationality(..)) && n.clitics.letters == 0 && n.clitics.article == m.clitics.article && n.end() == m.end() + 1
        });
        let nation = nation.filter(|_| tokens.gap(m.end()) == Gap::Space);
        let end = nation.map_or(m.end(), Match::end);
        let name = countries.iso(m, nation).unwrap_or_else(|| slice(layers.text, m.span(layers.text, tokens))).to_owned();
        return Some(Unit { name: Some(name), span: tokens.cover(at, end), low: None, rule: "quantity/money", sense: Some(m.sense) });
    }
    let named = |m: &Match, rule| Unit {
        name: Some(slice(layers.text, tokens.cover(at, m.end())).to_owned()),
        span: tokens.cover(at, m.end()),
        low: None,
        rule,
        sense: Some(m.sense),
    };
    if let Some(m) = measure {
        return Some(named(m, "quantity/measure"));
    }
    if let Some(m) = measured(Table::CountedNouns)
        && (!linked || nouns.many(at) || counting == Counting::Many)
    {
        return Some(named(m, "quantity/counted-noun"));
    }
    let fits = if linked { counting == Counting::Many && nouns.counted(at, Counting::Many) || nouns.many(at) } else { nouns.counted(at, counting) };
    fits.then(|| Unit {
        name: Some(slice(layers.text, tokens.span(at)).to_owned()),
        span: tokens.span(at),
        low: None,
        rule: "quantity/counted-noun",
        sense: None,
    })
}

/// How the number takes its noun: عشرات القتلى and نصف السكان a definite one, خمسة قتلى an indefinite one.
fn counting(number: &Number, words: &Words) -> Counting {
    let last = number.end.checked_sub(1).and_then(|i| words.word(i));
    let class = words.word(number.first).map(|w| (w.class, w.part));
    match (class, last.map(|w| w.class)) {
        (Some((NumberClass::Many | NumberClass::ScalePlural, _)), _) => Counting::Many,
        (Some((NumberClass::Fraction | NumberClass::FractionDual, _)), _) | (_, Some(NumberClass::Parts)) => Counting::Many,
        (Some((_, true)), _) if number.value < 1.0 => Counting::Many,
        _ => Counting::Told,
    }
}

/// مقعدين إلى ثلاثة مقاعد: a dual noun before the number is the lower end of a range.
fn dual_before(number: &Number, unit: Unit, words: &Words, nouns: &Nouns) -> Unit {
    let Some(link) = number.first.checked_sub(1) else { return unit };
    let Some(noun) = link.checked_sub(1) else { return unit };
    let joins = words.is(link, NumberClass::To) || words.is(link, NumberClass::Or);
    if !(joins && number.high.is_none() && (3.0..=10.0).contains(&number.value) && nouns.dual(noun)) {
        return unit;
    }
    Unit { low: Some(2.0), span: words.layers.tokens.span(noun).join(unit.span), rule: "quantity/dual-range", ..unit }
}

/// The noun before the number: الأطراف الأربعة, الدول الـ14, حافلة واحدة, رجلين اثنين.
fn before(number: &Number, words: &Words, nouns: &Nouns) -> Option<Unit> {
    let layers = words.layers;
    let tokens = &layers.tokens;
    let glued = words.before(number.first);
    let noun = glued.checked_sub(1)?;
    if tokens.gap(glued) != Gap::Space || tokens.kind(noun) != Some(TokenKind::Word) || number.high.is_some() {
        return None;
    }
    let word = words.word(number.first);
    let class = word.map(|w| w.class);
    let bare = word.is_some_and(|w| w.clitics.letters == 0 && !w.clitics.article);
    let key = tokens.key(noun);
    let whole = || {
        let head = nouns.head(noun);
        let span = Span::new(nouns.start(head), tokens.span(head).end);
        Unit { name: Some(slice(layers.text, span).to_owned()), span, low: None, rule: "quantity/noun-before", sense: None }
    };
    let single = number.end == number.first + 1 && bare;
    let found = match class {
        // فلان واحد من بين: one of them, not one of the name.
        Some(NumberClass::One) if single => {
            !is_definite(key) && nouns.alone(noun) && !(words.is(number.end, NumberClass::From) && words.is(number.end + 1, NumberClass::Between))
        }
        Some(NumberClass::Two) if single => nouns.dual(noun),
        _ => {
            // A unit with the article is a cardinal; of greater numbers, and in digits, the same form is the ordinal of a single noun.
            let cardinal = matches!(class, Some(NumberClass::Unit | NumberClass::Ten)) || nouns.many(noun);
            words.definite(number.first) && word.is_none_or(|w| w.clitics.letters == 0) && is_definite(key) && cardinal && nouns.alone(noun)
        }
    };
    found.then(whole)
}
