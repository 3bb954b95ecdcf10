//! Past or future? The tense of the clause around a time, by its nearest verb or word of plan.

use super::reader::Reader;
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::table::Table;
use crate::lexicon::time::{Frame, TimeWord};
use crate::lexicon::Form;
use crate::token::{Punct, TokenKind};

/// The tense of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// A perfect verb is nearest, this many tokens away.
    Past(usize),
    /// A future verb or a word of plan.
    Future,
    /// Nothing tells.
    Unknown,
}

/// How far to look back and ahead, in tokens.
const BACK: usize = 24;
const AHEAD: usize = 4;

/// The tense of the clause that the expression from `first` to `end` stands in.
pub fn tense(reader: &Reader, first: usize, end: usize) -> Tense {
    let floor = reader.first.max(first.saturating_sub(BACK));
    for i in (floor..first).rev() {
        if reader.is(i, Punct::Stop) || reader.is(i, Punct::Semicolon) || reader.is(i, Punct::Question) {
            break;
        }
        match signal(reader, i) {
            Some(Signal::Future) => return Tense::Future,
            Some(Signal::Past) => return Tense::Past(first - i),
            None => {}
        }
    }
    for i in end..reader.limit.min(end + AHEAD) {
        if matches!(reader.kind(i), Some(TokenKind::Punct(Punct::Stop | Punct::Semicolon))) {
            break;
        }
        match signal(reader, i) {
            Some(Signal::Future) => return Tense::Future,
            Some(Signal::Past) => return Tense::Past(i - end),
            None => {}
        }
    }
    Tense::Unknown
}

enum Signal {
    Past,
    Future,
}

fn signal(reader: &Reader, i: usize) -> Option<Signal> {
    let mut past = false;
    for m in reader.layers.matches.at(i) {
        if let Form::Verb(form) = m.sense.form {
            if m.clitics.future {
                return Some(Signal::Future);
            }
            past |= matches!(form.kind, VerbKind::Perfect | VerbKind::PerfectPassive) && m.clitics.free();
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
    if past {
        return Some(Signal::Past);
    }
    (reader.layers.matches.at(i).iter().all(|m| m.sense.table >= Table::Months) && looks_future(reader.key(i))).then_some(Signal::Future)
}

/// The letters of the future's prefixes.
mod letter {
    pub const WAW: char = '\u{0648}';
    pub const FEH: char = '\u{0641}';
    pub const SEEN_YEH: &str = "\u{0633}\u{064A}";
    pub const SEEN_TEH: &str = "\u{0633}\u{062A}";
    pub const ALEF: char = '\u{0627}';
    pub const DAL: char = '\u{062F}';
    pub const YEH: char = '\u{064A}';
    pub const HEH: char = '\u{0647}';
    pub const REH: char = '\u{0631}';
}

/// Whether a word that the lexicon lacks is spelled like a verb with س: سيـ or ستـ and three letters more, not سيا… سيد… ستي….
fn looks_future(key: &str) -> bool {
    use letter::*;
    let bare = key.strip_prefix([WAW, FEH]).unwrap_or(key);
    let rest = bare.strip_prefix(SEEN_YEH).map(|r| (r, [ALEF, DAL, WAW, REH])).or_else(|| bare.strip_prefix(SEEN_TEH).map(|r| (r, [YEH, HEH, WAW, ALEF])));
    rest.is_some_and(|(rest, never)| rest.len() >= 6 && !rest.starts_with(never))
}
