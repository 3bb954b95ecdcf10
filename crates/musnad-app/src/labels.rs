//! The words of the interface, from `labels.tsv`.

use std::collections::HashMap;
use std::sync::OnceLock;

use clap::ValueEnum;
use serde::Serialize;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Arabic
    Ar,
    /// English
    En,
}

impl Lang {
    /// The language that the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is set.
    pub fn of_environment() -> Lang {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).find(|v| !v.is_empty());
        if set.is_some_and(|v| v.starts_with("ar")) { Lang::Ar } else { Lang::En }
    }

    /// A label; its id when the table lacks it.
    pub fn label(self, id: &'static str) -> &'static str {
        self.find(id).unwrap_or(id)
    }

    /// The label of a value of the record, by the name that the record writes.
    pub fn value(self, value: &impl Serialize) -> String {
        let name = name(value);
        self.find(&name).map_or(name, str::to_owned)
    }

    /// As [`Lang::value`], for values whose label depends on what they are values of.
    pub fn value_of(self, family: &str, value: &impl Serialize) -> String {
        let name = name(value);
        self.find(&format!("{family}-{name}")).map_or(name, str::to_owned)
    }

    fn find(self, id: &str) -> Option<&'static str> {
        let &(en, ar) = table().get(id)?;
        Some(if self == Lang::Ar { ar } else { en })
    }
}

/// The name that the record writes for a value.
pub fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A table of words in both languages: by id, the English and the Arabic.
pub type Bilingual = HashMap<&'static str, (&'static str, &'static str)>;

/// Reads a table with the columns id, en, ar under a header.
pub fn bilingual(tsv: &'static str) -> Bilingual {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        Some((cells.next()?, (cells.next()?, cells.next()?)))
    };
    tsv.lines().skip(1).filter_map(row).collect()
}

fn table() -> &'static Bilingual {
    static TABLE: OnceLock<Bilingual> = OnceLock::new();
    TABLE.get_or_init(|| bilingual(include_str!("labels.tsv")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use musnad::record::{CommitmentKind, Kind, Modifier, TimeMod};

    #[test]
    fn every_row_has_three_cells_and_every_value_a_label() {
        for line in include_str!("labels.tsv").lines() {
            assert_eq!(line.split('\t').filter(|c| !c.is_empty()).count(), 3, "{line}");
        }
        assert_eq!(Lang::Ar.value(&TimeMod::EqualOrMore), "على الأقل");
        assert_eq!(Lang::En.value(&Modifier::AtLeast), "at least");
        assert_eq!(Lang::En.value(&Kind::Unnamed), "unnamed");
        assert_eq!(Lang::Ar.value_of("commitment", &CommitmentKind::Order), "قرار");
    }
}
