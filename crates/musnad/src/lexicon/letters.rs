//! A folded Arabic word as one number, so that clitics come off with a shift and a word is looked up without its bytes.

/// A folded word of Arabic letters: six bits a letter, the first one lowest. Equal numbers are equal words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Letters(u128);

/// A letter's six bits; 0 is none.
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

    /// A letter that code names; it is one of Arabic.
    pub const fn known(c: char) -> Letter {
        match Letter::of(c) {
            Some(letter) => letter,
            None => Letter(63),
        }
    }
}

/// The letters of U+0600 to U+06FF; 0 where there is none.
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut i = 0;
    while i < letters.len() {
        if let Some(c) = char::from_u32(0x0600 + i as u32)
            && let Some(letter) = Letter::of(c)
        {
            #[expect(clippy::indexing_slicing, reason = "in a constant, where the compiler checks it")]
            {
                letters[i] = letter.0;
            }
        }
        i += 1;
    }
    letters
};

impl Letters {
    /// The longest word that is looked up.
    pub const LONGEST: usize = 21;

    /// The letters of a folded word; `None` when it is longer than [`Letters::LONGEST`] or not of Arabic letters alone.
    #[inline]
    pub fn of(key: &str) -> Option<Letters> {
        // Letters take two bytes of UTF-8.
        let (pairs, odd) = key.as_bytes().as_chunks::<2>();
        if pairs.len() > Self::LONGEST || !odd.is_empty() {
            return None;
        }
        let mut bits = 0;
        for &[lead, tail] in pairs.iter().rev() {
            let place = usize::from(lead & 3) << 6 | usize::from(tail & 0x3F);
            let letter = if matches!(lead, 0xD8..=0xDB) { LETTERS.get(place).copied().unwrap_or(0) } else { 0 };
            if letter == 0 {
                return None;
            }
            bits = bits << BITS | u128::from(letter);
        }
        Some(Letters(bits))
    }

    /// Two letters that code names.
    pub const fn pair(first: Letter, second: Letter) -> Letters {
        Letters((second.0 as u128) << BITS | first.0 as u128)
    }

    /// The number of letters.
    #[inline]
    pub const fn len(self) -> u32 {
        (u128::BITS - self.0.leading_zeros()).div_ceil(BITS)
    }

    /// Whether there is none.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether there are two and more.
    #[inline]
    pub const fn several(self) -> bool {
        self.0 >> BITS != 0
    }

    /// The first letter.
    #[inline]
    pub const fn first(self) -> Letter {
        Letter(self.0 as u8 & 63)
    }

    /// The last three letters, in their order; the first ones are none in a shorter word.
    #[inline]
    pub const fn last(self) -> [Letter; 3] {
        let len = self.len();
        let tail = if len >= 3 { self.0 >> (BITS * (len - 3)) } else { self.0 << (BITS * (3 - len)) } as u32;
        [Letter(tail as u8 & 63), Letter((tail >> BITS) as u8 & 63), Letter((tail >> (2 * BITS)) as u8 & 63)]
    }

    /// Without its first letter.
    #[inline]
    pub const fn rest(self) -> Letters {
        Letters(self.0 >> BITS)
    }

    /// Without its last letters.
    #[inline]
    pub const fn cut(self, n: u32) -> Letters {
        let left = self.len().saturating_sub(n);
        Letters(self.0 & ((1 << (BITS * left)) - 1))
    }

    /// What follows a beginning of two letters, if it begins so.
    #[inline]
    pub fn after(self, pair: Letters) -> Option<Letters> {
        const TWO: u128 = (1 << (2 * BITS)) - 1;
        (self.0 & TWO == pair.0).then_some(Letters(self.0 >> (2 * BITS)))
    }

    /// With two letters before it.
    #[inline]
    pub const fn behind(self, pair: Letters) -> Letters {
        Letters(self.0 << (2 * BITS) | pair.0)
    }

    /// With another last letter.
    #[inline]
    pub const fn ending_in(self, last: Letter) -> Letters {
        let stem = self.cut(1);
        Letters(stem.0 | (last.0 as u128) << (BITS * stem.len()))
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
        assert_eq!((word.len(), word.rest()), (7, of("القوات")));
        assert_eq!(word.rest().after(of("ال")), Some(of("قوات")));
        assert_eq!(word.cut(2), of("والقو"));
        assert_eq!((word.first(), word.last()), (Letter::known('و'), ['و', 'ا', 'ت'].map(Letter::known)));
        assert_eq!(of("لا").last(), [Letter(0), Letter::known('ل'), Letter::known('ا')]);
        assert_eq!(of("قوات").behind(of("ال")), of("القوات"));
        assert_eq!(of("دعوت").ending_in(Letter::known('ه')), of("دعوه"));
        assert_eq!(of("قال").after(of("ال")), None);
        assert_eq!((of("ا").after(of("ال")), of("").len(), of("").cut(1)), (None, 0, of("")));
        assert!(of("لا").several() && !of("ا").several() && of("").is_empty());
    }

    #[test]
    fn long_words_and_other_scripts_have_none() {
        assert!(Letters::of(&"ا".repeat(21)).is_some_and(|w| w.len() == 21 && w.cut(20) == of("ا")));
        assert!(Letters::of(&"ا".repeat(22)).is_none());
        assert!(Letters::of("abc").is_none() && Letters::of("ال3").is_none() && Letters::of("éé").is_none() && Letters::of("۔").is_none());
        assert!(Letters::of("چپ").is_some());
    }
}
