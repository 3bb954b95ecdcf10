//! Who bound himself to what, by when?
//!
//! 1. A cheap pass finds the words that may tell a commitment: words of undertaking (تعهد، اتفق على، أمر بـ) and future verbs.
//! 2. [`undertaking`] and [`future`] read each into a draft: where the act is told, who is to act, how he is bound.
//! 3. [`clause`] measures the act's clause, [`promisor`] names the party, [`deadline`] finds when it is due.

mod announced;
mod body;
mod clause;
mod deadline;
mod fullest;
mod future;
mod promisor;
mod schedule;
mod undertaking;

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::quote::Statement;
use crate::quote::marks::{self, Quotes};
use crate::record::CommitmentKind;
use crate::text::{Span, trim};
use crate::token::{Punct, skip_letters};
use future::FutureVerb;

/// What a party bound itself to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The clause that tells the act.
    pub content: Vec<Span>,
    /// The party that is to act.
    pub promisor: Option<String>,
    /// How it is bound.
    pub kind: CommitmentKind,
    /// By when.
    pub deadline: Option<String>,
    /// Why.
    pub evidence: Evidence,
}

/// و, which joins two names.
const AND: char = '\u{0648}';

/// A word that may tell a commitment.
enum Word {
    Undertaking(usize),
    Future(FutureVerb),
    Present(usize),
}

/// A commitment before its party and its due time are named.
struct Draft {
    /// The clause of the act.
    content: Range<usize>,
    /// Key letters of its first word that stay outside (an attached preposition).
    letters: u8,
    /// How the party is bound.
    kind: CommitmentKind,
    /// Who is to act.
    promisor: Option<String>,
    /// Tokens between the word of undertaking and the act, where a due time may stand.
    gap: Range<usize>,
    /// Why.
    evidence: Evidence,
}

/// What the rules look at.
struct Reader<'a> {
    c: &'a Classes<'a>,
    names: &'a Names,
    statements: &'a [Statement],
    quotes: Quotes,
    /// The tokens at which reporting words stand, in order.
    cues: Vec<usize>,
    /// Per token: the innermost statement whose content it stands in, counted from 1.
    said: Vec<u32>,
}

/// All commitments of a text, in order.
pub fn commitments(c: &Classes, names: &Names, statements: &[Statement]) -> Vec<Commitment> {
    let words: Vec<Word> = (0..c.l.tokens.len())
        .filter_map(|i| match future::verb(c, i) {
            Some(verb) => Some(Word::Future(verb)),
            None if c.l.matches.has(i, Table::Commitments) => Some(Word::Undertaking(i)),
            None => schedule::verb(c, i).then_some(Word::Present(i)),
        })
        .collect();
    if words.is_empty() && statements.is_empty() {
        return Vec::new();
    }
    let reader = Reader { c, names, statements, quotes: marks::pair(c.l), cues: cues(c, statements), said: said(c, statements) };
    let mut drafts: Vec<Draft> = words
        .into_iter()
        .filter_map(|word| match word {
            Word::Undertaking(i) => undertaking::read(&reader, i),
            Word::Future(verb) => future::read(&reader, &verb),
            Word::Present(i) => schedule::read(&reader, i),
        })
        .flat_map(|draft| terms(&reader, draft))
        .chain(statements.iter().enumerate().filter_map(|(n, s)| announced::read(&reader, n, s)))
        .collect();
    // What is told inside a commitment is part of it.
    drafts.sort_by_key(|d| (d.content.start, std::cmp::Reverse(d.content.end)));
    let mut end = 0;
    drafts.retain(|d| {
        let apart = d.content.start >= end;
        if apart {
            end = d.content.end;
        }
        apart
    });
    drafts.into_iter().map(|d| written(&reader, d)).collect()
}

/// The terms of an agreement told one by one (على وقف القصف، وعودة السكان، وفتح الطرق) are a commitment each.
fn terms(r: &Reader, draft: Draft) -> Vec<Draft> {
    let c = r.c;
    let term = |j: usize| c.punct(j, Punct::Comma) && c.is(j + 1, Class::CONJUNCTION) && c.attached(j + 1).is_none() && undertaking::tells_act(c, j + 1);
    let breaks: Vec<usize> = match draft.kind {
        CommitmentKind::Agreement if draft.evidence.rule != "commitment/future" => draft.content.clone().filter(|&j| term(j)).collect(),
        _ => Vec::new(),
    };
    let Some(&first) = breaks.first() else { return vec![draft] };
    let ends = breaks.iter().skip(1).copied().chain([draft.content.end]);
    let later = breaks.iter().zip(ends).filter_map(|(&from, end)| {
        let content = clause::tidy(c, from + 1..end)?;
        let promisor = promisor::name(r, promisor::of_act(r, from + 1), from);
        Some(Draft { gap: from..from, content, letters: 0, kind: draft.kind, promisor, evidence: draft.evidence.clone() })
    });
    let later: Vec<Draft> = later.collect();
    let head = Draft { content: draft.content.start..first, ..draft };
    std::iter::once(head).chain(later).collect()
}

/// Where reporting words stand.
fn cues(c: &Classes, statements: &[Statement]) -> Vec<usize> {
    let mut cues: Vec<usize> = statements.iter().filter_map(|s| s.cue).map(|cue| c.l.tokens.at(cue.start)).collect();
    cues.sort_unstable();
    cues
}

/// The innermost statement around each token.
fn said(c: &Classes, statements: &[Statement]) -> Vec<u32> {
    let mut spans: Vec<(Span, u32)> = statements.iter().enumerate().flat_map(|(n, s)| s.content.iter().map(move |&span| (span, n as u32 + 1))).collect();
    spans.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut open: Vec<(Span, u32)> = Vec::new();
    let mut spans = spans.into_iter().peekable();
    (0..c.l.tokens.len())
        .map(|i| {
            let at = c.l.tokens.span(i);
            while let Some(next) = spans.next_if(|(span, _)| span.start < at.end) {
                open.push(next);
            }
            while open.last().is_some_and(|(span, _)| span.end <= at.start) {
                open.pop();
            }
            open.last().map_or(0, |&(_, n)| n)
        })
        .collect()
}

impl<'a> Reader<'a> {
    /// The innermost statement whose content token `i` stands in.
    fn statement(&self, i: usize) -> Option<&'a Statement> {
        self.statements.get(self.statement_index(i)?)
    }

    /// The index of that statement.
    fn statement_index(&self, i: usize) -> Option<usize> {
        (*self.said.get(i)? as usize).checked_sub(1)
    }

    /// Whether a statement's reporting word begins at token `i`.
    fn cue(&self, i: usize) -> bool {
        self.cues.binary_search(&i).is_ok()
    }

    /// Whether the phrase of attribution at token `i` names a source: a statement hangs on it, or a person, body or document follows.
    fn attributes(&self, i: usize) -> bool {
        const NEAR: usize = 3;
        let source = Class::PERSON.or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE);
        self.cue(i) || (i + 1..i + NEAR).any(|j| self.c.is(j, source))
    }

    /// The sentence of token `i`.
    fn sentence(&self, i: usize) -> Range<usize> {
        self.c.l.sentences.tokens(self.c.l.sentences.of(i))
    }

    /// The id of the function word at token `i`.
    fn function(&self, i: usize) -> Option<&'static str> {
        function(self.c, i)
    }
}

/// The id of the function word at token `i`.
fn function(c: &Classes, i: usize) -> Option<&'static str> {
    let m = c.find(i, Table::FunctionWords)?;
    Some(c.lexicon().id(m.sense))
}

fn written(r: &Reader, draft: Draft) -> Commitment {
    let c = r.c;
    let cover = c.l.tokens.cover(draft.content.start, draft.content.end);
    let start = if draft.letters == 0 { cover.start } else { skip_letters(c.l.text, c.l.tokens.span(draft.content.start), draft.letters as usize) };
    // قررت الخميس إغلاق: when it was decided is not when it is due.
    let deadline = deadline::deadline(c, draft.content).or_else(|| deadline::to_come(c, draft.gap.clone()).then(|| deadline::deadline(c, draft.gap)).flatten());
    Commitment {
        content: vec![trim(c.l.text, Span::new(start, cover.end))],
        promisor: draft.promisor.filter(|p| p.starts_with(char::is_alphanumeric)),
        kind: draft.kind,
        deadline,
        evidence: draft.evidence,
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::{Article, read};

    /// `[kind] PROMISOR : CONTENT (deadline)`, one for each commitment.
    fn check(text: &str, want: &[&str]) {
        let article = Article { published: Some("2024-03-05"), ..Article::of(text) };
        let record = read(&article, Lexicon::standard());
        let chars: Vec<char> = record.text.chars().collect();
        let got: Vec<String> = record
            .commitments
            .iter()
            .map(|c| {
                let words: String = c.content.iter().flat_map(|&o| chars[o[0] as usize..o[1] as usize].iter()).collect();
                let due = c.deadline.as_ref().map(|d| format!(" ({d})")).unwrap_or_default();
                format!("[{:?}] {} : {words}{due}", c.kind, c.promisor.as_deref().unwrap_or("-"))
            })
            .collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn words_of_undertaking() {
        check("تعهدت وزارة النقل بإصلاح الجسر قبل نهاية العام.", &["[Promise] وزارة النقل : إصلاح الجسر قبل نهاية العام (2024)"]);
        check("قررت وزارة النقل إغلاق الجسر.", &["[Order] وزارة النقل : إغلاق الجسر"]);
        check("تعتزم وزارة النقل بناء جسر جديد.", &["[Plan] وزارة النقل : بناء جسر جديد"]);
    }

    #[test]
    fn futures() {
        check("قالت وزارة النقل إنها ستبني جسرا جديدا.", &["[Plan] وزارة النقل : ستبني جسرا جديدا"]);
        check("قالت هند الراوي إن المعرض سيكون جميلا.", &[]);
        check("تساءلت هند الراوي متى ستبني وزارة النقل الجسر.", &[]);
    }
}
