//! Typed rows of the tables that numbers and quantities are read with.

use super::table::{Problem, Rows};
use crate::record::Modifier;

/// What a number word does in a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NumberClass {
    /// No number.
    #[default]
    None,
    /// 0
    Zero,
    /// 1
    One,
    /// أحد، اثنا: a number only before عشر or a ten.
    OneOf,
    /// 2
    Two,
    /// 3 to 9.
    Unit,
    /// 10 alone, the ten of a teen after a unit.
    Ten,
    /// 11 and 12 as one word.
    Teen,
    /// 20 to 90.
    Tens,
    /// 100, which a unit may multiply.
    Hundred,
    /// 200 to 900 as one word.
    Hundreds,
    /// 1000 and above: multiplies what stands before it, or stands for itself.
    Scale,
    /// Two of a scale.
    ScaleDual,
    /// After a number a scale in the accusative, alone two of it: ألفا.
    ScaleEither,
    /// After a number a scale, alone a count that is not told: آلاف.
    ScalePlural,
    /// A count that is not told: عشرات، مئات.
    Many,
    /// One part: the value is how many parts make the whole.
    Fraction,
    /// Two parts.
    FractionDual,
    /// Parts that a number counts: أرباع.
    Parts,
    /// An ordinal, which takes a following ten with it.
    Ordinal,
    /// Makes the number negative.
    Minus,
    /// The decimal mark, as a word.
    Point,
    /// In the hundred.
    Percent,
    /// و
    And,
    /// ال
    Article,
    /// Opens a range.
    Between,
    /// Opens a range or a change.
    From,
    /// Goes on with the upper end.
    To,
    /// Goes on with an alternative.
    Or,
    /// The stroke of a fraction, as a word.
    Over,
    /// A part: a fraction before من and a number, else a noun.
    Share,
}

/// A row of `numbers.tsv`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NumberWord {
    /// What it does.
    pub class: NumberClass,
    /// Its value; of a scale one of it, of a fraction the number of parts.
    pub value: f64,
    /// Whether the word is a fraction as well: خمس; of a ten, whether it is two of its parts: خمسين.
    pub part: bool,
}

impl NumberWord {
    /// Reads a row of `numbers.tsv`.
    pub fn parse(rows: &Rows, row: usize) -> Result<NumberWord, Problem> {
        use NumberClass::*;
        const CLASSES: [(&str, NumberClass); 30] = [
            ("zero", Zero),
            ("one", One),
            ("one-of", OneOf),
            ("two", Two),
            ("unit", Unit),
            ("ten", Ten),
            ("teen", Teen),
            ("tens", Tens),
            ("hundred", Hundred),
            ("hundreds", Hundreds),
            ("scale", Scale),
            ("scale-dual", ScaleDual),
            ("scale-either", ScaleEither),
            ("scale-plural", ScalePlural),
            ("many", Many),
            ("fraction", Fraction),
            ("fraction-dual", FractionDual),
            ("parts", Parts),
            ("ordinal", Ordinal),
            ("minus", Minus),
            ("point", Point),
            ("percent", Percent),
            ("and", And),
            ("article", Article),
            ("between", Between),
            ("from", From),
            ("to", To),
            ("or", Or),
            ("over", Over),
            ("share", Share),
        ];
        let fault = |column: &str| format!("lexicon/tables/numbers.tsv: {}: «{}» is no value of column {column}", rows.id(row), rows.cell(row, column));
        let name = rows.cell(row, "class");
        let class = CLASSES.iter().find_map(|&(n, class)| (n == name).then_some(class)).ok_or_else(|| fault("class"))?;
        let value = match rows.cell(row, "value") {
            "" => 0.0,
            value => value.parse().map_err(|_| fault("value"))?,
        };
        Ok(NumberWord { class, value, part: rows.cell(row, "part") == "yes" })
    }
}

/// A row of `number_modifiers.tsv`: a phrase that tells how exact a number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberModifier {
    /// What it tells.
    pub modifier: Modifier,
    /// Whether it may stand before the number.
    pub before: bool,
    /// Whether it may stand after the number.
    pub after: bool,
}

impl NumberModifier {
    /// Reads a row of `number_modifiers.tsv`.
    pub fn parse(rows: &Rows, row: usize) -> Result<NumberModifier, Problem> {
        let fault =
            |column: &str| format!("lexicon/tables/number_modifiers.tsv: {}: «{}» is no value of column {column}", rows.id(row), rows.cell(row, column));
        let modifier = match rows.cell(row, "modifier") {
            "approx" => Modifier::Approx,
            "more_than" => Modifier::MoreThan,
            "less_than" => Modifier::LessThan,
            "at_least" => Modifier::AtLeast,
            "at_most" => Modifier::AtMost,
            _ => return Err(fault("modifier")),
        };
        let (before, after) = match rows.cell(row, "place") {
            "before" => (true, false),
            "after" => (false, true),
            "both" => (true, true),
            _ => return Err(fault("place")),
        };
        Ok(NumberModifier { modifier, before, after })
    }
}

/// A row of `number_contexts.tsv`: words beside which a number counts nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberContext {
    /// Before the number: المادة 5.
    #[default]
    Label,
    /// Before the number, as long as no counted noun follows: المرحلة 3.
    BareLabel,
    /// After the number: نصف نهائي.
    After,
    /// After the number, and not what it counts: 3 مقابل 1.
    NotCounted,
    /// Before واحد, in a set phrase: يدا واحدة.
    One,
}

impl NumberContext {
    /// Reads a row of `number_contexts.tsv`.
    pub fn parse(rows: &Rows, row: usize) -> Result<NumberContext, Problem> {
        match rows.cell(row, "place") {
            "before" => Ok(NumberContext::Label),
            "before-bare" => Ok(NumberContext::BareLabel),
            "after" => Ok(NumberContext::After),
            "not-counted" => Ok(NumberContext::NotCounted),
            "one" => Ok(NumberContext::One),
            other => Err(format!("lexicon/tables/number_contexts.tsv: {}: «{other}» is no value of column place", rows.id(row))),
        }
    }
}

/// A row of `currencies.tsv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Currency {
    /// Its ISO 4217 code, where the name alone tells it.
    pub iso: &'static str,
    /// Whose currency it may be: the country's row id and the code.
    pub countries: Vec<(&'static str, &'static str)>,
}

impl Currency {
    /// Reads a row of `currencies.tsv`.
    pub fn parse(rows: &Rows, row: usize) -> Currency {
        Currency { iso: rows.cell(row, "iso"), countries: rows.list(row, "countries").filter_map(|pair| pair.split_once('=')).collect() }
    }
}
