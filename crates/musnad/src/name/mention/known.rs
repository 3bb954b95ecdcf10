//! Names told before: a surname alone, once the article has told the full name.

use rustc_hash::FxHashMap;

use crate::class::{Class, Classes};
use crate::lexicon::Sense;
use crate::lexicon::table::Table;
use crate::name::mention::{Mention, closed_class};
use crate::record::PartyKind;
use crate::token::TokenKind;

/// Adds the mentions of persons by the last word of a name told in full.
pub(super) fn again(c: &Classes, list: &mut Vec<Mention>) {
    let mut surnames: FxHashMap<&str, Option<Sense>> = FxHashMap::default();
    for m in list.iter().filter(|m| m.kind == PartyKind::Person && m.tokens.len() > 1) {
        let last = m.tokens.end - 1;
        let key = c.key(last);
        // نصر الله، بن علي: the last word alone is not what people are called by.
        let joined = last > m.tokens.start
            && c.l.matches.at(last - 1).iter().any(|n| n.end() == last + 1 && matches!(n.sense.table, Table::GivenNames | Table::FamilyNames));
        // محمد السادس، فلان رئيسا: what is no family name by the tables or by its shape.
        let family = c.l.matches.at(last).is_empty() || c.l.matches.at(last).iter().any(|n| matches!(n.sense.table, Table::GivenNames | Table::FamilyNames));
        let shaped = !c.is(last, Class::DEFINITE) || key.ends_with('\u{064A}') || !c.l.matches.at(last).is_empty();
        if key.chars().count() > 2 && family && shaped && !c.lexicon().common(key) && !joined && !super::chain::is_particle(c, last.saturating_sub(1)) {
            surnames.entry(key).or_insert(m.sense);
        }
    }
    if surnames.is_empty() {
        return;
    }
    let mut more = Vec::new();
    let mut named = list.iter().peekable();
    let mut i = 0;
    while i < c.l.tokens.len() {
        while named.peek().is_some_and(|m| m.tokens.end <= i) {
            named.next();
        }
        if let Some(m) = named.peek().filter(|m| m.tokens.start <= i) {
            i = m.tokens.end;
            continue;
        }
        if c.l.tokens.kind(i) == Some(TokenKind::Word)
            && !closed_class(c, i)
            && let Some((sense, letters)) = surname(c, i, &surnames)
        {
            more.push(Mention { tokens: i..i + 1, kind: PartyKind::Person, rule: "name/told-before", sense, letters });
        }
        i += 1;
    }
    if !more.is_empty() {
        list.extend(more);
        list.sort_by_key(|m| m.tokens.start);
    }
}

/// The person whose surname a word is, and how many letters of the word are attached to it.
fn surname(c: &Classes, i: usize, surnames: &FxHashMap<&str, Option<Sense>>) -> Option<(Option<Sense>, u8)> {
    let key = c.key(i);
    let common = c.is(i, Class::VERB.or(Class::CUE).or(Class::NATIONALITY).or(Class::TITLE).or(Class::MASDAR)) || c.l.matches.has(i, Table::SourceAdjectives);
    if common {
        return None;
    }
    let whole = surnames.get(key).map(|&sense| (sense, 0));
    whole.or_else(|| surnames.get(key.strip_prefix(['\u{0648}', '\u{0644}', '\u{0628}', '\u{0641}'])?).map(|&sense| (sense, 1)))
}
