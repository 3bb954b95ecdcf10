//! What is written out: `musnad.record/1`, the only type that leaves the reader.
//!
//! Offsets are Unicode code points into `text`, end exclusive; a span never begins or ends with white space.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::lexicon::reporting::Act;

/// The name and version of the format.
pub const SCHEMA: &str = "musnad.record/1";

/// A stretch of `text`: code points `[start, end)`.
pub type Offsets = [u32; 2];

/// One article and what it reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The article's id: as given, or the hash of its text.
    pub id: String,
    /// The outlet that printed it.
    #[serde(default)]
    pub outlet: String,
    /// Its address.
    #[serde(default)]
    pub url: String,
    /// Its byline.
    #[serde(default)]
    pub author: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// The day it is dated, `2021-12-09`; null when not told: relative times are then not resolved.
    pub published: Option<String>,
    /// The text as it was given.
    pub text: String,
    /// What sources are reported to have said.
    pub statements: Vec<Statement>,
    /// Expressions of time.
    pub times: Vec<Time>,
    /// Counted and measured things.
    pub quantities: Vec<Quantity>,
    /// What parties bound themselves to do.
    pub commitments: Vec<Commitment>,
    /// Persons, organisations and places of this article.
    #[serde(default)]
    pub parties: Vec<Party>,
    /// Proper names of persons, organisations and places in running text.
    #[serde(default)]
    pub names: Vec<Name>,
    /// What the reader could not resolve or did not read.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Layers that the caller asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layers: Option<Layers>,
    /// What read it.
    #[serde(default)]
    pub reader: Reader,
    /// BLAKE3 of the text's bytes, hexadecimal.
    #[serde(default)]
    pub input: String,
}

/// Program and lexicon versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reader {
    /// The library's version.
    pub musnad: String,
    /// The lexicon's version.
    pub lexicon: String,
}

/// The rule and the lexicon rows behind an annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The rule: `quote/verb-clause`.
    pub rule: Cow<'static, str>,
    /// The rows: `cue/qala`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<String>,
}

/// How a statement's words stand in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StatementType {
    /// In quote marks.
    Direct,
    /// Reported without marks.
    Indirect,
    /// Reported, part of it in marks.
    Mixed,
    /// An embedded post.
    Embed,
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A named person.
    Person,
    /// A body, state, outlet, company.
    Organisation,
    /// A plural of people.
    Group,
    /// A document whose issuer is not told.
    Document,
    /// A source of which the role alone is told.
    Unnamed,
}

/// Something said, written or announced, on somebody's word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// The words attributed, in one or more spans.
    pub content: Vec<Offsets>,
    /// How they stand there.
    #[serde(rename = "type")]
    pub kind: StatementType,
    /// The reporting word or phrase; null for a headline colon or an embed.
    pub cue: Option<Offsets>,
    /// What the source does by saying it.
    pub act: Act,
    /// To whom it is attributed.
    pub speaker: Speaker,
    /// The sources between the article and the speaker, outermost first.
    pub via: Vec<Link>,
    /// Where it was said: `تويتر`, `مؤتمر صحفي`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<String>,
    /// When it was said: the value of a time beside the cue, or an embed's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_on: Option<String>,
    /// To whom it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// The handle of an embedded post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The cue is negated (لم يقل إن).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Why.
    #[serde(default)]
    pub evidence: Evidence,
}

/// The source of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// The fullest name that the article gives it, without titles.
    pub name: String,
    /// What kind of source.
    pub kind: Kind,
    /// The noun phrase at this cue; null when the cue has no subject of its own.
    pub mention: Option<Offsets>,
}

/// A source that relays another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The fullest name that the article gives it.
    pub name: String,
    /// What kind of source.
    pub kind: Kind,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A day or something longer.
    Date,
    /// A part of a day or a clock time.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// TIMEX3 modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "TIMEX3's own names")]
pub enum TimeMod {
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrMore,
    EqualOrLess,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Time {
    /// The expression, without its preposition.
    pub span: Offsets,
    /// Its TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// Its TIMEX3 value.
    pub value: String,
    /// Its TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<TimeMod>,
    /// Why.
    #[serde(default)]
    pub evidence: Evidence,
}

/// How exact a number is told to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Modifier {
    #[default]
    Exact,
    Approx,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
}

/// A counted or measured thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// From the number to the counted noun.
    pub span: Offsets,
    /// The number in full.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// `%`, an ISO 4217 code, or the counted noun as it stands.
    pub unit: Option<String>,
    /// How exact.
    pub modifier: Modifier,
    /// Why.
    #[serde(default)]
    pub evidence: Evidence,
}

/// How a party is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CommitmentKind {
    /// The party's own word.
    Promise,
    /// An announced intention or schedule.
    Plan,
    /// Agreed between parties.
    Agreement,
    /// An authority's binding decision.
    Order,
}

/// What a party bound itself to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Commitment {
    /// The clause that tells the act.
    pub content: Vec<Offsets>,
    /// The party that is to act.
    pub promisor: Option<String>,
    /// How it is bound.
    pub kind: CommitmentKind,
    /// TIMEX3 value of the time by which or at which it is due.
    pub deadline: Option<String>,
    /// Why.
    #[serde(default)]
    pub evidence: Evidence,
}

/// What a party of the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PartyKind {
    Person,
    Organisation,
    Place,
    /// A source that is told by its role alone.
    Unnamed,
}

/// What a source without a name is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it; docs/record.md has examples")]
pub enum SourceRole {
    Official,
    Political,
    Diplomatic,
    Military,
    Security,
    Judicial,
    Medical,
    Expert,
    Business,
    Religious,
    Media,
    Activist,
    Eyewitness,
    Relative,
    Local,
    #[default]
    Other,
}

/// A person, organisation or place with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// The fullest name in the article, without titles.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Titles and roles told of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// What a source without a name is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceRole>,
    /// What is told of why it has no name, as it stands in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unnamed_because: Option<String>,
    /// Every mention, in order.
    pub mentions: Vec<Offsets>,
}

/// A proper name in running text, without titles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// The name, attached و, ب, ل, ك left out.
    pub span: Offsets,
    /// What it names.
    pub kind: PartyKind,
    /// Why.
    #[serde(default)]
    pub evidence: Evidence,
}

/// Something that the reader could not resolve, or left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// What it is about, as a word: `speaker-unknown`, `broken-utf8`.
    pub code: String,
    /// A sentence for a person.
    pub message: String,
    /// The place in the text, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Offsets>,
}

/// Layers of the reader that are not part of the record proper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Layers {
    /// Tokens with their keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<TokenLayer>>,
    /// Sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<SpanLayer>>,
    /// Numbers in digits and words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Vec<NumberLayer>>,
}

/// A token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TokenLayer {
    /// Where it stands.
    pub span: Offsets,
    /// Its folded form.
    pub key: String,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SpanLayer {
    /// Where it stands.
    pub span: Offsets,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NumberLayer {
    /// Where it stands.
    pub span: Offsets,
    /// What it comes to.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}
