//! Which words can be a counted noun. No list holds all nouns: this asks what a word cannot be.

use crate::Layers;
use crate::lexicon::conjugate::{Count, VerbKind};
use crate::lexicon::numbers::NumberContext;
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Sense};
use crate::morph::{Match, is_definite};
use crate::text::slice;
use crate::token::{Gap, TokenKind, skip_letters};

/// How a number takes its noun.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// خمسة قتلى: indefinite.
    Told,
    /// عشرات القتلى، نصف السكان: definite or not.
    Many,
}

/// The layers, seen as nouns.
pub(super) struct Nouns<'a> {
    pub layers: &'a Layers<'a>,
}

/// Letters that a word's shape is told by.
mod letter {
    pub const ALEF: char = '\u{0627}';
    pub const ALEF_HAMZA: char = '\u{0623}';
    pub const ALEF_HAMZA_BELOW: char = '\u{0625}';
    pub const BEH: char = '\u{0628}';
    pub const TEH: char = '\u{062A}';
    pub const SEEN: char = '\u{0633}';
    pub const LAM: char = '\u{0644}';
    pub const NOON: char = '\u{0646}';
    pub const HEH: char = '\u{0647}';
    pub const WAW: char = '\u{0648}';
    pub const YEH: char = '\u{064A}';
}

impl Nouns<'_> {
    /// Whether token `i` can be the noun of a number that stands right before it.
    pub fn counted(&self, i: usize, counting: Counting) -> bool {
        if self.layers.tokens.kind(i) != Some(TokenKind::Word) {
            return false;
        }
        self.known(i) || ((counting == Counting::Many || !self.definite(i)) && self.open(i))
    }

    /// Whether token `i` can be a noun by itself, also with a clitic before it.
    pub fn alone(&self, i: usize) -> bool {
        self.layers.tokens.kind(i) == Some(TokenKind::Word) && !self.is_function_word(i) && !self.is_verb(i) && !self.is_number_word(i)
    }

    /// Whether token `i` reads as a plural: by its row, or by its shape.
    pub fn many(&self, i: usize) -> bool {
        if self.layers.tokens.kind(i) != Some(TokenKind::Word) || !self.alone(i) {
            return false;
        }
        let listed =
            |m: &Match| matches!(m.sense, Sense { form: Form::Noun(Count::Plural, _), table: Table::CountedNouns | Table::Titles | Table::Sources, .. });
        self.layers.matches.at(i).iter().any(listed) || plural_shape(self.base(i))
    }

    /// Whether token `i` reads as a dual: رجلين.
    pub fn dual(&self, i: usize) -> bool {
        let key = self.layers.tokens.key(i);
        let ending = key.strip_suffix(letter::NOON).is_some_and(|k| k.ends_with([letter::ALEF, letter::YEH]));
        ending && key.chars().count() >= 5 && self.alone(i) && !is_definite(key)
    }

    /// The noun that an adjective of relation at `i` goes with, the word before it: الدول الغربية الثلاث.
    pub fn head(&self, i: usize) -> usize {
        use letter::*;
        let tokens = &self.layers.tokens;
        let relation = |key: &str| key.strip_suffix(HEH).unwrap_or(key).ends_with(YEH) && key.chars().count() >= 5;
        match i.checked_sub(1) {
            Some(noun)
                if relation(tokens.key(i))
                    && tokens.gap(i) == Gap::Space
                    && is_definite(tokens.key(noun)) == is_definite(tokens.key(i))
                    && !self.known(i)
                    && self.alone(noun)
                    && tokens.kind(noun) == Some(TokenKind::Word) =>
            {
                noun
            }
            _ => i,
        }
    }

    /// Where the noun begins in the token, a glued و، ب، ل left out.
    pub fn start(&self, i: usize) -> u32 {
        let span = self.layers.tokens.span(i);
        let key = self.layers.tokens.key(i);
        if self.known(i) || self.titled(i) {
            return span.start;
        }
        let mut rest = key;
        let mut letters = 0;
        for clitics in [&[letter::WAW][..], &[letter::BEH, letter::LAM]] {
            if let Some(after) = rest.strip_prefix(clitics)
                && after.chars().count() >= 3
            {
                rest = after;
                letters += 1;
            }
        }
        skip_letters(self.layers.text, span, letters)
    }

    /// Whether a row of the counted nouns begins here with nothing before it.
    fn known(&self, i: usize) -> bool {
        self.layers
            .matches
            .at(i)
            .iter()
            .any(|m| m.sense.table == Table::CountedNouns && m.clitics.letters == 0 && !m.clitics.article && m.clitics.pronoun.is_none())
    }

    /// Whether the word is a title, source or nation with nothing before it.
    fn titled(&self, i: usize) -> bool {
        self.layers.matches.at(i).iter().any(|m| {
            let nominal = matches!(m.sense.table, Table::Titles | Table::Sources) || matches!(m.sense.form, Form::Nationality(..));
            nominal && m.clitics.letters == 0 && m.end() == i + 1
        })
    }

    fn definite(&self, i: usize) -> bool {
        let key = self.layers.tokens.key(i);
        // An alef written with its hamza is no article: ألعاب.
        let text = slice(self.layers.text, self.layers.tokens.span(i));
        is_definite(key) && !text.starts_with([letter::ALEF_HAMZA, letter::ALEF_HAMZA_BELOW])
    }

    /// Whether a word that no row knows can be an indefinite noun.
    fn open(&self, i: usize) -> bool {
        use letter::*;
        let key = self.layers.tokens.key(i);
        let excluded = |m: &Match| {
            m.sense.table == Table::NumberContexts
                && m.clitics.letters == 0
                && m.clitics.pronoun.is_none()
                && self.layers.lexicon.number_contexts.get(m.sense.row as usize) == Some(&NumberContext::NotCounted)
        };
        if key.chars().count() < 2 || self.layers.matches.at(i).iter().any(excluded) || self.is_function_word(i) || self.is_number_word(i) || self.is_verb(i) {
            return false;
        }
        if self.titled(i) {
            return true;
        }
        let mut letters = key.chars();
        match (letters.next(), letters.next()) {
            // و joins a clause on; ب and ل govern; a noun that begins so is one that the table knows.
            (Some(WAW | BEH | LAM), _) => false,
            // سيعلن
            (Some(SEEN), Some(YEH | TEH)) => false,
            (Some(YEH), _) => false,
            // قتلوا
            _ => !key.strip_suffix(ALEF).is_some_and(|k| k.ends_with(WAW)),
        }
    }

    fn is_function_word(&self, i: usize) -> bool {
        self.layers.matches.at(i).iter().any(|m| m.sense.table == Table::FunctionWords && m.end() == i + 1)
    }

    fn is_number_word(&self, i: usize) -> bool {
        self.layers.matches.at(i).iter().any(|m| {
            matches!(m.sense.table, Table::Numbers | Table::NumberModifiers) && m.end() == i + 1 && m.clitics.letters == 0 && m.clitics.pronoun.is_none()
        })
    }

    /// A form that is a verb and hardly a noun: an imperfect, or a perfect with an ending. شخص and كتب are nouns here.
    fn is_verb(&self, i: usize) -> bool {
        self.layers.matches.at(i).iter().any(|m| match m.sense.form {
            Form::Verb(form) if m.end() == i + 1 && m.clitics.pronoun.is_none() => match form.kind {
                VerbKind::Imperfect | VerbKind::ImperfectPassive => m.clitics.letters == 0 || m.clitics.future || m.clitics.conj,
                VerbKind::Perfect | VerbKind::PerfectPassive => {
                    // أعلن; but طلب and ذكر are nouns here.
                    let fourth = || slice(self.layers.text, self.layers.tokens.span(i)).starts_with(letter::ALEF_HAMZA);
                    self.layers.tokens.key(i).ends_with(letter::TEH) || (m.sense.table == Table::Reporting && fourth())
                }
                _ => false,
            },
            _ => false,
        })
    }

    /// The key without what may be clitics of a definite noun.
    fn base(&self, i: usize) -> &str {
        let key = self.layers.tokens.key(i);
        let mut base = key.strip_prefix(letter::WAW).unwrap_or(key);
        base = base.strip_prefix(letter::BEH).unwrap_or(base);
        base.strip_prefix("\u{0627}\u{0644}").or_else(|| base.strip_prefix("\u{0644}\u{0644}")).unwrap_or(base)
    }
}

/// The shapes of plurals that singulars seldom have: سيارات، موظفين، أطراف، عناصر.
fn plural_shape(base: &str) -> bool {
    use letter::*;
    let letters: Vec<char> = base.chars().collect();
    match letters.as_slice() {
        [.., ALEF, TEH] | [.., WAW | YEH, NOON] => letters.len() >= 5,
        [ALEF, _, _, ALEF, last] => *last != HEH,
        [_, _, ALEF, _, last] => *last != HEH && *last != ALEF,
        [_, _, ALEF, _, YEH, last] => *last != HEH,
        _ => false,
    }
}

/// Whether the line goes on at token `i`.
pub(super) fn goes_on(layers: &Layers, i: usize) -> bool {
    layers.tokens.gap(i) != Gap::Line
}
