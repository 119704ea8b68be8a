import type { Failure as FailureAnswer } from "./bindings/Failure";

/** A refusal of the newsroom: a stable code, and what its sentence names. */
export class Failure extends Error implements FailureAnswer {
  readonly code: string;
  readonly params: Record<string, string>;

  constructor(code: string, params: Record<string, string> = {}) {
    super(code);
    this.name = "Failure";
    this.code = code;
    this.params = params;
  }

  /** Whatever was thrown, as a failure; what is not the newsroom's becomes `unknown`. */
  static of(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    if (isAnswer(thrown)) return new Failure(thrown.code, thrown.params);
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new Failure("unknown", { detail });
  }
}

function isAnswer(thrown: unknown): thrown is FailureAnswer {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    typeof (thrown as FailureAnswer).code === "string" &&
    typeof (thrown as FailureAnswer).params === "object"
  );
}
