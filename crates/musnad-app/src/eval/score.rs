//! One article's comparison: pairs of annotations, and what is counted on them.

use std::collections::{BTreeMap, BTreeSet};

use musnad::record::Offsets;
use serde_json::Number;

use super::Errors;
use super::fold::same_name;
use super::marked::{Marked, Speaker, Statement, number, positions, show};

/// Two stretches of content are a pair from this intersection over union on.
const OVERLAP: f64 = 0.5;
/// And have the same bounds from this on.
const STRICT: f64 = 0.9;

/// Counts by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<String, u64>);

impl Tally {
    /// A count; 0 where nothing was counted.
    pub fn get(&self, key: &str) -> u64 {
        self.0.get(key).copied().unwrap_or(0)
    }

    /// Adds another's counts.
    pub fn join(&mut self, other: &Tally) {
        for (key, n) in &other.0 {
            self.add(key, *n);
        }
    }

    fn add(&mut self, key: &str, n: u64) {
        *self.0.entry(key.to_owned()).or_default() += n;
    }

    fn count(&mut self, key: &str, on: bool) {
        self.add(key, u64::from(on));
    }
}

/// A gold annotation, a system annotation, and how far they cover each other.
struct Pair {
    gold: usize,
    system: usize,
    cover: f64,
}

/// Pairs one to one, best first; ties by order in the text.
fn pair(gold: &[BTreeSet<u32>], system: &[BTreeSet<u32>], floor: f64) -> Vec<Pair> {
    let mut all = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, s) in system.iter().enumerate() {
            let cover = cover(g, s);
            if cover >= floor && cover > 0.0 {
                all.push(Pair { gold: i, system: j, cover });
            }
        }
    }
    all.sort_by(|a, b| b.cover.total_cmp(&a.cover).then((a.gold, a.system).cmp(&(b.gold, b.system))));
    let (mut golds, mut systems) = (BTreeSet::new(), BTreeSet::new());
    all.retain(|p| {
        let free = !golds.contains(&p.gold) && !systems.contains(&p.system);
        if free {
            golds.insert(p.gold);
            systems.insert(p.system);
        }
        free
    });
    all
}

fn cover(a: &BTreeSet<u32>, b: &BTreeSet<u32>) -> f64 {
    let both = a.intersection(b).count();
    let either = a.len() + b.len() - both;
    if either == 0 { 0.0 } else { both as f64 / either as f64 }
}

fn unpaired(pairs: &[Pair], len: usize, side: impl Fn(&Pair) -> usize) -> Vec<usize> {
    let paired: BTreeSet<usize> = pairs.iter().map(side).collect();
    (0..len).filter(|i| !paired.contains(i)).collect()
}

/// The comparison of one article while it is made.
struct Comparison<'a> {
    id: &'a str,
    text: Vec<char>,
    tally: Tally,
    want: Option<Errors>,
    errors: &'a mut Vec<String>,
}

/// Compares a system's record with the gold record; lists the errors of the wanted kind.
pub fn article(gold: &Marked, system: &Marked, want: Option<Errors>, errors: &mut Vec<String>) -> Tally {
    let mut c = Comparison { id: &gold.id, text: gold.text.chars().collect(), tally: Tally::default(), want, errors };
    c.statements(&gold.statements, &system.statements);
    let times = |list: &[super::marked::Time]| {
        let label = |t: &super::marked::Time| format!("{} {}", t.value.as_deref().unwrap_or("None"), t.modifier.as_deref().unwrap_or(""));
        list.iter().map(|t| (t.span, label(t))).collect::<Vec<_>>()
    };
    c.spans("tm", Errors::Times, &times(&gold.times), &times(&system.times), |i, j| {
        gold.times.get(i).map(|t| &t.value) == system.times.get(j).map(|t| &t.value)
    });
    let quantities = |list: &[super::marked::Quantity]| {
        let high = |h: &Option<Number>| h.as_ref().map_or(String::new(), |h| format!("–{h}"));
        list.iter().map(|q| (q.span, format!("{}{} {}", number(q.value.as_ref()), high(&q.high), q.unit.as_deref().unwrap_or("None")))).collect::<Vec<_>>()
    };
    c.spans("qt", Errors::Quantities, &quantities(&gold.quantities), &quantities(&system.quantities), |i, j| {
        let (Some(a), Some(b)) = (gold.quantities.get(i), system.quantities.get(j)) else { return false };
        close(a.value.as_ref(), b.value.as_ref()) && close(a.high.as_ref(), b.high.as_ref())
    });
    c.commitments(gold, system);
    c.tally
}

fn close(a: Option<&Number>, b: Option<&Number>) -> bool {
    match (a.and_then(Number::as_f64), b.and_then(Number::as_f64)) {
        (None, None) => true,
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6 * a.abs().max(1.0),
        _ => false,
    }
}

fn names(via: &[Speaker]) -> Vec<Option<&str>> {
    via.iter().map(|v| v.name.as_deref()).collect()
}

impl Comparison<'_> {
    fn wants(&self, kind: Errors) -> bool {
        self.want == Some(kind)
    }

    fn error(&mut self, message: &str) {
        self.errors.push(format!("{}  {message}", self.id));
    }

    fn contents(&self, list: &[Statement]) -> Vec<BTreeSet<u32>> {
        list.iter().map(|s| positions(&self.text, &s.content)).collect()
    }

    fn statements(&mut self, gold: &[Statement], system: &[Statement]) {
        let pairs = pair(&self.contents(gold), &self.contents(system), OVERLAP);
        let t = &mut self.tally;
        t.add("st.gold", gold.len() as u64);
        t.add("st.sys", system.len() as u64);
        t.add("st.overlap", pairs.len() as u64);
        t.add("st.strict", pairs.iter().filter(|p| p.cover >= STRICT).count() as u64);
        for s in gold {
            t.add(&format!("st.gold.{}", s.kind.as_deref().unwrap_or("None")), 1);
            t.count("via.gold", !s.via.is_empty());
        }
        for s in system {
            t.count("via.sys", !s.via.is_empty());
        }
        for p in &pairs {
            if let (Some(g), Some(s)) = (gold.get(p.gold), system.get(p.system)) {
                self.statement(g, s, p.cover);
            }
        }
        if self.wants(Errors::Statements) {
            let cue = |c: &Self, s: &Statement| s.cue.map_or("-".to_owned(), |cue| show(&c.text, &[cue]));
            for s in unpaired(&pairs, gold.len(), |p| p.gold).into_iter().filter_map(|i| gold.get(i)) {
                self.error(&format!("missed [{}] cue {}: {}", s.kind.as_deref().unwrap_or("None"), cue(self, s), show(&self.text, &s.content)));
            }
            for s in unpaired(&pairs, system.len(), |p| p.system).into_iter().filter_map(|j| system.get(j)) {
                self.error(&format!("false  [{}] cue {}: {}", s.kind.as_deref().unwrap_or("None"), cue(self, s), show(&self.text, &s.content)));
            }
        }
    }

    /// Counts on a pair of statements.
    fn statement(&mut self, g: &Statement, s: &Statement, cover: f64) {
        let (exact, near) = same_name(g.speaker.name.as_deref(), s.speaker.name.as_deref());
        let (via_g, via_s) = (names(&g.via), names(&s.via));
        let chain = via_g.len() == via_s.len() && via_g.iter().zip(&via_s).all(|(a, b)| same_name(*a, *b).1);
        let cue_hit = |g: Offsets, s: Offsets| !positions(&self.text, &[g]).is_disjoint(&positions(&self.text, &[s]));
        let cue = g.cue.map(|cue| s.cue.is_some_and(|other| cue_hit(cue, other)));

        let t = &mut self.tally;
        t.add(&format!("st.hit.{}", g.kind.as_deref().unwrap_or("None")), 1);
        t.count("st.type", g.kind == s.kind);
        t.count("st.act", g.act == s.act);
        t.count("cue.gold", cue.is_some());
        t.count("cue.hit", cue == Some(true));
        t.count("sp.exact", exact);
        t.count("sp.close", near);
        t.count("sp.kind", g.speaker.kind == s.speaker.kind);
        // A cue without a subject of its own.
        let elided = g.speaker.mention.is_none() && g.cue.is_some();
        t.count("elided.gold", elided);
        t.count("elided.close", elided && near);
        t.count("via.hit", !via_g.is_empty() && chain);
        t.count("end2end", near && chain);
        t.count("end2end.strict", exact && chain && cover >= STRICT);

        if self.wants(Errors::Speakers) && !(near && chain) {
            let line = |via: &[Option<&str>], name: &Option<String>| {
                let links = via.iter().copied().chain([name.as_deref()]);
                links.map(|n| n.unwrap_or("None")).collect::<Vec<_>>().join(" ← ")
            };
            let words: String = show(&self.text, &g.content).chars().take(70).collect();
            self.error(&format!("«{words}»\n    gold   {}\n    system {}", line(&via_g, &g.speaker.name), line(&via_s, &s.speaker.name)));
        }
        if self.wants(Errors::Statements) && cover < STRICT {
            self.error(&format!("bounds {cover:.2}\n    gold   {}\n    system {}", show(&self.text, &g.content), show(&self.text, &s.content)));
        }
    }

    /// Times and quantities, which are one span and a value each: a span with its label.
    fn spans(&mut self, key: &str, kind: Errors, gold: &[(Offsets, String)], system: &[(Offsets, String)], same: impl Fn(usize, usize) -> bool) {
        let sets = |list: &[(Offsets, String)]| list.iter().map(|(span, _)| positions(&self.text, &[*span])).collect::<Vec<_>>();
        let pairs = pair(&sets(gold), &sets(system), 1e-9);
        let add = |t: &mut Tally, name: &str, n: usize| t.add(&format!("{key}.{name}"), n as u64);
        add(&mut self.tally, "gold", gold.len());
        add(&mut self.tally, "sys", system.len());
        add(&mut self.tally, "overlap", pairs.len());
        let words = |c: &Self, (span, label): &(Offsets, String)| format!("{} = {label}", show(&c.text, &[*span]));
        for p in &pairs {
            let (strict, value) = (p.cover == 1.0, same(p.gold, p.system));
            add(&mut self.tally, "strict", usize::from(strict));
            add(&mut self.tally, "value", usize::from(value));
            add(&mut self.tally, "strictvalue", usize::from(strict && value));
            if self.wants(kind)
                && !(strict && value)
                && let (Some(g), Some(s)) = (gold.get(p.gold), system.get(p.system))
            {
                self.error(&format!("gold {}   system {}", words(self, g), words(self, s)));
            }
        }
        if self.wants(kind) {
            for g in unpaired(&pairs, gold.len(), |p| p.gold).into_iter().filter_map(|i| gold.get(i)) {
                self.error(&format!("missed {}", words(self, g)));
            }
            for s in unpaired(&pairs, system.len(), |p| p.system).into_iter().filter_map(|j| system.get(j)) {
                self.error(&format!("false  {}", words(self, s)));
            }
        }
    }

    fn commitments(&mut self, gold: &Marked, system: &Marked) {
        let (gold, system) = (&gold.commitments, &system.commitments);
        let sets = |list: &[super::marked::Commitment]| list.iter().map(|c| positions(&self.text, &c.content)).collect::<Vec<_>>();
        let pairs = pair(&sets(gold), &sets(system), OVERLAP);
        let t = &mut self.tally;
        t.add("cm.gold", gold.len() as u64);
        t.add("cm.sys", system.len() as u64);
        t.add("cm.overlap", pairs.len() as u64);
        let told = |name: &Option<String>| name.as_deref().is_some_and(|n| !n.is_empty());
        for p in &pairs {
            if let (Some(g), Some(s)) = (gold.get(p.gold), system.get(p.system)) {
                let neither = !told(&g.promisor) && !told(&s.promisor);
                t.count("cm.promisor", neither || same_name(g.promisor.as_deref(), s.promisor.as_deref()).1);
                t.count("cm.dl.gold", told(&g.deadline));
                t.count("cm.dl.hit", told(&g.deadline) && g.deadline == s.deadline);
            }
        }
        if self.wants(Errors::Commitments) {
            let line = |c: &Self, x: &super::marked::Commitment| {
                format!("{} ({}, {})", show(&c.text, &x.content), x.promisor.as_deref().unwrap_or("None"), x.deadline.as_deref().unwrap_or("None"))
            };
            for g in unpaired(&pairs, gold.len(), |p| p.gold).into_iter().filter_map(|i| gold.get(i)) {
                self.error(&format!("missed {}", line(self, g)));
            }
            for s in unpaired(&pairs, system.len(), |p| p.system).into_iter().filter_map(|j| system.get(j)) {
                self.error(&format!("false  {}", line(self, s)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(statements: &str, times: &str) -> Marked {
        let text = "قالت هند الراوي أمس إن المعرض سيفتح قريبا";
        serde_json::from_str(&format!(r#"{{"id": "a", "text": "{text}", "statements": [{statements}], "times": [{times}]}}"#)).unwrap()
    }

    #[test]
    fn pairs_bounds_names_and_values() {
        let gold = record(
            r#"{"content": [[20, 41]], "type": "indirect", "cue": [0, 4], "act": "say", "speaker": {"name": "هند الراوي", "kind": "person", "mention": [5, 15]}, "via": []}"#,
            r#"{"span": [16, 19], "type": "DATE", "value": "2024-03-04", "mod": null}, {"span": [36, 41], "type": "DATE", "value": "FUTURE_REF"}"#,
        );
        let system = record(
            r#"{"content": [[20, 35]], "type": "indirect", "cue": [0, 4], "act": "announce", "speaker": {"name": "الراوي", "kind": "person"}}, {"content": [[0, 4]]}"#,
            r#"{"span": [16, 19], "value": "2024-03-05"}"#,
        );
        let mut errors = Vec::new();
        let t = article(&gold, &system, Some(Errors::Statements), &mut errors);
        let counts = ["st.gold", "st.sys", "st.overlap", "st.strict", "st.type", "st.act", "cue.hit", "sp.exact", "sp.close", "end2end", "end2end.strict"];
        assert_eq!(counts.map(|k| t.get(k)), [1, 2, 1, 0, 1, 0, 1, 0, 1, 1, 0]);
        assert_eq!(["tm.gold", "tm.sys", "tm.overlap", "tm.strict", "tm.value"].map(|k| t.get(k)), [2, 1, 1, 1, 0]);
        assert_eq!(errors, ["a  bounds 0.72\n    gold   إن المعرض سيفتح قريبا\n    system إن المعرض سيفتح", "a  false  [None] cue -: قالت"]);
    }

    #[test]
    fn a_record_agrees_with_itself() {
        let gold = record(r#"{"content": [[20, 41]], "type": "indirect", "act": "say", "speaker": {"name": "هند"}, "via": [{"name": "المرفأ"}]}"#, "");
        let t = article(&gold, &gold, None, &mut Vec::new());
        assert_eq!(["st.strict", "via.gold", "via.sys", "via.hit", "end2end.strict"].map(|k| t.get(k)), [1; 5]);
    }
}
