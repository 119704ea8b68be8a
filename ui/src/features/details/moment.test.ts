import { expect, it } from "vitest";

import { asTold, shownDay } from "./moment";

it("a day is taken as people write it", () => {
  for (const day of ["2025-01-20", "20.01.2025", "20.1.2025", " 20/01/2025 "]) {
    expect(asTold({ day, clock: "" })).toBe("2025-01-20");
  }
});

it("a clock is taken with a colon, a stop or nothing", () => {
  for (const clock of ["09:05", "9:05", "9.05", "0905"]) {
    expect(asTold({ day: "20.01.2025", clock })).toBe("2025-01-20 09:05");
  }
});

it("nothing typed takes the date away", () => {
  expect(asTold({ day: " ", clock: "" })).toBe("none");
});

it("days and clocks that are none are refused", () => {
  expect(asTold({ day: "31.02.2025", clock: "" })).toBeNull();
  expect(asTold({ day: "завтра", clock: "" })).toBeNull();
  expect(asTold({ day: "20.01.2025", clock: "24:00" })).toBeNull();
  expect(asTold({ day: "", clock: "11:56" })).toBeNull();
});

it("a day is shown as it is typed", () => {
  expect(shownDay("2025-01-05")).toBe("05.01.2025");
});
