//! What every record must keep to.

use musnad::lexicon::Lexicon;
use musnad::record::{Offsets, Record};
use musnad::{Article, Extra, read_with};

/// Reads a text with all layers and holds the record to the laws.
pub fn read(text: &str) -> Record {
    let article = Article { published: Some("2024-03-05"), ..Article::of(text) };
    let all = Extra { tokens: true, sentences: true, numbers: true };
    let record = read_with(&article, Lexicon::standard(), all);
    spans(&record);
    tokens(&record);
    let again = read_with(&article, Lexicon::standard(), all);
    assert!(record == again, "two readings of one text differ: {text:?}");
    let json = serde_json::to_string(&record).expect("a record is JSON");
    let back: Record = serde_json::from_str(&json).expect("the JSON is a record");
    assert!(record == back, "the record does not survive JSON: {text:?}");
    assert_eq!(record.text, text);
    record
}

/// Every span lies in the text, covers something, and neither begins nor ends with white space.
fn spans(record: &Record) {
    let chars: Vec<char> = record.text.chars().collect();
    let check = |what: &str, [start, end]: Offsets| {
        let (start, end) = (start as usize, end as usize);
        assert!(start < end && end <= chars.len(), "{what}: [{start}, {end}] in a text of {} code points: {:?}", chars.len(), record.text);
        assert!(!chars[start].is_whitespace() && !chars[end - 1].is_whitespace(), "{what}: white space at the edge of [{start}, {end}]: {:?}", record.text);
    };
    for s in &record.statements {
        assert!(!s.content.is_empty(), "a statement without content: {:?}", record.text);
        s.content.iter().for_each(|&c| check("content", c));
        assert!(s.content.windows(2).all(|w| w[0][1] <= w[1][0]), "content out of order {:?}: {:?}", s.content, record.text);
        s.cue.iter().for_each(|&c| check("cue", c));
        s.speaker.mention.iter().for_each(|&m| check("mention", m));
    }
    record.times.iter().for_each(|t| check("time", t.span));
    record.quantities.iter().for_each(|q| check("quantity", q.span));
    assert!(record.quantities.iter().all(|q| q.value.is_finite() && q.high.is_none_or(f64::is_finite)), "a number without end: {:?}", record.text);
    for c in &record.commitments {
        assert!(!c.content.is_empty(), "a commitment without content: {:?}", record.text);
        c.content.iter().for_each(|&c| check("commitment", c));
    }
    record.parties.iter().flat_map(|p| &p.mentions).for_each(|&m| check("party", m));
    record.names.iter().for_each(|n| check("name", n.span));
    assert!(record.names.windows(2).all(|w| w[0].span[1] <= w[1].span[0]), "names out of order: {:?}", record.text);
    record.notes.iter().filter_map(|n| n.span).for_each(|s| check("note", s));
    let layers = record.layers.as_ref().expect("layers were asked for");
    layers.numbers.iter().flatten().for_each(|n| check("number", n.span));
    layers.sentences.iter().flatten().for_each(|s| check("sentence", s.span));
}

/// Tokens, and the white space and controls between them, are the whole text, and every token stands in one sentence.
fn tokens(record: &Record) {
    let chars: Vec<char> = record.text.chars().collect();
    let layers = record.layers.as_ref().expect("layers were asked for");
    let blank = |from: u32, to: u32| chars[from as usize..to as usize].iter().all(|c| c.is_whitespace() || c.is_control());
    let mut at = 0;
    for t in layers.tokens.iter().flatten() {
        assert!(t.span[0] >= at && blank(at, t.span[0]), "something between tokens at {at}: {:?}", record.text);
        assert!(t.span[1] > t.span[0], "an empty token at {at}: {:?}", record.text);
        at = t.span[1];
    }
    assert!(blank(at, chars.len() as u32), "something behind the last token: {:?}", record.text);
    let mut at = 0;
    for s in layers.sentences.iter().flatten() {
        assert!(s.span[0] >= at && blank(at, s.span[0]), "something between sentences at {at}: {:?}", record.text);
        at = s.span[1];
    }
    assert!(blank(at, chars.len() as u32), "something behind the last sentence: {:?}", record.text);
}
