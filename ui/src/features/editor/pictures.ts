import { RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";

import { mediaUrl } from "../../backend";

const IMAGE = /(!\[[^\]\n]*\]\(media:)([0-9a-f]{64})[^)\n]*\)/g;
/** So many signs of an address are shown: nobody reads the rest. */
const READ = 8;

/** The rest of an address. */
class Rest extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const dots = document.createElement("span");
    dots.textContent = "…";
    return dots;
  }
}

const rest = Decoration.replace({ widget: new Rest() });

/** A photo under the line that names it. */
class Picture extends WidgetType {
  readonly #hash: string;

  constructor(hash: string) {
    super();
    this.#hash = hash;
  }

  override eq(other: Picture): boolean {
    return other.#hash === this.#hash;
  }

  override toDOM(): HTMLElement {
    const line = document.createElement("span");
    line.className = "cm-picture";
    const image = document.createElement("img");
    image.src = mediaUrl(this.#hash);
    // Its words stand in the line above it.
    image.alt = "";
    line.append(image);
    return line;
  }
}

/** Looks at what is in sight only: this runs on every key. */
function inSight(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const found of view.state.sliceDoc(from, to).matchAll(IMAGE)) {
      const [whole, before = "", hash = ""] = found;
      const start = from + found.index + before.length;
      built.add(start + READ, start + hash.length, rest);
      const end = from + found.index + whole.length;
      built.add(end, end, Decoration.widget({ widget: new Picture(hash), side: 1 }));
    }
  }
  return built.finish();
}

export const pictures = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = inSight(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = inSight(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) =>
      // The caret steps over what is not shown.
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
  },
);
