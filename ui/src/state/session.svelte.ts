import { call, type Desk, Failure, type Me, type Settings, type Start } from "../backend";
import { speak } from "../i18n";
import { apply } from "./appearance";
import { go } from "./route.svelte";

const USUAL: Settings = {
  language: null,
  theme: "system",
  text_size: 100,
  incoming: null,
  parcels: null,
};

let start = $state.raw<Start | null>(null);
let desk = $state.raw<Desk | null>(null);
let settings = $state.raw(USUAL);
let failure = $state.raw<Failure | null>(null);

/** What is open and who works there. */
export const session = {
  get start(): Start | null {
    return start;
  },
  get desk(): Desk | null {
    return desk;
  },
  get me(): Me | null {
    return desk?.me ?? null;
  },
  get settings(): Settings {
    return settings;
  },
  /** Why the last newsroom could not be opened. */
  get failure(): Failure | null {
    return failure;
  },
};

/** Reads what was open before; shows the board, or the start when nothing was. */
export async function begin(): Promise<void> {
  try {
    start = await call("start", {});
    kept = start.settings;
    take(kept);
    failure = start.failure && Failure.of(start.failure);
    if (start.desk) await enter(start.desk);
  } catch (thrown) {
    failure = Failure.of(thrown);
  }
}

/** Sits down at a desk that was opened, founded or signed in to. */
export async function enter(opened: Desk): Promise<void> {
  desk = opened;
  failure = null;
  await go({ screen: "board", filter: "open" });
}

/** Takes what a command says of the desk that is open: new staff, another person. */
export function update(opened: Desk): void {
  desk = opened;
}

/** The settings that are on the disk, and the last change on its way there. */
let kept = USUAL;
let storing: Promise<unknown> = Promise.resolve();

/**
 * Changes settings: in the window at once, then on the disk, one after the other. What an earlier
 * change comes back with undoes no later one.
 */
export async function changeSettings(changed: Partial<Settings>): Promise<void> {
  take({ ...settings, ...changed });
  const mine = storing
    .catch(() => {})
    .then(async () => {
      kept = await call("set_settings", { settings: { ...settings } });
    });
  storing = mine;
  try {
    await mine;
  } finally {
    if (storing === mine) take(kept);
  }
}

function take(next: Settings): void {
  settings = next;
  speak(next.language ?? start?.system_language ?? "uk");
  apply(next);
}
