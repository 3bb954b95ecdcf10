//! What Musnad knows about Arabic, as tables. Data only: parsing, inflection and look-up live in the `musnad` crate.

/// Every table: its name and its text (TSV with a header line; see `lexicon/README.md`).
pub const TABLES: &[(&str, &str)] = &[
    ("patterns", include_str!("../tables/patterns.tsv")),
    ("reporting", include_str!("../tables/reporting.tsv")),
    ("attribution", include_str!("../tables/attribution.tsv")),
    ("speech_nouns", include_str!("../tables/speech_nouns.tsv")),
    ("verbs", include_str!("../tables/verbs.tsv")),
    ("masdars", include_str!("../tables/masdars.tsv")),
    ("commitments", include_str!("../tables/commitments.tsv")),
    ("completions", include_str!("../tables/completions.tsv")),
    ("function_words", include_str!("../tables/function_words.tsv")),
    ("countries", include_str!("../tables/countries.tsv")),
    ("cities", include_str!("../tables/cities.tsv")),
    ("regions", include_str!("../tables/regions.tsv")),
    ("place_heads", include_str!("../tables/place_heads.tsv")),
    ("given_names", include_str!("../tables/given_names.tsv")),
    ("family_names", include_str!("../tables/family_names.tsv")),
    ("bodies", include_str!("../tables/bodies.tsv")),
    ("outlets", include_str!("../tables/outlets.tsv")),
    ("groups", include_str!("../tables/groups.tsv")),
    ("org_heads", include_str!("../tables/org_heads.tsv")),
    ("titles", include_str!("../tables/titles.tsv")),
    ("office_complements", include_str!("../tables/office_complements.tsv")),
    ("sources", include_str!("../tables/sources.tsv")),
    ("source_adjectives", include_str!("../tables/source_adjectives.tsv")),
    ("units", include_str!("../tables/units.tsv")),
    ("currencies", include_str!("../tables/currencies.tsv")),
    ("numbers", include_str!("../tables/numbers.tsv")),
    ("number_modifiers", include_str!("../tables/number_modifiers.tsv")),
    ("number_changes", include_str!("../tables/number_changes.tsv")),
    ("number_contexts", include_str!("../tables/number_contexts.tsv")),
    ("counted_nouns", include_str!("../tables/counted_nouns.tsv")),
    ("abbreviations", include_str!("../tables/abbreviations.tsv")),
];

/// The lexicon's version: it changes with every change of a table that changes what is read.
pub const VERSION: &str = "2026.11.1";
