import { expect, test, type Page } from "@playwright/test";

import { settled, signInAs } from "./support";

const WORKBENCH = "/cycles/Y0/workbench";

/** A fresh scenario of the demonstration's cycle, opened. */
async function branched(page: Page, name: string): Promise<void> {
  await signInAs(page, "manager");
  await page.goto(WORKBENCH);
  await settled(page);
  await page.getByLabel("Name of the new scenario").fill(name);
  await page.getByRole("button", { name: /^Branch/ }).click();
  await expect(page.getByRole("tab", { name, selected: true })).toBeVisible();
  await settled(page);
}

/** The number in one of the figures on top. */
const figure = (page: Page, name: string) => page.locator(".totals .figure", { has: page.getByText(name, { exact: true }) }).locator("strong");

test("a lever moves the slate at once, and undo brings it back", async ({ page }) => {
  await branched(page, `Levers ${Date.now()}`);
  const before = await figure(page, "Points").textContent();
  await page.getByRole("radiogroup", { name: "What to look at" }).getByText("Levers").click();
  const exact = page.getByLabel("Unlisted cost, exactly");
  const was = await exact.inputValue();
  await exact.fill("2500");
  await exact.press("Enter");
  await expect(figure(page, "Points")).not.toHaveText(before ?? "");
  await expect(figure(page, "Last step")).toContainText("moved");
  await page.screenshot({ path: "test-results/workbench-levers.png", fullPage: true });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(figure(page, "Points")).toHaveText(before ?? "");
  await expect(page.getByLabel("Unlisted cost, exactly")).toHaveValue(was);
});

test("the sheet is worked by the keyboard alone: lock, forbid, swap, undo", async ({ page }) => {
  await branched(page, `Keys ${Date.now()}`);
  const sheet = page.getByRole("grid", { name: "Lines of the scenario" });
  const begun = await page.locator(".overridden li").count();
  await sheet.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  // The first row down that somebody fills.
  const current = sheet.locator("tr.current");
  for (let turn = 0; turn < 40 && (await current.textContent())?.includes("nobody"); turn += 1) await page.keyboard.press("ArrowDown");
  const held = await current.getByRole("rowheader").textContent();
  await page.keyboard.press("l");
  await expect(figure(page, "Locked")).toHaveText("1");
  await expect(current.getByTitle("locked")).toBeVisible();
  await expect(page.locator(".bench-side")).toContainText("Locked into this billet");
  await page.keyboard.press("x");
  await expect(page.locator(".overridden")).toContainText("never into");
  await expect(current.getByRole("rowheader")).not.toHaveText(held ?? "");
  await page.keyboard.press("u");
  await expect(current.getByRole("rowheader")).toHaveText(held ?? "");
  await page.keyboard.press("u");
  await expect(figure(page, "Locked")).toHaveText("0");
  await expect(page.locator(".overridden li")).toHaveCount(begun);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  // Keys faster than the answers: each still acts on its own row.
  for (const key of ["l", "ArrowDown", "ArrowUp", "x", "u"]) await page.keyboard.press(key);
  await expect(figure(page, "Locked")).toHaveText("1");
  await expect(current.getByRole("rowheader")).toHaveText(held ?? "");
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("reasons, choices and their effect stand beside the sheet, and a choice is locked from there", async ({ page }) => {
  await branched(page, `Reasons ${Date.now()}`);
  const side = page.locator(".bench-side");
  await expect(side.getByRole("heading", { name: "What it costs" }).or(side.getByText("Leaving the billet unfilled")).first()).toBeVisible();
  const sheet = page.getByRole("grid", { name: "Lines of the scenario" });
  await sheet.focus();
  const choice = side.locator(".choices > li", { has: page.getByRole("button", { name: /^Lock/ }) }).first();
  for (let turn = 0; turn < 40 && (await choice.count()) === 0; turn += 1) {
    await page.keyboard.press("ArrowDown");
    await expect(side.locator(".asking")).toHaveCount(0);
  }
  const said = (await choice.locator("summary").textContent()) ?? "";
  const before = Number(((await figure(page, "Points").textContent()) ?? "").replaceAll(",", ""));
  await choice.getByRole("button").click();
  await expect(figure(page, "Locked")).toHaveText("1");
  const after = Number(((await figure(page, "Points").textContent()) ?? "").replaceAll(",", ""));
  const more = /([+±])([\d,]+) points/.exec(said);
  expect(after - before).toBe(Number((more?.[2] ?? "").replaceAll(",", "")));
  await page.screenshot({ path: "test-results/workbench-sheet.png", fullPage: true });
});

test("scenarios are branched, compared, mapped, renamed and discarded", async ({ page }) => {
  const name = `Compared ${Date.now()}`;
  await branched(page, name);
  await page.getByRole("radiogroup", { name: "What to look at" }).getByText("Compare").click();
  await page.getByLabel("Compare with").selectOption({ label: "Members' wishes first" });
  await expect(page.getByRole("table", { name: "Figures side by side" }).getByRole("row", { name: /^Points/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /go(es)? elsewhere/ })).toBeVisible();
  await page.screenshot({ path: "test-results/workbench-compare.png", fullPage: true });
  await page.getByRole("radiogroup", { name: "What to look at" }).getByText("Map").click();
  await page.getByText("Change", { exact: true }).click();
  await expect(page.getByRole("table", { name: "Openings filled by country, before and after" })).toBeVisible();
  await page.screenshot({ path: "test-results/workbench-map.png", fullPage: true });
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("New name").fill(`${name} again`);
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("tab", { name: `${name} again` })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByRole("tab", { name: `${name} again` })).toHaveCount(0);
});

test("the scenario adopted is the slate proposed", async ({ page }) => {
  await branched(page, `Adopted ${Date.now()}`);
  const cycles = (await (await page.request.get("/api/cycles")).json()) as { id: string; slate: { id: string } | null }[];
  const live = cycles[0]?.slate;
  if (live) expect((await page.request.post("/api/commands/withdraw_slate", { data: { slate: live.id } })).ok()).toBe(true);
  const lines = await figure(page, "Lines").textContent();
  await page.getByRole("button", { name: "Adopt" }).click();
  await page.getByRole("button", { name: "Propose them" }).click();
  await expect(page).toHaveURL(/\/slates\/S\d+/);
  await expect(page.getByText(`${lines ?? ""} rows`)).toBeVisible();
});
