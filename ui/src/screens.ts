import type { Component } from "svelte";

import type { Screen } from "./state";

type Load = () => Promise<{ default: Component }>;

/** A feature's component for each screen; it reads what it shows from `route()`. */
export const SCREENS: Record<Screen, Load> = {
  story: () => import("./features/story/Story.svelte"),
  start: () => import("./features/start/Start.svelte"),
  photos: () => import("./features/media/Photos.svelte"),
  export: () => import("./features/export/Export.svelte"),
  export_log: () => import("./features/export/ExportLog.svelte"),
  settings: () => import("./features/settings/Settings.svelte"),
  board: () => import("./features/board/Board.svelte"),
};
