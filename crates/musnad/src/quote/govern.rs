//! What does a reporting word govern? The clause, quotation, colon or noun phrase behind it.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::reporting::{Act, Governed, Object, Reporting};
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep};
use crate::name::phrase::Head;
use crate::quote::cue::Join;
use crate::quote::doubt::{cue_context, goes_on};
use crate::quote::marks::Quotes;
use crate::quote::subject::{noun_like, subject_after};
use crate::token::{Gap, Punct, TokenKind};

/// The longest stretch between a cue and its content, in tokens.
pub(super) const REACH: usize = 60;

/// How near to its cue a noun stands on which a clause hangs, in tokens.
const NEAR_NOUN: usize = 12;

/// What was found behind a cue.
pub(super) struct Found {
    pub join: Join,
    /// Where the part between cue and content ends.
    pub frame_end: usize,
    pub content: usize,
    pub letters: u8,
}

/// Looks for what the cue governs behind it.
pub(super) fn content_after(c: &Classes, quotes: &Quotes, from: usize, verb: &Reporting, sentence: &Range<usize>, m: &Match) -> Option<Found> {
    // A quotation may reach over its sentence, never over its line.
    let limit = sentence.end.min(from + REACH);
    let found = scan(c, quotes, from, limit, verb, m);
    let noun = if verb.noun.is_empty() { None } else { noun_content(c, quotes, from, found.as_ref().map_or(limit, |f| f.frame_end), verb, m) };
    // أكدت دراسة أجريت في المعهد أن: a document right behind the verb speaks.
    let speaking = c.is(from, Class::SPEECH_NOUN) && !c.is(from, Class::SPEECH_MASDAR);
    match (found, noun) {
        // أعلن انسحابه … أن: the nearer one, unless the noun phrase is only what the clause hangs on.
        (Some(f), Some(n)) if n.content < f.frame_end && f.join == Join::Clause => {
            let act = c.is(n.content, Class::MASDAR.or(Class::SPEECH_MASDAR));
            // على ضرورة أن، عن أمله في أن: the clause hangs on the noun.
            let hangs = f.content <= n.content + 2 && (act || owned(c, n.content)) && !c.is(n.content, Class::SPEECH_NOUN) && n.content <= from + NEAR_NOUN;
            if act && f.content > n.content + 4 && !speaking || hangs { Some(n) } else { Some(f) }
        }
        // دعا إلى التوقف عن «…»: the quotation is part of what is demanded.
        (Some(f), Some(n))
            if f.join == Join::Quote
                && n.content < f.content
                && verb.act != Act::Say
                && !c.punct(f.content - 1, Punct::Colon)
                && (c.is(n.content, Class::MASDAR.or(Class::SPEECH_MASDAR)) || owned(c, n.content))
                && !c.is(n.content, Class::SPEECH_NOUN)
                && !(n.content..f.content).any(|j| c.punct(j, Punct::Comma)) =>
        {
            Some(n)
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
    let mut verb_between: Option<usize> = None;
    let mut j = from;
    while j < limit {
        let class = c.at(j);
        if c.line_start(j) && j > from {
            return None;
        }
        if let Some(quote) = quotes.opening(j) {
            let words = quote.words(c);
            let colon = c.punct(j.saturating_sub(1), Punct::Colon);
            let ends = closes_clause(c, quote.close + 1);
            // A name in marks: something that the verb governs still follows.
            let headed =
                j > from && words <= 6 && c.l.matches.at(j - 1).iter().any(|h| matches!(h.sense.table, Table::OrgHeads | Table::PlaceHeads) && h.end() == j);
            let governed = quote.close + 1 < limit
                && c.function(quote.close + 1).and_then(governed_by).is_some_and(|g| verb.noun.contains(&g) && !verb.noun.contains(&Governed::Bare));
            // فيلم «…»، باسم «…»: the marks hold a name.
            let titled = j > from && words <= 8 && cue_context(c, j - 1) == Some("titled");
            let name = !colon && (titled || words <= 6 && (headed || governed && j > from || names_follow(c, quote.close + 1, limit)));
            let speech = (colon && (words >= 2 || ends))
                || (words >= 3 && !name)
                || (words >= 2
                    && ends
                    && !name
                    && j <= from + 6
                    && c.l.tokens.gap(quote.close + 1) != Gap::None
                    && !c.is(j.saturating_sub(1), Class::ORGANISATION.or(Class::PLACE)));
            if speech && (verb.quote || !verb.noun.is_empty() && verb.object != Object::Target || colon) {
                let letters = 0;
                return Some(Found { join: Join::Quote, frame_end: j, content: j, letters });
            }
            j = quote.close.max(j) + 1;
            continue;
        }
        // دورية (سيركوليشن: …): a name in brackets.
        if c.punct(j, Punct::ParenOpen)
            && let Some(close) = (j + 1..limit.min(j + 12)).find(|&k| c.punct(k, Punct::ParenClose))
        {
            j = close + 1;
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
                let words = quote.words(c);
                if words >= 2 || closes_clause(c, quote.close + 1) {
                    j += 1;
                    continue;
                }
            }
            return verb_between.is_none().then_some(Found { join: Join::Colon, frame_end: j, content: j + 1, letters: 0 });
        }
        if matches!(c.l.tokens.kind(j), Some(TokenKind::Punct(Punct::Stop | Punct::Question | Punct::Exclaim | Punct::Ellipsis | Punct::Semicolon)))
            && !abbreviates(c, j)
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
            // عما إذا كان asks: قال ردا على سؤال عما إذا كان … إنه.
            let asks = c.function(j) == Some("amma-idha") && verb.act != Act::Ask && !verb.clause.contains(&Governed::An);
            let fits = !asks
                && (verb.clause.contains(&governed)
                    || verb.noun.contains(&governed)
                    || (governed == Governed::Bare && verb.clause.len() > 1 && !verb.ambiguous));
            // أفاد إلى أن، لفت بأن: a preposition of another verb.
            let hung = c.is(j.saturating_sub(2), Class::SPEECH_MASDAR.or(Class::MASDAR)) && governed != Governed::Bi;
            let tells = matches!(verb.act, Act::Say | Act::Explain | Act::Affirm | Act::Announce | Act::Predict | Act::Claim);
            let slip = tells && verb.quote && !verb.clause.is_empty() && matches!(governed, Governed::Bi | Governed::Ila) && !hung && j <= from + 12;
            if (fits || slip) && verb_between.is_none_or(|k| reaches_over(c, verb, k, j)) {
                let frame_end = if matches!(governed, Governed::Bare | Governed::Bi) { j } else { j.saturating_sub(1) };
                // إن: «…»
                if c.punct(j + 1, Punct::Colon) && quotes.opening(j + 2).is_some() {
                    return Some(Found { join: Join::Quote, frame_end, content: j + 2, letters: 0 });
                }
                // Everything but the complementiser in marks is a direct quotation.
                if let Some(quote) = quotes.opening(j + 1)
                    && closes_clause(c, quote.close + 1)
                    && quote.words(c) >= 2
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
            let asyndetic = c.l.matches.at(j).iter().any(|v| v.clitics.pronoun.is_some() && Classes::verb_form(v).is_some())
                && (!c.is(j - 1, Class::DEFINITE) && c.is_word(j - 1) || c.punct(j - 1, Punct::Comma) && !class.any(Class::CONJUNCTION));
            // مصادر رفضت الكشف عن هويتها
            let describes = describes_source(c, j);
            // دراسة أجريت، بيان صدر
            let told_of = c.is(j - 1, Class::SPEECH_NOUN) && !c.is(j - 1, Class::DEFINITE) && !class.any(Class::CONJUNCTION);
            relative |= asyndetic || describes || told_of || circumstance && describes_noun(c, j);
            let in_relative = relative || c.is(j - 1, Class::RELATIVE);
            if !in_relative && !c.is(j - 1, Class::COMPLEMENTISER) {
                // Another report, or a clause joined to this one, ends the search; another word may only look like a verb.
                if class.any(Class::CUE) || joined_verb(c, j) {
                    return None;
                }
                verb_between = verb_between.or(Some(j));
            }
            if class.any(Class::CUE) {
                inner_cue = Some(j);
            }
        }
        if class.any(Class::PARTICIPLE) && j > from && !noun_like(c, j) && goes_on(c, j) && !c.is(m.first(), Class::PARTICIPLE) {
            return None;
        }
        j += 1;
    }
    None
}

/// و or ف and a finite verb, not a noun with a pronoun: ومقره.
fn joined_verb(c: &Classes, j: usize) -> bool {
    c.is(j, Class::CONJUNCTION) && !owned(c, j)
}

/// Whether a cue governs the complementiser at `j` over what looks like a verb at `k`: قال وزير الصحة مات هانكوك إن.
fn reaches_over(c: &Classes, verb: &Reporting, k: usize, j: usize) -> bool {
    // يقدر أن يفعل: أن and a verb belong to the verb before them.
    let subjunctive = c.is(j + 1, Class::VERB.or(Class::CUE)) && !noun_like(c, j + 1) && c.l.matches.at(j).iter().all(|m| m.clitics.pronoun.is_none());
    j > k + 1 && verb.quote && !verb.ambiguous && !subjunctive
}

/// أ.ف.ب، إس.إن.سي.إف: a stop between short words without a blank.
fn abbreviates(c: &Classes, j: usize) -> bool {
    const SHORT: usize = 3;
    let word = |k: usize, most: usize| c.l.tokens.kind(k) == Some(TokenKind::Word) && c.key(k).chars().count() <= most;
    let Some(before) = j.checked_sub(1) else { return false };
    word(before, 1) || c.l.tokens.gap(j) == Gap::None && c.l.tokens.gap(j + 1) == Gap::None && word(before, SHORT) && word(j + 1, SHORT)
}

/// حيث: a clause that tells of the place named before.
fn place_clause(c: &Classes, j: usize) -> bool {
    c.function(j) == Some("haythu")
}

/// A verb right behind an indefinite common noun describes it: جلسة عقدت الجمعة.
fn describes_noun(c: &Classes, verb: usize) -> bool {
    let other = Class::DEFINITE
        .or(Class::PERSON)
        .or(Class::MAYBE_NAME)
        .or(Class::PLACE)
        .or(Class::TIME)
        .or(Class::PARTICLE)
        .or(Class::SUBORDINATOR)
        .or(Class::PREPOSITION)
        .or(Class::COMPLEMENTISER);
    verb > 0 && !c.is(verb, Class::CONJUNCTION) && c.is_word(verb - 1) && !c.is(verb - 1, other)
}

/// A verb right behind an indefinite role describes it: مسؤول طلب عدم ذكر اسمه.
pub(super) fn describes_source(c: &Classes, verb: usize) -> bool {
    verb > 0
        && !c.is(verb, Class::CONJUNCTION)
        && !c.is(verb - 1, Class::DEFINITE)
        && !owned(c, verb - 1)
        && (c.is(verb - 1, Class::SOURCE) || c.l.matches.has(verb - 1, Table::SourceAdjectives))
        && !c.is(verb - 1, Class::PERSON)
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
        if c.is(j, Class::COMPLEMENTISER) || c.punct(j, Punct::Colon) || (c.quote_mark(j) && (c.l.tokens.gap(j) != Gap::None || glued)) {
            return true;
        }
        // «…»، شدد على أن: the next report.
        let report = j > from && c.punct(j - 1, Punct::Comma) && c.is(j, Class::CUE) && !noun_like(c, j);
        if report || c.punct(j, Punct::Stop) || c.line_start(j) || j > from && c.is(j, Class::PARTICIPLE) {
            return false;
        }
        j += 1;
    }
    false
}

/// What governs the complementiser at `j`: nothing, its own ب, or the preposition before it. `None` for قبل أن، إلا أن، يجب أن.
pub(super) fn complementiser(c: &Classes, j: usize, from: usize) -> Option<Governed> {
    if c.key(j).starts_with('\u{0628}') {
        return Some(Governed::Bi);
    }
    // لأنه
    if c.key(j).starts_with('\u{0644}') {
        return Some(Governed::Li);
    }
    // وأنه goes on with the clause before it.
    if j > from && c.key(j).starts_with(['\u{0648}', '\u{0641}']) {
        return None;
    }
    if j == from {
        return Some(Governed::Bare);
    }
    let before = j.checked_sub(1)?;
    let class = c.at(before);
    // إلا أنها
    if c.function(before) == Some("illa") {
        return None;
    }
    if class.any(Class::PREPOSITION) {
        // على أن is also a subordinator as a whole: here its first word alone counts.
        let found = c.l.matches.at(before).iter().find(|m| m.sense.table == Table::FunctionWords && m.end() == j && m.clitics.pronoun.is_none())?;
        // من قبل إنه: an adverb.
        let adverb = before > from && c.is(before - 1, Class::PREPOSITION) && c.l.matches.at(j).iter().any(|m| m.clitics.pronoun.is_some());
        return if adverb { Some(Governed::Bare) } else { governed_by(c.lexicon().id(found.sense)) };
    }
    // مورك أنه: a verb with its object is followed by no أن of its own.
    let verb = class.any(Class::VERB) && !c.l.matches.at(before).iter().all(|m| m.clitics.pronoun.is_some());
    if class.any(Class::SUBORDINATOR) || (verb || class.any(Class::NEGATION.or(Class::COMPLEMENTISER))) && !noun_like(c, before) {
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
    c.function(j).is_some_and(|row| ROWS.contains(&row))
}

/// A noun phrase for content: behind the subject, or behind the preposition that the verb governs; of the two the nearer one.
fn noun_content(c: &Classes, quotes: &Quotes, from: usize, limit: usize, verb: &Reporting, m: &Match) -> Option<Found> {
    if verb.act == Act::Accuse && verb.noun.contains(&Governed::Bare) {
        return blame(c, from, limit);
    }
    let governed = |act| governed_noun(c, quotes, from, limit, &verb.noun, act);
    // One may praise, fear, reveal any thing; what is affirmed or denied is an act.
    let things = !matches!(verb.act, Act::Affirm | Act::Deny | Act::Say | Act::Promise) && c.lexicon().id(m.sense) != "ahaba";
    let prepositional =
        if verb.noun.iter().any(|&g| g != Governed::Bare) { governed(true).or_else(|| if things { governed(false) } else { None }) } else { None };
    let takes_object = verb.noun.contains(&Governed::Bare) && (verb.object != Object::Content || m.clitics.pronoun.is_none());
    let bare = if takes_object { bare_object(c, quotes, from, prepositional.as_ref().map_or(limit, |f| f.frame_end), verb) } else { None };
    let object =
        || if takes_object && judges(c, verb, m) { plain_object(c, quotes, from, prepositional.as_ref().map_or(limit, |f| f.frame_end), m) } else { None };
    let found = bare.or_else(object).or(prepositional)?;
    // جدد التأكيد على دعم…: what is affirmed anew.
    let anew = c.lexicon().id(m.sense) == "jaddada" && c.is(found.content, Class::SPEECH_MASDAR) && c.is(found.content + 1, Class::PREPOSITION);
    Some(if anew { Found { frame_end: found.content + 1, content: found.content + 2, letters: 0, ..found } } else { found })
}

/// Whether a verb takes any noun for its content: رفض التهم، عزا النجاح إلى.
fn judges(c: &Classes, verb: &Reporting, m: &Match) -> bool {
    const ROWS: [&str; 4] = ["aza", "arjaa", "itabara", "iqtaraha"];
    matches!(verb.act, Act::Criticise | Act::Praise | Act::Deny | Act::Predict) || ROWS.contains(&c.lexicon().id(m.sense))
}

/// رفض الوزير مطالب الاتحاد: the noun behind a known subject; behind the verb itself when the subject stands before.
fn plain_object(c: &Classes, quotes: &Quotes, from: usize, limit: usize, m: &Match) -> Option<Found> {
    let imperfect = Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Imperfect);
    let other = Class::SUBORDINATOR.or(Class::PARTICLE).or(Class::COMPLEMENTISER).or(Class::NEGATION).or(Class::PREPOSITION).or(Class::RELATIVE);
    let before = m.first().checked_sub(1).filter(|_| !c.line_start(m.first()));
    let participle = Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Participle);
    let subject_before = participle || imperfect && !m.clitics.conj && before.is_some_and(|j| c.is_word(j) && !c.is(j, other));
    let mut at = if subject_before { from } else { subject_after(c, from, limit).filter(|p| !matches!(p.head, Head::Other | Head::Document))?.tokens.end };
    // المتهم "ب. ر" التهم: the subject's name in marks.
    if let Some(name) = quotes.opening(at).filter(|q| q.closed && q.words(c) <= 4 && q.close + 1 < limit) {
        at = name.close + 1;
    }
    while at < limit && (c.is(at, Class::TIME) || c.punct(at, Punct::Comma) && c.is(at + 1, Class::TIME)) {
        at += 1;
    }
    if at > from && c.punct(at, Punct::Comma) {
        at += 1;
    }
    let class = c.at(at);
    let noun = at + 1 < limit
        && c.l.tokens.kind(at) == Some(TokenKind::Word)
        && !class.any(
            other.or(Class::TIME).or(Class::VERB).or(Class::CUE).or(Class::PARTICIPLE).or(Class::CONJUNCTION).or(Class::ATTACHED_PREP).or(Class::ATTRIBUTION),
        )
        && c.attached(at).is_none()
        && (participle || class.any(Class::DEFINITE) || c.is(at + 1, Class::DEFINITE) || owned(c, at + 1));
    noun.then_some(Found { join: Join::Noun, frame_end: at, content: at, letters: 0 })
}

/// حملت النقابة الشركة مسؤولية …: what the one accused has to answer for.
fn blame(c: &Classes, from: usize, limit: usize) -> Option<Found> {
    const NEAR: usize = 16;
    let party = Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE);
    let clause =
        |j: &usize| !(c.line_start(*j) && *j > from || c.punct(*j, Punct::Stop) || *j > from && c.is(*j, Class::CUE.or(Class::VERB)) && !noun_like(c, *j));
    let at = (from..limit.min(from + NEAR))
        .take_while(clause)
        .find(|&j| c.find(j, Table::Masdars).is_some_and(|m| m.clitics.prep.is_none() && c.lexicon().id(m.sense) == "masuulaya"))?;
    (from..at).any(|j| c.is(j, party)).then_some(Found { join: Join::Noun, frame_end: at, content: at, letters: 0 })
}

/// The first noun behind a governed preposition; with `act` the first that tells an act or opens a quotation.
fn governed_noun(c: &Classes, quotes: &Quotes, from: usize, limit: usize, prepositions: &[Governed], act: bool) -> Option<Found> {
    // من تأخر: behind a preposition a word is a noun, also one that is spelled like a verb.
    let noun = |j: usize| c.is(j, Class::VERB) && !c.is(j, Class::CUE) && c.is(j - 1, Class::PREPOSITION) && !c.is(j, Class::PARTICLE.or(Class::NEGATION));
    let acts =
        |j: usize| !act || c.is(j, Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::DEMONSTRATIVE)) || quotes.opening(j).is_some() || j > from && noun(j);
    const NEAR: usize = 30;
    // The words that a title or name of the lexicon takes are no complement: المتحدث باسم.
    let mut j = from;
    while j < limit.min(from + NEAR) {
        let class = c.at(j);
        if c.line_start(j) && j > from || c.punct(j, Punct::Stop) || c.punct(j, Punct::Colon) {
            return None;
        }
        // بذلك، إلا أنها لم …: another clause.
        if j > from && class.any(Class::COMPLEMENTISER) {
            return None;
        }
        // عثمان ود البدوي: part of a name.
        let named = c.is(j.saturating_sub(1), Class::PERSON.or(Class::TITLE)) && !class.any(Class::CUE.or(Class::CONJUNCTION).or(Class::RELATIVE));
        if j > from && class.any(Class::CUE.or(Class::VERB).or(Class::RELATIVE)) && !noun_like(c, j) && !named {
            return None;
        }
        if let Some(quote) = quotes.opening(j) {
            j = quote.close + 1;
            continue;
        }
        if class.any(Class::PREPOSITION)
            && let Some(found) = c.find(j, Table::FunctionWords)
            && let Some(governed) = governed_by(c.lexicon().id(found.sense))
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
            && (!class.any(Class::SPEECH_NOUN) || class.any(Class::DEFINITE.or(Class::SPEECH_MASDAR)) || occasion(c, j))
            && !class.any(Class::PLACE)
            && acts(j)
        {
            return Some(Found { join: Join::Noun, frame_end: j, content: j, letters });
        }
        // دعا المواطنين للتعاون
        if prepositions.contains(&Governed::Li)
            && act
            && !(from..j).any(|k| c.function(k) == Some("ila"))
            && let Some((Prep::Li, letters)) = c.attached(j)
            && class.any(Class::MASDAR)
            && !class.any(Class::TIME.or(Class::PLACE).or(Class::PERSON))
        {
            return Some(Found { join: Join::Noun, frame_end: j, content: j, letters });
        }
        // بترحيلهم: a word that the lexicon lacks.
        if !act && prepositions.contains(&Governed::Bi) && unknown_behind_bi(c, j) && (j == from || closes_phrase(c, j - 1)) {
            return Some(Found { join: Join::Noun, frame_end: j, content: j, letters: 1 });
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

/// أعلنت الحكومة أمس وقف…: the first verbal noun behind the subject that hangs on no other word.
fn bare_object(c: &Classes, quotes: &Quotes, from: usize, limit: usize, verb: &Reporting) -> Option<Found> {
    const NEAR: usize = 30;
    let found = |j: usize| Some(Found { join: Join::Noun, frame_end: j, content: j, letters: 0 });
    let mut relative = false;
    let mut j = from;
    while j < limit.min(from + NEAR) {
        let class = c.at(j);
        if c.line_start(j) && j > from || c.punct(j, Punct::Stop) || c.punct(j, Punct::Colon) || c.punct(j, Punct::Semicolon) {
            return None;
        }
        relative = (relative || class.any(Class::RELATIVE)) && !c.punct(j, Punct::Comma);
        if j > from && !relative && class.any(Class::CUE.or(Class::VERB)) && !noun_like(c, j) {
            return None;
        }
        if let Some(quote) = quotes.opening(j) {
            // رفض «الوصاية على القرار»: what is rejected stands in marks.
            if !relative && j > from && quote.words(c) >= 3 && closes_phrase(c, j - 1) && !verb.quote {
                return found(j);
            }
            j = quote.close + 1;
            continue;
        }
        let head = if j == from {
            !class.any(Class::ORGANISATION.or(Class::TITLE).or(Class::SOURCE))
        } else {
            closes_phrase(c, j - 1) && (!class.any(Class::DEFINITE) || closes_definite(c, j - 1))
        };
        // نفى ما أشيع حول
        let what = c.function(j) == Some("ma") && c.is(j + 1, Class::CUE.or(Class::VERB)) && verb.act == Act::Deny;
        if !relative && what && (j == from || closes_phrase(c, j - 1)) {
            return found(j);
        }
        if !relative && head && heads_object(c, j) {
            return found(j);
        }
        j += 1;
    }
    None
}

/// An unknown word that begins with ب and is long enough for it to be the preposition.
fn unknown_behind_bi(c: &Classes, j: usize) -> bool {
    const LETTERS: usize = 5;
    c.l.tokens.kind(j) == Some(TokenKind::Word) && c.l.matches.at(j).is_empty() && c.key(j).starts_with('\u{0628}') && c.key(j).chars().count() >= LETTERS
}

/// زيارة، اجتماع: what one may demand, not what one speaks through.
fn occasion(c: &Classes, j: usize) -> bool {
    c.is(j, Class::MASDAR) && c.find(j, Table::SpeechNouns).is_some_and(|m| c.lexicon().class(m.sense) == "occasion")
}

/// Whether a word can head a bare object: a verbal noun or a demonstrative, with nothing attached before it.
fn heads_object(c: &Classes, j: usize) -> bool {
    let class = c.at(j);
    let noun = class.any(Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::DEMONSTRATIVE));
    // الوطنية: an adjective.
    let adjective = class.any(Class::DEFINITE) && c.key(j).ends_with("\u{064A}\u{0647}");
    noun && !adjective
        && !class.any(Class::CONJUNCTION.or(Class::ATTACHED_PREP).or(Class::PERSON).or(Class::TIME))
        && !c.l.matches.has(j, Table::SourceAdjectives)
        && c.find(j, Table::FunctionWords).is_none_or(|m| c.lexicon().class(m.sense) != "quant")
}

/// Whether a word can end a phrase, so that the next one does not hang on it: definite, a name, an adjective, a mark.
fn closes_phrase(c: &Classes, j: usize) -> bool {
    let class = c.at(j);
    if class.any(Class::PREPOSITION.or(Class::DEMONSTRATIVE)) && !class.any(Class::PERSON) {
        return false;
    }
    // في ختام زيارته: behind a preposition a common word, not the name that is spelled so.
    if class.any(Class::MAYBE_NAME) && !class.any(Class::DEFINITE) && c.is(j.saturating_sub(1), Class::PREPOSITION) {
        return false;
    }
    if !c.is_word(j) || class.any(Class::TIME.or(Class::NATIONALITY).or(Class::PLACE).or(Class::PERSON).or(Class::MAYBE_NAME)) {
        return true;
    }
    let all = c.l.matches.at(j);
    class.any(Class::DEFINITE.or(Class::PARTICLE))
        || owned(c, j)
        || all.iter().any(|m| matches!(m.sense.table, Table::SourceAdjectives | Table::Bodies | Table::Groups | Table::Outlets) && m.end() == j + 1)
        || all.is_empty() && c.is(j.saturating_sub(1), Class::PERSON.or(Class::MAYBE_NAME).or(Class::TITLE))
}

/// Whether a definite noun behind a word does not hang on it: ولي الأمر is one phrase.
fn closes_definite(c: &Classes, j: usize) -> bool {
    !c.is_word(j)
        || owned(c, j)
        || c.is(j, Class::DEFINITE.or(Class::TIME).or(Class::NATIONALITY).or(Class::PLACE))
        || c.is(j, Class::PERSON) && !c.is(j, Class::TITLE)
}

/// A word with a pronoun at its end: بلاده، ضيوفها.
pub(super) fn owned(c: &Classes, j: usize) -> bool {
    let key = c.key(j);
    let pronoun = key.ends_with('\u{0647}') && crate::fold::last_letter(crate::text::slice(c.l.text, c.l.tokens.span(j))) != Some('\u{0629}')
        || key.ends_with("\u{0647}\u{0627}")
        || key.ends_with("\u{0647}\u{0645}")
        || key.ends_with("\u{0646}\u{0627}");
    pronoun && (c.l.matches.at(j).is_empty() || c.l.matches.at(j).iter().any(|m| m.clitics.pronoun.is_some() && m.end() == j + 1))
}
