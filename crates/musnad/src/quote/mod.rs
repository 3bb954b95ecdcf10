//! Who said what, through whom? Statements with their cue, content, speaker and chain.
//!
//! First [`marks`] pairs the quote marks. Then cues, attribution phrases, headline colons and embeds are read into frames: the
//! reporting word, the speaker's phrase, and where the content begins. Then [`content`] measures each content, now that all later
//! cues are known. Last [`speaker`] resolves the speakers in order and chains what is told inside what.

mod attribution;
mod content;
mod cue;
mod doubt;
mod govern;
mod issuer;
mod layout;
pub mod marks;
mod resolve;
mod speaker;
pub(crate) mod subject;
mod topic;
mod unnamed;
mod voice;

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::conjugate::{Count, Gender, VerbKind};
use crate::lexicon::reporting::Act;
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::name::phrase::Head;
use crate::note::{self, Note};
use crate::record::{Kind, StatementType};
use crate::text::Span;
use cue::{Frame, Join, Subject};
use speaker::{Discourse, Source, Told};
pub use unnamed::Unnamed;

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The words attributed.
    pub content: Vec<Span>,
    /// How they stand.
    pub kind: StatementType,
    /// The reporting word or phrase.
    pub cue: Option<Span>,
    /// What the source does by saying it.
    pub act: Act,
    /// The source's name; empty when the article does not tell it.
    pub speaker: String,
    /// What kind of source.
    pub speaker_kind: Kind,
    /// The noun phrase at the cue.
    pub mention: Option<Span>,
    /// Relaying sources, outermost first.
    pub via: Vec<(String, Kind)>,
    /// Where it was said.
    pub medium: Option<String>,
    /// When.
    pub said_on: Option<String>,
    /// To whom.
    pub addressee: Option<String>,
    /// An embed's handle.
    pub handle: Option<String>,
    /// The cue is negated.
    pub negated: bool,
    /// Why.
    pub evidence: Evidence,
}

/// A frame whose content is measured.
struct Draft {
    frame: Frame,
    spans: Vec<Range<usize>>,
    kind: StatementType,
    embed: Option<layout::Embed>,
}

/// All statements of a text, in order; the sources without a name that speak in them; and what could not be made a statement.
pub fn statements(c: &Classes, names: &Names) -> (Vec<Statement>, Vec<Unnamed>, Vec<Note>) {
    let quotes = marks::pair(c.l);
    let mut notes: Vec<Note> = note::unclosed(c.l, &quotes).collect();
    let frames = frames(c, &quotes);
    let mut drafts: Vec<Draft> = Vec::with_capacity(frames.len());
    for n in 0..frames.len() {
        // A prayer ends what stands before it, and reports nothing.
        let Some(frame) = frames.get(n).filter(|f| !doubt::prayer(c, f.cue.end, f.act)) else { continue };
        if let Some(measured) = content::measure(c, &quotes, &frames, n) {
            drafts.push(Draft { frame: frame.clone(), spans: measured.spans, kind: measured.kind, embed: None });
        }
    }
    let mut drafts = without_doubles(drafts);
    let embeds: Vec<layout::Embed> = (1..c.l.sentences.paragraphs.len()).filter_map(|p| layout::embed(c, p)).collect();
    if !embeds.is_empty() {
        // What was found inside a post is the post.
        let posts: Vec<Range<usize>> = embeds.iter().flat_map(|e| e.content.clone()).collect();
        drafts.retain(|d| {
            let at = posts.partition_point(|p| p.end <= d.frame.cue.start);
            !posts.get(at).is_some_and(|p| p.contains(&d.frame.cue.start))
        });
        for embed in embeds {
            drafts.push(Draft { frame: embed.frame.clone(), spans: embed.content.clone(), kind: StatementType::Embed, embed: Some(embed) });
        }
    }
    drafts.sort_by_key(|d| (d.frame.clause.min(d.frame.cue.start), d.frame.cue.start));
    let (statements, unnamed) = speakers(c, names, drafts, &mut notes);
    (statements, unnamed, notes)
}

/// All frames in order of their cues.
fn frames(c: &Classes, quotes: &marks::Quotes) -> Vec<Frame> {
    let mut frames = Vec::new();
    for paragraph in 0..c.l.sentences.paragraphs.len() {
        frames.extend(layout::headline(c, quotes, paragraph));
    }
    let reporting = Class::CUE.or(Class::PARTICIPLE).or(Class::SPEECH_MASDAR);
    let mut skip_to = 0;
    for i in 0..c.l.tokens.len() {
        if i < skip_to {
            continue;
        }
        if c.is(i, Class::ATTRIBUTION)
            && let Some(frame) = attribution::attribution_at(c, quotes, i)
        {
            skip_to = frame.cue.end;
            frames.push(frame);
            continue;
        }
        if c.is(i, reporting)
            && let Some(mut frame) = cue::frame_at(c, quotes, i)
        {
            let sentence = c.l.sentences.tokens(c.l.sentences.of(i));
            attribution::relay(c, &mut frame, &sentence);
            frames.push(frame);
        }
    }
    let mut frames = joined(c, frames);
    frames.sort_by_key(|f| f.clause);
    frames
}

/// An attribution beside a cue of its own is a link of that cue's chain: وقالت الوكالة، نقلا عن فلان، إن; بحسب الوكالة قال فلان إن.
fn joined(c: &Classes, frames: Vec<Frame>) -> Vec<Frame> {
    let mut out: Vec<Frame> = Vec::with_capacity(frames.len());
    for frame in frames {
        let attribution = frame.form.is_none() && matches!(frame.join, Join::Before | Join::After | Join::Quote) && !frame.cue.is_empty();
        let previous = out.last_mut().filter(|p| c.l.sentences.of(p.cue.start) == c.l.sentences.of(frame.cue.start));
        match previous {
            // Inside the frame of a verb.
            Some(verb) if attribution && verb.form.is_some() && verb.content >= frame.cue.end && verb.cue.end <= frame.cue.start => {
                let Subject::Phrase(named) = frame.subject else { continue };
                if relays_from(c, &frame.cue) {
                    if let Subject::Phrase(outer) = std::mem::replace(&mut verb.subject, Subject::Phrase(named)) {
                        verb.relay = vec![outer];
                    }
                    verb.cue = frame.cue;
                    verb.act = frame.act;
                } else {
                    verb.relay = vec![named];
                }
            }
            // بحسب بيان الوزارة نقلا عن الدفاع المدني
            Some(first)
                if attribution && first.form.is_none() && !first.cue.is_empty() && relays_from(c, &frame.cue) && frame.cue.start <= first.cue.end + 14 =>
            {
                if let Subject::Phrase(named) = frame.subject
                    && let Subject::Phrase(outer) = std::mem::replace(&mut first.subject, Subject::Phrase(named))
                {
                    first.relay = vec![outer];
                }
            }
            // Behind a verb's content: أعلنت الحكومة …، بحسب وسائل الإعلام.
            Some(verb) if attribution && frame.join == Join::Before && !verb.cue.is_empty() && verb.relay.is_empty() && medium_of(c, &frame.subject) => {
                if let Subject::Phrase(named) = &frame.subject {
                    verb.relay = vec![named.clone()];
                }
                out.push(frame);
            }
            // Opening a sentence whose verb follows.
            Some(opening)
                if opening.form.is_none()
                    && opening.join == Join::After
                    && frame.form.is_some()
                    && frame.clause <= opening.content + 1
                    && !c.is(opening.content, Class::COMPLEMENTISER)
                    && matches!(frame.subject, Subject::Phrase(_)) =>
            {
                let mut frame = frame;
                if let Subject::Phrase(outer) = &opening.subject
                    && medium_of(c, &opening.subject)
                {
                    frame.relay = vec![outer.clone()];
                }
                *opening = frame;
            }
            _ => out.push(frame),
        }
    }
    out
}

/// Whether a source is an outlet or the media: one that relays.
fn medium_of(c: &Classes, subject: &Subject) -> bool {
    let Subject::Phrase(phrase) = subject else { return false };
    let quoted = phrase.tokens.clone().any(|j| c.find(j, Table::Outlets).is_some_and(|m| m.end() <= phrase.tokens.end)) && phrase.tokens.len() <= 4;
    quoted
        || phrase.sense.is_some_and(|s| {
            s.table == Table::Outlets || matches!((s.table, c.lexicon().class(s)), (Table::OrgHeads, "outlet" | "media") | (Table::Sources, "media"))
        })
}

/// نقلا عن: what follows is the speaker, what stands before relays.
fn relays_from(c: &Classes, cue: &Range<usize>) -> bool {
    c.find(cue.start, Table::Attribution).is_some_and(|m| c.lexicon().id(m.sense).starts_with("naqlan"))
}

/// Of two cues for one content the nearer one holds; a relaying verb yields to قوله.
fn without_doubles(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.sort_by_key(|d| (d.frame.content, std::cmp::Reverse(d.frame.cue.start)));
    drafts.dedup_by(|later, first| later.frame.content == first.frame.content && later.frame.join != Join::Before && first.frame.join != Join::Before);
    drafts
}

/// Resolves the speakers in order, and chains statements told inside others.
fn speakers(c: &Classes, names: &Names, drafts: Vec<Draft>, notes: &mut Vec<Note>) -> (Vec<Statement>, Vec<Unnamed>) {
    /// Statements back that a name told late is given to.
    const LATE: usize = 12;
    let mut discourse = Discourse::default();
    let mut out: Vec<Statement> = Vec::with_capacity(drafts.len());
    let mut unnamed: Vec<Unnamed> = Vec::new();
    // The statements around the current one: end token, speaker, chain.
    let mut open: Vec<(usize, Source, Vec<Source>)> = Vec::new();
    // The sentence and token of the last cue that was not nested.
    let mut said: Option<(usize, usize)> = None;
    // The speaker of the current sentence's main cue.
    let mut in_sentence: Option<(usize, (Source, Vec<Source>))> = None;
    for draft in drafts {
        let frame = &draft.frame;
        let at = frame.cue.start;
        let sentence = c.l.sentences.of(at);
        if in_sentence.as_ref().is_some_and(|(s, _)| *s != sentence) {
            in_sentence = None;
        }
        open.retain(|(end, ..)| frame.clause < *end);
        let nested = !open.is_empty() && frame.join != Join::Before && frame.join != Join::After;
        let own = matches!(frame.subject, Subject::Phrase(_));
        let inner = frame.clause > c.l.sentences.tokens(sentence).start + 1;
        // وأضاف مسؤولون تحدثوا إلى …; رافضين: many speak, and one is no subject of theirs.
        let many = frame.form.is_some_and(|f| f.number != Count::Singular && f.kind != VerbKind::Masdar) && !own;
        let one = in_sentence.as_ref().is_none_or(|(_, (s, _))| s.number == Count::Singular && s.kind != Kind::Group);
        if many
            && one
            && inner
            && let Some(phrase) = subject::plural_before(c, at, &c.l.sentences.tokens(sentence))
            && let Some(source) = discourse.source(c, names, &phrase)
        {
            in_sentence = Some((sentence, (source, Vec::new())));
        }
        let back = matches!(frame.subject, Subject::Same) || inner && matches!(frame.subject, Subject::Elided);
        // قال فلان …، حيث علق آخر قائلا: a clause of its own has a subject of its own.
        let clause = c.l.sentences.tokens(sentence);
        let apart = |t: &topic::Topic| t.verb > clause.start && c.is(t.verb - 1, Class::SUBORDINATOR) && topic::agrees(frame.form, &t.subject);
        if back
            && said.is_some_and(|(s, _)| s == sentence)
            && let Some((_, last)) = said
            && topic::topics(c, last + 1..at, &clause).iter().any(apart)
        {
            in_sentence = None;
        }
        let same = if back && in_sentence.is_none() {
            sentence_subject(c, names, &mut discourse, frame)
        } else {
            topic_before(c, names, &mut discourse, frame, said.map(|(s, _)| s))
        };
        let resolved = discourse.resolve(c, names, frame, in_sentence.as_ref().map(|(_, s)| s).or(same.as_ref()));
        let (source, mut via) = match (resolved, &draft.embed) {
            (Some(found), None) => found,
            (found, Some(embed)) => (embed_author(names, embed, found), Vec::new()),
            (None, None) => (
                Source {
                    name: String::new(),
                    kind: Kind::Unnamed,
                    gender: frame.form.map_or(Gender::Masculine, |f| f.gender),
                    number: Count::Singular,
                    told: Told::Itself,
                },
                Vec::new(),
            ),
        };
        // وقال المدير …. وأضاف سامي الحداد: a name told for the first time goes on from the office told before.
        if let Some(before) = discourse.named_late(c, frame, &source) {
            for said in out.iter_mut().rev().take(LATE).filter(|s| s.speaker == before.name && s.speaker_kind == Kind::Unnamed) {
                said.speaker = source.name.clone();
                said.speaker_kind = source.kind;
            }
            discourse.rename(&before, &source);
        }
        // Within what another tells, only a known source is taken for a speaker of his own.
        let unknown = matches!(&frame.subject, Subject::Phrase(p) if p.head == Head::Document || p.head == Head::Other && frame.clause < frame.cue.start);
        if nested && unknown && frame.join == Join::Noun {
            continue;
        }
        // وفق ظروف الأسرة: what no table holds and no other place of the text names as a party tells nothing.
        if frame.evidence.rule == "quote/attribution" && source.kind == Kind::Person && unmet(c, names, frame) {
            continue;
        }
        let source = if source.name.is_empty() { nearest(c, names, &mut discourse, frame).unwrap_or(source) } else { source };
        if source.name.is_empty() {
            // Nobody is known to have said it: a statement needs a source.
            notes.push(Note::at(note::Code::SpeakerUnknown, unspoken(c, &draft)));
            continue;
        }
        // A relayed source that goes on, by its name or without, is still relayed.
        if own
            && !nested
            && via.is_empty()
            && let Some(kept) = discourse.chain_of(&source)
        {
            via = kept;
        }
        // وقال opens a report of its own; أضاف، أوضح go on with the relayed one.
        if !own && !nested && frame.relay.is_empty() && matches!(frame.subject, Subject::Elided) && speaks_anew(c, frame) {
            via.clear();
        }
        if nested
            && !gloss(c, frame)
            && own
            && let Some((_, outer, outer_via)) = open.last()
            && !alike(outer, &source)
            && via.is_empty()
        {
            via = outer_via.clone();
            via.push(outer.clone());
        }
        if !nested {
            let kept = frame.relay.is_empty() || frame.evidence.rule == "quote/relay";
            // سماحة الإسلام الذي يدعو إلى: a role in a relative clause says nothing more.
            let aside = frame.clause < at && c.is(at - 1, Class::RELATIVE) && matches!(source.kind, Kind::Unnamed | Kind::Document);
            if !aside {
                discourse.spoke(c, frame, &source, if kept { &via } else { &[] });
            }
            said = Some((sentence, at));
            if frame.join != Join::Before {
                in_sentence = Some((sentence, (source.clone(), via.clone())));
            }
        }
        if !matches!(frame.join, Join::QuoteBefore | Join::Before | Join::Embed)
            && let Some(last) = draft.spans.last()
        {
            open.push((last.end, source.clone(), via.clone()));
        }
        if let Subject::Phrase(phrase) = &frame.subject {
            unnamed::note(c, &mut unnamed, &source, phrase);
        }
        out.push(statement(c, draft, source, via));
    }
    (out, unnamed)
}

/// Whether the source of an attribution is an unknown word that names no party of the text.
fn unmet(c: &Classes, names: &Names, frame: &Frame) -> bool {
    let Subject::Phrase(phrase) = &frame.subject else { return false };
    let first = phrase.tokens.start;
    let foreign = crate::name::mention::chain::foreign(c, first) && !c.key(first).ends_with("\u{064A}\u{0647}");
    phrase.head == Head::Other
        && !foreign
        && names.parties.by_name(c, phrase.name.clone(), Head::Person).is_none()
        && names.parties.by_short_form(c, phrase).is_none()
        && !c.l.matches.has(first, Table::Outlets)
}

/// One party by two names: مملكة البحرين, البحرين.
fn alike(a: &Source, b: &Source) -> bool {
    let (long, short) = if a.name.len() >= b.name.len() { (&a.name, &b.name) } else { (&b.name, &a.name) };
    long == short || a.kind == Kind::Organisation && b.kind == Kind::Organisation && long.split(' ').count() == 2 && long.split(' ').any(|w| w == short)
}

/// Before anybody spoke: whoever was named last, a person rather than a body.
fn nearest(c: &Classes, names: &Names, discourse: &mut Discourse, frame: &Frame) -> Option<Source> {
    const BACK: usize = 150;
    let at = frame.clause.min(frame.cue.start);
    let mut phrases = (at.saturating_sub(BACK)..at).rev().filter(|&j| c.is(j, Class::PERSON.or(Class::TITLE).or(Class::ORGANISATION))).filter_map(|j| {
        let phrase = crate::name::phrase::noun_phrase(c, j, at)?;
        matches!(phrase.head, Head::Person | Head::Organisation).then_some(phrase)
    });
    let last = phrases.next()?;
    let person = if last.head == Head::Person { None } else { phrases.find(|p| p.head == Head::Person) };
    let probe = Frame { subject: Subject::Phrase(person.unwrap_or(last)), relay: Vec::new(), ..frame.clone() };
    discourse.resolve(c, names, &probe, None).map(|(source, _)| source)
}

/// Whether the cue is قال, which opens a report rather than goes on with one.
fn speaks_anew(c: &Classes, frame: &Frame) -> bool {
    let opens = frame.cue.start == c.l.sentences.tokens(c.l.sentences.of(frame.cue.start)).start;
    opens && c.find(frame.cue.start, Table::Reporting).is_some_and(|m| c.lexicon().id(m.sense) == "qala")
}

/// روايات يقول مسؤولون إنها…: a remark of the article on a noun, which no outer source relays.
fn gloss(c: &Classes, frame: &Frame) -> bool {
    let before = frame.cue.start.saturating_sub(1);
    let other = Class::SUBORDINATOR.or(Class::COMPLEMENTISER).or(Class::RELATIVE).or(Class::PARTICLE).or(Class::NEGATION);
    let behind_noun =
        frame.clause == frame.cue.start && before < frame.cue.start && c.is_word(before) && !c.is(before, other) && !c.is(frame.cue.start, Class::CONJUNCTION);
    behind_noun
        && frame.join == Join::Clause
        && c.l.matches.at(frame.content).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_some())
}

/// The subject of the clause that a participle hangs on, when that clause is no statement: استقبل الوزير … مؤكدا أن.
fn sentence_subject(c: &Classes, names: &Names, discourse: &mut Discourse, frame: &Frame) -> Option<(Source, Vec<Source>)> {
    let sentence = c.l.sentences.tokens(c.l.sentences.of(frame.cue.start));
    /// What opens no verbal sentence.
    const NOUNS: Class = Class::PERSON
        .or(Class::PLACE)
        .or(Class::ORGANISATION)
        .or(Class::TITLE)
        .or(Class::SOURCE)
        .or(Class::PREPOSITION)
        .or(Class::DEFINITE)
        .or(Class::SUBORDINATOR)
        .or(Class::ATTACHED_PREP);
    let at = frame.cue.start;
    let topics = topic::topics(c, sentence.start..at, &sentence);
    let unknown = topics.is_empty() && !c.is(sentence.start, NOUNS) && !c.is(at.saturating_sub(1), Class::RELATIVE) && at > sentence.start + 1;
    let phrase = match topics.into_iter().rev().map(|t| t.subject).find(|p| topic::agrees(frame.form, p)) {
        Some(phrase) => phrase,
        // No verb that is known: whoever opens the sentence.
        None if unknown => {
            subject::subject_after(c, sentence.start + 1, at).filter(|p| !matches!(p.head, Head::Other | Head::Document) && topic::agrees(frame.form, p))?
        }
        None => return None,
    };
    let probe = Frame { subject: Subject::Phrase(phrase), ..frame.clone() };
    discourse.resolve(c, names, &probe, None)
}

/// The person whom the sentence before was about, when it reported nothing: رفض فلان المطالب. وقال إن.
fn topic_before(c: &Classes, names: &Names, discourse: &mut Discourse, frame: &Frame, said: Option<usize>) -> Option<(Source, Vec<Source>)> {
    let here = c.l.sentences.of(frame.cue.start);
    let before = here.checked_sub(1)?;
    if said.is_some_and(|s| s >= before) || !matches!(frame.subject, Subject::Elided) || !speaks_anew(c, frame) {
        return None;
    }
    let sentence = c.l.sentences.tokens(before);
    let first = topic::topics(c, sentence.clone(), &sentence).into_iter().next()?.subject;
    if !topic::agrees(frame.form, &first) {
        return None;
    }
    let probe = Frame { subject: Subject::Phrase(first), relay: Vec::new(), ..frame.clone() };
    discourse.resolve(c, names, &probe, None).filter(|(s, _)| s.kind == Kind::Person)
}

/// The author of a post: a party of the article whose name the author line gives, or the line's own name.
fn embed_author(names: &Names, embed: &layout::Embed, found: Option<(Source, Vec<Source>)>) -> Source {
    let party = names.parties.by_text(&embed.author).and_then(|id| names.parties.get(id));
    match (party, found) {
        (Some(p), _) => Source { name: p.name.clone(), kind: p.kind, gender: p.gender, number: p.number, told: Told::Itself },
        (None, Some((source, _))) if matches!(embed.frame.subject, Subject::Phrase(_)) && source.kind != Kind::Unnamed => source,
        _ => Source { name: embed.author.clone(), kind: Kind::Person, gender: Gender::Masculine, number: Count::Singular, told: Told::Itself },
    }
}

fn statement(c: &Classes, draft: Draft, source: Source, via: Vec<Source>) -> Statement {
    let frame = draft.frame;
    let cue = (!frame.cue.is_empty() && frame.join != Join::Embed).then(|| cue_span(c, &frame));
    let letters = frame.letters;
    let content = draft.spans.iter().enumerate().map(|(n, r)| content::span(c, r, if n == 0 && frame.join == Join::Noun { letters } else { 0 })).collect();
    let between = frame.cue.end.min(frame.content)..frame.content.max(frame.cue.end);
    let between = if frame.join == Join::QuoteBefore || frame.join == Join::Before { frame.cue.end..frame.cue.end } else { between };
    let medium = between.clone().find_map(|j| {
        let m = c.find(j, Table::SpeechNouns).filter(|m| m.clitics.pronoun.is_none() || c.lexicon().class(m.sense) == "medium")?;
        let governed = c.is(j.saturating_sub(1), Class::PREPOSITION) || m.clitics.prep.is_some();
        (governed && c.lexicon().class(m.sense) != "utterance").then(|| c.lexicon().cell(m.sense, "ar").split('|').next().unwrap_or("").to_owned())
    });
    let said_on = between.clone().find_map(|j| c.time(j)).map(|t| t.value.clone()).or_else(|| draft.embed.as_ref().and_then(|e| e.date.clone()));
    let addressee = between.clone().find_map(|j| addressee(c, j, between.end));
    let mention = match (&frame.subject, frame.form.map(|f| f.kind)) {
        (_, _) if frame.join == Join::Embed => None,
        (Subject::Phrase(p), _) => Some(p.span),
        (_, Some(VerbKind::Masdar)) | (_, _) => None,
    };
    let negated = frame.cue.start > 0 && c.is(frame.cue.start - 1, Class::NEGATION) && !c.line_start(frame.cue.start);
    Statement {
        content,
        kind: draft.kind,
        cue,
        act: frame.act,
        speaker: source.name,
        speaker_kind: source.kind,
        mention,
        via: via.into_iter().map(|v| (v.name, v.kind)).collect(),
        medium,
        said_on,
        addressee,
        handle: draft.embed.map(|e| e.handle),
        negated,
        evidence: frame.evidence,
    }
}

/// Where a statement without a source stands: its cue, or its content when it has none.
fn unspoken(c: &Classes, draft: &Draft) -> Span {
    match draft.spans.first() {
        Some(content) if draft.frame.cue.is_empty() => content::span(c, content, 0),
        _ => cue_span(c, &draft.frame),
    }
}

/// The cue as whole tokens without punctuation.
fn cue_span(c: &Classes, frame: &Frame) -> Span {
    c.l.tokens.cover(frame.cue.start, frame.cue.end)
}

/// لـ + an outlet or a person: to whom it was said.
fn addressee(c: &Classes, j: usize, limit: usize) -> Option<String> {
    let m = c.l.matches.at(j).iter().find(|m| {
        m.clitics.prep == Some(crate::morph::Prep::Li) && matches!(m.sense.table, Table::Outlets | Table::OrgHeads | Table::Sources | Table::Bodies)
    })?;
    let media = m.sense.table == Table::Outlets || matches!(c.lexicon().class(m.sense), "outlet" | "media");
    let phrase = crate::name::phrase::noun_phrase(c, j, limit)?;
    media.then(|| crate::name::party::name_text(c, phrase.name))
}
