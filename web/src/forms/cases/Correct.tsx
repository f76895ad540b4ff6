import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { CasePage } from "../../api/types";
import { useMay } from "../../parts/useMay";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";

interface Props {
  of: CasePage;
  entry: number;
  title: string;
  on: string;
}

/** Corrects a milestone that was recorded wrongly: another day, or never reached. */
export function Correct({ of, entry, title, on }: Props) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(on);
  const [never, setNever] = useState(false);
  const [reason, setReason] = useState("");
  const correct = useCommand("correct_milestone", () => setOpen(false));
  if (!may("correct_milestone")) return null;
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-label={`Correct ${title}`} onClick={() => setOpen(true)}>
        Correct
      </Button>
      {open && (
        <CommandDrawer
          title={`Correct: ${title}`}
          opened
          onClose={() => setOpen(false)}
          pending={correct.isPending}
          error={correct.error}
          submit="Record the correction"
          onSubmit={() => correct.mutate({ body: { case: of.id, entry, on: never ? null : day, reason }, version: of.changed })}
        >
          <TextInput type="date" label="The right day" value={day} disabled={never} required={!never} onChange={(event) => setDay(event.currentTarget.value)} />
          <Checkbox label="It was never reached" checked={never} onChange={(event) => setNever(event.currentTarget.checked)} />
          <Textarea label="Reason" description="Name no person" value={reason} required autosize minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />
        </CommandDrawer>
      )}
    </>
  );
}
