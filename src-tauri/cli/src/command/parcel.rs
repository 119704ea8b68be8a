//! Parcels: a story to hand over.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::Error;
use shpalta_newsroom::parcel::{Differing, ENDING, MergeOffer, Sent, Taken};
use shpalta_text::merge::Piece;

use super::{Answer, write};
use crate::arguments::{By, Parcel, Revision};
use crate::desk::Desk;
use crate::words::counted;

/// `parcel`
pub(super) fn run(desk: &mut Desk, parcel: &Parcel) -> Answer {
    match parcel {
        Parcel::Out { slug, to, by } => out(desk, slug, to.as_deref(), by),
        Parcel::In { file, by } => take_in(desk, file, by),
        Parcel::Merge { slug, lang, revision, from, dry_run, by } => {
            let merging = Merging { slug, language: *lang, revision: *revision };
            match (dry_run, from) {
                (true, _) => merging.show(desk),
                (false, Some(from)) => merging.write(desk, from, by),
                (false, None) => merging.put_together(desk, by),
            }
        }
    }
}

fn out(desk: &mut Desk, slug: &str, to: Option<&Path>, by: &By) -> Answer {
    let act = desk.act(by)?;
    let story = desk.story(slug)?;
    let to = to.map_or_else(|| PathBuf::from(format!("{slug}.{ENDING}")), Path::to_owned);
    let sent = desk.newsroom.parcel_out(&act, story, &to)?;
    Ok(desk.format.reply(|| &sent, || sent_as_text(&sent)))
}

fn sent_as_text(sent: &Sent) -> String {
    let kilobytes = sent.bytes.div_ceil(1000);
    let parts = [(sent.revisions, "revision"), (sent.decisions, "decision"), (sent.media, "photo")];
    let parts = parts.map(|(count, one)| counted(count, one)).join(", ");
    let mut text = format!("Written: {} ({kilobytes} kB: {parts}).\n", sent.file.display());
    for media in &sent.missing {
        let _ = writeln!(text, "Not in it, because its file is lost: media:{media}");
    }
    text
}

fn take_in(desk: &mut Desk, file: &Path, by: &By) -> Answer {
    let act = desk.act(by)?;
    let taken = desk.newsroom.parcel_in(&act, file)?;
    Ok(desk.format.reply(|| &taken, || taken_as_text(&taken)))
}

fn taken_as_text(taken: &Taken) -> String {
    let Taken { story, revisions, decisions, media, .. } = taken;
    let parts = [(revisions.len(), "revision"), (*decisions, "decision"), (*media, "photo")];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, one)| counted(count, one))
        .collect();
    let mut text = match (taken.is_new, parts.is_empty()) {
        (true, _) => format!("New: {story}, with {}.\n", parts.join(", ")),
        (false, false) => format!("{story}: {} taken in.\n", parts.join(", ")),
        (false, true) => format!("{story}: it was all here already.\n"),
    };
    for name in &taken.people {
        let _ = writeln!(text, "Not known before, and without rights here: {name}");
    }
    for key in &taken.differing_details {
        let _ = writeln!(text, "Theirs has another {key}; ours stays.");
    }
    for Differing { language, ours, theirs, .. } in &taken.differing {
        let code = language.code();
        let _ = writeln!(
            text,
            "{code} was written on here and there: the draft is r{ours}, theirs is r{theirs}. See: \
             shpalta parcel merge {story} --lang {code} --revision r{theirs} --dry-run"
        );
    }
    text
}

/// `parcel merge`
struct Merging<'a> {
    slug: &'a str,
    language: Language,
    revision: Revision,
}

impl Merging<'_> {
    fn show(&self, desk: &Desk) -> Answer {
        let story = desk.story(self.slug)?;
        let offer = desk.newsroom.merge_offer(story, self.language, self.revision.0)?;
        Ok(desk.format.reply(|| &offer, || offer_as_text(&offer)))
    }

    /// Conflicts are shown, and refused.
    fn put_together(&self, desk: &mut Desk, by: &By) -> Answer {
        let act = desk.act(by)?;
        let story = desk.story(self.slug)?;
        match desk.newsroom.merge(&act, story, self.language, self.revision.0, None, None) {
            Ok(number) => Ok(self.merged(desk, number)),
            Err(error @ Error::MergeConflicts(_)) => Ok(self.show(desk)?.but(Some(error.into()))),
            Err(error) => Err(error.into()),
        }
    }

    fn write(&self, desk: &mut Desk, from: &Path, by: &By) -> Answer {
        let act = desk.act(by)?;
        let story = desk.story(self.slug)?;
        // Whoever saves while the file is being read is not overwritten.
        let draft = desk.newsroom.draft(story, self.language)?;
        let parsed = write::parsed(desk, from, self.language)?;
        let text = parsed.over(draft.text);
        let (theirs, save) = (self.revision.0, Some(draft.save));
        let number = desk.newsroom.merge(&act, story, self.language, theirs, Some(&text), save)?;
        Ok(self.merged(desk, number))
    }

    fn merged(&self, desk: &Desk, number: u32) -> crate::output::Reply {
        let Self { slug, language, revision } = self;
        let value = || json!({ "story": slug, "lang": language, "revision": number });
        let text = || {
            let code = language.code();
            format!("{slug} {code}: r{number} is the draft with r{} in it.", revision.0)
        };
        desk.format.reply(value, text)
    }
}

fn offer_as_text(offer: &MergeOffer) -> String {
    let mut text = String::new();
    for field in &offer.fields {
        let said: String = field.pieces.iter().map(piece).collect();
        if !said.is_empty() {
            let _ = writeln!(text, "{}\n{}\n", field.field, said.trim_end());
        }
    }
    if offer.conflicts > 0 {
        let _ = writeln!(text, "To be chosen: {}.", counted(offer.conflicts, "place"));
    }
    text
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Kept { text }
        | Piece::Ours { text, .. }
        | Piece::Theirs { text, .. }
        | Piece::Both { text, .. } => text.clone(),
        Piece::Conflict { ours, theirs, .. } => format!("{{{ours}|{theirs}}}"),
    }
}
