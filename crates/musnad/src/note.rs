//! What could not be read or resolved? Notes, so that nothing is left out in silence.

use crate::Layers;
use crate::quote::marks::Quotes;
use crate::text::{self, Span};
use crate::time::{Time, calendar};
use crate::token::{Mark, Punct, TokenKind};

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The text goes on beyond what is read.
    TextTruncated,
    /// The text is of another language.
    NotArabic,
    /// The article's day is not told, and times hang on it.
    PublishedMissing,
    /// The article's day is no date.
    PublishedUnreadable,
    /// A quotation is not closed in its paragraph.
    QuoteUnclosed,
    /// A reporting word has no source that is known.
    SpeakerUnknown,
    /// A date in digits could be read with its day and month the other way round.
    AmbiguousDate,
}

impl Code {
    /// The code as a word, never used for anything else.
    pub fn word(self) -> &'static str {
        match self {
            Code::TextTruncated => "text-truncated",
            Code::NotArabic => "not-arabic",
            Code::PublishedMissing => "published-missing",
            Code::PublishedUnreadable => "published-unreadable",
            Code::QuoteUnclosed => "quote-unclosed",
            Code::SpeakerUnknown => "speaker-unknown",
            Code::AmbiguousDate => "ambiguous-date",
        }
    }

    /// What it means, a sentence for a person.
    pub fn message(self) -> &'static str {
        match self {
            Code::TextTruncated => "The text is longer than what is read; its end was left out.",
            Code::NotArabic => "The text is hardly Arabic; little of it was understood.",
            Code::PublishedMissing => "The day of the article is not told: relative times are not resolved.",
            Code::PublishedUnreadable => "The day of the article is no date (2024-03-05): relative times are not resolved.",
            Code::QuoteUnclosed => "This quotation is not closed; it was taken to end with its paragraph.",
            Code::SpeakerUnknown => "Nobody is known to have said this: it is no statement of the record.",
            Code::AmbiguousDate => "This date is another day when its day and its month are read the other way round.",
        }
    }
}

/// A note with its place, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub code: Code,
    /// Where.
    pub span: Option<Span>,
}

impl Note {
    /// A note on the article as a whole.
    fn whole(code: Code) -> Note {
        Note { code, span: None }
    }

    /// A note on a place in the text.
    pub fn at(code: Code, span: Span) -> Note {
        Note { code, span: Some(span) }
    }
}

/// Notes on the article and its times, with those of the layers before: the article's first, then in order of the text.
pub fn notes(layers: &Layers, times: &[Time], mut found: Vec<Note>) -> Vec<Note> {
    let article = layers.article;
    if layers.text.len() < article.text.len() {
        found.push(Note::whole(Code::TextTruncated));
    }
    if !is_arabic(layers.text) {
        found.push(Note::whole(Code::NotArabic));
    }
    match article.published.filter(|p| !p.trim().is_empty()) {
        None if !times.is_empty() => found.push(Note::whole(Code::PublishedMissing)),
        Some(day) if calendar::parse_day(day).is_none() => found.push(Note::whole(Code::PublishedUnreadable)),
        _ => {}
    }
    found.extend(times.iter().filter(|t| month_may_come_first(layers, t)).map(|t| Note::at(Code::AmbiguousDate, t.span)));
    found.sort_by_key(|n| (n.span, n.code));
    found
}

/// Quotations that their paragraph does not close, and that do not go on in the next. A single mark alone may be an apostrophe.
pub fn unclosed<'a>(layers: &'a Layers, quotes: &'a Quotes) -> impl Iterator<Item = Note> + use<'a> {
    let tokens = &layers.tokens;
    let goes_on = |n: usize| quotes.list.get(n + 1).is_some_and(|next| next.continues.is_some());
    let open = quotes.list.iter().enumerate().filter(move |(n, q)| !q.closed && !q.nested && !goes_on(*n));
    open.filter(|(_, q)| !tokens.is(q.open, Punct::Quote(Mark::Single))).map(|(_, q)| Note::at(Code::QuoteUnclosed, tokens.cover(q.open, q.close + 1)))
}

/// Whether a date in digits with slashes, the year last or none, tells another day when its day and month change places.
fn month_may_come_first(layers: &Layers, time: &Time) -> bool {
    let tokens = &layers.tokens;
    let number = |i: usize| if tokens.kind(i) == Some(TokenKind::Digits) { tokens.key(i).parse::<u32>().ok() } else { None };
    matches!(time.evidence.rule, "time/numeric" | "time/numeric-day-month" | "time/numeric-american")
        && tokens.is(time.first + 1, Punct::Slash)
        && matches!((number(time.first), number(time.first + 2)), (Some(a), Some(b)) if a != b && a <= 12 && b <= 12)
}

/// Whether a text is Arabic: a tenth of its letters at least are of the script, and they are not mostly those of Persian, Urdu, Kurdish …
/// A text without letters is nothing else.
fn is_arabic(text: &str) -> bool {
    // Nearly every article has letters of Arabic and ASCII alone, which is told from its bytes without decoding them.
    if text::count(text, is_rare) == 0 {
        let script = text::count(text, |a, b| a == 0xD8 && (0xA1..=0xBA).contains(&b) || a == 0xD9 && (0x81..=0x8A).contains(&b));
        let others = text::count(text, |a, _| a.is_ascii_alphabetic());
        return script * 10 >= script + others;
    }
    let (mut script, mut others, mut own, mut foreign) = (0usize, 0usize, 0usize, 0usize);
    for c in text.chars() {
        match c {
            // Teh marbuta and the hamzas on alef, which the other languages of the script hardly write.
            '\u{0623}' | '\u{0625}' | '\u{0629}' => {
                script += 1;
                own += 1;
            }
            '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => script += 1,
            // Alef wasla, keheh, the hehs and the Farsi yeh are typed in Arabic too.
            '\u{0671}' | '\u{06A9}' | '\u{06AA}' | '\u{06BE}' | '\u{06C1}' | '\u{06CC}' => script += 1,
            '\u{0672}'..='\u{06D3}' | '\u{06D5}' | '\u{0750}'..='\u{077F}' => {
                script += 1;
                foreign += 1;
            }
            c if c.is_alphabetic() && !('\u{0600}'..='\u{06FF}').contains(&c) => others += 1,
            _ => {}
        }
    }
    // A name or two with a letter of theirs is Arabic still.
    const NAMES: usize = 3;
    script * 10 >= script + others && (foreign <= own || foreign <= NAMES)
}

/// Whether a character that begins with these two bytes may be a letter that is neither of the Arabic alphabet nor of ASCII: not the marks, digits
/// and signs of the Arabic block, the no-break space, guillemets, and the general punctuation.
fn is_rare(a: u8, b: u8) -> bool {
    let known = a < 0xC0 || a == 0xD8 || a == 0xD9 && b < 0xAE || a == 0xC2 && matches!(b, 0xA0 | 0xAB | 0xBB) || a == 0xE2 && b == 0x80;
    !known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::{Article, morph, sentence, token};

    #[test]
    fn a_text_that_is_cut_is_told() {
        let lexicon = Lexicon::standard();
        let article = Article::of("قالت هند نعم");
        for (read, want) in [(article.text, vec![]), ("قالت هند", vec![Note::whole(Code::TextTruncated)])] {
            let tokens = token::tokenize(read);
            let matches = morph::look_up(&tokens, lexicon);
            let sentences = sentence::split(&tokens, &matches, lexicon, false);
            let layers = Layers { article: &article, text: read, lexicon, tokens, matches, sentences };
            assert_eq!(notes(&layers, &[], Vec::new()), want);
        }
    }

    #[test]
    fn languages_of_the_script_are_told_apart() {
        assert!(is_arabic("أعلنت الهيئة فتح الميناء أمام السفن القادمة من پاريس"));
        assert!(is_arabic("") && is_arabic("2024 … !"));
        assert!(!is_arabic("The harbour opens today."));
        assert!(!is_arabic("گزارش تازه می‌گوید که پروژه‌های بزرگ بندر آغاز می‌شود و چهار کشتی پهلو گرفتند"));
    }
}
