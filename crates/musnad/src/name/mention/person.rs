//! Persons: names of the tables, and words that no table knows behind a title, behind a reporting verb, or beside a known name.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::mention::chain::{chain_end, foreign, is_name, is_particle, particle, verbal_shape};
use crate::name::mention::{Mention, PERSONS, closed_class, common_word, has_clitic, too_short};
use crate::record::PartyKind;
use crate::token::{Punct, TokenKind};

fn mention(first: usize, end: usize, rule: &'static str, m: Option<&Match>) -> Mention {
    let none = Mention { tokens: first..end, kind: PartyKind::Person, rule, sense: None, letters: 0 };
    m.map_or(none, |m| super::mention(first..end, PartyKind::Person, rule, m))
}

/// A title of persons that needs no more: العقيد، السيد، الشيخ، الأمير، الدكتور.
fn of_persons(c: &Classes, title: &Match) -> bool {
    matches!(c.lexicon().class(title.sense), "rank" | "honorific" | "religious" | "royal" | "academic")
}

/// A name of the tables, with what follows of it.
pub(super) fn listed(c: &Classes, i: usize, title: Option<&Match>) -> Option<Mention> {
    if !c.l.matches.any(i, PERSONS) {
        return None;
    }
    let all = c.l.matches.at(i);
    let m = all.iter().find(|m| is_name(m) && super::plain(m))?;
    // على, spelled with its ى, is the preposition.
    let spelled = crate::fold::last_letter(crate::text::slice(c.l.text, c.l.tokens.span(i)));
    if closed_class(c, i) && (!c.is(i, Class::PERSON) || spelled == Some('\u{0649}')) || too_short(c, m) || opens_another(c, i, m, title) {
        return None;
    }
    let end = chain_end(c, i, m.end());
    if end == i + 1 && is_particle(c, i) {
        return None;
    }
    // المدخل الدائري جميل: what describes a definite noun begins no name.
    let behind = i > 0 && !c.line_start(i) && c.is(i - 1, Class::DEFINITE) && !c.is(i - 1, Class::CUE.or(Class::VERB)) && title.is_none();
    if behind && c.is(i, Class::DEFINITE) && !all.iter().any(|n| n.sense.table == Table::GivenNames) {
        return None;
    }
    let several = end - i > 1;
    let sure = (i..end).any(|j| c.is(j, Class::PERSON) && c.l.matches.at(j).iter().any(|n| is_name(n) && !c.lexicon().is_ambiguous(n.sense)));
    let direct = title.is_some_and(|t| t.end() == i && c.lexicon().cell(t.sense, "takes") != "of");
    // A word that is known without taking a letter off it is that word, unless it can only be a verb.
    let whole = all.iter().any(|o| o.clitics.letters < m.clitics.letters && !matches!(o.sense.table, Table::Verbs | Table::Reporting));
    if whole && !(sure && several) || m.clitics.prep.is_some() && (c.lexicon().is_ambiguous(m.sense) && !several || whole) {
        return None;
    }
    let accepted = if several { sure || chain_of_names(c, i, end) || title.is_some() } else { alone(c, i, m, title, direct) };
    accepted.then(|| mention(i, end, "name/listed-person", Some(m)))
}

/// المصري محمد، طلب محمد: a word before a given name that is an adjective or a verb and begins no name.
fn opens_another(c: &Classes, i: usize, m: &Match, title: Option<&Match>) -> bool {
    if m.end() != i + 1 || c.line_start(i + 1) {
        return false;
    }
    // السوداني عمر، السيد حسن، النجم المغربي مروان
    if c.is(i, Class::DEFINITE) {
        // الفنان المصري شيكو، القاضي كلارينس: before a word that no table knows.
        let unknown = c.is_word(i + 1)
            && c.l.matches.at(i + 1).is_empty()
            && !c.is(i + 1, Class::DEFINITE)
            && !c.lexicon().common(c.key(i + 1))
            && c.attached(i + 1).is_none();
        let adjective = c.is(i, Class::NATIONALITY) && title.is_some_and(|t| t.end() <= i);
        if unknown && (adjective || title_word(c, i) && foreign(c, i + 1)) || adjective && c.is(i + 1, Class::DEFINITE) && title_word(c, i + 1) {
            return true;
        }
        let name = c.l.matches.at(i + 1).iter().any(|n| is_name(n) && n.clitics.letters == 0) && !c.is(i + 1, Class::DEFINITE);
        if (c.is(i, Class::NATIONALITY) || title_word(c, i)) && name || c.is(i + 1, Class::NATIONALITY) && c.is(i + 1, Class::DEFINITE) && has_clitic(c, i) {
            return true;
        }
    }
    if !c.is(i + 1, Class::PERSON) {
        return false;
    }
    let given = c.l.matches.at(i + 1).iter().any(|n| n.sense.table == Table::GivenNames && n.clitics.letters == 0 && !c.lexicon().is_ambiguous(n.sense));
    if !given && !matches!(particle(c, i + 1), Some("ibn-particle" | "abu-particle")) {
        return false;
    }
    let verb = c.is(i, Class::VERB.or(Class::CUE)) && c.lexicon().is_ambiguous(m.sense) && title.is_none_or(|t| t.end() != i) && !c.is(i + 1, Class::DEFINITE);
    c.is(i, Class::DEFINITE) || verb || m.clitics.conj && c.key(i).starts_with('\u{0641}')
}

/// السيد، القاضي: a title with the article, though it is also a name.
fn title_word(c: &Classes, i: usize) -> bool {
    c.is(i, Class::TITLE) && c.l.matches.at(i).iter().any(|n| n.sense.table == Table::Titles && n.clitics.article)
}

/// أمين فارس: names that are common words each, side by side, and nothing else.
fn chain_of_names(c: &Classes, first: usize, end: usize) -> bool {
    let only = |j: usize| {
        let all = c.l.matches.at(j);
        !all.is_empty()
            && all.iter().all(|n| is_name(n) || n.clitics.letters > 0 || matches!(n.sense.table, Table::Titles | Table::CountedNouns | Table::Cities))
    };
    let given = c.l.matches.at(first).iter().any(|n| n.sense.table == Table::GivenNames && n.clitics.prep.is_none());
    // اجتمع حسن البارودي: no verb stands behind a verb.
    let verb = c.is(first, Class::VERB.or(Class::CUE).or(Class::BE)) && !(first > 0 && c.is(first - 1, Class::VERB.or(Class::CUE)) && !c.line_start(first));
    if !given || verb || closed_class(c, first) {
        return false;
    }
    // فايز السعيد، آدم غادان: behind it a family name with the article, or a word of no Arabic shape.
    let next = first + 1;
    let nisba = c.l.matches.at(next).is_empty() && c.key(next).ends_with('\u{064A}');
    let family = c.is(next, Class::DEFINITE) && (nisba || c.l.matches.at(next).iter().any(is_name)) && !c.is(next, Class::NATIONALITY);
    let alien = c.l.matches.at(next).is_empty() && foreign(c, next) && !c.is(next, Class::DEFINITE);
    end == next + 1 && (family || alien) || (first..end).all(only)
}

/// Whether a name of one word is a name here.
fn alone(c: &Classes, i: usize, m: &Match, title: Option<&Match>, direct: bool) -> bool {
    let all = c.l.matches.at(i);
    let ambiguous = c.lexicon().is_ambiguous(m.sense);
    let other = |o: &Match| {
        !is_name(o)
            && o.clitics.letters == m.clitics.letters
            && !matches!(o.sense.table, Table::Bodies | Table::Outlets | Table::Groups | Table::Cities | Table::Regions)
            && !(matches!(o.sense.table, Table::Verbs | Table::Reporting) && o.clitics.pronoun.is_some())
    };
    // البطل المغربي، العالم العربي: an adjective. فصائل is no ف and صائل.
    let adjective = c.is(i, Class::DEFINITE) && (c.is(i, Class::NATIONALITY) || all.iter().any(|o| o.sense.table == Table::SourceAdjectives));
    if adjective || m.clitics.conj && c.key(i).starts_with('\u{0641}') {
        return false;
    }
    if direct && c.is(i, Class::PERSON.or(Class::MAYBE_NAME)) {
        // الرئيس بري: a family name without the article is no adjective of the title.
        let family = m.sense.table == Table::FamilyNames && !c.is(i, Class::DEFINITE);
        return !ambiguous || title.is_some_and(|t| (of_persons(c, t) || family) && t.clitics.article);
    }
    // السلوك الحسن: a definite word alone behind a definite noun describes it.
    if c.is(i, Class::DEFINITE) && (ambiguous || i > 0 && !c.line_start(i) && c.is(i - 1, Class::DEFINITE) && !c.is(i - 1, Class::CUE.or(Class::VERB))) {
        return false;
    }
    // قال عنان: the subject of a reporting verb.
    let subject = i > 0 && c.is(i - 1, Class::CUE) && !c.line_start(i) && all.iter().all(|o| is_name(o) || o.clitics.letters > 0);
    subject || c.is(i, Class::PERSON) && !ambiguous && !all.iter().any(other)
}

/// A word that no table knows: a name behind a title or a reporting verb, or before a known family name.
pub(super) fn unlisted(c: &Classes, i: usize, title: Option<&Match>) -> Option<Mention> {
    if c.lexicon().common(c.key(i)) || c.attached(i).is_some() || c.key(i).chars().count() < 2 {
        return None;
    }
    title.and_then(|t| behind_title(c, i, t)).or_else(|| before_name(c, i)).or_else(|| behind_cue(c, i))
}

/// الرئيس فلان، رئيس الوزراء البريطاني فلان: the holder of a title.
pub(super) fn behind_title(c: &Classes, i: usize, title: &Match) -> Option<Mention> {
    if i < title.end() || closed_class(c, i) || common_word(c, i) || has_clitic(c, i) || c.lexicon().common(c.key(i)) {
        return None;
    }
    if !matches!(title.sense.form, Form::Noun(Count::Singular, _)) || c.is(i, Class::NATIONALITY.or(Class::VERB).or(Class::CUE)) || c.attached(i).is_some() {
        return None;
    }
    let direct = title.end() == i;
    let owned = title.clitics.article || title.clitics.pronoun.is_some();
    if c.is(i, Class::DEFINITE) {
        // السيد الكردي: a nisba right behind a title of persons.
        // الفريق اللندني: a team.
        let nisba = direct
            && of_persons(c, title)
            && owned
            && c.key(i).ends_with('\u{064A}')
            && matches!(c.lexicon().class(title.sense), "rank" | "honorific" | "academic")
            && c.lexicon().id(title.sense) != "fariq";
        return nisba.then(|| mention(i, i + 1, "name/behind-title", Some(title)));
    }
    let closed = if direct {
        owned && c.lexicon().cell(title.sense, "takes") != "of"
    } else {
        c.at(i - 1).any(Class::DEFINITE.or(Class::PLACE).or(Class::NATIONALITY).or(Class::ORGANISATION)) || c.quote_mark(i - 1) || !c.is_word(i - 1)
    };
    // سيحاسب، شرعيا: a future verb, an adverb.
    let little = c.key(i).chars().count() < 4 && !of_persons(c, title);
    let object = c.key(i).ends_with('\u{0627}') && c.is(i + 1, Class::PREPOSITION) && !direct;
    let future = little
        || object
        || c.key(i).starts_with("\u{0633}\u{064A}") && c.key(i).chars().count() >= 5
        || c.key(i).ends_with("\u{064A}\u{0627}") && !c.is(i + 1, Class::PERSON);
    if !closed || future || verbal_shape(c, i) {
        return None;
    }
    let end = chain_end(c, i, i + 1);
    let several = end - i > 1 && end - i <= 5 && (c.is_word(i - 1) || foreign(c, i));
    (several || direct && (of_persons(c, title) || foreign(c, i)) || c.is_word(i - 1) && foreign(c, i))
        .then(|| mention(i, end, "name/behind-title", Some(title)))
}

/// An unknown word before a name of the tables: it is the given name.
fn before_name(c: &Classes, i: usize) -> Option<Mention> {
    let next = i + 1;
    if !c.l.matches.any(next, PERSONS) || c.is(i, Class::DEFINITE) || c.line_start(next) || !foreign(c, i) {
        return None;
    }
    let led = i > 0 && c.is(i - 1, Class::NATIONALITY.or(Class::TITLE)) && c.is(i - 1, Class::DEFINITE);
    let known = |m: &&Match| m.sense.table == Table::FamilyNames || led && m.sense.table == Table::GivenNames;
    let m = c.l.matches.at(next).iter().filter(known).find(|m| m.clitics.letters == 0 && !c.lexicon().is_ambiguous(m.sense))?;
    if !c.is(next, Class::PERSON) || c.is(next, Class::DEFINITE) || common_word(c, next) || is_particle(c, next) {
        return None;
    }
    Some(mention(i, chain_end(c, i, m.end()), "name/before-name", Some(m)))
}

/// وأضاف فلان أن، قال فلان فلان،: an unknown word that can only be the subject of a reporting verb.
fn behind_cue(c: &Classes, i: usize) -> Option<Mention> {
    let before = i.checked_sub(1)?;
    let verb = c.is(before, Class::CUE) && !c.is(before, Class::SPEECH_MASDAR.or(Class::MASDAR).or(Class::PARTICIPLE));
    if !verb || c.line_start(i) || c.is(i, Class::DEFINITE) || c.l.tokens.kind(i) != Some(TokenKind::Word) || verbal_shape(c, i) {
        return None;
    }
    let end = chain_end(c, i, i + 1);
    let told = c.is(end, Class::COMPLEMENTISER) || c.punct(end, Punct::Comma) || c.punct(end, Punct::Colon) || c.quote_mark(end);
    let closes = told || c.is(end, Class::PREPOSITION.or(Class::TITLE)) && (end - i > 1 || !c.is(end, Class::TIME));
    // قضائيا، شيئا، قوله: an adverb or an object.
    let key = c.key(i);
    let plain = key.chars().count() >= 4
        && (told || !key.ends_with('\u{0647}'))
        && !["\u{064A}\u{0627}", "\u{062A}\u{0647}", "\u{0624}\u{0647}"].iter().any(|e| key.ends_with(e));
    (closes && plain && end - i <= 4 && (end - i > 1 || foreign(c, i) && !key.starts_with(['\u{0644}', '\u{0628}', '\u{064A}'])))
        .then(|| mention(i, end, "name/behind-cue", None))
}
