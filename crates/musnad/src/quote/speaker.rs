//! Who speaks: the phrase at the cue resolved to the article's fullest name, the context where a cue has no subject, and the chain.

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{Count, Gender, VerbKind};
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::name::party::name_text;
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
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
}

/// What was said so far, as far as later cues look back to it.
#[derive(Default)]
pub(super) struct Discourse {
    /// Sources that spoke, the newest last, each with its relaying sources.
    spoke: Vec<(Source, Vec<Source>)>,
    /// Unnamed and collective sources, by their phrases.
    roles: Vec<(Vec<String>, Source)>,
    /// The issuer of the document spoken of last.
    issuer: Option<Source>,
}

/// أصدرت الوزارة بيانا: the body of the sentence in which a document was last named.
fn issued_before(c: &Classes, at: usize) -> Option<NounPhrase> {
    const BACK: usize = 150;
    let document = (at.saturating_sub(BACK)..at)
        .rev()
        .find(|&j| !c.is(j, Class::DEFINITE) && c.find(j, Table::SpeechNouns).is_some_and(|m| c.lexicon().class(m.sense) == "document"))?;
    let sentence = c.l.sentences.tokens(c.l.sentences.of(document));
    (sentence.start..document).find(|&j| c.is(j, Class::ORGANISATION)).and_then(|j| noun_phrase(c, j, document)).filter(|p| p.head == Head::Organisation)
}

/// Whether a source agrees with the verb in gender and number.
fn fits(frame: &Frame, s: &Source) -> bool {
    let form = frame.form.filter(|f| f.kind != VerbKind::Masdar);
    form.is_none_or(|f| match (f.gender, f.number) {
        (Gender::Feminine, Count::Singular) => s.gender == Gender::Feminine || (s.number == Count::Plural && s.kind != Kind::Group),
        (Gender::Masculine, Count::Singular) => s.gender == Gender::Masculine && s.number != Count::Plural,
        (_, Count::Plural | Count::Dual) => s.number != Count::Singular,
    })
}

/// How many sources back a cue without a subject looks.
const MEMORY: usize = 12;

impl Discourse {
    /// The source of a frame: its own phrase or the context; with the chain it brings along. `None` when nobody is known.
    pub(super) fn resolve(&mut self, c: &Classes, names: &Names, frame: &Frame, in_sentence: Option<&(Source, Vec<Source>)>) -> Option<(Source, Vec<Source>)> {
        match &frame.subject {
            Subject::Phrase(phrase) => {
                let source = self.source(c, names, phrase)?;
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

    /// A noun phrase as a source.
    fn source(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Option<Source> {
        let of = |name: String, kind: Kind| Source { name, kind, gender: phrase.gender, number: phrase.number };
        let party = |id| names.parties.get(id).map(|p| Source { name: p.name.clone(), kind: p.kind, gender: p.gender, number: p.number });
        match phrase.head {
            Head::Person => {
                let found = names.parties.by_name(c, phrase.name.clone(), Head::Person).and_then(party);
                let own = of(name_text(c, phrase.name.clone()), Kind::Person);
                Some(found.map(|s| Source { gender: if phrase.role.is_empty() { s.gender } else { phrase.gender }, ..s }).unwrap_or(own))
            }
            Head::Office => {
                // سموه، معاليه: whoever was spoken of.
                let honoured = c.l.matches.at(phrase.tokens.start).iter().any(|m| {
                    m.sense.table == Table::Titles && m.clitics.pronoun.is_some() && matches!(c.lexicon().class(m.sense), "honorific" | "royal" | "religious")
                });
                if honoured && phrase.tokens.len() == 1 {
                    let spoke = self.spoke.iter().rev().map(|(s, _)| s).find(|s| s.kind == Kind::Person).cloned();
                    if let Some(person) = spoke.or_else(|| {
                        names.parties.most_named().and_then(|p| names.parties.get(p)).map(|p| Source {
                            name: p.name.clone(),
                            kind: p.kind,
                            gender: p.gender,
                            number: p.number,
                        })
                    }) {
                        return Some(person);
                    }
                }
                if phrase.number == Count::Plural {
                    return Some(of(name_text(c, phrase.name.clone()), Kind::Group));
                }
                let found = names.parties.by_office(c, phrase).and_then(party);
                // رئيس الحكومة السراج: the surname of a person told of before.
                let last = phrase.tokens.end.saturating_sub(1)..phrase.tokens.end;
                let surname = if phrase.tokens.len() > 1 && !c.is(last.start, Class::NATIONALITY) { names.parties.by_surname(c, last) } else { None };
                let found = surname.and_then(party).or(found);
                let definite = c.is(phrase.tokens.start, Class::DEFINITE) || phrase.tokens.len() > 1;
                match found {
                    Some(source) if definite => Some(source),
                    _ => Some(of(name_text(c, phrase.tokens.clone()), Kind::Unnamed)),
                }
            }
            Head::Organisation => {
                // الصحيفة: the outlet spoken of last.
                let outlet = phrase.tokens.len() == 1
                    && c.is(phrase.tokens.start, Class::DEFINITE)
                    && phrase.sense.is_some_and(|s| s.table == Table::OrgHeads && matches!(c.lexicon().class(s), "outlet" | "media"));
                let outlet = if outlet { names.parties.nearest_outlet(phrase.span.start) } else { None };
                let found = outlet
                    .or_else(|| names.parties.by_short_form(c, phrase))
                    .or_else(|| names.parties.by_name(c, phrase.name.clone(), Head::Organisation))
                    .and_then(party);
                let own = of(name_text(c, phrase.name.clone()), phrase.kind);
                // A state is no part of a body's name: قبرص, وكالة أنباء قبرص.
                let found = match phrase.sense.filter(|s| s.table == Table::Countries) {
                    Some(sense) => names.parties.by_row(sense).and_then(party),
                    None => found,
                };
                let better = found.filter(|s| outlet.is_some() || s.kind == Kind::Organisation && s.name.chars().count() >= own.name.chars().count());
                Some(better.map(|s| Source { gender: phrase.gender, ..s }).unwrap_or(own))
            }
            Head::Source => {
                let words: Vec<String> = phrase.tokens.clone().filter(|&j| c.is_word(j)).map(|j| crate::name::party::bare(c.key(j)).to_owned()).collect();
                // المصدر: the one told of before.
                let lemma = phrase.sense.and_then(|s| c.lexicon().cell(s, "ar").split([' ', '|']).next()).map(crate::token::fold).unwrap_or_default();
                if c.is(phrase.tokens.start, Class::DEFINITE)
                    && let Some((_, earlier)) =
                        self.roles.iter().rev().take(MEMORY).find(|(w, _)| w.first() == Some(&lemma) || words.iter().all(|x| w.contains(x)))
                {
                    return Some(earlier.clone());
                }
                // An office held by a named person: المتحدث.
                if c.is(phrase.tokens.start, Class::DEFINITE)
                    && phrase.number == Count::Singular
                    && let Some(person) = names.parties.by_office(c, phrase).and_then(party)
                {
                    return Some(person);
                }
                let source = of(name_text(c, phrase.tokens.clone()), phrase.kind);
                let words: Vec<String> = std::iter::once(lemma).chain(words).collect();
                self.roles.push((words, source.clone()));
                if self.roles.len() > 4 * MEMORY {
                    self.roles.drain(..2 * MEMORY);
                }
                Some(source)
            }
            Head::Document => Some(self.issuer_of(c, names, phrase).unwrap_or_else(|| of(name_text(c, phrase.tokens.clone()), Kind::Document))),
            Head::Other => {
                // An unknown name: a person met before, an organisation's short form, or a name of its own.
                let found = names.parties.by_name(c, phrase.name.clone(), Head::Person).or_else(|| names.parties.by_short_form(c, phrase)).and_then(party);
                let definite = c.is(phrase.tokens.start, Class::DEFINITE);
                let known = c.l.matches.at(phrase.tokens.start).iter().any(|m| m.sense.table != Table::FunctionWords);
                let kind = if c.l.matches.has(phrase.tokens.start, Table::Outlets) {
                    Kind::Organisation
                } else if phrase.number == Count::Plural {
                    Kind::Group
                } else if !definite || !known && phrase.tokens.len() == 1 {
                    Kind::Person
                } else {
                    Kind::Organisation
                };
                Some(found.unwrap_or_else(|| of(name_text(c, phrase.tokens.clone()), kind)))
            }
        }
    }

    /// Who issued a document: told in its phrase (بيان الوزارة), or known from before (البيان).
    fn issuer_of(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Option<Source> {
        // Only an indefinite document stands in construct with its issuer: بيان الوزارة, but البيان الوزاري.
        let definite = phrase.tokens.clone().find(|&j| c.is_word(j)).is_some_and(|j| c.is(j, Class::DEFINITE));
        let named = Class::ORGANISATION.or(Class::PERSON).or(Class::PLACE);
        let inner = (phrase.tokens.start + 1..phrase.tokens.end)
            .find(|&j| (c.is(j, named) || !definite && c.is(j, Class::TITLE)) && !c.is(j, Class::NATIONALITY))
            .and_then(|j| noun_phrase(c, j, phrase.tokens.end))
            .filter(|p| p.head != Head::Document)
            .and_then(|p| self.source(c, names, &p));
        if inner.is_some() {
            self.issuer = inner.clone();
            return inner;
        }
        /// Rows of speech_nouns.tsv for what an issuer puts out in its own name.
        const ISSUED: [&str; 10] = ["bayan", "balagh", "nass", "wathiqa", "mudhakkira", "risala", "ilan", "tawdih", "taghrida", "tadwina"];
        let issued = phrase.sense.is_some_and(|s| s.table == Table::SpeechNouns && ISSUED.contains(&c.lexicon().rows(Table::SpeechNouns).id(s.row as usize)));
        if !definite || !issued {
            return None;
        }
        if self.issuer.is_none()
            && let Some(body) = issued_before(c, phrase.tokens.start).and_then(|p| self.source(c, names, &p))
        {
            self.issuer = Some(body);
        }
        // The last body that spoke, where nobody was said to have issued anything.
        self.issuer.clone().or_else(|| self.spoke.iter().rev().take(MEMORY).map(|(s, _)| s).find(|s| s.kind == Kind::Organisation).cloned())
    }
}
