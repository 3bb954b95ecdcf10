//! For whom does a speaker answer? For his own body (المتحدث باسم وزارة النقل), for the state whose office he holds (وزير الخارجية
//! النرويجي), else for himself.

use std::ops::Range;

use super::Reader;
use super::fullest::of_phrase;
use super::promisor::Actor;
use crate::class::Class;
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Sense};
use crate::morph::Match;
use crate::name::phrase::{Head, noun_phrase};
use crate::quote::Statement;
use crate::record::Kind;
use crate::record::PartyKind;
use crate::token::{Punct, fold};

/// How many earlier statements and mentions of a speaker are looked at for his role.
const BACK: usize = 40;
/// How far a role stretches before or behind a name, in tokens.
const ROLE: usize = 10;
/// How many parties and places are looked through; keeps long texts linear.
const MEMORY: usize = 160;

/// The body that the speaker of statement `n` stands for.
pub(super) fn body(r: &Reader, n: usize) -> Option<String> {
    let s = r.statements.get(n)?;
    if s.speaker_kind != Kind::Person && s.speaker_kind != Kind::Unnamed {
        return Some(s.speaker.clone());
    }
    let roles = roles(r, n);
    let found = roles.iter().find_map(|role| organisation(r, role.clone())).or_else(|| roles.iter().find_map(|role| state(r, role.clone())));
    found.or_else(|| Some(s.speaker.clone()))
}

/// The body that the role of the speaker of statement `n` names.
pub(super) fn of_role(r: &Reader, n: usize) -> Option<String> {
    roles(r, n).into_iter().find_map(|role| organisation(r, role).filter(|name| name.contains(' ')))
}

/// بلاده: the country of the speaker of statement `n`.
pub(super) fn country(r: &Reader, n: usize) -> Option<String> {
    roles(r, n).into_iter().find_map(|role| nation(r, role)).map(|sense| country_name(r, sense))
}

/// Whether the speaker of statement `n` tells of another state than his own: its acts are not his to promise.
pub(super) fn foreign(r: &Reader, n: usize, subject: Range<usize>) -> bool {
    let Some(theirs) = state_in(r, subject) else { return false };
    let roles = roles(r, n);
    match roles.iter().find_map(|role| state_in(r, role.clone())) {
        Some(own) => own != theirs,
        // One who holds no office speaks for no state.
        None => {
            let office = |m: &Match| m.sense.table == Table::Titles && matches!(r.c.lexicon().class(m.sense), "office" | "rank" | "royal");
            let person = r.statements.get(n).is_some_and(|s| s.speaker_kind == Kind::Person);
            person && !roles.iter().any(|role| r.c.l.matches.at(role.start).iter().any(office))
        }
    }
}

/// Whether the speaker of statement `n` is one who observes: an expert, a scholar, a writer.
pub(super) fn observer(r: &Reader, n: usize) -> bool {
    /// Rows of titles.tsv for those who speak and act for others.
    const AGENTS: [&str; 9] = ["muhamin", "muhami-def", "muhami-difa", "diblumasi", "mufawid", "rajul-amal", "naqabi", "muwazzaf", "mustathmir"];
    let c = r.c;
    let observes = |m: &Match| {
        m.sense.table == Table::Titles && matches!(c.lexicon().class(m.sense), "academic" | "profession") && !AGENTS.contains(&c.lexicon().id(m.sense))
            || m.sense.table == Table::Sources && matches!(c.lexicon().class(m.sense), "expert" | "eyewitness" | "local")
    };
    // الصياد may be a name.
    let unnamed = r.statements.get(n).is_some_and(|s| s.speaker_kind == Kind::Unnamed);
    let title = |role: &&Range<usize>| (role.len() > 1 || unnamed) && !c.is(role.start, Class::PERSON);
    roles(r, n).iter().filter(title).any(|role| {
        let mut titles = c.l.matches.at(role.start).iter().filter(|m| matches!(m.sense.table, Table::Titles | Table::Sources));
        titles.next().is_some_and(observes)
    })
}

/// The state that these tokens name, or whose nationality they tell.
fn state_in(r: &Reader, tokens: Range<usize>) -> Option<u32> {
    let of = |j: usize| r.c.l.matches.at(j).iter().find(|m| m.sense.table == Table::Countries && m.clitics.prep.is_none()).map(|m| m.sense.row);
    tokens.into_iter().filter(|&j| r.c.is(j, Class::PLACE.or(Class::NATIONALITY))).find_map(of)
}

/// A medium answers for nothing that it reports.
pub(super) fn medium(r: &Reader, s: &Statement) -> bool {
    s.mention.is_some_and(|mention| {
        let outlet =
            |m: &Match| m.sense.table == Table::Outlets || m.sense.table == Table::OrgHeads && matches!(r.c.lexicon().class(m.sense), "outlet" | "media");
        r.c.l.matches.at(r.c.l.tokens.at(mention.start)).iter().any(outlet)
    })
}

/// Where the role of the speaker of statement `n` is told: at his cues, nearest first, then around his name elsewhere.
fn roles(r: &Reader, n: usize) -> Vec<Range<usize>> {
    let c = r.c;
    let Some(s) = r.statements.get(n) else { return Vec::new() };
    let tokens = |span: crate::text::Span| c.l.tokens.at(span.start)..c.l.tokens.at(span.end.saturating_sub(1)) + 1;
    let at_cues = r.statements.iter().take(n + 1).rev().take(BACK).filter(|x| x.speaker == s.speaker).filter_map(|x| x.mention);
    let party = r.names.parties.by_text(&s.speaker).and_then(|id| r.names.parties.get(id));
    let named = party.into_iter().flat_map(|p| p.mentions.iter().copied().take(BACK));
    at_cues.map(tokens).map(|m| behind(r, m)).chain(named.map(tokens).filter_map(|m| before(r, m))).collect()
}

/// A mention with the role that follows it: فلان، المتحدث باسم….
fn behind(r: &Reader, mention: Range<usize>) -> Range<usize> {
    let c = r.c;
    let after = if c.punct(mention.end, Punct::Comma) { mention.end + 1 } else { mention.end };
    if !c.is(after, Class::TITLE) || c.line_start(after) {
        return mention;
    }
    let limit = r.sentence(mention.start).end.min(after + ROLE);
    let end = (after..limit).find(|&j| c.punct(j, Punct::Comma) || c.is(j, Class::COMPLEMENTISER)).unwrap_or(limit);
    mention.start..end.max(mention.end)
}

/// A name with the title before it.
fn before(r: &Reader, name: Range<usize>) -> Option<Range<usize>> {
    let c = r.c;
    let floor = r.sentence(name.start).start.max(name.start.saturating_sub(ROLE));
    let stop = |j: &usize| {
        c.is(*j, Class::COMPLEMENTISER.or(Class::RELATIVE).or(Class::SUBORDINATOR))
            || c.is(*j, Class::CUE) && !crate::quote::subject::noun_like(c, *j)
            || !(c.is_word(*j) || c.punct(*j, Punct::Comma) && *j + 1 == name.start)
    };
    let from = (floor..name.start).rev().find(stop).map_or(floor, |j| j + 1);
    let title = (from..name.start).find(|&j| c.is(j, Class::TITLE))?;
    // What stands before another name, or behind a verb, is another's title.
    let another = c.attached(name.start).is_some()
        || (title + 1..name.start).any(|j| c.is(j, Class::PERSON.or(Class::VERB)) && !c.is(j, Class::ORGANISATION.or(Class::NATIONALITY).or(Class::DEFINITE)));
    (!another).then_some(title..name.end)
}

/// The organisation named inside a role.
fn organisation(r: &Reader, role: Range<usize>) -> Option<String> {
    let c = r.c;
    let end = role.end;
    // مستشار الأمن القومي: a field, no body.
    let field = |j: usize| c.is(j, Class::DEFINITE) && c.l.matches.at(j).iter().any(|m| m.sense.table == Table::OfficeComplements);
    let head = role.clone().find(|&j| c.is(j, Class::ORGANISATION) && !c.is(j, Class::NATIONALITY.or(Class::PERSON)) && !field(j))?;
    let own = |t: Table| matches!(t, Table::OrgHeads | Table::Bodies | Table::Outlets | Table::Groups | Table::Countries);
    let phrase = noun_phrase(c, head, end).filter(|p| p.head == Head::Organisation && p.sense.is_some_and(|s| own(s.table)))?;
    // المتحدث باسم الوزارة: only where the article tells which.
    let bare = phrase.tokens.len() == 1 && c.is(head, Class::DEFINITE);
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
        Actor::Party(name) => Some(name).filter(|n| !bare || n.contains(' ')),
        _ => None,
    }
}

/// The state for which an office is held: its government where the article names it, else the country.
fn state(r: &Reader, role: Range<usize>) -> Option<String> {
    let c = r.c;
    let office = |j: usize| c.find(j, Table::Titles).is_some_and(|m| matches!(c.lexicon().class(m.sense), "office" | "royal"));
    if !role.clone().any(office) {
        return None;
    }
    let sense = nation(r, role)?;
    Some(government(r, sense).unwrap_or_else(|| country_name(r, sense)))
}

/// The nationality told in a role.
fn nation(r: &Reader, role: Range<usize>) -> Option<Sense> {
    let state = |j: usize| {
        let whole = |m: &&Match| m.sense.table == Table::Countries && m.sense.form != Form::Capital && m.clitics.prep.is_none();
        r.c.is(j, Class::PLACE).then(|| r.c.l.matches.at(j).iter().find(whole).map(|m| m.sense)).flatten()
    };
    role.clone().find_map(|j| nationality(r, j)).or_else(|| role.into_iter().find_map(state))
}

fn nationality(r: &Reader, j: usize) -> Option<Sense> {
    if !r.c.is(j, Class::NATIONALITY) {
        return None;
    }
    r.c.l.matches.at(j).iter().find(|m| m.sense.table == Table::Countries && matches!(m.sense.form, Form::Nationality(..))).map(|m| m.sense)
}

/// الحكومة النرويجية, where the article speaks of it.
fn government(r: &Reader, nation: Sense) -> Option<String> {
    let c = r.c;
    let of_nation = |mention: &crate::text::Span| {
        let at = c.l.tokens.at(mention.start);
        c.find(at, Table::OrgHeads).is_some_and(|m| c.lexicon().id(m.sense) == "hukuma") && nationality(r, at + 1).is_some_and(|s| s.row == nation.row)
    };
    r.names.parties.list.iter().take(MEMORY).find(|p| p.mentions.first().is_some_and(of_nation)).map(|p| p.name.clone())
}

/// A country as the article calls it, else by its first name in the lexicon.
pub(super) fn country_name(r: &Reader, nation: Sense) -> String {
    let cell = |column| r.c.lexicon().cell(nation, column).split('|').map(str::trim).filter(|n| !n.is_empty());
    let names = || cell("ar").chain(cell("variants"));
    let told = |name: &str| {
        let key = fold(name);
        r.names.named.iter().filter(|n| n.kind == PartyKind::Place).take(MEMORY).find(|n| fold(&n.name) == key).map(|n| n.name.clone())
    };
    names().find_map(told).or_else(|| names().next().map(str::to_owned)).unwrap_or_default()
}
