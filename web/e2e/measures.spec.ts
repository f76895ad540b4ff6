import { expect, test } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

test("the analyst reads the measures by quarter and opens one into the rows it counts", async ({ page }) => {
  await signInAs(page, "analyst");
  await page.goto("/measures");
  await settled(page);
  const table = page.getByRole("table", { name: "Measures by quarter" });
  await expect(table).toContainText("Offered within the goal");
  await expect(table).toContainText("SCO fill rate");
  await expect(page.getByRole("heading", { name: "Not recorded" })).toBeVisible();
  await expect(page.getByText("synthetic histories")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/measures.png", fullPage: true });

  await table.getByRole("link", { name: "Offered within the goal" }).click();
  await settled(page);
  await expect(page).toHaveURL(/\/measures\/offered_in_goal/);
  const rows = page.getByRole("table", { name: "Rows counted" });
  await expect(rows.getByRole("link").first()).toBeVisible();
  await page.getByRole("combobox", { name: "By", exact: true }).selectOption("category");
  await expect(page.getByRole("table", { name: "By group" })).toContainText("B");
  expect(await faults(page)).toEqual([]);
  await rows.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/cases\/\w+/);
});

test("a figure counts as many rows as it says", async ({ page }) => {
  await signInAs(page, "director");
  interface Point {
    quarter: string;
    count: number;
  }
  const { measures } = await answer<{ measures: { id: string; trend: Point[] }[] }>(page, "/api/measures");
  for (const id of ["offered_in_goal", "late_open", "sco_fill"]) {
    const last = measures.find((one) => one.id === id)?.trend.at(-2);
    if (!last) throw new Error(`there is no measure ${id}`);
    const one = await answer<{ total: number; groups: { count: number }[] }>(page, `/api/measures/${id}?quarter=${last.quarter}`);
    expect(one.total).toBe(last.count);
    expect(one.groups.reduce((sum, group) => sum + group.count, 0)).toBe(last.count);
  }
});

test("a departure of the flow opens into its cases", async ({ page }) => {
  await signInAs(page, "analyst");
  await page.goto("/flow");
  await settled(page);
  const departing = page.getByRole("table", { name: "Departing from the order" });
  const link = departing.getByRole("link").first();
  const cases = Number((await link.innerText()).replaceAll(",", ""));
  await link.click();
  await settled(page);
  await expect(page).toHaveURL(/\/flow\/cases\?.*departure=/);
  const query = new URL(page.url()).searchParams.toString();
  expect((await answer<{ total: number }>(page, `/api/cases/flow/cases?${query}`)).total).toBe(cases);
});

test("the notifications of Congress stand on their own page with their source", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/notifications");
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Notifications of Congress");
  expect(await faults(page)).toEqual([]);
});
