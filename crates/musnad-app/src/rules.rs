//! What the reader's rules do, in a sentence each, from `lexicon/tables/rules.tsv`.

use std::sync::OnceLock;

use musnad::lexicon::table::Rows;

use crate::labels::Lang;

/// A rule in a sentence; none for a rule that the table lacks.
pub fn sentence(rule: &str, lang: Lang) -> Option<&'static str> {
    let id = rule.replace('/', "--");
    let row = (0..rows().len()).find(|&row| rows().id(row) == id)?;
    let cell = rows().cell(row, if lang == Lang::Ar { "ar" } else { "en" });
    (!cell.is_empty()).then_some(cell)
}

fn rows() -> &'static Rows {
    static ROWS: OnceLock<Rows> = OnceLock::new();
    ROWS.get_or_init(|| {
        let text = musnad_lexicon::TABLES.iter().find(|(name, _)| *name == "rules").map_or("", |(_, text)| text);
        Rows::parse("rules", text, &mut Vec::new())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(path);
            }
        }
    }

    /// Every string literal of the form `layer/name` in the library's code outside its tests and comments.
    fn rules_in_source() -> BTreeSet<String> {
        let layers = ["number", "time", "quantity", "name", "quote", "commitment", "party", "chain", "speaker", "content"];
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../musnad/src"), &mut files);
        let mut rules = BTreeSet::new();
        for file in files {
            let code = std::fs::read_to_string(file).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            for line in code.lines().filter(|l| !l.trim_start().starts_with("//")) {
                for literal in line.split('"').skip(1).step_by(2) {
                    let word = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                    if literal.split_once('/').is_some_and(|(layer, name)| layers.contains(&layer) && word(name)) {
                        rules.insert(literal.to_owned());
                    }
                }
            }
        }
        rules
    }

    #[test]
    fn every_rule_of_the_library_has_a_sentence() {
        let missing: Vec<_> = rules_in_source().into_iter().filter(|r| sentence(r, Lang::En).is_none() || sentence(r, Lang::Ar).is_none()).collect();
        assert!(missing.is_empty(), "lexicon/tables/rules.tsv lacks: {}", missing.join(", "));
    }
}
