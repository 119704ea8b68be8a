import { call, onChanged } from "../backend";
import { sayFailed, session, update } from "../state";

/** Changes that come together are read once. */
const SETTLE_MS = 300;

/**
 * Reads anew who is on the staff and what one may do when the newsroom changes. To be called while
 * a component is set up.
 */
export function keepDesk(): void {
  $effect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deaf = onChanged(({ newsroom }) => {
      if (newsroom) timer ??= setTimeout(read, SETTLE_MS);
    });
    function read() {
      timer = undefined;
      void readDesk();
    }
    return () => {
      clearTimeout(timer);
      deaf();
    };
  });
}

/** Somebody else may sit down meanwhile, and stays seated. */
export async function readDesk(): Promise<void> {
  const before = session.desk;
  if (!before) return;
  try {
    const desk = await call("desk", {});
    if (session.desk === before && desk.me.id === before.me.id) update(desk);
  } catch (thrown) {
    sayFailed(thrown);
  }
}
