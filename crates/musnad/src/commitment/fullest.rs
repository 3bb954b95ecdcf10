//! The fullest name that the article gives a party: الوزير → his name, الشركة → the company's, الزعيمان → the two of them.

use std::ops::Range;

use super::Reader;
use super::body::{self, country_name};
use super::promisor::Actor;
use crate::class::{Class, Classes};
use crate::fold::{fold, fold_into};
use crate::lexicon::Form;
use crate::lexicon::conjugate::{Count, VerbKind};
use crate::lexicon::table::Table;
use crate::name::party::{Party, bare, name_text};
use crate::name::phrase::{Head, NounPhrase, noun_phrase};

/// How many parties are looked through; keeps long texts linear.
const MEMORY: usize = 160;

/// The party that a phrase names; البنك, said by who leads الشركة التونسية للبنك, is his own.
pub(super) fn of_phrase(r: &Reader, phrase: &NounPhrase) -> Actor {
    let alone = phrase.head == Head::Organisation && alone(r.c, phrase.name.start, phrase.name.end);
    let said = if alone { r.statement_index(phrase.name.start) } else { None };
    let own = said.and_then(|n| body::of_role(r, n)).filter(|own| holds(own, bare(&fold(&name_text(r.c, phrase.name.clone())))));
    own.map_or_else(|| as_named(r, phrase), Actor::Party)
}

/// A noun with the article and nothing behind it.
fn alone(c: &Classes, first: usize, end: usize) -> bool {
    first + 1 == end && c.is(first, Class::DEFINITE)
}

/// The party that a phrase names, whoever says it.
pub(super) fn as_named(r: &Reader, phrase: &NounPhrase) -> Actor {
    let c = r.c;
    let parties = &r.names.parties;
    let named = |id: Option<_>| id.and_then(|id| parties.get(id)).filter(|p| !overlong(p, phrase.span.start, phrase.span.end)).map(|p| p.name.clone());
    let own = |range: Range<usize>| name_text(c, range);
    match phrase.head {
        Head::Person => {
            let name = phrase.name.clone();
            // A predicate behind the name is no part of it: فلان رئيسا.
            let shorter =
                || (name.len() > 1 && c.key(name.end - 1).ends_with('\u{0627}')).then(|| parties.by_name(c, name.start..name.end - 1, Head::Person)).flatten();
            let found = named(parties.by_name(c, name.clone(), Head::Person)).or_else(|| named(shorter()));
            Actor::Party(found.unwrap_or_else(|| own(name.clone())))
        }
        Head::Office if phrase.number == Count::Dual => Actor::Party(pair(r, phrase.tokens.start).unwrap_or_else(|| own(phrase.tokens.clone()))),
        Head::Office => {
            let found = if phrase.number != Count::Singular { None } else { named(parties.by_office(c, phrase)) };
            Actor::Party(found.unwrap_or_else(|| own(phrase.tokens.clone())))
        }
        // المشروع الجديد: a plan, unless its name is told.
        Head::Organisation if plan(c, phrase.name.start) => Actor::Thing,
        Head::Organisation => Actor::Party(organisation(r, phrase)),
        Head::Source => Actor::Party(own(phrase.tokens.clone())),
        Head::Document => Actor::Thing,
        Head::Other => {
            let first = phrase.tokens.start;
            if c.is(first, Class::DEMONSTRATIVE) {
                return noun_phrase(c, first + 1, phrase.tokens.end).map_or(Actor::Thing, |p| of_phrase(r, &p));
            }
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
            let noun =
                c.l.matches.at(first).iter().any(|m| matches!(m.sense.table, Table::Commitments | Table::SpeechNouns) && Classes::verb_form(m).is_none());
            let doer = c.is(first, Class::DEFINITE)
                && !noun
                && c.l.matches.at(first).iter().any(|m| m.clitics.article && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Participle));
            if people || doer { Actor::Party(own(phrase.tokens.clone())) } else { Actor::Thing }
        }
    }
}

/// A definite noun of planning: المشروع، الخطة.
fn plan(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Commitments && m.clitics.article && Classes::verb_form(m).is_none())
}

/// The name of an organisation: its own, or that of the party for which it is a short form.
fn organisation(r: &Reader, phrase: &NounPhrase) -> String {
    let c = r.c;
    let parties = &r.names.parties;
    let first = phrase.name.start;
    // القوات العاملة في القواعد: what tells where is no part of a name that no table holds.
    let listed = phrase.sense.is_some_and(|s| matches!(s.table, Table::Bodies | Table::Outlets));
    let end = phrase.name.clone().skip(1).find(|&j| !listed && c.is(j, Class::PREPOSITION)).unwrap_or(phrase.name.end);
    let name = name_text(c, first..end);
    // A state by the name that the article gives it elsewhere: أميركا → الولايات المتحدة. A capital that speaks keeps its own.
    if let Some(sense) = phrase.sense.filter(|s| s.table == Table::Countries) {
        return if sense.form == Form::Capital || end > first + 2 { name } else { country_name(r, sense) };
    }
    let span = c.l.tokens.cover(first, end);
    let bare_noun = alone(c, first, end);
    let fuller = |id: Option<_>| {
        let party: &Party = parties.get(id?)?;
        // القوات من المدينة: what tells whence is no part of a name.
        let prepositional = |m: &crate::text::Span| {
            let at = c.l.tokens.at(m.start);
            (at..at + end - first + 1).any(|j| c.is(j, Class::PREPOSITION))
        };
        if party.mentions.iter().take(MEMORY).all(prepositional) {
            return None;
        }
        (party.name != name && !overlong(party, span.start, span.end) && longer_form(&party.name, &name)).then(|| party.name.clone())
    };
    match fuller(parties.by_name(c, first..end, Head::Organisation)).or_else(|| fuller(parties.by_short_form(c, phrase))) {
        Some(found) => found,
        _ if bare_noun => containing(r, &name).unwrap_or(name),
        _ => name,
    }
}

/// Whether one name is a longer form of another: it has all its words, the first first, and not many more.
fn longer_form(long: &str, short: &str) -> bool {
    // A name very much longer is another party's, or a clause.
    const MORE: usize = 4;
    let words = |name: &str| -> Vec<String> { name.split(' ').map(|w| bare(&fold(w)).to_owned()).collect() };
    let (long, short) = (words(long), words(short));
    let nationality_apart = short.iter().filter(|w| long.contains(w)).count() + 1 >= short.len();
    long.first() == short.first() && nationality_apart && long.len() >= short.len() && long.len() <= short.len() + MORE
}

/// البنك → الشركة التونسية للبنك: the body whose name holds the word.
fn containing(r: &Reader, word: &str) -> Option<String> {
    let key = fold(word);
    // One that begins with the word is a longer form, judged before.
    let behind = |name: &str| name.split_once(' ').is_some_and(|(_, rest)| holds(rest, bare(&key)));
    let named = |p: &&Party| p.head == Head::Organisation && behind(&p.name);
    r.names.parties.list.iter().take(MEMORY).filter(named).max_by_key(|p| p.mentions.len()).map(|p| p.name.clone())
}

/// Whether a name has a noun, folded and without its article, among its words, their article and لـ taken off.
fn holds(name: &str, noun: &str) -> bool {
    let mut key = String::new();
    name.split(' ').any(|word| {
        key.clear();
        word.chars().for_each(|c| fold_into(c, &mut key));
        key.strip_prefix("\u{0644}\u{0644}").unwrap_or_else(|| bare(&key)) == noun
    })
}

/// A mention that begins here and runs on took the act's words for the name's.
fn overlong(p: &Party, start: u32, end: u32) -> bool {
    p.mentions.iter().any(|m| m.start == start && m.end > end)
}

/// الزعيمان، سيلتقيان: the two persons of whom the article speaks most before token `at`, in the order in which it named them.
pub(super) fn pair(r: &Reader, at: usize) -> Option<String> {
    let before = r.c.l.tokens.span(at).start;
    let told = |p: &Party| p.mentions.partition_point(|m| m.start < before);
    let mut persons: Vec<(usize, &Party)> =
        r.names.parties.list.iter().enumerate().take(MEMORY).filter(|(_, p)| p.head == Head::Person && told(p) > 0).collect();
    persons.sort_by_key(|&(n, p)| (std::cmp::Reverse(told(p)), n));
    persons.truncate(2);
    persons.sort_by_key(|&(n, _)| n);
    match persons.as_slice() {
        [(_, a), (_, b)] => Some(format!("{} {}{}", a.name, super::AND, b.name)),
        _ => None,
    }
}

/// المملكة، المحافظة: a place that acts through its rulers.
fn governs(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 8] = ["mamlaka", "jumhuriyya", "dawla", "imara", "wilaya", "muhafaza", "iqlim", "madina"];
    c.find(i, Table::PlaceHeads).is_some_and(|m| ROWS.contains(&c.lexicon().rows(Table::PlaceHeads).id(m.sense.row as usize)))
}
