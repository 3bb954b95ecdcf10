//! An article as it comes in: a piece of bytes understood.

use musnad::Article;
use musnad::record::{Note, Record};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::pieces::{Form, Piece};
use super::{Complaint, Place};

/// What is taken for granted of articles that do not tell it.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The day, `2024-03-05`.
    pub published: Option<String>,
    /// The outlet.
    pub outlet: String,
}

/// An article with its place, and what was noticed while it was taken in.
#[derive(Debug)]
pub struct OwnedArticle {
    /// Where it came from.
    pub place: Place,
    fields: Fields,
    notes: Vec<Note>,
}

/// The fields of an article in JSON. What is not named here is left aside.
#[derive(Debug, Default, Deserialize)]
struct Fields {
    #[serde(default, deserialize_with = "word")]
    id: String,
    #[serde(default, deserialize_with = "word")]
    outlet: String,
    #[serde(default, deserialize_with = "word")]
    url: String,
    #[serde(default, deserialize_with = "word")]
    author: String,
    #[serde(default, deserialize_with = "word")]
    title: String,
    #[serde(default, deserialize_with = "word")]
    published: String,
    text: String,
}

/// A word told as a string, a number, a list of those, or null.
fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    fn flat(value: Value) -> Result<String, &'static str> {
        match value {
            Value::Null => Ok(String::new()),
            Value::String(s) => Ok(s),
            Value::Number(n) => Ok(n.to_string()),
            Value::Array(list) => Ok(list.into_iter().map(flat).collect::<Result<Vec<_>, _>>()?.join(", ")),
            Value::Bool(_) | Value::Object(_) => Err("a field of an article is a string"),
        }
    }
    flat(Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

impl Piece {
    /// The article in this piece.
    pub fn article(self, defaults: &Defaults) -> Result<OwnedArticle, Complaint> {
        let Piece { place, form, bytes } = self;
        let (text, broken) = decode(bytes);
        let mut fields = match form {
            Form::Text => Fields { title: title(&text).to_owned(), text, ..Fields::default() },
            Form::Lines | Form::Objects => match serde_json::from_str(&text) {
                Ok(fields) => fields,
                Err(error) => return Err(Complaint { message: fault(&error), place }),
            },
        };
        let mut notes = Vec::new();
        if broken {
            let at = fields.text.chars().position(|c| c == char::REPLACEMENT_CHARACTER).map(|at| at as u32);
            let message = "Some bytes were no UTF-8; each stands as U+FFFD in the text.".to_owned();
            notes.push(Note { code: "broken-utf8".to_owned(), message, span: at.map(|at| [at, at + 1]) });
        }
        if fields.published.is_empty() {
            fields.published = defaults.published.clone().unwrap_or_default();
        } else {
            match day(&fields.published) {
                Some(day) => fields.published = day,
                None => {
                    let message = format!("«{}» is no day (2024-03-05): relative times are not resolved.", fields.published);
                    notes.push(Note { code: "published-unreadable".to_owned(), message, span: None });
                    fields.published.clear();
                }
            }
        }
        if fields.outlet.is_empty() {
            fields.outlet.clone_from(&defaults.outlet);
        }
        Ok(OwnedArticle { place, fields, notes })
    }
}

impl OwnedArticle {
    /// As the library takes it.
    pub fn article(&self) -> Article<'_> {
        let f = &self.fields;
        let published = (!f.published.is_empty()).then_some(f.published.as_str());
        Article { id: &f.id, outlet: &f.outlet, url: &f.url, author: &f.author, title: &f.title, published, text: &f.text }
    }

    /// Its id, as it came; empty when it has none.
    pub fn id(&self) -> &str {
        &self.fields.id
    }

    /// Reads it; what was noticed on the way in stands first among the record's notes.
    pub fn read(&self, extra: musnad::Extra) -> Record {
        let mut record = musnad::read_with(&self.article(), musnad::lexicon::Lexicon::standard(), extra);
        // A day that could not be read is told; that there is none says no more.
        if self.notes.iter().any(|n| n.code == "published-unreadable") {
            record.notes.retain(|n| n.code != "published-missing");
        }
        record.notes.splice(0..0, self.notes.iter().cloned());
        record
    }
}

/// Bytes as text; whether some of them were no UTF-8.
fn decode(bytes: Vec<u8>) -> (String, bool) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
    }
}

/// The first line of a plain text, where more follows.
fn title(text: &str) -> &str {
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let first = lines.next().unwrap_or("");
    if lines.next().is_some() { first } else { "" }
}

/// The day of a date or a date with a time.
fn day(value: &str) -> Option<String> {
    let value = value.trim();
    let day = value.get(..10).filter(|_| matches!(value.as_bytes().get(10), None | Some(b'T' | b't' | b' ')))?;
    day.parse::<jiff::civil::Date>().ok().map(|d| d.to_string())
}

fn fault(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    match error.classify() {
        serde_json::error::Category::Eof => format!("the article breaks off at column {}: a closing mark or brace is missing; it was left out", error.column()),
        serde_json::error::Category::Data => format!("no article: {what}; it was left out"),
        _ => format!("no JSON: {what} at column {}; it was left out", error.column()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(form: Form, bytes: &[u8]) -> Result<OwnedArticle, Complaint> {
        let place = Place { file: "f".into(), line: Some(7) };
        Piece { place, form, bytes: bytes.to_vec() }.article(&Defaults { published: Some("2024-03-05".to_owned()), outlet: "المرفأ".to_owned() })
    }

    #[test]
    fn fields_may_be_numbers_lists_or_missing() {
        let article = piece(Form::Lines, r#"{"id": 17, "author": ["هند", "سامي"], "published": "2023-01-02T10:00:00Z", "text": "نص"}"#.as_bytes()).unwrap();
        let article = article.article();
        assert_eq!((article.id, article.author, article.published, article.outlet), ("17", "هند, سامي", Some("2023-01-02"), "المرفأ"));
    }

    #[test]
    fn a_broken_line_says_where_and_why() {
        assert_eq!(
            piece(Form::Lines, b"{\"id\": ").unwrap_err().to_string(),
            "f:7: the article breaks off at column 7: a closing mark or brace is missing; it was left out"
        );
        assert_eq!(piece(Form::Lines, b"{\"id\": \"a\"}").unwrap_err().to_string(), "f:7: no article: missing field `text`; it was left out");
        assert_eq!(piece(Form::Lines, b"nonsense").unwrap_err().to_string(), "f:7: no JSON: expected ident at column 2; it was left out");
    }

    #[test]
    fn broken_bytes_and_days_become_notes() {
        let article = piece(Form::Lines, b"{\"published\": \"yesterday\", \"text\": \"ab\xFFc\"}").unwrap();
        let codes: Vec<_> = article.notes.iter().map(|n| (n.code.as_str(), n.span)).collect();
        assert_eq!(codes, [("broken-utf8", Some([2, 3])), ("published-unreadable", None)]);
    }

    #[test]
    fn the_first_line_is_the_title_where_more_follows() {
        assert_eq!(title("\n عنوان \r\n\r\nنص"), "عنوان");
        assert_eq!(title("نص وحده\n"), "");
    }
}
