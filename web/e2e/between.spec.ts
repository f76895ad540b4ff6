import { expect, test } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

interface Curve {
  least: number;
  points: { blocking: number; above_least: number; bound_above_least: number }[];
}

interface Slate {
  withdrawn: string | null;
  objective: number;
  method: { few_blocking?: { most: number }; near_least_cost?: { points: number } };
}

test("the manager sees what stability costs, computes a slate between the two and proposes it", async ({ page }) => {
  await signInAs(page, "manager");
  // The summer's ballot has closed. A slate that another journey proposed stands in the way of this one.
  const cycle = await answer<{ slate: { id: string } | null }>(page, "/api/cycles/Y0");
  if (cycle.slate) await page.request.post("/api/commands/withdraw_slate", { data: { slate: cycle.slate.id } });
  const curve = (await (await page.request.post("/api/cycles/Y0/trade")).json()) as Curve;
  const middle = curve.points[Math.floor(curve.points.length / 2)];
  if (!middle || curve.points.length < 4) throw new Error("stability costs nothing here");

  await page.goto("/cycles/Y0");
  await settled(page);
  const between = page.getByRole("region", { name: "Between the two" });
  await between.getByRole("button", { name: "Compute what stability costs" }).click();
  await expect(between.getByRole("img", { name: /the table below says the same/ })).toBeVisible();
  const rows = between.getByRole("group", { name: "What stability costs, in points above the least" }).locator("tbody tr");
  await expect(rows).toHaveCount(curve.points.length);
  await expect(rows.first()).toContainText("0");
  await expect(between).toContainText("no more people of a service than it gives");
  expect(await faults(page)).toEqual([]);

  // The slate of a point is as good as the point.
  const most = middle.blocking.toLocaleString("en-US");
  await between.getByRole("button", { name: `Compute the slate with at most ${most} blocking pairs`, exact: true }).click();
  await expect(between.getByText("A separate verifier counted")).toBeVisible();
  await expect(between.getByText(`at most ${middle.blocking} blocking pairs`)).toBeVisible();

  // Any other trade is asked for in numbers.
  const question = between.getByRole("form", { name: "A slate between the two" });
  await question.getByText("Points above the least").click();
  await question.getByRole("textbox", { name: "At most" }).fill(String(middle.above_least));
  await question.getByRole("button", { name: "Compute this slate" }).click();
  await expect(between.getByText(`within ${middle.above_least} points of the least cost`)).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await between.getByRole("button", { name: /^Propose these .* lines between the two$/ }).click();
  await expect(page).toHaveURL(/\/slates\/S\d+/);
  await settled(page);
  await expect(page.locator(".page-head")).toContainText("the most stable found within");
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const slate = await answer<Slate>(page, `/api/slates/${id}`);
  expect(slate.method.near_least_cost?.points).toBe(middle.above_least);
  expect(slate.objective).toBeLessThanOrEqual(curve.least + middle.above_least);
  await page.getByText("Blocking pairs", { exact: true }).click();
  await expect(page.getByText(/would both rather have each other/)).toBeVisible();
  const { count } = await answer<{ count: number }>(page, `/api/slates/${id}/blocking`);
  expect(count).toBeLessThanOrEqual(middle.blocking);
  expect(await faults(page)).toEqual([]);
  const withdrawn = await page.request.post("/api/commands/withdraw_slate", { data: { slate: id } });
  expect(withdrawn.ok()).toBe(true);
});
