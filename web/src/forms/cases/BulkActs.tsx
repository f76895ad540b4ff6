import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { CaseRow } from "../../api/types";
import { count } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";
import { useManager } from "./Keep";

interface Props {
  rows: CaseRow[];
  onDone: () => void;
}

/** What may be done with the rows selected, all at once or none. */
export function BulkActs({ rows, onDone }: Props) {
  const may = useMay();
  const self = useManager();
  const [act, setAct] = useState<"give" | "note" | null>(null);
  const assign = useCommand("assign_cases", onDone);
  const watch = useCommand("watch_cases", onDone);
  const cases = rows.map((row) => row.id);
  const offices = new Set(rows.map((row) => row.office.id));
  const close = () => {
    setAct(null);
    onDone();
  };
  return (
    <div className="decisions" role="group" aria-label="With the cases selected">
      <span aria-live="polite">{count(rows.length)} selected</span>
      {may("assign_cases") && self && (
        <Button loading={assign.isPending} onClick={() => assign.mutate({ body: { cases, manager: self, reason: "Taken by whoever manages them now" } })}>
          Take them
        </Button>
      )}
      {may("assign_cases") && (
        <Button variant="default" disabled={offices.size !== 1} title={offices.size === 1 ? undefined : "Select cases of one office"} onClick={() => setAct("give")}>
          Give them to…
        </Button>
      )}
      {may("note_case") && (
        <Button variant="default" onClick={() => setAct("note")}>
          Add a note to each
        </Button>
      )}
      {may("watch_cases") && (
        <Button variant="default" loading={watch.isPending} onClick={() => watch.mutate({ body: { cases, watched: true } })}>
          Watch them
        </Button>
      )}
      <Button variant="subtle" onClick={onDone}>
        Select none
      </Button>
      {assign.error && <ProblemNote error={assign.error} />}
      {watch.error && <ProblemNote error={watch.error} />}
      {act === "give" && rows[0] && <Give office={rows[0].office.id} cases={cases} onClose={() => setAct(null)} onDone={close} />}
      {act === "note" && <Note cases={cases} onClose={() => setAct(null)} onDone={close} />}
    </div>
  );
}

interface FormProps {
  cases: string[];
  onClose: () => void;
  onDone: () => void;
}

function Give({ office, cases, onClose, onDone }: FormProps & { office: string }) {
  const found = useQuery(ask.caseDistribution({ office }));
  const [manager, setManager] = useState("");
  const [reason, setReason] = useState("");
  const assign = useCommand("assign_cases", onDone);
  const people = (found.data?.managers ?? []).map(({ person, cases_before }) => ({ value: person.id, label: `${person.name}, ${count(cases_before)} cases` }));
  return (
    <CommandDrawer
      title={`Give ${count(cases.length)} cases to somebody`}
      opened
      onClose={onClose}
      pending={assign.isPending}
      error={assign.error ?? found.error}
      submit="Give them"
      onSubmit={() => assign.mutate({ body: { cases, manager, reason } })}
    >
      <NativeSelect label="To" required value={manager} data={[{ value: "", label: "Choose somebody" }, ...people]} onChange={(event) => setManager(event.currentTarget.value)} />
      <Textarea label="Reason" description="Name no person" required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

function Note({ cases, onClose, onDone }: FormProps) {
  const [note, setNote] = useState("");
  const send = useCommand("together", onDone);
  return (
    <CommandDrawer
      title={`Add a note to ${count(cases.length)} cases`}
      opened
      onClose={onClose}
      pending={send.isPending}
      error={send.error}
      submit="Add it"
      onSubmit={() => send.mutate({ body: { commands: cases.map((one) => ({ command: "note_case" as const, body: { case: one, note } })) } })}
    >
      <Textarea label="Note" description="Name no person" required autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </CommandDrawer>
  );
}
