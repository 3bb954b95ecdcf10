//! Reporting words and what they govern: the cue, where its content begins, and who stands between them.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::conjugate::{VerbForm, VerbKind};
use crate::lexicon::reporting::{Act, Governed, Object, Reporting};
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep};
use crate::name::phrase::{NounPhrase, noun_phrase};
use crate::quote::marks::Quotes;
use crate::token::{Punct, TokenKind};

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

/// The longest stretch between a cue and its content, in tokens.
const REACH: usize = 60;

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
            VerbKind::Perfect | VerbKind::Imperfect | VerbKind::PerfectPassive | VerbKind::ImperfectPassive => finite(c, quotes, m, form, verb, &sentence),
            VerbKind::Participle => participle(c, quotes, m, form, verb, &sentence),
            VerbKind::Masdar => masdar(c, quotes, m, form, verb, &sentence),
            VerbKind::PassiveParticiple => None,
        }
    })
}

/// What was found behind a cue.
struct Found {
    join: Join,
    /// Where the part between cue and content ends.
    frame_end: usize,
    content: usize,
    letters: u8,
}

fn finite(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    let (first, end) = (m.first(), m.end());
    // A word that is also a noun is a verb only where a verb can stand.
    if c.is(first, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE)) && !starts_clause(c, first, sentence) {
        return None;
    }
    // After a preposition only a noun can stand.
    if first > sentence.start && c.is(first - 1, Class::PREPOSITION) && !c.is(first - 1, Class::SUBORDINATOR) && !m.clitics.conj {
        return None;
    }
    // لم يعد، لم يذكر: nothing is reported.
    if first > sentence.start && c.is(first - 1, Class::NEGATION) {
        return None;
    }
    // لو التزم…: a condition reports nothing.
    if first > sentence.start && conditional(c, first - 1) && !m.clitics.conj {
        return None;
    }
    // A preposition or particle of the same spelling (بين، عبر، دون): a verb only with what it governs right behind it or behind a person.
    let homograph = c.l.matches.at(first).iter().any(|m| m.sense.table == Table::FunctionWords);
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
    let found = content_after(c, quotes, end, verb, sentence, m).or_else(|| {
        let open = interrupted?;
        // The quotation's attribution: it ends at the next mark of the clause.
        let stop = (end..sentence.end.min(end + REACH)).find(|&j| !c.is_word(j) && !c.quote_mark(j) && !c.punct(j, Punct::Hash) && !c.punct(j, Punct::Underscore)).unwrap_or(sentence.end);
        Some(Found { join: Join::QuoteBefore, frame_end: stop, content: open, letters: 0 })
    })?;
    let bare = form.kind == VerbKind::Perfect && form.gender == crate::lexicon::conjugate::Gender::Masculine && form.number == crate::lexicon::conjugate::Count::Singular;
    // عدم ذكر اسمه: in construct with a noun it is a noun.
    if verb.ambiguous && bare && first > sentence.start && c.is(first - 1, Class::MASDAR.or(Class::SPEECH_MASDAR)) && !c.is(first - 1, Class::DEFINITE) && !m.clitics.conj {
        return None;
    }
    // A verb that describes the subject (التي تحصي …، أن) governs only what stands close to it.
    const CLOSE: usize = 2;
    if first > sentence.start && (c.is(first - 1, Class::RELATIVE) || describes_source(c, first)) && found.frame_end > end + CLOSE {
        return None;
    }
    // نقل needs the one whom it relays: نقلت السلطات المصاب إلى مكان آمن reports nothing.
    if super::attribution::relays(c, m) && found.join != Join::Clause && !(end..found.content).any(|j| super::attribution::is_an(c, j)) {
        return None;
    }
    if homograph && !homograph_governs(c, end, &found) {
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
    let mut subject = subject_after(c, end, found.frame_end);
    // الهيئة التي تتهم الحكومة بـ: the bare noun behind is the one accused, the antecedent speaks.
    let relative = first > sentence.start && c.is(first - 1, Class::RELATIVE);
    if relative && verb.object != Object::Content && found.join == Join::Noun {
        let (phrase, from) = subject_before(c, first, sentence)?;
        if phrase.head == crate::name::phrase::Head::Other {
            return None;
        }
        clause = from;
        subject = Some(phrase);
    }
    // التحالف الذي قال إن وجوده…: the antecedent comes back in the content, so another speaks: whoever spoke before.
    let resumed = relative && found.join == Join::Clause && subject.is_none() && antecedent_resumed(c, found.content);
    if resumed {
        clause = first - 1;
    }
    // كان فلان قد قال …: whoever stands behind كان speaks, unless the subject follows the verb at once.
    if subject.as_ref().is_none_or(|p| p.tokens.start > end + 1)
        && !m.clitics.conj
        && let Some((phrase, from)) = subject_of_be(c, first, sentence)
    {
        clause = from;
        subject = Some(phrase);
    }
    if subject.is_none()
        && !resumed
        && let Some((phrase, from)) = subject_before(c, first, sentence)
    {
        rule = match found.join {
            Join::Clause => "quote/subject-verb-clause",
            Join::Quote | Join::QuoteBefore | Join::Colon => "quote/subject-verb-quote",
            _ => "quote/subject-verb-noun",
        };
        clause = from;
        subject = Some(phrase);
    }
    // سيطلب وقف…: what will be said is not yet said.
    if found.join == Join::Noun && m.clitics.future {
        return None;
    }
    if found.join == Join::Noun
        && let Some(phrase) = &subject
        && !tells_act(c, first, &found, phrase, clause < first)
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

/// Whether a noun phrase behind a verb is reported content: its subject is a source, and the noun does not go back to a relative.
fn tells_act(c: &Classes, verb: usize, found: &Found, subject: &NounPhrase, before: bool) -> bool {
    let relative = verb > 0 && c.is(verb - 1, Class::RELATIVE);
    let resumes = c.l.matches.at(found.content).iter().any(|m| m.clitics.pronoun.is_some()) && !c.l.matches.at(found.content).iter().any(|m| m.clitics.pronoun.is_none() && m.clitics.letters == found.letters);
    let source = subject.head != crate::name::phrase::Head::Other || !before;
    source && !(relative && resumes && found.letters > 0)
}

/// …، يقول فلان. and … كما أعلن فلان.: the clause before is what was said.
fn told_before(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    const REST: usize = 14;
    const CLAUSE: usize = 4;
    let first = m.first();
    let as_told = first > sentence.start && c.find(first - 1, Table::FunctionWords).is_some_and(|f| f.clitics.conj == false && c.lexicon().rows(Table::FunctionWords).id(f.sense.row as usize) == "kama");
    let clause = if as_told { first - 1 } else { first };
    let behind_comma = clause > sentence.start && c.punct(clause - 1, Punct::Comma) && !m.clitics.conj;
    if !verb.quote || verb.ambiguous && !as_told || !(as_told || behind_comma) || clause < sentence.start + CLAUSE || sentence.end > m.end() + REST {
        return None;
    }
    let phrase = subject_after(c, m.end(), sentence.end).filter(|p| p.tokens.start <= m.end() + 2 || as_told)?;
    let named = phrase.head != crate::name::phrase::Head::Other || !c.is(phrase.tokens.start, Class::DEFINITE);
    // Nothing else may stand behind: no content, no mark but the last, no other verb.
    let quiet = (phrase.tokens.end..sentence.end).all(|j| {
        !c.is(j, Class::COMPLEMENTISER) && !c.punct(j, Punct::Comma) && !c.punct(j, Punct::Colon) && quotes.opening(j).is_none_or(|q| q.close <= j + 5) && (!c.is(j, Class::CUE.or(Class::VERB)) || noun_like(c, j))
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

/// إن وجوده: a bare complementiser, and a noun with a pronoun behind it.
fn antecedent_resumed(c: &Classes, complementiser: usize) -> bool {
    let bare = c.l.matches.at(complementiser).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_none());
    let next = complementiser + 1;
    bare && c.l.matches.at(next).iter().any(|m| matches!(m.clitics.pronoun, Some(crate::morph::Pronoun::His | crate::morph::Pronoun::Her)) && m.sense.table == Table::Masdars)
}

/// لو، إذا، إن كان
fn conditional(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 4] = ["law", "idha", "lawla", "hatta-law"];
    c.l.matches.at(i).iter().any(|m| m.sense.table == Table::FunctionWords && m.end() == i + 1 && ROWS.contains(&c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize)))
}

/// Whether a word that is also a preposition has what a verb would have: its content right behind it, or a person between.
fn homograph_governs(c: &Classes, end: usize, found: &Found) -> bool {
    let adjacent = found.frame_end <= end;
    let person = c.is(end, Class::PERSON.or(Class::TITLE).or(Class::SOURCE)) || continues_unknown(c, end) && found.frame_end <= end + 1;
    match found.join {
        Join::Clause => adjacent || person,
        Join::Noun => adjacent && found.content > end,
        _ => false,
    }
}

/// An unknown definite word: الرفاعي.
fn continues_unknown(c: &Classes, i: usize) -> bool {
    c.is(i, Class::DEFINITE) && c.l.matches.at(i).is_empty()
}

/// Whether a verb without a subject of its own goes on from an earlier speaker, and is no passive or impersonal.
fn may_lack_subject(c: &Classes, m: &Match, form: VerbForm, verb: &Reporting, found: &Found, sentence: &Range<usize>) -> bool {
    /// Rows of reporting.tsv whose imperfect opens an impersonal clause: يذكر أن، يشار إلى أن.
    const IMPERSONAL: [&str; 5] = ["dhakara", "ashara-iv", "alima", "tawaqqaa", "dhukira"];
    if matches!(form.kind, VerbKind::PerfectPassive | VerbKind::ImperfectPassive) {
        return false;
    }
    let imperfect = form.kind == VerbKind::Imperfect;
    let masculine = form.gender == crate::lexicon::conjugate::Gender::Masculine && form.number == crate::lexicon::conjugate::Count::Singular;
    let adjacent = found.frame_end <= m.end() + 1;
    let id = c.lexicon().rows(Table::Reporting).id(m.sense.row as usize);
    if imperfect && masculine && adjacent && IMPERSONAL.contains(&id) {
        return false;
    }
    let strong = matches!(found.join, Join::Clause | Join::Quote | Join::QuoteBefore | Join::Colon);
    let opens = m.first() == sentence.start || !c.is_word(m.first() - 1) || m.clitics.conj || c.is(m.first() - 1, Class::SUBORDINATOR.or(Class::PARTICLE).or(Class::RELATIVE));
    let bare = form.kind == VerbKind::Perfect && (masculine || form.number == crate::lexicon::conjugate::Count::Dual);
    let joined = m.clitics.conj || c.is(m.first().saturating_sub(1), Class::SUBORDINATOR.or(Class::PARTICLE)) && m.first() > sentence.start;
    let governed = found.letters > 0 || c.is(found.content.saturating_sub(1), Class::PREPOSITION);
    if verb.ambiguous && bare && !strong && !(joined && governed) {
        return false;
    }
    opens && (strong || !imperfect)
}

fn participle(c: &Classes, quotes: &Quotes, m: &Match, form: VerbForm, verb: &Reporting, sentence: &Range<usize>) -> Option<Frame> {
    // An indefinite accusative (مؤكدا، مؤكدة، مؤكدين), not the noun of the same spelling (مدينة، معبر).
    let key = c.key(m.first());
    let accusative = match form.number {
        // مؤكدة with its ة, not مقره with a pronoun.
        crate::lexicon::conjugate::Count::Singular => key.ends_with('\u{0627}') || crate::text::slice(c.l.text, c.l.tokens.span(m.first())).ends_with('\u{0629}'),
        _ => key.ends_with("\u{064A}\u{0646}") || key.ends_with("\u{0627}\u{062A}"),
    };
    if m.clitics.article || m.clitics.prep.is_some() || m.clitics.pronoun.is_some() || !accusative || another_noun(c, m.first()) {
        return None;
    }
    // ظلت الحكومة مصرة على: the predicate of a sentence, not a new cue.
    const PREDICATE: usize = 5;
    let floor = sentence.start.max(m.first().saturating_sub(PREDICATE));
    let predicate = (floor..m.first()).rev().take_while(|&j| c.is_word(j)).any(|j| c.is(j, Class::BE));
    if predicate && !m.clitics.conj {
        return None;
    }
    let found = content_after(c, quotes, m.end(), verb, sentence, m)?;
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

/// Whether a word is a noun by the tables besides being a form of a verb.
fn another_noun(c: &Classes, i: usize) -> bool {
    // Behind a comma or و the noun of a title (مشيرة، داعية) is hardly ever meant.
    let joined = i > 0 && (c.punct(i - 1, Punct::Comma) || c.quote_mark(i - 1) || c.punct(i - 1, Punct::Stop)) || c.is(i, Class::CONJUNCTION);
    c.l.matches.at(i).iter().any(|m| {
        m.clitics.prep.is_none()
            && m.clitics.pronoun.is_none()
            && (matches!(m.sense.table, Table::PlaceHeads | Table::OrgHeads | Table::Units | Table::Cities | Table::Countries) || !joined && matches!(m.sense.table, Table::Titles | Table::GivenNames | Table::Masdars))
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
    if pronoun {
        // مطالبته بوقف…: a demand or denial with its act.
        let act = found.join == Join::Noun && found.frame_end <= m.end() + 2 && c.is(found.content, Class::MASDAR) && matches!(verb.act, Act::Demand | Act::Deny | Act::Accuse | Act::Warn | Act::Promise);
        return (near && strong || act).then(|| frame(Subject::Same, "quote/masdar-pronoun"));
    }
    if m.clitics.article {
        return (near && strong && verb.act == Act::Say).then(|| frame(Subject::Same, "quote/masdar-definite"));
    }
    // In construct with its source.
    let phrase = noun_phrase(c, m.end(), found.frame_end)?;
    let named = matches!(phrase.head, crate::name::phrase::Head::Person | crate::name::phrase::Head::Office | crate::name::phrase::Head::Organisation | crate::name::phrase::Head::Source);
    let joined = phrase.tokens.end + 2 >= found.frame_end;
    // في إعلان فلان أن: the noun tells where something was said; its verb stands before.
    let begins_frame = c.is(m.first(), Class::SPEECH_NOUN) && strong;
    // التزام الدولة بالقرارات is a state of things; a demand, denial or announcement is an act.
    let act = found.join == Join::Noun && matches!(verb.act, Act::Demand | Act::Deny | Act::Accuse | Act::Announce | Act::Criticise | Act::Warn);
    (named && joined && !begins_frame && (strong || act)).then(|| frame(Subject::Phrase(phrase), "quote/masdar-construct"))
}

/// Whether a verb can stand at `i`: at the start of a clause or behind a mark, a subordinator, a relative.
fn starts_clause(c: &Classes, i: usize, sentence: &Range<usize>) -> bool {
    i == sentence.start || !c.is_word(i - 1) || c.is(i, Class::CONJUNCTION) || c.is(i - 1, Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::PARTICLE).or(Class::NEGATION).or(Class::COMPLEMENTISER))
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
    let words = quote.inner().filter(|&j| c.is_word(j)).count();
    // «…» at the start of the sentence, not a name inside it.
    let opens = quote.open <= sentence.start + 1 || c.punct(quote.open - 1, Punct::Comma) || c.punct(quote.open - 1, Punct::Stop);
    (words >= WORDS && opens).then_some(quote.open)
}

/// Looks for what the cue governs behind it.
fn content_after(c: &Classes, quotes: &Quotes, from: usize, verb: &Reporting, sentence: &Range<usize>, m: &Match) -> Option<Found> {
    // A quotation may reach over its sentence, never over its line.
    let limit = sentence.end.min(from + REACH);
    let found = scan(c, quotes, from, limit, verb, m);
    let noun = if verb.noun.is_empty() { None } else { noun_content(c, quotes, from, found.as_ref().map_or(limit, |f| f.frame_end), verb, m) };
    match (found, noun) {
        // أعلن انسحابه … أن: the nearer one, unless the noun phrase is only what the clause hangs on.
        (Some(f), Some(n)) if n.content < f.frame_end && n.content + 1 < f.content && f.join == Join::Clause => {
            if c.is(n.content, Class::MASDAR.or(Class::SPEECH_MASDAR)) && f.content > n.content + 4 {
                Some(n)
            } else {
                Some(f)
            }
        }
        (Some(f), _) => Some(f),
        (None, n) => n,
    }
}

/// Scans for a complementiser, a quotation or a colon.
fn scan(c: &Classes, quotes: &Quotes, from: usize, limit: usize, verb: &Reporting, m: &Match) -> Option<Found> {
    let mut relative = false;
    let mut inner_cue: Option<usize> = None;
    let mut circumstance = false;
    let mut j = from;
    while j < limit {
        let class = c.at(j);
        if c.line_start(j) && j > from {
            return None;
        }
        if let Some(quote) = quotes.opening(j) {
            let words = quote.inner().filter(|&k| c.is_word(k)).count();
            let colon = c.punct(j.saturating_sub(1), Punct::Colon);
            let ends = closes_clause(c, quote.close + 1);
            // A name in marks: something that the verb governs still follows.
            let headed = j > from && words <= 6 && c.l.matches.at(j - 1).iter().any(|h| matches!(h.sense.table, Table::OrgHeads | Table::PlaceHeads) && h.end() == j);
            let name = words <= 6 && !colon && (headed || names_follow(c, quote.close + 1, limit));
            let speech = (colon && (words >= 2 || ends)) || (words >= 3 && !name) || (words >= 2 && ends && !name && j <= from + 6 && c.l.tokens.gap(quote.close + 1) != crate::token::Gap::None && !c.is(j.saturating_sub(1), Class::ORGANISATION.or(Class::PLACE)));
            if speech && (verb.quote || !verb.noun.is_empty() || colon) {
                let letters = 0;
                return Some(Found { join: Join::Quote, frame_end: j, content: j, letters });
            }
            j = quote.close.max(j) + 1;
            continue;
        }
        // An inserted attribution: its words are no verb's.
        if class.any(Class::ATTRIBUTION)
            && let Some(inserted) = c.find(j, Table::Attribution).filter(|a| a.clitics.prep.is_none() && !a.clitics.article)
        {
            j = inserted.end().max(j + 1);
            continue;
        }
        if c.punct(j, Punct::Colon) {
            if !verb.quote && !class.any(Class::COMPLEMENTISER) && !c.is(j + 1, Class::COMPLEMENTISER) {
                return None;
            }
            if c.line_start(j + 1) || j + 1 >= limit {
                return None;
            }
            if c.is(j + 1, Class::COMPLEMENTISER) {
                return Some(Found { join: Join::Clause, frame_end: j, content: j + 1, letters: 0 });
            }
            if let Some(quote) = quotes.opening(j + 1) {
                let words = quote.inner().filter(|&k| c.is_word(k)).count();
                if words >= 2 || closes_clause(c, quote.close + 1) {
                    j += 1;
                    continue;
                }
            }
            return Some(Found { join: Join::Colon, frame_end: j, content: j + 1, letters: 0 });
        }
        if matches!(c.l.tokens.kind(j), Some(TokenKind::Punct(Punct::Stop | Punct::Question | Punct::Exclaim | Punct::Ellipsis | Punct::Semicolon)))
            && !(c.l.tokens.kind(j.saturating_sub(1)) == Some(TokenKind::Word) && c.key(j - 1).chars().count() == 1)
        {
            return None;
        }
        if c.punct(j, Punct::Comma) {
            relative = false;
        }
        if class.any(Class::RELATIVE) || class.any(Class::SUBORDINATOR) && place_clause(c, j) {
            relative = true;
        }
        circumstance |= class.any(Class::PREPOSITION);
        if class.any(Class::COMPLEMENTISER)
            && let Some(governed) = complementiser(c, j, from)
        {
            // A verb in a relative clause right before takes its own complement.
            if inner_cue.is_some_and(|k| j <= k + 3) {
                return None;
            }
            let fits = verb.clause.contains(&governed) || verb.noun.contains(&governed) || (governed == Governed::Bare && !verb.clause.is_empty());
            if fits {
                let frame_end = if matches!(governed, Governed::Bare | Governed::Bi) { j } else { j.saturating_sub(1) };
                // إن: «…»
                if c.punct(j + 1, Punct::Colon)
                    && quotes.opening(j + 2).is_some()
                {
                    return Some(Found { join: Join::Quote, frame_end, content: j + 2, letters: 0 });
                }
                // Everything but the complementiser in marks is a direct quotation.
                if let Some(quote) = quotes.opening(j + 1)
                    && closes_clause(c, quote.close + 1)
                    && quote.inner().filter(|&k| c.is_word(k)).count() >= 2
                {
                    return Some(Found { join: Join::Quote, frame_end, content: j + 1, letters: 0 });
                }
                return Some(Found { join: Join::Clause, frame_end, content: j, letters: 0 });
            }
        }
        if verb.act == Act::Ask && interrogative(c, j) {
            return Some(Found { join: Join::Clause, frame_end: j, content: j, letters: 0 });
        }
        if class.any(Class::CUE.or(Class::VERB)) && j > from && !noun_like(c, j) {
            // في بيان نقلته الوكالة: an indefinite noun takes its relative clause without الذي, with a pronoun that goes back to it.
            let asyndetic = c.l.matches.at(j).iter().any(|v| v.clitics.pronoun.is_some() && Classes::verb_form(v).is_some()) && !c.is(j - 1, Class::DEFINITE) && c.is_word(j - 1);
            // مصادر رفضت الكشف عن هويتها
            let describes = describes_source(c, j);
            relative |= asyndetic || describes || circumstance && describes_noun(c, j);
            let in_relative = relative || c.is(j - 1, Class::RELATIVE);
            if !in_relative && !c.is(j - 1, Class::COMPLEMENTISER) {
                return None;
            }
            if class.any(Class::CUE) {
                inner_cue = Some(j);
            }
        }
        if class.any(Class::PARTICIPLE) && j > from && !noun_like(c, j) && !c.is(m.first(), Class::PARTICIPLE) {
            return None;
        }
        j += 1;
    }
    None
}

/// حيث: a clause that tells of the place named before.
fn place_clause(c: &Classes, j: usize) -> bool {
    c.find(j, Table::FunctionWords).is_some_and(|m| c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize) == "haythu")
}

/// A verb right behind an indefinite common noun describes it: جلسة عقدت الجمعة.
fn describes_noun(c: &Classes, verb: usize) -> bool {
    let other = Class::DEFINITE.or(Class::PERSON).or(Class::MAYBE_NAME).or(Class::PLACE).or(Class::TIME).or(Class::PARTICLE).or(Class::SUBORDINATOR).or(Class::PREPOSITION).or(Class::COMPLEMENTISER);
    verb > 0 && !c.is(verb, Class::CONJUNCTION) && c.is_word(verb - 1) && !c.is(verb - 1, other)
}

/// A verb right behind an indefinite role describes it: مسؤول طلب عدم ذكر اسمه.
fn describes_source(c: &Classes, verb: usize) -> bool {
    verb > 0 && !c.is(verb, Class::CONJUNCTION) && !c.is(verb - 1, Class::DEFINITE) && (c.is(verb - 1, Class::SOURCE) || c.l.matches.has(verb - 1, Table::SourceAdjectives)) && !c.is(verb - 1, Class::PERSON)
}

/// Whether a word that could be a verb is a noun by another reading.
pub(crate) fn noun_like(c: &Classes, j: usize) -> bool {
    c.is(
        j,
        Class::PERSON.or(Class::MAYBE_NAME).or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE).or(Class::SPEECH_NOUN).or(Class::DEFINITE).or(Class::NATIONALITY).or(Class::PREPOSITION).or(Class::PARTICLE).or(Class::ATTRIBUTION).or(Class::MASDAR).or(Class::SPEECH_MASDAR),
    )
}

/// Whether a clause ends at `j`: a mark, an end, a new cue.
fn closes_clause(c: &Classes, j: usize) -> bool {
    !c.is_word(j) || c.line_start(j) || c.is(j, Class::CUE.or(Class::PARTICIPLE).or(Class::SUBORDINATOR).or(Class::CONJUNCTION).or(Class::ATTRIBUTION))
}

/// Whether a complementiser or another opening mark follows within a few words.
fn names_follow(c: &Classes, from: usize, limit: usize) -> bool {
    const NEAR: usize = 14;
    let mut j = from;
    while j < limit.min(from + NEAR) {
        let glued = j > from && c.key(j - 1).chars().count() <= 2 && c.l.tokens.kind(j - 1) == Some(TokenKind::Word);
        if c.is(j, Class::COMPLEMENTISER) || c.punct(j, Punct::Colon) || (c.quote_mark(j) && (c.l.tokens.gap(j) != crate::token::Gap::None || glued)) {
            return true;
        }
        if c.punct(j, Punct::Stop) || c.line_start(j) || j > from && c.is(j, Class::PARTICIPLE) {
            return false;
        }
        j += 1;
    }
    false
}

/// What governs the complementiser at `j`: nothing, its own ب, or the preposition before it. `None` for قبل أن، إلا أن، يجب أن.
fn complementiser(c: &Classes, j: usize, from: usize) -> Option<Governed> {
    if c.key(j).starts_with('\u{0628}') {
        return Some(Governed::Bi);
    }
    // وأنه goes on with the clause before it.
    if j > from && c.key(j).starts_with('\u{0648}') {
        return None;
    }
    if j == from {
        return Some(Governed::Bare);
    }
    let before = j.checked_sub(1)?;
    let class = c.at(before);
    if class.any(Class::PREPOSITION) {
        // على أن is also a subordinator as a whole: here its first word alone counts.
        let found = c.l.matches.at(before).iter().find(|m| m.sense.table == Table::FunctionWords && m.end() == j && m.clitics.pronoun.is_none())?;
        return governed_by(c.lexicon().rows(Table::FunctionWords).id(found.sense.row as usize));
    }
    if class.any(Class::SUBORDINATOR) || (class.any(Class::VERB.or(Class::NEGATION).or(Class::COMPLEMENTISER)) && !noun_like(c, before)) {
        return None;
    }
    Some(Governed::Bare)
}

/// Rows of function_words.tsv that verbs govern.
fn governed_by(id: &str) -> Option<Governed> {
    Some(match id {
        "ila" => Governed::Ila,
        "ala" => Governed::Ala,
        "an" => Governed::An,
        "min" => Governed::Min,
        "fi" => Governed::Fi,
        _ => return None,
    })
}

/// Rows of function_words.tsv that open a question.
fn interrogative(c: &Classes, j: usize) -> bool {
    const ROWS: [&str; 10] = ["ma-idha", "in-kana", "amma-idha", "hal-question", "madha", "limadha", "kayfa", "mata", "ayna", "kam"];
    c.find(j, Table::FunctionWords).is_some_and(|m| ROWS.contains(&c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize)))
}

/// A noun phrase for content: behind the subject, or behind the preposition that the verb governs.
fn noun_content(c: &Classes, quotes: &Quotes, from: usize, limit: usize, verb: &Reporting, m: &Match) -> Option<Found> {
    let prepositions: Vec<Governed> = verb.noun.iter().copied().filter(|&g| g != Governed::Bare).collect();
    let mut best: Option<Found> = None;
    if !prepositions.is_empty() {
        best = governed_noun(c, quotes, from, limit, &prepositions, true).or_else(|| governed_noun(c, quotes, from, limit, &prepositions, false));
    }
    if best.is_none() && verb.noun.contains(&Governed::Bare) && verb.object == Object::Content && m.clitics.pronoun.is_none() {
        best = bare_object(c, quotes, from, limit);
    }
    best
}

/// The first noun behind a governed preposition; with `act` the first that tells an act or opens a quotation.
fn governed_noun(c: &Classes, quotes: &Quotes, from: usize, limit: usize, prepositions: &[Governed], act: bool) -> Option<Found> {
    let acts = |j: usize| !act || c.is(j, Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::DEMONSTRATIVE)) || quotes.opening(j).is_some();
    const NEAR: usize = 30;
    // The words that a title or name of the lexicon takes are no complement: المتحدث باسم.
    let mut j = from;
    while j < limit.min(from + NEAR) {
        let class = c.at(j);
        if c.line_start(j) && j > from || c.punct(j, Punct::Stop) || c.punct(j, Punct::Colon) {
            return None;
        }
        if j > from && class.any(Class::CUE.or(Class::VERB).or(Class::RELATIVE)) && !noun_like(c, j) {
            return None;
        }
        if let Some(quote) = quotes.opening(j) {
            j = quote.close + 1;
            continue;
        }
        if class.any(Class::PREPOSITION)
            && let Some(found) = c.find(j, Table::FunctionWords)
            && let Some(governed) = governed_by(c.lexicon().rows(Table::FunctionWords).id(found.sense.row as usize))
            && prepositions.contains(&governed)
            && (c.is_word(j + 1) || quotes.opening(j + 1).is_some())
            && !c.is(j + 1, Class::TIME.or(Class::RELATIVE))
            && acts(j + 1)
        {
            return Some(Found { join: Join::Noun, frame_end: j, content: j + 1, letters: 0 });
        }
        if prepositions.contains(&Governed::Bi)
            && let Some((Prep::Bi, letters)) = c.attached(j)
            && !class.any(Class::TIME.or(Class::PREPOSITION).or(Class::COMPLEMENTISER).or(Class::SUBORDINATOR).or(Class::PARTICLE))
            && (!class.any(Class::SPEECH_NOUN) || class.any(Class::DEFINITE.or(Class::SPEECH_MASDAR)))
            && !class.any(Class::PLACE)
            && acts(j)
        {
            return Some(Found { join: Join::Noun, frame_end: j, content: j, letters });
        }
        // بـ«السماح»: the preposition stands alone before the mark.
        if prepositions.contains(&Governed::Bi) && c.key(j) == "\u{0628}" && quotes.opening(j + 1).is_some() {
            return Some(Found { join: Join::Noun, frame_end: j, content: j + 1, letters: 0 });
        }
        let title = c.find(j, Table::Titles).map_or(j + 1, |m| m.end());
        j = title.max(j + 1);
    }
    None
}

/// أعلنت الحكومة أمس وقف…: the first verbal noun or demonstrative behind the subject.
fn bare_object(c: &Classes, quotes: &Quotes, from: usize, limit: usize) -> Option<Found> {
    const NEAR: usize = 30;
    let mut j = from;
    let mut phrases = 0;
    while j < limit.min(from + NEAR) {
        let class = c.at(j);
        if c.line_start(j) && j > from || c.punct(j, Punct::Stop) || c.punct(j, Punct::Colon) || class.any(Class::RELATIVE) {
            return None;
        }
        if j > from && class.any(Class::CUE.or(Class::VERB)) && !noun_like(c, j) {
            return None;
        }
        if let Some(quote) = quotes.opening(j) {
            j = quote.close + 1;
            continue;
        }
        let counted = c.find(j, Table::FunctionWords).is_some_and(|m| c.lexicon().class(m.sense) == "quant");
        let object = !counted && !class.any(Class::ORGANISATION) && class.any(Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::DEMONSTRATIVE)) && !class.any(Class::CONJUNCTION.or(Class::ATTACHED_PREP).or(Class::PERSON).or(Class::TIME));
        if object && !class.any(Class::TITLE.or(Class::SOURCE)) {
            return Some(Found { join: Join::Noun, frame_end: j, content: j, letters: 0 });
        }
        if class.any(Class::PREPOSITION) || c.attached(j).is_some() && !class.any(Class::PERSON.or(Class::PLACE)) {
            // A phrase of circumstance: its noun is no object.
            let skip = if class.any(Class::PREPOSITION) { j + 1 } else { j };
            j = noun_phrase(c, skip, limit).map_or(skip + 1, |p| p.tokens.end).max(j + 1);
            continue;
        }
        if class.any(Class::TIME) || c.punct(j, Punct::Comma) || !c.is_word(j) {
            j += 1;
            continue;
        }
        match noun_phrase(c, j, limit) {
            Some(phrase) if phrases == 0 => {
                phrases += 1;
                j = phrase.tokens.end.max(j + 1);
            }
            _ => j += 1,
        }
    }
    None
}

/// The subject between a cue and its content: past adverbs, insertions and phrases of circumstance.
pub(crate) fn subject_after(c: &Classes, from: usize, limit: usize) -> Option<NounPhrase> {
    let mut j = from;
    // Behind a phrase of circumstance an adjective may still describe its noun: only a named source is taken for a subject there.
    let mut circumstance = false;
    while j < limit {
        let class = c.at(j);
        circumstance &= !c.punct(j, Punct::Comma);
        if class.any(Class::RELATIVE.or(Class::CUE.or(Class::VERB))) && !noun_like(c, j) {
            return None;
        }
        if class.any(Class::TIME) && !class.any(Class::PERSON) || c.punct(j, Punct::Comma) || c.punct(j, Punct::ParenClose) || c.punct(j, Punct::Dash) {
            j += 1;
            continue;
        }
        if c.punct(j, Punct::ParenOpen) {
            j = past_bracket(c, j, limit);
            continue;
        }
        // لـ«صحيفة»، لـ(صحيفة): to whom it was said.
        if c.key(j).chars().count() == 1 && c.attached(j).is_some() {
            let close = (j + 2..limit.min(j + 10)).find(|&k| c.quote_mark(k) || c.punct(k, Punct::ParenClose));
            j = close.map_or(j + 1, |k| k + 1);
            continue;
        }
        if class.any(Class::PREPOSITION) {
            let object = noun_phrase(c, j + 1, limit);
            j = object.map_or(j + 1, |p| p.tokens.end).max(j + 1);
            circumstance = true;
            continue;
        }
        let named_whole = c.l.matches.at(j).iter().any(|m| {
            m.clitics.prep.is_none()
                && matches!(m.sense.table, Table::GivenNames | Table::FamilyNames | Table::Countries | Table::Cities | Table::Bodies | Table::Outlets | Table::Groups | Table::Titles | Table::OrgHeads | Table::Sources)
        });
        if c.attached(j).is_some() && !named_whole {
            let object = noun_phrase(c, j, limit);
            j = object.map_or(j + 1, |p| p.tokens.end).max(j + 1);
            circumstance = true;
            continue;
        }
        if class.any(Class::PARTICLE.or(Class::SUBORDINATOR).or(Class::ATTRIBUTION)) && !named_whole {
            j += 1;
            continue;
        }
        if class.any(Class::NEGATION.or(Class::COMPLEMENTISER)) {
            return None;
        }
        let phrase = noun_phrase(c, j, limit);
        match phrase {
            // An accusative adverb or participle (رسميا، قائلا) is no subject.
            Some(p) if p.head == crate::name::phrase::Head::Other && (circumstance || !plausible(c, &p)) => j = p.tokens.end.max(j + 1),
            Some(p) => return Some(p),
            None => j += 1,
        }
    }
    None
}

/// An unknown word that ends in هم or ها behind a hamza or alef: a noun with a pronoun.
fn pronoun_ending(c: &Classes, i: usize) -> bool {
    let key = c.key(i);
    c.l.matches.at(i).is_empty() && !c.is(i, Class::DEFINITE) && (key.ends_with("\u{0647}\u{0645}") || key.ends_with("\u{0647}\u{0627}")) && key.chars().count() >= 5
}

/// Behind the bracket that opens at `open`.
fn past_bracket(c: &Classes, open: usize, limit: usize) -> usize {
    const WORDS: usize = 12;
    (open + 1..limit.min(open + WORDS)).find(|&k| c.punct(k, Punct::ParenClose)).map_or(open + 1, |k| k + 1)
}

/// Whether a phrase with no known head can be a source: a definite noun or an unknown word, not an adverb or an object.
fn plausible(c: &Classes, p: &NounPhrase) -> bool {
    let first = p.tokens.start;
    let quantity = c.find(first, Table::FunctionWords).is_some_and(|m| c.lexicon().class(m.sense) == "quant");
    let known = c.l.matches.at(first).iter().any(|m| matches!(m.sense.table, Table::Masdars | Table::Verbs | Table::Reporting | Table::Commitments | Table::Completions | Table::SpeechNouns) && m.clitics.prep.is_none());
    // An indefinite accusative (رسميا، إنذارا) is an adverb or an object.
    let accusative = c.key(first).ends_with('\u{0627}') && !c.is(first, Class::DEFINITE.or(Class::PERSON)) && p.tokens.len() <= 2 && c.l.tokens.kind(first) == Some(TokenKind::Word);
    let definite = c.is(first, Class::DEFINITE);
    // أسماؤهم: somebody's thing, not somebody.
    let owned = c.l.matches.at(first).iter().any(|m| m.clitics.pronoun.is_some()) && c.l.matches.at(first).iter().all(|m| m.clitics.pronoun.is_some()) || pronoun_ending(c, first);
    if owned {
        return false;
    }
    quantity || (!accusative && !c.is(first, Class::DEMONSTRATIVE.or(Class::PARTICIPLE)) && (definite || !known))
}

/// قد، سوف، لا before a verb.
fn verbal_particle(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 4] = ["qad", "laqad", "sawfa", "la"];
    c.is(i, Class::PARTICLE.or(Class::NEGATION)) && c.find(i, Table::FunctionWords).is_some_and(|m| ROWS.contains(&c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize)))
}

/// The subject of كان that opens the verb's clause, with nothing but its own description between.
fn subject_of_be(c: &Classes, verb: usize, sentence: &Range<usize>) -> Option<(NounPhrase, usize)> {
    const REACH: usize = 40;
    let floor = sentence.start.max(verb.saturating_sub(REACH));
    let be = (floor..verb).rev().find(|&j| c.is(j, Class::BE) && (j == sentence.start || !c.is_word(j - 1) || c.is(j - 1, Class::SUBORDINATOR.or(Class::PARTICLE))))?;
    let mut relative = false;
    for j in be + 1..verb {
        if c.is(j, Class::RELATIVE) {
            relative = true;
        } else if c.punct(j, Punct::Comma) {
            relative = false;
        } else if c.is(j, Class::CUE.or(Class::VERB)) && !noun_like(c, j) && !relative || c.is(j, Class::COMPLEMENTISER) || c.punct(j, Punct::Semicolon) {
            return None;
        }
    }
    if relative && c.is(verb - 1, Class::RELATIVE) {
        return None;
    }
    let phrase = noun_phrase(c, be + 1, verb)?;
    (phrase.head != crate::name::phrase::Head::Other || plausible(c, &phrase)).then_some((phrase, be))
}

/// A subject before its verb: الذي أكد، كان فلان قد أعلن، فلان يقول. Gives the phrase and where the clause begins.
pub(crate) fn subject_before(c: &Classes, verb: usize, sentence: &Range<usize>) -> Option<(NounPhrase, usize)> {
    const BACK: usize = 24;
    let mut end = verb;
    // قد، لا، س…
    while end > sentence.start && verbal_particle(c, end - 1) {
        end -= 1;
    }
    let joined = c.is(verb, Class::CONJUNCTION) && !c.l.matches.at(verb).iter().any(|m| matches!(m.sense.table, Table::Reporting | Table::Commitments | Table::Verbs) && !m.clitics.conj);
    if joined {
        return None;
    }
    // كان فلان … قد أعلن: the subject stands behind كان, however much is inserted.
    if let Some(found) = subject_of_be(c, verb, sentence) {
        return Some(found);
    }
    // Times and short insertions between subject and verb.
    while end > sentence.start && (c.is(end - 1, Class::TIME) || c.punct(end - 1, Punct::Comma) && c.is(end.saturating_sub(2), Class::TIME)) {
        end -= 1;
    }
    if end == sentence.start || c.is(end - 1, Class::PARTICLE) && !c.is(end - 1, Class::PERSON.or(Class::PLACE)) {
        return None;
    }
    let relative = c.is(end - 1, Class::RELATIVE);
    if relative {
        end -= 1;
    }
    while end > sentence.start && c.punct(end - 1, Punct::Comma) {
        end -= 1;
    }
    let floor = sentence.start.max(end.saturating_sub(BACK));
    // The clause begins behind the nearest boundary.
    let mut starts: Vec<usize> = Vec::new();
    let mut k = end;
    while k > floor {
        k -= 1;
        let boundary = c.punct(k, Punct::Comma)
            || c.punct(k, Punct::Colon)
            || c.is(k, Class::SUBORDINATOR.or(Class::COMPLEMENTISER).or(Class::RELATIVE))
            || c.quote_mark(k)
            || (c.is(k, Class::VERB.or(Class::CUE).or(Class::PREPOSITION)) && !c.is(k, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE).or(Class::DEFINITE)));
        if boundary {
            starts.push(k + 1);
            let hard = c.is(k, Class::COMPLEMENTISER) || c.is(k, Class::VERB.or(Class::CUE)) && !relative && !c.is(k, Class::BE);
            if hard {
                break;
            }
        }
        if k == sentence.start {
            starts.push(k);
        }
    }
    for &from in starts.iter().rev() {
        if from >= end || c.is(from, Class::PREPOSITION) && !c.is(from, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION)) {
            continue;
        }
        let Some(phrase) = noun_phrase(c, from, end) else { continue };
        let reaches = phrase.tokens.end == end || (phrase.tokens.end..end).all(|j| !c.is_word(j) || c.is(j, Class::TIME.or(Class::NATIONALITY)));
        // قدم تقريرا قال فيه: the document is not who speaks.
        let indefinite = phrase.head == crate::name::phrase::Head::Document && !c.is(from, Class::DEFINITE) && from > sentence.start;
        if indefinite || phrase.head == crate::name::phrase::Head::Other && pronoun_ending(c, from) {
            continue;
        }
        let named = !matches!(phrase.head, crate::name::phrase::Head::Other) || phrase.tokens.len() <= 3 && !c.is(from, Class::MASDAR.or(Class::VERB).or(Class::CUE).or(Class::PARTICLE).or(Class::DEMONSTRATIVE));
        if reaches && named && c.attached(from).is_none_or(|_| c.is(from, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE))) {
            let clause = if from > sentence.start && c.is(from - 1, Class::BE) { from - 1 } else { from };
            return Some((phrase, clause));
        }
    }
    None
}
