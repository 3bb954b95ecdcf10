//! The party that is to act.

use std::ops::Range;

use super::Reader;
use super::body::{body, country, country_name, medium};
use super::clause::{self, Before};
use super::fullest::{of_phrase, pair};
use super::future::{FutureVerb, Person};
use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{Count, Gender, VerbKind};
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::party::name_text;
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
use crate::quote::subject::{noun_like, subject_after, subject_before};
use crate::record::{CommitmentKind, Kind};
use crate::token::{Punct, TokenKind};

/// Who acts, as far as the clause tells.
#[derive(Clone, Debug)]
pub(super) enum Actor {
    /// A party of its own name or role.
    Party(String),
    /// The speaker: أنه سيفعل، سأفعل.
    Speaker,
    /// The speaker and his own: سنفعل.
    Speakers,
    /// A thing, or nobody told: whoever speaks answers for it.
    Thing,
    /// Nobody is told.
    Nobody,
}

/// Who acts in the clause of a future verb.
pub(super) fn of_clause(r: &Reader, verb: &FutureVerb, before: &Before, content: &Range<usize>) -> Actor {
    if let Some(actor) = existential(r, verb, content.end) {
        return actor;
    }
    // سيتم، سيجري، لن يكون: the grammatical subject is what is done; سيجري الوزير محادثات: who conducts them.
    if verb.impersonal(r.c) {
        let conducts = match before {
            _ if !verb.conducts(r.c) => None,
            Before::Subject(start) | Before::Apart(start) => noun_phrase(r.c, *start, verb.first),
            _ => subject(r, verb.token + 1, content.end),
        };
        if let Some(phrase) = conducts.filter(|p| matches!(p.head, Head::Person | Head::Office | Head::Organisation)) {
            return of_phrase(r, &phrase);
        }
        return Actor::Thing;
    }
    // سيوضع، ستلغى: who does it is not told.
    if verb.passive {
        return Actor::Thing;
    }
    match verb.person {
        Person::I => return Actor::Speaker,
        Person::We => return Actor::Speakers,
        Person::Other => {}
    }
    let phrase = match before {
        Before::Pronoun => return pronoun(r, verb),
        Before::Subject(start) | Before::Apart(start) => {
            if let Some(actor) = owned(r, *start) {
                return actor;
            }
            noun_phrase(r.c, *start, verb.first)
        }
        Before::Nothing | Before::Attribute => {
            if let Some(actor) = several(r, verb) {
                return actor;
            }
            if let Some(actor) = owned(r, verb.token + 1) {
                return actor;
            }
            // The subject stands near, before any mark.
            const NEAR: usize = 12;
            let next = verb.token + 1;
            let limit = content.end.min(next + NEAR);
            let limit = (next + 1..limit).find(|&j| r.c.punct(j, Punct::Comma)).filter(|_| !r.c.punct(next, Punct::Comma)).unwrap_or(limit);
            let found = subject(r, next, limit);
            // سيرد بشكل قانوني، وسيلتقيان: nobody new is named.
            let told = found.filter(|p| p.head != Head::Other || r.c.is(p.tokens.start, Class::DEFINITE) || p.tokens.start == verb.token + 1);
            match told {
                None if verb.dual(r.c) => return pair(r, verb.token).map_or(Actor::Thing, Actor::Party),
                None if r.statement(verb.token).is_none() => return elided(r, verb.token, verb.feminine, &r.sentence(verb.token)),
                told => told,
            }
        }
    };
    phrase.map_or(Actor::Thing, |p| of_phrase(r, &p))
}

/// بلاده، وزارته: what is the speaker's own acts for him.
fn owned(r: &Reader, i: usize) -> Option<Actor> {
    let c = r.c;
    let own = |m: &&Match| m.clitics.pronoun.is_some() && matches!(m.sense.table, Table::PlaceHeads | Table::OrgHeads);
    // وزارة is no وزار with a pronoun.
    let m = c.l.matches.at(i).iter().find(own).filter(|_| c.l.matches.at(i).iter().all(|m| m.clitics.pronoun.is_some()))?;
    let n = r.statement_index(i)?;
    if m.sense.table == Table::PlaceHeads {
        return (c.lexicon().id(m.sense) == "bilad").then(|| country(r, n)).flatten().map(Actor::Party);
    }
    // حكومته: the government of the one who speaks.
    if c.lexicon().id(m.sense) == "hukuma" {
        let speaker = &r.statements.get(n)?.speaker;
        return Some(Actor::Party(format!("{} {speaker}", c.lexicon().cell(m.sense, "ar"))));
    }
    body(r, n).filter(|name| Some(name) != r.statements.get(n).map(|s| &s.speaker)).map(Actor::Party)
}

/// لن يكون للقوات دور، لن تكون هناك قوات فرنسية: whose it will be, or the state that its adjective names.
fn existential(r: &Reader, verb: &FutureVerb, limit: usize) -> Option<Actor> {
    let c = r.c;
    if !c.is(verb.token, Class::BE) {
        return None;
    }
    let there = c.function(verb.token + 1) == Some("hunak");
    let from = if there { verb.token + 2 } else { verb.token + 1 };
    if !there {
        let owned = matches!(c.attached(from), Some((crate::morph::Prep::Li, _)));
        let phrase = noun_phrase(c, from, limit).filter(|_| owned)?;
        // لن يكون لأفراد الحلف: what its members have, it has.
        let whole = (!c.is(from, Class::ORGANISATION)).then(|| noun_phrase(c, from + 1, phrase.tokens.end)).flatten();
        return Some(match whole.filter(|p| p.head == Head::Organisation) {
            Some(body) => of_phrase(r, &body),
            None => Actor::Party(name_text(c, phrase.tokens)),
        });
    }
    const NEAR: usize = 5;
    let nation =
        (from..limit.min(from + NEAR)).find_map(|j| c.l.matches.at(j).iter().find(|m| matches!(m.sense.form, crate::lexicon::Form::Nationality(..))))?;
    Some(Actor::Party(country_name(r, nation.sense)))
}

/// وسيواصلون: a plural verb goes on from the subject that its statement opens with.
fn several(r: &Reader, verb: &FutureVerb) -> Option<Actor> {
    let c = r.c;
    let key = c.key(verb.token);
    let plural = ["\u{0648}\u{0646}", "\u{0648}\u{0627}", "\u{0627}\u{0646}"].iter().any(|end| key.ends_with(end));
    let first = c.l.tokens.at(r.statement(verb.token)?.content.first()?.start);
    let from = if c.is(first, Class::COMPLEMENTISER) { first + 1 } else { first };
    let phrase = noun_phrase(c, from, verb.first).filter(|_| plural)?;
    Some(of_phrase(r, &phrase))
}

/// أنه سيفعل: the speaker; a feminine verb behind a man's words tells of his body (الوزير: إنها ستفعل).
fn pronoun(r: &Reader, verb: &FutureVerb) -> Actor {
    let Some(s) = r.statement(verb.token) else { return Actor::Speaker };
    let man = s.speaker_kind == Kind::Person
        && r.names.parties.by_text(&s.speaker).and_then(|id| r.names.parties.get(id)).is_some_and(|p| p.gender == Gender::Masculine);
    if man && verb.feminine { Actor::Thing } else { Actor::Speaker }
}

/// The subject behind a verb; the act's own words are no part of it: ستقوم القوات … بحماية, أعلنت الشركة التزامها.
pub(super) fn subject(r: &Reader, from: usize, limit: usize) -> Option<NounPhrase> {
    let c = r.c;
    let limit = before_act(c, from + 1, limit);
    // A preposition alone before a quotation is no subject.
    subject_after(c, from, limit).filter(|p| p.tokens.len() > 1 || c.key(p.tokens.start).chars().count() > 1)
}

/// Where the words of an act begin between these tokens: بحماية، التزامها.
fn before_act(c: &Classes, from: usize, limit: usize) -> usize {
    let own = |m: &crate::morph::Match| m.clitics.pronoun.is_some() && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Masdar);
    let act = |j: &usize| c.is(*j, Class::MASDAR) && (c.attached(*j).is_some() || c.l.matches.at(*j).iter().any(own));
    (from..limit).find(act).unwrap_or(limit)
}

/// The name of who acts, seen from token `at`.
pub(super) fn name(r: &Reader, actor: Actor, at: usize) -> Option<String> {
    let said = r.statement(at);
    match actor {
        Actor::Party(name) => Some(name),
        Actor::Nobody => None,
        Actor::Speaker => said.map(|s| s.speaker.clone()),
        Actor::Thing if said.is_some_and(|s| medium(r, s)) => None,
        // A heading tells in short what the first statement tells.
        Actor::Thing if said.is_none() && heading(r, at) => {
            let body = |s: &&crate::quote::Statement| matches!(s.speaker_kind, Kind::Organisation | Kind::Group);
            r.statements.iter().find(|s| s.cue.is_some()).filter(body).map(|s| s.speaker.clone())
        }
        Actor::Speakers | Actor::Thing => match r.statement_index(at) {
            Some(n) => body(r, n),
            // A heading's quotation is the article's first speaker's.
            None if matches!(actor, Actor::Speakers) => body(r, 0),
            None => None,
        },
    }
}

/// Whether token `at` stands in the article's heading.
fn heading(r: &Reader, at: usize) -> bool {
    r.c.l.sentences.paragraph_of(at) == 0 && r.c.l.sentences.paragraphs.first().is_some_and(|p| p.layout != crate::sentence::Layout::Body)
}

/// Who acts under a word of undertaking at `word`: the subject behind it, before it, or that of the verb before it.
pub(super) fn of_word(r: &Reader, word: Range<usize>, content: usize, form: WordForm) -> Actor {
    let c = r.c;
    let sentence = r.sentence(word.start);
    let verb = form != WordForm::Noun;
    // Who undertakes, decides or agrees is a party, whatever it is called.
    let party = |phrase: NounPhrase| match of_phrase(r, &phrase) {
        Actor::Thing if phrase.head != Head::Document => Actor::Party(name_text(c, phrase.tokens.clone())),
        actor => actor,
    };
    if let Some(name) = quoted_name(r, word.end, content) {
        return Actor::Party(name);
    }
    if let Some(actor) = owned(r, word.end).filter(|_| word.end < content) {
        return actor;
    }
    // واعدا السكان بأن: behind a participle stands to whom it is promised.
    let here = if form == WordForm::Participle { None } else { subject(r, word.end, content).filter(|p| p.tokens.end <= content) };
    let own = c.l.matches.at(word.start).iter().any(|m| m.sense.table == Table::Commitments && m.clitics.pronoun.is_some());
    if let Some(phrase) = here.filter(|p| {
        verb || p.head != Head::Other
            || p.tokens.start == word.end
                && (c.l.tokens.kind(word.end) == Some(TokenKind::Digits) || c.is(word.end, Class::DEFINITE) && !c.is(word.end, Class::MASDAR) && !own)
    }) {
        return party(phrase);
    }
    let feminine = c.l.matches.at(word.start).iter().find_map(Classes::verb_form).is_some_and(|f| f.gender == Gender::Feminine);
    if verb {
        if let Some(phrase) = stands_before(c, word.start, &sentence) {
            return party(phrase);
        }
        return match clause::before(r, word.start, &sentence) {
            Before::Subject(start) | Before::Apart(start) => noun_phrase(c, start, word.start).filter(|p| free(c, p)).map_or(Actor::Thing, party),
            Before::Pronoun => Actor::Speaker,
            Before::Nothing | Before::Attribute => elided(r, word.start, feminine, &sentence),
        };
    }
    // يجري التحضير لـ، تم الاتفاق على: nobody is told.
    if c.is(word.start, Class::VERB) && !noun_like(c, word.start) {
        return Actor::Thing;
    }
    // موافقة من البرلمان على، اتفاقات مع 14 دولة لـ: who gave it, and with whom it was made.
    let given = (word.end < content && matches!(c.function(word.end), Some("min" | "maa"))).then(|| noun_phrase(c, word.end + 1, content)).flatten();
    // The subject of the verb that the noun hangs on: توصلت الأطراف … إلى اتفاق على.
    const BACK: usize = 30;
    let floor = sentence.start.max(word.start.saturating_sub(BACK));
    if c.function(word.end) == Some("min")
        && let Some(phrase) = given
    {
        return party(phrase);
    }
    let verbs = (floor..word.start).rev().filter(|&j| c.is(j, Class::VERB.or(Class::CUE)) && !noun_like(c, j));
    for v in verbs {
        if v > 0 && c.is(v - 1, Class::RELATIVE) {
            continue;
        }
        if v > 0 && clause::has_pronoun(c, v - 1) && c.is(v - 1, Class::COMPLEMENTISER) {
            return Actor::Speaker;
        }
        if let Some(name) = quoted_name(r, v + 1, word.start) {
            return Actor::Party(name);
        }
        let found = subject(r, v + 1, word.start).or_else(|| stands_before(c, v, &sentence));
        return match found {
            Some(phrase) => of_phrase(r, &phrase),
            None => elided(r, v, false, &sentence),
        };
    }
    // A headline without a verb: the name that opens it, else the other party.
    let opening = noun_phrase(c, sentence.start, word.start).filter(|p| matches!(p.head, Head::Person | Head::Office | Head::Organisation));
    if let Some(phrase) = opening {
        return of_phrase(r, &phrase);
    }
    given.map_or(Actor::Thing, party)
}

/// To whom an order goes: أمر الوزير الهيئة بـ، تعليمات للوزارات لـ.
pub(super) fn of_ordered(r: &Reader, word: Range<usize>, content: usize, form: WordForm) -> Option<Actor> {
    let c = r.c;
    let from = match form {
        WordForm::Noun => word.end,
        _ if stands_before(c, word.start, &r.sentence(word.start)).is_some() => word.end,
        _ => subject(r, word.end, content)?.tokens.end,
    };
    let party = |p: &NounPhrase| (matches!(p.head, Head::Organisation | Head::Source) || p.head == Head::Office && p.number != Count::Singular);
    let phrase =
        (from..content).filter(|&j| c.is_word(j) && !c.is(j, Class::TIME)).find_map(|j| noun_phrase(c, j, before_act(c, j + 1, content)).filter(party))?;
    let to =
        form != WordForm::Noun || c.attached(phrase.tokens.start).is_some() || phrase.tokens.start > 0 && c.function(phrase.tokens.start - 1) == Some("ila");
    to.then(|| match of_phrase(r, &phrase) {
        Actor::Thing => Actor::Party(name_text(c, phrase.tokens)),
        actor => actor,
    })
}

/// How a word of undertaking stands: it tells where its subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordForm {
    /// تعهد، تعتزم
    Finite,
    /// متعهدا
    Participle,
    /// اتفاق، خطة، من المقرر
    Noun,
}

/// The subject before a verb, unless a preposition governs it.
fn stands_before(c: &Classes, verb: usize, sentence: &Range<usize>) -> Option<NounPhrase> {
    let relative = verb > sentence.start && c.is(verb - 1, Class::RELATIVE);
    subject_before(c, verb, sentence).map(|(p, _)| p).filter(|p| relative || free(c, p))
}

/// No preposition governs the phrase.
fn free(c: &Classes, p: &NounPhrase) -> bool {
    let first = p.tokens.start;
    first == 0 || !c.is(first - 1, Class::PREPOSITION) || c.is(first - 1, Class::COMPLEMENTISER.or(Class::SUBORDINATOR))
}

/// A subject in quote marks: أعلنت «أوراس-نت» خطة لـ.
fn quoted_name(r: &Reader, from: usize, limit: usize) -> Option<String> {
    const WORDS: usize = 8;
    let quote = r.quotes.opening(from).filter(|q| q.closed && q.close < limit && q.inner().len() <= WORDS)?;
    let name = name_text(r.c, quote.inner());
    let party = r.names.parties.by_text(&name).and_then(|id| r.names.parties.get(id));
    Some(party.map_or(name, |p| p.name.clone()))
}

/// Who acts in what a document provides: عودة الجيش إلى مواقعه; nobody when the act's subject is no party.
pub(super) fn of_act(r: &Reader, act: usize) -> Actor {
    let act = if r.c.quote_mark(act) { act + 1 } else { act };
    let quantified = r.c.is_quantifier(act + 1);
    const REACH: usize = 12;
    let phrase = noun_phrase(r.c, act + 1, before_act(r.c, act + 2, act + REACH));
    // تشكيل لجنة مشتركة: what is made, not who makes it.
    let known = Class::DEFINITE.or(Class::PLACE).or(Class::PERSON).or(Class::NATIONALITY);
    let phrase = phrase.filter(|p| quantified || p.tokens.clone().any(|j| r.c.is(j, known)));
    phrase.filter(|p| quantified || matches!(p.head, Head::Person | Head::Office | Head::Organisation)).map_or(Actor::Nobody, |p| match of_phrase(r, &p) {
        Actor::Thing => Actor::Party(name_text(r.c, p.tokens.clone())),
        actor => actor,
    })
}

/// Whose document it is that provides what is told behind these tokens: الصادر عن X, أصدر X قرارا يقضي بـ.
pub(super) fn of_issuer(r: &Reader, range: Range<usize>, kind: CommitmentKind) -> Actor {
    let c = r.c;
    // What an agreement provides binds whom its terms name.
    if kind != CommitmentKind::Order {
        return Actor::Nobody;
    }
    let named = |p: &NounPhrase| matches!(p.head, Head::Person | Head::Office | Head::Organisation);
    let from = range.clone().find(|&j| c.function(j) == Some("an"));
    if let Some(phrase) = from.and_then(|j| noun_phrase(c, j + 1, range.end)).filter(named) {
        return of_phrase(r, &phrase);
    }
    // حكم لمحكمة الاستئناف يقضي بـ
    const NEAR: usize = 8;
    let court = |j: usize| c.find(j, Table::OrgHeads).is_some_and(|m| c.lexicon().class(m.sense) == "judicial");
    let court = (range.start.max(range.end.saturating_sub(NEAR))..range.end).find(|&j| court(j)).and_then(|j| noun_phrase(c, j, range.end));
    if let Some(phrase) = court.filter(named) {
        return of_phrase(r, &phrase);
    }
    let verb = range.clone().find(|&j| c.is(j, Class::VERB.or(Class::CUE)) && !noun_like(c, j));
    let issuer = verb.and_then(|v| subject(r, v + 1, range.end)).filter(named);
    issuer.map_or(Actor::Thing, |p| of_phrase(r, &p))
}

/// A verb with no subject of its own: the speaker inside speech, else the party of which its sentence or the one before tells.
fn elided(r: &Reader, verb: usize, feminine: bool, sentence: &Range<usize>) -> Actor {
    if r.statement(verb).is_some() {
        return Actor::Speaker;
    }
    let found = main_subject(r, sentence, verb, feminine).or_else(|| {
        let before = sentence.start.checked_sub(1).map(|last| r.sentence(last)).filter(|s| s.end <= sentence.start)?;
        main_subject(r, &before, before.end, feminine)
    });
    found.map_or(Actor::Thing, |p| match of_phrase(r, &p) {
        Actor::Thing if p.head == Head::Other => Actor::Party(name_text(r.c, p.tokens)),
        actor => actor,
    })
}

/// Of whom a sentence tells before token `limit`: the party that opens it, or the subject of its first verb.
fn main_subject(r: &Reader, sentence: &Range<usize>, limit: usize, feminine: bool) -> Option<NounPhrase> {
    let c = r.c;
    /// How far into the sentence its opening goes.
    const OPENING: usize = 4;
    const REACH: usize = 30;
    const INSIDE: usize = 8;
    let wanted = |p: &NounPhrase| {
        matches!(p.head, Head::Person | Head::Office | Head::Organisation) && (!feminine || p.gender == Gender::Feminine || p.number != Count::Singular)
    };
    let opening = (sentence.start..limit.min(sentence.start + OPENING))
        .filter(|&j| c.function(j).is_none())
        .find_map(|j| noun_phrase(c, j, limit).filter(wanted).filter(|p| c.attached(p.tokens.start).is_none() && free(c, p)));
    opening.or_else(|| {
        let verb = (sentence.start..limit.min(sentence.start + REACH)).find(|&j| c.is(j, Class::VERB.or(Class::CUE)) && !noun_like(c, j))?;
        let end = (verb + 1..limit.min(verb + INSIDE)).find(|&j| !c.is_word(j) || c.is(j, Class::PREPOSITION.or(Class::RELATIVE)));
        // تمت إعادة انتخاب فلان: of whom the subject tells.
        let inside = || (verb + 1..end.unwrap_or(limit.min(verb + INSIDE))).find_map(|j| noun_phrase(c, j, limit).filter(wanted));
        let found = subject(r, verb + 1, limit);
        let plain = |p: &NounPhrase| p.head == Head::Other && c.is(p.tokens.start, Class::DEFINITE) && !super::undertaking::tells_act(c, p.tokens.start);
        found.clone().filter(wanted).or_else(inside).or_else(|| found.filter(plain))
    })
}
