import { useNavigate } from "@tanstack/react-router";

import type { PictureRow } from "../../api/types";
import { LEGEND, type Metric } from "../../parts/shades";
import { sentence, shade } from "./measure";
import { World } from "./World";

interface Props {
  rows: PictureRow[];
  metric: Metric;
  pointed: string | null;
  onPoint: (key: string | null) => void;
  command: string | undefined;
}

const NAMES: Record<Metric, string> = {
  fill: "Assigned of authorised, approved gaps left out",
  gap: "Vacant billets, approved gaps left out",
  required: "Assigned less required",
};

/** The picture on the map: shaded by the metric, each country leading to its offices. */
export function WorldMap({ rows, metric, pointed, onPoint, command }: Props) {
  const navigate = useNavigate();
  const go = (row: PictureRow) =>
    // A row of a country leads to its offices, a row of an office to its page.
    void (row.key.startsWith("O")
      ? navigate({ to: "/offices/$id", params: { id: row.key } })
      : navigate({ to: "/offices", search: { q: row.name, command } }));
  return (
    <World
      rows={rows}
      shade={(row) => shade(row, metric)}
      sentence={(row) => sentence(row, metric)}
      legend={{ name: NAMES[metric], steps: LEGEND[metric] }}
      pointed={pointed}
      onPoint={onPoint}
      onGo={go}
    />
  );
}
