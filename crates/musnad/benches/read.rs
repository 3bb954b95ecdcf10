//! Words a second on one core: the whole reader, and each of its layers on what the layers below it made.
//!
//! `cargo bench -p musnad`. Texts are those of `examples/`, repeated to about a megabyte.

#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "a benchmark reads files and stops at the first surprise")]

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use musnad::class::Classes;
use musnad::lexicon::Lexicon;
use musnad::{Article, Layers, commitment, morph, name, number, quantity, quote, read, sentence, time, token};

fn main() {
    Lexicon::standard();
    divan::main();
}

/// The examples one after another, as often as it takes to reach `bytes`.
fn news(bytes: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("examples/ is part of the project")
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|x| x == "txt"))
        .collect();
    files.sort();
    let once: String = files.iter().map(|f| std::fs::read_to_string(f).expect("an example is UTF-8") + "\n\n").collect();
    once.repeat(bytes / once.len() + 1)
}

fn words(text: &str) -> ItemsCount {
    ItemsCount::new(text.split_whitespace().count())
}

fn article(text: &str) -> Article<'_> {
    Article { published: Some("2024-03-05"), ..Article::of(text) }
}

fn layers<'a>(article: &'a Article<'a>) -> Layers<'a> {
    let lexicon = Lexicon::standard();
    let tokens = token::tokenize(article.text);
    let matches = morph::look_up(&tokens, lexicon);
    let sentences = sentence::split(&tokens, &matches, lexicon, false);
    Layers { article, text: article.text, lexicon, tokens, matches, sentences }
}

/// The article length at which readers are compared: about 3,000 bytes, as news articles are.
#[divan::bench]
fn articles(bencher: Bencher) {
    let text = news(1_000_000);
    let parts: Vec<&str> = text.split("\n\n\n").collect();
    bencher.counter(words(&text)).bench_local(|| parts.iter().map(|part| read(&article(part), Lexicon::standard()).statements.len()).sum::<usize>());
}

/// The same with the records written as JSON, as the command does.
#[divan::bench]
fn articles_to_json(bencher: Bencher) {
    let text = news(1_000_000);
    let parts: Vec<&str> = text.split("\n\n\n").collect();
    let mut json = Vec::new();
    bencher.counter(words(&text)).bench_local(|| {
        json.clear();
        for part in &parts {
            serde_json::to_writer(&mut json, &read(&article(part), Lexicon::standard())).expect("a record is JSON");
        }
    });
}

/// The lexicon from its tables, which every process does once.
#[divan::bench(sample_count = 20)]
fn lexicon() -> usize {
    Lexicon::parse(musnad_lexicon::TABLES).len()
}

/// One article of a megabyte, and one of ten: ten times the time, within noise.
#[divan::bench(args = [1, 10])]
fn one_article_of_megabytes(bencher: Bencher, megabytes: usize) {
    let text = news(megabytes * 1_000_000);
    bencher.counter(words(&text)).bench_local(|| read(&article(&text), Lexicon::standard()));
}

mod layer {
    use super::*;

    /// What any reader must do: decode, fold and look up every token.
    #[divan::bench]
    fn _bare_pass(bencher: Bencher) {
        let text = news(1_000_000);
        bencher.counter(words(&text)).bench_local(|| morph::look_up(&token::tokenize(&text), Lexicon::standard()));
    }

    #[divan::bench]
    fn a_tokens(bencher: Bencher) {
        let text = news(1_000_000);
        bencher.counter(words(&text)).counter(BytesCount::of_str(&text)).bench_local(|| token::tokenize(&text));
    }

    #[divan::bench]
    fn b_look_up(bencher: Bencher) {
        let text = news(1_000_000);
        let tokens = token::tokenize(&text);
        bencher.counter(words(&text)).bench_local(|| morph::look_up(&tokens, Lexicon::standard()));
    }

    #[divan::bench]
    fn c_sentences(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        bencher.counter(words(&text)).bench_local(|| sentence::split(&l.tokens, &l.matches, l.lexicon, false));
    }

    #[divan::bench]
    fn d_numbers(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        bencher.counter(words(&text)).bench_local(|| number::numbers(&l));
    }

    #[divan::bench]
    fn e_times(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        let numbers = number::numbers(&l);
        bencher.counter(words(&text)).bench_local(|| time::times(&l, &numbers));
    }

    #[divan::bench]
    fn f_quantities(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        let numbers = number::numbers(&l);
        let times = time::times(&l, &numbers);
        bencher.counter(words(&text)).bench_local(|| quantity::quantities(&l, &numbers, &times));
    }

    #[divan::bench]
    fn g_names(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        let numbers = number::numbers(&l);
        let times = time::times(&l, &numbers);
        bencher.counter(words(&text)).bench_local(|| name::names(&Classes::new(&l, &times)));
    }

    #[divan::bench]
    fn h_statements(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        let numbers = number::numbers(&l);
        let times = time::times(&l, &numbers);
        let classes = Classes::new(&l, &times);
        let names = name::names(&classes);
        bencher.counter(words(&text)).bench_local(|| quote::statements(&classes, &names));
    }

    #[divan::bench]
    fn i_commitments(bencher: Bencher) {
        let text = news(1_000_000);
        let a = article(&text);
        let l = layers(&a);
        let numbers = number::numbers(&l);
        let times = time::times(&l, &numbers);
        let classes = Classes::new(&l, &times);
        let names = name::names(&classes);
        let (statements, ..) = quote::statements(&classes, &names);
        bencher.counter(words(&text)).bench_local(|| commitment::commitments(&classes, &names, &statements));
    }
}
