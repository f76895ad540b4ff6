import type { IncomingMessage, ServerResponse } from "node:http";

import type { Plugin } from "vite";

import { answer } from "./answers";

/** Answers `/api` from made-up rows while pages are drawn without a server. Never part of a build. */
export function fixture(): Plugin {
  return {
    name: "muster-fixture",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/api", (request: IncomingMessage, response: ServerResponse) => {
        const url = new URL(request.url ?? "/", "http://fixture");
        if (url.pathname === "/changes") {
          response.writeHead(200, { "content-type": "text/event-stream" });
          return;
        }
        const { status, body } = answer(request.method ?? "GET", url.pathname, url.searchParams);
        response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
    },
  };
}
