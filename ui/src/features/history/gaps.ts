import type { Run } from "../../backend";

/** Part of a field's diff: runs, or how many unchanged paragraphs are left out. */
export type Part = { runs: Run[]; gap?: never } | { gap: number; runs?: never };

const BREAK = "\n\n";

/** A diff with only those unchanged paragraphs that touch a change. */
export function gaps(runs: readonly Run[]): Part[] {
  const parts: Part[] = [];
  const put = (run: Run) => {
    if (run.text === "") return;
    const last = parts.at(-1);
    if (last?.runs) last.runs.push(run);
    else parts.push({ runs: [run] });
  };
  for (const [at, run] of runs.entries()) {
    const paragraphs = run.change === "kept" ? run.text.split(BREAK) : [run.text];
    const head = at === 0 ? 0 : 1;
    const tail = at === runs.length - 1 ? 0 : 1;
    const hidden = paragraphs.length - head - tail;
    if (run.change !== "kept" || hidden < 1) {
      put(run);
      continue;
    }
    if (head > 0) put({ change: "kept", text: paragraphs[0] ?? "" });
    parts.push({ gap: hidden });
    if (tail > 0) put({ change: "kept", text: paragraphs.at(-1) ?? "" });
  }
  return parts;
}
