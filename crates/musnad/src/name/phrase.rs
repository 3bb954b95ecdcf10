//! The noun phrase of a source: where it ends, which of its words are title and which are name, and what kind of source it is.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{Count, Gender};
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Sense};
use crate::morph::{Match, Prep};
use crate::record::Kind;
use crate::text::Span;
use crate::token::{Punct, TokenKind, skip_letters};

/// What heads a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// A person's name, perhaps behind a title.
    Person,
    /// A title that names a person by office: الوزير.
    Office,
    /// A body, state, outlet, group of its own name.
    Organisation,
    /// A role without a name: مصدر أمني، شهود عيان.
    Source,
    /// بيان، تقرير
    Document,
    /// None of these.
    Other,
}

/// A noun phrase that may be a source.
#[derive(Clone, Debug)]
pub struct NounPhrase {
    /// All its tokens.
    pub tokens: Range<usize>,
    /// All its words, an attached preposition at the start left out.
    pub span: Span,
    /// What heads it.
    pub head: Head,
    /// The tokens that name the source: the person's name, the organisation's name, or the whole phrase.
    pub name: Range<usize>,
    /// The tokens of the title, for a person or an office.
    pub role: Range<usize>,
    /// What kind of source.
    pub kind: Kind,
    /// Gender of its head.
    pub gender: Gender,
    /// Number of its head.
    pub number: Count,
    /// The row that told the head.
    pub sense: Option<Sense>,
}

/// The longest phrase that is looked for, in tokens.
const LONGEST: usize = 28;

/// Whether joined names (إسرائيل ومصر) are one phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// They are: the subject of a cue.
    Together,
    /// They are not: mentions in running text.
    Apart,
}

/// Reads the noun phrase that begins at token `start` and ends before `limit`.
pub fn noun_phrase(c: &Classes, start: usize, limit: usize) -> Option<NounPhrase> {
    phrase(c, start, limit, Joint::Together)
}

/// Like [`noun_phrase`], with joined names told apart as `joint` says.
pub fn phrase(c: &Classes, start: usize, limit: usize, joint: Joint) -> Option<NounPhrase> {
    let limit = limit.min(start + LONGEST);
    if start >= limit || !begins(c, start) {
        return None;
    }
    let lead = lead(c, start);
    let (end, name_from) = extent(c, start, limit, &lead, joint);
    if end <= start {
        return None;
    }
    Some(describe(c, start, end, name_from, &lead))
}

/// Whether a noun phrase can begin here.
fn begins(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    if c.quote_mark(i) || c.punct(i, Punct::Hash) {
        return c.is_word(i + 1);
    }
    if !matches!(c.l.tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin)) || c.l.tokens.key(i).is_empty() {
        return c.l.tokens.kind(i) == Some(TokenKind::Digits) && c.is(i + 1, Class::SOURCE.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE));
    }
    let named = class.any(NAMED);
    !(class.any(Class::COMPLEMENTISER.or(Class::RELATIVE).or(Class::NEGATION))
        || (class.any(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::PARTICLE).or(Class::TIME)) && !named)
        || (class.any(Class::CUE.or(Class::VERB)) && !named && !class.any(Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::DEFINITE))))
}

/// Classes that name something.
const NAMED: Class = Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE).or(Class::SPEECH_NOUN);

/// What the first words of a phrase are.
struct Lead<'a> {
    head: Head,
    found: Option<&'a Match>,
}

/// Which reading of the first word leads: the longest names first, then offices, sources, organisations.
fn lead<'a>(c: &Classes<'a>, start: usize) -> Lead<'a> {
    // A quantifier leads to the noun that it counts: أحد المسؤولين، عدد من الخبراء.
    let mut first = if c.quote_mark(start) || c.punct(start, Punct::Hash) { start + 1 } else { start };
    let quantified = c.find(first, Table::FunctionWords).is_some_and(|m| c.lexicon().class(m.sense) == "quant");
    if quantified {
        first += 1;
        if c.is(first, Class::PREPOSITION) {
            first += 1;
        }
        if let Some(m) = c.l.matches.at(first).iter().find(|m| matches!(m.sense.table, Table::Sources | Table::Titles | Table::OrgHeads) && plain(m)) {
            let head = if m.sense.table == Table::OrgHeads { Head::Organisation } else { Head::Source };
            return Lead { head, found: Some(m) };
        }
        return Lead { head: Head::Other, found: None };
    }
    let all = c.l.matches.at(first);
    let of = |tables: &[Table]| all.iter().find(|m| tables.contains(&m.sense.table) && (plain(m) || owned(c, m)) && sure_name(c, m));
    let long = |m: &&Match| m.end() - m.first() >= 2;
    if let Some(m) = all.iter().filter(long).find(|m| [Table::Bodies, Table::Outlets, Table::Groups, Table::Countries].contains(&m.sense.table) && plain(m) && !matches!(m.sense.form, Form::Nationality(..))) {
        return Lead { head: Head::Organisation, found: Some(m) };
    }
    let source = of(&[Table::Sources]);
    let title = of(&[Table::Titles]);
    match (title, source) {
        // مسؤولون، خبير: a role that is no one's name. المتحدث باسم: an office.
        (Some(t), Some(s)) if s.end() > t.end() || s.end() == t.end() && (matches!(s.sense.form, Form::Noun(Count::Plural | Count::Dual, _)) || !c.is(first, Class::DEFINITE) && !c.is(t.end(), Class::DEFINITE) && t.end() == first + 1) => {
            return Lead { head: Head::Source, found: Some(s) };
        }
        (Some(t), _) => return Lead { head: Head::Office, found: Some(t) },
        (None, Some(s)) if !of(&[Table::OrgHeads]).is_some_and(|o| o.end() >= s.end() && !matches!(s.sense.form, Form::Noun(Count::Plural | Count::Dual, _)) && matches!(c.lexicon().class(o.sense), "outlet" | "media")) => {
            return Lead { head: Head::Source, found: Some(s) };
        }
        _ => {}
    }
    if let Some(m) = of(&[Table::OrgHeads, Table::Bodies, Table::Groups, Table::Outlets]) {
        return Lead { head: Head::Organisation, found: Some(m) };
    }
    // الداخلية المصرية: a ministry by its portfolio.
    if let Some(m) = of(&[Table::OfficeComplements]).filter(|m| c.is(m.first(), Class::DEFINITE) && c.is(m.end(), Class::NATIONALITY) && c.is(m.end(), Class::DEFINITE)) {
        return Lead { head: Head::Organisation, found: Some(m) };
    }
    if let Some(m) = all.iter().find(|m| m.sense.table == Table::Countries && !matches!(m.sense.form, Form::Nationality(..)) && plain(m)) {
        return Lead { head: Head::Organisation, found: Some(m) };
    }
    if let Some(m) = of(&[Table::SpeechNouns]) {
        return Lead { head: Head::Document, found: Some(m) };
    }
    if let Some(m) = of(&[Table::GivenNames, Table::FamilyNames]) {
        return Lead { head: Head::Person, found: Some(m) };
    }
    Lead { head: Head::Other, found: None }
}

/// A name that is also a common word (البيان، الحياة) is a name only in marks or behind its head noun.
pub(crate) fn sure_name(c: &Classes, m: &Match) -> bool {
    let named = matches!(m.sense.table, Table::Outlets | Table::Groups | Table::Bodies | Table::Cities | Table::Regions);
    if !named || m.end() - m.first() > 1 || !c.lexicon().is_ambiguous(m.sense) {
        return true;
    }
    m.first().checked_sub(1).is_some_and(|j| c.quote_mark(j) || c.l.matches.at(j).iter().any(|n| n.sense.table == Table::OrgHeads && n.end() == m.first()))
}

/// ابنها، مراسلنا، محاميه: a person by a tie to another.
fn owned(c: &Classes, m: &Match) -> bool {
    matches!(m.sense.table, Table::Titles | Table::Sources) && !m.clitics.future && !c.is(m.first(), Class::CUE.or(Class::VERB).or(Class::MASDAR))
}

/// No pronoun at its end.
fn plain(m: &Match) -> bool {
    m.clitics.pronoun.is_none() && !m.clitics.future
}

/// The end of the phrase, and the token at which a person's name begins in it.
fn extent(c: &Classes, start: usize, limit: usize, lead: &Lead, joint: Joint) -> (usize, Option<usize>) {
    let mut name_from: Option<usize> = (lead.head == Head::Person).then_some(start);
    let titled = lead.head == Head::Office;
    // The words that a match of the lexicon takes are in.
    let mut i = lead.found.map_or(start, |m| m.end());
    if i == start {
        i = past_quoted(c, start).unwrap_or(start + 1);
    }
    let mut fixed = i;
    while i < limit {
        if c.line_start(i) {
            break;
        }
        let class = c.at(i);
        // A body's name inside an office or a source is in whole.
        if name_from.is_none()
            && i > start
            && let Some(body) = c.l.matches.at(i).iter().find(|m| m.end() > i + 1 && matches!(m.sense.table, Table::Bodies | Table::Outlets | Table::Groups) && plain(m) && !m.clitics.conj)
            && (matches!(lead.head, Head::Office | Head::Source | Head::Document) || lead.found.is_some_and(|m| m.sense.table == Table::OrgHeads))
            && (body.clitics.prep != Some(Prep::Li) || body.sense.table != Table::Outlets)
        {
            i = body.end();
            continue;
        }
        // A glued hyphen, underscore or hash is part of a name.
        if c.punct(i, Punct::Dash) && c.l.tokens.gap(i + 1) == crate::token::Gap::None && c.is_word(i + 1)
            || c.punct(i, Punct::Dash) && c.l.tokens.gap(i) == crate::token::Gap::None && c.is_word(i + 1) && name_from.is_some()
            || c.punct(i, Punct::Underscore)
            || c.punct(i, Punct::Hash)
        {
            i += 1;
            continue;
        }
        if c.quote_mark(i) {
            match past_quoted(c, i) {
                Some(end) if end <= limit && name_from.is_none() && lead.head != Head::Other => {
                    i = end;
                    continue;
                }
                _ => break,
            }
        }
        if c.punct(i, Punct::Comma) {
            // الوزير الفلاني، فلان الفلاني، : the name may stand in apposition.
            let role = titled || lead.head == Head::Source || lead.found.is_some_and(|m| m.sense.table == Table::OrgHeads && c.is(i + 1, Class::PERSON));
            if role && name_from.is_none() && apposed_name(c, i + 1, limit) {
                name_from = Some(i + 1 + title_length(c, i + 1));
                i = name_from.unwrap_or(i + 1).max(i + 1);
                i = i.max(i + 1);
                continue;
            }
            break;
        }
        if c.punct(i, Punct::Stop) && c.l.tokens.kind(i - 1) == Some(TokenKind::Word) && c.key(i - 1).chars().count() == 1 {
            i += 1;
            continue;
        }
        if !c.is_word(i) || class.any(Class::TIME) && !class.any(Class::PERSON) {
            break;
        }
        if class.any(Class::TIME) && c.time(i).is_some_and(|t| t.end - t.first > 1) {
            break;
        }
        if class.any(Class::COMPLEMENTISER.or(Class::RELATIVE).or(Class::NEGATION)) || c.key(i).chars().count() == 1 && c.attached(i).is_some() {
            break;
        }
        // A new title within the phrase: وزير الخارجية السيد فلان؛ العقيد فلان.
        if name_from.is_none()
            && titled
            && !given_name(c, i)
            && let Some(title) = c.find(i, Table::Titles)
            && plain(title)
            && title.clitics.prep.is_none()
        {
            i = title.end();
            if takes_name(c, title) && i < limit && may_be_name(c, i) {
                name_from = Some(i);
            }
            continue;
        }
        // الملاح عيسى: a trade that no table holds, before a given name.
        if lead.head == Head::Other && name_from.is_none() && i == start + 1 && c.is(start, Class::DEFINITE) && given_name(c, i) && c.is(i, Class::PERSON) && c.l.tokens.kind(start) == Some(TokenKind::Word) {
            name_from = Some(i);
            i += 1;
            continue;
        }
        if name_from.is_none() && (titled || lead.head == Head::Source) && name_begins(c, i, limit, lead) {
            name_from = Some(i);
            i += 1;
            continue;
        }
        // منظمة غير حكومية
        if c.find(i, Table::FunctionWords).is_some_and(|m| c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize) == "ghayra") && name_from.is_none() && c.is_word(i + 1) {
            i += 2;
            continue;
        }
        if let Some(from) = name_from
            && i > from
            && !continues_name(c, i)
            && !(joint == Joint::Together && joins_person(c, i))
            && !follows_as_role(c, i)
        {
            break;
        }
        if name_from.is_none() && lead.head == Head::Organisation && !continues_organisation(c, start, i, lead, joint) {
            break;
        }
        if class.any(Class::PREPOSITION) {
            if name_from.is_none() && attaches(c, i, lead) {
                // A name in marks is in whole, a hashtag's words follow by themselves.
                i = if c.quote_mark(i + 1) { past_quoted(c, i + 1).unwrap_or(i + 2) } else { i + 2 };
                fixed = fixed.max(i);
                continue;
            }
            break;
        }
        if class.any(Class::SUBORDINATOR.or(Class::PARTICLE).or(Class::ATTRIBUTION)) && !class.any(NAMED) {
            break;
        }
        if let Some((prep, _)) = c.attached(i)
            && !has_whole_name(c, i)
        {
            let outlet = c.is(i, Class::ORGANISATION) && c.l.matches.at(i).iter().any(|m| medium_of_speech(c, m));
            let audience = outlet || c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Sources && c.lexicon().class(m.sense) == "media");
            let purpose = prep == Prep::Li && class.any(Class::MASDAR) && !class.any(Class::ORGANISATION) && matches!(lead.head, Head::Source | Head::Other);
            let keep = name_from.is_none() && !purpose && lead.head != Head::Other && lead.head != Head::Person && !(prep == Prep::Li && audience) && prep != Prep::Ka && !speech_place(c, i);
            if keep {
                i += 1;
                continue;
            }
            break;
        }
        if class.any(Class::CUE.or(Class::VERB)) && !class.any(NAMED.or(Class::DEFINITE).or(Class::MASDAR).or(Class::SPEECH_MASDAR).or(Class::NATIONALITY)) {
            break;
        }
        if class.any(Class::PARTICIPLE) && !class.any(NAMED.or(Class::DEFINITE)) {
            break;
        }
        if class.any(Class::CONJUNCTION) && conjoined_verb(c, i) {
            break;
        }
        // أعلنت الحكومة وقف…: an indefinite verbal noun behind a closed phrase begins the object.
        let bare = !class.any(Class::DEFINITE.or(Class::ATTACHED_PREP).or(Class::CONJUNCTION));
        let closed = c.at(i - 1).any(Class::DEFINITE.or(Class::PLACE).or(Class::PERSON).or(Class::NATIONALITY)) || c.quote_mark(i - 1);
        if bare && closed && i > start && class.any(Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::SPEECH_NOUN)) && !class.any(Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE)) {
            break;
        }
        // حث الوزير | المواطنين: a definite title takes adjectives alone, another definite noun is the one spoken to.
        let definite_title = titled && lead.found.is_some_and(|m| m.clitics.article && m.end() == m.first() + 1);
        if definite_title && name_from.is_none() && class.any(Class::DEFINITE) && class.any(Class::SOURCE.or(Class::ORGANISATION)) && !class.any(Class::TITLE.or(Class::PERSON)) && !adjective(c, i) {
            break;
        }
        // جماعات حقوقية | القوات: an indefinite adjective closes its phrase.
        let compound = c.l.matches.at(i - 1).iter().any(|m| m.end() > i);
        if i > start + 1 && class.any(Class::DEFINITE) && adjective(c, i - 1) && !compound && !c.is(i - 1, Class::DEFINITE) && name_from.is_none() {
            break;
        }
        // A new role behind a closed phrase that is no title is another phrase: لرويترز مسؤول أمني.
        if bare && closed && i > start && matches!(lead.head, Head::Organisation | Head::Document | Head::Other) && class.any(Class::TITLE.or(Class::SOURCE)) && !class.any(Class::PERSON) {
            break;
        }
        // After a name: a second title (فلان وزير الخارجية) and nationality belong to the phrase as a role, an unknown definite noun may.
        i += 1;
    }
    (trim_end(c, start, i.min(limit).max(fixed.min(limit))), name_from)
}

/// Whether a word goes on with a person's name: a known part of names, an unknown word, a surname in ـي with the article.
fn continues_name(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    let particle = c.find(i, Table::FamilyNames).is_some() || class.any(Class::PERSON);
    if particle {
        return !class.any(Class::CONJUNCTION) || c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && !m.clitics.conj);
    }
    if class.any(Class::DEFINITE) {
        let key = c.key(i);
        // رامي الكردي: a nisba or a trade right behind a lone given name, with nothing more of the phrase behind it, is the family name.
        let closes = !c.is_word(i + 1) || c.line_start(i + 1) || c.is(i + 1, Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::TIME)) || c.attached(i + 1).is_some();
        if i > 0 && given_name(c, i - 1) && c.is(i - 1, Class::PERSON) && closes && !class.any(Class::TIME) && (key.ends_with('\u{064A}') || class.any(Class::TITLE.or(Class::SOURCE))) {
            return true;
        }
        let surname = key.ends_with('\u{064A}') || !c.is(i + 1, Class::DEFINITE);
        return surname && !class.any(NAMED.or(Class::NATIONALITY).or(Class::TIME)) && !known_noun(c, i) && c.l.matches.at(i).is_empty();
    }
    may_be_name(c, i) && !class.any(Class::CONJUNCTION.or(Class::ATTACHED_PREP))
}

/// فلان وفلان: another person joined to the first.
fn joins_person(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.table, Table::GivenNames | Table::Titles) && m.clitics.prep.is_none())
}

/// فلان المتحدث باسم…، فلان زعيم…: a role behind the name, and its complement.
fn follows_as_role(c: &Classes, i: usize) -> bool {
    let role = |j: usize| c.l.matches.at(j).iter().any(|m| matches!(m.sense.table, Table::Titles | Table::Sources) && m.clitics.prep.is_none() && !m.clitics.conj);
    const COMPLEMENT: usize = 6;
    role(i) || (i.saturating_sub(COMPLEMENT)..i).any(role) && c.is(i, Class::DEFINITE.or(Class::NATIONALITY).or(Class::PLACE).or(Class::ORGANISATION))
}

/// Whether a word goes on with an organisation's name.
fn continues_organisation(c: &Classes, start: usize, i: usize, lead: &Lead, joint: Joint) -> bool {
    let class = c.at(i);
    let conj = class.any(Class::CONJUNCTION) && !c.l.matches.at(i).iter().any(|m| !m.clitics.conj && m.clitics.prep.is_none()) || c.key(i).starts_with('\u{0648}') && c.l.matches.at(i).is_empty() && c.key(i).chars().nth(1) == Some('\u{0627}');
    if conj {
        let named = class.any(Class::ORGANISATION.or(Class::PLACE).or(Class::SOURCE));
        let generic = lead.found.is_some_and(|m| m.sense.table == Table::OrgHeads);
        return if named { joint == Joint::Together } else { generic && class.any(Class::DEFINITE) };
    }
    if class.any(Class::PREPOSITION) || c.attached(i).is_some() {
        return true;
    }
    match lead.found.map(|m| m.sense.table) {
        // A name of its own: only an adjective of nationality or a second name can follow.
        Some(Table::Bodies | Table::Outlets | Table::Groups) => class.any(Class::NATIONALITY) && class.any(Class::DEFINITE),
        Some(Table::Countries) => false,
        // A definite head noun takes adjectives alone: المنظمة الدولية | الرئيس.
        Some(Table::OrgHeads) if lead.found.is_some_and(|m| m.clitics.article) => {
            class.any(Class::DEFINITE) && (!class.any(Class::TITLE.or(Class::SOURCE).or(Class::ORGANISATION).or(Class::PLACE)) || adjective(c, i))
        }
        // A head noun: its complement and adjectives; a person's name or a new role is another phrase.
        _ => !(class.any(Class::PERSON) && i > start + 1 && c.at(i - 1).any(Class::DEFINITE.or(Class::PLACE)) && !class.any(Class::DEFINITE)),
    }
}

/// An adjective by the tables: of a nationality or of a source.
fn adjective(c: &Classes, i: usize) -> bool {
    c.is(i, Class::NATIONALITY) || c.l.matches.has(i, Table::SourceAdjectives)
}

/// و + a finite verb: a new clause.
fn conjoined_verb(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.table, Table::Reporting | Table::Verbs) && Classes::verb_form(m).is_some_and(is_finite))
        && !c.l.matches.at(i).iter().any(|m| m.clitics.conj && !matches!(m.sense.table, Table::Reporting | Table::Verbs))
}

fn is_finite(form: crate::lexicon::conjugate::VerbForm) -> bool {
    use crate::lexicon::conjugate::VerbKind::*;
    matches!(form.kind, Perfect | Imperfect | PerfectPassive | ImperfectPassive)
}

/// Whether the word as it stands, with no preposition taken off, is in the tables of names.
fn has_whole_name(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| {
        m.clitics.prep.is_none()
            && matches!(
                m.sense.table,
                Table::GivenNames | Table::FamilyNames | Table::Countries | Table::Cities | Table::Regions | Table::Bodies | Table::Outlets | Table::Groups | Table::Titles | Table::OrgHeads | Table::Sources | Table::SourceAdjectives | Table::PlaceHeads | Table::OfficeComplements | Table::Masdars
            )
    })
}

fn medium_of_speech(c: &Classes, m: &Match) -> bool {
    m.sense.table == Table::Outlets || (m.sense.table == Table::OrgHeads && matches!(c.lexicon().class(m.sense), "outlet" | "media"))
}

/// "باسم" introduces what a spokesman speaks for; بـ + a speech noun tells where one spoke.
fn speech_place(c: &Classes, i: usize) -> bool {
    c.is(i, Class::SPEECH_NOUN)
}

/// The end of a quoted name of a few words that begins at quote mark `i`.
fn past_quoted(c: &Classes, i: usize) -> Option<usize> {
    const WORDS: usize = 6;
    if !c.quote_mark(i) {
        return None;
    }
    let close = (i + 2..i + 2 + WORDS).find(|&j| c.quote_mark(j))?;
    (i + 1..close).all(|j| !c.line_start(j) && !c.is(j, Class::COMPLEMENTISER)).then_some(close + 1)
}

/// Whether a preposition after a role leads to a part of the phrase: مسؤولون في إدارة, but not in a statement.
fn attaches(c: &Classes, i: usize, lead: &Lead) -> bool {
    if !matches!(lead.head, Head::Office | Head::Source | Head::Organisation) {
        return false;
    }
    let preposition = c.find(i, Table::FunctionWords).map(|m| c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize)).unwrap_or("");
    let marked = c.quote_mark(i + 1) || c.punct(i + 1, Punct::Hash);
    if !ATTACHING.contains(&preposition) || c.line_start(i + 1) || !c.is_word(i + 1) && !marked {
        return false;
    }
    if marked {
        return lead.head != Head::Organisation;
    }
    let next = c.at(i + 1);
    if next.any(Class::TIME.or(Class::SPEECH_NOUN).or(Class::SPEECH_MASDAR).or(Class::DEMONSTRATIVE).or(Class::RELATIVE).or(Class::COMPLEMENTISER)) && !next.any(Class::PLACE.or(Class::ORGANISATION)) {
        return false;
    }
    if lead.head == Head::Organisation && (!matches!(preposition, "fi" | "min") || lead.found.is_none_or(|m| m.sense.table != Table::OrgHeads)) {
        return false;
    }
    match lead.head {
        Head::Source => next.any(NAMED.or(Class::DEFINITE)) || c.l.matches.has(i + 1, Table::PlaceHeads),
        _ => next.any(Class::PLACE.or(Class::ORGANISATION)) || c.l.matches.has(i + 1, Table::PlaceHeads),
    }
}

/// Rows of function_words.tsv: prepositions that can belong to a source's phrase.
const ATTACHING: [&str; 9] = ["didda", "fi", "min", "dakhila", "lada", "ala", "an", "dimna", "bayna"];

/// Whether a name stands at `i` in apposition: it is followed by a comma, a complementiser, a verb or a mark of speech.
fn apposed_name(c: &Classes, i: usize, limit: usize) -> bool {
    let from = i + title_length(c, i);
    if from >= limit || !may_be_name(c, from) {
        return false;
    }
    let strong = from > i || c.is(from, Class::PERSON);
    let end = (from..limit.min(from + 6)).find(|&j| !c.is_word(j) && !c.punct(j, Punct::Dash) || c.is(j, Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::TIME)));
    let closed = end.is_none_or(|j| j > from && (c.punct(j, Punct::Comma) || c.punct(j, Punct::Colon) || c.quote_mark(j) || c.is(j, Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::TIME))));
    closed && (strong || end.is_some_and(|j| j <= from + 4))
}

/// Tokens of a title that stands at `i`: العقيد in «المتحدث، العقيد فلان».
fn title_length(c: &Classes, i: usize) -> usize {
    c.find(i, Table::Titles).filter(|m| m.clitics.prep.is_none() && takes_name(c, m)).map_or(0, |m| m.end() - i)
}

/// A given name as it stands.
fn given_name(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.sense.table == Table::GivenNames && m.clitics.prep.is_none() && !m.clitics.conj)
}

fn takes_name(c: &Classes, title: &Match) -> bool {
    matches!(c.lexicon().cell(title.sense, "takes"), "name" | "both")
}

/// Whether a word could be part of a person's name: nothing else by the tables, no article.
fn may_be_name(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    if class.any(Class::PERSON.or(Class::MAYBE_NAME)) {
        return true;
    }
    if !matches!(c.l.tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin)) {
        return false;
    }
    let other = Class::COMPLEMENTISER
        .or(Class::RELATIVE)
        .or(Class::PREPOSITION)
        .or(Class::SUBORDINATOR)
        .or(Class::NEGATION)
        .or(Class::PARTICLE)
        .or(Class::DEMONSTRATIVE)
        .or(Class::VERB)
        .or(Class::CUE)
        .or(Class::PARTICIPLE)
        .or(Class::MASDAR)
        .or(Class::SPEECH_MASDAR)
        .or(Class::TIME)
        .or(Class::PLACE)
        .or(Class::ORGANISATION)
        .or(Class::SOURCE)
        .or(Class::SPEECH_NOUN)
        .or(Class::NATIONALITY)
        .or(Class::TITLE);
    !class.any(other) && c.key(i).chars().count() >= 2 && !known_noun(c, i) && c.attached(i).is_none()
}

fn known_noun(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::OfficeComplements | Table::SourceAdjectives | Table::PlaceHeads | Table::Units | Table::Currencies))
}

/// Whether a person's name begins at `i` behind a title's complement.
fn name_begins(c: &Classes, i: usize, limit: usize, lead: &Lead) -> bool {
    let class = c.at(i);
    let previous = c.at(i - 1);
    let given = given_name(c, i);
    let first = lead.found.is_some_and(|m| m.end() == i);
    let after_name_title = first && lead.found.is_some_and(|m| m.sense.table == Table::Titles && takes_name(c, m));
    if given {
        // مطار الملك خالد, جامعة محمد: a name inside an organisation's or place's name is no person.
        let heads = |m: &Match| matches!(m.sense.table, Table::OrgHeads | Table::PlaceHeads) && m.end() == i && !m.clitics.article;
        let inside = !after_name_title && c.l.matches.at(i - 1).iter().any(heads);
        if inside {
            return false;
        }
        // A source's own noun: a role word that is also a name needs another name behind it.
        return lead.head == Head::Office || previous.any(Class::DEFINITE.or(Class::PLACE)) || c.is(i + 1, Class::PERSON);
    }
    if !may_be_name(c, i) || c.is(i, Class::DEFINITE) {
        // الناطق باسم … أحمد; surnames with the article follow a title directly: الوزير الهاشمي.
        let title = lead.found.filter(|m| m.sense.table == Table::Titles && first && m.clitics.article);
        let ranked = title.is_some_and(|m| matches!(c.lexicon().class(m.sense), "rank" | "honorific" | "religious" | "royal" | "academic"));
        let surname = class.any(Class::PERSON) && title.is_some() || ranked && c.key(i).ends_with('\u{064A}') && c.l.matches.at(i).is_empty();
        return surname && !class.any(Class::NATIONALITY.or(Class::PLACE));
    }
    if lead.head == Head::Source && !lead.found.is_some_and(|m| m.clitics.article) {
        return false;
    }
    // An unknown word without the article behind a closed complement: the complement is definite, a place, or an adjective.
    if c.l.tokens.kind(i) == Some(TokenKind::Latin) && !previous.any(Class::DEFINITE) {
        return false;
    }
    // نجم خط الوسط: behind an indefinite title of trade only a known name is a name.
    let firm = lead.found.is_some_and(|m| m.clitics.article || matches!(c.lexicon().class(m.sense), "rank" | "honorific" | "royal" | "religious" | "academic"));
    let closed = after_name_title && firm || previous.any(Class::DEFINITE.or(Class::PLACE).or(Class::ORGANISATION).or(Class::NATIONALITY)) || c.quote_mark(i - 1);
    closed && !c.is(i, Class::CONJUNCTION) && tail_is_name(c, i, limit)
}

/// Whether what follows up to the end of the phrase can be a name of one to five words.
fn tail_is_name(c: &Classes, i: usize, limit: usize) -> bool {
    let mut j = i;
    while j < limit && j < i + 6 && c.is_word(j) && (may_be_name(c, j) || j > i && c.is(j, Class::PERSON.or(Class::DEFINITE)) && !c.is(j, Class::TIME)) {
        j += 1;
        if c.punct(j, Punct::Dash) {
            j += 1;
        }
    }
    j > i && j - i <= 5
}

/// Takes dangling marks and joining words off the end.
fn trim_end(c: &Classes, start: usize, mut end: usize) -> usize {
    while end > start + 1 {
        let last = end - 1;
        let dangling = (!c.is_word(last) && !c.quote_mark(last) && !c.punct(last, Punct::ParenClose)) || (c.is(last, Class::PREPOSITION) && !c.is(last, NAMED));
        if !dangling {
            break;
        }
        end -= 1;
    }
    end
}

/// Splits a phrase into title and name, and says what kind of source it is.
fn describe(c: &Classes, start: usize, end: usize, name_from: Option<usize>, lead: &Lead) -> NounPhrase {
    let sense = lead.found.map(|m| m.sense);
    let name_from = name_from.filter(|&n| n < end);
    let first = lead.found;
    let letters = first.filter(|m| m.first() == start).map(|m| m.clitics.letters).unwrap_or_else(|| c.attached(start).map_or(0, |(_, l)| l));
    let from = skip_letters(c.l.text, c.l.tokens.span(start), letters as usize);
    let span = Span::new(from, c.l.tokens.cover(start, end).end);
    let (head, name, role) = match (lead.head, name_from) {
        (Head::Office | Head::Source | Head::Organisation | Head::Other, Some(n)) => {
            let name_end = name_end(c, n, end);
            (Head::Person, n..name_end, start..n)
        }
        (Head::Person, _) => {
            let name_end = name_end(c, start, end);
            (Head::Person, start..name_end, name_end..end)
        }
        (Head::Office, None) => (Head::Office, start..end, start..end),
        (Head::Other, _) => (Head::Other, start..name_end(c, start, end), start..start),
        (head, _) => (head, start..end, start..start),
    };
    let (gender, number) = agreement(c, start, head, first, &name);
    let kind = match quantifier(c, start) {
        Some("ahad" | "ihda" | "wahid" | "wahida") => Kind::Unnamed,
        Some(_) if head == Head::Source => Kind::Group,
        _ => kind(c, head, first, number, &name),
    };
    NounPhrase { tokens: start..end, span, head, name, role, kind, gender, number, sense }
}

/// Where a person's name ends in its phrase: before a title or a role that follows it.
fn name_end(c: &Classes, from: usize, end: usize) -> usize {
    let mut i = from + 1;
    while i < end {
        let class = c.at(i);
        if !continues_name(c, i) && c.is_word(i) && !joins_person(c, i) && !c.is(i - 1, Class::CONJUNCTION) {
            break;
        }
        let role = class.any(Class::TITLE.or(Class::SOURCE)) && !class.any(Class::PERSON) && c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::Titles | Table::Sources) && m.clitics.prep.is_none());
        if role || class.any(Class::PREPOSITION.or(Class::NATIONALITY)) && !class.any(Class::PERSON) || c.attached(i).is_some() && !class.any(Class::PERSON) {
            break;
        }
        i += 1;
    }
    i
}

/// The row of the quantifier that opens a phrase: أحد المسؤولين، عدد من الخبراء.
fn quantifier(c: &Classes, start: usize) -> Option<&'static str> {
    let m = c.find(start, Table::FunctionWords).filter(|m| c.lexicon().class(m.sense) == "quant")?;
    Some(c.lexicon().rows(Table::FunctionWords).id(m.sense.row as usize))
}

fn agreement(c: &Classes, start: usize, head: Head, lead: Option<&Match>, name: &Range<usize>) -> (Gender, Count) {
    use crate::lexicon::conjugate::{Count::*, Gender::*};
    if head == Head::Person && lead.is_none_or(|m| m.sense.table != Table::Titles && m.sense.table != Table::Sources) {
        let feminine = c.find(name.start, Table::GivenNames).is_some_and(|m| c.lexicon().cell(m.sense, "gender") == "f");
        return (if feminine { Feminine } else { Masculine }, Singular);
    }
    match lead.map(|m| (m.sense.form, m.sense.table, m.sense)) {
        Some((Form::Noun(count, gender), Table::OrgHeads, sense)) => {
            let feminine = count == Plural || c.lexicon().cell(sense, "fem") == "yes";
            (if feminine { Feminine } else { gender }, Singular)
        }
        Some((Form::Noun(count, gender), _, _)) => (gender, count),
        Some((_, Table::Countries, _)) => (Feminine, Singular),
        _ if c.key(start).ends_with('\u{0647}') => (Feminine, Singular),
        _ => (Masculine, Singular),
    }
}

fn kind(c: &Classes, head: Head, lead: Option<&Match>, number: Count, name: &Range<usize>) -> Kind {
    let lone = name.len() == 1 && number == Count::Singular && lead.is_some_and(|m| m.sense.table == Table::OrgHeads && !m.clitics.article);
    match head {
        Head::Person | Head::Office | Head::Other => {
            if head == Head::Other && number == Count::Plural {
                Kind::Group
            } else {
                Kind::Person
            }
        }
        // صحيفة، شركة: which one is not told.
        Head::Organisation if lone => Kind::Unnamed,
        Head::Organisation => Kind::Organisation,
        Head::Document => Kind::Document,
        Head::Source => {
            let column = if number == Count::Plural { "plural_kind" } else { "kind" };
            match lead.map(|m| c.lexicon().cell(m.sense, column)) {
                Some("group") => Kind::Group,
                Some("organisation") => Kind::Organisation,
                _ => Kind::Unnamed,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::{Article, Layers, morph, sentence, token};

    /// The phrase at the start of `text`: head | name | role.
    fn check(text: &str, want: &str) {
        let lexicon = Lexicon::standard();
        let tokens = token::tokenize(text);
        let matches = morph::look_up(&tokens, lexicon);
        let sentences = sentence::split(&tokens, &matches, lexicon, false);
        let article = Article::of(text);
        let l = Layers { article: &article, text, lexicon, tokens, matches, sentences };
        let c = Classes::new(&l, &[]);
        let got = noun_phrase(&c, 0, l.tokens.len()).map(|p| {
            let words = |r: &Range<usize>| crate::text::slice(text, l.tokens.cover(r.start, r.end)).to_owned();
            format!("{:?} | {} | {}", p.head, words(&p.name), words(&p.role))
        });
        assert_eq!(got.unwrap_or_default(), want, "{text}");
    }

    #[test]
    fn titles_and_names() {
        check("اللواء سامي الرفاعي إن", "Person | سامي الرفاعي | اللواء");
        check("وزيرة السياحة والصناعات التقليدية، ليلى الدرويش الرقيق في تصريح", "Person | ليلى الدرويش الرقيق | وزيرة السياحة والصناعات التقليدية،");
        check("المتحدثة باسم وزارة الخارجية الأميركية هايزل نورتن إن", "Person | هايزل نورتن | المتحدثة باسم وزارة الخارجية الأميركية");
        check("رئيس شعبة التوجيه بالمنطقة العسكرية العقيد محمد سالم الجرادي، إن", "Person | محمد سالم الجرادي | رئيس شعبة التوجيه بالمنطقة العسكرية العقيد");
        check("أستاذ الطرق والنقل الدكتور أسامة عقل أن", "Person | أسامة عقل | أستاذ الطرق والنقل الدكتور");
        check("فوزي الداهوم المتحدث باسم الحركة أن", "Person | فوزي الداهوم | المتحدث باسم الحركة");
    }

    #[test]
    fn sources_and_bodies() {
        check("مصدر أمني مطلع إن", "Source | مصدر أمني مطلع | ");
        check("مسؤولون في إدارة الجامعة إن", "Source | مسؤولون في إدارة الجامعة | ");
        check("وزارة الشؤون البلدية والقروية أن", "Organisation | وزارة الشؤون البلدية والقروية | ");
        check("فرنسا إن", "Organisation | فرنسا | ");
        check("أحد سكان المدينة إن", "Source | أحد سكان المدينة | ");
    }
}
