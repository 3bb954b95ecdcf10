use super::*;
use crate::Article;
use crate::lexicon::Lexicon;
use crate::{morph, number, sentence, text, token};

/// The quantities of a text as `words = value..high | unit | modifier`.
fn found(article: &Article) -> Vec<String> {
    let lexicon = Lexicon::standard();
    let text = article.text;
    let tokens = token::tokenize(text);
    let matches = morph::look_up(&tokens, lexicon);
    let sentences = sentence::split(&tokens, &matches, lexicon, false);
    let layers = Layers { article, text, lexicon, tokens, matches, sentences };
    quantities(&layers, &number::numbers(&layers), &[])
        .iter()
        .map(|q| {
            let high = q.high.map_or(String::new(), |h| format!("..{h}"));
            format!("{} = {}{high} | {}", text::slice(text, q.span), q.value, q.unit.as_deref().unwrap_or("-"))
        })
        .collect()
}

fn check(text: &str, want: &[&str]) {
    assert_eq!(found(&Article::of(text)), want, "{text}");
}

#[test]
fn counted_nouns() {
    check("وصل نحو 2500 جندي أمس", &["2500 جندي = 2500 | جندي"]);
    check("الأطراف الأربعة وافقت", &["الأطراف الأربعة = 4 | الأطراف"]);
    check("في حافلة واحدة مع رجلين اثنين", &["حافلة واحدة = 1 | حافلة", "رجلين اثنين = 2 | رجلين"]);
    check("عشرات من المتطوعين وخمسة من أفراد الفريق", &["عشرات من المتطوعين = 10 | المتطوعين", "خمسة من أفراد = 5 | أفراد"]);
    check("أصيب 15 ألفا برصاص", &["15 ألفا = 15000 | -"]);
    check("مقعدين إلى ثلاثة مقاعد", &["مقعدين إلى ثلاثة مقاعد = 2..3 | مقاعد"]);
}

#[test]
fn a_fraction_behind_the_noun() {
    check("ثلاثة أمتار ونصف", &["ثلاثة أمتار ونصف = 3.5 | أمتار"]);
    check("مليون دولار ونصف المليون", &["مليون دولار ونصف المليون = 1500000 | USD"]);
}

#[test]
fn money() {
    check("ملايين الدولارات الأميركية و20$ و€30", &["ملايين الدولارات الأميركية = 1000000 | USD", "20$ = 20 | USD", "€30 = 30 | EUR"]);
    check("في تونس 50 دينارا", &["50 دينارا = 50 | TND"]);
    let article = Article { outlet: "عكاظ", ..Article::of("بلغ الدخل 3 آلاف ريال") };
    assert_eq!(found(&article), ["3 آلاف ريال = 3000 | SAR"]);
}

#[test]
fn percent() {
    check("%2.1 و5% وعشرة في المئة", &["%2.1 = 2.1 | %", "5% = 5 | %", "عشرة في المئة = 10 | %"]);
}

#[test]
fn what_counts_nothing() {
    check("القرار 2254 والمادة 5 ورقم 12", &[]);
    check("فاز 3-1 وكوفيد-19 و10:30", &[]);
    check("1. مقدمة", &[]);
    check("نصف نهائي البطولة", &[]);
    check("كانوا يدا واحدة", &[]);
}
