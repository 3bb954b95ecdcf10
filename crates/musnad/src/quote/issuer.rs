//! Whose document is it? A document speaks for whoever issued it: told in its phrase, in the clause behind it, or before.

use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::name::party::name_text;
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
use crate::quote::resolve::{own, phrase_words};
use crate::quote::speaker::{Discourse, MEMORY, Source, Told};
use crate::record::Kind;

/// Rows of speech_nouns.tsv for what an issuer puts out in its own name.
const ISSUED: [&str; 10] = ["bayan", "balagh", "nass", "wathiqa", "mudhakkira", "risala", "ilan", "tawdih", "taghrida", "tadwina"];

impl Discourse {
    /// A document as a source: its issuer, else the fuller phrase by which it was called before, else its own phrase.
    pub(super) fn document(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Source {
        let row = phrase.sense.map(|s| c.lexicon().id(s).to_owned()).unwrap_or_default();
        let definite = c.is(phrase.tokens.start, Class::DEFINITE);
        let told = inside(c, phrase).or_else(|| behind(c, phrase)).is_some();
        // التقرير: the one told of before, with its issuer where that was told.
        if definite
            && phrase.tokens.len() == 1
            && !told
            && let Some((_, earlier)) = self.roles.iter().rev().take(MEMORY).find(|(w, _)| w.first() == Some(&row))
        {
            return earlier.clone();
        }
        if let Some(issuer) = self.issuer_of(c, names, phrase) {
            let source = Source { told: Told::Document, ..issuer };
            self.remember(row, phrase_words(c, phrase), &source);
            return source;
        }
        let source = own(phrase, name_text(c, phrase.tokens.clone()), Kind::Document);
        self.remember(row, phrase_words(c, phrase), &source);
        source
    }

    /// Who issued a document: told in its phrase (بيان الوزارة), behind it (بيان أصدرته الوزارة), or known from before (البيان).
    fn issuer_of(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Option<Source> {
        let told = inside(c, phrase).or_else(|| behind(c, phrase)).and_then(|p| self.source(c, names, &p));
        if told.is_some() {
            self.issuer = told.clone();
            return told;
        }
        let definite = phrase.tokens.clone().find(|&j| c.is_word(j)).is_some_and(|j| c.is(j, Class::DEFINITE));
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

/// The issuer inside the phrase: in construct with an indefinite document (بيان الوزارة, but البيان الوزاري), or behind عن، من، ل.
fn inside(c: &Classes, phrase: &NounPhrase) -> Option<NounPhrase> {
    const FROM: [&str; 3] = ["an", "min", "li"];
    let definite = phrase.tokens.clone().find(|&j| c.is_word(j)).is_some_and(|j| c.is(j, Class::DEFINITE));
    let named = Class::ORGANISATION.or(Class::PERSON).or(Class::PLACE);
    let mut governed = false;
    for j in phrase.tokens.start + 1..phrase.tokens.end {
        // تقرير في شأن ليبيا; إحصاءات رسمية ومنظمات: what it tells of, or what is joined to it.
        if c.is(j, Class::PREPOSITION) && !c.is(j, named) {
            if !c.function(j).is_some_and(|row| FROM.contains(&row)) {
                return None;
            }
            governed = true;
        }
        if c.is(j, Class::CONJUNCTION) && !c.is(j, Class::PERSON) && !c.l.matches.at(j).iter().any(|m| !m.clitics.conj) {
            return None;
        }
        let issuer = c.is(j, named) || (!definite || governed) && c.is(j, Class::TITLE.or(Class::SOURCE));
        if issuer && !c.is(j, Class::NATIONALITY) {
            return noun_phrase(c, j, phrase.tokens.end).filter(|p| p.head != Head::Document);
        }
    }
    None
}

/// The issuer in the clause behind: بيان أصدرته الوزارة، النص الذي قدمته فلانة، الوثيقة الصادرة عن الغرفة.
fn behind(c: &Classes, phrase: &NounPhrase) -> Option<NounPhrase> {
    /// Tokens between the document and its clause.
    const NEAR: usize = 8;
    let sentence = c.l.sentences.tokens(c.l.sentences.of(phrase.tokens.start));
    let from = phrase.tokens.end;
    let limit = sentence.end.min(from + NEAR + 12);
    let issued = |j: usize| c.l.matches.at(j).iter().any(|m| c.lexicon().id(m.sense) == "sadara" && c.is(j + 1, Class::PREPOSITION));
    if let Some(j) = (from.saturating_sub(1).max(phrase.tokens.start + 1)..limit.min(from + 2)).find(|&j| issued(j)) {
        return noun_phrase(c, j + 2, limit).filter(source_like);
    }
    let verb = (from..limit.min(from + NEAR)).find(|&j| {
        let object = |m: &crate::morph::Match| m.clitics.pronoun.is_some() && Classes::verb_form(m).is_some_and(|f| crate::class::agreement(f).is_some());
        (c.is(j - 1, Class::RELATIVE) || j == from && !c.is(phrase.tokens.start, Class::DEFINITE)) && c.l.matches.at(j).iter().any(object)
    })?;
    noun_phrase(c, verb + 1, limit).filter(source_like)
}

fn source_like(p: &NounPhrase) -> bool {
    !matches!(p.head, Head::Document | Head::Other)
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
