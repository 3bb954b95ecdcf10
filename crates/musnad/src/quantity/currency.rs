//! Which money? A currency's ISO code, by its name, by what was told before it, or by a country.

use super::unit::Unit;
use crate::Layers;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::number::Number;
use crate::number::words::Words;
use crate::text::slice;
use crate::token::{Gap, Punct, fold};

/// `$20`, `20$`, `20 €`.
pub(super) fn sign(number: &Number, words: &Words) -> Option<Unit> {
    let tokens = &words.layers.tokens;
    let before = number.first.checked_sub(1).filter(|_| tokens.gap(number.first) != Gap::Line);
    let after = (tokens.gap(number.end) != Gap::Line).then_some(number.end);
    let at = [before, after].into_iter().flatten().find(|&i| tokens.is(i, Punct::Currency))?;
    let iso = match slice(words.layers.text, tokens.span(at)) {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "₪" => "ILS",
        "₺" => "TRY",
        "﷼" => "SAR",
        _ => return None,
    };
    Some(Unit { name: Some(iso.to_owned()), span: tokens.span(at), low: None, rule: "quantity/money-sign", sense: None })
}

/// What tells a bare دينار، ريال، جنيه.
pub(super) struct Countries<'a> {
    layers: &'a Layers<'a>,
    /// The codes that the article has told in full so far, the newest last.
    told: Vec<&'static str>,
    /// The outlet's country, as a row id of the countries; looked up when first needed.
    outlet: Option<&'static str>,
    /// The countries that the article names, in order; looked up when first needed.
    named: Option<Vec<&'static str>>,
}

impl<'a> Countries<'a> {
    pub fn new(layers: &'a Layers<'a>) -> Countries<'a> {
        Countries { layers, told: Vec::new(), outlet: None, named: None }
    }

    /// The ISO code of a currency's mention: told by the nation beside it, by its name, by the same currency told in full before, by the outlet's country, or by the
    /// only country of that currency that the article names.
    pub fn iso(&mut self, m: &Match, nation: Option<&Match>) -> Option<&'static str> {
        let lexicon = self.layers.lexicon;
        let currency = lexicon.currencies.get(m.sense.row as usize)?;
        if let Some(nation) = nation {
            let country = lexicon.rows(Table::Countries).id(nation.sense.row as usize);
            // Of a name that one code has to itself the nation tells another currency: دولار كندي is a row of its own.
            let iso =
                currency.countries.iter().find(|(c, _)| *c == country).map(|&(_, iso)| iso).or_else(|| Some(currency.iso).filter(|iso| !iso.is_empty()))?;
            self.told.push(iso);
            return Some(iso);
        }
        if !currency.iso.is_empty() {
            self.told.push(currency.iso);
            return Some(currency.iso);
        }
        let of = |country: &str| currency.countries.iter().find(|(c, _)| *c == country).map(|&(_, iso)| iso);
        if let Some(iso) = self.told.iter().rev().find(|iso| currency.countries.iter().any(|(_, i)| i == *iso)) {
            return Some(iso);
        }
        if let Some(iso) = of(self.outlet()) {
            return Some(iso);
        }
        let mut found = self.named().iter().filter_map(|c| of(c));
        let first = found.next()?;
        found.all(|iso| iso == first).then_some(first)
    }

    fn outlet(&mut self) -> &'static str {
        let layers = self.layers;
        self.outlet.get_or_insert_with(|| outlet_country(layers).unwrap_or(""))
    }

    fn named(&mut self) -> &[&'static str] {
        let layers = self.layers;
        self.named.get_or_insert_with(|| {
            let rows = layers.lexicon.rows(Table::Countries);
            let mut list: Vec<u32> = layers.matches.iter().filter(|m| m.sense.table == Table::Countries).map(|m| m.sense.row).collect();
            list.sort_unstable();
            list.dedup();
            list.into_iter().map(|row| rows.id(row as usize)).collect()
        })
    }
}

/// The country of the article's outlet, by the outlet's id or one of its names.
fn outlet_country(layers: &Layers) -> Option<&'static str> {
    let outlet = fold(layers.article.outlet.trim());
    if outlet.is_empty() {
        return None;
    }
    let id: String = outlet.chars().filter(char::is_ascii_alphanumeric).collect();
    let rows = layers.lexicon.rows(Table::Outlets);
    let same = |row: &usize| rows.id(*row).replace('-', "") == id || rows.list(*row, "ar").chain(rows.list(*row, "variants")).any(|name| fold(name) == outlet);
    // okaz for an outlet that calls itself "Okaz newspaper", as long as only one begins so.
    let begins =
        |row: &usize| id.len() >= 5 && id.starts_with(&rows.id(*row).replace('-', "")) || (id.len() >= 6 && rows.id(*row).replace('-', "").starts_with(&id));
    let row = (0..rows.len()).find(same).or_else(|| {
        let mut all = (0..rows.len()).filter(begins);
        let first = all.next()?;
        all.next().is_none().then_some(first)
    })?;
    Some(rows.cell(row, "country"))
}
