//! Where does a source's noun phrase end?

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::morph::{Match, Prep};
use crate::name::person::{apposed_name, given_name, known_noun, may_be_name, name_begins, takes_name, title_length};
use crate::name::phrase::{Head, Joint, Lead, NAMED, plain};
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
            if !(joint == Joint::Together && joins_person(c, i)) && !follows_as_role(c, from, i) {
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
        if article && name_from.is_none() && (noun || many) && !c.l.matches.has(i, Table::SourceAdjectives) {
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

/// Whether a word goes on with a person's name: a known part of names, an unknown word, a surname in ـي with the article.
pub(super) fn continues_name(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    // محمد بن حصان: what a particle of names takes is a name, whatever else it is.
    if i > 0 && particle(c, i - 1) {
        return !class.any(Class::PREPOSITION.or(Class::COMPLEMENTISER).or(Class::RELATIVE)) || class.any(Class::PERSON);
    }
    if particle(c, i) {
        return c.is_word(i + 1) && !c.line_start(i + 1) && !c.is(i + 1, Class::COMPLEMENTISER.or(Class::PREPOSITION));
    }
    // إيمانويل ماكرون | الجمعة
    if class.any(Class::TIME) && class.any(Class::DEFINITE) {
        return false;
    }
    // آل خليفة | ولي العهد
    if c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Titles && m.end() > i + 1 && m.clitics == Default::default()) {
        return false;
    }
    // عبدالعزيز أمير منطقة: an office that is also a name, with what it is the office of.
    if class.any(Class::TITLE)
        && !class.any(Class::DEFINITE)
        && (c.is(i + 1, Class::PLACE.or(Class::ORGANISATION)) || c.l.matches.has(i + 1, Table::PlaceHeads))
    {
        return false;
    }
    // Behind a name a name of the tables is one, whatever else it is; a preposition only where nothing follows that it would take.
    let last = !c.is_word(i + 1) || c.is(i + 1, Class::COMPLEMENTISER);
    let closes = last || c.is(i + 1, Class::PREPOSITION.or(Class::TIME).or(Class::TITLE));
    let preposition = class.any(Class::PREPOSITION);
    let ala = crate::fold::last_letter(crate::text::slice(c.l.text, c.l.tokens.span(i))) == Some('\u{0649}');
    let table = named_row(c, i) && if preposition { last && !ala } else { closes || !class.any(Class::CUE.or(Class::COMPLEMENTISER)) };
    // كلود بويل: nor is it بـ and a particle.
    let spelled =
        closes && c.l.matches.at(i).iter().all(|m| m.clitics.prep.is_some() && m.sense.table == Table::FunctionWords) && !c.l.matches.at(i).is_empty();
    if table || spelled {
        return true;
    }
    if preposition || c.attached(i).is_some() && !named_row(c, i) {
        return false;
    }
    let named = c.find(i, Table::FamilyNames).is_some() || class.any(Class::PERSON);
    if named {
        return !class.any(Class::CONJUNCTION)
            || c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && !m.clitics.conj);
    }
    if class.any(Class::DEFINITE) {
        let key = c.key(i);
        // نور الدين الحاج علي: an honorific between two parts of a name.
        let honoured = c.find(i, Table::Titles).is_some_and(|m| m.end() == i + 1 && matches!(c.lexicon().class(m.sense), "honorific" | "religious"));
        if honoured && i > 0 && c.is(i - 1, Class::PERSON) && given_name(c, i + 1) || trade_surname(c, i) {
            return true;
        }
        // A definite word that no table holds is the family name, with at most one like it behind: ليلى الدرويش الرقيق.
        let next = i + 1;
        let double = c.l.matches.at(next).is_empty() && (!c.is_word(next + 1) || c.is(next + 1, Class::PREPOSITION.or(Class::COMPLEMENTISER)));
        let surname = key.ends_with('\u{064A}') || !c.is(next, Class::DEFINITE) || c.is(next, Class::TITLE) || double;
        // عثمان بن ناصر المحرج: nor does a participle behind a bare name tell a role.
        let verbal = |m: &Match| {
            matches!(m.sense.table, Table::TimeFrames | Table::CountedNouns)
                || matches!(m.sense.table, Table::Verbs | Table::Completions | Table::Reporting) && Classes::verb_form(m).is_some()
        };
        let unknown = c.l.matches.at(i).iter().all(|m| verbal(m) && !c.is(i - 1, Class::DEFINITE));
        return surname && !class.any(NAMED.or(Class::NATIONALITY).or(Class::TIME)) && !known_noun(c, i) && unknown;
    }
    // صخر الوجيه | مزاعم: behind a family name with the article no unknown word without it goes on.
    let closed = i > 0 && c.is(i - 1, Class::DEFINITE) && !c.is(i - 1, Class::TITLE);
    may_be_name(c, i) && !closed && !class.any(Class::CONJUNCTION.or(Class::ATTACHED_PREP))
}

/// رامي الكردي، سمير الصياد: a nisba or a trade right behind a lone given name is the family name, unless more of a role follows (المدير العام).
pub(super) fn trade_surname(c: &Classes, i: usize) -> bool {
    let class = c.at(i);
    // ذبيح الله مجاهد: a trade without the article and without what it would be of.
    let end = !c.is_word(i + 1) || c.line_start(i + 1) || c.is(i + 1, Class::COMPLEMENTISER.or(Class::CUE).or(Class::TIME));
    if i > 0 && end && class.any(Class::TITLE.or(Class::SOURCE)) && !class.any(Class::DEFINITE.or(Class::TIME)) && c.is(i - 1, Class::PERSON) {
        return c.l.matches.at(i).iter().all(|m| m.clitics == Default::default());
    }
    if i == 0 || !class.any(Class::DEFINITE) || class.any(Class::TIME) || !given_name(c, i - 1) {
        return false;
    }
    let more = Class::DEFINITE.or(Class::NATIONALITY).or(Class::PLACE).or(Class::ORGANISATION).or(Class::TITLE);
    let closes = !c.is_word(i + 1)
        || c.line_start(i + 1)
        || c.is(i + 1, Class::COMPLEMENTISER.or(Class::PREPOSITION).or(Class::TIME))
        || c.attached(i + 1).is_some()
        || !c.is(i + 1, more) && c.function(i + 1).is_none();
    // فوزي المتحدث باسم: an office of several words.
    if c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Titles && m.end() > i + 1) {
        return false;
    }
    let nisba = c.key(i).ends_with('\u{064A}');
    nisba && !adjective(c, i) || closes && (nisba || class.any(Class::TITLE.or(Class::SOURCE)))
}

/// A particle of names: بن، أبو، فان. One that is also a common word (لو، دي) is one only between two words that can be names.
pub(super) fn particle(c: &Classes, i: usize) -> bool {
    let Some(m) = c.l.matches.at(i).iter().find(|m| m.sense.table == Table::FamilyNames && m.clitics == Default::default() && m.end() == i + 1) else {
        return false;
    };
    if !c.lexicon().id(m.sense).ends_with("-particle") {
        return false;
    }
    let other =
        Class::VERB.or(Class::BE).or(Class::CUE).or(Class::PREPOSITION).or(Class::PARTICLE).or(Class::COMPLEMENTISER).or(Class::DEFINITE).or(Class::TIME);
    !c.lexicon().is_ambiguous(m.sense)
        || c.is_word(i + 1)
            && !c.is(i + 1, other)
            && (c.is(i.saturating_sub(1), Class::PERSON) || named_row(c, i.saturating_sub(1)) || c.l.matches.at(i.saturating_sub(1)).is_empty())
}

/// A given or family name of the tables, as it stands.
fn named_row(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && m.clitics == Default::default() && m.end() == i + 1)
}

/// فلان وفلان: another person joined to the first.
pub(super) fn joins_person(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.table, Table::GivenNames | Table::Titles) && m.clitics.prep.is_none())
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

/// فلان المتحدث باسم…، فلان زعيم…: a role behind the name, and its complement.
fn follows_as_role(c: &Classes, name: usize, i: usize) -> bool {
    // حض فلان الفرقاء على: of many no one name is a role.
    let single = |m: &Match| !matches!(m.sense.form, Form::Noun(Count::Plural | Count::Dual, _));
    let role = |j: usize| {
        c.l.matches.at(j).iter().any(|m| matches!(m.sense.table, Table::Titles | Table::Sources) && m.clitics.prep.is_none() && !m.clitics.conj && single(m))
    };
    const COMPLEMENT: usize = 6;
    role(i) || (name.max(i.saturating_sub(COMPLEMENT))..i).any(role) && c.is(i, Class::DEFINITE.or(Class::NATIONALITY).or(Class::PLACE).or(Class::ORGANISATION))
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
pub(super) fn adjective(c: &Classes, i: usize) -> bool {
    c.is(i, Class::NATIONALITY) || c.l.matches.has(i, Table::SourceAdjectives)
}

/// و + a finite verb: a new clause.
fn conjoined_verb(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.table, Table::Reporting | Table::Verbs) && Classes::verb_form(m).is_some_and(is_finite))
        && !c.l.matches.at(i).iter().any(|m| !matches!(m.sense.table, Table::Reporting | Table::Verbs) && m.clitics.prep.is_none())
}

/// الجيش «يقتل 45 …»: a finite verb of the present, with which no name begins.
fn headline_verb(c: &Classes, i: usize) -> bool {
    let imperfect = |m: &Match| Classes::verb_form(m).is_some_and(|f| f.kind == crate::lexicon::conjugate::VerbKind::Imperfect);
    finite_verb(c, i) && c.l.matches.at(i).iter().any(imperfect)
}

/// A word that is nothing but a finite verb.
fn finite_verb(c: &Classes, i: usize) -> bool {
    let noun = NAMED.or(Class::DEFINITE).or(Class::MASDAR).or(Class::SPEECH_MASDAR).or(Class::NATIONALITY);
    c.is(i, Class::CUE.or(Class::VERB)) && !c.is(i, noun)
}

/// مصدر طلب عدم ذكر اسمه: behind an indefinite source a word that may be a verb is one where its object follows.
fn describes_indefinite(c: &Classes, i: usize, lead: &Lead) -> bool {
    let indefinite = lead.head == Head::Source && lead.found.is_some_and(|m| !m.clitics.article);
    let verb = c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::Reporting | Table::Verbs) && Classes::verb_form(m).is_some_and(is_finite));
    indefinite && verb && !c.is(i, Class::DEFINITE) && !adjective(c, i) && c.is(i + 1, Class::MASDAR.or(Class::SPEECH_MASDAR).or(Class::COMPLEMENTISER))
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
                Table::GivenNames
                    | Table::FamilyNames
                    | Table::Countries
                    | Table::Cities
                    | Table::Regions
                    | Table::Bodies
                    | Table::Outlets
                    | Table::Groups
                    | Table::Titles
                    | Table::OrgHeads
                    | Table::Sources
                    | Table::SourceAdjectives
                    | Table::PlaceHeads
                    | Table::OfficeComplements
                    | Table::Masdars
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
