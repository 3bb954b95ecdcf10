//! One key for every spelling of a word: hamza seats, ى and ي, ة and ه made one, marks, tatweel and invisible signs taken out.

use crate::text::Span;

/// What a character is to the tokenizer and to folding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// An Arabic letter that folds to this one.
    Letter(char),
    /// Two letters in one sign (presentation forms): folded by [`fold_ligature`].
    Ligature,
    /// Taken out of keys, part of the word around it: marks, tatweel, joiners, bidi controls.
    Ignored,
    Digit(u8),
    Latin,
    Space,
    Line,
    Other,
}

/// The letters that folding must name.
mod letter {
    pub const ALEF: char = '\u{0627}';
    pub const HEH: char = '\u{0647}';
    pub const WAW: char = '\u{0648}';
    pub const YEH: char = '\u{064A}';
    pub const KAF: char = '\u{0643}';
    pub const LAM: char = '\u{0644}';
    pub const TATWEEL: char = '\u{0640}';
}

/// The classes of U+0600 to U+06FF, where nearly every character of a text stands.
static ARABIC: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut i = 0;
    while i < classes.len() {
        #[expect(clippy::indexing_slicing, reason = "in a constant, where the compiler checks it")]
        if let Some(c) = char::from_u32(0x0600 + i as u32) {
            classes[i] = arabic(c);
        }
        i += 1;
    }
    classes
};

/// What a character of the Arabic block is.
const fn arabic(c: char) -> Class {
    use letter::*;
    match c {
        // Alef with madda, with hamza above and below, and wasla.
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' | '\u{0672}' | '\u{0673}' => Class::Letter(ALEF),
        // Waw with hamza.
        '\u{0624}' | '\u{06C6}' | '\u{06C7}' | '\u{06CB}' => Class::Letter(WAW),
        // Yeh with hamza, alef maksura, and the Persian, Kurdish and Urdu yehs.
        '\u{0626}' | '\u{0649}' | '\u{06CC}' | '\u{06CE}' | '\u{06D0}' | '\u{06D2}' | '\u{06D3}' => Class::Letter(YEH),
        // Teh marbuta, and the Persian and Urdu hehs.
        '\u{0629}' | '\u{06BE}' | '\u{06C0}' | '\u{06C1}' | '\u{06C2}' | '\u{06C3}' | '\u{06D5}' => Class::Letter(HEH),
        // Keheh and its kin.
        '\u{06A9}' | '\u{06AA}' => Class::Letter(KAF),
        TATWEEL => Class::Ignored,
        '\u{0621}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0674}'..='\u{06D3}' => Class::Letter(c),
        // Marks, and the Arabic letter mark.
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' => {
            Class::Ignored
        }
        '\u{061C}' => Class::Ignored,
        '\u{0660}'..='\u{0669}' => Class::Digit(b'0' + (c as u32 - 0x0660) as u8),
        '\u{06F0}'..='\u{06F9}' => Class::Digit(b'0' + (c as u32 - 0x06F0) as u8),
        // Letters of other languages that fold to none of Arabic.
        '\u{0620}' | '\u{06EE}' | '\u{06EF}' | '\u{06FA}'..='\u{06FC}' | '\u{06FF}' => Class::Latin,
        _ => Class::Other,
    }
}

/// The class of a character of two bytes of UTF-8 in the Arabic block; `None` for other bytes.
#[inline]
pub(crate) fn arabic_pair(bytes: &[u8]) -> Option<Class> {
    match *bytes {
        [lead @ 0xD8..=0xDB, tail] => ARABIC.get(usize::from(lead & 3) << 6 | usize::from(tail & 0x3F)).copied(),
        _ => None,
    }
}

#[inline]
pub(crate) fn classify(c: char) -> Class {
    match (c as usize).checked_sub(0x0600).and_then(|i| ARABIC.get(i)) {
        Some(&class) => class,
        None => other(c),
    }
}

/// What a character outside the Arabic block is.
fn other(c: char) -> Class {
    match c {
        ' ' => Class::Space,
        '0'..='9' => Class::Digit(c as u8),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0085}' | '\u{000B}' | '\u{000C}' => Class::Line,
        // Zero-width and directional controls; variation selectors; soft hyphen.
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{00AD}' => Class::Ignored,
        '\u{08A0}'..='\u{08C7}' | '\u{0750}'..='\u{077F}' => Class::Letter(c),
        '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => Class::Ligature,
        c if c.is_whitespace() || c.is_control() => Class::Space,
        c if c.is_alphabetic() => Class::Latin,
        // Combining marks of other scripts belong to the letter before them.
        '\u{0300}'..='\u{036F}' => Class::Ignored,
        _ => Class::Other,
    }
}

/// A presentation form as plain letters (two or more for a ligature); `None` for signs that are no letters.
pub(crate) fn fold_ligature(c: char, out: &mut String) {
    use letter::*;
    // Arabic Presentation Forms-B: runs of forms per letter, in the order of the Unicode chart.
    const RUNS: [(u32, char); 37] = [
        (0xFE80, '\u{0621}'),
        (0xFE81, ALEF),
        (0xFE83, ALEF),
        (0xFE85, WAW),
        (0xFE87, ALEF),
        (0xFE89, YEH),
        (0xFE8D, ALEF),
        (0xFE8F, '\u{0628}'),
        (0xFE93, HEH),
        (0xFE95, '\u{062A}'),
        (0xFE99, '\u{062B}'),
        (0xFE9D, '\u{062C}'),
        (0xFEA1, '\u{062D}'),
        (0xFEA5, '\u{062E}'),
        (0xFEA9, '\u{062F}'),
        (0xFEAB, '\u{0630}'),
        (0xFEAD, '\u{0631}'),
        (0xFEAF, '\u{0632}'),
        (0xFEB1, '\u{0633}'),
        (0xFEB5, '\u{0634}'),
        (0xFEB9, '\u{0635}'),
        (0xFEBD, '\u{0636}'),
        (0xFEC1, '\u{0637}'),
        (0xFEC5, '\u{0638}'),
        (0xFEC9, '\u{0639}'),
        (0xFECD, '\u{063A}'),
        (0xFED1, '\u{0641}'),
        (0xFED5, '\u{0642}'),
        (0xFED9, KAF),
        (0xFEDD, LAM),
        (0xFEE1, '\u{0645}'),
        (0xFEE5, '\u{0646}'),
        (0xFEE9, HEH),
        (0xFEED, WAW),
        (0xFEEF, YEH),
        (0xFEF1, YEH),
        (0xFEF5, LAM),
    ];
    let code = c as u32;
    match code {
        // Lam with alef, in its eight forms.
        0xFEF5..=0xFEFC => out.extend([LAM, ALEF]),
        0xFE80..=0xFEF4 => {
            let i = RUNS.partition_point(|&(first, _)| first <= code);
            if let Some(&(_, letter)) = i.checked_sub(1).and_then(|i| RUNS.get(i)) {
                out.push(letter);
            }
        }
        // The word Allah, and the honorific after the Prophet's name, as they are spelled out.
        0xFDF2 => out.extend([ALEF, LAM, LAM, HEH]),
        // Forms-A: Persian and Urdu letters and rare ligatures; the ones that newspapers' old files hold.
        0xFB50..=0xFB51 => out.push(ALEF),
        0xFB56..=0xFB59 => out.push('\u{067E}'),
        0xFB7A..=0xFB7D => out.push('\u{0686}'),
        0xFB8E..=0xFB91 => out.push(KAF),
        0xFB92..=0xFB95 => out.push('\u{06AF}'),
        0xFBFC..=0xFBFF => out.push(YEH),
        0xFBA6..=0xFBAD => out.push(HEH),
        _ => out.push(c),
    }
}

/// The last letter of a word as it is written, marks and invisible signs behind it passed over.
pub fn last_letter(word: &str) -> Option<char> {
    word.chars().rev().find(|&c| classify(c) != Class::Ignored)
}

/// The folded form of a word, as the lexicon and the tokenizer both make it. Idempotent.
///
/// ```
/// assert_eq!(musnad::fold::fold("أَكَّـــدَ"), "اكد");
/// assert_eq!(musnad::fold::fold("٤٨"), "48");
/// ```
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        fold_into(c, &mut out);
    }
    out
}

pub(crate) fn fold_into(c: char, out: &mut String) {
    match classify(c) {
        Class::Letter(l) => out.push(l),
        Class::Ligature => fold_ligature(c, out),
        Class::Digit(d) => out.push(d as char),
        Class::Ignored => {}
        Class::Latin => out.extend(c.to_lowercase().filter(|l| classify(*l) != Class::Ignored)),
        Class::Space | Class::Line | Class::Other => out.push(c),
    }
}

pub(crate) fn is_arabic(c: char) -> bool {
    matches!(classify(c), Class::Letter(_) | Class::Ligature)
}

/// The byte in the text after the first `letters` key characters of a word: where a span that leaves out a proclitic begins.
pub fn skip_letters(text: &str, word: Span, letters: usize) -> u32 {
    let mut left = letters;
    let mut at = word.start;
    for c in crate::text::slice(text, word).chars() {
        if classify(c) != Class::Ignored {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        at += c.len_utf8() as u32;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_fold_to_none_are_still_letters() {
        for c in '\u{0600}'..='\u{06FF}' {
            let class = classify(c);
            assert_eq!(arabic_pair(c.to_string().as_bytes()), Some(class));
            let letter = matches!(class, Class::Letter(_) | Class::Ignored);
            assert!(letter || (class == Class::Latin) == c.is_alphabetic(), "{c:?} is {class:?}");
        }
        assert_eq!(arabic_pair("é".as_bytes()), None);
    }
}
