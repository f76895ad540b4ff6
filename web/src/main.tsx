import "@mantine/core/styles.layer.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/table.css";
import "./styles/parts.css";
import "./styles/workbench.css";
import "./styles/ballot.css";
import "./styles/outlook.css";
import "./styles/print.css";

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { Refused } from "./api/client";
import { router } from "./router";
import { theme } from "./theme";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays one however often it is asked; only silence is worth another try.
      retry: (count, error) => count < 2 && error instanceof Refused && error.problem.status === 0,
    },
  },
});

const root = document.getElementById("root");
if (root === null) throw new Error("index.html holds no #root");
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
