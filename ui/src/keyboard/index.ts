export {
  type Handlers,
  hearKeys,
  onActions,
  openLayer,
  perform,
  performNamed,
} from "./dispatch.svelte";
export { ariaKeys, keysOf } from "./label";
export { type Action, type Scope, SHORTCUTS, type Shortcut, shortcutOf } from "./table";
