//! Who said what, through whom?

use crate::Layers;
use crate::evidence::Evidence;
use crate::lexicon::reporting::Act;
use crate::name::Names;
use crate::record::{Kind, StatementType};
use crate::text::Span;
use crate::time::Time;

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The words attributed.
    pub content: Vec<Span>,
    /// How they stand.
    pub kind: StatementType,
    /// The reporting word or phrase.
    pub cue: Option<Span>,
    /// What the source does by saying it.
    pub act: Act,
    /// The source's name.
    pub speaker: String,
    /// What kind of source.
    pub speaker_kind: Kind,
    /// The noun phrase at the cue.
    pub mention: Option<Span>,
    /// Relaying sources, outermost first.
    pub via: Vec<(String, Kind)>,
    /// Where it was said.
    pub medium: Option<String>,
    /// When.
    pub said_on: Option<String>,
    /// To whom.
    pub addressee: Option<String>,
    /// An embed's handle.
    pub handle: Option<String>,
    /// The cue is negated.
    pub negated: bool,
    /// Why.
    pub evidence: Evidence,
}

/// All statements of a text, in order.
pub fn statements(_layers: &Layers, _names: &Names, _times: &[Time]) -> Vec<Statement> {
    Vec::new()
}
