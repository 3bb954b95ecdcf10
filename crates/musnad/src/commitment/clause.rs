//! The clause that tells the act: where it begins before its verb, and where it ends.

use std::ops::Range;

use super::{Reader, function};
use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::name::phrase::{Head, noun_phrase};
use crate::quote::subject::noun_like;
use crate::token::{Punct, TokenKind};

/// How far back a clause's first word is looked for.
const BACK: usize = 30;
/// The longest clause that is measured, in tokens.
const LONGEST: usize = 120;

/// Function words that set a new clause against the last, or comment on it.
pub(super) const NEW_CLAUSE: [&str; 12] =
    ["badama", "fima", "baynama", "fi-hin", "ala-hin", "haythu", "lakin", "illa-anna", "ghayra-anna", "bayda-anna", "idh", "lianna"];
/// Function words that open a condition or an open question.
const OPEN: [&str; 14] =
    ["illa", "idha", "law", "lawla", "in-kana-cond", "in-kana", "ma-idha", "amma-idha", "hal-question", "madha", "limadha", "kayfa", "mata", "hatta-law"];

/// Where the clause that begins at `from` ends, before `limit` and before the mark that closes a quotation around it.
pub(super) fn end(r: &Reader, from: usize, limit: usize) -> usize {
    let c = r.c;
    let limit = limit.min(from + LONGEST);
    let mut j = from + 1;
    let mut depth = 0usize;
    while j < limit {
        if let Some(quote) = r.quotes.opening(j)
            && quote.closed
            && quote.close < limit
        {
            j = quote.close + 1;
            continue;
        }
        if c.quote_mark(j) && r.quotes.around(j).is_some_and(|q| q.close == j && q.open <= from) && !runs_on(c, j + 1) {
            return j;
        }
        // Another source speaks: what it says, and the relative clause that tells of it, are no longer the act.
        let quoted = r.quotes.around(j).is_some_and(|q| q.open <= from && j < q.close);
        if j > from + 1 && r.cue(j) && !quoted {
            return if c.is(j - 1, Class::RELATIVE) { j - 1 } else { j };
        }
        // A sentence within a quotation ends like any other; an initial's stop ends nothing.
        if c.punct(j, Punct::Stop) && c.is_word(j - 1) && c.key(j - 1).chars().count() > 2 && c.l.tokens.gap(j + 1) != crate::token::Gap::None {
            return j;
        }
        match c.l.tokens.kind(j) {
            Some(TokenKind::Punct(Punct::ParenOpen)) => depth += 1,
            Some(TokenKind::Punct(Punct::ParenClose)) if depth == 0 => return j,
            Some(TokenKind::Punct(Punct::ParenClose)) => depth -= 1,
            Some(TokenKind::Punct(Punct::Semicolon | Punct::Colon | Punct::Question | Punct::Exclaim | Punct::Ellipsis)) => return j,
            Some(TokenKind::Punct(Punct::Dash)) if c.l.tokens.gap(j) != crate::token::Gap::None && c.l.tokens.gap(j + 1) != crate::token::Gap::None => {
                return j;
            }
            Some(TokenKind::Punct(Punct::Comma)) if depth == 0 && j > from + 2 && comma_ends(c, j + 1) => return j,
            _ => {}
        }
        if c.is_word(j) && depth == 0 && !(quoted && c.is(j, Class::ATTRIBUTION)) && word_ends(r, j, from) {
            return j;
        }
        j += 1;
    }
    limit
}

/// Whether a clause goes on behind a closing mark: "إجلاء المصابين" من المدينة.
fn runs_on(c: &Classes, n: usize) -> bool {
    c.is_word(n)
        && c.is(n, Class::PREPOSITION.or(Class::DEFINITE))
        && !c.is(n, Class::CONJUNCTION.or(Class::ATTRIBUTION).or(Class::PARTICIPLE).or(Class::RELATIVE).or(Class::TIME))
}

/// Whether what stands behind a comma is told of something else.
fn comma_ends(c: &Classes, n: usize) -> bool {
    let class = c.at(n);
    let verb = class.any(Class::CUE.or(Class::VERB)) && !noun_like(c, n) || super::future::verb(c, n).is_some();
    // An addition goes on: فضلا عن، علاوة على.
    const ADDED: [&str; 7] = ["fadlan", "an-fadl", "ilawatan", "ilawa", "idafatan", "bil-idafa", "la-siyyama"];
    if function(c, n).is_some_and(|f| ADDED.contains(&f)) {
        return false;
    }
    let another = class.any(Class::RELATIVE) && class.any(Class::CONJUNCTION);
    verb || another
        || class.any(
            Class::PARTICIPLE
                .or(Class::SUBORDINATOR)
                .or(Class::DEMONSTRATIVE)
                .or(Class::PARTICLE)
                .or(Class::BE)
                .or(Class::ATTRIBUTION)
                .or(Class::NEGATION)
                .or(Class::COMPLEMENTISER),
        )
        || c.quote_mark(n)
}

/// Whether the word begins what is no longer the act, without a mark before it.
fn word_ends(r: &Reader, j: usize, from: usize) -> bool {
    let c = r.c;
    let class = c.at(j);
    if class.any(Class::PARTICIPLE)
        && !noun_like(c, j)
        && c.key(j).ends_with(['\u{0627}', '\u{0647}'])
        && c.find(j, Table::Reporting).is_some_and(|m| m.clitics.prep.is_none() && !m.clitics.article)
        && j > from + 2
    {
        return true;
    }
    // وفق القانون is no source's word.
    if class.any(Class::ATTRIBUTION) && j > from + 2 && !class.any(Class::MASDAR) && r.attributes(j) {
        return true;
    }
    if class.any(Class::SUBORDINATOR) && function(c, j).is_some_and(|f| NEW_CLAUSE.contains(&f)) {
        return true;
    }
    if class.any(Class::DEMONSTRATIVE) && class.any(Class::CONJUNCTION) {
        return true;
    }
    // وصلوا، وزاري: no و before a verb.
    if c.l.matches.at(j).iter().any(|m| !m.clitics.conj) {
        return false;
    }
    // و and a finite verb; a second future verb goes on with the first.
    class.any(Class::CONJUNCTION) && class.any(Class::CUE.or(Class::VERB)) && !noun_like(c, j) && super::future::verb(c, j).is_none()
}

/// Takes marks and hanging particles off both ends; `None` when fewer than two words are left.
pub(super) fn tidy(c: &Classes, mut range: Range<usize>) -> Option<Range<usize>> {
    let hash = |i| c.punct(i, Punct::Hash);
    while range.start < range.end && !c.is_word(range.start) && !hash(range.start) {
        range.start += 1;
    }
    while range.end > range.start && !c.is_word(range.end - 1) && !c.punct(range.end - 1, Punct::Percent) && !c.punct(range.end - 1, Punct::ParenClose) {
        range.end -= 1;
    }
    (range.clone().filter(|&i| c.is_word(i)).count() >= 2).then_some(range)
}

/// What stands before a verb in its clause.
pub(super) enum Before {
    /// Nothing: the clause begins with its verb.
    Nothing,
    /// أنه، فهي: a pronoun for the subject, not part of the clause.
    Pronoun,
    /// The subject begins at this token.
    Subject(usize),
    /// The subject begins at this token, an insertion between it and the verb.
    Apart(usize),
    /// The verb describes a noun (الذي سيفتح، حكومة ستكون) or asks.
    Attribute,
}

/// What stands before the verb at `verb` (its particle included).
pub(super) fn before(r: &Reader, verb: usize, sentence: &Range<usize>) -> Before {
    let c = r.c;
    if verb == sentence.start || c.is(verb, Class::CONJUNCTION) || c.line_start(verb) {
        return Before::Nothing;
    }
    let last = verb - 1;
    // فيما ستفعله: in what it will do; after a comma: while.
    let what = function(c, last) == Some("fima") && last > sentence.start && !c.punct(last - 1, Punct::Comma);
    if what || c.is(last, Class::RELATIVE) || OPEN.iter().any(|f| function(c, last) == Some(f)) {
        return Before::Attribute;
    }
    if c.is(last, Class::COMPLEMENTISER) {
        return if has_pronoun(c, last) { Before::Pronoun } else { Before::Nothing };
    }
    if r.function(last).is_some() && c.is(last, Class::PARTICLE) && personal(c, last) {
        return Before::Pronoun;
    }
    // كما سيتم: something more.
    if function(c, last) == Some("kama") {
        return Before::Nothing;
    }
    // An opening mark between the subject and its verb: الوزارة «ستفتح…».
    let opening = c.quote_mark(last)
        && last > sentence.start
        && r.quotes.opening(last).is_some()
        && c.is_word(last - 1)
        && !c.is(last - 1, Class::COMPLEMENTISER.or(Class::CUE).or(Class::VERB).or(Class::PARTICIPLE).or(Class::PREPOSITION));
    // A mark before the verb closes what stands before the subject, or the subject's own relative clause.
    let comma = c.punct(last, Punct::Comma);
    if !c.is_word(last) && !comma && !opening && !closing(r, last) || c.is(last, Class::SUBORDINATOR) || c.is(last, Class::PARTICLE) && last == sentence.start {
        return Before::Nothing;
    }
    let floor = sentence.start.max(verb.saturating_sub(BACK));
    if comma && let Some(start) = before_insertion(c, floor, verb) {
        return Before::Apart(start);
    }
    let mut start = None;
    let mut relative = false;
    let mut k = if comma || opening { last } else { verb };
    while k > floor {
        k -= 1;
        if c.is(k, Class::COMPLEMENTISER) && !inner(c, k) && (relative || !comma) {
            start = Some(k + 1);
            break;
        }
        if c.is(k, Class::RELATIVE) {
            relative = true;
            continue;
        }
        let quote_opens = c.quote_mark(k) && r.quotes.opening(k).is_some_and(|q| q.close > verb);
        let mark = c.punct(k, Punct::Colon)
            || c.punct(k, Punct::Semicolon)
            || c.punct(k, Punct::Stop)
            || c.punct(k, Punct::Comma) && !(comma && relative_before(c, floor, k));
        if quote_opens || mark || c.is(k, Class::SUBORDINATOR) {
            start = Some(k + 1);
            break;
        }
        if k == sentence.start {
            start = Some(k);
        }
    }
    let Some(start) = start else { return Before::Nothing };
    if has_pronoun(c, start.saturating_sub(1)) && c.is(start.saturating_sub(1), Class::COMPLEMENTISER) && start + 1 < verb {
        // أنه في العام المقبل سيفعل: what stands between is no subject.
        return Before::Pronoun;
    }
    let circumstance = c.is(start, Class::ATTRIBUTION.or(Class::PREPOSITION)) && !c.is(start, Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION));
    if circumstance || comma && !relative || c.is(start, Class::CUE.or(Class::VERB)) && !noun_like(c, start) {
        return Before::Nothing;
    }
    // A noun that is not definite is described by the verb behind it, unless أن or a particle made it the subject.
    let opened = start > 0 && c.is(start - 1, Class::COMPLEMENTISER);
    let named = Class::DEFINITE.or(Class::PERSON).or(Class::PLACE).or(Class::ORGANISATION);
    let mut word = if c.is_word(last) { last } else { last.saturating_sub(1) };
    while word > start && c.is(word, Class::PARTICLE) {
        word -= 1;
    }
    let definite = c.is(word, named.or(Class::TIME))
        || !matches!(c.l.tokens.kind(word), Some(TokenKind::Word))
        || c.l.matches.at(word).iter().any(|m| m.clitics.pronoun.is_some())
        || closing(r, last);
    if !definite && !opened && !(start..verb).any(|j| c.is(j, named)) {
        return Before::Attribute;
    }
    Before::Subject(start)
}

/// النقابة، وفي كل مدينة، ستفتح: where the subject before an insertion begins.
fn before_insertion(c: &Classes, floor: usize, verb: usize) -> Option<usize> {
    let opens = (floor..verb).rev().find(|&j| c.is(j, Class::COMPLEMENTISER) && !inner(c, j) && !has_pronoun(c, j)).map_or(floor, |j| j + 1);
    let opens = if c.quote_mark(opens) { opens + 1 } else { opens };
    let plain = |p: &crate::name::phrase::NounPhrase| p.head == Head::Other && p.tokens.len() == 1 && c.is(p.tokens.start, Class::DEFINITE);
    let phrase = noun_phrase(c, opens, verb).filter(|p| matches!(p.head, Head::Person | Head::Office | Head::Organisation) || plain(p))?;
    // فلان ولي العهد وزير الدفاع، سيترأس: his titles may stand between.
    let rest = (phrase.tokens.end..verb)
        .find(|&j| !c.is(j, Class::TITLE.or(Class::DEFINITE).or(Class::ORGANISATION).or(Class::PLACE).or(Class::NATIONALITY).or(Class::PERSON)));
    (c.attached(opens).is_none() && rest.is_some_and(|j| c.punct(j, Punct::Comma))).then_some(opens)
}

/// A complementiser with a pronoun: أنه، بأنها، إننا.
pub(super) fn has_pronoun(c: &Classes, i: usize) -> bool {
    c.find(i, Table::FunctionWords).is_some_and(|m| m.clitics.pronoun.is_some())
        || c.l.matches.at(i).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_some())
}

/// فهو، هي، نحن
pub(super) fn personal(c: &Classes, i: usize) -> bool {
    c.find(i, Table::FunctionWords).is_some_and(|m| c.lexicon().class(m.sense) == "pron" && !c.is(i, Class::DEMONSTRATIVE))
}

/// A complementiser inside the subject's own relative clause, or before a verb (سبق أن تسجلوا): it opens no clause with a subject.
fn inner(c: &Classes, comp: usize) -> bool {
    comp >= 2 && c.is(comp - 2, Class::RELATIVE) || c.is(comp + 1, Class::VERB.or(Class::CUE)) && !noun_like(c, comp + 1)
}

/// Whether a relative pronoun stands between.
fn relative_before(c: &Classes, floor: usize, end: usize) -> bool {
    (floor..end).any(|j| c.is(j, Class::RELATIVE))
}

/// A closing quote mark or bracket: the end of a name.
fn closing(r: &Reader, i: usize) -> bool {
    r.c.punct(i, Punct::ParenClose) || r.c.quote_mark(i) && r.quotes.around(i).is_some_and(|q| q.close == i)
}

/// Whether the verb at `at` is asked about, or hangs on a condition told before it in its sentence.
pub(super) fn open(r: &Reader, at: usize, sentence: &Range<usize>) -> bool {
    let c = r.c;
    let floor = sentence.start.max(at.saturating_sub(2 * BACK));
    // What is told behind "؛" or حيث hangs on no condition before it.
    let answer = c.key(at).starts_with('\u{0641}');
    let floor = (floor..at).rev().filter(|_| !answer).find(|&j| c.punct(j, Punct::Semicolon) || function(c, j) == Some("haythu")).map_or(floor, |j| j + 1);
    let asked = (at..sentence.end.min(at + LONGEST)).any(|j| c.punct(j, Punct::Question));
    // في حال اضطر، في حال عدم: a condition.
    let case = |j: usize| {
        let noun = c.find(j, Table::Masdars).is_some_and(|m| c.lexicon().id(m.sense) == "hala") || function(c, j) == Some("hala-upon");
        let absence = c.find(j + 1, Table::Masdars).is_some_and(|m| c.lexicon().id(m.sense) == "adam");
        noun && j > 0 && function(c, j - 1) == Some("fi") && (absence || c.is(j + 1, Class::VERB.or(Class::CUE).or(Class::BE)) && !noun_like(c, j + 1))
    };
    asked
        || (floor..at).any(case)
        || (floor..at).any(|j| c.is(j, Class::SUBORDINATOR.or(Class::COMPLEMENTISER).or(Class::PARTICLE)) && function(c, j).is_some_and(|f| OPEN.contains(&f)))
}

/// Whether the clause itself names its condition: سنفعل إذا….
pub(super) fn conditional(c: &Classes, content: &Range<usize>) -> bool {
    // ما لم
    let unless = |j: usize| function(c, j) == Some("lam") && function(c, j - 1) == Some("ma");
    // سيلغى إن مضت: إن before a perfect is if.
    let if_perfect = |j: usize| {
        function(c, j) == Some("an-comp")
            && c.l
                .matches
                .at(j + 1)
                .iter()
                .any(|m| Classes::verb_form(m).is_some_and(|f| f.kind == crate::lexicon::conjugate::VerbKind::Perfect) && m.clitics.free())
            && !c.is(j - 1, Class::CUE.or(Class::PARTICIPLE))
            && !noun_like(c, j + 1)
    };
    content.clone().skip(1).any(unless)
        || content.clone().skip(1).any(if_perfect)
        || content.clone().any(|j| {
            c.is(j, Class::SUBORDINATOR.or(Class::COMPLEMENTISER)) && function(c, j).is_some_and(|f| matches!(f, "idha" | "law" | "in-kana-cond" | "in-kana"))
        })
}

/// Whether the clause tells of a contest: fixtures bind nobody.
pub(super) fn fixture(c: &Classes, content: &Range<usize>) -> bool {
    content.clone().any(|j| {
        let key = c.key(j);
        let bare = key.strip_prefix('\u{0648}').unwrap_or(key);
        let bare = bare.strip_prefix(['\u{0628}', '\u{0644}']).filter(|b| b.starts_with('\u{0627}') || b.starts_with('\u{0644}')).unwrap_or(bare);
        let bare = bare.strip_prefix("\u{0627}\u{0644}").or_else(|| bare.strip_prefix('\u{0644}')).unwrap_or(bare);
        c.lexicon().fixture(bare) || c.lexicon().fixture(key)
    })
}
