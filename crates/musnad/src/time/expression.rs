//! An expression as the grammar builds it, before it is written out.

use super::calendar::{Length, Point, Within};
use crate::lexicon::time::{Ref, Unit};
use crate::record::{TimeMod, TimeType};

/// What an expression comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A point, perhaps with a part of the day or a clock time.
    At(Point, Option<Within>),
    /// A length.
    Lasts(Length),
    /// Something that recurs after a length.
    Every(Length),
    /// A weekday that recurs.
    EveryWeekday(i8),
}

/// An expression in the text: it begins where it was looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expression {
    /// The token after it.
    pub end: usize,
    /// What it comes to.
    pub value: Value,
    /// Its own modifier.
    pub modifier: Option<TimeMod>,
    /// The rule that found it.
    pub rule: &'static str,
}

impl Expression {
    /// A point.
    pub fn at(end: usize, point: Point, rule: &'static str) -> Expression {
        Expression { end, value: Value::At(point, None), modifier: None, rule }
    }

    /// A length.
    pub fn lasts(end: usize, length: Length, rule: &'static str) -> Expression {
        Expression { end, value: Value::Lasts(length), modifier: None, rule }
    }

    /// Something that recurs.
    pub fn every(end: usize, count: f64, unit: Unit, rule: &'static str) -> Expression {
        Expression { end, value: Value::Every(Length::of(count, unit)), modifier: None, rule }
    }

    /// With another modifier.
    pub fn with(self, modifier: Option<TimeMod>) -> Expression {
        Expression { modifier: modifier.or(self.modifier), ..self }
    }

    /// Its point, when it is one.
    pub fn point(&self) -> Option<Point> {
        match self.value {
            Value::At(point, _) => Some(point),
            _ => None,
        }
    }

    /// On a part of the day or at a clock time.
    pub fn within(self, within: Within, end: usize, rule: &'static str) -> Expression {
        match self.value {
            Value::At(point, _) => Expression { end, value: Value::At(point, Some(within)), rule, ..self },
            _ => self,
        }
    }

    /// Its TIMEX3 type.
    pub fn kind(&self) -> TimeType {
        match self.value {
            Value::At(_, None) => TimeType::Date,
            Value::At(_, Some(_)) => TimeType::Time,
            Value::Lasts(_) => TimeType::Duration,
            Value::Every(_) | Value::EveryWeekday(_) => TimeType::Set,
        }
    }

    /// Its TIMEX3 value.
    pub fn text(&self) -> String {
        match self.value {
            Value::At(Point::Ref(_) | Point::Weekday(_), Some(within)) => format!("XXXX-XX-XX{within}"),
            Value::At(point, None) => point.to_string(),
            Value::At(point, Some(within)) => format!("{point}{within}"),
            Value::Lasts(length) | Value::Every(length) => length.to_string(),
            Value::EveryWeekday(day) => format!("XXXX-WXX-{day}"),
        }
    }
}

/// Past, present or future by the sign of a distance.
pub fn direction(count: i32) -> Point {
    Point::Ref(match count.signum() {
        -1 => Ref::Past,
        0 => Ref::Present,
        _ => Ref::Future,
    })
}
