//! Where content ends.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::table::Table;
use crate::quote::cue::{Frame, Join, Subject};
use crate::quote::marks::{Quote, Quotes};
use crate::quote::voice::first_person;
use crate::record::StatementType;
use crate::text::{Span, trim};
use crate::token::{Punct, TokenKind, skip_letters};

/// The content of a statement as ranges of tokens, and its type.
pub(super) struct Content {
    /// In order.
    pub spans: Vec<Range<usize>>,
    /// How the words stand.
    pub kind: StatementType,
}

/// Measures the content of frame `n`; `frames` are all frames of the text in order of their cues.
pub(super) fn measure(c: &Classes, quotes: &Quotes, frames: &[Frame], n: usize) -> Option<Content> {
    let frame = frames.get(n)?;
    let mut sentence = c.l.sentences.tokens(c.l.sentences.of(frame.content));
    // What is told inside a quotation ends with it, and with the first full stop in it.
    if let Some(quote) = quotes.around(frame.content).filter(|q| q.open < frame.cue.start && q.close < sentence.end) {
        sentence.end = (frame.content..quote.close).find(|&j| c.punct(j, Punct::Stop)).unwrap_or(quote.close);
    }
    match frame.join {
        Join::Clause | Join::After => {
            let end = clause_end(c, quotes, frames, n, frame.content, sentence.end, false);
            let span = tidy(c, frame.content..end)?;
            let kind = quoted_kind(c, quotes, span.clone());
            // All but the complementiser in marks: what stands inside them.
            let inside = quotes.opening(span.start + 1).filter(|_| kind == StatementType::Direct);
            let spans = inside.map(|quote| quoted_spans(c, quotes, quote)).unwrap_or_else(|| vec![span]);
            Some(Content { spans, kind })
        }
        Join::Noun => {
            if let Some(quote) = quotes.opening(frame.content)
                && quote.words(c) >= 2
            {
                return Some(Content { spans: quoted_spans(c, quotes, quote), kind: StatementType::Direct });
            }
            let end = clause_end(c, quotes, frames, n, frame.content, sentence.end, true);
            let span = tidy(c, frame.content..end)?;
            let kind = quoted_kind(c, quotes, span.clone());
            Some(Content { spans: vec![span], kind })
        }
        Join::Colon => {
            let heading = frame.cue.is_empty();
            let end = if heading {
                sentence.end.max(c.l.sentences.paragraph(c.l.sentences.paragraph_of(frame.content)).end)
            } else {
                clause_end(c, quotes, frames, n, frame.content, sentence.end, false)
            };
            let span = tidy(c, frame.content..end)?;
            let kind = match quoted_kind(c, quotes, span.clone()) {
                StatementType::Mixed => StatementType::Mixed,
                _ if heading || !first_person(c, span.clone()) => StatementType::Indirect,
                _ => StatementType::Direct,
            };
            Some(Content { spans: vec![span], kind })
        }
        Join::Quote | Join::QuoteBefore => {
            let quote = quotes.opening(frame.content)?;
            let mut spans = quoted_spans(c, quotes, quote);
            let mut kind = StatementType::Direct;
            if frame.join == Join::QuoteBefore {
                // «…»، قال فلان، «…»: the second part.
                if let Some(second) = quote_after_cue(c, quotes, frame, sentence.end) {
                    spans.extend(quoted_spans(c, quotes, second));
                }
            } else if let Some(run_on) = run_on(c, quotes, frames, n, quote) {
                spans = vec![tidy(c, quote.open + 1..run_on)?];
                kind = StatementType::Mixed;
            }
            (!spans.is_empty()).then_some(Content { spans, kind })
        }
        Join::Before => {
            let start = before_start(c, frames, n, sentence.start);
            let span = tidy(c, start..frame.clause)?;
            if span.len() < 2 {
                return None;
            }
            let kind = quoted_kind(c, quotes, span.clone());
            let mut spans = vec![span];
            spans.extend(rest_of_clause(c, quotes, frames, n, sentence.end));
            Some(Content { spans, kind })
        }
        Join::Embed => None,
    }
}

/// Where a reported clause ends: at the sentence's end, or before the next cue that is told of the same level.
fn clause_end(c: &Classes, quotes: &Quotes, frames: &[Frame], n: usize, from: usize, sentence_end: usize, noun: bool) -> usize {
    /// The longest content, in tokens: a text without stops costs linear time.
    const LONGEST: usize = 600;
    let sentence_end = sentence_end.min(from + LONGEST);
    let mut j = from + 1;
    let mut next = frames.partition_point(|f| f.clause <= from).max(n + 1).min(frames.len());
    // Frames are sorted by cue, and a clause may begin before its cue: look at the few around.
    next = next.saturating_sub(2);
    while j < sentence_end {
        // A quotation inside belongs to the content whole.
        if let Some(quote) = quotes.opening(j)
            && quote.close < sentence_end
        {
            j = quote.close + 1;
            // «…» وهو تاريخ…: the article explains what was quoted.
            let explains = c.is(j, Class::CONJUNCTION) && c.find(j, Table::FunctionWords).is_some_and(|m| c.lexicon().class(m.sense) == "pron");
            if explains && quote.words(c) >= 4 {
                return j;
            }
            continue;
        }
        while frames.get(next).is_some_and(|f| f.clause < j) {
            next += 1;
        }
        if let Some(f) = frames.get(next)
            && f.clause == j
            && next != n
            && f.cue.start > from
            && (sibling(c, f, from) || frames.get(n).is_some_and(|frame| goes_on(c, frame, f) || main_clause(c, frame, f)))
        {
            return boundary(c, j, from);
        }
        let spoken = c.find(j, Table::Attribution).is_some_and(|m| m.clitics.pronoun.is_some());
        if spoken || leaves_untold(c, j) || sets_in_time(c, j) || answers(c, frames, n, j) || noun && noun_stops(c, j, from) {
            return j;
        }
        j += 1;
    }
    sentence_end
}

/// Whether a later cue goes on from the same level as the content before it, and is not part of it.
fn sibling(c: &Classes, f: &Frame, from: usize) -> bool {
    let at = f.clause;
    if f.join == Join::Embed {
        return false;
    }
    let mark_before = c.punct(at - 1, Punct::Comma) || c.punct(at - 1, Punct::Semicolon) || c.quote_mark(at - 1) || c.punct(at - 1, Punct::ParenClose);
    match f.form.map(|form| form.kind) {
        // وفق، بحسب
        None => !f.cue.is_empty() && at > from + 2,
        Some(VerbKind::Participle) => true,
        Some(VerbKind::Masdar) => mark_before && matches!(f.subject, Subject::Same) && c.is(f.cue.start, Class::ATTACHED_PREP.or(Class::CONJUNCTION)),
        Some(_) => {
            let conj = c.is(f.cue.start, Class::CONJUNCTION);
            let after = c.at(at - 1);
            if at == f.cue.start {
                let own = matches!(f.subject, Subject::Phrase(_));
                let joined = if conj { mark_before || f.continues } else { mark_before && own };
                joined || after.any(Class::SUBORDINATOR) && !after.any(Class::COMPLEMENTISER)
            } else {
                // A subject before the verb opens a clause of its own behind a mark or a subordinator, or with كان.
                (c.is(at, Class::RELATIVE) && matches!(f.subject, Subject::Elided))
                    || (c.is(at, Class::BE) && mark_before)
                    || after.any(Class::SUBORDINATOR) && !after.any(Class::COMPLEMENTISER)
            }
        }
    }
}

/// قالت … وأكدت أن: a second verb of the same speaker, joined without a mark.
fn goes_on(c: &Classes, frame: &Frame, next: &Frame) -> bool {
    let Some((first, second)) = frame.form.zip(next.form) else { return false };
    c.is(next.cue.start, Class::CONJUNCTION)
        && next.clause == next.cue.start
        && matches!(next.subject, Subject::Elided)
        && matches!(first.kind, VerbKind::Perfect | VerbKind::Imperfect)
        && first == second
}

/// وفيما لفتت إلى …، أكدت أن: the main clause behind a subordinate one.
fn main_clause(c: &Classes, frame: &Frame, next: &Frame) -> bool {
    let subordinate = frame.clause > 0 && c.is(frame.clause - 1, Class::SUBORDINATOR);
    subordinate && next.clause == next.cue.start && c.punct(next.clause - 1, Punct::Comma) && next.form.is_some_and(|f| f.kind != VerbKind::Masdar)
}

/// Where the content before a cue ends: the subordinators and marks before it are outside.
fn boundary(c: &Classes, at: usize, from: usize) -> usize {
    let mut j = at;
    while j > from + 1 && (!c.is_word(j - 1) && !c.punct(j - 1, Punct::Percent) || introduces(c, j - 1)) {
        j -= 1;
    }
    j
}

/// كما، قد: a word that belongs to the cue behind it, not an adverb that ends the content (قريبا).
fn introduces(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 3] = ["qad", "laqad", "kadhalika"];
    !c.is(i, Class::COMPLEMENTISER) && (c.is(i, Class::SUBORDINATOR) || c.function(i).is_some_and(|row| ROWS.contains(&row)))
}

/// ، لكنه لم يحدد موعدا; ، دون أن يذكر السبب: the article tells what was not said.
fn leaves_untold(c: &Classes, j: usize) -> bool {
    const UNTOLD: [&str; 5] = ["haddada", "haddada-hah", "ata-iv", "qaddama", "adla"];
    if !c.punct(j, Punct::Comma) {
        return false;
    }
    let but = c.l.matches.at(j + 1).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_some()) && c.is(j + 2, Class::NEGATION);
    let without =
        (1..=2).any(|k| c.is(j + k, Class::PREPOSITION.or(Class::CUE)) && c.is(j + k + 1, Class::COMPLEMENTISER) && c.key(j + k).ends_with("\u{0646}"));
    let verb = if but { j + 3 } else { j + 3 + usize::from(!c.is(j + 2, Class::COMPLEMENTISER)) };
    (but || without)
        && (c.find(verb, Table::Reporting).and_then(|m| c.lexicon().reporting.get(m.sense.row as usize)).is_some_and(|r| r.quote)
            || c.l.matches.at(verb).iter().any(|m| matches!(m.sense.table, Table::Verbs | Table::Commitments) && UNTOLD.contains(&c.lexicon().id(m.sense))))
}

/// وذلك بعد يوم من…: the article sets what was said in time.
fn sets_in_time(c: &Classes, j: usize) -> bool {
    c.is(j, Class::CONJUNCTION) && c.function(j) == Some("dhalika") && (set_in_time(c, j + 1) || c.function(j + 1) == Some("khilala"))
}

/// بعد، قبل، عقب، إثر
fn set_in_time(c: &Classes, j: usize) -> bool {
    const ROWS: [&str; 5] = ["bada", "qabla", "aqiba", "aqba", "ithra"];
    c.function(j).is_some_and(|row| ROWS.contains(&row))
}

/// عندما يقول فلان إن …، فهذا يعني: the clause that answers a subordinate one is the article's own.
fn answers(c: &Classes, frames: &[Frame], n: usize, j: usize) -> bool {
    let Some(frame) = frames.get(n) else { return false };
    let subordinate = frame.clause > 0 && c.is(frame.clause - 1, Class::SUBORDINATOR);
    let then = c.key(j).starts_with('\u{0641}') && c.is(j, Class::CONJUNCTION) && c.is(j, Class::DEMONSTRATIVE.or(Class::COMPLEMENTISER));
    subordinate && then
}

/// Where noun-phrase content stops: at a mark that does not go on with another noun, at a new clause.
fn noun_stops(c: &Classes, j: usize, from: usize) -> bool {
    if c.punct(j, Punct::Comma) {
        // What follows is told of the act (حيث، الذي) or goes on with it, unless a new clause or circumstance begins.
        let next = j + 1;
        let verb = c.is(next, Class::CUE.or(Class::VERB)) && !super::subject::noun_like(c, next);
        let new_clause = c.is(next, Class::SUBORDINATOR) && !subordinate_detail(c, next)
            || c.is(next, Class::BE)
            || c.find(next, Table::FunctionWords).is_some_and(|m| matches!(c.lexicon().class(m.sense), "part" | "pron"))
            || verb && c.is(next, Class::CONJUNCTION);
        // ، وعلى ضرورة: more of the same.
        let circumstance =
            set_in_time(c, next) || c.is(next, Class::ATTRIBUTION.or(Class::PARTICIPLE)) && !c.is(next, Class::CONJUNCTION) || c.line_start(next);
        return j > from && new_clause || j > from + 1 && circumstance;
    }
    if c.punct(j, Punct::Semicolon) || c.punct(j, Punct::Colon) {
        return true;
    }
    // طلبوا عدم الكشف عن أسمائهم قالوا إن
    if c.is(j, Class::CUE) && c.is(j + 1, Class::COMPLEMENTISER) && !super::subject::noun_like(c, j) {
        return true;
    }
    // و + a finite verb, where و is no letter of the verb (وصلوا).
    let whole = c.l.matches.at(j).iter().any(|m| !m.clitics.conj && m.clitics.prep.is_none());
    // كما يدعو إلى: the article goes on.
    if c.function(j) == Some("kama") && c.is(j + 1, Class::CUE) && !super::subject::noun_like(c, j + 1) {
        return j > from + 1;
    }
    c.is(j, Class::CONJUNCTION) && !whole && c.is(j, Class::CUE.or(Class::VERB)) && !super::subject::noun_like(c, j)
}

/// حيث، لا سيما open what is told of the act.
fn subordinate_detail(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 3] = ["haythu", "la-siyyama", "illa"];
    c.function(i).is_some_and(|row| ROWS.contains(&row))
}

/// Content before an attribution: back to the sentence's start, or behind the cue or break before it.
fn before_start(c: &Classes, frames: &[Frame], n: usize, sentence_start: usize) -> usize {
    let Some(frame) = frames.get(n) else { return sentence_start };
    let mut start = sentence_start;
    const LONGEST: usize = 400;
    start = start.max(frame.cue.start.saturating_sub(LONGEST));
    for j in (start..frame.cue.start).rev() {
        if c.punct(j, Punct::Semicolon) {
            start = j + 1;
            break;
        }
    }
    // من جانبه، …
    let opener = c.l.matches.at(start).iter().find(|m| m.sense.table == Table::FunctionWords && m.end() > start + 1 && c.punct(m.end(), Punct::Comma));
    opener.map_or(start, |m| m.end() + 1)
}

/// What goes on behind an inserted attribution: يحتاج كثيرون، وفق الأمم المتحدة، إلى مساعدة.
fn rest_of_clause(c: &Classes, quotes: &Quotes, frames: &[Frame], n: usize, limit: usize) -> Option<Range<usize>> {
    let frame = frames.get(n)?;
    let Subject::Phrase(phrase) = &frame.subject else { return None };
    let mut from = phrase.tokens.end;
    // An insertion is closed as it was opened: by a comma, or by none.
    while from < limit && c.is(from, Class::TIME) {
        from += 1;
    }
    let opened = c.punct(frame.cue.start.checked_sub(1)?, Punct::Comma);
    let closed = c.punct(from, Punct::Comma);
    if opened && !closed || !opened && closed || from + 3 > limit {
        return None;
    }
    let from = if closed { from + 1 } else { from };
    let preposition = c.is(from, Class::PREPOSITION) || c.attached(from).is_some();
    let conj = c.is(from, Class::CONJUNCTION) || c.key(from).starts_with('\u{0648}');
    if !(preposition || conj && closed) {
        return None;
    }
    tidy(c, from..clause_end(c, quotes, frames, n, from, limit, false))
}

/// Direct when one pair of marks holds all, mixed when a quotation of three words and more stands inside, else indirect.
fn quoted_kind(c: &Classes, quotes: &Quotes, span: Range<usize>) -> StatementType {
    let mut j = span.start;
    while j < span.end {
        if let Some(quote) = quotes.opening(j) {
            let words = quote.words(c);
            if words >= 3 {
                let all = c.is(span.start, Class::COMPLEMENTISER) && j == span.start + 1 && quote.close + 1 >= span.end;
                return if all { StatementType::Direct } else { StatementType::Mixed };
            }
            j = quote.close + 1;
        } else {
            j += 1;
        }
    }
    StatementType::Indirect
}

/// The spans of a quotation: its own and those of the paragraphs that it goes on in.
fn quoted_spans(c: &Classes, quotes: &Quotes, quote: &Quote) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut index = quotes.index(quote);
    let mut current = Some(quote);
    while let Some(q) = current {
        let follower = |index| quotes.list.iter().enumerate().skip(index + 1).take(8).find(|(_, later)| later.continues == Some(index));
        let end = match (q.closed, follower(index)) {
            (true, _) => q.close,
            (false, Some(_)) => q.close + 1,
            // Never closed: its first sentence is all that is surely quoted.
            (false, None) => {
                (q.open + 1..q.close).find(|&j| c.punct(j, Punct::Stop) && c.key(j - 1).chars().count() > 1 || next_report(c, j)).unwrap_or(q.close + 1)
            }
        };
        spans.extend(tidy(c, q.open + 1..end));
        current = follower(index).map(|(k, later)| {
            index = k;
            later
        });
    }
    spans
}

/// ، وقال: a report of its own behind a comma.
fn next_report(c: &Classes, j: usize) -> bool {
    c.punct(j, Punct::Comma) && c.is(j + 1, Class::CUE) && c.is(j + 1, Class::CONJUNCTION) && c.punct(j + 2, Punct::Colon)
}

/// The quotation that goes on behind an inserted cue.
fn quote_after_cue<'q>(c: &Classes, quotes: &'q Quotes, frame: &Frame, limit: usize) -> Option<&'q Quote> {
    const NEAR: usize = 25;
    (frame.cue.end..limit.min(frame.cue.end + NEAR)).find_map(|j| quotes.opening(j)).filter(|q| q.words(c) >= 3)
}

/// «…» followed by more of the same clause: gives where that ends.
fn run_on(c: &Classes, quotes: &Quotes, frames: &[Frame], n: usize, quote: &Quote) -> Option<usize> {
    let j = quote.close + 1;
    let sentence_end = c.l.sentences.tokens(c.l.sentences.of(quote.close)).end;
    if !quote.closed || j >= sentence_end || c.line_start(j) || !c.is_word(j) {
        return None;
    }
    let stops = Class::CUE
        .or(Class::VERB)
        .or(Class::PARTICIPLE)
        .or(Class::SUBORDINATOR)
        .or(Class::PARTICLE)
        .or(Class::CONJUNCTION)
        .or(Class::ATTRIBUTION)
        .or(Class::TIME)
        .or(Class::RELATIVE)
        .or(Class::ATTACHED_PREP);
    if c.is(j, stops) && !c.is(j, Class::DEFINITE) {
        return None;
    }
    Some(clause_end(c, quotes, frames, n, j, sentence_end, true))
}

/// Takes marks at the edges off; `None` when no word is left.
pub(super) fn tidy(c: &Classes, mut range: Range<usize>) -> Option<Range<usize>> {
    while range.start < range.end && !c.is_word(range.start) && !keeps(c, range.start) {
        range.start += 1;
    }
    while range.end > range.start && !c.is_word(range.end - 1) && !c.punct(range.end - 1, Punct::Percent) {
        range.end -= 1;
    }
    (range.start < range.end).then_some(range)
}

/// Marks that belong to the word behind them.
fn keeps(c: &Classes, i: usize) -> bool {
    matches!(c.l.tokens.kind(i), Some(TokenKind::Punct(Punct::Hash | Punct::Percent | Punct::Currency)))
}

/// A range of tokens as a span, the first `letters` of its first word left out.
pub(super) fn span(c: &Classes, range: &Range<usize>, letters: u8) -> Span {
    let cover = c.l.tokens.cover(range.start, range.end);
    let start = if letters == 0 { cover.start } else { skip_letters(c.l.text, c.l.tokens.span(range.start), letters as usize) };
    trim(c.l.text, Span::new(start, cover.end))
}
