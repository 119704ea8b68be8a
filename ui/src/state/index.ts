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
export { type Saved, saved } from "./saved.svelte";
export { begin, changeSettings, enter, session, update } from "./session.svelte";
export { dismiss, say, sayFailed, toasts } from "./toasts.svelte";
