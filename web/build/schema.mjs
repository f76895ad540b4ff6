// Writes src/api/schema.ts from openapi.json: the shapes of every question and answer.
import { readFileSync, writeFileSync } from "node:fs";

import openapiTS, { astToString } from "openapi-typescript";

const document = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
for (const path of Object.values(document.paths)) {
  // Operations are named after handlers, which share names between nouns; here they are found by their path.
  for (const operation of Object.values(path)) delete operation.operationId;
}
// A list of commands holds any command: named, not spelled out, since it would hold itself.
document.components.schemas.Command ??= { type: "object", required: ["command", "body"], properties: { command: { type: "string" }, body: {} } };

const ast = await openapiTS(document, { silent: true });
const head = "// Written by `npm run api` from openapi.json. Not edited by hand.\n";
writeFileSync(new URL("../src/api/schema.ts", import.meta.url), head + astToString(ast));
