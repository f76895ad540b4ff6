import { expect, it } from "vitest";

import type { WorkRow } from "../../api/types";
import { forbid, keyOf, lock, put, swap } from "./change";

function row(person: string | null, billet: string | null, locked = false): WorkRow {
  return {
    person: person ? { id: person, name: person, grade: "O-4", service: "army" } : null,
    billet: billet ? { id: billet, number: billet, title: "Chief" } : null,
    office: null, command: null, from: null, before: null, day: "2027-06-01", cost: 1, locked, moved: false,
    stepped: false, runner_up_costs_more: null,
  };
}

it("locks and lets go by the same key", () => {
  expect(lock(row("P1", "B1"))).toEqual([{ lock: { person: "P1", billet: "B1" } }]);
  expect(lock(row("P1", "B1", true))).toEqual([{ unlock: { person: "P1" } }]);
  expect(lock(row(null, "B1"))).toEqual([]);
});

it("lets a locked pair go before it is forbidden", () => {
  expect(forbid(row("P1", "B1", true))).toEqual([{ unlock: { person: "P1" } }, { forbid: { person: "P1", billet: "B1" } }]);
});

it("puts a person where another is locked by letting that one go", () => {
  expect(put("P2", row("P1", "B1", true))).toEqual([{ unlock: { person: "P1" } }, { lock: { person: "P2", billet: "B1" } }]);
  expect(put("P1", row("P1", "B1"))).toEqual([]);
});

it("swaps two lines in one step, and fills an opening with a person", () => {
  expect(swap(row("P1", "B1"), row("P2", "B2"))).toEqual([
    { lock: { person: "P1", billet: "B2" } },
    { lock: { person: "P2", billet: "B1" } },
  ]);
  expect(swap(row(null, "B1"), row("P2", null))).toEqual([{ lock: { person: "P2", billet: "B1" } }]);
  expect(swap(row("P1", null), row("P2", "B2"))).toEqual([{ lock: { person: "P1", billet: "B2" } }]);
  expect(keyOf(row("P1", null))).toBe("P1");
});
