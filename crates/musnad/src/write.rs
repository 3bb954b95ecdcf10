//! From the reader's layers to the record: the one place where byte spans become code points.

use crate::commitment::Commitment;
use crate::lexicon::Lexicon;
use crate::name::Names;
use crate::name::mention::Mention;
use crate::note::Note;
use crate::number::Number;
use crate::quantity::Quantity;
use crate::quote::{Statement, Unnamed};
use crate::record::{self, Record};
use crate::text::{CodePoints, Span};
use crate::time::Time;
use crate::{Extra, Layers};

/// Puts the record together.
#[expect(clippy::too_many_arguments, reason = "one argument a layer: this is where they meet")]
pub(crate) fn record(
    layers: &Layers,
    extra: Extra,
    numbers: Vec<Number>,
    times: Vec<Time>,
    quantities: Vec<Quantity>,
    names: Names,
    statements: Vec<Statement>,
    unnamed: Vec<Unnamed>,
    commitments: Vec<Commitment>,
    notes: Vec<Note>,
) -> Record {
    let article = layers.article;
    let points = CodePoints::new(layers.text);
    let hash = blake3::hash(article.text.as_bytes()).to_hex().to_string();
    let lexicon: &Lexicon = layers.lexicon;
    let spans = |list: &[Span]| list.iter().map(|&s| points.span(s)).collect::<Vec<_>>();

    let named = proper_names(layers, &names, &points);
    Record {
        schema: record::SCHEMA.to_owned(),
        id: if article.id.is_empty() { hash.get(..16).unwrap_or(&hash).to_owned() } else { article.id.to_owned() },
        outlet: article.outlet.to_owned(),
        url: article.url.to_owned(),
        author: article.author.to_owned(),
        title: article.title.to_owned(),
        published: article.published.map(str::to_owned),
        text: layers.text.to_owned(),
        statements: statements
            .into_iter()
            .map(|s| record::Statement {
                content: spans(&s.content),
                kind: s.kind,
                cue: s.cue.map(|c| points.span(c)),
                act: s.act,
                speaker: record::Speaker { name: s.speaker, kind: s.speaker_kind, mention: s.mention.map(|m| points.span(m)) },
                via: s.via.into_iter().map(|(name, kind)| record::Link { name, kind }).collect(),
                medium: s.medium,
                said_on: s.said_on,
                addressee: s.addressee,
                handle: s.handle,
                negated: s.negated,
                evidence: s.evidence.record(lexicon),
            })
            .collect(),
        times: times
            .into_iter()
            .map(|t| record::Time { span: points.span(t.span), kind: t.kind, value: t.value, modifier: t.modifier, evidence: t.evidence.record(lexicon) })
            .collect(),
        quantities: quantities
            .into_iter()
            .map(|q| record::Quantity {
                span: points.span(q.span),
                value: q.value,
                high: q.high,
                unit: q.unit,
                modifier: q.modifier,
                evidence: q.evidence.record(lexicon),
            })
            .collect(),
        commitments: commitments
            .into_iter()
            .map(|c| record::Commitment {
                content: spans(&c.content),
                promisor: c.promisor,
                kind: c.kind,
                deadline: c.deadline,
                evidence: c.evidence.record(lexicon),
            })
            .collect(),
        names: named,
        parties: parties(layers, names, unnamed, &points),
        notes: notes
            .into_iter()
            .map(|n| record::Note { code: n.code.word().to_owned(), message: n.code.message().to_owned(), span: n.span.map(|s| points.span(s)) })
            .collect(),
        layers: (extra != Extra::default()).then(|| record::Layers {
            tokens: extra.tokens.then(|| {
                layers.tokens.iter().enumerate().map(|(i, t)| record::TokenLayer { span: points.span(t.span), key: layers.tokens.key(i).to_owned() }).collect()
            }),
            sentences: extra.sentences.then(|| {
                layers.sentences.list.iter().map(|s| record::SpanLayer { span: points.span(layers.tokens.cover(s.tokens.start, s.tokens.end)) }).collect()
            }),
            numbers: extra.numbers.then(|| numbers.iter().map(|n| record::NumberLayer { span: points.span(n.span), value: n.value, high: n.high }).collect()),
        }),
        reader: record::Reader { musnad: env!("CARGO_PKG_VERSION").to_owned(), lexicon: musnad_lexicon::VERSION.to_owned() },
        input: hash,
    }
}

/// Proper names in the order of the text.
fn proper_names(layers: &Layers, names: &Names, points: &CodePoints) -> Vec<record::Name> {
    let name = |m: &Mention| record::Name {
        span: points.span(m.span(layers)),
        kind: m.kind,
        evidence: record::Evidence { rule: m.rule.into(), rows: m.sense.map(|s| layers.lexicon.row_name(s.table, s.row)).into_iter().collect() },
    };
    names.mentions.iter().map(name).collect()
}

/// Persons, organisations, places and sources without a name in order of their first mention.
fn parties(layers: &Layers, names: Names, unnamed: Vec<Unnamed>, points: &CodePoints) -> Vec<record::Party> {
    let spans = |mentions: Vec<Span>| mentions.into_iter().map(|m| points.span(m)).collect();
    let party = |name, kind, roles, mentions| record::Party { name, kind, roles, source: None, unnamed_because: None, mentions: spans(mentions) };
    let named = names.named.into_iter().map(|n| party(n.name, n.kind, n.roles, n.mentions));
    let sources = unnamed.into_iter().map(|u| record::Party {
        source: Some(u.role),
        unnamed_because: u.because.map(|span| crate::text::slice(layers.text, span).to_owned()),
        ..party(u.name, record::PartyKind::Unnamed, Vec::new(), u.mentions)
    });
    let mut all: Vec<_> = named.chain(sources).collect();
    all.sort_by_key(|p| p.mentions.first().copied());
    all
}
