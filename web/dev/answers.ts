import { readFileSync } from "node:fs";

import type * as t from "../src/api/types";
import { addDays, addMonths } from "../src/parts/format";

const TODAY = "2026-10-01";
let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const pick = <T,>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const within = (from: number, until: number) => Math.floor(from + random() * (until - from));

const commands = ["EUCOM", "CENTCOM", "AFRICOM", "INDOPACOM", "SOUTHCOM", "NORTHCOM"].map((code, i) => ({ id: `O${i + 3}`, code }));
const countries = readFileSync(new URL("../../reference/countries.csv", import.meta.url), "utf8")
  .trim().split("\n").slice(1).map((line) => line.split(","))
  .map(([iso3 = "", , , name = "", , command = "", , post = "", lat = "", lon = ""]) => ({ iso3, name, command, post, lat: Number(lat), lon: Number(lon) }));

function row(key: string, name: string, authorised: number, extra: Partial<t.PictureRow> = {}): t.PictureRow {
  const approved = random() < 0.15 ? 1 : 0;
  const vacant = Math.min(authorised - approved, Math.round(authorised * random() * random() * 0.6));
  const assigned = Math.max(authorised - approved - vacant, 0);
  const required = Math.max(1, Math.round(authorised + (random() - 0.45) * authorised * 0.6));
  const open = Math.max(authorised - approved, 1);
  return {
    key, name, iso3: null, lat: null, lon: null, command: null, indicated: required, validated: null, required,
    required_basis: random() < 0.4 ? "validated" : "indicated", authorised, assigned, present: assigned + within(0, 3), vacant,
    approved_gaps: approved, fill_rate: assigned / open, fill_90: Math.min(1, assigned / open + (random() - 0.5) * 0.1),
    fill_180: Math.min(1, assigned / open + (random() - 0.6) * 0.15), mismatch_grade: within(0, 2), mismatch_language: within(0, 3),
    mismatch_certificate: within(0, 3), rotations_due_90: within(0, 1 + authorised / 8), ...extra,
  };
}
const countryRows = countries.filter((_, i) => i % 5 !== 3).map((c, i) => row(`C${i}`, c.name, within(3, c.command === "EUCOM" ? 22 : 14), { iso3: c.iso3, lat: c.lat, lon: c.lon, command: c.command }));
const commandRows = commands.map((c) => row(c.id, c.code, within(300, 900)));
const total = row("total", "Whole service", 19_974, { assigned: 17_812, vacant: 1_806, approved_gaps: 356, fill_rate: 0.908, fill_90: 0.902, fill_180: 0.884, rotations_due_90: 1_204, required: 20_480, present: 18_233, required_basis: "mixed" });

const names = ["Aalto, Maria", "Brandt, James R.", "Castillo, Ana", "Delacroix, Peter", "Eriksen, Tom", "Fujimoto, Ken", "Grant, Olivia", "Hawthorne, Lee", "Iverson, Mark", "Jefferson, Tia"];
const titles = ["Chief, Office of Defense Cooperation", "Army Programs Officer", "Air Force Programs Officer", "Training Manager", "Security Assistance Officer", "Budget Analyst", "Case Manager", "End-Use Monitoring Officer", "Bilateral Affairs Officer"];
const grades = ["O-4", "O-5", "O-6", "E-7", "GS-12", "GS-13"];
const services = ["army", "air_force", "navy", "marine_corps", "civilian"];
const personRef = (): t.PersonRef => ({ id: `P${within(1, 4000)}`, name: pick(names), grade: pick(grades) });
const code = (i: number): t.CodeRef => ({ id: `O${i}`, code: `ODC-${countries[i % countries.length]?.iso3 ?? ""}` });

const offices: t.OfficeRow[] = countries.slice(0, 132).map((c, i) => {
  const p = countryRows[i % countryRows.length] as t.PictureRow;
  return { id: `O${i + 20}`, code: `SCO-${c.iso3}`, name: `Office of Defense Cooperation ${c.name}`, kind: "sco", designation: pick(["ODC", "OMC", "MILGP", null]), country: { id: `C${i}`, iso3: c.iso3, name: c.name }, command: commands.find((x) => x.code === c.command) ?? null, post: { id: `S${i}`, name: c.post, status: pick(["accompanied", "unaccompanied", "partly_accompanied"]) }, authorised: p.authorised, assigned: p.assigned, vacant: p.vacant, fill_rate: p.fill_rate, gap_days_year: within(0, 900) };
});

const tour = (from: string, until: string, status: string): t.Tour => ({ id: `T${within(1, 9999)}`, person: random() < 0.1 ? null : personRef(), status, incumbency: "primary", from, until, report: from, rotation: until, accompanied: random() < 0.6 });
function timelineBillet(i: number): t.TimelineBillet {
  const a = addDays(TODAY, -within(700, 1000)), b = addDays(a, within(500, 760)), gap = within(-14, 120), c = addDays(b, gap), d = addDays(c, within(500, 1000));
  return { id: `B${i}`, number: `ODC-${String(i).padStart(4, "0")}`, title: pick(titles), grade: pick(grades), service_coding: pick(["Army", "Air Force", "any military"]), key: i % 7 === 0, authorised: { from: "2021-10-01", until: i % 6 === 5 ? "2028-10-01" : null }, approved_gaps: i % 9 === 4 ? [{ from: b, until: c }] : [], tours: [tour(a, b, b < TODAY ? "departed" : "arrived"), tour(c, d, c < TODAY ? "arrived" : "planned")], gaps: gap > 0 ? [{ from: b, until: c, days: gap }] : [], overlaps: gap < 0 ? [{ from: c, until: b, days: -gap }] : [] };
}
const billet = (i: number): t.BilletRow => ({ id: `B${i}`, number: `ODC-${String(i).padStart(4, "0")}`, title: titles[i % titles.length] as string, office: code(i % 130), command: commands[i % 6] ?? null, country: countries[i % 170]?.iso3 ?? null, post: "Kabul", grade: grades[i % 6] as string, service_coding: "Army", specialty: "48G", languages: i % 3 === 0 ? ["Arabic 2/2"] : [], clearance: "top_secret", sc_code: "SC1E3", functional_area: "sco_operations", funding: "fms_administrative", key: i % 7 === 0, accompanied: true, section_515: i % 4 === 0, fill_mode: "service_nomination", authorised: { from: "2021-10-01", until: null }, incumbent: i % 6 ? personRef() : null, state: i % 6 ? "filled" : i % 12 ? "vacant" : "approved_gap", vacant_since: i % 6 ? null : "2026-06-01", next_report: i % 4 ? null : "2027-01-15" });
const person = (i: number): t.PersonRow => ({ id: `P${i}`, number: `D${10_000 + i}`, name: names[i % names.length] as string, service: services[i % 5] as string, grade: grades[i % 6] as string, specialties: ["48G"], office: code(i % 130), billet: { id: `B${i}`, number: `ODC-${i}`, title: titles[i % 9] as string }, arrived: "2024-08-01", rotation: addDays(TODAY, (i * 37) % 900), next: null, languages: ["Arabic 2+/2 (2024-05-01)"], clearance: "top_secret", certificates: ["SCO operations, intermediate"], source: "IPPS-A" });
const line = (i: number): t.LineRow => ({ line: i, person: { id: `P${i}`, name: names[i % 10] as string, grade: grades[i % 6] as string, service: services[i % 5] as string }, from: { office: "SCO-DEU", billet: "Training Manager" }, billet: { id: `B${i}`, number: `ODC-${i}`, title: titles[i % 9] as string, grade: grades[i % 6] as string }, office: code(i % 130), command: commands[i % 6] ?? null, report: addDays(TODAY, 100 + (i % 90)), rotation: addDays(TODAY, 900), accompanied: i % 2 === 0, cost: (i * 53) % 900, status: ["proposed", "concurred", "nonconcurred", "endorsed"][i % 4] as string, reason: i % 4 === 2 ? "The officer's language is not the one the office works in." : null, runner_up: { person: { id: "P9", name: "Grant, Olivia" }, costs_more: 40 + (i % 50) }, mine: i % 2 === 0 });

function list<T>(total: number, make: (i: number) => T, query: URLSearchParams): t.List<T> {
  const from = Number(query.get("cursor") ?? 0), limit = Number(query.get("limit") ?? 100);
  const until = Math.min(total, from + limit);
  return { items: Array.from({ length: until - from }, (_, i) => make(from + i)), next: until < total ? String(until) : null, total };
}
const cycle: t.CycleRow = { id: "Y1", name: "Summer 2027", window: { from: "2027-05-01", until: "2027-10-01" }, scope: [], opened: "2026-09-15", closed: null, slate: { id: "L1", lines: 3904, concurred: 320, nonconcurred: 14, endorsed: 120 } };
const levers = [["overlap_days", "workforce", "days", 14], ["grade_tolerance", "eligibility", "grades", 1], ["vacancy_cost", "slate", "points", 1000], ["move_cost", "slate", "points per 1,000 km", 6], ["minimum_team", "demand", "people", 2]].map(([key, group, unit, value]) => ({ key: String(key), group: String(group), meaning: "Days that two primary incumbents of one billet may overlap without an authorisation.", unit: String(unit), least: 0, most: 10_000, default: Number(value), source: "facts §3", value: Number(value), history: key === "move_cost" ? [{ from: "2026-08-01", value: 8, reason: "Fuel costs rose", by: "A2" }] : [] }));
const computed: t.Computed = { key: "k1", cycle: "Y1", base: 40211, seconds: 0.84, objective: 1_244_120, bound: 1_244_120, lines: 3904, unfilled: 812, unmatched: 310, pairs: 1_204_331, verified: "Feasible, and the dual prices prove that no slate costs less: bound 1,244,120 equals the cost." };

let signedIn = true;
export function answer(method: string, path: string, query: URLSearchParams): { status: number; body?: unknown } {
  const ok = (body: unknown) => ({ status: 200, body });
  const [, noun = "", id = "", part = "", sub = ""] = path.split("/");
  if (noun === "session") {
    if (method === "DELETE") signedIn = false;
    if (method === "POST") signedIn = true;
    return signedIn ? ok({ account: "A1", sign_in: "director", name: "Dana Whitfield", grants: [{ role: "director", role_title: "Service director", reach: "everywhere" }], may: ["plan_tour", "extend_tour", "curtail_tour", "approve_gap", "propose_slate", "decide_lines", "endorse_lines", "set_lever"] }) : { status: 401, body: { type: "x", title: "Not signed in", status: 401, detail: "Sign in first." } };
  }
  switch (noun) {
    case "about": return ok({ name: "Muster", version: "0.1.0", position: 40211, today: TODAY, marking: "CUI // demonstration", synthetic: "Synthetic people", demo: [{ sign_in: "director", password: "x", name: "Dana Whitfield", role: "director" }, { sign_in: "eucom", password: "x", name: "Col. Erik Sand", role: "command_officer" }], roles: [{ role: "director", title: "Service director", reach: "everywhere", purpose: "Sees strength against demand anywhere, endorses slates." }, { role: "command_officer", title: "Command manpower officer", reach: "office", purpose: "Concurs or not with lines of a slate." }] });
    case "picture": return ok({ on: query.get("on") ?? TODAY, today: TODAY, by: query.get("by"), lens: "place", plans: true, rows: query.get("by") === "country" ? countryRows : commandRows, total, before: { on: "2026-09-01", total: { ...total, assigned: 17_850, vacant: 1_790, fill_rate: 0.911, rotations_due_90: 1_180 } }, note: null });
    case "projection": return ok({ from: TODAY, months: Array.from({ length: 36 }, (_, i) => ({ month: addMonths(TODAY, i), authorised: 19_974, assigned_planned: 17_812 - i * 30, assigned_unplanned: 17_812 - i * 380, fill_planned: 0.9 - i * 0.003, fill_unplanned: 0.9 - i * 0.019 })) });
    case "offices": {
      if (!id) return ok(list(offices.length, (i) => offices[i], query));
      const base = offices.find((o) => o.id === id) ?? offices[0];
      if (part === "timeline") return ok({ from: "2024-10-01", until: "2029-10-01", billets: Array.from({ length: 14 }, (_, i) => timelineBillet(i)) });
      if (part === "demand") return ok({ on: TODAY, country: { id: "C1", name: base?.country?.name ?? "" }, hours_month: 1204, available_hours_year: 1740, minimum_team: 2, indicated: 9, drivers: [{ measure: "open_cases", title: "Open cases in execution", count: 120, fiscal_year: 2025, minutes_each: 150, lever: "open_case_minutes", hours_month: 300, source: "reference/sales.csv#IRQ-2024", synthetic: false }], formula: "2 + (1,204 × 12 ÷ 1,740)", caution: "No public standard exists for the workload of a security cooperation office: every coefficient is a lever." });
      return ok({ ...base, zone: "Europe/Berlin", lat: 52, lon: 13, existence: { from: "2010-01-01", until: null }, differentials: { hardship_pct: 15, danger_pct: 0, cola_pct: 25 }, validated: { from: "2025-01-01", strength: 11, document: "JTD FY25" }, indicated: 9, authorities: [{ kind: "operational_control", title: "Operational control (OPCON)", holder: "EUCOM", acts: ["see_roster", "direct", "divert", "concur"], period: { from: "2010-01-01", until: null }, source: "facts §2" }], section_515: { members: 5, limit: 6, document: null }, picture: countryRows[3], rotations: Array.from({ length: 4 }, (_, i) => ({ tour: `T${i}`, person: personRef(), billet: { id: `B${i}`, title: pick(titles), number: `ODC-${i}` }, rotation: addDays(TODAY, 30 * i + 12), relief: i % 2 ? { person: { id: "P2", name: "Brandt, James R." }, report: addDays(TODAY, 30 * i) } : null, gap_days: i % 2 ? -12 : null })) });
    }
    case "billets": return id ? ok({ ...billet(Number(id.slice(1))), terms: [{ from: "2021-10-01", terms: { title: "Chief", grade: "O-6" } }], ...(({ tours, gaps, overlaps, approved_gaps }) => ({ tours, gaps, overlaps, approved_gaps }))(timelineBillet(1)), reports_to: { id: "B1", number: "ODC-0001", title: "Chief" }, supports: [{ name: "Iraq", share_per_mille: 800 }], coordinators: ["command", "chief_of_mission"], tour_length: { accompanied_months: 36, unaccompanied_months: 24 }, source: "JTD", changed: 311 }) : ok(list(19_974, billet, query));
    case "people": return id ? ok({ ...person(Number(id.slice(1))), tours: timelineBillet(2).tours, personal: id === "P1" ? null : { born: "1980-02-02", separates: null, available_from: null }, family: null, contradictions: [], changed: 401 }) : ok(list(19_320, person, query));
    case "contradictions": return ok(list(412, (i) => ({ kind: ["duplicate_person", "late_report", "impossible_date"][i % 3], source: "MilPDS", billet: null, person: `P${i}`, tour: null, detail: "Same name and date of birth as P88.", noted: "2026-09-30" }), query));
    case "cycles":
      if (!id) return ok(list(1, () => cycle, query));
      if (part === "compute") return ok(computed);
      if (part === "propose") return ok({ position: 40212, created: ["L1"], repeated: false });
      if (part === "openings") return ok(list(700, (i) => ({ ...line(i), opens: "2027-06-01" }), query));
      if (part === "movers") return ok(list(600, (i) => ({ ...line(i), free: "2027-06-01" }), query));
      return ok({ ...cycle, movers: 4214, openings: 4716, preferences: 2901, levers: levers.map((l) => ({ lever: l.key, value: l.value, unit: l.unit, meaning: l.meaning })) });
    case "slates":
      if (part === "lines" && sub) return ok({ line: line(Number(sub)), rules: [{ id: "grade", title: "Grade", authority: "facts §3", waivable: true, passed: true, compared: "O-5 in an O-5 billet" }, { id: "language", title: "Language", authority: "DoDI 5132.13", waivable: true, passed: true, compared: "Arabic 2+/2, tested 1 May 2024; needs 2/2" }], parts: [{ lever: "gap_day_cost", meaning: "Points for each day between a billet falling open and the report date.", amount: 31, unit: "days", rate: 2, points: 62 }, { lever: "move_cost", meaning: "Points for each 1,000 km", amount: 7, unit: "1,000 km", rate: 6, points: 42 }, { lever: "preference_cost", meaning: "Points for each rank below the first", amount: 2, unit: "ranks", rate: 30, points: 60 }], cost: 164, price: 1250, runner_up: { person: { id: "P9", name: "Grant, Olivia" }, costs_more: 41 }, alternatives: [{ name: "Training Manager, SCO-DEU", costs_more: 12 }], sentence: "Goes there because nobody else with Arabic 2/2 can report before the billet falls open.", computed_on: 40211 });
      if (part === "lines") return ok(list(3904, line, query));
      if (part === "unfilled") return ok(list(812, (i) => ({ ...line(i), eligible: i % 3, sentence: i % 3 ? "Two people could fill it; each is worth more elsewhere." : "Nobody in the cycle is eligible.", near_misses: [{ rule: "language", count: 12 }] }), query));
      if (part === "unmatched") return ok(list(310, (i) => ({ person: line(i).person, eligible: 0, sentence: "No opening fits the person's grade and service.", near_misses: [{ rule: "grade", count: 4 }] }), query));
      return ok({ id: "L1", cycle: "Y1", proposed: "2026-09-20", base: 40211, objective: 1_244_120, levers: [], lines: 3904, unfilled: 812, unmatched: 310, by_command: commands.map((command) => ({ command, lines: 400, proposed: within(50, 200), concurred: within(50, 100), nonconcurred: within(0, 20), endorsed: within(20, 80) })), withdrawn: null });
    case "levers": return ok(levers);
    case "journal": return ok(list(40_211, (i) => ({ position: 40_211 - i, at: "2026-10-01T09:12:44.120Z", actor: i % 3 ? { id: "A2", name: "Workforce manager" } : null, command: "plan_tour", events: [{ event: "tour_planned", summary: "Tour T99 of P12 in B88 from 2027-06-01" }], leaf: "9f2c41aa77d0c1e2" }), query));
    case "audit": return id === "verify" ? ok({ sound: true, records: 40_211, sentence: "All 40,211 records hash to the head." }) : ok({ size: 40_211, root: "9f2c41aa77d0c1e29f2c41aa77d0c1e2", at: "2026-10-01T09:00:00Z", key_id: "k-1", signature: "ab12" });
    case "commands": return { status: 422, body: { type: "about:blank", title: "Refused", status: 422, detail: "The billet already has a primary incumbent until 1 Jun 2027.", rule: "second-incumbent", remedy: "Choose a later report date or record an overlap authorisation." } };
  }
  return { status: 404, body: { type: "about:blank", title: "Not found", status: 404, detail: path } };
}
