//! What goes on with a person's name: its particles, family names that are also other words, and the role behind it.

use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::name::clause::adjective;
use crate::name::person::{given_name, known_noun, may_be_name};
use crate::name::phrase::NAMED;

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
    let common = !class.any(Class::PERSON) && c.is(i - 1, Class::DEFINITE);
    let table = named_row(c, i)
        && if preposition {
            last && !ala
        } else if common {
            closes
        } else {
            closes || !class.any(Class::CUE.or(Class::COMPLEMENTISER))
        };
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
        let surname = key.ends_with('\u{064A}') || !c.is(next, Class::DEFINITE) || c.attached(next).is_some() || c.is(next, Class::TITLE) || double;
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
    // كاتي بيري | فستان الزفاف: behind two parts of a name, an unknown word in construct.
    let construct = i > 1 && c.is(i - 1, Class::PERSON) && c.is(i - 2, Class::PERSON) && c.is(i + 1, Class::DEFINITE) && !c.is(i + 1, Class::TITLE);
    may_be_name(c, i) && !closed && !construct && !class.any(Class::CONJUNCTION.or(Class::ATTACHED_PREP))
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
pub(super) fn named_row(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && m.clitics == Default::default() && m.end() == i + 1)
}

/// فلان وفلان: another person joined to the first.
pub(super) fn joins_person(c: &Classes, i: usize) -> bool {
    c.l.matches.at(i).iter().any(|m| m.clitics.conj && matches!(m.sense.table, Table::GivenNames | Table::Titles) && m.clitics.prep.is_none())
}

/// فلان المتحدث باسم…، فلان زعيم…: a role behind the name, and its complement.
pub(super) fn follows_as_role(c: &Classes, i: usize, name: usize) -> bool {
    // حض فلان الفرقاء على: of many no one name is a role.
    let single = |m: &Match| !matches!(m.sense.form, Form::Noun(Count::Plural | Count::Dual, _));
    let role = |j: usize| {
        c.l.matches.at(j).iter().any(|m| matches!(m.sense.table, Table::Titles | Table::Sources) && m.clitics.prep.is_none() && !m.clitics.conj && single(m))
    };
    const COMPLEMENT: usize = 6;
    role(i) || (i.saturating_sub(COMPLEMENT).max(name)..i).any(role) && c.is(i, Class::DEFINITE.or(Class::NATIONALITY).or(Class::PLACE).or(Class::ORGANISATION))
}
