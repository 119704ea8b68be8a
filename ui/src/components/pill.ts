import type { Pill } from "../backend";
import { t } from "../i18n";
import type { IconName } from "./icons";

export type Tone = "ok" | "warn" | "bad" | "review" | "idle" | "none";

export interface Worn {
  tone: Tone;
  icon: IconName;
  words: string;
  tip: string;
}

const LOOK: Record<Pill["state"], [Tone, IconName]> = {
  withdrawn: ["bad", "slash"],
  held: ["warn", "pause"],
  not_started: ["none", "dash"],
  returned: ["warn", "return"],
  draft_part: ["idle", "pen"],
  errors: ["bad", "alert"],
  behind: ["warn", "cycle"],
  in_review: ["review", "clock"],
  draft: ["idle", "pen"],
  newer_text: ["warn", "export"],
  exported: ["ok", "export"],
  approved: ["ok", "check"],
};

/** How an edition's pill looks; `approved` says that an approved revision lies beside a draft. */
export function wear(pill: Pill, approved = false): Worn {
  const { state, ...counts } = pill;
  const [tone, icon] = LOOK[state];
  const key = state === "draft" && approved ? "pill-changed" : `pill-${state.replaceAll("_", "-")}`;
  return { tone, icon, words: t(key, counts), tip: t(`${key}-tip`, counts) };
}

/** The second pill of a story that waits for its hour. */
export function embargoPill(time: string): Worn {
  return {
    tone: "review",
    icon: "lock",
    words: t("pill-embargo", { time }),
    tip: t("pill-embargo-tip", { time }),
  };
}

/** An editor's own text that another one has not looked at. */
export function secondLookPill(): Worn {
  return {
    tone: "warn",
    icon: "eye",
    words: t("pill-second-look"),
    tip: t("pill-second-look-tip"),
  };
}

/** The original is being edited; nothing is behind yet. */
export function comingPill(count: number): Worn {
  return {
    tone: "idle",
    icon: "pen",
    words: t("pill-coming"),
    tip: t("pill-coming-tip", { count }),
  };
}
