import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { atlas } from "./build/atlas";

/** `npm run dev` draws the pages anew at every change and asks the server at `MUSTER`. */
const server = process.env["MUSTER"] ?? "http://127.0.0.1:8080";

/** What the server lets a page load, so that a breach shows before it is embedded. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

export default defineConfig({
  plugins: [react(), atlas()],
  build: { target: "es2022", chunkSizeWarningLimit: 900 },
  server: { proxy: { "/api": server } },
  preview: { proxy: { "/api": server }, headers: { "content-security-policy": POLICY } },
  test: { include: ["src/**/*.test.ts"] },
});
