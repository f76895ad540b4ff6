import { Button, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { CasePage, Commands, MilestoneDefinition } from "../../api/types";
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
  /** Milestones that purchasers see. */
  shown: MilestoneDefinition[];
}

/** What the program manager tells a case's purchaser. */
export function PurchaserActs(props: Props) {
  const { of } = props;
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const over = of.phase === "closed" || of.phase === "cancelled";
  const fits: Record<Act, boolean> = {
    answer_purchaser: true,
    release_forecast: !over && ahead(props).length > 0,
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

/** Milestones that purchasers see and the case has not reached. */
function ahead({ of, shown }: Props): MilestoneDefinition[] {
  const reached = of.milestones.filter((one) => !one.corrected?.withdrawn).map((one) => one.milestone);
  return shown.filter((one) => (one.order === "step" || one.order === "optional") && !reached.includes(one.milestone));
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

function Release(form: Form) {
  const choices = ahead(form);
  const [milestone, setMilestone] = useState(choices.find((one) => one.milestone === "offered")?.milestone ?? choices[0]?.milestone);
  const [earliest, setEarliest] = useState("");
  const [latest, setLatest] = useState("");
  const [share, setShare] = useState<number | string>(80);
  const [tested, setTested] = useState<number | string>("");
  const [held, setHeld] = useState<number | string>("");
  const [basis, setBasis] = useState("");
  const [until, setUntil] = useState("");
  const { send, ...drawer } = useAct(form, "release_forecast");
  if (!milestone) return null;
  const body = { case: form.of.id, milestone, earliest, latest, share_per_mille: Number(share) * 10, tested: Number(tested), held: Number(held), basis, until };
  const day = (label: string, value: string, set: (value: string) => void) => (
    <TextInput type="date" label={label} value={value} required onChange={(event) => set(event.currentTarget.value)} />
  );
  return (
    <CommandDrawer {...drawer} submit="Release it" onSubmit={() => send(body)}>
      <NativeSelect
        label="Forecast of"
        description="Only milestones that purchasers see"
        value={milestone}
        data={choices.map((one) => ({ value: one.milestone, label: one.title }))}
        onChange={(event) => setMilestone(choices.find((one) => one.milestone === event.currentTarget.value)?.milestone)}
      />
      {day("Earliest", earliest, setEarliest)}
      {day("Latest", latest, setLatest)}
      <NumberInput label="Such a range is to hold, of 100 times" value={share} onChange={setShare} min={1} max={99} allowDecimal={false} required />
      <NumberInput label="Earlier cases on which that was tried" description="100 or more" value={tested} onChange={setTested} min={0} allowDecimal={false} required />
      <NumberInput label="Of those, the range held" value={held} onChange={setHeld} min={0} allowDecimal={false} required />
      <Textarea label="Rests on" description="The purchaser reads it. Name no person" value={basis} required autosize minRows={2} onChange={(event) => setBasis(event.currentTarget.value)} />
      {day("Stands until", until, setUntil)}
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
