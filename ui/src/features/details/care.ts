import type { Care, FindingCode } from "../../backend";

/** What keeps a photo from leaving, whatever its text; `today` is a day in Kyiv (2025-01-20). */
export function held(care: Care, today: string): FindingCode | null {
  if (care.banned) return "photo_banned";
  if (care.until !== null && care.until < today) return "photo_expired";
  if (care.shows.length > 0 && care.checked === null) return "photo_unchecked";
  return null;
}
