import { defineConfig } from "@playwright/test";

/** Journeys against a running server: `MUSTER=http://127.0.0.1:8080 npm run e2e`. */
export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 300_000,
  // a loaded machine is slow, not wrong
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    actionTimeout: 30_000,
    baseURL: process.env["MUSTER"] ?? "http://127.0.0.1:8080",
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
});
