import { listen as listenTo } from "@tauri-apps/api/event";

import type { Changed } from "./bindings/Changed";
import type { ExportEvent } from "./bindings/ExportEvent";
import type { Picked } from "./bindings/Picked";
import type { Safety } from "./bindings/Safety";

export interface Events {
  changed: Changed;
  dropped: Picked[];
  /** The system opened files with this program. */
  handed_in: null;
  export: ExportEvent;
  /** An action's name of the keyboard table. */
  menu: string;
  closing: null;
  safety: Safety;
  /** What journals held was saved, or could not be. */
  recovered: null;
}

/** Hears an event until the returned function is called. */
export function listen<K extends keyof Events>(
  name: K,
  handler: (payload: Events[K]) => void,
): () => void {
  let over = false;
  let stop: (() => void) | null = null;
  void listenTo<Events[K]>(name, (event) => {
    if (!over) handler(event.payload);
  }).then((unlisten) => {
    if (over) unlisten();
    else stop = unlisten;
  });
  return () => {
    over = true;
    stop?.();
  };
}

const hearers = new Set<(change: Changed) => void>();

/** Hears what changed in the newsroom, by whomever. */
export function onChanged(hearer: (change: Changed) => void): () => void {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

/** Passes the newsroom's changes on to {@link onChanged}; one subscription serves all views. */
export function passChangesOn(): () => void {
  return listen("changed", (change) => {
    for (const hearer of hearers) hearer(change);
  });
}
