export {
  type Handlers,
  hearKeys,
  onActions,
  openLayer,
  perform,
  performNamed,
} from "./dispatch.svelte";
export { OF_FIELDS } from "./fields";
export { ariaKeys, keysOf } from "./label";
export { type Action, type Scope, SHORTCUTS, type Shortcut, shortcutOf } from "./table";
