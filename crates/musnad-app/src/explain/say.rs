//! The sentences of an explanation, from `sentences.tsv`, in Arabic and English.

use std::sync::OnceLock;

use crate::labels::{Bilingual, Lang, bilingual};

/// A sentence with its places filled in, in order; none when the table lacks it.
pub fn find(lang: Lang, id: &str, fill: &[&str]) -> Option<String> {
    let &(en, ar) = table().get(id)?;
    let mut parts = (if lang == Lang::Ar { ar } else { en }).split("{}");
    let mut out = parts.next().unwrap_or("").to_owned();
    for (n, part) in parts.enumerate() {
        out.push_str(fill.get(n).copied().unwrap_or(""));
        out.push_str(part);
    }
    Some(out)
}

/// As [`find`]; the id itself when the table lacks it.
pub fn say(lang: Lang, id: &str, fill: &[&str]) -> String {
    find(lang, id, fill).unwrap_or_else(|| id.to_owned())
}

fn table() -> &'static Bilingual {
    static TABLE: OnceLock<Bilingual> = OnceLock::new();
    TABLE.get_or_init(|| bilingual(include_str!("sentences.tsv")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_places() {
        for line in include_str!("sentences.tsv").lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert_eq!(cells[1].matches("{}").count(), cells[2].matches("{}").count(), "{line}");
        }
        assert_eq!(say(Lang::En, "v-month", &["May", "2024"]), "May 2024");
        assert_eq!(say(Lang::Ar, "absent", &[]), "absent");
    }
}
