//! What are the words? Tokens of a text, and the folded key under which each is looked up.
//!
//! Tokens and the white space between them make up the whole text. A token's [`Key`] is its folded form: hamza seats, ى/ي and ة/ه
//! made one, marks, tatweel and invisible controls taken out, digits in ASCII. Folding happens in the key alone.

use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Arabic letters (with their marks), also of Persian, Urdu or Kurdish.
    Word,
    /// Letters of another script.
    Latin,
    /// Digits, with decimal and thousands marks inside: `3.5`, `٣٫٥`, `2,830`.
    Digits,
    /// An address: `https://…`, `name@host`.
    Link,
    /// A handle: `@name`.
    Handle,
    /// One punctuation mark or symbol (a run of dots is one).
    Punct(Punct),
}

/// Punctuation by its work in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Punct {
    /// `.`
    Stop,
    /// `،` `,`
    Comma,
    /// `؛` `;`
    Semicolon,
    /// `:`
    Colon,
    /// `؟` `?`
    Question,
    /// `!`
    Exclaim,
    /// `…` or two dots and more
    Ellipsis,
    /// A quote mark. Which way it points is told apart in [`crate::quote::marks`], since news text often has it wrong.
    Quote(Mark),
    /// `(`
    ParenOpen,
    /// `)`
    ParenClose,
    /// `[` `{`
    BracketOpen,
    /// `]` `}`
    BracketClose,
    /// `-` `–` `—` `ـ` standing alone
    Dash,
    /// `/` `\`
    Slash,
    /// `%` `٪`
    Percent,
    /// `#`
    Hash,
    /// `@` standing alone
    At,
    /// `_`
    Underscore,
    /// `+`
    Plus,
    /// `$` `€` `£` `¥` …
    Currency,
    /// `•` `*` and the like at the start of lines, and every other symbol
    Other,
}

/// The shapes of quote marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `"`
    Straight,
    /// `“`
    CurlyOpen,
    /// `”`
    CurlyClose,
    /// `„`
    Low,
    /// `«` `‹` `<<`
    AngleOpen,
    /// `»` `›` `>>`
    AngleClose,
    /// `'` `‘` `’` `` ` ``
    Single,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing: `ديسمبر2018` is two tokens.
    None,
    /// White space within a line.
    Space,
    /// A line break.
    Line,
}

/// A token's folded form: a range of bytes in [`Tokens::keys`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    start: u32,
    end: u32,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its folded form.
    pub key: Key,
    /// What it is.
    pub kind: TokenKind,
    /// What stands before it.
    pub gap: Gap,
}

/// The tokens of a text, in order, with their keys in one buffer.
#[derive(Default)]
pub struct Tokens {
    list: Vec<Token>,
    keys: String,
}

impl Tokens {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The tokens in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Token> + ExactSizeIterator {
        self.list.iter()
    }

    /// Token `i`, if there is one.
    pub fn get(&self, i: usize) -> Option<&Token> {
        self.list.get(i)
    }

    /// The key of token `i`; empty when there is none.
    pub fn key(&self, i: usize) -> &str {
        self.list.get(i).and_then(|t| self.keys.get(t.key.start as usize..t.key.end as usize)).unwrap_or("")
    }

    /// The kind of token `i`.
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.list.get(i).map(|t| t.kind)
    }

    /// Whether token `i` is that mark.
    pub fn is(&self, i: usize, punct: Punct) -> bool {
        self.kind(i) == Some(TokenKind::Punct(punct))
    }

    /// What stands before token `i`; a line break at the end of the text.
    pub fn gap(&self, i: usize) -> Gap {
        self.list.get(i).map_or(Gap::Line, |t| t.gap)
    }

    /// The span of token `i`; empty at the end of the text.
    pub fn span(&self, i: usize) -> Span {
        self.list.get(i).map(|t| t.span).unwrap_or_else(|| self.end())
    }

    /// The span from token `first` up to, not including, `end`.
    pub fn cover(&self, first: usize, end: usize) -> Span {
        let a = self.span(first);
        if end <= first { Span::new(a.start, a.start) } else { a.join(self.span(end - 1)) }
    }

    /// The first token that ends after byte `offset`.
    pub fn at(&self, offset: u32) -> usize {
        self.list.partition_point(|t| t.span.end <= offset)
    }

    fn end(&self) -> Span {
        let end = self.list.last().map_or(0, |t| t.span.end);
        Span::new(end, end)
    }
}

/// What a character is to the tokenizer and to folding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
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

fn classify(c: char) -> Class {
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
        // Arabic marks; zero-width and directional controls; variation selectors; soft hyphen.
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' => {
            Class::Ignored
        }
        '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{00AD}' => {
            Class::Ignored
        }
        '\u{08A0}'..='\u{08C7}' | '\u{0750}'..='\u{077F}' => Class::Letter(c),
        '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => Class::Ligature,
        '0'..='9' => Class::Digit(c as u8),
        '\u{0660}'..='\u{0669}' => Class::Digit(b'0' + (c as u32 - 0x0660) as u8),
        '\u{06F0}'..='\u{06F9}' => Class::Digit(b'0' + (c as u32 - 0x06F0) as u8),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0085}' | '\u{000B}' | '\u{000C}' => Class::Line,
        c if c.is_whitespace() || c.is_control() => Class::Space,
        c if c.is_alphabetic() => Class::Latin,
        // Combining marks of other scripts belong to the letter before them.
        '\u{0300}'..='\u{036F}' => Class::Ignored,
        _ => Class::Other,
    }
}

/// A presentation form as plain letters (two or more for a ligature); `None` for signs that are no letters.
fn fold_ligature(c: char, out: &mut String) {
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

/// The folded form of a word, as the lexicon and the tokenizer both make it. Idempotent.
///
/// ```
/// assert_eq!(musnad::token::fold("أَكَّـــدَ"), "اكد");
/// assert_eq!(musnad::token::fold("٤٨"), "48");
/// ```
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        fold_into(c, &mut out);
    }
    out
}

fn fold_into(c: char, out: &mut String) {
    match classify(c) {
        Class::Letter(l) => out.push(l),
        Class::Ligature => fold_ligature(c, out),
        Class::Digit(d) => out.push(d as char),
        Class::Ignored => {}
        Class::Latin => out.extend(c.to_lowercase().filter(|l| classify(*l) != Class::Ignored)),
        Class::Space | Class::Line | Class::Other => out.push(c),
    }
}

fn punct(c: char) -> Punct {
    match c {
        '.' | '۔' => Punct::Stop,
        ',' | '،' | '、' | '‚' => Punct::Comma,
        ';' | '؛' => Punct::Semicolon,
        ':' => Punct::Colon,
        '?' | '؟' => Punct::Question,
        '!' => Punct::Exclaim,
        '…' => Punct::Ellipsis,
        '"' | '＂' | '″' => Punct::Quote(Mark::Straight),
        '“' | '‟' => Punct::Quote(Mark::CurlyOpen),
        '”' => Punct::Quote(Mark::CurlyClose),
        '„' => Punct::Quote(Mark::Low),
        '«' | '‹' | '《' => Punct::Quote(Mark::AngleOpen),
        '»' | '›' | '》' => Punct::Quote(Mark::AngleClose),
        '\'' | '‘' | '’' | '`' | '´' => Punct::Quote(Mark::Single),
        '(' | '﴾' => Punct::ParenOpen,
        ')' | '﴿' => Punct::ParenClose,
        '[' | '{' => Punct::BracketOpen,
        ']' | '}' => Punct::BracketClose,
        '-' | '–' | '—' | '−' | '‐' | '‑' | '―' => Punct::Dash,
        '/' | '\\' => Punct::Slash,
        '%' | '٪' => Punct::Percent,
        '#' => Punct::Hash,
        '@' => Punct::At,
        '_' => Punct::Underscore,
        '+' => Punct::Plus,
        '$' | '€' | '£' | '¥' | '₪' | '₺' | '﷼' => Punct::Currency,
        _ => Punct::Other,
    }
}

/// Splits a text into tokens. Linear; one growing buffer for the keys.
pub fn tokenize(text: &str) -> Tokens {
    let mut tokens = Tokens { list: Vec::with_capacity(text.len() / 9), keys: String::with_capacity(text.len()) };
    let mut scanner = Scanner { text, at: 0 };
    let mut gap = Gap::Line;
    while let Some((c, class)) = scanner.peek() {
        let start = scanner.at;
        let key_start = tokens.keys.len() as u32;
        let kind = match class {
            Class::Space => {
                scanner.skip(c);
                gap = gap.max(Gap::Space);
                continue;
            }
            Class::Line => {
                scanner.skip(c);
                gap = Gap::Line;
                continue;
            }
            Class::Letter(_) | Class::Ligature => {
                scanner.letters(&mut tokens.keys);
                TokenKind::Word
            }
            // A run of invisible signs or marks before a word belongs to the word; alone it is a token of its own.
            Class::Ignored => {
                while let Some((c, Class::Ignored)) = scanner.peek() {
                    scanner.skip(c);
                }
                match scanner.peek() {
                    Some((_, Class::Letter(_) | Class::Ligature)) => {
                        scanner.letters(&mut tokens.keys);
                        TokenKind::Word
                    }
                    Some((_, Class::Digit(_))) => {
                        scanner.digits(&mut tokens.keys);
                        TokenKind::Digits
                    }
                    _ => TokenKind::Punct(Punct::Other),
                }
            }
            Class::Digit(_) => {
                scanner.digits(&mut tokens.keys);
                TokenKind::Digits
            }
            Class::Latin => scanner.latin(&mut tokens.keys),
            Class::Other => {
                scanner.skip(c);
                tokens.keys.push(c);
                scanner.symbol(c, &mut tokens.keys)
            }
        };
        let span = Span::new(start as u32, scanner.at as u32);
        let key = Key { start: key_start, end: tokens.keys.len() as u32 };
        tokens.list.push(Token { span, key, kind, gap });
        gap = Gap::None;
    }
    tokens
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<(char, Class)> {
        let c = self.rest().chars().next()?;
        Some((c, classify(c)))
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn skip(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    fn letters(&mut self, key: &mut String) {
        while let Some((c, class)) = self.peek() {
            match class {
                Class::Letter(l) => key.push(l),
                Class::Ligature => fold_ligature(c, key),
                Class::Ignored => {}
                _ => break,
            }
            self.skip(c);
        }
    }

    /// Digits with the marks that may stand inside a number: `.` `,` `٫` `٬` `،` between two digits.
    fn digits(&mut self, key: &mut String) {
        while let Some((c, class)) = self.peek() {
            match class {
                Class::Digit(d) => key.push(d as char),
                Class::Ignored => {}
                Class::Other if matches!(c, '.' | ',' | '٫' | '٬' | '\u{2019}') && self.digit_after(c) => {
                    key.push(match c {
                        '٫' => '.',
                        '٬' | '\u{2019}' => ',',
                        _ => c,
                    });
                }
                _ => break,
            }
            self.skip(c);
        }
    }

    fn digit_after(&self, c: char) -> bool {
        // Directional marks may stand between: 064.‏3.
        self.rest().get(c.len_utf8()..).and_then(|r| r.chars().map(classify).find(|class| *class != Class::Ignored)).is_some_and(|class| matches!(class, Class::Digit(_)))
    }

    /// A run of Latin letters; a web or mail address as a whole.
    fn latin(&mut self, key: &mut String) -> TokenKind {
        let run = self.rest().split(|c: char| c.is_whitespace() || is_arabic(c)).next().unwrap_or("");
        let address = ["http://", "https://", "www.", "pic.twitter.com/", "t.co/"].iter().any(|p| starts_with_ignore_case(run, p));
        if address || (run.contains('@') && run.contains('.')) {
            let end = run.trim_end_matches(['.', ',', ')', '"', '»', '”', '،', '؛', ']']).len();
            key.extend(run.get(..end).unwrap_or("").chars().flat_map(char::to_lowercase));
            self.at += end.max(1);
            return TokenKind::Link;
        }
        while let Some((c, class)) = self.peek() {
            match class {
                Class::Latin => fold_into(c, key),
                Class::Ignored => {}
                Class::Other if matches!(c, '\'' | '’') && self.letter_after(c) => key.push('\''),
                _ => break,
            }
            self.skip(c);
        }
        TokenKind::Latin
    }

    fn letter_after(&self, c: char) -> bool {
        self.rest().get(c.len_utf8()..).and_then(|r| r.chars().next()).is_some_and(|d| classify(d) == Class::Latin)
    }

    /// The rest of a symbol whose first character is already taken.
    fn symbol(&mut self, c: char, key: &mut String) -> TokenKind {
        if c == '@' && self.peek().is_some_and(|(_, class)| class == Class::Latin) {
            while let Some((c, Class::Latin | Class::Digit(_) | Class::Other)) = self.peek() {
                if !(c.is_alphanumeric() || c == '_') {
                    break;
                }
                key.extend(c.to_lowercase());
                self.skip(c);
            }
            return TokenKind::Handle;
        }
        let kind = punct(c);
        if kind == Punct::Stop && self.rest().starts_with('.') {
            while self.rest().starts_with('.') {
                self.at += 1;
                key.push('.');
            }
            return TokenKind::Punct(Punct::Ellipsis);
        }
        // Typewriter guillemets.
        if (c == '<' || c == '>') && self.rest().starts_with(c) {
            self.skip(c);
            key.push(c);
            return TokenKind::Punct(Punct::Quote(if c == '<' { Mark::AngleOpen } else { Mark::AngleClose }));
        }
        // Two apostrophes are one straight quote mark.
        if c == '\'' && self.rest().starts_with('\'') {
            self.skip(c);
            key.push(c);
            return TokenKind::Punct(Punct::Quote(Mark::Straight));
        }
        TokenKind::Punct(kind)
    }
}

fn is_arabic(c: char) -> bool {
    matches!(classify(c), Class::Letter(_) | Class::Ligature)
}

fn starts_with_ignore_case(s: &str, prefix: &str) -> bool {
    s.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
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
    use crate::text::slice;

    fn check(text: &str, want: &[&str]) {
        let tokens = tokenize(text);
        let got: Vec<&str> = tokens.iter().map(|t| slice(text, t.span)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn words_numbers_and_marks() {
        check("كوفيد-19، الـ48 ديسمبر2018.", &["كوفيد", "-", "19", "،", "الـ", "48", "ديسمبر", "2018", "."]);
        check("3.5 ٣٫٥ 2,830 31/12/2021", &["3.5", "٣٫٥", "2,830", "31", "/", "12", "/", "2021"]);
        check("#الجيش_اليمني @some_one", &["#", "الجيش", "_", "اليمني", "@some_one"]);
        check("https://example.org/a?b=1. نعم", &["https://example.org/a?b=1", ".", "نعم"]);
        check("انتهى...وأضاف", &["انتهى", "...", "وأضاف"]);
    }

    #[test]
    fn keys_fold() {
        assert_eq!(fold("إِلَى"), "الي");
        assert_eq!(fold("مؤسسة"), "موسسه");
        assert_eq!(fold("ﻻ"), "لا");
        assert_eq!(fold("ﻣﺼﺮ"), "مصر");
        assert_eq!(fold("ايران\u{200f}"), "ايران");
        assert_eq!(fold("کشور"), "كشور");
    }

    #[test]
    fn letters_are_skipped_with_their_marks() {
        let text = "وَبِالقوات";
        let word = Span::new(0, text.len() as u32);
        let at = skip_letters(text, word, 2);
        assert_eq!(slice(text, Span::new(at, word.end)), "القوات");
    }
}
