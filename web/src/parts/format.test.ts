import { describe, expect, it } from "vitest";

import { addDays, addMonths, day, daysBetween, monthsBetween, percent, signed, words } from "./format";

describe("dates", () => {
  it("keep to the month's last day when the month is shorter", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -13)).toBe("2024-12-15");
  });
  it("count whole days across a change of clocks", () => {
    expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31);
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(monthsBetween("2024-10-01", "2026-10-01")).toBe(24);
  });
  it("read as people write them", () => {
    expect(day("2026-10-01")).toBe("1 Oct 2026");
    expect(day(null)).toBe("–");
  });
});

describe("figures", () => {
  it("never round a rate up to a whole", () => {
    expect(percent(0.9996)).toBe("99 %");
    expect(percent(1)).toBe("100 %");
    expect(percent(null)).toBe("–");
  });
  it("keep their sign with a true minus", () => {
    expect(signed(-1200)).toBe("−1,200");
    expect(signed(0)).toBe("±0");
  });
  it("slugs read as words", () => {
    expect(words("service_nomination")).toBe("Service nomination");
    expect(words("fms_administrative")).toBe("FMS administrative");
  });
});
