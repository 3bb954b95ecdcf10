//! Sources without a name: what they are, and what is told of why they have none.

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::table::Table;
use crate::name::phrase::{Head, NounPhrase};
use crate::quote::speaker::Source;
use crate::record::{Kind, SourceRole};
use crate::text::Span;
use crate::token::Punct;

/// A source that the article tells by its role alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Unnamed {
    /// The phrase that describes it.
    pub name: String,
    /// What it is.
    pub role: SourceRole,
    /// What is told of why it has no name.
    pub because: Option<Span>,
    /// Where it is mentioned as a speaker.
    pub mentions: Vec<Span>,
}

/// Notes a mention of a source without a name.
pub(super) fn note(c: &Classes, list: &mut Vec<Unnamed>, source: &Source, phrase: &NounPhrase) {
    /// How many sources are looked through for an earlier mention; keeps long texts linear.
    const MEMORY: usize = 60;
    if !matches!(source.kind, Kind::Unnamed | Kind::Group) || !matches!(phrase.head, Head::Source | Head::Office) {
        return;
    }
    let because = reason(c, phrase);
    match list.iter_mut().rev().take(MEMORY).find(|u| u.name == source.name) {
        Some(known) => {
            known.because = known.because.or(because);
            known.mentions.push(phrase.span);
        }
        None => list.push(Unnamed { name: source.name.clone(), role: role(c, phrase), because, mentions: vec![phrase.span] }),
    }
}

/// What a source is: by its noun, or where that tells little (مصدر، مسؤول) by an adjective.
fn role(c: &Classes, phrase: &NounPhrase) -> SourceRole {
    let head = match phrase.sense.map(|s| (s.table, c.lexicon().class(s))) {
        Some((Table::Sources, class)) => named(class),
        Some((Table::Titles, "relation")) => SourceRole::Relative,
        Some((Table::Titles, "rank")) => SourceRole::Military,
        Some((Table::Titles, "office")) => SourceRole::Official,
        _ => SourceRole::Other,
    };
    if !matches!(head, SourceRole::Other | SourceRole::Official) {
        return head;
    }
    let behind = phrase.tokens.clone().skip(1).take_while(|&j| c.is_word(j) && !c.is(j, Class::PREPOSITION) && c.attached(j).is_none());
    let adjective = behind.filter_map(|j| c.find(j, Table::SourceAdjectives)).map(|m| named(c.lexicon().class(m.sense)));
    adjective.into_iter().find(|&r| r != SourceRole::Other).unwrap_or(head)
}

fn named(class: &str) -> SourceRole {
    match class {
        "official" => SourceRole::Official,
        "political" => SourceRole::Political,
        "diplomatic" => SourceRole::Diplomatic,
        "military" => SourceRole::Military,
        "security" => SourceRole::Security,
        "judicial" => SourceRole::Judicial,
        "medical" => SourceRole::Medical,
        "expert" => SourceRole::Expert,
        "business" => SourceRole::Business,
        "religious" => SourceRole::Religious,
        "media" => SourceRole::Media,
        "activist" => SourceRole::Activist,
        "eyewitness" => SourceRole::Eyewitness,
        "relative" => SourceRole::Relative,
        "local" => SourceRole::Local,
        _ => SourceRole::Other,
    }
}

/// طلب عدم ذكر اسمه، غير مخول بالحديث: from the word behind the source's phrase or the last mark to the end of that clause.
fn reason(c: &Classes, phrase: &NounPhrase) -> Option<Span> {
    /// How far behind the phrase it may stand, and how long its end may be, in tokens.
    const REACH: usize = 16;
    const REST: usize = 10;
    let limit = c.l.sentences.tokens(c.l.sentences.of(phrase.tokens.start)).end;
    let found = (phrase.tokens.end..limit.min(phrase.tokens.end + REACH))
        .find_map(|j| c.find(j, Table::Anonymity).filter(|m| m.clitics.pronoun.is_some() || c.lexicon().class(m.sense) != "name"))?;
    let outside = |j: usize| !c.is_word(j) || c.is(j, Class::RELATIVE);
    let start = (phrase.tokens.end..found.first()).rev().find(|&j| outside(j)).map_or(phrase.tokens.end, |j| j + 1);
    let cue = |j: usize| {
        c.l.matches.at(j).iter().any(|m| {
            m.sense.table == Table::Reporting && Classes::verb_form(m).is_some_and(|f| f.kind != VerbKind::PassiveParticiple) && m.clitics.prep.is_none()
        })
    };
    let stop = |j: usize| {
        outside(j)
            || c.is(j, Class::COMPLEMENTISER)
            || c.punct(j, Punct::Colon)
            || j > found.end() && cue(j) && !c.is(j, Class::SPEECH_NOUN)
            || c.attached(j).is_none() && cue(j)
    };
    let end = (found.end()..limit.min(found.end() + REST)).find(|&j| stop(j)).unwrap_or(limit.min(found.end() + REST));
    Some(c.l.tokens.cover(start, end))
}
