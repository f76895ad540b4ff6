import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Outcome, QueueRow } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { addMonths, words } from "../../parts/format";

export type Act = "resolve" | "defer" | "send back" | "link";

const OUTCOMES: [Outcome, string][] = [
  ["held_is_right", "What is held here is right"],
  ["source_is_right", "The source is right"],
  ["both_stand", "Both may stand"],
];

const TITLES: Record<Act, string> = {
  resolve: "Resolve",
  defer: "Put off",
  "send back": "Send back to the owners",
  link: "Link rows to their likeliest people",
};

interface Props {
  act: Act;
  rows: QueueRow[];
  onClose: () => void;
  onDone: () => void;
}

/** One decision on every contradiction picked, listed before it is taken. */
export function Decide({ act, rows, onClose, onDone }: Props) {
  const about = useQuery(ask.about());
  const [reason, setReason] = useState("");
  const [outcome, setOutcome] = useState<Outcome>("held_is_right");
  const [until, setUntil] = useState("");
  const resolve = useCommand("resolve_contradictions", onDone);
  const defer = useCommand("defer_contradictions", onDone);
  const back = useCommand("send_back", onDone);
  const link = useCommand("link_rows", onDone);
  const active = { resolve, defer, "send back": back, link }[act];
  const shown = act === "link" ? rows.filter((row) => row.candidates.length > 0) : rows;
  const first = shown[0]?.source_id;
  const linked = shown.filter((row) => row.source_id === first);
  const day = until || addMonths(about.data?.today ?? "2026-10-01", 1);
  const send = () => {
    const contradictions = rows.map((row) => row.id);
    if (act === "resolve") resolve.mutate({ body: { contradictions, outcome, reason } });
    if (act === "defer") defer.mutate({ body: { contradictions, until: day, reason } });
    if (act === "send back") back.mutate({ body: { contradictions, reason } });
    if (act === "link" && first) {
      const links = linked.flatMap((row) => (row.row && row.candidates[0] ? [{ key: row.row, person: row.candidates[0].person.id }] : []));
      link.mutate({ body: { source: first, links } });
    }
  };
  return (
    <CommandDrawer title={TITLES[act]} opened onClose={onClose} pending={active.isPending} error={active.error} submit={TITLES[act]} onSubmit={send}>
      <ul className="plain small">
        {(act === "link" ? linked : shown).slice(0, 50).map((row) => (
          <li key={row.id}>
            {act === "link" && row.candidates[0]
              ? `${row.row ?? ""} is ${row.candidates[0].person.name}, ${row.candidates[0].person.grade} (${(row.candidates[0].likely_per_mille / 10).toFixed(1)} %)`
              : `${words(row.kind)}: ${row.person?.name ?? row.billet?.number ?? row.row ?? row.id}`}
          </li>
        ))}
        {shown.length > 50 && <li className="quiet">{`and ${shown.length - 50} more`}</li>}
      </ul>
      {act === "link" && linked.length < shown.length && <p className="small quiet">Only rows of one source are linked at once: those listed.</p>}
      {act === "resolve" && (
        <NativeSelect
          label="How"
          value={outcome}
          data={OUTCOMES.map(([value, label]) => ({ value, label }))}
          onChange={(event) => setOutcome(OUTCOMES.find(([value]) => value === event.currentTarget.value)?.[0] ?? "both_stand")}
        />
      )}
      {act === "defer" && <TextInput type="date" label="Until" description="The last day it is put off" value={day} required onChange={(event) => setUntil(event.currentTarget.value)} />}
      {act !== "link" && (
        <Textarea
          label={act === "send back" ? "What is asked" : "Reason"}
          description="Kept sealed under a person's key where it concerns one"
          value={reason}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </CommandDrawer>
  );
}
