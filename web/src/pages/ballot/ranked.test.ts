import { expect, test } from "vitest";

import { tiers } from "./Candidates";
import { moved } from "./RankedList";

test("a row moves to a place and the others close up", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});

test("nothing moves beyond the ends", () => {
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
  expect(moved([], 0, 0)).toEqual([]);
});

test("candidates with the same number tie, and whoever has none is left out", () => {
  expect(tiers({ P1: 2, P2: 1, P3: 2, P4: undefined })).toEqual([["P2"], ["P1", "P3"]]);
});
