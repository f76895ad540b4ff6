import { expect, test } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

interface Row {
  id: string;
  number: string;
  office: { id: string };
}

test("a case manager is told what is stuck, sees why, and watches a case", async ({ page }) => {
  await signInAs(page, "cases");
  await page.goto("/cases?part=stuck");
  await settled(page);
  const table = page.getByRole("table", { name: "Cases", exact: true });
  await expect(table).toContainText(/had left it in|nobody manages it|hold was/);
  await page.getByText("Stuck: where and why").click();
  await expect(page.getByRole("table", { name: "Stuck cases by reason and step" }).getByRole("row")).not.toHaveCount(1);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/cases-stuck.png", fullPage: true });

  await table.getByRole("link").first().click();
  await settled(page);
  await expect(page.getByRole("heading", { name: "Stuck" })).toBeVisible();
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(page.getByRole("button", { name: "Watch no more" })).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await page.goto("/cases?part=watched");
  await settled(page);
  await expect(page.getByText("1 row", { exact: true })).toBeVisible();
  await page.goto("/awaiting");
  await settled(page);
  await expect(page.getByRole("table", { name: "What awaits you" })).toContainText("Give cases to a manager");
});

test("cases that nobody manages are shared with reasons, and given at once", async ({ page }) => {
  await signInAs(page, "cases");
  const { items } = await answer<{ items: Row[] }>(page, "/api/cases?part=unassigned&limit=1");
  const office = items[0]?.office.id;
  if (!office) throw new Error("the demonstration leaves cases that nobody manages");
  await page.goto(`/cases?part=unassigned&office=${office}`);
  await settled(page);
  // One is taken from the list, the rest are shared.
  await page.getByRole("checkbox", { name: /^Select / }).first().check();
  await page.getByRole("button", { name: "Take them" }).click();
  await expect(page.getByRole("group", { name: "With the cases selected" })).toHaveCount(0);
  await page.getByRole("link", { name: /Distribute the cases/ }).click();
  await settled(page);
  await expect(page.getByRole("table", { name: "Cases and who should get them" })).toContainText("load");
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/cases-distribution.png", fullPage: true });
  await page.getByRole("button", { name: /^Give .* as proposed$/ }).click();
  await expect(page.getByText("Nothing is to be shared.")).toBeVisible();
});

test("a case before its offer shows when it may be offered, marked as made from synthetic histories", async ({ page }) => {
  await signInAs(page, "program");
  await answer(page, "/api/cases/outlook");
  const { items } = await answer<{ items: (Row & { offer: unknown })[] }>(page, "/api/cases?part=development&limit=200");
  const one = items.find((row) => row.offer);
  if (!one) throw new Error("no case in development has a forecast");
  await page.goto(`/cases/${one.id}`);
  await settled(page);
  await expect(page.getByRole("heading", { name: "Forecast" })).toBeVisible();
  await expect(page.getByText("Made from synthetic histories")).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
