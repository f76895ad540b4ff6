import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import type { PersonTour } from "../../api/types";
import { ChangeTour } from "../../forms/ChangeTour";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Sealed } from "../../parts/Facts";
import { day, words } from "../../parts/format";
import { useMay } from "../../parts/useMay";

type Change = { tour: PersonTour; act: "extend" | "curtail" };

interface Props {
  tours: PersonTour[];
  /** Names the billet rather than the person. */
  ofPerson?: boolean;
}

/** Tours, with what may be changed about those that still run. */
export function Tours({ tours, ofPerson = false }: Props) {
  const may = useMay();
  const [change, setChange] = useState<Change | null>(null);
  const [extend, curtail] = [may("extend_tour"), may("curtail_tour")];
  const columns = useMemo(() => {
    const acts: Column<PersonTour>[] =
      extend || curtail
        ? [
            {
              id: "acts",
              header: "Change",
              value: () => null,
              cell: (tour) => (live(tour) ? <Acts tour={tour} extend={extend} curtail={curtail} onChange={setChange} /> : ""),
            },
          ]
        : [];
    return [...(ofPerson ? [BILLET] : [PERSON]), ...COMMON, ...acts];
  }, [ofPerson, extend, curtail]);
  return (
    <>
      <DataTable caption="Tours" columns={columns} rows={tours} rowKey={(tour) => tour.id} initial={{ column: "from", descending: true }} empty="No tour on record." />
      {change && <ChangeTour tour={change.tour} act={change.act} onClose={() => setChange(null)} />}
    </>
  );
}

const live = (tour: PersonTour): boolean => ["planned", "ordered", "arrived"].includes(tour.status);

interface ActsProps extends Change {
  extend: boolean;
  curtail: boolean;
  onChange: (change: Change) => void;
}

function Acts({ tour, extend, curtail, onChange }: Omit<ActsProps, "act">) {
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

const PERSON: Column<PersonTour> = {
  id: "who",
  header: "Who",
  value: (tour) => tour.person?.name ?? null,
  cell: (tour) =>
    tour.person ? (
      <Link to="/people/$id" params={{ id: tour.person.id }}>
        {tour.person.name}, {tour.person.grade}
      </Link>
    ) : (
      <Sealed />
    ),
};

const BILLET: Column<PersonTour> = {
  id: "billet",
  header: "Billet",
  value: (tour) => tour.billet?.title ?? null,
  cell: (tour) =>
    tour.billet ? (
      <Link to="/billets/$id" params={{ id: tour.billet.id }}>
        {tour.billet.title}
        {tour.office ? <span className="quiet"> {tour.office.code}</span> : null}
      </Link>
    ) : (
      <Sealed />
    ),
};

const COMMON: Column<PersonTour>[] = [
  { id: "status", header: "Status", value: (tour) => words(tour.status) },
  { id: "from", header: "From", value: (tour) => tour.from, cell: (tour) => day(tour.from) },
  { id: "until", header: "Until", value: (tour) => tour.until, cell: (tour) => day(tour.until) },
  { id: "incumbency", header: "Incumbency", wide: true, value: (tour) => words(tour.incumbency) },
  { id: "accompanied", header: "Dependents", wide: true, value: (tour) => (tour.accompanied ? "with" : "without") },
];
