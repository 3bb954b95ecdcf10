//! Floors under what the reader finds, on the data that is kept beside the project; skipped, with a message, where that is absent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{err, musnad, out, records};

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

/// Figures of `musnad eval --json` that may not fall below a floor, by their place in it.
const FLOORS: &[(&str, f64)] = &[
    ("/statements/overlap/f1", 0.89),
    ("/speaker/close", 0.90),
    ("/chain/f1", 0.62),
    ("/end_to_end/overlap/f1", 0.80),
    ("/times/value/f1", 0.95),
    ("/quantities/value/f1", 0.95),
    ("/commitments/overlap/f1", 0.75),
];

#[test]
fn annotated_articles_are_read_as_well_as_promised() {
    let Some(gold) = shared("gold/dev.json") else { return };
    let output = musnad(&["eval", gold.to_str().unwrap(), "--json"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let figures: Value = serde_json::from_str(&out(&output)).unwrap();
    let short: Vec<String> = FLOORS
        .iter()
        .map(|&(place, floor)| (place, floor, figures.pointer(place).and_then(Value::as_f64).unwrap()))
        .filter(|&(_, floor, figure)| figure < floor)
        .map(|(place, floor, figure)| format!("{place} is {figure:.3}, below {floor}"))
        .collect();
    assert!(short.is_empty(), "{}", short.join("\n"));
}

/// Whether a value is one of those that are right for an expression.
fn accepted(value: &Value, right: &[Value]) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    right.iter().any(|r| r == value || matches!((value.as_f64(), r.as_f64()), (Some(v), Some(r)) if close(v, r)))
}

/// Whether something found overlaps the words of `want` and has a value that is right.
fn holds(text: &str, want: &Value, found: &[&Value]) -> bool {
    let words = want["t"].as_str().unwrap();
    let start = text.find(words).map_or(0, |byte| text[..byte].chars().count() as u64);
    let end = start + words.chars().count() as u64;
    let right = want["value"].as_array().unwrap();
    found.iter().any(|f| f["span"][0].as_u64().unwrap() < end && f["span"][1].as_u64().unwrap() > start && accepted(&f["value"], right))
}

#[test]
fn cases_of_other_recognisers_are_read_as_well_as_now() {
    let Some(path) = shared("peers/cases.jsonl") else { return };
    let cases: Vec<Value> = std::fs::read_to_string(path).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let article =
        |c: &Value| json!({ "id": c["id"], "text": c["text"], "title": "", "published": c["ref"].as_str().unwrap_or("2016-11-07") }).to_string() + "\n";
    let output = musnad(&["read", "--json", "--layers", "numbers", "-"], cases.iter().map(article).collect::<String>().as_bytes());
    let records = records(&output);
    let records: BTreeMap<&str, &Value> = records.iter().map(|r| (r["id"].as_str().unwrap(), r)).collect();
    // By kind: cases read right, and all.
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for case in &cases {
        let (kind, record) = (case["kind"].as_str().unwrap(), records[case["id"].as_str().unwrap()]);
        let list = |place: &str| record.pointer(place).and_then(Value::as_array).into_iter().flatten();
        let found: Vec<&Value> = match kind {
            "number" => list("/layers/numbers").collect(),
            "percent" => list("/quantities").chain(list("/layers/numbers")).collect(),
            _ => list("/times").collect(),
        };
        let ok = case["expect"].as_array().unwrap().iter().all(|want| holds(case["text"].as_str().unwrap(), want, &found));
        let sum = tally.entry(kind).or_default();
        *sum = (sum.0 + usize::from(ok), sum.1 + 1);
    }
    let share = |kinds: [&str; 2]| {
        let (right, all) = kinds.iter().filter_map(|k| tally.get(k)).fold((0, 0), |(r, a), &(right, all)| (r + right, a + all));
        right as f64 / all as f64
    };
    for (kinds, floor) in [(["number", "percent"], 0.92), (["date", "duration"], 0.85)] {
        assert!(share(kinds) >= floor, "{kinds:?}: {:.3} of the cases, below {floor}: {tally:?}", share(kinds));
    }
}
