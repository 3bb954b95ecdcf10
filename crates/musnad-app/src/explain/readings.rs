//! What may the words of a place be? Every reading with its row of the lexicon.

use musnad::lexicon::{Form, Lexicon};
use musnad::morph::{Clitics, Match, look_up};
use musnad::text::Span;
use musnad::token::{Tokens, tokenize};

use crate::bidi::isolate;
use crate::labels::Lang;
use crate::view::{Page, paint};

use super::DIM;

/// Prints the readings of all words of a stretch of the text.
pub fn readings(text: &str, span: Span, page: &mut Page, lang: Lang) {
    let tokens = tokenize(text);
    let matches = look_up(&tokens, Lexicon::standard());
    page.line(2, lang.label("readings"));
    for i in tokens.at(span.start)..tokens.len() {
        if tokens.span(i).start >= span.end {
            break;
        }
        word(i, matches.at(i), &tokens, text, page, lang);
    }
}

fn word(i: usize, matches: &[Match], tokens: &Tokens, text: &str, page: &mut Page, lang: Lang) {
    let rtl = page.rtl;
    let word = isolate(musnad::text::slice(text, tokens.span(i)), rtl);
    page.line(4, &format!("{word}  {}", paint(DIM, isolate(&format!("[{}]", tokens.key(i)), rtl))));
    if matches.is_empty() {
        return page.line(6, &paint(DIM, lang.label("no-reading")));
    }
    for m in matches {
        let phrase = if m.end() > m.first() + 1 { format!("{} ", isolate(musnad::text::slice(text, m.span(text, tokens)), rtl)) } else { String::new() };
        let row = Lexicon::standard().row_name(m.sense.table, m.sense.row);
        let form = [form(m.sense.form), clitics(m.clitics)].concat();
        page.line(6, &format!("{phrase}{}  {}", isolate(&row, rtl), paint(DIM, isolate(&form.join(" "), rtl))));
    }
}

fn form(form: Form) -> Vec<String> {
    let small = |parts: &[String]| parts.iter().map(|p| p.to_lowercase()).collect();
    match form {
        Form::Verb(v) => small(&[format!("{:?}", v.kind), format!("{:?}", v.number), format!("{:?}", v.gender)]),
        Form::Noun(number, gender) => small(&["noun".to_owned(), format!("{number:?}"), format!("{gender:?}")]),
        Form::Nationality(number, gender) => small(&["nationality".to_owned(), format!("{number:?}"), format!("{gender:?}")]),
        other => small(&[format!("{other:?}")]),
    }
}

fn clitics(c: Clitics) -> Vec<String> {
    let mut out = Vec::new();
    let mut add = |on: bool, word: &str| {
        if on {
            out.push(format!("+{word}"));
        }
    };
    add(c.conj, "conjunction");
    add(c.prep.is_some(), &c.prep.map_or(String::new(), |p| format!("preposition:{p:?}").to_lowercase()));
    add(c.article, "article");
    add(c.future, "future");
    add(c.pronoun.is_some(), &c.pronoun.map_or(String::new(), |p| format!("pronoun:{p:?}").to_lowercase()));
    out
}
