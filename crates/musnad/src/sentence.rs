//! Where does it stop? Paragraphs and sentences.
//!
//! A paragraph is a line of the text. A sentence ends at a full stop, a question or exclamation mark or an ellipsis that is followed by
//! space, a line break or a new clause glued on (`.وأضاف`), but not inside a number, an abbreviation, or a pair of quote marks.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::table::Table;
use crate::morph::Matches;
use crate::token::{Gap, Mark, Punct, TokenKind, Tokens};

/// What a paragraph is in the layout of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// The first line.
    Title,
    /// A short line without a final stop between paragraphs.
    Heading,
    /// A paragraph of the body.
    Body,
}

/// A line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its sentences, as indices into the list of sentences.
    pub sentences: Range<usize>,
    /// What it is.
    pub layout: Layout,
}

/// A sentence: a range of tokens, its final mark included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The paragraph it stands in.
    pub paragraph: usize,
}

/// The paragraphs and sentences of a text.
#[derive(Debug, Default)]
pub struct Sentences {
    /// In order; every token is in exactly one.
    pub paragraphs: Vec<Paragraph>,
    /// In order; every token is in exactly one.
    pub list: Vec<Sentence>,
    /// The sentence of each token.
    of: Vec<u32>,
}

impl Sentences {
    /// The sentence that token `i` stands in.
    pub fn of(&self, i: usize) -> usize {
        self.of.get(i).map_or(self.list.len().saturating_sub(1), |&s| s as usize)
    }

    /// The tokens of sentence `s`; empty when there is no such sentence.
    pub fn tokens(&self, s: usize) -> Range<usize> {
        self.list.get(s).map_or(0..0, |s| s.tokens.clone())
    }

    /// The paragraph that token `i` stands in.
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.list.get(self.of(i)).map_or(0, |s| s.paragraph)
    }

    /// The tokens of paragraph `p`; empty when there is none.
    pub fn paragraph(&self, p: usize) -> Range<usize> {
        self.paragraphs.get(p).map_or(0..0, |p| p.tokens.clone())
    }
}

/// The longest line, in words, that can be a heading.
const HEADING_WORDS: usize = 14;

/// Splits tokens into paragraphs and sentences. `titled`: whether the first line is the article's title.
pub fn split(tokens: &Tokens, matches: &Matches, lexicon: &Lexicon, titled: bool) -> Sentences {
    let mut out = Sentences { of: Vec::with_capacity(tokens.len()), ..Sentences::default() };
    let mut first = 0;
    while first < tokens.len() {
        let end = (first + 1..tokens.len()).find(|&i| tokens.gap(i) == Gap::Line).unwrap_or(tokens.len());
        let before = out.list.len();
        let paragraph = out.paragraphs.len();
        split_line(first..end, paragraph, tokens, matches, lexicon, &mut out);
        let layout = match paragraph {
            0 if titled => Layout::Title,
            _ if end < tokens.len() && is_heading(first..end, tokens) => Layout::Heading,
            _ => Layout::Body,
        };
        out.paragraphs.push(Paragraph { tokens: first..end, sentences: before..out.list.len(), layout });
        first = end;
    }
    out
}

fn is_heading(line: Range<usize>, tokens: &Tokens) -> bool {
    let words = line.clone().filter(|&i| matches!(tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Digits))).count();
    let closed = line.end.checked_sub(1).is_some_and(|i| tokens.is(i, Punct::Stop));
    (1..=HEADING_WORDS).contains(&words) && !closed
}

fn split_line(line: Range<usize>, paragraph: usize, tokens: &Tokens, matches: &Matches, lexicon: &Lexicon, out: &mut Sentences) {
    let mut first = line.start;
    // How deep in directed quote marks; straight ones toggle. A pair that never closes ends with its line.
    let mut depth = 0usize;
    let mut straight = false;
    for i in line.clone() {
        match tokens.kind(i) {
            Some(TokenKind::Punct(Punct::Quote(Mark::AngleOpen | Mark::CurlyOpen))) => depth += 1,
            Some(TokenKind::Punct(Punct::Quote(Mark::AngleClose | Mark::CurlyClose))) => depth = depth.saturating_sub(1),
            Some(TokenKind::Punct(Punct::Quote(Mark::Straight))) => straight = !straight,
            _ => {}
        }
        let last = i + 1 == line.end;
        if last || (ends_sentence(i, tokens, matches, lexicon) && !quoted(i, line.end, depth, straight, tokens)) {
            // A closing mark, bracket or a second stop right behind belongs to the sentence.
            let mut end = i + 1;
            while end < line.end && closes(end, tokens) {
                end += 1;
            }
            if end <= first {
                continue;
            }
            let index = out.list.len() as u32;
            out.of.extend((first..end).map(|_| index));
            out.list.push(Sentence { tokens: first..end, paragraph });
            first = end;
        }
    }
}

/// Whether the stop at `i` stands inside a quotation that is closed later in the line.
fn quoted(i: usize, line_end: usize, depth: usize, straight: bool, tokens: &Tokens) -> bool {
    // Looking ahead is bounded, so that a line of a megabyte of stops costs linear time.
    const AHEAD: usize = 160;
    let mut ahead = i + 1..line_end.min(i + AHEAD);
    if depth > 0 {
        return ahead.any(|j| matches!(tokens.kind(j), Some(TokenKind::Punct(Punct::Quote(Mark::AngleClose | Mark::CurlyClose)))));
    }
    straight && ahead.any(|j| tokens.is(j, Punct::Quote(Mark::Straight)))
}

fn closes(i: usize, tokens: &Tokens) -> bool {
    tokens.gap(i) == Gap::None
        && matches!(
            tokens.kind(i),
            Some(TokenKind::Punct(
                Punct::Quote(Mark::CurlyClose | Mark::AngleClose | Mark::Straight)
                    | Punct::ParenClose
                    | Punct::Stop
                    | Punct::Exclaim
                    | Punct::Question
                    | Punct::Ellipsis
            ))
        )
}

fn ends_sentence(i: usize, tokens: &Tokens, matches: &Matches, lexicon: &Lexicon) -> bool {
    match tokens.kind(i) {
        Some(TokenKind::Punct(Punct::Question | Punct::Exclaim | Punct::Ellipsis)) => true,
        Some(TokenKind::Punct(Punct::Stop)) => !abbreviates(i, tokens, matches, lexicon),
        _ => false,
    }
}

/// Whether a word is as short as the name of a foreign letter.
fn spelled(i: usize, tokens: &Tokens) -> bool {
    const LETTERS: usize = 3;
    tokens.kind(i) == Some(TokenKind::Word) && tokens.key(i).chars().count() <= LETTERS
}

/// Whether the stop at `i` belongs to an abbreviation: a single letter before it, or a row of `abbreviations.tsv`.
fn abbreviates(i: usize, tokens: &Tokens, matches: &Matches, lexicon: &Lexicon) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    if tokens.gap(i) != Gap::None {
        return false;
    }
    match tokens.kind(before) {
        // أ.ف.ب. and Latin initials; a number and a stop in a list.
        Some(TokenKind::Word | TokenKind::Latin) if tokens.key(before).chars().count() == 1 => {
            matches!(tokens.kind(i + 1), Some(TokenKind::Word | TokenKind::Latin))
        }
        // سي.إف.دي.تي: letters spelled out, without blanks.
        Some(TokenKind::Word) if spelled(before, tokens) && tokens.gap(i + 1) == Gap::None && spelled(i + 1, tokens) => true,
        Some(TokenKind::Word) => {
            let _ = lexicon;
            (before.saturating_sub(3)..=before).any(|j| matches.at(j).iter().any(|m| m.sense.table == Table::Abbreviations && m.end() == i + 1))
        }
        Some(TokenKind::Latin) => tokens.gap(i + 1) == Gap::None && tokens.kind(i + 1) == Some(TokenKind::Latin),
        _ => false,
    }
}
