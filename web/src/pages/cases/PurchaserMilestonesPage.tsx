import { Button, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { PurchaserMilestone } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { day } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";

/** Which milestones purchasers see in the partner portal, under which plain name, and who said so. */
export function PurchaserMilestonesPage() {
  const rows = useQuery(ask.purchaserMilestones());
  const about = useQuery(ask.about());
  const may = useMay();
  const [changed, setChanged] = useState<PurchaserMilestone | null>(null);
  const columns: Column<PurchaserMilestone>[] = [
    { id: "title", header: "Milestone", value: (row) => row.title, wraps: true },
    { id: "plain", header: "Purchasers read", value: (row) => (row.never ? "" : row.plain), wraps: true },
    { id: "visible", header: "Shown", value: (row) => (row.visible ? "yes" : row.never ? "never" : "no") },
    { id: "history", header: "Last change", value: (row) => row.history.at(-1)?.from, cell: last, wide: true, wraps: true },
  ];
  if (may("set_purchaser_visible")) {
    columns.push({
      id: "act",
      header: "Change",
      value: () => "",
      cell: (row) =>
        row.never ? null : (
          <Button variant="subtle" size="compact-xs" onClick={() => setChanged(row)} aria-label={`${row.visible ? "Hide" : "Show"} ${row.title}`}>
            {row.visible ? "Hide" : "Show"}
          </Button>
        ),
    });
  }
  return (
    <div className="page">
      <Title>What purchasers see</Title>
      <div className="page-head">
        <h1>What purchasers see</h1>
        <span className="quiet">Everything is hidden until it is shown. Holds, reviews inside State, the notification of Congress and notes never are.</span>
      </div>
      <Answer of={rows}>{(found) => <DataTable caption="Milestones that purchasers see" columns={columns} rows={found} rowKey={(row) => row.milestone} empty="There are no milestones." />}</Answer>
      {changed && about.data && <Show of={changed} today={about.data.today} onClose={() => setChanged(null)} />}
    </div>
  );
}

function last(row: PurchaserMilestone) {
  const flag = row.history.at(-1);
  if (!flag) return <span className="quiet">never shown</span>;
  return `${flag.visible ? "Shown" : "Hidden"} from ${day(flag.from)}${flag.by ? ` by ${flag.by}` : ""}: ${flag.reason}`;
}

function Show({ of, today, onClose }: { of: PurchaserMilestone; today: string; onClose: () => void }) {
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState("");
  const set = useCommand("set_purchaser_visible", onClose);
  return (
    <CommandDrawer
      title={`${of.visible ? "Hide" : "Show"}: ${of.title}`}
      opened
      onClose={onClose}
      pending={set.isPending}
      error={set.error}
      submit={of.visible ? "Hide it" : "Show it"}
      onSubmit={() => set.mutate({ body: { milestone: of.milestone, visible: !of.visible, from, reason } })}
    >
      <p className="quiet">Purchasers read: {of.plain}</p>
      <TextInput type="date" label="From" value={from} min={today} required onChange={(event) => setFrom(event.currentTarget.value)} />
      <Textarea label="Reason" description="Names no person" value={reason} required autosize minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}
