//! Plans told in the present: يلتقي الوزير نظيره غدا، تفتتح الشركة المصنع الشهر المقبل.

use super::clause;
use super::promisor::{self, Actor};
use super::{Draft, Reader};
use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::phrase::Head;
use crate::quote::subject::noun_like;
use crate::record::CommitmentKind;

/// How far from its verb the time stands, in tokens.
const REACH: usize = 30;

/// The verb that opens a sentence in the present and may tell a plan; cheap for all other words.
pub(super) fn verb(c: &Classes, i: usize) -> bool {
    c.is(i, Class::VERB) && !c.is(i, Class::CUE) && opens(c, i)
}

/// A sentence or a heading begins with it.
fn opens(c: &Classes, i: usize) -> bool {
    c.l.sentences.tokens(c.l.sentences.of(i)).start == i
}

/// Reads the clause of a verb in the present as a plan: somebody is to do it at a time still to come.
pub(super) fn read(r: &Reader, i: usize) -> Option<Draft> {
    let c = r.c;
    let act = |m: &&Match| m.sense.table == Table::Verbs && c.lexicon().class(m.sense) == "action" && !m.clitics.future && imperfect(m);
    let m = c.l.matches.at(i).iter().find(act)?;
    if noun_like(c, i) || !c.l.matches.at(i).iter().filter(|m| Classes::verb_form(m).is_some()).all(imperfect) || tells_effect(c, i) {
        return None;
    }
    let sentence = r.sentence(i);
    if !(i..sentence.end.min(i + REACH)).any(|j| c.is(j, Class::TIME)) || clause::open(r, i, &sentence) {
        return None;
    }
    let content = clause::tidy(c, i..clause::end(r, i, sentence.end))?;
    if !super::deadline::to_come(c, content.clone()) || clause::fixture(c, &content) || clause::conditional(c, &content) {
        return None;
    }
    let subject = promisor::subject(r, i + 1, content.end)?;
    if !matches!(subject.head, Head::Person | Head::Office | Head::Organisation) || subject.tokens.start > i + 2 {
        return None;
    }
    let Actor::Party(name) = super::fullest::of_phrase(r, &subject) else { return None };
    Some(Draft {
        gap: content.start..content.start,
        content,
        letters: 0,
        kind: CommitmentKind::Plan,
        promisor: Some(name),
        evidence: Evidence::of("commitment/schedule").and(m.sense),
    })
}

fn imperfect(m: &Match) -> bool {
    Classes::verb_form(m).is_some_and(|f| matches!(f.kind, VerbKind::Imperfect | VerbKind::ImperfectPassive))
}

/// يبلغ، يواجه: no act.
fn tells_effect(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    let key = key.strip_prefix('\u{0648}').unwrap_or(key);
    let stem = key.chars().next().and_then(|f| key.get(f.len_utf8()..)).unwrap_or("");
    c.lexicon().effect(stem).is_some()
}
