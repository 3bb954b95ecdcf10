//! The command as a person or a program calls it: what goes in, what comes out, with which exit code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests stop at the first surprise")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

mod explain;
mod measured;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn musnad(args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_musnad"));
    command.args(args).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The command may end before it has read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn records(output: &Output) -> Vec<Value> {
    out(output).lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

const NEWS: &str = "افتتاح معرض الكتاب\n\nقالت هند الراوي أمس إن المعرض سيستقبل 2500 زائر.\n";

#[test]
fn plain_text_from_standard_input() {
    let output = musnad(&["read", "--json", "--published", "2024-03-05", "--outlet", "المرفأ"], NEWS.as_bytes());
    let record = &records(&output)[0];
    assert_eq!(record["title"], "افتتاح معرض الكتاب");
    assert_eq!(record["published"], "2024-03-05");
    assert_eq!(record["outlet"], "المرفأ");
    assert_eq!(record["text"], NEWS);
    assert_eq!(record["schema"], "musnad.record/1");
    assert_eq!(err(&output), "");
}

#[test]
fn a_stream_of_articles_keeps_its_order_and_goes_on_after_a_broken_line() {
    let mut input = String::from("\u{FEFF}");
    for i in 0..500 {
        let line = match i {
            100 => "{\"id\": \"a100\", \"text\": \"ينقطع".to_owned(),
            200 => String::new(),
            300 => "{\"id\": 300}".to_owned(),
            _ => serde_json::json!({ "id": format!("a{i}"), "text": NEWS, "published": "2024-03-05", "more": [1, 2] }).to_string(),
        };
        input += &line;
        input += "\n";
    }
    let output = musnad(&["read", "--json", "-"], input.as_bytes());
    let ids: Vec<String> = records(&output).iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect();
    let want: Vec<String> = (0..500).filter(|i| ![100, 200, 300].contains(i)).map(|i| format!("a{i}")).collect();
    assert_eq!(ids, want);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("-:101: the article breaks off"), "{}", err(&output));
    assert!(err(&output).contains("-:301: no article: missing field `text`"), "{}", err(&output));
}

#[test]
fn arrays_and_spread_objects() {
    let one = serde_json::json!({ "id": "a", "text": "قال: \"{[\" ثم \\ صمت" });
    let two = serde_json::json!({ "id": "b", "text": "نص" });
    for input in [
        serde_json::json!([one, two]).to_string(),
        serde_json::to_string_pretty(&serde_json::json!([one, two])).unwrap(),
        format!("{}\n{}", serde_json::to_string_pretty(&one).unwrap(), serde_json::to_string_pretty(&two).unwrap()),
    ] {
        let output = musnad(&["read", "--json"], input.as_bytes());
        let ids: Vec<Value> = records(&output).iter().map(|r| r["id"].clone()).collect();
        assert_eq!(ids, ["a", "b"], "{input}\n{}", err(&output));
    }
}

#[test]
fn files_folders_and_what_cannot_be_read() {
    let folder = folder("files");
    fs::create_dir_all(folder.join("inner")).unwrap();
    fs::write(folder.join("b.txt"), NEWS).unwrap();
    fs::write(folder.join("inner/a.jsonl"), "{\"id\": \"j\", \"text\": \"نص\"}\n").unwrap();
    fs::write(folder.join("picture.png"), b"\x89PNG").unwrap();
    let path = folder.to_str().unwrap();
    let output = musnad(&["read", "--json", path], b"");
    let titles: Vec<Value> = records(&output).iter().map(|r| r["title"].clone()).collect();
    assert_eq!(titles, ["افتتاح معرض الكتاب", ""], "files of the folder by name, those of folders below in between");
    assert_ne!(output.status.code(), Some(2));

    let absent = folder.join("absent.txt");
    let output = musnad(&["read", "--json", absent.to_str().unwrap(), folder.join("b.txt").to_str().unwrap()], b"");
    assert_eq!(records(&output).len(), 1, "the rest goes on");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("absent.txt: there is no such file; check the name"), "{}", err(&output));
}

#[test]
fn odd_input() {
    let code = |input: &[u8]| musnad(&["read", "--json"], input).status.code();
    assert_eq!(code(b""), Some(1));
    assert_eq!(code(b" \n\n"), Some(1));
    assert_eq!(code("؟!…".as_bytes()), Some(1));

    let binary: Vec<u8> = (0..10_000u32).map(|i| if i % 7 == 0 { 0 } else { (i * 31 % 251) as u8 }).collect();
    let output = musnad(&["read"], &binary);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("looks like a binary file"), "{}", err(&output));

    let broken = [NEWS.as_bytes(), b"\xD9\xFF"].concat();
    let record = &records(&musnad(&["read", "--json"], &broken))[0];
    assert_eq!(record["notes"][0]["code"], "broken-utf8");

    let windows = NEWS.replace('\n', "\r\n");
    let record = &records(&musnad(&["read", "--json"], windows.as_bytes()))[0];
    assert_eq!(record["title"], "افتتاح معرض الكتاب");
    assert_eq!(record["text"], windows.as_str());

    let output = musnad(&["read", "--published", "yesterday"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("a day is written 2024-03-05"), "{}", err(&output));
}

#[test]
fn one_very_long_line() {
    let line = serde_json::json!({ "id": "long", "text": NEWS.replace('\n', " ").repeat(20_000) }).to_string() + "\n{\"id\": \"next\", \"text\": \"نص\"}\n";
    let output = musnad(&["read", "--json", "-"], line.as_bytes());
    assert_eq!(records(&output).len(), 2);
}

#[test]
fn layers_are_added_when_asked_for() {
    let record = &records(&musnad(&["read", "--json", "--layers", "tokens,sentences"], NEWS.as_bytes()))[0];
    assert!(record["layers"]["tokens"].as_array().unwrap().len() > 10);
    assert!(record["layers"]["sentences"].is_array() && record["layers"]["numbers"].is_null());
    assert!(records(&musnad(&["read", "--json"], NEWS.as_bytes()))[0]["layers"].is_null());
}

#[test]
fn the_view_isolates_arabic_and_colours_on_demand() {
    let plain = out(&musnad(&["read"], NEWS.as_bytes()));
    assert!(plain.contains("\u{2067}افتتاح معرض الكتاب\u{2069}"), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    let coloured = out(&musnad(&["read", "--color", "always"], NEWS.as_bytes()));
    assert!(coloured.contains("\u{1b}["));
    // Nothing in an article steers the terminal or the direction of what follows.
    let evil = out(&musnad(&["read", "--full"], "عنوان \u{1b}[2J\u{202E}خبر\n\nقال الوزير: «نعم\u{2069}\u{1b}]0;x\u{7}».".as_bytes()));
    assert!(!evil.contains('\u{1b}') && !evil.contains('\u{202E}') && !evil.contains('\u{7}'), "{evil:?}");
    assert_eq!(evil.matches('\u{2067}').count(), evil.matches('\u{2069}').count());
    let arabic = out(&musnad(&["read", "--lang", "ar"], "نص بلا خبر".as_bytes()));
    assert!(arabic.contains("لم يعثر على شيء"), "{arabic}");
}

#[test]
fn eval_reads_the_gold_articles_itself() {
    let folder = folder("eval");
    let gold = folder.join("gold.json");
    let article = serde_json::json!([{ "id": "a", "outlet": "المرفأ", "published": "2024-03-05", "text": NEWS, "statements": [], "times": [], "quantities": [], "commitments": [] }]);
    fs::write(&gold, article.to_string()).unwrap();
    let output = musnad(&["eval", gold.to_str().unwrap(), "--by", "outlet"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).starts_with("== all: 1 articles in all, 0 absent; gold: 0 statements"), "{}", out(&output));
    assert!(out(&output).contains("== المرفأ: "));
    let system = folder.join("system.jsonl");
    fs::write(&system, "{\"id\": \"a\", \"text\": \"نص آخر\"}\n").unwrap();
    let output = musnad(&["eval", gold.to_str().unwrap(), system.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("the system's text differs"), "{}", err(&output));
}

#[test]
fn the_schema_is_json_and_knows_the_record() {
    let schema: Value = serde_json::from_str(&out(&musnad(&["schema"], b""))).unwrap();
    for field in ["statements", "times", "quantities", "commitments", "parties", "notes"] {
        assert!(schema["properties"][field].is_object(), "{field}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let input: String = (0..5_000).map(|i| serde_json::json!({ "id": i, "text": NEWS }).to_string() + "\n").collect();
    let mut child = Command::new(env!("CARGO_BIN_EXE_musnad"))
        .args(["read", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(err(&output), "");
    assert!(output.status.code().is_some_and(|c| c < 2));
}

#[test]
fn names_are_measured_against_tagged_tokens() {
    let folder = folder("names_are_measured_against_tagged_tokens");
    let tagged = folder.join("tagged.txt");
    fs::write(&tagged, "وصلت O\nليلى B-PERS\nحداد I-PERS\nإلى O\nعمان B-LOC\nأمس B-MISC\n\nقالت O\nوكالة B-ORG\nالشراع I-ORG\n").unwrap();
    let output = musnad(&["eval", "--ner", tagged.to_str().unwrap(), "--errors", "names"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let page = out(&output);
    assert!(page.contains("2 sentences\nPERS  P 1.000 R 1.000 F1 1.000 (1 gold, 1 found)"), "{page}");
    let figures: Value = serde_json::from_str(&out(&musnad(&["eval", "--ner", tagged.to_str().unwrap(), "--json"], b""))).unwrap();
    assert_eq!(figures["LOC"]["f1"], 1.0);
    assert_eq!(figures["all"]["gold"], 3);

    fs::write(&tagged, "وصلت O\nليلى B-PERS\nحداد\n").unwrap();
    let output = musnad(&["eval", "--ner", tagged.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("tagged.txt:3: a token and its tag are wanted"), "{}", err(&output));
    let output = musnad(&["eval", "--ner", "no such file"], b"");
    assert!(err(&output).contains("no such file: the file could not be read"), "{}", err(&output));
}
