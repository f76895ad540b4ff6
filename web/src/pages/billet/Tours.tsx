import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import { ChangeTour } from "../../forms/ChangeTour";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Sealed } from "../../parts/Facts";
import { day, words } from "../../parts/format";
import { useMay } from "../../parts/useMay";

/** A tour as a row: of a billet it names the person, of a person the billet. */
export interface TourRow {
  id: string;
  /** Whom or what it names; `null` where that is not the asker's to see. */
  of: { kind: "people" | "billets"; id: string; name: string; beside?: string } | null;
  status: string;
  incumbency: string;
  from: string | null;
  until: string | null;
  rotation: string;
  accompanied: boolean;
  changed?: number;
}

interface Change {
  tour: TourRow;
  act: "extend" | "curtail";
}

interface Props {
  tours: TourRow[];
  /** What each row names. */
  names?: "Who" | "Billet";
}

/** Tours, with what may be changed about those that still run. */
export function Tours({ tours, names = "Who" }: Props) {
  const may = useMay();
  const [change, setChange] = useState<Change | null>(null);
  const [extend, curtail] = [may("extend_tour"), may("curtail_tour")];
  const columns = useMemo(() => {
    const acts: Column<TourRow> = {
      id: "acts",
      header: "Change",
      value: () => null,
      cell: (tour) => (live(tour) ? <Acts tour={tour} extend={extend} curtail={curtail} onChange={setChange} /> : ""),
    };
    const first: Column<TourRow> = {
      id: "of",
      header: names,
      value: (tour) => tour.of?.name ?? null,
      cell: (tour) => <Of tour={tour} />,
    };
    return [first, ...COMMON, ...(extend || curtail ? [acts] : [])];
  }, [names, extend, curtail]);
  return (
    <>
      <DataTable
        caption="Tours"
        columns={columns}
        rows={tours}
        rowKey={(tour) => tour.id}
        initial={{ column: "from", descending: true }}
        empty="No tour on record."
      />
      {change && <ChangeTour tour={change.tour} of={change.tour.of?.name ?? "Tour"} act={change.act} onClose={() => setChange(null)} />}
    </>
  );
}

const live = (tour: TourRow): boolean => ["planned", "ordered", "arrived"].includes(tour.status);

function Of({ tour }: { tour: TourRow }) {
  if (!tour.of) return <Sealed />;
  const { kind, id, name, beside } = tour.of;
  return (
    <>
      <Link to={kind === "people" ? "/people/$id" : "/billets/$id"} params={{ id }}>
        {name}
      </Link>
      {beside ? <span className="quiet"> {beside}</span> : null}
    </>
  );
}

interface ActsProps {
  tour: TourRow;
  extend: boolean;
  curtail: boolean;
  onChange: (change: Change) => void;
}

function Acts({ tour, extend, curtail, onChange }: ActsProps) {
  return (
    <span className="acts">
      {extend && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange({ tour, act: "extend" })}>
          Extend
        </Button>
      )}
      {curtail && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange({ tour, act: "curtail" })}>
          Curtail
        </Button>
      )}
    </span>
  );
}

const COMMON: Column<TourRow>[] = [
  { id: "status", header: "Status", value: (tour) => words(tour.status) },
  { id: "from", header: "From", value: (tour) => tour.from, cell: (tour) => day(tour.from) },
  { id: "until", header: "Until", value: (tour) => tour.until, cell: (tour) => day(tour.until) },
  { id: "incumbency", header: "Incumbency", wide: true, value: (tour) => words(tour.incumbency) },
  { id: "accompanied", header: "Dependents", wide: true, value: (tour) => (tour.accompanied ? "with" : "without") },
];
