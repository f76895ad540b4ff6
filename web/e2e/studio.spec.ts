import { expect, test } from "@playwright/test";

import { faults, settled, signInAs } from "./support";

test("the director reads what a slate buys and opens the simulation that says so", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/slates/S0");
  await settled(page);
  await page.getByText("What it buys").click();
  const table = page.getByRole("table", { name: "What changes, by command" });
  await expect(table).toContainText("All together", { timeout: 60_000 });
  await expect(table).toContainText("CENTCOM");
  await expect(page.locator(".verdict")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/slate-buys.png", fullPage: true });

  const said = await page.locator(".verdict").innerText();
  await page.getByRole("link", { name: "Open the simulation that says so" }).click();
  await expect(page.getByRole("heading", { name: "What slate S0 buys" })).toBeVisible();
  await expect(page.locator(".verdict")).toHaveText(said);
  await expect(page.getByRole("table", { name: "Coefficients" })).toContainText("hours a month");
  await expect(page.getByRole("heading", { name: "What staffing cannot change" })).toBeVisible();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/studio.png", fullPage: true });
});

test("an analyst asks for three more case writers, cancels a long run, and sees where the next person is worth most", async ({ page }) => {
  await signInAs(page, "analyst");
  await page.goto("/studio");
  await settled(page);
  await expect(page.getByRole("button", { name: "Simulate", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "Add people" }).click();
  await page.getByLabel("Pool").selectOption("DSCA case writers");
  await page.getByLabel("More (below 0: fewer)").fill("3");
  await page.getByLabel("From day").fill("90");
  await page.getByRole("button", { name: "Simulate", exact: true }).click();
  const table = page.getByRole("table", { name: "What changes, by command" });
  await expect(table).toContainText("All together", { timeout: 60_000 });
  await expect(page.getByRole("table", { name: "Pools of people" })).toContainText("DSCA case writers");

  await page.getByRole("button", { name: "Add requests" }).click();
  const countries = page.getByLabel("Countries");
  const one = await countries.locator('optgroup[label="One country"] option').first().getAttribute("value");
  await countries.selectOption(one);
  await expect(countries).toHaveValue(one ?? "");

  await page.getByLabel("Months simulated").fill("60");
  await page.getByRole("button", { name: "Where is the next person worth most?" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("The simulation was cancelled.")).toBeVisible();
  await page.getByLabel("Months simulated").fill("12");
  await page.getByRole("button", { name: "Where is the next person worth most?" }).click();
  await expect(page.getByRole("table", { name: "One more person in each pool" })).toContainText("DSCA case writers", { timeout: 90_000 });
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: "test-results/studio-worth.png", fullPage: true });
});
