import { Link } from "@tanstack/react-router";

import type { Post, PostPerson } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { DutyCell } from "../../parts/DutyCell";
import { day } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";

const PEOPLE: Column<PostPerson>[] = [
  { id: "person", header: "Person", value: (row) => row.person.name, cell: (row) => <PersonLink person={row.person} /> },
  { id: "office", header: "Office", value: (row) => row.office.code },
  {
    id: "billet",
    header: "Billet",
    wide: true,
    value: (row) => row.billet?.title,
    cell: (row) =>
      row.billet ? (
        <Link to="/billets/$id" params={{ id: row.billet.id }}>
          {row.billet.title}
        </Link>
      ) : (
        "none"
      ),
  },
  { id: "duty", header: "On duty", value: (row) => row.duty.kind, cell: (row) => <DutyCell duty={row.duty} /> },
  { id: "essential", header: "Essential", wide: true, value: (row) => (row.essential ? "essential" : "") },
  { id: "family", header: "Family", value: (row) => familyWords(row) },
  { id: "rotation", header: "Rotation", wide: true, value: (row) => row.rotation, cell: (row) => day(row.rotation) },
];

function familyWords(row: PostPerson): string {
  if (!row.accompanied) return "none";
  return typeof row.dependents === "number" ? `${row.dependents} dependents` : "yes";
}

/** Everybody whose place of duty it is, and where they are. */
export function PeopleAtPost({ people }: { people: PostPerson[] }) {
  return (
    <section aria-labelledby="people">
      <div className="section-head">
        <h2 id="people">People</h2>
      </div>
      <DataTable
        caption="People at the post and away from it"
        columns={PEOPLE}
        rows={people}
        rowKey={(row) => row.person.id}
        initial={{ column: "person", descending: false }}
        empty="Nobody here that you may see."
        style={{ maxHeight: 420 }}
      />
    </section>
  );
}

type Held = Post["held"][number];

const HELD: Column<Held>[] = [
  { id: "person", header: "Person", value: (row) => row.person?.name ?? null, cell: (row) => <PersonLink person={row.person} /> },
  { id: "office", header: "Office", value: (row) => row.office.code },
  { id: "billet", header: "Billet", wide: true, value: (row) => row.billet.title },
  { id: "report", header: "Was to arrive", value: (row) => row.report, cell: (row) => day(row.report) },
];

/** Arrivals that wait for the departure to end. */
export function HeldArrivals({ held }: { held: Held[] }) {
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="held">
      <div className="section-head">
        <h2 id="held">Arrivals held</h2>
      </div>
      <DataTable caption="Planned arrivals that are held" columns={HELD} rows={held} rowKey={(row) => row.tour} initial={{ column: "report", descending: false }} style={{ maxHeight: 260 }} />
    </section>
  );
}
