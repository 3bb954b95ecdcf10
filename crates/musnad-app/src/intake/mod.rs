//! From files, folders and standard input to articles.
//!
//! [`pieces`] cuts a source into pieces of bytes, one an article, without understanding them: that is cheap and happens in order on
//! one thread. [`Piece::article`] then understands a piece: that is dear and may happen anywhere.

mod article;
mod pieces;

use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

pub use article::{Defaults, OwnedArticle};
pub use pieces::{Event, Piece, pieces};

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name as the person gave it.
    pub file: Arc<str>,
    /// Its line there, from 1; none for a file that is one article.
    pub line: Option<u64>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => write!(f, "{}", self.file),
        }
    }
}

/// Something that could not be read: a sentence with the place and, where there is one, the way out.
#[derive(Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where.
    pub place: Place,
    /// What, and what to do.
    pub message: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// A file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file at a path.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

impl Source {
    /// The name that complaints use.
    pub fn name(&self) -> Arc<str> {
        match self {
            Source::File(path) => path.display().to_string().into(),
            Source::Stdin => "-".into(),
        }
    }

    /// Bytes to be read, where known.
    pub fn size(&self) -> Option<u64> {
        match self {
            Source::File(path) => path.metadata().ok().filter(|m| m.is_file()).map(|m| m.len()),
            Source::Stdin => None,
        }
    }

    fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Source::File(path) => Box::new(File::open(path)?),
            Source::Stdin => Box::new(io::stdin()),
        })
    }
}

/// The names of files that a folder is searched for.
const ENDINGS: [&str; 4] = ["txt", "jsonl", "ndjson", "json"];

/// The sources behind what the person named: folders become the text and JSON files below them, by name.
pub fn sources(paths: &[PathBuf]) -> Result<(Vec<Source>, Vec<Complaint>)> {
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            bail!("nothing to read: name files or folders, or send text to standard input");
        }
        return Ok((vec![Source::Stdin], Vec::new()));
    }
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Source::Stdin);
        } else if path.is_dir() {
            let before = (sources.len(), complaints.len());
            folder(path, &mut sources, &mut complaints);
            if (sources.len(), complaints.len()) == before {
                complaints.push(complaint(path, format!("the folder holds no file whose name ends in {}", ENDINGS.map(|e| format!(".{e}")).join(", "))));
            }
        } else {
            sources.push(Source::File(path.clone()));
        }
    }
    Ok((sources, complaints))
}

fn folder(path: &Path, sources: &mut Vec<Source>, complaints: &mut Vec<Complaint>) {
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return complaints.push(complaint(path, trouble(&error))),
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // Links to folders are not followed: they may lead round in a circle.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !hidden => folder(&path, sources, complaints),
            Ok(_) if !hidden && path.is_file() && ending(&path).is_some_and(|e| ENDINGS.contains(&e.as_str())) => sources.push(Source::File(path)),
            _ => {}
        }
    }
}

/// A file name's ending, in small letters.
pub fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

fn complaint(path: &Path, message: String) -> Complaint {
    Complaint { place: Place { file: path.display().to_string().into(), line: None }, message }
}

/// An error of the system as a sentence with a way out.
pub fn trouble(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the name".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read by you; change its permissions or run as its owner".to_owned(),
        _ => format!("it could not be read: {error}"),
    }
}
