//! `musnad eval`: how well do records agree with annotated ones?

mod fold;
mod marked;
mod ner;
mod report;
mod score;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use musnad::lexicon::Lexicon;
use rayon::prelude::*;

use crate::{Outcome, read};
use marked::Marked;
use score::Tally;

/// Which errors to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Errors {
    Statements,
    Speakers,
    Times,
    Quantities,
    Commitments,
    Names,
}

/// Prints the figures of a system's records, or of the reader's own, against the gold records.
pub fn run(gold: &Path, system: Option<&Path>, by_outlet: bool, errors: Option<Errors>, json: bool) -> Result<Outcome> {
    let gold = load(gold)?;
    let system = match system {
        Some(path) => load(path)?,
        None => gold.par_iter().map(own).collect::<Result<Vec<_>>>()?,
    };
    let system: BTreeMap<&str, &Marked> = system.iter().map(|r| (r.id.as_str(), r)).collect();
    let absent = gold.iter().filter(|g| !system.contains_key(g.id.as_str())).count();
    let mut groups: Vec<(String, Tally)> = Vec::new();
    let mut listed = Vec::new();
    for g in &gold {
        // An article that was not read counts as read with nothing found.
        let nothing = Marked { text: g.text.clone(), ..Marked::default() };
        let s = system.get(g.id.as_str()).copied().unwrap_or(&nothing);
        if s.text != g.text {
            bail!("{}: the system's text differs from the gold text; offsets would not compare", g.id);
        }
        let tally = score::article(g, s, errors, &mut listed);
        let outlet = g.outlet.as_deref().filter(|o| !o.is_empty()).unwrap_or("-");
        for name in if by_outlet { vec!["all", outlet] } else { vec!["all"] } {
            match groups.iter_mut().find(|(n, _)| n == name) {
                Some((_, sum)) => sum.join(&tally),
                None => groups.push((name.to_owned(), tally.clone())),
            }
        }
    }
    let mut page: String = listed.iter().map(|e| format!("{e}\n")).collect();
    for (name, tally) in &groups {
        page += &if json { report::json(name, tally, gold.len(), absent)? } else { report::table(name, tally, gold.len(), absent) };
    }
    read::print(&page).context("the figures could not be written")?;
    Ok(Outcome { found: true, failed: false })
}

/// Prints the figures of the reader's names against a file of tagged tokens.
pub fn names(file: &Path, errors: bool, json: bool) -> Result<Outcome> {
    read::print(&ner::page(file, Lexicon::standard(), errors, json)?).context("the figures could not be written")?;
    Ok(Outcome { found: true, failed: false })
}

/// The reader's own record of a gold article.
fn own(gold: &Marked) -> Result<Marked> {
    let article = musnad::Article {
        id: &gold.id,
        outlet: gold.outlet.as_deref().unwrap_or(""),
        url: gold.url.as_deref().unwrap_or(""),
        author: gold.author.as_deref().unwrap_or(""),
        title: gold.title.as_deref().unwrap_or(""),
        published: gold.published.as_deref(),
        text: &gold.text,
    };
    let record = musnad::read(&article, Lexicon::standard());
    Ok(serde_json::from_value(serde_json::to_value(record)?)?)
}

/// A JSON list of records, or one record a line.
fn load(path: &Path) -> Result<Vec<Marked>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: the records could not be read", path.display()))?;
    let text = text.trim();
    if text.starts_with('[') {
        return serde_json::from_str(text).with_context(|| format!("{}: no list of records", path.display()));
    }
    let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    lines.map(|(n, line)| serde_json::from_str(line).with_context(|| format!("{}:{}: no record", path.display(), n + 1))).collect()
}
