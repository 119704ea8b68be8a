export const SECTIONS = [
  "window",
  "people",
  "rules",
  "site",
  "names",
  "folders",
  "backups",
] as const;

export type Section = (typeof SECTIONS)[number];

let last: Section = "window";

/** Settings open where they were left. */
export const opened = {
  get section(): Section {
    return last;
  },
  set section(section) {
    last = section;
  },
};
