//! When are two names the same? The comparison's own folding, which is not the reader's: figures must not move when the reader's does.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// The letters that folding must name.
mod letter {
    pub const TATWEEL: char = '\u{0640}';
    pub const ALEF: char = '\u{0627}';
    pub const ALEF_MADDA: char = '\u{0622}';
    pub const ALEF_HAMZA_ABOVE: char = '\u{0623}';
    pub const ALEF_HAMZA_BELOW: char = '\u{0625}';
    pub const ALEF_WASLA: char = '\u{0671}';
    pub const ALEF_MAKSURA: char = '\u{0649}';
    pub const YEH: char = '\u{064A}';
    pub const YEH_HAMZA: char = '\u{0626}';
    pub const TEH_MARBUTA: char = '\u{0629}';
    pub const HEH: char = '\u{0647}';
    pub const WAW: char = '\u{0648}';
    pub const WAW_HAMZA: char = '\u{0624}';
    pub const ARTICLE: &str = "\u{0627}\u{0644}";
}

/// Whether a character counts when spans are compared: letters, digits and `_`; no marks, punctuation or spaces.
pub fn counts(c: char) -> bool {
    c == '_' || matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// The words of a name, folded.
fn words(name: &str) -> Vec<String> {
    use letter::*;
    let fold = |c: char| match c {
        ALEF_MADDA | ALEF_HAMZA_ABOVE | ALEF_HAMZA_BELOW | ALEF_WASLA => ALEF,
        ALEF_MAKSURA | YEH_HAMZA => YEH,
        TEH_MARBUTA => HEH,
        WAW_HAMZA => WAW,
        c if counts(c) => c,
        _ => ' ',
    };
    let folded: String = name.nfkc().filter(|&c| canonical_combining_class(c) == 0 && c != TATWEEL).map(fold).collect();
    folded.split_whitespace().map(str::to_owned).collect()
}

/// The words of a name as a set, without the article.
fn bare(name: &str) -> BTreeSet<String> {
    let bare = |word: String| match word.strip_prefix(letter::ARTICLE) {
        Some(rest) if word.chars().count() > 4 => rest.to_owned(),
        _ => word,
    };
    words(name).into_iter().map(bare).collect()
}

/// Whether two names are the same: exactly (the same words), and closely (the shorter one's words all stand in the longer one and
/// are at least a third of it).
pub fn same_name(a: Option<&str>, b: Option<&str>) -> (bool, bool) {
    let (a, b) = (bare(a.unwrap_or("")), bare(b.unwrap_or("")));
    if a.is_empty() || b.is_empty() {
        return (false, false);
    }
    let (small, large) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    (a == b, a == b || (small.is_subset(large) && 3 * small.len() >= large.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let same = |a, b| same_name(Some(a), Some(b));
        assert_eq!(same("وزارة الدفاع", "وزاره  دفاع"), (true, true));
        assert_eq!(same("هِند الراوي", "الراوى"), (false, true));
        assert_eq!(same("هند", "هند بنت سعيد الراوي"), (false, false));
        assert_eq!(same("", "هند"), (false, false));
        assert_eq!(same_name(None, None), (false, false));
    }

    #[test]
    fn marks_do_not_count_letters_and_digits_do() {
        assert!(['ا', '٣', '3', 'x', '_', '½'].into_iter().all(counts));
        assert!(!['\u{064E}', '\u{0670}', '«', ' ', '،', '%', '\u{200F}'].into_iter().any(counts));
    }
}
