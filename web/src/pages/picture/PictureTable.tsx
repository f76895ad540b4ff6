import { Link } from "@tanstack/react-router";
import { useMemo } from "react";

import type { Picture, PictureRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { CountryLink } from "../../parts/CountryLink";
import { DataTable } from "../../parts/DataTable";
import { Fill } from "../../parts/Fill";
import { count, signed } from "../../parts/format";
import type { Metric } from "../../parts/shades";
import { balance } from "./measure";

interface Props {
  picture: Picture;
  by: string;
  metric: Metric;
  pointed: string | null;
  onPoint: (key: string | null) => void;
}

const SORT: Record<Metric, string> = { fill: "vacant", gap: "vacant", required: "balance" };

/** Everything the map says and more, row by row. */
export function PictureTable({ picture, by, metric, pointed, onPoint }: Props) {
  const columns = useMemo(() => pictureColumns(by, metric), [by, metric]);
  return (
    <DataTable
      key={`${by}${metric}`}
      className="fill"
      caption={`The picture by ${by.replace("_", " ")} on ${picture.on}`}
      columns={columns}
      rows={picture.rows}
      rowKey={(row) => row.key}
      total={picture.total}
      initial={{ column: SORT[metric], descending: metric !== "required" }}
      selected={pointed ?? undefined}
      onPoint={onPoint}
      empty="Nobody and nothing here that you may see."
    />
  );
}

function pictureColumns(by: string, metric: Metric): Column<PictureRow>[] {
  const [name, ...rest] = allColumns(by);
  if (metric !== "required" || !name) return allColumns(by);
  const first = ["balance", "required"];
  return [name, ...rest.filter(({ id }) => first.includes(id)).map((column) => ({ ...column, wide: false })), ...rest.filter(({ id }) => !first.includes(id))];
}

function allColumns(by: string): Column<PictureRow>[] {
  // Sums of several offices may hold billets that no workload standard covers: they are not held against it.
  const compared = (row: PictureRow) => (by === "office" && row.key !== "total" ? balance(row) : null);
  return [
    { id: "name", header: "Name", wraps: by === "office", value: (row) => row.name, cell: (row) => <RowLink row={row} by={by} /> },
    { id: "fill", header: "Fill", right: true, value: (row) => row.fill_rate, cell: (row) => <Fill rate={row.fill_rate} />, title: "Assigned of authorised less approved gaps" },
    { id: "vacant", header: "Vacant", right: true, value: (row) => row.vacant, cell: (row) => count(row.vacant), title: "Authorised, nobody assigned, no approved gap" },
    { id: "assigned", header: "Assigned", right: true, value: (row) => row.assigned, cell: (row) => count(row.assigned), title: "Billets covered" },
    { id: "authorised", header: "Auth.", right: true, value: (row) => row.authorised, cell: (row) => count(row.authorised), title: "Authorised billets" },
    { id: "approved", header: "Appr. gaps", right: true, wide: true, value: (row) => row.approved_gaps, cell: (row) => count(row.approved_gaps), title: "Gaps that were approved: decisions, not vacancies" },
    {
      id: "required",
      header: "Req.",
      right: true,
      wide: true,
      value: (row) => row.required,
      cell: (row) => (
        <>
          {count(row.required)}
          {row.required_basis ? <abbr title={`${row.required_basis}: ${basis(row)}`}>{row.required_basis.charAt(0)}</abbr> : null}
        </>
      ),
      title: "Required: validated where there was a review, else indicated by the workload model",
    },
    { id: "balance", header: "± Req.", right: true, wide: true, value: compared, cell: (row) => <Balance value={compared(row)} />, title: "Assigned less required" },
    { id: "present", header: "Present", right: true, wide: true, value: (row) => row.present, cell: (row) => count(row.present), title: "People on station, each once" },
    { id: "away", header: "Away", right: true, wide: true, value: (row) => row.away, cell: (row) => count(row.away), title: "Assigned here, on duty elsewhere: diverted, augmenting, or away by ordered departure" },
    { id: "diverted", header: "Div. in", right: true, wide: true, value: (row) => row.diverted_in, cell: (row) => count(row.diverted_in), title: "Of those present, people diverted from elsewhere" },
    { id: "augmented", header: "Augm.", right: true, wide: true, value: (row) => row.augmented, cell: (row) => count(row.augmented), title: "People present without a billet, beside those present" },
    { id: "fill90", header: "+90", right: true, wide: true, value: (row) => row.fill_90, cell: (row) => <Fill rate={row.fill_90} />, title: "Fill in 90 days" },
    { id: "fill180", header: "+180", right: true, wide: true, value: (row) => row.fill_180, cell: (row) => <Fill rate={row.fill_180} />, title: "Fill in 180 days" },
    { id: "rotations", header: "Rot. 90", right: true, wide: true, value: (row) => row.rotations_due_90, cell: (row) => count(row.rotations_due_90), title: "Rotations due in 90 days" },
    { id: "grade", header: "≠ grade", right: true, wide: true, value: (row) => row.mismatch_grade, cell: (row) => count(row.mismatch_grade), title: "Incumbents of another grade than the billet's" },
    { id: "language", header: "≠ lang.", right: true, wide: true, value: (row) => row.mismatch_language, cell: (row) => count(row.mismatch_language), title: "Incumbents without the billet's language" },
    { id: "certificate", header: "≠ cert.", right: true, wide: true, value: (row) => row.mismatch_certificate, cell: (row) => count(row.mismatch_certificate), title: "Incumbents without the billet's certificate" },
  ];
}

const basis = (row: PictureRow): string =>
  `validated ${count(row.validated)}, indicated ${count(row.indicated)}`;

function Balance({ value }: { value: number | null }) {
  if (value === null) return "–";
  return <span className={value < 0 ? "short" : value > 0 ? "over" : undefined}>{signed(value)}</span>;
}

function RowLink({ row, by }: { row: PictureRow; by: string }) {
  if (by === "office" && row.key.startsWith("O")) {
    return (
      <Link to="/offices/$id" params={{ id: row.key }}>
        {row.name}
      </Link>
    );
  }
  if (by === "command" && row.key.startsWith("O")) {
    return (
      <Link to="/" search={(now) => ({ ...now, by: "country", command: row.key })}>
        {row.name}
      </Link>
    );
  }
  // The United States are a row, and no partner.
  if (by === "country" && row.iso3 && row.key.startsWith("C")) return <CountryLink country={{ iso3: row.iso3, name: row.name }} />;
  return row.name;
}
