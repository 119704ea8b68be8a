// The same site as the other programs make: what lists, feeds and the switch of languages need is
// gathered once, from all stories.

const SITE = "https://example.org";
const PART = 50;
const LANGUAGES = ["uk", "en", "ru"];
const FOLDERS = { uk: "", en: "en/", ru: "ru/" };

const WORDS = {
  uk: {
    site: "Залізничні новини", tongue: "Українська", locale: "uk_UA",
    skip: "Перейти до тексту", switch: "Мова", latest: "Останні новини",
    sections: "Рубрики", byline: "Текст:", tags: "Теги",
    newer: "Новіші матеріали", older: "Раніші матеріали"
  },
  en: {
    site: "Railway News", tongue: "English", locale: "en_US",
    skip: "Skip to content", switch: "Language", latest: "Latest news",
    sections: "Sections", byline: "By", tags: "Tags",
    newer: "Newer stories", older: "Older stories"
  },
  ru: {
    site: "Железнодорожные новости", tongue: "Русский", locale: "ru_UA",
    skip: "Перейти к тексту", switch: "Язык", latest: "Последние новости",
    sections: "Рубрики", byline: "Текст:", tags: "Теги",
    newer: "Более новые материалы", older: "Более ранние материалы"
  }
};

const address = (path) => `${SITE}/${path.replace(/index\.html$/, "")}`;

const inLanguage = (api, language) =>
  api
    .getFilteredByGlob(`content/${language}/news/*.md`)
    .sort((one, other) => other.date - one.date);

/** What a list shows of a story. */
const listed = ({ url, data }) => ({
  href: url,
  url: address(url.slice(1)),
  title: data.title,
  description: data.description,
  dateline: data.dateline,
  moment: data.moment,
  mail: data.mail,
  stamp: data.stamp,
  authors: data.authors,
  tags: [...data.rubrics, ...(data.words ?? [])],
});

/** The pages of one list, the newest stories first. */
const parts = (language, name, heading, stories, more) => {
  const count = Math.max(1, Math.ceil(stories.length / PART));
  const path = (part) => {
    const folder = FOLDERS[language];
    if (part === 0) return `${folder}${name}.html`;
    return name === "index" ? `${folder}latest/${part}.html` : `${folder}${name}/${part}.html`;
  };
  return Array.from({ length: count }, (_, part) => ({
    ...more,
    language,
    heading,
    path: path(part),
    url: address(path(part)),
    newer: part > 0 ? `/${path(part - 1)}` : undefined,
    older: part + 1 < count ? `/${path(part + 1)}` : undefined,
    stories: stories.slice(part * PART, (part + 1) * PART),
    versions: part > 0 ? [] : LANGUAGES.map((one) => version(one, `${FOLDERS[one]}${name}.html`)),
  }));
};

const version = (language, path) => ({ language, href: `/${path}`, url: address(path) });

/** Stories by a key of theirs, with the word that the language has for it. */
const grouped = (items, keyed) => {
  const groups = new Map();
  for (const item of items) {
    for (const [key, word] of keyed(item.data)) {
      if (!groups.has(key)) groups.set(key, { word, stories: [] });
      groups.get(key).stories.push(listed(item));
    }
  }
  return groups;
};

const rubrics = (data) => data.rubric_keys.map((key, at) => [key, data.rubrics[at]]);
const authors = (data) => data.author_keys.map((key, at) => [key, data.authors[at]]);

const listsOf = (api, language) => {
  const items = inLanguage(api, language);
  const bySection = grouped(items, rubrics);
  const sections = [...bySection].map(([key, { word }]) => ({
    name: word,
    href: `/${FOLDERS[language]}section/${key}.html`,
  }));
  const front = { front: true, sections };
  const all = parts(language, "index", WORDS[language].latest, items.map(listed), front);
  for (const [key, { word, stories }] of bySection) {
    all.push(...parts(language, `section/${key}`, word, stories, {}));
  }
  for (const [key, { word, stories }] of grouped(items, authors)) {
    all.push(...parts(language, `author/${key}`, word, stories, {}));
  }
  return all;
};

const feed = (feed) => ({
  version: "https://jsonfeed.org/version/1.1",
  title: feed.title,
  description: feed.description,
  home_page_url: feed.home,
  language: feed.language,
  items: feed.stories.map((story) => ({
    id: story.url,
    url: story.url,
    title: story.title,
    content_text: story.description,
    date_published: story.moment,
    authors: story.authors.map((name) => ({ name })),
    tags: story.tags,
    language: feed.language,
  })),
});

const structured = (data, versions) => ({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: data.title,
  description: data.description,
  inLanguage: data.language,
  datePublished: data.moment,
  author: data.authors.map((name, at) => ({
    "@type": "Person",
    name,
    url: address(`${FOLDERS[data.language]}author/${data.author_keys[at]}.html`),
  })),
  publisher: {
    "@type": "Organization",
    name: WORDS[data.language].site,
    url: address(FOLDERS[data.language]),
  },
  dateline: data.dateline,
  contentLocation: { "@type": "Place", name: data.dateline },
  articleSection: data.rubrics[0],
  keywords: data.words,
  url: address(data.permalink),
  mainEntityOfPage: address(data.permalink),
  workTranslation: versions
    .filter(({ language }) => language !== data.language)
    .map(({ language, url }) => ({ "@type": "NewsArticle", "@id": url, inLanguage: language })),
});

const ninjs = ({ content, data }) => ({
  altIds: [{ role: "story", value: `urn:story:${data.key}` }],
  associations: [],
  bodies: [{ contentType: "text/html", role: "main", value: content }],
  by: data.authors.join(", "),
  copyrightHolder: WORDS[data.language].site,
  descriptions: [{ role: "lead", value: data.description }],
  firstCreated: data.moment,
  headlines: [{ role: "main", value: data.title }],
  infoSources: [{ name: data.source, role: "source" }],
  language: data.language,
  located: data.dateline,
  people: data.authors.map((name) => ({ name, rel: "author" })),
  pubStatus: "usable",
  renditions: [{ contentType: "text/html", href: address(data.permalink), name: "web" }],
  representationType: "full",
  slugline: data.key,
  standard: {
    name: "ninjs",
    schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
    version: "3.1",
  },
  subjects: [
    ...data.rubrics.map((name) => ({ name, rel: "section" })),
    ...(data.words ?? []).map((name) => ({ name, rel: "keyword" })),
  ],
  type: "text",
  uri: `urn:edition:${data.key}:${data.language}`,
  versionCreated: data.moment,
});

export default function (config) {
  config.addGlobalData("labels", WORDS);
  config.addGlobalData("folders", FOLDERS);
  config.addCollection("versions", (api) => {
    const stories = {};
    for (const language of LANGUAGES) {
      for (const { data, url } of inLanguage(api, language)) {
        (stories[data.key] ??= []).push(version(language, url.slice(1)));
      }
    }
    return stories;
  });
  config.addCollection("stories", (api) => LANGUAGES.flatMap((one) => inLanguage(api, one)));
  config.addCollection("lists", (api) => LANGUAGES.flatMap((one) => listsOf(api, one)));
  config.addCollection("feeds", (api) =>
    LANGUAGES.map((language) => ({
      language,
      folder: FOLDERS[language],
      home: address(FOLDERS[language]),
      title: WORDS[language].site,
      description: WORDS[language].latest,
      stories: inLanguage(api, language).slice(0, 50).map(listed),
    })),
  );
  config.addFilter("absolute", address);
  config.addFilter("initials", (name) => name.split(" ").map((word) => word[0]).join(""));
  config.addFilter("feed", (told) => JSON.stringify(feed(told), null, 2));
  config.addFilter("ninjs", (story) => JSON.stringify(ninjs(story), null, 2));
  config.addFilter("structured", function (versions) {
    return JSON.stringify(structured(this.ctx, versions)).replaceAll("<", "\\u003c");
  });
  config.addPassthroughCopy({ static: "/" });
  return {
    dir: { input: "content", includes: "../layouts" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
