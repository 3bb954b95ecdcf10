//! Counts to figures, as a table or as JSON.

use std::fmt::Write;

use serde_json::{Value, json};

use super::score::Tally;

/// Precision, recall, and their harmonic mean.
#[derive(Clone, Copy)]
struct Row {
    p: f64,
    r: f64,
    f1: f64,
}

impl Row {
    fn of(t: &Tally, hit: &str, key: &str) -> Row {
        let (p, r) = (ratio(t, hit, &format!("{key}.sys")), ratio(t, hit, &format!("{key}.gold")));
        Row { p, r, f1: if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 } }
    }

    fn json(self) -> Value {
        json!({ "p": self.p, "r": self.r, "f1": self.f1 })
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "P {:.3} R {:.3} F1 {:.3}", self.p, self.r, self.f1)
    }
}

fn ratio(t: &Tally, hit: &str, all: &str) -> f64 {
    if t.get(all) == 0 { 0.0 } else { t.get(hit) as f64 / t.get(all) as f64 }
}

const TYPES: [&str; 4] = ["direct", "indirect", "mixed", "embed"];

fn recall(t: &Tally, kind: &str) -> f64 {
    ratio(t, &format!("st.hit.{kind}"), &format!("st.gold.{kind}"))
}

/// One group's figures as lines.
pub fn table(name: &str, t: &Tally, articles: usize, absent: usize) -> String {
    let row = |hit, key| Row::of(t, hit, key);
    let part = |hit, all| ratio(t, hit, all);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let mut line = |words: String| {
        let _ = writeln!(out, "{words}");
    };
    let n = |key| t.get(key);
    line(format!(
        "== {name}: {articles} articles in all, {absent} absent; gold: {} statements, {} times, {} quantities, {} commitments",
        n("st.gold"),
        n("tm.gold"),
        n("qt.gold"),
        n("cm.gold")
    ));
    line(format!("statements   overlap {} | strict {}", row("st.overlap", "st"), row("st.strict", "st")));
    let recalls = TYPES.map(|k| format!("{k} {:.3}", recall(t, k))).join("  ");
    let (kind, act, cue) = (part("st.type", "st.overlap"), part("st.act", "st.overlap"), part("cue.hit", "cue.gold"));
    line(format!("             recall {recalls} | type {kind:.3} act {act:.3} cue {cue:.3}"));
    let (exact, close, kind) = (part("sp.exact", "st.overlap"), part("sp.close", "st.overlap"), part("sp.kind", "st.overlap"));
    let elided = part("elided.close", "elided.gold");
    line(format!("speaker      exact {exact:.3} close {close:.3} kind {kind:.3} | no subject of its own {elided:.3} ({})", n("elided.gold")));
    line(format!("chain        {} ({} gold)", row("via.hit", "via"), n("via.gold")));
    line(format!("end to end   {} | strict {}", row("end2end", "st"), row("end2end.strict", "st")));
    line(format!("times        overlap {} | value {} | strict+value {}", row("tm.overlap", "tm"), row("tm.value", "tm"), row("tm.strictvalue", "tm")));
    line(format!("quantities   overlap {} | value {}", row("qt.overlap", "qt"), row("qt.value", "qt")));
    let (promisor, deadline) = (part("cm.promisor", "cm.overlap"), part("cm.dl.hit", "cm.dl.gold"));
    line(format!("commitments  overlap {} | promisor {promisor:.3} deadline {deadline:.3} ({})", row("cm.overlap", "cm"), n("cm.dl.gold")));
    out
}

/// One group's figures as a line of JSON.
pub fn json(name: &str, t: &Tally, articles: usize, absent: usize) -> serde_json::Result<String> {
    let row = |hit, key| Row::of(t, hit, key).json();
    let part = |hit, all| ratio(t, hit, all);
    let recalls: serde_json::Map<String, Value> = TYPES.iter().map(|k| ((*k).to_owned(), recall(t, k).into())).collect();
    let figures = json!({
        "group": name, "articles": articles, "absent": absent,
        "statements": {
            "overlap": row("st.overlap", "st"), "strict": row("st.strict", "st"), "recall": recalls,
            "type": part("st.type", "st.overlap"), "act": part("st.act", "st.overlap"), "cue": part("cue.hit", "cue.gold"),
        },
        "speaker": {
            "exact": part("sp.exact", "st.overlap"), "close": part("sp.close", "st.overlap"), "kind": part("sp.kind", "st.overlap"),
            "elided": part("elided.close", "elided.gold"),
        },
        "chain": row("via.hit", "via"),
        "end_to_end": { "overlap": row("end2end", "st"), "strict": row("end2end.strict", "st") },
        "times": { "overlap": row("tm.overlap", "tm"), "strict": row("tm.strict", "tm"), "value": row("tm.value", "tm"), "strict_value": row("tm.strictvalue", "tm") },
        "quantities": { "overlap": row("qt.overlap", "qt"), "strict": row("qt.strict", "qt"), "value": row("qt.value", "qt") },
        "commitments": { "overlap": row("cm.overlap", "cm"), "promisor": part("cm.promisor", "cm.overlap"), "deadline": part("cm.dl.hit", "cm.dl.gold") },
    });
    Ok(serde_json::to_string(&figures)? + "\n")
}
