//! How much of what? Numbers with the thing that they count or measure.

use crate::Layers;
use crate::evidence::Evidence;
use crate::number::Number;
use crate::record::Modifier;
use crate::text::Span;
use crate::time::Time;

/// A counted or measured thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the number to the counted noun.
    pub span: Span,
    /// The number in full.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// `%`, an ISO 4217 code, or the counted noun as it stands.
    pub unit: Option<String>,
    /// How exact.
    pub modifier: Modifier,
    /// Why.
    pub evidence: Evidence,
}

/// All quantities of a text, in order.
pub fn quantities(_layers: &Layers, _numbers: &[Number], _times: &[Time]) -> Vec<Quantity> {
    Vec::new()
}
