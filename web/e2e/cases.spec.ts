import { expect, test } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

interface Row {
  id: string;
  number: string;
}

test("a case manager works the own queue: opens a case, records its next milestone, corrects it, asks for a hold", async ({ page }) => {
  await signInAs(page, "cases");
  await page.goto("/cases?mine=true");
  await settled(page);
  await expect(page.getByRole("table", { name: "Cases", exact: true })).toContainText("-B-");
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/cases-queue.png", fullPage: true });

  const { items } = await answer<{ items: Row[] }>(page, "/api/cases?phase=writing&limit=200");
  let free: (Row & { next: string; may_reach: string[] }) | undefined;
  for (const row of items) {
    const one = await answer<Row & { next: string; may_reach: string[] }>(page, `/api/cases/${row.id}`);
    if (one.may_reach.includes(one.next)) {
      free = one;
      break;
    }
  }
  if (!free) throw new Error("no case in writing may take its next step today");
  await page.goto(`/cases/${free.id}`);
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(free.number);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/case.png", fullPage: true });
  await page.getByRole("button", { name: "Record a milestone" }).click();
  await page.getByRole("button", { name: "Record it" }).click();
  await expect(page.locator(".facts").first()).toContainText(/, 0 days/);

  await page.getByRole("button", { name: /^Correct / }).last().click();
  await page.getByLabel("It was never reached").check();
  await page.getByRole("textbox", { name: "Reason" }).fill("Another case was meant");
  await page.getByRole("button", { name: "Record the correction" }).click();
  await expect(page.getByRole("table", { name: "Milestones" })).toContainText("withdrawn: Another case was meant");

  await page.getByRole("button", { name: "Ask for a hold" }).click();
  await page.getByLabel("Asked for by").fill("State");
  await page.getByRole("textbox", { name: "Justification" }).fill("Policy under review");
  await page.getByRole("button", { name: "Ask for it" }).click();
  await expect(page.getByText("hold asked for by State, not decided")).toBeVisible();

  await signInAs(page, "program");
  await page.goto(`/cases/${free.id}`);
  await settled(page);
  await page.getByRole("button", { name: "Decide the hold" }).click();
  await page.getByRole("button", { name: "Approve it" }).click();
  await expect(page.getByText("hold asked for by State, approved")).toBeVisible();
});

test("the director reads the whole queue by phase and narrows it to what is late", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/cases");
  await settled(page);
  await expect(page.getByRole("table", { name: "Open cases by phase" })).toContainText("Executing");
  await page.getByRole("button", { name: /Past the goal/ }).first().click();
  await expect(page).toHaveURL(/part=late/);
  await expect(page.getByRole("table", { name: "Cases", exact: true })).toContainText("over");
});

test("the analyst reads where cases lose their days, and opens the cases that stand there", async ({ page }) => {
  await signInAs(page, "analyst");
  await page.goto("/flow");
  await settled(page);
  const bottlenecks = page.getByRole("table", { name: "Bottlenecks" });
  await expect(bottlenecks.getByRole("row")).not.toHaveCount(1);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/flow.png", fullPage: true });
  await bottlenecks.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/cases\?.*milestone=/);
  await expect(page.getByRole("button", { name: /^At: / })).toBeVisible();
});

test("a country shows who is there and where its cases stand, and leads into the queue; a chief elsewhere sees no case", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/countries?q=jordan");
  await settled(page);
  await page.getByRole("table", { name: "Countries" }).getByRole("link", { name: "Jordan" }).click();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1, name: "Jordan" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Offices of the country" })).toContainText("Jordan");
  const sales = page.getByRole("table", { name: "Published sales by fiscal year" });
  await expect(sales.getByRole("row", { name: /2018/ })).toContainText("missing");
  await expect(page.getByRole("table", { name: /^Forecast with ranges/ })).toContainText("2025");
  await expect(page.getByRole("table", { name: "Published notifications" })).toContainText("reference/notifications.csv#JOR");
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/country.png", fullPage: true });
  const phase = page.getByRole("table", { name: "Open cases by phase" });
  await phase.getByRole("link", { name: "Executing" }).click();
  await expect(page).toHaveURL(/\/cases\?.*phase=executing/);
  await expect(page.getByRole("button", { name: /^Of: Jordan/ })).toBeVisible();

  await signInAs(page, "chief.jor");
  const { items } = await answer<{ items: { iso3: string }[] }>(page, "/api/countries?limit=1000");
  const other = items.find(({ iso3 }) => iso3 !== "JOR");
  await page.goto(`/countries/${other?.iso3 ?? ""}`);
  await settled(page);
  await expect(page.getByText("No case of this country that you may see.")).toBeVisible();
});

test("a letter is registered, waits overdue in the queue, and is answered by a later one", async ({ page }) => {
  await signInAs(page, "cases");
  const { items } = await answer<{ items: Row[] }>(page, "/api/cases?mine=true&limit=1");
  const own = items[0];
  if (!own) throw new Error("the case manager has no case");
  const subject = `End use of line 001 ${String(Date.now())}`;
  await page.goto(`/cases/${own.id}`);
  await settled(page);
  const table = page.getByRole("table", { name: "Correspondence" });
  await page.getByRole("button", { name: "Register a letter" }).click();
  await page.getByLabel("From").selectOption({ label: "State" });
  await page.getByRole("dialog").getByLabel(/^Day/).fill("2026-08-20");
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByLabel("An answer is due by; empty: none is owed").fill("2026-09-01");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Register it" }).click();
  const row = table.getByRole("row").filter({ hasText: subject }).first();
  await expect(row).toContainText("owed by Implementing agency until 1 Sep 2026");

  await page.goto("/cases?mine=true&part=awaits_answer&answer_by=agency");
  await settled(page);
  await expect(page.getByRole("table", { name: "Cases", exact: true })).toContainText(own.number);

  await page.goto(`/cases/${own.id}`);
  await settled(page);
  await page.getByRole("button", { name: "Register a letter" }).click();
  await page.getByLabel("It", { exact: true }).selectOption({ label: "Went out" });
  await page.getByLabel("To", { exact: true }).selectOption({ label: "State" });
  await page.getByRole("textbox", { name: "Subject" }).fill(`Answer: ${subject}`);
  const answers = page.getByLabel("It answers");
  const open = answers.locator("option").filter({ hasText: subject });
  await answers.selectOption((await open.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Register it" }).click();
  await expect(table.getByRole("row").filter({ hasText: subject }).first()).toContainText(/by \d+/);
});
