import { expect, test, type Page } from "@playwright/test";

import { faults, settled, signInAs } from "./support";

interface Row {
  id: string;
  code: string;
  post: { id: string; name: string };
  command: { code: string };
  post_status: string;
}

async function items<T>(page: Page, path: string): Promise<T[]> {
  return ((await (await page.request.get(path)).json()) as { items: T[] }).items;
}

interface Total {
  present: number;
  away: number;
  assigned: number;
}

async function total(page: Page): Promise<Total> {
  return ((await (await page.request.get("/api/picture?by=office")).json()) as { total: Total }).total;
}

/** The cell of a row of the picture's table under this header. */
async function cell(page: Page, row: RegExp, header: string): Promise<number> {
  await settled(page);
  const headers = await page.locator("thead th").allTextContents();
  const at = headers.findIndex((text) => text.trim() === header);
  const cells = page.getByRole("row", { name: row }).locator("th, td");
  return Number((await cells.nth(at).textContent())?.replaceAll(",", ""));
}

test("the manager previews and orders a departure, sees present fall and assigned stay, and undoes it", async ({ page }) => {
  await signInAs(page, "manager");
  const [office] = (await items<Row>(page, "/api/offices?q=SCO-JOR")).filter(({ code }) => code === "SCO-JOR");
  if (!office) throw new Error("there is no SCO-JOR");
  const before = await total(page);
  await page.goto("/?by=office");
  const row = new RegExp(`${await name(page, office.id)}`);
  const present = await cell(page, row, "Present");
  const assigned = await cell(page, row, "Assigned");

  await page.goto(`/posts/${office.post.id}`);
  await settled(page);
  await page.getByRole("button", { name: "Order a departure" }).click();
  const drawer = page.getByRole("dialog");
  const effect = drawer.getByRole("group", { name: "What it would do" });
  await expect(effect).toContainText("people leave");
  const leaving = async () => Number(/(\d+) (?:person leaves|people leave)/.exec((await effect.textContent()) ?? "")?.[1] ?? 0);
  const everybody = await leaving();
  expect(everybody).toBeGreaterThan(1);
  // Whoever is essential stays, and the preview says so before anything is done.
  await effect.getByRole("checkbox").first().check();
  await expect.poll(leaving).toBe(everybody - 1);
  await expect(effect.getByRole("group", { name: "What would become of every person" })).toContainText("Family");
  expect(await faults(page)).toEqual([]);
  expect(await total(page)).toEqual(before);
  await drawer.getByLabel("Document").fill("State cable 12");
  await drawer.getByRole("button", { name: "Order the departure" }).click();
  await expect(page.getByText("Ordered departure since")).toBeVisible();
  await expect(page.getByText("Day 1 of 180", { exact: false })).toBeVisible();

  await page.goto("/?by=office");
  expect(await cell(page, row, "Present")).toBe(present - (everybody - 1));
  expect(await cell(page, row, "Assigned")).toBe(assigned);

  await page.goto(`/posts/${office.post.id}`);
  await settled(page);
  await page.getByRole("button", { name: "End the departure" }).click();
  await expect(effect).toContainText(/return/);
  await drawer.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Undo it as a mistake" }).click();
  await expect(effect).toContainText(/return/);
  await drawer.getByLabel("Document").fill("State cable 13");
  await drawer.getByRole("button", { name: "Undo the departure" }).click();
  await expect(page.getByText("undone on", { exact: false })).toBeVisible();
  await page.goto("/?by=office");
  expect(await cell(page, row, "Present")).toBe(present);
  expect(await total(page)).toEqual(before);
});

test("a departure that ran for days is ended and everybody is back", async ({ page }) => {
  await signInAs(page, "manager");
  const [post] = await items<{ id: string; away: number; present: number }>(page, "/api/posts?status=ordered_departure");
  if (!post) throw new Error("the demonstration has no departure in force");
  const before = await total(page);
  await page.goto(`/posts/${post.id}`);
  await settled(page);
  await page.getByRole("button", { name: "End the departure" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Document").fill("State cable 20");
  await expect(drawer.getByRole("group", { name: "What it would do" })).toContainText(/return/);
  await drawer.getByRole("button", { name: "End the departure" }).click();
  await expect(page.getByText("Ordered departure since")).toHaveCount(0);
  const after = await total(page);
  expect(after.assigned).toBe(before.assigned);
  expect(after.present).toBeGreaterThan(before.present);
  expect(after.present + after.away).toBe(before.present + before.away);
});

async function name(page: Page, id: string): Promise<string> {
  return ((await (await page.request.get(`/api/offices/${id}`)).json()) as { name: string }).name;
}

test("EUCOM diverts a person between two of its offices, the director sees it, SOUTHCOM cannot reach into EUCOM", async ({ page }) => {
  await signInAs(page, "eucom");
  const scos = (await items<Row>(page, "/api/offices?kind=sco&limit=100")).filter(
    (row) => row.command.code === "EUCOM" && row.post_status !== "ordered_departure",
  );
  const diverted = await items<{ person: { id: string } | null }>(page, "/api/diversions?limit=1000");
  const moved = new Set(diverted.map(({ person }) => person?.id));
  let found: { id: string; home: Row } | null = null;
  for (const home of scos) {
    const people = await items<{ id: string; service: string; rotation: string | null; arrived: string | null }>(page, `/api/people?office=${home.id}&limit=50`);
    const fits = people.find((one) => one.service !== "locally_employed" && one.arrived && (one.rotation ?? "") > "2026-12-01" && !moved.has(one.id));
    if (fits) {
      found = { id: fits.id, home };
      break;
    }
  }
  if (!found) throw new Error("nobody in EUCOM can be diverted");
  const { id, home } = found;
  const to = scos.find((row) => row.id !== home.id && row.post.id !== home.post.id);
  if (!to) throw new Error("EUCOM has one office only");

  await page.goto(`/people/${id}`);
  await settled(page);
  await page.getByRole("button", { name: "Divert" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("combobox", { name: "Office" }).or(drawer.getByLabel("Office")).first().fill(to.code);
  await drawer.getByLabel("Reason").fill("The other office is short until the relief comes");
  await expect(drawer.locator(`option[value="${to.code}"]`)).toHaveCount(1);
  expect(await faults(page)).toEqual([]);
  await drawer.getByRole("button", { name: "Divert" }).click();
  await expect(drawer).toHaveCount(0);

  await page.goto(`/offices/${home.id}`);
  await settled(page);
  await expect(page.getByRole("group", { name: "People assigned here who are elsewhere" })).toContainText(`diverted to ${to.code}`);

  const person = (await (await page.request.get(`/api/people/${id}`)).json()) as { name: string; tours: { id: string; status: string; incumbency: string }[] };
  const tour = person.tours.find((one) => one.status === "arrived" && one.incumbency === "primary")?.id;
  const again = { tour, to: to.id, period: { from: "2027-01-10", until: "2027-01-20" }, reason: "Reaching across" };
  await signInAs(page, "southcom");
  const refused = await page.request.post("/api/commands/divert_person", { data: again });
  expect(refused.status()).toBe(404);
  await page.goto("/presence?view=diversions");
  await settled(page);
  await expect(page.getByRole("group", { name: "People diverted" })).not.toContainText(person.name);

  await signInAs(page, "director");
  await page.goto("/presence?view=diversions&state=running");
  await settled(page);
  const row = page.getByRole("row", { name: new RegExp(person.name) });
  await expect(row).toContainText(home.code);
  await expect(row).toContainText(to.code);
  await page.goto(`/offices/${to.id}`);
  await settled(page);
  await expect(page.getByText(/diverted here/).first()).toBeVisible();

  await signInAs(page, "eucom");
  await page.goto("/presence?view=diversions&state=running");
  await settled(page);
  await page.getByRole("row", { name: new RegExp(person.name) }).getByRole("button").click();
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("row", { name: new RegExp(person.name) })).toHaveCount(0);
});

test("a team without tactical control is refused at the form, contractors paid as the list says are taken", async ({ page }) => {
  await signInAs(page, "eucom");
  const [office] = (await items<Row>(page, "/api/offices?kind=sco&limit=100")).filter(
    (row) => row.command.code === "EUCOM" && row.post_status !== "ordered_departure",
  );
  if (!office) throw new Error("EUCOM has no office");
  const authorities = ((await (await page.request.get(`/api/offices/${office.id}`)).json()) as { authorities: { kind: string }[] }).authorities;
  await page.goto(`/offices/${office.id}`);
  await settled(page);
  await page.getByRole("button", { name: "Record people without a billet" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Kind").selectOption("training_team");
  await drawer.getByLabel("People").fill("6");
  await drawer.getByLabel("Document").fill("Team request 1");
  if (!authorities.some(({ kind }) => kind === "tactical_control")) {
    await drawer.getByRole("button", { name: "Record" }).click();
    await expect(drawer.getByRole("alert")).toContainText("tactical control");
  }
  await drawer.getByLabel("Kind").selectOption("contractor");
  expect(await faults(page)).toEqual([]);
  await drawer.getByRole("button", { name: "Record" }).click();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole("group", { name: "People here without a billet" })).toContainText("Contractor");
});
