//! Where in the text are we? The text as it was given, byte spans into it, and their code-point form.
//!
//! The text is never altered: every layer points into it with a [`Span`] of bytes, and only the record
//! ([`crate::record`]) turns spans into the Unicode code points that the public format counts in.

use std::ops::Range;

/// A half-open range of bytes of one article's text. Always on character boundaries of that text.
///
/// Texts are at most [`MAX_TEXT`] bytes, so 32 bits hold an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

/// The longest text that is read, in bytes; the rest of a longer one is left out with a note.
pub const MAX_TEXT: usize = u32::MAX as usize - 1;

impl Span {
    /// The span from `start` to `end`; an inverted pair gives the empty span at `start`.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a range of `usize`, for `str::get`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The part of a text that is read: all of it, unless it is longer than [`MAX_TEXT`].
pub fn readable(text: &str) -> &str {
    let mut end = text.len().min(MAX_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The words under a span; empty when the span does not belong to this text.
pub fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or("")
}

/// `span` without white space at its ends.
pub fn trim(text: &str, span: Span) -> Span {
    let words = slice(text, span);
    let start = span.start + (words.len() - words.trim_start().len()) as u32;
    Span::new(start, start + words.trim().len() as u32)
}

/// Byte offsets to code-point offsets, by a checkpoint every [`CodePoints::STEP`] bytes.
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `i * STEP`.
    before: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// At most 128, so that eight bits count what stands between two.
    const STEP: usize = 64;

    /// Counts once over the text: linear time, 4 bytes for every 64 of text.
    pub fn new(text: &'t str) -> CodePoints<'t> {
        let mut count = 0u32;
        let before = text
            .as_bytes()
            .chunks(Self::STEP)
            .map(|chunk| {
                let here = count;
                count += code_points(chunk);
                here
            })
            .collect();
        CodePoints { text, before }
    }

    /// Code points before byte `offset`.
    pub fn at(&self, offset: u32) -> u32 {
        let step = offset as usize / Self::STEP;
        let known = self.before.get(step).copied();
        match known {
            Some(known) => known + self.text.as_bytes().get(step * Self::STEP..offset as usize).map_or(0, code_points),
            // The end of a text whose length is a multiple of the step.
            None => {
                let last = self.before.len().saturating_sub(1);
                let known = self.before.get(last).copied().unwrap_or(0);
                known + self.text.as_bytes().get(last * Self::STEP..).map_or(0, code_points)
            }
        }
    }

    /// A span as `[start, end]` in code points.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// UTF-8 code points that begin in `bytes`, of which there are at most 255.
fn code_points(bytes: &[u8]) -> u32 {
    u32::from(bytes.iter().fold(0u8, |n, &b| n.wrapping_add(u8::from((b as i8) >= -0x40))))
}

/// At how many bytes of a text this holds of the byte and the one after it (0 behind the last). Made for the processor to take many at once.
pub(crate) fn count(text: &str, is: impl Fn(u8, u8) -> bool) -> usize {
    let first = text.as_bytes();
    let Some((&last, second)) = first.last().zip(first.get(1..)) else { return 0 };
    // As many as eight bits count.
    const MOST: usize = 255;
    let pairs = first.chunks(MOST).zip(second.chunks(MOST));
    let counts = pairs.map(|(a, b)| usize::from(a.iter().zip(b).fold(0u8, |n, (&a, &b)| n.wrapping_add(u8::from(is(a, b))))));
    counts.sum::<usize>() + usize::from(is(last, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_a_plain_count() {
        let text = "قال: «نعم» – 3.5 مليون 🙂 ".repeat(40);
        let points = CodePoints::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte as u32), n as u32);
        }
        assert_eq!(points.at(text.len() as u32), text.chars().count() as u32);
        assert_eq!(CodePoints::new("").at(0), 0);
        let exact = "ab".repeat(CodePoints::STEP * 2);
        assert_eq!(CodePoints::new(&exact).at(exact.len() as u32), exact.len() as u32);
    }

    #[test]
    fn bytes_are_counted_with_their_followers() {
        let text = "ab".repeat(600);
        assert_eq!((count(&text, |a, b| (a, b) == (b'a', b'b')), count(&text, |a, b| (a, b) == (b'b', b'a'))), (600, 599));
        assert_eq!((count(&text, |_, b| b == 0), count("", |_, _| true)), (1, 0));
    }

    #[test]
    fn trim_keeps_to_the_words() {
        let text = " \n قال  ";
        assert_eq!(slice(text, trim(text, Span::new(0, text.len() as u32))), "قال");
        assert!(trim("   ", Span::new(0, 3)).is_empty());
    }
}
