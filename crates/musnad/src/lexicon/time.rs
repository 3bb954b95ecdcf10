//! What the words of the tables of time mean.

use super::table::{Problem, Rows, Table};
use crate::record::TimeMod;

/// The meaning of a row of `months`, `hijri_months`, `weekdays`, `day_parts`, `seasons`, `time_units`, `ordinals`, `time_frames`, `feasts` or
/// `time_names`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum TimeWord {
    /// A month of the Gregorian calendar, 1–12.
    Month(i8, Bare),
    /// A month of the Hijri calendar, 1–12.
    Hijri(i8, Bare),
    /// A weekday, Monday 1.
    Weekday(i8),
    /// A part of the day.
    Part(Part),
    /// A season.
    Season(Season),
    /// A unit of time.
    Unit(Unit),
    /// An ordinal number.
    Ordinal(u8),
    /// A word that places or measures a time.
    Frame(Frame),
    /// A feast: its month and day, and whether they are of the Hijri calendar.
    Feast(i8, i8, bool),
    /// A name that holds a time.
    Name,
    /// A word that makes a name of the day and month after it (ثورة 25 يناير).
    NameHead,
    /// A faulty row.
    #[default]
    Nothing,
}

/// When a month's name alone is a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// Wherever it stands.
    Yes,
    /// After a preposition or a noun of time.
    Prep,
    /// With a day, a year, a frame, شهر, or its other name.
    No,
}

/// A part of the day, with the half that an hour beside it falls in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its TIMEX3 name: `MO`, `MI`, `AF`, `EV`, `NI`.
    pub code: &'static str,
    /// Hours beside it are counted from noon.
    pub afternoon: bool,
    /// Whether it alone is that part of the article's day (صباحا).
    pub bare: bool,
}

/// The seasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the seasons")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Units of time, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the units")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// Past, present or future without more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Ref {
    Past,
    Present,
    Future,
}

/// Words that place or measure a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Frame {
    /// الماضي −1, الجاري 0, المقبل 1; and whether the word may as well describe a person or a thing (السابق، الحالي).
    Side(i8, bool),
    /// الأخير
    Recent,
    /// مطلع، منتصف، نهاية
    Edge(TimeMod),
    /// أمس، اليوم، غدا: days from the article's day.
    Day(i8),
    /// الليلة
    Night,
    /// الآن، سابقا، قريبا
    Ref(Ref),
    /// يوميا
    Set(Unit),
    /// يومي
    SetAdjective(Unit),
    /// كل
    Every,
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
    /// في and other prepositions
    In,
    /// من
    Of,
    /// إلى، حتى, and أو between two
    Until,
    /// نحو، أكثر من
    About(TimeMod),
    /// عدة
    Few,
    /// قليلة
    FewAfter,
    /// كامل
    Full,
    /// هذا
    ThisOne,
    /// ذلك
    ThatOne,
    /// سوف، المقرر
    Future,
    /// قد، كان
    Past,
    /// نصف، ربع
    Fraction(f64),
    /// التسعينيات: the digit of the decade.
    Decade(u8),
    /// قبل الميلاد
    BeforeChrist,
    /// وقت، وقت طويل: a length that is not told
    SomeTime,
    /// م، هـ: whether it is the Hijri era.
    Era(bool),
    /// بتوقيت غرينتش: whether a place is still to follow.
    Zone(bool),
    /// الساعة
    OClock,
    /// إلا
    Except,
    /// موسم، فصل
    SeasonOf,
    /// نهاية الأسبوع
    Weekend,
    /// فترة
    Period,
    /// عمر
    Age,
    /// أخرى
    Other,
    /// الذي
    Relative,
    /// عمل, of يوم عمل
    Working,
    /// المبارك, of شهر رمضان المبارك
    Blessed,
}

/// Whether rows of that role in `time_frames` are adjectives to be inflected.
pub(super) fn inflects(role: &str) -> bool {
    matches!(role, "side" | "recent" | "set-adjective")
}

impl TimeWord {
    /// Reads a row of a table of time.
    pub fn parse(table: Table, rows: &Rows, row: usize) -> Result<TimeWord, Problem> {
        let cell = |column: &str| rows.cell(row, column);
        let word = match table {
            Table::Months => small(cell("month"), 12).zip(bare(cell("bare"))).map(|(m, b)| TimeWord::Month(m, b)),
            Table::HijriMonths => small(cell("month"), 12).zip(bare(cell("bare"))).map(|(m, b)| TimeWord::Hijri(m, b)),
            Table::Weekdays => small(cell("day"), 7).map(TimeWord::Weekday),
            Table::DayParts => part(cell("part"), cell("half"), cell("bare")).map(TimeWord::Part),
            Table::Seasons => season(cell("season")).map(TimeWord::Season),
            Table::TimeUnits => unit(cell("unit")).map(TimeWord::Unit),
            Table::Ordinals => small(cell("value"), 31).map(|n| TimeWord::Ordinal(n as u8)),
            Table::Feasts => small(cell("month"), 12).zip(small(cell("day"), 31)).map(|(m, d)| TimeWord::Feast(m, d, cell("calendar") == "hijri")),
            Table::TimeNames => match cell("kind") {
                "name" => Some(TimeWord::Name),
                "head" => Some(TimeWord::NameHead),
                _ => None,
            },
            _ => frame(cell("role"), cell("value")).map(TimeWord::Frame),
        };
        word.ok_or_else(|| format!("lexicon/tables/{}.tsv: {}: a cell has a value that is none of its column's", table.names().0, rows.id(row)))
    }
}

fn small(cell: &str, most: i8) -> Option<i8> {
    cell.parse().ok().filter(|n| (1..=most).contains(n))
}

fn bare(cell: &str) -> Option<Bare> {
    match cell {
        "yes" => Some(Bare::Yes),
        "prep" => Some(Bare::Prep),
        "no" => Some(Bare::No),
        _ => None,
    }
}

fn part(code: &str, half: &str, bare: &str) -> Option<Part> {
    let code = ["MO", "MI", "AF", "EV", "NI"].into_iter().find(|c| *c == code)?;
    Some(Part { code, afternoon: half == "pm", bare: bare == "yes" })
}

fn season(cell: &str) -> Option<Season> {
    match cell {
        "SP" => Some(Season::Spring),
        "SU" => Some(Season::Summer),
        "AU" => Some(Season::Autumn),
        "WI" => Some(Season::Winter),
        _ => None,
    }
}

fn unit(cell: &str) -> Option<Unit> {
    use Unit::*;
    let names = [
        ("second", Second),
        ("minute", Minute),
        ("hour", Hour),
        ("day", Day),
        ("week", Week),
        ("month", Month),
        ("year", Year),
        ("decade", Decade),
        ("century", Century),
    ];
    names.into_iter().find_map(|(name, unit)| (name == cell).then_some(unit))
}

fn frame(role: &str, value: &str) -> Option<Frame> {
    use Frame::*;
    Some(match role {
        "side" => Side(value.trim_end_matches('?').parse().ok()?, value.ends_with('?')),
        "recent" => Recent,
        "edge" => Edge(modifier(value)?),
        "day" => Day(value.parse().ok()?),
        "night" => Night,
        "ref" => Ref(reference(value)?),
        "set" => Set(period(value)?),
        "set-adjective" => SetAdjective(period(value)?),
        "every" => Every,
        "ago" => Ago,
        "after" => After,
        "since" => Since,
        "span" => Span,
        "whole" => Whole,
        "in" => In,
        "of" => Of,
        "until" => Until,
        "approx" => About(modifier(value)?),
        "few" => Few,
        "few-after" => FewAfter,
        "full" => Full,
        "this-one" => ThisOne,
        "that-one" => ThatOne,
        "future" => Future,
        "past" => Past,
        "half" => Fraction(value.parse().ok()?),
        "decade" => Decade(value.parse().ok()?),
        "before-christ" => BeforeChrist,
        "some-time" => SomeTime,
        "era" => Era(value == "hijri"),
        "zone" => Zone(value == "place"),
        "oclock" => OClock,
        "except" => Except,
        "season-of" => SeasonOf,
        "weekend" => Weekend,
        "period" => Period,
        "age" => Age,
        "other" => Other,
        "relative" => Relative,
        "working" => Working,
        "blessed" => Blessed,
        _ => return None,
    })
}

fn modifier(value: &str) -> Option<TimeMod> {
    use TimeMod::*;
    let names = [
        ("START", Start),
        ("MID", Mid),
        ("END", End),
        ("APPROX", Approx),
        ("LESS_THAN", LessThan),
        ("MORE_THAN", MoreThan),
        ("EQUAL_OR_MORE", EqualOrMore),
        ("EQUAL_OR_LESS", EqualOrLess),
    ];
    names.into_iter().find_map(|(name, m)| (name == value).then_some(m))
}

fn reference(value: &str) -> Option<Ref> {
    match value {
        "PAST_REF" => Some(Ref::Past),
        "PRESENT_REF" => Some(Ref::Present),
        "FUTURE_REF" => Some(Ref::Future),
        _ => None,
    }
}

fn period(value: &str) -> Option<Unit> {
    match value {
        "P1D" => Some(Unit::Day),
        "P1W" => Some(Unit::Week),
        "P1M" => Some(Unit::Month),
        "P1Y" => Some(Unit::Year),
        _ => None,
    }
}
