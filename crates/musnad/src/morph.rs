//! What could this word be? Clitics taken off, and every row of the lexicon that a run of words may be.

use crate::lexicon::conjugate::VerbKind;
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

/// All matches in a text, by first token; for one token the longest come first, then those with the fewest clitics.
#[derive(Default)]
pub struct Matches {
    list: Vec<Match>,
    /// Where the matches of each token begin.
    starts: Vec<u32>,
}

impl Matches {
    /// The matches that begin at token `i`.
    pub fn at(&self, i: usize) -> &[Match] {
        let first = self.starts.get(i).copied().unwrap_or(self.list.len() as u32);
        let end = self.starts.get(i + 1).copied().unwrap_or(self.list.len() as u32);
        self.list.get(first as usize..end as usize).unwrap_or(&[])
    }

    /// The best match of a table that begins at token `i`.
    pub fn find(&self, i: usize, table: Table) -> Option<&Match> {
        self.at(i).iter().find(|m| m.sense.table == table)
    }

    /// Whether some match of the table begins at token `i`.
    pub fn has(&self, i: usize, table: Table) -> bool {
        self.find(i, table).is_some()
    }

    /// All matches in order.
    pub fn iter(&self) -> impl Iterator<Item = &Match> {
        self.list.iter()
    }
}

/// Looks every run of tokens up: one walk along the trie for each way to take the clitics off.
pub fn look_up(tokens: &Tokens, lexicon: &Lexicon) -> Matches {
    let mut matches = Matches { list: Vec::with_capacity(tokens.len()), starts: Vec::with_capacity(tokens.len() + 1) };
    let mut buffer = String::new();
    for i in 0..tokens.len() {
        let from = matches.list.len();
        matches.starts.push(from as u32);
        match tokens.kind(i) {
            Some(TokenKind::Word) => word_matches(i, tokens, lexicon, &mut buffer, &mut matches.list),
            Some(_) => {
                if let Some(node) = lexicon.word(tokens.key(i)).and_then(|w| lexicon.enter(w)) {
                    walk(i, node, Clitics::default(), tokens, lexicon, &mut matches.list);
                }
            }
            None => {}
        }
        if let Some(new) = matches.list.get_mut(from..)
            && new.len() > 1
        {
            new.sort_by_key(|m| (std::cmp::Reverse(m.end), m.clitics.letters, m.clitics.article, m.clitics.pronoun.is_some(), m.sense.table));
        }
    }
    matches.starts.push(matches.list.len() as u32);
    matches
}

/// The letters that clitics are made of; Arabic letters are two bytes of UTF-8.
mod letter {
    pub const WAW: char = '\u{0648}';
    pub const FEH: char = '\u{0641}';
    pub const BEH: char = '\u{0628}';
    pub const LAM: char = '\u{0644}';
    pub const KAF: char = '\u{0643}';
    pub const SEEN: char = '\u{0633}';
    pub const YEH: char = '\u{064A}';
    pub const TEH: char = '\u{062A}';
    pub const NOON: char = '\u{0646}';
    pub const ALEF: char = '\u{0627}';
    pub const HEH: char = '\u{0647}';
    pub const MEEM: char = '\u{0645}';
    pub const ARTICLE: &str = "\u{0627}\u{0644}";
    pub const LAM_ARTICLE: &str = "\u{0644}\u{0644}";
}

fn word_matches(i: usize, tokens: &Tokens, lexicon: &Lexicon, buffer: &mut String, out: &mut Vec<Match>) {
    let key = tokens.key(i);
    let from = out.len();
    base_matches(i, key, Clitics::default(), tokens, lexicon, buffer, out);
    // A function word is never a clitic and another word: بينما is not ب + ينما.
    if out.get(from..).is_some_and(|new| new.iter().any(|m| m.sense.table == Table::FunctionWords && m.clitics == Clitics::default())) {
        return;
    }
    let (whole, noun) = (out.len(), out.get(from..).is_some_and(|new| new.iter().any(|m| m.sense.table == Table::Masdars && m.clitics == Clitics::default())));
    let (mut rest, mut clitics) = (key, Clitics::default());
    if let Some(after) = rest.strip_prefix([letter::WAW, letter::FEH])
        && long_enough(after)
    {
        clitics = Clitics { conj: true, letters: 1, ..clitics };
        rest = after;
        base_matches(i, rest, clitics, tokens, lexicon, buffer, out);
    }
    let prep = match rest.chars().next() {
        Some(letter::BEH) => Some(Prep::Bi),
        Some(letter::LAM) => Some(Prep::Li),
        Some(letter::KAF) => Some(Prep::Ka),
        _ => None,
    };
    if let Some(prep) = prep
        && let Some(after) = rest.get(2..)
        && long_enough(after)
    {
        let clitics = Clitics { prep: Some(prep), letters: clitics.letters + 1, ..clitics };
        base_matches(i, after, clitics, tokens, lexicon, buffer, out);
        // لل is ل + ال with the alef not written.
        if let Some(noun) = rest.strip_prefix(letter::LAM_ARTICLE)
            && long_enough(noun)
        {
            let whole = format!("{}{noun}", letter::ARTICLE);
            base_matches(i, &whole, clitics, tokens, lexicon, buffer, out);
        }
    }
    if let Some(after) = rest.strip_prefix(letter::SEEN)
        && after.starts_with([letter::YEH, letter::TEH, letter::NOON, letter::ALEF])
    {
        let clitics = Clitics { future: true, letters: clitics.letters + 1, ..clitics };
        base_matches(i, after, clitics, tokens, lexicon, buffer, out);
    }
    // Nor is a verbal noun, unless a function word is left: وجود is not و + جود, but فقد is ف + قد.
    if noun && !out.get(whole..).is_some_and(|new| new.iter().any(|m| m.sense.table == Table::FunctionWords)) {
        out.truncate(whole);
    }
}

fn long_enough(base: &str) -> bool {
    base.len() >= 4
}

/// Matches of one base: whole, without its article, without a pronoun.
fn base_matches(i: usize, base: &str, clitics: Clitics, tokens: &Tokens, lexicon: &Lexicon, buffer: &mut String, out: &mut Vec<Match>) {
    enter(i, base, clitics, tokens, lexicon, out);
    if let Some(noun) = base.strip_prefix(letter::ARTICLE)
        && long_enough(noun)
    {
        let before = out.len();
        enter(i, noun, Clitics { article: true, ..clitics }, tokens, lexicon, out);
        // ألقاها begins like the article and is a verb with a pronoun.
        if out.len() > before {
            return;
        }
    }
    for (ending, pronoun) in endings(base) {
        let Some(stem) = base.get(..base.len() - ending) else { continue };
        if !long_enough(stem) {
            continue;
        }
        let clitics = Clitics { pronoun: Some(pronoun), ..clitics };
        enter(i, stem, clitics, tokens, lexicon, out);
        // ة is written ت before a pronoun: دعوته.
        if let Some(feminine) = stem.strip_suffix(letter::TEH) {
            buffer.clear();
            buffer.push_str(feminine);
            buffer.push(letter::HEH);
            enter(i, buffer, clitics, tokens, lexicon, out);
        }
    }
}

/// The pronouns that a word may end in, by the bytes that they take.
fn endings(base: &str) -> impl Iterator<Item = (usize, Pronoun)> {
    let mut tail = base.chars().rev();
    let (last, before, third) = (tail.next(), tail.next(), tail.next());
    use letter::*;
    let one = match last {
        Some(HEH) => Some((2, Pronoun::His)),
        Some(YEH) => Some((2, Pronoun::My)),
        Some(KAF) => Some((2, Pronoun::Your)),
        _ => None,
    };
    let two = match (before, last) {
        (Some(HEH), Some(ALEF)) => Some((4, Pronoun::Her)),
        (Some(HEH), Some(MEEM | NOON)) => Some((4, Pronoun::Their)),
        (Some(NOON), Some(ALEF)) => Some((4, Pronoun::Our)),
        (Some(NOON), Some(YEH)) => Some((4, Pronoun::My)),
        (Some(KAF), Some(MEEM)) => Some((4, Pronoun::Your)),
        _ => None,
    };
    let three = match (third, before, last) {
        (Some(HEH), Some(MEEM), Some(ALEF)) => Some((6, Pronoun::Their)),
        _ => None,
    };
    [one, two, three].into_iter().flatten()
}

fn enter(i: usize, base: &str, clitics: Clitics, tokens: &Tokens, lexicon: &Lexicon, out: &mut Vec<Match>) {
    if let Some(node) = lexicon.word(base).and_then(|w| lexicon.enter(w)) {
        walk(i, node, clitics, tokens, lexicon, out);
    }
}

/// Follows the trie as long as the words stand in one line.
fn walk(i: usize, mut node: Node, clitics: Clitics, tokens: &Tokens, lexicon: &Lexicon, out: &mut Vec<Match>) {
    let mut end = i + 1;
    loop {
        for &sense in lexicon.senses(node) {
            if agrees(sense, clitics) {
                out.push(Match { first: i as u32, end: end as u32, clitics, sense });
            }
        }
        // A word with a pronoun begins no phrase of the tables.
        if clitics.pronoun.is_some() || !lexicon.goes_on(node) || tokens.gap(end) == Gap::Line {
            return;
        }
        let key = tokens.key(end);
        // Rows of titles and sources are given without articles: المتحدث الرسمي is متحدث رسمي with two.
        let indefinite = if clitics.article { key.strip_prefix(letter::ARTICLE) } else { None };
        match std::iter::once(key).chain(indefinite).find_map(|k| lexicon.word(k).and_then(|w| lexicon.step(node, w))) {
            Some(next) => node = next,
            None => {
                with_pronoun(i, end, node, clitics, tokens, lexicon, out);
                return;
            }
        }
        end += 1;
    }
}

/// A phrase whose last word has a pronoun: على حد قوله.
fn with_pronoun(i: usize, last: usize, node: Node, clitics: Clitics, tokens: &Tokens, lexicon: &Lexicon, out: &mut Vec<Match>) {
    let key = tokens.key(last);
    for (ending, pronoun) in endings(key) {
        let stem = key.len().checked_sub(ending).and_then(|n| key.get(..n)).filter(|s| long_enough(s));
        let Some(next) = stem.and_then(|s| lexicon.word(s)).and_then(|w| lexicon.step(node, w)) else { continue };
        for &sense in lexicon.senses(next) {
            if matches!(sense.table, Table::Attribution | Table::SpeechNouns) {
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
    let bare = key.strip_prefix([letter::WAW, letter::FEH]).unwrap_or(key);
    let bare = bare.strip_prefix([letter::BEH, letter::KAF]).unwrap_or(bare);
    [key, bare].iter().any(|k| k.strip_prefix(letter::ARTICLE).is_some_and(|r| r.len() >= 4))
        || bare.strip_prefix(letter::LAM_ARTICLE).is_some_and(|r| r.len() >= 4)
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
