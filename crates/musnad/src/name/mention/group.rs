//! Whose mentions are these? The names of a text, joined to persons, organisations and places.

use rustc_hash::FxHashMap;

use crate::class::Classes;
use crate::fold::fold_into;
use crate::lexicon::table::Table;
use crate::name::mention::Mention;
use crate::name::party::Parties;
use crate::name::phrase::Head;
use crate::record::PartyKind;
use crate::text::{Span, slice};

/// A person, organisation or place with all its mentions.
#[derive(Clone, Debug)]
pub struct Named {
    /// The fullest name in the text.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Titles and roles told of it.
    pub roles: Vec<String>,
    /// All mentions, in order.
    pub mentions: Vec<Span>,
}

/// The parties of a text while they are gathered.
#[derive(Default)]
struct Groups {
    list: Vec<Named>,
    /// By what it is and the folded name.
    by_name: [FxHashMap<String, usize>; 3],
    /// By the row of the tables.
    by_row: FxHashMap<(Table, u32), usize>,
    /// Persons by the last word of their names.
    by_surname: FxHashMap<String, usize>,
    /// The folded name at hand, in one buffer for all.
    key: String,
}

/// Joins the mentions of one party, and adds what the phrases of sources told: roles, and organisations that are described rather than named.
pub fn group(c: &Classes, mentions: &[Mention], parties: &Parties) -> Vec<Named> {
    let mut groups = Groups::default();
    // Where each mention stands, and its party; in order.
    let mut placed: Vec<(Span, usize)> = Vec::with_capacity(mentions.len());
    for m in mentions {
        let span = m.span(c.l);
        let id = groups.add(c, m, span);
        placed.push((span, id));
    }
    let at = |span: &Span| {
        let first = placed.partition_point(|(s, _)| s.end <= span.start);
        placed.get(first).filter(|(s, _)| s.start < span.end)
    };
    for party in &parties.list {
        let named = party.mentions.iter().find_map(|m| at(m).filter(|(_, id)| groups.list.get(*id).is_some_and(|g| matches(g.kind, party.head))));
        match named {
            Some(&(_, id)) => {
                if let Some(group) = groups.list.get_mut(id) {
                    group.roles.extend(party.role_names.iter().filter(|r| !group.roles.contains(r)).cloned().collect::<Vec<_>>());
                }
            }
            // اللجنة، شرطة المدينة: an organisation by a description.
            None if party.head == Head::Organisation && party.mentions.iter().all(|m| at(m).is_none()) => {
                groups.list.push(Named { name: party.name.clone(), kind: PartyKind::Organisation, roles: Vec::new(), mentions: party.mentions.clone() });
            }
            None => {}
        }
    }
    groups.list.sort_by_key(|g| g.mentions.first().map(|m| m.start));
    groups.list
}

fn matches(kind: PartyKind, head: Head) -> bool {
    match head {
        Head::Person => kind == PartyKind::Person,
        _ => kind == PartyKind::Organisation,
    }
}

impl Groups {
    fn add(&mut self, c: &Classes, m: &Mention, span: Span) -> usize {
        let name = slice(c.l.text, span);
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        name.chars().for_each(|c| fold_into(c, &mut key));
        let row = m.sense.filter(|s| {
            m.kind != PartyKind::Person
                && matches!(s.table, Table::Bodies | Table::Outlets | Table::Groups | Table::Countries | Table::Cities | Table::Regions)
                && m.rule != "name/team"
        });
        let surname = (m.kind == PartyKind::Person).then(|| key.rsplit(' ').next().unwrap_or(""));
        let told = self.by_name.get(m.kind as usize).and_then(|names| names.get(&key)).copied();
        let known = told
            .or_else(|| row.and_then(|s| self.by_row.get(&(s.table, s.row)).copied()))
            .or_else(|| surname.and_then(|s| self.by_surname.get(s).copied()).filter(|&id| self.alike(id, &key)));
        let id = known.unwrap_or_else(|| {
            self.list.push(Named { name: name.to_owned(), kind: m.kind, roles: Vec::new(), mentions: Vec::new() });
            self.list.len() - 1
        });
        if let Some(group) = self.list.get_mut(id) {
            group.mentions.push(span);
            if name.len() > group.name.len() {
                group.name = name.to_owned();
            }
        }
        if told.is_none()
            && let Some(names) = self.by_name.get_mut(m.kind as usize)
        {
            names.insert(key.clone(), id);
        }
        if let Some(s) = row {
            self.by_row.entry((s.table, s.row)).or_insert(id);
        }
        if let Some(s) = surname {
            match self.by_surname.get_mut(s) {
                Some(before) => *before = id,
                None => {
                    self.by_surname.insert(s.to_owned(), id);
                }
            }
        }
        self.key = key;
        id
    }

    /// Whether a name is the other's surname, or the other this one's: two full names that differ are two persons.
    fn alike(&self, id: usize, key: &str) -> bool {
        self.list.get(id).is_some_and(|g| !key.contains(' ') || !g.name.contains(' '))
    }
}
