//! What the filters list, told slowly: every story is looked at, and nothing that the board
//! counts or marks is believed.

use shpalta_language::Language;
use shpalta_newsroom::board::{BoardEdition, BoardFilter, BoardStory, Pill};
use shpalta_newsroom::finding::Severity;
use shpalta_newsroom::id::{PersonId, StoryId};
use shpalta_newsroom::status::{Editorial, Publication};
use shpalta_tests::desk::{Desk, Who};

/// A story as it is shown, with what the rules ask besides.
pub struct Told {
    pub slug: String,
    is_embargoed: bool,
    begun_by: PersonId,
    editions: Vec<ToldEdition>,
}

struct ToldEdition {
    shown: BoardEdition,
    follows: Option<Language>,
    /// Who saved the draft last.
    writer: Option<PersonId>,
    /// Who submitted last.
    submitter: Option<PersonId>,
    /// Whether a finding of export stops the approved text.
    is_stopped: bool,
}

impl Told {
    pub fn of(desk: &Desk, shown: BoardStory, begun_by: Who) -> Self {
        let is_embargoed = shown.embargo.is_some_and(|until| until > desk.now());
        let editions = shown.editions.into_iter();
        Self {
            is_embargoed,
            begun_by: desk.person(begun_by),
            editions: editions.map(|edition| ToldEdition::of(desk, shown.id, edition)).collect(),
            slug: shown.story,
        }
    }

    /// How many editions of the story a filter counts for somebody; for the filters that count
    /// stories one edition is enough.
    pub fn editions(&self, desk: &Desk, who: Who, filter: BoardFilter) -> usize {
        let me = desk.person(who);
        let counts = |edition: &&ToldEdition| match filter {
            BoardFilter::All => true,
            BoardFilter::Open => edition.is_open(),
            BoardFilter::Behind => matches!(edition.shown.pill, Pill::Behind { .. }),
            BoardFilter::Review => edition.shown.pill == Pill::InReview,
            BoardFilter::Embargoed => self.is_embargoed,
            BoardFilter::Withdrawn => matches!(edition.shown.pill, Pill::Withdrawn | Pill::Held),
            BoardFilter::Write => {
                let mine = self.begun_by == me || edition.writer == Some(me);
                edition.follows.is_none() && edition.waits_for(who) && mine
            }
            BoardFilter::Translate => self.has_original(edition) && edition.waits_for(who),
            BoardFilter::Approve => {
                let is_mine = approves(who, edition.shown.language);
                let in_review = edition.shown.editorial == Editorial::InReview;
                is_mine && in_review && edition.submitter != Some(me)
            }
            BoardFilter::Ready => {
                let is_out = edition.shown.publication == Publication::Exported;
                let is_mine = approves(who, edition.shown.language);
                is_mine && !edition.is_stopped && !is_out && !self.is_embargoed
            }
        };
        self.editions.iter().filter(counts).count()
    }

    fn has_original(&self, edition: &ToldEdition) -> bool {
        let followed =
            self.editions.iter().find(|other| Some(other.shown.language) == edition.follows);
        followed.is_some_and(|other| other.shown.editorial != Editorial::NotStarted)
    }
}

impl ToldEdition {
    fn of(desk: &Desk, story: StoryId, shown: BoardEdition) -> Self {
        let language = shown.language;
        let decisions = desk.newsroom.history(story, language).unwrap().decisions;
        let submit = decisions.into_iter().find(|decision| decision.decision == "submit");
        let submitter = submit.map(|submit| desk.newsroom.person_named(&submit.person).unwrap().id);
        let dossier = desk.newsroom.dossier(story).unwrap();
        let page = dossier.editions.iter().find(|page| page.language == language).unwrap();
        Self {
            follows: follows(desk, story, language),
            writer: desk.newsroom.draft(story, language).unwrap().person,
            submitter,
            is_stopped: page.findings.iter().any(|finding| finding.severity == Severity::Stop),
            shown,
        }
    }

    fn is_open(&self) -> bool {
        match self.shown.pill {
            Pill::NotStarted => self.follows.is_none(),
            pill => !matches!(pill, Pill::Withdrawn | Pill::Exported),
        }
    }

    /// Whether the text is for somebody to go on with.
    fn waits_for(&self, who: Who) -> bool {
        use Editorial::{Draft, NotStarted, Returned};
        let edition = &self.shown;
        let unfinished = matches!(edition.editorial, NotStarted | Draft | Returned);
        writes(who, edition.language)
            && edition.pill != Pill::Withdrawn
            && (unfinished || edition.findings.stop > 0 || edition.behind > 0)
    }
}

/// The languages that somebody holds some role for.
fn writes(who: Who, language: Language) -> bool {
    match who {
        Who::Reporter | Who::UkrainianEditor => language == Language::Uk,
        Who::Translator => language != Language::Uk,
        Who::Owner | Who::Editor | Who::SecondEditor | Who::Chief => true,
    }
}

fn approves(who: Who, language: Language) -> bool {
    writes(who, language) && !matches!(who, Who::Reporter | Who::Translator)
}

/// The edition that one follows, by what is stored.
fn follows(desk: &Desk, story: StoryId, language: Language) -> Option<Language> {
    let original = desk.newsroom.story(story).unwrap().original;
    let query = "SELECT made_from FROM edition WHERE story = ? AND language = ?";
    let parameters = (story.0.as_bytes(), language.code());
    let made_from: Option<String> =
        desk.peek().query_row(query, parameters, |row| row.get(0)).unwrap();
    let followed = made_from.and_then(|code| Language::from_code(&code)).unwrap_or(original);
    (language != original).then_some(followed)
}
