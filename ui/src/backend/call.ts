import { convertFileSrc, invoke } from "@tauri-apps/api/core";

import type { Commands } from "./bindings/Commands";
import type { Language } from "./bindings/Language";
import { Failure } from "./failure";

/** Asks the newsroom. Throws a {@link Failure}, and nothing else. */
export async function call<K extends keyof Commands>(
  name: K,
  args: Commands[K][0],
): Promise<Commands[K][1]> {
  try {
    return await invoke<Commands[K][1]>("call", { name, args });
  } catch (thrown) {
    throw Failure.of(thrown);
  }
}

/** A new name for one action of a person: sent again with it, the action runs once. */
export function operation(): string {
  return crypto.randomUUID();
}

/** The address of a picture by its hash. */
export function mediaUrl(hash: string): string {
  return convertFileSrc(hash, "media");
}

/** The address of an edition's page as it would leave; `save` makes a new draft a new address. */
export function previewUrl(story: string, language: Language, save: number): string {
  return `${convertFileSrc(`${story}/${language}`, "preview")}?${save}`;
}
