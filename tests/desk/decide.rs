//! Deciding at the desk.

use shpalta_language::Language;
use shpalta_newsroom::Result;
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::publication::{
    ChangeKind, EditionDossier, ExportRun, ExportedRow, Found, Target,
};
use shpalta_newsroom::translation::{Confirmed, Which};

use super::{Desk, Who, block_of};

impl Desk {
    /// The editor approves what stands there.
    pub fn approve(&mut self, language: Language) {
        self.approve_by(Who::Editor, language).unwrap();
    }

    pub fn approve_by(&mut self, who: Who, language: Language) -> Result<()> {
        self.approve_as(who, language, ChangeKind::Update, None)
    }

    pub fn approve_as(
        &mut self,
        who: Who,
        language: Language,
        change: ChangeKind,
        note: Option<&str>,
    ) -> Result<()> {
        let act = self.act(who);
        self.newsroom.approve(&act, self.story, language, Approving { change, note, content: None })
    }

    pub fn submit(&mut self, who: Who, language: Language) -> Result<()> {
        let act = self.act(who);
        self.newsroom.submit(&act, self.story, language, None)
    }

    pub fn return_by(&mut self, who: Who, language: Language, comment: &str) -> Result<()> {
        let act = self.act(who);
        self.newsroom.return_text(&act, self.story, language, Some(comment))
    }

    pub fn revoke(&mut self, who: Who, language: Language) -> Result<()> {
        let act = self.act(who);
        self.newsroom.revoke(&act, self.story, language, None)
    }

    /// "Still right", or "done", about one paragraph of a translation (counted from 1).
    pub fn confirm(
        &mut self,
        who: Who,
        language: Language,
        paragraph: usize,
        reason: Option<&str>,
    ) -> Result<Confirmed> {
        let row = self.row_of(language, paragraph);
        self.confirm_row(who, language, row, reason)
    }

    pub fn confirm_row(
        &mut self,
        who: Who,
        language: Language,
        row: usize,
        reason: Option<&str>,
    ) -> Result<Confirmed> {
        let act = self.act(who);
        self.newsroom.confirm(&act, self.story, language, Which::Row(row), reason, None)
    }

    /// Marks a paragraph of the original (counted from 1) as a minor change.
    pub fn minor(&mut self, who: Who, paragraph: usize) -> Result<usize> {
        let act = self.act(who);
        self.newsroom.mark_minor(&act, self.story, block_of(paragraph), None)
    }

    pub fn set(&mut self, who: Who, key: &str, value: &str) -> Result<Option<String>> {
        let act = self.act(who);
        self.newsroom.set_story(&act, self.story, key, value)
    }

    /// Records that the approved texts of these languages are on the site now.
    pub fn export(&mut self, languages: &[Language]) {
        self.export_by(Who::Editor, languages, None).unwrap();
    }

    /// Records an export; `overriding` is the reason why a finding did not hold it back.
    pub fn export_by(
        &mut self,
        who: Who,
        languages: &[Language],
        overriding: Option<&str>,
    ) -> Result<()> {
        let rows = languages.iter().map(|language| {
            let overridden = overriding.map(str::to_owned);
            ExportedRow { overridden, ..exported_row(&self.dossier(*language)) }
        });
        let rows = rows.collect();
        let act = self.act(who);
        let run =
            ExportRun { target: Target::Site, rows, findings: Found::new(), held: Vec::new() };
        self.newsroom.record_export(&act, &run)
    }
}

fn exported_row(dossier: &EditionDossier) -> ExportedRow {
    let approved = dossier.approved.as_ref();
    let path = format!("{}/{}.html", dossier.language.code(), dossier.address);
    ExportedRow {
        edition: dossier.edition,
        revision: approved.map(|text| text.revision),
        content: approved.map(|text| text.content),
        details: dossier.details,
        names: dossier.names,
        followed: dossier.followed,
        path,
        sha256: "0".repeat(64),
        overridden: None,
    }
}
