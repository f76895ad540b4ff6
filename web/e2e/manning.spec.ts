import { expect, test, type Page } from "@playwright/test";

import { faults, settled, signInAs } from "./support";

interface BilletRow {
  id: string;
  number: string;
}

interface Terms {
  coordinators: string[];
  coding: { only?: string } | string;
}

const SIGN_INS: Record<string, string> = { army: "army", air_force: "airforce", navy: "navy", marine_corps: "marines" };

/** A military billet of Jordan's office that command, chief of mission and one service coordinate. */
async function likeBillet(page: Page): Promise<{ office: string; billet: BilletRow; service: string }> {
  const offices = (await (await page.request.get("/api/offices?q=SCO-JOR")).json()) as { items: { id: string }[] };
  const office = offices.items[0]?.id ?? "";
  const { items } = (await (await page.request.get(`/api/billets?office=${office}&sort=number&limit=200`)).json()) as { items: BilletRow[] };
  for (const billet of items) {
    const { terms } = (await (await page.request.get(`/api/billets/${billet.id}`)).json()) as { terms: { terms: Terms }[] };
    const last = terms.at(-1)?.terms;
    const service = typeof last?.coding === "object" ? last.coding.only : undefined;
    if (last?.coordinators.length === 3 && service && SIGN_INS[service]) return { office, billet, service };
  }
  throw new Error("Jordan's office has no such billet");
}

/** Signs in as somebody else and opens the page anew. */
async function as(page: Page, name: string, path: string): Promise<void> {
  await signInAs(page, name);
  await page.goto(path);
  await settled(page);
}

/** Opens a form, fills it, sends it, and waits until it is gone. */
async function through(page: Page, opener: string | RegExp, fill: () => Promise<void>, send: string): Promise<void> {
  await page.getByRole("button", { name: opener }).first().click();
  const form = page.getByRole("dialog");
  await expect(form).toBeVisible();
  await fill();
  await form.getByRole("button", { name: send, exact: true }).click();
  await expect(form).toHaveCount(0);
}

test("a chief asks for a billet, coordinators concur, headquarters approves, and it stands in its fiscal year", async ({ page }) => {
  await signInAs(page, "chief.jor");
  const { office, billet, service } = await likeBillet(page);
  const number = `SCO-JOR-${7000 + (Date.now() % 2000)}`;

  await page.goto(`/offices/${office}`);
  await settled(page);
  await page.getByRole("button", { name: "Request a billet" }).click();
  await page.getByLabel("Like which billet").selectOption(billet.id);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Position number").fill(number);
  await page.getByLabel("Title").fill("End-Use Monitoring Officer");
  const counts = page.getByLabel("Counts under section 515");
  if (await counts.isChecked()) await counts.uncheck();
  await page.getByLabel("Purpose").fill("Inventories under enhanced monitoring doubled in a year");
  await page.getByRole("button", { name: "Draft the request" }).click();
  await expect(page).toHaveURL(/\/requests\/Q\d+$/);
  const path = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { name: `Establish ${number} End-Use Monitoring Officer` })).toBeVisible();
  await page.getByRole("button", { name: "Submit with today’s evidence" }).click();
  await expect(page.getByRole("heading", { name: "Submission 1" })).toBeVisible();
  // What is submitted is headquarters' turn: the chief may only withdraw.
  await expect(page.getByRole("button", { name: "Send to coordination" })).toHaveCount(0);

  await as(page, "manager", path);
  await through(page, "Send to coordination", () => page.getByLabel("What the review found").fill("Drivers checked against the case system"), "Send to the coordinators");
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);

  for (const who of ["centcom", SIGN_INS[service] ?? ""]) {
    await as(page, who, path);
    await through(page, /^Answer for/, async () => undefined, "Concur");
    await expect(page.getByText("concurs", { exact: true }).first()).toBeVisible();
  }
  await as(page, "manager", path);
  await through(page, "Answer for Chief of mission (NSDD-38)", () => page.getByLabel("NSDD-38 reference").fill("NSDD-38 27 AMMAN 114"), "Concur");
  await through(page, "Approve", async () => undefined, "Approve");
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: number, exact: true }).click();
  await settled(page);
  await expect(page.getByText(/from 1 Oct 20\d\d/).first()).toBeVisible();
});

test("a section of a packet is worded beside what the system writes, and given back to it", async ({ page }) => {
  await signInAs(page, "manager");
  const list = (await (await page.request.get("/api/change-requests?status=coordination")).json()) as { items: { id: string }[] };
  const id = list.items[0]?.id ?? "";
  await page.goto(`/requests/${id}/packet`);
  await settled(page);
  await through(page, "Word Cost", () => page.getByLabel("Text").fill("The comptroller priced it at 212,000 dollars a year."), "Put it into the packet");
  await expect(page.getByText("The comptroller priced it at 212,000 dollars a year.")).toBeVisible();
  await expect(page.getByText(/Worded by Workforce Manager/)).toBeVisible();
  await page.getByRole("button", { name: "Take the system’s Cost" }).click();
  await expect(page.getByText(/Worded by Workforce Manager/)).toHaveCount(0);
  const book = await page.request.get(`/api/change-requests/${id}/workbook`);
  expect(book.ok()).toBe(true);
  expect((await book.body()).subarray(0, 2).toString()).toBe("PK");
});

test("the ledger says who counts and what is left, and an authorisation from the page changes it", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/section-515");
  await settled(page);
  await page.getByRole("link", { name: "Jordan" }).click();
  await settled(page);
  await expect(page.getByRole("heading", { name: "Who counts" })).toBeVisible();
  const left = page.locator("dl.facts > div", { has: page.getByText("Allowed", { exact: true }) }).locator("dd");
  const before = Number(await left.textContent());
  await through(page, "Authorise more", () => page.getByLabel("Law or waiver").fill("Presidential waiver of this test"), "Record the authorisation");
  await expect(left).toHaveText(String(before + 1));
});

test("the turnover book of the own office is read by its chief, and every printed sheet is marked", async ({ page }) => {
  await signInAs(page, "chief.jor");
  await page.goto("/offices?q=SCO-JOR");
  await settled(page);
  await page.getByRole("row", { name: /SCO-JOR|Jordan/ }).getByRole("link").first().click();
  await settled(page);
  await page.getByRole("link", { name: "Turnover book" }).click();
  await settled(page);
  for (const part of ["Billets and people", "Gaps coming in 24 months", "Section 515 ledger", "Demand and its drivers", "Open matters", "Who to call"]) {
    await expect(page.getByRole("heading", { name: part })).toBeVisible();
  }
  const marking = ((await (await page.request.get("/api/about")).json()) as { marking: string }).marking;
  const rules = await page.evaluate(() => Array.from(document.querySelectorAll("style"), (style) => style.textContent ?? ""));
  expect(rules.find((rule) => rule.includes("@top-center"))).toContain(marking);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".rail")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
});

const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
} as const;

for (const [look, options] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    test.use(options);

    test(`axe finds nothing on the pages of manning, ${look}`, async ({ page }) => {
      await signInAs(page, "manager");
      const first = async (path: string): Promise<string> => {
        const answer = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
        return answer.items[0]?.id ?? "";
      };
      const [office, request] = [await first("/api/offices?q=SCO-JOR"), await first("/api/change-requests?status=coordination")];
      const { country } = (await (await page.request.get(`/api/offices/${office}`)).json()) as { country: { id: string } };
      const found: string[] = [];
      for (const path of ["/requests", "/requests?late=true", `/requests/${request}`, `/requests/${request}/packet`, "/documents", "/section-515", `/section-515/${country.id}`, `/offices/${office}/turnover`, `/offices/${office}`]) {
        await page.goto(path);
        await settled(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) found.push(`${path} is ${wide} px wider than the window`);
        found.push(...(await faults(page)).map((fault) => `${path} ${fault}`));
      }
      expect(found).toEqual([]);
    });
  });
}
