import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";

import { Shell } from "./shell/Shell";
import { NotFound } from "./shell/NotFound";
import type { Milestone } from "./api/types";
import {
  AREAS, AUGMENTATIONS, CONTRADICTIONS, KINDS, REQUEST_STATUSES, SERVICES, STANDINGS, STATES, STATUSES,
} from "./parts/Filters";
import { HOLDERS, KINDS as KINDS_OF_CASES, ORDERS, PARTS, PHASES, STUCK } from "./pages/cases/words";
import { choice, day, flag, one, reader, text, whole } from "./search";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = () => root;

const picture = createRoute({
  getParentRoute: under,
  path: "/",
  validateSearch: reader((given) => ({
    on: day(given["on"]),
    by: one(given["by"], ["command", "country", "office", "service", "grade_band", "specialty", "functional_area", "funding"]),
    lens: one(given["lens"], ["place", "supported"]),
    show: one(given["show"], ["fill", "gap", "required"]),
    command: text(given["command"]),
    plans: given["plans"] === false ? (false as const) : undefined,
  })),
  component: lazyRouteComponent(() => import("./pages/picture/PicturePage"), "PicturePage"),
});

const projection = createRoute({
  getParentRoute: under,
  path: "/projection",
  component: lazyRouteComponent(() => import("./pages/projection/ProjectionPage"), "ProjectionPage"),
});

const outlook = createRoute({
  getParentRoute: under,
  path: "/outlook",
  validateSearch: reader((given) => ({
    command: text(given["command"]),
    by: one(given["by"], ["workforce", "grade_band", "specialty", "certificate", "language"]),
    retention: whole(given["retention"], 500, 1000),
    accessions: whole(given["accessions"], 0, 500),
    placed: whole(given["placed"], 500, 1000),
    renewal: whole(given["renewal"], 0, 1000),
    language_seats: whole(given["language_seats"], 0, 5000),
    certificate_seats: whole(given["certificate_seats"], 0, 5000),
    spread: whole(given["spread"], 0, 200),
  })),
  component: lazyRouteComponent(() => import("./pages/outlook/OutlookPage"), "OutlookPage"),
});

const offices = createRoute({
  getParentRoute: under,
  path: "/offices",
  validateSearch: reader((given) => ({
    q: text(given["q"]),
    command: text(given["command"]),
    kind: choice(given["kind"], KINDS),
  })),
  component: lazyRouteComponent(() => import("./pages/OfficesPage"), "OfficesPage"),
});

const office = createRoute({
  getParentRoute: under,
  path: "/offices/$id",
  component: lazyRouteComponent(() => import("./pages/office/OfficePage"), "OfficePage"),
});

const countries = createRoute({
  getParentRoute: under,
  path: "/countries",
  validateSearch: reader((given) => ({ q: text(given["q"]) })),
  component: lazyRouteComponent(() => import("./pages/countries/CountriesPage"), "CountriesPage"),
});

const country = createRoute({
  getParentRoute: under,
  path: "/countries/$code",
  component: lazyRouteComponent(() => import("./pages/countries/CountryPage"), "CountryPage"),
});

const posts = createRoute({
  getParentRoute: under,
  path: "/posts",
  validateSearch: reader((given) => ({
    q: text(given["q"]),
    status: choice(given["status"], STATUSES),
    home: flag(given["home"]),
  })),
  component: lazyRouteComponent(() => import("./pages/posts/PostsPage"), "PostsPage"),
});

const post = createRoute({
  getParentRoute: under,
  path: "/posts/$id",
  component: lazyRouteComponent(() => import("./pages/posts/PostPage"), "PostPage"),
});

const presence = createRoute({
  getParentRoute: under,
  path: "/presence",
  validateSearch: reader((given) => ({
    view: one(given["view"], ["augmentations", "diversions"]),
    command: text(given["command"]),
    kind: choice(given["kind"], AUGMENTATIONS),
    state: choice(given["state"], STATES),
    q: text(given["q"]),
  })),
  component: lazyRouteComponent(() => import("./pages/presence/PresencePage"), "PresencePage"),
});

const billets = createRoute({
  getParentRoute: under,
  path: "/billets",
  validateSearch: reader((given) => ({
    q: text(given["q"]),
    command: text(given["command"]),
    office: text(given["office"]),
    source: text(given["source"]),
    funded: given["funded"] === false ? (false as const) : undefined,
    service: choice(given["service"], SERVICES),
    grade: text(given["grade"]),
    functional_area: choice(given["functional_area"], AREAS),
    vacant: flag(given["vacant"]),
    key: flag(given["key"]),
    sort: one(given["sort"], ["id", "number", "title", "office", "grade"]),
    descending: flag(given["descending"]),
  })),
  component: lazyRouteComponent(() => import("./pages/BilletsPage"), "BilletsPage"),
});

const billet = createRoute({
  getParentRoute: under,
  path: "/billets/$id",
  component: lazyRouteComponent(() => import("./pages/billet/BilletPage"), "BilletPage"),
});

const requests = createRoute({
  getParentRoute: under,
  path: "/requests",
  validateSearch: reader((given) => ({
    q: text(given["q"]),
    command: text(given["command"]),
    office: text(given["office"]),
    source: text(given["source"]),
    status: choice(given["status"], REQUEST_STATUSES),
    open: flag(given["open"]),
    yours: flag(given["yours"]),
    late: flag(given["late"]),
  })),
  component: lazyRouteComponent(() => import("./pages/manning/RequestsPage"), "RequestsPage"),
});

const request = createRoute({
  getParentRoute: under,
  path: "/requests/$id",
  component: lazyRouteComponent(() => import("./pages/manning/RequestPage"), "RequestPage"),
});

const packet = createRoute({
  getParentRoute: under,
  path: "/requests/$id/packet",
  component: lazyRouteComponent(() => import("./pages/manning/PacketPage"), "PacketPage"),
});

const documents = createRoute({
  getParentRoute: under,
  path: "/documents",
  component: lazyRouteComponent(() => import("./pages/manning/DocumentsPage"), "DocumentsPage"),
});

const ledgers = createRoute({
  getParentRoute: under,
  path: "/section-515",
  validateSearch: reader((given) => ({ on: day(given["on"]) })),
  component: lazyRouteComponent(() => import("./pages/manning/LedgersPage"), "LedgersPage"),
});

const ledger = createRoute({
  getParentRoute: under,
  path: "/section-515/$id",
  validateSearch: reader((given) => ({ on: day(given["on"]) })),
  component: lazyRouteComponent(() => import("./pages/manning/LedgerPage"), "LedgerPage"),
});

const turnover = createRoute({
  getParentRoute: under,
  path: "/offices/$id/turnover",
  component: lazyRouteComponent(() => import("./pages/manning/TurnoverPage"), "TurnoverPage"),
});

const people = createRoute({
  getParentRoute: under,
  path: "/people",
  validateSearch: reader((given) => ({
    q: text(given["q"]),
    command: text(given["command"]),
    office: text(given["office"]),
    service: choice(given["service"], SERVICES),
    grade: text(given["grade"]),
    rotating_before: day(given["rotating_before"]),
    unassigned: flag(given["unassigned"]),
    sort: one(given["sort"], ["id", "name", "grade", "rotation"]),
    descending: flag(given["descending"]),
  })),
  component: lazyRouteComponent(() => import("./pages/PeoplePage"), "PeoplePage"),
});

const person = createRoute({
  getParentRoute: under,
  path: "/people/$id",
  component: lazyRouteComponent(() => import("./pages/person/PersonPage"), "PersonPage"),
});

const cycles = createRoute({
  getParentRoute: under,
  path: "/cycles",
  component: lazyRouteComponent(() => import("./pages/cycle/CyclesPage"), "CyclesPage"),
});

const cycle = createRoute({
  getParentRoute: under,
  path: "/cycles/$id",
  component: lazyRouteComponent(() => import("./pages/cycle/CyclePage"), "CyclePage"),
});

const workbench = createRoute({
  getParentRoute: under,
  path: "/cycles/$id/workbench",
  validateSearch: reader((given) => ({
    scenario: text(given["scenario"]),
    view: one(given["view"], ["levers", "map", "compare"]),
    rows: one(given["rows"], ["moved", "stepped", "locked", "unfilled", "unmatched"]),
    q: text(given["q"]),
    command: text(given["command"]),
    with: text(given["with"]),
  })),
  component: lazyRouteComponent(() => import("./pages/workbench/WorkbenchPage"), "WorkbenchPage"),
});

const waivers = createRoute({
  getParentRoute: under,
  path: "/waivers",
  validateSearch: reader((given) => ({
    status: one(given["status"], ["requested", "approved", "denied", "lapsed", "withdrawn"]),
  })),
  component: lazyRouteComponent(() => import("./pages/waivers/WaiversPage"), "WaiversPage"),
});

const cases = createRoute({
  getParentRoute: under,
  path: "/cases",
  validateSearch: reader((given) => ({
    part: choice(given["part"], PARTS),
    phase: choice(given["phase"], PHASES),
    holder: choice(given["holder"], HOLDERS),
    // The server knows the milestones.
    milestone: text(given["milestone"]) as Milestone | undefined,
    stuck: choice(given["stuck"], STUCK),
    answer_by: choice(given["answer_by"], HOLDERS),
    office: text(given["office"]),
    country: text(given["country"]),
    purchaser: text(given["purchaser"]),
    q: text(given["q"]),
    mine: flag(given["mine"]),
    order: choice(given["order"], ORDERS),
  })),
  component: lazyRouteComponent(() => import("./pages/cases/CasesPage"), "CasesPage"),
});

const flow = createRoute({
  getParentRoute: under,
  path: "/flow",
  validateSearch: reader((given) => ({
    office: text(given["office"]),
    country: text(given["country"]),
    kind: choice(given["kind"], KINDS_OF_CASES),
    category: one(given["category"], ["A", "B", "C", "D"]),
  })),
  component: lazyRouteComponent(() => import("./pages/flow/FlowPage"), "FlowPage"),
});

const studio = createRoute({
  getParentRoute: under,
  path: "/studio",
  validateSearch: reader((given) => ({ simulation: whole(given["simulation"], 0, 4_294_967_295), slate: text(given["slate"]) })),
  component: lazyRouteComponent(() => import("./pages/studio/StudioPage"), "StudioPage"),
});

const distribution = createRoute({
  getParentRoute: under,
  path: "/cases/distribution",
  validateSearch: reader((given) => ({ office: text(given["office"]), leaving: text(given["leaving"]) })),
  component: lazyRouteComponent(() => import("./pages/cases/DistributionPage"), "DistributionPage"),
});

const flowCases = createRoute({
  getParentRoute: under,
  path: "/flow/cases",
  validateSearch: reader((given) => ({
    office: text(given["office"]),
    country: text(given["country"]),
    kind: choice(given["kind"], KINDS_OF_CASES),
    category: one(given["category"], ["A", "B", "C", "D"]),
    way: text(given["way"]),
    from: text(given["from"]),
    to: text(given["to"]),
    departure: one(given["departure"], ["skipped", "out_of_order", "repeated", "unknown"]),
    activity: text(given["activity"]),
  })),
  component: lazyRouteComponent(() => import("./pages/flow/FlowCasesPage"), "FlowCasesPage"),
});

const measures = createRoute({
  getParentRoute: under,
  path: "/measures",
  component: lazyRouteComponent(() => import("./pages/measures/MeasuresPage"), "MeasuresPage"),
});

const measure = createRoute({
  getParentRoute: under,
  path: "/measures/$id",
  validateSearch: reader((given) => ({
    by: one(given["by"], ["office", "command", "category", "agency", "country"]),
    quarter: text(given["quarter"]),
  })),
  component: lazyRouteComponent(() => import("./pages/measures/MeasurePage"), "MeasurePage"),
});

const notifications = createRoute({
  getParentRoute: under,
  path: "/notifications",
  validateSearch: reader((given) => ({ q: text(given["q"]), country: text(given["country"]) })),
  component: lazyRouteComponent(() => import("./pages/notifications/NotificationsPage"), "NotificationsPage"),
});

const case_ = createRoute({
  getParentRoute: under,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("./pages/cases/CasePage"), "CasePage"),
});

const slate = createRoute({
  getParentRoute: under,
  path: "/slates/$id",
  validateSearch: reader((given) => ({
    view: one(given["view"], ["lines", "unfilled", "unmatched", "limits", "buys", "blocking", "prices"]),
    q: text(given["q"]),
    command: text(given["command"]),
    status: one(given["status"], ["proposed", "concurred", "nonconcurred", "endorsed"]),
    line: typeof given["line"] === "number" ? given["line"] : undefined,
  })),
  component: lazyRouteComponent(() => import("./pages/slate/SlatePage"), "SlatePage"),
});

const ballot = createRoute({
  getParentRoute: under,
  path: "/ballot",
  validateSearch: reader((given) => ({
    cycle: text(given["cycle"]),
    office: flag(given["office"]),
    billet: text(given["billet"]),
    eligible: given["eligible"] === false ? (false as const) : undefined,
    favourites: flag(given["favourites"]),
    area: choice(given["area"], AREAS),
    q: text(given["q"]),
  })),
  component: lazyRouteComponent(() => import("./pages/ballot/BallotPage"), "BallotPage"),
});

const requisitions = createRoute({
  getParentRoute: under,
  path: "/requisitions",
  validateSearch: reader((given) => ({
    view: one(given["view"], ["mine", "open", "late", "closed", "openings"]),
    q: text(given["q"]),
    command: text(given["command"]),
    service: choice(given["service"], SERVICES),
    status: choice(given["status"], STANDINGS),
    key: flag(given["key"]),
  })),
  component: lazyRouteComponent(() => import("./pages/requisition/RequisitionsPage"), "RequisitionsPage"),
});

const requisition = createRoute({
  getParentRoute: under,
  path: "/requisitions/$id",
  component: lazyRouteComponent(() => import("./pages/requisition/RequisitionPage"), "RequisitionPage"),
});

const purchaserMilestones = createRoute({
  getParentRoute: under,
  path: "/purchaser-milestones",
  component: lazyRouteComponent(() => import("./pages/cases/PurchaserMilestonesPage"), "PurchaserMilestonesPage"),
});

const levers = createRoute({
  getParentRoute: under,
  path: "/levers",
  component: lazyRouteComponent(() => import("./pages/levers/LeversPage"), "LeversPage"),
});

const reconcile = createRoute({
  getParentRoute: under,
  path: "/reconcile",
  validateSearch: reader((given) => ({
    kind: choice(given["kind"], CONTRADICTIONS),
    source: text(given["source"]),
    standing: one(given["standing"], ["open", "deferred", "sent_back", "resolved", "settled"]),
    owner: text(given["owner"]),
    office: text(given["office"]),
    person: text(given["person"]),
    q: text(given["q"]),
    lost: flag(given["lost"]),
    item: text(given["item"]),
  })),
  component: lazyRouteComponent(() => import("./pages/reconcile/ReconcilePage"), "ReconcilePage"),
});

const sources = createRoute({
  getParentRoute: under,
  path: "/sources",
  component: lazyRouteComponent(() => import("./pages/sources/SourcesPage"), "SourcesPage"),
});

const source = createRoute({
  getParentRoute: under,
  path: "/sources/$id",
  component: lazyRouteComponent(() => import("./pages/sources/SourcePage"), "SourcePage"),
});

const journal = createRoute({
  getParentRoute: under,
  path: "/journal",
  validateSearch: reader((given) => ({ position: typeof given["position"] === "number" ? given["position"] : undefined })),
  component: lazyRouteComponent(() => import("./pages/JournalPage"), "JournalPage"),
});

const awaiting = createRoute({
  getParentRoute: under,
  path: "/awaiting",
  component: lazyRouteComponent(() => import("./pages/awaiting/AwaitingPage"), "AwaitingPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    picture, projection, outlook, offices, office, countries, country, posts, post, presence, billets, billet, requests, request, packet, documents,
    ledgers, ledger, turnover, people, person, cycles, cycle, workbench, slate, waivers, cases, distribution, case_, purchaserMilestones, flow, flowCases, studio, measures, measure, notifications, ballot, requisitions, requisition,
    levers, reconcile, sources, source, journal, awaiting,
  ]),
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
