//! Why was it marked? The rule and the lexicon rows behind an annotation.

use crate::lexicon::table::Table;
use crate::lexicon::{Lexicon, Sense};
use crate::morph::Match;
use crate::record;

/// The rule that made an annotation and the rows it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The rule, as a word with its layer: `quote/verb-subject-inna`. Never reused for another rule.
    pub rule: &'static str,
    /// Lexicon rows, in the order in which the rule looked at them.
    pub rows: Vec<(Table, u32)>,
}

impl Evidence {
    /// A rule that rests on no row.
    pub fn of(rule: &'static str) -> Evidence {
        Evidence { rule, rows: Vec::new() }
    }

    /// With one row more.
    pub fn and(mut self, sense: Sense) -> Evidence {
        self.push(sense);
        self
    }

    /// With the row of a match more, if there is one.
    pub fn and_match(self, found: Option<&Match>) -> Evidence {
        match found {
            Some(m) => self.and(m.sense),
            None => self,
        }
    }

    /// Adds a row once.
    pub fn push(&mut self, sense: Sense) {
        if !self.rows.contains(&(sense.table, sense.row)) {
            self.rows.push((sense.table, sense.row));
        }
    }

    /// As the record writes it.
    pub fn record(&self, lexicon: &Lexicon) -> record::Evidence {
        record::Evidence { rule: self.rule.into(), rows: self.rows.iter().map(|&(table, row)| lexicon.row_name(table, row)).collect() }
    }
}
