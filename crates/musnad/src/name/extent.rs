//! Where does a source's noun phrase end?

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep, Tables};
use crate::name::clause::{adjective, conjoined_verb, describes_indefinite, finite_verb, headline_verb};
use crate::name::continuation::{continues_name, follows_as_role, joins_person, named_row, particle};
use crate::name::person::{apposed_name, given_name, may_be_name, name_begins, takes_name, title_length};
use crate::name::phrase::{Head, Joint, Lead, NAMED, NAMING, plain};
use crate::token::{Punct, TokenKind};

/// The end of the phrase, and the token at which a person's name begins in it.
pub(super) fn extent(c: &Classes, start: usize, limit: usize, lead: &Lead, joint: Joint) -> (usize, Option<usize>) {
    let mut name_from: Option<usize> = (lead.head == Head::Person).then_some(start);
    let titled = lead.head == Head::Office;
    // ناشد معاليه | باسم المجلس: an honorific with its pronoun is a phrase by itself.
    if let Some(m) =
        lead.found.filter(|m| m.sense.table == Table::Titles && m.clitics.pronoun.is_some() && matches!(c.lexicon().class(m.sense), "honorific" | "royal"))
    {
        return (m.end(), None);
    }
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
            && let Some(body) =
                c.l.matches
                    .at(i)
                    .iter()
                    .find(|m| m.end() > i + 1 && matches!(m.sense.table, Table::Bodies | Table::Outlets | Table::Groups) && plain(m) && !m.clitics.conj)
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
            let quoted = past_quoted(c, i);
            // المتحدث باسم الوزارة "فلان الفلاني"
            if let Some(end) = quoted.filter(|&end| titled && name_from.is_none() && end <= limit && end > i + 3)
                && (i + 1..end - 1).all(|j| may_be_name(c, j) || j > i + 1 && c.is(j, Class::DEFINITE))
            {
                return (end, Some(i + 1));
            }
            match quoted {
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
        // التقرير السنوي: an adjective of time.
        if lead.head == Head::Document && i == start + 1 && class.any(Class::TIME) && class.any(Class::DEFINITE) && c.is(start, Class::DEFINITE) {
            i += 1;
            continue;
        }
        if !c.is_word(i) || class.any(Class::TIME) && !class.any(Class::PERSON) {
            // مجلة (دير شبيغل): an outlet's name in brackets.
            let outlet = lead.found.is_some_and(|m| m.sense.table == Table::OrgHeads && matches!(c.lexicon().class(m.sense), "outlet" | "media"));
            if c.punct(i, Punct::ParenOpen)
                && outlet
                && i == start + 1
                && let Some(close) = (i + 2..limit.min(i + 6)).find(|&j| c.punct(j, Punct::ParenClose))
            {
                i = close + 1;
                fixed = fixed.max(i);
                continue;
            }
            break;
        }
        if class.any(Class::TIME) && c.time(i).is_some_and(|t| t.end - t.first > 1) {
            break;
        }
        // الناطق الإعلامي لـ"صحة المدينة"; of what an outlet is told, the phrase is over.
        if c.key(i).chars().count() == 1
            && c.attached(i).is_some()
            && c.quote_mark(i + 1)
            && name_from.is_none()
            && matches!(lead.head, Head::Office | Head::Source)
            && !c.l.matches.at(i + 2).iter().any(|m| m.sense.table == Table::Outlets)
            && let Some(end) = past_quoted(c, i + 1).filter(|&end| end <= limit)
            && (c.attached(i).is_some_and(|(p, _)| p == Prep::Bi) || (end..limit.min(end + 4)).any(|j| c.is(j, Class::PERSON)))
        {
            i = end;
            continue;
        }
        let foreign = name_from.is_some() && particle(c, i) && c.l.matches.at(i + 1).is_empty();
        if class.any(Class::COMPLEMENTISER.or(Class::RELATIVE).or(Class::NEGATION)) && !foreign || c.key(i).chars().count() == 1 && c.attached(i).is_some() {
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
            // مدير مستشفى الملك فهد: the name that a body has is no person.
            let inside =
                c.l.matches.at(i - 1).iter().any(|m| matches!(m.sense.table, Table::OrgHeads | Table::PlaceHeads) && m.end() == i && !m.clitics.article);
            i = title.end();
            if inside {
                while i < limit && (c.is(i, Class::PERSON) || c.is(i - 1, Class::PERSON) && particle(c, i)) {
                    i += 1;
                }
            } else if takes_name(c, title) && i < limit && may_be_name(c, i) {
                name_from = Some(i);
            }
            continue;
        }
        // الملاح عيسى: a trade that no table holds, before a given name.
        if lead.head == Head::Other
            && name_from.is_none()
            && i == start + 1
            && c.is(start, Class::DEFINITE)
            && given_name(c, i)
            && (c.is(i, Class::PERSON) || named_row(c, i + 1) || c.is(i + 1, Class::DEFINITE) && c.l.matches.at(i + 1).is_empty())
            && c.l.tokens.kind(start) == Some(TokenKind::Word)
        {
            name_from = Some(i);
            i += 1;
            continue;
        }
        let tag = c.punct(i - 1, Punct::Underscore);
        if name_from.is_none() && !tag && (titled || lead.head == Head::Source) && name_begins(c, i, limit, lead) {
            name_from = Some(i);
            i += 1;
            continue;
        }
        // منظمة غير حكومية
        let generic = lead.found.is_none_or(|m| !matches!(m.sense.table, Table::Countries | Table::Bodies | Table::Outlets | Table::Groups));
        if c.function(i) == Some("ghayra") && name_from.is_none() && c.is_word(i + 1) && generic {
            i += 2;
            continue;
        }
        if let Some(from) = name_from
            && i > from
        {
            if continues_name(c, i) {
                i += 1;
                continue;
            }
            let joined = joint == Joint::Together && joins_person(c, i);
            if !joined && !follows_as_role(c, i, from) {
                break;
            }
        }
        // بريطانيا والولايات المتحدة ودول آسيان; مصادر ومسؤولون: another of the same kind is in whole.
        if joint == Joint::Together
            && name_from.is_none()
            && matches!(lead.head, Head::Organisation | Head::Source)
            && let Some(end) = joined_phrase(c, i, limit, lead.head)
        {
            i = end;
            fixed = fixed.max(end);
            continue;
        }
        // فلان المتحدث باسم…: the title's own words are in.
        if name_from.is_some()
            && let Some(title) = c.find(i, Table::Titles).filter(|m| m.end() > i + 1 && m.clitics.prep.is_none() && !m.clitics.conj && plain(m))
        {
            i = title.end();
            continue;
        }
        if name_from.is_none() && lead.head == Head::Organisation && !continues_organisation(c, start, i, lead, joint) {
            break;
        }
        if class.any(Class::PREPOSITION) {
            if name_from.is_none() && attaches(c, i, lead) {
                // A name in marks is in whole, a hashtag's words follow by themselves.
                i = if c.quote_mark(i + 1) { past_quoted(c, i + 1).unwrap_or(i + 2) } else { past_place(c, i + 1, limit) };
                fixed = fixed.max(i);
                continue;
            }
            // الباحثة في الشؤون الأفريقية فلانة: a field with the article, and the name.
            if name_from.is_none()
                && matches!(lead.head, Head::Office | Head::Source)
                && let Some(name) = (i + 2..limit.min(i + 6)).find(|&j| given_name(c, j) && c.is(j, Class::PERSON) && !c.is(j, Class::DEFINITE))
                && (i + 1..name).all(|j| c.is_word(j) && c.is(j, Class::DEFINITE) && !c.is(j, Class::TIME.or(Class::RELATIVE)))
            {
                i = name;
                continue;
            }
            // الطبيب في القضية، فلان الفلاني،: the name in apposition behind a short phrase.
            if name_from.is_none()
                && matches!(lead.head, Head::Office | Head::Source)
                && let Some(comma) = (i + 1..limit.min(i + 5)).take_while(|&j| !c.line_start(j)).find(|&j| !c.is_word(j))
                && c.punct(comma, Punct::Comma)
                && (i + 1..comma).all(|j| !c.is(j, Class::TIME.or(Class::SPEECH_NOUN).or(Class::SPEECH_MASDAR)) && !finite_verb(c, j))
                && (c.is(comma + 1, Class::PERSON) || title_length(c, comma + 1) > 0)
                && apposed_name(c, comma + 1, limit)
            {
                i = comma;
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
            let headed = c.l.matches.at(i).iter().any(|m| m.sense.table == Table::OrgHeads && !medium_of_speech(c, m));
            let outlet = c.is(i, Class::ORGANISATION) && !headed && c.l.matches.at(i).iter().any(|m| medium_of_speech(c, m));
            let audience = outlet || c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Sources && c.lexicon().class(m.sense) == "media");
            let purpose = prep == Prep::Li && class.any(Class::MASDAR) && !class.any(Class::ORGANISATION) && matches!(lead.head, Head::Source | Head::Other);
            // لتمكينها: a noun with a pronoun tells a purpose, not a name.
            let with_pronoun = c.l.matches.at(i).iter().all(|m| m.clitics.pronoun.is_some()) && !c.l.matches.at(i).is_empty();
            // القوات العراقية | للنجاح: a definite head noun has its complement already.
            let closed = prep == Prep::Li
                && class.any(Class::MASDAR)
                && !class.any(Class::ORGANISATION)
                && lead.found.is_some_and(|m| m.sense.table == Table::OrgHeads && m.clitics.article);
            let purpose = purpose || with_pronoun || closed;
            // دول الخليج لوزير الخارجية: whom a body spoke to.
            let addressed = prep == Prep::Li && lead.head == Head::Organisation && class.any(Class::TITLE.or(Class::PERSON));
            // خفر السواحل | بالفعل: with ب a place or a body belongs to the phrase.
            let located = Class::PLACE.or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE).or(Class::NATIONALITY).or(Class::PERSON);
            let adverb = prep == Prep::Bi
                && lead.head == Head::Organisation
                && !class.any(located)
                && !c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::PlaceHeads | Table::OfficeComplements));
            let keep = name_from.is_none()
                && !purpose
                && !adverb
                && !addressed
                && lead.head != Head::Other
                && lead.head != Head::Person
                && !(prep == Prep::Li && audience)
                && prep != Prep::Ka
                && !speech_place(c, i);
            if keep {
                i += 1;
                continue;
            }
            break;
        }
        if finite_verb(c, i) || name_from.is_none() && describes_indefinite(c, i, lead) {
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
        if bare
            && closed
            && i > start
            && class.any(Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::SPEECH_NOUN))
            && !class.any(Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE).or(Class::SOURCE))
        {
            break;
        }
        // حث الوزير | المواطنين: a definite title takes adjectives alone, another definite noun is the one spoken to.
        let definite_title = titled && lead.found.is_some_and(|m| m.clitics.article && m.end() == m.first() + 1);
        if definite_title
            && name_from.is_none()
            && class.any(Class::DEFINITE)
            && class.any(Class::SOURCE.or(Class::ORGANISATION))
            && !class.any(Class::TITLE.or(Class::PERSON))
            && !adjective(c, i)
        {
            break;
        }
        // نقابة الصيادين | وزارة البيئة: another head noun behind a closed phrase.
        let another = c.l.matches.at(i).iter().any(|m| m.sense.table == Table::OrgHeads && m.clitics == Default::default());
        if bare && closed && i > start && lead.head == Head::Organisation && another && !c.at(i - 1).any(Class::PERSON) {
            break;
        }
        // الرئيس الأمريكي | حكومة بلاده; المنظمة | المانحين: behind a title or head noun with the article no noun without it, and no plural in ـين.
        let article = lead
            .found
            .is_some_and(|m| m.clitics.article && m.end() == m.first() + 1 && matches!(m.sense.table, Table::Titles | Table::Sources | Table::OrgHeads));
        let singular = lead.found.is_some_and(|m| matches!(m.sense.form, Form::Noun(Count::Singular, _)));
        let noun = bare
            && class.any(Class::ORGANISATION.or(Class::SOURCE))
            && !class.any(Class::PERSON.or(Class::NATIONALITY))
            && c.l.matches.at(i).iter().all(|m| m.end() == i + 1);
        let many = singular && class.any(Class::DEFINITE) && !class.any(Class::NATIONALITY) && key_plural(c.key(i));
        let rank = lead.found.is_some_and(|m| c.lexicon().class(m.sense) == "rank");
        if article && !rank && name_from.is_none() && (noun || many) && !c.l.matches.has(i, Table::SourceAdjectives) {
            break;
        }
        // جماعات حقوقية | القوات: an indefinite adjective closes its phrase.
        let compound = c.l.matches.at(i - 1).iter().any(|m| m.end() > i);
        if i > start + 1 && class.any(Class::DEFINITE) && adjective(c, i - 1) && !compound && !c.is(i - 1, Class::DEFINITE) && name_from.is_none() {
            break;
        }
        // A new role behind a closed phrase that is no title is another phrase: لرويترز مسؤول أمني.
        if bare
            && closed
            && i > start
            && matches!(lead.head, Head::Organisation | Head::Document | Head::Other)
            && class.any(Class::TITLE.or(Class::SOURCE))
            && !class.any(Class::PERSON)
        {
            break;
        }
        // After a name: a second title (فلان وزير الخارجية) and nationality belong to the phrase as a role, an unknown definite noun may.
        i += 1;
    }
    (trim_end(c, start, i.min(limit).max(fixed.min(limit))), name_from)
}

/// ـين
fn key_plural(key: &str) -> bool {
    key.ends_with("\u{064A}\u{0646}")
}

/// The end of a phrase of the same head that و joins at `i`.
fn joined_phrase(c: &Classes, i: usize, limit: usize, head: Head) -> Option<usize> {
    let named = |m: &Match| match head {
        Head::Organisation => match m.sense.table {
            Table::Countries => !matches!(m.sense.form, Form::Nationality(..)),
            Table::Bodies | Table::Outlets | Table::Groups => true,
            // والمؤسسات goes on with a name; دول آسيان is another.
            Table::OrgHeads => !m.clitics.article,
            _ => false,
        },
        _ => m.sense.table == Table::Sources && matches!(m.sense.form, Form::Noun(Count::Plural, _)),
    };
    let all = c.l.matches.at(i);
    if !all.iter().any(|m| m.clitics.conj && m.clitics.prep.is_none() && named(m)) || all.iter().any(|m| !m.clitics.conj) {
        return None;
    }
    super::phrase::phrase(c, i, limit, Joint::Apart).filter(|p| p.head == head).map(|p| p.tokens.end)
}

/// Whether a word goes on with an organisation's name.
fn continues_organisation(c: &Classes, start: usize, i: usize, lead: &Lead, joint: Joint) -> bool {
    let class = c.at(i);
    let conj = class.any(Class::CONJUNCTION) && !c.l.matches.at(i).iter().any(|m| !m.clitics.conj && m.clitics.prep.is_none())
        || c.key(i).starts_with('\u{0648}') && c.l.matches.at(i).is_empty() && c.key(i).chars().nth(1) == Some('\u{0627}');
    if conj {
        let named = class.any(Class::ORGANISATION.or(Class::PLACE).or(Class::SOURCE));
        let generic = lead.found.is_some_and(|m| m.sense.table == Table::OrgHeads);
        return if named { joint == Joint::Together } else { generic && class.any(Class::DEFINITE) };
    }
    if class.any(Class::PREPOSITION) || c.attached(i).is_some() {
        return true;
    }
    // كتلة «الإنماء» | النائب: behind a name in marks an office or a person is another.
    if i > start + 1 && c.quote_mark(i - 1) && class.any(Class::TITLE.or(Class::PERSON).or(Class::SOURCE)) && !adjective(c, i) {
        return false;
    }
    match lead.found.map(|m| m.sense.table) {
        // A name of its own: only an adjective of nationality or a second name can follow.
        Some(Table::Bodies | Table::Outlets | Table::Groups) => class.any(Class::DEFINITE) && adjective(c, i),
        Some(Table::Countries) => false,
        // A definite head noun takes adjectives alone: المنظمة الدولية | الرئيس.
        Some(Table::OrgHeads) if lead.found.is_some_and(|m| m.clitics.article) => {
            class.any(Class::DEFINITE) && (!class.any(Class::TITLE.or(Class::SOURCE).or(Class::ORGANISATION).or(Class::PLACE)) || adjective(c, i))
        }
        // A head noun: its complement and adjectives; a person's name or a new role is another phrase.
        _ => {
            let complete = i > start + 1 && c.at(i - 1).any(Class::DEFINITE.or(Class::PLACE));
            // حركة البناء | الحكومة، نقابة العمال | الدخول: behind a complement with the article only an adjective has it.
            let head = |m: &Match| m.sense.table == Table::OrgHeads && m.clitics.article || m.sense.table == Table::Bodies && plain(m);
            // المركزية, an adjective in ـية, is also a verbal noun.
            let act = class.any(Class::MASDAR) && !c.key(i).ends_with("\u{064A}\u{0647}");
            let another = class.any(Class::DEFINITE) && !adjective(c, i) && (act || c.l.matches.at(i).iter().any(head));
            !(complete && (another || class.any(Class::PERSON) && !class.any(Class::DEFINITE)))
        }
    }
}

/// Whether the word as it stands, with no preposition taken off, is in the tables of names.
fn has_whole_name(c: &Classes, i: usize) -> bool {
    const ALSO: Tables = Tables::of(&[Table::Regions, Table::SourceAdjectives, Table::PlaceHeads, Table::OfficeComplements, Table::Masdars]);
    c.l.matches.whole(i, NAMING.with(ALSO))
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
    (i + 1..close).all(|j| !c.line_start(j) && !c.is(j, Class::COMPLEMENTISER)).then_some(close + 1).filter(|_| !headline_verb(c, i + 1))
}

/// Whether a preposition after a role leads to a part of the phrase: مسؤولون في إدارة, but not in a statement.
fn attaches(c: &Classes, i: usize, lead: &Lead) -> bool {
    if !matches!(lead.head, Head::Office | Head::Source | Head::Organisation) {
        return false;
    }
    let preposition = c.find(i, Table::FunctionWords).map(|m| c.lexicon().id(m.sense)).unwrap_or("");
    let marked = c.quote_mark(i + 1) || c.punct(i + 1, Punct::Hash);
    if !ATTACHING.contains(&preposition) || c.line_start(i + 1) || !c.is_word(i + 1) && !marked {
        return false;
    }
    if marked {
        return lead.head != Head::Organisation;
    }
    let next = c.at(i + 1);
    let said = c.find(i + 1, Table::SpeechNouns).is_some_and(|m| matches!(c.lexicon().class(m.sense), "document" | "utterance"));
    if said && !next.any(Class::DEFINITE) {
        return false;
    }
    if next.any(Class::TIME.or(Class::SPEECH_NOUN).or(Class::SPEECH_MASDAR).or(Class::DEMONSTRATIVE).or(Class::RELATIVE).or(Class::COMPLEMENTISER))
        && !next.any(Class::PLACE.or(Class::ORGANISATION))
    {
        return false;
    }
    // سحب القوات | من المدينة: a body with the article comes from nowhere.
    if lead.head == Head::Organisation && preposition == "min" && lead.found.is_some_and(|m| m.clitics.article) {
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

/// Behind the first word of what a preposition takes, with the name of a place that it heads: منطقة خاباروفسك.
fn past_place(c: &Classes, i: usize, limit: usize) -> usize {
    let heads = c.l.matches.at(i).iter().any(|m| m.sense.table == Table::PlaceHeads && !m.clitics.article && m.end() == i + 1);
    let named = i + 1 < limit && c.is_word(i + 1) && (c.is(i + 1, Class::PLACE) || c.l.matches.at(i + 1).is_empty());
    if heads && named { i + 2 } else { i + 1 }
}

/// Rows of function_words.tsv: prepositions that can belong to a source's phrase.
const ATTACHING: [&str; 9] = ["didda", "fi", "min", "dakhila", "lada", "ala", "an", "dimna", "bayna"];

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
