//! Quote marks, paired: which opens, which closes, and what stands between them.
//!
//! News text has marks of the wrong direction, straight marks, marks never closed, and quotations that run over paragraphs with an
//! opening mark at each. A mark's direction is told first by the space around it, then by its shape, then by what is open. A fault
//! stays within its paragraph.

use crate::Layers;
use crate::class::Classes;
use crate::lexicon::table::Table;
use crate::sentence::Sentences;
use crate::token::{Gap, Mark, Punct, TokenKind, Tokens};

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; the end of the paragraph when it is never closed.
    pub close: usize,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// It stands inside another quotation.
    pub nested: bool,
    /// It goes on from this quotation, which its own paragraph left open.
    pub continues: Option<usize>,
}

impl Quote {
    /// The tokens between the marks.
    pub fn inner(&self) -> std::ops::Range<usize> {
        self.open + 1..self.close.max(self.open + 1)
    }

    /// How many words stand between the marks, counted no further than rules ask.
    pub fn words(&self, c: &Classes) -> usize {
        const ENOUGH: usize = 40;
        self.inner().take(ENOUGH).filter(|&j| c.is_word(j)).count()
    }
}

/// The quotations of a text, by their opening marks.
#[derive(Debug, Default)]
pub struct Quotes {
    /// In order of their opening marks.
    pub list: Vec<Quote>,
    /// Per token: the outermost quotation that it stands in, counted from 1.
    outer: Vec<u32>,
}

impl Quotes {
    /// The quotation that opens at token `i`, if any.
    pub fn opening(&self, i: usize) -> Option<&Quote> {
        let at = self.list.partition_point(|q| q.open < i);
        self.list.get(at).filter(|q| q.open == i)
    }

    /// The outermost quotation whose marks stand around token `i`, the marks themselves included.
    pub fn around(&self, i: usize) -> Option<&Quote> {
        let q = *self.outer.get(i)?;
        self.list.get((q as usize).checked_sub(1)?)
    }

    /// The index of a quotation in the list.
    pub fn index(&self, quote: &Quote) -> usize {
        self.list.partition_point(|q| q.open < quote.open)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// Pairs the marks of a text, paragraph by paragraph.
pub fn pair(l: &Layers) -> Quotes {
    let mut quotes = Quotes { list: Vec::new(), outer: vec![0; l.tokens.len()] };
    for paragraph in &l.sentences.paragraphs {
        let from = quotes.list.len();
        pair_line(paragraph.tokens.clone(), l, &mut quotes.list);
        join_paragraphs(from, paragraph.tokens.start, &l.sentences, &mut quotes.list);
    }
    quotes.list.sort_by_key(|q| q.open);
    for (n, quote) in quotes.list.iter().enumerate() {
        if quote.nested {
            continue;
        }
        for slot in quotes.outer.get_mut(quote.open..=quote.close).into_iter().flatten() {
            if *slot == 0 {
                *slot = n as u32 + 1;
            }
        }
    }
    quotes
}

fn mark(tokens: &Tokens, i: usize) -> Option<Mark> {
    match tokens.kind(i) {
        Some(TokenKind::Punct(Punct::Quote(mark))) => Some(mark),
        _ => None,
    }
}

/// The side of a mark: by the space around it, by its shape, and last by whether one of its family is open.
fn side(tokens: &Tokens, i: usize, mark: Mark, open: bool) -> Side {
    let before = tokens.gap(i) != Gap::None || i.checked_sub(1).is_none_or(|j| opens_word(tokens, j));
    let after = tokens.gap(i + 1) != Gap::None || closes_word(tokens, i + 1);
    match (before, after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => match mark {
            Mark::CurlyOpen | Mark::AngleOpen | Mark::Low => Side::Open,
            Mark::CurlyClose | Mark::AngleClose => Side::Close,
            Mark::Straight | Mark::Single => {
                if open {
                    Side::Close
                } else {
                    Side::Open
                }
            }
        },
    }
}

/// Marks that a quotation may follow without a space: brackets, colons, an attached particle.
fn opens_word(tokens: &Tokens, i: usize) -> bool {
    match tokens.kind(i) {
        Some(TokenKind::Punct(Punct::ParenOpen | Punct::BracketOpen | Punct::Colon | Punct::Comma)) => true,
        // كـ«النصرة»، بـ"السماح": one or two letters glued to the mark.
        Some(TokenKind::Word) => tokens.key(i).chars().count() <= 2,
        _ => false,
    }
}

fn closes_word(tokens: &Tokens, i: usize) -> bool {
    matches!(
        tokens.kind(i),
        Some(TokenKind::Punct(
            Punct::Stop
                | Punct::Comma
                | Punct::Semicolon
                | Punct::Question
                | Punct::Exclaim
                | Punct::Ellipsis
                | Punct::ParenClose
                | Punct::BracketClose
                | Punct::Colon
        ))
    )
}

/// Marks that can close one another.
fn family(mark: Mark) -> u8 {
    match mark {
        Mark::Straight | Mark::CurlyOpen | Mark::CurlyClose | Mark::Low => 0,
        Mark::AngleOpen | Mark::AngleClose => 1,
        Mark::Single => 2,
    }
}

fn pair_line(line: std::ops::Range<usize>, l: &Layers, out: &mut Vec<Quote>) {
    let tokens = &l.tokens;
    // Open quotations: index in `out` and family.
    let mut open: Vec<(usize, u8)> = Vec::new();
    let from = out.len();
    for i in line.clone() {
        let Some(mark) = mark(tokens, i) else { continue };
        let family = family(mark);
        // Single marks count only where their spacing leaves no doubt.
        let doubtful = mark == Mark::Single && (tokens.gap(i) != Gap::None) == (tokens.gap(i + 1) != Gap::None || closes_word(tokens, i + 1));
        if doubtful {
            continue;
        }
        let is_open = open.iter().any(|&(_, f)| f == family);
        let mut side = side(tokens, i, mark, is_open);
        // قال" نعم: a mark glued to the reporting word opens, when nothing is open.
        if side == Side::Close && open.is_empty() && i > line.start && l.matches.has(i - 1, Table::Reporting) && tokens.gap(i + 1) == Gap::Space {
            side = Side::Open;
        }
        match side {
            // A second opening mark of a straight or curly family inside an open one: a slip of the pen, or a nested name.
            Side::Open => {
                // Nobody nests deeper: what was opened first is a stray.
                const DEEPEST: usize = 8;
                if open.len() >= DEEPEST {
                    open.remove(0);
                }
                open.push((out.len(), family));
                out.push(Quote { open: i, close: line.end.saturating_sub(1), closed: false, nested: open.len() > 1, continues: None });
            }
            Side::Close => {
                let Some(at) = open.iter().rposition(|&(_, f)| f == family) else { continue };
                // Everything opened inside and not closed ends here too.
                for (index, _) in open.drain(at..) {
                    if let Some(quote) = out.get_mut(index) {
                        quote.close = i;
                        quote.closed = true;
                    }
                }
            }
        }
    }
    // Never closed: nested ones that were closed stay inside only if they end before it; two openings and one closing share the
    // closing, and the outer one holds.
    // A line of very many strays is looked at no further than this.
    const STRAYS: usize = 24;
    let unclosed: Vec<usize> = open.iter().map(|&(index, _)| index).take(STRAYS).collect();
    for &index in &unclosed {
        let Some((start, at_end)) = out.get(index).map(|q| (q.open, line.end)) else { continue };
        // The closing mark that an inner quotation of the same family took, when it is the last one of the line.
        let taken = out.iter().enumerate().skip(index).filter(|(_, q)| q.closed && q.open > start && q.close < at_end).map(|(n, q)| (q.close, n)).max();
        let last_mark = taken.filter(|&(close, _)| (close + 1..at_end).all(|j| !matches!(tokens.kind(j), Some(TokenKind::Word))));
        match last_mark {
            Some((close, _)) => {
                if let Some(quote) = out.get_mut(index) {
                    quote.close = close;
                    quote.closed = true;
                }
            }
            // An opening mark with nothing to close it and quotations after it: a stray. The later ones stand on their own.
            None => {
                let stray = out.iter().skip(index).any(|q| q.closed && q.open > start && q.close < at_end);
                if stray {
                    let mut first = true;
                    for quote in out.iter_mut().skip(index).filter(|q| q.open > start && q.close < at_end) {
                        quote.nested = quote.nested && !first;
                        first = false;
                    }
                    if let Some(quote) = out.get_mut(index) {
                        quote.close = quote.open;
                    }
                }
            }
        }
    }
    let mut kept = from;
    for n in from..out.len() {
        if out.get(n).is_some_and(|q| q.close > q.open) {
            out.swap(kept, n);
            kept += 1;
        }
    }
    out.truncate(kept);
}

/// A quotation left open by its paragraph goes on in the next one, when that begins with an opening mark.
fn join_paragraphs(from: usize, paragraph_start: usize, sentences: &Sentences, list: &mut [Quote]) {
    let Some(previous) = from.checked_sub(1) else { return };
    let left_open = list.get(previous).is_some_and(|q| !q.closed && sentences.paragraph_of(q.open) + 1 == sentences.paragraph_of(paragraph_start));
    if left_open
        && let Some(first) = list.get_mut(from)
        && first.open == paragraph_start
    {
        first.continues = Some(previous);
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::{Article, Layers, morph, sentence, token};

    fn check(text: &str, want: &[&str]) {
        let lexicon = Lexicon::standard();
        let tokens = token::tokenize(text);
        let matches = morph::look_up(&tokens, lexicon);
        let sentences = sentence::split(&tokens, &matches, lexicon, false);
        let article = Article::of(text);
        let l = Layers { article: &article, text, lexicon, tokens, matches, sentences };
        let quotes = super::pair(&l);
        let got: Vec<&str> = quotes
            .list
            .iter()
            .filter(|q| !q.nested)
            .map(|q| {
                let inner = q.inner();
                let end = if q.closed { inner.end } else { q.close + 1 };
                crate::text::slice(text, l.tokens.cover(inner.start, end))
            })
            .collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn marks_pair_by_their_spacing() {
        check("قال «نعم نفعل» ثم \"لا\" و“ربما”", &["نعم نفعل", "لا", "ربما"]);
        // Marks of the wrong direction.
        check("قال »نعم نفعل« أمس", &["نعم نفعل"]);
        check("قال ”نعم نفعل“ أمس", &["نعم نفعل"]);
        check("كـ«النصر» وبـ\"السماح بذلك\".", &["النصر", "السماح بذلك"]);
    }

    #[test]
    fn a_stray_mark_harms_its_paragraph_at_most() {
        check("قال \" نعم\nثم \"لا\" أمس", &["نعم", "لا"]);
    }

    #[test]
    fn two_openings_and_one_closing() {
        check("من أن “الفريق “خسر لكنه لم يخرج”.", &["الفريق “خسر لكنه لم يخرج"]);
    }
}
