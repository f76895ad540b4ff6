import { describe, expect, it } from "vitest";

import { cents, dollars } from "../../../forms/cases/execution/money";
import { exact, lineNumber } from "./words";

describe("money of a case", () => {
  it("is exact to the cent, both ways", () => {
    for (const amount of [0, 1, 29, 115, 1_001, 103_200_000, 774_000_000_007]) expect(cents(dollars(amount))).toBe(amount);
    expect(cents("1.15")).toBe(115);
    expect(cents("-20.5")).toBe(-2_050);
  });

  it("reads as dollars", () => {
    expect(exact(123_456_789)).toBe("$1,234,567.89");
    expect(exact(-5)).toBe("-$0.05");
  });
});

describe("a line", () => {
  it("has three digits", () => expect(lineNumber(7)).toBe("007"));
});
