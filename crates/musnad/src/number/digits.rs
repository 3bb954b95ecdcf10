//! One number in digits: which mark is decimal, which parts thousands.

use crate::text::slice;
use crate::token::{Gap, Punct, TokenKind, Tokens};

/// A number in digits that begins at a token.
pub(super) struct Digits {
    /// What it comes to.
    pub value: f64,
    /// The token after the last.
    pub end: usize,
}

/// Reads the number in digits that begins at token `i`.
pub(super) fn read(i: usize, text: &str, tokens: &Tokens) -> Option<Digits> {
    if tokens.kind(i) != Some(TokenKind::Digits) {
        return None;
    }
    let key = tokens.key(i);
    if slice(text, tokens.span(i)).contains(RIGHT_TO_LEFT)
        && let Some(turned) = reversed(i, text, tokens)
    {
        return Some(turned);
    }
    // Most numbers are digits alone.
    if !decimal_letter(i, tokens)
        && !tokens.is(i + 1, Punct::Comma)
        && !tokens.is(i + 1, Punct::Stop)
        && tokens.kind(i + 1) != Some(TokenKind::Digits)
        && !tokens.is(i + 1, Punct::Slash)
        && tokens.gap(i + 1) != Gap::None
    {
        return Some(Digits { value: value(key)?, end: i + 1 });
    }
    wire(i, tokens)
        .or_else(|| arabic_comma(i, tokens))
        .or_else(|| grouped(i, text, tokens))
        .or_else(|| fraction(i, tokens))
        .or_else(|| power(i, text, tokens))
        .or_else(|| Some(Digits { value: value(key)?, end: i + 1 }))
}

/// A token's digits with the marks inside them.
///
/// With both marks the last is decimal. A mark that stands more than once, a comma before exactly three digits, and a point before
/// `000` part thousands; any other single mark is decimal.
fn value(key: &str) -> Option<f64> {
    let marks = key.bytes().filter(|b| !b.is_ascii_digit()).count();
    if marks == 0 {
        return key.parse().ok();
    }
    let last = key.rfind([',', '.', '\u{060C}'])?;
    let (whole, rest) = (key.get(..last)?, key.get(last..)?);
    let mark = rest.chars().next()?;
    let tail = rest.get(mark.len_utf8()..)?;
    let repeated = whole.contains(mark);
    let mixed = !repeated && whole.contains([',', '.', '\u{060C}']);
    let thousands = tail.len() == 3 && !whole.starts_with('0') && if mark == '.' { tail == "000" && whole.len() <= 3 } else { whole.len() <= 3 };
    let mut plain = String::with_capacity(key.len());
    plain.extend(whole.chars().filter(char::is_ascii_digit));
    if !(repeated || (thousands && !mixed)) {
        plain.push('.');
    }
    plain.push_str(tail);
    plain.parse().ok()
}

/// Whether a reh glued between digits is a decimal mark, as wire copy has it: `2ر4` is 4.2.
fn decimal_letter(i: usize, tokens: &Tokens) -> bool {
    let plain = |i: usize| tokens.kind(i) == Some(TokenKind::Digits) && tokens.key(i).bytes().all(|b| b.is_ascii_digit());
    tokens.key(i + 1) == REH && tokens.gap(i + 1) == Gap::None && tokens.gap(i + 2) == Gap::None && plain(i) && plain(i + 2)
}

/// Reh, which stands for a decimal mark in wire copy.
const REH: &str = "\u{0631}";

/// `187.` and a right-to-left mark and `3`, as one newspaper's files have it: a reader sees 3.187.
fn reversed(i: usize, text: &str, tokens: &Tokens) -> Option<Digits> {
    let whole = slice(text, tokens.span(i));
    let (left, _) = whole.split_once(RIGHT_TO_LEFT)?;
    let key = tokens.key(i);
    let mark = key.get(left.chars().count().checked_sub(1)?..)?.chars().next().filter(|c| matches!(c, '.' | ','))?;
    let (left, right) = key.split_once(mark)?;
    Some(Digits { value: value(&format!("{right}{mark}{left}"))?, end: i + 1 })
}

/// The invisible mark that turns the parts of a number round.
const RIGHT_TO_LEFT: char = '\u{200F}';

/// `2ر4`.
fn wire(i: usize, tokens: &Tokens) -> Option<Digits> {
    let parts = decimal_letter(i, tokens);
    parts.then(|| Some(Digits { value: value(&format!("{}.{}", tokens.key(i + 2), tokens.key(i)))?, end: i + 3 })).flatten()
}

/// `46،2`, `1،234،567`: the Arabic comma glued between digits is a mark of the number, unless a year stands on one side of it.
fn arabic_comma(i: usize, tokens: &Tokens) -> Option<Digits> {
    let mut whole = String::from(tokens.key(i));
    let mut end = i + 1;
    // A longer run is a list.
    while end < i + 9
        && tokens.is(end, Punct::Comma)
        && tokens.gap(end) == Gap::None
        && tokens.gap(end + 1) == Gap::None
        && tokens.kind(end + 1) == Some(TokenKind::Digits)
    {
        if is_year(tokens.key(end - 1)) || tokens.key(end + 1).bytes().take_while(u8::is_ascii_digit).count() > 3 {
            return None;
        }
        whole.push('\u{060C}');
        whole.push_str(tokens.key(end + 1));
        end += 2;
    }
    let groups = whole.split(['\u{060C}', ',', '.']).skip(1).filter(|g| g.len() == 3).count();
    let listed = end > i + 3 && groups == 0;
    if end == i + 1 || listed {
        return None;
    }
    Some(Digits { value: value(&whole)?, end })
}

/// `1 234 567`: at least two groups of three, or one behind a space that does not break.
fn grouped(i: usize, text: &str, tokens: &Tokens) -> Option<Digits> {
    let plain = |i: usize| tokens.kind(i) == Some(TokenKind::Digits) && tokens.key(i).bytes().all(|b| b.is_ascii_digit());
    if !plain(i) || tokens.key(i).len() > 3 || tokens.key(i).starts_with('0') {
        return None;
    }
    let mut whole = String::from(tokens.key(i));
    let mut end = i + 1;
    let mut tied = true;
    while end < i + 6 && plain(end) && tokens.gap(end) == Gap::Space && tokens.key(end).len() == 3 {
        let space = text.get(tokens.span(end - 1).end as usize..tokens.span(end).start as usize).unwrap_or("");
        tied &= matches!(space, "\u{00A0}" | "\u{202F}" | "\u{2009}");
        whole.push_str(tokens.key(end));
        end += 1;
    }
    let clear = end > i + 2 || (end > i + 1 && tied);
    if !clear {
        return None;
    }
    Some(Digits { value: whole.parse().ok()?, end })
}

/// `3/4`, and `2 1/2` after a whole number; not a date, a season or a score.
fn fraction(i: usize, tokens: &Tokens) -> Option<Digits> {
    let small = |i: usize| tokens.kind(i) == Some(TokenKind::Digits) && tokens.key(i).len() <= 3;
    let part = |i: usize| -> Option<f64> {
        let glued = tokens.is(i + 1, Punct::Slash) && tokens.gap(i + 1) == Gap::None && tokens.gap(i + 2) == Gap::None;
        let stroke_before = i.checked_sub(1).is_some_and(|b| tokens.is(b, Punct::Slash)) && tokens.gap(i) == Gap::None;
        let stroke_after = tokens.is(i + 3, Punct::Slash) && tokens.gap(i + 3) == Gap::None;
        let alone = !stroke_before && !stroke_after;
        if !(glued && alone && small(i) && small(i + 2)) {
            return None;
        }
        let (above, below) = (value(tokens.key(i))?, value(tokens.key(i + 2))?);
        (below > 0.0).then_some(above / below)
    };
    if let Some(value) = part(i) {
        // A line that holds nothing but `1/2 3` has the whole number where it is read first, on the right.
        let whole = Some(i + 3).filter(|&w| value < 1.0 && tokens.gap(i) == Gap::Line && tokens.gap(w) == Gap::Space && tokens.gap(w + 1) == Gap::Line);
        let whole = whole.filter(|&w| tokens.kind(w) == Some(TokenKind::Digits)).and_then(|w| self::value(tokens.key(w)));
        return Some(whole.map_or(Digits { value, end: i + 3 }, |whole| Digits { value: whole + value, end: i + 4 }));
    }
    let whole = value(tokens.key(i))?;
    let rest = (tokens.gap(i + 1) == Gap::Space).then(|| part(i + 1)).flatten().filter(|&p| p < 1.0)?;
    Some(Digits { value: whole + rest, end: i + 4 })
}

/// `2^10`, `2.5^-1`, and `12e-1`, which is 12 tenths.
fn power(i: usize, text: &str, tokens: &Tokens) -> Option<Digits> {
    let glued = |i: usize| tokens.gap(i) == Gap::None;
    let mark = slice(text, tokens.span(i + 1));
    if !glued(i + 1) || !glued(i + 2) {
        return None;
    }
    let minus = tokens.is(i + 2, Punct::Dash);
    let at = i + 2 + usize::from(minus);
    if !glued(at) || tokens.kind(at) != Some(TokenKind::Digits) {
        return None;
    }
    let exponent = value(tokens.key(at))? * if minus { -1.0 } else { 1.0 };
    let base = value(tokens.key(i))?;
    let value = match mark {
        "^" => base.powf(exponent),
        "e" | "E" if minus => base / 10f64.powf(-exponent),
        "e" | "E" => base * 10f64.powf(exponent),
        _ => return None,
    };
    Some(Digits { value, end: at + 1 })
}

/// Whether digits read as a year of our time.
pub(super) fn is_year(key: &str) -> bool {
    key.len() == 4 && (key.starts_with("19") || key.starts_with("20")) && key.bytes().all(|b| b.is_ascii_digit())
}
