import { expect, test, type Page } from "@playwright/test";

import { faults, settled, signInAs } from "./support";

const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
} as const;

interface Answered {
  total: { demand: number; missing: number; least: number; most: number }[];
  groups: { by: string; name: string; years: { demand: number; missing: number }[] }[];
  steps: { lever: string; more: number; missing: { people: number } }[];
}

async function asked(page: Page, query = ""): Promise<Answered> {
  const answer = await page.request.get(`/api/outlook${query}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Answered;
}

/** Types a value into an assumption and leaves it. */
async function assume(page: Page, name: string, value: number): Promise<void> {
  const field = page.getByLabel(`${name}, exactly`);
  await field.fill(String(value));
  await field.press("Enter");
}

test("a manager sees where people will be missing, and the answer follows what is assumed", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/");
  await settled(page);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Outlook" }).click();
  await settled(page);
  await expect(page.getByRole("heading", { name: "The next five years" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Handling marking" })).toContainText(/synthetic/i);

  const summary = page.locator(".outlook-whole p");
  const before = await summary.innerText();
  const { total, groups } = await asked(page);
  expect(total).toHaveLength(6);
  const last = total[5];
  if (!last) throw new Error("no last year");
  expect(last.least).toBeLessThanOrEqual(last.missing);
  expect(last.most).toBeGreaterThan(last.least);
  // Today is what the picture says of today, locally employed billets left out.
  const about = (await (await page.request.get("/api/about")).json()) as { today: string };
  const picture = (await (await page.request.get(`/api/picture?on=${about.today}&by=service`)).json()) as { rows: { key: string; vacant: number }[] };
  const vacant = picture.rows.filter((row) => row.key !== "locally_employed").reduce((sum, row) => sum + row.vacant, 0);
  expect(total[0]?.missing).toBe(vacant);
  const commands = groups.filter((group) => group.by === "command");
  expect(commands.reduce((sum, group) => sum + (group.years[5]?.demand ?? 0), 0)).toBe(last.demand);

  await assume(page, "Retention", 800);
  await expect(page).toHaveURL(/retention=800/);
  await expect(summary).not.toHaveText(before);
  await expect(page.getByText("1 otherwise than the levers")).toBeVisible();
  expect((await asked(page, "?retention=800")).total[5]?.missing).toBeGreaterThan(last.missing);

  // The same answer at the same address, and back to the levers.
  const worse = await summary.innerText();
  await page.reload();
  await settled(page);
  await expect(summary).toHaveText(worse);
  await page.getByRole("button", { name: "Back to the levers" }).click();
  await expect(summary).toHaveText(before);
  expect(page.url()).not.toContain("retention");
});

test("what would close it: steps of each lever, and one more a year where it does most", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/outlook");
  await settled(page);
  const steps = page.getByRole("table", { name: "What a stronger lever closes" });
  await expect(steps.getByRole("rowheader", { name: "Retention +50" })).toBeVisible();
  await expect(steps.getByRole("rowheader", { name: "Language seats +100" })).toBeVisible();
  const remedies = page.getByRole("table", { name: "Where one more accession or course seat a year does most" });
  await expect(remedies.getByRole("row")).not.toHaveCount(1);

  // A step of the table is what the page says when it is assumed.
  const base = await asked(page);
  const step = base.steps.find((one) => one.lever === "outlook_accessions" && one.more === 25);
  const lever = base.steps.find((one) => one.lever === "outlook_accessions" && one.more === 0);
  if (!step || !lever) throw new Error("no step of accessions");
  expect(step.missing.people).toBeLessThan(lever.missing.people);
  const levers = (await (await page.request.get("/api/levers")).json()) as { key: string; value: number }[];
  const now = levers.find(({ key }) => key === "outlook_accessions")?.value ?? 0;
  expect((await asked(page, `?accessions=${now + 25}`)).total[5]?.missing).toBe(step.missing.people);

  await page.getByLabel("Grouping of the shortages").selectOption("language");
  await expect(page).toHaveURL(/by=language/);
  await expect(page.getByRole("table", { name: "People missing by language" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "How it is worked out" })).toBeVisible();
});

test("a command sees its own area, and whoever does not plan is not answered", async ({ page }) => {
  await signInAs(page, "manager");
  const whole = await asked(page);
  await signInAs(page, "eucom");
  const own = await asked(page);
  expect(own.groups.filter((group) => group.by === "command").length).toBeLessThan(whole.groups.filter((group) => group.by === "command").length);
  expect(own.total[0]?.demand).toBeLessThan(whole.total[0]?.demand ?? 0);
  await signInAs(page, "bidder");
  expect((await page.request.get("/api/outlook")).status()).toBe(403);
  await page.goto("/");
  await page.locator("h1").first().waitFor();
  await expect(page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Outlook" })).toHaveCount(0);
});

test("an assumption outside its lever's range is refused with the range", async ({ page }) => {
  await signInAs(page, "manager");
  const answer = await page.request.get("/api/outlook?retention=100");
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain("Assume 500 to 1000");
});

for (const [look, options] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    test.use(options);

    test(`axe finds nothing on the outlook, ${look}`, async ({ page }) => {
      await signInAs(page, "manager");
      const found: string[] = [];
      for (const path of ["/outlook", "/outlook?by=language&retention=800"]) {
        await page.goto(path);
        await settled(page);
        await page.locator(".missing").waitFor();
        found.push(...(await faults(page)).map((fault) => `${path} ${fault}`));
        // Nothing is wider than the screen but what scrolls inside its own region.
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        await page.screenshot({ path: `test-results/outlook-${look}${path.includes("?") ? "-assumed" : ""}.png`, fullPage: true });
      }
      expect(found).toEqual([]);
    });
  });
}
