import { type Commands, call, operation } from "../backend";

/** A text that left the screen and is on no disk. */
type Adrift = Omit<Commands["keep_draft"][0], "operation">;

/** Between two tries to keep what is adrift. */
const RETRY_MS = 4000;

let texts = $state.raw<readonly Adrift[]>([]);
let isDue = false;

/** Texts that a person left although they could not be saved. They are lost with the window. */
export const adrift = {
  get texts(): readonly Adrift[] {
    return texts;
  },
  add(text: Adrift): void {
    texts = [...texts, text];
    keepLater();
  },
};

function keepLater(): void {
  if (isDue || texts.length === 0) return;
  isDue = true;
  setTimeout(keep, RETRY_MS);
}

/** A journal takes each as soon as it can, and from there it is saved. */
async function keep(): Promise<void> {
  isDue = false;
  for (const text of texts) {
    try {
      await call("keep_draft", { ...text, operation: operation() });
      texts = texts.filter((other) => other !== text);
      await call("let_go", { story: text.story, language: text.language });
    } catch {
      // Its turn comes again.
    }
  }
  keepLater();
}
