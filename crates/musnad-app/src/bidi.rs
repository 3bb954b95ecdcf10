//! Arabic in a terminal: logical order, every piece in its own directional isolate, nothing in it that could disturb what is around it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// LEFT-TO-RIGHT ISOLATE
pub const LRI: char = '\u{2066}';
/// RIGHT-TO-LEFT ISOLATE
pub const RLI: char = '\u{2067}';
/// POP DIRECTIONAL ISOLATE
pub const PDI: char = '\u{2069}';

/// Words of an article made safe to show on one line: line breaks become spaces; controls, also those of direction, go.
pub fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Words in an isolate of their own direction; words without Arabic stay bare where the line runs left to right.
pub fn isolate(words: &str, line_is_rtl: bool) -> String {
    let words = plain(words);
    match (has_arabic(&words), line_is_rtl) {
        (true, _) => format!("{RLI}{words}{PDI}"),
        (false, true) => format!("{LRI}{words}{PDI}"),
        (false, false) => words,
    }
}

fn has_arabic(words: &str) -> bool {
    words
        .chars()
        .any(|c| matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'))
}

/// Words cut to so many columns, the cut shown by `…`.
pub fn shorten(words: &str, columns: usize) -> String {
    let words = plain(words);
    if words.width() <= columns {
        return words;
    }
    let (mut out, mut used) = (String::new(), 1);
    for c in words.chars() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

/// Words broken into lines of at most so many columns, between words.
pub fn wrap(words: &str, columns: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in plain(words).split_whitespace() {
        if !line.is_empty() && line.width() + 1 + word.width() > columns {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_are_balanced_whatever_the_words_hold() {
        assert_eq!(isolate("قال\u{202E} نعم\u{2069}\n", false), "\u{2067}قال نعم \u{2069}");
        assert_eq!(isolate("2024-03-05", false), "2024-03-05");
        assert_eq!(isolate("2024-03-05", true), "\u{2066}2024-03-05\u{2069}");
        assert_eq!(plain("a\u{1b}[31mb\0"), "a[31mb");
    }

    #[test]
    fn shortening_counts_columns_not_marks() {
        assert_eq!(shorten("كَتَبَ", 3), "كَتَبَ");
        assert_eq!(shorten("كتب الدرس", 6), "كتب ا…");
        assert_eq!(wrap("كتب الدرس كله", 9), ["كتب الدرس", "كله"]);
    }
}
