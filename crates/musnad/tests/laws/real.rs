//! The laws on annotated real news, where that lies beside the project.

use std::path::{Path, PathBuf};

use super::check;

/// A file of the data that is kept beside the project; none, with a message, where it is absent.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn real_articles_keep_the_laws() {
    let Some(path) = shared("gold/dev.json") else { return };
    let articles: Vec<serde_json::Value> = serde_json::from_slice(&std::fs::read(path).expect("the file can be read")).expect("a list of records");
    for article in articles {
        check::read(article["text"].as_str().expect("a text"));
    }
}
