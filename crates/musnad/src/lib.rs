//! Reads Arabic news and keeps the record: who said what, on whose word, about what, by when.
//!
//! [`read`] is the pipeline: each stage is a plain function from earlier layers to a new one.
//!
//! ```
//! use musnad::{Article, read};
//! use musnad::lexicon::Lexicon;
//!
//! let article = Article { published: Some("2024-03-05"), ..Article::of("قالت هند الراوي أمس إن المعرض سيفتح أبوابه في نيسان المقبل.") };
//! let record = read(&article, Lexicon::standard());
//! assert_eq!(record.statements[0].speaker.name, "هند الراوي");
//! assert_eq!(record.times[0].value, "2024-03-04");
//! ```

pub mod class;
pub mod commitment;
pub mod evidence;
pub mod fold;
pub mod lexicon;
pub mod morph;
pub mod name;
pub mod note;
pub mod number;
pub mod quantity;
pub mod quote;
pub mod record;
pub mod sentence;
pub mod text;
pub mod time;
pub mod token;
mod write;

use lexicon::Lexicon;
use morph::Matches;
use record::Record;
use sentence::Sentences;
use token::Tokens;

/// What is to be read: a text, and what is known about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Article<'a> {
    /// Its id; the hash of the text when empty.
    pub id: &'a str,
    /// The outlet that printed it.
    pub outlet: &'a str,
    /// Its address.
    pub url: &'a str,
    /// Its byline.
    pub author: &'a str,
    /// Its title. The text's first line is taken for the title when the two agree, or when it stands apart as a heading.
    pub title: &'a str,
    /// The day it is dated, `2021-12-09`. Relative times are measured from it.
    pub published: Option<&'a str>,
    /// The text, first line the title.
    pub text: &'a str,
}

impl<'a> Article<'a> {
    /// An article of which the text alone is known.
    pub fn of(text: &'a str) -> Article<'a> {
        Article { text, ..Article::default() }
    }
}

/// Which extra layers the record shall hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the layer of that name")]
pub struct Extra {
    pub tokens: bool,
    pub sentences: bool,
    pub numbers: bool,
}

/// The layers that every later stage looks at.
pub struct Layers<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// Its text.
    pub text: &'a str,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The words.
    pub tokens: Tokens,
    /// What they may be.
    pub matches: Matches,
    /// Paragraphs and sentences.
    pub sentences: Sentences,
}

/// Reads an article. Total and repeatable: any text gives a record, and the same text the same record.
pub fn read(article: &Article, lexicon: &Lexicon) -> Record {
    read_with(article, lexicon, Extra::default())
}

/// Reads an article and keeps some inner layers in the record.
pub fn read_with(article: &Article, lexicon: &Lexicon, extra: Extra) -> Record {
    let text = text::readable(article.text);
    let tokens = token::tokenize(text);
    let matches = morph::look_up(&tokens, lexicon);
    let sentences = sentence::split(&tokens, &matches, lexicon, titled(article, text));
    let layers = Layers { article, text, lexicon, tokens, matches, sentences };

    let numbers = number::numbers(&layers);
    let times = time::times(&layers, &numbers);
    let quantities = quantity::quantities(&layers, &numbers, &times);
    let mut classes = class::Classes::new(&layers, &times);
    let names = name::names(&classes);
    name::surname::mark(&mut classes, &names);
    let (statements, unnamed, noted) = quote::statements(&classes, &names);
    let commitments = commitment::commitments(&classes, &names, &statements);
    drop(classes);
    let notes = note::notes(&layers, &times, noted);

    write::record(&layers, extra, numbers, times, quantities, names, statements, unnamed, commitments, notes)
}

/// Whether the text's first line is a title: the article's own, or a line that a blank line or its form sets apart.
fn titled(article: &Article, text: &str) -> bool {
    let first = text.trim_start().lines().next().unwrap_or("").trim();
    if !article.title.trim().is_empty() {
        return first == article.title.trim();
    }
    let more = text.trim().lines().count() > 1;
    more && !first.ends_with(['.', '!', '؟'])
}
