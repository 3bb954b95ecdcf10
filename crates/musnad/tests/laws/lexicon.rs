//! The tables are clean.

use std::collections::BTreeMap;
use std::path::Path;

use musnad::lexicon::Lexicon;
use musnad::token::{fold, tokenize};
use musnad_lexicon::TABLES;

/// The lines of a table with their numbers, without remarks.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(n, l)| (n + 1, l)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_lexicon_has_no_problems() {
    assert_none(Lexicon::standard().problems());
}

#[test]
fn every_table_file_is_part_of_the_lexicon() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lexicon/tables");
    let mut missing = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the tables are here") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        if name.strip_suffix(".tsv").is_none_or(|n| !TABLES.iter().any(|(table, _)| *table == n)) {
            missing.push(name);
        }
    }
    assert_none(&missing);
}

#[test]
fn columns_and_ids() {
    let mut faults = Vec::new();
    for (table, text) in TABLES {
        let mut lines = lines(text);
        let header: Vec<&str> = lines.next().map(|(_, l)| l.split('\t').collect()).unwrap_or_default();
        if header.first() != Some(&"id") || header.last() != Some(&"note") {
            faults.push(format!("{table}: the header begins with id and ends with note, not {header:?}"));
        }
        let mut ids = BTreeMap::new();
        for (n, line) in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() != header.len() {
                faults.push(format!("{table}:{n}: {} columns, the header has {}", cells.len(), header.len()));
            }
            if cells.iter().any(|c| c.trim() != *c || c.contains("  ")) {
                faults.push(format!("{table}:{n}: stray space"));
            }
            let id = cells[0];
            let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if id.is_empty() || id.starts_with('-') || !id.chars().all(word) {
                faults.push(format!("{table}:{n}: «{id}» is no id"));
            }
            if let Some(before) = ids.insert(id, n) {
                faults.push(format!("{table}:{n}: the id {id} stands at {before} too"));
            }
        }
    }
    assert_none(&faults);
}

/// Characters that make two words look alike and compare unlike, by what is wrong with them.
fn fault(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => "presentation form",
        '\u{06A9}' | '\u{06CC}' | '\u{06C1}' | '\u{06BE}' | '\u{06D5}' | '\u{06C0}' | '\u{06D2}' => "Persian or Urdu look-alike",
        '\u{06F0}'..='\u{06F9}' => "Persian digit",
        '\u{0640}' => "tatweel",
        '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06ED}' => "mark",
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "direction control",
        '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{00AD}' => "invisible sign",
        '\u{00A0}' | '\u{202F}' => "odd space",
        '\r' => "carriage return",
        _ => return None,
    })
}

#[test]
fn no_characters_that_only_look_right() {
    let mut faults = Vec::new();
    for (table, text) in TABLES {
        for (n, line) in text.lines().enumerate() {
            faults.extend(line.chars().filter_map(fault).map(|what| format!("{table}:{}: {what} in {line}", n + 1)));
        }
    }
    assert_none(&faults);
}

#[test]
fn no_two_rows_of_one_table_share_a_folded_form() {
    let key = |words: &str| (!tokenize(words).is_empty()).then(|| fold(words).split_whitespace().collect::<Vec<_>>().join(" "));
    let mut faults = Vec::new();
    for (table, text) in TABLES {
        let mut lines = lines(text);
        let header: Vec<&str> = lines.next().map(|(_, l)| l.split('\t').collect()).unwrap_or_default();
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (n, line) in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            let forms = header.iter().zip(&cells).filter(|(h, _)| ["ar", "variants", "short"].contains(h));
            for form in forms.flat_map(|(_, cell)| cell.split('|')).filter(|f| !f.is_empty()) {
                let Some(key) = key(form) else { continue };
                match seen.get(key.as_str()) {
                    Some(other) if *other != cells[0] => faults.push(format!("{table}:{n}: «{form}» of {} stands in {other} too", cells[0])),
                    _ => {
                        seen.insert(key, cells[0]);
                    }
                }
            }
        }
    }
    assert_none(&faults);
}
