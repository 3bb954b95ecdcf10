//! Reporting words: the cue, where its content begins, and who stands between them.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::conjugate::{Count, Gender, VerbForm, VerbKind};
use crate::lexicon::reporting::{Act, Governed, Object, Reporting};
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::phrase::{Head, NounPhrase, noun_phrase};
use crate::quote::doubt::{
    accusative, another_noun, antecedent_resumed, conditional, goes_back, homograph_governs, may_lack_subject, speechless, spelled_alike, starts_clause,
    stays_unnamed, tells_act,
};
use crate::quote::govern::{Found, REACH, content_after, describes_source};
use crate::quote::marks::Quotes;
use crate::quote::subject::{noun_like, plural_before, subject_after, subject_before, subject_of_be, subject_of_verb};
use crate::token::Punct;

/// How content is joined to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// أن، إن: content begins at the complementiser.
    Clause,
    /// A quotation opens at this token.
    Quote,
    /// A quotation closes right before the cue.
    QuoteBefore,
    /// A colon with no marks behind it.
    Colon,
    /// A noun phrase.
    Noun,
    /// The clause before an attribution phrase.
    Before,
    /// The clause after an attribution phrase.
    After,
    /// An embedded post.
    Embed,
}

/// Where the speaker stands.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// At the cue.
    Phrase(NounPhrase),
    /// Nowhere: the verb goes on from an earlier speaker.
    Elided,
    /// The subject of the clause that a participle hangs on.
    Same,
}

/// A cue with its frame; its content is measured later, when all cues are known.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The cue's tokens; empty for a headline colon.
    pub cue: Range<usize>,
    /// Where its clause begins: a subject before the verb, a subordinator.
    pub clause: usize,
    /// The act.
    pub act: Act,
    /// The verb's form, when the cue is a verb.
    pub form: Option<VerbForm>,
    /// Whether the verb goes on from an earlier speaker by its meaning.
    pub continues: bool,
    /// How the content is joined.
    pub join: Join,
    /// The first token of the content (of the quotation: its opening mark).
    pub content: usize,
    /// Key letters of the first content token that stay outside (an attached preposition).
    pub letters: u8,
    /// Who speaks.
    pub subject: Subject,
    /// Sources at this cue that relay the speaker.
    pub relay: Vec<NounPhrase>,
    /// Why.
    pub evidence: Evidence,
}

/// Reads the reporting word at token `i`: the first of its readings that governs something.
pub(super) fn frame_at(c: &Classes, quotes: &Quotes, i: usize) -> Option<Frame> {
    let sentence = c.l.sentences.tokens(c.l.sentences.of(i));
    let mut readings: Vec<&Match> = c.l.matches.at(i).iter().filter(|m| m.sense.table == Table::Reporting).collect();
    readings.sort_by_key(|m| match Classes::verb_form(m).map(|f| f.kind) {
        Some(VerbKind::Perfect | VerbKind::Imperfect | VerbKind::PerfectPassive | VerbKind::ImperfectPassive) => 0,
        Some(VerbKind::Participle) => 1,
        _ => 2,
    });
    readings.into_iter().find_map(|m| {
        let form = Classes::verb_form(m)?;
        let verb = c.lexicon().reporting.get(m.sense.row as usize)?;
        match form.kind {
            VerbKind::Perfect if spelled_like_masdar(c, m) => {
                finite(c, quotes, m, form, verb, &sentence).or_else(|| masdar(c, quotes, m, VerbForm { kind: VerbKind::Masdar, ..form }, verb, &sentence))
            }
            VerbKind::Perfect | VerbKind::Imperfect | VerbKind::PerfectPassive | VerbKind::ImperfectPassive => finite(c, quotes, m, form, verb, &sentence),
            VerbKind::Participle => participle(c, quotes, m, form, verb, &sentence),
            VerbKind::Masdar => masdar(c, quotes, m, form, verb, &sentence),
            VerbKind::PassiveParticiple => None,
        }
    })
}

/// رفض، طلب: the perfect and the verbal noun are one word, which the lexicon enters once.
fn spelled_like_masdar(c: &Classes, m: &Match) -> bool {
    let lemma = c.lexicon().cell(m.sense, "ar");
    !m.clitics.conj && m.end() == m.first() + 1 && c.lexicon().cell(m.sense, "masdar").split('|').any(|noun| noun == lemma)
}

fn finite(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    let (first, end) = (m.first(), m.end());
    // A word that is also a noun is a verb only where a verb can stand.
    if c.is(first, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE)) && !starts_clause(c, first, sentence) {
        return None;
    }
    if spelled_alike(c, m) || verb.perfect_only && matches!(form.kind, VerbKind::Imperfect | VerbKind::ImperfectPassive) {
        return None;
    }
    // عقدا، وردا: of an ambiguous word the dual is mostly an accusative.
    let dual = form.kind == VerbKind::Perfect && form.number == Count::Dual && form.gender == Gender::Masculine;
    if verb.ambiguous && dual {
        return None;
    }
    // After a preposition only a noun can stand.
    if first > sentence.start && c.is(first - 1, Class::PREPOSITION) && !c.is(first - 1, Class::SUBORDINATOR) && !m.clitics.conj {
        return None;
    }
    // لم يعد، لم يذكر اسمه: nothing is reported; لم يؤكد أن: something is.
    let negated = first > sentence.start && super::doubt::negates(c, first - 1);
    // لو التزم…: a condition reports nothing.
    if first > sentence.start && conditional(c, first - 1) && !m.clitics.conj {
        return None;
    }
    // A preposition or particle of the same spelling (بين، عبر، دون): a verb only with what it governs right behind it or behind a person.
    let doubled = crate::text::slice(c.l.text, c.l.tokens.span(first)).contains('\u{0651}');
    let homograph = !doubled && c.l.matches.at(first).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_none());
    // A pronoun behind it is its object: وصفهم، دعاه إلى; أكدها has its content before it.
    if m.clitics.pronoun.is_some() && verb.object == Object::Content {
        return None;
    }
    let interrupted = quote_before(c, quotes, first, sentence);
    if interrupted.is_none()
        && let Some(frame) = told_before(c, quotes, m, form, verb, sentence)
    {
        return Some(frame);
    }
    // «أ»، قالت فلانة، «ب»: one quotation with its cue inside.
    let inside = |f: &Found| interrupted.is_some() && !m.clitics.conj && f.join == Join::Quote && c.punct(f.content - 1, Punct::Comma);
    let found = content_after(c, quotes, end, verb, sentence, m).filter(|f| !inside(f)).or_else(|| {
        let open = interrupted?;
        // The quotation's attribution: it ends at the next mark of the clause.
        let stop = (end..sentence.end.min(end + REACH))
            .find(|&j| !c.is_word(j) && !c.quote_mark(j) && !c.punct(j, Punct::Hash) && !c.punct(j, Punct::Underscore))
            .unwrap_or(sentence.end);
        Some(Found { join: Join::QuoteBefore, frame_end: stop, content: open, letters: 0 })
    });
    let found = found.or_else(|| super::voice::unmarked(c, quotes, end, verb, sentence))?;
    // لا يستبعد حضور…: what is not ruled out is told.
    let told = found.join == Join::Clause && !verb.ambiguous || c.lexicon().id(m.sense) == "istabada";
    if negated && (!told || found.content == end && found.join == Join::Clause) {
        return None;
    }
    let bare = form.kind == VerbKind::Perfect && form.gender == Gender::Masculine && form.number == Count::Singular;
    // صدر أمر بـ: behind a verb a noun.
    if verb.ambiguous
        && bare
        && !m.clitics.conj
        && first > sentence.start
        && c.is(first - 1, Class::VERB)
        && !c.is(first - 1, Class::BE)
        && !noun_like(c, first - 1)
    {
        return None;
    }
    // عدم ذكر اسمه: in construct with a noun it is a noun.
    if verb.ambiguous
        && bare
        && first > sentence.start
        && c.is(first - 1, Class::MASDAR.or(Class::SPEECH_MASDAR))
        && !c.is(first - 1, Class::DEFINITE)
        && !super::govern::owned(c, first - 1)
        && !m.clitics.conj
    {
        return None;
    }
    // A verb that describes the subject (التي تحصي …، أن) governs only what stands close to it.
    const CLOSE: usize = 2;
    if first > sentence.start && (c.is(first - 1, Class::RELATIVE) || describes_source(c, first)) && found.frame_end > end + CLOSE {
        return None;
    }
    // اقتراحا بـ: a noun, spelled like a dual.
    let noun = c.is(first, Class::MASDAR.or(Class::SPEECH_MASDAR));
    if noun && dual && found.join == Join::Noun {
        return None;
    }
    // دين: a passive tells nobody who did it; يعتبر is mostly one.
    let passive =
        matches!(form.kind, VerbKind::PerfectPassive | VerbKind::ImperfectPassive) || form.kind == VerbKind::Imperfect && c.lexicon().id(m.sense) == "itabara";
    if passive && found.join == Join::Noun {
        return None;
    }
    // ما يطمئن فلانا أن: a thing does it.
    if form.kind == VerbKind::Imperfect && first > sentence.start && c.function(first - 1) == Some("ma") {
        return None;
    }
    // عمليات وصفت بأنها: nobody is named who judges, and nothing that is judged.
    if verb.object == Object::Target
        && m.clitics.pronoun.is_none()
        && !m.clitics.conj
        && found.join == Join::Clause
        && found.frame_end <= end
        && governs_bi(c, &found)
    {
        return None;
    }
    if stays_unnamed(c, &found) {
        return None;
    }
    // نقل needs the one whom it relays: نقلت السلطات المصاب إلى مكان آمن reports nothing.
    if super::attribution::relays(c, m) && found.join != Join::Clause && !(end..found.content).any(|j| super::attribution::is_an(c, j)) {
        return None;
    }
    if homograph && !homograph_governs(c, m, &found, sentence) {
        return None;
    }
    let mut rule = match found.join {
        Join::Clause => "quote/verb-clause",
        Join::Quote => "quote/verb-quote",
        Join::QuoteBefore => "quote/quote-verb",
        Join::Colon => "quote/verb-colon",
        _ => "quote/verb-noun",
    };
    let mut clause = first;
    let mut subject = subject_of_verb(c, m, form, verb, found.frame_end);
    /// How far before a relative its antecedent is looked for.
    const NEAR_SOURCE: usize = 4;
    let named = Class::PERSON.or(Class::TITLE).or(Class::SOURCE);
    // الإمارات تدعو قطر إلى: who stands before a verb of the present speaks, who stands behind it is addressed.
    if verb.object != Object::Content
        && form.kind == VerbKind::Imperfect
        && !m.clitics.conj
        && let Some((phrase, from)) = subject_before(c, first, sentence)
        && phrase.head != Head::Other
        && phrase.tokens.end == first
    {
        clause = from;
        subject = Some(phrase);
    }
    // الهيئة التي تتهم الحكومة بـ: the bare noun behind is the one accused, the antecedent speaks.
    let relative = first > sentence.start && c.is(first - 1, Class::RELATIVE);
    // الذي هدد الحرس بإغلاقه: the antecedent is what is spoken of.
    let spoken_of = subject.is_some() && found.letters > 0 && goes_back(c, first, &found);
    if relative && verb.object != Object::Content && found.join == Join::Noun && !spoken_of {
        match subject_before(c, first, sentence) {
            Some((phrase, from)) if phrase.head != Head::Other => {
                clause = from;
                subject = Some(phrase);
            }
            // الوفد الذي وعد: somebody not far before, not a thing.
            _ if verb.object == Object::Addressee && (first.saturating_sub(NEAR_SOURCE)..first - 1).any(|j| c.is(j, named)) => subject = None,
            _ => return None,
        }
    }
    // التحالف الذي قال إن وجوده…: the antecedent comes back in the content, so another speaks: whoever spoke before.
    let resumed = relative && found.join == Join::Clause && subject.is_none() && antecedent_resumed(c, found.content);
    if resumed {
        clause = first - 1;
    }
    // كان فلان قد قال …: whoever stands behind كان speaks, unless the subject follows the verb at once.
    if subject.as_ref().is_none_or(|p| p.tokens.start > end + 1 || verb.object != Object::Content)
        && !m.clitics.conj
        && let Some((phrase, from)) = subject_of_be(c, first, sentence)
    {
        clause = from;
        subject = Some(phrase);
    }
    if subject.is_none()
        && !resumed
        && let Some((phrase, from)) = subject_before(c, first, sentence)
        // من جهته قال: a circumstance.
        && !(from == sentence.start + 1 && phrase.tokens.len() == 1 && c.is(from - 1, Class::PREPOSITION))
    {
        rule = match found.join {
            Join::Clause => "quote/subject-verb-clause",
            Join::Quote | Join::QuoteBefore | Join::Colon => "quote/subject-verb-quote",
            _ => "quote/subject-verb-noun",
        };
        clause = from;
        subject = Some(phrase);
    }
    // فلان بدوره أكد
    if subject.is_none()
        && first > sentence.start + 1
        && c.is(first - 1, Class::ATTACHED_PREP)
        && super::govern::owned(c, first - 1)
        && let Some((phrase, from)) = subject_before(c, first - 1, sentence)
        && phrase.head != Head::Other
    {
        clause = from;
        subject = Some(phrase);
    }
    // شركة كذا كانت أعلنت: the subject stands before كانت.
    if subject.is_none()
        && first > sentence.start + 1
        && c.is(first - 1, Class::BE)
        && let Some((phrase, from)) = subject_before(c, first - 1, sentence)
    {
        clause = from;
        subject = Some(phrase);
    }
    // A thing does not speak; where somebody is spoken to, it is he: كما دعت المجتمع الدولي إلى.
    if subject.as_ref().is_some_and(|phrase| (verb.ambiguous || found.join == Join::Noun) && speechless(c, phrase)) {
        if verb.object != Object::Addressee || clause < first {
            return None;
        }
        subject = None;
    }
    // مسؤولون طلبوا عدم ذكر أسمائهم قالوا: whom a plural verb goes back to.
    if subject.is_none()
        && form.number != crate::lexicon::conjugate::Count::Singular
        && !m.clitics.conj
        && !relative
        && let Some(phrase) = plural_before(c, first, sentence)
    {
        subject = Some(phrase);
    }
    // سيطلب وقف…: what will be said is not yet said.
    if found.join == Join::Noun && m.clitics.future {
        return None;
    }
    if found.join == Join::Noun
        && let Some(phrase) = &subject
        && !tells_act(c, first, &found, phrase, clause < first && !c.is(clause, Class::BE) && !c.quote_mark(first - 1))
    {
        return None;
    }
    if subject.is_none() && !may_lack_subject(c, m, form, verb, &found, sentence) {
        return None;
    }
    Some(Frame {
        cue: first..end,
        clause,
        act: verb.act,
        form: Some(form),
        continues: verb.continues,
        join: found.join,
        content: found.content,
        letters: found.letters,
        subject: subject.map_or(Subject::Elided, Subject::Phrase),
        relay: Vec::new(),
        evidence: Evidence::of(rule).and(m.sense),
    })
}

/// بأنها
fn governs_bi(c: &Classes, found: &Found) -> bool {
    matches!(c.attached(found.content), Some((crate::morph::Prep::Bi, _)))
        || c.l.matches.at(found.content).iter().any(|m| m.clitics.prep == Some(crate::morph::Prep::Bi))
}

/// …، يقول فلان. and … كما أعلن فلان.: the clause before is what was said.
fn told_before(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    const REST: usize = 14;
    const CLAUSE: usize = 4;
    let first = m.first();
    let as_told = first > sentence.start && c.find(first - 1, Table::FunctionWords).is_some_and(|f| !f.clitics.conj && c.lexicon().id(f.sense) == "kama");
    let clause = if as_told { first - 1 } else { first };
    let behind_comma = clause > sentence.start && c.punct(clause - 1, Punct::Comma) && !m.clitics.conj;
    // وعن إصابته، قال: «…»: what follows was said.
    if c.punct(m.end(), Punct::Colon) || quotes.opening(m.end()).is_some_and(|q| q.words(c) >= 4) {
        return None;
    }
    if !verb.quote || verb.ambiguous && !as_told || !(as_told || behind_comma) || clause < sentence.start + CLAUSE || sentence.end > m.end() + REST {
        return None;
    }
    let phrase = subject_after(c, m.end(), sentence.end).filter(|p| p.tokens.start <= m.end() + 2 || as_told)?;
    let named = phrase.head != Head::Other || !c.is(phrase.tokens.start, Class::DEFINITE);
    // Nothing else may stand behind: no content, no mark but the last, no other verb.
    let quiet = (phrase.tokens.end..sentence.end).all(|j| {
        !c.is(j, Class::COMPLEMENTISER)
            && !c.punct(j, Punct::Comma)
            && !c.punct(j, Punct::Colon)
            && quotes.opening(j).is_none_or(|q| q.close <= j + 5)
            && (!c.is(j, Class::CUE.or(Class::VERB)) || noun_like(c, j))
    });
    let governs = verb.noun.iter().chain(&verb.clause).any(|g| *g != Governed::Bare) && (phrase.tokens.end..sentence.end).any(|j| c.is(j, Class::MASDAR));
    (named && quiet && !governs).then(|| Frame {
        cue: first..m.end(),
        clause,
        act: verb.act,
        form: Some(form),
        continues: verb.continues,
        join: Join::Before,
        content: sentence.start,
        letters: 0,
        subject: Subject::Phrase(phrase),
        relay: Vec::new(),
        evidence: Evidence::of("quote/clause-verb").and(m.sense),
    })
}

pub(super) fn participle(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    // عادة، مجددا: an adverb.
    let adverb = c.l.matches.at(m.first()).iter().any(|n| n.sense.table == Table::FunctionWords && n.clitics.prep.is_none());
    if adverb {
        return None;
    }
    // إنها مندهشة: a predicate.
    let predicate = m.first() > sentence.start && c.is(m.first() - 1, Class::COMPLEMENTISER) && !m.clitics.conj;
    if predicate || m.clitics.article || m.clitics.prep.is_some() || m.clitics.pronoun.is_some() || !accusative(c, m.first(), form) {
        return None;
    }
    let noun = another_noun(c, m.first());
    // ظلت الحكومة مصرة على: the predicate of a sentence, not a new cue.
    const PREDICATE: usize = 5;
    let floor = sentence.start.max(m.first().saturating_sub(PREDICATE));
    let predicate = (floor..m.first()).rev().take_while(|&j| c.is_word(j)).any(|j| c.is(j, Class::BE));
    if predicate && !m.clitics.conj {
        return None;
    }
    let found = content_after(c, quotes, m.end(), verb, sentence, m)?;
    if stays_unnamed(c, &found) {
        return None;
    }
    // في مذكرة: a noun.
    if m.first() > sentence.start && c.is(m.first() - 1, Class::PREPOSITION) && !m.clitics.conj {
        return None;
    }
    // متهما بـ: who is accused.
    if verb.act == Act::Accuse && found.join == Join::Noun && found.frame_end <= m.end() {
        return None;
    }
    // متهمة إياها بـ: a participle with an object; متهمة بـ is who is accused.
    if noun && !(verb.object == Object::Target && found.join == Join::Noun && found.frame_end > m.end() && found.frame_end <= m.end() + 4) {
        return None;
    }
    // Its content follows closely; anything between is told of the speaker or to whom he spoke.
    if found.frame_end > m.end() + 14 {
        return None;
    }
    let rule = match found.join {
        Join::Clause => "quote/participle-clause",
        Join::Quote | Join::Colon => "quote/participle-quote",
        _ => "quote/participle-noun",
    };
    Some(Frame {
        cue: m.first()..m.end(),
        clause: m.first(),
        act: verb.act,
        form: Some(form),
        continues: true,
        join: found.join,
        content: found.content,
        letters: found.letters,
        subject: Subject::Same,
        relay: Vec::new(),
        evidence: Evidence::of(rule).and(m.sense),
    })
}

/// قوله إن، بقولها، القول إن; إعلان فلان أن; دعوة الحكومة إلى.
fn masdar(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    let pronoun = m.clitics.pronoun.is_some();
    let found = content_after(c, quotes, m.end(), verb, sentence, m)?;
    let near = found.frame_end <= m.end() + 1;
    let strong = matches!(found.join, Join::Clause | Join::Quote);
    let frame = |subject, rule| Frame {
        cue: m.first()..m.end(),
        clause: m.first(),
        act: verb.act,
        form: Some(form),
        continues: true,
        join: found.join,
        content: found.content,
        letters: found.letters,
        subject,
        relay: Vec::new(),
        evidence: Evidence::of(rule).and(m.sense),
    };
    // يتم تهديده: a passive.
    if m.first() > sentence.start && c.l.matches.at(m.first() - 1).iter().any(|v| v.sense.table == Table::Verbs && c.lexicon().id(v.sense) == "tamma") {
        return None;
    }
    if pronoun {
        // مطالبته بوقف…: a demand or denial with its act.
        let act = found.join == Join::Noun
            && found.frame_end <= m.end() + 2
            && c.is(found.content, Class::MASDAR)
            && c.lexicon().id(m.sense) != "iltazama"
            && matches!(verb.act, Act::Demand | Act::Deny | Act::Accuse | Act::Warn | Act::Promise);
        // روايتها «…» is a book.
        let told = found.join != Join::Quote || c.punct(found.content - 1, Punct::Colon) || c.lexicon().id(m.sense) == "qala" || verb.act != Act::Say;
        return (near && strong && told || act).then(|| frame(Subject::Same, "quote/masdar-pronoun"));
    }
    if m.clitics.article {
        // يمكن القول إن: nobody says it.
        let told = c.is(m.first(), Class::ATTACHED_PREP)
            || m.first() > sentence.start && c.is(m.first() - 1, Class::PREPOSITION)
            || super::attribution::relayed_before(c, m.first(), sentence);
        return (near && strong && told && verb.act == Act::Say).then(|| frame(Subject::Same, "quote/masdar-definite"));
    }
    // In construct with its source; رفضت اقتراحا روسيا: an indefinite accusative is not.
    if c.key(m.first()).ends_with('\u{0627}') {
        return None;
    }
    let phrase = noun_phrase(c, m.end(), found.frame_end)?;
    let named = matches!(phrase.head, Head::Person | Head::Office | Head::Organisation | Head::Source);
    let joined = phrase.tokens.end + 2 >= found.frame_end;
    // في إعلان فلان أن: the noun tells where something was said; its verb stands before.
    let begins_frame = c.is(m.first(), Class::SPEECH_NOUN) && strong;
    // أثار طلب الحكم اهتمام الصحف: the subject of a verb, whose object follows.
    let object = m.first() > sentence.start && c.is(m.first() - 1, Class::VERB) && !c.is(m.first() - 1, Class::BE) && !noun_like(c, m.first() - 1);
    if object && !strong {
        return None;
    }
    // التزام الدولة بالقرارات is a state of things; a demand, denial or announcement is an act.
    let act = found.join == Join::Noun && matches!(verb.act, Act::Demand | Act::Deny | Act::Accuse | Act::Announce | Act::Criticise | Act::Warn);
    // ردت الحكومة بدعوة الشركات إلى: with ب it tells what the subject of the clause did, and the noun behind is whom he spoke to.
    if m.clitics.prep == Some(crate::morph::Prep::Bi) && verb.object == Object::Addressee && named && joined && (strong || act) {
        return Some(frame(Subject::Same, "quote/masdar-construct"));
    }
    // تشجيع الشركات على، اتهام الحكومة بـ: whoever is spoken to or accused, unless another is: اتهام الحكومة للشركات بـ.
    const ACTIVE: [&str; 5] = ["daa", "hadhdhara", "haddada", "tawaada", "waada"];
    let told_to = phrase.tokens.end < found.frame_end && c.attached(phrase.tokens.end).is_some_and(|(p, _)| p == crate::morph::Prep::Li);
    if found.join == Join::Noun && verb.object != Object::Content && !told_to && !ACTIVE.contains(&c.lexicon().id(m.sense)) {
        return None;
    }
    (named && joined && !begins_frame && (strong || act)).then(|| frame(Subject::Phrase(phrase), "quote/masdar-construct"))
}

/// The quotation that closes right before a cue.
fn quote_before(c: &Classes, quotes: &Quotes, cue: usize, sentence: &Range<usize>) -> Option<usize> {
    const WORDS: usize = 3;
    let mut p = cue.checked_sub(1)?;
    if c.line_start(cue) {
        return None;
    }
    while p > sentence.start && (c.punct(p, Punct::Comma) || c.punct(p, Punct::Dash) || c.punct(p, Punct::Stop)) {
        p -= 1;
    }
    let quote = quotes.around(p).filter(|q| q.close == p && q.closed)?;
    let words = quote.words(c);
    // «…» at the start of the sentence, not a name inside it.
    let opens = quote.open <= sentence.start + 1 || c.punct(quote.open - 1, Punct::Comma) || c.punct(quote.open - 1, Punct::Stop);
    (words >= WORDS && opens).then_some(quote.open)
}
