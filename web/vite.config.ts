import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { atlas } from "./build/atlas";
import { fixture } from "./dev/fixture";

/** `MUSTER=http://127.0.0.1:8080 npm run dev` asks a running server; without it, fixtures answer. */
const server = process.env["MUSTER"];

export default defineConfig({
  plugins: [react(), atlas(), ...(server ? [] : [fixture()])],
  build: { target: "es2022", chunkSizeWarningLimit: 900 },
  server: server ? { proxy: { "/api": server } } : {},
  test: { include: ["src/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
