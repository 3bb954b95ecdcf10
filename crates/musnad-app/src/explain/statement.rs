//! A statement explained: what was said, of what kind it is, who said it and how that is known, where it begins and ends.

use musnad::lexicon::conjugate::{Count, Gender};
use musnad::lexicon::table::Table;
use musnad::record::{Statement, StatementType};

use super::card::{Card, Context};
use super::when;

/// How many statements back a speaker may be named before that is told as a doubt.
const FAR: usize = 3;

/// The card of statement `n`, counted from 0.
pub fn card(x: &Context, n: usize, s: &Statement) -> Card {
    let mut card = Card::new(x.say("statement-of", &[&(n + 1).to_string(), &x.record.statements.len().to_string()]));
    card.add("l-words", x.in_full(&x.words.join(&s.content)));
    card.add("l-act", act(x, s));
    if s.negated {
        card.add("l-act", x.say("denied", &[]));
    }
    card.add("l-manner", manner(x, s));
    let mut doubts = Vec::new();
    speaker(x, n, s, &mut card, &mut doubts);
    if !s.via.is_empty() || !x.record.outlet.is_empty() {
        card.add("l-chain", x.chain(s));
        if !s.via.is_empty() {
            card.add("l-chain", x.say("chain-relays", &[]));
        }
    }
    if s.kind != StatementType::Embed {
        bounds(x, n, s, &mut card);
    }
    let labelled = |label, value: &Option<String>| value.as_ref().map(|v| format!("{} {}", x.lang.label(label), x.quote(v)));
    let day = s.said_on.as_ref().map(|d| format!("{} {}", x.lang.label("said-on"), when::in_words(d, x.lang)));
    let handle = s.handle.as_ref().map(|h| x.quote(h));
    let more: Vec<String> = [day, labelled("medium", &s.medium), labelled("addressee", &s.addressee), handle].into_iter().flatten().collect();
    if !more.is_empty() {
        card.add("l-more", more.join(" · "));
    }
    if let Some(row) = x.row(&s.evidence, "cue").filter(|r| r.ambiguous) {
        doubts.push(x.say("doubt-word", &[&x.quote(row.words)]));
    }
    let spans = s.content.iter().copied().chain(s.cue);
    doubts.extend(x.notes(&spans.collect::<Vec<_>>()));
    for doubt in doubts {
        card.add("l-doubt", doubt);
    }
    card.evidence(x, &s.evidence);
    card
}

/// The kind of act, and the word that tells it.
fn act(x: &Context, s: &Statement) -> String {
    let act = x.say(&format!("act-{}", crate::labels::name(&s.act)), &[]);
    let Some(cue) = s.cue else { return x.say("act-bare", &[&act]) };
    let cue = x.quote(&x.words.of(cue));
    match x.row(&s.evidence, "cue") {
        Some(row) => x.say("act-of-word", &[&act, &cue, &x.quote(row.words), &act]),
        None => x.say("act-of-phrase", &[&act, &cue]),
    }
}

fn manner(x: &Context, s: &Statement) -> String {
    let marked = s.content.first().is_some_and(|&[start, _]| x.before(start).is_some_and(is_quote));
    x.say(
        match s.kind {
            StatementType::Direct if marked => "manner-direct",
            StatementType::Direct => "manner-direct-bare",
            StatementType::Indirect => "manner-indirect",
            StatementType::Mixed => "manner-mixed",
            StatementType::Embed => "manner-embed",
        },
        &[],
    )
}

/// Who spoke, and how that is known.
fn speaker(x: &Context, n: usize, s: &Statement, card: &mut Card, doubts: &mut Vec<String>) {
    let name = &s.speaker.name;
    if name.is_empty() {
        card.add("l-who", x.say("who-nobody", &[]));
        doubts.push(x.say("doubt-nobody", &[]));
        return;
    }
    let kind = crate::labels::name(&s.speaker.kind);
    card.add("l-who", format!("{} ({})", x.name(name), x.lang.value(&s.speaker.kind)));
    if kind == "unnamed" {
        card.add("l-who", x.say("kind-unnamed", &[]));
    }
    if let Some(mention) = s.speaker.mention {
        let words = x.words.of(mention);
        let told = if s.cue.is_some() { named(x, s, &words, mention[0]) } else { x.say("who-colon", &[&x.quote(&words), &x.name(name)]) };
        card.add("l-who", told);
        return;
    }
    if s.kind == StatementType::Embed {
        card.add("l-who", x.say("who-author", &[]));
        return;
    }
    let Some(cue) = s.cue else {
        card.add("l-who", x.say("who-heading", &[]));
        return;
    };
    let cue_words = x.quote(&x.words.of(cue));
    let pronoun = s.evidence.rule == "quote/masdar-pronoun";
    if pronoun {
        card.add("l-who", x.say("who-pronoun", &[&cue_words]));
    }
    card.add("l-who", context(x, n, s));
    if let Some((gender, number)) = x.agreement(cue[0]) {
        let id = match (gender, number) {
            (_, Count::Plural | Count::Dual) => "who-plural",
            (Gender::Feminine, _) => "who-feminine",
            (Gender::Masculine, _) => "who-masculine",
        };
        card.add("l-who", x.say(id, &[&cue_words]));
    }
    match x.record.statements.iter().take(n).rev().position(|e| e.speaker.name == *name && e.speaker.mention.is_some()) {
        Some(back) if back >= FAR => doubts.push(x.say("doubt-far", &[&(back + 1).to_string()])),
        None if !pronoun => doubts.push(x.say("doubt-context", &[])),
        _ => {}
    }
}

/// How the words at the cue name the speaker.
fn named(x: &Context, s: &Statement, mention: &str, at: u32) -> String {
    let name = &s.speaker.name;
    let quoted = x.quote(mention);
    if x.folded(mention).contains(&x.folded(name)) {
        return x.say("who-named", &[]);
    }
    let document = x.reads(at, Table::SpeechNouns);
    let shared = x.folded(name).split(' ').any(|w| x.folded(mention).split(' ').any(|m| m == w));
    let role = x.record.parties.iter().filter(|p| p.name == *name).flat_map(|p| &p.roles).any(|r| x.folded(r).contains(&x.folded(mention)));
    if shared {
        x.say("who-fuller", &[&quoted])
    } else if document {
        x.say("who-document", &[&quoted, &x.name(name)])
    } else if role || x.reads(at, Table::Titles) {
        x.say("who-role", &[&quoted, &x.name(name)])
    } else {
        x.say("who-other", &[&quoted, &x.name(name)])
    }
}

/// From where a speaker is known who is not named at the cue.
fn context(x: &Context, n: usize, s: &Statement) -> String {
    let same = |e: &&Statement| e.speaker.name == s.speaker.name;
    let all = &x.record.statements;
    if let Some((at, e)) = all.iter().enumerate().take(n).rev().find(|(_, e)| same(e)) {
        return match e.speaker.mention {
            Some(mention) => x.say("who-goes-on", &[&(at + 1).to_string(), &x.quote(&x.words.of(mention))]),
            None => x.say("who-goes-on-bare", &[&(at + 1).to_string()]),
        };
    }
    let later = all.iter().enumerate().skip(n + 1).find_map(|(at, e)| e.speaker.mention.filter(|_| same(&e)).map(|m| (at, m)));
    match later {
        Some((at, mention)) => x.say("who-comes", &[&(at + 1).to_string(), &x.quote(&x.words.of(mention))]),
        None => x.say("who-context", &[]),
    }
}

/// Where the content begins and ends, and why there.
fn bounds(x: &Context, n: usize, s: &Statement, card: &mut Card) {
    let (Some(&[start, _]), Some(&[_, end])) = (s.content.first(), s.content.last()) else { return };
    let first = x.quote(&x.word_at(start));
    let begin = if x.before(start).is_some_and(is_quote) {
        x.say("begin-quote", &[])
    } else if x.function_class(start) == "comp" {
        x.say("begin-clause", &[&first])
    } else if x.before_space(start) == Some(':') {
        x.say("begin-colon", &[])
    } else if s.evidence.rule.ends_with("-noun") {
        x.say("begin-noun", &[])
    } else if matches!(x.before_space(start), None | Some('.' | '\n' | '\u{061F}' | '!')) {
        x.say("begin-sentence", &[])
    } else {
        x.say("begin-words", &[&first])
    };
    card.add("l-begin", begin);
    let (next, at) = x.after(end);
    let cue = x.record.statements.iter().enumerate().find(|(m, e)| *m != n && e.cue.is_some_and(|c| c[0] == at)).map(|(_, e)| e.cue);
    let end = match next {
        Some(c) if is_quote(c) => x.say("end-quote", &[]),
        Some('.' | '\u{061F}' | '?' | '!' | '\u{2026}') => x.say("end-stop", &[]),
        None | Some('\n') => x.say("end-line", &[]),
        Some(_) => match cue.flatten() {
            Some(cue) => x.say("end-cue", &[&x.quote(&x.words.of(cue))]),
            None => x.say("end-before", &[&x.quote(&x.word_at(at))]),
        },
    };
    card.add("l-end", end);
    if s.content.len() > 1 {
        let between = x.words.of([s.content.first().map_or(0, |c| c[1]), s.content.last().map_or(0, |c| c[0])]);
        let id = if between.contains('\n') { "parts-paragraphs" } else { "parts-cut" };
        card.add("l-end", x.say(id, &[&s.content.len().to_string()]));
    }
}

/// Marks that open or close a quotation.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{00AB}' | '\u{00BB}' | '\u{2018}'..='\u{201F}' | '\u{2039}' | '\u{203A}' | '\u{2033}' | '\u{FF02}')
}
