//! Who bound himself to what, by when?

use crate::class::Classes;
use crate::evidence::Evidence;
use crate::name::Names;
use crate::quote::Statement;
use crate::record::CommitmentKind;
use crate::text::Span;

/// What a party bound itself to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The clause that tells the act.
    pub content: Vec<Span>,
    /// The party that is to act.
    pub promisor: Option<String>,
    /// How it is bound.
    pub kind: CommitmentKind,
    /// By when.
    pub deadline: Option<String>,
    /// Why.
    pub evidence: Evidence,
}

/// All commitments of a text, in order.
pub fn commitments(_c: &Classes, _names: &Names, _statements: &[Statement]) -> Vec<Commitment> {
    Vec::new()
}
