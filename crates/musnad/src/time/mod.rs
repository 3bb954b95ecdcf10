//! When? Expressions of time, normalised to TIMEX3 against the article's day.

use crate::Layers;
use crate::evidence::Evidence;
use crate::number::Number;
use crate::record::{TimeMod, TimeType};
use crate::text::Span;

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// First token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// Where it stands, without its preposition.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimeType,
    /// Its TIMEX3 value.
    pub value: String,
    /// Its TIMEX3 modifier.
    pub modifier: Option<TimeMod>,
    /// Why.
    pub evidence: Evidence,
}

/// All times of a text, in order, none overlapping another.
pub fn times(_layers: &Layers, _numbers: &[Number]) -> Vec<Time> {
    Vec::new()
}
