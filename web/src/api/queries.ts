/** Every question the pages ask, each with its cache key. */
import {
  keepPreviousData,
  queryOptions,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
} from "@tanstack/react-query";

import { ask, Refused, type Params } from "./client";
import type * as t from "./types";

const one = <T>(path: string, params: Params = {}) =>
  queryOptions({ queryKey: [path, params], queryFn: ({ signal }) => ask<T>(path, params, signal) });

const kept = <T>(path: string, params: Params = {}) =>
  queryOptions({
    queryKey: [path, params],
    queryFn: ({ signal }) => ask<T>(path, params, signal),
    placeholderData: keepPreviousData,
  });

/** A long list, page after page behind the scroll. */
export const pages = <T>(path: string, params: Params = {}): Pages<T> => ({
  queryKey: [path, "pages", params],
  queryFn: ({ pageParam, signal }) => ask<t.List<T>>(path, { ...params, cursor: pageParam, limit: 200 }, signal),
  initialPageParam: null,
  getNextPageParam: (last) => last.next,
  placeholderData: keepPreviousData,
});

/** How a long list is asked for. */
export type Pages<T> = UseInfiniteQueryOptions<
  t.List<T>,
  Error,
  InfiniteData<t.List<T>, string | null>,
  QueryKey,
  string | null
>;

export const about = () => one<t.About>("/api/about");

/** Who is signed in; `null` for nobody. */
export const session = () =>
  queryOptions({
    queryKey: ["/api/session"],
    queryFn: async ({ signal }): Promise<t.Session | null> => {
      try {
        return await ask<t.Session>("/api/session", {}, signal);
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) return null;
        throw error;
      }
    },
  });

export interface PictureAsk extends Params {
  on?: string;
  by: string;
  lens: string;
  command?: string;
  plans: boolean;
}
export const picture = (params: PictureAsk) => kept<t.Picture>("/api/picture", params);
export const projection = (params: { command?: string; office?: string } = {}) =>
  one<t.Projection>("/api/projection", params);

export const offices = (params: Params) => pages<t.OfficeRow>("/api/offices", params);
export const office = (id: string, on?: string) => kept<t.Office>(`/api/offices/${id}`, { on });
export const timeline = (id: string, from?: string, until?: string) =>
  kept<t.Timeline>(`/api/offices/${id}/timeline`, { from, until });
export const demand = (id: string, on?: string) => one<t.Demand>(`/api/offices/${id}/demand`, { on });

export const billets = (params: Params) => pages<t.BilletRow>("/api/billets", params);
export const billet = (id: string) => one<t.Billet>(`/api/billets/${id}`);
export const people = (params: Params) => pages<t.PersonRow>("/api/people", params);
export const person = (id: string) => one<t.Person>(`/api/people/${id}`);
export const find = <T>(noun: string, q: string) => kept<t.List<T>>(`/api/${noun}`, { q, limit: 8 });

export const contradictions = (params: Params) => pages<t.Contradiction>("/api/contradictions", params);

export const cycles = () => one<t.List<t.CycleRow>>("/api/cycles");
export const cycle = (id: string) => one<t.Cycle>(`/api/cycles/${id}`);
export const openings = (id: string) => pages<t.Opening>(`/api/cycles/${id}/openings`);
export const movers = (id: string) => pages<t.Mover>(`/api/cycles/${id}/movers`);

export const slate = (id: string) => one<t.Slate>(`/api/slates/${id}`);
export const lines = (id: string, params: Params) => pages<t.LineRow>(`/api/slates/${id}/lines`, params);
export const why = (id: string, line: number) => one<t.Why>(`/api/slates/${id}/lines/${line}`);
export const unfilled = (id: string) => pages<t.Unfilled>(`/api/slates/${id}/unfilled`);
export const unmatched = (id: string) => pages<t.Unmatched>(`/api/slates/${id}/unmatched`);

export const levers = () => one<t.Lever[]>("/api/levers");
export const journal = (params: Params) => pages<t.JournalEntry>("/api/journal", params);
export const head = () => one<t.Head>("/api/audit/head");
