//! How much of what? Numbers with the thing that they count or measure.
//!
//! [`unit`] finds what a number counts and where it stands; [`exclude`] knows the numbers that count nothing.

mod currency;
mod exclude;
mod noun;
mod unit;

use crate::Layers;
use crate::evidence::Evidence;
use crate::number::Number;
use crate::number::words::Words;
use crate::record::Modifier;
use crate::text::Span;
use crate::time::Time;
use currency::Countries;

/// A counted or measured thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the number to the counted noun.
    pub span: Span,
    /// The number in full.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// `%`, an ISO 4217 code, or the counted noun as it stands.
    pub unit: Option<String>,
    /// How exact.
    pub modifier: Modifier,
    /// Why.
    pub evidence: Evidence,
}

/// All quantities of a text, in order.
pub fn quantities(layers: &Layers, numbers: &[Number], times: &[Time]) -> Vec<Quantity> {
    let words = Words { layers };
    let mut countries = Countries::new(layers);
    let mut list: Vec<Quantity> = Vec::new();
    let mut later = times.iter().peekable();
    let mut last_time = None;
    // Where the last number ended that is no quantity.
    let mut left_out = None;
    for number in numbers {
        while let Some(time) = later.next_if(|t| t.span.end <= number.span.start) {
            last_time = Some(time.span.end);
        }
        let timed = |span: Span| later.clone().take_while(|t| t.span.start < span.end).any(|t| t.span.overlaps(span));
        if timed(number.span) || exclude::written_as_something_else(number, &words) {
            left_out = Some(number.end);
            continue;
        }
        let found = unit::of(number, &words, &mut countries).filter(|u| !timed(u.span));
        // A list goes on: الدقيقتين 53 و67، أيام 16 و17 و18 مارس.
        let listed = found.is_none()
            && (left_out.is_some_and(|end| exclude::goes_on_from(end, number, &words))
                || later.peek().is_some_and(|t| exclude::goes_on_to(t.first, number, &words)));
        if listed || exclude::counts_nothing(number, found.as_ref(), &words) {
            left_out = Some(number.end);
            continue;
        }
        if found.is_none() && words.adds_fraction(number.first) {
            // ساعتان ونصف belongs to the time, ثلاثة أمتار ونصف to the quantity before it.
            if last_time.is_some_and(|end| layers.tokens.at(end) == number.first) {
                continue;
            }
            if let Some(before) = list.last_mut().filter(|q| layers.tokens.at(q.span.end) == number.first && q.high.is_none() && q.unit.is_some()) {
                before.value += if number.value < 1.0 { number.value * largest_scale(before.value) } else { number.value };
                before.span = before.span.join(number.span);
                continue;
            }
        }
        list.push(quantity(number, found));
    }
    borrow_units(numbers, &mut list, &words);
    list
}

fn quantity(number: &Number, found: Option<unit::Unit>) -> Quantity {
    let span = found.as_ref().map_or(number.span, |u| u.span.join(number.span));
    let rule = found.as_ref().map_or("quantity/bare", |u| u.rule);
    let mut evidence = Evidence { rule, ..number.evidence.clone() };
    let low = found.as_ref().and_then(|u| u.low);
    let (value, high) = low.map_or((number.value, number.high), |low| (low, Some(number.value)));
    if let Some(sense) = found.as_ref().and_then(|u| u.sense) {
        evidence.push(sense);
    }
    Quantity { span, value: round(value), high: high.map(round), unit: found.and_then(|u| u.name), modifier: number.modifier, evidence }
}

/// The scale that a round number is told in: مليون دولار ونصف is one and a half million.
fn largest_scale(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale && value % scale == 0.0).unwrap_or(1.0)
}

/// Thirds and the like are written with four decimals; what the text gives in digits keeps its own.
fn round(value: f64) -> f64 {
    let short = (value * 1e4).round() / 1e4;
    if value.abs() < 1.0 && value.abs() > 0.01 && (value * 1e6).fract() != 0.0 { short } else { value }
}

/// من 30 إلى 47 فتاة: the first counts what the second does.
fn borrow_units(_numbers: &[Number], list: &mut [Quantity], words: &Words) {
    let tokens = &words.layers.tokens;
    for k in 1..list.len() {
        let Some([first, second]) = list.get_mut(k - 1..=k) else { continue };
        if first.unit.is_some() || second.unit.is_none() {
            continue;
        }
        let between = tokens.at(first.span.end);
        if words.is(between, crate::lexicon::numbers::NumberClass::To) && tokens.at(second.span.start) == between + 1 {
            first.unit.clone_from(&second.unit);
        }
    }
}

#[cfg(test)]
mod tests;
