//! Words of undertaking: تعهد بـ، تعتزم، اتفق على، أمر بـ، قرار بـ, and the act that they govern.

use super::clause;
use super::promisor::{self, Actor, WordForm};
use super::{Draft, Reader};
use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::commitment::{BARE, BARE_NOUN, Undertaking};
use crate::lexicon::conjugate::{VerbForm, VerbKind};
use crate::lexicon::reporting::Act as Speech;
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep};
use crate::name::phrase::noun_phrase;
use crate::quote::subject::noun_like;
use crate::record::CommitmentKind;
use crate::token::{Gap, Punct};

/// How far behind a verb its act is looked for, in tokens; a noun has it nearer.
const VERB_REACH: usize = 30;
const NOUN_REACH: usize = 14;
const AMBIGUOUS_REACH: usize = 8;
/// الاتفاق على: behind a definite noun only what follows at once.
const ADJACENT: usize = 2;

/// Where the act is told.
struct Act {
    first: usize,
    letters: u8,
    /// أن and a verb.
    clause: bool,
}

/// Reads the word of undertaking at token `i`.
pub(super) fn read(r: &Reader, i: usize) -> Option<Draft> {
    let c = r.c;
    c.l.matches.at(i).iter().filter(|m| m.sense.table == Table::Commitments).find_map(|m| {
        let word = c.lexicon().undertakings.get(m.sense.row as usize)?;
        if word.takes.is_empty() { None } else { governed(r, m, word) }
    })
}

fn governed(r: &Reader, m: &Match, word: &Undertaking) -> Option<Draft> {
    let c = r.c;
    // تعهدها، وعده: with a pronoun the noun, which is spelled like the verb.
    let noun = |f: VerbForm| f.kind == VerbKind::Perfect && m.clitics.pronoun.is_some() && word.ambiguous;
    let form = Classes::verb_form(m).map(|f| if noun(f) { VerbForm { kind: VerbKind::Masdar, ..f } } else { f });
    let (first, end) = (m.first(), m.end());
    let id = c.lexicon().id(m.sense);
    let sentence = r.sentence(first);
    let finite = form.is_some_and(|f| matches!(f.kind, VerbKind::Perfect | VerbKind::Imperfect | VerbKind::PerfectPassive | VerbKind::ImperfectPassive));
    let participle = form.is_some_and(|f| f.kind == VerbKind::Participle);
    // المقرر، الملتزم: told of a noun.
    if form.is_some_and(|f| f.kind == VerbKind::PassiveParticiple)
        || participle && (m.clitics.article || m.clitics.pronoun.is_some() || !c.key(first).ends_with(['\u{0627}', '\u{0647}']))
    {
        return None;
    }
    if !nominal(r, m, word, form) || m.clitics.prep.is_some() && id == "niyya" {
        return None;
    }
    // فنية is no نية; التقرر is a misspelled report; هذا الاتفاق was told of before.
    let noun = form.is_none() && !word.verb;
    let attached_feh = m.clitics.conj && c.key(first).starts_with('\u{0641}');
    let pointed_at = first > sentence.start && c.is(first - 1, Class::DEMONSTRATIVE);
    let nominal_form = form.is_none_or(|f| f.kind == VerbKind::Masdar);
    if noun && attached_feh || nominal_form && pointed_at || id == "taqarrara" && m.clitics.article {
        return None;
    }
    // دعا إلى الالتزام بـ، توقع التوصل إلى اتفاق: wanted or foretold, not undertaken.
    let open = |act| matches!(act, Speech::Demand | Speech::Predict | Speech::Express | Speech::Ask | Speech::Claim);
    if !finite && !participle && r.statement(first).is_some_and(|s| open(s.act)) {
        return None;
    }
    // حكم عليه: whose court it was is not told.
    if id == "hakama" && !c.is(end, Class::ORGANISATION) {
        return None;
    }
    // إمكانية اتخاذ قرار: nothing is decided yet.
    const MAYBE: [&str; 2] = ["imakanaya", "ihtimal"];
    let maybe = |j| c.find(j, Table::Masdars).is_some_and(|m| MAYBE.contains(&c.lexicon().id(m.sense)));
    if (sentence.start.max(first.saturating_sub(5))..first).any(maybe) {
        return None;
    }
    // كان يخطط: told of the past.
    const NEAR: usize = 4;
    let past = (sentence.start.max(first.saturating_sub(NEAR))..first).any(|j| c.is(j, Class::BE));
    if word.kind == CommitmentKind::Plan && past {
        return None;
    }
    // Of a plan only the present tells what is still to come: يعتزم, not خطط; قرر has decided it.
    let decided = matches!(id, "qarrara" | "taqarrara");
    if finite && word.kind == CommitmentKind::Plan && !decided && form.is_some_and(|f| matches!(f.kind, VerbKind::Perfect | VerbKind::PerfectPassive)) {
        return None;
    }
    // تأمر is not the name تامر.
    let named = c.is(first, Class::PERSON) && !crate::text::slice(c.l.text, c.l.tokens.span(first)).contains('\u{0623}');
    if finite && ((named || c.is(first, Class::DEFINITE)) && word.ambiguous || m.clitics.future || m.clitics.pronoun.is_some()) {
        return None;
    }
    // لم يتعهد، عدم الالتزام: nothing was undertaken. لا تنوي: the act is that it will not be.
    let denied = first > sentence.start
        && (c.is(first - 1, Class::NEGATION)
            || super::function(c, first - 1).is_some_and(|f| f == "adam")
            || c.find(first - 1, Table::Masdars).is_some_and(|m| c.lexicon().id(m.sense) == "adam"));
    let refuses = denied && finite && word.kind == CommitmentKind::Plan && super::function(c, first - 1) == Some("la");
    if denied && !refuses || clause::open(r, first, &sentence) {
        return None;
    }
    if finite && word.ambiguous && !stands_as_verb(c, first, sentence.start) {
        return None;
    }
    let reach = match finite || participle {
        true if word.ambiguous && !imperfect_only(c, first) => AMBIGUOUS_REACH,
        true => VERB_REACH,
        false => NOUN_REACH,
    };
    // يعد بأن, not تعد الأشهر بـ.
    let counts = id == "waada" && form.is_some_and(|f| f.kind == VerbKind::Imperfect);
    let reach = if counts {
        1
    } else if m.clitics.article && !finite {
        ADJACENT
    } else if id == "aadda" {
        1
    } else {
        reach
    };
    let governs = Governs {
        verb: finite || participle || nominal_form && word.takes.contains(&BARE),
        // يلتزمون العمل: the subject is in the verb.
        subject: form.is_some_and(|f| f.number == crate::lexicon::conjugate::Count::Plural),
    };
    let act = act(r, end, sentence.end.min(end + reach), word, governs)?;
    if word.ambiguous && !word.verb && act.first > end {
        return None;
    }
    let mut kind = if id == "qarrara" { CommitmentKind::Order } else { word.kind };
    if OF_DOCUMENTS.contains(&id) {
        kind = document(c, sentence.start.max(first.saturating_sub(VERB_REACH))..act.first)?;
    }
    // وجه لهم اتهامات بأنهم: no order.
    const DATED: usize = 8;
    if id == "wajjaha" && act.clause || before_long(r, sentence.start..sentence.end.min(act.first + DATED)) {
        return None;
    }
    let start = if refuses { first - 1 } else { act.first };
    let content = clause::tidy(c, start..clause::end(r, act.first, sentence.end))?;
    let actor = if act.clause && word.kind == CommitmentKind::Plan && !word.verb {
        let verb = act.first;
        crate::quote::subject::subject_after(c, verb + 1, content.end).map_or(Actor::Thing, |p| super::fullest::of_phrase(r, &p))
    } else if OF_DOCUMENTS.contains(&id) {
        let known = |p: &Actor| matches!(p, Actor::Party(_)) && (kind != CommitmentKind::Order || definite(c, act.first + 1));
        Some(promisor::of_act(r, act.first)).filter(known).unwrap_or_else(|| promisor::of_issuer(r, sentence.start..act.first, kind))
    } else {
        let form = match (finite, participle) {
            (true, _) => WordForm::Finite,
            (_, true) => WordForm::Participle,
            _ => WordForm::Noun,
        };
        let ordered = if ORDERS.contains(&id) { promisor::of_ordered(r, first..end, act.first, form) } else { None };
        // تقرر إجراؤها: by whom is not told.
        let nobody = (id == "taqarrara").then_some(Actor::Thing);
        let told = ordered.or(nobody).unwrap_or_else(|| promisor::of_word(r, first..end, act.first, form));
        // تم الاتفاق على قيام الشركة بـ: the terms tell who is to act.
        match (kind, told) {
            (CommitmentKind::Agreement, told @ (Actor::Thing | Actor::Nobody)) => match promisor::of_act(r, act.first) {
                Actor::Party(name) => Actor::Party(name),
                _ => told,
            },
            (_, told) => told,
        }
    };
    // تتجه الأسعار إلى: a thing tends.
    if id == "ittajaha" && !matches!(actor, Actor::Party(_)) {
        return None;
    }
    if matches!(word.kind, CommitmentKind::Plan | CommitmentKind::Order) && clause::fixture(c, &content) {
        return None;
    }
    // Of a plan told by an impersonal phrase: what merely happens, and fixtures, are no plans.
    if act.clause && word.kind == CommitmentKind::Plan && !word.verb && effect(c, act.first) {
        return None;
    }
    let rule = match (finite || participle, kind) {
        (true, CommitmentKind::Promise) => "commitment/promise-verb",
        (true, CommitmentKind::Plan) => "commitment/plan-verb",
        (true, CommitmentKind::Agreement) => "commitment/agreement-verb",
        (true, CommitmentKind::Order) => "commitment/order-verb",
        (false, CommitmentKind::Promise) => "commitment/promise-noun",
        (false, CommitmentKind::Plan) => "commitment/plan-noun",
        (false, CommitmentKind::Agreement) => "commitment/agreement-noun",
        (false, CommitmentKind::Order) => "commitment/order-noun",
    };
    let promisor = promisor::name(r, actor, first);
    Some(Draft { gap: end..act.first, content, letters: if refuses { 0 } else { act.letters }, kind, promisor, evidence: Evidence::of(rule).and(m.sense) })
}

/// Whether these tokens date the undertaking long before the article: اتفقا عام 2003 على. What a relative clause dates is something else.
fn before_long(r: &Reader, range: std::ops::Range<usize>) -> bool {
    const RELATIVE: usize = 6;
    let c = r.c;
    range.clone().any(|j| {
        c.time(j).is_some_and(|t| {
            t.first == j
                && super::deadline::long_past(&t.value, c.l.article.published)
                && !(range.start.max(j.saturating_sub(RELATIVE))..j).any(|k| c.is(k, Class::RELATIVE) || matches!(c.function(k), Some("mundhu" | "mudh")))
        })
    })
}

/// Rows whose verbal noun tells a plan: عزمه، اعتزامها.
const MEANS: [&str; 2] = ["azama", "itazama"];
/// Rows that name to whom an order goes: أمر الوزارة بـ، أوعز إلى الهيئة بـ.
const ORDERS: [&str; 7] = ["amara", "awaza", "kallafa", "wajjaha", "awamir", "talimat", "tawjihat"];

/// Rows of speech_nouns.tsv that are law: what they provide is in force, not undertaken.
const LAWS: [&str; 3] = ["qanun", "dustur", "mashru-qanun"];
/// Rows that tell what a document provides: ينص على، يقضي بـ, and whose own subject is no party.
const OF_DOCUMENTS: [&str; 4] = ["nassa", "qada", "yaqdi-bi", "al-qadi"];

/// How the document told of among these tokens binds; `None` when there is none that does (a law, a verdict).
fn document(c: &Classes, range: std::ops::Range<usize>) -> Option<CommitmentKind> {
    let law = |j: usize| c.find(j, Table::SpeechNouns).is_some_and(|m| LAWS.contains(&c.lexicon().id(m.sense)));
    if range.clone().any(law) {
        return None;
    }
    range.rev().find_map(|j| {
        let kind = |m: &Match| {
            c.lexicon()
                .undertakings
                .get(m.sense.row as usize)
                .filter(|u| !u.verb && matches!(u.kind, CommitmentKind::Agreement | CommitmentKind::Order))
                .map(|u| u.kind)
        };
        let noun = |m: &&Match| m.sense.table == Table::Commitments && !OF_DOCUMENTS.contains(&c.lexicon().id(m.sense));
        c.l.matches.at(j).iter().filter(noun).find_map(kind).or_else(|| {
            c.find(j, Table::SpeechNouns)
                .filter(|m| c.lexicon().class(m.sense) == "document" && !LAWS.contains(&c.lexicon().id(m.sense)))
                .map(|_| CommitmentKind::Order)
        })
    })
}

/// Whether a verbal noun can bind: التزامه بـ، بعد إعلان التزام الحكومة, not الالتزام بـ or the noun of a plan.
fn nominal(r: &Reader, m: &Match, word: &Undertaking, form: Option<VerbForm>) -> bool {
    const NEAR: usize = 8;
    let c = r.c;
    let first = m.first();
    let after = first > 0 && matches!(super::function(c, first - 1), Some("bada" | "qabla" | "dun" | "bidun" | "bila")) || m.clitics.prep == Some(Prep::Li);
    let masdar = form.is_some_and(|f| f.kind == VerbKind::Masdar);
    if !masdar {
        // أوامره، القرار: told of before.
        let known = matches!(word.kind, CommitmentKind::Order | CommitmentKind::Promise | CommitmentKind::Plan) && m.clitics.article && !phrase(m)
            || word.kind == CommitmentKind::Order && m.clitics.pronoun.is_some();
        return form.is_some() || !after && !known;
    }
    match word.kind {
        // بالإجماع: by all votes.
        CommitmentKind::Agreement if c.lexicon().id(m.sense) == "ajmaa" => false,
        // إعلان عزمها، أكد عزم بلاده
        CommitmentKind::Plan if MEANS.contains(&c.lexicon().id(m.sense)) => {
            !m.clitics.article && (m.clitics.pronoun.is_some() || (first.saturating_sub(NEAR)..first).any(|j| r.cue(j))) && !after
        }
        CommitmentKind::Plan | CommitmentKind::Order => false,
        CommitmentKind::Promise => !m.clitics.article && (m.clitics.pronoun.is_some() || (first.saturating_sub(NEAR)..first).any(|j| r.cue(j))) && !after,
        CommitmentKind::Agreement => !after,
    }
}

/// من المقرر، القاضي بـ: a phrase, or a participle that keeps its article.
fn phrase(m: &Match) -> bool {
    m.end() > m.first() + 1
}

/// Whether a word that is also a noun can be a verb here: it opens a clause.
fn stands_as_verb(c: &Classes, i: usize, start: usize) -> bool {
    i == start
        || c.is(i, Class::CONJUNCTION)
        || !c.is_word(i - 1)
        || c.is(i - 1, Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::PARTICLE)) && !clause::personal(c, i - 1)
        || imperfect_only(c, i)
        // إيران تعد لـ: behind a definite noun an imperfect is no noun.
        || c.is(i - 1, Class::DEFINITE.or(Class::PLACE).or(Class::NATIONALITY).or(Class::PERSON))
            && c.l.matches.at(i).iter().any(|m| Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Imperfect))
}

/// يأمر، تأمر: no noun is spelled so.
fn imperfect_only(c: &Classes, i: usize) -> bool {
    !c.l.matches.at(i).iter().any(|m| !matches!(Classes::verb_form(m).map(|f| f.kind), Some(VerbKind::Imperfect | VerbKind::ImperfectPassive)))
        || c.l
            .matches
            .at(i)
            .iter()
            .any(|m| Classes::verb_form(m).is_some_and(|f| f.gender == crate::lexicon::conjugate::Gender::Feminine && f.kind == VerbKind::Perfect))
}

/// يكون، يواجه
fn effect(c: &Classes, verb: usize) -> bool {
    let key = c.key(verb);
    let stem = key.chars().next().and_then(|f| key.get(f.len_utf8()..)).unwrap_or("");
    c.lexicon().effect(stem).is_some()
}

/// Rows of masdars.tsv that tell a state which a party can undertake: عدم، البقاء.
const KEEPING: [&str; 5] = ["adam", "iltizam", "istimrar", "baqa", "tadamun"];

/// A verbal noun of an act; ضرورة and the like tell what ought to be.
pub(super) fn tells_act(c: &Classes, j: usize) -> bool {
    if c.is(j, Class::TIME) {
        return false;
    }
    let masdar = |m: &Match| match m.sense.table {
        Table::Masdars => c.lexicon().class(m.sense) != "state" || KEEPING.contains(&c.lexicon().id(m.sense)),
        Table::Verbs | Table::Commitments | Table::Completions | Table::Reporting => {
            m.clitics.prep.is_none_or(|p| p != Prep::Ka) && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Masdar)
        }
        _ => false,
    };
    let state = c.find(j, Table::Masdars).is_some_and(|m| !masdar(m));
    // ملتزم بقرار، وافق على اتفاق: a thing decided or agreed, not an act.
    let thing = |m: &Match| {
        let kind = c.lexicon().undertakings.get(m.sense.row as usize).map(|u| u.kind);
        m.sense.table == Table::Commitments && Classes::verb_form(m).is_none() && kind != Some(CommitmentKind::Promise)
    };
    !state && !c.l.matches.at(j).iter().any(thing) && c.l.matches.at(j).iter().any(masdar)
}

/// A verbal noun with nothing attached before it: بناء, not ب and another word.
fn tells_bare_act(c: &Classes, j: usize) -> bool {
    let bare = |m: &Match| {
        !m.clitics.conj && m.clitics.prep.is_none() && (m.sense.table == Table::Masdars || Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Masdar))
    };
    // اعتبارا من: since when.
    let adverb = c.key(j).ends_with('\u{0627}') && c.function(j + 1) == Some("min");
    !adverb && tells_act(c, j) && c.l.matches.at(j).iter().any(bare)
}

/// With the article; إلغاء and التزام only look so once folded.
fn definite(c: &Classes, j: usize) -> bool {
    let whole = |m: &Match| !m.clitics.article && (m.sense.table == Table::Masdars || Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Masdar));
    c.is(j, Class::DEFINITE) && !c.l.matches.at(j).iter().any(whole)
}

/// How a word of undertaking governs its act.
#[derive(Clone, Copy)]
struct Governs {
    /// As a verb, or a phrase that governs like one.
    verb: bool,
    /// Its subject is told in its form, so that what follows is the act.
    subject: bool,
}

/// The act that a word governs behind `from`.
fn act(r: &Reader, from: usize, limit: usize, word: &Undertaking, governs: Governs) -> Option<Act> {
    let verb = governs.verb;
    let c = r.c;
    let takes = |what: &str| word.takes.contains(&what);
    let quoted = |j: usize| r.quotes.opening(j).is_some_and(|q| q.inner().filter(|&k| c.is_word(k)).count() >= 2);
    let noun = |j: usize| tells_act(c, j) || quoted(j);
    let mut relative = false;
    let mut subject = governs.subject;
    let mut j = from;
    while j < limit {
        let class = c.at(j);
        if c.line_start(j) && j > from || c.punct(j, Punct::Stop) || c.punct(j, Punct::Semicolon) || c.punct(j, Punct::Colon) || c.punct(j, Punct::Ellipsis) {
            return None;
        }
        if c.punct(j, Punct::Comma) {
            relative = false;
        }
        let turns = class.any(Class::SUBORDINATOR) && r.function(j).is_some_and(|f| clause::NEW_CLAUSE.contains(&f));
        if j > from && (r.cue(j) || turns) || class.any(Class::NEGATION) && !class.any(Class::COMPLEMENTISER) && r.function(j) != Some("adam") {
            return None;
        }
        if class.any(Class::RELATIVE) {
            relative = true;
        }
        if class.any(Class::COMPLEMENTISER) {
            // وأنه goes on with something before.
            if c.key(j).starts_with('\u{0648}') {
                return None;
            }
            let own = c.key(j).starts_with('\u{0628}');
            let before = j.checked_sub(1).filter(|&b| b >= from && c.is(b, Class::PREPOSITION)).and_then(|b| r.function(b));
            let fits = if own { takes("bi") } else { before.map_or(takes(BARE) || word.kind == CommitmentKind::Promise && !word.ambiguous, takes) };
            let near = verb || j <= from + 3;
            return (fits && near && c.is_word(j + 1)).then_some(Act { first: j + 1, letters: 0, clause: true });
        }
        if class.any(Class::PREPOSITION) && !class.any(Class::SUBORDINATOR) {
            if r.function(j).is_some_and(takes) {
                if noun(j + 1) {
                    return Some(Act { first: j + 1, letters: 0, clause: false });
                }
                // What a noun governs first is what it is about: الموافقة على خطة لـ….
                if !verb {
                    return None;
                }
            }
            j = noun_phrase(c, j + 1, limit).map_or(j + 1, |p| p.tokens.end.min(j + 6)).max(j + 1);
            continue;
        }
        if let Some((prep, letters)) = c.attached(j) {
            let id = match prep {
                Prep::Bi => "bi",
                Prep::Li => "li",
                Prep::Ka => "",
            };
            if takes(id) && tells_act(c, j) && (verb || id != "li" || !definite(c, j)) {
                return Some(Act { first: j, letters, clause: false });
            }
        }
        // تعد لمناورات: a plural of what is done.
        if verb && takes("li") && j == from && c.key(j).starts_with('\u{0644}') && c.key(j).ends_with("\u{0627}\u{062A}") && !class.any(Class::DEFINITE) {
            return Some(Act { first: j, letters: 1, clause: false });
        }
        // بـ«السماح»: the preposition stands alone before the mark.
        if c.quote_mark(j + 1)
            && c.l.tokens.gap(j + 1) == Gap::None
            && c.key(j).chars().count() == 1
            && noun(j + 1)
            && (takes("bi") && c.key(j) == "\u{0628}" || takes("li") && c.key(j) == "\u{0644}")
        {
            return Some(Act { first: j + 1, letters: 0, clause: false });
        }
        if class.any(Class::CUE.or(Class::VERB)) && (j > from || !verb) && !noun_like(c, j) && !relative {
            return None;
        }
        let bare = verb
            && (takes(BARE) || takes(BARE_NOUN))
            && !relative
            && !class.any(Class::TITLE.or(Class::SOURCE).or(Class::ORGANISATION))
            && (subject || !definite(c, j));
        // قرار منع العمل: which decision it is; قرار الوزارة منع العمل: what she decided.
        let named = word.kind == CommitmentKind::Order && !word.verb && j == from;
        if bare
            && !named
            && tells_bare_act(c, j)
            && (j == from
                || c.at(j - 1).any(Class::DEFINITE.or(Class::PLACE).or(Class::PERSON).or(Class::TIME).or(Class::NATIONALITY))
                || !c.is_word(j - 1)
                || c.l.matches.at(j - 1).is_empty()
                || c.l.matches.at(j - 1).iter().all(|m| m.clitics.pronoun.is_some()))
        {
            return Some(Act { first: j, letters: 0, clause: false });
        }
        // The words of the subject are passed one by one: a phrase may reach into the act.
        subject |= c.is_word(j) && !class.any(Class::TIME.or(Class::PARTICLE)) && c.attached(j).is_none();
        j += 1;
    }
    None
}
