/** Every question the pages ask, each with its cache key. */
import {
  keepPreviousData,
  queryOptions,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
} from "@tanstack/react-query";

import { answered, api, Refused } from "./client";
import type { paths } from "./schema";
import type { DepartureAsk, LineRow, Page, Session, SignedHead } from "./types";

/** What may stand after `?` of a question. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

/** A list's filters: what may stand after `?`, without the page asked for. */
export type Filter<P extends keyof paths> = Omit<Query<P>, "cursor" | "limit" | "before">;

/** How a long list is asked for, page after page behind the scroll. */
export type Pages<T> = UseInfiniteQueryOptions<Page<T>, Error, InfiniteData<Page<T>, Cursor>, QueryKey, Cursor>;
type Cursor = string | number | null;

const LIMIT = 200;
/** Records of the journal at a time: one may hold thousands of events. */
const RECORDS = 40;

function pages<T>(key: QueryKey, turn: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>): Pages<T> {
  return {
    queryKey: [...key, "pages"],
    queryFn: ({ pageParam, signal }) => turn(pageParam === null ? undefined : String(pageParam), signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  };
}

export const about = () =>
  queryOptions({ queryKey: ["about"], queryFn: ({ signal }) => answered(api.GET("/api/about", { signal })) });

/** Who is signed in; `null` for nobody. */
export const session = () =>
  queryOptions({
    queryKey: ["session"],
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await answered(api.GET("/api/session", { signal }));
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) return null;
        throw error;
      }
    },
  });

export const awaiting = () =>
  queryOptions({ queryKey: ["awaiting"], queryFn: ({ signal }) => answered(api.GET("/api/awaiting", { signal })) });

export const mailAddress = () =>
  queryOptions({ queryKey: ["mail"], queryFn: ({ signal }) => answered(api.GET("/api/session/mail", { signal })) });

export const picture = (query: Query<"/api/picture">) =>
  queryOptions({
    queryKey: ["picture", query],
    queryFn: ({ signal }) => answered(api.GET("/api/picture", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const projection = (query: Query<"/api/projection"> = {}) =>
  queryOptions({
    queryKey: ["projection", query],
    queryFn: ({ signal }) => answered(api.GET("/api/projection", { params: { query }, signal })),
  });

export const outlook = (query: Query<"/api/outlook"> = {}) =>
  queryOptions({
    queryKey: ["outlook", query],
    queryFn: ({ signal }) => answered(api.GET("/api/outlook", { params: { query }, signal })),
  });

export const offices = (filter: Filter<"/api/offices">) =>
  pages(["offices", filter], (cursor, signal) =>
    answered(api.GET("/api/offices", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const office = (id: string) =>
  queryOptions({
    queryKey: ["office", id],
    queryFn: ({ signal }) => answered(api.GET("/api/offices/{office}", { params: { path: { office: id } }, signal })),
  });

export const posts = (filter: Filter<"/api/posts">) =>
  pages(["posts", filter], (cursor, signal) =>
    answered(api.GET("/api/posts", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const post = (id: string) =>
  queryOptions({
    queryKey: ["post", id],
    queryFn: ({ signal }) => answered(api.GET("/api/posts/{post}", { params: { path: { post: id } }, signal })),
  });

/** Every post by name, for choosing one in a form. */
export const havens = () =>
  queryOptions({
    queryKey: ["havens"],
    queryFn: async ({ signal }) => (await answered(api.GET("/api/posts", { params: { query: { limit: 1000 } }, signal }))).items,
  });

/** What a command about a departure would do; nothing changes. */
export const preview = (post: string, given: DepartureAsk) =>
  queryOptions({
    queryKey: ["preview", post, given],
    queryFn: ({ signal }) =>
      answered(api.POST("/api/posts/{post}/departure/preview", { params: { path: { post } }, body: given, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const augmentations = (filter: Filter<"/api/augmentations">) =>
  pages(["augmentations", filter], (cursor, signal) =>
    answered(api.GET("/api/augmentations", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const augmentationRules = () =>
  queryOptions({
    queryKey: ["augmentation-rules"],
    queryFn: ({ signal }) => answered(api.GET("/api/augmentations/rules", { signal })),
  });

export const diversions = (filter: Filter<"/api/diversions">) =>
  pages(["diversions", filter], (cursor, signal) =>
    answered(api.GET("/api/diversions", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const timeline = (id: string, from: string, until: string) =>
  queryOptions({
    queryKey: ["timeline", id, from, until],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/offices/{office}/timeline", { params: { path: { office: id }, query: { from, until } }, signal })),
    placeholderData: keepPreviousData,
  });

export const demand = (id: string) =>
  queryOptions({
    queryKey: ["demand", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/offices/{office}/demand", { params: { path: { office: id } }, signal })),
  });

export const billets = (filter: Filter<"/api/billets">) =>
  pages(["billets", filter], (cursor, signal) =>
    answered(api.GET("/api/billets", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const billet = (id: string) =>
  queryOptions({
    queryKey: ["billet", id],
    queryFn: ({ signal }) => answered(api.GET("/api/billets/{billet}", { params: { path: { billet: id } }, signal })),
  });

export const changeRequests = (filter: Filter<"/api/change-requests">) =>
  pages(["change-requests", filter], (cursor, signal) =>
    answered(api.GET("/api/change-requests", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const changeRequest = (id: string) =>
  queryOptions({
    queryKey: ["change-request", id],
    queryFn: ({ signal }) => answered(api.GET("/api/change-requests/{request}", { params: { path: { request: id } }, signal })),
  });

export const packet = (id: string) =>
  queryOptions({
    queryKey: ["packet", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/change-requests/{request}/packet", { params: { path: { request: id } }, signal })),
  });

export const manningDocuments = () =>
  queryOptions({
    queryKey: ["manning-documents"],
    queryFn: ({ signal }) => answered(api.GET("/api/manning/documents", { signal })),
  });

export const strengths = (id: string) =>
  queryOptions({
    queryKey: ["strengths", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/offices/{office}/strengths", { params: { path: { office: id } }, signal })),
  });

export const turnover = (id: string) =>
  queryOptions({
    queryKey: ["turnover", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/offices/{office}/turnover", { params: { path: { office: id } }, signal })),
  });

export const ledgers = (on: string | undefined) =>
  queryOptions({
    queryKey: ["ledgers", on],
    queryFn: ({ signal }) => answered(api.GET("/api/section-515", { params: { query: { on } }, signal })),
    placeholderData: keepPreviousData,
  });

export const ledger = (id: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["ledger", id, on],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/countries/{country}/section-515", { params: { path: { country: id }, query: { on } }, signal })),
    placeholderData: keepPreviousData,
  });

export const people = (filter: Filter<"/api/people">) =>
  pages(["people", filter], (cursor, signal) =>
    answered(api.GET("/api/people", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const person = (id: string) =>
  queryOptions({
    queryKey: ["person", id],
    queryFn: ({ signal }) => answered(api.GET("/api/people/{person}", { params: { path: { person: id } }, signal })),
  });

/** The first few that match, for the search field and for forms. */
export const find = (noun: "offices" | "billets" | "people", q: string) =>
  queryOptions({
    queryKey: ["find", noun, q],
    queryFn: async ({ signal }): Promise<Found[]> => {
      const asked = { params: { query: { q, limit: 8 } }, signal };
      if (noun === "offices") {
        const list = await answered(api.GET("/api/offices", asked));
        return list.items.map((row) => ({ id: row.id, name: row.name, beside: row.code }));
      }
      if (noun === "billets") {
        const list = await answered(api.GET("/api/billets", asked));
        return list.items.map((row) => ({ id: row.id, name: row.title, beside: row.number }));
      }
      const list = await answered(api.GET("/api/people", asked));
      return list.items.map((row) => ({ id: row.id, name: `${row.name}, ${row.grade}`, beside: row.number }));
    },
    placeholderData: keepPreviousData,
  });

export interface Found {
  id: string;
  name: string;
  beside: string;
}

export const queue = (filter: Filter<"/api/reconcile">) =>
  pages(["queue", filter], (cursor, signal) =>
    answered(api.GET("/api/reconcile", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const queueSummary = (filter: Query<"/api/reconcile/summary"> = {}) =>
  queryOptions({
    queryKey: ["queue-summary", filter],
    queryFn: ({ signal }) => answered(api.GET("/api/reconcile/summary", { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const contradiction = (id: string) =>
  queryOptions({
    queryKey: ["contradiction", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/reconcile/{contradiction}", { params: { path: { contradiction: id } }, signal })),
  });

export const sources = () =>
  queryOptions({ queryKey: ["sources"], queryFn: ({ signal }) => answered(api.GET("/api/sources", { signal })) });

export const source = (id: string) =>
  queryOptions({
    queryKey: ["source", id],
    queryFn: ({ signal }) => answered(api.GET("/api/sources/{source}", { params: { path: { source: id } }, signal })),
  });

/** Every country, for a list to choose from. */
export const countries = () =>
  queryOptions({
    queryKey: ["countries"],
    queryFn: ({ signal }) => answered(api.GET("/api/countries", { params: { query: { limit: 1000 } }, signal })),
  });

/** A country by its ISO 3166 code. */
export const country = (code: string) =>
  queryOptions({
    queryKey: ["countries", code],
    queryFn: ({ signal }) => answered(api.GET("/api/countries/{country}", { params: { path: { country: code } }, signal })),
  });

export const countrySales = (code: string) =>
  queryOptions({
    queryKey: ["countries", code, "sales"],
    queryFn: ({ signal }) => answered(api.GET("/api/countries/{country}/sales", { params: { path: { country: code } }, signal })),
  });

export const sourceKinds = () =>
  queryOptions({ queryKey: ["source-kinds"], queryFn: ({ signal }) => answered(api.GET("/api/source-kinds", { signal })) });

export const cycles = () =>
  queryOptions({ queryKey: ["cycles"], queryFn: ({ signal }) => answered(api.GET("/api/cycles", { signal })) });

export const cycle = (id: string) =>
  queryOptions({
    queryKey: ["cycle", id],
    queryFn: ({ signal }) => answered(api.GET("/api/cycles/{cycle}", { params: { path: { cycle: id } }, signal })),
  });

export const openings = (id: string) =>
  pages(["openings", id], (cursor, signal) =>
    answered(api.GET("/api/cycles/{cycle}/openings", { params: { path: { cycle: id }, query: { cursor, limit: LIMIT } }, signal })),
  );

export const movers = (id: string) =>
  pages(["movers", id], (cursor, signal) =>
    answered(api.GET("/api/cycles/{cycle}/movers", { params: { path: { cycle: id }, query: { cursor, limit: LIMIT } }, signal })),
  );

export const scenarios = (cycle: string) =>
  queryOptions({
    queryKey: ["scenarios", cycle],
    queryFn: ({ signal }) => answered(api.GET("/api/cycles/{cycle}/scenarios", { params: { path: { cycle } }, signal })),
  });

export const scenario = (id: string) =>
  queryOptions({
    queryKey: ["scenario", id],
    queryFn: ({ signal }) => answered(api.GET("/api/scenarios/{scenario}", { params: { path: { scenario: id } }, signal })),
  });

/** Of one version of a scenario: the rows before a step stay on screen until those after it are there. */
export const workRows = (id: string, changed: number, filter: Filter<"/api/scenarios/{scenario}/lines">) =>
  pages(["scenario", id, "rows", changed, filter], (cursor, signal) =>
    answered(
      api.GET("/api/scenarios/{scenario}/lines", { params: { path: { scenario: id }, query: { ...filter, cursor, limit: LIMIT } }, signal }),
    ),
  );

export const workWhy = (id: string, changed: number, billet: string | undefined, person: string | undefined) =>
  queryOptions({
    queryKey: ["scenario", id, "why", changed, billet, person],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/scenarios/{scenario}/why", { params: { path: { scenario: id }, query: billet ? { billet } : { person } }, signal })),
    placeholderData: keepPreviousData,
  });

/** The best choices for a billet, or for a person without one. */
export const recommend = (id: string, changed: number, billet: string | undefined, person: string | undefined) =>
  queryOptions({
    queryKey: ["scenario", id, "recommend", changed, billet, person],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/scenarios/{scenario}/recommend", { params: { path: { scenario: id }, query: billet ? { billet } : { person } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

export const comparison = (id: string, changed: number, other: string | undefined) =>
  queryOptions({
    queryKey: ["scenario", id, "compare", changed, other],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/scenarios/{scenario}/compare", { params: { path: { scenario: id }, query: { with: other } }, signal })),
    placeholderData: keepPreviousData,
  });

export const slate = (id: string) =>
  queryOptions({
    queryKey: ["slate", id],
    queryFn: ({ signal }) => answered(api.GET("/api/slates/{slate}", { params: { path: { slate: id } }, signal })),
  });

export const lines = (id: string, filter: Filter<"/api/slates/{slate}/lines">) =>
  pages(["lines", id, filter], (cursor, signal) =>
    answered(api.GET("/api/slates/{slate}/lines", { params: { path: { slate: id }, query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

/** Every line that matches, whatever it takes: for deciding on all of them. */
export async function allLines(id: string, filter: Filter<"/api/slates/{slate}/lines">): Promise<LineRow[]> {
  const all: LineRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await answered(
      api.GET("/api/slates/{slate}/lines", { params: { path: { slate: id }, query: { ...filter, cursor, limit: 1000 } } }),
    );
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Commands and agencies that a cycle may be opened for. */
export const scopes = () =>
  queryOptions({
    queryKey: ["scopes"],
    queryFn: async ({ signal }) => {
      const page = await answered(api.GET("/api/offices", { params: { query: { limit: 1000 } }, signal }));
      return page.items.filter((one) => one.kind !== "sco").map(({ id, code }) => ({ id, code }));
    },
  });

export const tracker = (id: string) =>
  queryOptions({
    queryKey: ["tracker", id],
    queryFn: ({ signal }) => answered(api.GET("/api/people/{person}/tracker", { params: { path: { person: id } }, signal })),
  });

export const why = (id: string, line: number) =>
  queryOptions({
    queryKey: ["why", id, line],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/slates/{slate}/lines/{line}", { params: { path: { slate: id, line } }, signal })),
  });

export const unfilled = (id: string) =>
  pages(["unfilled", id], (cursor, signal) =>
    answered(api.GET("/api/slates/{slate}/unfilled", { params: { path: { slate: id }, query: { cursor, limit: LIMIT } }, signal })),
  );

export const unmatched = (id: string) =>
  pages(["unmatched", id], (cursor, signal) =>
    answered(api.GET("/api/slates/{slate}/unmatched", { params: { path: { slate: id }, query: { cursor, limit: LIMIT } }, signal })),
  );

export const prices = (id: string) =>
  queryOptions({
    queryKey: ["prices", id],
    queryFn: ({ signal }) => answered(api.GET("/api/slates/{slate}/prices", { params: { path: { slate: id } }, signal })),
  });

export const lineChange = (id: string, line: number) =>
  queryOptions({
    queryKey: ["line-change", id, line],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/slates/{slate}/lines/{line}/change", { params: { path: { slate: id, line } }, signal })),
  });

export const wouldFill = (id: string, billet: string) =>
  queryOptions({
    queryKey: ["would-fill", id, billet],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/slates/{slate}/unfilled/{billet}/relaxations", { params: { path: { slate: id, billet } }, signal })),
  });

export const wouldPlace = (id: string, person: string) =>
  queryOptions({
    queryKey: ["would-place", id, person],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/slates/{slate}/unmatched/{person}/relaxations", { params: { path: { slate: id, person } }, signal })),
  });

export const cases = (filter: Filter<"/api/cases">) =>
  pages(["cases", filter], (cursor, signal) =>
    answered(api.GET("/api/cases", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const caseSummary = (filter: Filter<"/api/cases/summary">) =>
  queryOptions({
    queryKey: ["cases", "summary", filter],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/summary", { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const caseFlow = (filter: Filter<"/api/cases/flow">) =>
  queryOptions({
    queryKey: ["cases", "flow", filter],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/flow", { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const flowCases = (filter: Filter<"/api/cases/flow/cases">) =>
  pages(["cases", "flow", "cases", filter], (cursor, signal) =>
    answered(api.GET("/api/cases/flow/cases", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const measures = () =>
  queryOptions({ queryKey: ["measures"], queryFn: ({ signal }) => answered(api.GET("/api/measures", { signal })) });

export const measure = (id: string, filter: Filter<"/api/measures/{measure}">) =>
  queryOptions({
    queryKey: ["measures", id, filter],
    queryFn: ({ signal }) => answered(api.GET("/api/measures/{measure}", { params: { path: { measure: id }, query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const notifications = (filter: Filter<"/api/notifications">) =>
  pages(["notifications", filter], (cursor, signal) =>
    answered(api.GET("/api/notifications", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const case_ = (id: string) =>
  queryOptions({
    queryKey: ["case", id],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/{case}", { params: { path: { case: id } }, signal })),
    // A forecast that is being worked out is there some seconds later.
    refetchInterval: ({ state }) => (state.data?.forecast_pending ? 3_000 : false),
  });

/** The list of milestones: the same for everybody, as long as the program runs. */
export const milestones = () =>
  queryOptions({
    queryKey: ["milestones"],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/milestones", { signal })),
    staleTime: Infinity,
  });

/** The reasons why an offer takes longer: the same for everybody, as long as the program runs. */
export const delayReasons = () =>
  queryOptions({
    queryKey: ["delay-reasons"],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/delay-reasons", { signal })),
    staleTime: Infinity,
  });

/** How an office's cases would be shared; what belongs to whom is asked anew each time. */
export const caseDistribution = (filter: Filter<"/api/cases/distribution">) =>
  queryOptions({
    queryKey: ["cases", "distribution", filter],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/distribution", { params: { query: filter }, signal })),
  });

/** Which milestones purchasers see. */
export const purchaserMilestones = () =>
  queryOptions({
    queryKey: ["cases", "purchaser-milestones"],
    queryFn: ({ signal }) => answered(api.GET("/api/cases/purchaser-milestones", { signal })),
  });

export const policy = () =>
  queryOptions({ queryKey: ["policy"], queryFn: ({ signal }) => answered(api.GET("/api/policy", { signal })) });

export const waivers = (filter: Filter<"/api/waivers">) =>
  pages(["waivers", filter], (cursor, signal) =>
    answered(api.GET("/api/waivers", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const ballots = () =>
  queryOptions({ queryKey: ["ballots"], queryFn: ({ signal }) => answered(api.GET("/api/ballots", { signal })) });

export const ballot = (cycle: string) =>
  queryOptions({
    queryKey: ["ballot", cycle],
    queryFn: ({ signal }) => answered(api.GET("/api/ballots/{cycle}", { params: { path: { cycle } }, signal })),
  });

/** The first openings of a ballot that the filters admit, those with the best chance first. */
export const shots = (cycle: string, filter: Filter<"/api/ballots/{cycle}/openings">, limit: number) =>
  queryOptions({
    queryKey: ["ballot", cycle, "openings", filter, limit],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/ballots/{cycle}/openings", { params: { path: { cycle }, query: { ...filter, limit } }, signal })),
    placeholderData: keepPreviousData,
  });

export const shot = (cycle: string, billet: string) =>
  queryOptions({
    queryKey: ["ballot", cycle, "opening", billet],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/ballots/{cycle}/openings/{billet}", { params: { path: { cycle, billet } }, signal })),
  });

export const officeOpenings = (cycle: string) =>
  pages(["ballot", cycle, "offices"], (cursor, signal) =>
    answered(api.GET("/api/ballots/{cycle}/offices", { params: { path: { cycle }, query: { cursor, limit: LIMIT } }, signal })),
  );

export const ballotCandidates = (cycle: string, billet: string) =>
  queryOptions({
    queryKey: ["ballot", cycle, "candidates", billet],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/ballots/{cycle}/offices/{billet}", { params: { path: { cycle, billet } }, signal })),
  });

/** What a simulation is made of. */
export const simulationParts = () =>
  queryOptions({
    queryKey: ["simulations"],
    queryFn: ({ signal }) => answered(api.GET("/api/simulations", { signal })),
  });

export const simulation = (id: number) =>
  queryOptions({
    queryKey: ["simulations", id],
    queryFn: ({ signal }) => answered(api.GET("/api/simulations/{simulation}", { params: { path: { simulation: id } }, signal })),
  });

export const slateLimits = (slate: string) =>
  queryOptions({
    queryKey: ["slate", slate, "limits"],
    queryFn: ({ signal }) => answered(api.GET("/api/slates/{slate}/limits", { params: { path: { slate } }, signal })),
  });

export const blocking = (slate: string) =>
  queryOptions({
    queryKey: ["slate", slate, "blocking"],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/slates/{slate}/blocking", { params: { path: { slate }, query: { limit: LIMIT } }, signal })),
  });

export const requisitions = (filter: Filter<"/api/requisitions">) =>
  pages(["requisitions", filter], (cursor, signal) =>
    answered(api.GET("/api/requisitions", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

export const requisition = (id: string) =>
  queryOptions({
    queryKey: ["requisition", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/requisitions/{requisition}", { params: { path: { requisition: id } }, signal })),
  });

export const unasked = (filter: Filter<"/api/requisitions/openings">) =>
  pages(["unasked", filter], (cursor, signal) =>
    answered(api.GET("/api/requisitions/openings", { params: { query: { ...filter, cursor, limit: LIMIT } }, signal })),
  );

/** Candidates as they are looked at: a screenful, with every rule that was compared. */
export const candidates = (id: string, filter: Filter<"/api/requisitions/{requisition}/candidates">) =>
  queryOptions({
    queryKey: ["candidates", id, filter],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/requisitions/{requisition}/candidates", {
          params: { path: { requisition: id }, query: { ...filter, limit: 25 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What asks for the asker's own consent. */
export const consents = () =>
  queryOptions({
    queryKey: ["consents"],
    queryFn: ({ signal }) => answered(api.GET("/api/requisitions", { params: { query: { mine: true, status: "consenting" as const } }, signal })),
  });

export const levers = () =>
  queryOptions({ queryKey: ["levers"], queryFn: ({ signal }) => answered(api.GET("/api/levers", { signal })) });

export const holidays = (year: number) =>
  queryOptions({
    queryKey: ["holidays", year],
    queryFn: ({ signal }) => answered(api.GET("/api/holidays", { params: { query: { year } }, signal })),
  });

export const journal = () =>
  pages(["journal"], (cursor, signal) =>
    answered(api.GET("/api/journal", { params: { query: { before: cursor === undefined ? undefined : Number(cursor), limit: RECORDS } }, signal })),
  );

export const record = (position: number) =>
  queryOptions({
    queryKey: ["record", position],
    queryFn: ({ signal }) => answered(api.GET("/api/journal/{position}", { params: { path: { position } }, signal })),
  });

export const head = () =>
  queryOptions({
    queryKey: ["head"],
    queryFn: async ({ signal }) => (await answered(api.GET("/api/audit/head", { signal }))) as SignedHead,
  });
