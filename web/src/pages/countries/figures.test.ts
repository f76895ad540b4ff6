import { expect, test } from "vitest";

import type { CountryRow, CountrySales } from "../../api/types";
import { found, missing, next, span, together } from "./figures";

const row = (iso3: string, name: string, codes: string[]) => ({ iso3, name, region: "NEA", purchaser_codes: codes, offices: [], id: iso3, priority: 1 }) as unknown as CountryRow;
const year = (fiscal_year: number, agreed_usd: number | null) => ({ fiscal_year, agreed_usd, source: null, delivered_usd: null, delivered_source: null });

test("a country is found by the beginning of its name, of a word of it, or of a code", () => {
  const rows = [row("SAU", "Saudi Arabia", ["SR", "SI"]), row("JOR", "Jordan", ["JO"])];
  expect(found(rows, "arab").map((one) => one.iso3)).toEqual(["SAU"]);
  expect(found(rows, "si").map((one) => one.iso3)).toEqual(["SAU"]);
  expect(found(rows, "rdan")).toEqual([]);
  expect(found(rows, undefined)).toHaveLength(2);
});

test("years without a figure are told as runs and are no zero", () => {
  const sales: CountrySales = { years: [year(2016, 5), year(2017, null), year(2018, null), year(2019, null), year(2020, 0), year(2021, null)], forecast: null };
  expect(missing(sales.years)).toEqual(["FY2017–19", "FY2021"]);
  expect(span(sales)).toEqual([0, 5.5]);
});

test("months of offices add up, and the next is the first in which anything happens", () => {
  const month = (name: string, arrivals: number, losses: number) => ({ month: name, arrivals, losses });
  const sum = together([{ movements: [month("2026-10-01", 0, 1), month("2026-11-01", 2, 0)] }, { movements: [month("2026-10-01", 0, 2), month("2026-11-01", 1, 0)] }]);
  expect(sum).toEqual([month("2026-10-01", 0, 3), month("2026-11-01", 3, 0)]);
  expect(next(sum, "arrivals")).toEqual({ month: "2026-11-01", people: 3 });
  expect(next(together([]), "losses")).toBeNull();
});
