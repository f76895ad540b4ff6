import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { CurtailmentReason } from "../api/types";
import { day, words } from "../parts/format";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

const REASONS: CurtailmentReason[] = [
  "service_need", "medical", "clearance", "compassionate", "loss_of_confidence", "host_refusal", "ordered_departure",
  "other",
];

interface Props {
  tour: { id: string; rotation: string; changed?: number | undefined };
  /** Whose tour it is, in words. */
  of: string;
  act: "extend" | "curtail";
  onClose: () => void;
}

/** Moves a tour's rotation date out or in. */
export function ChangeTour({ tour, of, act, onClose }: Props) {
  const [rotation, setRotation] = useState(tour.rotation);
  const [reason, setReason] = useState<CurtailmentReason>("service_need");
  const [note, setNote] = useState("");
  const extend = useCommand("extend_tour", onClose);
  const curtail = useCommand("curtail_tour", onClose);
  const active = act === "extend" ? extend : curtail;
  const send = () => {
    const subject = { tour: tour.id, rotation };
    if (act === "extend") extend.mutate({ body: subject, version: tour.changed });
    else curtail.mutate({ body: { ...subject, reason, note: note.trim() || null }, version: tour.changed });
  };
  return (
    <CommandDrawer
      title={act === "extend" ? "Extend the tour" : "Curtail the tour"}
      opened
      onClose={onClose}
      pending={active.isPending}
      error={active.error}
      submit={act === "extend" ? "Extend" : "Curtail"}
      onSubmit={send}
    >
      <p className="quiet">
        {of}, until {day(tour.rotation)}
      </p>
      <TextInput type="date" label="New rotation date" value={rotation} required onChange={(event) => setRotation(event.currentTarget.value)} />
      {act === "curtail" && (
        <>
          <NativeSelect
            label="Reason"
            value={reason}
            onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? "other")}
            data={REASONS.map((value) => ({ value, label: words(value) }))}
          />
          <Textarea label="Note" description="Kept sealed under the person's key" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </>
      )}
    </CommandDrawer>
  );
}
