import { expect, it } from "vitest";

import { balanceShade, fillShade, gapShade, LEGEND } from "./shades";

it("says short below what is asked and above beyond it, with even between", () => {
  expect(balanceShade(-1)).toBe("short-1");
  expect(balanceShade(0)).toBe("even");
  expect(balanceShade(1)).toBe("over-1");
  expect(balanceShade(null)).toBe("land");
});

it("calls only a whole rate full", () => {
  expect(fillShade(0.999)).toBe("over-1");
  expect(fillShade(1)).toBe("over-2");
});

it("has every shade it can give in its legend", () => {
  for (const rate of [0, 0.65, 0.75, 0.85, 0.95, 1]) {
    expect(LEGEND.fill.map((s) => s.shade)).toContain(fillShade(rate));
  }
  for (let n = 0; n < 12; n += 1) expect(LEGEND.gap.map((s) => s.shade)).toContain(gapShade(n));
  for (let n = -12; n < 12; n += 1) expect(LEGEND.required.map((s) => s.shade)).toContain(balanceShade(n));
});
