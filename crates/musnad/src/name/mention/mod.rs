//! Proper names in running text: which words name a person, an organisation or a place, and where the name begins and ends.
//!
//! One pass from left to right. A name is found by the tables, by the noun before it (مدينة، شركة، الوزير) or, for a surname, because the
//! article told the full name; it is as long as its own words, without titles, and without nouns that merely describe (مدينة حلب → حلب).

pub(crate) mod chain;
pub mod group;
mod known;
mod organisation;
mod person;
mod place;

use std::ops::Range;

use crate::Layers;
use crate::class::{Class, Classes};
use crate::lexicon::Sense;
use crate::lexicon::table::Table;
use crate::morph::{Match, Tables};
use crate::record::PartyKind;
use crate::text::Span;
use crate::token::{Punct, TokenKind, skip_letters};

/// A proper name in the text.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: PartyKind,
    /// The rule that found it.
    pub rule: &'static str,
    /// The row that it rests on.
    pub sense: Option<Sense>,
    /// Letters of its first word that are attached to it and no part of it.
    pub letters: u8,
}

impl Mention {
    /// The name, with what is attached before it left out.
    pub fn span(&self, l: &Layers) -> Span {
        let cover = l.tokens.cover(self.tokens.start, self.tokens.end);
        Span::new(skip_letters(l.text, l.tokens.span(self.tokens.start), self.letters as usize), cover.end)
    }
}

/// Rows of bodies.tsv that are the seats of a power, and places where one meets.
const SEATS: [&str; 3] = ["white-house", "kremlin", "elysee"];

/// A name that rests on a match; what is attached to the match's first word is no part of the name.
fn mention(tokens: Range<usize>, kind: PartyKind, rule: &'static str, m: &Match) -> Mention {
    let letters = if m.first() == tokens.start { m.clitics.letters } else { 0 };
    Mention { tokens, kind, rule, sense: Some(m.sense), letters }
}

/// What the words before a token lead to.
#[derive(Clone, Copy, Default)]
struct Lead<'a> {
    /// A title whose holder has not been named yet, with nothing but its complement since.
    title: Option<&'a Match>,
    /// A noun that names stand behind (شركة، مدينة) and that ends right before the token.
    head: Option<&'a Match>,
}

/// The names of a text, in order.
pub fn mentions(c: &Classes) -> Vec<Mention> {
    let mut list: Vec<Mention> = Vec::new();
    let mut lead = Lead::default();
    let mut i = 0;
    while i < c.l.tokens.len() {
        if c.line_start(i) {
            lead = Lead::default();
        }
        let found = at(c, i, lead, list.last());
        let end = found.as_ref().map_or(i + 1, |m| m.tokens.end.max(i + 1));
        match found {
            Some(found) => {
                if found.kind == PartyKind::Person {
                    lead.title = None;
                }
                lead.head = None;
                list.push(found);
            }
            None => lead = lead.past(c, i),
        }
        i = end;
    }
    known::again(c, &mut list);
    list
}

/// The tables of which a name begins with a row.
const NAMING: Tables = BODIES.with(PLACES).with(PERSONS).with(HEADS);
const BODIES: Tables = Tables::of(&[Table::Bodies, Table::Outlets, Table::Groups, Table::NameContexts]);
const PLACES: Tables = Tables::of(&[Table::Countries, Table::Cities, Table::Regions]);
const PERSONS: Tables = Tables::of(&[Table::GivenNames, Table::FamilyNames]);
const HEADS: Tables = Tables::of(&[Table::OrgHeads, Table::PlaceHeads]);

/// The name that begins at a token.
fn at(c: &Classes, i: usize, lead: Lead, previous: Option<&Mention>) -> Option<Mention> {
    match c.l.tokens.kind(i) {
        Some(TokenKind::Word | TokenKind::Latin) => {}
        Some(TokenKind::Punct(Punct::ParenOpen)) => return spelled_out(c, i, previous).or_else(|| organisation::initials(c, i)),
        Some(TokenKind::Punct(Punct::Quote(_))) => return organisation::quoted(c, i, lead.head),
        _ => return None,
    }
    let class = c.at(i);
    let all = c.l.matches.at(i);
    if class.any(Class::TIME) && !class.any(Class::PERSON) {
        return None;
    }
    if let Some(head) = lead.head
        && let Some(found) = organisation::behind(c, i, head).or_else(|| place::behind(c, i, head))
    {
        return Some(found);
    }
    if all.is_empty() {
        return person::unlisted(c, i, lead.title);
    }
    // Most words are in no table of names and wait for no holder of a title.
    if lead.title.is_none() && !c.l.matches.any(i, NAMING) {
        return None;
    }
    let organisation = organisation::listed(c, i, previous);
    let place = place::listed(c, i, previous);
    // البيت الأبيض, the house, unless it acts.
    let seat = organisation.as_ref().is_some_and(|m| m.sense.is_some_and(|s| SEATS.contains(&c.lexicon().id(s))))
        && !(i > 0 && c.is(i - 1, Class::CUE.or(Class::VERB)));
    if seat {
        return organisation.map(|m| Mention { kind: PartyKind::Place, ..m });
    }
    let longer = |a: &Option<Mention>, b: &Option<Mention>| a.as_ref().map_or(0, |m| m.tokens.end) > b.as_ref().map_or(0, |m| m.tokens.end);
    if organisation.as_ref().is_some_and(|m| m.tokens.len() > 1) && (longer(&organisation, &place) || place.is_none()) {
        return organisation;
    }
    let marked = i > 0 && c.quote_mark(i - 1) && organisation.as_ref().is_some_and(|m| c.quote_mark(m.tokens.end));
    if place.as_ref().is_some_and(|m| m.tokens.len() > 1) && !marked {
        return place;
    }
    // الشرق الأوسط, the paper, only behind its noun; in running text the place.
    // المتحدث باسم: a word of the title itself is no name.
    let inside = lead.title.is_some_and(|t| t.end() > i);
    let person = if inside { None } else { person::listed(c, i, lead.title) };
    let titled = lead.title.is_some_and(|t| t.end() == i) || i > 0 && c.is(i - 1, Class::CUE);
    // فيرجسون, a town and a man: a place where one is or goes.
    let there = i > 0 && (c.is(i - 1, Class::PREPOSITION) || has_clitic(c, i) || lead.head.is_some());
    if person.as_ref().is_some_and(|m| m.tokens.len() > 1 || titled || place.is_some() && !there) {
        return person;
    }
    // «الشرق الأوسط»: in marks, the paper.
    if marked {
        return organisation;
    }
    // برشلونة, the club, in a report of matches.
    let club = organisation.as_ref().filter(|m| m.sense.is_some_and(|s| c.lexicon().class(s) == "sport"));
    // … and the town, where one goes or is.
    let there = i > 0 && c.function(i - 1).is_some_and(|f| matches!(f, "ila" | "fi"));
    if place.is_some() && club.is_some() && !there && place::contest(c, i) {
        return organisation;
    }
    place.or(organisation).or_else(|| organisation::headed(c, i)).or_else(|| place::headed(c, i)).or(person).or_else(|| {
        // A common word by the tables can still be a name behind a title.
        lead.title.and_then(|t| person::behind_title(c, i, t))
    })
}

/// ألبرت أينشتاين (Albert Einstein): the name again, in its own script.
fn spelled_out(c: &Classes, open: usize, previous: Option<&Mention>) -> Option<Mention> {
    /// How many words it may have.
    const WORDS: usize = 8;
    let previous = previous.filter(|p| p.tokens.end == open || p.tokens.end + 1 == open && c.quote_mark(open - 1))?;
    let end = (open + 1..open + 1 + WORDS).find(|&j| c.l.tokens.kind(j) != Some(TokenKind::Latin))?;
    (end > open + 1 && c.punct(end, Punct::ParenClose)).then(|| Mention {
        tokens: open + 1..end,
        kind: previous.kind,
        rule: "name/spelled-out",
        sense: None,
        letters: 0,
    })
}

impl<'a> Lead<'a> {
    /// What a token that belongs to no name leaves of it.
    fn past(self, c: &Classes<'a>, i: usize) -> Lead<'a> {
        let all = c.l.matches.at(i);
        // زوجته فلانة: of titles, a tie to another is told with a pronoun.
        let tied = |m: &Match| m.clitics.pronoun.is_none() || m.sense.table == Table::Titles && c.lexicon().class(m.sense) == "relation";
        let of = |tables: &[Table]| {
            let known = c.l.matches.any(i, Tables::of(tables));
            if known { all.iter().find(|m| tables.contains(&m.sense.table) && !m.clitics.future && tied(m)) } else { None }
        };
        let head = match self.head {
            Some(head) if head.end() > i + 1 => Some(head),
            _ => of(&[Table::OrgHeads, Table::PlaceHeads]),
        };
        let title = of(&[Table::Titles]).or_else(|| self.title.filter(|t| t.end() > i + 1 || self.keeps_title(c, i)));
        Lead { title, head }
    }

    /// Whether a title still waits for its holder behind this word: it belongs to the complement or describes the title.
    fn keeps_title(self, c: &Classes, i: usize) -> bool {
        let class = c.at(i);
        /// How long a complement may be.
        const COMPLEMENT: usize = 9;
        if self.title.is_none_or(|t| i > t.end() + COMPLEMENT) || class.any(Class::COMPLEMENTISER.or(Class::RELATIVE).or(Class::TIME).or(Class::NEGATION)) {
            return false;
        }
        if !c.is_word(i) {
            return c.quote_mark(i) || c.punct(i, Punct::Comma);
        }
        let verb = class.any(Class::CUE.or(Class::VERB)) && !class.any(Class::DEFINITE.or(Class::MASDAR).or(Class::ORGANISATION).or(Class::NATIONALITY));
        !verb && !class.any(Class::SUBORDINATOR.or(Class::PARTICLE))
    }
}

/// A match with neither pronoun nor future: what a name can be.
fn plain(m: &Match) -> bool {
    m.clitics.pronoun.is_none() && !m.clitics.future
}

/// Whether a word can be no part of a name, whatever stands around it.
fn closed_class(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    class.any(
        Class::COMPLEMENTISER
            .or(Class::RELATIVE)
            .or(Class::PREPOSITION)
            .or(Class::SUBORDINATOR)
            .or(Class::NEGATION)
            .or(Class::PARTICLE)
            .or(Class::DEMONSTRATIVE)
            .or(Class::TIME)
            .or(Class::ATTRIBUTION),
    )
}

/// Whether the tables know a word as something else than a name.
fn common_word(c: &Classes, i: usize) -> bool {
    let name = |m: &Match| {
        let listed = matches!(m.sense.table, Table::GivenNames | Table::FamilyNames | Table::Bodies | Table::Outlets | Table::Groups);
        listed || place::is_place(m)
    };
    closed_class(c, i) || c.l.matches.at(i).iter().any(|m| m.clitics.prep.is_none() && !name(m))
}

/// A base of three letters behind an attached preposition: بلير is no ب and لير.
fn too_short(c: &Classes, m: &Match) -> bool {
    let base = c.key(m.first()).chars().count().saturating_sub(m.clitics.letters as usize);
    let country = m.sense.table == Table::Countries;
    m.clitics.prep.is_some()
        && m.end() - m.first() == 1
        && base <= 3
        && !country
        && c.l.matches.at(m.first()).iter().all(|o| o.clitics.letters == m.clitics.letters)
}

/// An adjective by the tables: of a nationality or of a source.
fn adjective(c: &Classes, i: usize) -> bool {
    c.is(i, Class::NATIONALITY) || c.l.matches.has(i, Table::SourceAdjectives)
}

/// Whether a word has و, ب, ل or ف before a base that the tables know, and is not known whole.
fn has_clitic(c: &Classes, i: usize) -> bool {
    let all = c.l.matches.at(i);
    !all.is_empty() && all.iter().all(|m| m.clitics.letters > 0)
}
