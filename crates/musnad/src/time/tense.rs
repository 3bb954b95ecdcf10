//! Past or future? The tense of the clause around a time, by its nearest verb or word of plan.

use super::reader::Reader;
use crate::lexicon::Form;
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::table::Table;
use crate::lexicon::time::{Frame, TimeWord};
use crate::text::slice;
use crate::token::{Punct, TokenKind};

/// The tense of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// A perfect verb is nearest; whether it is so near, with no other preposition between, that it governs the expression itself.
    Past(bool),
    /// A future verb or a word of plan.
    Future,
    /// Nothing tells.
    Unknown,
}

/// How far to look back and ahead, in tokens.
const BACK: usize = 24;
const AHEAD: usize = 4;
/// A verb of the present this near tells of what is scheduled: تنطلق المباراة الخميس.
const PRESENT: usize = 5;

/// The tense of the clause that the expression from `first` to `end` stands in.
pub fn tense(reader: &Reader, first: usize, end: usize) -> Tense {
    let floor = reader.first.max(first.saturating_sub(BACK));
    let mut maybe = false;
    for i in (floor..first).rev() {
        if reader.is(i, Punct::Stop) || reader.is(i, Punct::Semicolon) || reader.is(i, Punct::Question) {
            break;
        }
        // الحكم الذي أصدرته المحكمة الجمعة: the verb of a relative clause decides; an unknown one is no plan.
        if reader.skip(i, Frame::Relative).is_some() {
            return Tense::Unknown;
        }
        match signal(reader, i) {
            Some(Signal::Future) => return Tense::Future,
            Some(Signal::Past) => return Tense::Past(governs(reader, i, first)),
            Some(Signal::Present) if first - i <= PRESENT && !reader.is(first - 1, Punct::Comma) => {
                return if after_past(reader, i) { Tense::Past(false) } else { Tense::Future };
            }
            Some(Signal::Maybe) => maybe = true,
            Some(Signal::Present) => {}
            None if spelled_future(reader, i) => return Tense::Future,
            None => {}
        }
    }
    if maybe {
        return Tense::Past(false);
    }
    for i in end..reader.limit.min(end + AHEAD) {
        if matches!(reader.kind(i), Some(TokenKind::Punct(Punct::Stop | Punct::Semicolon | Punct::Colon | Punct::Quote(_)))) {
            break;
        }
        // وصل الأحد وسيغادر: a verb behind و begins another clause.
        if reader.layers.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.form, Form::Verb(_))) {
            break;
        }
        match signal(reader, i) {
            Some(Signal::Future) => return Tense::Future,
            Some(Signal::Past) => return Tense::Past(true),
            // A word directly behind a time is rather the verb than a noun.
            Some(Signal::Maybe) if i == end => return Tense::Past(true),
            Some(Signal::Present | Signal::Maybe) | None => {}
        }
    }
    Tense::Unknown
}

/// Whether the verb at `i` governs an expression at `first`: أعلنت الحكومة في ديسمبر, but not اتفقت على تنظيم انتخابات في ديسمبر.
fn governs(reader: &Reader, i: usize, first: usize) -> bool {
    let preposition = |j: usize| reader.frame(j, |f| matches!(f, Frame::In | Frame::Of | Frame::Until | Frame::Span).then_some(())).is_some();
    first - i <= 6 && !(i + 1..first.saturating_sub(1)).any(preposition)
}

/// Whether a word of the past governs the verb at `i`: كان يلتقي, لم يصل.
fn after_past(reader: &Reader, i: usize) -> bool {
    i > reader.first && reader.skip(i - 1, Frame::Past).is_some()
}

enum Signal {
    Past,
    /// A word that may be a perfect verb or a noun (عقد).
    Maybe,
    Present,
    Future,
}

fn signal(reader: &Reader, i: usize) -> Option<Signal> {
    let (mut past, mut present, mut noun) = (false, false, false);
    for m in reader.layers.matches.at(i) {
        if let Form::Verb(form) = m.sense.form {
            if m.clitics.future {
                return Some(Signal::Future);
            }
            let perfect = matches!(form.kind, VerbKind::Perfect | VerbKind::PerfectPassive);
            past |= perfect && m.clitics.free();
            present |= m.sense.table == Table::Verbs && matches!(form.kind, VerbKind::Imperfect | VerbKind::ImperfectPassive) && m.clitics.free();
            noun |= !perfect && !matches!(form.kind, VerbKind::Imperfect | VerbKind::ImperfectPassive);
        } else if m.sense.table < Table::Months {
            noun = true;
        }
        // The present of a verb of saying reports what was said; that of other verbs may be either.
        if let Some(TimeWord::Frame(frame)) = reader.layers.lexicon.time_word(m.sense) {
            match frame {
                Frame::Future => return Some(Signal::Future),
                Frame::Past => past = true,
                _ => {}
            }
        }
    }
    match (past, present) {
        (true, _) if noun => Some(Signal::Maybe),
        _ if noun => None,
        (true, _) => Some(Signal::Past),
        (_, true) => Some(Signal::Present),
        _ => None,
    }
}

/// A word that the lexicon lacks, spelled like a future verb and not governed like a noun.
fn spelled_future(reader: &Reader, i: usize) -> bool {
    let known = reader.layers.matches.at(i).iter().any(|m| m.sense.table < Table::Months);
    !known
        && (looks_future(reader.key(i)) || first_person(reader, i))
        && reader.frame_before(i, |f| matches!(f, Frame::In | Frame::Of | Frame::Until).then_some(())).is_none()
}

/// سأعود: written with its hamza, which a noun (ساعة) has not.
fn first_person(reader: &Reader, i: usize) -> bool {
    let text = slice(reader.layers.text, reader.layers.tokens.span(i));
    let bare = text.strip_prefix([letter::WAW, letter::FEH]).unwrap_or(text);
    bare.strip_prefix(letter::SEEN_ALEF_HAMZA).is_some_and(|rest| rest.len() >= 6)
}

/// The letters of the future's prefixes.
mod letter {
    pub const WAW: char = '\u{0648}';
    pub const FEH: char = '\u{0641}';
    pub const SEEN_YEH: &str = "\u{0633}\u{064A}";
    pub const SEEN_TEH: &str = "\u{0633}\u{062A}";
    pub const SEEN_ALEF_HAMZA: &str = "\u{0633}\u{0623}";
    pub const ALEF: char = '\u{0627}';
    pub const DAL: char = '\u{062F}';
    pub const YEH: char = '\u{064A}';
    pub const HEH: char = '\u{0647}';
    pub const REH: char = '\u{0631}';
    pub const TAH: char = '\u{0637}';
}

/// Whether a word that the lexicon lacks is spelled like a verb with س: سيـ or ستـ and three letters more, not سيا… سيد… ستي….
fn looks_future(key: &str) -> bool {
    use letter::*;
    let bare = key.strip_prefix([WAW, FEH]).unwrap_or(key);
    let rest =
        bare.strip_prefix(SEEN_YEH).map(|r| (r, [ALEF, DAL, WAW, REH, TAH])).or_else(|| bare.strip_prefix(SEEN_TEH).map(|r| (r, [YEH, HEH, WAW, ALEF, REH])));
    rest.is_some_and(|(rest, never)| rest.len() >= 6 && !rest.starts_with(never) && !rest.ends_with(HEH))
}
