/** Exact cents of dollars as they were typed. */
export const cents = (dollars: string): number => Math.round(Number(dollars) * 100);

/** Dollars as a field shows cents. */
export const dollars = (of: number): string => (of / 100).toFixed(2);
