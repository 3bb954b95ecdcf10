//! Who speaks: the phrase at the cue resolved to the article's fullest name, the context where a cue has no subject, and the chain.

use crate::class::Classes;
use crate::lexicon::conjugate::{Count, Gender, VerbKind};
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::name::phrase::Head;
use crate::quote::cue::{Frame, Subject};
use crate::record::Kind;

/// A resolved source.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    /// Its fullest name in the article.
    pub name: String,
    /// What kind.
    pub kind: Kind,
    /// Gender of its head.
    pub gender: Gender,
    /// Number of its head.
    pub number: Count,
    /// How it was told.
    pub told: Told,
}

/// How a source was told where it spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// By a name or a phrase of its own.
    Itself,
    /// By an office alone.
    Office,
    /// By a document that it issued: the verb may agree with that.
    Document,
}

/// What was said so far, as far as later cues look back to it.
#[derive(Default)]
pub(super) struct Discourse {
    /// Sources that spoke, the newest last, each with its relaying sources.
    pub(super) spoke: Vec<(Source, Vec<Source>)>,
    /// Unnamed and collective sources and documents, by the words of their phrases.
    pub(super) roles: Vec<(Vec<String>, Source)>,
    /// The issuer of the document spoken of last.
    pub(super) issuer: Option<Source>,
    /// The gender of the verb whose subject is being resolved.
    pub(super) gender: Option<Gender>,
}

/// Whether a source agrees with the verb in gender and number.
pub(super) fn fits(frame: &Frame, s: &Source) -> bool {
    let form = frame.form.filter(|f| f.kind != VerbKind::Masdar);
    s.told == Told::Document && s.number != Count::Plural
        || form.is_none_or(|f| match (f.gender, f.number) {
            (Gender::Feminine, Count::Singular) => s.gender == Gender::Feminine || (s.number == Count::Plural && s.kind != Kind::Group),
            (Gender::Masculine, Count::Singular) => s.gender == Gender::Masculine && s.number != Count::Plural,
            (_, Count::Plural | Count::Dual) => s.number != Count::Singular,
        })
}

/// How many sources back a cue without a subject looks.
pub(super) const MEMORY: usize = 12;

impl Discourse {
    /// The source of a frame: its own phrase or the context; with the chain it brings along. `None` when nobody is known.
    pub(super) fn resolve(&mut self, c: &Classes, names: &Names, frame: &Frame, in_sentence: Option<&(Source, Vec<Source>)>) -> Option<(Source, Vec<Source>)> {
        match &frame.subject {
            Subject::Phrase(phrase) => {
                self.gender = frame.form.filter(|f| f.kind != VerbKind::Masdar && f.number == Count::Singular).map(|f| f.gender);
                let source = self.source(c, names, phrase)?;
                self.gender = None;
                let via = self.relaying(c, names, frame, &source);
                Some((source, via))
            }
            Subject::Same | Subject::Elided => {
                let context = in_sentence.filter(|(s, _)| matches!(frame.subject, Subject::Same) || fits(frame, s)).cloned();
                let (source, via) = context.or_else(|| self.agreeing(frame))?;
                let own = self.relaying(c, names, frame, &source);
                Some((source, if own.is_empty() { via } else { own }))
            }
        }
    }

    /// The sources at the cue itself that relay the speaker.
    fn relaying(&mut self, c: &Classes, names: &Names, frame: &Frame, speaker: &Source) -> Vec<Source> {
        frame.relay.iter().filter_map(|p| self.source(c, names, p)).filter(|v| v.name != speaker.name).collect()
    }

    /// The newest source that agrees with the verb.
    fn agreeing(&self, frame: &Frame) -> Option<(Source, Vec<Source>)> {
        let recent = || self.spoke.iter().rev().take(MEMORY);
        recent().find(|(s, _)| fits(frame, s)).or_else(|| recent().next()).cloned()
    }

    /// The chain by which the newest source came, when it is this one.
    pub(super) fn chain_of(&self, source: &Source) -> Option<Vec<Source>> {
        self.spoke.last().filter(|(s, via)| s.name == source.name && !via.is_empty()).map(|(_, via)| via.clone())
    }

    /// Notes that a source spoke, and what document it spoke through.
    pub(super) fn spoke(&mut self, c: &Classes, frame: &Frame, source: &Source, via: &[Source]) {
        let through = frame.cue.end..frame.content.max(frame.cue.end);
        if through.take(40).any(|j| c.l.matches.at(j).iter().any(|m| m.sense.table == Table::SpeechNouns && c.lexicon().class(m.sense) == "document")) {
            self.issuer = Some(source.clone());
        }
        self.spoke.push((source.clone(), via.to_vec()));
        if self.spoke.len() > 4 * MEMORY {
            self.spoke.drain(..2 * MEMORY);
        }
    }

    /// The office without a name that spoke last, where a verb of going on has a person for its subject whom nothing told of before.
    pub(super) fn named_late(&self, c: &Classes, frame: &Frame, source: &Source) -> Option<Source> {
        let Subject::Phrase(phrase) = &frame.subject else { return None };
        let opens = frame.cue.start == c.l.sentences.tokens(c.l.sentences.of(frame.cue.start)).start;
        if !frame.continues || !opens || phrase.head != Head::Person || !phrase.role.is_empty() || phrase.name.len() < 2 {
            return None;
        }
        let (last, _) = self.spoke.last()?;
        let new = self.spoke.iter().all(|(s, _)| s.name != source.name);
        (new && last.kind == Kind::Unnamed && last.told == Told::Office && last.gender == source.gender).then(|| last.clone())
    }

    /// Gives a source its name.
    pub(super) fn rename(&mut self, before: &Source, source: &Source) {
        for (spoke, _) in self.spoke.iter_mut().filter(|(s, _)| s == before) {
            *spoke = source.clone();
        }
    }
}
