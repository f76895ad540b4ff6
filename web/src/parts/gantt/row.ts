import type { TimelineBillet } from "../../api/types";

/** What a row of the timeline needs to know of its billet. */
export type GanttRow = Pick<
  TimelineBillet,
  "id" | "number" | "title" | "grade" | "key" | "authorised" | "approved_gaps" | "tours" | "gaps" | "overlaps"
>;

/** Rows and the days they are shown over. */
export interface GanttSpan {
  from: string;
  until: string;
  billets: GanttRow[];
}
