import { expect, test, type Page } from "@playwright/test";

import { answer, faults, settled, signInAs } from "./support";

test.use({ viewport: { width: 390, height: 844 } });

interface Own {
  cycle: string;
  person: string;
  ranked: { billet: { id: string } }[];
  favourites: string[];
}

interface Ballot {
  cycle: string;
  as_member: boolean;
  as_office: boolean;
}

/** The cycle in which the member may rank today. */
async function cycleOf(page: Page): Promise<string> {
  const cycle = (await answer<Ballot[]>(page, "/api/ballots")).find(({ as_member }) => as_member)?.cycle;
  if (!cycle) throw new Error("the member moves in no cycle with a ballot");
  return cycle;
}

test("a member sees the chances on a phone, ranks three openings, changes the order, and the manager sees only that somebody did", async ({ page }) => {
  await signInAs(page, "manager");
  const before = await answer<{ ballot: { submitted: number } }>(page, "/api/cycles/Y1");

  await signInAs(page, "bidder");
  const cycle = await cycleOf(page);
  const own = await answer<Own>(page, `/api/ballots/${cycle}`);
  await page.goto("/ballot");
  await settled(page);
  await expect(page.getByText("nobody but you can read what you rank")).toBeVisible();
  await expect(page.getByText(/\d+ days left/)).toBeVisible();
  await expect(page.getByText(/people are eligible, you among them|You are the only one/).first()).toBeVisible();
  expect(await faults(page)).toEqual([]);

  // Do I have a shot? Every rule, held against the member.
  const openings = page.getByRole("region", { name: "Openings", exact: true });
  await openings.locator("ul.shots .linkish").first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("heading", { name: "Rules, held against you" })).toBeVisible();
  await expect(drawer.getByText("✓").first()).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  // Two beside each other, one on the shortlist.
  const shots = openings.locator("ul.shots > li");
  await shots.nth(0).getByRole("button", { name: /^Compare/ }).click();
  await shots.nth(1).getByRole("button", { name: /^Compare/ }).click();
  await expect(page.getByRole("region", { name: "Openings compared" }).locator("thead th")).toHaveCount(3);
  await shots.nth(0).getByRole("button", { name: /^Shortlist/ }).click();
  await expect.poll(async () => (await answer<Own>(page, `/api/ballots/${cycle}`)).favourites.length).toBe(1);

  for (let place = 0; place < 3; place += 1) {
    await shots.nth(place).getByRole("button", { name: /^Rank / }).click();
  }
  const ranked = page.locator("ol.ranked li");
  await expect(ranked).toHaveCount(3);
  await page.getByRole("button", { name: "Submit my ranking" }).click();
  await expect(page.getByText("Submitted and sealed.")).toBeVisible();
  const first = (await answer<Own>(page, `/api/ballots/${cycle}`)).ranked.map(({ billet }) => billet.id);
  expect(first).toHaveLength(3);

  // Changed with a thumb, and by dragging.
  await ranked.nth(2).getByRole("button", { name: /^Move .* up$/ }).click();
  await page.getByRole("button", { name: "Submit my ranking" }).click();
  await expect(page.getByText("Submitted and sealed.")).toBeVisible();
  const second = (await answer<Own>(page, `/api/ballots/${cycle}`)).ranked.map(({ billet }) => billet.id);
  expect(second).toEqual([first[0], first[2], first[1]]);
  await ranked.nth(2).dragTo(ranked.nth(0));
  await expect(page.getByText("Changed and not submitted.")).toBeVisible();
  await page.getByRole("button", { name: "Back to what I submitted" }).click();
  await expect(page.getByText("Submitted and sealed.")).toBeVisible();

  // The manager's page counts one ballot more, and no answer says which openings.
  await signInAs(page, "manager");
  await page.goto(`/cycles/${cycle}`);
  await settled(page);
  await expect(page.getByText("sealed from everybody else until the deadline")).toBeVisible();
  const after = await answer<{ ballot: { submitted: number } }>(page, `/api/cycles/${cycle}`);
  expect(after.ballot.submitted).toBe(before.ballot.submitted + 1);
  expect((await page.request.get(`/api/ballots/${cycle}`)).status()).toBe(403);
  const movers = await answer<{ items: { ranked: number }[] }>(page, `/api/cycles/${cycle}/movers?limit=1000`);
  expect(movers.items.every(({ ranked: count }) => count === 0)).toBe(true);
  expect(await faults(page)).toEqual([]);

  await signInAs(page, "bidder");
  await page.request.post("/api/commands/submit_preferences", { data: { cycle, person: own.person, billets: [] } });
  await page.goto("/ballot");
  await shots.nth(0).getByRole("button", { name: /^Shortlist/ }).click();
  await expect.poll(async () => (await answer<Own>(page, `/api/ballots/${cycle}`)).favourites.length).toBe(0);
});

test("an office ranks its eligible candidates on a phone, ties allowed", async ({ page }) => {
  await signInAs(page, "eucom");
  const cycle = (await answer<Ballot[]>(page, "/api/ballots")).find(({ as_office, cycle: id }) => as_office && id === "Y1")?.cycle;
  if (!cycle) throw new Error("the command ranks in no cycle");
  const rows = await answer<{ items: { billet: { id: string }; eligible: number; ranked: number }[] }>(page, `/api/ballots/${cycle}/offices?limit=1000`);
  const row = rows.items.find(({ eligible, ranked }) => eligible > 1 && ranked === 0);
  if (!row) throw new Error("no opening of the command has a choice of candidates");
  await page.goto(`/ballot?cycle=${cycle}`);
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.goto(`/ballot?cycle=${cycle}&billet=${row.billet.id}`);
  await settled(page);
  await expect(page.getByText("only those who rank for this office read its order")).toBeVisible();
  const numbers = page.getByRole("textbox", { name: /^Rank of / });
  await numbers.nth(0).fill("1");
  await numbers.nth(1).fill("1");
  await page.getByRole("button", { name: "Submit this order" }).click();
  await expect(page.getByText(/You may change it until/)).toBeVisible();
  const page2 = await answer<{ candidates: { tier: number | null }[] }>(page, `/api/ballots/${cycle}/offices/${row.billet.id}`);
  expect(page2.candidates.filter(({ tier }) => tier === 1)).toHaveLength(2);
  expect(await faults(page)).toEqual([]);
});
