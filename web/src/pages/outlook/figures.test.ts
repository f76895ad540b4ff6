import { describe, expect, it } from "vitest";

import { closed, expected, roundUp } from "./figures";

describe("figures of the outlook", () => {
  it("shows tenths only of few people", () => {
    expect([0, 0.4, 9.9, 12.4, 1234.6].map(expected)).toEqual(["0", "0.4", "9.9", "12", "1,235"]);
  });

  it("says what a change closes, and what it opens", () => {
    expect([closed(20, 12.5), closed(3, 3.04), closed(3, 4)]).toEqual(["−7.5", "–", "+1.0"]);
  });

  it("rounds a scale up to a number that reads well", () => {
    expect([0, 1, 3, 12, 51, 700].map(roundUp)).toEqual([1, 1, 5, 20, 100, 1000]);
  });
});
