import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

interface DemoSignIn {
  sign_in: string;
  password: string;
}

/** Signs in as one of the demonstration's accounts, without the form. */
export async function signInAs(page: Page, name: string): Promise<void> {
  const about = (await (await page.request.get("/api/about")).json()) as { demo: DemoSignIn[] | null };
  const one = about.demo?.find((candidate) => candidate.sign_in === name);
  if (!one) throw new Error(`The server lists no sign-in ${name}: start it with \`muster demo\`.`);
  const answer = await page.request.post("/api/session", { data: { sign_in: one.sign_in, password: one.password } });
  expect(answer.ok()).toBe(true);
}

/** Waits until the page has its answers. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await expect(page.locator(".asking")).toHaveCount(0);
}

/** What axe finds against the page, in words. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

/** The sign-in of each service's assignment officer. */
export const OFFICERS: Record<string, string> = { army: "army", air_force: "airforce", navy: "navy", marine_corps: "marines" };

/** What the server answers whoever is signed in. */
export async function answer<T>(page: Page, path: string): Promise<T> {
  const taken = await page.request.get(path);
  expect(taken.ok(), path).toBe(true);
  return (await taken.json()) as T;
}

/** The first id of a list. */
export async function firstId(page: Page, path: string): Promise<string> {
  const answer = (await (await page.request.get(path)).json()) as { items?: { id: string }[] } & { id: string }[];
  const id = (answer.items ?? answer)[0]?.id;
  if (!id) throw new Error(`${path} is empty`);
  return id;
}

/** The slate of the demonstration's cycle, proposed by the workforce manager where there is none yet. */
export async function proposedSlate(page: Page): Promise<string> {
  await signInAs(page, "manager");
  const [cycle] = (await (await page.request.get("/api/cycles")).json()) as { id: string; slate: { id: string } | null }[];
  if (!cycle) throw new Error("the demonstration has no cycle");
  if (cycle.slate) return cycle.slate.id;
  const computed = (await (await page.request.post(`/api/cycles/${cycle.id}/compute`)).json()) as { base: number };
  const taken = await page.request.post(`/api/cycles/${cycle.id}/propose`, { data: { base: computed.base } });
  expect(taken.ok()).toBe(true);
  const { created } = (await taken.json()) as { created: string[] };
  const slate = created.find((id) => id.startsWith("S"));
  if (!slate) throw new Error("no slate was made");
  return slate;
}
