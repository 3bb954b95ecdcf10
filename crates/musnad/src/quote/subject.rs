//! Who is the subject of a verb? Behind it, past adverbs and insertions; before it, in front of a relative, or behind كان.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::{Count, Gender, VerbForm, VerbKind};
use crate::lexicon::reporting::{Object, Reporting};
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::phrase::{Head, NAMING, NounPhrase, governed_pronoun, noun_phrase};
use crate::token::{Punct, TokenKind};

/// Rows of reporting.tsv whose object is always told: with one noun phrase behind such a verb, that is the object.
const WITH_OBJECT: [&str; 15] = [
    "akhbara", "alama", "ablagha", "anbaa", "haththa", "hadda", "nashada", "nasaha", "alzama", "ittahama", "hammala", "hannaa", "wasafa", "shajjaa", "tamaana",
];

/// Rows of countries.tsv that take a masculine verb.
const MASCULINE: [&str; 8] = ["iraq", "lebanon", "jordan", "sudan", "morocco", "yemen", "south-sudan", "vatican"];

/// The subject of a reporting verb between it and its content. Behind a verb that takes an object of persons (اتهم، أبلغ), the one phrase
/// there is that object, where the verb needs one, or disagrees with it: وأبلغ الأمم المتحدة أن.
pub(super) fn subject_of_verb(c: &Classes, m: &Match, form: VerbForm, verb: &Reporting, limit: usize) -> Option<NounPhrase> {
    let phrase = subject_after(c, m.end(), limit)?;
    if oblique(c, &phrase) {
        return None;
    }
    if verb.object == Object::Content || m.clitics.pronoun.is_some() {
        return Some(phrase);
    }
    // ولكنها أوصت الغرف بـ: the subject is the pronoun before.
    let before = m.first().checked_sub(1).map(|j| c.l.matches.at(j)).unwrap_or_default();
    if before.iter().any(|b| b.sense.table == Table::FunctionWords && b.clitics.pronoun.is_some() && c.lexicon().class(b.sense) != "prep") {
        return None;
    }
    // Another phrase behind it, at once or past an insertion.
    let next = (phrase.tokens.end..limit).find(|&j| !c.is(j, Class::TIME) && !c.quote_mark(j)).unwrap_or(limit);
    let noun = next < limit
        && c.is_word(next)
        && !c.is(next, Class::PREPOSITION.or(Class::PARTICLE).or(Class::SUBORDINATOR).or(Class::RELATIVE))
        && c.attached(next).is_none();
    let second = noun || subject_after(c, phrase.tokens.end, limit).is_some();
    if second {
        return Some(phrase);
    }
    let needs = WITH_OBJECT.contains(&c.lexicon().id(m.sense)) && phrase.tokens.start == m.end();
    (!needs && !disagrees(c, form, &phrase)).then_some(phrase)
}

/// أمر المحامين: a sound plural in the oblique is no subject.
fn oblique(c: &Classes, phrase: &NounPhrase) -> bool {
    let plural = phrase.sense.is_some_and(|s| matches!(s.table, Table::Titles | Table::Sources) && s.form == Form::Noun(Count::Plural, Gender::Masculine));
    plural && c.key(phrase.tokens.start).ends_with("\u{064A}\u{0646}")
}

/// Whether a phrase cannot be the subject of a verb before it: a verb before its subject is singular, and has its gender where that is sure.
fn disagrees(c: &Classes, form: VerbForm, phrase: &NounPhrase) -> bool {
    if form.number != Count::Singular {
        return true;
    }
    let row = phrase.sense.map(|s| (s, c.lexicon().id(s)));
    let noun = matches!(phrase.sense.map(|s| s.form), Some(Form::Noun(Count::Singular, _)));
    let sure = match row {
        Some((s, id)) => match s.table {
            // الوزارة تحذر كافة المواطنين: nor are men the subject of a feminine verb.
            Table::Titles | Table::Sources => {
                let men = s.form == Form::Noun(Count::Plural, Gender::Masculine) && !c.l.matches.has(phrase.tokens.start, Table::OrgHeads);
                noun || men && form.gender == Gender::Feminine && c.lexicon().class(s) != "media" && c.lexicon().class(s) != "other"
            }
            Table::OrgHeads => noun && form.gender == Gender::Masculine,
            Table::Countries => !MASCULINE.contains(&id),
            Table::GivenNames => matches!(c.lexicon().cell(s, "gender"), "f" | "m"),
            _ => false,
        },
        None => false,
    };
    sure && phrase.gender != form.gender
}

/// The subject between a cue and its content: past adverbs, insertions and phrases of circumstance.
pub(crate) fn subject_after(c: &Classes, from: usize, limit: usize) -> Option<NounPhrase> {
    let mut j = from;
    // Behind a phrase of circumstance an adjective may still describe its noun: only a named source is taken for a subject there.
    let mut circumstance = false;
    while j < limit {
        let class = c.at(j);
        circumstance &= !c.punct(j, Punct::Comma);
        if class.any(Class::RELATIVE.or(Class::CUE.or(Class::VERB))) && !noun_like(c, j) {
            return None;
        }
        if class.any(Class::TIME) && !class.any(Class::PERSON) || c.punct(j, Punct::Comma) || c.punct(j, Punct::ParenClose) || c.punct(j, Punct::Dash) {
            j += 1;
            continue;
        }
        if c.punct(j, Punct::ParenOpen) {
            j = past_bracket(c, j, limit);
            continue;
        }
        if governed_pronoun(c.key(j)) {
            j += 1;
            continue;
        }
        // لـ«صحيفة»، لـ(صحيفة): to whom it was said.
        if c.key(j).chars().count() == 1 && c.attached(j).is_some() {
            let close = (j + 2..limit.min(j + 10)).find(|&k| c.quote_mark(k) || c.punct(k, Punct::ParenClose));
            j = close.map_or(j + 1, |k| k + 1);
            continue;
        }
        if class.any(Class::PREPOSITION) {
            let object = noun_phrase(c, j + 1, limit);
            j = object.map_or(j + 1, |p| p.tokens.end).max(j + 1);
            circumstance = true;
            continue;
        }
        let named_whole = c.l.matches.whole(j, NAMING);
        if c.attached(j).is_some() && !named_whole {
            let object = noun_phrase(c, j, limit);
            j = object.map_or(j + 1, |p| p.tokens.end).max(j + 1);
            circumstance = true;
            continue;
        }
        if class.any(Class::PARTICLE.or(Class::SUBORDINATOR).or(Class::ATTRIBUTION)) && !named_whole {
            j += 1;
            continue;
        }
        if class.any(Class::NEGATION.or(Class::COMPLEMENTISER)) {
            return None;
        }
        let phrase = noun_phrase(c, j, limit);
        match phrase {
            // An accusative adverb or participle (رسميا، قائلا) is no subject.
            Some(p) if p.head == Head::Other && (circumstance || !plausible(c, &p)) => j = p.tokens.end.max(j + 1),
            Some(p) => return Some(p),
            None => j += 1,
        }
    }
    None
}

/// Behind the bracket that opens at `open`.
fn past_bracket(c: &Classes, open: usize, limit: usize) -> usize {
    const WORDS: usize = 12;
    (open + 1..limit.min(open + WORDS)).find(|&k| c.punct(k, Punct::ParenClose)).map_or(open + 1, |k| k + 1)
}

/// Whether a phrase with no known head can be a source: a definite noun or an unknown word, not an adverb or an object.
fn plausible(c: &Classes, p: &NounPhrase) -> bool {
    let first = p.tokens.start;
    let quantity = c.is_quantifier(first);
    let known = c.l.matches.at(first).iter().any(|m| {
        matches!(m.sense.table, Table::Masdars | Table::Verbs | Table::Reporting | Table::Commitments | Table::Completions | Table::SpeechNouns)
            && m.clitics.prep.is_none()
    });
    // An indefinite accusative (رسميا، إنذارا) is an adverb or an object.
    let accusative = c.key(first).ends_with('\u{0627}')
        && !c.is(first, Class::DEFINITE.or(Class::PERSON))
        && p.tokens.len() <= 2
        && c.l.tokens.kind(first) == Some(TokenKind::Word);
    let definite = c.is(first, Class::DEFINITE);
    // أسماؤهم: somebody's thing, not somebody.
    if owned(c, first) || pronoun_ending(c, first) {
        return false;
    }
    quantity || (!accusative && !c.is(first, Class::DEMONSTRATIVE.or(Class::PARTICIPLE)) && (definite || !known))
}

/// A word that every reading takes for one with a pronoun.
fn owned(c: &Classes, i: usize) -> bool {
    let all = c.l.matches.at(i);
    !all.is_empty() && all.iter().all(|m| m.clitics.pronoun.is_some())
}

/// Whether a relative pronoun cannot go back to this phrase: التي to a man, الذي to a woman or to many.
fn unlike_relative(c: &Classes, relative: usize, phrase: &NounPhrase) -> bool {
    let feminine = match c.function(relative) {
        Some("allati") => true,
        Some("alladhi") => false,
        Some("alladhina") => return phrase.head == Head::Document,
        _ => return false,
    };
    let noun = phrase.sense.is_some_and(|s| matches!(s.table, Table::Titles | Table::Sources) && matches!(s.form, Form::Noun(Count::Singular, _)));
    noun && (phrase.gender == Gender::Feminine) != feminine
}

/// An unknown word that ends in هم or ها behind a hamza or alef: a noun with a pronoun.
fn pronoun_ending(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    c.l.matches.at(i).is_empty()
        && !c.is(i, Class::DEFINITE)
        && (key.ends_with("\u{0647}\u{0645}") || key.ends_with("\u{0647}\u{0627}"))
        && key.chars().count() >= 5
}

/// A subject before its verb: الذي أكد، كان فلان قد أعلن، فلان يقول. Gives the phrase and where the clause begins.
pub(crate) fn subject_before(c: &Classes, verb: usize, sentence: &Range<usize>) -> Option<(NounPhrase, usize)> {
    const BACK: usize = 24;
    let mut end = verb;
    // قد، لا، س…
    while end > sentence.start && verbal_particle(c, end - 1) {
        end -= 1;
    }
    if let Some(topic) = topic(c, verb, end, sentence) {
        return Some(topic);
    }
    let joined = c.is(verb, Class::CONJUNCTION)
        && !c.l.matches.at(verb).iter().any(|m| matches!(m.sense.table, Table::Reporting | Table::Commitments | Table::Verbs) && !m.clitics.conj);
    if joined {
        return None;
    }
    // كان فلان … قد أعلن: the subject stands behind كان, however much is inserted.
    if let Some(found) = subject_of_be(c, verb, sentence) {
        return Some(found);
    }
    // Times and short insertions between subject and verb.
    while end > sentence.start && (c.is(end - 1, Class::TIME) || c.punct(end - 1, Punct::Comma) && c.is(end.saturating_sub(2), Class::TIME)) {
        end -= 1;
    }
    if end == sentence.start || c.is(end - 1, Class::PARTICLE) && !c.is(end - 1, Class::PERSON.or(Class::PLACE)) {
        return None;
    }
    if let Some(found) = opening_subject(c, verb, end, sentence) {
        return Some(found);
    }
    end = before_insertion(c, end, sentence);
    let relative = c.is(end - 1, Class::RELATIVE);
    if relative {
        end -= 1;
    }
    while end > sentence.start && c.punct(end - 1, Punct::Comma) {
        end -= 1;
    }
    let floor = sentence.start.max(end.saturating_sub(BACK));
    // The clause begins behind the nearest boundary.
    let mut starts: Vec<usize> = Vec::new();
    let mut k = end;
    while k > floor {
        k -= 1;
        let boundary = c.punct(k, Punct::Comma)
            || c.punct(k, Punct::Colon)
            || c.is(k, Class::SUBORDINATOR.or(Class::COMPLEMENTISER).or(Class::RELATIVE))
            || c.quote_mark(k)
            || (c.is(k, Class::VERB.or(Class::CUE).or(Class::PREPOSITION))
                && !c.is(k, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE).or(Class::DEFINITE)));
        if boundary {
            starts.push(k + 1);
            let hard = c.is(k, Class::COMPLEMENTISER) || c.is(k, Class::VERB.or(Class::CUE)) && !relative && !c.is(k, Class::BE);
            if hard {
                break;
            }
        }
        if k == sentence.start {
            starts.push(k);
        }
    }
    for &from in starts.iter().rev() {
        if from >= end || c.is(from, Class::PREPOSITION) && !c.is(from, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION)) {
            continue;
        }
        // وعن اليمن قال; في الغوطة، أعلن: what a preposition takes is no subject, where its phrase opens the clause or a mark closes it.
        let governed = from > sentence.start && c.is(from - 1, Class::PREPOSITION) && !c.is(from - 1, Class::SUBORDINATOR);
        let apart = from < sentence.start + 2 || c.punct(from.saturating_sub(2), Punct::Comma) || (end..verb).any(|j| c.punct(j, Punct::Comma));
        if governed && apart && !relative {
            continue;
        }
        let Some(phrase) = noun_phrase(c, from, end) else { continue };
        let reaches = phrase.tokens.end == end || (phrase.tokens.end..end).all(|j| !c.is_word(j) || c.is(j, Class::TIME.or(Class::NATIONALITY)));
        // قدم تقريرا قال فيه: the document is not who speaks.
        let indefinite = phrase.head == Head::Document && !c.is(from, Class::DEFINITE) && from > sentence.start;
        let owned = phrase.head == Head::Other && (pronoun_ending(c, from) || owned(c, from));
        // المملكة أو الخارج قال: the last of a list is no subject.
        let listed = phrase.head == Head::Other && from > sentence.start && matches!(c.function(from - 1), Some("aw" | "wa"));
        if indefinite || owned || listed || relative && unlike_relative(c, end, &phrase) {
            continue;
        }
        let named = !matches!(phrase.head, Head::Other)
            || phrase.tokens.len() <= 3 && !c.is(from, Class::MASDAR.or(Class::VERB).or(Class::CUE).or(Class::PARTICLE).or(Class::DEMONSTRATIVE));
        if reaches
            && named
            && c.attached(from).is_none_or(|_| c.is(from, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE)))
        {
            let clause = if from > sentence.start && c.is(from - 1, Class::BE) { from - 1 } else { from };
            return Some((phrase, clause));
        }
    }
    None
}
/// لكن فلانا، رئيس الوزراء الذي عين في نيسان، أعلن: who opens the sentence, with what is told of him between commas.
fn opening_subject(c: &Classes, verb: usize, end: usize, sentence: &Range<usize>) -> Option<(NounPhrase, usize)> {
    const REACH: usize = 40;
    if end <= sentence.start + 2 || !c.punct(end - 1, Punct::Comma) || verb > sentence.start + REACH {
        return None;
    }
    let from = (sentence.start..end).take(2).find(|&j| c.is_word(j) && !c.is(j, Class::SUBORDINATOR.or(Class::PARTICLE)) || c.is(j, Class::PERSON))?;
    if c.is(from, Class::PREPOSITION) || c.attached(from).is_some() && !c.is(from, Class::PERSON) {
        return None;
    }
    let phrase = noun_phrase(c, from, end)
        .filter(|p| matches!(p.head, Head::Person | Head::Organisation | Head::Office | Head::Source) || p.tokens.clone().any(|j| c.is(j, Class::PERSON)))?;
    let told = phrase.tokens.end;
    if !(c.punct(told, Punct::Comma) || c.is(told, Class::RELATIVE) || c.punct(told, Punct::ParenOpen)) {
        return None;
    }
    // No verb but those of relative clauses.
    let mut relative = false;
    for j in told..end {
        relative = c.is(j, Class::RELATIVE) || relative && !c.punct(j, Punct::Comma);
        if !relative && (c.is(j, Class::COMPLEMENTISER) || c.is(j, Class::VERB.or(Class::CUE)) && !noun_like(c, j))
            || c.punct(j, Punct::Colon)
            || c.punct(j, Punct::Semicolon)
        {
            return None;
        }
    }
    Some((phrase, from))
}

/// المسؤول، من جانبه، أكد: before a short phrase of circumstance between commas.
fn before_insertion(c: &Classes, end: usize, sentence: &Range<usize>) -> usize {
    const WORDS: usize = 4;
    if !c.punct(end - 1, Punct::Comma) {
        return end;
    }
    let floor = (sentence.start + 1).max(end.saturating_sub(WORDS + 2));
    let open = (floor..end - 1).rev().find(|&j| !c.is_word(j)).filter(|&j| c.punct(j, Punct::Comma));
    match open {
        Some(open) if c.is(open + 1, Class::PREPOSITION) || c.attached(open + 1).is_some() => open,
        _ => end,
    }
}

/// أما فلانة، فقد دعت: the topic that the sentence opens with.
fn topic(c: &Classes, verb: usize, particle: usize, sentence: &Range<usize>) -> Option<(NounPhrase, usize)> {
    let first = sentence.start;
    let then = particle < verb && c.is(particle, Class::CONJUNCTION) || c.is(verb, Class::CONJUNCTION);
    if !then || c.function(first) != Some("imma") {
        return None;
    }
    let phrase = noun_phrase(c, first + 1, particle)?;
    (phrase.head != Head::Other).then_some((phrase, first))
}

/// The many whom a plural verb or participle without a subject goes back to, in its own sentence: مسؤولون تحدثوا إلى وكالة قالوا.
pub(super) fn plural_before(c: &Classes, cue: usize, sentence: &Range<usize>) -> Option<NounPhrase> {
    const BACK: usize = 40;
    let floor = sentence.start.max(cue.saturating_sub(BACK));
    (floor..cue).find_map(|j| {
        let many = c.l.matches.at(j).iter().any(|m| {
            matches!(m.sense.table, Table::Sources | Table::Titles)
                && m.clitics.prep.is_none()
                && matches!(m.sense.form, Form::Noun(Count::Plural | Count::Dual, _))
        });
        let free = j == sentence.start || !c.is(j - 1, Class::PREPOSITION);
        let phrase = if many && free { noun_phrase(c, j, cue) } else { None };
        phrase.filter(|p| p.number != Count::Singular && matches!(p.head, Head::Source | Head::Office))
    })
}

/// قد، سوف، لا before a verb.
fn verbal_particle(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 4] = ["qad", "laqad", "sawfa", "la"];
    c.is(i, Class::PARTICLE.or(Class::NEGATION)) && c.function(i).is_some_and(|row| ROWS.contains(&row))
}

/// The subject of كان that opens the verb's clause, with nothing but its own description between.
pub(super) fn subject_of_be(c: &Classes, verb: usize, sentence: &Range<usize>) -> Option<(NounPhrase, usize)> {
    const REACH: usize = 40;
    let floor = sentence.start.max(verb.saturating_sub(REACH));
    let be = (floor..verb)
        .rev()
        .find(|&j| c.is(j, Class::BE) && (j == sentence.start || !c.is_word(j - 1) || c.is(j - 1, Class::SUBORDINATOR.or(Class::PARTICLE))))?;
    let mut relative = false;
    for j in be + 1..verb {
        if c.is(j, Class::RELATIVE) {
            relative = true;
        } else if c.punct(j, Punct::Comma) {
            relative = false;
        } else if c.is(j, Class::CUE.or(Class::VERB)) && !noun_like(c, j) && !relative || c.is(j, Class::COMPLEMENTISER) || c.punct(j, Punct::Semicolon) {
            return None;
        }
    }
    if relative && c.is(verb - 1, Class::RELATIVE) {
        return None;
    }
    let phrase = noun_phrase(c, be + 1, verb)?;
    (phrase.head != Head::Other || plausible(c, &phrase)).then_some((phrase, be))
}

/// Whether a word that could be a verb is a noun by another reading.
pub(crate) fn noun_like(c: &Classes, j: usize) -> bool {
    // مصدر أمني، بيان صادر: an adjective behind its noun.
    let adjective = |m: &crate::morph::Match| match m.sense.form {
        crate::lexicon::Form::Verb(f) => matches!(f.kind, VerbKind::Participle | VerbKind::PassiveParticiple) && m.sense.table == Table::Verbs,
        _ => m.sense.table == Table::SourceAdjectives,
    };
    let behind_noun = j > 0 && c.is(j - 1, Class::SOURCE.or(Class::SPEECH_NOUN).or(Class::ORGANISATION).or(Class::TITLE)) && !c.is(j, Class::CONJUNCTION);
    if behind_noun && c.l.matches.at(j).iter().any(|m| m.clitics == Default::default() && adjective(m)) {
        return true;
    }
    c.is(
        j,
        Class::PERSON
            .or(Class::MAYBE_NAME)
            .or(Class::PLACE)
            .or(Class::ORGANISATION)
            .or(Class::TITLE)
            .or(Class::SOURCE)
            .or(Class::SPEECH_NOUN)
            .or(Class::DEFINITE)
            .or(Class::NATIONALITY)
            .or(Class::PREPOSITION)
            .or(Class::PARTICLE)
            .or(Class::ATTRIBUTION)
            .or(Class::MASDAR)
            .or(Class::SPEECH_MASDAR),
    )
}
