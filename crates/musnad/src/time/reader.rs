//! What stands at a token, seen as a word of time; and what stands before it.

use jiff::civil::Date;

use crate::Layers;
use crate::lexicon::Form;
use crate::lexicon::conjugate::Count;
use crate::lexicon::table::Table;
use crate::lexicon::time::{Bare, Frame, Part, Season, TimeWord, Unit};
use crate::morph::{Clitics, Prep};
use crate::number::Number;
use crate::record::TimeMod;
use crate::text::Span;
use crate::token::{Gap, Punct, TokenKind};

/// What begins at each token of a text, looked up once since every rule asks for it.
pub struct Index {
    /// The flags of the words of time.
    words: Vec<u16>,
    /// The number, counted from 1.
    numbers: Vec<u32>,
}

/// What an expression may begin with, as flags.
pub mod kind {
    /// A Gregorian month.
    pub const MONTH: u16 = 1;
    /// A Hijri month.
    pub const HIJRI: u16 = 1 << 1;
    /// A weekday.
    pub const WEEKDAY: u16 = 1 << 2;
    /// A part of the day.
    pub const PART: u16 = 1 << 3;
    /// A season.
    pub const SEASON: u16 = 1 << 4;
    /// A unit of time.
    pub const UNIT: u16 = 1 << 5;
    /// An ordinal number.
    pub const ORDINAL: u16 = 1 << 6;
    /// A feast.
    pub const FEAST: u16 = 1 << 7;
    /// A name that holds a time.
    pub const NAME: u16 = 1 << 8;
    /// أمس، الليلة، هذا
    pub const DEICTIC: u16 = 1 << 9;
    /// مطلع، نصف، آخر، التسعينيات
    pub const STRETCH: u16 = 1 << 10;
    /// قبل، بعد، عدة
    pub const DISTANCE: u16 = 1 << 11;
    /// الآن، يوميا، كل
    pub const REFERENCE: u16 = 1 << 12;
    /// الساعة
    pub const CLOCK: u16 = 1 << 13;
    /// A number, in digits or words.
    pub const NUMBER: u16 = 1 << 14;
    /// Another word of a table of time: at no head of an expression.
    pub const WORD: u16 = 1 << 15;
}

impl Index {
    /// The index of a text.
    pub fn new(layers: &Layers, numbers: &[Number]) -> Index {
        let mut index = Index { words: vec![0; layers.tokens.len()], numbers: vec![0; layers.tokens.len()] };
        for m in layers.matches.iter().filter(|m| (Table::Months..=Table::TimeNames).contains(&m.sense.table)) {
            if let (Some(flags), Some(word)) = (index.words.get_mut(m.first()), layers.lexicon.time_word(m.sense)) {
                *flags |= kind_of(word);
            }
        }
        for (n, number) in (1..).zip(numbers) {
            if let Some(slot) = index.numbers.get_mut(number.first) {
                *slot = n;
            }
        }
        index
    }

    /// What kinds of words of time stand at token `i`.
    pub fn kinds(&self, i: usize) -> u16 {
        self.words.get(i).copied().unwrap_or(0)
    }

    /// Which number begins at token `i`.
    pub fn number(&self, i: usize) -> Option<usize> {
        self.numbers.get(i).and_then(|n| n.checked_sub(1)).map(|n| n as usize)
    }
}

/// What may begin with a word.
fn kind_of(word: TimeWord) -> u16 {
    match word {
        TimeWord::Month(..) => kind::MONTH,
        TimeWord::Hijri(..) => kind::HIJRI,
        TimeWord::Weekday(_) => kind::WEEKDAY,
        TimeWord::Part(_) => kind::PART,
        TimeWord::Season(_) => kind::SEASON,
        TimeWord::Unit(_) => kind::UNIT,
        TimeWord::Ordinal(_) => kind::ORDINAL,
        TimeWord::Feast(..) => kind::FEAST,
        TimeWord::Name | TimeWord::NameHead => kind::NAME,
        TimeWord::Frame(Frame::Day(_) | Frame::Night | Frame::ThisOne) => kind::DEICTIC,
        TimeWord::Frame(Frame::Edge(_) | Frame::Recent | Frame::Fraction(_) | Frame::Decade(_) | Frame::Weekend | Frame::SeasonOf) => kind::STRETCH,
        TimeWord::Frame(Frame::Ago | Frame::After | Frame::Few) => kind::DISTANCE,
        TimeWord::Frame(Frame::Ref(_) | Frame::Set(_) | Frame::SetAdjective(_) | Frame::Every | Frame::SomeTime) => kind::REFERENCE,
        TimeWord::Frame(Frame::OClock) => kind::CLOCK,
        TimeWord::Frame(_) | TimeWord::Nothing => kind::WORD,
    }
}

/// One paragraph of an article, read as words of time. Nothing is looked at beyond the paragraph.
pub struct Reader<'a> {
    /// The article's layers.
    pub layers: &'a Layers<'a>,
    /// Its numbers.
    pub numbers: &'a [Number],
    /// What begins where.
    pub index: &'a Index,
    /// Its day.
    pub today: Option<Date>,
    /// First token of the paragraph.
    pub first: usize,
    /// The token after the paragraph.
    pub limit: usize,
}

/// A word of time in the text.
#[derive(Clone, Copy, Debug)]
pub struct Word<T> {
    /// What it is.
    pub is: T,
    /// The token after it.
    pub end: usize,
    /// Its clitics.
    pub clitics: Clitics,
    /// Its form.
    pub form: Form,
}

/// How many of a unit its noun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// سنة
    One,
    /// سنتان
    Two,
    /// سنتي, before a noun
    TwoOf,
    /// سنوات
    Many,
}

/// What governs an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// قبل
    Ago,
    /// بعد
    After,
    /// منذ
    Since,
    /// خلال
    Span,
    /// طوال
    Whole,
    /// مطلع
    Edge,
    /// إلى، حتى
    Until,
    /// another preposition
    In,
    /// nothing of these
    Nothing,
}

impl Reader<'_> {
    /// The first sense of token `i` that `pick` takes.
    pub fn word<T>(&self, i: usize, pick: impl Fn(TimeWord) -> Option<T>) -> Option<Word<T>> {
        if i >= self.limit || self.index.kinds(i) == 0 {
            return None;
        }
        self.layers.matches.at(i).iter().find_map(|m| {
            let word = self.layers.lexicon.time_word(m.sense)?;
            if m.clitics.pronoun.is_some() || m.clitics.future {
                return None;
            }
            pick(word).map(|is| Word { is, end: m.end(), clitics: m.clitics, form: m.sense.form })
        })
    }

    /// A frame word at token `i`.
    pub fn frame<T>(&self, i: usize, pick: impl Fn(Frame) -> Option<T>) -> Option<Word<T>> {
        self.word(i, |w| if let TimeWord::Frame(f) = w { pick(f) } else { None })
    }

    /// The token after the frame word `want` at `i`.
    pub fn skip(&self, i: usize, want: Frame) -> Option<usize> {
        self.frame(i, |f| (f == want).then_some(())).map(|w| w.end)
    }

    /// A Gregorian month by its Arabic name.
    pub fn month(&self, i: usize) -> Option<Word<(i8, Bare)>> {
        self.word(i, |w| if let TimeWord::Month(m, bare) = w { Some((m, bare)) } else { None }).filter(|w| w.form != Form::Short && !w.clitics.article)
    }

    /// A Gregorian month by its English name.
    pub fn latin_month(&self, i: usize) -> Option<Word<i8>> {
        self.word(i, |w| if let TimeWord::Month(m, _) = w { Some(m) } else { None }).filter(|w| w.form == Form::Short)
    }

    /// A Hijri month.
    pub fn hijri(&self, i: usize) -> Option<Word<(i8, Bare)>> {
        self.word(i, |w| if let TimeWord::Hijri(m, bare) = w { Some((m, bare)) } else { None }).filter(|w| !w.clitics.article)
    }

    /// A weekday, Monday 1.
    pub fn weekday(&self, i: usize) -> Option<Word<i8>> {
        self.word(i, |w| if let TimeWord::Weekday(d) = w { Some(d) } else { None }).filter(|w| w.form == Form::Base)
    }

    /// A weekday, also without its article.
    pub fn any_weekday(&self, i: usize) -> Option<Word<i8>> {
        self.word(i, |w| if let TimeWord::Weekday(d) = w { Some(d) } else { None })
    }

    /// A part of the day.
    pub fn part(&self, i: usize) -> Option<Word<Part>> {
        self.word(i, |w| if let TimeWord::Part(p) = w { Some(p) } else { None })
    }

    /// A season.
    pub fn season(&self, i: usize) -> Option<Word<Season>> {
        self.word(i, |w| if let TimeWord::Season(s) = w { Some(s) } else { None })
    }

    /// A unit of time, and how many its noun tells.
    pub fn unit(&self, i: usize) -> Option<Word<(Unit, Told)>> {
        let word = self.word(i, |w| if let TimeWord::Unit(u) = w { Some(u) } else { None })?;
        let told = match word.form {
            Form::Noun(Count::Dual, _) => Told::Two,
            Form::Noun(Count::Plural, _) => Told::Many,
            Form::Short => Told::TwoOf,
            _ => Told::One,
        };
        Some(Word { is: (word.is, told), end: word.end, clitics: word.clitics, form: word.form })
    }

    /// An ordinal number.
    pub fn ordinal(&self, i: usize) -> Option<Word<u8>> {
        self.word(i, |w| if let TimeWord::Ordinal(n) = w { Some(n) } else { None })
    }

    /// The folded form of token `i`.
    pub fn key(&self, i: usize) -> &str {
        if i < self.limit { self.layers.tokens.key(i) } else { "" }
    }

    /// The kind of token `i`.
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        if i < self.limit { self.layers.tokens.kind(i) } else { None }
    }

    /// Whether token `i` is that mark.
    pub fn is(&self, i: usize, punct: Punct) -> bool {
        self.kind(i) == Some(TokenKind::Punct(punct))
    }

    /// Whether nothing stands between token `i` and the one before it.
    pub fn glued(&self, i: usize) -> bool {
        i < self.limit && self.layers.tokens.gap(i) == Gap::None
    }

    /// Whether token `i` is a word of Arabic.
    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    /// A whole number in plain digits at token `i`, and how many digits.
    pub fn digits(&self, i: usize) -> Option<(u32, usize)> {
        if self.kind(i) != Some(TokenKind::Digits) {
            return None;
        }
        let key = self.key(i);
        key.parse().ok().map(|n| (n, key.len()))
    }

    /// A number in digits or words that begins at token `i`: its value and the token after it.
    pub fn number(&self, i: usize) -> Option<(f64, usize)> {
        if i >= self.limit {
            return None;
        }
        if let Some(n) = self.index.number(i).and_then(|n| self.numbers.get(n)).filter(|n| n.high.is_none()) {
            return Some((n.value, n.end));
        }
        if self.kind(i) != Some(TokenKind::Digits) {
            return None;
        }
        self.key(i).parse().ok().map(|n| (n, i + 1))
    }

    /// Where the number that begins at token `i` stands, without an attached preposition.
    pub fn number_span(&self, i: usize) -> Option<Span> {
        self.index.number(i).and_then(|n| self.numbers.get(n)).map(|n| n.span)
    }

    /// The word before `i` that says how exact it is, and where that word begins.
    pub fn about(&self, i: usize) -> Option<(TimeMod, usize)> {
        (1..=4).find_map(|back| {
            let start = i.checked_sub(back).filter(|s| *s >= self.first)?;
            let found = self.frame(start, |f| if let Frame::About(m) = f { Some(m) } else { None })?;
            (found.end == i).then_some((found.is, start))
        })
    }

    /// What governs the expression that begins at `i`, before a modifier of it.
    pub fn before(&self, i: usize) -> Before {
        let i = self.about(i).map_or(i, |(_, start)| start);
        self.frame_before(i, governs).map_or(Before::Nothing, |(before, _)| before)
    }

    /// A frame word that ends before `i`, and where it begins.
    pub fn frame_before<T>(&self, i: usize, pick: impl Fn(Frame) -> Option<T>) -> Option<(T, usize)> {
        (1..=2).find_map(|back| {
            let start = i.checked_sub(back).filter(|s| *s >= self.first)?;
            let found = self.frame(start, &pick)?;
            (found.end == i).then_some((found.is, start))
        })
    }

    /// Whether some preposition or noun of time stands before the expression at `i`, or ب or ل in it.
    pub fn governed(&self, i: usize, clitics: Clitics) -> bool {
        matches!(clitics.prep, Some(Prep::Bi | Prep::Li)) || self.before(i) != Before::Nothing
    }

    /// Whether the text holds nothing but what stands from `first` to `end`, with perhaps a preposition before it and marks around: a search
    /// field, a table's cell.
    pub fn alone(&self, first: usize, end: usize) -> bool {
        const ABOUT: usize = 3;
        let tokens = &self.layers.tokens;
        let mark = |i: usize| matches!(tokens.kind(i), Some(TokenKind::Punct(_)));
        first <= ABOUT
            && tokens.len() <= end + ABOUT
            && (0..first).all(|i| mark(i) || self.frame(i, |f| matches!(f, Frame::In | Frame::Of).then_some(())).is_some())
            && (end..tokens.len()).all(mark)
    }

    /// Whether the number before `i` counts what stands there: a following word without article that no frame of time explains.
    pub fn counts_noun(&self, i: usize) -> bool {
        self.is_word(i) && !crate::morph::is_definite(self.key(i)) && self.frame(i, Some).is_none()
    }
}

fn governs(frame: Frame) -> Option<Before> {
    Some(match frame {
        Frame::Ago => Before::Ago,
        Frame::After => Before::After,
        Frame::Since => Before::Since,
        Frame::Span => Before::Span,
        Frame::Whole => Before::Whole,
        Frame::Edge(_) => Before::Edge,
        Frame::In | Frame::Of => Before::In,
        Frame::Until => Before::Until,
        _ => return None,
    })
}
