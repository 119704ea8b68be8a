import { matches, type Press } from "./match";
import { ACTIONS, type Action } from "./table";

/** Does the action. `false` says that it was not for this handler, and the next one is asked. */
export type Handler = (number?: number) => unknown;
export type Handlers = Partial<Record<Action, Handler>>;

interface Layer {
  handlers: () => Handlers;
  depth: number;
}

const layers: Layer[] = [];
let depth = 0;

/**
 * Says what a component does on which action, from a shortcut or from the menu, for as long as the
 * component is there. The innermost component that handles an action gets it. To be called while
 * the component is set up; the handlers may be computed, so that an action comes and goes.
 */
export function onActions(handlers: Handlers | (() => Handlers)): void {
  $effect(() => {
    const layer: Layer = {
      handlers: typeof handlers === "function" ? handlers : () => handlers,
      depth,
    };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  });
}

/** While a dialog is open, only handlers that came with it or after it are asked. */
export function openLayer(): () => void {
  depth += 1;
  return () => {
    depth -= 1;
  };
}

/** Does an action; tells whether anyone did it. */
export function perform(action: Action, number?: number): boolean {
  for (const layer of [...layers].reverse()) {
    if (layer.depth < depth) continue;
    const handler = layer.handlers()[action];
    if (handler && handler(number) !== false) return true;
  }
  return false;
}

/** Does an action that something outside named, such as the menu. */
export function performNamed(name: string): boolean {
  return ACTIONS.has(name) && perform(name as Action);
}

/** Does what a key press stands for; tells whether it stood for anything here. */
export function press(event: Press): boolean {
  return matches(event).some(({ action, number }) => perform(action as Action, number));
}

/**
 * Hears the keyboard before anything else in the window does. Escape alone is heard last: a menu,
 * a dialog or a search panel that is open closes first.
 */
export function hearKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const early = (event: KeyboardEvent) => event.code !== "Escape" && hear(event);
  const late = (event: KeyboardEvent) => event.code === "Escape" && hear(event);
  window.addEventListener("keydown", early, { capture: true });
  window.addEventListener("keydown", late);
  return () => {
    window.removeEventListener("keydown", early, { capture: true });
    window.removeEventListener("keydown", late);
  };
}
