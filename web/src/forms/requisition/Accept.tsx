import { Checkbox } from "@mantine/core";
import { useState } from "react";

import type { Requisition } from "../../api/types";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";
import { Who, type Named } from "./Say";

/** Accepts a nominee: the tour is planned. */
export function Accept({ requisition, people, onClose }: { requisition: Requisition; people: Named[]; onClose: () => void }) {
  const [person, setPerson] = useState(people[0]?.id ?? "");
  const [accompanied, setAccompanied] = useState(false);
  const accept = useCommand("accept_nominee", onClose);
  const { needs } = requisition;
  return (
    <CommandDrawer
      title="Accept a nominee"
      opened
      onClose={onClose}
      pending={accept.isPending}
      error={accept.error}
      submit="Accept"
      onSubmit={() => accept.mutate({ body: { requisition: requisition.id, person, accompanied }, version: requisition.changed })}
    >
      <Who people={people} value={person} onChange={setPerson} />
      {needs.accompanied && <Checkbox label="With dependents" checked={accompanied} onChange={(event) => setAccompanied(event.currentTarget.checked)} />}
      <p className="quiet small">The tour is planned at once. Other nominations of the person end, and so do the other nominees of this requisition.</p>
    </CommandDrawer>
  );
}
