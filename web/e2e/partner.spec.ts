import { expect, test, type Page } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

const LANGUAGES = [
  ["en", "ltr"],
  ["es", "ltr"],
  ["fr", "ltr"],
  ["ar", "rtl"],
] as const;

/** Signs in to the portal by its form. The demonstration's page lists the sign-ins with their password. */
async function enter(page: Page, name: string): Promise<void> {
  await page.goto("/partner/sign-in?lang=en");
  const line = page.getByRole("listitem").filter({ has: page.locator("strong", { hasText: new RegExp(`^${name}$`) }) });
  const password = /Password: (\S+)/.exec(await line.innerText())?.[1];
  if (!password) throw new Error(`the portal lists no sign-in ${name}: start it with \`muster demo\``);
  await page.getByLabel("Sign-in name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Programs and cases" })).toBeVisible();
}

/** The address of a case under the first program. */
async function firstCase(page: Page): Promise<string> {
  await page.locator("details").first().locator("summary").click();
  const link = page.locator("details .card a").first();
  await expect(link).toBeVisible();
  const path = await link.getAttribute("href");
  if (!path) throw new Error("a case has no page");
  return path;
}

test("a representative reads programs and cases in four languages, and axe finds nothing", async ({ page }) => {
  for (const [language, direction] of LANGUAGES) {
    await page.goto(`/partner/sign-in?lang=${language}`);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    expect(await faults(page)).toEqual([]);
    await page.screenshot({ path: `test-results/partner-sign-in-${language}.png`, fullPage: true });
  }
  await enter(page, "partner");
  const path = await firstCase(page);
  for (const [language, direction] of LANGUAGES) {
    for (const [name, at] of [["programs", "/partner"], ["case", path], ["subscriptions", "/partner/subscriptions"]] as const) {
      const taken = await page.goto(`${at}?lang=${language}`);
      expect(taken?.ok()).toBe(true);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      expect(await faults(page)).toEqual([]);
      await page.screenshot({ path: `test-results/partner-${name}-${language}.png`, fullPage: true });
    }
  }
});

test("the portal works without JavaScript on a phone", async ({ browser }) => {
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await phone.newPage();
  await enter(page, "partner");
  await page.goto(`${await firstCase(page)}?lang=ar`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByLabel("رسالتكم").fill("متى؟");
  await page.getByRole("button", { name: "إرسال" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await phone.close();
});

test("dark pages on a phone have contrast as well, and nothing sticks out", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await enter(page, "partner");
  expect(await faults(page)).toEqual([]);
  await page.goto(await firstCase(page));
  expect(await faults(page)).toEqual([]);
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a message is answered by the program manager, and the answer is read in the portal", async ({ page }) => {
  await enter(page, "partner");
  const path = await firstCase(page);
  await page.goto(path);
  const words = `When does it come? ${String(Date.now())}`;
  await page.getByLabel("Your message").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("status")).toContainText("Your message was sent.");
  await expect(page.locator(".messages")).toContainText(words);

  await signInAs(page, "program");
  const number = path.split("/").at(-1) ?? "";
  const { items } = await answer<{ items: { id: string; number: string }[] }>(page, `/api/cases?q=${number}`);
  const row = items.find((one) => one.number === number);
  if (!row) throw new Error(`the queue has no ${number}`);
  await page.goto(`/cases/${row.id}`);
  await settled(page);
  await expect(page.getByRole("list", { name: "Messages with the purchaser" })).toContainText(words);
  const told = async () => (await answer<{ ask: string; page: string }[]>(page, "/api/awaiting")).some((one) => one.ask === "Answer a purchaser" && one.page === `/cases/${row.id}`);
  expect(await told()).toBe(true);
  await page.getByRole("button", { name: "Write to the purchaser" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill("In spring.");
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("list", { name: "Messages with the purchaser" })).toContainText("In spring.");
  expect(await faults(page)).toEqual([]);
  expect(await told()).toBe(false);

  await page.goto(`${path}?lang=en`);
  await expect(page.locator(".messages")).toContainText("In spring.");
});

test("the range that is worked out is released as it is, and the purchaser reads it with its day", async ({ page }) => {
  await signInAs(page, "program");
  await answer(page, "/api/cases/outlook");
  const { items } = await answer<{ items: { id: string; number: string }[] }>(page, "/api/cases?part=development&limit=200");
  let found: { id: string; number: string } | undefined;
  for (const row of items) {
    const one = await answer<{ purchaser: { worked?: object | null; worked_refusal?: object | null } }>(page, `/api/cases/${row.id}`);
    if (one.purchaser.worked && !one.purchaser.worked_refusal) {
      found = row;
      break;
    }
  }
  if (!found) throw new Error("no case has a forecast that may be released");
  await page.goto(`/cases/${found.id}`);
  await settled(page);
  await page.getByRole("button", { name: "Release a forecast" }).click();
  await expect(page.getByText("Such ranges are made to hold 80 times of 100")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Release it" }).click();
  await expect(page.getByText("The purchaser sees it.")).toBeVisible();
  await expect(page.getByText(/Worked out on/)).toBeVisible();
});

test("a milestone that the program manager hides is gone from the portal", async ({ page }) => {
  await enter(page, "partner");
  await signInAs(page, "program");
  await page.goto("/purchaser-milestones");
  await settled(page);
  expect(await faults(page)).toEqual([]);
  const table = page.getByRole("table", { name: "Milestones that purchasers see" });
  await table.getByRole("button", { name: "Hide Request can be acted on; development begins" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Shown by mistake");
  await page.getByRole("button", { name: "Hide it" }).click();
  await expect(table.getByRole("button", { name: "Show Request can be acted on; development begins" })).toBeVisible();
  await page.goto("/partner?lang=en");
  await page.goto(await firstCase(page));
  await expect(page.getByText("Request accepted for development")).toHaveCount(0);
});

test("the two realms are closed to each other", async ({ page }) => {
  await enter(page, "partner");
  const refused = await page.request.get("/api/cases");
  expect(refused.status()).toBe(401);
  await page.goto("/partner/cases/ZZ-Z-ZZZ?lang=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is here");
  const subscription = await page.goto("/partner/subscriptions?lang=en");
  expect(subscription?.ok()).toBe(true);
  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await page.locator(".address").innerText();
  const calendar = await page.request.get(address);
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});
