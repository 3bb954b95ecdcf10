//! A noun phrase as a source: the party of the article that it names, or a source of its own.

use crate::class::{Class, Classes};
use crate::lexicon::Sense;
use crate::lexicon::conjugate::{Count, Gender};
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::name::party::{PartyId, bare, name_text, plain_text};
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
use crate::quote::speaker::{Discourse, MEMORY, Source, Told};
use crate::record::Kind;

/// A source with a name of its own and the gender and number of its phrase.
pub(super) fn own(phrase: &NounPhrase, name: String, kind: Kind) -> Source {
    Source { name, kind, gender: phrase.gender, number: phrase.number, told: if phrase.head == Head::Office { Told::Office } else { Told::Itself } }
}

fn party(names: &Names, id: PartyId) -> Option<Source> {
    names.parties.get(id).map(|p| Source { name: p.name.clone(), kind: p.kind, gender: p.gender, number: p.number, told: Told::Itself })
}

/// The phrase's words, folded, without articles.
pub(super) fn phrase_words(c: &Classes, phrase: &NounPhrase) -> Vec<String> {
    phrase.tokens.clone().filter(|&j| c.is_word(j)).map(|j| bare(c.key(j)).to_owned()).collect()
}

impl Discourse {
    /// A noun phrase as a source.
    pub(super) fn source(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Option<Source> {
        match phrase.head {
            Head::Person => {
                let gender = if phrase.role.is_empty() && phrase.name.len() == 1 { self.gender } else { None };
                let found = names.parties.by_person(c, phrase.name.clone(), gender).and_then(|id| party(names, id));
                let new = own(phrase, name_text(c, phrase.name.clone()), Kind::Person);
                Some(found.map(|s| Source { gender: if phrase.role.is_empty() { s.gender } else { phrase.gender }, ..s }).unwrap_or(new))
            }
            Head::Office => self.office(c, names, phrase),
            Head::Organisation => Some(self.organisation(c, names, phrase)),
            Head::Source => Some(self.role(c, names, phrase)),
            Head::Document => Some(self.document(c, names, phrase)),
            Head::Other => Some(self.other(c, names, phrase)),
        }
    }

    /// An office alone: the person who holds it.
    fn office(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Option<Source> {
        let start = phrase.tokens.start;
        // سموه، معاليه: whoever was spoken of.
        let honoured = c.l.matches.at(start).iter().any(|m| {
            m.sense.table == Table::Titles && m.clitics.pronoun.is_some() && matches!(c.lexicon().class(m.sense), "honorific" | "royal" | "religious")
        });
        if honoured && phrase.tokens.len() == 1 {
            let title = c.find(start, Table::Titles).map(|m| crate::token::fold(c.lexicon().cell(m.sense, "ar"))).unwrap_or_default();
            if let Some(person) =
                names.parties.by_honorific(&title, self.spoke.last().map(|(s, _)| s.name.as_str()), phrase.span.start).and_then(|id| party(names, id))
            {
                return Some(person);
            }
            let spoke = self.spoke.iter().rev().map(|(s, _)| s).find(|s| s.kind == Kind::Person).cloned();
            if let Some(person) = spoke.or_else(|| names.parties.most_named().and_then(|id| party(names, id))) {
                return Some(person);
            }
        }
        if phrase.number == Count::Plural {
            return Some(own(phrase, name_text(c, phrase.name.clone()), Kind::Group));
        }
        // رئيس الحكومة السراج: the surname of a person told of before.
        let last = phrase.tokens.end.saturating_sub(1)..phrase.tokens.end;
        let surname = if phrase.tokens.len() > 1 && !c.is(last.start, Class::NATIONALITY) { names.parties.by_surname(c, last) } else { None };
        let definite = c.is(start, Class::DEFINITE) || phrase.tokens.len() > 1;
        let holder = || {
            let held = names.parties.held_by(c, phrase);
            let spoke =
                self.spoke.iter().rev().take(MEMORY).map(|(s, _)| s).find(|s| held.iter().any(|&id| names.parties.get(id).is_some_and(|p| p.name == s.name)));
            // الرئيس الجمهوري: whoever of that office spoke last, when adjectives alone follow.
            let described = phrase
                .tokens
                .clone()
                .skip(1)
                .all(|j| c.is(j, Class::DEFINITE) && !c.is(j, Class::ORGANISATION) && !c.l.matches.has(j, Table::OfficeComplements));
            let same_office = |s: &&Source| described && s.kind == Kind::Person && names.parties.has_office_of(c, phrase, &s.name);
            let found = spoke.cloned().or_else(|| names.parties.by_office(c, phrase).and_then(|id| party(names, id)));
            found.or_else(|| self.spoke.iter().rev().take(MEMORY / 2).map(|(s, _)| s).find(same_office).cloned())
        };
        let found = surname.and_then(|id| party(names, id)).or_else(holder).filter(|_| definite);
        Some(
            found
                .or_else(|| self.speaking(c, phrase))
                .or_else(|| if c.is(start, Class::DEFINITE) { self.told_of(c, phrase) } else { None })
                .unwrap_or_else(|| own(phrase, name_text(c, phrase.tokens.clone()), Kind::Unnamed)),
        )
    }

    /// الكاتب، اللاعب: a trade alone, with the article, for the person who spoke last.
    fn speaking(&self, c: &Classes, phrase: &NounPhrase) -> Option<Source> {
        let start = phrase.tokens.start;
        let trade = |m: &crate::morph::Match| {
            m.clitics.article
                && (m.sense.table == Table::Sources || m.sense.table == Table::Titles && matches!(c.lexicon().class(m.sense), "profession" | "academic"))
        };
        // المسؤول الإيطالي: adjectives may follow.
        let described = phrase.tokens.clone().skip(1).all(|j| c.is(j, Class::NATIONALITY));
        if !described || phrase.number != Count::Singular || !c.l.matches.at(start).iter().any(trade) {
            return None;
        }
        self.spoke.last().map(|(s, _)| s).filter(|s| s.kind == Kind::Person && s.gender == phrase.gender).cloned()
    }

    /// A body: its fullest name in the article.
    fn organisation(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Source {
        // الصحيفة: the outlet spoken of last.
        let outlet = phrase.tokens.len() == 1
            && c.is(phrase.tokens.start, Class::DEFINITE)
            && phrase.sense.is_some_and(|s| s.table == Table::OrgHeads && matches!(c.lexicon().class(s), "outlet" | "media"));
        let outlet = if outlet { names.parties.nearest_outlet(phrase.span.start) } else { None };
        // A state is no part of a body's name: قبرص, وكالة أنباء قبرص.
        let found = match phrase.sense.filter(|s| s.table == Table::Countries) {
            Some(sense) => names.parties.by_row(sense),
            None => outlet
                .or_else(|| phrase.sense.and_then(|sense| names.parties.by_row(sense)))
                .or_else(|| names.parties.by_short_form_among(c, phrase, self.bodies()))
                .or_else(|| names.parties.by_name(c, phrase.name.clone(), Head::Organisation)),
        };
        let found = found.and_then(|id| party(names, id));
        let new = own(phrase, name_text(c, phrase.name.clone()), phrase.kind);
        let better = found.filter(|s| outlet.is_some() || s.kind == Kind::Organisation && s.name.chars().count() >= new.name.chars().count());
        better.map(|s| Source { gender: phrase.gender, ..s }).unwrap_or(new)
    }

    /// The names of the bodies that spoke, the newest first.
    fn bodies(&self) -> impl Iterator<Item = &str> {
        self.spoke.iter().rev().map(|(s, _)| s).filter(|s| s.kind == Kind::Organisation).map(|s| s.name.as_str())
    }

    /// A role without a name: the source told of before, where it has the article; the person who holds it; else itself.
    fn role(&mut self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Source {
        let words = phrase_words(c, phrase);
        let lemma = phrase.sense.and_then(|s| c.lexicon().cell(s, "ar").split([' ', '|']).next()).map(crate::token::fold).unwrap_or_default();
        let definite = c.is(phrase.tokens.start, Class::DEFINITE);
        if definite {
            let known = self.roles.iter().rev().take(MEMORY).find(|(w, _)| w.first() == Some(&lemma) || words.iter().all(|x| w.contains(x)));
            if let Some((_, earlier)) = known {
                return earlier.clone();
            }
            if let Some(earlier) = introduced(c, phrase).filter(|_| phrase.number == Count::Singular) {
                let source = own(&earlier, plain_text(c, earlier.tokens.clone()), earlier.kind);
                self.remember(lemma, words, &source);
                return source;
            }
            // An office held by a named person: المتحدث.
            if phrase.number == Count::Singular
                && let Some(person) = names.parties.by_office(c, phrase).and_then(|id| party(names, id))
            {
                return person;
            }
            if let Some(spoke) = self.speaking(c, phrase).or_else(|| self.told_of(c, phrase)) {
                return spoke;
            }
        }
        let media = phrase.sense.is_some_and(|s| c.lexicon().class(s) == "media");
        let name = if media { name_text(c, phrase.tokens.clone()) } else { plain_text(c, phrase.tokens.clone()) };
        let source = own(phrase, name, phrase.kind);
        self.remember(lemma, words, &source);
        source
    }

    /// المصدر، المصادر نفسها، المواطن: a role with the article alone, for the source without a name that spoke last.
    fn told_of(&self, c: &Classes, phrase: &NounPhrase) -> Option<Source> {
        /// A row of sources.tsv.
        const SOURCE: &str = "masdar";
        let source = phrase.sense.is_some_and(|s| c.lexicon().id(s) == SOURCE);
        let bare = phrase.tokens.clone().skip(1).all(|j| c.function(j).is_some() || !c.is_word(j));
        let recent = self.spoke.iter().rev().map(|(s, _)| s);
        if !bare {
            return None;
        }
        if source {
            let many = phrase.number != Count::Singular;
            let fits = |s: &&Source| s.kind == Kind::Unnamed || if many { s.kind == Kind::Group } else { s.kind == Kind::Organisation };
            // المصدر ذاته is whoever was cited last.
            let same = phrase.tokens.len() > 1;
            let last = || recent.clone().next().filter(|_| same || !many);
            return if same { last() } else { recent.clone().take(MEMORY / 2).find(fits).or_else(last) }.cloned();
        }
        // One person of a role for one of the same gender without a name.
        let fits = |s: &&Source| s.kind == Kind::Unnamed && s.number == Count::Singular && s.gender == phrase.gender;
        if phrase.number == Count::Singular { recent.take(4).find(fits).cloned() } else { None }
    }

    /// Keeps a source's phrase for a later mention of it.
    pub(super) fn remember(&mut self, lemma: String, words: Vec<String>, source: &Source) {
        let words: Vec<String> = std::iter::once(lemma).chain(words).collect();
        self.roles.push((words, source.clone()));
        if self.roles.len() > 4 * MEMORY {
            self.roles.drain(..2 * MEMORY);
        }
    }

    /// A phrase that no table heads: a person met before, an organisation's short form, or a name of its own.
    fn other(&self, c: &Classes, names: &Names, phrase: &NounPhrase) -> Source {
        let found = names.parties.by_name(c, phrase.name.clone(), Head::Person).or_else(|| names.parties.by_short_form_among(c, phrase, self.bodies()));
        if let Some(source) = found.and_then(|id| party(names, id)) {
            return source;
        }
        // اللجمي: the last word of an unknown name that spoke before.
        let last = |name: &str| name.split(' ').next_back().map(|w| bare(&crate::token::fold(w)).to_owned());
        let word = bare(c.key(phrase.tokens.start));
        let same = |s: &&Source| s.kind == Kind::Person && s.name.contains(' ') && last(&s.name).as_deref() == Some(word);
        if phrase.tokens.len() == 1
            && let Some(before) = self.spoke.iter().rev().take(MEMORY).map(|(s, _)| s).find(same)
        {
            return before.clone();
        }
        match other_kind(c, phrase) {
            // براتران بزانسنو السفير الفرنسي: the role behind is no part of the name.
            Kind::Person if !c.is(phrase.tokens.start, Class::DEFINITE) && c.is(phrase.name.end, Class::TITLE.or(Class::SOURCE)) => {
                own(phrase, name_text(c, phrase.name.clone()), Kind::Person)
            }
            kind => own(phrase, name_text(c, phrase.tokens.clone()), kind),
        }
    }
}

/// المسؤول: the phrase without the article by which the text told of him before, though he did not speak there.
fn introduced(c: &Classes, phrase: &NounPhrase) -> Option<NounPhrase> {
    const BACK: usize = 400;
    let word = |sense: Sense| c.lexicon().cell(sense, "ar").split([' ', '|']).next().unwrap_or("");
    let wanted = phrase.sense.filter(|s| s.table == Table::Sources)?;
    let start = phrase.tokens.start;
    let told = |j: usize| {
        !c.is(j, Class::DEFINITE)
            && c.l.matches.at(j).iter().any(|m| {
                m.sense.table == Table::Sources
                    && !m.clitics.article
                    && m.clitics.pronoun.is_none()
                    && m.sense.form == wanted.form
                    && word(m.sense) == word(wanted)
            })
    };
    let j = (start.saturating_sub(BACK)..start).rev().find(|&j| told(j))?;
    let sentence = c.l.sentences.tokens(c.l.sentences.of(j));
    noun_phrase(c, j, sentence.end).filter(|p| p.head == Head::Source)
}

/// What an unknown phrase may be: many people by its ending, a body by its feminine, else a person.
fn other_kind(c: &Classes, phrase: &NounPhrase) -> Kind {
    let start = phrase.tokens.start;
    if c.l.matches.has(start, Table::Outlets) {
        return Kind::Organisation;
    }
    let plural = |j: usize| c.key(j).ends_with("\u{0648}\u{0646}") || c.is(start, Class::DEFINITE) && c.key(j).ends_with("\u{064A}\u{0646}");
    let quantity = c.is_quantifier(start);
    if phrase.number == Count::Plural || quantity || phrase.tokens.clone().take(2).any(plural) {
        return Kind::Group;
    }
    // النوري اللجمي: two unknown words, the second a nisba.
    let nisba = phrase.tokens.len() == 2 && phrase.tokens.clone().all(|j| c.l.matches.at(j).is_empty()) && c.key(start + 1).ends_with('\u{064A}');
    if nisba {
        return Kind::Person;
    }
    let definite = c.is(start, Class::DEFINITE);
    let feminine = phrase.gender == Gender::Feminine;
    if definite && (feminine || phrase.tokens.len() > 1) { Kind::Organisation } else { Kind::Person }
}
