import type { Handlers } from "./dispatch.svelte";

type Field = HTMLInputElement | HTMLTextAreaElement;

const inField = (run: (field: Field) => unknown) => () => {
  const place = document.activeElement;
  return place?.matches("input, textarea") ? run(place as Field) : false;
};

/**
 * What every field of the window does. WebKitGTK does it by itself only where the key writes a
 * Latin letter: not on a Ukrainian or Russian layout, and not when the menu asks for it.
 */
export const OF_FIELDS: Handlers = {
  undo: inField(() => document.execCommand("undo")),
  redo: inField(() => document.execCommand("redo")),
  "select-all": inField((field) => field.select()),
};
