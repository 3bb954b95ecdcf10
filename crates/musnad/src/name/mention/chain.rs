//! Where does a person's name end? Its words one by one, and what a word that no table knows looks like.

use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::mention::{closed_class, common_word, has_clitic};
use crate::token::{Gap, Punct, TokenKind};

/// How many words a name may have.
const WORDS: usize = 9;

pub(super) fn is_name(m: &Match) -> bool {
    matches!(m.sense.table, Table::GivenNames | Table::FamilyNames)
}

/// The longest name of the tables that begins at a token as it stands.
fn name_at<'a>(c: &Classes<'a>, i: usize) -> Option<&'a Match> {
    c.l.matches.at(i).iter().find(|m| is_name(m) && m.clitics.letters == 0)
}

/// The end of a chain of names of which the words from `first` to `from` are known to be names.
pub(super) fn chain_end(c: &Classes, first: usize, from: usize) -> usize {
    let mut end = from;
    while end < first + WORDS {
        let word = c.l.tokens.kind(end) == Some(TokenKind::Word) && !c.line_start(end);
        // بن، أبو، عبد take the next word, whatever it is.
        if end > first && is_particle(c, end - 1) && (end == first + 1 || !has_clitic(c, end)) {
            if !word || closed_class(c, end) && name_at(c, end).is_none() {
                break;
            }
            end = name_at(c, end).map_or(end + 1, |m| m.end());
            continue;
        }
        // Names with a hyphen, initials with a stop.
        let hyphen = c.punct(end, Punct::Dash) && c.l.tokens.gap(end) == Gap::None && c.l.tokens.gap(end + 1) == Gap::None;
        let initial = c.punct(end, Punct::Stop) && c.key(end - 1).chars().count() == 1 && c.is_word(end + 1) && !c.line_start(end + 1);
        if hyphen || initial {
            end += 1;
            continue;
        }
        let latin = c.l.tokens.kind(end) == Some(TokenKind::Latin) && c.l.tokens.kind(first) == Some(TokenKind::Latin) && !c.line_start(end);
        if !latin && !(word && follows(c, first, end)) {
            break;
        }
        // علاء الدين: a name of two words is in whole.
        end = name_at(c, end).map_or(end + 1, |m| m.end());
    }
    // A hyphen or stop at the end belongs to nothing.
    while end > from && !c.is_word(end - 1) {
        end -= 1;
    }
    end
}

/// بن، أبو، عبد: a word that is never the last of a name.
pub(super) fn is_particle(c: &Classes, i: usize) -> bool {
    particle(c, i).is_some()
}

/// The row of the particle that a token is.
pub(super) fn particle(c: &Classes, i: usize) -> Option<&'static str> {
    let id = c.l.matches.at(i).iter().filter(|m| m.sense.table == Table::FamilyNames).map(|m| c.lexicon().id(m.sense)).find(|id| id.ends_with("-particle"))?;
    // ولد is a verb and a boy, unless it stands behind a sure name.
    let born =
        id == "wuld-particle" && !(i > 0 && c.l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::GivenNames && !c.lexicon().is_ambiguous(m.sense)));
    (!born).then_some(id)
}

/// Whether a word goes on with the name that has begun.
fn follows(c: &Classes, first: usize, i: usize) -> bool {
    let class = c.at(i);
    let all = c.l.matches.at(i);
    if let Some(m) = name_at(c, i) {
        if particle(c, i) == Some("bin-particle") {
            return true;
        }
        let function = all.iter().any(|o| o.clitics.letters == 0 && o.sense.table == Table::FunctionWords);
        let title = all.iter().any(|o| o.clitics.letters == 0 && o.sense.table == Table::Titles) && !c.is(i, Class::DEFINITE);
        // مدحت حارس المرمى: a title that is also a name opens a new phrase.
        // كان، على: never behind a name; علي, spelled with its ي, where the name goes on or ends.
        let ali = || {
            crate::fold::last_letter(crate::text::slice(c.l.text, c.l.tokens.span(i))) == Some('\u{064A}') && (!c.is_word(i + 1) || name_at(c, i + 1).is_some())
        };
        let whole = c.l.matches.at(i - 1).iter().any(|o| o.sense.table == Table::FamilyNames && !c.lexicon().is_ambiguous(o.sense));
        let verb = class.any(Class::VERB.or(Class::CUE)) && c.lexicon().is_ambiguous(m.sense) && whole;
        if function && !(class.any(Class::PERSON) && ali()) || class.any(Class::BE) || verb {
            return false;
        }
        if title && c.lexicon().is_ambiguous(m.sense) && c.is(i + 1, Class::DEFINITE.or(Class::PLACE).or(Class::ORGANISATION)) {
            return false;
        }
        return !class.any(Class::TIME) && (class.any(Class::PERSON) || !class.any(Class::DEFINITE) || i <= first + 3 && !class.any(Class::NATIONALITY));
    }
    // محمد السادس
    if all.iter().any(|m| m.sense.table == Table::Ordinals) && class.any(Class::DEFINITE) {
        let given = (first..i).any(|j| c.l.matches.at(j).iter().any(|m| m.sense.table == Table::GivenNames && m.end() == i));
        return i <= first + 3 && given && !c.key(i).ends_with('\u{0647}');
    }
    if class.any(Class::DEFINITE) {
        return definite_follows(c, first, i);
    }
    if closed_class(c, i) || has_clitic(c, i) || common_word(c, i) || c.lexicon().common(c.key(i)) {
        return false;
    }
    if class.any(Class::VERB.or(Class::CUE).or(Class::PLACE).or(Class::ORGANISATION)) || c.key(i).starts_with('\u{0648}') {
        return false;
    }
    // A family name closes the name, but for one of another script's people.
    let before = c.l.matches.at(i - 1);
    let family = before.iter().any(|m| m.sense.table == Table::FamilyNames) && !before.iter().any(|m| m.sense.table == Table::GivenNames);
    if family && i > first + 1 && !foreign(c, i) {
        return false;
    }
    c.attached(i).is_none() && c.key(i).chars().count() >= 2 && !inflected(c, i)
}

/// محمد القباج، هند النقلي: a definite word that no table of names holds, right behind a given name.
fn definite_follows(c: &Classes, first: usize, i: usize) -> bool {
    let class = c.at(i);
    let given = c.l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::GivenNames && m.clitics.prep.is_none());
    if has_clitic(c, i) || c.attached(i).is_some() || c.lexicon().common(c.key(i)) {
        return false;
    }
    // حمد سيف الرمحي: an unknown nisba behind any name.
    let nisba = c.key(i).ends_with('\u{064A}') && c.l.matches.at(i - 1).iter().any(is_name);
    if c.l.matches.at(i).is_empty() && nisba {
        return true;
    }
    if !given || i > first + 2 {
        return false;
    }
    if c.l.matches.at(i).is_empty() {
        return true;
    }
    // أحمد التوفيق وزير: a known word, where a title or the end closes the name.
    let sure = c.l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::GivenNames && !c.lexicon().is_ambiguous(m.sense));
    let ends = c.punct(i + 1, Punct::Comma) || c.punct(i + 1, Punct::ParenClose) || c.l.matches.has(i + 1, Table::Titles);
    let other = Class::NATIONALITY.or(Class::TITLE).or(Class::SOURCE).or(Class::TIME).or(Class::ORGANISATION).or(Class::PLACE).or(Class::COMPLEMENTISER);
    if sure && ends && i == first + 1 && !class.any(other) && !c.l.matches.has(i, Table::SourceAdjectives) {
        return true;
    }
    let closes = !c.is_word(i + 1) || closed_class(c, i + 1) || c.l.matches.has(i + 1, Table::Titles);
    c.key(i).ends_with('\u{064A}') && closes && !class.any(Class::NATIONALITY.or(Class::TITLE).or(Class::SOURCE).or(Class::TIME))
}

/// An unknown word that rather looks like a verb, a plural or a word with a pronoun: يستهدف، مباريات، قوتهم.
pub(super) fn verbal_shape(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    let ending = ["\u{0627}\u{062A}", "\u{0648}\u{0627}", "\u{0647}\u{0627}", "\u{0647}\u{0645}", "\u{064A}\u{0647}"];
    let second = key.chars().nth(1);
    key.starts_with(['\u{0648}', '\u{064A}', '\u{062A}']) && key.chars().count() >= 5 && matches!(second, Some('\u{0627}' | '\u{062A}'))
        || ending.iter().any(|e| key.ends_with(e))
}

/// An unknown word with the ending of a plural or a pronoun: what a second name can hardly have.
fn inflected(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    ["\u{0627}\u{062A}", "\u{0648}\u{0627}", "\u{0647}\u{0627}", "\u{0647}\u{0645}", "\u{062A}\u{0647}"].iter().any(|e| key.ends_with(e))
        || key.starts_with(['\u{064A}', '\u{062A}']) && key.chars().nth(1) == Some('\u{062A}') && key.chars().count() >= 5
}

/// Whether an unknown word looks like no word of Arabic: long vowels in more than one place, no Arabic ending.
pub(crate) fn foreign(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    let long = key.chars().filter(|l| matches!(l, '\u{0627}' | '\u{0648}' | '\u{064A}')).count();
    let letters = key.chars().count();
    c.l.tokens.kind(i) == Some(TokenKind::Word) && letters >= 4 && (long >= 2 || long * 3 >= letters) && !verbal_shape(c, i) && !key.starts_with('\u{0648}')
}
