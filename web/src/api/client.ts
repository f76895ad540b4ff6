/** The one way to ask the server. Everything that leaves the page leaves here. */
import type { Accepted, Problem } from "./types";

export type Params = Record<string, string | number | boolean | null | undefined>;

/** The server's answer when it refuses: a problem and, where there is one, what would mend it. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function refusal(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  return new Refused(
    problem ?? { type: "about:blank", title: response.statusText, status: response.status, detail: "" },
  );
}

async function send<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { method, credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused({
      type: "about:blank",
      title: "No answer",
      status: 0,
      detail: "The server does not answer.",
      remedy: "Check that it runs, then try again.",
    });
  }
  if (!response.ok) throw await refusal(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export function ask<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T> {
  return send<T>("GET", address(path, params), signal ? { signal } : {});
}

export function post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  return send<T>("POST", path, {
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

export function remove(path: string): Promise<void> {
  return send<undefined>("DELETE", path);
}

/** One command. The key makes a retry of the same form harmless; `version` insists on the row as it was read. */
export function command(name: string, body: unknown, key: string, version?: number): Promise<Accepted> {
  return post<Accepted>(`/api/commands/${name}`, body, {
    "idempotency-key": key,
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  });
}
