//! `musnad explain`: what a journalist reads at the terminal.

use super::*;

const STORY: &str = "هيئة الموانئ تعد بخفض الرسوم

قالت مديرة هيئة الموانئ هند الراوي أمس إن نحو 2500 عامل سيعودون إلى العمل بحلول 31 مارس 2024، نافية وجود أي خلاف مع النقابة.
وأضافت: «لن نرفع الرسوم هذا العام».
ونقلت وكالة الساحل عن مسؤول في وزارة النقل قوله إن الميناء مغلق.
";

fn explain(lang: &str, more: &[&str]) -> Output {
    let args = [&["explain", "--published", "2024-03-05", "--lang", lang, "-"], more].concat();
    musnad(&args, STORY.as_bytes())
}

/// The lines without isolates, so that words can be looked for.
fn plain(output: &Output) -> String {
    out(output).replace(['\u{2066}', '\u{2067}', '\u{2069}'], "")
}

#[test]
fn an_overview_numbers_what_was_marked() {
    let output = explain("ar", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let page = plain(&output);
    for words in ["الأقوال", "الالتزامات", "الأوقات", "الأرقام", "  2  هند الراوي  (القول)", "--statement 1"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(plain(&explain("en", &[])).contains("Statements"));
}

#[test]
fn a_statement_tells_who_spoke_and_how_that_is_known() {
    let page = plain(&explain("en", &["--at", "وجود أي خلاف"]));
    for words in
        ["denying: “نافية” is a form of “نفى”", "هند الراوي (person)", "the same speaker as in statement 2", "“نافية” is feminine", "with the sentence"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let page = plain(&explain("ar", &["--at", "الميناء مغلق"]));
    for words in ["وكالة الساحل → مسؤول في وزارة النقل", "كل جهة تنقل عن التي بعدها", "مصدر بلا اسم", "من «إن»"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn times_figures_and_commitments_are_written_out() {
    let page = plain(&explain("ar", &["--at", "أمس"]));
    assert!(page.contains("الاثنين 4 مارس/آذار 2024") && page.contains("مقيس إلى يوم المقال، الثلاثاء 5 مارس/آذار 2024: اليوم الذي قبله"), "{page}");
    let page = plain(&explain("en", &["--figure", "1"]));
    assert!(page.contains("2,500 (about)") && page.contains("“نحو”") || page.contains("نحو (modifiers of numbers)"), "{page}");
    let page = plain(&explain("en", &["--at", "لن نرفع الرسوم"]));
    assert!(page.contains("Commitment") && page.contains("by when") && page.contains("the year 2024 (2024)"), "{page}");
}

#[test]
fn words_are_found_whatever_their_spelling_and_what_is_not_marked_is_told() {
    let output = explain("en", &["قالـت مديرة"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(!plain(&output).contains("cue/qala"), "names of rows are for --rules");
    assert!(plain(&explain("en", &["--rules", "--at", "قالت مديرة"])).contains("cue/qala"));
    let page = plain(&explain("en", &["--at", "إلى العمل", "--rules"]));
    assert!(page.contains("What its words may be"), "{page}");
    // A number that does not stand in the text is an offset.
    assert!(plain(&explain("en", &["--at", "31"])).contains("Time"));
    assert!(plain(&explain("en", &["--at", "7"])).contains("الموانئ"));
}

#[test]
fn what_cannot_be_explained_is_told_with_the_way_out() {
    let complaint = |more: &[&str], code: i32| {
        let output = explain("en", more);
        assert_eq!(output.status.code(), Some(code), "{more:?} {}", err(&output));
        assert_eq!(out(&output), "", "{more:?}");
        err(&output)
    };
    assert!(complaint(&["--at", "غير موجود"], 1).contains("does not stand in this text"));
    assert!(complaint(&["--statement", "99"], 1).contains("the article has no statement 99; it has 5"));
    assert!(complaint(&["--at", "99999"], 1).contains("characters, none at 99999"));
    assert!(complaint(&["--statement", "0"], 2).contains("annotations are counted 1, 2, 3"));
    assert!(complaint(&["--at", " "], 2).contains("name some words of the text"));
    assert!(complaint(&["--statment", "1"], 2).contains("--statement"));
    assert!(complaint(&["--at", "قالت", "--time", "1"], 2).contains("cannot be used with"));
    let output = musnad(&["explain", "absent.txt"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("absent.txt: there is no such file"), "{}", err(&output));
}

#[test]
fn one_article_of_many_is_chosen() {
    let lines: String = ["a", "b"].iter().map(|id| serde_json::json!({ "id": id, "text": STORY, "published": "2024-03-05" }).to_string() + "\n").collect();
    let run = |more: &[&str]| musnad(&[&["explain", "--lang", "en", "-"], more].concat(), lines.as_bytes());
    let output = run(&["--statement", "1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("choose one with --article"), "{}", err(&output));
    assert_eq!(run(&["--statement", "1", "--article", "b"]).status.code(), Some(0));
    assert_eq!(run(&["--statement", "1", "--article", "2"]).status.code(), Some(0));
    let output = run(&["--article", "c"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("no article with this number or id: c"), "{}", err(&output));
}

#[test]
fn isolates_are_balanced_and_nothing_steers_the_terminal() {
    let evil = "عنوان\n\nقال الوزير: «نعم\u{2069}\u{1b}]0;x\u{7} لن نرفع الرسوم غدا».";
    let output = musnad(&["explain", "--lang", "ar", "--published", "2024-03-05", "-", "--statement", "1"], evil.as_bytes());
    for line in out(&output).lines() {
        let opened = line.matches(['\u{2066}', '\u{2067}']).count();
        assert_eq!(opened, line.matches('\u{2069}').count(), "{line:?}");
        assert!(!line.contains(['\u{1b}', '\u{7}']), "{line:?}");
    }
}
