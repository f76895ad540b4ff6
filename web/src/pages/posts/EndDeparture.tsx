import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";

import type { DepartureAsk, DepartureOutcome, Post } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { addDays, day } from "../../parts/format";
import { Preview } from "./Preview";

const OUTCOMES: { value: DepartureOutcome; label: string }[] = [
  { value: "returned", label: "Everybody returns, families too" },
  { value: "partly_accompanied", label: "People return, the post takes some families" },
  { value: "unaccompanied", label: "People return without families" },
  { value: "suspended", label: "Nobody returns: the post is suspended, tours end" },
];

interface Props {
  post: Post;
  running: Post["departures"][number];
  act: "end" | "rescind";
  today: string;
  onClose: () => void;
}

/** Ends a departure, or undoes it as a mistake: one command, as ordering it was, with its effect shown before. */
export function EndDeparture({ post, running, act, today, onClose }: Props) {
  const [on, setOn] = useState(running.from < today ? today : addDays(running.from, 1));
  const [outcome, setOutcome] = useState<DepartureOutcome>("returned");
  const [document, setDocument] = useState("");
  const end = useCommand("end_departure", onClose);
  const rescind = useCommand("rescind_departure", onClose);
  const active = act === "end" ? end : rescind;
  const ending = { post: post.id, on, outcome, document };
  const undoing = { post: post.id, from: running.from, document };
  const given: DepartureAsk =
    act === "end"
      ? { command: "end_departure", body: { ...ending, document: "preview" } }
      : { command: "rescind_departure", body: { ...undoing, document: "preview" } };
  const send = () => {
    if (act === "end") end.mutate({ body: ending, version: post.changed });
    else rescind.mutate({ body: undoing, version: post.changed });
  };
  return (
    <CommandDrawer
      title={act === "end" ? `End the departure of ${post.name}` : `Undo the departure of ${post.name}`}
      size="xl"
      opened
      onClose={onClose}
      pending={active.isPending}
      error={active.error}
      submit={act === "end" ? "End the departure" : "Undo the departure"}
      onSubmit={send}
    >
      <p className="quiet">
        In force since {day(running.from)}. {act === "rescind" ? "It will be as if it had never been; the journal keeps both." : ""}
      </p>
      {act === "end" && (
        <>
          <TextInput type="date" label="First day after it" value={on} required onChange={(event) => setOn(event.currentTarget.value || today)} />
          <NativeSelect
            label="Outcome"
            value={outcome}
            onChange={(event) => setOutcome(OUTCOMES.find(({ value }) => value === event.currentTarget.value)?.value ?? "returned")}
            data={OUTCOMES}
          />
        </>
      )}
      <TextInput label="Document" description="The cable or order it rests on" value={document} required onChange={(event) => setDocument(event.currentTarget.value)} />
      <Preview post={post.id} given={given} />
    </CommandDrawer>
  );
}
