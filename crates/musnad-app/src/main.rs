//! The `musnad` command: what a person types, and the exit code that follows.
//!
//! 0 something was found, 1 nothing was found, 2 an error (it is told on stderr; the rest was still done).

mod bidi;
mod eval;
mod explain;
mod intake;
mod labels;
mod progress;
mod read;
mod rules;
mod view;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand, ValueEnum};
use musnad::Extra;

use crate::explain::{Kind, Target};
use crate::labels::Lang;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reads Arabic news and keeps the record: who said what, on whose word, by when.
#[derive(Parser)]
#[command(name = "musnad", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Colours: auto shows them on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Reads articles: plain text (its first line is the title), JSONL or a JSON array of articles
    Read(ReadArgs),
    /// Tells why something in an article was marked, or what the reader knows about its words
    Explain(ExplainArgs),
    /// Compares records with annotated ones and prints the figures
    Eval(EvalArgs),
    /// Prints the JSON Schema of the record
    Schema,
}

#[derive(Args)]
struct ReadArgs {
    /// Files or folders; `-` or nothing for standard input
    paths: Vec<PathBuf>,
    /// One record a line, as JSON
    #[arg(long)]
    json: bool,
    /// The day of articles that do not tell theirs, as 2024-03-05: relative times are measured from it
    #[arg(long, value_name = "DATE", value_parser = day)]
    published: Option<String>,
    /// The outlet of articles that do not tell theirs
    #[arg(long, value_name = "NAME", default_value = "")]
    outlet: String,
    /// Statements in full, not shortened to the width of the terminal
    #[arg(long)]
    full: bool,
    /// The language of the labels; LANG chooses when it is left out
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Inner layers to put into the records
    #[arg(long, value_enum, value_delimiter = ',', value_name = "LAYER,…")]
    layers: Vec<Layer>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layer {
    Numbers,
    Tokens,
    Sentences,
}

#[derive(Args)]
struct ExplainArgs {
    /// The file: plain text, JSONL or a JSON array; `-` for standard input
    file: PathBuf,
    /// The words in question, as with --at
    #[arg(conflicts_with = "target")]
    words: Option<String>,
    #[command(flatten)]
    target: TargetArgs,
    /// The article in a file of several: its line, or its id
    #[arg(long, value_name = "LINE|ID")]
    article: Option<String>,
    /// The names of rules, the rows of the lexicon and the readings too
    #[arg(long)]
    rules: bool,
    /// The day of articles that do not tell theirs
    #[arg(long, value_name = "DATE", value_parser = day)]
    published: Option<String>,
    /// The outlet of articles that do not tell theirs
    #[arg(long, value_name = "NAME", default_value = "")]
    outlet: String,
    /// The language of the explanation; LANG chooses when it is left out
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// What is to be explained; without any of these an overview is given.
#[derive(Args)]
#[group(id = "target", multiple = false)]
struct TargetArgs {
    /// Whatever was marked at some words, whose spelling may vary (أحمد finds احمد), or at an offset in code points
    #[arg(long, value_name = "WORDS|OFFSET")]
    at: Option<String>,
    /// One statement by its number in the overview
    #[arg(long, value_name = "N", value_parser = number)]
    statement: Option<usize>,
    /// One time
    #[arg(long, value_name = "N", value_parser = number)]
    time: Option<usize>,
    /// One figure
    #[arg(long, value_name = "N", value_parser = number)]
    figure: Option<usize>,
    /// One commitment
    #[arg(long, value_name = "N", value_parser = number)]
    commitment: Option<usize>,
}

impl TargetArgs {
    fn target(self, words: Option<String>) -> Target {
        let one = |kind, number: Option<usize>| number.map(|n| Target::One(kind, n));
        one(Kind::Statement, self.statement)
            .or_else(|| one(Kind::Time, self.time))
            .or_else(|| one(Kind::Figure, self.figure))
            .or_else(|| one(Kind::Commitment, self.commitment))
            .or_else(|| self.at.or(words).map(Target::At))
            .unwrap_or(Target::Overview)
    }
}

#[derive(Args)]
struct EvalArgs {
    /// The annotated records: a JSON list or one record a line
    #[arg(required_unless_present = "ner")]
    gold: Option<PathBuf>,
    /// The records to be measured; without them the gold articles are read now
    system: Option<PathBuf>,
    /// Tagged tokens instead (IOB2: a token and its tag a line, a blank line between sentences): figures for PERS, ORG and LOC
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "by"])]
    ner: Option<PathBuf>,
    /// Figures for each group besides those for all
    #[arg(long, value_enum)]
    by: Option<Group>,
    /// Every error of one kind
    #[arg(long, value_enum, value_name = "KIND")]
    errors: Option<eval::Errors>,
    /// The figures as JSON, a group a line
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Group {
    Outlet,
}

/// What a command came to; `main` turns it into the exit code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Outcome {
    /// Something was found.
    found: bool,
    /// Something went wrong and was told.
    failed: bool,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
    }
    match run(cli.command) {
        Ok(Outcome { failed: true, .. }) => ExitCode::from(2),
        Ok(Outcome { found, .. }) => ExitCode::from(u8::from(!found)),
        // Whoever read our output has read enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Outcome> {
    match command {
        Command::Read(args) => {
            let options = read::Options {
                json: args.json,
                full: args.full,
                lang: args.lang.unwrap_or_else(Lang::of_environment),
                defaults: intake::Defaults { published: args.published, outlet: args.outlet },
                extra: Extra {
                    numbers: args.layers.contains(&Layer::Numbers),
                    tokens: args.layers.contains(&Layer::Tokens),
                    sentences: args.layers.contains(&Layer::Sentences),
                },
            };
            read::run(&args.paths, &options)
        }
        Command::Explain(args) => {
            let defaults = intake::Defaults { published: args.published, outlet: args.outlet };
            let options = explain::Options {
                target: args.target.target(args.words),
                article: args.article,
                technical: args.rules,
                defaults,
                lang: args.lang.unwrap_or_else(Lang::of_environment),
            };
            explain::run(&args.file, &options)
        }
        Command::Eval(args) => match (args.ner, args.gold) {
            (Some(file), _) => eval::names(&file, args.errors == Some(eval::Errors::Names), args.json),
            (None, Some(gold)) => eval::run(&gold, args.system.as_deref(), args.by.is_some(), args.errors, args.json),
            (None, None) => Ok(Outcome::default()),
        },
        Command::Schema => {
            let schema = serde_json::to_string_pretty(&schemars::schema_for!(musnad::record::Record))?;
            read::print(&format!("{schema}\n")).context("the schema could not be written")?;
            Ok(Outcome { found: true, failed: false })
        }
    }
}

/// A sentence for the person at the terminal, on stderr.
fn complain(message: &str) {
    anstream::eprintln!("musnad: {message}");
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}

fn number(value: &str) -> Result<usize, String> {
    match value.parse() {
        Ok(0) | Err(_) => Err("annotations are counted 1, 2, 3; `musnad explain FILE` lists them with their numbers".to_owned()),
        Ok(n) => Ok(n),
    }
}

fn day(value: &str) -> Result<String, String> {
    match value.parse::<jiff::civil::Date>() {
        Ok(day) => Ok(day.to_string()),
        Err(_) => Err("a day is written 2024-03-05".to_owned()),
    }
}
