//! Known by the last name: a word that no table tells for a name, where the article names that person in full.

use crate::class::{Class, Classes};
use crate::lexicon::table::Table;
use crate::name::Names;
use crate::name::party::bare;
use crate::name::phrase::Head;

/// Marks the last names of the article's persons where somebody is expected: behind a reporting word, an attribution or a title.
pub(crate) fn mark(c: &mut Classes, names: &Names) {
    /// Longer lists are looked through no further; keeps texts of very many names linear.
    const PERSONS: usize = 2000;
    let persons = names.parties.list.iter().take(PERSONS).filter(|p| p.head == Head::Person);
    let mut last: Vec<&str> = persons.filter_map(|p| p.surname()).collect();
    if last.is_empty() {
        return;
    }
    last.sort_unstable();
    last.dedup();
    let expected = Class::CUE.or(Class::ATTRIBUTION).or(Class::TITLE);
    for i in 1..c.l.tokens.len() {
        if c.is(i - 1, expected) && !c.line_start(i) && may_be(c, i) && last.binary_search(&bare(c.key(i))).is_ok() {
            c.mark_surname(i);
        }
    }
}

/// Not where the word is known as something else that speaks: a place, a body, an office.
fn may_be(c: &Classes, i: usize) -> bool {
    let other = Class::PERSON.or(Class::PLACE).or(Class::ORGANISATION).or(Class::NATIONALITY).or(Class::PREPOSITION).or(Class::COMPLEMENTISER).or(Class::TIME);
    let office = |row: &crate::morph::Match| row.sense.table == Table::Titles && !matches!(c.lexicon().class(row.sense), "profession" | "relation");
    c.is_word(i) && !c.is(i, other) && !c.l.matches.at(i).iter().any(office)
}
