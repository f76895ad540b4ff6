import { Button, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";

import type { Slate } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { count } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";

interface Props {
  slate: Slate;
  picked: ReadonlySet<number>;
  clear: () => void;
  decide: boolean;
  endorse: boolean;
  pickAll: ReactNode;
}

/** What may be decided about the lines picked. */
export function Decisions({ slate, picked, clear, decide, endorse, pickAll }: Props) {
  const lines = [...picked].sort((a, b) => a - b);
  const ready = slate.by_command.reduce((sum, one) => sum + one.concurred, 0);
  const endorsement = useCommand("endorse_lines", clear);
  return (
    <div className="decisions">
      <span aria-live="polite">{lines.length > 0 ? `${count(lines.length)} picked` : "Pick lines to decide on them"}</span>
      {lines.length > 0 ? (
        <Button variant="subtle" onClick={clear}>
          Pick none
        </Button>
      ) : (
        pickAll
      )}
      {decide && <Coordination slate={slate} lines={lines} done={clear} />}
      {endorse && (
        <Button
          disabled={lines.length === 0 && ready === 0}
          loading={endorsement.isPending}
          onClick={() => endorsement.mutate({ body: { slate: slate.id, lines } })}
        >
          {lines.length > 0 ? "Endorse those picked" : `Endorse all ${count(ready)} concurred`}
        </Button>
      )}
      {endorsement.error && <ProblemNote error={endorsement.error} />}
    </div>
  );
}

interface CoordinationProps {
  slate: Slate;
  lines: number[];
  done: () => void;
}

/** A command's answer: it concurs, or says why not. */
function Coordination({ slate, lines, done }: CoordinationProps) {
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState("");
  const decision = useCommand("decide_lines", () => {
    setObjecting(false);
    setReason("");
    done();
  });
  const none = lines.length === 0;
  return (
    <>
      <Button
        disabled={none}
        loading={decision.isPending && !objecting}
        onClick={() => decision.mutate({ body: { slate: slate.id, lines, concurs: true, reason: null } })}
      >
        Concur
      </Button>
      <Button variant="default" disabled={none} onClick={() => setObjecting(true)}>
        Do not concur
      </Button>
      {!objecting && decision.error && <ProblemNote error={decision.error} />}
      <CommandDrawer
        title={`Do not concur with ${count(lines.length)} ${lines.length === 1 ? "line" : "lines"}`}
        opened={objecting}
        onClose={() => setObjecting(false)}
        pending={decision.isPending}
        error={decision.error}
        submit="Do not concur"
        onSubmit={() => decision.mutate({ body: { slate: slate.id, lines, concurs: false, reason } })}
      >
        <Textarea
          label="Reason"
          description="Kept sealed under each person's key"
          required
          minRows={3}
          autosize
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </CommandDrawer>
    </>
  );
}
