import type { BoardEdition } from "./BoardEdition";
import type { Finding } from "./Finding";
import type { Language } from "./Language";
import type { Publication } from "./Publication";

export type StoryEdition = BoardEdition & {
  address: string | null;
  follows: Language | null;
  finding_list: Finding[];
  publication: Publication;
};
