import { call, type ExportEvent, Failure, type Language, listen, operation } from "../../backend";
import { t } from "../../i18n";
import { go, route, say, sayFailed } from "../../state";
import { heard, IDLE, isBusy, refused, started, starting, type Work } from "./job";

/** What is to leave, and where to. */
export interface Request {
  stories: string[];
  languages: Language[];
  /** None: the site's folder. */
  to: string | null;
  override_reason: string | null;
}

let work = $state.raw<Work>(IDLE);
let asked = $state.raw<Request | null>(null);
let waiting: (() => void) | null = null;
let hears = false;

/** The export that this window runs. It goes on when the person looks at something else. */
export const exporting = {
  get work(): Work {
    return work;
  },
  /** What the work, or its outcome, is about. */
  get request(): Request | null {
    return asked;
  },
  /** Says what an export would do; a check that still runs for something else gives way. */
  check(request: Request): void {
    after(() => void begin(request, true));
  },
  /** Exports. */
  run(request: Request): void {
    after(() => void begin(request, false));
  },
  /** Stops the work; until files are put in place the folder is as it was. */
  cancel(): void {
    waiting = null;
    stop();
  },
  /** Forgets an outcome. */
  forget(): void {
    if (!isBusy(work)) [work, asked] = [IDLE, null];
  },
};

function after(next: () => void): void {
  if (isBusy(work)) {
    waiting = next;
    stop();
  } else {
    next();
  }
}

function stop(): void {
  if (work.state === "working") void call("cancel_export", { job: work.job });
}

async function begin(request: Request, check: boolean): Promise<void> {
  if (!hears) listen("export", hear);
  hears = true;
  asked = request;
  work = starting(check);
  try {
    const { job } = check
      ? await call("preflight", { ...request })
      : await call("export", { operation: operation(), selection: { ...request } });
    settle(started(work, job));
    if (waiting) stop();
  } catch (thrown) {
    settle(refused(work, Failure.of(thrown)));
  }
}

function hear(event: ExportEvent): void {
  settle(heard(work, event));
}

/** Whoever looks at something else hears how the export ended. */
function tellElsewhere(ended: Work): void {
  if (route().screen === "export" || !("check" in ended) || ended.check) return;
  if (ended.state === "failed") sayFailed(ended.failure);
  if (ended.state !== "done") return;
  const run = () => void go({ screen: "export_log" });
  say(t("export-done", { count: ended.outcome.written.length }), {
    words: t("export-log-open"),
    run,
  });
}

function settle(next: Work): void {
  work = next;
  tellElsewhere(next);
  if (isBusy(work) || !waiting) return;
  const then = waiting;
  waiting = null;
  then();
}
