import { expect, test, type Page } from "@playwright/test";

import { OFFICERS, settled, signInAs } from "./support";

interface Unasked {
  billet: { id: string; number: string };
  office: { id: string; code: string };
  command: { code: string };
  report: string;
  priority: number;
  services: string[];
  mode: string;
}

/** The demonstration's accounts of the commands. */
const COMMANDS = ["AFRICOM", "CENTCOM", "EUCOM", "INDOPACOM", "NORTHCOM", "SOUTHCOM"];

async function list<T>(page: Page, path: string): Promise<T[]> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return ((await answer.json()) as { items: T[] }).items;
}

/** An opening of this fill mode under one of the commands for which somebody of each service is eligible. */
async function opening(page: Page, mode: string, key = false): Promise<Unasked> {
  await signInAs(page, "manager");
  const rows = await list<Unasked>(page, `/api/requisitions/openings?limit=1000${key ? "&key=true" : ""}`);
  const found = rows.find((row) => row.mode === mode && COMMANDS.includes(row.command.code) && row.office.code.startsWith("SCO-"));
  if (!found) throw new Error(`no opening is filled by ${mode}`);
  return found;
}

/** Opens a requisition on the page and gives its address. */
async function openRequisition(page: Page, row: Unasked, services?: string[]): Promise<string> {
  await page.goto(`/requisitions?view=openings&q=${encodeURIComponent(row.billet.number)}`);
  await settled(page);
  await page.getByRole("button", { name: `Open a requisition for ${row.billet.number}` }).click();
  const form = page.getByRole("dialog");
  if (services) {
    for (const name of ["Army", "Air Force", "Navy", "Marine Corps"]) {
      const box = form.getByRole("checkbox", { name, exact: true });
      await (services.includes(name) ? box.check() : box.uncheck());
    }
  }
  await form.getByRole("button", { name: "Open the requisition" }).click();
  await expect(page).toHaveURL(/\/requisitions\/R\d+$/);
  return new URL(page.url()).pathname;
}

/** The first candidate that the domain takes is nominated. */
async function nominate(page: Page, account: string, path: string): Promise<void> {
  await signInAs(page, account);
  await page.goto(path);
  await settled(page);
  const buttons = page.getByRole("button", { name: /^Nominate / });
  await expect(buttons.first()).toBeVisible();
  const most = Math.min(await buttons.count(), 8);
  for (let index = 0; index < most; index += 1) {
    await buttons.nth(index).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Why this person").fill("Best of those who rotate.");
    await form.getByRole("button", { name: "Nominate", exact: true }).click();
    await Promise.race([form.waitFor({ state: "hidden" }), form.getByRole("alert").waitFor()]);
    if (!(await form.isVisible())) return;
    await form.getByRole("button", { name: "Close" }).click();
    await form.waitFor({ state: "hidden" });
  }
  throw new Error(`${account} found nobody whom the domain takes`);
}

async function vet(page: Page, account: string, path: string, nominees: number): Promise<void> {
  await signInAs(page, account);
  for (let index = 0; index < nominees; index += 1) {
    await page.goto(path);
    await settled(page);
    await page.getByRole("button", { name: /^Vet for/ }).first().click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Record the finding" }).click();
    await form.waitFor({ state: "hidden" });
  }
}

/** Presses an act's button and sends its form. */
async function act(page: Page, account: string, path: string, button: string, submit: string, fill?: (form: ReturnType<Page["getByRole"]>) => Promise<void>): Promise<void> {
  await signInAs(page, account);
  await page.goto(path);
  await settled(page);
  await page.getByRole("button", { name: button, exact: true }).click();
  const form = page.getByRole("dialog");
  if (fill) await fill(form);
  await form.getByRole("button", { name: submit, exact: true }).click();
  await form.waitFor({ state: "hidden" });
}

async function stands(page: Page, path: string, standing: string): Promise<void> {
  await page.goto(path);
  await settled(page);
  await expect(page.locator(".page-head")).toContainText(standing);
}

test("a key billet is filled by a board: nominations, three vettings, selection, acceptance, order, arrival", async ({ page }) => {
  test.slow();
  const row = await opening(page, "nominative_board", true);
  const path = await openRequisition(page, row);
  for (const service of row.services) await nominate(page, OFFICERS[service] ?? service, path);
  const nominated = row.services.length;
  await signInAs(page, "manager");
  await stands(page, path, "vetting");
  const command = row.command.code.toLowerCase();
  await vet(page, "dia", path, nominated);
  await vet(page, "manager", path, nominated);
  await vet(page, command, path, nominated);
  await signInAs(page, "manager");
  await stands(page, path, "selection");
  await act(page, "manager", path, "Select", "Select");
  await act(page, command, path, "Accept", "Accept");
  await signInAs(page, "manager");
  await stands(page, path, "planned");
  // The selected nominee's own service orders.
  const id = path.split("/").at(-1) ?? "";
  const nominees = ((await (await page.request.get(`/api/requisitions/${id}`)).json()) as { nominees: { standing: string; service: string }[] }).nominees;
  const service = nominees.find((one) => one.standing === "accepted")?.service ?? "";
  await act(page, OFFICERS[service] ?? service, path, "Record the order", "Record");
  await signInAs(page, "manager");
  await stands(page, path, "ordered");
});

test("several services nominate to one board, and their nominees stand side by side", async ({ page }) => {
  test.slow();
  await signInAs(page, "manager");
  const rows = await list<Unasked>(page, "/api/requisitions/openings?limit=1000");
  const row = rows.find((one) => one.mode === "nominative_board" && one.services.includes("army") && one.services.includes("air_force"));
  if (!row) throw new Error("no board asks several services");
  const path = await openRequisition(page, row, ["Army", "Air Force"]);
  await nominate(page, "army", path);
  await nominate(page, "airforce", path);
  await signInAs(page, "manager");
  await stands(page, path, "vetting");
  await expect(page.getByRole("table", { name: "Nominees" }).getByRole("row")).toHaveCount(3);
});

test("an ordinary billet is filled by one service, and the gaining command declines once", async ({ page }) => {
  test.slow();
  const row = await opening(page, "service_nomination");
  const service = row.services.includes("army") ? "army" : row.services.includes("air_force") ? "airforce" : row.services[0] === "navy" ? "navy" : "marines";
  const path = await openRequisition(page, row);
  await nominate(page, service, path);
  const command = row.command.code.toLowerCase();
  await act(page, command, path, "Decline", "Decline", async (form) => {
    await form.getByLabel("Reason").fill("The report date leaves the billet open for too long.");
  });
  await signInAs(page, service);
  await stands(page, path, "nomination");
  await nominate(page, service, path);
  await act(page, command, path, "Accept", "Accept");
  await signInAs(page, "manager");
  await stands(page, path, "planned");
});

test("a civilian is moved with the own consent, which the member's page asks for", async ({ page }) => {
  test.slow();
  await signInAs(page, "civilian");
  const [asked] = await list<{ id: string; office: { code: string } }>(page, "/api/requisitions?mine=true&status=consenting");
  if (!asked) throw new Error("the demonstration asks nobody for consent");
  const person = (await list<{ id: string }>(page, "/api/people"))[0]?.id ?? "";
  await page.goto(`/people/${person}`);
  await settled(page);
  await expect(page.getByRole("heading", { name: "Your consent is asked" })).toBeVisible();
  const path = `/requisitions/${asked.id}`;
  await act(page, "civilian", path, "Consent", "Consent");
  await signInAs(page, "manager");
  await stands(page, path, "acceptance");
  const detail = (await (await page.request.get(`/api${path}`)).json()) as { command: { code: string } };
  await act(page, detail.command.code.toLowerCase(), path, "Accept", "Accept");
  await signInAs(page, "manager");
  await stands(page, path, "planned");
});

test("the inbox of a service shows what waits for it, by the keyboard alone", async ({ page }) => {
  await signInAs(page, "army");
  await page.goto("/requisitions");
  await settled(page);
  const first = page.getByRole("link", { name: /^R\d+$/ }).first();
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/requisitions\/R\d+$/);
  await settled(page);
  await expect(page.getByText("It is your turn.")).toBeVisible();
});
