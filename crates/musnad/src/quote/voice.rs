//! Whose voice is it? Words by which a source speaks of itself, and speech that stands without marks.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::reporting::{Act, Reporting};
use crate::lexicon::table::Table;
use crate::morph::Pronoun;
use crate::name::phrase::Head;
use crate::quote::cue::Join;
use crate::quote::govern::Found;
use crate::quote::marks::Quotes;
use crate::quote::subject::subject_after;
use crate::token::{Punct, TokenKind};

/// Letters that begin a verb of the first person, and the letter of the third in their place.
mod letter {
    pub const NOON: char = '\u{0646}';
    pub const ALEF: char = '\u{0627}';
    pub const HAMZA: char = '\u{0623}';
    pub const SEEN: char = '\u{0633}';
    pub const YEH: char = '\u{064A}';
}

/// Rows of function_words.tsv: أنا، نحن.
const SELF: [&str; 2] = ["ana", "nahnu"];

/// Whether a source speaks of itself: نحن، أنا، a pronoun نا, a verb of the first person.
pub(super) fn first_person(c: &Classes, span: Range<usize>) -> bool {
    span.into_iter().any(|j| {
        c.l.matches.at(j).iter().any(|m| {
            matches!(m.clitics.pronoun, Some(Pronoun::Our | Pronoun::My)) && m.sense.table != Table::GivenNames
                || m.sense.table == Table::FunctionWords && SELF.contains(&c.lexicon().id(m.sense))
        }) || first_person_verb(c, j)
    })
}

/// نطالب، أعتقد، سنعمل: a word that is a verb when ي stands in the place of its first letter, and is nothing else.
pub(super) fn first_person_verb(c: &Classes, j: usize) -> bool {
    if c.l.tokens.kind(j) != Some(TokenKind::Word) || c.is(j, Class::MASDAR.or(Class::PERSON).or(Class::PLACE).or(Class::TITLE).or(Class::DEFINITE)) {
        return false;
    }
    let key = c.key(j);
    let key = key.strip_prefix(letter::SEEN).filter(|rest| rest.starts_with([letter::NOON, letter::ALEF])).unwrap_or(key);
    let rest = match (key.strip_prefix(letter::NOON), key.strip_prefix(letter::ALEF)) {
        (Some(rest), _) => rest,
        // أ with its hamza: اعتقد is as well the third person of the perfect.
        (_, Some(rest)) if crate::text::slice(c.l.text, c.l.tokens.span(j)).contains(letter::HAMZA) => rest,
        _ => return false,
    };
    let third: String = std::iter::once(letter::YEH).chain(rest.chars()).collect();
    c.lexicon().word(&third).is_some_and(|node| c.lexicon().senses(node).iter().any(|s| matches!(s.form, Form::Verb(f) if f.kind == VerbKind::Imperfect)))
}

/// وقالت فلانة، نسأل الله…: speech with neither marks nor a complementiser, told by its first word or by a speaker in marks.
pub(super) fn unmarked(c: &Classes, quotes: &Quotes, end: usize, verb: &Reporting, sentence: &Range<usize>) -> Option<Found> {
    const REACH: usize = 24;
    const SHORTEST: usize = 4;
    if verb.act != Act::Say || !verb.quote {
        return None;
    }
    let limit = sentence.end.min(end + REACH);
    let named = quotes.opening(end).filter(|q| q.closed && q.words(c) <= 3).map(|q| q.close + 1);
    let from = match named {
        Some(from) => from,
        None => subject_after(c, end, limit).filter(|p| matches!(p.head, Head::Person | Head::Office | Head::Source))?.tokens.end,
    };
    let at = (from..limit).take_while(|&j| j == from || !c.is(j, Class::CUE.or(Class::VERB).or(Class::RELATIVE)) || opens_speech(c, j, verb)).find(|&j| {
        let behind_mark = j > from && c.punct(j - 1, Punct::Comma);
        (j == from || behind_mark) && opens_speech(c, j, verb) || j == from && named.is_some() && !verb.ambiguous && opens_clause(c, j)
    })?;
    (at + SHORTEST <= sentence.end).then_some(Found { join: Join::Colon, frame_end: at, content: at, letters: 0 })
}

/// A first word that only speech begins with, right behind the speaker.
fn opens_speech(c: &Classes, j: usize, verb: &Reporting) -> bool {
    /// Rows of function_words.tsv.
    const OPENING: [&str; 6] = ["ana", "nahnu", "la", "lan", "laysa", "hal-question"];
    let row = c.function(j);
    row.is_some_and(|row| OPENING.contains(&row)) && !c.is(j, Class::CONJUNCTION)
        || first_person_verb(c, j)
        || !verb.ambiguous && matches!(row, Some("hadha" | "hadhihi"))
}

/// A noun or a verb that opens a clause, not a circumstance of the cue.
fn opens_clause(c: &Classes, j: usize) -> bool {
    let circumstance = Class::PREPOSITION.or(Class::TIME).or(Class::PARTICLE).or(Class::SUBORDINATOR).or(Class::COMPLEMENTISER).or(Class::ATTACHED_PREP);
    c.is_word(j) && !c.is(j, circumstance) && c.attached(j).is_none()
}
