import { expect, test, type Page } from "@playwright/test";

import { OFFICERS, answer, faults, settled, signInAs } from "./support";

interface Line {
  line: number;
  status: string;
  requisition: string | null;
  person: { id: string; name: string; service: string };
}

/** Presses an act's button on a requisition's page and sends its form. */
async function act(page: Page, account: string, path: string, button: string | RegExp, submit: string, why?: string): Promise<void> {
  await signInAs(page, account);
  await page.goto(path);
  await settled(page);
  await page.getByRole("button", { name: button }).first().click();
  const form = page.getByRole("dialog");
  if (why) await form.getByLabel("Why this person").fill(why);
  await form.getByRole("button", { name: submit, exact: true }).click();
  await expect(form).toBeHidden();
}

async function pick(page: Page, lines: number[]): Promise<void> {
  for (const line of lines) await page.getByRole("checkbox", { name: `Line ${line},` }).check();
}

test("a cycle runs from its opening to an order: manager, command, director, service", async ({ page }) => {
  test.slow();
  // The workforce manager opens a cycle for one command and proposes its slate.
  await signInAs(page, "manager");
  await page.goto("/cycles");
  await settled(page);
  await page.getByRole("button", { name: "Open a cycle" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Name").fill("EUCOM, summer 2028");
  await form.getByLabel("First day of its window").fill("2028-05-01");
  await form.getByLabel("Day after the last").fill("2028-10-01");
  await form.getByRole("combobox", { name: "Commands in scope" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: "EUCOM", exact: true }).click();
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Open", exact: true }).click();
  await expect(form).toBeHidden();
  await page.getByRole("link", { name: "EUCOM, summer 2028" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Compute the slate" }).click();
  await expect(page.getByText("A separate verifier found every line allowed")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: /^Propose these/ }).click();
  await expect(page).toHaveURL(/\/slates\/S\d+/);
  const slate = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const lines = async () => (await answer<{ items: Line[] }>(page, `/api/slates/${slate}/lines?limit=1000`)).items;
  const proposed = await lines();
  const given = proposed.filter(({ person }) => OFFICERS[person.service]).slice(0, 3);
  expect(given).toHaveLength(3);
  const [first, second, third] = given.map(({ line }) => line) as [number, number, number];

  // The command that gains concurs with two lines and not with a third.
  await signInAs(page, "eucom");
  await page.goto(`/slates/${slate}`);
  await settled(page);
  await pick(page, [first, second]);
  await page.getByRole("button", { name: "Concur", exact: true }).click();
  await expect(page.getByText("Pick lines to decide on them")).toBeVisible();
  await pick(page, [third]);
  await page.getByRole("button", { name: "Do not concur" }).click();
  await form.getByLabel("Reason").fill("The office asks for another background.");
  await form.getByRole("button", { name: "Do not concur" }).click();
  await expect(form).toBeHidden();

  // The manager has the rest solved again around what stands.
  await signInAs(page, "manager");
  await page.goto(`/slates/${slate}`);
  await settled(page);
  await page.getByRole("button", { name: "Amend with least disruption" }).click();
  await expect(form.getByRole("heading", { name: "Out" })).toBeVisible();
  await form.getByLabel("Reason").fill("One line was not concurred with.");
  await form.getByRole("button", { name: "Amend", exact: true }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole("list", { name: "Amendments" })).toContainText("One line was not concurred with.");
  const amended = await lines();
  expect(amended.find(({ line }) => line === first)?.status).toBe("concurred");
  expect(amended.some(({ line, status }) => line === third && status !== "dropped")).toBe(false);

  // The director endorses; a requisition goes to the member's service, and the manager publishes.
  await signInAs(page, "director");
  await page.goto(`/slates/${slate}`);
  await settled(page);
  await page.getByRole("button", { name: "Endorse all 2 concurred" }).click();
  await expect.poll(async () => (await lines()).filter(({ status }) => status === "endorsed").length).toBe(2);
  await signInAs(page, "manager");
  await page.goto(`/slates/${slate}`);
  await settled(page);
  await page.getByRole("button", { name: "Publish 2 endorsed" }).click();
  await expect(page.getByRole("button", { name: "Publish 0 endorsed" })).toBeDisabled();

  // The service nominates whom the slate names, the command accepts, the service records the order.
  const line = (await lines()).find((one) => one.line === first);
  if (!line?.requisition) throw new Error("the endorsed line raised no requisition");
  const officer = OFFICERS[line.person.service] ?? "";
  const path = `/requisitions/${line.requisition}`;
  await act(page, officer, path, `Nominate ${line.person.name}`, "Nominate", "Named by the slate.");
  await act(page, "eucom", path, "Accept", "Accept");
  await act(page, officer, path, "Record the order", "Record");
  await signInAs(page, "manager");
  await page.goto(path);
  await settled(page);
  await expect(page.locator(".page-head")).toContainText("ordered");
});

test("a member on a slate reads who holds the ball at every step, until the order and what is due before the arrival", async ({ page }) => {
  test.slow();
  await signInAs(page, "slated");
  await page.goto("/");
  await settled(page);
  const tracker = page.getByRole("region", { name: "Next assignment" });
  await expect(tracker).toContainText("Nominate");
  await tracker.getByText("Why this billet").click();
  await expect(tracker.locator("details li").first()).toBeVisible();
  expect(await faults(page)).toEqual([]);
  const { items: own } = await answer<{ items: { id: string; name: string; service: string }[] }>(page, "/api/people?limit=1");
  const person = own[0];
  if (!person) throw new Error("the member has no record");
  await signInAs(page, "manager");
  const cycles = await answer<{ slate: { id: string } | null }[]>(page, "/api/cycles");
  const slates = cycles.flatMap(({ slate }) => (slate ? [slate.id] : []));
  const all = await Promise.all(slates.map((id) => answer<{ items: (Line & { command: { code: string } })[] }>(page, `/api/slates/${id}/lines?limit=1000`)));
  const line = all.flatMap(({ items }) => items).find((one) => one.person.id === person.id);
  if (!line?.requisition) throw new Error("the member's line raised no requisition");
  const path = `/requisitions/${line.requisition}`;
  const officer = OFFICERS[person.service] ?? "";
  const reads = async (what: string | RegExp) => {
    await signInAs(page, "slated");
    await page.goto(`/people/${person.id}`);
    await settled(page);
    await expect(tracker).toContainText(what);
  };
  await act(page, officer, path, `Nominate ${person.name}`, "Nominate", "Named by the slate.");
  await reads("Accept");
  await act(page, line.command.code.toLowerCase(), path, "Accept", "Accept");
  await reads("Order the tour");
  await act(page, officer, path, "Record the order", "Record");
  await reads("ordered");
  await expect(tracker.getByRole("table", { name: "Checklist before the arrival" }).getByRole("row", { name: /^Orders/ })).toContainText("done");
  expect(await faults(page)).toEqual([]);
});
