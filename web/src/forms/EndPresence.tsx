import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../api/queries";
import type { AugmentationRow, DiversionRow } from "../api/types";
import { useMay } from "../parts/useMay";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

/** Ends a diversion: the person is back at their own office from the day on. */
export function EndDiversion({ row }: { row: DiversionRow }) {
  const [open, setOpen] = useState(false);
  const end = useCommand("end_diversion", () => setOpen(false));
  return (
    <Ending
      may="end_diversion"
      of={row}
      what={`the diversion to ${row.to.code}`}
      opened={open}
      setOpen={setOpen}
      pending={end.isPending}
      error={end.error}
      onEnd={(on) => end.mutate({ body: { diversion: row.id, on }, version: row.changed })}
    />
  );
}

/** Ends an augmentation: nobody of it is present from the day on. */
export function EndAugmentation({ row }: { row: AugmentationRow }) {
  const [open, setOpen] = useState(false);
  const end = useCommand("end_augmentation", () => setOpen(false));
  return (
    <Ending
      may="end_augmentation"
      of={row}
      what={`${row.kind_title.toLowerCase()} at ${row.office.code}`}
      opened={open}
      setOpen={setOpen}
      pending={end.isPending}
      error={end.error}
      onEnd={(on) => end.mutate({ body: { augmentation: row.id, on }, version: row.changed })}
    />
  );
}

interface Props {
  may: string;
  of: { id: string; state: string };
  what: string;
  opened: boolean;
  setOpen: (open: boolean) => void;
  pending: boolean;
  error: Error | null;
  onEnd: (on: string) => void;
}

function Ending({ may: name, of, what, opened, setOpen, pending, error, onEnd }: Props) {
  const may = useMay();
  const about = useQuery(ask.about());
  const [on, setOn] = useState("");
  if (!may(name) || (of.state !== "running" && of.state !== "planned")) return null;
  const day = on || (about.data?.today ?? "");
  return (
    <>
      <Button size="compact-xs" variant="default" aria-label={`End ${what}, ${of.id}`} onClick={() => setOpen(true)}>
        End
      </Button>
      {opened && (
        <CommandDrawer title={`End ${what}`} opened onClose={() => setOpen(false)} pending={pending} error={error} submit="End it" onSubmit={() => onEnd(day)}>
          <TextInput type="date" label="First day after it" description="On its first day or before, it never was" value={day} required onChange={(event) => setOn(event.currentTarget.value)} />
        </CommandDrawer>
      )}
    </>
  );
}
