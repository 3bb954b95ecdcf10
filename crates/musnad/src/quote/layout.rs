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
    if p.layout == Layout::Body {
        return None;
    }
    let line = p.tokens.clone();
    let colon = line.clone().take(NAME).find(|&j| c.punct(j, Punct::Colon))?;
    if colon + 1 >= line.end || colon == line.start {
        return None;
    }
    if (line.start..colon).any(|j| c.is(j, Class::CUE.or(Class::VERB)) && !super::subject::noun_like(c, j)) {
        return None;
    }
    let phrase = noun_phrase(c, line.start, colon)?;
    let whole = (phrase.tokens.end..colon).all(|j| !c.is_word(j) || c.is(j, Class::TIME));
    let speaks = match phrase.head {
        Head::Person | Head::Office | Head::Source => true,
        Head::Organisation => !c.is(line.start, Class::PLACE) || c.is(line.start, Class::ORGANISATION),
        Head::Document => false,
        // An unknown name of one to three words, when its parts are no common words.
        Head::Other => phrase.tokens.len() <= 3 && phrase.tokens.clone().all(|j| c.l.matches.at(j).is_empty()) && named_later(c, line.end, phrase.tokens.start),
    };
    let quoted = quotes.opening(colon + 1).is_some();
    if !whole || !(speaks || quoted && phrase.head != Head::Document) || c.is(line.start, Class::PLACE) && phrase.head != Head::Person && !quoted {
        return None;
    }
    Some(Frame {
        cue: colon..colon,
        clause: line.start,
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
