//! A folded Arabic word as one number, so that clitics come off with a shift and a word is looked up without its bytes.

/// A folded word of Arabic letters: six bits a letter, the last one lowest. Equal numbers are equal words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Letters(u128);

/// A letter's six bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter(u8);

const BITS: u32 = 6;

impl Letter {
    /// The letter of a folded word; `None` for characters that no word of the lexicon has.
    pub const fn of(c: char) -> Option<Letter> {
        Some(Letter(match c {
            '\u{0621}'..='\u{064A}' => (c as u32 - 0x0620) as u8,
            // Peh, tcheh, jeh, veh and gaf, as foreign names are spelled.
            '\u{067E}' => 43,
            '\u{0686}' => 44,
            '\u{0698}' => 45,
            '\u{06A4}' => 46,
            '\u{06AF}' => 47,
            _ => return None,
        }))
    }

    /// A letter that code names; the letter is one of Arabic.
    pub const fn known(c: char) -> Letter {
        match Letter::of(c) {
            Some(letter) => letter,
            None => Letter(63),
        }
    }
}

impl Letters {
    /// The longest word that is looked up.
    pub const LONGEST: usize = 21;

    /// The letters of a folded word; `None` when it is longer than [`Letters::LONGEST`] or not of Arabic letters alone.
    #[inline]
    pub fn of(key: &str) -> Option<Letters> {
        // Letters take two bytes of UTF-8.
        if key.len() > 2 * Self::LONGEST {
            return None;
        }
        let mut bits = 0;
        for c in key.chars() {
            bits = bits << BITS | Letter::of(c)?.0 as u128;
        }
        Some(Letters(bits))
    }

    /// A word of a few letters that code names.
    pub const fn pair(first: Letter, second: Letter) -> Letters {
        Letters((first.0 as u128) << BITS | second.0 as u128)
    }

    /// The number of letters.
    #[inline]
    pub const fn len(self) -> u32 {
        (u128::BITS - self.0.leading_zeros()).div_ceil(BITS)
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The letter that stands `n` letters before the end; the last is 0.
    #[inline]
    pub const fn back(self, n: u32) -> Letter {
        Letter((self.0 >> (BITS * n)) as u8 & 63)
    }

    /// The first letter.
    #[inline]
    pub const fn first(self) -> Letter {
        self.back(self.len().saturating_sub(1))
    }

    /// Without its first letters.
    #[inline]
    pub const fn skip(self, n: u32) -> Letters {
        let left = self.len().saturating_sub(n);
        Letters(self.0 & ((1 << (BITS * left)) - 1))
    }

    /// Without its last letters.
    #[inline]
    pub const fn cut(self, n: u32) -> Letters {
        Letters(self.0 >> (BITS * n))
    }

    /// What follows a beginning of two letters, if it begins so.
    #[inline]
    pub fn after(self, pair: Letters) -> Option<Letters> {
        let left = self.len().checked_sub(2)?;
        (self.0 >> (BITS * left) == pair.0).then(|| self.skip(2))
    }

    /// With two letters before it.
    #[inline]
    pub fn behind(self, pair: Letters) -> Letters {
        Letters(pair.0 << (BITS * self.len()) | self.0)
    }

    /// With another last letter.
    #[inline]
    pub const fn ending_in(self, last: Letter) -> Letters {
        Letters(self.0 & !63 | last.0 as u128)
    }

    /// As a key of a table: most words fit 64 bits.
    #[inline]
    pub(super) fn number(self) -> Result<u64, u128> {
        u64::try_from(self.0).map_err(|_| self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Letters {
        Letters::of(word).unwrap()
    }

    #[test]
    fn letters_come_off_both_ends() {
        let word = of("والقوات");
        assert_eq!(word.len(), 7);
        assert_eq!(word.skip(1), of("القوات"));
        assert_eq!(word.skip(1).after(of("ال")), Some(of("قوات")));
        assert_eq!(word.cut(2), of("والقو"));
        assert_eq!((word.first(), word.back(0)), (Letter::known('و'), Letter::known('ت')));
        assert_eq!(of("قوات").behind(of("ال")), of("القوات"));
        assert_eq!(of("دعوت").ending_in(Letter::known('ه')), of("دعوه"));
        assert_eq!(of("قال").after(of("ال")), None);
        assert_eq!((of("ا").after(of("ال")), of("").len(), of("").skip(1)), (None, 0, of("")));
    }

    #[test]
    fn long_words_and_other_scripts_have_none() {
        assert!(Letters::of(&"ا".repeat(21)).is_some_and(|w| w.len() == 21 && w.skip(20) == of("ا")));
        assert!(Letters::of(&"ا".repeat(22)).is_none());
        assert!(Letters::of("abc").is_none() && Letters::of("ال3").is_none());
    }
}
