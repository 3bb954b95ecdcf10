//! Where does a person's name begin behind a title, and what can be part of one?

use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::morph::{Match, Pronoun};
use crate::name::extent::trade_surname;
use crate::name::phrase::{Head, Lead, NounPhrase, is_place};
use crate::token::{Punct, TokenKind};

/// Whether a name stands at `i` in apposition: it is followed by a comma, a complementiser, a verb or a mark of speech.
pub(super) fn apposed_name(c: &Classes, i: usize, limit: usize) -> bool {
    let from = i + title_length(c, i);
    // تولد جيبر مريم، : words that hold a known name, and a comma behind.
    let stop = (from..limit.min(from + 5)).find(|&j| !c.is_word(j));
    let foreign = stop.is_some_and(|end| {
        let function =
            Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::RELATIVE).or(Class::DEFINITE).or(Class::CONJUNCTION).or(Class::TIME).or(Class::NEGATION);
        c.punct(end, Punct::Comma)
            && end > from + 1
            && (from..end).any(|j| c.is(j, Class::PERSON))
            && !(from..end).any(|j| c.is(j, function) || c.attached(j).is_some())
    });
    if foreign {
        return true;
    }
    if from >= limit || !may_be_name(c, from) {
        return false;
    }
    let strong = from > i || c.is(from, Class::PERSON);
    let end = (from..limit.min(from + 6))
        .find(|&j| !c.is_word(j) && !c.punct(j, Punct::Dash) || c.is(j, Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::TIME)));
    let closed = end.is_none_or(|j| {
        j > from
            && (c.punct(j, Punct::Comma)
                || c.punct(j, Punct::Colon)
                || c.quote_mark(j)
                || c.is(j, Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::TIME)))
    });
    closed && (strong || end.is_some_and(|j| j <= from + 4))
}

/// Tokens of a title that stands at `i`: العقيد in «المتحدث، العقيد فلان».
pub(super) fn title_length(c: &Classes, i: usize) -> usize {
    c.find(i, Table::Titles).filter(|m| m.clitics.prep.is_none() && takes_name(c, m)).map_or(0, |m| m.end() - i)
}

/// A given name as it stands; على is one only where its class says so, ولي is none in ولي العهد.
pub(super) fn given_name(c: &Classes, i: usize) -> bool {
    let title = c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Titles && m.end() > i + 1 && m.clitics.prep.is_none());
    !c.is(i, Class::PREPOSITION)
        && !title
        && c.l.matches.at(i).iter().any(|m| m.sense.table == Table::GivenNames && m.clitics.prep.is_none() && !m.clitics.conj)
}

pub(super) fn takes_name(c: &Classes, title: &Match) -> bool {
    matches!(c.lexicon().cell(title.sense, "takes"), "name" | "both")
}

/// Whether a word could be part of a person's name: nothing else by the tables, no article.
pub(super) fn may_be_name(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    // على; صاحب السمو
    let title = c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Titles && m.end() > i + 1);
    if class.any(Class::PREPOSITION) || title {
        return false;
    }
    if class.any(Class::PERSON.or(Class::MAYBE_NAME)) {
        return true;
    }
    if !matches!(c.l.tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin)) {
        return false;
    }
    // خبري، سادي: with my pronoun it is no word of news.
    let all = c.l.matches.at(i);
    if !all.is_empty() && c.key(i).chars().count() >= 4 && all.iter().all(|m| m.clitics.pronoun == Some(Pronoun::My)) {
        return true;
    }
    // الدكتور فلينت: ف of a name, where only the conjunction makes it a word.
    let joined = |m: &Match| m.clitics.conj && m.sense.table != Table::Reporting;
    if !all.is_empty() && c.key(i).starts_with('\u{0641}') && all.iter().all(joined) && i > 0 && c.is(i - 1, Class::PERSON.or(Class::TITLE)) {
        return true;
    }
    let other = Class::COMPLEMENTISER
        .or(Class::RELATIVE)
        .or(Class::PREPOSITION)
        .or(Class::SUBORDINATOR)
        .or(Class::NEGATION)
        .or(Class::PARTICLE)
        .or(Class::DEMONSTRATIVE)
        .or(Class::VERB)
        .or(Class::CUE)
        .or(Class::PARTICIPLE)
        .or(Class::MASDAR)
        .or(Class::SPEECH_MASDAR)
        .or(Class::TIME)
        .or(Class::PLACE)
        .or(Class::ORGANISATION)
        .or(Class::SOURCE)
        .or(Class::SPEECH_NOUN)
        .or(Class::NATIONALITY)
        .or(Class::TITLE);
    // لكرة، لشؤون: a common word that no other table holds, with its clitics.
    let common = c.lexicon().common(c.key(i));
    !class.any(other) && c.key(i).chars().count() >= 2 && !common && !known_noun(c, i) && c.attached(i).is_none() && !accusative(c, i)
}

/// مادورو رئيسا، بعيدًا: an indefinite accusative, by its mark or as that of a title, is no name.
fn accusative(c: &Classes, i: usize) -> bool {
    const TANWIN: char = '\u{064B}';
    if crate::text::slice(c.l.text, c.l.tokens.span(i)).trim_end_matches('\u{0627}').ends_with(TANWIN) {
        return true;
    }
    let Some(noun) = c.key(i).strip_suffix('\u{0627}') else { return false };
    let senses = c.lexicon().word(noun).map(|node| c.lexicon().senses(node)).unwrap_or(&[]);
    senses.iter().any(|s| matches!(s.table, Table::Titles | Table::Sources))
}

pub(super) fn known_noun(c: &Classes, i: usize) -> bool {
    c.l.matches
        .at(i)
        .iter()
        .any(|m| matches!(m.sense.table, Table::OfficeComplements | Table::SourceAdjectives | Table::PlaceHeads | Table::Units | Table::Currencies))
}

/// Whether a phrase in running text surely names a person: by a known name, by two words that no table holds, or by one behind a rank.
pub(super) fn sure_person(c: &Classes, phrase: &NounPhrase) -> bool {
    if phrase.name.clone().any(|j| c.is(j, Class::PERSON)) {
        return true;
    }
    if phrase.role.is_empty() || phrase.role.start > phrase.name.start {
        return false;
    }
    // Behind a title a name that is also a common word is one, and so are words that no table holds.
    let maybe = |j: usize| c.l.matches.at(j).iter().any(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && m.clitics.letters == 0);
    let unknown = |j: usize| c.l.matches.at(j).is_empty() && c.is_word(j);
    let behind_title = phrase.role.clone().any(|j| c.find(j, Table::Titles).is_some_and(|m| m.end() == phrase.name.start && takes_name(c, m)));
    let named = phrase.name.clone().any(maybe) && !c.is(phrase.name.start, Class::PREPOSITION) || phrase.name.clone().all(unknown);
    named && (phrase.name.len() > 1 || behind_title)
}

/// Whether a person's name begins at `i` behind a title's complement.
pub(super) fn name_begins(c: &Classes, i: usize, limit: usize, lead: &Lead) -> bool {
    let class = c.at(i);
    let previous = c.at(i - 1);
    let given = given_name(c, i);
    let first = lead.found.is_some_and(|m| m.end() == i);
    let after_name_title = first && lead.found.is_some_and(|m| m.sense.table == Table::Titles && takes_name(c, m));
    // الأمين: an office, unless a title that takes a name stands right before.
    let office = c.is(i, Class::DEFINITE) && class.any(Class::TITLE) && !class.any(Class::PERSON.or(Class::MAYBE_NAME))
        || c.is(i, Class::DEFINITE) && c.is(i, Class::TITLE) && !c.is(i + 1, Class::PERSON);
    if given && !office {
        // مطار الملك خالد, جامعة محمد: a name inside an organisation's or place's name is no person.
        let heads = |m: &Match| matches!(m.sense.table, Table::OrgHeads | Table::PlaceHeads) && m.end() == i && !m.clitics.article;
        let inside = !after_name_title && c.l.matches.at(i - 1).iter().any(heads);
        if inside {
            return false;
        }
        // ابنة الملك خالد: of kin the name told is another's.
        if lead.found.is_some_and(|m| c.lexicon().class(m.sense) == "relation" && m.clitics.pronoun.is_none()) {
            return false;
        }
        // مدرب ميلان: behind a trade without the article one word is the complement.
        let trade = first
            && lead.found.is_some_and(|m| {
                m.sense.table == Table::Titles && !m.clitics.article && m.clitics.pronoun.is_none() && c.lexicon().class(m.sense) == "profession"
            });
        if trade && !c.is(i + 1, Class::PERSON) && !may_be_name(c, i + 1) && !trade_surname(c, i + 1) {
            return false;
        }
        // A source's own noun: a role word that is also a name needs another name behind it.
        return lead.head == Head::Office || previous.any(Class::DEFINITE) || is_place(c, i - 1) || c.is(i + 1, Class::PERSON);
    }
    if !may_be_name(c, i) || c.is(i, Class::DEFINITE) {
        // الناطق باسم … أحمد; surnames with the article follow a title directly: الوزير الهاشمي.
        let title = lead.found.filter(|m| m.sense.table == Table::Titles && first && m.clitics.article);
        let ranked = title.is_some_and(|m| matches!(c.lexicon().class(m.sense), "rank" | "honorific" | "religious" | "royal" | "academic"));
        let surname = class.any(Class::PERSON) && title.is_some() || ranked && c.key(i).ends_with('\u{064A}') && c.l.matches.at(i).is_empty();
        return surname && !class.any(Class::NATIONALITY.or(Class::PLACE));
    }
    if lead.head == Head::Source && !lead.found.is_some_and(|m| m.clitics.article) {
        return false;
    }
    // An unknown word without the article behind a closed complement: the complement is definite, a place, or an adjective.
    if c.l.tokens.kind(i) == Some(TokenKind::Latin) && !previous.any(Class::DEFINITE) {
        return false;
    }
    // نجم خط الوسط: behind an indefinite title of trade only a known name is a name.
    let firm = lead.found.is_some_and(|m| m.clitics.article || matches!(c.lexicon().class(m.sense), "rank" | "honorific" | "royal" | "religious" | "academic"));
    let closed = after_name_title && firm
        || previous.any(Class::DEFINITE.or(Class::PLACE).or(Class::ORGANISATION).or(Class::NATIONALITY))
        || c.quote_mark(i - 1) && c.l.tokens.gap(i) != crate::token::Gap::None;
    closed && !c.is(i, Class::CONJUNCTION) && tail_is_name(c, i, limit)
}

/// Whether what follows up to the end of the phrase can be a name of one to five words.
fn tail_is_name(c: &Classes, i: usize, limit: usize) -> bool {
    let mut j = i;
    while j < limit && j < i + 6 && c.is_word(j) && (may_be_name(c, j) || j > i && c.is(j, Class::PERSON.or(Class::DEFINITE)) && !c.is(j, Class::TIME)) {
        j += 1;
        if c.punct(j, Punct::Dash) {
            j += 1;
        }
    }
    j > i && j - i <= 5
}
