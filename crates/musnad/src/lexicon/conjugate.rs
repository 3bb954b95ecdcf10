//! Conjugation: every form of a verb from its lemma and the row of its pattern.
//!
//! A pattern cell is a template in which the digits 1–4 stand for the radicals. Matching the lemma with the `perfect` template gives
//! the radicals; filling the other cells gives the forms. Texts carry no vowels, so a passive that is spelled like the active is not
//! listed twice.

use super::table::Rows;
use crate::token::fold;

/// What a verb form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VerbForm {
    /// Tense or verbal noun.
    pub kind: VerbKind,
    /// Number of the subject.
    pub number: Count,
    /// Gender of the subject.
    pub gender: Gender,
}

/// Tense, voice and nominal forms of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbKind {
    /// قال
    Perfect,
    /// يقول
    Imperfect,
    /// قيل, where it is spelled unlike the active
    PerfectPassive,
    /// يقال, where it is spelled unlike the active
    ImperfectPassive,
    /// قائل، قائلا: the active participle
    Participle,
    /// مقول
    PassiveParticiple,
    /// قول
    Masdar,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Count {
    Singular,
    Dual,
    Plural,
}

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Gender {
    Masculine,
    Feminine,
}

/// All forms of the verb, folded, each with what it is. `None` when the lemma does not fit the pattern.
///
/// `masdars` are the row's own verbal nouns; without any, the pattern's regular one is taken when `regular_masdar` says so.
pub fn conjugate(lemma: &str, patterns: &Rows, pattern: usize, masdars: &[&str], regular_masdar: bool) -> Option<Vec<(String, VerbForm)>> {
    let radicals = radicals(&fold(lemma), &fold(patterns.cell(pattern, "perfect")))?;
    let mut forms: Vec<(String, VerbForm)> = Vec::with_capacity(40);
    let mut add = |word: String, kind: VerbKind, number: Count, gender: Gender| {
        let form = VerbForm { kind, number, gender };
        if word.chars().count() > 1 && !forms.iter().any(|(w, _)| *w == word) {
            forms.push((word, form));
        }
    };
    let cells = |column: &str| -> Vec<String> { patterns.list(pattern, column).map(|t| fill(&fold(t), &radicals)).collect() };
    use Count::*;
    use Gender::*;

    for (column, number, gender) in [
        ("perfect", Singular, Masculine),
        ("perfect_f", Singular, Feminine),
        ("perfect_md", Dual, Masculine),
        ("perfect_mp", Plural, Masculine),
        ("perfect_fp", Plural, Feminine),
    ] {
        for word in cells(column) {
            if column == "perfect_f" {
                add(format!("{word}{ALEF}"), VerbKind::Perfect, Dual, Feminine);
            }
            add(word, VerbKind::Perfect, number, gender);
        }
    }
    for (column, number, gender) in
        [("imperfect", Singular, Masculine), ("imperfect_md", Dual, Masculine), ("imperfect_mp", Plural, Masculine), ("imperfect_fp", Plural, Feminine)]
    {
        // A second form is the jussive, which is spelled like other words too often (يجب, تعز).
        for word in cells(column).into_iter().take(1) {
            let rest: String = word.chars().skip(1).collect();
            match column {
                "imperfect" => add(format!("{TEH}{rest}"), VerbKind::Imperfect, Singular, Feminine),
                "imperfect_md" => add(format!("{TEH}{rest}"), VerbKind::Imperfect, Dual, Feminine),
                // After لم and لن and أن the plural loses its ن: يقولوا.
                "imperfect_mp" => {
                    if let Some(stem) = word.strip_suffix(NOON) {
                        add(format!("{stem}{ALEF}"), VerbKind::Imperfect, number, gender);
                    }
                }
                _ => {}
            }
            add(word, VerbKind::Imperfect, number, gender);
        }
    }
    for word in cells("participle") {
        add(word, VerbKind::Participle, Singular, Masculine);
    }
    for accusative in cells("participle_acc") {
        let stem = accusative.strip_suffix(ALEF).unwrap_or(&accusative).to_owned();
        add(accusative.clone(), VerbKind::Participle, Singular, Masculine);
        add(format!("{stem}{HEH}"), VerbKind::Participle, Singular, Feminine);
        // A defective stem loses its ي before the plural ending: منادين, not مناديين.
        let plural = match (patterns.cell(pattern, "perfect").ends_with(['3', '4']), stem.strip_suffix(YEH)) {
            (false, Some(short)) => short.to_owned(),
            _ => stem.clone(),
        };
        add(format!("{plural}{YEH}{NOON}"), VerbKind::Participle, Plural, Masculine);
        add(format!("{plural}{WAW}{NOON}"), VerbKind::Participle, Plural, Masculine);
        add(format!("{stem}{YEH}{NOON}"), VerbKind::Participle, Dual, Masculine);
        add(format!("{stem}{ALEF}{TEH}"), VerbKind::Participle, Plural, Feminine);
        add(format!("{stem}{TEH}{YEH}{NOON}"), VerbKind::Participle, Dual, Feminine);
    }
    for word in cells("perfect_passive") {
        add(format!("{word}{TEH}"), VerbKind::PerfectPassive, Singular, Feminine);
        add(word, VerbKind::PerfectPassive, Singular, Masculine);
    }
    for word in cells("imperfect_passive") {
        let rest: String = word.chars().skip(1).collect();
        add(format!("{TEH}{rest}"), VerbKind::ImperfectPassive, Singular, Feminine);
        add(word, VerbKind::ImperfectPassive, Singular, Masculine);
    }
    for word in cells("participle_passive") {
        add(format!("{word}{HEH}"), VerbKind::PassiveParticiple, Singular, Feminine);
        add(word, VerbKind::PassiveParticiple, Singular, Masculine);
    }
    let own: Vec<String> = masdars.iter().map(|m| fold(m)).collect();
    let masdars = if own.is_empty() && regular_masdar { cells("masdar") } else { own };
    for word in masdars {
        // Sound feminine plural of a derived masdar: تأكيدات، مطالبات، اتهامات.
        let stem = word.strip_suffix(HEH).unwrap_or(&word).to_owned();
        add(format!("{stem}{ALEF}{TEH}"), VerbKind::Masdar, Plural, Feminine);
        if stem == word && !word.ends_with(ALEF) {
            add(format!("{word}{ALEF}"), VerbKind::Masdar, Singular, Masculine);
        }
        add(word, VerbKind::Masdar, Singular, Masculine);
    }
    Some(forms)
}

/// The letters that endings are made of.
const ALEF: char = '\u{0627}';
const TEH: char = '\u{062A}';
const NOON: char = '\u{0646}';
const HEH: char = '\u{0647}';
const WAW: char = '\u{0648}';
const YEH: char = '\u{064A}';

/// The radicals of a lemma by its template.
fn radicals(lemma: &str, template: &str) -> Option<[Option<char>; 4]> {
    let mut found = [None; 4];
    let mut letters = lemma.chars();
    for t in template.chars() {
        let letter = letters.next()?;
        match t.to_digit(10).and_then(|d| found.get_mut((d as usize).checked_sub(1)?)) {
            Some(slot) => {
                if slot.is_some_and(|before| before != letter) {
                    return None;
                }
                *slot = Some(letter);
            }
            None if t == letter => {}
            None => return None,
        }
    }
    letters.next().is_none().then_some(found)
}

fn fill(template: &str, radicals: &[Option<char>; 4]) -> String {
    template
        .chars()
        .filter_map(|t| match t.to_digit(10) {
            Some(d) => radicals.get((d as usize).checked_sub(1)?).copied().flatten(),
            None => Some(t),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lexicon::table::Table;

    fn check(lemma: &str, wanted: &[&str], unwanted: &[&str]) {
        let (verbs, patterns) = (Lexicon::standard().rows(Table::Reporting), Lexicon::standard().rows(Table::Patterns));
        let verb = (0..verbs.len()).find(|&r| verbs.cell(r, "ar") == lemma).unwrap();
        let pattern = verbs.cell(verb, "pattern");
        let row = (0..patterns.len()).find(|&r| patterns.id(r) == pattern).unwrap();
        let forms: Vec<String> = conjugate(lemma, patterns, row, &[], true).unwrap().into_iter().map(|(w, _)| w).collect();
        for w in wanted {
            assert!(forms.contains(&fold(w)), "{lemma}: {w} missing in {forms:?}");
        }
        for w in unwanted {
            assert!(!forms.contains(&fold(w)), "{lemma}: {w} is wrong");
        }
    }

    #[test]
    fn verbs_of_every_weakness() {
        check("قال", &["قالت", "قالوا", "قالا", "قلن", "يقول", "تقول", "يقولون", "قائلا", "قائلة", "قائلين", "قيل", "يقال"], &["قالن"]);
        check("أكد", &["أكدت", "أكدوا", "يؤكد", "تؤكد", "مؤكدا", "مؤكدة", "تأكيد"], &[]);
        check("أعلن", &["أعلنت", "يعلن", "معلنا", "إعلان"], &[]);
        check("أشار", &["أشارت", "يشير", "مشيرا", "مشيرة", "إشارة", "أشاروا"], &[]);
        check("نفى", &["نفت", "نفوا", "ينفي", "نافيا", "نافية", "ينفون"], &[]);
        check("دعا", &["دعت", "دعوا", "يدعو", "داعيا", "داعية", "يدعون"], &[]);
    }
}
