import type { Instant } from "../backend";
import { language } from "./language.svelte";
import { t } from "./words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICK = 10_000;

let now = $state(Date.now());
if (typeof window !== "undefined") {
  const tick = () => {
    now = Date.now();
  };
  setInterval(tick, TICK);
  document.addEventListener("visibilitychange", tick);
}

interface Clock {
  year: number;
  month: number;
  day: number;
  time: string;
  seconds: string;
}

const kyiv = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone(),
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** Systems older than 2022 know the zone by its former name only. */
function zone(): string {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Kyiv" });
    return "Europe/Kyiv";
  } catch {
    return "Europe/Kiev";
  }
}

function clock(at: number): Clock {
  const parts: Record<string, string> = {};
  for (const { type, value } of kyiv.formatToParts(at)) parts[type] = value;
  const time = `${parts.hour}:${parts.minute}`;
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    time,
    seconds: `${time}:${parts.second}`,
  };
}

/** An instant as Kyiv's calendar and clock have it: 2025-01-20 and 11:56. */
export function kyivClock(at: Instant): { day: string; time: string } {
  const { year, month, day: date, time: clocked } = clock(Date.parse(at));
  const two = (value: number) => String(value).padStart(2, "0");
  return { day: `${year}-${two(month)}-${two(date)}`, time: clocked };
}

/** Kyiv's clock: 11:56. */
export function time(at: Instant): string {
  return clock(Date.parse(at)).time;
}

/** Kyiv's clock with seconds: 12:03:07. */
export function timeWithSeconds(at: Instant): string {
  return clock(Date.parse(at)).seconds;
}

/** The day in Kyiv: 20 січня, with the year when it is not this one. */
export function day(at: Instant): string {
  return dayOf(clock(Date.parse(at)));
}

function dayOf({ year, month, day: date }: Clock): string {
  // As text: a year is not grouped.
  const words = { day: String(date), month, year: String(year) };
  return year === clock(now).year ? t("time-day", words) : t("time-day-year", words);
}

/** Today's clock, or the day and the clock: 11:56 · 20 січня, 11:56. */
export function moment(at: Instant): string {
  const then = clock(Date.parse(at));
  const today = clock(now);
  const isToday = then.day === today.day && then.month === today.month && then.year === today.year;
  return isToday ? then.time : t("time-moment", { day: dayOf(then), time: then.time });
}

/** Where there is little room: 11:56 when it was today, else the day alone. */
export function stamp(at: Instant): string {
  const { day: date, time: clocked } = kyivClock(at);
  return date === kyivClock(new Date(now).toISOString()).day ? clocked : day(at);
}

/** Whether an instant is still to come. */
export function isAhead(at: Instant): boolean {
  return Date.parse(at) > now;
}

/** How long something has lasted, counting up: 4 хв. */
export function age(since: Instant): string {
  const passed = Math.max(0, now - Date.parse(since));
  if (passed < MINUTE) return t("time-moments");
  if (passed < HOUR) return t("time-minutes", { n: Math.floor(passed / MINUTE) });
  if (passed < DAY) return t("time-hours", { n: Math.floor(passed / HOUR) });
  return t("time-days", { n: Math.floor(passed / DAY) });
}

/** How long ago something was, counting up: щойно · 4 хв тому · after a week the day. */
export function ago(at: Instant): string {
  const passed = Math.max(0, now - Date.parse(at));
  if (passed < MINUTE) return t("time-just-now");
  if (passed >= 7 * DAY) return day(at);
  return t("time-ago", { age: age(at) });
}

/** A date without a time (2025-01-20) or with one, as a story's `when` is kept. */
export function dated(when: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when);
  if (!date) return moment(when);
  const [, year = "", month, dayOfMonth] = date;
  const words = { day: String(Number(dayOfMonth)), month: Number(month), year };
  return t("time-day-year", words);
}

/** A size of a file: 3,4 МБ. */
export function size(bytes: number): string {
  const locale = language() === "en" ? "en-US" : language();
  const digits = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  if (bytes < 1_000_000) return t("size-kilobytes", { n: digits(Math.ceil(bytes / 1000)) });
  return t("size-megabytes", { n: digits(bytes / 1_000_000) });
}
