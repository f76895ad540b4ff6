/** What the map of the flow draws of a directly-follows graph. Pure. */
import type { FlowSegment, MilestoneDefinition } from "../../api/types";

/** A way on the map: from one place in the order to another. */
export interface Arc {
  of: FlowSegment;
  from: number;
  to: number;
  /** `forward` in the order, `back` in it, `again`: forward after something took the case back. */
  way: "forward" | "back" | "again";
}

/** Ways through what takes a case back are rare one by one: so many of them are shown whatever their share. */
const BACK = 16;

/** The codes in the order of the map. */
export function order(milestones: readonly MilestoneDefinition[]): string[] {
  return ["LOR", ...milestones.filter((one) => one.order === "step" || one.order === "optional").map((one) => one.code)];
}

/**
 * The ways between places in the order. What takes a case back has no place of its own: it stands at the step that it goes
 * back to. Of the others those that fewer than one case in 500 went are left out: they would hide the rest.
 */
export function arcs(segments: readonly FlowSegment[], cases: number, milestones: readonly MilestoneDefinition[]): Arc[] {
  const codes = order(milestones);
  const backs = new Map(
    milestones.filter((one) => one.order === "back").map((one) => [one.code, milestones.find((at) => at.milestone === one.stands_at)?.code ?? ""]),
  );
  const place = (code: string) => codes.indexOf(backs.get(code) ?? code);
  const all = segments
    .map((of): Arc => {
      const [from, to] = [place(of.from), place(of.to)];
      const way = backs.has(of.to) || to < from ? "back" : backs.has(of.from) ? "again" : "forward";
      return { of, from, to, way };
    })
    .filter(({ from, to }) => from >= 0 && to >= 0);
  const plain = all.filter(({ of }) => !backs.has(of.from) && !backs.has(of.to) && of.count >= cases / 500);
  const through = all.filter(({ of }) => backs.has(of.from) || backs.has(of.to)).sort((a, b) => b.of.count - a.of.count);
  return [...plain, ...through.slice(0, BACK)];
}
