//! What a word of undertaking binds its party to, and how it governs the act.

use super::table::{Problem, Rows};
use crate::record::CommitmentKind;

/// The construction of one row of `commitments.tsv`.
#[derive(Clone, Debug)]
pub struct Undertaking {
    /// How the party is bound.
    pub kind: CommitmentKind,
    /// What may stand before the act: ids of `function_words.tsv`, [`BARE`] or [`BARE_NOUN`]. Empty when the word alone binds nobody.
    pub takes: Vec<&'static str>,
    /// Its bare forms are mostly another word.
    pub ambiguous: bool,
    /// A verb; else a noun or a phrase.
    pub verb: bool,
}

/// Nothing stands before the act: قررت وقف…، قررت أن….
pub const BARE: &str = "-";

/// As [`BARE`], but never أن: أقر البرلمان إنشاء…; أقر أن admits.
pub const BARE_NOUN: &str = "np";

/// The values that column `takes` may hold.
const TAKES: [&str; 8] = [BARE, BARE_NOUN, "bi", "li", "ila", "ala", "nahwa", "an"];

impl Default for Undertaking {
    fn default() -> Undertaking {
        Undertaking { kind: CommitmentKind::Plan, takes: Vec::new(), ambiguous: false, verb: false }
    }
}

impl Undertaking {
    /// Reads a row.
    pub fn parse(rows: &Rows, row: usize) -> Result<Undertaking, Problem> {
        let fault = |column: &str| format!("lexicon/tables/commitments.tsv: {}: «{}» is no value of column {column}", rows.id(row), rows.cell(row, column));
        let takes: Vec<&'static str> = rows.cell(row, "takes").split(',').map(str::trim).filter(|t| !t.is_empty()).collect();
        if takes.iter().any(|t| !TAKES.contains(t)) {
            return Err(fault("takes"));
        }
        let kind = match rows.cell(row, "kind") {
            "promise" => CommitmentKind::Promise,
            "plan" => CommitmentKind::Plan,
            "agreement" => CommitmentKind::Agreement,
            "order" => CommitmentKind::Order,
            _ => return Err(fault("kind")),
        };
        let note = rows.cell(row, "note");
        Ok(Undertaking { kind, takes, ambiguous: note.starts_with("ambiguous") || note.starts_with("the noun"), verb: !rows.cell(row, "pattern").is_empty() })
    }
}
