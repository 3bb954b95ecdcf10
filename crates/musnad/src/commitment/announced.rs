//! Decisions and plans told by announcing them: أعلنت الحكومة وقف الاستيراد.

use super::body::body;
use super::clause;
use super::{Draft, Reader};
use crate::class::Class;
use crate::evidence::Evidence;
use crate::lexicon::reporting::Act;
use crate::lexicon::table::Table;
use crate::morph::Match;
use crate::quote::Statement;
use crate::record::{CommitmentKind, Kind, StatementType};

/// Rows of masdars.tsv that tell what only a decision brings about.
const DECIDED: [&str; 9] = ["waqf", "taliq", "ilgha", "tajil", "tajmid", "hazr", "man", "istinaf", "tamdid"];

/// The decision that statement `n` announces.
pub(super) fn read(r: &Reader, n: usize, s: &Statement) -> Option<Draft> {
    let c = r.c;
    let announces = s.act == Act::Announce && s.kind == StatementType::Indirect && !s.negated && matches!(s.speaker_kind, Kind::Organisation | Kind::Person);
    let content = s.content.first().filter(|_| announces)?;
    let first = c.l.tokens.at(content.start);
    let decision =
        |m: &&Match| m.sense.table == Table::Masdars && !m.clitics.article && m.clitics.pronoun.is_none() && DECIDED.contains(&c.lexicon().id(m.sense));
    let end = c.l.tokens.at(content.end.saturating_sub(1)) + 1;
    let words = clause::tidy(c, first..clause::end(r, first, end)).filter(|_| !c.is(first, Class::COMPLEMENTISER))?;
    let decided = c.l.matches.at(first).iter().find(decision);
    // أعلنت النقابة الدخول في إضراب ابتداء من الخميس: with a day still to come, whatever is announced is planned.
    let planned = || {
        let act = |m: &&Match| m.sense.table == Table::Masdars && c.lexicon().class(m.sense) == "act";
        c.l.matches.at(first).iter().find(act).filter(|_| super::deadline::to_come(c, words.clone()))
    };
    let (m, kind) = decided.map(|m| (m, CommitmentKind::Order)).or_else(|| planned().map(|m| (m, CommitmentKind::Plan)))?;
    Some(Draft {
        gap: words.start..words.start,
        content: words,
        letters: 0,
        kind,
        promisor: body(r, n),
        evidence: Evidence::of("commitment/announced").and(m.sense),
    })
}
