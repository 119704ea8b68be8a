//! Newsrooms for tests: one put together by hand, a story in three languages with every part that a
//! page can have; and the sample newsroom itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use shpalta_language::Language;
use shpalta_language::date::When;
use shpalta_newsroom::id::{
    ContentHash, DetailsHash, EditionId, MediaHash, NamesHash, OperationId, PersonId, RevisionId,
    StoryId,
};
use shpalta_newsroom::names::{Names, Spelt};
use shpalta_newsroom::publication::ledger::{Exports, Ledger};
use shpalta_newsroom::publication::{
    ApprovedText, Byline, ChangeKind, Dossier, EditionDossier, MediaFacts, PageDetails, PageText,
    PublicNote,
};
use shpalta_newsroom::setting::{Policy, Site};
use shpalta_newsroom::story::Story;
use shpalta_newsroom::{Act, Founding, Newsroom};

use crate::export::{Request, Source};
use crate::folder::Mode;

/// A grey pixel, with a text that says where it was taken.
pub const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\
    \0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
    \0\0\0\x10tEXtLocation\0Poltava\0\0\0\0\
    \0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\
    \0\0\0\0IEND\xaeB`\x82";

/// Stories in memory, media in a folder.
#[derive(Clone)]
pub struct Desk {
    pub site: Site,
    pub policy: Policy,
    pub stories: Vec<Dossier>,
    pub media: PathBuf,
}

impl Source for Desk {
    fn site(&self) -> shpalta_newsroom::Result<Site> {
        Ok(self.site.clone())
    }

    fn policy(&self) -> shpalta_newsroom::Result<Policy> {
        Ok(self.policy)
    }

    fn stories(&self) -> shpalta_newsroom::Result<Vec<(StoryId, String)>> {
        Ok(self.stories.iter().map(|one| (one.story.id, one.story.slug.clone())).collect())
    }

    fn dossier(&self, story: StoryId) -> shpalta_newsroom::Result<Dossier> {
        Ok(self.stories.iter().find(|one| one.story.id == story).cloned().unwrap())
    }

    fn story_named(&self, slug: &str) -> shpalta_newsroom::Result<Option<StoryId>> {
        let story = self.stories.iter().find(|one| one.story.slug == slug);
        Ok(story.map(|one| one.story.id))
    }

    fn media_path(&self, hash: MediaHash) -> PathBuf {
        self.media.join(hash.to_string())
    }

    fn last_change(&self) -> shpalta_newsroom::Result<i64> {
        Ok(0)
    }

    fn changed_since(&self, _: i64, _: Exports) -> shpalta_newsroom::Result<Vec<StoryId>> {
        Ok(self.stories.iter().map(|one| one.story.id).collect())
    }

    fn ledger(&self, _: &Path) -> Option<Ledger> {
        None
    }

    fn server_notes(&self, _: &Path) -> Option<PathBuf> {
        None
    }

    fn another(&self) -> shpalta_newsroom::Result<Self> {
        Ok(self.clone())
    }

    fn theme_folder(&self) -> Option<PathBuf> {
        Some(self.media.with_file_name("theme"))
    }

    fn made_of_media(&self, hash: MediaHash) -> Option<PathBuf> {
        Some(self.media.with_file_name("cache").join(hash.to_string()))
    }

    fn credit(&self, _: MediaHash) -> shpalta_newsroom::Result<Names> {
        Ok(Names::from([(Language::En, "Tram Museum".to_owned())]))
    }
}

impl Desk {
    /// A desk with the tram story; its media are kept below `folder`.
    pub fn new(folder: &Path) -> Self {
        let media = folder.join("media");
        fs::create_dir_all(&media).unwrap();
        let photo = hash_of(PIXEL);
        fs::write(media.join(photo.to_string()), PIXEL).unwrap();
        let name = |name: &str| name.to_owned();
        let site = Site {
            name: BTreeMap::from([
                (Language::Uk, name("Степ")),
                (Language::En, name("Step")),
                (Language::Ru, name("Степь")),
            ]),
            shows_views: true,
            has_avif: false,
            ..Site::default()
        };
        Self { site, policy: Policy::default(), stories: vec![tram(photo)], media }
    }

    pub fn edition(&mut self, language: Language) -> &mut EditionDossier {
        edition(&mut self.stories[0], language)
    }

    pub fn text(&mut self, language: Language) -> &mut PageText {
        &mut self.edition(language).approved.as_mut().unwrap().text
    }

    /// Another story, without photos, older than the others.
    pub fn add(&mut self, slug: &str, headline: &str) -> StoryId {
        let mut story = tram(hash_of(PIXEL));
        story.story.id = StoryId(uuid::Uuid::from_u128(100 + self.stories.len() as u128));
        story.story.slug = slug.to_owned();
        let older = i64::try_from(self.stories.len()).unwrap().days();
        let day = date(2026, 3, 5).saturating_sub(older);
        story.story.when = Some(When::Day(day));
        for edition in &mut story.editions {
            edition.address = slug.to_owned();
            edition.page.media.clear();
            let text = &mut edition.approved.as_mut().unwrap().text;
            text.headline = headline.to_owned();
            text.body = "…".to_owned();
        }
        self.stories.push(story);
        self.stories.last().unwrap().story.id
    }
}

/// The sample newsroom, founded the day before, and its owner.
pub fn furnished(folder: &Path) -> (Newsroom, PersonId) {
    let owner = PersonId(uuid::Uuid::from_u128(1));
    let operation = OperationId(uuid::Uuid::from_u128(2));
    let act = Act { operation, by: owner, at: instant("2026-03-04T10:00:00Z") };
    let source = shpalta_newsroom::sample::source();
    let founding = Founding { owner: "Own".to_owned(), source, site: None };
    let mut newsroom = Newsroom::create(folder, &act, &founding).unwrap();
    shpalta_newsroom::sample::furnish(&mut newsroom, &act).unwrap();
    (newsroom, owner)
}

/// An export of everything to a folder.
pub fn request(to: &Path) -> Request {
    Request {
        stories: None,
        languages: Language::ALL.to_vec(),
        to: Some(to.to_owned()),
        now: instant("2026-03-05T10:00:00Z"),
        override_reason: None,
        mode: Mode::Write,
    }
}

pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn hash_of(bytes: &[u8]) -> MediaHash {
    MediaHash(Sha256::digest(bytes).into())
}

pub fn edition(story: &mut Dossier, language: Language) -> &mut EditionDossier {
    story.editions.iter_mut().find(|edition| edition.language == language).unwrap()
}

/// The note of a correction at 12:40 in Kyiv.
pub fn corrected(text: &str) -> PublicNote {
    let at = instant("2026-03-05T10:40:00Z");
    PublicNote { change: ChangeKind::Correction, at, text: text.to_owned() }
}

pub fn byline(language: Language, name: &str) -> Byline {
    Byline { name: spelt(language, name), key: "a".to_owned(), photo: None }
}

pub fn spelt(language: Language, name: &str) -> Spelt {
    Spelt { name: name.to_owned(), language }
}

fn tram(photo: MediaHash) -> Dossier {
    let [uk, en, ru] = [
        ("Трамвай повернувся на набережну Полтави: що змінилося", UK, "Полтава", "Оксана Гай"),
        ("Trams return to the Poltava embankment", EN, "Poltava", "Oksana Hai"),
        ("Трамвай вернулся на набережную Полтавы: что изменилось", RU, "Полтава", "Оксана Гай"),
    ];
    let editions = Language::ALL.into_iter().zip([uk, en, ru]).zip([1_u8, 2, 3]).map(
        |((language, (headline, body, place, author)), number)| {
            let lead = body.lines().next().unwrap_or_default();
            EditionDossier {
                edition: EditionId(uuid::Uuid::from_u128(number.into())),
                language,
                address: "tramvai-na-naberezhnii".to_owned(),
                headline: Some(headline.to_owned()),
                approved: Some(ApprovedText {
                    revision: RevisionId(uuid::Uuid::from_u128(10 + u128::from(number))),
                    number: 1,
                    content: ContentHash([number; 32]),
                    text: PageText {
                        headline: headline.to_owned(),
                        lead: lead.to_owned(),
                        body: body[lead.len()..].replace("PHOTO", &photo.to_string()),
                        approved: instant("2026-03-05T09:30:00Z"),
                        since: instant("2026-03-05T09:30:00Z"),
                        change: ChangeKind::Update,
                        notes: Vec::new(),
                    },
                }),
                page: PageDetails {
                    place: Some(spelt(language, place)),
                    source: Some(spelt(
                        language,
                        if language == Language::En { "STP" } else { "СТП" },
                    )),
                    authors: vec![Byline {
                        name: spelt(language, author),
                        key: "oksana-hai".to_owned(),
                        photo: None,
                    }],
                    media: BTreeMap::from([(photo, facts(language))]),
                },
                details: DetailsHash([0; 32]),
                names: NamesHash([0; 32]),
                followed: None,
                findings: Vec::new(),
                withdrawal: None,
                awaited: None,
                exported: None,
                went_out: None,
                former: Vec::new(),
            }
        },
    );
    let story = Story {
        id: StoryId(uuid::Uuid::from_u128(1)),
        slug: "tramvai".to_owned(),
        original: Language::Uk,
        place: None,
        source: None,
        authors: Vec::new(),
        when: Some(When::Day(date(2026, 3, 5))),
        section: None,
        tags: Vec::new(),
        embargo: None,
        views: Some(30_209),
        first_published: None,
    };
    Dossier { story, editions: editions.collect() }
}

fn facts(language: Language) -> MediaFacts {
    let credit = match language {
        Language::Uk => "Полтавська міськрада",
        Language::En => "Poltava City Council",
        Language::Ru => "Полтавский горсовет",
    };
    MediaFacts {
        extension: "png".to_owned(),
        size: Some((1, 1)),
        credit: Some(credit.to_owned()),
        ends: None,
        waits: None,
    }
}

const UK: &str = r#"Після двох років ремонту перший вагон вийшов на лінію о шостій ранку. Проїзд до кінця тижня безкоштовний.

У Полтаві відновили рух трамвая набережною, [повідомляє міськрада](https://example.org/rada "Сайт міськради"). Лінію закрили 2024 року[^1].

## Деталі

Що змінили під час ремонту:

- замінили 4,2 км колії;
- поставили **шумозахисні** плити;
- зробили зупинки *доступними* для людей на візках.

![Вагон на набережній](media:PHOTO "Перший вагон після ремонту")

> Ми слухали мешканців будинків уздовж лінії. Вночі їх тепер нічого не будить.
>
> – Марко Лис, начальник депо

| Відрізок | Довжина | Вартість |
| --- | ---: | ---: |
| Вокзал – міст | 2,6 км | 48 млн грн |
| Міст – парк | 1,6 км | 31 млн грн |

1. Спершу відкрили лінію.
2. Улітку додадуть вагони.

## Нагадаємо

Торік місто замовило шість вагонів. Перші два прибули в лютому.

[^1]: За рішенням виконкому № 17.
"#;

const EN: &str = r#"The first car left the depot at 6 a.m. after two years of repairs. Rides are free until the end of the week.

Trams are running along the Poltava embankment again, [the city council says](https://example.org/council). The line closed in 2024[^1].

## Details

What was changed:

- 4.2 km of track was replaced
- **sound-absorbing** slabs were laid
- stops were made *accessible* for wheelchair users

![A tram on the embankment](media:PHOTO "The first tram after the repairs")

> We listened to the people who live along the line. Nothing wakes them at night now.
>
> - Marko Lys, head of the depot

| Section | Length | Cost |
| --- | ---: | ---: |
| Station to bridge | 2.6 km | 48 million hryvnias |
| Bridge to park | 1.6 km | 31 million hryvnias |

1. First the line was opened.
2. More cars will be added in the summer.

## Background

The city ordered six cars last year. The first two arrived in February.

[^1]: By decision No. 17 of the executive committee.
"#;

const RU: &str = r#"После двух лет ремонта первый вагон вышел на линию в шесть утра. Проезд до конца недели бесплатный.

В Полтаве возобновили движение трамвая по набережной, [сообщает горсовет](https://example.org/sovet). Линию закрыли в 2024 году[^1].

## Детали

Что изменили во время ремонта:

- заменили 4,2 км путей;
- положили **шумозащитные** плиты;
- сделали остановки *доступными* для людей на колясках.

![Вагон на набережной](media:PHOTO "Первый вагон после ремонта")

> Мы слушали жителей домов вдоль линии. Ночью их теперь ничто не будит.
>
> — Марко Лис, начальник депо

| Отрезок | Длина | Стоимость |
| --- | ---: | ---: |
| Вокзал – мост | 2,6 км | 48 млн грн |
| Мост – парк | 1,6 км | 31 млн грн |

1. Сначала открыли линию.
2. Летом добавят вагоны.

## Напомним

В прошлом году город заказал шесть вагонов. Первые два прибыли в феврале.

[^1]: По решению исполкома № 17.
"#;
