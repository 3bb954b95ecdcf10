use super::*;
use crate::Article;
use crate::lexicon::Lexicon;
use crate::{morph, sentence, text, token};

/// The numbers of a text as `words = value..high modifier`.
fn found(text: &str) -> Vec<String> {
    let lexicon = Lexicon::standard();
    let tokens = token::tokenize(text);
    let matches = morph::look_up(&tokens, lexicon);
    let sentences = sentence::split(&tokens, &matches, lexicon, false);
    let article = Article::of(text);
    let layers = Layers { article: &article, text, lexicon, tokens, matches, sentences };
    numbers(&layers)
        .iter()
        .map(|n| {
            let high = n.high.map_or(String::new(), |h| format!("..{h}"));
            let modifier = if n.modifier == Modifier::Exact { String::new() } else { format!(" {:?}", n.modifier) };
            format!("{} = {}{high}{modifier}", text::slice(text, n.span), n.value)
        })
        .collect()
}

fn check(text: &str, want: &[&str]) {
    assert_eq!(found(text), want, "{text}");
}

#[test]
fn digits_and_their_marks() {
    check(
        "3.5 ٣٫٥ 2,830 1.234.567 15,5 46،2 20.000",
        &["3.5 = 3.5", "٣٫٥ = 3.5", "2,830 = 2830", "1.234.567 = 1234567", "15,5 = 15.5", "46،2 = 46.2", "20.000 = 20000"],
    );
    check("12,220.13 12.220,13 ١٠٠٬٠٠٠٫٥", &["12,220.13 = 12220.13", "12.220,13 = 12220.13", "١٠٠٬٠٠٠٫٥ = 100000.5"]);
    check("2 830", &["2 = 2", "830 = 830"]);
    check("1 234 567", &["1 234 567 = 1234567"]);
    check("187.\u{200F}3 مليون", &["187.\u{200F}3 مليون = 3187000"]);
    check("عامي 2015،2016", &["2015 = 2015", "2016 = 2016"]);
}

#[test]
fn words() {
    check("خمسة وعشرون", &["خمسة وعشرون = 25"]);
    check("مئة وعشرون ألفا", &["مئة وعشرون ألفا = 120000"]);
    check("ألفان وخمسمئة", &["ألفان وخمسمئة = 2500"]);
    check("مئتا ألف", &["مئتا ألف = 200000"]);
    check("ثلاث مئة وواحد", &["ثلاث مئة وواحد = 301"]);
    check("واحدة و عشرون", &["واحدة و عشرون = 21"]);
    check("إحدى عشرة سفينة واثنا عشر قاربا", &["إحدى عشرة = 11", "اثنا عشر = 12"]);
    check("مليون ومئتان وثلاثون ألفا وأربعة", &["مليون ومئتان وثلاثون ألفا وأربعة = 1230004"]);
    check("ألف مليون", &["ألف مليون = 1000000000"]);
    check("بثلاثة بنود", &["ثلاثة = 3"]);
}

#[test]
fn digits_with_scales() {
    check("3.5 مليون و15 ألفا", &["3.5 مليون و15 ألفا = 3515000"]);
    check("4.1 مليارات", &["4.1 مليارات = 4100000000"]);
    check("48 ألفا و500", &["48 ألفا و500 = 48500"]);
    check("4 مليارات و908 ملايين", &["4 مليارات و908 ملايين = 4908000000"]);
    check("20 طفلا و30 امرأة", &["20 = 20", "30 = 30"]);
}

#[test]
fn fractions() {
    check("مليون ونصف المليون", &["مليون ونصف المليون = 1500000"]);
    check("ثلاثة ونصف", &["ثلاثة ونصف = 3.5"]);
    check("ثلاثة أرباع الناخبين", &["ثلاثة أرباع = 0.75"]);
    check("خمس السكان وخمس دول", &["خمس = 0.2", "خمس = 5"]);
    check("نصف مليون، 1/2", &["نصف مليون = 500000", "1/2 = 0.5"]);
    check("نصفهم نساء", &["نصفهم = 0.5"]);
}

#[test]
fn ranges() {
    check("بين 5 و7 آلاف", &["5 و7 آلاف = 5000..7000"]);
    check("من 20 إلى 30", &["20 إلى 30 = 20..30"]);
    check("20-30", &["20-30 = 20..30"]);
    check("بين خمسة وعشرين", &["خمسة وعشرين = 5..20"]);
    check("خمسة أو ستة آلاف", &["خمسة أو ستة آلاف = 5000..6000"]);
    check("ارتفع العدد من 20 إلى 30", &["20 = 20", "30 = 30"]);
    check("من 2007 إلى 2013", &["2007 = 2007", "2013 = 2013"]);
    check("3-1", &["3 = 3", "1 = 1"]);
}

#[test]
fn counts_that_are_not_told() {
    check("عشرات القتلى ومئات الآلاف من النازحين", &["عشرات = 10 AtLeast", "مئات الآلاف = 100000 AtLeast"]);
    check("آلاف الملايين", &["آلاف الملايين = 1000000000 AtLeast"]);
}

#[test]
fn modifiers_stay_outside() {
    check("نحو 400 ألف", &["400 ألف = 400000 Approx"]);
    check("بأكثر من مليون", &["مليون = 1000000 MoreThan"]);
    check("ما لا يقل عن 12 قتيلا", &["12 = 12 AtLeast"]);
    check("12 قتيلا على الأقل", &["12 = 12 AtLeast"]);
    check("لا يتجاوز 5", &["5 = 5 AtMost"]);
    check("خمسة أشخاص أو أكثر", &["خمسة = 5 MoreThan"]);
}

#[test]
fn what_is_no_number() {
    check("يوم الأحد قال أحد الحاضرين", &[]);
    check("الاثنين المقبل", &[]);
    check("القرن الحادي والعشرين واليوم الثاني عشر", &[]);
    check("قاعة G8", &[]);
    check("عشرة في المئة", &["عشرة = 10"]);
}

#[test]
fn negative() {
    check("بلغت -5 درجات", &["-5 = -5"]);
    check("ناقص خمسة", &["ناقص خمسة = -5"]);
    check("كوفيد-19", &["19 = 19"]);
}
