import type { BoardEdition, BoardStory } from "../../backend";
import { embargoPill, secondLookPill, type Worn, wear } from "../../components";
import { age, ago, isAhead, moment, stamp, t } from "../../i18n";

/** The pills of an edition: its state, and one thing more that somebody should know. */
export function pills(edition: BoardEdition): Worn[] {
  const worn = [wear(edition.pill, edition.approved_revision !== null)];
  if (edition.second_look) worn.push(secondLookPill());
  return worn;
}

/** The pill of a story that waits for its hour. */
export function embargo({ embargo: until }: BoardStory): Worn | null {
  return until && isAhead(until) ? embargoPill(moment(until)) : null;
}

/** What stands under a headline: place, authors, section, the original's language. */
export function meta({ place, authors, section, original }: BoardStory): string {
  return joined(place, authors.join(", "), section, t(`original-${original}`));
}

/** The small line under an edition's pill. */
export function note(edition: BoardEdition): string {
  const isMoving = edition.coming > 0 && edition.pill.state !== "behind";
  return joined(stateNote(edition), isMoving && t("board-coming"));
}

function stateNote(edition: BoardEdition): string {
  const { pill, since, person, approved_revision: approved, finding } = edition;
  switch (pill.state) {
    case "not_started":
      return "";
    case "approved":
    case "exported":
    case "newer_text":
      return joined(approved && `r${approved}`, since && stamp(since));
    case "behind":
      return since ? t("board-original-changed", { ago: ago(since) }) : "";
    case "in_review":
      return since ? t("board-waiting", { age: age(since) }) : "";
    case "errors":
      return finding ? t(`finding-${finding.replaceAll("_", "-")}`) : "";
    default:
      return joined(person, since && ago(since));
  }
}

/** All that is known of an edition, in sentences. */
export function details(edition: BoardEdition, story: BoardStory): string[] {
  const [worn, more] = pills(edition);
  return said(
    worn?.tip,
    more?.tip,
    behind(edition),
    edition.coming > 0 && t("pill-coming-tip", { count: edition.coming }),
    revisions(edition),
    signed(edition),
    findings(edition),
    embargo(story)?.tip,
  );
}

function revisions({ revision, approved_revision: approved }: BoardEdition): string {
  if (revision === null) return "";
  if (approved === null) return t("board-revision", { number: revision });
  if (approved === revision) return t("board-revision-approved", { number: revision });
  return t("board-revision-beside", { number: revision, approved });
}

function signed({ person, since }: BoardEdition): string {
  return joined(person, since && moment(since));
}

function behind({ behind: count, pill }: BoardEdition): string {
  return count > 0 && pill.state !== "behind" ? t("pill-behind-tip", { count }) : "";
}

function findings({ findings: { stop, warn }, finding, pill }: BoardEdition): string {
  const named = finding && t(`finding-${finding.replaceAll("_", "-")}`);
  const errors = stop > 0 && pill.state !== "errors" && t("pill-errors-tip", { count: stop });
  return joined(errors, named, warn > 0 && t("board-warnings", { count: warn }));
}

/** A language's name and the state, as the first words of its details. */
export function title(edition: BoardEdition): string {
  return `${t(`language-${edition.language}`)}: ${pills(edition)[0]?.words}`;
}

type Part = string | number | false | null | undefined;

/** The dot stays on the line of what it parts. */
function joined(...parts: Part[]): string {
  return said(...parts).join("\u00a0· ");
}

function said(...parts: Part[]): string[] {
  return parts.flatMap((part) => (part || part === 0 ? [String(part)] : []));
}
