/** What an address may carry after `?`. Anything else is left out rather than refused. */

export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
}

export function day(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

export function flag(value: unknown): true | undefined {
  return value === true || value === "true" ? true : undefined;
}

export function one<const T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Names whose value may be missing, as optional names. */
export type Loose<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};

/** A reader of an address all of whose names may be left out. */
export function reader<T>(read: (given: Record<string, unknown>) => T): (given: Record<string, unknown>) => Loose<T> {
  return read as (given: Record<string, unknown>) => Loose<T>;
}

/** One of the values a filter knows. */
export function choice<T extends string>(value: unknown, of: readonly (readonly [T, string])[]): T | undefined {
  return of.find(([key]) => key === value)?.[0];
}

/** A whole number between two bounds. */
export function whole(value: unknown, least: number, most: number): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
