//! Places: by the tables, and behind or with the noun that tells what kind of place it is.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::mention::{Mention, adjective, closed_class, common_word, has_clitic, plain};
use crate::record::PartyKind;
use crate::token::TokenKind;

/// The longest place of the tables that begins here.
pub(super) fn listed(c: &Classes, i: usize) -> Option<Mention> {
    let m = c.l.matches.at(i).iter().find(|m| is_place(m) && plain(m) && sure(c, m))?;
    Some(Mention { tokens: i..m.end(), kind: PartyKind::Place, rule: "name/listed-place", sense: Some(m.sense) })
}

fn is_place(m: &Match) -> bool {
    match m.sense.table {
        Table::Countries => !matches!(m.sense.form, Form::Nationality(..)),
        Table::Cities | Table::Regions => true,
        _ => false,
    }
}

/// A place that is also a common word is a place where its form leaves no doubt: of several words, or a country.
fn sure(c: &Classes, m: &Match) -> bool {
    if m.end() - m.first() > 1 {
        return true;
    }
    if c.lexicon().is_ambiguous(m.sense) && m.sense.table != Table::Countries {
        return false;
    }
    // A word that is known without taking a letter off it is that word.
    m.clitics.letters == 0 || !c.l.matches.at(m.first()).iter().any(|o| o.clitics.letters < m.clitics.letters && o.sense.table != Table::Reporting)
}

/// مطار دمشق الدولي، نهر السند: a noun that is part of the place's name.
pub(super) fn headed(c: &Classes, i: usize) -> Option<Mention> {
    let head = c.find(i, Table::PlaceHeads).filter(|m| plain(m) && !m.clitics.article && c.lexicon().cell(m.sense, "name") == "in")?;
    let mut end = name_end(c, head.end())?;
    if c.is(end, Class::DEFINITE) && adjective(c, end) && !c.is(end, Class::NATIONALITY) && !c.line_start(end) {
        end += 1;
    }
    Some(Mention { tokens: i..end, kind: PartyKind::Place, rule: "name/place-head", sense: Some(head.sense) })
}

/// مدينة حلب، بلدة كذا: a name behind a noun that is no part of it.
pub(super) fn behind(c: &Classes, i: usize, head: &Match) -> Option<Mention> {
    if head.sense.table != Table::PlaceHeads || head.end() != i || head.clitics.article || c.lexicon().cell(head.sense, "name") != "out" {
        return None;
    }
    let end = name_end(c, i)?;
    // الشمال، الساحل: what is definite and unknown is rather a common noun.
    if c.is(i, Class::DEFINITE) && !c.l.matches.at(i).iter().any(is_place) {
        return None;
    }
    Some(Mention { tokens: i..end, kind: PartyKind::Place, rule: "name/behind-place-head", sense: Some(head.sense) })
}

/// The end of a place's own name that begins at a token: a place or person of the tables, or a word that no table knows.
fn name_end(c: &Classes, i: usize) -> Option<usize> {
    if !matches!(c.l.tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin)) || c.line_start(i) {
        return None;
    }
    let all = c.l.matches.at(i);
    if let Some(m) = all.iter().find(|m| is_place(m) && m.clitics.prep.is_none() && !m.clitics.conj) {
        return Some(m.end());
    }
    if let Some(m) = all.iter().find(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && m.clitics.letters == 0) {
        let mut end = m.end();
        while !c.line_start(end) && (c.is(end, Class::PERSON) && !has_clitic(c, end) || c.l.matches.has(end, Table::Ordinals)) {
            end += 1;
        }
        return Some(end);
    }
    if common_word(c, i) || has_clitic(c, i) || c.is(i, Class::VERB.or(Class::CUE).or(Class::MASDAR).or(Class::NATIONALITY)) || c.attached(i).is_some() {
        return None;
    }
    let mut end = i + 1;
    // Two unknown words, where the name closes behind them.
    if c.is_word(end) && !c.line_start(end) && c.l.matches.at(end).is_empty() && !c.is(end, Class::DEFINITE) && c.attached(end).is_none() {
        let closes = !c.is_word(end + 1) || closed_class(c, end + 1);
        if closes {
            end += 1;
        }
    }
    Some(end)
}
