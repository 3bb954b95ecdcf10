//! Any bytes, as text with broken UTF-8 replaced, through the whole reader: it must not panic, and its spans must hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use musnad::lexicon::Lexicon;
use musnad::{Article, Extra, read_with};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let article = Article { published: Some("2024-03-05"), ..Article::of(&text) };
    let record = read_with(&article, Lexicon::standard(), Extra { tokens: true, sentences: true, numbers: true });
    let length = text.chars().count() as u32;
    for statement in &record.statements {
        for [start, end] in &statement.content {
            assert!(start < end && *end <= length, "a content span outside the text");
        }
    }
    assert_eq!(record, read_with(&article, Lexicon::standard(), Extra { tokens: true, sentences: true, numbers: true }));
});
