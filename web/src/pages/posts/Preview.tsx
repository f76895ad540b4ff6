import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { DepartureAsk, DeparturePerson, DeparturePreview } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Fill } from "../../parts/Fill";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { ProblemNote } from "../../parts/ProblemNote";

interface Props {
  post: string;
  given: DepartureAsk;
  /** How to choose whether a person is essential; offered for those who would leave otherwise. */
  essential?: (row: DeparturePerson) => React.ReactNode;
}

/** What a command about a departure would do to every person, family, arrival and office. */
export function Preview({ post, given, essential }: Props) {
  const preview = useQuery(ask.preview(post, given));
  if (preview.isError) return <ProblemNote error={preview.error} />;
  if (!preview.data) return <p className="quiet asking">Asking…</p>;
  return <Effect effect={preview.data} essential={essential} />;
}

function Effect({ effect, essential }: { effect: DeparturePreview; essential: Props["essential"] }) {
  const { totals } = effect;
  const sums: [number, string, string][] = [
    [totals.leave, "person leaves", "people leave"],
    [totals.come_back, "person returns", "people return"],
    [totals.stay, "person stays on duty", "people stay on duty"],
    [totals.curtailed, "tour ends", "tours end"],
    [totals.families_leave, "family leaves", "families leave"],
    [totals.families_return, "family returns", "families return"],
    [totals.arrivals_held, "arrival is held", "arrivals are held"],
    [totals.arrivals_released, "arrival is released", "arrivals are released"],
  ];
  return (
    <div aria-label="What it would do" role="group">
      <p>
        <strong>On {day(effect.on)}:</strong>{" "}
        {sums
          .filter(([number]) => number > 0)
          .map(([number, one, more]) => `${count(number)} ${number === 1 ? one : more}`)
          .join(", ") || "nobody moves"}
        .
      </p>
      <DataTable
        caption="What would become of every person"
        columns={people(essential)}
        rows={effect.people}
        rowKey={(row) => row.person.id}
        initial={{ column: "person", descending: false }}
        empty="Nobody here that you may see."
        style={{ maxHeight: 320 }}
      />
      <DataTable caption="What would be counted of every office" columns={OFFICES} rows={effect.offices} rowKey={(row) => row.office.id} style={{ maxHeight: 200 }} />
      {effect.arrivals.length > 0 && (
        <DataTable caption="Planned arrivals" columns={ARRIVALS} rows={effect.arrivals} rowKey={(row) => row.tour} initial={{ column: "report", descending: false }} style={{ maxHeight: 200 }} />
      )}
    </div>
  );
}

function people(essential: Props["essential"]): Column<DeparturePerson>[] {
  return [
    { id: "person", header: "Person", value: (row) => row.person.name, cell: (row) => <PersonLink person={row.person} /> },
    { id: "office", header: "Office", wide: true, value: (row) => row.office.code },
    { id: "billet", header: "Billet", wide: true, value: (row) => row.billet?.title },
    {
      id: "essential",
      header: "Essential",
      value: (row) => (row.essential ? "essential" : ""),
      cell: (row) => (essential && (row.essential || row.moves !== "stays") ? essential(row) : row.essential ? "essential" : ""),
    },
    {
      id: "moves",
      header: "Then",
      value: (row) => row.moves,
      cell: (row) => (
        <span className={row.moves === "leaves" || row.moves === "curtailed" ? "short" : undefined}>
          {row.moves === "curtailed" ? `tour ends, was ${day(row.rotation_before)}` : words(row.moves).toLowerCase()}
        </span>
      ),
      title: "What becomes of the person",
    },
    {
      id: "family",
      header: "Family",
      value: (row) => row.family,
      cell: (row) => `${words(row.family).toLowerCase()}${typeof row.dependents === "number" && row.family !== "no_family" ? `, ${row.dependents}` : ""}`,
      title: "What becomes of the family",
    },
  ];
}

type OfficeRow = DeparturePreview["offices"][number];
const change = (before: number, after: number) => (before === after ? count(before) : `${count(before)} → ${count(after)}`);

const OFFICES: Column<OfficeRow>[] = [
  { id: "office", header: "Office", value: (row) => row.office.code },
  { id: "present", header: "Present", right: true, value: (row) => row.after.present, cell: (row) => change(row.before.present, row.after.present) },
  { id: "away", header: "Away", right: true, value: (row) => row.after.away, cell: (row) => change(row.before.away, row.after.away) },
  { id: "augmented", header: "Without billet", right: true, wide: true, value: (row) => row.after.augmented, cell: (row) => change(row.before.augmented, row.after.augmented) },
  { id: "assigned", header: "Assigned", right: true, value: (row) => row.after.assigned, cell: (row) => change(row.before.assigned, row.after.assigned) },
  { id: "fill", header: "Fill", right: true, value: (row) => row.after.fill_rate, cell: (row) => <Fill rate={row.after.fill_rate} /> },
  { id: "s515", header: "Section 515", right: true, wide: true, value: (row) => row.after.section_515, cell: (row) => (typeof row.before.section_515 === "number" && typeof row.after.section_515 === "number" ? change(row.before.section_515, row.after.section_515) : "–") },
];

type ArrivalRow = DeparturePreview["arrivals"][number];
const ARRIVALS: Column<ArrivalRow>[] = [
  { id: "person", header: "Arrival of", value: (row) => row.person?.name ?? null, cell: (row) => <PersonLink person={row.person} /> },
  { id: "billet", header: "Billet", wide: true, value: (row) => row.billet.title },
  { id: "report", header: "Report date", value: (row) => row.report, cell: (row) => day(row.report) },
  { id: "after", header: "Then", value: (row) => (row.after ? "held" : "as planned") },
];
