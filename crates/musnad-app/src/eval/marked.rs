//! A record as the comparison sees it: lenient, so that the records of any system can be measured.

use std::collections::BTreeSet;

use musnad::record::Offsets;
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};

use super::fold::counts;

/// An article with what was marked in it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Marked {
    pub id: String,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub author: Option<String>,
    pub title: Option<String>,
    pub published: Option<String>,
    pub text: String,
    pub statements: Vec<Statement>,
    pub times: Vec<Time>,
    pub quantities: Vec<Quantity>,
    pub commitments: Vec<Commitment>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Statement {
    pub content: Vec<Offsets>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub cue: Option<Offsets>,
    pub act: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub speaker: Speaker,
    #[serde(deserialize_with = "or_default")]
    pub via: Vec<Speaker>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Speaker {
    pub name: Option<String>,
    pub kind: Option<String>,
    pub mention: Option<Offsets>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Time {
    pub span: Offsets,
    pub value: Option<String>,
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Quantity {
    pub span: Offsets,
    pub value: Option<Number>,
    pub high: Option<Number>,
    pub unit: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Commitment {
    pub content: Vec<Offsets>,
    pub promisor: Option<String>,
    pub deadline: Option<String>,
}

fn or_default<'de, D: Deserializer<'de>, T: Default + serde::de::DeserializeOwned>(deserializer: D) -> Result<T, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(T::default()),
        value => serde_json::from_value(value).map_err(serde::de::Error::custom),
    }
}

/// The code points of a text at which a letter or digit stands, below some spans.
pub fn positions(text: &[char], spans: &[Offsets]) -> BTreeSet<u32> {
    let within = |&[start, end]: &Offsets| start..end.min(text.len() as u32);
    spans.iter().flat_map(within).filter(|&i| text.get(i as usize).is_some_and(|&c| counts(c))).collect()
}

/// The words of spans, as error lists show them.
pub fn show(text: &[char], spans: &[Offsets]) -> String {
    let words = |&[start, end]: &Offsets| {
        let line = text.get(start as usize..(end as usize).min(text.len())).unwrap_or(&[]);
        line.iter().map(|&c| if c == '\n' { '⏎' } else { c }).collect::<String>()
    };
    spans.iter().map(words).collect::<Vec<_>>().join(" … ")
}

/// A number as Python prints it: `3.0` stays `3.0`, `3` stays `3`.
pub fn number(n: Option<&Number>) -> String {
    n.map_or("None".to_owned(), Number::to_string)
}
