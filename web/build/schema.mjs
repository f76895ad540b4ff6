// Writes src/api/schema.ts from openapi.json: the shapes of every question and answer.
import { readFileSync, writeFileSync } from "node:fs";

import openapiTS, { astToString } from "openapi-typescript";

const document = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
const ast = await openapiTS(document, { silent: true });
const head = "// Written by `npm run api` from openapi.json. Not edited by hand.\n";
writeFileSync(new URL("../src/api/schema.ts", import.meta.url), head + astToString(ast));
