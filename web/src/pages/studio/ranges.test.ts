import { expect, test } from "vitest";

import { catchesUp, figure, isUnclear, ranged, verdict } from "./ranges";

test("a figure keeps its sign and its tenth", () => {
  expect(figure(-2.94, true)).toBe("−2.9");
  expect(figure(0.04, true)).toBe("±0.0");
  expect(figure(1234.56)).toBe("1,234.6");
  expect(figure(12, true)).toBe("+12.0");
});

test("a range is said unless there is none", () => {
  expect(ranged({ mean: -2.9, low: -4.3, high: -1.6 }, 1, true)).toBe("−2.9 (−4.3 to −1.6)");
  expect(ranged({ mean: 0.5, low: 0.5, high: 0.5 }, 100)).toBe("50.0");
});

test("a range around nothing claims nothing", () => {
  expect(isUnclear({ mean: 0.1, low: -1, high: 1.2 })).toBe(true);
  expect(verdict({ mean: 0.1, low: -1, high: 1.2 })).toContain("No difference that can be told");
  expect(verdict({ mean: -3, low: -4, high: -2 })).toContain("3.0 days earlier");
  expect(verdict({ mean: 0, low: 0, high: 0 })).toContain("nothing changes");
});

test("a longer median is explained only where fewer cases stay open for sure", () => {
  const later = { mean: 0.3, low: 0.1, high: 0.5 };
  expect(catchesUp(later, { mean: -8.7, low: -15.5, high: -2 })).toContain("−8.7 (−15.5 to −2.0)");
  expect(catchesUp(later, { mean: -8.7, low: -15.5, high: 0.2 })).toBeUndefined();
  expect(catchesUp({ mean: -0.3, low: -0.5, high: -0.1 }, { mean: -8.7, low: -15.5, high: -2 })).toBeUndefined();
});
