import type { Language, Picked } from "../../backend";

/** Endings of pictures: a picture is no story. */
const PICTURES = /\.(jpe?g|png|webp|gif|heic|heif)$/i;

/** Whether a file is a picture, by its name. */
export function isPicture({ name }: Picked): boolean {
  return PICTURES.test(name);
}

/** Whether a file is a parcel: a story that somebody handed over. */
export function isParcel({ name }: Picked): boolean {
  return /\.shpalta$/i.test(name);
}

/** The files, each of them once, those that came first in front. */
export function together(known: readonly Picked[], more: readonly Picked[]): Picked[] {
  const tokens = new Set(known.map(({ token }) => token));
  return [...known, ...more.filter(({ token }) => !tokens.has(token))];
}

/** The language that a file's name says, as in `story.en.md`. */
export function saidLanguage({ name }: Picked): Language | null {
  const said = /\.(uk|en|ru)\.[^.]+$/i.exec(name)?.[1]?.toLowerCase();
  return (said as Language | undefined) ?? null;
}
