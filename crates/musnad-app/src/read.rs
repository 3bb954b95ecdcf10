//! `musnad read`: all cores across articles, results in the order of the input, bounded memory.
//!
//! One thread cuts the input into batches; the pool reads all that are ready while more are cut; results are written between the two.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use anyhow::{Context, Result};
use musnad::Extra;
use musnad::record::Record;
use rayon::prelude::*;

use crate::intake::{Complaint, Defaults, Event, Piece, Place, Source, pieces, sources};
use crate::labels::Lang;
use crate::progress::Progress;
use crate::{Outcome, complain, view};

/// What the person asked for.
pub struct Options {
    /// JSON instead of the person's view.
    pub json: bool,
    /// Statements in full.
    pub full: bool,
    /// The labels' language.
    pub lang: Lang,
    /// For articles that do not tell theirs.
    pub defaults: Defaults,
    /// Layers in the record.
    pub extra: Extra,
}

/// A batch is closed at so many bytes, or when the next article may be long in coming.
const BATCH: usize = 512 << 10;

/// So many batches may wait: enough to keep every core busy when they come as small as a pipe gives them, few enough to hold in memory.
const WAITING: usize = 8;

enum Item {
    Piece(Piece),
    Complaint(Complaint),
    Empty(Place),
}

/// One article's results.
struct Done {
    output: Vec<u8>,
    complaint: Option<String>,
    /// A complaint that makes the exit code 2.
    failed: bool,
    found: bool,
    article: bool,
    bytes: u64,
}

/// Reads everything that the paths name and writes it to stdout.
pub fn run(paths: &[PathBuf], options: &Options) -> Result<Outcome> {
    let (sources, complaints) = sources(paths)?;
    let mut outcome = Outcome { found: false, failed: !complaints.is_empty() };
    for complaint in &complaints {
        complain(&complaint.to_string());
    }
    let mut progress = Progress::new(sources.iter().map(Source::size).sum());
    let view = view::Style::new(options.lang, options.full);
    let (send, receive) = sync_channel::<Vec<Item>>(WAITING);
    std::thread::scope(|scope| {
        scope.spawn(move || cut(&sources, &send));
        // Leaving this closure drops the receiver, which ends the thread.
        let receive = receive;
        while let Some(batch) = ready(&receive) {
            let results: Vec<Done> = batch.into_par_iter().map(|item| work(item, options, &view)).collect();
            for done in results {
                if let Some(complaint) = done.complaint {
                    progress.clear();
                    complain(&complaint);
                }
                outcome.failed |= done.failed;
                outcome.found |= done.found;
                write(&done.output, options.json)?;
                progress.add(u64::from(done.article), done.bytes);
            }
            flush()?;
        }
        Ok::<(), io::Error>(())
    })
    .or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
    .context("the results could not be written")?;
    progress.clear();
    Ok(outcome)
}

/// All that waits to be read; `None` when nothing more will come.
fn ready(receive: &Receiver<Vec<Item>>) -> Option<Vec<Item>> {
    let mut items = receive.recv().ok()?;
    receive.try_iter().take(WAITING).for_each(|batch| items.extend(batch));
    Some(items)
}

fn cut(sources: &[Source], send: &SyncSender<Vec<Item>>) {
    let (mut batch, mut size) = (Vec::new(), 0);
    let hand_over = |batch: &mut Vec<Item>| match send.send(std::mem::take(batch)) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    };
    for source in sources {
        let flow = pieces(source, &mut |event| {
            match event {
                Event::Piece(piece) => {
                    size += piece.bytes.len();
                    batch.push(Item::Piece(piece));
                }
                Event::Complaint(complaint) => batch.push(Item::Complaint(complaint)),
                Event::Empty(place) => batch.push(Item::Empty(place)),
                Event::Waiting if batch.is_empty() => return ControlFlow::Continue(()),
                Event::Waiting => size = BATCH,
            }
            if size < BATCH {
                return ControlFlow::Continue(());
            }
            size = 0;
            hand_over(&mut batch)
        });
        if flow.is_break() {
            return;
        }
    }
    let _ = hand_over(&mut batch);
}

fn work(item: Item, options: &Options, view: &view::Style) -> Done {
    let mut done = Done { output: Vec::new(), complaint: None, failed: false, found: false, article: false, bytes: 0 };
    let piece = match item {
        Item::Piece(piece) => piece,
        Item::Complaint(complaint) => return Done { complaint: Some(complaint.to_string()), failed: true, ..done },
        Item::Empty(place) => return Done { complaint: Some(format!("{place}: there is nothing in it")), ..done },
    };
    done.bytes = piece.bytes.len() as u64;
    let article = match piece.article(&options.defaults) {
        Ok(article) => article,
        Err(complaint) => return Done { complaint: Some(complaint.to_string()), failed: true, ..done },
    };
    let record = article.read(options.extra);
    done.article = true;
    done.found = found(&record);
    if options.json {
        match serde_json::to_writer(&mut done.output, &record) {
            Ok(()) => done.output.push(b'\n'),
            Err(error) => {
                return Done {
                    complaint: Some(format!("{}: the record could not be written: {error}", article.place)),
                    failed: true,
                    output: Vec::new(),
                    ..done
                };
            }
        }
    } else {
        done.output = view.record(&record, &article.place).into_bytes();
    }
    done
}

/// Whether the record holds anything that was looked for.
pub fn found(record: &Record) -> bool {
    !(record.statements.is_empty() && record.times.is_empty() && record.quantities.is_empty() && record.commitments.is_empty())
}

fn write(output: &[u8], json: bool) -> io::Result<()> {
    if json { io::stdout().lock().write_all(output) } else { anstream::stdout().lock().write_all(output) }
}

fn flush() -> io::Result<()> {
    io::stdout().lock().flush()
}

/// Writes words with their colours to stdout; the colours go where they are not wanted.
pub fn print(words: &str) -> io::Result<()> {
    anstream::stdout().lock().write_all(words.as_bytes())?;
    flush()
}

/// Columns of the terminal, or of a page where the output goes elsewhere.
pub fn columns() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    asked.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))).filter(|&c| c >= 40).unwrap_or(100)
}

/// Whether a person looks at the output.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}
