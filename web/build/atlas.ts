import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Plugin } from "vite";

const NAME = "virtual:atlas";

/**
 * The world's countries as one chunk: world-atlas at 1:110 million, each geometry named by its three-letter code from
 * `reference/countries.csv`. The lines stay those of the atlas; nothing is redrawn.
 */
export function atlas(): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: "muster-atlas",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const world = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8")) as Atlas;
      const countries = new URL("../../reference/countries.csv", import.meta.url);
      const iso3 = new Map(
        readFileSync(countries, "utf8")
          .split("\n")
          .slice(1)
          .map((line) => line.split(","))
          .map(([alpha, , numeric]) => [numeric, alpha]),
      );
      // The one country that is no partner, and so not in the table.
      iso3.set("840", "USA");
      for (const shape of world.objects.countries.geometries) {
        shape.id = iso3.get(shape.id ?? "") ?? "";
      }
      world.objects.countries.geometries = world.objects.countries.geometries.filter(
        (shape) => shape.properties.name !== "Antarctica",
      );
      // A string parsed at run time is smaller to parse than the same object as source text.
      const json = JSON.stringify({ ...world, objects: { countries: world.objects.countries } });
      return `export default JSON.parse(${JSON.stringify(json)})`;
    },
  };
}

interface Atlas {
  objects: { countries: { geometries: { id?: string; properties: { name: string } }[] } };
}
