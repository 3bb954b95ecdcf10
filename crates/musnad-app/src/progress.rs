//! How far the work is, on one line of stderr: only on a terminal, and only when it takes a while.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// The state of long work.
pub struct Progress {
    started: Instant,
    shown: Option<Instant>,
    /// Bytes in all, where every source's size is known.
    total: Option<u64>,
    articles: u64,
    bytes: u64,
    on: bool,
}

const QUIET: Duration = Duration::from_secs(1);
const EVERY: Duration = Duration::from_millis(200);

impl Progress {
    /// Work on so many bytes. Nothing is shown when the results go to the same terminal.
    pub fn new(total: Option<u64>) -> Progress {
        let on = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        Progress { started: Instant::now(), shown: None, total, articles: 0, bytes: 0, on }
    }

    /// So much more is done.
    pub fn add(&mut self, articles: u64, bytes: u64) {
        self.articles += articles;
        self.bytes += bytes;
        let now = Instant::now();
        if self.on && now - self.started > QUIET && self.shown.is_none_or(|at| now - at > EVERY) {
            self.shown = Some(now);
            let line = line(self.articles, self.bytes, self.total, now - self.started);
            // A terminal that cannot be written to is no reason to stop.
            let _ = write!(std::io::stderr(), "\r\x1b[K{line}");
        }
    }

    /// Takes the line away, so that a message can be written.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(articles: u64, bytes: u64, total: Option<u64>, spent: Duration) -> String {
    let seconds = spent.as_secs_f64().max(0.001);
    let mut line = format!("{articles} articles, {:.0} a second", articles as f64 / seconds);
    if let Some(total) = total.filter(|&t| t > 0 && bytes > 0) {
        let share = (bytes as f64 / total as f64).min(1.0);
        line += &format!(", {:.0} %, {} left", share * 100.0, clock(seconds / share - seconds));
    }
    line
}

fn clock(seconds: f64) -> String {
    let s = seconds.max(0.0).round() as u64;
    if s >= 3600 { format!("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60) } else { format!("{}:{:02}", s / 60, s % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_rate_and_time_left() {
        assert_eq!(line(500, 25, Some(100), Duration::from_secs(10)), "500 articles, 50 a second, 25 %, 0:30 left");
        assert_eq!(line(500, 25, None, Duration::from_secs(10)), "500 articles, 50 a second");
        assert_eq!(clock(4000.0), "1:06:40");
    }
}
