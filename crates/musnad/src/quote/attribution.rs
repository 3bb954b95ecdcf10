//! Attribution without a verb of its own: وفق، بحسب، نقلا عن، على حد قول; حسبما أفاد; relay (نقلت … عن … قوله).

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::reporting::Act;
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep};
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
use crate::quote::cue::{Frame, Join, Subject};
use crate::quote::marks::Quotes;
use crate::quote::subject::subject_after;
use crate::token::Punct;

/// Reads an attribution phrase at token `i`.
pub(super) fn attribution_at(c: &Classes, quotes: &Quotes, i: usize) -> Option<Frame> {
    let m = c.find(i, Table::Attribution)?;
    // على حد قوله attributes nothing new: it ends the content before it ([`super::content`]).
    if m.clitics.prep.is_some() || m.clitics.article || m.clitics.pronoun.is_some() {
        return None;
    }
    let sentence = c.l.sentences.tokens(c.l.sentences.of(i));
    let takes = c.lexicon().cell(m.sense, "takes");
    let act = Act::parse(c.lexicon().cell(m.sense, "act")).unwrap_or_default();
    let mut cue_end = m.end();
    // وجاء في: the verb alone is the cue.
    let row = c.lexicon().id(m.sense);
    let verb_first = row.starts_with("jaa-") || row.starts_with("warada-");
    if verb_first {
        cue_end = i + 1;
    }
    let mut evidence = Evidence::of("quote/attribution").and(m.sense);
    let mut act = act;
    let after = phrase_after(c, m, takes, sentence.end);
    let (subject, subject_end) = match after {
        Some(phrase) if !verb_follows(c, m.end()) => {
            let end = phrase.tokens.end;
            (Subject::Phrase(phrase), end)
        }
        _ => {
            // وفق ما أعلنت الأمم المتحدة: the verb's act, the phrase up to the verb for a cue.
            let (verb, verb_end) = reporting_verb(c, m.end(), takes)?;
            let reporting = c.lexicon().reporting.get(verb.sense.row as usize)?;
            act = reporting.act;
            evidence = Evidence::of("quote/attribution-verb").and(m.sense).and(verb.sense);
            cue_end = verb_end;
            let stop = clause_stop(c, verb_end, sentence.end);
            // بحسب ما أكده للإذاعة، فلان الفلاني، مدير …: the name stands behind the one whom he told.
            let apposed = || {
                let next = if c.punct(stop, Punct::Comma) { subject_after(c, stop + 1, clause_stop(c, stop + 1, sentence.end)) } else { None };
                next.filter(|p| p.tokens.start == stop + 1 && p.head == Head::Person)
            };
            match subject_after(c, verb_end, stop).or_else(apposed) {
                Some(phrase) => {
                    let end = phrase.tokens.end;
                    (Subject::Phrase(phrase), end)
                }
                None => (Subject::Elided, verb_end),
            }
        }
    };
    let by_verb = evidence.rule == "quote/attribution-verb";
    if let Subject::Phrase(phrase) = &subject
        && !by_verb
        && !(verb_first && c.is(phrase.tokens.end, Class::COMPLEMENTISER))
        && !can_speak(c, phrase)
    {
        return None;
    }
    let opens = i == sentence.start || (i == sentence.start + 1 && !c.is_word(sentence.start));
    // جاء في ختام المحادثات: something came; only what came in a document, at the head of its clause, was said.
    let in_document = matches!(&subject, Subject::Phrase(p) if p.head == Head::Document || c.quote_mark(p.tokens.start));
    // وجاء في أمر الإحالة أن
    let tells = in_document || c.is(subject_end, Class::COMPLEMENTISER);
    if verb_first && !(opens && tells) {
        return None;
    }
    let (join, content) = if opens {
        let content = after_opening(c, subject_end, sentence.end)?;
        (Join::After, content)
    } else {
        (Join::Before, sentence.start)
    };
    let join = match quotes.opening(content) {
        Some(q) if join == Join::After && q.words(c) >= 3 => Join::Quote,
        _ => join,
    };
    Some(Frame { cue: i..cue_end, clause: i, act, form: None, continues: false, join, content, letters: 0, subject, relay: Vec::new(), evidence })
}

/// The source's phrase behind an attribution phrase, an attached ل taken off where it wants one.
fn phrase_after(c: &Classes, m: &Match, takes: &str, limit: usize) -> Option<NounPhrase> {
    let from = m.end();
    if m.clitics.pronoun.is_some() || from >= limit {
        return None;
    }
    let li = takes.split(',').any(|t| t == "li");
    let np = takes.split(',').any(|t| t == "np");
    let attached = matches!(c.attached(from), Some((Prep::Li, _)));
    if !np && !(li && (attached || c.key(from) == "\u{0644}")) {
        return None;
    }
    // لـ«صحيفة»: the preposition alone before a mark.
    let from = if c.key(from) == "\u{0644}" { from + 1 } else { from };
    noun_phrase(c, from, limit)
}

/// Whether the words behind are ما + verb, or a verb.
fn verb_follows(c: &Classes, from: usize) -> bool {
    reporting_verb(c, from, "verb").is_some()
}

/// A reporting verb at `from`, perhaps behind ما or لما.
fn reporting_verb<'a>(c: &Classes<'a>, from: usize, takes: &str) -> Option<(&'a Match, usize)> {
    if !takes.split(',').any(|t| t == "verb") && !(c.is(from, Class::RELATIVE.or(Class::NEGATION).or(Class::PARTICLE).or(Class::SUBORDINATOR))) {
        return None;
    }
    (from..from + 3).find_map(|j| {
        let skipped = (from..j).all(|k| {
            c.is(k, Class::RELATIVE.or(Class::NEGATION).or(Class::PARTICLE).or(Class::SUBORDINATOR).or(Class::COMPLEMENTISER)) || c.attached(k).is_some()
        });
        let verb = c.l.matches.at(j).iter().find(|m| {
            m.sense.table == Table::Reporting
                && Classes::verb_form(m)
                    .is_some_and(|f| matches!(f.kind, VerbKind::Perfect | VerbKind::Imperfect | VerbKind::PerfectPassive | VerbKind::ImperfectPassive))
        })?;
        skipped.then_some((verb, verb.end()))
    })
}

/// A source that can be attributed to: not a measure or a plan (وفق الخطة، حسب العمر), not a law or an agreement.
fn can_speak(c: &Classes, phrase: &NounPhrase) -> bool {
    /// Rows of speech_nouns.tsv that rule rather than tell.
    const RULES: [&str; 9] = ["qanun", "dustur", "ittifaq", "ittifaqiyya", "muahada", "laiha", "jadwal", "mashru-qanun", "nizam"];
    // عدد السكان is a measure, عدد من السكان are people.
    let measure =
        c.function(phrase.tokens.start).is_some() && c.is(phrase.tokens.start + 1, Class::DEFINITE) && c.function(phrase.tokens.start) == Some("adad");
    let rules = phrase.sense.is_some_and(|s| s.table == Table::SpeechNouns && RULES.contains(&c.lexicon().id(s)));
    let programme = phrase.sense.is_some_and(|s| s.table == Table::OrgHeads && c.lexicon().id(s) == "barnamaj");
    if measure || rules || programme {
        return false;
    }
    match phrase.head {
        Head::Person | Head::Office | Head::Organisation | Head::Source | Head::Document => true,
        Head::Other => {
            let first = phrase.tokens.start;
            // An outlet whose name is also a common word: بحسب الأهرام.
            if c.l.matches.has(first, Table::Outlets) {
                return true;
            }
            // مراحله الزمنية: somebody's thing, and what is said of it.
            let owned = super::govern::owned(c, first);
            !owned
                && !c.is(first, Class::MASDAR.or(Class::DEFINITE).or(Class::TIME).or(Class::DEMONSTRATIVE))
                && c.l.matches.at(first).is_empty()
                && !c.lexicon().common(c.key(first))
        }
    }
}

/// The end of the clause that an attribution stands in: the next mark.
fn clause_stop(c: &Classes, from: usize, limit: usize) -> usize {
    (from..limit).find(|&j| c.punct(j, Punct::Comma) || c.punct(j, Punct::Colon) || c.punct(j, Punct::Stop) || c.punct(j, Punct::Semicolon)).unwrap_or(limit)
}

/// Where content begins behind an opening attribution: past the rest of its phrase and the comma, at فإن or the first word.
fn after_opening(c: &Classes, from: usize, limit: usize) -> Option<usize> {
    const REACH: usize = 30;
    let mut j = from;
    let mut relative = false;
    while j < limit.min(from + REACH) {
        if c.is(j, Class::COMPLEMENTISER) {
            return Some(j);
        }
        relative |= c.is(j, Class::RELATIVE);
        if c.punct(j, Punct::Comma) || c.punct(j, Punct::Colon) || c.punct(j, Punct::Ellipsis) {
            // ، اليوم الخميس: «…»
            let day = (j + 1..limit).find(|&k| !c.is(k, Class::TIME)).unwrap_or(limit);
            if day > j + 1 && (c.punct(day, Punct::Colon) || c.punct(day, Punct::Comma)) {
                j = day;
                continue;
            }
            return (j + 1 < limit).then_some(j + 1);
        }
        if !relative && c.is(j, Class::VERB.or(Class::CUE)) && !super::subject::noun_like(c, j) {
            // وثيقة حصلت عليها الوكالة، …: the verb describes the document.
            if c.is(j - 1, Class::SPEECH_NOUN) && !c.is(j - 1, Class::DEFINITE) && (j..limit.min(from + REACH)).any(|k| c.punct(k, Punct::Comma)) {
                relative = true;
                j += 1;
                continue;
            }
            return Some(j);
        }
        j += 1;
    }
    None
}

/// نقلت وكالة عن مسؤول قوله إن…: gives the relaying source and the speaker for a cue whose verb relays.
pub(super) fn relay(c: &Classes, frame: &mut Frame, sentence: &Range<usize>) {
    if let Some(outer) = told_through(c, frame) {
        frame.relay = vec![outer];
        return;
    }
    // The verb that relays stands before (نقل … عن … قوله) or is the cue itself (نقلت … عن … أن).
    let Some((verb, masdar)) = relaying_verb(c, frame, sentence) else { return };
    let Some(an) = (verb + 1..frame.content).find(|&j| is_an(c, j)) else {
        // نقلت الوكالة لفلان قوله: the one named last, right before his words.
        let outer = if masdar { subject_after(c, verb + 1, frame.cue.start) } else { None };
        let inner = outer.as_ref().and_then(|o| noun_phrase(c, o.tokens.end, frame.cue.start)).filter(|p| p.tokens.end == frame.cue.start);
        if let (Some(outer), Some(inner)) = (outer, inner) {
            frame.evidence.rule = "quote/relay";
            frame.subject = Subject::Phrase(inner);
            frame.clause = frame.clause.min(verb);
            frame.relay = vec![outer];
        }
        return;
    };
    let outer = subject_after(c, verb + 1, an).or_else(|| super::subject::subject_before(c, verb, sentence).map(|(p, _)| p));
    // عن فلان قوله في بيان: the name ends before his words are named.
    let words = (an + 2..frame.content).find(|&j| c.is(j, Class::SPEECH_MASDAR) && c.l.matches.at(j).iter().any(|m| m.clitics.pronoun.is_some()));
    let Some(inner) = noun_phrase(c, an + 1, if masdar { frame.cue.start } else { words.unwrap_or(frame.content) }) else { return };
    frame.evidence.rule = "quote/relay";
    frame.subject = Subject::Phrase(inner);
    frame.clause = frame.clause.min(verb);
    if let Some(outer) = outer {
        frame.relay = vec![outer];
    }
}

/// في بيان نقلته الوكالة: what the speaker's words came through.
fn told_through(c: &Classes, frame: &Frame) -> Option<NounPhrase> {
    let verb = (frame.cue.end..frame.content).find(|&j| {
        c.l.matches.at(j).iter().any(|m| m.clitics.pronoun.is_some() && relays(c, m) && Classes::verb_form(m).is_some_and(|f| f.kind != VerbKind::Masdar))
    })?;
    // What was said, not where: جلسة نقلها التلفزيون is no chain.
    const NOUN: usize = 7;
    let said = (verb.saturating_sub(NOUN).max(frame.cue.end)..verb)
        .any(|j| c.find(j, Table::SpeechNouns).is_some_and(|m| matches!(c.lexicon().class(m.sense), "document" | "utterance")));
    if !said {
        return None;
    }
    subject_after(c, verb + 1, frame.content)
}

pub(super) fn is_an(c: &Classes, j: usize) -> bool {
    c.function(j) == Some("an")
}

/// Rows of reporting.tsv that relay another's words.
const RELAYING: [&str; 3] = ["naqala", "nasaba", "iqtabasa"];

/// Whether a match is a verb that relays another's words.
pub(super) fn relays(c: &Classes, m: &Match) -> bool {
    m.sense.table == Table::Reporting && RELAYING.contains(&c.lexicon().id(m.sense))
}

/// Whether a verb that relays stands a little before `i` in its sentence.
pub(super) fn relayed_before(c: &Classes, i: usize, sentence: &Range<usize>) -> bool {
    (sentence.start.max(i.saturating_sub(BACK))..i).any(|j| relays_at(c, j))
}

/// How far before a verbal noun its relaying verb may stand.
const BACK: usize = 40;

fn relays_at(c: &Classes, j: usize) -> bool {
    c.l.matches.at(j).iter().any(|m| relays(c, m) && Classes::verb_form(m).is_some_and(|f| f.kind != VerbKind::Masdar))
}

/// The relaying verb of a frame, and whether the cue is a verbal noun behind it.
fn relaying_verb(c: &Classes, frame: &Frame, sentence: &Range<usize>) -> Option<(usize, bool)> {
    if relays_at(c, frame.cue.start) {
        return Some((frame.cue.start, false));
    }
    if frame.form.is_some_and(|f| f.kind == VerbKind::Masdar) {
        let floor = sentence.start.max(frame.cue.start.saturating_sub(BACK));
        return (floor..frame.cue.start).rev().find(|&j| relays_at(c, j)).map(|j| (j, true));
    }
    None
}
