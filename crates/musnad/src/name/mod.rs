//! Who and where? Mentions of persons, organisations and places, and the parties that they belong to.

mod extent;
pub mod mention;
pub mod party;
mod person;
pub mod phrase;
pub(crate) mod surname;

use crate::class::{Class, Classes};
use crate::text::Span;
use crate::token::Punct;
use party::{Parties, name_span};
use phrase::{Head, Joint, phrase};

/// The names of a text.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Persons and organisations with all their mentions.
    pub parties: Parties,
    /// Places: name and mentions.
    pub places: Vec<(String, Vec<Span>)>,
    /// Proper names in running text.
    pub mentions: Vec<mention::Mention>,
}

/// Finds the names in running text and joins the mentions of one party.
pub fn names(c: &Classes) -> Names {
    let mut names = Names::default();
    let mut i = 0;
    while i < c.l.tokens.len() {
        let class = c.at(i);
        if !class.any(Class::PERSON.or(Class::ORGANISATION).or(Class::TITLE).or(Class::PLACE).or(Class::SOURCE))
            || class.any(Class::TIME) && !class.any(Class::PERSON)
        {
            i += 1;
            continue;
        }
        let sentence = c.l.sentences.tokens(c.l.sentences.of(i));
        let Some(found) = phrase(c, i, sentence.end, Joint::Apart) else {
            i += 1;
            continue;
        };
        match found.head {
            Head::Person => {
                if person::sure_person(c, &found) {
                    let id = names.parties.add(c, &found);
                    // فلان، أمير المنطقة؛ فلان المتحدث باسم: the office behind the name.
                    let behind = if c.punct(found.tokens.end, Punct::Comma) { found.tokens.end + 1 } else { found.name.end };
                    let office = phrase(c, behind, sentence.end, Joint::Apart).filter(|o| o.head == Head::Office && c.is(behind, Class::TITLE));
                    if let (Some(id), Some(office)) = (id, office) {
                        names.parties.add_role(c, id, &office);
                    }
                }
                i = found.name.end.max(i + 1);
            }
            Head::Organisation if class.any(Class::PLACE) && !class.any(Class::ORGANISATION) => {
                let end =
                    c.l.matches
                        .at(i)
                        .iter()
                        .filter(|m| c.is(i, Class::PLACE) && m.sense.table != crate::lexicon::table::Table::FunctionWords)
                        .map(|m| m.end())
                        .max()
                        .unwrap_or(i + 1);
                place(c, i, end, &mut names);
                i = end.max(i + 1);
            }
            Head::Organisation => {
                names.parties.add(c, &found);
                // What stands inside may name others: رئيس, places.
                i = found.sense.map_or(i + 1, |_| first_end(c, i)).max(i + 1);
            }
            _ => {
                if class.any(Class::PLACE) {
                    place(c, i, i + 1, &mut names);
                }
                i = first_end(c, i).max(i + 1);
            }
        }
    }
    names.mentions = mention::mentions(c);
    names
}

/// The end of the longest named match at a token.
fn first_end(c: &Classes, i: usize) -> usize {
    use crate::lexicon::table::Table::*;
    c.l.matches
        .at(i)
        .iter()
        .filter(|m| matches!(m.sense.table, Bodies | Outlets | Groups | OrgHeads | Titles | Sources | Countries | Cities))
        .map(|m| m.end())
        .max()
        .unwrap_or(i + 1)
}

fn place(c: &Classes, first: usize, end: usize, names: &mut Names) {
    /// How many places are looked through for an earlier mention; keeps long texts linear.
    const MEMORY: usize = 160;
    let name = party::name_text(c, first..end);
    let span = name_span(c, first..end);
    match names.places.iter_mut().rev().take(MEMORY).find(|(n, _)| *n == name) {
        Some((_, mentions)) => mentions.push(span),
        None => names.places.push((name, vec![span])),
    }
}
