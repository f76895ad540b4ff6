import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { atlas } from "./build/atlas";

/** `npm run dev` draws the pages anew at every change and asks the server at `MUSTER`. */
const server = process.env["MUSTER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), atlas()],
  build: { target: "es2022", chunkSizeWarningLimit: 900 },
  server: { proxy: { "/api": server } },
  test: { include: ["src/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
