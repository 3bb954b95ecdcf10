//! Cutting a source into articles, by its form alone.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Complaint, Place, Source, ending, trouble};

/// The bytes of one article.
#[derive(Debug)]
pub struct Piece {
    /// Where it came from.
    pub place: Place,
    /// What form it has.
    pub form: Form,
    /// Itself.
    pub bytes: Vec<u8>,
}

/// The form of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One article, its first line the title.
    Text,
    /// An article in JSON on every line.
    Lines,
    /// Articles in JSON one behind another, or in one array.
    Objects,
}

const BUFFER: usize = 256 * 1024;
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What happens while a source is cut.
#[derive(Debug)]
pub enum Event {
    /// An article.
    Piece(Piece),
    /// Something that cannot be read.
    Complaint(Complaint),
    /// There is nothing in it.
    Empty(Place),
    /// The next article may be long in coming: what is there can be dealt with.
    Waiting,
}

/// Hands everything that a source holds to `sink`, in order, until `sink` breaks off.
pub fn pieces(source: &Source, sink: &mut dyn FnMut(Event) -> ControlFlow<()>) -> ControlFlow<()> {
    let file = source.name();
    match cut(source, &file, sink) {
        Ok(flow) => flow,
        Err(error) => sink(Event::Complaint(Complaint { place: Place { file, line: None }, message: trouble(&error) })),
    }
}

fn cut(source: &Source, file: &Arc<str>, sink: &mut dyn FnMut(Event) -> ControlFlow<()>) -> io::Result<ControlFlow<()>> {
    let mut input = Input { bytes: BufReader::with_capacity(BUFFER, source.open()?), file: file.clone(), live: *source == Source::Stdin };
    if input.bytes.fill_buf()?.starts_with(BOM) {
        input.bytes.consume(BOM.len());
    }
    let head = input.bytes.fill_buf()?;
    let form = form(source, head);
    let place = Place { file: file.clone(), line: None };
    let fault = match form {
        None => Some("the name says JSON, the content is something else; rename it to .txt if it is plain text"),
        _ if looks_binary(head) => Some("looks like a binary file, skipped; give text in UTF-8"),
        _ => None,
    };
    if let Some(message) = fault {
        return Ok(sink(Event::Complaint(Complaint { place, message: message.to_owned() })));
    }
    match form {
        Some(Form::Lines) => input.lines(sink),
        Some(Form::Objects) => input.objects(sink),
        _ => {
            let mut bytes = Vec::new();
            input.bytes.read_to_end(&mut bytes)?;
            let empty = bytes.iter().all(u8::is_ascii_whitespace);
            Ok(sink(if empty { Event::Empty(place) } else { Event::Piece(Piece { place, form: Form::Text, bytes }) }))
        }
    }
}

/// Text holds no NUL as a rule; a compressed or picture file, or UTF-16, holds many.
fn looks_binary(head: &[u8]) -> bool {
    let head = head.get(..8192).unwrap_or(head);
    let nuls = head.iter().filter(|&&b| b == 0).count();
    nuls >= 8 && nuls * 512 >= head.len()
}

/// The form of a source by its name, or else by how it begins. None when the name says JSON and the content does not.
fn form(source: &Source, head: &[u8]) -> Option<Form> {
    let name = match source {
        Source::File(path) => ending(path).unwrap_or_default(),
        Source::Stdin => String::new(),
    };
    if matches!(name.as_str(), "jsonl" | "ndjson") {
        return Some(Form::Lines);
    }
    let mut signs = head.iter().copied().filter(|b| !b.is_ascii_whitespace());
    match (signs.next(), signs.next()) {
        (Some(b'['), Some(b'{' | b']')) => Some(Form::Objects),
        (Some(b'{'), Some(b'"' | b'}')) => Some(if spread(head) { Form::Objects } else { Form::Lines }),
        (Some(_), _) if name == "json" => None,
        _ => Some(Form::Text),
    }
}

/// Whether an object is spread over several lines: its first line does not end it, and the next goes on with a key.
fn spread(head: &[u8]) -> bool {
    let mut lines = head.split(|&b| b == b'\n').map(<[u8]>::trim_ascii).filter(|l| !l.is_empty());
    let first = lines.next().unwrap_or_default();
    !first.ends_with(b"}") && lines.next().is_some_and(|l| l.starts_with(b"\""))
}

/// A source while it is cut.
struct Input {
    bytes: BufReader<Box<dyn Read>>,
    file: Arc<str>,
    /// Whether more may come only after a while.
    live: bool,
}

impl Input {
    fn piece(&self, line: u64, form: Form, bytes: Vec<u8>) -> Event {
        Event::Piece(Piece { place: Place { file: self.file.clone(), line: Some(line) }, form, bytes })
    }

    fn lines(&mut self, sink: &mut dyn FnMut(Event) -> ControlFlow<()>) -> io::Result<ControlFlow<()>> {
        for line in 1.. {
            if self.live && !self.bytes.buffer().contains(&b'\n') && sink(Event::Waiting).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            let mut bytes = Vec::new();
            if self.bytes.read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            bytes.truncate(bytes.trim_ascii_end().len());
            if !bytes.is_empty() && sink(self.piece(line, Form::Lines, bytes)).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Cuts at the braces that close an object, wherever its lines break.
    fn objects(&mut self, sink: &mut dyn FnMut(Event) -> ControlFlow<()>) -> io::Result<ControlFlow<()>> {
        let mut cutter = Cutter { line: 1, ..Cutter::default() };
        let mut whole = Vec::new();
        loop {
            if self.live && sink(Event::Waiting).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            let chunk = self.bytes.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            let used = chunk.len();
            chunk.iter().for_each(|&b| cutter.take(b, &mut whole));
            self.bytes.consume(used);
            for (line, bytes) in whole.drain(..) {
                if sink(self.piece(line, Form::Objects, bytes)).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        // What breaks off is a piece too: understanding it tells why it is none.
        let broken_off = (!cutter.bytes.is_empty()).then(|| self.piece(cutter.first, Form::Objects, cutter.bytes));
        Ok(broken_off.map_or(ControlFlow::Continue(()), sink))
    }
}

/// Finds where objects begin and end.
#[derive(Default)]
struct Cutter {
    line: u64,
    /// The line on which the object begins.
    first: u64,
    depth: u32,
    quoted: bool,
    escaped: bool,
    bytes: Vec<u8>,
}

impl Cutter {
    fn take(&mut self, b: u8, whole: &mut Vec<(u64, Vec<u8>)>) {
        self.line += u64::from(b == b'\n');
        if self.depth == 0 {
            // Between objects: the brackets and commas of the array, and whatever else stands there.
            if b == b'{' {
                (self.first, self.depth) = (self.line, 1);
                self.bytes.push(b);
            }
            return;
        }
        self.bytes.push(b);
        match b {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.quoted => self.escaped = true,
            b'"' => self.quoted = !self.quoted,
            b'{' | b'[' if !self.quoted => self.depth += 1,
            b'}' | b']' if !self.quoted => {
                self.depth -= 1;
                if self.depth == 0 {
                    whole.push((self.first, std::mem::take(&mut self.bytes)));
                }
            }
            _ => {}
        }
    }
}
