//! The party that is to act.

use std::ops::Range;

use super::Reader;
use super::clause::{self, Before};
use super::future::{FutureVerb, Person};
use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{Count, Gender, VerbKind};
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::party::{Party, name_text};
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
use crate::quote::Statement;
use crate::quote::subject::{noun_like, subject_after, subject_before};
use crate::record::Kind;
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
    // سيتم، سيجري، لن يكون: the grammatical subject is what is done.
    if verb.impersonal(r.c) {
        return if matches!(before, Before::Pronoun) { Actor::Speaker } else { Actor::Thing };
    }
    match verb.person {
        Person::I => return Actor::Speaker,
        Person::We => return Actor::Speakers,
        Person::Other => {}
    }
    let phrase = match before {
        Before::Pronoun => return pronoun(r, verb),
        Before::Subject(start) => noun_phrase(r.c, *start, verb.first),
        Before::Nothing | Before::Attribute => {
            if let Some(actor) = several(r, verb) {
                return actor;
            }
            subject(r, verb.token + 1, content.end)
        }
    };
    phrase.map_or(Actor::Thing, |p| of_phrase(r, &p))
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
        return Some(Actor::Party(name_text(c, phrase.tokens)));
    }
    const NEAR: usize = 5;
    let nation =
        (from..limit.min(from + NEAR)).find_map(|j| c.l.matches.at(j).iter().find(|m| matches!(m.sense.form, crate::lexicon::Form::Nationality(..))))?;
    let party = r.names.parties.by_row(nation.sense).and_then(|id| r.names.parties.get(id));
    Some(Actor::Party(party.map_or_else(|| c.lexicon().cell(nation.sense, "ar").to_owned(), |p| p.name.clone())))
}

/// وسيواصلون: a plural verb goes on from the subject that its statement opens with.
fn several(r: &Reader, verb: &FutureVerb) -> Option<Actor> {
    let c = r.c;
    let key = c.key(verb.token);
    let plural = ["\u{0648}\u{0646}", "\u{0648}\u{0627}", "\u{0627}\u{0646}"].iter().any(|end| key.ends_with(end));
    let first = c.l.tokens.at(r.statement(verb.token)?.content.first()?.start);
    let from = if c.is(first, Class::COMPLEMENTISER) { first + 1 } else { first };
    let phrase = noun_phrase(c, from, verb.first).filter(|_| plural)?;
    Some(Actor::Party(name_text(c, phrase.tokens)))
}

/// أنه سيفعل: the speaker; a feminine verb behind a man's words tells of his body (الوزير: إنها ستفعل).
fn pronoun(r: &Reader, verb: &FutureVerb) -> Actor {
    let Some(s) = r.statement(verb.token) else { return Actor::Speaker };
    let man = s.speaker_kind == Kind::Person
        && r.names.parties.by_text(&s.speaker).and_then(|id| r.names.parties.get(id)).is_some_and(|p| p.gender == Gender::Masculine);
    if man && verb.feminine { Actor::Thing } else { Actor::Speaker }
}

/// The subject behind a verb; the act's own words are no part of it: ستقوم القوات … بحماية, أعلنت الشركة التزامها.
fn subject(r: &Reader, from: usize, limit: usize) -> Option<NounPhrase> {
    let c = r.c;
    let act = |j: usize| {
        c.is(j, Class::MASDAR)
            && (c.attached(j).is_some()
                || c.l.matches.at(j).iter().any(|m| m.clitics.pronoun.is_some() && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Masdar)))
    };
    let limit = (from + 1..limit).find(|&j| act(j)).unwrap_or(limit);
    // A preposition alone before a quotation is no subject.
    subject_after(c, from, limit).filter(|p| p.tokens.len() > 1 || c.key(p.tokens.start).chars().count() > 1)
}

/// The party that a phrase names.
pub(super) fn of_phrase(r: &Reader, phrase: &NounPhrase) -> Actor {
    let c = r.c;
    let parties = &r.names.parties;
    // A mention that begins here and runs on took the act's words for the name's.
    let overlong = |p: &Party, end: u32| p.mentions.iter().any(|m| m.start == phrase.span.start && m.end > end);
    let within = |id: Option<_>, end: u32| id.and_then(|id| parties.get(id)).filter(|p| !overlong(p, end)).map(|p| p.name.clone());
    let named = |id: Option<_>| within(id, phrase.span.end);
    let own = |range: Range<usize>| name_text(c, range);
    match phrase.head {
        Head::Person => Actor::Party(named(parties.by_name(c, phrase.name.clone(), Head::Person)).unwrap_or_else(|| own(phrase.name.clone()))),
        Head::Office => {
            let found = if phrase.number != Count::Singular { None } else { named(parties.by_office(c, phrase)) };
            Actor::Party(found.unwrap_or_else(|| own(phrase.tokens.clone())))
        }
        Head::Organisation => {
            // القوات العاملة في القواعد: what tells where is no part of a name that no table holds.
            let listed = phrase.sense.is_some_and(|s| matches!(s.table, Table::Bodies | Table::Outlets));
            let end = phrase.name.clone().skip(1).find(|&j| !listed && c.is(j, Class::PREPOSITION)).unwrap_or(phrase.name.end);
            let name = own(phrase.name.start..end);
            let found = within(
                parties.by_name(c, phrase.name.start..end, Head::Organisation).or_else(|| parties.by_short_form(c, phrase)),
                c.l.tokens.cover(phrase.name.start, end).end,
            );
            // A name very much longer is another party's, or a clause.
            const MORE: usize = 4;
            let words = |n: &str| n.split(' ').count();
            Actor::Party(found.filter(|f| f.chars().count() >= name.chars().count() && words(f) <= words(&name) + MORE).unwrap_or(name))
        }
        Head::Source => Actor::Party(own(phrase.tokens.clone())),
        Head::Document => Actor::Thing,
        Head::Other => {
            let first = phrase.tokens.start;
            if (c.is(first, Class::PLACE) || governs(c, first)) && c.attached(first).is_none() {
                return Actor::Party(own(phrase.name.clone()));
            }
            if let Some(person) = named(parties.by_name(c, phrase.name.clone(), Head::Person)) {
                return Actor::Party(person);
            }
            // A sound masculine plural is people.
            let key = c.key(first);
            let people = c.is(first, Class::DEFINITE)
                && (key.ends_with("\u{0648}\u{0646}") || key.ends_with("\u{064A}\u{0646}"))
                && !super::undertaking::tells_act(c, first);
            // So is an active participle: المتعهد، المقاول.
            let doer = c.is(first, Class::DEFINITE)
                && c.l.matches.at(first).iter().any(|m| m.clitics.article && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Participle));
            if people || doer { Actor::Party(own(phrase.tokens.clone())) } else { Actor::Thing }
        }
    }
}

/// المملكة، المحافظة: a place that acts through its rulers.
fn governs(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 8] = ["mamlaka", "jumhuriyya", "dawla", "imara", "wilaya", "muhafaza", "iqlim", "madina"];
    c.find(i, Table::PlaceHeads).is_some_and(|m| ROWS.contains(&c.lexicon().rows(Table::PlaceHeads).id(m.sense.row as usize)))
}

/// A medium answers for nothing that it reports.
fn medium(r: &Reader, s: &Statement) -> bool {
    s.mention.is_some_and(|mention| {
        let outlet =
            |m: &Match| m.sense.table == Table::Outlets || m.sense.table == Table::OrgHeads && matches!(r.c.lexicon().class(m.sense), "outlet" | "media");
        r.c.l.matches.at(r.c.l.tokens.at(mention.start)).iter().any(outlet)
    })
}

/// The name of who acts, seen from token `at`.
pub(super) fn name(r: &Reader, actor: Actor, at: usize) -> Option<String> {
    let said = r.statement(at);
    match actor {
        Actor::Party(name) => Some(name),
        Actor::Nobody => None,
        Actor::Speaker => said.map(|s| s.speaker.clone()),
        Actor::Thing if said.is_some_and(|s| medium(r, s)) => None,
        Actor::Speakers | Actor::Thing => match r.statement_index(at) {
            Some(n) => body(r, n),
            // A heading's quotation is the article's first speaker's.
            None if matches!(actor, Actor::Speakers) => body(r, 0),
            None => None,
        },
    }
}

/// The body that a speaker stands for: his own phrase tells it (المتحدث باسم وزارة النقل فلان), else the speaker himself.
fn body(r: &Reader, n: usize) -> Option<String> {
    const BACK: usize = 40;
    let s = r.statements.get(n)?;
    if s.speaker_kind != Kind::Person && s.speaker_kind != Kind::Unnamed {
        return Some(s.speaker.clone());
    }
    let mentions = r.statements.iter().take(n + 1).rev().take(BACK).filter(|x| x.speaker == s.speaker).filter_map(|x| x.mention);
    mentions.into_iter().find_map(|mention| organisation(r, mention)).or_else(|| Some(s.speaker.clone()))
}

/// The organisation named inside a speaker's phrase.
fn organisation(r: &Reader, mention: crate::text::Span) -> Option<String> {
    let c = r.c;
    let (first, mut end) = (c.l.tokens.at(mention.start), c.l.tokens.at(mention.end.saturating_sub(1)) + 1);
    // فلان المتحدث باسم الوزارة، فلان، المتحدث…: the role may follow the name.
    const ROLE: usize = 10;
    let after = if c.punct(end, Punct::Comma) { end + 1 } else { end };
    if c.is(after, Class::TITLE) && !c.line_start(after) {
        end = (after..r.sentence(first).end.min(after + ROLE))
            .find(|&j| c.punct(j, Punct::Comma) || c.is(j, Class::COMPLEMENTISER))
            .unwrap_or(after + ROLE)
            .min(c.l.tokens.len());
    }
    let head = (first..end).find(|&j| c.is(j, Class::ORGANISATION) && !c.is(j, Class::NATIONALITY.or(Class::PERSON)))?;
    let own = |t: Table| matches!(t, Table::OrgHeads | Table::Bodies | Table::Outlets | Table::Groups | Table::Countries);
    let phrase = noun_phrase(c, head, end)
        .filter(|p| p.head == Head::Organisation && (p.tokens.len() > 1 || !c.is(head, Class::DEFINITE)) && p.sense.is_some_and(|s| own(s.table)))?;
    // قوة المهام المشتركة: another name of a body that the article calls by its own.
    let row = phrase.sense.filter(|s| s.table == Table::Bodies).and_then(|s| r.names.parties.by_row(s)).and_then(|id| r.names.parties.get(id));
    if let Some(party) = row {
        return Some(party.name.clone());
    }
    // قوة المهام للتحالف الدولي: whose force it is binds itself by it.
    let owner = (phrase.tokens.start + 1..(phrase.tokens.end + 1).min(end))
        .find(|&j| c.l.matches.at(j).iter().any(|m| m.clitics.prep == Some(crate::morph::Prep::Li) && matches!(m.sense.table, Table::Bodies | Table::Groups)));
    let owner = owner.filter(|_| phrase.sense.is_some_and(|s| s.table == Table::OrgHeads && c.lexicon().class(s) == "military"));
    let phrase = owner.and_then(|j| noun_phrase(c, j, end)).unwrap_or(phrase);
    match of_phrase(r, &phrase) {
        Actor::Party(name) => Some(name),
        _ => None,
    }
}

/// Who acts under a word of undertaking at `word`: the subject behind it, before it, or that of the verb before it.
pub(super) fn of_word(r: &Reader, word: Range<usize>, content: usize, verb: bool) -> Actor {
    let c = r.c;
    let sentence = r.sentence(word.start);
    // Who undertakes, decides or agrees is a party, whatever it is called.
    let party = |phrase: NounPhrase| match of_phrase(r, &phrase) {
        Actor::Thing if phrase.head != Head::Document => Actor::Party(name_text(c, phrase.tokens.clone())),
        actor => actor,
    };
    let here = subject(r, word.end, content).filter(|p| p.tokens.end <= content);
    if let Some(phrase) = here.filter(|p| verb || p.head != Head::Other || p.tokens.start == word.end && c.l.tokens.kind(word.end) == Some(TokenKind::Digits)) {
        return party(phrase);
    }
    if verb {
        if let Some((phrase, _)) = subject_before(c, word.start, &sentence) {
            return party(phrase);
        }
        return match clause::before(r, word.start, &sentence) {
            Before::Subject(start) => noun_phrase(c, start, word.start).map_or(Actor::Thing, party),
            Before::Pronoun => Actor::Speaker,
            Before::Nothing | Before::Attribute => elided(r, word.start, &sentence),
        };
    }
    // The subject of the verb that the noun hangs on: توصلت الأطراف … إلى اتفاق على.
    const BACK: usize = 30;
    let floor = sentence.start.max(word.start.saturating_sub(BACK));
    let verbs = (floor..word.start).rev().filter(|&j| c.is(j, Class::VERB.or(Class::CUE)) && !noun_like(c, j));
    for v in verbs {
        if v > 0 && c.is(v - 1, Class::RELATIVE) {
            continue;
        }
        if v > 0 && clause::has_pronoun(c, v - 1) && c.is(v - 1, Class::COMPLEMENTISER) {
            return Actor::Speaker;
        }
        let found = subject(r, v + 1, word.start).or_else(|| subject_before(c, v, &sentence).map(|(p, _)| p));
        return match found {
            Some(phrase) => of_phrase(r, &phrase),
            None => elided(r, v, &sentence),
        };
    }
    // A headline without a verb: the name that opens it.
    let opening = noun_phrase(c, sentence.start, word.start).filter(|p| matches!(p.head, Head::Person | Head::Office | Head::Organisation));
    opening.map_or(Actor::Thing, |p| of_phrase(r, &p))
}

/// Who acts in what a document provides: عودة الجيش إلى مواقعه; nobody when the act's subject is no party.
pub(super) fn of_act(r: &Reader, act: usize) -> Actor {
    let act = if r.c.quote_mark(act) { act + 1 } else { act };
    let quantified = r.c.find(act + 1, Table::FunctionWords).is_some_and(|m| r.c.lexicon().class(m.sense) == "quant");
    let phrase = noun_phrase(r.c, act + 1, act + 12);
    phrase.filter(|p| quantified || matches!(p.head, Head::Person | Head::Office | Head::Organisation)).map_or(Actor::Nobody, |p| match of_phrase(r, &p) {
        Actor::Thing => Actor::Party(name_text(r.c, p.tokens.clone())),
        actor => actor,
    })
}

/// A verb with no subject of its own: the speaker inside speech, else the party that opens the sentence.
fn elided(r: &Reader, verb: usize, sentence: &Range<usize>) -> Actor {
    if r.statement(verb).is_some() {
        return Actor::Speaker;
    }
    let named = |p: &NounPhrase| matches!(p.head, Head::Person | Head::Office | Head::Organisation);
    let opening =
        (sentence.start..verb.min(sentence.start + 4)).find_map(|j| noun_phrase(r.c, j, verb).filter(named).filter(|p| r.c.attached(p.tokens.start).is_none()));
    opening.map_or(Actor::Thing, |p| of_phrase(r, &p))
}
