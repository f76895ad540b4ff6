import { addMonths, daysBetween } from "../format";

/** Days to pixels, over the span shown. */
export interface Scale {
  from: string;
  until: string;
  width: number;
  /** Where a day begins; days outside the span lie at its edges. `null` is an open end. */
  x: (day: string | null) => number;
}

export function scale(from: string, until: string, width: number): Scale {
  const days = Math.max(daysBetween(from, until), 1);
  const x = (day: string | null) => {
    if (day === null) return width;
    return Math.max(0, Math.min(1, daysBetween(from, day) / days)) * width;
  };
  return { from, until, width, x };
}

/** The first days of quarters within the span; `year` where a year begins. */
export function quarters(from: string, until: string): { day: string; year: boolean }[] {
  const [year = 0, month = 1] = from.split("-").map(Number);
  let day = `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
  const found: { day: string; year: boolean }[] = [];
  while (day < until) {
    if (day >= from) found.push({ day, year: day.slice(5, 7) === "01" });
    day = addMonths(day, 3);
  }
  return found;
}
