import { expect, test } from "vitest";

import { quarterName, shown } from "./figures";

test("a figure is written as its measure counts it", () => {
  expect(shown("share", 0.8499)).toBe("84.9 %");
  expect(shown("days", 1234.56)).toBe("1,234.6");
  expect(shown("working_days", 0)).toBe("0");
  expect(shown("days", null)).toBe("–");
});

test("a quarter is named by its fiscal year", () => {
  expect(quarterName("2026Q3")).toBe("FY2026 Q3");
});
