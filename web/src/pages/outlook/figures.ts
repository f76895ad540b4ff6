/** Expected people: a tenth where there are few, whole people where a tenth would only seem exact. */
export function expected(people: number): string {
  if (people === 0) return "0";
  return people < 10 ? people.toFixed(1) : Math.round(people).toLocaleString("en-US");
}

/** By how many fewer people are missing; `–` where it is no difference that can be told. */
export function closed(before: number, after: number): string {
  const by = before - after;
  if (Math.abs(by) < 0.05) return "–";
  return by > 0 ? `−${expected(by)}` : `+${expected(-by)}`;
}

/** The least round number that is not below a value: 1, 2 or 5 with noughts. */
export function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([1, 2, 5, 10].find((step) => step * unit >= value) ?? 10) * unit;
}
