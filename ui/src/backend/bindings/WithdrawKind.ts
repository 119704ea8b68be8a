export type WithdrawKind = "withdrawn" | "held" | "reinstated";
