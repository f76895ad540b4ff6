import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { Tour } from "../api/types";
import { day, words } from "../parts/format";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

const REASONS = ["service_need", "medical", "clearance", "compassionate", "loss_of_confidence", "host_refusal", "ordered_departure", "other"];

interface Props {
  tour: Tour;
  act: "extend" | "curtail";
  onClose: () => void;
}

/** Moves a tour's rotation date out or in. */
export function ChangeTour({ tour, act, onClose }: Props) {
  const [rotation, setRotation] = useState(tour.rotation);
  const [reason, setReason] = useState("service_need");
  const [note, setNote] = useState("");
  const extend = useCommand<{ tour: string; rotation: string }>("extend_tour", onClose);
  const curtail = useCommand<{ tour: string; rotation: string; reason: string; note: string | null }>("curtail_tour", onClose);
  const active = act === "extend" ? extend : curtail;
  return (
    <CommandDrawer
      title={act === "extend" ? "Extend the tour" : "Curtail the tour"}
      opened
      onClose={onClose}
      pending={active.isPending}
      error={active.error}
      submit={act === "extend" ? "Extend" : "Curtail"}
      onSubmit={() => {
        if (act === "extend") extend.mutate({ body: { tour: tour.id, rotation } });
        else curtail.mutate({ body: { tour: tour.id, rotation, reason, note: note.trim() || null } });
      }}
    >
      <p className="quiet">
        {tour.person ? `${tour.person.name}, until ${day(tour.rotation)}` : `Until ${day(tour.rotation)}`}
      </p>
      <TextInput type="date" label="New rotation date" value={rotation} required onChange={(event) => setRotation(event.currentTarget.value)} />
      {act === "curtail" && (
        <>
          <NativeSelect label="Reason" value={reason} onChange={(event) => setReason(event.currentTarget.value)} data={REASONS.map((value) => ({ value, label: words(value) }))} />
          <Textarea label="Note" description="Kept sealed under the person's key" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </>
      )}
    </CommandDrawer>
  );
}
