import { expect, test } from "@playwright/test";

import { proposedSlate, settled, signInAs } from "./support";

test("a sign-in of the demonstration opens the picture, and signing out closes it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "director" }).click();
  await expect(page.getByRole("heading", { name: "The picture" })).toBeVisible();
  await expect(page.getByText("synthetic", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "Service Director" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("a wrong password is refused at the form", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Sign-in name").fill("director");
  await page.getByLabel("Password", { exact: true }).fill("not it");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("wrong");
});

test("the keyboard moves the date of the picture and its figures follow", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/");
  await settled(page);
  const strength = page.locator(".tiles .figure").first();
  const before = await strength.textContent();
  await page.getByRole("slider").focus();
  for (let month = 0; month < 12; month += 1) await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/on=2027-10-01/);
  await expect(strength).not.toHaveText(before ?? "");
});

test("map and table say the same of a country", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/");
  await settled(page);
  const row = page.getByRole("row", { name: /^Jordan/ });
  await row.hover();
  const said = (await page.locator(".pointed-line").textContent()) ?? "";
  const cells = await row.getByRole("cell").allTextContents();
  expect(said).toContain("Jordan");
  expect(said).toContain(`${cells[2]} of ${cells[3]}`);
});

test("the search field finds an office by the keyboard alone", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/cycles");
  await settled(page);
  await page.keyboard.press("/");
  await page.keyboard.type("SCO-JOR");
  await expect(page.getByRole("option", { name: /SCO-JOR/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/offices\/O\d+/);
  await expect(page.getByRole("heading", { name: "Billets over time" })).toBeVisible();
});

test("filters stay in the address and the long table reads on behind the scroll", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/billets");
  await settled(page);
  await page.getByLabel("Service", { exact: true }).selectOption("navy");
  await expect(page).toHaveURL(/service=navy/);
  await page.goto("/billets");
  await settled(page);
  const rows = page.getByRole("group", { name: "Billets" });
  for (let turn = 0; turn < 4; turn += 1) {
    const height = await rows.evaluate((region) => region.scrollHeight);
    await rows.evaluate((region) => region.scrollTo(0, region.scrollHeight));
    await expect.poll(() => rows.evaluate((region) => region.scrollHeight)).toBeGreaterThan(height);
  }
  // Thousands of rows are reached, few are in the page.
  expect(await page.locator("tbody tr").count()).toBeLessThan(120);
});

test("a tour that cannot be is refused at the form with what would mend it", async ({ page }) => {
  await signInAs(page, "manager");
  const answer = await page.request.get("/api/people?limit=50");
  const { items } = (await answer.json()) as { items: { id: string; billet: { id: string } | null }[] };
  const held = items.find((one) => one.billet !== null);
  await page.goto(`/billets/${held?.billet?.id ?? ""}`);
  await settled(page);
  await page.getByRole("button", { name: "Plan a tour" }).click();
  await page.getByRole("combobox", { name: "Person", exact: true }).fill(held?.id ?? "");
  await page.getByLabel("Rotation date").fill("2026-01-01");
  await page.getByRole("button", { name: "Plan the tour" }).click();
  await expect(page.getByRole("alert")).toContainText("rotation date");
  await expect(page.locator(".problem .remedy")).not.toBeEmpty();
});

test("a command concurs and objects, the director endorses, and the progress shows it", async ({ page }) => {
  const slate = await proposedSlate(page);
  await signInAs(page, "eucom");
  await page.goto(`/slates/${slate}?status=proposed`);
  await settled(page);
  await page.getByLabel("Command", { exact: true }).selectOption({ label: "EUCOM" });
  await settled(page);
  const boxes = page.getByRole("checkbox", { name: /^Line/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Concur", exact: true }).click();
  await expect(page.getByText("Pick lines to decide on them")).toBeVisible();
  await boxes.nth(0).check();
  await page.getByRole("button", { name: "Do not concur" }).click();
  await page.getByLabel("Reason").fill("The post cannot take another member before the spring.");
  await page.getByRole("dialog").getByRole("button", { name: "Do not concur" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  await signInAs(page, "director");
  await page.goto(`/slates/${slate}`);
  await settled(page);
  await page.getByRole("button", { name: /^Endorse all/ }).click();
  const eucom = page.getByRole("row", { name: /^EUCOM/ });
  await expect(eucom.getByRole("cell").nth(2)).not.toHaveText("0");
  await page.goto(`/slates/${slate}?status=endorsed`);
  await settled(page);
  await page.getByRole("button", { name: /^Why line/ }).first().click();
  await expect(page.getByRole("heading", { name: "Rules compared" })).toBeVisible();
});

test("who may not ask is told so, and sealed fields say that they are", async ({ page }) => {
  await signInAs(page, "analyst");
  await page.goto("/journal");
  await expect(page.getByRole("alert").first()).toContainText("may ask this");
  await signInAs(page, "director");
  const { items } = (await (await page.request.get("/api/people?limit=1")).json()) as { items: { id: string }[] };
  await page.goto(`/people/${items[0]?.id ?? ""}`);
  await settled(page);
  await expect(page.locator("dl.facts", { hasText: "Dependents" })).toBeVisible();
});

test("the auditor verifies the whole journal from its page", async ({ page }) => {
  await signInAs(page, "auditor");
  await page.goto("/journal");
  await settled(page);
  await page.getByRole("button", { name: "Verify the whole journal" }).click();
  await expect(page.getByText("nothing was changed or removed")).toBeVisible({ timeout: 60_000 });
  await page.locator("tbody .linkish").first().click();
  await expect(page.getByRole("dialog")).toContainText("Command id");
});

test("a page shows what another session changed without being asked again", async ({ page, browser }) => {
  await signInAs(page, "director");
  await page.goto("/levers");
  await settled(page);
  const row = page.locator("#visit_minutes");
  const now = Number((await row.locator("strong").textContent())?.replaceAll(",", ""));
  const other = await browser.newPage();
  await signInAs(other, "director");
  const { today } = (await (await other.request.get("/api/about")).json()) as { today: string };
  const set = await other.request.post("/api/commands/set_lever", {
    data: { lever: "visit_minutes", from: today, value: now === 120 ? 121 : 120, reason: "A journey of the page tests" },
  });
  expect(set.ok()).toBe(true);
  await expect(row.locator("strong")).toHaveText(now === 120 ? "121" : "120", { timeout: 15_000 });
  await other.close();
});

test("a day is closed by order and taken back, and both stay in its history", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/levers");
  await settled(page);
  const holidays = page.getByRole("table", { name: "Holidays of the year" });
  await expect(holidays.getByRole("row", { name: /Fri 3 Jul 2026 Independence Day In lieu of Sat 4 Jul 2026/ })).toBeVisible();
  await page.getByRole("button", { name: "Close a day" }).click();
  await page.getByRole("dialog").getByLabel(/^Day/).fill("2026-12-24");
  await page.getByRole("textbox", { name: "Reason" }).fill("Executive departments are closed");
  await page.getByRole("textbox", { name: "Order or law" }).fill("Executive order");
  await page.getByRole("button", { name: "Close the day" }).click();
  const closed = holidays.getByRole("row", { name: /Thu 24 Dec 2026/ });
  await closed.getByRole("button", { name: "Take back 24 Dec 2026" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Rescinded");
  await page.getByRole("textbox", { name: "Order or law" }).fill("Executive order");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(closed).toContainText("Worked all the same");
  await expect(closed).toContainText("Closed on 1 Oct 2026 by Service Director: Executive departments are closed (Executive order)");
});

test("a member begins at the own record", async ({ page }) => {
  await signInAs(page, "member");
  await page.goto("/");
  await expect(page).toHaveURL(/\/people\/P\d+/);
  await expect(page.getByRole("heading", { name: "Tours" })).toBeVisible();
});

test("space plays the picture month by month from the slider and stops it again", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/");
  await settled(page);
  await page.getByRole("slider").focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/on=2026-12-01/, { timeout: 15_000 });
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play month by month" })).toBeVisible();
});

test("the first Tab reaches the link past the rail, and it leads to the page", async ({ page }) => {
  await signInAs(page, "director");
  await page.goto("/cycles");
  await settled(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the sheet of pages opens, leads on and closes", async ({ page }) => {
    await signInAs(page, "director");
    await page.goto("/");
    await settled(page);
    await page.getByRole("button", { name: "Pages" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Offices" }).click();
    await expect(page.getByRole("heading", { name: "Offices" })).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
    // Nothing is wider than the screen but what scrolls by itself.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
