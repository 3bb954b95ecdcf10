//! Whose sentence is it? The subjects of verbs that report nothing, for a participle or a cue that goes back to them.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{Count, VerbForm, VerbKind};
use crate::name::phrase::{Head, NounPhrase};
use crate::quote::subject::{noun_like, subject_after, subject_before};
use crate::token::Punct;

/// A verb with its subject.
pub(super) struct Topic {
    /// The verb's token.
    pub verb: usize,
    /// Its subject.
    pub subject: NounPhrase,
}

/// The verbs of a stretch with their subjects, those of relative and reported clauses left out.
pub(super) fn topics(c: &Classes, range: Range<usize>, sentence: &Range<usize>) -> Vec<Topic> {
    /// The longest stretch looked at, and how far behind its verb a subject stands, in tokens.
    const LONGEST: usize = 120;
    const NEAR: usize = 4;
    let mut found = Vec::new();
    let inner = Class::RELATIVE.or(Class::COMPLEMENTISER).or(Class::NEGATION);
    for j in range.start.max(range.end.saturating_sub(LONGEST))..range.end {
        // رد ممثلون: a noun of the same spelling would stand before the oblique.
        let plural = c.key(j + 1).ends_with("\u{0648}\u{0646}");
        let verb = c.is(j, Class::VERB.or(Class::CUE)) && (!noun_like(c, j) || plural);
        if !verb || j > sentence.start && c.is(j - 1, inner) {
            continue;
        }
        let stop = (j + 2..range.end).find(|&k| c.punct(k, Punct::Comma) && k > j + NEAR).unwrap_or(range.end);
        let behind = subject_after(c, j + 1, stop).filter(|p| p.tokens.start <= j + NEAR && strong(p));
        let subject = behind.or_else(|| subject_before(c, j, sentence).map(|(p, _)| p).filter(strong));
        found.extend(subject.map(|subject| Topic { verb: j, subject }));
    }
    found
}

/// Whether a phrase is somebody: a person, an office, a body, a role.
fn strong(p: &NounPhrase) -> bool {
    matches!(p.head, Head::Person | Head::Office | Head::Organisation | Head::Source)
}

/// Whether a subject agrees with the form of a cue that goes back to it.
pub(super) fn agrees(form: Option<VerbForm>, subject: &NounPhrase) -> bool {
    form.filter(|f| f.kind != VerbKind::Masdar).is_none_or(|f| match f.number {
        Count::Singular => subject.gender == f.gender && (subject.number == Count::Singular || f.gender == crate::lexicon::conjugate::Gender::Feminine),
        _ => subject.number != Count::Singular,
    })
}
