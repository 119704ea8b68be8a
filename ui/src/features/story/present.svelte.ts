import { call, type Language, type Present } from "../../backend";

const BEAT_MS = 10_000;

/**
 * Says every ten seconds that a person has the story open, and hears who else does. To be called
 * while a component is set up.
 */
export function present(where: () => { story: string; language: Language }): {
  readonly others: readonly Present[];
} {
  let others = $state.raw<readonly Present[]>([]);
  $effect(() => {
    const { story, language } = where();
    let over = false;
    const beat = async () => {
      try {
        const heard = await call("present", { story, language });
        if (!over) others = heard;
      } catch {
        // Nobody is the worse for not being seen once.
      }
    };
    void beat();
    const timer = setInterval(beat, BEAT_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  });
  // Going from one language to another is no leaving.
  const story = $derived(where().story);
  $effect(() => {
    const left = story;
    return () => {
      call("absent", { story: left }).catch(() => undefined);
    };
  });
  return {
    get others() {
      return others;
    },
  };
}
