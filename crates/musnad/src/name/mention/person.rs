//! Persons: names of the tables, and words that no table knows behind a title or beside a known name.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::mention::{Mention, PERSONS, closed_class, common_word, has_clitic, plain, too_short};
use crate::record::PartyKind;
use crate::token::{Gap, Punct, TokenKind};

fn mention(first: usize, end: usize, rule: &'static str, m: Option<&Match>) -> Mention {
    Mention { tokens: first..end, kind: PartyKind::Person, rule, sense: m.map(|m| m.sense) }
}

fn is_name(m: &Match) -> bool {
    matches!(m.sense.table, Table::GivenNames | Table::FamilyNames)
}

/// How many words a name may have.
const WORDS: usize = 8;

/// A name of the tables, with what follows of it.
pub(super) fn listed(c: &Classes, i: usize, title: Option<&Match>) -> Option<Mention> {
    if !c.l.matches.any(i, PERSONS) {
        return None;
    }
    let m = c.l.matches.at(i).iter().find(|m| is_name(m) && plain(m))?;
    // على, spelled with its ى, is the preposition.
    let spelled = crate::fold::last_letter(crate::text::slice(c.l.text, c.l.tokens.span(i)));
    if closed_class(c, i) && (!c.is(i, Class::PERSON) || spelled == Some('\u{0649}')) || too_short(c, m) {
        return None;
    }
    let given = |j: usize| c.l.matches.at(j).iter().any(|n| n.sense.table == Table::GivenNames && n.clitics.letters == 0 && !c.lexicon().is_ambiguous(n.sense));
    // المصري محمد، طلب محمد: a word before a given name that is an adjective or a verb.
    let verb = c.is(i, Class::VERB.or(Class::CUE)) && c.lexicon().is_ambiguous(m.sense) && title.is_none_or(|t| t.end() != i);
    if m.end() == i + 1 && (c.is(i, Class::DEFINITE) || verb) && given(i + 1) && c.is(i + 1, Class::PERSON) && !c.line_start(i + 1) {
        return None;
    }
    // A word that is known without taking a letter off it is that word, unless it can only be a verb.
    let whole = c.l.matches.at(i).iter().any(|o| o.clitics.letters < m.clitics.letters && !matches!(o.sense.table, Table::Verbs | Table::Reporting));
    let end = chain_end(c, i, m.end());
    let sure = (i..end).any(|j| c.is(j, Class::PERSON) && c.l.matches.at(j).iter().any(|n| is_name(n) && !c.lexicon().is_ambiguous(n.sense)));
    let titled = title.is_some_and(|t| t.end() == i && t.clitics.pronoun.is_none() && c.lexicon().cell(t.sense, "takes") != "of");
    if whole && !sure || m.clitics.prep.is_some() && (c.lexicon().is_ambiguous(m.sense) || whole) {
        return None;
    }
    let several = end - i > 1;
    // قال عنان: the subject of a reporting verb.
    let subject = i > 0 && c.is(i - 1, Class::CUE) && !c.line_start(i) && c.l.matches.at(i).iter().all(is_name);
    let accepted = sure && (several || !c.lexicon().is_ambiguous(m.sense)) || subject || titled && c.is(i, Class::PERSON.or(Class::MAYBE_NAME));
    // A word alone that is also something else is a name only behind a title.
    if !accepted || !several && !titled && alone_common(c, i, m) {
        return None;
    }
    Some(mention(i, end, "name/listed-person", Some(m)))
}

/// Whether a lone word is more likely the other thing that the tables know it for.
fn alone_common(c: &Classes, i: usize, m: &Match) -> bool {
    c.l.matches.at(i).iter().any(|o| {
        !is_name(o)
            && o.clitics.letters == m.clitics.letters
            && !matches!(o.sense.table, Table::Bodies | Table::Outlets | Table::Groups | Table::Cities | Table::Regions)
            && !(matches!(o.sense.table, Table::Verbs | Table::Reporting) && o.clitics.pronoun.is_some())
    })
}

/// The end of a chain of names that has begun.
fn chain_end(c: &Classes, first: usize, from: usize) -> usize {
    let mut end = from;
    while end < first + WORDS {
        // بن، أبو، عبد take the next word, whatever it is.
        if end > first && is_particle(c, end - 1) && c.l.tokens.kind(end) == Some(TokenKind::Word) && !c.line_start(end) {
            end += 1;
            continue;
        }
        // Names with a hyphen, initials with a stop.
        let hyphen = c.punct(end, Punct::Dash) && c.l.tokens.gap(end) == Gap::None && c.l.tokens.gap(end + 1) == Gap::None;
        let initial = c.punct(end, Punct::Stop) && c.key(end - 1).chars().count() == 1 && c.is_word(end + 1) && !c.line_start(end + 1);
        if hyphen || initial {
            end += 1;
            continue;
        }
        if c.line_start(end) || !matches!(c.l.tokens.kind(end), Some(TokenKind::Word | TokenKind::Latin)) || !follows(c, first, end) {
            break;
        }
        end += 1;
    }
    // A particle or stop at the end belongs to nothing.
    while end > from && !c.is_word(end - 1) {
        end -= 1;
    }
    end
}

/// بن، أبو، عبد: a word that is never the last of a name.
fn is_particle(c: &Classes, i: usize) -> bool {
    /// Rows of family_names.tsv and given_names.tsv.
    const PARTICLES: [&str; 7] = ["bin-particle", "ibn-particle", "bint-particle", "abu-particle", "al-particle", "abd-particle", "wuld-particle"];
    c.l.matches.at(i).iter().any(|m| m.sense.table == Table::FamilyNames && PARTICLES.contains(&c.lexicon().id(m.sense)))
}

/// Whether a word goes on with the name that has begun.
fn follows(c: &Classes, first: usize, i: usize) -> bool {
    let class = c.at(i);
    let names = c.l.matches.at(i).iter().find(|m| is_name(m) && m.clitics.letters == 0);
    if let Some(m) = names {
        let other = c.l.matches.at(i).iter().any(|o| !is_name(o) && o.clitics.letters == 0 && matches!(o.sense.table, Table::FunctionWords));
        return class.any(Class::PERSON) && !other || c.lexicon().id(m.sense) == "bin" || !class.any(Class::TIME.or(Class::DEFINITE)) && !other;
    }
    if c.l.matches.has(i, Table::Ordinals) && class.any(Class::DEFINITE) {
        // محمد السادس
        return i == first + 1 && c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Ordinals);
    }
    if closed_class(c, i) || has_clitic(c, i) || common_word(c, i) || class.any(Class::VERB.or(Class::CUE)) {
        return false;
    }
    if class.any(Class::PLACE.or(Class::ORGANISATION)) {
        return false;
    }
    // A family name closes the name, but for one of another script's people: جون ماكورماك.
    let family = c.l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::FamilyNames && m.clitics.letters == 0);
    if family && !foreign(c, i) || c.key(i).starts_with('\u{0648}') {
        return false;
    }
    if class.any(Class::DEFINITE) {
        // An unknown nisba: الكردي.
        return c.key(i).ends_with('\u{064A}') && c.l.matches.at(i).is_empty();
    }
    c.attached(i).is_none() && c.key(i).chars().count() >= 2 && !verbal_shape(c, i)
}

/// An unknown word that rather looks like a verb or a joined word: واعتبر، يستهدف.
fn verbal_shape(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    let ending = ["\u{0627}\u{062A}", "\u{0648}\u{0627}", "\u{0647}\u{0627}", "\u{0647}\u{0645}", "\u{064A}\u{0647}"];
    key.starts_with(['\u{0648}', '\u{064A}', '\u{062A}']) && key.chars().count() >= 5 && key.chars().nth(1).is_some_and(|l| l == '\u{0627}' || l == '\u{062A}')
        || ending.iter().any(|e| key.ends_with(e))
}

/// A word that no table knows: a name behind a title, or before a known family name.
pub(super) fn unlisted(c: &Classes, i: usize, title: Option<&Match>) -> Option<Mention> {
    title.and_then(|t| behind_title(c, i, t)).or_else(|| before_name(c, i))
}

/// الرئيس فلان، رئيس الوزراء البريطاني فلان: the holder of a title.
pub(super) fn behind_title(c: &Classes, i: usize, title: &Match) -> Option<Mention> {
    let takes = c.lexicon().cell(title.sense, "takes");
    let class = c.lexicon().class(title.sense);
    let named = matches!(class, "rank" | "honorific" | "religious" | "royal" | "academic");
    if i < title.end() || closed_class(c, i) || !c.l.matches.at(i).is_empty() && common_word(c, i) || has_clitic(c, i) {
        return None;
    }
    if !matches!(title.sense.form, Form::Noun(crate::lexicon::conjugate::Count::Singular, _)) {
        return None;
    }
    let direct = title.end() == i;
    let definite = c.is(i, Class::DEFINITE);
    if c.is(i, Class::NATIONALITY.or(Class::VERB).or(Class::CUE)) || c.attached(i).is_some() || c.key(i).chars().count() < 2 {
        return None;
    }
    if definite {
        // السيد الكردي: a nisba right behind a title of persons.
        let nisba = direct && named && title.clitics.article && c.key(i).ends_with('\u{064A}');
        return nisba.then(|| mention(i, i + 1, "name/behind-title", Some(title)));
    }
    let closed = if direct {
        title.clitics.article && takes != "of"
    } else {
        c.at(i - 1).any(Class::DEFINITE.or(Class::PLACE).or(Class::NATIONALITY).or(Class::ORGANISATION))
    };
    if !closed || verbal_shape(c, i) {
        return None;
    }
    let end = chain_end(c, i, i + 1);
    let several = end - i > 1;
    (several && end - i <= 5 || direct && named || foreign(c, i)).then(|| mention(i, end, "name/behind-title", Some(title)))
}

/// An unknown word before a name of the tables: it is the given name.
fn before_name(c: &Classes, i: usize) -> Option<Mention> {
    let next = i + 1;
    if !c.l.matches.has(next, Table::FamilyNames) || c.is(i, Class::DEFINITE) || c.line_start(next) || c.attached(i).is_some() || !foreign(c, i) {
        return None;
    }
    let m = c.l.matches.at(next).iter().find(|m| m.sense.table == Table::FamilyNames && m.clitics.letters == 0 && !c.lexicon().is_ambiguous(m.sense))?;
    if !c.is(next, Class::PERSON) || c.is(next, Class::DEFINITE) || common_word(c, next) {
        return None;
    }
    Some(mention(i, chain_end(c, i, m.end()), "name/before-name", Some(m)))
}

/// Whether an unknown word looks like no word of Arabic: long vowels in more than one place, no Arabic ending.
fn foreign(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    let long = key.chars().filter(|l| matches!(l, '\u{0627}' | '\u{0648}' | '\u{064A}')).count();
    let letters = key.chars().count();
    c.l.tokens.kind(i) == Some(TokenKind::Word) && letters >= 4 && (long >= 2 || long * 3 >= letters) && !verbal_shape(c, i) && !key.starts_with('\u{0648}')
}
