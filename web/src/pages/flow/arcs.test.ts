import { expect, test } from "vitest";

import type { FlowSegment, MilestoneDefinition } from "../../api/types";
import { arcs, order } from "./arcs";

const milestone = (code: string, order: string, stands_at = code) => ({ milestone: code.toLowerCase(), code, order, stands_at: stands_at.toLowerCase() }) as unknown as MilestoneDefinition;
const segment = (from: string, to: string, count: number) => ({ from, to, count, median_days: 1 }) as FlowSegment;

const MILESTONES = [milestone("A", "step"), milestone("B", "optional"), milestone("C", "step"), milestone("BACK", "back", "A"), milestone("CANCEL", "end")];

test("what takes a case back is drawn to the step that it goes back to, and on from there", () => {
  expect(order(MILESTONES)).toEqual(["LOR", "A", "B", "C"]);
  const drawn = arcs([segment("A", "C", 900), segment("C", "BACK", 1), segment("BACK", "B", 1), segment("C", "CANCEL", 50), segment("A", "B", 1)], 1000, MILESTONES);
  expect(drawn.map(({ from, to, way }) => [from, to, way])).toEqual([
    [1, 3, "forward"],
    [3, 1, "back"],
    [1, 2, "again"],
  ]);
});

test("of many ways back the most frequent are shown", () => {
  const many = Array.from({ length: 40 }, (_, count) => segment("C", "BACK", count));
  const drawn = arcs(many, 10, MILESTONES);
  expect(drawn).toHaveLength(16);
  expect(drawn[0]?.of.count).toBe(39);
});
