//! What could this word be? Clitics taken off, and every row of the lexicon that a run of words may be.

use std::ops::RangeInclusive;

use crate::lexicon::conjugate::VerbKind;
use crate::lexicon::letters::Letters;
use crate::lexicon::table::Table;
use crate::lexicon::{Form, Lexicon, Node, Sense};
use crate::text::Span;
use crate::token::{Gap, TokenKind, Tokens, skip_letters};

/// A one-letter preposition written as part of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the prepositions")]
pub enum Prep {
    Bi,
    Li,
    Ka,
}

/// The clitics of a word under one reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Clitics {
    /// و or ف before it.
    pub conj: bool,
    /// ب، ل، ك before it.
    pub prep: Option<Prep>,
    /// ال before it (taken off: names that begin with ال match as a whole).
    pub article: bool,
    /// س of the future before it.
    pub future: bool,
    /// A pronoun after it: the letters of its key.
    pub pronoun: Option<Pronoun>,
    /// Key letters that the conjunction and the preposition take: how far a span must begin inside the word.
    pub letters: u8,
}

impl Clitics {
    /// Nothing but perhaps a conjunction stands before the base.
    pub fn free(self) -> bool {
        self.prep.is_none() && !self.article && !self.future
    }
}

/// A pronoun suffix, by person and number as far as spelling tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pronoun {
    /// ه
    His,
    /// ها
    Her,
    /// هما، هم، هن
    Their,
    /// نا
    Our,
    /// ي، ني
    My,
    /// ك، كم
    Your,
}

/// A run of tokens that is a form of a row of the lexicon.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// First token.
    pub first: u32,
    /// The token after the last.
    pub end: u32,
    /// The clitics of the first token (the pronoun is that of the last).
    pub clitics: Clitics,
    /// What it is.
    pub sense: Sense,
}

impl Match {
    /// Its place among the matches of its first token, as one number: longer ones, those with fewer clitics, the order of the tables.
    fn rank(&self) -> u64 {
        let clitics = u64::from(self.clitics.letters) << 2 | u64::from(self.clitics.article) << 1 | u64::from(self.clitics.pronoun.is_some());
        u64::from(u32::MAX - self.end) << 32 | clitics << 8 | self.sense.table as u64
    }

    /// First token, for indexing.
    pub fn first(&self) -> usize {
        self.first as usize
    }

    /// The token after the last, for indexing.
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// The words without the conjunction and preposition.
    pub fn span(&self, text: &str, tokens: &Tokens) -> Span {
        let cover = tokens.cover(self.first(), self.end());
        let start = skip_letters(text, tokens.span(self.first()), self.clitics.letters as usize);
        Span::new(start, cover.end)
    }
}

/// A set of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tables(u64);

const _: () = assert!(Table::ALL.len() <= u64::BITS as usize, "a table is a bit of `Tables`");

impl Tables {
    /// The set of these tables.
    pub const fn of(tables: &[Table]) -> Tables {
        let (mut set, mut rest) = (0, tables);
        while let [first, others @ ..] = rest {
            set |= 1 << *first as u32;
            rest = others;
        }
        Tables(set)
    }

    /// Both sets together.
    pub const fn with(self, other: Tables) -> Tables {
        Tables(self.0 | other.0)
    }

    fn holds(self, table: Table) -> bool {
        self.0 & 1 << table as u32 != 0
    }

    fn add(&mut self, table: Table) {
        self.0 |= 1 << table as u32;
    }
}

/// All matches in a text, by first token; for one token the longest come first, then those with the fewest clitics.
#[derive(Default)]
pub struct Matches {
    list: Vec<Match>,
    /// Where the matches of each token begin.
    starts: Vec<u32>,
    /// The tables of each token's matches: most questions about a token are answered by them.
    tables: Vec<Tables>,
    /// The letters of each token that is an Arabic word.
    letters: Vec<Letters>,
}

impl Matches {
    /// The matches that begin at token `i`.
    #[inline]
    pub fn at(&self, i: usize) -> &[Match] {
        let first = self.starts.get(i).copied().unwrap_or(self.list.len() as u32);
        let end = self.starts.get(i + 1).copied().unwrap_or(self.list.len() as u32);
        self.list.get(first as usize..end as usize).unwrap_or(&[])
    }

    /// The best match of a table that begins at token `i`.
    #[inline]
    pub fn find(&self, i: usize, table: Table) -> Option<&Match> {
        if !self.has(i, table) {
            return None;
        }
        self.at(i).iter().find(|m| m.sense.table == table)
    }

    /// Whether some match of the table begins at token `i`.
    #[inline]
    pub fn has(&self, i: usize, table: Table) -> bool {
        self.any(i, Tables::of(&[table]))
    }

    /// Whether some match of one of the tables begins at token `i`.
    #[inline]
    pub fn any(&self, i: usize, of: Tables) -> bool {
        self.tables.get(i).is_some_and(|tables| tables.0 & of.0 != 0)
    }

    /// Whether token `i` as it stands, with no preposition taken off, is in one of the tables.
    pub fn whole(&self, i: usize, of: Tables) -> bool {
        self.any(i, of) && self.at(i).iter().any(|m| m.clitics.prep.is_none() && of.holds(m.sense.table))
    }

    /// The letters of token `i`; none when it is no Arabic word, or one that no table could hold.
    #[inline]
    pub fn letters(&self, i: usize) -> Letters {
        self.letters.get(i).copied().unwrap_or_default()
    }

    /// All matches in order.
    pub fn iter(&self) -> impl Iterator<Item = &Match> {
        self.list.iter()
    }
}

/// Looks every run of tokens up: one walk along the trie for each way to take the clitics off.
pub fn look_up(tokens: &Tokens, lexicon: &Lexicon) -> Matches {
    let words = Words::new(tokens, lexicon);
    let mut matches = Matches {
        list: Vec::with_capacity(tokens.len() * 2),
        starts: Vec::with_capacity(tokens.len() + 1),
        tables: Vec::with_capacity(tokens.len()),
        letters: Vec::new(),
    };
    for i in 0..tokens.len() {
        let from = matches.list.len();
        matches.starts.push(from as u32);
        word_matches(i, &words, &mut matches.list);
        let Some(new) = matches.list.get_mut(from..) else { continue };
        let mut tables = Tables::default();
        new.iter().for_each(|m| tables.add(m.sense.table));
        matches.tables.push(tables);
        if new.len() > 1 {
            new.sort_by_key(Match::rank);
        }
    }
    matches.starts.push(matches.list.len() as u32);
    matches.letters = words.letters;
    matches
}

/// The words of a text as look-up sees them.
struct Words<'a> {
    tokens: &'a Tokens,
    lexicon: &'a Lexicon,
    /// Per token: the letters of an Arabic word; none for others.
    letters: Vec<Letters>,
    /// Per token: the word as a whole.
    whole: Vec<Option<Node>>,
}

impl<'a> Words<'a> {
    fn new(tokens: &'a Tokens, lexicon: &'a Lexicon) -> Words<'a> {
        let mut words = Words { tokens, lexicon, letters: Vec::with_capacity(tokens.len()), whole: Vec::with_capacity(tokens.len()) };
        for i in 0..tokens.len() {
            let key = tokens.key(i);
            let letters = if tokens.kind(i) == Some(TokenKind::Word) { Letters::of(key) } else { None };
            words.letters.push(letters.unwrap_or_default());
            words.whole.push(letters.map_or_else(|| lexicon.word(key), |l| lexicon.word_of(l)));
        }
        words
    }

    fn letters(&self, i: usize) -> Letters {
        self.letters.get(i).copied().unwrap_or_default()
    }

    fn whole(&self, i: usize) -> Option<Node> {
        self.whole.get(i).copied().flatten()
    }
}

/// The letters that clitics are made of.
mod letter {
    use crate::lexicon::letters::{Letter, Letters};

    pub const WAW: Letter = Letter::known('\u{0648}');
    pub const FEH: Letter = Letter::known('\u{0641}');
    pub const BEH: Letter = Letter::known('\u{0628}');
    pub const LAM: Letter = Letter::known('\u{0644}');
    pub const KAF: Letter = Letter::known('\u{0643}');
    pub const SEEN: Letter = Letter::known('\u{0633}');
    pub const YEH: Letter = Letter::known('\u{064A}');
    pub const TEH: Letter = Letter::known('\u{062A}');
    pub const NOON: Letter = Letter::known('\u{0646}');
    pub const ALEF: Letter = Letter::known('\u{0627}');
    pub const HEH: Letter = Letter::known('\u{0647}');
    pub const HAMZA: Letter = Letter::known('\u{0621}');
    pub const MEEM: Letter = Letter::known('\u{0645}');
    pub const ARTICLE: Letters = Letters::pair(ALEF, LAM);
    pub const LAM_ARTICLE: Letters = Letters::pair(LAM, LAM);
}

fn word_matches(i: usize, words: &Words, out: &mut Vec<Match>) {
    let from = out.len();
    let whole = words.whole(i);
    let word = words.letters(i);
    if word.is_empty() {
        return enter(i, whole, Clitics::default(), words, out);
    }
    base_matches(i, word, whole, Clitics::default(), words, out);
    // A function word is never a clitic and another word: بينما is not ب + ينما.
    if out.get(from..).is_some_and(|new| new.iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics == Clitics::default())) {
        return;
    }
    let before = out.len();
    let noun = out.get(from..).is_some_and(|new| new.iter().any(|m| m.sense.table == Table::Masdars && m.clitics == Clitics::default()));
    prefixed(i, word, words, out);
    // Nor is a verbal noun, unless a function word is left: وجود is not و + جود, but فقد is ف + قد.
    if noun && !out.get(before..).is_some_and(|new| new.iter().any(|m| m.sense.table == Table::FunctionWords)) {
        out.truncate(before);
    }
}

/// Matches of a word with و، ف، ب، ل، ك، س taken off.
fn prefixed(i: usize, word: Letters, words: &Words, out: &mut Vec<Match>) {
    let known = |base: Letters| words.lexicon.word_of(base);
    let (mut rest, mut clitics) = (word, Clitics::default());
    if matches!(rest.first(), letter::WAW | letter::FEH) && rest.rest().several() {
        clitics = Clitics { conj: true, letters: 1, ..clitics };
        rest = rest.rest();
        base_matches(i, rest, known(rest), clitics, words, out);
    }
    let after = rest.rest();
    if !after.several() {
        return;
    }
    let prep = match rest.first() {
        letter::BEH => Prep::Bi,
        letter::LAM => Prep::Li,
        letter::KAF => Prep::Ka,
        letter::SEEN if matches!(after.first(), letter::YEH | letter::TEH | letter::NOON | letter::ALEF) => {
            let clitics = Clitics { future: true, letters: clitics.letters + 1, ..clitics };
            return base_matches(i, after, known(after), clitics, words, out);
        }
        _ => return,
    };
    let clitics = Clitics { prep: Some(prep), letters: clitics.letters + 1, ..clitics };
    base_matches(i, after, known(after), clitics, words, out);
    // لل is ل + ال with the alef not written.
    if let Some(noun) = rest.after(letter::LAM_ARTICLE).filter(|n| n.several()) {
        let whole = noun.behind(letter::ARTICLE);
        base_matches(i, whole, known(whole), clitics, words, out);
    }
}

/// Matches of one base, `whole` its node: whole, without its article, without a pronoun.
fn base_matches(i: usize, base: Letters, whole: Option<Node>, clitics: Clitics, words: &Words, out: &mut Vec<Match>) {
    enter(i, whole, clitics, words, out);
    if let Some(noun) = base.after(letter::ARTICLE).filter(|n| n.several()) {
        let before = out.len();
        enter(i, words.lexicon.word_of(noun), Clitics { article: true, ..clitics }, words, out);
        // ألقاها begins like the article and is a verb with a pronoun.
        if out.len() > before {
            return;
        }
    }
    let Some((pronoun, endings)) = pronoun(base) else { return };
    let clitics = Clitics { pronoun: Some(pronoun), ..clitics };
    for ending in endings {
        let stem = base.cut(ending);
        if !stem.several() {
            continue;
        }
        enter(i, words.lexicon.word_of(stem), clitics, words, out);
        let alone = match stem.last() {
            // ة is written ت before a pronoun: دعوته.
            [.., letter::TEH] => letter::HEH,
            // So is the hamza of إنشاء on a seat: إنشائها، إنشاؤها.
            [_, letter::ALEF, letter::YEH | letter::WAW] => letter::HAMZA,
            _ => continue,
        };
        enter(i, words.lexicon.word_of(stem.ending_in(alone)), clitics, words, out);
    }
}

/// The pronoun that a word may end in, and how many letters it may take.
fn pronoun(base: Letters) -> Option<(Pronoun, RangeInclusive<u32>)> {
    use letter::*;
    Some(match base.last() {
        [.., HEH] => (Pronoun::His, 1..=1),
        [_, NOON, YEH] => (Pronoun::My, 1..=2),
        [.., YEH] => (Pronoun::My, 1..=1),
        [.., KAF] => (Pronoun::Your, 1..=1),
        [_, HEH, ALEF] => (Pronoun::Her, 2..=2),
        [_, HEH, MEEM | NOON] => (Pronoun::Their, 2..=2),
        [_, NOON, ALEF] => (Pronoun::Our, 2..=2),
        [_, KAF, MEEM] => (Pronoun::Your, 2..=2),
        [HEH, MEEM, ALEF] => (Pronoun::Their, 3..=3),
        _ => return None,
    })
}

fn enter(i: usize, word: Option<Node>, clitics: Clitics, words: &Words, out: &mut Vec<Match>) {
    if let Some(node) = word {
        walk(i, node, clitics, words, out);
    }
}

/// Follows the trie as long as the words stand in one line.
fn walk(i: usize, mut node: Node, clitics: Clitics, words: &Words, out: &mut Vec<Match>) {
    let lexicon = words.lexicon;
    let mut end = i + 1;
    loop {
        for &sense in lexicon.senses(node) {
            if agrees(sense, clitics) {
                out.push(Match { first: i as u32, end: end as u32, clitics, sense });
            }
        }
        // A word with a pronoun begins no phrase of the tables.
        if clitics.pronoun.is_some() || !lexicon.goes_on(node) || words.tokens.gap(end) == Gap::Line {
            return;
        }
        let step = |word: Option<Node>| word.and_then(|w| lexicon.step(node, w));
        // Rows of titles and sources are given without articles: المتحدث الرسمي is متحدث رسمي with two.
        let indefinite = || if clitics.article { words.letters(end).after(letter::ARTICLE).and_then(|l| lexicon.word_of(l)) } else { None };
        match step(words.whole(end)).or_else(|| step(indefinite())) {
            Some(next) => node = next,
            None if lexicon.ownable(node) => return with_pronoun(i, end, node, clitics, words, out),
            None => return,
        }
        end += 1;
    }
}

/// A phrase whose last word has a pronoun: على حد قوله.
fn with_pronoun(i: usize, last: usize, node: Node, clitics: Clitics, words: &Words, out: &mut Vec<Match>) {
    let word = words.letters(last);
    let Some((pronoun, endings)) = pronoun(word) else { return };
    for ending in endings {
        let stem = Some(word.cut(ending)).filter(|s| s.several());
        let Some(next) = stem.and_then(|s| words.lexicon.word_of(s)).and_then(|w| words.lexicon.step(node, w)) else { continue };
        for &sense in words.lexicon.senses(next) {
            if Lexicon::takes_pronoun(sense.table) {
                out.push(Match { first: i as u32, end: last as u32 + 1, clitics: Clitics { pronoun: Some(pronoun), ..clitics }, sense });
            }
        }
    }
}

/// Whether a form can carry these clitics.
fn agrees(sense: Sense, clitics: Clitics) -> bool {
    match sense.form {
        Form::Verb(form) => match form.kind {
            VerbKind::Perfect | VerbKind::PerfectPassive => clitics.free(),
            VerbKind::Imperfect | VerbKind::ImperfectPassive => !clitics.article && matches!(clitics.prep, None | Some(Prep::Li)),
            VerbKind::Participle | VerbKind::PassiveParticiple | VerbKind::Masdar => !clitics.future,
        },
        _ if clitics.future => false,
        // Names take no pronoun and no article of their own.
        _ => match sense.table {
            Table::Countries => match sense.form {
                Form::Nationality(..) => clitics.pronoun.is_none(),
                _ => clitics.pronoun.is_none() && !clitics.article,
            },
            Table::Cities | Table::Regions | Table::GivenNames | Table::FamilyNames | Table::Bodies | Table::Outlets | Table::Groups => {
                clitics.pronoun.is_none() && !clitics.article
            }
            Table::FunctionWords => !clitics.article && clitics.prep != Some(Prep::Ka),
            _ => true,
        },
    }
}

/// Whether a folded word has the article, also behind و and ب and ل.
pub fn is_definite(key: &str) -> bool {
    Letters::of(key).is_some_and(has_article)
}

/// The same of its letters.
pub fn has_article(word: Letters) -> bool {
    let bare = if matches!(word.first(), letter::WAW | letter::FEH) { word.rest() } else { word };
    let base = if matches!(bare.first(), letter::BEH | letter::KAF) { bare.rest() } else { bare };
    let begins = |word: Letters, pair: Letters| word.after(pair).is_some_and(Letters::several);
    begins(word, letter::ARTICLE) || begins(base, letter::ARTICLE) || begins(base, letter::LAM_ARTICLE)
}

/// Whether a word can have ب, ل or ك attached, by its first letters alone.
pub fn may_have_prep(word: Letters) -> bool {
    let bare = if matches!(word.first(), letter::WAW | letter::FEH) { word.rest() } else { word };
    matches!(bare.first(), letter::BEH | letter::LAM | letter::KAF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;
    use crate::token::tokenize;

    fn check(text: &str, table: Table, want: &[&str]) {
        let tokens = tokenize(text);
        let matches = look_up(&tokens, Lexicon::standard());
        let mut got = Vec::new();
        for i in 0..tokens.len() {
            if let Some(m) = matches.find(i, table) {
                got.push(slice(text, m.span(text, &tokens)));
            }
        }
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn clitics_come_off_and_spans_begin_inside_the_word() {
        check("وقالت وأضافوا ويؤكد سيعلن بقوله", Table::Reporting, &["قالت", "أضافوا", "يؤكد", "يعلن", "قوله"]);
        check("وبالقاهرة وللسعودية في فرنسا", Table::Countries, &["القاهرة", "لسعودية", "فرنسا"]);
    }

    #[test]
    fn a_function_word_is_not_taken_apart() {
        check("بينما", Table::Reporting, &[]);
    }
}
