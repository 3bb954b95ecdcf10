//! Texts that are no news, and texts made to break a reader.

use super::check::read;

/// Enough to show a quadratic step by the time that the test takes.
const MANY: usize = 100_000;

#[test]
fn nothing_and_next_to_nothing() {
    for text in ["", " ", "\n\n", "\u{200F}", "\0", ".", "…", "«»", "\"\"", "!؟،؛", "-", "ـ", "\u{064E}", "\u{FFFD}", "🙂"] {
        let record = read(text);
        assert!(record.statements.is_empty() && record.commitments.is_empty(), "{text:?}");
    }
}

#[test]
fn binary_and_broken_bytes() {
    let bytes: Vec<u8> = (0..20_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    read(&String::from_utf8_lossy(&bytes));
    read(&String::from_utf8_lossy(b"\xD9\x82\xD8\xA7\xD9 \xD9\x84\xFF\xFE \xC0\x80"));
    read(&"قال\0 فلان\0: «نعم»\0".repeat(50));
}

#[test]
fn marks_that_do_not_pair() {
    for text in ["قال: «نعم", "قال نعم»", "\"", "قال: \"نعم\" و\"لا", "«« قال »", "(قال", "قال: “نعم»", "»قال«", "قالت: «أ «ب» ج"]
    {
        read(text);
    }
    for mark in ["\"", "«", "»", "“", "(", ")", "'", "[", "<<"] {
        read(&mark.repeat(MANY / 8));
        read(&format!("قال الوزير: {mark}نعم ").repeat(2_000));
    }
}

#[test]
fn other_scripts_and_odd_spellings() {
    for text in [
        "The minister said on Monday that 2,500 troops would leave by 31 December 2021.",
        "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻷﺯﻣﺔ ﺍﻧﺘﻬﺖ ﷲ ﷺ ﻻ ﻵ",
        "قـــــــال الوزيـــــر: «نعـــــم»",
        "قَاْلَ اَلْوَزِيْرُ إِنَّ ٱلْأَزْمَةَ ٱنْتَهَتْ",
        "ق\u{064E}\u{064F}\u{0650}\u{0651}\u{0652}\u{0653}\u{0654}\u{0655}\u{0670}ال الوزير",
        "\u{202E}قال\u{202C} \u{2067}الوزير\u{2069} \u{200E}إن\u{200F} \u{2068}الأزمة",
        "وزیر کشور ایران گفت که این توافق پابرجاست",
        "وزیرِ اعظم نے کہا ہے کہ ٹیکس میں ۵ فیصد کمی ہوگی",
        "عنوان\r\n\r\nقال الوزير أمس إن الأزمة انتهت.\r\nوأضاف: «نعم».\r\n",
        "قال\u{A0}الوزير\u{2003}إن\u{3000}الأزمة\u{2028}انتهت\u{2029}",
        "\u{FEFF}قال الوزير",
    ] {
        read(text);
    }
    read(&format!("ق{}ال", "\u{064E}".repeat(MANY)));
}

#[test]
fn without_end() {
    for piece in [
        "ا",
        "9",
        ".",
        "،",
        ":",
        "x",
        "@",
        "\n",
        " ",
        "ـ",
        "\u{202E}",
        "%",
        "/",
        "قال ",
        "وأضاف أن ",
        "و",
        "عن ",
        "«قال» ",
        "مليون ",
        "ألف و",
        "1/",
        "2021-",
        "بن ",
        "عبد ",
        "وزير ",
        "قبل ",
        "«",
        "مصدر ",
        "أن ",
        "وفق ",
    ] {
        read(&piece.repeat(MANY / piece.chars().count()));
    }
}

#[test]
fn one_line_of_megabytes() {
    let sentence = "وقالت هند الراوي، المتحدثة باسم هيئة الموانئ، أمس الأحد إن «2500 عامل» سيعودون إلى العمل بحلول 31 ديسمبر 2024، وفق بيان للهيئة، ";
    let record = read(&sentence.repeat(2_000_000 / sentence.len()));
    assert!(record.text.len() > 1_900_000);
}
