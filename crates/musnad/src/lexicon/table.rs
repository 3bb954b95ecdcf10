//! The tables as they stand in `lexicon/tables`: rows of cells, found by column name.

/// A lexicon table. The file is `lexicon/tables/<name>.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "each variant is the table of that name; the tables' headers say what they hold")]
pub enum Table {
    Patterns,
    Reporting,
    Attribution,
    SpeechNouns,
    Verbs,
    Masdars,
    Commitments,
    Effects,
    Fixtures,
    Completions,
    FunctionWords,
    Countries,
    Cities,
    Regions,
    PlaceHeads,
    GivenNames,
    FamilyNames,
    Bodies,
    Outlets,
    Groups,
    OrgHeads,
    NameContexts,
    CommonWords,
    Titles,
    OfficeComplements,
    Sources,
    SourceAdjectives,
    Anonymity,
    Units,
    Currencies,
    Numbers,
    NumberModifiers,
    NumberChanges,
    NumberContexts,
    CueContexts,
    CountedNouns,
    Abbreviations,
    Months,
    HijriMonths,
    Weekdays,
    DayParts,
    Seasons,
    TimeUnits,
    Ordinals,
    TimeFrames,
    Feasts,
    TimeNames,
    Letters,
    Clitics,
}

impl Table {
    /// Every table, in the order of the enum.
    pub const ALL: &[Table] = {
        use Table::*;
        &[
            Patterns,
            Reporting,
            Attribution,
            SpeechNouns,
            Verbs,
            Masdars,
            Commitments,
            Effects,
            Fixtures,
            Completions,
            FunctionWords,
            Countries,
            Cities,
            Regions,
            PlaceHeads,
            GivenNames,
            FamilyNames,
            Bodies,
            Outlets,
            Groups,
            OrgHeads,
            NameContexts,
            CommonWords,
            Titles,
            OfficeComplements,
            Sources,
            SourceAdjectives,
            Anonymity,
            Units,
            Currencies,
            Numbers,
            NumberModifiers,
            NumberChanges,
            NumberContexts,
            CueContexts,
            CountedNouns,
            Abbreviations,
            Months,
            HijriMonths,
            Weekdays,
            DayParts,
            Seasons,
            TimeUnits,
            Ordinals,
            TimeFrames,
            Feasts,
            TimeNames,
            Letters,
            Clitics,
        ]
    };

    /// The file's name without its ending, and the word that row ids carry in evidence (`reporting` rows are `cue/qala`).
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Table::Patterns => ("patterns", "pattern"),
            Table::Reporting => ("reporting", "cue"),
            Table::Attribution => ("attribution", "attribution"),
            Table::SpeechNouns => ("speech_nouns", "speech-noun"),
            Table::Verbs => ("verbs", "verb"),
            Table::Masdars => ("masdars", "masdar"),
            Table::Commitments => ("commitments", "commitment"),
            Table::Effects => ("effects", "effect"),
            Table::Fixtures => ("fixtures", "fixture"),
            Table::Completions => ("completions", "completion"),
            Table::FunctionWords => ("function_words", "function"),
            Table::Countries => ("countries", "country"),
            Table::Cities => ("cities", "city"),
            Table::Regions => ("regions", "region"),
            Table::PlaceHeads => ("place_heads", "place-head"),
            Table::GivenNames => ("given_names", "given-name"),
            Table::FamilyNames => ("family_names", "family-name"),
            Table::Bodies => ("bodies", "body"),
            Table::Outlets => ("outlets", "outlet"),
            Table::Groups => ("groups", "group"),
            Table::OrgHeads => ("org_heads", "org-head"),
            Table::NameContexts => ("name_contexts", "name-context"),
            Table::CommonWords => ("common_words", "common-word"),
            Table::Titles => ("titles", "title"),
            Table::OfficeComplements => ("office_complements", "office-complement"),
            Table::Sources => ("sources", "source"),
            Table::SourceAdjectives => ("source_adjectives", "source-adjective"),
            Table::Anonymity => ("anonymity", "anonymity"),
            Table::Units => ("units", "unit"),
            Table::Currencies => ("currencies", "currency"),
            Table::Numbers => ("numbers", "number"),
            Table::NumberModifiers => ("number_modifiers", "number-modifier"),
            Table::NumberChanges => ("number_changes", "number-change"),
            Table::NumberContexts => ("number_contexts", "number-context"),
            Table::CueContexts => ("cue_contexts", "cue-context"),
            Table::CountedNouns => ("counted_nouns", "counted-noun"),
            Table::Abbreviations => ("abbreviations", "abbreviation"),
            Table::Months => ("months", "month"),
            Table::HijriMonths => ("hijri_months", "hijri-month"),
            Table::Weekdays => ("weekdays", "weekday"),
            Table::DayParts => ("day_parts", "day-part"),
            Table::Seasons => ("seasons", "season"),
            Table::TimeUnits => ("time_units", "time-unit"),
            Table::Ordinals => ("ordinals", "ordinal"),
            Table::TimeFrames => ("time_frames", "time"),
            Table::Feasts => ("feasts", "feast"),
            Table::TimeNames => ("time_names", "time-name"),
            Table::Letters => ("letters", "letter"),
            Table::Clitics => ("clitics", "clitic"),
        }
    }
}

/// The rows of one table. Cells are slices of the embedded file.
#[derive(Debug)]
pub struct Rows {
    columns: Vec<&'static str>,
    rows: Vec<Vec<&'static str>>,
}

/// Something wrong with a table, as a sentence with file and line.
pub type Problem = String;

impl Rows {
    /// Parses a table: a header line, then a row a line; `#` opens a comment line. What is wrong goes to `problems`.
    pub fn parse(name: &str, text: &'static str, problems: &mut Vec<Problem>) -> Rows {
        let mut lines = text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
        let columns: Vec<&str> = lines.next().map(|(_, l)| l.split('\t').collect()).unwrap_or_default();
        let mut rows = Vec::new();
        for (n, line) in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() == columns.len() {
                rows.push(cells);
            } else {
                problems.push(format!("lexicon/tables/{name}.tsv:{}: {} columns, the header has {}", n + 1, cells.len(), columns.len()));
            }
        }
        Rows { columns, rows }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The header.
    pub fn columns(&self) -> &[&'static str] {
        &self.columns
    }

    /// A cell; empty when there is no such row or column.
    pub fn cell(&self, row: usize, column: &str) -> &'static str {
        let c = self.columns.iter().position(|name| *name == column);
        c.and_then(|c| self.rows.get(row)?.get(c)).copied().unwrap_or("")
    }

    /// The values of a cell that holds several, `|` or `,` between them.
    pub fn list(&self, row: usize, column: &str) -> impl Iterator<Item = &'static str> + use<> {
        self.cell(row, column).split(['|', ',']).map(str::trim).filter(|s| !s.is_empty())
    }

    /// The row's id.
    pub fn id(&self, row: usize) -> &'static str {
        // Ids stand in the first column.
        self.rows.get(row).and_then(|cells| cells.first()).copied().unwrap_or("")
    }
}
