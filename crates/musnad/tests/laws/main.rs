//! The laws of the library (ARCHITECTURE.md, invariants): they hold for any text at all, and for the lexicon that ships. [`seed`] holds the founding report.
#![allow(
    clippy::disallowed_methods,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::panic,
    reason = "tests read files and cut texts at known places; the library may not"
)]

mod any_text;
mod check;
mod cost;
mod hostile;
mod letters;
mod lexicon;
mod real;
mod seed;
