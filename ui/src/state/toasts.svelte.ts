import { Failure } from "../backend";

export interface Toast {
  id: number;
  words: string;
  failure?: Failure;
  action?: { words: string; run: () => void };
}

const STAYS_MS = 6000;

let list = $state.raw<Toast[]>([]);
let next = 1;

export function toasts(): readonly Toast[] {
  return list;
}

/** Says in passing what was done. */
export function say(words: string, action?: Toast["action"]): void {
  const id = push({ words, action });
  setTimeout(() => dismiss(id), STAYS_MS);
}

/** Says what failed, under words of its own if need be; it stays until it is dismissed. */
export function sayFailed(thrown: unknown, words = ""): void {
  const failure = Failure.of(thrown);
  const before = list.find((toast) => toast.failure?.code === failure.code);
  if (before) dismiss(before.id);
  push({ words, failure });
}

export function dismiss(id: number): void {
  list = list.filter((toast) => toast.id !== id);
}

function push(toast: Omit<Toast, "id">): number {
  const id = next++;
  list = [...list, { ...toast, id }].slice(-4);
  return id;
}
