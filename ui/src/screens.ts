import type { Component } from "svelte";

import type { Screen } from "./state";

type Load = () => Promise<{ default: Component }>;

/** A feature's component for each screen; it reads what it shows from `route()`. */
export const SCREENS: Partial<Record<Screen, Load>> = {
  story: () => import("./features/story/Story.svelte"),
  start: () => import("./features/start/Start.svelte"),
  settings: () => import("./features/settings/Settings.svelte"),
  board: () => import("./features/board/Board.svelte"),
};
