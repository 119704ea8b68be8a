/** The only door to the newsroom: nothing outside this folder imports from the shell. */
export { call, mediaUrl, operation, previewUrl } from "./call";
export { type Events, listen, onChanged, passChangesOn } from "./events";
export { Failure } from "./failure";
export { concerns, type Live, live } from "./live.svelte";
export type * from "./types";
