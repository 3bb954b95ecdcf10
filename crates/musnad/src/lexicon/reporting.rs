//! A reporting verb's constructions: what act it reports, and what may stand between it and its content.

use serde::{Deserialize, Serialize};

use super::table::{Problem, Rows};

/// What a source does by saying it: the acts of the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are the record's values; docs/record.md explains them")]
pub enum Act {
    #[default]
    Say,
    Announce,
    Affirm,
    Deny,
    Warn,
    Promise,
    Demand,
    Accuse,
    Criticise,
    Praise,
    Explain,
    Predict,
    Claim,
    Ask,
    Express,
}

impl Act {
    /// By the name that tables and records use.
    pub fn parse(name: &str) -> Option<Act> {
        use Act::*;
        [
            ("say", Say),
            ("announce", Announce),
            ("affirm", Affirm),
            ("deny", Deny),
            ("warn", Warn),
            ("promise", Promise),
            ("demand", Demand),
            ("accuse", Accuse),
            ("criticise", Criticise),
            ("praise", Praise),
            ("explain", Explain),
            ("predict", Predict),
            ("claim", Claim),
            ("ask", Ask),
            ("express", Express),
        ]
        .into_iter()
        .find_map(|(n, act)| (n == name).then_some(act))
    }
}

/// A preposition that a verb governs; `Bare` for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the prepositions")]
pub enum Governed {
    Bare,
    Bi,
    Li,
    Ila,
    Ala,
    An,
    Min,
    Fi,
}

impl Governed {
    fn parse(name: &str) -> Option<Governed> {
        Some(match name {
            "-" => Governed::Bare,
            "bi" => Governed::Bi,
            "li" => Governed::Li,
            "ila" => Governed::Ila,
            "ala" => Governed::Ala,
            "an" => Governed::An,
            "min" => Governed::Min,
            "fi" => Governed::Fi,
            _ => return None,
        })
    }
}

/// What a verb's bare object is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Object {
    /// What is said: أعلن انسحابه.
    #[default]
    Content,
    /// Who is spoken to: دعا الأطراف إلى.
    Addressee,
    /// Who is judged: اتهم الحكومة بـ.
    Target,
}

/// The constructions of one reporting verb.
#[derive(Clone, Debug, Default)]
pub struct Reporting {
    /// The act it reports.
    pub act: Act,
    /// What may stand before the complementiser of its clause.
    pub clause: Vec<Governed>,
    /// What may stand before its noun-phrase content; empty when it takes none.
    pub noun: Vec<Governed>,
    /// Whether it may open a quotation.
    pub quote: bool,
    /// What its bare object is.
    pub object: Object,
    /// Whether it goes on from an earlier speaker (أضاف).
    pub continues: bool,
    /// Whether its bare forms are mostly another word (بين، عد): they count only with a clause or a quotation.
    pub ambiguous: bool,
    /// Whether only its perfect reports (أعلم، أجمع): its imperfect is mostly another word.
    pub perfect_only: bool,
}

impl Reporting {
    /// Reads a row of `reporting.tsv`.
    pub fn parse(rows: &Rows, row: usize) -> Result<Reporting, Problem> {
        let fault = |column: &str| format!("lexicon/tables/reporting.tsv: {}: «{}» is no value of column {column}", rows.id(row), rows.cell(row, column));
        let governed = |column: &str| rows.list(row, column).map(Governed::parse).collect::<Option<Vec<_>>>().ok_or_else(|| fault(column));
        Ok(Reporting {
            act: Act::parse(rows.cell(row, "act")).ok_or_else(|| fault("act"))?,
            clause: governed("clause")?,
            noun: governed("noun")?,
            quote: rows.cell(row, "quote") == "yes",
            object: match rows.cell(row, "object") {
                "content" | "" => Object::Content,
                "addressee" => Object::Addressee,
                "target" => Object::Target,
                _ => return Err(fault("object")),
            },
            continues: rows.cell(row, "continues") == "yes",
            ambiguous: rows.cell(row, "note").starts_with("ambiguous"),
            perfect_only: rows.cell(row, "note").starts_with("ambiguous: imperfect"),
        })
    }
}
