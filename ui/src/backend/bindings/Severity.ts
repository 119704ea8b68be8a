export type Severity = "stop" | "warn";
