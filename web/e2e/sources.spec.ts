import { expect, test } from "@playwright/test";

import { faults, settled, signInAs } from "./support";

const SAMPLE = [
  "ID,Full Name,Branch,Paygrade,Position",
  "Z9000001,\"Marlowe, Edith\",DOD/ARMY,O4,",
  "Z9000002,\"Quist, Anders\",DOD/USAF,O3,",
].join("\n");

test("a manager makes a profile from a sample, tries it, loads the file, and works the queue from the picture", async ({ page }) => {
  await signInAs(page, "manager");
  const name = `Marine roster ${Date.now()} (synthetic)`;
  await page.goto("/sources");
  await settled(page);
  await page.getByRole("button", { name: "New source" }).click();
  await page.getByLabel("Name").fill(name);
  await page.locator("input[type=file]").setInputFiles({ name: "sample.csv", mimeType: "text/csv", buffer: Buffer.from(SAMPLE) });
  await expect(page.getByLabel("Field of Full Name")).toHaveValue("name");
  await expect(page.getByLabel("Field of Paygrade")).toHaveValue("grade");
  await expect(page.getByText("Not translated: DOD/ARMY, DOD/USAF")).toBeVisible();
  await page.getByLabel("Field of ID").selectOption("number");

  // Without the codes the file is refused in its own words.
  await page.getByRole("button", { name: "Try on the sample" }).click();
  await expect(page.getByText("things are wrong with the file")).toBeVisible();
  await expect(page.getByRole("cell", { name: "DOD/ARMY" }).first()).toBeVisible();
  await page.getByLabel("Codes of Branch").fill("DOD/ARMY = army\nDOD/USAF = air_force");
  await page.getByLabel("Codes of Branch").blur();
  await page.getByRole("button", { name: "Try on the sample" }).click();
  await expect(page.getByText("2 rows: 2 new or changed")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Save the profile" }).click();
  await page.getByRole("link", { name }).click();
  await settled(page);
  await page.locator("input[type=file]").setInputFiles({ name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(SAMPLE) });
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await expect(page.getByText("Nothing is taken yet.")).toBeVisible();
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await expect(page.getByText(/Loaded at position/)).toBeVisible();

  // From the picture to whom the manning documents lost is one click.
  await page.goto("/");
  await settled(page);
  await page.getByRole("link", { name: /that manning documents lost/ }).click();
  await expect(page).toHaveURL(/lost=true/);
  await settled(page);
  await expect(page.getByRole("checkbox", { name: "Lost by manning documents" })).toBeChecked();

  // One is sent back; the correction list stands in the document's own columns.
  await page.getByRole("checkbox", { name: /person not listed/i }).first().check();
  await page.getByRole("button", { name: "Send back" }).click();
  await page.getByLabel("What is asked").fill("Please list the incumbent.");
  await page.getByRole("button", { name: "Send back to the owners" }).click();
  await expect(page.getByRole("button", { name: "Send back to the owners" })).toHaveCount(0);
  const sources = (await (await page.request.get("/api/sources")).json()) as { id: string; name: string; sent_back: number }[];
  const document = sources.find((one) => one.name.startsWith("JTD"));
  expect(document?.sent_back ?? 0).toBeGreaterThan(0);
  const list = await (await page.request.get(`/api/sources/${document?.id ?? ""}/corrections`)).text();
  expect(list.split("\n")[0]).toContain("POSN_NBR,POSN_TITLE");
  expect(list).toContain("Please list the incumbent.");

  // A row is linked with its evidence, another put off.
  await page.goto("/reconcile?kind=unmatched_row&standing=open");
  await settled(page);
  const withCandidate = page.getByRole("row").filter({ hasText: "person here is like this row" }).first();
  await withCandidate.getByRole("button", { name: "Unmatched row" }).click();
  await expect(page.getByRole("heading", { name: "Who it may be" })).toBeVisible();
  await expect(page.getByText(/Family name: /)).toBeVisible();
  await page.getByRole("button", { name: /^It is / }).first().click();
  await expect(page.getByRole("dialog").getByText("Settled").first()).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("checkbox", { name: /unmatched row/i }).first().check();
  await page.getByRole("button", { name: "Put off" }).click();
  await page.getByLabel("Reason").fill("The embassy is asked by telephone.");
  await page.getByRole("button", { name: "Put off" }).last().click();
  await page.goto("/reconcile?standing=deferred&kind=unmatched_row");
  await settled(page);
  await expect(page.getByText(/put off until/).first()).toBeVisible();
});
