import { Button } from "@mantine/core";
import { useState } from "react";

import type { Office } from "../../api/types";
import { AugmentOffice } from "../../forms/AugmentOffice";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { DutyCell } from "../../parts/DutyCell";
import { PersonLink } from "../../parts/PersonLink";
import { useMay } from "../../parts/useMay";
import { AUGMENTED, DIVERTED } from "../presence/columns";

type Away = Office["presence"]["away"][number];

const AWAY: Column<Away>[] = [
  { id: "person", header: "Assigned here, elsewhere", value: (row) => row.person?.name ?? null, cell: (row) => <PersonLink person={row.person} /> },
  { id: "duty", header: "On duty", value: (row) => row.duty.kind, cell: (row) => <DutyCell duty={row.duty} /> },
];

const HERE = ["kind", "heads", "person", "from", "until", "state", "end"];
const CAME = ["person", "from", "since", "until", "state", "end"];

/** Who of the office is elsewhere, and who is here without a billet. */
export function PresenceSection({ office, today }: { office: Office; today: string }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { away, diverted_in, augmented } = office.presence;
  return (
    <section aria-labelledby="presence">
      <div className="section-head">
        <h2 id="presence">Present and away</h2>
        <span className="space" />
        {may("augment_office") && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            Record people without a billet
          </Button>
        )}
      </div>
      {away.length + diverted_in.length + augmented.length === 0 && <p className="quiet">Everybody assigned is on station, and nobody is here beside them.</p>}
      {away.length > 0 && <DataTable caption="People assigned here who are elsewhere" columns={AWAY} rows={away} rowKey={(row) => `${row.person?.id ?? ""}${JSON.stringify(row.duty)}`} style={{ maxHeight: 260 }} />}
      {diverted_in.length > 0 && <DataTable caption="People diverted here" columns={DIVERTED.filter(({ id }) => CAME.includes(id))} rows={diverted_in} rowKey={(row) => row.id} style={{ maxHeight: 260 }} />}
      {augmented.length > 0 && <DataTable caption="People here without a billet" columns={AUGMENTED.filter(({ id }) => HERE.includes(id))} rows={augmented} rowKey={(row) => row.id} style={{ maxHeight: 260 }} />}
      {open && <AugmentOffice office={office} today={today} onClose={() => setOpen(false)} />}
    </section>
  );
}
