//! An amount: digits and number words put together.
//!
//! ```text
//! amount   = term (و term)* (و fraction)?       each term smaller than the scale before it
//! term     = small scale* | scale | dual        مئة وعشرون ألفا، ألفان، 3.5 مليون
//! small    = digits | hundreds (و below)? | below
//! below    = unit و tens | unit عشر | tens | unit
//! fraction = نصف | ثلاثة أرباع | خمس السكان     each with a scale after it: نصف المليون
//! ```

use super::digits;
use crate::Layers;
use crate::lexicon::Sense;
use crate::lexicon::numbers::NumberClass;
use crate::lexicon::table::Table;
use crate::morph::{Clitics, Match, Prep, Pronoun, is_definite};
use crate::text::{Span, slice};
use crate::token::{Gap, Punct, TokenKind, skip_letters};

/// The Arabic decimal mark, standing before digits.
const DECIMAL_MARK: &str = "\u{066B}";
/// The letters that clitics before a number are made of: waw, feh, beh, lam, kaf, alef.
const CLITIC_LETTERS: [char; 6] = ['\u{0648}', '\u{0641}', '\u{0628}', LAM, '\u{0643}', '\u{0627}'];
const LAM: char = '\u{0644}';
/// The vowel u, which keys leave out.
const DAMMA: char = '\u{064F}';
/// Alef with hamza, which keys fold.
const ALEF_HAMZA: char = '\u{0623}';

/// A number word of the text.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    pub class: NumberClass,
    pub value: f64,
    pub part: bool,
    pub clitics: Clitics,
    pub sense: Sense,
}

impl Word {
    /// Nothing stands before it.
    fn bare(&self) -> bool {
        self.clitics.letters == 0 && !self.clitics.article
    }
}

/// What a run of tokens comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    pub first: usize,
    pub end: usize,
    pub value: f64,
    /// The scale of its last term: 1 when it has none.
    pub scale: f64,
    /// Whether the scale is told for itself and not only as part of one word (ألفان).
    pub indefinite: bool,
    /// Whether it is less than a whole: نصف.
    pub part: bool,
}

/// Whether terms may be joined with و. In a range of two the و may part the two ends instead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joining {
    Yes,
    No,
}

/// What a dozen may be added to: ثلاثمئة ودزينتان.
const HUNDRED: f64 = 100.0;

/// The layers, seen as number words.
pub(crate) struct Words<'a> {
    pub layers: &'a Layers<'a>,
}

impl<'a> Words<'a> {
    /// Whether token `i` is digits or may be a number word: the cheap first check.
    pub fn may_begin(&self, i: usize) -> bool {
        match self.layers.tokens.kind(i) {
            Some(TokenKind::Digits) => true,
            Some(TokenKind::Word) => self.layers.matches.has(i, Table::Numbers),
            _ => false,
        }
    }

    /// The number word that token `i` is.
    pub fn word(&self, i: usize) -> Option<Word> {
        if self.layers.tokens.kind(i) != Some(TokenKind::Word) {
            return None;
        }
        let row = |m: &Match| self.layers.lexicon.numbers.get(m.sense.row as usize);
        let seems = |m: &&Match| {
            let class = row(m).map(|r| r.class);
            // Only a fraction takes a pronoun: نصفهم.
            let whole = match m.clitics.pronoun {
                None => true,
                Some(Pronoun::His | Pronoun::Her | Pronoun::Their) => class == Some(NumberClass::Fraction),
                Some(_) => false,
            };
            // كمئة would be كمية "amount"; وأحد folds with واحد, ألست with الست.
            let folded = m.clitics.article || class == Some(NumberClass::One);
            let hamza = || slice(self.layers.text, self.layers.tokens.span(i)).chars().take(2).any(|c| c == ALEF_HAMZA);
            whole && m.clitics.prep != Some(Prep::Ka) && !(folded && hamza())
        };
        let m = self.layers.matches.at(i).iter().filter(|m| m.sense.table == Table::Numbers && m.end() == i + 1).find(seems)?;
        let row = row(m)?;
        let (class, value) = match row.class {
            NumberClass::Unit | NumberClass::Ten if row.part && self.vowelled(i, m) => (NumberClass::Fraction, row.value),
            NumberClass::Tens if row.part && self.vowelled(i, m) => (NumberClass::FractionDual, row.value / 10.0),
            class => (class, row.value),
        };
        Some(Word { class, value, part: row.part, clitics: m.clitics, sense: m.sense })
    }

    /// Whether the vowel mark on its first letter makes a fraction of the word: خُمس a fifth, خَمس five; خُمسين two fifths, خَمسين fifty.
    fn vowelled(&self, i: usize, m: &Match) -> bool {
        let span = self.layers.tokens.span(i);
        let start = skip_letters(self.layers.text, span, m.clitics.letters.into());
        slice(self.layers.text, Span::new(start, span.end)).chars().nth(1) == Some(DAMMA)
    }

    /// The number word at `i`, in the same line as the word before it.
    fn next(&self, i: usize) -> Option<Word> {
        if self.layers.tokens.gap(i) == Gap::Line { None } else { self.word(i) }
    }

    /// Whether token `i` is a word of that class with nothing before it, in the same line as the one before it.
    pub fn is(&self, i: usize, class: NumberClass) -> bool {
        self.next(i).is_some_and(|w| w.class == class && w.bare())
    }

    /// The first token of what belongs to the number at `first`: glued ال، ب، ل before digits.
    pub fn before(&self, first: usize) -> usize {
        let tokens = &self.layers.tokens;
        let digits = tokens.kind(first) == Some(TokenKind::Digits) && tokens.gap(first) != Gap::Line;
        match first.checked_sub(1) {
            Some(before) if digits && ((tokens.gap(first) == Gap::None && self.clitics(before)) || self.is(before, NumberClass::Article)) => before,
            _ => first,
        }
    }

    /// Whether token `i` is made of the letters that clitics are: و، ب، ال.
    pub fn clitics(&self, i: usize) -> bool {
        let key = self.layers.tokens.key(i);
        self.layers.tokens.kind(i) == Some(TokenKind::Word) && key.chars().count() <= 4 && key.chars().all(|c| CLITIC_LETTERS.contains(&c))
    }

    /// Whether a fraction at `i` is joined by و to what stands before it: ونصف.
    pub fn adds_fraction(&self, i: usize) -> bool {
        self.next(i).is_some_and(|w| {
            w.class == NumberClass::Fraction && w.clitics.conj && w.clitics.prep.is_none() && !w.clitics.article && w.clitics.pronoun.is_none()
        })
    }

    /// Whether the article stands before the number at `first`: الأربعة، الـ14.
    pub fn definite(&self, first: usize) -> bool {
        let before = self.before(first);
        if before < first {
            self.layers.tokens.key(before).strip_suffix(LAM).is_some_and(|k| !k.is_empty())
        } else {
            self.word(first).is_some_and(|w| w.clitics.article)
        }
    }

    /// Where an ordinal ends that takes number words with it: الحادي عشر، الخامس والعشرون.
    pub fn ordinal(&self, i: usize) -> Option<usize> {
        self.word(i).filter(|w| w.class == NumberClass::Ordinal)?;
        if self.next(i + 1).is_some_and(|w| w.class == NumberClass::Ten && w.clitics.letters == 0) {
            return Some(i + 2);
        }
        let tens = self.joined(i + 1)?;
        let ten = self.word(tens).filter(|w| matches!(w.class, NumberClass::Tens | NumberClass::Hundred | NumberClass::Hundreds | NumberClass::Scale))?;
        (ten.clitics.prep.is_none()).then_some(tens + 1)
    }

    /// Where words for "in the hundred" end that begin at token `i`; they are no number.
    pub fn percent(&self, i: usize) -> Option<usize> {
        let numbers = &self.layers.lexicon.numbers;
        let is = |row: u32| numbers.get(row as usize).is_some_and(|w| w.class == NumberClass::Percent);
        self.layers.matches.at(i).iter().find(|m| m.sense.table == Table::Numbers && is(m.sense.row)).map(|m| m.end())
    }

    /// The token of the number that و joins on at token `i`: the word's own و, or a و standing before it.
    pub fn joined(&self, i: usize) -> Option<usize> {
        let word = self.next(i)?;
        if word.class == NumberClass::And && word.bare() {
            let follows = self.layers.tokens.gap(i + 1) != Gap::Line;
            let number = self.layers.tokens.kind(i + 1) == Some(TokenKind::Digits) || self.word(i + 1).is_some_and(|w| w.clitics.letters == 0);
            return (follows && number).then_some(i + 1);
        }
        (word.clitics.conj && word.clitics.prep.is_none()).then_some(i)
    }

    /// The amount that begins at token `i`.
    pub fn amount(&self, i: usize, joining: Joining) -> Option<Amount> {
        let mut all = self.term(i, joining)?;
        if all.part {
            return Some(all);
        }
        if let Some(decimal) = self.decimal(&all).or_else(|| self.parts_of(&all)) {
            return Some(decimal);
        }
        if joining == Joining::No || all.indefinite {
            return Some(all);
        }
        while let Some(j) = self.joined(all.end)
            && (all.scale > 1.0 || all.value % HUNDRED == 0.0)
            && let Some(more) = self.term(j, joining)
            && !more.indefinite
            && !more.part
            && (more.value < all.scale || more.scale > 1.0 && more.value < HUNDRED)
        {
            all = Amount { end: more.end, value: all.value + more.value, scale: more.scale, ..all };
        }
        Some(self.with_fraction(all))
    }

    /// `amount` and a fraction: ثلاثة ونصف، مليون ونصف المليون. Without a scale of its own the fraction is one of the last scale.
    fn with_fraction(&self, all: Amount) -> Amount {
        let Some(j) = self.joined(all.end) else { return all };
        let Some((value, end)) = self.fraction(j) else { return all };
        if self.word(j).is_some_and(|w| w.clitics.pronoun.is_some() || w.clitics.article) {
            return all;
        }
        match self.scale_after(end, true) {
            Some((scale, end)) if scale <= all.scale.max(all.value) => Amount { end, value: all.value + value * scale, ..all },
            Some(_) => all,
            None => Amount { end, value: all.value + value * all.scale, ..all },
        }
    }

    /// واحد فاصلة خمسة, and واحد على عشرة.
    fn decimal(&self, whole: &Amount) -> Option<Amount> {
        if self.is(whole.end, NumberClass::Point) {
            let (part, end) = self.small(whole.end + 1, Joining::Yes)?;
            let mut value = part;
            while value >= 1.0 {
                value /= 10.0;
            }
            return Some(Amount { end, value: whole.value + value, ..*whole });
        }
        let one = whole.value == 1.0 && whole.end == whole.first + 1;
        if one && self.is(whole.end, NumberClass::Over) {
            let below = self.term(whole.end + 1, Joining::Yes).filter(|b| b.value > 1.0 && !b.indefinite && !b.part)?;
            return Some(Amount { end: below.end, value: whole.value / below.value, part: true, ..*whole });
        }
        None
    }

    fn term(&self, i: usize, joining: Joining) -> Option<Amount> {
        let plain = Amount { first: i, end: i + 1, value: 0.0, scale: 1.0, indefinite: false, part: false };
        if let Some((value, end)) = self.fraction(i) {
            let (scale, end) = self.scale_after(end, true).unwrap_or((1.0, end));
            return Some(Amount { end, value: times(value, scale), scale, part: scale == 1.0, ..plain });
        }
        if let Some((value, end)) = self.small(i, joining) {
            return Some(self.scaled(Amount { end, value, ..plain }));
        }
        let word = self.word(i)?;
        match word.class {
            NumberClass::Scale => Some(self.scaled(Amount { value: word.value, scale: word.value, ..plain })),
            NumberClass::ScaleDual | NumberClass::ScaleEither => Some(self.scaled(Amount { value: 2.0 * word.value, scale: word.value, ..plain })),
            NumberClass::ScalePlural | NumberClass::Many => {
                let (scale, end) = self.scale_after(i + 1, true).filter(|&(s, _)| s > word.value).unwrap_or((1.0, i + 1));
                Some(Amount { end, value: word.value * scale, scale: word.value * scale, indefinite: true, ..plain })
            }
            _ => None,
        }
    }

    /// With the scales that follow: مئة ألف، ألف مليون.
    fn scaled(&self, mut amount: Amount) -> Amount {
        let definite = self.definite(amount.first);
        while let Some((scale, end)) = self.scale_after(amount.end, definite)
            && scale > amount.scale
        {
            amount = Amount { end, value: times(amount.value, scale), scale, ..amount };
        }
        amount
    }

    /// A scale word that multiplies what stands before it, and the token after it.
    fn scale_after(&self, i: usize, definite: bool) -> Option<(f64, usize)> {
        let word = self.next(i)?;
        let scale = matches!(word.class, NumberClass::Scale | NumberClass::ScaleEither | NumberClass::ScalePlural);
        let fits = word.clitics.letters == 0 && (definite || !word.clitics.article);
        (scale && fits).then_some((word.value, i + 1))
    }

    /// A fraction, and the token after it: نصف، ثلثي، ثلاثة أرباع، خمس السكان.
    fn fraction(&self, i: usize) -> Option<(f64, usize)> {
        let Some(word) = self.word(i) else {
            let (above, end) = self.small(i, Joining::No)?;
            let below = self.next(end).filter(|w| w.class == NumberClass::Parts && w.bare())?;
            return Some((above / below.value, end + 1));
        };
        match word.class {
            NumberClass::Fraction => Some((1.0 / word.value, i + 1)),
            NumberClass::FractionDual => Some((2.0 / word.value, i + 1)),
            NumberClass::Unit | NumberClass::Ten if word.part && !word.clitics.article && self.followed_by_the(i + 1) => Some((1.0 / word.value, i + 1)),
            NumberClass::One | NumberClass::Two | NumberClass::Unit | NumberClass::Ten | NumberClass::Teen | NumberClass::Tens => {
                let (above, end) = self.below_hundred(i, Joining::Yes)?;
                self.counted_parts(above, end)
            }
            _ => None,
        }
    }

    /// The parts that `above` counts, at `i`: ثلاثة أرباع. From eleven on the counted noun is a singular, which no number can be there:
    /// ثلاثة وعشرون خمسا.
    fn counted_parts(&self, above: f64, i: usize) -> Option<(f64, usize)> {
        let below = self.next(i).filter(|w| w.bare())?;
        let singular = || {
            let part = below.class == NumberClass::Fraction || matches!(below.class, NumberClass::Unit | NumberClass::Ten) && below.part;
            above > 10.0 && part && !self.counts(i + 1)
        };
        (below.class == NumberClass::Parts || singular()).then(|| (above / below.value, i + 1))
    }

    /// جزء من مئة, ثلاثة أجزاء من عشرة: the parts of `above`, written out. Not ثلاثة أجزاء من مئة صفحة.
    fn parts_of(&self, above: &Amount) -> Option<Amount> {
        self.next(above.end).filter(|w| w.class == NumberClass::Share && w.bare())?;
        let at = above.end + 1;
        if !self.is(at, NumberClass::From) || self.layers.tokens.gap(at + 1) == Gap::Line {
            return None;
        }
        let below = self.term(at + 1, Joining::Yes).filter(|b| b.value > above.value && !b.indefinite && !b.part && !self.counts(b.end))?;
        Some(Amount { end: below.end, value: above.value / below.value, scale: 1.0, part: true, ..*above })
    }

    /// Whether a noun without article stands at `i`, which the number before it counts.
    fn counts(&self, i: usize) -> bool {
        let tokens = &self.layers.tokens;
        tokens.kind(i) == Some(TokenKind::Word) && tokens.gap(i) != Gap::Line && !is_definite(tokens.key(i)) && self.word(i).is_none()
    }

    /// Whether a definite noun, and no scale, stands at `i`: خمس السكان against خمس سنوات.
    fn followed_by_the(&self, i: usize) -> bool {
        let tokens = &self.layers.tokens;
        let noun = tokens.kind(i) == Some(TokenKind::Word) && tokens.gap(i) == Gap::Space && self.word(i).is_none();
        let key = tokens.key(i);
        noun && is_definite(key) && self.layers.matches.at(i).iter().all(|m| m.clitics.letters == 0)
    }

    /// A number below a thousand in words, or any number in digits, and the token after it.
    fn small(&self, i: usize, joining: Joining) -> Option<(f64, usize)> {
        if let Some(found) = self.digits(i) {
            return Some(found);
        }
        let word = self.word(i)?;
        match word.class {
            NumberClass::Hundred | NumberClass::Hundreds => Some(self.with_rest(word.value, i + 1, joining)),
            NumberClass::Unit if self.hundred(i + 1) => Some(self.with_rest(100.0 * word.value, i + 2, joining)),
            _ => self.below_hundred(i, joining),
        }
    }

    fn hundred(&self, i: usize) -> bool {
        self.next(i).is_some_and(|w| w.bare() && (w.class == NumberClass::Hundred || (w.class == NumberClass::Many && w.value == 100.0)))
    }

    /// The hundreds and what و adds to them.
    fn with_rest(&self, hundreds: f64, end: usize, joining: Joining) -> (f64, usize) {
        let rest = (joining == Joining::Yes).then(|| self.joined(end)).flatten().and_then(|j| match self.digits(j) {
            Some((value, end)) => (value < 100.0).then_some((value, end)),
            None => self.below_hundred(j, joining),
        });
        rest.map_or((hundreds, end), |(value, end)| (hundreds + value, end))
    }

    fn below_hundred(&self, i: usize, joining: Joining) -> Option<(f64, usize)> {
        let word = self.word(i)?;
        let unit = matches!(word.class, NumberClass::One | NumberClass::OneOf | NumberClass::Two | NumberClass::Unit);
        if unit {
            if self.next(i + 1).is_some_and(|w| w.class == NumberClass::Ten && w.bare()) {
                return Some((10.0 + word.value, i + 2));
            }
            if joining == Joining::Yes
                && let Some(j) = self.joined(i + 1)
                && let Some(tens) = self.word(j)
                && tens.class == NumberClass::Tens
            {
                return Some((word.value + tens.value, j + 1));
            }
        }
        match word.class {
            NumberClass::OneOf => None,
            // الاثنين is Monday, الواحد "each", and لست is mostly "I am not".
            NumberClass::One | NumberClass::Two if word.clitics.article => None,
            NumberClass::Unit if word.value == 6.0 && word.clitics.prep == Some(Prep::Li) && self.layers.tokens.key(i).chars().count() == 3 => None,
            NumberClass::Zero if word.clitics.article => None,
            NumberClass::Zero | NumberClass::One | NumberClass::Two | NumberClass::Unit | NumberClass::Ten | NumberClass::Teen | NumberClass::Tens => {
                Some((word.value, i + 1))
            }
            _ => None,
        }
    }

    /// Digits that are no part of a name in Latin letters.
    fn digits(&self, i: usize) -> Option<(f64, usize)> {
        let tokens = &self.layers.tokens;
        if tokens.kind(i) != Some(TokenKind::Digits) {
            return None;
        }
        let named = tokens.gap(i) == Gap::None
            && i.checked_sub(1).is_some_and(|b| matches!(tokens.kind(b), Some(TokenKind::Latin | TokenKind::Punct(Punct::Underscore))));
        if named {
            return None;
        }
        let read = digits::read(i, self.layers.text, tokens)?;
        let places = tokens.key(i).len() as i32;
        Some((if self.pointed(i) && read.end == i + 1 { read.value / 10f64.powi(places) } else { read.value }, read.end))
    }

    /// Whether the decimal mark of the digits at `i` stands before them with no digit of its own: .77
    pub fn pointed(&self, i: usize) -> bool {
        let tokens = &self.layers.tokens;
        let mark = |b: usize| tokens.is(b, Punct::Stop) || slice(self.layers.text, tokens.span(b)) == DECIMAL_MARK;
        tokens.gap(i) == Gap::None && tokens.kind(i) == Some(TokenKind::Digits) && i.checked_sub(1).is_some_and(|b| mark(b) && tokens.gap(b) != Gap::None)
    }
}

/// A product without the dust of binary fractions: 4.1 milliards are 4100000000.
pub(super) fn times(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = product.round();
    if (product - whole).abs() <= product.abs() * 1e-12 { whole } else { product }
}
