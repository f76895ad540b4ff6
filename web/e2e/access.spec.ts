import { expect, test } from "@playwright/test";

import { faults, firstId, proposedSlate, settled, signInAs } from "./support";

const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
} as const;

for (const [look, options] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    test.use(options);

    test(`axe finds nothing on the sign-in page, ${look}`, async ({ page }) => {
      await page.goto("/");
      await settled(page);
      expect(await faults(page)).toEqual([]);
    });

    test(`axe finds nothing on any page, ${look}`, async ({ page }) => {
      const slate = await proposedSlate(page);
      await signInAs(page, "director");
      const office = await firstId(page, "/api/offices?kind=sco&limit=1");
      const billet = await firstId(page, `/api/billets?office=${office}&limit=1`);
      const post = await firstId(page, "/api/posts?status=ordered_departure&limit=1");
      const person = await firstId(page, `/api/people?office=${office}&limit=1`);
      const cycle = await firstId(page, "/api/cycles");
      const requisitions = [
        await firstId(page, "/api/requisitions?status=vetting&limit=1"),
        await firstId(page, "/api/requisitions?status=recruiting&limit=1"),
        await firstId(page, "/api/requisitions?status=filled&limit=1"),
      ];
      const item = await firstId(page, "/api/reconcile?kind=unmatched_row&limit=1");
      const pages = [
        "/", "/?show=gap&by=command", "/?show=required&lens=supported", "/projection", "/offices", `/offices/${office}`,
        "/posts", `/posts/${post}`, "/presence", "/presence?view=diversions", "/billets", `/billets/${billet}`, "/people", `/people/${person}`, "/cycles", `/cycles/${cycle}`, `/cycles/${cycle}/workbench`, `/cycles/${cycle}/workbench?view=levers`, `/cycles/${cycle}/workbench?view=map`, `/cycles/${cycle}/workbench?view=compare`,
        `/slates/${slate}`, `/slates/${slate}?line=1`, `/slates/${slate}?view=unfilled`, `/slates/${slate}?view=unmatched`, `/slates/${slate}?view=blocking`,
        "/requisitions", "/requisitions?view=open", "/requisitions?view=late", ...requisitions.map((id) => `/requisitions/${id}`),
        "/levers", "/reconcile", "/reconcile?standing=sent_back", `/reconcile?item=${item}`, "/sources", "/sources/F0", "/sources/new", "/waivers", "/awaiting", "/countries", "/nowhere",
      ];
      const found: string[] = [];
      for (const path of pages) {
        await page.goto(path);
        await settled(page);
        found.push(...(await faults(page)).map((fault) => `${path} ${fault}`));
      }
      for (const [who, path] of [["bidder", "/ballot"], ["bidder", "/ballot?eligible=false"], ["eucom", "/ballot?cycle=Y1"]] as const) {
        await signInAs(page, who);
        await page.goto(path);
        await settled(page);
        found.push(...(await faults(page)).map((fault) => `${who} ${path} ${fault}`));
      }
      await signInAs(page, "auditor");
      await page.goto("/journal");
      await settled(page);
      found.push(...(await faults(page)).map((fault) => `/journal ${fault}`));
      expect(found).toEqual([]);
    });
  });
}
