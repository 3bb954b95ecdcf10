//! The tables of `lexicon/`, parsed, inflected and checked once.
//!
//! Every form that a row can take (a verb's conjugation, a title's feminine, a name's variants) is folded, split into words, and put
//! into one trie over word ids. Looking a text up is one walk along its tokens ([`crate::morph::look_up`]).

pub mod commitment;
pub mod conjugate;
pub mod letters;
pub mod numbers;
pub mod reporting;
pub mod table;
pub mod time;

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::token::{Tokens, fold};
use commitment::Undertaking;
use conjugate::{Count, Gender, VerbForm, conjugate};
use letters::Letters;
use numbers::{Currency, NumberContext, NumberModifier, NumberWord};
use reporting::Reporting;
use table::{Problem, Rows, Table};
use time::TimeWord;

/// What a word or phrase may be: one form of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// The table.
    pub table: Table,
    /// Which form of the row.
    pub form: Form,
    /// Whether the row's note says that the form is also a common word.
    ambiguous: bool,
    /// The row in that table.
    pub row: u32,
}

/// Which form of a row a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the row's `ar` or one of its variants gives it.
    Base,
    /// A short form of a name.
    Short,
    /// Of a country: its capital.
    Capital,
    /// A noun or adjective inflected.
    Noun(Count, Gender),
    /// Of a country: the adjective, سعودي.
    Nationality(Count, Gender),
    /// A verb or one of its nominal forms.
    Verb(VerbForm),
}

/// A word of the lexicon, or a phrase as far as it has been read: what it may be, and whether phrases go on from here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Node {
    id: u32,
    /// Where its senses begin in `Lexicon::senses`; above that, seven bits for their number, one for whether phrases go on, and one for whether
    /// one word more ends a phrase that may have a pronoun. Packed, since the table of words is looked into several times a word and shall stay
    /// in the cache.
    place: u32,
}

impl Node {
    const FIRST: u32 = 23;
    const INNER: u32 = 1 << Self::FIRST;
    const OWNABLE: u32 = 2 << Self::FIRST;
    const LEN: u32 = Self::FIRST + 2;
    const MOST: u32 = 127;

    fn set_senses(&mut self, first: u32, len: u32) {
        self.place = self.place & (Self::INNER | Self::OWNABLE) | first & (Self::INNER - 1) | len.min(Self::MOST) << Self::LEN;
    }

    #[inline]
    fn senses(self) -> std::ops::Range<usize> {
        let first = (self.place & (Self::INNER - 1)) as usize;
        first..first + (self.place >> Self::LEN) as usize
    }
}

/// All that the reader knows about Arabic.
#[derive(Default)]
pub struct Lexicon {
    tables: Vec<Rows>,
    /// The `class` (or `kind`) column of each table, since rules ask for it at every word.
    classes: Vec<Vec<&'static str>>,
    /// Words of Arabic letters: those that fit 64 bits, and the longer ones.
    words: FxHashMap<u64, Node>,
    long_words: FxHashMap<u128, Node>,
    /// Words of other scripts, digits and signs, by their key.
    signs: FxHashMap<Box<str>, Node>,
    /// One word more behind a node, by the ids of both.
    children: FxHashMap<(u32, u32), Node>,
    senses: Vec<Sense>,
    /// The reporting verbs' constructions, by row of [`Table::Reporting`].
    pub reporting: Vec<Reporting>,
    /// The undertakings' constructions, by row of [`Table::Commitments`].
    pub undertakings: Vec<Undertaking>,
    /// The verbs whose future tells an effect or a state: by their imperfect without its first letter, folded.
    effects: FxHashMap<Box<str>, &'static str>,
    /// Words that only contests use, folded.
    fixtures: FxHashSet<Box<str>>,
    /// Words of the language that are no names, folded; for words that no other table holds.
    common: FxHashSet<Box<str>>,
    /// The number words, by row of [`Table::Numbers`].
    pub numbers: Vec<NumberWord>,
    /// How exact, by row of [`Table::NumberModifiers`].
    pub number_modifiers: Vec<NumberModifier>,
    /// Words beside which a number counts nothing, by row of [`Table::NumberContexts`].
    pub number_contexts: Vec<NumberContext>,
    /// The currencies, by row of [`Table::Currencies`].
    pub currencies: Vec<Currency>,
    /// What the rows of the tables of time mean, by table (from [`Table::Months`] on) and row.
    times: Vec<Vec<TimeWord>>,
    problems: Vec<Problem>,
}

impl Lexicon {
    /// The lexicon that ships with the program; parsed on first use.
    pub fn standard() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::parse(musnad_lexicon::TABLES))
    }

    /// Parses tables given as name and text. Faults are kept as [`Lexicon::problems`]; what is sound is used.
    pub fn parse(files: &[(&str, &'static str)]) -> Lexicon {
        let mut problems = Vec::new();
        let tables: Vec<Rows> = Table::ALL
            .iter()
            .map(|table| {
                let (name, _) = table.names();
                let text = files.iter().find(|(n, _)| *n == name).map_or("", |(_, text)| text);
                if text.is_empty() {
                    problems.push(format!("lexicon/tables/{name}.tsv: the table is missing or empty"));
                }
                Rows::parse(name, text, &mut problems)
            })
            .collect();
        let classes = tables
            .iter()
            .map(|rows| {
                let column = if rows.columns().contains(&"class") { "class" } else { "kind" };
                (0..rows.len()).map(|row| rows.cell(row, column)).collect()
            })
            .collect();
        let lexicon = Lexicon { tables, classes, problems, ..Lexicon::default() };
        let mut build = Build { lexicon, forms: Vec::new(), nodes: Vec::new(), before: Vec::new(), tokens: Tokens::default() };
        for &table in Table::ALL {
            build.add_table(table);
        }
        build.finish()
    }

    /// What is wrong with the tables, a sentence each; empty for the lexicon that ships (a test holds it so).
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// A table's rows.
    pub fn rows(&self, table: Table) -> &Rows {
        self.tables.get(table as usize).unwrap_or_else(|| self.no_rows())
    }

    fn no_rows(&self) -> &Rows {
        static NONE: OnceLock<Rows> = OnceLock::new();
        NONE.get_or_init(|| Rows::parse("", "", &mut Vec::new()))
    }

    /// A cell of a sense's row.
    pub fn cell(&self, sense: Sense, column: &str) -> &'static str {
        self.rows(sense.table).cell(sense.row as usize, column)
    }

    /// The id of a sense's row.
    pub fn id(&self, sense: Sense) -> &'static str {
        self.rows(sense.table).id(sense.row as usize)
    }

    /// The `class` of a sense's row (its `kind` where the table has no such column); fast.
    pub fn class(&self, sense: Sense) -> &'static str {
        self.classes.get(sense.table as usize).and_then(|rows| rows.get(sense.row as usize)).copied().unwrap_or("")
    }

    /// Whether a sense's form is also a common word, as its row's note says.
    pub fn is_ambiguous(&self, sense: Sense) -> bool {
        sense.ambiguous
    }

    /// A sense's row as evidence names it: `cue/qala`.
    pub fn row_name(&self, table: Table, row: u32) -> String {
        [table.names().1, "/", self.rows(table).id(row as usize)].concat()
    }

    /// What a form of a row of the tables of time means; `None` for other tables.
    pub fn time_word(&self, sense: Sense) -> Option<TimeWord> {
        let table = (sense.table as usize).checked_sub(Table::Months as usize)?;
        self.times.get(table)?.get(sense.row as usize).copied()
    }

    /// What the future of a verb tells when it tells no act: the class of its row in `effects.tsv`. `stem` is its imperfect without
    /// the first letter.
    pub fn effect(&self, stem: &str) -> Option<&'static str> {
        self.effects.get(stem).copied()
    }

    /// Whether a word, its article and proclitics taken off, belongs to a contest: مباراة، منتخب.
    pub fn fixture(&self, word: &str) -> bool {
        self.fixtures.contains(word)
    }

    /// Whether a word as it stands in a text, clitics and all, is a common word that no other table holds.
    pub fn common(&self, key: &str) -> bool {
        let bare = key.strip_prefix(['\u{0648}', '\u{0641}']).unwrap_or(key);
        let bare = bare.strip_prefix(['\u{0628}', '\u{0644}', '\u{0643}']).map_or([key, bare, bare], |b| [key, bare, b]);
        bare.iter().any(|b| {
            let b = b.strip_prefix("\u{0627}\u{0644}").unwrap_or(b);
            let stem = ["\u{0647}\u{0627}", "\u{0647}\u{0645}", "\u{0647}", "\u{0627}"].iter().find_map(|e| b.strip_suffix(e));
            // رئيسا، قادما: the accusative of a word that the tables know.
            let accusative = b.strip_suffix('\u{0627}').filter(|s| s.len() >= 6).is_some_and(|s| self.knows_as_noun(s));
            self.common.contains(b) || stem.is_some_and(|s| self.common.contains(s)) || accusative
        })
    }

    /// Whether a word is in the tables, and not as a name.
    fn knows_as_noun(&self, key: &str) -> bool {
        use Table::*;
        let names = |s: &Sense| matches!(s.table, GivenNames | FamilyNames | Cities | Regions | Countries | Bodies | Outlets | Groups);
        self.word(key).is_some_and(|n| !self.senses(n).is_empty() && !self.senses(n).iter().any(names))
    }

    /// A folded word, if some phrase of the tables holds it.
    pub fn word(&self, key: &str) -> Option<Node> {
        match Letters::of(key) {
            Some(letters) => self.word_of(letters),
            None => self.signs.get(key).copied(),
        }
    }

    /// A word of Arabic letters.
    #[inline]
    pub fn word_of(&self, letters: Letters) -> Option<Node> {
        match letters.number() {
            Ok(short) => self.words.get(&short).copied(),
            Err(long) => self.long_words.get(&long).copied(),
        }
    }

    /// The node that one more word leads to.
    pub fn step(&self, node: Node, word: Node) -> Option<Node> {
        self.children.get(&(node.id, word.id)).copied()
    }

    /// Whether phrases go on from here.
    pub fn goes_on(&self, node: Node) -> bool {
        node.place & Node::INNER != 0
    }

    /// Whether the last word of a table's phrases may have a pronoun: على حد قوله.
    pub(crate) fn takes_pronoun(table: Table) -> bool {
        matches!(table, Table::Attribution | Table::SpeechNouns | Table::Anonymity)
    }

    /// Whether the next word may end a phrase with a pronoun: على حد قوله.
    pub fn ownable(&self, node: Node) -> bool {
        node.place & Node::OWNABLE != 0
    }

    /// What a phrase that ends here may be.
    #[inline]
    pub fn senses(&self, node: Node) -> &[Sense] {
        self.senses.get(node.senses()).unwrap_or(&[])
    }

    /// Number of different words.
    pub fn len(&self) -> usize {
        self.words.len() + self.long_words.len() + self.signs.len()
    }

    /// Whether it knows nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A lexicon while its phrases are added.
struct Build {
    lexicon: Lexicon,
    /// All forms by the id of their node; laid out in one vector at the end.
    forms: Vec<(u32, Sense)>,
    /// All nodes, by id.
    nodes: Vec<Node>,
    /// The node before each, for those that are no first words.
    before: Vec<Option<u32>>,
    /// The words of the phrase that is added.
    tokens: Tokens,
}

impl Build {
    fn add_table(&mut self, table: Table) {
        // Patterns shape verbs; letters and clitics are what folding and look-up take off: none of them is a word to find.
        if matches!(table, Table::Patterns | Table::Letters | Table::Clitics) {
            return;
        }
        if table == Table::CommonWords {
            let words: Vec<Box<str>> = (0..self.lexicon.rows(table).len()).map(|row| fold(self.lexicon.rows(table).cell(row, "ar")).into()).collect();
            self.lexicon.common.extend(words);
            return;
        }
        if table == Table::Fixtures {
            let words: Vec<Box<str>> =
                (0..self.lexicon.rows(table).len()).flat_map(|row| self.lexicon.rows(table).list(row, "ar")).map(|w| fold(w).into()).collect();
            self.lexicon.fixtures.extend(words);
            return;
        }
        if table == Table::Effects {
            for row in 0..self.lexicon.rows(table).len() {
                let (word, class) = (fold(self.lexicon.rows(table).cell(row, "ar")), self.lexicon.rows(table).cell(row, "class"));
                let stem = word.chars().next().and_then(|first| word.get(first.len_utf8()..)).unwrap_or("");
                self.lexicon.effects.insert(stem.into(), class);
            }
            return;
        }
        for row in 0..self.lexicon.rows(table).len() {
            let ambiguous = self.lexicon.rows(table).cell(row, "note").starts_with("ambiguous");
            if self.lexicon.rows(table).columns().contains(&"pattern") && !self.lexicon.rows(table).cell(row, "pattern").is_empty() {
                self.add_verb(table, row, ambiguous);
            } else {
                for (phrase, form) in nominal_forms(table, self.lexicon.rows(table), row) {
                    self.add(&phrase, Sense { table, form, ambiguous, row: row as u32 });
                }
            }
            self.add_typed(table, row);
        }
    }

    /// Parses the row's typed value, for tables that have one; a faulty row keeps its place with the default.
    fn add_typed(&mut self, table: Table, row: usize) {
        let rows = self.lexicon.rows(table);
        let fault = match table {
            Table::Reporting => {
                let parsed = Reporting::parse(rows, row);
                keep(parsed, &mut self.lexicon.reporting)
            }
            Table::Commitments => {
                let parsed = Undertaking::parse(rows, row);
                keep(parsed, &mut self.lexicon.undertakings)
            }
            Table::Numbers => {
                let parsed = NumberWord::parse(rows, row);
                keep(parsed, &mut self.lexicon.numbers)
            }
            Table::NumberModifiers => {
                let parsed = NumberModifier::parse(rows, row);
                keep(parsed, &mut self.lexicon.number_modifiers)
            }
            Table::NumberContexts => {
                let parsed = NumberContext::parse(rows, row);
                keep(parsed, &mut self.lexicon.number_contexts)
            }
            Table::Currencies => {
                let parsed = Currency::parse(rows, row);
                self.lexicon.currencies.push(parsed);
                None
            }
            table if (Table::Months..=Table::TimeNames).contains(&table) => {
                let index = table as usize - Table::Months as usize;
                let parsed = TimeWord::parse(table, rows, row);
                self.lexicon.times.resize_with(self.lexicon.times.len().max(index + 1), Vec::new);
                self.lexicon.times.get_mut(index).and_then(|words| keep(parsed, words))
            }
            _ => None,
        };
        self.lexicon.problems.extend(fault);
    }

    fn add_verb(&mut self, table: Table, row: usize, ambiguous: bool) {
        let rows = self.lexicon.rows(table);
        let patterns = self.lexicon.rows(Table::Patterns);
        let (lemma, pattern) = (rows.cell(row, "ar"), rows.cell(row, "pattern"));
        let Some(p) = (0..patterns.len()).find(|&p| patterns.id(p) == pattern) else {
            let problem = format!("lexicon/tables/{}.tsv: {}: no pattern «{pattern}»", table.names().0, rows.id(row));
            self.lexicon.problems.push(problem);
            return;
        };
        let masdars: Vec<&str> = rows.list(row, "masdar").collect();
        let regular = !rows.columns().contains(&"masdar");
        match conjugate(lemma, patterns, p, &masdars, regular) {
            Some(forms) => {
                for (word, form) in forms {
                    self.add(&word, Sense { table, form: Form::Verb(form), ambiguous, row: row as u32 });
                }
            }
            None => {
                let problem = format!("lexicon/tables/{}.tsv: {}: «{lemma}» does not fit pattern «{pattern}»", table.names().0, rows.id(row));
                self.lexicon.problems.push(problem);
            }
        }
    }

    fn add(&mut self, phrase: &str, sense: Sense) {
        self.tokens.refill(phrase);
        let mut node = None;
        for i in 0..self.tokens.len() {
            let word = self.word(i);
            node = Some(node.map_or(word, |node| self.child(node, word)));
        }
        let Some(node) = node else { return };
        self.forms.push((node, sense));
        if Lexicon::takes_pronoun(sense.table)
            && let Some(before) = self.before.get(node as usize).copied().flatten()
        {
            self.mark(before, Node::OWNABLE);
        }
    }

    fn mark(&mut self, node: u32, mark: u32) {
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.place |= mark;
        }
    }

    /// The id of the next new node.
    fn next(&self) -> Node {
        Node { id: self.nodes.len() as u32, ..Node::default() }
    }

    /// The id of the phrase's word `i`.
    fn word(&mut self, i: usize) -> u32 {
        let next = self.next();
        let (lexicon, key) = (&mut self.lexicon, self.tokens.key(i));
        let id = match Letters::of(key).map(Letters::number) {
            Some(Ok(short)) => lexicon.words.entry(short).or_insert(next).id,
            Some(Err(long)) => lexicon.long_words.entry(long).or_insert(next).id,
            None => lexicon.signs.entry(key.into()).or_insert(next).id,
        };
        if id == next.id {
            self.nodes.push(next);
            self.before.push(None);
        }
        id
    }

    /// The id of the node that one more word leads to.
    fn child(&mut self, node: u32, word: u32) -> u32 {
        let next = self.next();
        let id = self.lexicon.children.entry((node, word)).or_insert(next).id;
        if id == next.id {
            self.nodes.push(next);
            self.before.push(Some(node));
            self.mark(node, Node::INNER);
        }
        id
    }

    fn finish(mut self) -> Lexicon {
        // Stable: the senses of a node stay in the order of the tables.
        self.forms.sort_by_key(|&(node, _)| node);
        let (lexicon, mut nodes) = (&mut self.lexicon, self.nodes);
        for forms in self.forms.chunk_by(|(a, _), (b, _)| a == b) {
            let first = lexicon.senses.len();
            for (_, sense) in forms {
                if !lexicon.senses.get(first..).is_some_and(|known| known.contains(sense)) {
                    lexicon.senses.push(*sense);
                }
            }
            let len = (lexicon.senses.len() - first) as u32;
            if let Some(node) = forms.first().and_then(|&(id, _)| nodes.get_mut(id as usize)) {
                node.set_senses(first as u32, len);
            }
        }
        let finished = |node: &mut Node| *node = nodes.get(node.id as usize).copied().unwrap_or_default();
        lexicon.words.values_mut().for_each(finished);
        lexicon.long_words.values_mut().for_each(finished);
        lexicon.signs.values_mut().for_each(finished);
        lexicon.children.values_mut().for_each(finished);
        self.lexicon
    }
}

/// Puts a parsed row in its place, the default where it is faulty, and gives the fault back.
fn keep<T: Default>(parsed: Result<T, Problem>, list: &mut Vec<T>) -> Option<Problem> {
    let (value, fault) = match parsed {
        Ok(value) => (value, None),
        Err(problem) => (T::default(), Some(problem)),
    };
    list.push(value);
    fault
}

/// The forms of a row that is no verb: its name and variants, and what follows from its class of word.
fn nominal_forms(table: Table, rows: &Rows, row: usize) -> Vec<(String, Form)> {
    use Count::*;
    use Gender::*;
    let mut forms: Vec<(String, Form)> = Vec::new();
    let base = |column: &str| rows.list(row, column).map(str::to_owned).collect::<Vec<_>>();
    match table {
        Table::Countries => {
            forms.extend(base("ar").into_iter().chain(base("variants")).map(|v| (v, Form::Base)));
            forms.extend(base("capital").into_iter().map(|v| (v, Form::Capital)));
            for adjective in base("nationality").into_iter().chain(base("adjectives")) {
                forms.extend(adjective_forms(&adjective).into_iter().map(|(w, c, g)| (w, Form::Nationality(c, g))));
            }
            forms.extend(base("plural").into_iter().map(|v| (v, Form::Nationality(Plural, Masculine))));
        }
        Table::Sources | Table::Titles | Table::OrgHeads | Table::PlaceHeads | Table::SpeechNouns | Table::NameContexts => {
            for word in base("ar") {
                forms.extend(dual(&word, Masculine));
                if table == Table::SpeechNouns {
                    forms.extend(accusative(&word).map(|w| (w, Form::Noun(Singular, Masculine))));
                }
                forms.push((word, Form::Noun(Singular, Masculine)));
            }
            for word in base("fem") {
                if rows.columns().contains(&"fem") && table != Table::OrgHeads {
                    forms.extend(dual(&word, Feminine));
                    forms.push((word, Form::Noun(Singular, Feminine)));
                }
            }
            for word in base("plural") {
                forms.extend(oblique(&word).map(|w| (w, Form::Noun(Plural, Masculine))));
                forms.extend(construct(&word).into_iter().map(|w| (w, Form::Noun(Plural, Masculine))));
                forms.push((word, Form::Noun(Plural, Masculine)));
            }
        }
        // What is counted also stands in the accusative: برميلا.
        Table::CountedNouns => {
            for word in base("ar") {
                forms.extend(dual(&word, Masculine));
                forms.push((format!("{word}\u{0627}"), Form::Noun(Singular, Masculine)));
                forms.push((word, Form::Noun(Singular, Masculine)));
            }
            for word in base("plural") {
                forms.extend(oblique(&word).map(|w| (w, Form::Noun(Plural, Masculine))));
                forms.push((format!("{word}\u{0627}"), Form::Noun(Plural, Masculine)));
                forms.push((word, Form::Noun(Plural, Masculine)));
            }
        }
        Table::SourceAdjectives => {
            for word in base("ar") {
                forms.extend(adjective_forms(&word).into_iter().map(|(w, c, g)| (w, Form::Noun(c, g))));
            }
            forms.extend(base("plural").into_iter().map(|v| (v, Form::Noun(Plural, Masculine))));
        }
        Table::TimeUnits => {
            for word in base("ar") {
                forms.extend(dual(&word, Masculine));
                forms.push((word, Form::Noun(Singular, Masculine)));
            }
            forms.extend(base("forms").into_iter().map(|v| (v, Form::Noun(Singular, Masculine))));
            forms.extend(base("plural").into_iter().map(|v| (v, Form::Noun(Plural, Masculine))));
            forms.extend(base("construct").into_iter().map(|v| (v, Form::Short)));
        }
        Table::TimeFrames if time::inflects(rows.cell(row, "role")) => {
            for word in base("ar").into_iter().chain(base("variants")) {
                forms.extend(adjective_forms(&word).into_iter().map(|(w, c, g)| (w, Form::Noun(c, g))));
            }
        }
        Table::Months => {
            forms.extend(base("ar").into_iter().chain(base("variants")).map(|v| (v, Form::Base)));
            forms.extend(base("latin").into_iter().map(|v| (v, Form::Short)));
        }
        Table::Masdars => {
            for word in base("ar") {
                forms.extend(accusative(&word).map(|w| (w, Form::Base)));
                forms.push((word, Form::Base));
            }
        }
        _ => {
            forms.extend(base("ar").into_iter().chain(base("variants")).chain(base("forms")).chain(base("plural")).map(|v| (v, Form::Base)));
            forms.extend(base("short").into_iter().map(|v| (v, Form::Short)));
        }
    }
    forms
}

/// The endings that nominal inflection adds, as letters of a folded word.
const ENDINGS_SOUND_PLURAL: [&str; 2] = ["\u{0648}\u{0646}", "\u{064A}\u{0646}"];

/// The oblique of a sound masculine plural: مسؤولون → مسؤولين, also when more words follow.
fn oblique(plural: &str) -> Option<String> {
    let (head, rest) = plural.split_once(' ').unwrap_or((plural, ""));
    let stem = head.strip_suffix(ENDINGS_SOUND_PLURAL[0])?;
    Some(if rest.is_empty() { format!("{stem}{}", ENDINGS_SOUND_PLURAL[1]) } else { format!("{stem}{} {rest}", ENDINGS_SOUND_PLURAL[1]) })
}

/// The indefinite accusative of a single noun: اقتراحا.
fn accusative(word: &str) -> Option<String> {
    (!word.contains(' ') && !word.ends_with(['\u{0629}', '\u{0627}', '\u{0649}', '\u{0621}'])).then(|| format!("{word}\u{0627}"))
}

/// The construct state of a sound masculine plural: مسؤولو، مسؤولي.
fn construct(plural: &str) -> Vec<String> {
    let stem = if plural.contains(' ') { None } else { plural.strip_suffix(ENDINGS_SOUND_PLURAL[0]) };
    stem.map(|s| vec![format!("{s}\u{0648}"), format!("{s}\u{064A}")]).unwrap_or_default()
}

/// Duals of a single noun: مسؤولان، مسؤولين.
fn dual(word: &str, gender: Gender) -> Vec<(String, Form)> {
    if word.contains(' ') {
        return Vec::new();
    }
    let stem = match word.strip_suffix('\u{0629}') {
        Some(stem) => format!("{stem}\u{062A}"),
        None => word.to_owned(),
    };
    ["\u{0627}\u{0646}", "\u{064A}\u{0646}"].iter().map(|end| (format!("{stem}{end}"), Form::Noun(Count::Dual, gender))).collect()
}

/// The forms of an adjective given in the masculine singular; of two words the second is inflected for the feminine alone.
fn adjective_forms(word: &str) -> Vec<(String, Count, Gender)> {
    use Count::*;
    use Gender::*;
    if let Some((first, second)) = word.split_once(' ')
        && second.ends_with('\u{064A}')
    {
        return vec![
            (word.to_owned(), Singular, Masculine),
            (format!("{first}\u{0629} {second}\u{0629}"), Singular, Feminine),
            (format!("{first}\u{064A}\u{0646} {second}\u{064A}\u{0646}"), Plural, Masculine),
            (format!("{first}\u{0648}\u{0646} {second}\u{0648}\u{0646}"), Plural, Masculine),
        ];
    }
    let (head, rest) = word.split_once(' ').map_or((word, String::new()), |(h, r)| (h, format!(" {r}")));
    let mut forms = vec![(word.to_owned(), Singular, Masculine), (format!("{head}\u{0629}{rest}"), Singular, Feminine)];
    for end in ENDINGS_SOUND_PLURAL {
        forms.push((format!("{head}{end}{rest}"), Plural, Masculine));
    }
    forms.push((format!("{head}\u{0627}\u{062A}{rest}"), Plural, Feminine));
    forms.push((format!("{head}\u{0627}\u{0646}{rest}"), Dual, Masculine));
    forms.push((format!("{head}\u{062A}\u{064A}\u{0646}{rest}"), Dual, Feminine));
    forms.push((format!("{head}\u{062A}\u{0627}\u{0646}{rest}"), Dual, Feminine));
    forms
}
