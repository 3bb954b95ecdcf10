//! Is it a report at all? What tells a reporting word from another of the same spelling, and a statement from a mere mention.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{VerbForm, VerbKind};
use crate::lexicon::reporting::{Act, Reporting};
use crate::lexicon::table::Table;
use crate::morph::{Match, Pronoun};
use crate::name::phrase::{Head, NounPhrase};
use crate::quote::cue::Join;
use crate::quote::govern::Found;
use crate::token::Punct;

/// Whether a verb without a subject of its own goes on from an earlier speaker, and is no passive or impersonal.
pub(super) fn may_lack_subject(c: &Classes, m: &Match, form: VerbForm, verb: &Reporting, found: &Found, sentence: &Range<usize>) -> bool {
    /// Rows of reporting.tsv whose imperfect opens an impersonal clause: يذكر أن، يشار إلى أن.
    const IMPERSONAL: [&str; 5] = ["dhakara", "ashara-iv", "alima", "tawaqqaa", "dhukira"];
    if matches!(form.kind, VerbKind::PerfectPassive | VerbKind::ImperfectPassive) {
        return false;
    }
    let imperfect = form.kind == VerbKind::Imperfect;
    let masculine = form.gender == crate::lexicon::conjugate::Gender::Masculine && form.number == crate::lexicon::conjugate::Count::Singular;
    let adjacent = found.frame_end <= m.end() + 1;
    let id = c.lexicon().id(m.sense);
    /// Rows of reporting.tsv for what findings do: without a subject of their own they go on from a thing, not from a speaker.
    const FINDINGS: [&str; 4] = ["athbata", "azhara", "dalla", "wajada"];
    if FINDINGS.contains(&id) {
        return false;
    }
    if imperfect && masculine && adjacent && IMPERSONAL.contains(&id) {
        return false;
    }
    let strong = matches!(found.join, Join::Clause | Join::Quote | Join::QuoteBefore | Join::Colon);
    let opens = m.first() == sentence.start
        || !c.is_word(m.first() - 1)
        || m.clitics.conj
        || c.is(m.first() - 1, Class::SUBORDINATOR.or(Class::PARTICLE).or(Class::RELATIVE))
        || strong && resumed_by_pronoun(c, m.first() - 1);
    let bare = form.kind == VerbKind::Perfect && (masculine || form.number == crate::lexicon::conjugate::Count::Dual);
    let joined = m.clitics.conj || c.is(m.first().saturating_sub(1), Class::SUBORDINATOR.or(Class::PARTICLE)) && m.first() > sentence.start;
    let governed = found.letters > 0 || c.is(found.content.saturating_sub(1), Class::PREPOSITION);
    if verb.ambiguous && bare && !strong && !(joined && governed) {
        return false;
    }
    // كما يدعو إلى; كانت فلانة أعلنت
    let also = m.first() > sentence.start && c.function(m.first() - 1) == Some("kama");
    // في عنوان: فلان يرفض … ويتهم …
    let layout = c.l.sentences.paragraphs.get(c.l.sentences.paragraph_of(m.first())).map(|p| p.layout);
    let also = also || m.clitics.conj && m.first() > sentence.start && layout.is_some_and(|l| l != crate::sentence::Layout::Body);
    let was = (1..=2).any(|k| m.first() >= sentence.start + k && c.is(m.first() - k, Class::BE));
    opens && (strong || !imperfect || also) || was && strong && !imperfect || strong && tells_in(c, m)
}

/// تقريرا قال فيه، كلمة أكدت خلالها: a verb that describes what its subject's words stand in.
fn tells_in(c: &Classes, m: &Match) -> bool {
    let end = m.end();
    let back = c.l.matches.at(end).iter().any(|p| p.sense.table == Table::FunctionWords && p.clitics.pronoun.is_some() && c.lexicon().class(p.sense) == "prep")
        || c.is(end, Class::PREPOSITION) && super::govern::owned(c, end + 1);
    m.first() > 0 && back && c.is_word(m.first() - 1) && !c.is(m.first() - 1, Class::DEFINITE) && !m.clitics.conj
}

/// إلا أنها، لأنه: a complementiser whose pronoun is the verb's subject.
fn resumed_by_pronoun(c: &Classes, i: usize) -> bool {
    c.is(i, Class::COMPLEMENTISER) && c.l.matches.at(i).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_some())
}

/// طلب عدم ذكر اسمه: a source that wants to stay unnamed asks nothing of anybody.
pub(super) fn stays_unnamed(c: &Classes, found: &Found) -> bool {
    const NEAR: usize = 4;
    let names = |j: usize| c.find(j, Table::CueContexts).is_some_and(|m| matches!(c.lexicon().id(m.sense), "ism" | "huwiyya" | "huwiya"));
    found.join == Join::Noun
        && c.l.matches.at(found.content).iter().any(|m| m.sense.table == Table::Masdars && c.lexicon().id(m.sense) == "adam")
        && (found.content + 1..=found.content + NEAR).any(|j| c.is(j, Class::SPEECH_MASDAR) || names(j))
}

/// Whether a noun phrase behind a verb is reported content: its subject is a source, and the noun does not go back to a relative.
pub(super) fn tells_act(c: &Classes, verb: usize, found: &Found, subject: &NounPhrase, before: bool) -> bool {
    // البعض أعرب عن: some of them are people, though the table tells no more.
    let source = subject.head != Head::Other || !before || c.is_quantifier(subject.tokens.start);
    // القرار الذي وعد بتنفيذه: what the relative describes is the object, and does not speak.
    source && !(before && found.letters > 0 && goes_back(c, verb, found))
}

/// الذي هدد الحرس بإغلاقه: the content's pronoun goes back to the noun before the relative, with its gender.
pub(super) fn goes_back(c: &Classes, verb: usize, found: &Found) -> bool {
    let Some(relative) = verb.checked_sub(1).filter(|&j| c.is(j, Class::RELATIVE)) else { return false };
    let fits = |p: Pronoun| match c.function(relative) {
        Some("alladhi") => p == Pronoun::His,
        Some("allati") => matches!(p, Pronoun::Her | Pronoun::Their),
        _ => true,
    };
    let all = c.l.matches.at(found.content);
    all.iter().any(|m| m.clitics.pronoun.is_some_and(fits)) && !all.iter().any(|m| m.clitics.pronoun.is_none() && m.clitics.letters == found.letters)
}

/// إن وجوده: a bare complementiser, and a noun with a pronoun behind it.
pub(super) fn antecedent_resumed(c: &Classes, complementiser: usize) -> bool {
    let bare = c.l.matches.at(complementiser).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics.pronoun.is_none());
    let next = complementiser + 1;
    bare && c
        .l
        .matches
        .at(next)
        .iter()
        .any(|m| matches!(m.clitics.pronoun, Some(crate::morph::Pronoun::His | crate::morph::Pronoun::Her)) && m.sense.table == Table::Masdars)
}

/// لا، لم، لن; not a word that they begin (ماي).
pub(super) fn negates(c: &Classes, i: usize) -> bool {
    c.l.matches
        .at(i)
        .iter()
        .any(|m| m.sense.table == Table::FunctionWords && m.end() == i + 1 && m.clitics.pronoun.is_none() && c.lexicon().class(m.sense) == "neg")
}

/// لو، إذا، إن كان
pub(super) fn conditional(c: &Classes, i: usize) -> bool {
    const ROWS: [&str; 4] = ["law", "idha", "lawla", "hatta-law"];
    c.l.matches.at(i).iter().any(|m| m.sense.table == Table::FunctionWords && m.end() == i + 1 && ROWS.contains(&c.lexicon().id(m.sense)))
}

/// Whether a word that is also a preposition has what a verb would have: its content right behind it, or a person between.
pub(super) fn homograph_governs(c: &Classes, m: &Match, found: &Found, sentence: &Range<usize>) -> bool {
    const PHRASE: usize = 8;
    let end = m.end();
    // بين أن، أبان أن tell something; دون أن، عدا أن are "without, except that".
    let adjacent = found.frame_end <= end && (found.join == Join::Noun || !matches!(c.lexicon().id(m.sense), "dawwana" | "adda"));
    let named = c.is(end, Class::PERSON.or(Class::TITLE).or(Class::SOURCE).or(Class::ORGANISATION));
    let person = named || continues_unknown(c, end) && found.frame_end <= end + 1;
    // وبين الوزير أن، وعبر الوزير عن: at the head of the sentence no preposition is left without its clause.
    let opens = m.first() == sentence.start || !c.is_word(m.first() - 1);
    let short = found.frame_end <= end + PHRASE && !(end..found.frame_end).any(|j| c.is(j, Class::CONJUNCTION.or(Class::VERB)) && !c.is(j, Class::PARTICLE));
    match found.join {
        Join::Clause => adjacent || person || opens && m.clitics.conj && short,
        Join::Noun => {
            adjacent && found.content > end
                || opens && short && (named || c.l.matches.at(end).is_empty()) && c.is(found.content.saturating_sub(1), Class::PREPOSITION)
        }
        _ => false,
    }
}

/// An unknown definite word: الرفاعي.
fn continues_unknown(c: &Classes, i: usize) -> bool {
    c.is(i, Class::DEFINITE) && c.l.matches.at(i).is_empty()
}

/// An indefinite accusative (مؤكدا، مؤكدة، مؤكدين), as a participle that goes on with a report has it.
pub(super) fn accusative(c: &Classes, i: usize, form: VerbForm) -> bool {
    let key = c.key(i);
    match form.number {
        // مؤكدة with its ة, not مقره with a pronoun.
        crate::lexicon::conjugate::Count::Singular => {
            key.ends_with('\u{0627}') || crate::fold::last_letter(crate::text::slice(c.l.text, c.l.tokens.span(i))) == Some('\u{0629}')
        }
        _ => key.ends_with("\u{064A}\u{0646}") || key.ends_with("\u{0627}\u{062A}"),
    }
}

/// Whether the participle at `i` may go on with a report: مؤكدا, not مدينة.
pub(super) fn goes_on(c: &Classes, i: usize) -> bool {
    let of = |m: &Match| m.sense.table == Table::Reporting && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Participle && accusative(c, i, f));
    c.l.matches.at(i).iter().any(|m| m.clitics.pronoun.is_none() && of(m)) && !another_noun(c, i)
}

/// Whether a word is a noun by the tables besides being a form of a verb.
pub(super) fn another_noun(c: &Classes, i: usize) -> bool {
    // Behind a comma or و the noun of a title (مشيرة، داعية) is hardly ever meant.
    let joined = i > 0 && (c.punct(i - 1, Punct::Comma) || c.quote_mark(i - 1) || c.punct(i - 1, Punct::Stop)) || c.is(i, Class::CONJUNCTION);
    c.l.matches.at(i).iter().any(|m| {
        m.clitics.prep.is_none()
            && m.clitics.pronoun.is_none()
            && (matches!(m.sense.table, Table::PlaceHeads | Table::OrgHeads | Table::Units | Table::Cities | Table::Countries)
                || !joined && matches!(m.sense.table, Table::Titles | Table::GivenNames | Table::Masdars))
    })
}

/// Whether a verb can stand at `i`: at the start of a clause or behind a mark, a subordinator, a relative.
pub(super) fn starts_clause(c: &Classes, i: usize, sentence: &Range<usize>) -> bool {
    i == sentence.start
        || !c.is_word(i - 1)
        || c.is(i, Class::CONJUNCTION)
        || c.is(i - 1, Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::PARTICLE).or(Class::NEGATION).or(Class::COMPLEMENTISER))
}

/// Whether the word is another one of the same spelling: a noun or verb whose own first letter looks like و or ف (فدان، ورد), a name in a list (ويوسف).
pub(super) fn spelled_alike(c: &Classes, m: &Match) -> bool {
    let whole = |n: &&Match| n.clitics == Default::default() && n.first() == m.first();
    let other = |n: &Match| matches!(n.sense.table, Table::Units | Table::Currencies) || n.sense.table == Table::Verbs && c.lexicon().id(n.sense) == "warada";
    let name = |n: &Match| n.clitics.prep.is_none() && matches!(n.sense.table, Table::GivenNames | Table::FamilyNames) && !c.lexicon().is_ambiguous(n.sense);
    let at = || c.l.matches.at(m.first()).iter();
    let Some(before) = m.first().checked_sub(1).filter(|_| m.clitics.conj) else { return false };
    let listed = at().any(name) && c.is(before, Class::PERSON);
    // صلى الله عليه وسلم
    let blessing = c.lexicon().id(m.sense) == "sallama" && c.function(before) == Some("ala");
    at().filter(whole).any(other) || listed || blessing
}

/// سائلا الله أن، دعا المولى: a prayer reports nothing.
pub(super) fn prayer(c: &Classes, behind: usize, act: Act) -> bool {
    matches!(act, Act::Ask | Act::Demand | Act::Praise) && cue_context(c, behind) == Some("deity")
}

/// The class of a row of cue_contexts.tsv that begins at a token, with or without an attached letter.
pub(super) fn cue_context(c: &Classes, i: usize) -> Option<&'static str> {
    c.find(i, Table::CueContexts).map(|m| c.lexicon().class(m.sense))
}

/// Whether a subject is a thing that does not speak: a verbal noun, a unit, a title of a work.
pub(super) fn speechless(c: &Classes, subject: &NounPhrase) -> bool {
    let things = [Table::Masdars, Table::Units, Table::CueContexts, Table::TimeUnits, Table::Verbs, Table::Reporting, Table::FunctionWords];
    subject.head == Head::Other
        && !c.is_quantifier(subject.tokens.start)
        && c.l.matches.at(subject.tokens.start).iter().any(|m| m.end() <= subject.tokens.end && things.contains(&m.sense.table))
}
