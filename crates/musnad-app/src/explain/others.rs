//! Times, figures, commitments, parties and names explained.

use musnad::record::{Commitment, CommitmentKind, Name, Offsets, Quantity, Time, TimeType};

use super::card::{Card, Context};
use super::when;
use crate::labels::name;

/// The card of time `n`, counted from 0.
pub fn time(x: &Context, n: usize, t: &Time) -> Card {
    let mut card = Card::new(x.say("time-of", &[&(n + 1).to_string(), &x.record.times.len().to_string()]));
    let words = x.words.of(t.span);
    card.add("l-words", x.in_full(&words));
    card.add("l-value", value(x, t));
    card.add("l-count", counted(x, t, &words));
    for doubt in x.notes(&[t.span]) {
        card.add("l-doubt", doubt);
    }
    card.evidence(x, &t.evidence);
    card
}

/// A time's value written out, with the value itself.
pub fn value(x: &Context, t: &Time) -> String {
    let words = if t.kind == TimeType::Set { when::recurrence(&t.value, x.lang) } else { when::in_words(&t.value, x.lang) };
    let modifier = t.modifier.map_or(String::new(), |m| format!("{} ", x.lang.value(&m)));
    format!("{modifier}{}", x.say("value-of", &[&words, &x.name(&t.value)]))
}

/// Whether a time is as it stands, or was counted from the article's day.
fn counted(x: &Context, t: &Time, words: &str) -> String {
    let dated = matches!(t.kind, TimeType::Date | TimeType::Time) && t.value.starts_with(|c: char| c.is_ascii_digit());
    let digits: String = x.folded(words).chars().filter(char::is_ascii_digit).collect();
    let told = t.value.get(..4).is_some_and(|year| digits.contains(year));
    match x.today() {
        _ if !dated || told => x.say("count-written", &[]),
        Some(today) => x.say("count-from", &[&when::day(today, x.lang), &when::distance(&t.value, today, x.lang)]),
        None => x.say("count-unknown", &[]),
    }
}

/// The card of figure `n`, counted from 0.
pub fn figure(x: &Context, n: usize, q: &Quantity) -> Card {
    let mut card = Card::new(x.say("figure-of", &[&(n + 1).to_string(), &x.record.quantities.len().to_string()]));
    card.add("l-words", x.in_full(&x.words.of(q.span)));
    let modifier = if name(&q.modifier) == "exact" { x.say("value-exact", &[]) } else { x.lang.value(&q.modifier) };
    let high = q.high.map_or(String::new(), |h| format!("–{}", grouped(h)));
    let percent = if q.unit.as_deref() == Some("%") { "%" } else { "" };
    card.add("l-value", format!("{} ({modifier})", x.name(&format!("{}{high}{percent}", grouped(q.value)))));
    if let Some(unit) = q.unit.as_ref().filter(|_| percent.is_empty()) {
        card.add("l-what", x.name(unit));
    }
    for doubt in x.notes(&[q.span]) {
        card.add("l-doubt", doubt);
    }
    card.evidence(x, &q.evidence);
    card
}

/// 3500000 as 3,500,000.
pub fn grouped(value: f64) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = sign.to_owned();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    fraction.map_or(out.clone(), |f| format!("{out}.{f}"))
}

/// The card of commitment `n`, counted from 0.
pub fn commitment(x: &Context, n: usize, c: &Commitment) -> Card {
    let mut card = Card::new(x.say("commitment-of", &[&(n + 1).to_string(), &x.record.commitments.len().to_string()]));
    card.add("l-words", x.in_full(&x.words.join(&c.content)));
    card.add("l-act", kind(x, c));
    let span = [c.content.first().map_or(0, |s| s[0]), c.content.last().map_or(0, |s| s[1])];
    let around = x.statement_around(span);
    match &c.promisor {
        Some(promisor) => {
            card.add("l-promisor", x.name(promisor));
            card.add("l-promisor", promisor_known(x, promisor, span));
        }
        None => {
            card.add("l-promisor", x.lang.label("no-promisor").to_owned());
            card.add("l-doubt", x.say("doubt-promisor", &[]));
        }
    }
    match &c.deadline {
        Some(deadline) => {
            card.add("l-due", x.say("value-of", &[&when::in_words(deadline, x.lang), &x.name(deadline)]));
            let inside = x.record.times.iter().find(|t| t.value == *deadline && span[0] <= t.span[0] && t.span[1] <= span[1]);
            card.add("l-due", inside.map_or_else(|| x.say("due-near", &[]), |t| x.say("due-words", &[&x.quote(&x.words.of(t.span))])));
        }
        None => card.add("l-due", x.say("due-none", &[])),
    }
    if let Some((at, s)) = around {
        card.add("l-inside", x.say("inside-statement", &[&(at + 1).to_string(), &x.name(&s.speaker.name)]));
    }
    card.evidence(x, &c.evidence);
    card
}

/// What binds the party, and by which word that is told.
fn kind(x: &Context, c: &Commitment) -> String {
    let label = x.lang.value_of("commitment", &c.kind);
    if let Some(row) = x.row(&c.evidence, "commitment") {
        return x.say("kind-of-word", &[&label, &x.quote(row.words)]);
    }
    let future = c.evidence.rule.starts_with("commitment/future") && c.kind != CommitmentKind::Order;
    let verb = ["verb", "cue", "completion", "commitment"].iter().find_map(|table| x.row(&c.evidence, table));
    match verb.filter(|_| future) {
        Some(verb) => x.say("kind-future", &[&label, &x.quote(verb.words)]),
        None => x.say("kind-rule", &[&label]),
    }
}

/// How it is known who is to act.
fn promisor_known(x: &Context, promisor: &str, span: Offsets) -> String {
    let around = x.statement_around(span);
    if let Some((at, s)) = around
        && s.speaker.name == promisor
    {
        return x.say("promisor-speaker", &[&(at + 1).to_string()]);
    }
    let words = x.folded(promisor);
    let within = |[start, end]: Offsets| x.folded(&x.words.of([start, end])).contains(&words);
    let party = x.record.parties.iter().find(|p| p.name == promisor);
    let inside = party.is_some_and(|p| p.mentions.iter().any(|m| span[0] <= m[0] && m[1] <= span[1]));
    if inside || within(span) {
        return x.say("promisor-inside", &[]);
    }
    if let Some((at, s)) = around {
        return x.say("promisor-body", &[&x.name(&s.speaker.name), &(at + 1).to_string()]);
    }
    let end = x.record.text.chars().count() as u32;
    if within([0, span[0]]) {
        x.say("promisor-before", &[])
    } else if within([span[1], end]) {
        x.say("promisor-after", &[])
    } else {
        x.say("promisor-lexicon", &[])
    }
}

/// The card of party `n`, counted from 0.
pub fn party(x: &Context, n: usize) -> Option<Card> {
    const SHOWN: usize = 4;
    let p = x.record.parties.get(n)?;
    let mut card = Card::new(x.say("party-of", &[&x.name(&p.name)]));
    card.add("l-act", x.lang.value(&p.kind));
    if !p.roles.is_empty() {
        card.add("l-roles", p.roles.iter().map(|r| x.quote(r)).collect::<Vec<_>>().join(" · "));
    }
    let mentions: Vec<String> = p.mentions.iter().take(SHOWN).map(|&m| x.quote(&x.words.of(m))).collect();
    card.add("l-mentions", format!("{} × {}", p.mentions.len(), mentions.join(" · ")));
    Some(card)
}

/// The card of a name.
pub fn proper_name(x: &Context, n: &Name) -> Card {
    let mut card = Card::new(x.say("name-of", &[&x.quote(&x.words.of(n.span))]));
    card.add("l-act", x.lang.value(&n.kind));
    card.evidence(x, &n.evidence);
    card
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_grouped() {
        for (value, want) in [(0.0, "0"), (999.0, "999"), (1000.0, "1,000"), (3_500_000.0, "3,500,000"), (-1234.5, "-1,234.5"), (3.25, "3.25")] {
            assert_eq!(grouped(value), want);
        }
    }
}
