import { expect, test, type Page } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

interface Person {
  id: string;
  name: string;
}

interface Unmatched {
  person: Person | null;
}

interface Relaxation {
  billet: { id: string; title: string };
  rule: string;
}

/** The slate that the demonstration holds in the middle of its coordination. */
async function coordinated(page: Page): Promise<string> {
  const cycles = await answer<{ name: string; slate: { id: string } | null }[]>(page, "/api/cycles");
  const slate = cycles.find(({ name }) => name.startsWith("Spring"))?.slate;
  if (!slate) throw new Error("the demonstration has no slate under coordination");
  return slate.id;
}

test("a service asks for a waiver from a near miss, headquarters grants it, and whoever asked cannot decide", async ({ page }) => {
  await signInAs(page, "army");
  const slate = await coordinated(page);
  const { items } = await answer<{ items: Unmatched[] }>(page, `/api/slates/${slate}/unmatched?limit=1000`);
  let found: { person: Person; near: Relaxation } | undefined;
  for (const { person } of items) {
    const near = person && (await answer<Relaxation[]>(page, `/api/slates/${slate}/unmatched/${person.id}/relaxations`))[0];
    if (near) {
      found = { person, near };
      break;
    }
  }
  if (!found) throw new Error("nobody of the Army is one rule away from an opening");
  const { person, near } = found;
  await page.goto(`/slates/${slate}?view=unmatched`);
  await settled(page);
  await page.getByRole("button", { name: `What would place ${person.name}` }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: `Request a waiver for ${person.name}, ${near.billet.title}` }).first().click();
  const form = page.getByRole("dialog", { name: /^Waive/ });
  await form.getByLabel("Justification").fill("Two tours in the region make up for it.");
  expect(await faults(page)).toEqual([]);
  await form.getByRole("button", { name: "Request the waiver" }).click();
  await expect(form).toBeHidden();

  await page.goto("/waivers?status=requested");
  await settled(page);
  const asked = await answer<{ items: { id: string; billet: { id: string }; yours: boolean }[] }>(page, "/api/waivers?status=requested&limit=1000");
  const own = asked.items.find((row) => row.billet.id === near.billet.id && row.yours);
  if (!own) throw new Error("the waiver is not listed");
  await expect(page.getByRole("button", { name: `Withdraw ${own.id}`, exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: `Decide ${own.id}`, exact: true })).toHaveCount(0);

  await signInAs(page, "manager");
  await page.goto("/waivers?status=requested");
  await settled(page);
  await page.getByRole("button", { name: `Decide ${own.id}`, exact: true }).click();
  const decision = page.getByRole("dialog", { name: new RegExp(`^Decide ${own.id}`) });
  await decision.getByLabel("Reason").fill("The experience makes up for it.");
  await decision.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(decision).toBeHidden();
  const granted = await answer<{ items: { id: string }[] }>(page, "/api/waivers?status=approved&limit=1000");
  expect(granted.items.some(({ id }) => id === own.id)).toBe(true);
  expect(await faults(page)).toEqual([]);
});

test("the prices of a slate: every row is the slate solved again with one change", async ({ page }) => {
  await signInAs(page, "manager");
  const slate = await coordinated(page);
  await page.goto(`/slates/${slate}?view=prices`);
  const table = page.getByRole("table", { name: "Prices of rules, limits and levers" });
  await expect(table).toBeVisible({ timeout: 60_000 });
  const costly = await table.getByRole("row").count();
  await page.getByRole("checkbox", { name: "Also what changes nothing" }).check();
  expect(await table.getByRole("row").count()).toBeGreaterThan(costly);
  expect(await faults(page)).toEqual([]);
});
