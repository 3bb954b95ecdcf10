//! One party for all its mentions in an article: full name ↔ surname ↔ office, body ↔ short form.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::lexicon::conjugate::{Count, Gender};
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Sense};
use crate::morph::Match;
use crate::name::phrase::{Head, NounPhrase};
use crate::record::Kind;
use crate::text::Span;
use crate::token::{Punct, TokenKind, fold, skip_letters};

/// A party of an article.
#[derive(Clone, Debug)]
pub struct Party {
    /// The fullest name met so far.
    pub name: String,
    /// The folded words of that name without articles.
    words: Vec<String>,
    /// The words of every role told of it, without articles.
    roles: Vec<Vec<String>>,
    /// The roles as they stand in the text.
    pub role_names: Vec<String>,
    /// What heads it.
    pub head: Head,
    /// What kind of source.
    pub kind: Kind,
    /// Gender of its head.
    pub gender: Gender,
    /// Number of its head.
    pub number: Count,
    /// The lexicon row that names it.
    row: Option<(Table, u32)>,
    /// The state that its name tells of: وزارة الخارجية المصرية.
    state: Option<u32>,
    /// A newspaper, agency, channel by its row or its head noun.
    outlet: bool,
    /// All mentions.
    pub mentions: Vec<Span>,
}

/// The parties of an article, in order of first mention.
#[derive(Clone, Debug, Default)]
pub struct Parties {
    /// The list.
    pub list: Vec<Party>,
}

/// A party of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartyId(usize);

/// How far back a mention looks for its party, in parties; keeps long texts linear.
const MEMORY: usize = 160;

impl Party {
    /// The last word of a person's name of two words and more, folded, without its article.
    pub(crate) fn surname(&self) -> Option<&str> {
        self.words.last().filter(|_| self.words.len() >= 2).map(String::as_str)
    }
}

impl Parties {
    /// A party by its id.
    pub fn get(&self, id: PartyId) -> Option<&Party> {
        self.list.get(id.0)
    }

    /// Notes a mention: joins it to the party that it names, or opens a new one.
    pub fn add(&mut self, c: &Classes, phrase: &NounPhrase) -> Option<PartyId> {
        if !matches!(phrase.head, Head::Person | Head::Organisation) {
            return None;
        }
        let words = words(c, phrase.name.clone());
        if words.is_empty() || (phrase.head == Head::Person && words.len() > 7) {
            return None;
        }
        let row = named_row(phrase.sense);
        let span = name_span(c, phrase.name.clone());
        let role = role_words(c, phrase);
        let short = phrase.head == Head::Organisation && c.is(phrase.name.start, Class::DEFINITE) && row.is_none();
        let found = self.same(&words, phrase.head, row).or_else(|| if short { self.by_short_form(c, phrase) } else { None });
        let id = match found {
            Some(id) => {
                let party = self.list.get_mut(id.0)?;
                if words.len() > party.words.len() {
                    party.name = name_text(c, phrase.name.clone());
                    party.state = party.state.or_else(|| state(c, &phrase.name));
                    party.words = words;
                }
                id
            }
            None => {
                self.list.push(Party {
                    name: name_text(c, phrase.name.clone()),
                    words,
                    roles: Vec::new(),
                    role_names: Vec::new(),
                    head: phrase.head,
                    kind: phrase.kind,
                    gender: phrase.gender,
                    number: phrase.number,
                    row,
                    state: state(c, &phrase.name),
                    outlet: outlet(c, phrase),
                    mentions: Vec::new(),
                });
                PartyId(self.list.len() - 1)
            }
        };
        let party = self.list.get_mut(id.0)?;
        // Mentions come in the order of the text.
        if party.mentions.last() != Some(&span) {
            party.mentions.push(span);
        }
        if !role.is_empty() && !party.roles.contains(&role) {
            party.roles.push(role);
            party.role_names.push(crate::text::slice(c.l.text, c.l.tokens.cover(phrase.role.start, trimmed_role(c, phrase.role.clone()))).to_owned());
            // A title tells the gender better than an unknown name.
            if phrase.role.start < phrase.name.start {
                party.gender = phrase.gender;
            }
        }
        Some(id)
    }

    /// The party that these words name: equal, or one the beginning or end of the other, or the same row of the lexicon.
    fn same(&self, words: &[String], head: Head, row: Option<(Table, u32)>) -> Option<PartyId> {
        let rows = |party: &Party| row.is_some() && row == party.row && head == Head::Organisation;
        let alike = |party: &Party| match head {
            Head::Person => person_alike(words, &party.words),
            _ => body_alike(words, &party.words),
        };
        self.most_told(|p| p.head == head && *words == p.words[..]).or_else(|| self.most_told(|p| rows(p) || p.head == head && alike(p)))
    }

    fn recent(&self) -> impl Iterator<Item = (usize, &Party)> {
        self.list.iter().enumerate().rev().take(MEMORY)
    }

    /// The party that an office alone names: الوزير، الرئيس الفرنسي.
    pub fn by_office(&self, c: &Classes, phrase: &NounPhrase) -> Option<PartyId> {
        // معالي رئيس المجلس: the honorific need not have been told before.
        let honorific = c.find(phrase.tokens.start, Table::Titles).filter(|m| c.lexicon().class(m.sense) == "honorific" && m.end() < phrase.tokens.end);
        let office = honorific.map_or(phrase.tokens.start, |m| m.end())..phrase.tokens.end;
        let role = words(c, office.clone());
        let feminine = phrase.gender;
        let holds = |party: &Party| party.head == Head::Person && party.roles.iter().any(|r| role.iter().all(|w| r.contains(w)));
        // النائب العام للدولة for who was called النائب العام before.
        let held = |party: &Party| party.head == Head::Person && party.roles.iter().any(|r| r.len() >= 2 && r.iter().all(|w| role.contains(w)));
        let same_gender = |p: &Party| p.gender == feminine;
        let at = phrase.span.start;
        self.nearest(at, |p| holds(p) && same_gender(p))
            .or_else(|| self.nearest(at, holds))
            .or_else(|| self.nearest(at, |p| held(p) && same_gender(p)))
            .or_else(|| {
                // The only person whose office begins with this word, unless the two are offices of different things.
                let first = role.first()?;
                let special = special_words(c, office.clone());
                let same = |r: &Vec<String>| r.first() == Some(first) && (special.is_empty() || special.iter().any(|w| r.contains(w)));
                let mut of_office = self.recent().filter(|(_, p)| p.head == Head::Person && p.roles.iter().any(same));
                let only = of_office.next()?;
                of_office.next().is_none().then_some(PartyId(only.0))
            })
    }

    /// The person whom this honorific was last used of: سموه for صاحب السمو الملكي الأمير فلان; the one who spoke last, if of him.
    pub fn by_honorific(&self, title: &str, spoke: Option<&str>, at: u32) -> Option<PartyId> {
        let told =
            |p: &Party| p.head == Head::Person && p.roles.iter().any(|r| r.iter().any(|w| w == title)) && p.mentions.first().is_some_and(|m| m.start < at);
        let speaker = self.recent().find(|(_, p)| spoke == Some(p.name.as_str()) && told(p)).map(|(n, _)| PartyId(n));
        speaker.or_else(|| self.nearest(at, told))
    }

    /// Whether the person of this name has an office that begins with the same word.
    pub fn has_office_of(&self, c: &Classes, phrase: &NounPhrase, name: &str) -> bool {
        let first = words(c, phrase.tokens.start..phrase.tokens.start + 1);
        let known = self.recent().find(|(_, p)| p.name == name);
        known.is_some_and(|(_, p)| p.gender == phrase.gender && p.roles.iter().any(|r| r.first() == first.first()))
    }

    /// All persons who hold an office.
    pub fn held_by(&self, c: &Classes, phrase: &NounPhrase) -> Vec<PartyId> {
        let role = words(c, phrase.tokens.clone());
        let holds = |p: &Party| p.head == Head::Person && p.gender == phrase.gender && p.roles.iter().any(|r| role.iter().all(|w| r.contains(w)));
        self.recent().filter(|(_, p)| holds(p)).map(|(n, _)| PartyId(n)).collect()
    }

    /// The organisation that a short form names: المرصد → المرصد السوري; of several the one mentioned last.
    pub fn by_short_form(&self, c: &Classes, phrase: &NounPhrase) -> Option<PartyId> {
        self.by_short_form_among(c, phrase, std::iter::empty())
    }

    /// Like [`Parties::by_short_form`], but of several the one that spoke last, by the names in `spoke`.
    pub fn by_short_form_among<'a>(&self, c: &Classes, phrase: &NounPhrase, spoke: impl Iterator<Item = &'a str>) -> Option<PartyId> {
        /// How many words more the full name may have, where the short form has several.
        const LONGER: usize = 3;
        // الوكالة الكورية: what tells only the nationality need not stand in the full name.
        let short: Vec<String> =
            phrase.name.clone().filter(|&i| i == phrase.name.start || !c.is(i, Class::NATIONALITY)).flat_map(|i| words(c, i..i + 1)).collect();
        let all = words(c, phrase.name.clone());
        let (first, rest) = short.split_first()?;
        // وزارة الخارجية المصرية is not the ministry of another state.
        let state = state(c, &phrase.name);
        let nation: Vec<String> = phrase.name.clone().filter(|&i| c.is(i, Class::NATIONALITY)).flat_map(|i| words(c, i..i + 1)).collect();
        let foreign = |p: &Party| state.is_some() && p.state.is_some() && p.state != state && !nation.iter().any(|w| p.words.contains(w));
        let fits = |p: &Party| {
            p.head == Head::Organisation
                && !foreign(p)
                && p.words.len() > short.len()
                && p.words.first() == Some(first)
                && p.words != all
                && rest.iter().all(|w| p.words.contains(w))
                && (short.len() == 1 || p.words.len() <= short.len() + LONGER)
        };
        /// How many of those who spoke are asked.
        const SPOKE: usize = 5;
        for name in spoke.take(SPOKE) {
            if let Some((n, _)) = self.recent().find(|(_, p)| p.name == name && fits(p)) {
                return Some(PartyId(n));
            }
        }
        self.nearest(phrase.span.start, fits)
    }

    /// The outlet mentioned last before this byte.
    pub fn nearest_outlet(&self, at: u32) -> Option<PartyId> {
        self.nearest(at, |p| p.outlet).filter(|id| self.get(*id).is_some_and(|p| p.mentions.first().is_some_and(|m| m.start < at)))
    }

    /// Of the parties that fit, the one mentioned last before this byte; else the one mentioned first after it.
    fn nearest(&self, at: u32, fits: impl Fn(&Party) -> bool) -> Option<PartyId> {
        let last_before = |p: &Party| p.mentions.partition_point(|m| m.start < at).checked_sub(1).and_then(|n| p.mentions.get(n)).map(|m| m.start);
        let told = self.recent().filter(|(_, p)| fits(p)).max_by_key(|(n, p)| (last_before(p), std::cmp::Reverse(*n)));
        told.map(|(n, _)| PartyId(n))
    }

    /// Adds an office told behind the name: فلان، أمير المنطقة.
    pub fn add_role(&mut self, c: &Classes, id: PartyId, office: &NounPhrase) {
        let role = words(c, office.tokens.clone());
        if let Some(party) = self.list.get_mut(id.0)
            && !role.is_empty()
            && !party.roles.contains(&role)
        {
            party.roles.push(role);
            party.role_names.push(crate::text::slice(c.l.text, office.span).to_owned());
        }
    }

    /// The party of this kind whose name holds all these words.
    pub fn by_name(&self, c: &Classes, name: Range<usize>, head: Head) -> Option<PartyId> {
        let words = words(c, name);
        if words.is_empty() {
            return None;
        }
        self.most_told(|p| p.head == head && words.iter().all(|w| p.words.contains(w)))
    }

    /// The person of this name; of two with one family name the one whose gender is that of the verb.
    pub fn by_person(&self, c: &Classes, name: Range<usize>, gender: Option<Gender>) -> Option<PartyId> {
        let words = words(c, name.clone());
        let fits = |p: &Party| p.head == Head::Person && words.iter().all(|w| p.words.contains(w)) && gender.is_some_and(|g| g == p.gender);
        let agreeing = if words.is_empty() || gender.is_none() { None } else { self.most_told(fits) };
        agreeing.or_else(|| self.by_name(c, name, Head::Person))
    }

    /// The party that this row of the lexicon names.
    pub fn by_row(&self, sense: Sense) -> Option<PartyId> {
        let row = named_row(Some(sense))?;
        self.most_told(|p| p.row == Some(row))
    }

    /// The person of two names and more whose last word this is.
    pub fn by_surname(&self, c: &Classes, word: Range<usize>) -> Option<PartyId> {
        let words = words(c, word);
        self.most_told(|p| p.head == Head::Person && p.words.len() >= 2 && p.words.last() == words.first())
    }

    /// The person mentioned most.
    pub fn most_named(&self) -> Option<PartyId> {
        self.most_told(|p| p.head == Head::Person)
    }

    /// Of the parties that fit, the one mentioned most; the newer one of equals.
    fn most_told(&self, fits: impl Fn(&Party) -> bool) -> Option<PartyId> {
        self.recent().filter(|(_, p)| fits(p)).max_by_key(|(n, p)| (p.mentions.len(), *n)).map(|(n, _)| PartyId(n))
    }

    /// The party whose name in Latin or Arabic letters equals this string after folding.
    pub fn by_text(&self, name: &str) -> Option<PartyId> {
        let wanted: Vec<String> = name.split_whitespace().map(|w| bare(&fold(w)).to_owned()).collect();
        self.recent().find(|(_, p)| person_alike(&wanted, &p.words) || p.words == wanted).map(|(n, _)| PartyId(n))
    }
}

/// One name is a surname or a shorter form of the other: all words of the shorter stand in the longer, in order.
fn person_alike(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return false;
    }
    let mut rest = long.iter();
    let ordered = short.iter().all(|w| rest.any(|v| v == w));
    // A single given name is no surname: it must be the last word of the longer name, or its first.
    ordered && (short.len() > 1 || long.last() == short.first() || long.first() == short.first() || long.len() > 2)
}

fn body_alike(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() > 1 && short.first() == long.first() && short.iter().all(|w| long.contains(w)) && long.len() - short.len() <= 3
}

/// The words of an office that tell of what it is: a body, a portfolio.
fn special_words(c: &Classes, office: Range<usize>) -> Vec<String> {
    let of = |i: &usize| c.is(*i, Class::ORGANISATION) || c.l.matches.has(*i, Table::OfficeComplements);
    office.skip(1).filter(of).flat_map(|i| words(c, i..i + 1)).collect()
}

/// The state that a name's words tell of, by an adjective or its own name.
fn state(c: &Classes, name: &Range<usize>) -> Option<u32> {
    name.clone().filter(|&i| c.is(i, Class::NATIONALITY.or(Class::PLACE))).find_map(|i| c.find(i, Table::Countries)).map(|m| m.sense.row)
}

/// Whether a phrase names an outlet: by its row, or behind صحيفة.
fn outlet(c: &Classes, phrase: &NounPhrase) -> bool {
    let headed = |s: Sense| s.table == Table::OrgHeads && phrase.tokens.len() > 1 && matches!(c.lexicon().class(s), "outlet" | "media");
    phrase.sense.is_some_and(|s| s.table == Table::Outlets || headed(s))
}

fn named_row(sense: Option<Sense>) -> Option<(Table, u32)> {
    sense.filter(|s| matches!(s.table, Table::Bodies | Table::Outlets | Table::Groups | Table::Countries) && s.form != Form::Capital).map(|s| (s.table, s.row))
}

/// A folded word without its article.
pub fn bare(key: &str) -> &str {
    key.strip_prefix("\u{0627}\u{0644}").filter(|rest| rest.chars().count() > 2).unwrap_or(key)
}

/// The folded words of a range, clitics of the first and all articles taken off.
fn words(c: &Classes, range: Range<usize>) -> Vec<String> {
    range
        .clone()
        .filter(|&i| c.is_word(i))
        .map(|i| {
            let key = c.key(i);
            let key = if i == range.start && conjoined(c, i) { key.get(2..).unwrap_or(key) } else { key };
            let attached = c.attached(i).filter(|_| !c.is(i, Class::PERSON) || c.l.matches.at(i).iter().all(|m| m.clitics.prep.is_some()));
            match attached {
                Some((_, letters)) => {
                    let taken = if i == range.start && conjoined(c, i) { letters.saturating_sub(1) } else { letters };
                    let rest: String = key.chars().skip(taken as usize).collect();
                    // لل: the alef of the article is not written.
                    let rest = rest
                        .strip_prefix('\u{0644}')
                        .filter(|_| key.contains("\u{0644}\u{0644}") && rest.chars().count() > 3)
                        .map(str::to_owned)
                        .unwrap_or(rest);
                    bare(&rest).to_owned()
                }
                None => bare(key).to_owned(),
            }
        })
        .collect()
}

fn role_words(c: &Classes, phrase: &NounPhrase) -> Vec<String> {
    if phrase.head == Head::Person { words(c, phrase.role.clone()) } else { Vec::new() }
}

fn trimmed_role(c: &Classes, role: Range<usize>) -> usize {
    let mut end = role.end;
    while end > role.start && !c.is_word(end - 1) {
        end -= 1;
    }
    end
}

/// The words of a name as they stand in the text, an attached preposition and quote marks left out.
pub fn name_text(c: &Classes, range: Range<usize>) -> String {
    plain_text(c, outlet_name(c, range))
}

/// The words of a phrase as they stand in the text, an attached preposition and quote marks left out.
pub fn plain_text(c: &Classes, range: Range<usize>) -> String {
    let mut out = String::with_capacity(c.l.tokens.cover(range.start, range.end).len() as usize);
    for i in range.clone() {
        // Quote marks and the signs of a hashtag are no part of a name.
        if c.quote_mark(i) || c.punct(i, Punct::Hash) || c.punct(i, Punct::Underscore) {
            continue;
        }
        let span = c.l.tokens.span(i);
        let gap = c.l.tokens.gap(i) != crate::token::Gap::None || i > 0 && (c.quote_mark(i - 1) || c.punct(i - 1, Punct::Underscore));
        if !out.is_empty() && gap {
            out.push(' ');
        }
        if i == range.start && conjoined(c, i) && c.attached(i).is_none() {
            out.push_str(crate::text::slice(c.l.text, Span::new(skip_letters(c.l.text, span, 1), span.end)));
            continue;
        }
        if i == range.start
            && let Some((_, letters)) = c.attached(i).filter(|_| lacks_whole_reading(c, i))
        {
            let key: Vec<char> = c.key(i).chars().collect();
            let at = letters as usize;
            let lam_article = at >= 1 && key.get(at - 1) == Some(&'\u{0644}') && key.get(at) == Some(&'\u{0644}') && key.len() > at + 2;
            if lam_article {
                out.push_str("\u{0627}\u{0644}");
            }
            let skip = if lam_article { at + 1 } else { at };
            out.push_str(crate::text::slice(c.l.text, Span::new(skip_letters(c.l.text, span, skip), span.end)));
            continue;
        }
        out.push_str(crate::text::slice(c.l.text, span));
    }
    out
}

/// Whether the word begins with و that belongs to no reading of it. ف joins clauses, hardly ever names: فرومان.
fn conjoined(c: &Classes, i: usize) -> bool {
    c.key(i).starts_with('\u{0648}')
        && c.is(i, Class::CONJUNCTION)
        && !c.l.matches.at(i).iter().any(|m| !m.clitics.conj && !matches!(m.sense.table, Table::Reporting | Table::Verbs))
}

/// No reading of the word without a preposition is known.
fn lacks_whole_reading(c: &Classes, i: usize) -> bool {
    !c.l.matches.at(i).iter().any(|m| m.clitics.prep.is_none() && !matches!(m.sense.table, Table::Reporting | Table::Verbs))
}

/// صحيفة «الغارديان» البريطانية → الغارديان: the outlet's own name without its head noun and what describes it.
fn outlet_name(c: &Classes, range: Range<usize>) -> Range<usize> {
    let is_media = |m: &Match| m.sense.table == Table::OrgHeads && matches!(c.lexicon().class(m.sense), "outlet" | "media");
    let mut i = range.start;
    while i + 1 < range.end
        && c.l.matches.at(i).iter().any(is_media)
        && !c.l.matches.at(i).iter().any(|m| m.sense.table == Table::Outlets && m.end() - m.first() > 1)
    {
        i += 1;
    }
    // An outlet's own name of several words, without what is set behind it: وكالة الأنباء … «…».
    if let Some(outlet) = c.l.matches.at(range.start).iter().find(|m| m.sense.table == Table::Outlets && m.end() - m.first() > 1 && m.end() < range.end) {
        let nationality = c.is(outlet.end(), Class::NATIONALITY);
        return range.start..if nationality { outlet.end() + 1 } else { outlet.end() };
    }
    // 'الإعلان السياسي' …: a name in marks at the start.
    if c.quote_mark(range.start)
        && let Some(close) = (range.start + 2..range.end).find(|&j| c.quote_mark(j))
    {
        return range.start + 1..close;
    }
    let media = i > range.start;
    // صحيفة الشاطئ: the paper's name, known or not; an agency's name keeps its head noun.
    const PAPERS: [&str; 6] = ["sahifa", "jarida", "majalla", "mawqi", "qanat", "idhaa"];
    let paper = c.find(range.start, Table::OrgHeads).is_some_and(|m| !m.clitics.article && PAPERS.contains(&c.lexicon().id(m.sense)));
    // مجلة (دير شبيغل)
    if media
        && c.punct(i, Punct::ParenOpen)
        && let Some(close) = (i + 2..range.end).find(|&j| c.punct(j, Punct::ParenClose))
    {
        return i + 1..close;
    }
    // A head noun and a name in marks: the name.
    let from = if media { i } else { range.start };
    if let Some(open) = (from..range.end).take(if media { 2 } else { 3 }).find(|&j| c.quote_mark(j))
        && let Some(close) = (open + 2..range.end).find(|&j| c.quote_mark(j))
        && (media || open == range.start + 1)
    {
        return open + 1..close;
    }
    if media && let Some(outlet) = c.l.matches.at(i).iter().find(|m| m.sense.table == Table::Outlets) {
        return i..outlet.end().min(range.end);
    }
    if media && paper && c.is(i, Class::DEFINITE) && !c.is(i, Class::NATIONALITY) {
        return i..range.end;
    }
    range
}

/// Where a name stands, its attached preposition left out.
pub fn name_span(c: &Classes, range: Range<usize>) -> Span {
    let cover = c.l.tokens.cover(range.start, range.end);
    match c.attached(range.start).filter(|_| lacks_whole_reading(c, range.start)) {
        Some((_, letters)) if c.l.tokens.kind(range.start) == Some(TokenKind::Word) => {
            Span::new(skip_letters(c.l.text, c.l.tokens.span(range.start), letters as usize), cover.end)
        }
        _ => cover,
    }
}
