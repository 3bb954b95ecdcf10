//! Places: by the tables, and behind or with the noun that tells what kind of place it is.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::mention::{Mention, PLACES, adjective, closed_class, common_word, has_clitic, plain, too_short};
use crate::record::PartyKind;
use crate::token::TokenKind;

/// The longest place of the tables that begins here.
pub(super) fn listed(c: &Classes, i: usize) -> Option<Mention> {
    if !c.l.matches.any(i, PLACES) {
        return None;
    }
    let m = c.l.matches.at(i).iter().find(|m| is_place(m) && plain(m) && sure(c, m))?;
    if in_event(c, i) {
        return None;
    }
    let team = m.sense.table != Table::Regions && a_team(c, i);
    let (kind, rule) = if team { (PartyKind::Organisation, "name/team") } else { (PartyKind::Place, "name/listed-place") };
    Some(Mention { tokens: past_head(c, m)..m.end(), kind, rule, sense: Some(m.sense) })
}

fn is_place(m: &Match) -> bool {
    match m.sense.table {
        Table::Countries => !matches!(m.sense.form, Form::Nationality(..)),
        Table::Cities | Table::Regions => true,
        _ => false,
    }
}

/// معاهدة برلين، حرب الخليج: the place is part of an event's name.
fn in_event(c: &Classes, i: usize) -> bool {
    i.checked_sub(1)
        .is_some_and(|j| !c.line_start(i) && c.l.matches.at(j).iter().any(|m| context(c, m) == Some("event") && m.end() == i && !m.clitics.article && plain(m)))
}

fn context(c: &Classes, m: &Match) -> Option<&'static str> {
    (m.sense.table == Table::NameContexts).then(|| c.lexicon().cell(m.sense, "role"))
}

/// مدرب برشلونة; الفوز على فرنسا in a sentence about a match: the place stands for its team.
fn a_team(c: &Classes, i: usize) -> bool {
    /// Function words before a team in reports of matches.
    const OPPONENT: [&str; 5] = ["amama", "didda", "maa", "ala", "bayna"];
    /// How far around a place words of contests are looked for.
    const AROUND: usize = 24;
    let Some(before) = i.checked_sub(1).filter(|_| !c.line_start(i)) else { return false };
    // لاعب وسط برشلونة: the word may be of several.
    if (i.saturating_sub(3)..i).any(|j| c.l.matches.at(j).iter().any(|m| context(c, m) == Some("team") && m.end() == i && !m.clitics.article)) {
        return true;
    }
    if !c.function(before).is_some_and(|f| OPPONENT.contains(&f)) {
        return false;
    }
    let sentence = c.l.sentences.tokens(c.l.sentences.of(i));
    (sentence.start.max(i.saturating_sub(AROUND))..sentence.end.min(i + AROUND)).any(|j| {
        let key = c.key(j);
        c.lexicon().fixture(key.strip_prefix("\u{0627}\u{0644}").unwrap_or(key))
    })
}

/// دولة قطر as a row of the tables: where the name itself begins.
pub(super) fn past_head(c: &Classes, m: &Match) -> usize {
    let i = m.first();
    let outside = m.end() > i + 1
        && c.l.matches.at(i).iter().any(|h| {
            matches!(h.sense.table, Table::PlaceHeads | Table::OrgHeads) && h.end() == i + 1 && !h.clitics.article && c.lexicon().cell(h.sense, "name") == "out"
        });
    // شرق آسيا and the like are names of their own.
    if outside && !c.l.matches.at(i).iter().any(|h| h.sense.table == Table::PlaceHeads && c.lexicon().class(h.sense) == "side") { i + 1 } else { i }
}

/// A place that is also a common word is a place where its form leaves no doubt: of several words, or a country.
fn sure(c: &Classes, m: &Match) -> bool {
    if m.end() - m.first() > 1 {
        return true;
    }
    if too_short(c, m) {
        return false;
    }
    if c.lexicon().is_ambiguous(m.sense) && m.sense.table != Table::Countries {
        return false;
    }
    // A word that is known without taking a letter off it is that word.
    m.clitics.letters == 0 || !c.l.matches.at(m.first()).iter().any(|o| o.clitics.letters < m.clitics.letters && o.sense.table != Table::Reporting)
}

/// مطار دمشق الدولي، نهر السند: a noun that is part of the place's name.
pub(super) fn headed(c: &Classes, i: usize) -> Option<Mention> {
    let singular = |m: &&Match| plain(m) && !m.clitics.article && matches!(m.sense.form, Form::Noun(Count::Singular, _));
    let head = c.find(i, Table::PlaceHeads).filter(singular).filter(|m| c.lexicon().cell(m.sense, "name") == "in")?;
    // محيط جغرافي: an adjective that no table holds.
    if !c.is(head.end(), Class::DEFINITE) && c.l.matches.at(head.end()).is_empty() && c.key(head.end()).ends_with('\u{064A}') {
        return None;
    }
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
