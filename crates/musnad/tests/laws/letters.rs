//! The code folds and takes clitics off as `letters.tsv` and `clitics.tsv` tell, and in no other way.

use std::collections::{BTreeMap, BTreeSet};

use musnad::lexicon::table::{Rows, Table};
use musnad::lexicon::{Lexicon, Sense};
use musnad::morph::{Clitics, Prep, Pronoun, look_up};
use musnad::token::{fold, tokenize};

fn rows(table: Table) -> impl Iterator<Item = (usize, &'static Rows)> {
    let rows = Lexicon::standard().rows(table);
    (0..rows.len()).map(move |row| (row, rows))
}

fn character(hex: &str) -> char {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).unwrap_or_else(|| panic!("{hex} is no code point"))
}

/// Code points of `letters.tsv` with what each folds to.
fn letters() -> BTreeMap<char, String> {
    rows(Table::Letters)
        .map(|(row, t)| {
            let folded = t.cell(row, "folds_to");
            (character(t.cell(row, "code")), if folded.is_empty() { String::new() } else { character(folded).to_string() })
        })
        .collect()
}

#[test]
fn folding_does_what_the_table_tells() {
    for (c, folded) in letters() {
        assert_eq!(fold(&c.to_string()), folded, "U+{:04X}", c as u32);
    }
}

#[test]
fn the_table_tells_all_that_folding_changes() {
    let letters = letters();
    // Arabic, and the invisible signs of General Punctuation.
    for c in ('\u{0600}'..='\u{06FF}').chain('\u{2000}'..='\u{206F}') {
        assert_eq!(fold(&c.to_string()) != c.to_string(), letters.contains_key(&c), "U+{:04X}", c as u32);
    }
}

#[test]
fn letters_have_a_class_that_agrees_with_what_becomes_of_them() {
    for (row, t) in rows(Table::Letters) {
        let stays = !t.cell(row, "folds_to").is_empty();
        let fits = match t.cell(row, "class") {
            "letter" | "digit" => stays,
            "mark" | "control" | "tatweel" => !stays,
            _ => false,
        };
        assert!(fits, "{}", t.id(row));
    }
    assert_eq!(letters().len(), rows(Table::Letters).count(), "a code point stands twice");
}

/// A word that clitics are put on: its letters, and the sense that it has alone.
struct Base {
    word: &'static str,
    sense: Sense,
}

/// A noun and a verb in the imperfect; neither ends or begins in what could be a clitic.
fn bases() -> [Base; 2] {
    [("رئيس", Table::Titles), ("يؤكد", Table::Reporting)].map(|(word, table)| {
        let tokens = tokenize(word);
        let sense = look_up(&tokens, Lexicon::standard()).find(0, table).unwrap_or_else(|| panic!("{word} is not in the lexicon")).sense;
        Base { word, sense }
    })
}

/// The clitics that come off a word when the base is what is left.
fn taken_off(word: &str, base: &Base) -> Vec<Clitics> {
    let matches = look_up(&tokenize(word), Lexicon::standard());
    matches.at(0).iter().filter(|m| m.sense == base.sense && m.clitics != Clitics::default()).map(|m| m.clitics).collect()
}

/// What a pronoun is by its person, as far as the reader tells persons apart.
fn pronoun(person: &str) -> Pronoun {
    match person {
        "3ms" => Pronoun::His,
        "3fs" => Pronoun::Her,
        "3d" | "3mp" | "3fp" => Pronoun::Their,
        "1p" => Pronoun::Our,
        "1s" => Pronoun::My,
        "2s" | "2mp" => Pronoun::Your,
        other => panic!("no person {other}"),
    }
}

#[test]
fn every_clitic_of_the_table_comes_off() {
    let [noun, verb] = bases();
    for (row, t) in rows(Table::Clitics) {
        let (id, ar) = (t.id(row), t.cell(row, "ar"));
        let hosts: &[&Base] = match t.cell(row, "attaches") {
            "noun" => &[&noun],
            "verb" => &[&verb],
            "both" => &[&noun, &verb],
            other => panic!("{id}: attaches to {other}?"),
        };
        for base in hosts {
            let (word, want) = match t.cell(row, "class") {
                "conjunction" => (format!("{ar}{}", base.word), Clitics { conj: true, letters: 1, ..Clitics::default() }),
                "preposition" => {
                    let prep = match id {
                        "bi" => Prep::Bi,
                        "li" => Prep::Li,
                        "ka" => Prep::Ka,
                        _ => panic!("no preposition {id}"),
                    };
                    (format!("{ar}{}", base.word), Clitics { prep: Some(prep), letters: 1, ..Clitics::default() })
                }
                "article" => (format!("{ar}{}", base.word), Clitics { article: true, ..Clitics::default() }),
                "future" => (format!("{ar}{}", base.word), Clitics { future: true, letters: 1, ..Clitics::default() }),
                "pronoun" => {
                    let letters = ar.strip_prefix('-').unwrap_or_else(|| panic!("{id}: a pronoun is written with a hyphen before it"));
                    (format!("{}{letters}", base.word), Clitics { pronoun: Some(pronoun(t.cell(row, "person"))), ..Clitics::default() })
                }
                other => panic!("{id}: what is a {other}?"),
            };
            assert!(taken_off(&word, base).contains(&want), "{id}: {word} gives {:?}, not {want:?}", taken_off(&word, base));
        }
    }
}

/// All words of one to three letters of the Arabic alphabet.
fn short_words() -> Vec<String> {
    let alphabet: Vec<char> = ('\u{0621}'..='\u{063A}').chain('\u{0641}'..='\u{064A}').filter(|c| fold(&c.to_string()) == c.to_string()).collect();
    let mut words: Vec<String> = vec![String::new()];
    let mut from = 0;
    for _ in 0..3 {
        let end = words.len();
        for i in from..end {
            words.extend(alphabet.iter().map(|c| format!("{}{c}", words[i])).collect::<Vec<_>>());
        }
        from = end;
    }
    words.split_off(1)
}

/// The clitics of some classes, as letters.
fn clitics(class: &str) -> Vec<&'static str> {
    rows(Table::Clitics).filter(|&(row, t)| t.cell(row, "class") == class).map(|(row, t)| t.cell(row, "ar").trim_start_matches('-')).collect()
}

#[test]
fn nothing_comes_off_that_the_table_lacks() {
    let or_none = |class| [vec![""], clitics(class)].concat();
    let mut before = BTreeSet::new();
    for conjunction in or_none("conjunction") {
        for preposition in or_none("preposition") {
            for article in or_none("article") {
                for future in or_none("future") {
                    before.insert(format!("{conjunction}{preposition}{article}{future}"));
                }
            }
        }
        // ل and ال run together.
        before.insert(format!("{conjunction}\u{0644}\u{0644}"));
    }
    let after = clitics("pronoun");
    let words = short_words();
    for base in bases() {
        for short in &words {
            let word = format!("{short}{}", base.word);
            assert!(taken_off(&word, &base).is_empty() || before.contains(short), "{short} comes off {word}");
            let word = format!("{}{short}", base.word);
            assert!(taken_off(&word, &base).is_empty() || after.contains(&short.as_str()), "{short} comes off {word}");
        }
    }
}
