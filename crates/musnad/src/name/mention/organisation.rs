//! Organisations: by the tables, behind the noun that tells what kind of body it is (شركة كذا), with it (حزب كذا), and agencies' initials.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::{Count, Gender};
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep};
use crate::name::mention::place::{a_team, contest, context, past_head};
use crate::name::mention::{BODIES, Mention, adjective, closed_class, common_word, has_clitic, plain, too_short};
use crate::record::PartyKind;
use crate::token::{Gap, Punct, TokenKind};

fn mention(first: usize, end: usize, rule: &'static str, m: &Match) -> Mention {
    super::mention(first..end, PartyKind::Organisation, rule, m)
}

/// The longest body, outlet or group of the tables that begins here.
pub(super) fn listed(c: &Classes, i: usize, previous: Option<&Mention>) -> Option<Mention> {
    if !c.l.matches.any(i, BODIES) {
        return None;
    }
    let Some(m) = c.l.matches.at(i).iter().find(|m| is_body(m) && plain(m) && sure(c, m, previous)) else {
        // العربي، النصر: a club that has the name of a common word.
        let club = c.l.matches.at(i).iter().find(|m| context(c, m) == Some("club") && plain(m) && !too_short(c, m))?;
        let adjective = c.is(i, Class::NATIONALITY) && i > 0 && c.is(i - 1, Class::DEFINITE);
        return (!adjective && a_team(c, i, previous)).then(|| mention(i, i + 1, "name/team", club));
    };
    // ريال مدريد الإسباني: the adjective describes, where the name is known without it.
    let closes = c.is(m.end() - 1, Class::NATIONALITY) && m.end() - i > 1;
    let shorter = closes
        && (matches!(c.lexicon().class(m.sense), "sport" | "company")
            || c.l.matches.at(i).iter().any(|o| o.sense.table == m.sense.table && o.sense.row == m.sense.row && o.end() + 1 == m.end()));
    let end = if shorter { m.end() - 1 } else { m.end() };
    // الجيش اللبناني: an organ of a state rather than a name.
    let state = closes && c.l.matches.at(i).iter().any(|h| h.sense.table == Table::OrgHeads && naming(c, h) == "state");
    Some(mention(past_head(c, m), end, if state { "name/state-body" } else { "name/listed-organisation" }, m))
}

fn is_body(m: &Match) -> bool {
    matches!(m.sense.table, Table::Bodies | Table::Outlets | Table::Groups)
}

/// Of several words, or one that is nothing else; a paper named by a common noun where it speaks: قالت الحياة، لمراسل الشرق.
fn sure(c: &Classes, m: &Match, previous: Option<&Mention>) -> bool {
    let i = m.first();
    if m.end() - i > 1 {
        return true;
    }
    let other = |o: &Match| {
        let name = is_body(o) || matches!(o.sense.table, Table::GivenNames | Table::FamilyNames | Table::Cities | Table::Regions | Table::Countries);
        !name && o.clitics.letters <= m.clitics.letters && !(matches!(o.sense.table, Table::Verbs | Table::Reporting) && o.clitics.pronoun.is_some())
    };
    if too_short(c, m) || m.clitics.letters > 0 && c.l.matches.at(i).iter().any(|o| o.clitics.letters < m.clitics.letters) {
        return false;
    }
    // حماس, unless it stands behind بـ.
    let group = m.sense.table == Table::Groups && m.clitics.prep != Some(Prep::Bi);
    if !c.lexicon().is_ambiguous(m.sense) && (group || !c.l.matches.at(i).iter().any(other)) {
        return true;
    }
    match m.sense.table {
        Table::Outlets => c.is(i, Class::DEFINITE) && speaks(c, m),
        // العربي، النصر: a club in a report of matches.
        Table::Bodies if c.lexicon().class(m.sense) == "sport" => {
            if c.is(i, Class::DEFINITE) {
                a_team(c, i, previous)
            } else {
                contest(c, i)
            }
        }
        _ => false,
    }
}

/// Whether an outlet with the name of a common noun stands where an outlet speaks or is spoken to.
fn speaks(c: &Classes, m: &Match) -> bool {
    /// How far before لـ a cue may stand.
    const BACK: usize = 4;
    let i = m.first();
    let Some(before) = i.checked_sub(1).filter(|_| !c.line_start(i)) else { return false };
    // قالت الجزيرة
    let she =
        |o: &Match| matches!(o.sense.form, Form::Verb(f) if f.gender == Gender::Feminine && f.number == Count::Singular && o.sense.table == Table::Reporting);
    if m.clitics.letters == 0 && c.l.matches.at(before).iter().any(she) && c.key(before).ends_with('\u{062A}') {
        return true;
    }
    if m.clitics.prep == Some(Prep::Li) {
        return (i.saturating_sub(BACK)..i).any(|j| c.is(j, Class::CUE.or(Class::SPEECH_NOUN)));
    }
    m.clitics.prep.is_none()
        && c.l.matches.at(before).iter().any(|o| {
            matches!(o.sense.table, Table::Titles | Table::Sources)
                && o.end() == i
                && ["mursil", "murasil", "mufad", "marasil"].contains(&c.lexicon().id(o.sense))
        })
}

fn naming(c: &Classes, head: &Match) -> &'static str {
    c.lexicon().cell(head.sense, "name")
}

/// شركة كذا، نادي كذا: a name behind a noun that is no part of it.
pub(super) fn behind(c: &Classes, i: usize, head: &Match) -> Option<Mention> {
    if head.sense.table != Table::OrgHeads || head.end() != i || head.clitics.article || naming(c, head) != "out" {
        return None;
    }
    if let Some(m) = c.l.matches.at(i).iter().find(|m| is_body(m) && plain(m) && m.clitics.prep.is_none()) {
        return Some(mention(i, m.end(), "name/behind-organisation-head", m));
    }
    let end = own_name(c, i)?;
    Some(mention(i, end, "name/behind-organisation-head", head))
}

/// The end of an organisation's own name: words that are known as names or not at all.
fn own_name(c: &Classes, i: usize) -> Option<usize> {
    /// How many words a name of unknown words may have.
    const WORDS: usize = 4;
    let fits = |j: usize| {
        matches!(c.l.tokens.kind(j), Some(TokenKind::Word | TokenKind::Latin))
            && !common_word(c, j)
            && !c.lexicon().common(c.key(j))
            && !(c.key(j).ends_with("\u{064A}\u{0647}") && !c.is(j, Class::DEFINITE))
            && !has_clitic(c, j)
            && !c.is(j, Class::NATIONALITY.or(Class::VERB).or(Class::CUE).or(Class::MASDAR))
            && c.attached(j).is_none()
    };
    if c.line_start(i) || !fits(i) {
        return None;
    }
    let mut end = i + 1;
    while end < i + WORDS && !c.line_start(end) && fits(end) && !c.is(end, Class::DEFINITE) {
        end += 1;
    }
    Some(end)
}

/// مجلس الأمن، المنظمة العالمية للملكية: the noun with its complement is the name.
pub(super) fn headed(c: &Classes, i: usize) -> Option<Mention> {
    if !c.l.matches.has(i, Table::OrgHeads) {
        return None;
    }
    let heads = c.l.matches.at(i).iter().filter(|m| m.sense.table == Table::OrgHeads && plain(m) && matches!(m.sense.form, Form::Noun(Count::Singular, _)));
    for head in heads {
        // مجلس الإدارة: of several words, and no name.
        if head.end() - i > 1 && naming(c, head).is_empty() {
            return None;
        }
        if let Some(found) = with_head(c, i, head) {
            return Some(found);
        }
    }
    None
}

/// The name that begins with this noun.
fn with_head(c: &Classes, i: usize, head: &Match) -> Option<Mention> {
    let naming = naming(c, head);
    if naming == "state" {
        return state_body(c, i, head);
    }
    if naming == "self" {
        // البرلمان، البرلمان العراقي
        let nation = c.is(head.end(), Class::NATIONALITY) && c.is(head.end(), Class::DEFINITE) && !c.line_start(head.end());
        return head.clitics.article.then(|| mention(i, head.end() + usize::from(nation), "name/organisation-head", head));
    }
    if naming == "in-place" {
        // دينامو كييف
        let place =
            |m: &&Match| m.clitics.letters == 0 && matches!(m.sense.table, Table::Cities | Table::Countries) && !matches!(m.sense.form, Form::Nationality(..));
        let place = c.l.matches.at(head.end()).iter().find(place).filter(|_| !head.clitics.article)?;
        return Some(mention(i, place.end(), "name/organisation-head", head));
    }
    if !matches!(naming, "in" | "in-nation" | "in-long") && !(naming == "in-article" && head.clitics.article) {
        return None;
    }
    let from = head.end();
    // وكالة فرانس برس: the outlet's own name is the name.
    if c.l.matches.at(from).iter().any(|m| m.sense.table == Table::Outlets && !c.lexicon().is_ambiguous(m.sense) && m.clitics.letters == 0) {
        return None;
    }
    let sport = c.lexicon().class(head.sense) == "sport";
    let end = if head.clitics.article { adjectives(c, from, naming, sport)? } else { complement(c, from)? };
    // كلية الآداب، حركة الطائرات: nouns of many senses want more of a name.
    if naming == "in-long" && end - from < 2 && (head.clitics.article || c.is(from, Class::DEFINITE)) {
        return None;
    }
    Some(mention(i, end, "name/organisation-head", head))
}

/// وزارة الخارجية الروسية، الجيش اللبناني: an organ of a state by its noun.
fn state_body(c: &Classes, i: usize, head: &Match) -> Option<Mention> {
    let mut end = head.end();
    if !head.clitics.article {
        let complement = c.find(end, Table::OfficeComplements).filter(|m| m.clitics.letters == 0)?;
        end = complement.end();
    }
    let nation = c.is(end, Class::NATIONALITY) && c.is(end, Class::DEFINITE) && !c.line_start(end);
    if nation {
        end += 1;
    } else if head.clitics.article {
        return None;
    }
    Some(mention(i, end, "name/state-body", head))
}

/// Behind a definite noun: its definite adjectives, and what it is for (لـ).
fn adjectives(c: &Classes, from: usize, naming: &str, sport: bool) -> Option<usize> {
    let mut end = from;
    let mut named = naming == "in-nation";
    while goes_on(c, end)
        && c.is(end, Class::DEFINITE)
        && end < from + 4
        && !c.is(end, Class::TITLE.or(Class::SOURCE))
        && !describes(c, end)
        && c.attached(end).is_none()
        && !another_body(c, end)
    {
        named |= !c.is(end, Class::NATIONALITY);
        end += 1;
    }
    if end == from {
        return None;
    }
    if !sport && let Some(purpose) = purpose(c, end) {
        return Some(purpose);
    }
    // الحزب الشيوعي, but not الجبهة المتشددة: one adjective alone is one of relation.
    let relation = || c.key(from).ends_with('\u{064A}') || c.key(from).ends_with("\u{064A}\u{0647}") || c.l.matches.has(from, Table::SourceAdjectives);
    (named && (end - from > 1 || naming == "in-nation" || relation())).then_some(end)
}

/// Whether the phrase may go on with this token at all.
fn goes_on(c: &Classes, i: usize) -> bool {
    c.is_word(i) && !c.line_start(i) && !closed_class(c, i) && !c.is(i, Class::PARTICIPLE)
}

/// الجديد، الحالي: an adjective that describes and names nothing.
fn describes(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.sense.table == Table::SourceAdjectives && c.lexicon().class(m.sense) == "other" || context(c, m) == Some("plain"))
}

/// للملكية الفكرية، لكرة القدم: what a body is for, behind its adjectives.
fn purpose(c: &Classes, i: usize) -> Option<usize> {
    if !goes_on(c, i) || !c.attached(i).is_some_and(|(prep, _)| prep == Prep::Li) || !c.key(i).starts_with("\u{0644}\u{0644}") {
        return None;
    }
    let mut end = i + 1;
    while end < i + 4 && goes_on(c, end) && c.is(end, Class::DEFINITE) && !c.is(end, Class::TITLE.or(Class::PERSON)) && !another_body(c, end) {
        end += 1;
    }
    Some(end)
}

/// Behind an indefinite noun: what it is of, with all adjectives of that.
fn complement(c: &Classes, from: usize) -> Option<usize> {
    /// How many words a complement may have.
    const WORDS: usize = 7;
    if !goes_on(c, from) {
        return None;
    }
    let all = c.l.matches.at(from);
    // محكمة تركية: any of that nation.
    if c.is(from, Class::NATIONALITY) && !c.is(from, Class::DEFINITE) {
        return None;
    }
    // مستشفى الملك فيصل
    if let Some(end) = super::place::holder_end(c, from) {
        return Some(end);
    }
    // جامعة القاهرة، مؤسسة محمد السادس: a name of the tables.
    if !c.is(from, Class::DEFINITE)
        && let Some(m) = all.iter().find(|m| names_something(m) && m.clitics.letters == 0)
    {
        let mut end = m.end();
        while goes_on(c, end) && c.is(end, Class::PERSON) && !has_clitic(c, end) && end < from + WORDS {
            end += 1;
        }
        if goes_on(c, end) && c.is(end, Class::DEFINITE) && adjective(c, end) && !c.is(end, Class::NATIONALITY) {
            end += 1;
        }
        return Some(purpose(c, end).unwrap_or(end));
    }
    if !c.is(from, Class::DEFINITE) || has_clitic(c, from) {
        if common_word(c, from) || has_clitic(c, from) || c.attached(from).is_some() {
            // مجلس إدارة البنك، منتخب كرة القدم: one noun more, before a definite one.
            let inner = c.is(from, Class::MASDAR.or(Class::ORGANISATION)) && !adjective(c, from) && c.attached(from).is_none() && !has_clitic(c, from);
            if inner && goes_on(c, from + 1) && c.is(from + 1, Class::DEFINITE) && !c.is(from + 1, Class::TITLE.or(Class::SOURCE)) {
                return Some(definite_chain(c, from + 1, from + WORDS));
            }
            return None;
        }
        return own_name(c, from).map(|end| purpose(c, end).unwrap_or(end));
    }
    let end = definite_chain(c, from, from + WORDS);
    // المركز الياباني للشرق الأوسط: behind the nationality, what it is for.
    Some(if c.is(end - 1, Class::NATIONALITY) { purpose(c, end).unwrap_or(end) } else { end })
}

/// Definite words, joined ones among them: الشؤون الاجتماعية والعمل.
fn definite_chain(c: &Classes, from: usize, limit: usize) -> usize {
    let mut end = from + 1;
    while end < limit && goes_on(c, end) && c.is(end, Class::DEFINITE) {
        if c.is(end, Class::TITLE.or(Class::SOURCE).or(Class::PERSON)) && !adjective(c, end) || describes(c, end) {
            break;
        }
        // مركز التجارة | والبنتاغون: another body.
        if another_body(c, end) {
            break;
        }
        // مجلس الوزراء | الموافقة على; المنتخب | الأول
        if c.is(end, Class::MASDAR) && c.is(end + 1, Class::PREPOSITION) || c.l.matches.has(end, Table::Ordinals) {
            break;
        }
        // The phrase's nationality closes it.
        if c.is(end, Class::NATIONALITY) && !has_clitic(c, end) {
            return end + 1;
        }
        if c.attached(end).is_some() && has_clitic(c, end) && c.l.matches.at(end).iter().all(|m| m.clitics.prep.is_some()) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether و joins another body here.
fn another_body(c: &Classes, i: usize) -> bool {
    let joined = |m: &Match| m.clitics.conj && (m.sense.table == Table::OrgHeads || is_body(m) && !c.lexicon().is_ambiguous(m.sense));
    has_clitic(c, i) && c.l.matches.at(i).iter().any(joined)
}

fn names_something(m: &Match) -> bool {
    match m.sense.table {
        Table::Countries => !matches!(m.sense.form, Form::Nationality(..)),
        Table::Cities | Table::Regions | Table::GivenNames | Table::FamilyNames | Table::Bodies | Table::Groups => true,
        _ => false,
    }
}

/// The end of a name in quote marks, the marks with it.
fn past_quoted(c: &Classes, open: usize) -> Option<usize> {
    const WORDS: usize = 5;
    let close = (open + 2..open + 2 + WORDS).find(|&j| c.quote_mark(j))?;
    (open + 1..close).all(|j| c.is_word(j) && !c.line_start(j)).then_some(close + 1)
}

/// شركة «كذا»: a name in quote marks behind its noun.
pub(super) fn quoted(c: &Classes, i: usize, head: Option<&Match>) -> Option<Mention> {
    let head =
        head.filter(|h| h.sense.table == Table::OrgHeads && h.end() == i && !naming(c, h).is_empty() && naming(c, h) != "state" && !h.clitics.article)?;
    let end = past_quoted(c, i)?;
    Some(mention(i + 1, end - 1, "name/behind-organisation-head", head))
}

/// (أ ف ب): an agency's initials in brackets; (الفرنسية): an agency by its nationality alone, as under pictures.
pub(super) fn initials(c: &Classes, open: usize) -> Option<Mention> {
    let close = open + 2;
    if c.is(open + 1, Class::NATIONALITY)
        && c.is(open + 1, Class::DEFINITE)
        && c.key(open + 1).ends_with('\u{0647}')
        && (c.punct(close, Punct::ParenClose) || c.punct(close, Punct::Dash))
    {
        return Some(Mention { tokens: open + 1..close, kind: PartyKind::Organisation, rule: "name/agency-caption", sense: None, letters: 0 });
    }
    const LETTERS: usize = 8;
    let mut letters = 0;
    let mut j = open + 1;
    while j < open + LETTERS && c.l.tokens.gap(j) != Gap::Line {
        if c.punct(j, Punct::ParenClose) {
            break;
        }
        let one = c.l.tokens.kind(j) == Some(TokenKind::Word) && c.key(j).chars().count() == 1;
        if !one && !c.punct(j, Punct::Stop) {
            return None;
        }
        letters += usize::from(one);
        j += 1;
    }
    (c.punct(j, Punct::ParenClose) && letters >= 2).then(|| Mention {
        tokens: open + 1..j,
        kind: PartyKind::Organisation,
        rule: "name/initials",
        sense: None,
        letters: 0,
    })
}
