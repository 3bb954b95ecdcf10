//! How many? Numbers in digits and in words.

use crate::Layers;
use crate::evidence::Evidence;
use crate::record::Modifier;
use crate::text::Span;

/// A number in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// First token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// Where it stands, without an attached preposition and without its modifier.
    pub span: Span,
    /// What it comes to.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// How exact.
    pub modifier: Modifier,
    /// Why.
    pub evidence: Evidence,
}

/// All numbers of a text, in order, none overlapping another.
pub fn numbers(_layers: &Layers) -> Vec<Number> {
    Vec::new()
}
