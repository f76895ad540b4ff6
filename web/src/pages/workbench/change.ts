/** What a step of a scenario changes, as the sheet's keys, buttons and drags ask for it. */
import type { ScenarioChange, WorkRow } from "../../api/types";

/** Locks the row's person into its billet, or lets go. */
export function lock(row: WorkRow): ScenarioChange[] {
  if (!row.person || !row.billet) return [];
  const person = row.person.id;
  return row.locked ? [{ unlock: { person } }] : [{ lock: { person, billet: row.billet.id } }];
}

/** Rules the row's pair out; a lock on it goes with it. */
export function forbid(row: WorkRow): ScenarioChange[] {
  if (!row.person || !row.billet) return [];
  const [person, billet] = [row.person.id, row.billet.id];
  return [...(row.locked ? [{ unlock: { person } }] : []), { forbid: { person, billet } }];
}

/** Puts a person into a row's billet; whoever is locked into it is let go. */
export function put(person: string, into: WorkRow): ScenarioChange[] {
  if (!into.billet || into.person?.id === person) return [];
  return [
    ...(into.locked && into.person ? [{ unlock: { person: into.person.id } }] : []),
    { lock: { person, billet: into.billet.id } },
  ];
}

/** Exchanges the billets of two rows. One of them may be an opening or a person by itself. */
export function swap(one: WorkRow, other: WorkRow): ScenarioChange[] {
  if (one.person && other.person && one.billet && other.billet) {
    return [
      { lock: { person: one.person.id, billet: other.billet.id } },
      { lock: { person: other.person.id, billet: one.billet.id } },
    ];
  }
  if (one.person && other.billet && !other.person) return put(one.person.id, other);
  if (other.person && one.billet && !one.person) return put(other.person.id, one);
  if (one.person && !one.billet && other.billet) return put(one.person.id, other);
  if (other.person && !other.billet && one.billet) return put(other.person.id, one);
  return [];
}

/** What names a row, whatever stands in it. */
export const keyOf = (row: WorkRow): string => row.billet?.id ?? row.person?.id ?? "";
