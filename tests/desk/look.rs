//! Looking at the desk.

use rusqlite::{Connection, OpenFlags};
use shpalta_language::Language;
use shpalta_newsroom::board::BoardEdition;
use shpalta_newsroom::finding::{FindingCode, Severity};
use shpalta_newsroom::publication::EditionDossier;
use shpalta_newsroom::status::{EditionStatus, Editorial};
use shpalta_newsroom::translation::RowState;

use super::{Desk, block_of};

impl Desk {
    pub fn status(&self, language: Language) -> EditionStatus {
        let mut status = self.newsroom.status(self.story, self.now()).unwrap();
        status.editions.remove(&language).unwrap()
    }

    pub fn editorial(&self, language: Language) -> Editorial {
        self.status(language).editorial
    }

    pub fn behind(&self, language: Language) -> usize {
        self.status(language).behind
    }

    pub fn coming(&self, language: Language) -> usize {
        self.status(language).coming
    }

    /// Editorial state, behind, coming: what an edition's pill says.
    pub fn pill(&self, language: Language) -> (Editorial, usize, usize) {
        let status = self.status(language);
        (status.editorial, status.behind, status.coming)
    }

    /// The states of the rows that are not fresh, in their order.
    pub fn stale(&self, language: Language) -> Vec<RowState> {
        let rows = self.status(language).rows;
        rows.iter().map(|row| row.state).filter(|state| *state != RowState::Fresh).collect()
    }

    /// The row of a translation's paragraph, both counted from 1.
    pub fn row_of(&self, language: Language, paragraph: usize) -> usize {
        let rows = self.status(language).rows;
        let block = Some(block_of(paragraph));
        rows.iter().find(|row| row.block == block).expect("a row with this paragraph").row
    }

    pub fn dossier(&self, language: Language) -> EditionDossier {
        let dossier = self.newsroom.dossier(self.story).unwrap();
        dossier.editions.into_iter().find(|edition| edition.language == language).unwrap()
    }

    /// Codes of the findings that hold an edition back at export.
    pub fn stops(&self, language: Language) -> Vec<FindingCode> {
        let findings = self.dossier(language).findings;
        let stops = findings.iter().filter(|finding| finding.severity == Severity::Stop);
        let mut codes: Vec<FindingCode> = stops.map(|finding| finding.code).collect();
        codes.dedup();
        codes
    }

    pub fn is_exportable(&self, language: Language) -> bool {
        self.stops(language).is_empty()
    }

    /// The text of an edition's draft.
    pub fn body(&self, language: Language) -> String {
        self.newsroom.draft(self.story, language).unwrap().text.body
    }

    /// The edition as the board shows it.
    pub fn on_board(&self, language: Language) -> BoardEdition {
        let story = self.newsroom.board_story(self.story, language, self.now()).unwrap();
        story.editions.into_iter().find(|edition| edition.language == language).unwrap()
    }

    /// The decisions of an edition, the oldest first, as words.
    pub fn decisions(&self, language: Language) -> Vec<String> {
        let history = self.newsroom.history(self.story, language).unwrap();
        history.decisions.into_iter().rev().map(|decision| decision.decision).collect()
    }

    /// How many changes the newsroom has announced.
    pub fn changes(&self) -> u64 {
        self.peek().query_row("SELECT count(*) FROM change", [], |row| row.get(0)).unwrap()
    }

    /// A second, reading connection: for what the newsroom tells nobody.
    pub fn peek(&self) -> Connection {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        Connection::open_with_flags(self.folder().join("newsroom.db"), flags).unwrap()
    }

    /// Fails unless every hash, link, chain and cached row is what it should be.
    pub fn verify(&self) {
        assert_eq!(self.newsroom.verify().unwrap().faults, []);
    }
}
