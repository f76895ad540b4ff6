/** How figures and dates are written. Pure; dates are civil dates without a zone. */
const whole = new Intl.NumberFormat("en-US");

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : whole.format(value);
}

export function percent(rate: number | null | undefined, digits = 0): string {
  // Never rounded up to a whole: 99.96 % of the billets is not all of them.
  if (rate === null || rate === undefined) return "–";
  const scale = 10 ** digits;
  return `${(Math.floor(rate * 100 * scale + 1e-9) / scale).toFixed(digits)} %`;
}

export function signed(value: number): string {
  if (value === 0) return "±0";
  return value > 0 ? `+${whole.format(value)}` : `−${whole.format(-value)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** `1 Oct 2026`. */
export function day(value: string | null | undefined): string {
  if (!value) return "–";
  const [y, m, d] = value.split("-");
  return `${Number(d)} ${MONTHS[Number(m) - 1] ?? "?"} ${y}`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Thu`. */
export function weekday(value: string): string {
  return WEEKDAYS[new Date(instant(value)).getUTCDay()] ?? "?";
}

/** `Oct 2026`. */
export function month(value: string): string {
  const [y, m] = value.split("-");
  return `${MONTHS[Number(m) - 1] ?? "?"} ${y}`;
}

/** Whole days from one date to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((instant(until) - instant(from)) / 86_400_000);
}

export function addDays(value: string, days: number): string {
  return iso(instant(value) + days * 86_400_000);
}

/** The same day of another month, or that month's last day. */
export function addMonths(value: string, months: number): string {
  const [y = 0, m = 1, d = 1] = value.split("-").map(Number);
  const index = y * 12 + m - 1 + months;
  const [year, at] = [Math.floor(index / 12), ((index % 12) + 12) % 12];
  const last = new Date(Date.UTC(year, at + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, at, Math.min(d, last)));
}

/** Whole months from one date to another, rounded. */
export function monthsBetween(from: string, until: string): number {
  const [a = 0, b = 0] = from.split("-").map(Number);
  const [c = 0, e = 0] = until.split("-").map(Number);
  return (c - a) * 12 + (e - b);
}

/** Abbreviations of the field, written as the field writes them. */
const ABBREVIATIONS = /\b(sco|sci|fms|fmf|dia|sc|gs|us)\b/g;

/** Names that are written otherwise than their slugs. */
const NAMES: Partial<Record<string, string>> = {
  air_force: "Air Force",
  marine_corps: "Marine Corps",
  space_force: "Space Force",
  coast_guard: "Coast Guard",
  guard_bilateral: "Guard bilateral affairs officer",
  section515_members: "Section 515 members",
  section515_exceeded: "Section 515 exceeded",
};

/** `service_nomination` → `Service nomination`. */
export function words(slug: string | null | undefined): string {
  if (!slug) return "–";
  const name = NAMES[slug];
  if (name) return name;
  const text = slug.replaceAll("_", " ").replace(ABBREVIATIONS, (short) => short.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function period(value: { from: string; until?: string | null }): string {
  return value.until ? `${day(value.from)} to ${day(value.until)}` : `from ${day(value.from)}`;
}

/** An instant as the reader's local date and time. */
export function moment(value: string): string {
  return new Date(value).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}
