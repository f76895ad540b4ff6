import type { Ranged } from "../../api/types";

const tenths = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** A figure to a tenth, with its sign where it is a difference. */
export function figure(value: number, difference = false): string {
  const text = tenths.format(Math.abs(value));
  if (!difference) return value < 0 ? `−${text}` : text;
  if (Number(text.replaceAll(",", "")) === 0) return "±0.0";
  return value > 0 ? `+${text}` : `−${text}`;
}

/** `−2.9 (−4.3 to −1.6)`; a value without any range alone. */
export function ranged(of: Ranged, scale = 1, difference = false): string {
  const [mean, low, high] = [of.mean, of.low, of.high].map((value) => figure(value * scale, difference));
  return of.low === of.high ? `${mean}` : `${mean} (${low} to ${high})`;
}

/** Whether the range leaves the sign of a difference open. */
export const isUnclear = (of: Ranged): boolean => of.low <= 0 && of.high >= 0;

/** What a change does to the days until half of the offers, as a sentence. */
export function verdict(days: Ranged): string {
  if (days.mean === 0 && days.low === 0 && days.high === 0) return "Nobody who works these cases is concerned: nothing changes.";
  const [low, high] = [days.low, days.high].map((value) => figure(value, true));
  if (isUnclear(days)) return `No difference that can be told: the median offer comes between ${low} and ${high} days from where it came without.`;
  const size = figure(Math.abs(days.mean));
  return `The median offer comes ${size} days ${days.mean < 0 ? "earlier" : "later"}; in eight of ten sets of coefficients between ${low} and ${high} days.`;
}

/** Why a median grows where people are added: the cases that had waited longest come to their offer and count. */
export function catchesUp(days: Ranged, open: Ranged): string | undefined {
  if (days.mean <= 0 || open.high >= 0) return undefined;
  return `Fewer cases stay without an offer (${ranged(open, 1, true)}) though the median offer takes longer: those that had waited longest come to their offer, and count in the median.`;
}
