//! What part can a word play in a clause? One set of word classes per token, from its readings and its times, so that the
//! later stages can scan clauses without looking anything up again.

use crate::Layers;
use crate::lexicon::conjugate::{Count, Gender, VerbForm, VerbKind};
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Lexicon};
use crate::morph::{Match, Prep, Tables, has_article, is_definite, may_have_prep};
use crate::text::slice;
use crate::time::Time;
use crate::token::{Gap, Punct, TokenKind};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

impl Class {
    /// أن، إن، بأن، أنه
    pub const COMPLEMENTISER: Class = Class(1);
    /// الذي، التي
    pub const RELATIVE: Class = Class(1 << 1);
    /// A preposition as a word of its own.
    pub const PREPOSITION: Class = Class(1 << 2);
    /// A subordinator or a conjunction of clauses: بينما، فيما، لكن، حيث
    pub const SUBORDINATOR: Class = Class(1 << 3);
    /// لا، لم، لن
    pub const NEGATION: Class = Class(1 << 4);
    /// قد، سوف, adverbs and other particles
    pub const PARTICLE: Class = Class(1 << 5);
    /// هذا، تلك
    pub const DEMONSTRATIVE: Class = Class(1 << 6);
    /// A finite verb that is not one of reporting.
    pub const VERB: Class = Class(1 << 7);
    /// A finite verb of reporting.
    pub const CUE: Class = Class(1 << 8);
    /// The active participle of a verb of reporting.
    pub const PARTICIPLE: Class = Class(1 << 9);
    /// A verbal noun of reporting.
    pub const SPEECH_MASDAR: Class = Class(1 << 10);
    /// A verbal noun that can head reported content.
    pub const MASDAR: Class = Class(1 << 11);
    /// Part of an expression of time.
    pub const TIME: Class = Class(1 << 12);
    /// Part of a person's name by the tables.
    pub const PERSON: Class = Class(1 << 13);
    /// A country, city, region.
    pub const PLACE: Class = Class(1 << 14);
    /// Begins the name of a body, outlet, group, or has an organisation's head noun.
    pub const ORGANISATION: Class = Class(1 << 15);
    /// A title, office or rank.
    pub const TITLE: Class = Class(1 << 16);
    /// An unnamed or collective source.
    pub const SOURCE: Class = Class(1 << 17);
    /// بيان، تصريح، مؤتمر صحفي
    pub const SPEECH_NOUN: Class = Class(1 << 18);
    /// Has the article.
    pub const DEFINITE: Class = Class(1 << 19);
    /// An attached ب or ل before a word known without it.
    pub const ATTACHED_PREP: Class = Class(1 << 20);
    /// An attached و or ف before a word known without it.
    pub const CONJUNCTION: Class = Class(1 << 21);
    /// كان وأخواتها
    pub const BE: Class = Class(1 << 22);
    /// An attribution phrase begins here: وفق، بحسب
    pub const ATTRIBUTION: Class = Class(1 << 23);
    /// A nationality adjective.
    pub const NATIONALITY: Class = Class(1 << 24);
    /// A name by the tables that is also a common word, where nothing tells which it is.
    pub const MAYBE_NAME: Class = Class(1 << 26);
    /// The last name of a person whom the article names in full, where a person is expected.
    pub const SURNAME: Class = Class(1 << 27);
    /// A verb of commitment.
    pub const COMMITMENT: Class = Class(1 << 25);

    /// Whether the two sets share a class.
    pub fn any(self, of: Class) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    fn add(&mut self, other: Class) {
        self.0 |= other.0;
    }

    fn remove(&mut self, other: Class) {
        self.0 &= !other.0;
    }
}

/// The word classes of a text, and where its times stand.
pub struct Classes<'a> {
    /// The layers below.
    pub l: &'a Layers<'a>,
    /// The times of the text.
    pub times: &'a [Time],
    of: Vec<Class>,
    /// Per token: the time that covers it, counted from 1.
    time_of: Vec<u32>,
}

impl<'a> Classes<'a> {
    /// Classifies every token once.
    pub fn new(l: &'a Layers<'a>, times: &'a [Time]) -> Classes<'a> {
        let n = l.tokens.len();
        let mut time_of = vec![0u32; n];
        for (t, time) in times.iter().enumerate() {
            for slot in time_of.get_mut(time.first..time.end.min(n)).into_iter().flatten() {
                *slot = t as u32 + 1;
            }
        }
        let mut of = vec![Class::default(); n];
        for i in 0..n {
            let class = classify(i, l, time_of.get(i).is_some_and(|&t| t > 0));
            if let Some(slot) = of.get_mut(i) {
                slot.add(class);
            }
            if !l.matches.any(i, NAMES) {
                continue;
            }
            // Names of several words mark each of them.
            for m in l.matches.at(i) {
                if l.lexicon.is_ambiguous(m.sense) && !named_context(i, m, l) {
                    let whole = m.clitics.prep.is_none() && !m.clitics.conj && matches!(m.sense.table, Table::GivenNames | Table::FamilyNames);
                    if let (true, Some(slot)) = (whole, of.get_mut(i)) {
                        slot.add(Class::MAYBE_NAME);
                    }
                    continue;
                }
                let mark = match m.sense.table {
                    Table::GivenNames | Table::FamilyNames => Class::PERSON,
                    Table::Countries if !matches!(m.sense.form, Form::Nationality(..)) => Class::PLACE,
                    Table::Cities | Table::Regions => Class::PLACE,
                    Table::Countries => Class::NATIONALITY,
                    _ => continue,
                };
                for slot in of.get_mut(m.first()..m.end()).into_iter().flatten() {
                    slot.add(mark);
                }
            }
        }
        for i in 0..n {
            if is_ali(i, l)
                && let Some(slot) = of.get_mut(i)
            {
                *slot = Class::PERSON;
            }
        }
        // من جهة أخرى: what stands inside a particle of several words is no verb.
        for m in l.matches.iter().filter(|m| m.sense.table == Table::FunctionWords && m.end() > m.first() + 1 && m.clitics.pronoun.is_none()) {
            for slot in of.get_mut(m.first() + 1..m.end()).into_iter().flatten() {
                slot.remove(Class::VERB.or(Class::CUE).or(Class::PARTICIPLE));
            }
        }
        Classes { l, times, of, time_of }
    }

    /// Marks token `i` as the last name of a person of the article.
    pub(crate) fn mark_surname(&mut self, i: usize) {
        if let Some(slot) = self.of.get_mut(i) {
            slot.add(Class::SURNAME.or(Class::PERSON));
        }
    }

    /// The classes of token `i`; none behind the end.
    pub fn at(&self, i: usize) -> Class {
        self.of.get(i).copied().unwrap_or_default()
    }

    /// Whether token `i` has one of these classes.
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.at(i).any(class)
    }

    /// The time that covers token `i`.
    pub fn time(&self, i: usize) -> Option<&'a Time> {
        let t = *self.time_of.get(i)?;
        self.times.get((t as usize).checked_sub(1)?)
    }

    /// The folded key of token `i`.
    pub fn key(&self, i: usize) -> &str {
        self.l.tokens.key(i)
    }

    /// Whether token `i` is a word (of any script) or a number.
    pub fn is_word(&self, i: usize) -> bool {
        matches!(self.l.tokens.kind(i), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Digits))
    }

    /// Whether token `i` is that mark.
    pub fn punct(&self, i: usize, punct: Punct) -> bool {
        self.l.tokens.is(i, punct)
    }

    /// Whether token `i` is a quote mark of any shape.
    pub fn quote_mark(&self, i: usize) -> bool {
        matches!(self.l.tokens.kind(i), Some(TokenKind::Punct(Punct::Quote(_))))
    }

    /// Whether a new line begins at token `i`.
    pub fn line_start(&self, i: usize) -> bool {
        self.l.tokens.gap(i) == Gap::Line
    }

    /// The best match of a table at token `i`.
    pub fn find(&self, i: usize, table: Table) -> Option<&'a Match> {
        self.l.matches.find(i, table)
    }

    /// Whether token `i` tells how much or how many of something: بعض، كل، عدد.
    pub fn is_quantifier(&self, i: usize) -> bool {
        self.find(i, Table::FunctionWords).is_some_and(|m| self.l.lexicon.class(m.sense) == "quant")
    }

    /// The row of function_words.tsv that token `i` is.
    pub fn function(&self, i: usize) -> Option<&'static str> {
        self.find(i, Table::FunctionWords).map(|m| self.l.lexicon.id(m.sense))
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.l.lexicon
    }

    /// The verb form of a match, if it is one.
    pub fn verb_form(m: &Match) -> Option<VerbForm> {
        match m.sense.form {
            Form::Verb(form) => Some(form),
            _ => None,
        }
    }

    /// The preposition attached to token `i` under a reading in which its base is a known word.
    pub fn attached(&self, i: usize) -> Option<(Prep, u8)> {
        let word = self.l.matches.letters(i);
        if !word.is_empty() && !may_have_prep(word) {
            return None;
        }
        // لـ«صحيفة»: a preposition cut off by a mark.
        match self.key(i) {
            "\u{0644}" => return Some((Prep::Li, 1)),
            "\u{0628}" => return Some((Prep::Bi, 1)),
            "\u{0643}" => return Some((Prep::Ka, 1)),
            _ => {}
        }
        let (bare, conj) = match self.key(i).strip_prefix([letter::WAW, letter::FEH]) {
            Some(bare) => (bare, 1),
            None => (self.key(i), 0),
        };
        if !bare.starts_with([letter::BEH, letter::LAM, letter::KAF]) {
            return None;
        }
        let all = self.l.matches.at(i);
        // بناء، بيان: a word of its own, unless only a verb is spelled so.
        let whole = |m: &&Match| m.clitics.prep.is_none() && !matches!(m.sense.form, Form::Verb(f) if f.kind != VerbKind::Masdar);
        if all.iter().any(|m| whole(&m)) {
            return None;
        }
        let known = all.iter().find_map(|m| m.clitics.prep.map(|p| (p, m.clitics.letters)));
        if known.is_some() {
            return known;
        }
        // An unknown word with ب or لل before the article.
        if bare.strip_prefix(letter::BEH).is_some_and(|r| r.starts_with(letter::ARTICLE)) {
            return Some((Prep::Bi, 1 + conj));
        }
        bare.strip_prefix(letter::LAM).is_some_and(|r| r.starts_with(letter::LAM) && r.len() >= 6).then_some((Prep::Li, 1 + conj))
    }
}

/// The tables of names that mark all their words.
const NAMES: Tables = Tables::of(&[Table::GivenNames, Table::FamilyNames, Table::Countries, Table::Cities, Table::Regions]);

/// علي, spelled with its ي, before another name: the given name, not the preposition that folds to the same key.
fn is_ali(i: usize, l: &Layers) -> bool {
    if !l.matches.has(i, Table::FunctionWords) || !l.matches.has(i, Table::GivenNames) {
        return false;
    }
    let given = l.matches.at(i).iter().any(|m| m.sense.table == Table::GivenNames && m.clitics == Default::default());
    let preposition = l.matches.at(i).iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics == Default::default());
    if !given || !preposition || crate::fold::last_letter(slice(l.text, l.tokens.span(i))) != Some('\u{064A}') || l.tokens.gap(i + 1) == Gap::Line {
        return false;
    }
    let next = l.matches.at(i + 1);
    // قال علي الأحمدي: right behind a reporting verb no preposition takes a word in ـي with the article.
    let reported =
        i > 0 && l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::Reporting && Classes::verb_form(m).is_some_and(|f| f.kind == VerbKind::Perfect));
    if reported && is_definite(l.tokens.key(i + 1)) && l.tokens.key(i + 1).ends_with('\u{064A}') && !l.matches.has(i + 1, Table::Titles) {
        return true;
    }
    // الحاج علي المدير: between two titles.
    let title = |j: usize| l.matches.at(j).iter().any(|m| m.sense.table == Table::Titles && m.clitics.prep.is_none());
    if i > 0 && title(i - 1) && title(i + 1) && is_definite(l.tokens.key(i - 1)) && is_definite(l.tokens.key(i + 1)) {
        return true;
    }
    // محمود علي زاده: between a given name and a word that no table holds.
    let given = i > 0 && l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::GivenNames && m.clitics.prep.is_none() && !l.lexicon.is_ambiguous(m.sense));
    let maybe = i > 1 && l.matches.at(i - 1).iter().any(|m| m.sense.table == Table::GivenNames && m.clitics.prep.is_none());
    let said = i > 1 && (title(i - 2) || l.matches.at(i - 2).iter().any(|m| m.sense.table == Table::Reporting));
    if (given || maybe && said) && next.is_empty() {
        return true;
    }
    let named = next.iter().any(|m| matches!(m.sense.table, Table::GivenNames | Table::FamilyNames) && m.clitics.prep.is_none());
    named || next.is_empty() && is_definite(l.tokens.key(i + 1)) && l.tokens.key(i + 1).ends_with('\u{064A}')
}

/// Whether a word that may be a name or a common word is a name here: behind a title or a place's head noun, beside another name.
fn named_context(i: usize, m: &Match, l: &Layers) -> bool {
    let sure = |j: usize| {
        l.matches
            .at(j)
            .iter()
            .any(|n| matches!(n.sense.table, Table::GivenNames | Table::FamilyNames) && !l.lexicon.is_ambiguous(n.sense) && n.clitics.prep.is_none())
    };
    let before = i.checked_sub(1);
    // النائب العام سالم: the title may be of several words.
    const TITLE: usize = 4;
    let titled = (i.saturating_sub(TITLE)..i)
        .any(|j| l.matches.at(j).iter().any(|n| n.sense.table == Table::Titles && n.end() == i && l.lexicon.class(n.sense) != "profession"));
    match m.sense.table {
        Table::GivenNames | Table::FamilyNames => m.end() - m.first() > 1 || m.clitics.prep.is_none() && (sure(m.end()) || before.is_some_and(sure) || titled),
        _ => before.is_some_and(|j| l.matches.has(j, Table::PlaceHeads)),
    }
}

/// The letters that this module names.
mod letter {
    pub const WAW: char = '\u{0648}';
    pub const FEH: char = '\u{0641}';
    pub const BEH: char = '\u{0628}';
    pub const LAM: char = '\u{0644}';
    pub const KAF: char = '\u{0643}';
    pub const MY: &str = "\u{0646}\u{064A}";
    pub const ALEF_HAMZA: char = '\u{0623}';
    pub const TEH_MARBUTA: char = '\u{0629}';
    pub const ARTICLE: &str = "\u{0627}\u{0644}";
}

fn classify(i: usize, l: &Layers, timed: bool) -> Class {
    let mut class = Class::default();
    if timed {
        class.add(Class::TIME);
    }
    if l.tokens.kind(i) != Some(TokenKind::Word) {
        return class;
    }
    // إلغاء، التزام begin like the article and have none.
    let verbal = |m: &Match| matches!(m.sense.table, Table::Masdars | Table::Reporting | Table::Verbs | Table::Commitments | Table::Completions);
    let own_letters = || l.matches.at(i).iter().any(|m| verbal(m) && !m.clitics.article) && !l.matches.at(i).iter().any(|m| m.clitics.article);
    // ألكسيا, إليزابيث: the alef of the article has no hamza.
    let hamza = || slice(l.text, l.tokens.span(i)).starts_with(['\u{0623}', '\u{0625}']);
    if has_article(l.matches.letters(i)) && !own_letters() && !hamza() {
        class.add(Class::DEFINITE);
    }
    for m in l.matches.at(i) {
        let c = m.clitics;
        // ة is no pronoun: وخيمة is no verb with its object.
        if c.pronoun == Some(crate::morph::Pronoun::His) && crate::fold::last_letter(slice(l.text, l.tokens.span(m.end() - 1))) == Some(letter::TEH_MARBUTA) {
            continue;
        }
        // إذاعي: a verb has ني for its object, not ي.
        let finite = matches!(m.sense.form, Form::Verb(f) if !matches!(f.kind, VerbKind::Masdar | VerbKind::Participle | VerbKind::PassiveParticiple));
        if finite && c.pronoun == Some(crate::morph::Pronoun::My) && !l.tokens.key(m.end() - 1).ends_with(letter::MY) {
            continue;
        }
        if c.prep.is_some() {
            class.add(Class::ATTACHED_PREP);
        }
        if c.conj {
            class.add(Class::CONJUNCTION);
        }
        class.add(match m.sense.table {
            // منها، عليه: nothing follows that it would govern.
            Table::FunctionWords if c.pronoun.is_some() && l.lexicon.class(m.sense) == "prep" => Class::PARTICLE,
            // حينها: "then".
            Table::FunctionWords if c.pronoun.is_some() && l.lexicon.id(m.sense) == "hina" => Class::PARTICLE,
            // ألا is أن لا, spelled like إلا but for its hamza.
            Table::FunctionWords if l.lexicon.id(m.sense) == "illa" && slice(l.text, l.tokens.span(i)).contains(letter::ALEF_HAMZA) => Class::COMPLEMENTISER,
            // أمني، ماي are no أم, no ما with a pronoun.
            Table::FunctionWords if c.pronoun.is_some() && matches!(l.lexicon.class(m.sense), "neg" | "conj" | "interj" | "adv" | "dem" | "rel") => {
                Class::default()
            }
            Table::FunctionWords => function_class(l.lexicon.class(m.sense)),
            Table::Reporting => match Classes::verb_form(m).map(|f| f.kind) {
                // بمقر: a participle that reports has no preposition.
                // مقرها: with a pronoun no participle reports.
                Some(VerbKind::Participle) if !c.article && c.prep.is_none() && c.pronoun.is_none() => Class::PARTICIPLE,
                Some(VerbKind::Participle | VerbKind::PassiveParticiple) => Class::default(),
                Some(VerbKind::Masdar) => Class::SPEECH_MASDAR,
                Some(_) => Class::CUE,
                None => Class::default(),
            },
            Table::Verbs | Table::Commitments | Table::Completions => {
                let class = if m.sense.table == Table::Commitments { Class::COMMITMENT } else { Class::default() };
                match Classes::verb_form(m).map(|f| f.kind) {
                    Some(VerbKind::Masdar) if m.sense.table != Table::Verbs => Class::MASDAR,
                    Some(VerbKind::Masdar | VerbKind::Participle | VerbKind::PassiveParticiple) => Class::default(),
                    // لاحقا، نموا: the dual of a perfect is spelled like an adverb far more often.
                    Some(VerbKind::Perfect) if Classes::verb_form(m).is_some_and(|f| f.number == Count::Dual && f.gender == Gender::Masculine) => {
                        Class::default()
                    }
                    Some(_) if m.sense.table == Table::Verbs && l.lexicon.class(m.sense) == "be" => Class::BE.or(Class::VERB),
                    Some(_) => Class::VERB.or(class),
                    None => class,
                }
            }
            Table::Masdars => Class::MASDAR,
            Table::Titles => Class::TITLE,
            Table::Sources => Class::SOURCE,
            Table::OrgHeads => Class::ORGANISATION,
            Table::Bodies | Table::Outlets | Table::Groups if m.end() - m.first() > 1 || !l.lexicon.is_ambiguous(m.sense) => Class::ORGANISATION,
            Table::SpeechNouns => Class::SPEECH_NOUN,
            Table::Attribution => Class::ATTRIBUTION,
            Table::Countries if matches!(m.sense.form, Form::Nationality(..)) => Class::NATIONALITY,
            _ => Class::default(),
        });
    }
    class
}

fn function_class(name: &str) -> Class {
    match name {
        "comp" => Class::COMPLEMENTISER,
        "rel" => Class::RELATIVE,
        "prep" => Class::PREPOSITION,
        "conj" | "sub" => Class::SUBORDINATOR,
        "neg" => Class::NEGATION,
        "dem" => Class::DEMONSTRATIVE,
        "part" | "adv" | "pron" | "interj" => Class::PARTICLE,
        _ => Class::default(),
    }
}

/// Gender and number of a verb's subject as its form tells them; `None` for verbal nouns.
pub fn agreement(form: VerbForm) -> Option<(Gender, Count)> {
    (form.kind != VerbKind::Masdar).then_some((form.gender, form.number))
}
