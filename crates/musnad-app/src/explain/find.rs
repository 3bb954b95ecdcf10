//! Where in a text does a phrase stand, whatever its spelling?

use std::ops::Range;

use musnad::token::fold;

/// A phrase as it is looked for: folded, one space between words.
pub fn folded(phrase: &str) -> String {
    fold(phrase).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The byte ranges of a text whose folded form is the phrase: whole words where there are such, else parts of words.
pub fn find(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let mut key = String::with_capacity(text.len());
    // Where in the text each byte of the key comes from.
    let mut origin: Vec<usize> = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for (at, c) in text.char_indices() {
        let part = if c.is_whitespace() { " ".to_owned() } else { fold(c.encode_utf8(&mut buffer)) };
        if part == " " && key.ends_with(' ') {
            continue;
        }
        key.push_str(&part);
        origin.resize(key.len(), at);
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for (at, _) in key.match_indices(wanted) {
        let end = at + wanted.len();
        let start = origin.get(at).copied().unwrap_or(0);
        let last = origin.get(end - 1).copied().unwrap_or(start);
        let range = start..last + text.get(last..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        let inside = letter(key.get(..at).and_then(|k| k.chars().next_back())) || letter(key.get(end..).and_then(|k| k.chars().next()));
        if inside { parts.push(range) } else { whole.push(range) }
    }
    if whole.is_empty() { parts } else { whole }
}

/// The words around a place, for the heading.
pub fn around(text: &str, hit: &Range<usize>) -> String {
    let before = text.get(..hit.start).unwrap_or("");
    let after = text.get(hit.end..).unwrap_or("");
    let start = before.char_indices().rev().take_while(|(_, c)| *c != '\n').nth(24).map_or(before.rfind('\n').map_or(0, |at| at + 1), |(at, _)| at);
    let end = after.char_indices().take_while(|(_, c)| *c != '\n').nth(24).map_or(after.find('\n').unwrap_or(after.len()), |(at, _)| at);
    let words = [text.get(start..hit.start), Some("«"), text.get(hit.clone()), Some("»"), text.get(hit.end..hit.end + end)];
    words.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_whatever_its_spelling() {
        let text = "وقال أَحْمَد الراوي\n إن الأمـر واضح، وأحمدٌ غادر";
        let hits: Vec<&str> = find(text, &folded("احمد الراوى")).into_iter().filter_map(|r| text.get(r)).collect();
        assert_eq!(hits, ["أَحْمَد الراوي"]);
        assert_eq!(find(text, &folded("الراوي ان الامر")).len(), 1);
        assert_eq!(find(text, &folded("غادرت")).len(), 0);
        // Only inside a word.
        assert_eq!(find("وبالميناء", &folded("ميناء")).len(), 1);
        assert_eq!(around("سطر\nقبل قال بعد\nسطر", &(14..20)), "قبل «قال» بعد");
    }
}
