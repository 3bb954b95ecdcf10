//! Who and where? Mentions of persons, organisations and places, and the parties that they belong to.

mod clause;
mod continuation;
mod extent;
pub mod mention;
pub mod party;
mod person;
pub mod phrase;
pub(crate) mod surname;

use crate::class::{Class, Classes};
use crate::token::Punct;
use party::Parties;
use phrase::{Head, Joint, phrase};

/// The names of a text.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Persons and organisations with all their mentions.
    pub parties: Parties,
    /// Proper names in running text.
    pub mentions: Vec<mention::Mention>,
    /// Persons, organisations and places by name, with all their mentions.
    pub named: Vec<mention::group::Named>,
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
            Head::Organisation if class.any(Class::PLACE) && !class.any(Class::ORGANISATION) => i = place_end(c, i).max(i + 1),
            Head::Organisation => {
                names.parties.add(c, &found);
                // What stands inside may name others: رئيس, places.
                i = found.sense.map_or(i + 1, |_| first_end(c, i)).max(i + 1);
            }
            _ => i = first_end(c, i).max(i + 1),
        }
    }
    names.mentions = mention::mentions(c);
    names.named = mention::group::group(c, &names.mentions, &names.parties);
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

/// The end of the longest match at a place.
fn place_end(c: &Classes, i: usize) -> usize {
    use crate::lexicon::table::Table;
    c.l.matches.at(i).iter().filter(|m| m.sense.table != Table::FunctionWords).map(|m| m.end()).max().unwrap_or(i + 1)
}
