//! Clock times: الساعة الثالثة والنصف عصرا، 15:30 بتوقيت غرينتش، الثامنة من مساء الأربعاء.

use super::calendar::Within;
use super::day::{day, part_of_day, today_at};
use super::expression::{Expression, Value};
use super::reader::{Reader, Told};
use crate::lexicon::time::{Frame, Part, Unit};
use crate::morph::is_definite;
use crate::token::{Punct, TokenKind};

/// An hour and minute as told, and the token after it.
struct Told12 {
    hour: u8,
    minute: u8,
    end: usize,
    /// Written as `15:30`.
    colon: bool,
}

/// A clock time with its part of the day, its day and its zone. `before`: the day told just before it, if one is.
pub fn clock(reader: &Reader, i: usize, before: Option<Value>) -> Option<Expression> {
    let named = reader.skip(i, Frame::OClock);
    let told = match named {
        Some(at) => in_words(reader, at).or_else(|| in_digits(reader, at, true))?,
        None => in_words(reader, i).or_else(|| in_digits(reader, i, false))?,
    };
    let mut end = zone(reader, told.end).unwrap_or(told.end);
    let mut part: Option<Part> = None;
    let mut on: Option<Expression> = None;
    let at = reader.skip(end, Frame::Of).unwrap_or(end);
    let whole = part_of_day(reader, at).filter(|e| e.end > at + 1 || reader.part(at).is_none_or(|p| p.is.bare));
    if let Some(p) = reader.part(at).filter(|p| !p.clitics.article && !p.clitics.conj && p.clitics.prep.is_none()) {
        part = Some(p.is);
        end = p.end;
        // مساء الأربعاء, or مساء alone and the day after it.
        if let Some(e) = whole.filter(|e| e.end > p.end) {
            end = e.end;
            on = Some(e);
        } else {
            end = zone(reader, end).unwrap_or(end);
            let next = reader.skip(end, Frame::Of).unwrap_or(end);
            if let Some(d) = day(reader, next) {
                end = d.end;
                on = Some(d);
            }
        }
    } else if let Some(d) = day(reader, at).filter(|d| matches!(d.value, Value::At(_, None))) {
        end = d.end;
        on = Some(d);
    }
    let end = zone(reader, end).unwrap_or(end);
    let zoned = end > told.end;
    // الساعات الأولى من صباح اليوم, الجولة الثالثة صباح غد: an adjective of the noun before it.
    if named.is_none() && !told.colon && reader.is_word(i) && describes(reader, i) {
        return None;
    }
    // Without الساعة an hour needs another sign that it is one.
    if named.is_none() && part.is_none() && !told.colon && !(zoned && told.end - i > 1) {
        return None;
    }
    let within = Within::Clock(hour(told.hour, part), told.minute);
    let day = on.or_else(|| before.map(|value| Expression { end, value, modifier: None, rule: "time/clock" }));
    Some(match day {
        Some(day) => day.within(within, end, "time/clock"),
        None => today_at(reader, within, end, "time/clock"),
    })
}

/// Whether an ordinal at `i` describes a definite noun before it. A day is no such noun: الخميس الثامنة مساء.
fn describes(reader: &Reader, i: usize) -> bool {
    let Some(noun) = i.checked_sub(1).filter(|b| *b >= reader.first) else { return false };
    is_definite(reader.key(noun))
        && reader.is_word(noun)
        && reader.weekday(noun).is_none()
        && reader.frame(noun, |f| matches!(f, Frame::Day(_) | Frame::Side(..)).then_some(())).is_none()
}

/// The hour of the day by the part beside it.
fn hour(hour: u8, part: Option<Part>) -> u8 {
    match part {
        Some(p) if p.code == "NI" => match hour {
            12 => 0,
            6..=11 => hour + 12,
            _ => hour,
        },
        Some(p) if p.code == "MI" && hour >= 10 => hour,
        Some(p) if p.code == "EV" && hour == 12 => 0,
        Some(p) if p.afternoon && hour < 12 => hour + 12,
        Some(p) if !p.afternoon && hour == 12 => 0,
        _ => hour,
    }
}

/// `الثالثة والنصف`, `الثانية عشرة إلا ربعا`, `العاشرة و46 دقيقة`.
fn in_words(reader: &Reader, i: usize) -> Option<Told12> {
    let hour = reader.ordinal(i).filter(|o| o.clitics.article && (1..=12).contains(&o.is))?;
    let (minute, end) = minutes(reader, hour.end).unwrap_or((0, hour.end));
    let (hour, minute) = if minute < 0 { (if hour.is == 1 { 12 } else { hour.is - 1 }, 60 + minute) } else { (hour.is, minute) };
    Some(Told12 { hour, minute: u8::try_from(minute).ok()?, end, colon: false })
}

/// Minutes after an hour in words; fewer than none before it.
fn minutes(reader: &Reader, i: usize) -> Option<(i8, usize)> {
    let fraction = |at: usize| reader.frame(at, |f| if let Frame::Fraction(x) = f { Some(x) } else { None });
    if let Some(at) = reader.skip(i, Frame::Except) {
        let f = fraction(at)?;
        return Some((-((f.is * 60.0).round() as i8), f.end));
    }
    if let Some(f) = fraction(i).filter(|f| f.clitics.conj) {
        return Some(((f.is * 60.0).round() as i8, f.end));
    }
    const WAW: &str = "\u{0648}";
    let at = if reader.key(i) == WAW { i + 1 } else { i };
    // والدقيقة الثامنة
    if let Some(noun) = reader.unit(i).filter(|u| u.is == (Unit::Minute, Told::One) && u.clitics.conj) {
        let n = reader.ordinal(noun.end).filter(|o| o.is < 60)?;
        return Some((n.is as i8, n.end));
    }
    let joined = at > i || reader.layers.matches.at(i).iter().any(|m| m.clitics.conj);
    let (n, after) = reader.number(at).filter(|(n, _)| joined && *n >= 0.0 && *n < 60.0 && n.fract() == 0.0)?;
    let unit = reader.unit(after).filter(|u| u.is.0 == Unit::Minute)?;
    Some((n as i8, unit.end))
}

/// `15:30`, `14,00`, `0725` and bare `8` where الساعة stands before it, `10 و46 دقيقة`.
fn in_digits(reader: &Reader, i: usize, named: bool) -> Option<Told12> {
    if reader.kind(i) != Some(TokenKind::Digits) {
        return None;
    }
    let key = reader.key(i);
    if let Some((h, m)) = key.split_once([',', '.']).filter(|_| named) {
        return time(h.parse().ok()?, m.parse().ok().filter(|_| m.len() == 2)?, i + 1, true);
    }
    let (n, len) = reader.digits(i)?;
    if reader.is(i + 1, Punct::Colon)
        && reader.glued(i + 1)
        && reader.glued(i + 2)
        && let Some((m, 2)) = reader.digits(i + 2)
    {
        let seconds = reader.is(i + 3, Punct::Colon) && reader.glued(i + 3) && reader.glued(i + 4) && reader.digits(i + 4).is_some_and(|(_, len)| len == 2);
        return time(n, m, if seconds { i + 5 } else { i + 3 }, true);
    }
    if len == 4 && named {
        return time(n / 100, n % 100, i + 1, true);
    }
    if len > 2 || reader.is(i + 1, Punct::Percent) {
        return None;
    }
    let (minute, end) = minutes(reader, i + 1).filter(|(m, _)| named && *m >= 0).unwrap_or((0, i + 1));
    // A bare hour without الساعة stands directly before its part of the day.
    if !named
        && reader.part(end).is_none_or(|p| p.clitics.article || p.clitics.conj || p.clitics.prep.is_some() || n > 12 || n == 0 || reader.key(end).len() <= 2)
    {
        return None;
    }
    time(n, minute as u32, end, false)
}

fn time(hour: u32, minute: u32, end: usize, colon: bool) -> Option<Told12> {
    (hour <= 24 && minute < 60).then_some(Told12 { hour: hour as u8, minute: minute as u8, end, colon })
}

/// `بتوقيت غرينتش`, `بالتوقيت المحلي`, `بتوقيت` and a place of one word: the token after it.
fn zone(reader: &Reader, i: usize) -> Option<usize> {
    let word = reader.frame(i, |f| if let Frame::Zone(place) = f { Some(place) } else { None })?;
    if !word.is {
        return Some(word.end);
    }
    reader.is_word(word.end).then_some(word.end + 1)
}
