import type { BoardFilter, Language } from "../backend";

export type Mode = "write" | "translate" | "review" | "history";

/** A place in a text: a row of the translation, or a block, both counted from 1. */
export interface Place {
  row?: number;
  block?: number;
}

export interface StoryRoute {
  screen: "story";
  story: string;
  language: Language;
  mode: Mode;
  /** Where to begin. */
  at?: Place;
  /** With the story's details beside the text. */
  details?: true;
}

export type Route =
  | { screen: "start" }
  | { screen: "board"; filter: BoardFilter }
  | StoryRoute
  | { screen: "photos" }
  /** Without stories, all that are ready are chosen. */
  | { screen: "export"; stories?: string[] }
  | { screen: "export_log" }
  | { screen: "settings" };

export type Screen = Route["screen"];

/** A wish to leave what is shown. */
export interface Leaving {
  /** Where to; null when the window closes or another person sits down. */
  to: Route | null;
  /** Wishes the same once more. */
  again: () => void;
}

/** Runs before the screen changes; `false` keeps the person where they are. */
export type Guard = (leaving: Leaving) => Promise<boolean | undefined> | boolean | undefined;

/** How many steps the way back remembers. */
const REMEMBERED = 50;

let current = $state.raw<Route>({ screen: "start" });
let past: Route[] = [];
let wanted: Route | null = null;
const guards = new Set<Guard>();

/** Where the person is. */
export function route(): Route {
  return current;
}

/**
 * Goes somewhere, once what is unsaved is saved. Tells whether it got there: a guard may keep the
 * person, and a later wish overtakes an earlier one that is still being saved for.
 */
export async function go(next: Route): Promise<boolean> {
  const from = current;
  if (!(await arrive(next, () => void go(next)))) return false;
  if (from.screen !== "start" && !same(from, next)) past = [...past, from].slice(-REMEMBERED);
  return true;
}

/** Back to where the person came from, or to the board. */
export async function back(): Promise<boolean> {
  const target = past.at(-1) ?? { screen: "board" as const, filter: "open" as const };
  if (!(await arrive(target, () => void back()))) return false;
  past = past.slice(0, -1);
  return true;
}

async function arrive(next: Route, again: () => void): Promise<boolean> {
  wanted = next;
  if (!(await mayLeave(again, next)) || wanted !== next) return false;
  current = next;
  return true;
}

/** Asks every guard; all of them, since each may have something to save. */
export async function mayLeave(again: () => void, to: Route | null = null): Promise<boolean> {
  const answers = await Promise.all([...guards].map(async (guard) => guard({ to, again })));
  return !answers.includes(false);
}

/** Guards the screen while a component is there. To be called while it is set up. */
export function beforeLeaving(guard: Guard): void {
  $effect(() => {
    guards.add(guard);
    return () => {
      guards.delete(guard);
    };
  });
}

function same(one: Route, other: Route): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
