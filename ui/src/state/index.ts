export { adrift } from "./adrift.svelte";
export { boardCounts, keepCounts } from "./counts.svelte";
export { placeOf } from "./finding";
export {
  back,
  beforeLeaving,
  type Guard,
  go,
  type Leaving,
  type Mode,
  mayLeave,
  type Place,
  type Route,
  route,
  type Screen,
  type StoryRoute,
} from "./route.svelte";
export { backUp, keepSafety, safety } from "./safety.svelte";
export { type Saved, saved, type Unsaved } from "./saved.svelte";
export { begin, changeSettings, enter, session, update } from "./session.svelte";
export { dismiss, say, sayFailed, toasts } from "./toasts.svelte";
