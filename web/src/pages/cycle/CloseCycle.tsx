import { Button } from "@mantine/core";
import { useState } from "react";

import type { Cycle } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { useMay } from "../../parts/useMay";

/** Closes a cycle: nothing of it is ranked, computed or decided any more. */
export function CloseCycle({ cycle }: { cycle: Cycle }) {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const close = useCommand("close_cycle", () => setAsking(false));
  if (cycle.closed || !may("close_cycle")) return null;
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        Close the cycle
      </Button>
      <CommandDrawer
        title="Close the cycle"
        opened={asking}
        onClose={() => setAsking(false)}
        pending={close.isPending}
        error={close.error}
        submit="Close it"
        onSubmit={() => close.mutate({ body: { cycle: cycle.id }, version: cycle.changed })}
      >
        <p>Nothing of {cycle.name} is ranked, computed, concurred with or endorsed after that. Requisitions already raised go on.</p>
      </CommandDrawer>
    </div>
  );
}
