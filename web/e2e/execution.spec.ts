import { expect, test } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

interface Row {
  id: string;
  number: string;
}

const table = (name: string) => ({ name, exact: true }) as const;

test("a case manager finds a late delivery, records it, files a report on it and takes it to its answer", async ({ page }) => {
  await signInAs(page, "cases");
  await page.goto("/cases");
  await settled(page);
  await page.getByRole("button", { name: /With a late delivery/ }).click();
  await expect(page).toHaveURL(/part=delivery_late/);
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/execution-queue.png", fullPage: true });

  // One line with one late delivery, so that the report is about what was delivered just now.
  interface Whole extends Row {
    lines: unknown[];
    running: { deliveries: { late: boolean }[] };
  }
  const { items } = await answer<{ items: Row[] }>(page, "/api/cases?part=delivery_late&limit=60");
  let late: Whole | undefined;
  for (const row of items) {
    const one = await answer<Whole>(page, `/api/cases/${row.id}`);
    if (one.lines.length === 1 && one.running.deliveries.filter((delivery) => delivery.late).length === 1) {
      late = one;
      break;
    }
  }
  if (!late) throw new Error("no case of one line has a late delivery");
  await page.goto(`/cases/${late.id}`);
  await settled(page);
  const deliveries = page.getByRole("table", table("Deliveries"));
  await expect(deliveries).toContainText("late since");
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/execution-case.png", fullPage: true });

  const made = deliveries.getByRole("row").filter({ hasText: /delivered/ });
  const before = await made.count();
  const open = deliveries.getByRole("row").filter({ hasText: /late since/ }).first();
  await open.getByRole("button", { name: /^Delivered/ }).click();
  await page.getByRole("button", { name: "Record it" }).click();
  await expect(made).toHaveCount(before + 1);

  const reports = page.getByRole("table", table("Discrepancy reports"));
  const filed = reports.getByRole("row").filter({ hasText: "Received" });
  const known = await filed.count();
  await page.getByRole("button", { name: "File a report" }).click();
  await page.getByLabel("Claimed, US dollars").fill("1250.50");
  await page.getByRole("textbox", { name: "In words" }).fill("The crate came open");
  await page.getByRole("button", { name: "File it" }).click();
  await expect(filed).toHaveCount(known + 1);
  await filed.filter({ hasText: "$1,250.50" }).getByRole("button", { name: /^Begin the review/ }).click();
  await page.getByRole("button", { name: "Record it" }).click();
  const mine = reports.getByRole("row").filter({ hasText: "$1,250.50" });
  await expect(mine).toContainText("Under review");
  await mine.getByRole("button", { name: /^Answer/ }).click();
  await page.getByLabel("Outcome").selectOption("replaced");
  await page.getByRole("textbox", { name: "Answer" }).fill("Another one is sent");
  await page.getByRole("button", { name: "Record it" }).click();
  await expect(mine).toContainText("Answered");
});

test("a program manager pays what is overdue, and reads what stops a closure", async ({ page }) => {
  await signInAs(page, "program");
  const { items } = await answer<{ items: Row[] }>(page, "/api/cases?part=overdue&limit=1");
  const [owing] = items;
  if (!owing) throw new Error("no case owes anything");
  await page.goto(`/cases/${owing.id}`);
  await settled(page);
  await expect(page.getByRole("table", table("What is to be paid"))).toContainText("overdue");
  await page.getByRole("button", { name: "Record a payment" }).click();
  await page.getByRole("button", { name: "Record it" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.goto("/cases?part=backlog");
  await settled(page);
  await expect(page.getByRole("table", table("Closure backlog"))).toContainText("Accelerated");
  const backlog = await answer<{ items: (Row & { execution: { closure_stops: number } })[] }>(page, "/api/cases?part=closure&limit=200");
  const stopped = backlog.items.find((row) => row.execution.closure_stops > 0);
  if (!stopped) throw new Error("nothing stops any closure");
  await page.goto(`/cases/${stopped.id}`);
  await settled(page);
  const closure = page.getByRole("region", { name: "What stops its closure" });
  await expect(closure.getByRole("listitem")).not.toHaveCount(0);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/execution-closure.png", fullPage: true });
});
