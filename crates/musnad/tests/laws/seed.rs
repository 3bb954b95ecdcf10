//! The founding report, where it lies beside the project: what the record must hold of it, row by row (DESIGN.md, S1–S12).

use std::path::Path;
use std::sync::OnceLock;

use musnad::lexicon::Lexicon;
use musnad::lexicon::reporting::Act;
use musnad::record::{Commitment, CommitmentKind, Kind, Modifier, Offsets, Record, Statement, StatementType, TimeMod};
use musnad::sentence::{Layout, split};
use musnad::{Article, morph, read, token};

/// The report as it was read.
struct Report {
    record: Record,
    chars: Vec<char>,
}

/// Names of those who speak in the report.
const COALITION: &str = "التحالف الدولي";
const FORCES: &str = "قوات التحالف الدولي";
const COMMANDER: &str = "جون دبليو برنين";
const ADVISER: &str = "قاسم الأعرجي";
const SPOKESMAN: &str = "سعد معن";
const AGENCY: &str = "وكالة الأنباء العراقية";
const GENERAL: &str = "عبد الأمير الشمري";
/// The coalition by whatever part of its names.
const COALITION_PART: &str = "التحالف";

impl Report {
    /// None, with a message, where the report is absent.
    fn get() -> Option<&'static Report> {
        static REPORT: OnceLock<Option<Report>> = OnceLock::new();
        let report = REPORT.get_or_init(|| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed/report.txt");
            let text = std::fs::read_to_string(&path).ok()?;
            let record = read(&Article { published: Some("2021-12-09"), ..Article::of(&text) }, Lexicon::standard());
            Some(Report { chars: record.text.chars().collect(), record })
        });
        if report.is_none() {
            eprintln!("skipped: ../shared/seed/report.txt is not here");
        }
        report.as_ref()
    }

    fn words(&self, [start, end]: Offsets) -> String {
        self.chars[start as usize..end as usize].iter().collect()
    }

    fn content(&self, s: &Statement) -> String {
        s.content.iter().map(|&c| self.words(c)).collect::<Vec<_>>().join(" … ")
    }

    fn promised(&self, c: &Commitment) -> String {
        c.content.iter().map(|&s| self.words(s)).collect::<Vec<_>>().join(" … ")
    }

    /// Every statement in a line, for the messages.
    fn shown(&self) -> String {
        let line = |s: &Statement| {
            let cue = s.cue.map_or("-".to_owned(), |c| self.words(c));
            let via: String = s.via.iter().map(|v| format!(" <- {}", v.name)).collect();
            let content: String = self.content(s).chars().take(40).collect();
            format!("  [{:?} {:?}] {} ({:?}){via} {{{cue}}} {content}\n", s.kind, s.act, s.speaker.name, s.speaker.kind)
        };
        self.record.statements.iter().map(line).collect()
    }

    /// The statement of that cue whose content begins so.
    fn said(&self, row: &str, cue: &str, begins: &str) -> &Statement {
        let found = self.record.statements.iter().find(|s| s.cue.is_some_and(|c| self.words(c) == cue) && self.content(s).starts_with(begins));
        found.unwrap_or_else(|| panic!("{row}: no statement {{{cue}}} {begins} …; there are\n{}", self.shown()))
    }

    /// The commitments of a kind, in a line each, for the messages.
    fn bound(&self) -> String {
        self.record
            .commitments
            .iter()
            .map(|c| format!("  [{:?}] {:?} ({:?}) {}\n", c.kind, c.promisor, c.deadline, self.promised(c).chars().take(40).collect::<String>()))
            .collect()
    }
}

/// The speaker with his kind and the chain, outermost first.
fn assert_source(row: &str, s: &Statement, name: &str, kind: Kind, via: &[&str]) {
    let chain: Vec<&str> = s.via.iter().map(|v| v.name.as_str()).collect();
    assert_eq!((s.speaker.name.as_str(), s.speaker.kind, chain.as_slice()), (name, kind, via), "{row}: speaker, kind and chain at {:?}", s.cue);
}

#[test]
fn s1_a_headline_that_attributes() {
    let Some(r) = Report::get() else { return };
    let s = r.said("S1", "يحذر", "داعش");
    assert_source("S1", s, COALITION, Kind::Organisation, &[]);
    assert_eq!((s.act, s.kind), (Act::Warn, StatementType::Indirect), "S1: act and type");
    assert!(r.content(s).ends_with("من العراق"), "S1: the scare quotes cut the content: {}", r.content(s));
    let title = r.chars.iter().position(|&c| c == '\n').unwrap_or(0) as u32;
    let there = r.record.statements.iter().filter(|s| s.content.iter().any(|c| c[0] < title)).count();
    assert_eq!(there, 1, "S1: one statement in the headline\n{}", r.shown());
}

#[test]
fn s2_a_statement_and_a_participle_of_one_speaker() {
    let Some(r) = Report::get() else { return };
    let (said, warned) = (r.said("S2", "قال", "إن شراكتهم"), r.said("S2", "محذراً", "تنظيم داعش"));
    assert_eq!((said.act, said.kind), (Act::Say, StatementType::Indirect), "S2: act and type of the first");
    assert_eq!((warned.act, warned.kind), (Act::Warn, StatementType::Direct), "S2: act and type of the second");
    assert!(r.content(warned).ends_with("من العراق"), "S2: the nested quotation cuts the content: {}", r.content(warned));
    assert_source("S2", said, COMMANDER, Kind::Person, &[]);
    assert_source("S2", warned, COMMANDER, Kind::Person, &[]);
    let later = r.said("S2", "وأضاف", "أن التحالف");
    assert_source("S2", later, COMMANDER, Kind::Person, &[]);
    assert_eq!(later.speaker.mention.map(|m| r.words(m)).as_deref(), Some("برنين"), "S2: the mention by surname");
}

#[test]
fn s3_continuations_without_a_subject() {
    let Some(r) = Report::get() else { return };
    let (more, added) = (r.said("S3", "وذكر", "بينما"), r.said("S3", "مضيفاً", "أن العلاقة"));
    assert_source("S3", more, COMMANDER, Kind::Person, &[]);
    assert_source("S3", added, ADVISER, Kind::Person, &[]);
    assert_eq!((more.speaker.mention, added.speaker.mention), (None, None), "S3: the cue has no subject of its own");
    assert_eq!(more.kind, StatementType::Direct, "S3: all but the complementiser stands in marks");
}

#[test]
fn s4_an_announcement_told_by_a_noun() {
    let Some(r) = Report::get() else { return };
    let s = r.said("S4", "أعلن", "انتهاء المهام القتالية");
    assert_source("S4", s, ADVISER, Kind::Person, &[]);
    assert_eq!(s.act, Act::Announce, "S4: act");
    assert!(r.content(s).ends_with("من البلاد"), "S4: the whole noun phrase: {}", r.content(s));
    assert_eq!(s.said_on.as_deref(), Some("2021-12-09"), "S4: its time");
}

#[test]
fn s5_a_post_quoted_and_embedded() {
    let Some(r) = Report::get() else { return };
    let quoted = r.said("S5", "وقال", "اليوم أنهينا");
    assert_source("S5", quoted, ADVISER, Kind::Person, &[]);
    assert_eq!(quoted.kind, StatementType::Direct, "S5: type of the quoted post");
    let embeds: Vec<&Statement> = r.record.statements.iter().filter(|s| s.kind == StatementType::Embed).collect();
    let [embed] = embeds.as_slice() else { panic!("S5: one embed, not {}\n{}", embeds.len(), r.shown()) };
    assert_source("S5", embed, ADVISER, Kind::Person, &[]);
    assert_eq!(embed.handle.as_deref().map(|h| h.trim_start_matches('@')), Some("qassimalaraji"), "S5: the handle");
    assert_eq!(embed.said_on.as_deref(), Some("2021-12-09"), "S5: the post's date");
    assert!(
        r.content(embed).starts_with("اليوم أنهينا") && r.content(embed).trim_end_matches('.').ends_with("والتمكين"),
        "S5: the whole post: {}",
        r.content(embed)
    );
}

#[test]
fn s6_an_agency_that_quotes_an_official() {
    let Some(r) = Report::get() else { return };
    let s = r.said("S6", "قوله", "إن التحالف");
    assert_source("S6", s, SPOKESMAN, Kind::Person, &[AGENCY]);
    assert!(r.content(s).ends_with("العام الحالي"), "S6: the content: {}", r.content(s));
    assert_source("S6", r.said("S6", "وأشار", "أن التعاون"), SPOKESMAN, Kind::Person, &[AGENCY]);
    assert_source("S6", r.said("S6", "وأوضح", "أن وجود"), SPOKESMAN, Kind::Person, &[AGENCY]);
}

#[test]
fn s7_a_body_whose_statement_quotes_a_general() {
    let Some(r) = Report::get() else { return };
    let body = r.said("S7", "وجاء", "أن قرار");
    assert_source("S7", body, FORCES, Kind::Organisation, &[]);
    assert_source("S7", r.said("S7", "يقول", "لن تكون"), FORCES, Kind::Organisation, &[]);
    assert_source("S7", r.said("S7", "القول", "إن"), GENERAL, Kind::Person, &[FORCES]);
    assert_source("S7", r.said("S7", "وتابع", "أظهر"), GENERAL, Kind::Person, &[FORCES]);
    let unresolved = r.record.statements.iter().filter(|s| s.speaker.kind == Kind::Document).count();
    assert_eq!(unresolved, 0, "S7: a document is resolved to its issuer\n{}", r.shown());
    assert!(r.content(body).ends_with("يوليو الماضي"), "S7: what the statement says goes on to the end of its sentence: {}", r.content(body));
    let verb = r.record.statements.iter().find(|s| s.cue.is_some_and(|c| r.words(c) == "جاء"));
    assert!(verb.is_none(), "S7: a verb of coming that reports nothing is a cue\n{}", r.shown());
}

/// The terms of the agreement: no combat role by a day, protection, no combat role at all.
fn terms(r: &Report) -> [&Commitment; 3] {
    ["لن تكون", "ستقوم", "لن يكون"].map(|begins| {
        let found = r.record.commitments.iter().find(|c| r.promised(c).trim_start_matches('و').starts_with(begins));
        found.unwrap_or_else(|| panic!("S8: no commitment {begins} …; there are\n{}", r.bound()))
    })
}

#[test]
fn s8_an_agreement_with_its_due_date_and_terms() {
    let Some(r) = Report::get() else { return };
    let [due, protect, role] = terms(r);
    assert!([due, protect, role].iter().all(|c| c.kind == CommitmentKind::Agreement), "S8: all three are terms of the agreement\n{}", r.bound());
    assert_eq!(due.deadline.as_deref(), Some("2021-12-31"), "S8: the due date");
    assert_eq!((protect.deadline.as_deref(), role.deadline.as_deref()), (None, None), "S8: the later terms have none");
}

#[test]
fn s8_who_promises() {
    let Some(r) = Report::get() else { return };
    let [due, protect, role] = terms(r);
    let by = |c: &Commitment, names: &[&str]| c.promisor.as_deref().is_some_and(|p| names.iter().any(|n| p.contains(n)));
    assert!(by(due, &["الولايات المتحدة", "أميركية", COALITION_PART]), "S8: a party to the agreement promises\n{}", r.bound());
    assert_eq!(protect.promisor.as_deref(), Some("القوات العراقية"), "S8: promisor of the second term");
    assert!(by(role, &[COALITION_PART]), "S8: promisor of the third term\n{}", r.bound());
}

/// The commitments to stay or to go on: in two headings, once in a quotation, once reported.
fn stays(r: &Report) -> Vec<&Commitment> {
    r.record.commitments.iter().filter(|c| ["سنبقى", "التحالف سيستمر"].iter().any(|b| r.promised(c).starts_with(b))).collect()
}

#[test]
fn s9_a_promise_to_stay() {
    let Some(r) = Report::get() else { return };
    let stays = stays(r);
    assert_eq!(stays.len(), 4, "S9: told four times\n{}", r.bound());
    for word in ["المشورة", "المساعدة", "تمكين"] {
        assert!(stays.iter().any(|c| r.promised(c).contains(word)), "S9: {word} is promised\n{}", r.bound());
    }
    assert!(stays.iter().all(|c| c.deadline.is_none()), "S9: without a deadline\n{}", r.bound());
}

#[test]
fn s9_who_promises() {
    let Some(r) = Report::get() else { return };
    for c in stays(r) {
        assert!(c.promisor.as_deref().is_some_and(|p| p.contains(COALITION_PART)), "S9: the coalition promises, not {:?}: {}", c.promisor, r.promised(c));
    }
}

#[test]
fn s10_a_figure_and_an_unnamed_source() {
    let Some(r) = Report::get() else { return };
    let [q] = r.record.quantities.as_slice() else { panic!("S10: one figure, not {:?}", r.record.quantities) };
    assert_eq!((q.value, q.high, q.unit.as_deref(), q.modifier), (2500.0, None, Some("جندي"), Modifier::Exact), "S10: the figure");
    let since = r.record.times.iter().find(|t| t.value == "2020" && t.span[0] > q.span[1]);
    let since = since.unwrap_or_else(|| panic!("S10: the year since when the figure holds: {:?}", r.record.times));
    assert!(since.span[0] - q.span[1] < 24, "S10: the year stands behind the figure");
    assert_source("S10", r.said("S10", "ويقول", "إن أغلب"), "المسؤولون الغربيون", Kind::Unnamed, &[]);
}

#[test]
fn s11_times() {
    let Some(r) = Report::get() else { return };
    let told = |words: &str| r.record.times.iter().filter(|t| r.words(t.span) == words).map(|t| (t.value.as_str(), t.modifier)).collect::<Vec<_>>();
    for (words, count, value, modifier) in [
        ("الخميس", 4, "2021-12-09", None),
        ("يوليو الماضي", 1, "2021-07", None),
        ("العام الماضي", 2, "2020", None),
        ("نهاية العام الحالي", 1, "2021", Some(TimeMod::End)),
        ("2014", 1, "2014", None),
        ("31 ديسمبر 2021", 2, "2021-12-31", None),
        ("2020", 1, "2020", None),
        ("December 9, 2021", 1, "2021-12-09", None),
    ] {
        assert_eq!(told(words), vec![(value, modifier); count], "S11: {words}");
    }
}

#[test]
fn s12_headings_and_scare_quotes() {
    let Some(r) = Report::get() else { return };
    let (lexicon, tokens) = (Lexicon::standard(), token::tokenize(&r.record.text));
    let paragraphs = split(&tokens, &morph::look_up(&tokens, lexicon), lexicon, true).paragraphs;
    let layouts = |want: Layout| paragraphs.iter().enumerate().filter(|(_, p)| p.layout == want).map(|(n, _)| n).collect::<Vec<_>>();
    assert_eq!(layouts(Layout::Title), [0], "S12: the title");
    let headings = layouts(Layout::Heading);
    assert!([1, 4, 7, 15].iter().all(|n| headings.contains(n)), "S12: sub-headings are {headings:?}");
    assert!(headings.iter().all(|n| [1, 4, 7, 11, 15].contains(n)), "S12: only they and the post's author line are short: {headings:?}");
    for s in &r.record.statements {
        let content = r.content(s);
        assert!(content.split_whitespace().count() > 3, "S12: a name in scare quotes taken for speech: {content}");
        assert!(!["داعش", "تويتر", "واع"].contains(&s.speaker.name.as_str()), "S12: a name in scare quotes speaks: {content}");
        let inside = |c: &Offsets| r.words(*c).contains('\n');
        assert!(!s.content.iter().any(inside), "S12: a statement runs over a sub-heading: {content}");
    }
    assert!(r.record.notes.is_empty(), "S12: every mark is understood: {:?}", r.record.notes);
}
