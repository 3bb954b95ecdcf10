//! What are the words? Tokens of a text, and the folded key under which each is looked up.
//!
//! Tokens and the white space between them make up the whole text. A token's [`Key`] is its folded form: hamza seats, ى/ي and ة/ه
//! made one, marks, tatweel and invisible controls taken out, digits in ASCII. Folding happens in the key alone.

use crate::text::Span;

use crate::fold::{Class, arabic_pair, classify, fold_into, fold_ligature, is_arabic};
pub use crate::fold::{fold, skip_letters};

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
    #[inline]
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
    #[inline]
    pub fn get(&self, i: usize) -> Option<&Token> {
        self.list.get(i)
    }

    /// The key of token `i`; empty when there is none.
    #[inline]
    pub fn key(&self, i: usize) -> &str {
        self.list.get(i).and_then(|t| self.keys.get(t.key.start as usize..t.key.end as usize)).unwrap_or("")
    }

    /// The kind of token `i`.
    #[inline]
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.list.get(i).map(|t| t.kind)
    }

    /// Whether token `i` is that mark.
    #[inline]
    pub fn is(&self, i: usize, punct: Punct) -> bool {
        self.kind(i) == Some(TokenKind::Punct(punct))
    }

    /// What stands before token `i`; a line break at the end of the text.
    #[inline]
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

    /// Takes the tokens of another text in place of these, in the same buffers.
    pub fn refill(&mut self, text: &str) {
        self.list.clear();
        self.keys.clear();
        scan(text, self);
    }

    fn end(&self) -> Span {
        let end = self.list.last().map_or(0, |t| t.span.end);
        Span::new(end, end)
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
    scan(text, &mut tokens);
    tokens
}

fn scan(text: &str, tokens: &mut Tokens) {
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
        // Nearly all are two bytes of the Arabic block.
        while let Some(class) = self.text.as_bytes().get(self.at..self.at + 2).and_then(arabic_pair) {
            match class {
                Class::Letter(l) => key.push(l),
                Class::Ignored => {}
                _ => return,
            }
            self.at += 2;
        }
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
        self.rest()
            .get(c.len_utf8()..)
            .and_then(|r| r.chars().map(classify).find(|class| *class != Class::Ignored))
            .is_some_and(|class| matches!(class, Class::Digit(_)))
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

fn starts_with_ignore_case(s: &str, prefix: &str) -> bool {
    s.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
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
