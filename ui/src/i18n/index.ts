export { type Sentences, sentences } from "./failure";
export { LANGUAGES, language, speak } from "./language.svelte";
export {
  age,
  ago,
  dated,
  day,
  isAhead,
  kyivClock,
  moment,
  size,
  stamp,
  time,
  timeWithSeconds,
} from "./time.svelte";
export { hasWords, inLanguage, number, t, type Words } from "./words";
