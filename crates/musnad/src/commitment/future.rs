//! Future verbs: سيفتح، سنبقى، لن تقبل، سوف يجرى.

use super::body;
use super::clause::{self, Before};
use super::promisor::{self, Actor};
use super::{Draft, Reader, function};
use crate::class::{Class, Classes};
use crate::evidence::Evidence;
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::reporting::Act;
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Lexicon, Sense};
use crate::quote::Statement;
use crate::record::CommitmentKind;
use crate::token::{Punct, TokenKind};

/// A verb in the future.
#[derive(Clone, Copy, Debug)]
pub(super) struct FutureVerb {
    /// The verb's token.
    pub token: usize,
    /// The first token of the verb with its particle: سوف، لن.
    pub first: usize,
    /// نـ or أـ: the speaker himself.
    pub person: Person,
    /// تـ
    pub feminine: bool,
    /// لن
    pub negated: bool,
    /// What its future tells.
    tells: Tells,
    /// Its ending tells several: سيفعلون.
    pub plural: bool,
    /// Spelled as only the passive is: سيوضع.
    pub passive: bool,
    /// The row of the verb.
    sense: Sense,
}

impl FutureVerb {
    /// Whether its subject is what is done or what is, never who does it.
    pub(super) fn impersonal(&self, c: &Classes) -> bool {
        const ROWS: [&str; 4] = ["tamma", "atamma", "jara", "kana"];
        self.person == Person::Other && self.sense.table == Table::Verbs && ROWS.contains(&c.lexicon().rows(Table::Verbs).id(self.sense.row as usize))
    }

    /// سيجري: also of one who conducts something.
    pub(super) fn conducts(&self, c: &Classes) -> bool {
        c.lexicon().id(self.sense) == "jara"
    }

    /// سيلتقيان
    pub(super) fn dual(&self, c: &Classes) -> bool {
        c.key(self.token).ends_with(letter::ENDINGS[2])
    }
}

/// What the future of a verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    /// What somebody will do.
    Act,
    /// An effect or a state.
    Effect,
    /// What somebody will do, or what a thing will bring about: ستخفض الوزارة الرسوم، ستخفض الخطة التكلفة.
    ActOrEffect,
}

/// Who acts, by the verb's first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Person {
    I,
    We,
    Other,
}

/// The letters that a future verb begins with.
mod letter {
    pub const SEEN: char = '\u{0633}';
    pub const YEH: char = '\u{064A}';
    pub const TEH: char = '\u{062A}';
    pub const NOON: char = '\u{0646}';
    pub const ALEF: char = '\u{0627}';
    pub const WAW: char = '\u{0648}';
    pub const FEH: char = '\u{0641}';
    /// Endings of number and object pronouns.
    pub const ENDINGS: [&str; 10] = [
        "\u{0648}\u{0646}",
        "\u{0648}\u{0627}",
        "\u{0627}\u{0646}",
        "\u{0647}\u{0645}\u{0627}",
        "\u{0647}\u{0627}",
        "\u{0647}\u{0645}",
        "\u{0646}\u{0627}",
        "\u{0646}\u{064A}",
        "\u{0643}\u{0645}",
        "\u{0647}",
    ];
}

/// Reads the future verb at token `i`; cheap for all other words.
pub(super) fn verb(c: &Classes, i: usize) -> Option<FutureVerb> {
    if c.l.tokens.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    let key = c.key(i);
    let bare = key.strip_prefix([letter::WAW, letter::FEH]).filter(|b| b.starts_with(letter::SEEN)).unwrap_or(key);
    if let Some(imperfect) = bare.strip_prefix(letter::SEEN) {
        if another_word(c, i) {
            return None;
        }
        let sense = known(c, imperfect)?;
        return Some(make(c, i, i, imperfect, false, sense));
    }
    // سوف and لن stand before their verb as words.
    if i == 0 || !c.is(i - 1, Class::NEGATION.or(Class::PARTICLE)) || c.line_start(i) {
        return None;
    }
    let negated = match function(c, i - 1)? {
        "lan" => true,
        "sawfa" => false,
        _ => return None,
    };
    // A verb that no table has: the particle alone tells it.
    let imperfect = key.starts_with([letter::YEH, letter::TEH, letter::NOON]) && c.l.matches.at(i).is_empty();
    let sense = known(c, key).or_else(|| c.find(i - 1, Table::FunctionWords).map(|m| m.sense).filter(|_| imperfect))?;
    Some(make(c, i, i - 1, key, negated, sense))
}

fn make(c: &Classes, token: usize, first: usize, imperfect: &str, negated: bool, sense: Sense) -> FutureVerb {
    let person = match imperfect.chars().next() {
        Some(letter::NOON) => Person::We,
        Some(letter::ALEF) => Person::I,
        _ => Person::Other,
    };
    let stem = stem(imperfect);
    let lexicon = c.lexicon();
    let class = lexicon.effect(stem).or_else(|| letter::ENDINGS.iter().find_map(|end| lexicon.effect(stem.strip_suffix(end)?)));
    let tells = match class {
        None => Tells::Act,
        Some("stay") if person != Person::Other => Tells::Act,
        Some("cause") => Tells::ActOrEffect,
        Some(_) => Tells::Effect,
    };
    FutureVerb {
        token,
        first,
        person,
        feminine: imperfect.starts_with(letter::TEH),
        negated,
        tells,
        plural: several(lexicon, stem),
        passive: matches!(sense.form, Form::Verb(f) if f.kind == VerbKind::ImperfectPassive),
        sense,
    }
}

/// يفعلون, not يكون.
fn several(lexicon: &Lexicon, stem: &str) -> bool {
    let he = |stem: &str| imperfect_sense(lexicon, &format!("{}{stem}", letter::YEH)).is_some();
    stem.strip_suffix(letter::ENDINGS[0]).is_some_and(he) && !he(stem)
}

/// An imperfect without its first letter.
fn stem(imperfect: &str) -> &str {
    imperfect.strip_prefix([letter::YEH, letter::TEH, letter::NOON, letter::ALEF]).unwrap_or("")
}

/// سيارة، سنوات، ساهم: by the tables the whole word is another one.
fn another_word(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| {
        let future = matches!(m.sense.form, Form::Verb(f) if f.kind != VerbKind::Perfect);
        !m.clitics.future
            && m.clitics.pronoun.is_none()
            && m.clitics.prep.is_none()
            && !future
            && !matches!(m.sense.table, Table::FunctionWords | Table::FamilyNames)
    })
}

/// The verb whose imperfect this is, in any person, perhaps with a pronoun.
fn known(c: &Classes, imperfect: &str) -> Option<Sense> {
    if !imperfect.starts_with([letter::YEH, letter::TEH, letter::NOON, letter::ALEF]) || imperfect.len() < 6 {
        return None;
    }
    let he = format!("{}{}", letter::YEH, stem(imperfect));
    let lexicon = c.lexicon();
    imperfect_sense(lexicon, &he).or_else(|| letter::ENDINGS.iter().find_map(|end| imperfect_sense(lexicon, he.strip_suffix(end)?)))
}

fn imperfect_sense(lexicon: &Lexicon, word: &str) -> Option<Sense> {
    let node = lexicon.word(word)?;
    let of = |kind| lexicon.senses(node).iter().copied().find(move |s| matches!(s.form, Form::Verb(f) if f.kind == kind));
    of(VerbKind::Imperfect).or_else(|| of(VerbKind::ImperfectPassive))
}

/// Reads the clause of a future verb as a commitment; `None` when it tells no undertaking of a party.
pub(super) fn read(r: &Reader, verb: &FutureVerb) -> Option<Draft> {
    let c = r.c;
    let sentence = r.sentence(verb.token);
    // كما سيتم، حيث سيبدأ: what stands at a statement's end goes on with it.
    let at = if r.statement(verb.token).is_some() { verb.token } else { continued(r, verb.first, &sentence).unwrap_or(verb.token) };
    let said = r.statement(at);
    let agreed = agreed(r, verb.token, said);
    if verb.tells == Tells::Effect && !agreed || clause::open(r, verb.first, &sentence) || said.is_some_and(|s| !undertakes(s.act)) {
        return None;
    }
    let before = clause::before(r, verb.first, &sentence);
    // ستلاقون: told to those who hear it.
    if verb.feminine && verb.plural {
        return None;
    }
    let start = match before {
        Before::Attribute => return None,
        // سأفعل، سنفعل: what stands before is no subject.
        _ if verb.person != Person::Other => verb.first,
        Before::Subject(start) => start,
        Before::Nothing | Before::Pronoun | Before::Apart(_) => verb.first,
    };
    let content = clause::tidy(c, start..clause::end(r, verb.token, sentence.end))?;
    if clause::conditional(c, &content) {
        return None;
    }
    let actor = promisor::of_clause(r, verb, &before, &content);
    if matches!(actor, Actor::Thing) && !agreed && (verb.tells == Tells::ActOrEffect || brings_about(c, &before, verb)) {
        return None;
    }
    if verb.tells != Tells::Act && follows_effect(c, verb.first, &sentence) {
        return None;
    }
    let own = verb.person != Person::Other || matches!(before, Before::Pronoun);
    let timed = content.clone().any(|j| c.is(j, Class::TIME)) && super::deadline::deadline(c, content.clone()).is_some();
    let heading = c.l.sentences.paragraphs.get(c.l.sentences.paragraph_of(verb.token)).is_some_and(|p| p.layout != crate::sentence::Layout::Body);
    let binding = match said {
        // An outsider foretells what others will do; a party tells it of itself.
        Some(_) => own || agreed || timed && !verb.negated || !others(r, at, &before, verb, &actor),
        // In the article's own words only what is scheduled, or a heading's quotation.
        None => agreed || timed && !verb.negated || (heading || r.quotes.around(verb.token).is_some()) && verb.person != Person::Other,
    };
    if !binding {
        return None;
    }
    if matches!(actor, Actor::Party(_) | Actor::Thing) && clause::fixture(c, &content) {
        return None;
    }
    let promises = own && (verb.person != Person::Other || verb.negated) || said.is_some_and(|s| s.act == Act::Promise);
    let kind = if agreed {
        CommitmentKind::Agreement
    } else if promises {
        CommitmentKind::Promise
    } else {
        CommitmentKind::Plan
    };
    let rule = if verb.negated { "commitment/future-negated" } else { "commitment/future" };
    Some(Draft {
        gap: content.start..content.start,
        content,
        letters: 0,
        kind,
        promisor: promisor::name(r, actor, at),
        evidence: Evidence::of(rule).and(verb.sense),
    })
}

/// تعزيز الشبكة سيحمي السكان: what an act or a plan does to an object is its effect.
fn brings_about(c: &Classes, before: &Before, verb: &FutureVerb) -> bool {
    let Before::Subject(start) = *before else { return false };
    let deed = c.is(start, Class::MASDAR.or(Class::SPEECH_NOUN).or(Class::COMMITMENT));
    let next = verb.token + 1;
    let object =
        c.is(next, Class::DEFINITE.or(Class::PLACE).or(Class::PERSON)) && c.attached(next).is_none() && !c.is(next, Class::PREPOSITION.or(Class::TIME));
    deed && object && !verb.passive && !verb.impersonal(c)
}

/// Whether the speaker foretells what others will do: an observer does, one who speaks of another state, and one who says what will not be.
fn others(r: &Reader, at: usize, before: &Before, verb: &FutureVerb, actor: &Actor) -> bool {
    const SUBJECT: usize = 6;
    let Some(n) = r.statement_index(at) else { return true };
    let subject = match *before {
        Before::Subject(start) | Before::Apart(start) => start..verb.first.min(start + SUBJECT),
        _ => verb.token + 1..verb.token + 1 + SUBJECT,
    };
    let party = matches!(actor, Actor::Party(_));
    verb.negated && !party || body::observer(r, n) || party && body::foreign(r, n, subject)
}

/// A token of the statement that ends just before token `first`.
fn continued(r: &Reader, first: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    const NEAR: usize = 3;
    let c = r.c;
    let link = |j: usize| !c.is_word(j) || c.is(j, Class::SUBORDINATOR.or(Class::PARTICLE).or(Class::PREPOSITION)) && !c.punct(j, Punct::Stop);
    let last = (sentence.start.max(first.saturating_sub(NEAR))..first).rev().find(|&j| !link(j))?;
    let linked = last + 1 < first && c.is_word(first - 1) || c.is(first, Class::CONJUNCTION);
    (linked && r.statement(last).is_some()).then_some(last)
}

/// سيخلق كذا، وسيفتح آفاقا: goes on with an effect.
fn follows_effect(c: &Classes, first: usize, sentence: &std::ops::Range<usize>) -> bool {
    const BACK: usize = 40;
    c.is(first, Class::CONJUNCTION)
        && (sentence.start.max(first.saturating_sub(BACK))..first).rev().find_map(|j| verb(c, j)).is_some_and(|v| v.tells != Tells::Act)
}

/// Whether an act of speech can bind its speaker.
pub(super) fn undertakes(act: Act) -> bool {
    !matches!(act, Act::Predict | Act::Claim | Act::Ask | Act::Accuse | Act::Criticise | Act::Warn | Act::Demand | Act::Praise | Act::Express)
}

/// Whether the verb's sentence or the one that opens its statement tells of an agreement: بموجب الاتفاق، وفقا للاتفاق.
fn agreed(r: &Reader, at: usize, said: Option<&Statement>) -> bool {
    const BACK: usize = 40;
    let c = r.c;
    let governed = |j: usize| {
        j > 0
            && (c.is(j - 1, Class::ATTRIBUTION)
                || function(c, j - 1) == Some("bimawjib")
                || c.l.matches.at(j - 1).iter().any(|m| m.sense.table == Table::Attribution))
    };
    let agreement = |j: usize| {
        c.is(j, Class::COMMITMENT)
            && governed(j)
            && c.l.matches.at(j).iter().any(|m| {
                m.sense.table == Table::Commitments && c.lexicon().undertakings.get(m.sense.row as usize).is_some_and(|u| u.kind == CommitmentKind::Agreement)
            })
    };
    let look = |at: usize| (r.sentence(at).start.max(at.saturating_sub(BACK))..at).any(agreement);
    look(at) || said.and_then(|s| s.content.first()).is_some_and(|span| look(c.l.tokens.at(span.start)))
}
