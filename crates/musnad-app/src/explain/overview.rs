//! All that was marked in an article, a line each, with the numbers by which it can be asked for.

use std::path::Path;

use super::card::Context;
use super::{HEADING, others};
use crate::bidi::{isolate, shorten};
use crate::labels::name;
use crate::read;
use crate::view::{Page, paint};

/// Writes the overview.
pub fn write(x: &Context, place: &str, page: &mut Page) {
    let (r, rtl) = (x.record, page.rtl);
    let columns = read::columns();
    let title = if r.title.is_empty() { r.text.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or("") } else { &r.title };
    page.line(0, &isolate(&shorten(title, columns), rtl));
    let about = [place, &r.outlet, r.published.as_deref().unwrap_or("")];
    page.line(2, &paint(super::DIM, about.iter().filter(|a| !a.is_empty()).map(|a| isolate(a, rtl)).collect::<Vec<_>>().join(" · ")));
    let mut section = |title: &'static str, lines: Vec<(String, String)>| {
        if lines.is_empty() {
            return;
        }
        page.line(2, &paint(HEADING, x.lang.label(title)));
        for (n, (head, words)) in lines.into_iter().enumerate() {
            page.line(4, &format!("{:>3}  {head}", n + 1));
            if !words.is_empty() {
                page.line(9, &isolate(&shorten(&words, columns.saturating_sub(12)), rtl));
            }
        }
    };
    let statements = r.statements.iter().map(|s| {
        let act = x.say(&format!("act-{}", name(&s.act)), &[]);
        let who = if s.speaker.name.is_empty() { x.say("who-nobody", &[]) } else { x.chain(s) };
        (format!("{who}  ({act})"), x.words.join(&s.content))
    });
    section("statements", statements.collect());
    let commitments = r.commitments.iter().map(|c| {
        let who = c.promisor.as_ref().map_or_else(|| x.lang.label("no-promisor").to_owned(), |p| x.name(p));
        let due = c.deadline.as_ref().map_or(String::new(), |d| format!("  {} {}", x.lang.label("due"), super::when::in_words(d, x.lang)));
        (format!("{who}  ({}){due}", x.lang.value_of("commitment", &c.kind)), x.words.join(&c.content))
    });
    section("commitments", commitments.collect());
    let times = r.times.iter().map(|t| (format!("{} = {}", x.quote(&x.words.of(t.span)), others::value(x, t)), String::new()));
    section("times", times.collect());
    let figures = r.quantities.iter().map(|q| {
        let high = q.high.map_or(String::new(), |h| format!("–{}", others::grouped(h)));
        let modifier = if name(&q.modifier) == "exact" { String::new() } else { format!(" ({})", x.lang.value(&q.modifier)) };
        // A sign or a currency's code; the counted noun stands in the words.
        let unit = q.unit.as_deref().filter(|u| u.is_ascii()).map_or(String::new(), |u| if u == "%" { u.to_owned() } else { format!(" {u}") });
        (format!("{} = {}{modifier}", x.quote(&x.words.of(q.span)), x.name(&format!("{}{high}{unit}", others::grouped(q.value)))), String::new())
    });
    section("figures", figures.collect());
    section("notes", r.notes.iter().map(|n| (x.note(&n.code, &n.message), n.span.map_or(String::new(), |s| x.words.of(s)))).collect());
    if read::found(r) {
        let file = Path::new(place.rsplit_once(':').map_or(place, |(file, line)| if line.parse::<u64>().is_ok() { file } else { place }));
        page.line(2, &paint(super::DIM, x.say("hint", &[&isolate(&file.display().to_string(), rtl)])));
    } else {
        page.line(2, x.lang.label("nothing"));
    }
    page.lines.push('\n');
}
