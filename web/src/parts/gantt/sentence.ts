import type { TimelineTour } from "../../api/types";
import type { GanttRow } from "./row";
import { day, words } from "../format";

export function who(tour: TimelineTour): string {
  return tour.person ? `${tour.person.name}, ${tour.person.grade}` : "somebody not yours to see";
}

export function tourSentence(tour: TimelineTour): string {
  return `${who(tour)}, ${words(tour.status).toLowerCase()}, ${day(tour.from)} to ${day(tour.until)}`;
}

/** A row of the timeline in words, so that nothing is said by the picture alone. */
export function rowSentence(billet: GanttRow): string {
  const parts = [
    ...billet.tours.map(tourSentence),
    ...billet.gaps.map((gap) =>
      billet.tours.some((tour) => tour.from >= gap.until)
        ? `gap of ${gap.days} days from ${day(gap.from)}`
        : `nobody planned from ${day(gap.from)}`,
    ),
    ...billet.approved_gaps.map((gap) => `approved gap from ${day(gap.from)} to ${day(gap.until)}`),
    ...billet.overlaps.map((overlap) => `overlap of ${overlap.days} days from ${day(overlap.from)}`),
  ];
  return parts.length > 0 ? `${parts.join("; ")}.` : "Nobody, past or planned.";
}
