/** A day as people type it, and a clock: both may be empty. */
export interface Typed {
  day: string;
  clock: string;
}

/** What was typed as the newsroom takes it; null when it is no day or no clock. */
export function asTold({ day, clock }: Typed): string | null {
  if (day.trim() === "" && clock.trim() === "") return "none";
  const date = dayOf(day.trim());
  if (date === null) return null;
  if (clock.trim() === "") return date;
  const time = clockOf(clock.trim());
  return time === null ? null : `${date} ${time}`;
}

/** 2025-01-20, 20.01.2025 and 20/1/2025 are the same day. */
function dayOf(typed: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return calendarDay(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed);
  return local ? calendarDay(local[3], local[2], local[1]) : null;
}

function calendarDay(year?: string, month?: string, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const made = new Date(Date.UTC(y, m - 1, d));
  const isSo =
    made.getUTCFullYear() === y && made.getUTCMonth() === m - 1 && made.getUTCDate() === d;
  return isSo ? made.toISOString().slice(0, 10) : null;
}

/** 11:56, 9.05 and 0905. */
function clockOf(typed: string): string | null {
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** A kept day (2025-01-20) as it is shown in a field: 20.01.2025. */
export function shownDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}.${month}.${year}`;
}
