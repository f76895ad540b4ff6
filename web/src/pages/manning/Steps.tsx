import { Button, Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { ChangeRequest, RequestAsked } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { DraftRequest } from "../../forms/DraftRequest";
import { useCommand } from "../../forms/useCommand";
import { ProblemNote } from "../../parts/ProblemNote";

type Open = "amend" | "coordinate" | "return" | "approve" | "disapprove" | "withdraw" | RequestAsked | null;

/** What the asker may do next, each a form of its own. */
export function Steps({ request }: { request: ChangeRequest }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const submit = useCommand("submit_billet_request");
  const may = (step: ChangeRequest["steps"][number]) => request.steps.includes(step);
  const asked = request.rounds.at(-1)?.asked.filter((one) => request.answers.includes(one.index)) ?? [];
  if (request.steps.length === 0 && asked.length === 0) return null;
  return (
    <>
      <div className="acts" role="group" aria-label="Next steps">
        {may("submit") && (
          <Button loading={submit.isPending} onClick={() => submit.mutate({ body: { request: request.id }, version: request.changed })}>
            Submit with today’s evidence
          </Button>
        )}
        {may("coordinate") && <Button onClick={() => setOpen("coordinate")}>Send to coordination</Button>}
        {asked.map((one) => (
          <Button key={one.index} onClick={() => setOpen(one)}>
            Answer for {one.title}
          </Button>
        ))}
        {may("approve") && <Button onClick={() => setOpen("approve")}>{request.overrides ? "Approve over a coordinator" : "Approve"}</Button>}
        {may("amend") && (
          <Button variant="default" onClick={() => setOpen("amend")}>
            Amend
          </Button>
        )}
        {may("return") && (
          <Button variant="default" onClick={() => setOpen("return")}>
            Return to the office
          </Button>
        )}
        {may("disapprove") && (
          <Button variant="default" onClick={() => setOpen("disapprove")}>
            Disapprove
          </Button>
        )}
        {may("withdraw") && (
          <Button variant="default" onClick={() => setOpen("withdraw")}>
            Withdraw
          </Button>
        )}
      </div>
      {submit.error && <ProblemNote error={submit.error} />}
      {(open === "coordinate" || open === "return") && <Review request={request} coordinate={open === "coordinate"} onClose={close} />}
      {(open === "approve" || open === "disapprove") && <Decide request={request} approve={open === "approve"} onClose={close} />}
      {open === "withdraw" && <Withdraw request={request} onClose={close} />}
      {open === "amend" && <DraftRequest amends={request} onClose={close} />}
      {open !== null && typeof open === "object" && <AnswerFor request={request} asked={open} onClose={close} />}
    </>
  );
}

interface Props {
  request: ChangeRequest;
  onClose: () => void;
}

function Review({ request, coordinate, onClose }: Props & { coordinate: boolean }) {
  const [note, setNote] = useState("");
  const review = useCommand("review_billet_request", onClose);
  return (
    <CommandDrawer
      title={coordinate ? "Send to coordination" : "Return to the office"}
      opened
      onClose={onClose}
      pending={review.isPending}
      error={review.error}
      submit={coordinate ? "Send to the coordinators" : "Return it"}
      onSubmit={() => review.mutate({ body: { request: request.id, coordinate, note }, version: request.changed })}
    >
      <Textarea label="What the review found" description="Names no person" value={note} onChange={(event) => setNote(event.currentTarget.value)} required autosize minRows={3} />
    </CommandDrawer>
  );
}

function AnswerFor({ request, asked, onClose }: Props & { asked: RequestAsked }) {
  const [concurs, setConcurs] = useState(true);
  const [reason, setReason] = useState("");
  const [document, setDocument] = useState("");
  const answer = useCommand("answer_billet_request", onClose);
  const mission = asked.coordinator === "chief_of_mission";
  return (
    <CommandDrawer
      title={`Answer for ${asked.title}`}
      opened
      onClose={onClose}
      pending={answer.isPending}
      error={answer.error}
      submit={concurs ? "Concur" : "Do not concur"}
      onSubmit={() =>
        answer.mutate({ body: { request: request.id, index: asked.index, concurs, reason: reason.trim() || null, document: document.trim() || null } })
      }
    >
      <Checkbox label="Concurs" checked={concurs} onChange={(event) => setConcurs(event.currentTarget.checked)} />
      <Textarea label={concurs ? "Condition, if any" : "Reason"} description="Names no person" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required={!concurs} autosize minRows={3} />
      <TextInput label={mission ? "NSDD-38 reference" : "Document, if any"} value={document} onChange={(event) => setDocument(event.currentTarget.value)} required={mission} />
    </CommandDrawer>
  );
}

function Decide({ request, approve, onClose }: Props & { approve: boolean }) {
  const [effective, setEffective] = useState<number | string>(request.effective);
  const [reason, setReason] = useState("");
  const decide = useCommand("decide_billet_request", onClose);
  return (
    <CommandDrawer
      title={approve ? "Approve the request" : "Disapprove the request"}
      opened
      onClose={onClose}
      pending={decide.isPending}
      error={decide.error}
      submit={approve ? "Approve" : "Disapprove"}
      onSubmit={() =>
        decide.mutate({
          body: { request: request.id, approve, effective: approve ? Number(effective) : null, reason: reason.trim() || null },
          version: request.changed,
        })
      }
    >
      {approve && <NumberInput label="Effective fiscal year" description="The billet changes on its first day, 1 October of the year before" value={effective} onChange={setEffective} allowDecimal={false} required />}
      <Textarea label="Reason" description="Names no person" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required={!approve || request.overrides} autosize minRows={3} />
    </CommandDrawer>
  );
}

function Withdraw({ request, onClose }: Props) {
  const [reason, setReason] = useState("");
  const withdraw = useCommand("withdraw_billet_request", onClose);
  return (
    <CommandDrawer
      title="Withdraw the request"
      opened
      onClose={onClose}
      pending={withdraw.isPending}
      error={withdraw.error}
      submit="Withdraw it"
      onSubmit={() => withdraw.mutate({ body: { request: request.id, reason }, version: request.changed })}
    >
      <Textarea label="Reason" description="Names no person" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required autosize minRows={3} />
    </CommandDrawer>
  );
}
