import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import { addMonths } from "../parts/format";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

interface Props {
  billet: { id: string; number: string; changed: number };
  from: string;
  opened: boolean;
  onClose: () => void;
}

/** A gap approved is a decision, not a vacancy. */
export function ApproveGap({ billet, from: proposed, opened, onClose }: Props) {
  const [from, setFrom] = useState(proposed);
  const [until, setUntil] = useState(addMonths(proposed, 6));
  const [approver, setApprover] = useState("");
  const [reason, setReason] = useState("");
  const approve = useCommand("approve_gap", onClose);
  return (
    <CommandDrawer
      title={`Approve a gap in ${billet.number}`}
      opened={opened}
      onClose={onClose}
      pending={approve.isPending}
      error={approve.error}
      submit="Approve the gap"
      onSubmit={() => approve.mutate({ body: { billet: billet.id, gap: { period: { from, until }, approver, reason } }, version: billet.changed })}
    >
      <TextInput type="date" label="From" value={from} required onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="Until" description="The first day that counts again" value={until} required onChange={(event) => setUntil(event.currentTarget.value)} />
      <TextInput label="Approved by" description="The office or post; names no person" value={approver} required onChange={(event) => setApprover(event.currentTarget.value)} />
      <Textarea label="Reason" description="Names no person" value={reason} required onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}
