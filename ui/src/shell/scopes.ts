import type { Scope } from "../keyboard";
import type { Mode, Route } from "../state";

const OF_MODE: Record<Mode, Scope[]> = {
  write: ["text"],
  translate: ["text", "translate"],
  review: ["review"],
  history: [],
};

/** The scopes whose shortcuts count where the person is, the innermost first. */
export function scopesOf(route: Route): Scope[] {
  if (route.screen === "board") return ["board", "window"];
  if (route.screen !== "story") return ["window"];
  return [...OF_MODE[route.mode].toReversed(), "story", "window"];
}
