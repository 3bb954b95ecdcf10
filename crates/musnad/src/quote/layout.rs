//! Statements told by the layout: a headline's colon, and posts embedded with their author line.

use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::reporting::Act;
use crate::name::phrase::{Head, noun_phrase};
use crate::quote::cue::{Frame, Join, Subject};
use crate::quote::marks::Quotes;
use crate::sentence::Layout;
use crate::token::{Punct, TokenKind};

/// The longest name before a headline's colon, in tokens.
const NAME: usize = 12;

/// فلان: … in a title or heading.
pub(super) fn headline(c: &Classes, quotes: &Quotes, paragraph: usize) -> Option<Frame> {
    let p = c.l.sentences.paragraphs.get(paragraph)?;
    let line = p.tokens.clone();
    // 14:20 | مصدر عسكري: an entry of a live report.
    let entry = c.l.tokens.kind(line.start) == Some(TokenKind::Digits) && line.clone().take(6).any(|j| c.punct(j, Punct::Other));
    if p.layout == Layout::Body && !entry {
        return None;
    }
    let hour = |j: usize| c.l.tokens.kind(j + 1) == Some(TokenKind::Digits) && c.l.tokens.gap(j + 1) == crate::token::Gap::None;
    let colon = line.clone().take(NAME).find(|&j| c.punct(j, Punct::Colon) && !hour(j))?;
    // عاجل | وزارة الصحة: …, فيديو.. فلان: …: the source stands behind the last mark.
    let first = (line.start..colon).rev().find(|&j| c.punct(j, Punct::Ellipsis) || c.punct(j, Punct::Other)).map_or(line.start, |j| j + 1);
    if colon + 1 >= line.end || colon == first {
        return None;
    }
    if (first..colon).any(|j| c.is(j, Class::CUE.or(Class::VERB)) && !super::subject::noun_like(c, j)) {
        return None;
    }
    // «المرور»: …: a body by its short name in marks.
    let marked = quotes.opening(first).filter(|q| q.closed && q.words(c) <= 3).map(|q| q.close + 1);
    let phrase = noun_phrase(c, first, marked.unwrap_or(colon))?;
    let end = marked.unwrap_or(phrase.tokens.end);
    let person = matches!(phrase.head, Head::Person | Head::Office | Head::Source) || marked.is_some();
    let whole = (end..colon).all(|j| !c.is_word(j) || c.is(j, Class::TIME)) || person && told_on(c, end, colon);
    let known_later = |j: usize| named_later(c, line.end, j);
    let speaks = match phrase.head {
        Head::Person | Head::Office | Head::Source => true,
        Head::Organisation => !c.is(first, Class::PLACE) || c.is(first, Class::ORGANISATION),
        // دراسة: …
        Head::Document => p.layout == Layout::Title && phrase.tokens.len() <= 2 && !c.is(first, Class::DEFINITE),
        // An unknown name of one to three words, when its parts are no common words.
        Head::Other if marked.is_some() => known_later(first + 1),
        Head::Other => phrase.tokens.len() <= 3 && phrase.tokens.clone().all(|j| c.l.matches.at(j).is_empty()) && known_later(phrase.tokens.start),
    };
    let quoted = quotes.opening(colon + 1).is_some();
    if !whole || !(speaks || quoted && phrase.head != Head::Document) || c.is(first, Class::PLACE) && phrase.head != Head::Person && !quoted {
        return None;
    }
    Some(Frame {
        cue: colon..colon,
        clause: first,
        act: Act::Say,
        form: None,
        continues: false,
        join: if quoted { Join::Quote } else { Join::Colon },
        content: colon + 1,
        letters: 0,
        subject: Subject::Phrase(phrase),
        relay: Vec::new(),
        evidence: Evidence::of("quote/headline-colon"),
    })
}

/// فلان لـ«القناة»: …, فلان بعد الفوز: …: to whom or on what it was said.
fn told_on(c: &Classes, from: usize, colon: usize) -> bool {
    const WORDS: usize = 6;
    let outlet = matches!(c.attached(from), Some((crate::morph::Prep::Li, _)));
    let topic = c.is(from, Class::PREPOSITION) && !c.is(from, Class::PERSON);
    (outlet || topic) && colon - from <= WORDS
}

/// Whether the last word of a headline's name comes again in the text's first paragraphs.
fn named_later(c: &Classes, from: usize, name: usize) -> bool {
    const NEAR: usize = 400;
    (from..c.l.tokens.len().min(from + NEAR)).any(|j| c.key(j) == c.key(name))
}

/// An embedded post found by its author line.
pub(super) struct Embed {
    /// The statement.
    pub frame: Frame,
    /// The paragraphs of the post.
    pub content: Vec<std::ops::Range<usize>>,
    /// The author's name as the line gives it.
    pub author: String,
    /// The handle, with its @.
    pub handle: String,
    /// The post's date, where the line gives one.
    pub date: Option<String>,
}

/// — Name (@handle) December 9, 2021 on a line of its own, behind the post's text.
pub(super) fn embed(c: &Classes, paragraph: usize) -> Option<Embed> {
    let line = c.l.sentences.paragraph(paragraph);
    const LONGEST: usize = 24;
    if line.len() > LONGEST || paragraph == 0 {
        return None;
    }
    let handle = line.clone().find(|&j| c.l.tokens.kind(j) == Some(TokenKind::Handle))?;
    let dashed = c.punct(line.start, Punct::Dash);
    let bracketed = handle > line.start && c.punct(handle - 1, Punct::ParenOpen) && c.punct(handle + 1, Punct::ParenClose);
    if !bracketed || !(dashed || handle <= line.start + 7) {
        return None;
    }
    let first = line.start + usize::from(dashed);
    if first + 1 > handle || (first..handle - 1).any(|j| c.is(j, Class::CUE.or(Class::VERB)) && !super::subject::noun_like(c, j)) {
        return None;
    }
    let author = crate::text::slice(c.l.text, c.l.tokens.cover(first, handle - 1)).to_owned();
    let content = c.l.sentences.paragraph(paragraph - 1);
    if content.is_empty() {
        return None;
    }
    let date = (handle..line.end).find_map(|j| c.time(j)).map(|t| t.value.clone());
    let frame = Frame {
        cue: line.start..line.start,
        clause: content.start,
        act: Act::Say,
        form: None,
        continues: false,
        join: Join::Embed,
        content: content.start,
        letters: 0,
        subject: noun_phrase(c, first, handle - 1).map_or(Subject::Elided, Subject::Phrase),
        relay: Vec::new(),
        evidence: Evidence::of("quote/embed"),
    };
    Some(Embed { frame, content: vec![content], author, handle: crate::text::slice(c.l.text, c.l.tokens.span(handle)).to_owned(), date })
}
