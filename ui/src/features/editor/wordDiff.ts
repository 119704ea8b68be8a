import type { Run } from "../../backend";

/** Past this many words on a side, a stretch is shown as replaced whole. */
const LONGEST = 1500;

/** What became of a text, word by word. */
export function wordDiff(old: string, now: string): Run[] {
  const before = words(old);
  const after = words(now);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const runs = new Runs();
  runs.add("kept", before.slice(0, head));
  middle(runs, before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  runs.add("kept", before.slice(before.length - tail));
  return runs.list;
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}’ʼ'_]+|\n+|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

class Runs {
  list: Run[] = [];

  add(change: Run["change"], parts: string[]): void {
    const text = parts.join("");
    if (text === "") return;
    const last = this.list.at(-1);
    if (last?.change === change)
      this.list[this.list.length - 1] = { change, text: last.text + text };
    else this.list.push({ change, text });
  }
}

/** The longest common subsequence of the stretch that differs. */
function middle(runs: Runs, before: string[], after: string[]): void {
  if (before.length > LONGEST || after.length > LONGEST) {
    runs.add("removed", before);
    runs.add("added", after);
    return;
  }
  const common = lengths(before, after);
  const width = after.length + 1;
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const here = before.slice(row, row + 1);
    if (row < before.length && before[row] === after[column]) {
      runs.add("kept", here);
      row++;
      column++;
    } else if (row < before.length && at(row + 1, column) >= at(row, column + 1)) {
      runs.add("removed", here);
      row++;
    } else {
      runs.add("added", after.slice(column, column + 1));
      column++;
    }
  }
}

function lengths(before: string[], after: string[]): Uint16Array {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const below = table[(row + 1) * width + column] ?? 0;
      const right = table[row * width + column + 1] ?? 0;
      const both = table[(row + 1) * width + column + 1] ?? 0;
      table[row * width + column] =
        before[row] === after[column] ? both + 1 : Math.max(below, right);
    }
  }
  return table;
}
