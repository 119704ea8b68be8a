import type { EditionText, MergedField, Piece } from "../../backend";
import { t } from "../../i18n";

/** Whose words are taken. */
export type Side = "ours" | "theirs";

/** What becomes the draft: both in one, or one of the two as it is. */
export type Whole = "together" | "ours" | "theirs";

/** What was chosen where both changed the same words, in the order of the text. */
export type Choices = readonly (Side | undefined)[];

/** What the names of variants’ fields begin with. */
const VARIANT = "variant.";

/** The text as it was chosen; a place that nobody chose is as it is here. */
export function putTogether(
  fields: readonly MergedField[],
  whole: Whole,
  choices: Choices,
): EditionText {
  const text: EditionText = { headline: "", lead: "", body: "", variants: {} };
  let conflict = 0;
  for (const { field, pieces } of fields) {
    let said = "";
    for (const piece of pieces) {
      const chosen = piece.piece === "conflict" ? choices[conflict++] : undefined;
      said += words(piece, whole, chosen ?? "ours");
    }
    if (field.startsWith(VARIANT)) text.variants[field.slice(VARIANT.length)] = said;
    else if (field === "headline" || field === "lead" || field === "body") text[field] = said;
  }
  return text;
}

/** What a piece says. */
function words(piece: Piece, whole: Whole, chosen: Side): string {
  switch (piece.piece) {
    case "kept":
    case "both":
      return piece.text;
    case "conflict":
      return piece[whole === "together" ? chosen : whole];
    default:
      return whole === "together" || whole === piece.piece ? piece.text : piece.base;
  }
}

/** What a field is called; a variant, as what it is. */
export function fieldName(field: string): string {
  return t(`history-field-${field.replace(VARIANT, "")}`);
}

/** The fields that differ, each conflict with its number in the whole text. */
export function differing(fields: readonly MergedField[]): Shown[] {
  let conflict = 0;
  const shown = fields.map(({ field, pieces }) => ({
    field,
    pieces: pieces.map((piece) => ({
      piece,
      conflict: piece.piece === "conflict" ? conflict++ : null,
    })),
  }));
  return shown.filter(({ pieces }) =>
    pieces.some(({ piece }) => piece.piece !== "kept" && piece.piece !== "both"),
  );
}

export interface Shown {
  field: string;
  pieces: { piece: Piece; conflict: number | null }[];
}
