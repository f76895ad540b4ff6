// Screenshots of every page in light, dark and phone: `node dev/shots.mjs [address] [page…]`.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
const [base = "http://127.0.0.1:8080", ...only] = process.argv.slice(2);
const signIn = process.env.SIGN_IN ?? "director";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const office = process.env.OFFICE ?? "O90";
const pages = {
  picture: "/", gap: "/?show=gap&by=command", required: "/?show=required", projection: "/projection",
  offices: "/offices", office: `/offices/${office}`, posts: "/posts", post: `/posts/${process.env.POST ?? "L40"}`,
  presence: "/presence", diversions: "/presence?view=diversions", billets: "/billets", billet: "/billets/B13",
  people: "/people", person: "/people/P17", cycles: "/cycles", cycle: `/cycles/${process.env.CYCLE ?? "Y0"}`,
  slate: `/slates/${process.env.SLATE ?? "S0"}`, why: `/slates/${process.env.SLATE ?? "S0"}?line=3`,
  levers: "/levers", journal: "/journal", requests: "/requests", request: `/requests/${process.env.REQUEST ?? "Q0"}`,
  packet: `/requests/${process.env.REQUEST ?? "Q0"}/packet`, documents: "/documents", ledgers: "/section-515",
  ledger: `/section-515/${process.env.COUNTRY ?? "C0"}`, turnover: `/offices/${office}/turnover`,
  reconcile: "/reconcile", unmatched: `/reconcile?kind=unmatched_row&item=${process.env.ITEM ?? "X0"}`,
  sources: "/sources", source: "/sources/F0", newsource: "/sources/new", requisitions: "/requisitions?view=open",
  requisition: `/requisitions/${process.env.REQUISITION ?? "R19"}`, openingsWithout: "/requisitions?view=openings",
};
const looks = { light: { colorScheme: "light", viewport: { width: 1440, height: 900 } }, dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } }, phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, hasTouch: true } };
mkdirSync("shots", { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
for (const [look, options] of Object.entries(looks)) {
  if (process.env.LOOK && process.env.LOOK !== look) continue;
  const context = await browser.newContext({ baseURL: base, ...options });
  const page = await context.newPage();
  page.on("console", (m) => m.type() === "error" && console.log(look, m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.log(look, String(e).slice(0, 400)));
  await page.goto("/");
  await page.waitForSelector(".topbar, .demo-roles");
  if (await page.locator(".demo-roles").count()) {
    if (!only.length || only.includes("sign-in")) await page.screenshot({ path: `shots/sign-in-${look}.png` });
    const about = await (await page.request.get("/api/about")).json();
    const one = about.demo.find((d) => d.sign_in === signIn);
    await page.request.post("/api/session", { data: { sign_in: one.sign_in, password: one.password } });
  }
  for (const [name, path] of Object.entries(pages)) {
    if (only.length && !only.includes(name)) continue;
    await page.goto(path);
    await page.waitForLoadState("domcontentloaded");
    await page.waitForSelector("h1");
    await page.waitForFunction(() => !document.querySelector(".asking"), null, { timeout: 8000 }).catch(() => console.log("still asking", name));
    await page.waitForTimeout(500);
    await page.screenshot({ path: `shots/${name}-${look}.png` });
  }
  await context.close();
}
await browser.close();
