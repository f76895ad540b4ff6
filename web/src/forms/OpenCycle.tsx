import { Button, MultiSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../api/queries";
import { useMay } from "../parts/useMay";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

/** Opens an assignment cycle: its name, its window, and the commands in scope. */
export function OpenCycle() {
  const may = useMay();
  const [opened, setOpened] = useState(false);
  if (!may("open_cycle")) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>Open a cycle</Button>
      {opened && <Form onClose={() => setOpened(false)} />}
    </>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [scope, setScope] = useState<string[]>([]);
  const commands = useQuery(ask.scopes());
  const open = useCommand("open_cycle", onClose);
  return (
    <CommandDrawer
      title="Open a cycle"
      opened
      onClose={onClose}
      pending={open.isPending}
      error={open.error}
      submit="Open"
      onSubmit={() => open.mutate({ body: { name, window: { from, until }, scope } })}
    >
      <TextInput label="Name" placeholder="Summer 2028" required value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput type="date" label="First day of its window" required value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="Day after the last" description="Two years at most" required value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      <MultiSelect
        label="Commands in scope"
        description="None for the whole service"
        value={scope}
        onChange={setScope}
        data={(commands.data ?? []).map((one) => ({ value: one.id, label: one.code }))}
      />
    </CommandDrawer>
  );
}
