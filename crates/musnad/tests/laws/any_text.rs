//! Laws on generated texts. PROPTEST_RNG_SEED and PROPTEST_CASES vary them; without, every run makes the same ones.

use musnad::token::{fold, tokenize};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::check;

fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
}

/// Words and signs that the reader's rules look at.
const PIECES: &[&str] = &[
    "قال",
    "وقالت",
    "وأضاف",
    "مضيفا",
    "محذرا",
    "أعلن",
    "تعهدت",
    "نقلت",
    "عن",
    "قوله",
    "وفق",
    "بحسب",
    "نقلا",
    "على حد قول",
    "في بيان",
    "لوكالة",
    "أن",
    "إن",
    "أنه",
    "بأن",
    "إلى",
    "وزارة الصحة",
    "وكالة",
    "رئيس",
    "الوزير",
    "السفير",
    "مصدر أمني",
    "مسؤولون",
    "هند الراوي",
    "سالم",
    "بن",
    "عبد",
    "أبو",
    "الله",
    "مصر",
    "الرياض",
    "واشنطن",
    "المتحدث باسم",
    "البيان",
    "أمس",
    "اليوم",
    "غدا",
    "الأحد",
    "المقبل",
    "الماضي",
    "منذ",
    "بحلول",
    "قبل",
    "بعد",
    "أسبوعين",
    "نهاية",
    "العام",
    "رمضان",
    "آذار/مارس",
    "كانون",
    "الأول",
    "ديسمبر",
    "هـ",
    "1445",
    "ألفان",
    "مئة",
    "وعشرون",
    "مليون",
    "آلاف",
    "نصف",
    "بين",
    "و",
    "نحو",
    "أكثر من",
    "في المئة",
    "دولار",
    "جندي",
    "3.5",
    "٣٫٥",
    "2,830",
    "31/12/2021",
    "20-30",
    "0",
    "99999999999999999999",
    "لن",
    "ستبدأ",
    "سيبقى",
    "قرر",
    "اتفق",
    "تعتزم",
    "«",
    "»",
    "\"",
    "“",
    "”",
    "'",
    "(",
    ")",
    "[",
    "]",
    ":",
    "،",
    "؛",
    ".",
    "..",
    "…",
    "؟",
    "!",
    "-",
    "–",
    "/",
    "%",
    "@name",
    "#",
    "https://example.org/a?b=1",
    "(رويترز)",
    "12:30",
    "ـ",
    "\u{064E}",
    "\u{200F}",
    "\u{202E}",
    "\u{2067}",
    "\u{2069}",
    "\u{FEFF}",
    "\0",
    "ﻻ",
    "ﷲ",
    "پ",
    "ک",
    "ی",
    "x",
    "🙂",
    "é",
    "\u{0300}",
];

/// Such pieces in any order, with any white space.
fn newslike() -> impl Strategy<Value = String> {
    let gap = prop_oneof![6 => Just(" "), 2 => Just(""), 1 => Just("\n"), 1 => Just("\n\n"), 1 => Just("\r\n"), 1 => Just("\u{A0}"), 1 => Just("\t")];
    prop::collection::vec((prop::sample::select(PIECES), gap), 0..60).prop_map(|parts| parts.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

/// Any characters at all, most of them of the Arabic blocks.
fn anything() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        8 => prop::char::range('\u{0600}', '\u{06FF}'),
        1 => prop::char::range('\u{0750}', '\u{077F}'),
        1 => prop::char::range('\u{FB50}', '\u{FEFF}'),
        1 => prop::char::range('\u{2000}', '\u{206F}'),
        3 => prop::char::range('\0', '\u{7F}'),
        1 => any::<char>(),
    ];
    prop::collection::vec(character, 0..200).prop_map(String::from_iter)
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => newslike(), 1 => anything()]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn reading_is_total_and_keeps_the_laws(text in any_text()) {
        check::read(&text);
    }

    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn byte_spans_stand_on_character_boundaries(text in any_text()) {
        for token in tokenize(&text).iter() {
            prop_assert!(text.get(token.span.range()).is_some_and(|words| !words.is_empty()), "{:?} in {:?}", token.span, text);
        }
    }

    #[test]
    fn the_words_of_a_title_do_not_change_with_what_is_known(text in newslike()) {
        // An article about which nothing is known is read as well.
        let bare = musnad::read(&musnad::Article::of(&text), musnad::lexicon::Lexicon::standard());
        prop_assert_eq!(bare.published, None);
        prop_assert_eq!(bare.text, text);
    }
}
