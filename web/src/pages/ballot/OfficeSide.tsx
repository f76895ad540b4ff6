import { getRouteApi } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { OfficeOpeningRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count, day } from "../../parts/format";
import { VirtualTable } from "../../parts/VirtualTable";
import { Candidates } from "./Candidates";

const route = getRouteApi("/ballot");

/** The openings whose candidates an office ranks, and the candidates of the one chosen. */
export function OfficeSide({ cycle }: { cycle: string }) {
  const { billet } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: string | undefined) => void navigate({ search: (now) => ({ ...now, billet: next }) });
  const columns: Column<OfficeOpeningRow>[] = [
    {
      id: "billet",
      header: "Opening",
      width: 260,
      value: (row) => row.billet.title,
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => choose(row.billet.id)}>
          {row.billet.title} {row.billet.number}
        </button>
      ),
    },
    { id: "office", header: "Office", width: 110, value: (row) => row.office.code },
    { id: "open", header: "Open from", wide: true, width: 110, value: (row) => row.open_from, cell: (row) => day(row.open_from) },
    { id: "eligible", header: "Eligible", right: true, width: 90, value: (row) => row.eligible, cell: (row) => count(row.eligible) },
    { id: "ranked", header: "You ranked", right: true, width: 100, value: (row) => row.ranked, cell: (row) => count(row.ranked) },
  ];
  if (billet) return <Candidates key={billet} cycle={cycle} billet={billet} onBack={() => choose(undefined)} />;
  return <VirtualTable caption="Openings whose candidates you rank" columns={columns} query={ask.officeOpenings(cycle)} rowKey={(row) => row.billet.id} empty="No opening of this cycle is yours to rank for." />;
}
