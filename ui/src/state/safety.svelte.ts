import { call, listen, type Replayed, type Rescued, type Safety } from "../backend";
import { t } from "../i18n";
import { session } from "./session.svelte";
import { say, sayFailed } from "./toasts.svelte";

let current = $state.raw<Safety | null>(null);
let back = $state.raw<readonly Replayed[]>([]);
let rescued = $state.raw<Rescued | null>(null);
let backingUp = $state(false);

/** How safe the newsroom is, as far as is known. */
export const safety = {
  get now(): Safety | null {
    return current;
  },
  /** What became of texts that journals had, until the person has seen it. */
  get recovered(): readonly Replayed[] {
    return back;
  },
  /** The newsroom was brought back from a backup. */
  get rescued(): Rescued | null {
    return rescued;
  },
  /** A backup that somebody asked for is being made. */
  get backingUp(): boolean {
    return backingUp;
  },
  broughtBack(by: Rescued): void {
    rescued = by;
  },
  seen(what: Replayed[] | "rescue"): void {
    if (what === "rescue") rescued = null;
    else back = back.filter((text) => !what.includes(text));
  },
};

/** Makes a backup now, and says what became of it. */
export async function backUp(): Promise<void> {
  if (backingUp) return;
  backingUp = true;
  try {
    await call("back_up", {});
    say(t("backups-made"));
  } catch (thrown) {
    sayFailed(thrown, t("backups-failed"));
  } finally {
    backingUp = false;
  }
}

/** Keeps it true while the window is open. To be called while a component is set up. */
export function keepSafety(): void {
  const folder = $derived(session.desk?.folder);
  $effect(() => {
    current = null;
    if (folder !== undefined) void ask();
  });
  $effect(() => listen("safety", hear));
  $effect(() => listen("recovered", () => void askRecovered()));
}

function hear(news: Safety): void {
  const before = current;
  current = news;
  if (news.failure && news.failure.code !== before?.failure?.code)
    sayFailed(news.failure, t("backups-failed"));
  const second = news.second?.failure;
  if (second && second.code !== before?.second?.failure?.code)
    sayFailed(second, t("backups-second-failed"));
}

async function ask(): Promise<void> {
  try {
    current = await call("safety", {});
    await askRecovered();
  } catch (thrown) {
    sayFailed(thrown);
  }
}

async function askRecovered(): Promise<void> {
  const news = await call("recovered", {});
  back = [...back, ...news];
}
