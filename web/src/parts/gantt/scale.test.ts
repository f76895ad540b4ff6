import { expect, it } from "vitest";

import { quarters, scale } from "./scale";

it("puts days where they belong and open ends at the edge", () => {
  const s = scale("2026-01-01", "2027-01-01", 365);
  expect(s.x("2026-01-11")).toBe(10);
  expect(s.x("2020-01-01")).toBe(0);
  expect(s.x(null)).toBe(365);
});

it("marks quarters inside the span only", () => {
  expect(quarters("2025-11-15", "2026-05-01")).toEqual([
    { day: "2026-01-01", year: true },
    { day: "2026-04-01", year: false },
  ]);
});
