import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { CasePage, Commands, MilestoneDefinition } from "../../api/types";
import { titled } from "../../pages/cases/words";
import { addDays, count, day } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";

type Act = "answer_purchaser" | "release_forecast" | "withdraw_forecast";

const LABELS: Record<Act, string> = {
  answer_purchaser: "Write to the purchaser",
  release_forecast: "Release a forecast",
  withdraw_forecast: "Withdraw the forecast",
};

interface Props {
  of: CasePage;
  today: string;
  milestones: MilestoneDefinition[];
}

/** What the program manager tells a case's purchaser. */
export function PurchaserActs(props: Props) {
  const { of } = props;
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const fits: Record<Act, boolean> = {
    answer_purchaser: true,
    release_forecast: Boolean(of.purchaser.worked?.latest) && !of.purchaser.worked_refusal,
    withdraw_forecast: Boolean(of.purchaser.forecast),
  };
  const offered = (Object.keys(LABELS) as Act[]).filter((one) => fits[one] && may(one));
  if (offered.length === 0) return null;
  const form = { ...props, onClose: () => setAct(null) };
  return (
    <div className="decisions">
      {offered.map((one) => (
        <Button key={one} variant="default" onClick={() => setAct(one)}>
          {LABELS[one]}
        </Button>
      ))}
      {act === "answer_purchaser" && <Answer {...form} />}
      {act === "release_forecast" && <Release {...form} />}
      {act === "withdraw_forecast" && <Withdraw {...form} />}
    </div>
  );
}

type Form = Props & { onClose: () => void };

function useAct<N extends Act>(form: Form, name: N) {
  const send = useCommand(name, form.onClose);
  return {
    title: `${LABELS[name]}: ${form.of.number}`,
    opened: true,
    onClose: form.onClose,
    pending: send.isPending,
    error: send.error,
    send: (body: Commands[N]) => send.mutate({ body, version: form.of.changed }),
  };
}

function Answer(form: Form) {
  const [message, setMessage] = useState("");
  const { send, ...drawer } = useAct(form, "answer_purchaser");
  return (
    <CommandDrawer {...drawer} submit="Send it" onSubmit={() => send({ case: form.of.id, message })}>
      <Textarea label="Message" description="The purchaser reads it. Name no person" value={message} required autosize minRows={3} onChange={(event) => setMessage(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

/** The range as it is worked out: whoever releases it sees it, and chooses how long it stands. */
function Release(form: Form) {
  const { worked } = form.of.purchaser;
  const [until, setUntil] = useState(addDays(form.today, 60));
  const { send, ...drawer } = useAct(form, "release_forecast");
  if (!worked?.latest) return null;
  const { earliest, latest, tested, held, share_per_mille } = worked;
  return (
    <CommandDrawer {...drawer} submit="Release it" onSubmit={() => send({ case: form.of.id, earliest, latest, until })}>
      <p>
        {titled(form.milestones, worked.milestone)} from {day(earliest)} to {day(latest)}, worked out on {day(worked.made)}. Such ranges are made to hold {count(share_per_mille / 10)} times of 100; tried on{" "}
        {count(tested)} earlier cases, they held {count(held)}.
      </p>
      <p className="quiet">{worked.method}. The purchaser reads the range, how it was tried and the day; not this line.</p>
      {worked.basis && <p className="quiet">{worked.basis}.</p>}
      <TextInput type="date" label="Stands until" value={until} min={form.today} required onChange={(event) => setUntil(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

function Withdraw(form: Form) {
  const [reason, setReason] = useState("");
  const { send, ...drawer } = useAct(form, "withdraw_forecast");
  return (
    <CommandDrawer {...drawer} submit="Withdraw it" onSubmit={() => send({ case: form.of.id, reason })}>
      <Textarea label="Reason" description="Name no person" value={reason} required autosize minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}
