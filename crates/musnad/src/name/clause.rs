//! Where a clause begins inside what looks like a phrase: finite verbs and the adjectives that are none.

use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::phrase::{Head, Lead, NAMED};

/// An adjective by the tables: of a nationality or of a source.
pub(super) fn adjective(c: &Classes, i: usize) -> bool {
    c.is(i, Class::NATIONALITY) || c.l.matches.has(i, Table::SourceAdjectives)
}

/// و + a finite verb: a new clause.
pub(super) fn conjoined_verb(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.table, Table::Reporting | Table::Verbs) && Classes::verb_form(m).is_some_and(is_finite))
        && !c.l.matches.at(i).iter().any(|m| !matches!(m.sense.table, Table::Reporting | Table::Verbs) && m.clitics.prep.is_none())
}

/// الجيش «يقتل 45 …»: a finite verb of the present, with which no name begins.
pub(super) fn headline_verb(c: &Classes, i: usize) -> bool {
    let imperfect = |m: &Match| Classes::verb_form(m).is_some_and(|f| f.kind == crate::lexicon::conjugate::VerbKind::Imperfect);
    finite_verb(c, i) && c.l.matches.at(i).iter().any(imperfect)
}

/// A word that is nothing but a finite verb.
pub(super) fn finite_verb(c: &Classes, i: usize) -> bool {
    let noun = NAMED.or(Class::DEFINITE).or(Class::MASDAR).or(Class::SPEECH_MASDAR).or(Class::NATIONALITY);
    c.is(i, Class::CUE.or(Class::VERB)) && !c.is(i, noun)
}

/// مصدر طلب عدم ذكر اسمه: behind an indefinite source a word that may be a verb is one where its object follows.
pub(super) fn describes_indefinite(c: &Classes, i: usize, lead: &Lead) -> bool {
    let indefinite = lead.head == Head::Source && lead.found.is_some_and(|m| !m.clitics.article);
    let verb = c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::Reporting | Table::Verbs) && Classes::verb_form(m).is_some_and(is_finite));
    indefinite && verb && !c.is(i, Class::DEFINITE) && !adjective(c, i) && c.is(i + 1, Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::COMPLEMENTISER))
}

fn is_finite(form: crate::lexicon::conjugate::VerbForm) -> bool {
    use crate::lexicon::conjugate::VerbKind::*;
    matches!(form.kind, Perfect | Imperfect | PerfectPassive | ImperfectPassive)
}
