import type { BoardEdition, BoardStory, Language } from "../../backend";

/** An edition on the board for tests: approved, with nothing to say of it. */
export const edition = (language: Language, changed: Partial<BoardEdition> = {}): BoardEdition => ({
  language,
  headline: "",
  pill: { state: "approved" },
  editorial: "approved",
  publication: "never",
  revision: 1,
  approved_revision: 1,
  rows: 3,
  written: 3,
  behind: 0,
  coming: 0,
  findings: { stop: 0, warn: 0 },
  finding: null,
  since: null,
  person: null,
  second_look: false,
  ...changed,
});

/** A story in the works of these editions. */
export const story = (...editions: BoardEdition[]): BoardStory => ({
  story: "trains",
  original: "uk",
  headline: "",
  place: null,
  authors: [],
  section: null,
  embargo: null,
  changed: "2025-01-20T10:00:00Z",
  editions,
});
