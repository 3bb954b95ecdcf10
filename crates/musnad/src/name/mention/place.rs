//! Places: by the tables, and behind or with the noun that tells what kind of place it is.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::mention::chain::{chain_end, is_name};
use crate::name::mention::{Mention, PLACES, adjective, closed_class, common_word, has_clitic, mention, plain, too_short};
use crate::record::PartyKind;
use crate::token::TokenKind;

/// The longest place of the tables that begins here.
pub(super) fn listed(c: &Classes, i: usize, previous: Option<&Mention>) -> Option<Mention> {
    if !c.l.matches.any(i, PLACES) {
        return None;
    }
    let m = c.l.matches.at(i).iter().find(|m| is_place(m) && plain(m) && sure(c, m))?;
    if in_event(c, i) || epithet(c, m) {
        return None;
    }
    let team = m.sense.table != Table::Regions && a_team(c, i, previous);
    let (kind, rule) = if team { (PartyKind::Organisation, "name/team") } else { (PartyKind::Place, "name/listed-place") };
    Some(mention(past_head(c, m)..m.end(), kind, rule, m))
}

fn is_place(m: &Match) -> bool {
    match m.sense.table {
        Table::Countries => !matches!(m.sense.form, Form::Nationality(..)),
        Table::Cities | Table::Regions => true,
        _ => false,
    }
}

/// الدول العربية، العالم العربي: of several words, but no name.
fn epithet(c: &Classes, m: &Match) -> bool {
    m.end() - m.first() > 1 && c.l.matches.at(m.first()).iter().any(|h| context(c, h) == Some("epithet") && h.end() < m.end())
}

/// معاهدة برلين، حرب الخليج: the place is part of an event's name.
fn in_event(c: &Classes, i: usize) -> bool {
    i.checked_sub(1)
        .is_some_and(|j| !c.line_start(i) && c.l.matches.at(j).iter().any(|m| context(c, m) == Some("event") && m.end() == i && !m.clitics.article && plain(m)))
}

pub(super) fn context(c: &Classes, m: &Match) -> Option<&'static str> {
    (m.sense.table == Table::NameContexts).then(|| c.lexicon().cell(m.sense, "role"))
}

/// مدرب برشلونة; الفوز على فرنسا in a sentence about a match: the place stands for its team.
pub(super) fn a_team(c: &Classes, i: usize, previous: Option<&Mention>) -> bool {
    /// Function words before a team in reports of matches.
    const OPPONENT: [&str; 5] = ["amama", "didda", "maa", "ala", "bayna"];
    let Some(before) = i.checked_sub(1).filter(|_| !c.line_start(i)) else { return false };
    // لاعب وسط برشلونة: the word may be of several.
    if (i.saturating_sub(3)..i).any(|j| c.l.matches.at(j).iter().any(|m| context(c, m) == Some("team") && m.end() == i && !m.clitics.article)) {
        return true;
    }
    let opponent = c.function(before).is_some_and(|f| OPPONENT.contains(&f))
        || c.l.matches.at(before).iter().any(|m| context(c, m) == Some("opponent") && m.end() == i && !m.clitics.article);
    // فرنسا وإيطاليا: the second of two teams.
    let joined = c.l.matches.at(i).iter().any(|m| m.clitics.conj) && previous.is_some_and(|p| p.tokens.end == i && is_team(c, p));
    if joined {
        return true;
    }
    if !opponent {
        return false;
    }
    contest(c, i)
}

/// Whether words of a match or a championship stand in the sentence around a token.
pub(super) fn contest(c: &Classes, i: usize) -> bool {
    /// How far around words of contests are looked for.
    const AROUND: usize = 24;
    let sentence = c.l.sentences.tokens(c.l.sentences.of(i));
    (sentence.start.max(i.saturating_sub(AROUND))..sentence.end.min(i + AROUND)).any(|j| {
        let key = c.key(j);
        c.lexicon().fixture(key.strip_prefix("\u{0627}\u{0644}").unwrap_or(key)) || c.l.matches.at(j).iter().any(|m| context(c, m) == Some("team"))
    })
}

/// Rows of place_heads.tsv that never belong to the name behind them.
const SETTLEMENTS: [&str; 7] = ["madina", "mukhayyam", "mantiqa", "muhafaza", "balda", "qarya", "hayy"];

fn is_team(c: &Classes, m: &Mention) -> bool {
    m.rule == "name/team"
        || m.kind == PartyKind::Organisation && m.sense.is_some_and(|s| s.table == Table::Bodies && c.lexicon().class(s) == "sport")
        || m.rule == "name/organisation-head" && m.sense.is_some_and(|s| c.lexicon().class(s) == "sport")
}

/// دولة قطر as a row of the tables: where the name itself begins.
pub(super) fn past_head(c: &Classes, m: &Match) -> usize {
    let i = m.first();
    let outside = m.end() > i + 1
        && c.l.matches.at(i).iter().any(|h| {
            matches!(h.sense.table, Table::PlaceHeads | Table::OrgHeads) && h.end() == i + 1 && !h.clitics.article && c.lexicon().cell(h.sense, "name") == "out"
        });
    // The row itself must be known without the noun: جنوب أفريقيا is not أفريقيا.
    let same = |o: &Match| o.sense.table == m.sense.table && o.sense.row == m.sense.row && o.end() == m.end();
    let settlement = || c.l.matches.at(i).iter().any(|h| h.sense.table == Table::PlaceHeads && SETTLEMENTS.contains(&c.lexicon().id(h.sense)));
    if outside && (c.l.matches.at(i + 1).iter().any(same) || settlement()) { i + 1 } else { i }
}

/// A place that is also a common word is a place where its form leaves no doubt: of several words, or a country.
fn sure(c: &Classes, m: &Match) -> bool {
    if m.end() - m.first() > 1 {
        return true;
    }
    if too_short(c, m) {
        return false;
    }
    // السعودية behind a definite noun is its adjective; so is تركية behind any other.
    let i = m.first();
    let adjective = c.l.matches.at(i).iter().any(|o| matches!(o.sense.form, Form::Nationality(..)) && o.clitics.letters == m.clitics.letters);
    let led = i > 0 && c.is(i - 1, Class::PREPOSITION);
    if adjective && !led && i > 0 && !c.line_start(i) && m.clitics.prep.is_none() {
        let definite = c.is(i, Class::DEFINITE);
        // 30 نيجيريا، التشيلي فلان
        let person = c.key(i).ends_with('\u{064A}') || c.l.tokens.kind(i - 1) == Some(TokenKind::Digits);
        if !definite
            || person
            || c.quote_mark(i - 1)
            || c.is(i - 1, Class::DEFINITE) && !c.is(i - 1, Class::CUE.or(Class::VERB)) && c.key(i - 1).ends_with('\u{0647}')
        {
            return false;
        }
    }
    if c.lexicon().is_ambiguous(m.sense) && m.sense.table != Table::Countries {
        return false;
    }
    // مالية، روسية: a word that is also an adjective or a verb is a place behind a preposition at most.
    let other = c.l.matches.at(m.first()).iter().any(|o| {
        !is_place(o)
            && o.clitics.letters <= m.clitics.letters
            && matches!(o.sense.table, Table::SourceAdjectives | Table::Verbs | Table::Reporting | Table::Masdars | Table::Countries)
            && o.clitics.pronoun.is_none()
    });
    if other
        && m.sense.table != Table::Countries
        && !(m.first() > 0 && c.is(m.first() - 1, Class::PREPOSITION) && !c.l.matches.has(m.first(), Table::SourceAdjectives))
    {
        return false;
    }
    // A word that is known without taking a letter off it is that word.
    let whole = |o: &Match| o.clitics.letters < m.clitics.letters && o.sense.table != Table::Reporting && !(is_place(o) && c.lexicon().is_ambiguous(o.sense));
    m.clitics.letters == 0 || !c.l.matches.at(m.first()).iter().any(whole)
}

/// مطار دمشق الدولي، نهر السند: a noun that is part of the place's name.
pub(super) fn headed(c: &Classes, i: usize) -> Option<Mention> {
    // كبير is no ك and بير, فؤاد no ف and واد.
    let whole = |m: &Match| m.clitics.letters == 0 || !c.l.matches.at(i).iter().any(|o| o.clitics.letters < m.clitics.letters);
    let singular = |m: &&Match| plain(m) && !m.clitics.article && matches!(m.sense.form, Form::Noun(Count::Singular, _)) && whole(m) && !too_short(c, m);
    let head = c.find(i, Table::PlaceHeads).filter(singular).filter(|m| c.lexicon().cell(m.sense, "name") == "in")?;
    // محيط جغرافي: an adjective that no table holds.
    if !c.is(head.end(), Class::DEFINITE) && c.l.matches.at(head.end()).is_empty() && c.key(head.end()).ends_with('\u{064A}') {
        return None;
    }
    let from = head.end();
    // قناة كذا, the broadcaster
    if c.l.matches.at(head.end()).iter().any(|m| matches!(m.sense.table, Table::Outlets | Table::Bodies | Table::Groups) && m.clitics.letters == 0) {
        return None;
    }
    // مسجد الملك فلان
    let holder = holder_end(c, from);
    // مسجد الأصحاب، ملعب الكلية الحربية
    let thing = c.l.matches.at(from).iter().any(|m| {
        matches!(m.sense.table, Table::SpeechNouns | Table::CountedNouns | Table::NameContexts | Table::Masdars | Table::PlaceHeads)
            || m.sense.table == Table::OrgHeads && m.end() == from + 1 && !c.is(m.end(), Class::DEFINITE)
    });
    let definite = !thing
        && !c.lexicon().common(c.key(from))
        && c.is(from, Class::DEFINITE)
        && c.is_word(from)
        && !c.line_start(from)
        && !adjective(c, from)
        && c.attached(from).is_none();
    let mut end = holder.or_else(|| name_end(c, from).map(|(_, end)| end)).or_else(|| definite.then_some(from + 1))?;
    if c.is(end, Class::DEFINITE) && adjective(c, end) && !c.is(end, Class::NATIONALITY) && !c.line_start(end) {
        end += 1;
    }
    Some(mention(i..end, PartyKind::Place, "name/place-head", head))
}

/// The end of a king's or saint's name behind his title: الملك فيصل.
pub(super) fn holder_end(c: &Classes, i: usize) -> Option<usize> {
    let title =
        c.l.matches.at(i).iter().find(|m| m.sense.table == Table::Titles && matches!(c.lexicon().class(m.sense), "royal" | "religious" | "honorific"))?;
    let name = c.l.matches.at(title.end()).iter().find(|m| is_name(m) && m.clitics.letters == 0).filter(|m| !c.line_start(m.first()))?;
    Some(chain_end(c, name.first(), name.end()))
}

/// مدينة حلب، بلدة كذا: a name behind a noun that is no part of it.
pub(super) fn behind(c: &Classes, i: usize, head: &Match) -> Option<Mention> {
    if head.sense.table != Table::PlaceHeads || head.end() != i || head.clitics.article || c.lexicon().cell(head.sense, "name") != "out" {
        return None;
    }
    let (first, end) = name_end(c, i)?;
    // الشمال، الساحل: what is definite and unknown is rather a common noun.
    if c.is(i, Class::DEFINITE) && !c.l.matches.at(i).iter().any(is_place) {
        return None;
    }
    Some(mention(first..end, PartyKind::Place, "name/behind-place-head", head))
}

/// The bounds of a place's own name that begins at a token: a place or person of the tables, or a word that no table knows.
fn name_end(c: &Classes, i: usize) -> Option<(usize, usize)> {
    if !matches!(c.l.tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin)) || c.line_start(i) {
        return None;
    }
    let all = c.l.matches.at(i);
    if let Some(m) = all.iter().find(|m| is_place(m) && m.clitics.prep.is_none() && !m.clitics.conj) {
        return Some((past_head(c, m), m.end()));
    }
    if let Some(m) = all.iter().find(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && m.clitics.letters == 0) {
        let mut end = m.end();
        while !c.line_start(end) && (c.is(end, Class::PERSON) && !has_clitic(c, end) || c.l.matches.has(end, Table::Ordinals)) {
            end += 1;
        }
        return Some((i, end));
    }
    // مناطق سياحية: an adjective that no table holds.
    if c.lexicon().common(c.key(i)) || c.key(i).ends_with("\u{064A}\u{0647}") && !c.is(i, Class::DEFINITE) {
        return None;
    }
    if common_word(c, i) || has_clitic(c, i) || c.is(i, Class::VERB.or(Class::CUE).or(Class::MASDAR).or(Class::NATIONALITY)) || c.attached(i).is_some() {
        return None;
    }
    let mut end = i + 1;
    // Two unknown words, where the name closes behind them.
    if c.is_word(end)
        && !c.line_start(end)
        && (c.l.matches.at(end).is_empty() || c.is(end, Class::PERSON) && !has_clitic(c, end))
        && !c.is(end, Class::DEFINITE)
        && c.attached(end).is_none()
        && !c.lexicon().common(c.key(end))
        && !closed_class(c, end)
    {
        let closes = !c.is_word(end + 1) || closed_class(c, end + 1);
        if closes {
            end += 1;
        }
    }
    Some((i, end))
}
