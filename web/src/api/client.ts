/** The one way to ask the server. Everything that leaves the page leaves here. */
import createClient from "openapi-fetch";

import type { paths } from "./schema";
import type { Commands, Problem, Taken } from "./types";

/** The server's answer when it refuses: a problem and, where there is one, what would mend it. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

const SILENT: Problem = {
  type: "about:blank",
  title: "No answer",
  status: 0,
  detail: "The server does not answer.",
  remedy: "Check that it runs, then try again.",
};

export async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(SILENT);
  }
}

export const api = createClient<paths>({ baseUrl: "", credentials: "same-origin", fetch: reach });

interface Given<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer, or the refusal thrown. */
export async function answered<T>(asked: Promise<Given<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw new Refused(
    isProblem(error) ? error : { type: "about:blank", title: response.statusText, status: response.status, detail: "" },
  );
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "title" in value && "status" in value;
}

/** One command. The key makes a retry of the same form harmless; `version` insists on the row as it was read. */
export async function command<N extends keyof Commands>(
  name: N,
  body: Commands[N],
  key: string,
  version?: number,
): Promise<Taken> {
  const response = await reach(
    new Request(`/api/commands/${name}`, {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "content-type": "application/json",
        "idempotency-key": key,
        ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      },
      body: JSON.stringify(body),
    }),
  );
  const given: unknown = await response.json().catch(() => null);
  return answered(Promise.resolve(response.ok ? { data: given as Taken, response } : { error: given, response }));
}
