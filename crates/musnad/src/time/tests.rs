//! One example for each kind of rule; `cases/times` holds many more.

use crate::lexicon::Lexicon;
use crate::{Article, read};

/// Expressions as `words = value MODIFIER`, in order.
fn check(published: &str, text: &str, want: &[&str]) {
    let article = Article { published: Some(published).filter(|p| !p.is_empty()), ..Article::of(text) };
    let record = read(&article, Lexicon::standard());
    let letters: Vec<char> = text.chars().collect();
    let got: Vec<String> = record
        .times
        .iter()
        .map(|t| {
            let words: String = letters[t.span[0] as usize..t.span[1] as usize].iter().collect();
            let modifier = t.modifier.map_or(String::new(), |m| format!(" {m:?}"));
            format!("{words} = {}{modifier}", t.value)
        })
        .collect();
    assert_eq!(got, want, "{text}");
}

#[test]
fn days_by_name() {
    check("2024-03-05", "وصل الوفد الأحد وسيغادر الجمعة.", &["الأحد = 2024-03-03", "الجمعة = 2024-03-08"]);
    check("2024-03-05", "افتتح بعد ظهر اليوم الثلاثاء.", &["بعد ظهر اليوم الثلاثاء = 2024-03-05TAF"]);
    check("2024-03-05", "قال أحد المسؤولين ذلك.", &[]);
    check("", "وصل أمس وغادر الأحد.", &["أمس = PAST_REF", "الأحد = XXXX-WXX-7"]);
}

#[test]
fn days_by_number() {
    check("2018-05-29", "في العاشر من كانون الأول/ديسمبر من العام الجاري.", &["العاشر من كانون الأول/ديسمبر من العام الجاري = 2018-12-10"]);
    check("2018-07-20", "من يوم 24 وحتى 26 من يوليو/ تموز الجاري.", &["يوم 24 = 2018-07-24", "26 من يوليو/ تموز الجاري = 2018-07-26"]);
    check("2015-08-03", "بتاريخ 15/10/1436هـ.", &["15/10/1436هـ = 2015-07-31"]);
    check("2024-03-05", "May 5, 2023", &["May 5, 2023 = 2023-05-05"]);
}

#[test]
fn stretches() {
    check("2024-03-05", "نهاية العام الحالي ومطلع الأسبوع", &["نهاية العام الحالي = 2024 End", "مطلع الأسبوع = 2024-W10 Start"]);
    check("2018-07-20", "في الربع الثاني من العام الجاري", &["الربع الثاني من العام الجاري = 2018-Q2"]);
    check("2024-03-05", "ثمانينيات القرن الماضي", &["ثمانينيات القرن الماضي = 198"]);
    check("2024-03-05", "قال الأمين العام السابق", &[]);
}

#[test]
fn lengths() {
    check("2024-03-05", "استمر نحو ثلاثة أسابيع", &["ثلاثة أسابيع = P3W Approx"]);
    check("2024-03-05", "زارها قبل ثلاثة أسابيع.", &["قبل ثلاثة أسابيع = 2024-W07"]);
    check("2024-03-05", "خلال الـ48 ساعة الماضية", &["الـ48 ساعة الماضية = PT48H"]);
    check("2024-03-05", "كل يوم وسنويا", &["كل يوم = P1D", "سنويا = P1Y"]);
}

/// Any text gives an answer, and the same one again; expressions stand in order and apart.
#[test]
fn hostile_text_is_read_in_order() {
    let pieces = [
        "يوم ",
        "31/",
        "12/",
        "9999",
        "ـ",
        "الـ",
        "الساعة ",
        "و",
        "25 ",
        "شهر ",
        "من ",
        "رمضان ",
        "99999999999999999999 ",
        "عام ",
        "(",
        ")",
        "\n",
        "الأحد ",
        "قبل ",
        "مليار ",
        "سنة ",
        "-",
    ];
    let mut text = String::new();
    let mut state = 7u32;
    for _ in 0..4000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(pieces[(state >> 16) as usize % pieces.len()]);
    }
    for published in [Some("2024-03-05"), Some("0001-01-01"), Some("9999-12-31"), Some("not a day"), None] {
        let article = Article { published, ..Article::of(&text) };
        let record = read(&article, Lexicon::standard());
        assert!(record.times.windows(2).all(|w| w[0].span[1] <= w[1].span[0] && w[0].span[0] < w[0].span[1]));
    }
}
