import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../api/queries";
import type { Billet, BilletTerms, ChangeRequest, Commands } from "../api/types";
import { GRADES } from "../parts/Filters";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

type Kind = "establish" | "change" | "disestablish";
type Change = Commands["draft_billet_request"]["change"];

const TITLES: Record<Kind, string> = {
  establish: "Request a billet",
  change: "Request other terms",
  disestablish: "Request the end of a billet",
};

type Props = { onClose: () => void } & (
  | { kind: Kind; like: Billet; amends?: undefined }
  | { amends: ChangeRequest; kind?: undefined; like?: undefined }
);

/** The facts a request starts from: the billet it is about, one like it, or the request that is amended. */
function start(props: Props): { kind: Kind; billet: string; number: string; source: string; terms: BilletTerms | null } {
  if (props.amends) {
    const { change } = props.amends;
    if ("establish" in change) return { kind: "establish", billet: "", ...change.establish };
    if ("change" in change) return { kind: "change", billet: change.change.billet, number: "", source: "", terms: change.change.terms };
    return { kind: "disestablish", billet: change.disestablish.billet, number: "", source: "", terms: null };
  }
  const { kind, like } = props;
  const terms = like.terms.at(-1)?.terms ?? null;
  return { kind, billet: like.id, number: "", source: like.source, terms: kind === "disestablish" ? null : terms };
}

/** Drafts a request, filled in from what is known of the billet, or amends one. */
export function DraftRequest(props: Props) {
  const { onClose, amends } = props;
  const from = start(props);
  const about = useQuery(ask.about());
  const navigate = useNavigate();
  const [number, setNumber] = useState(from.number);
  const [terms, setTerms] = useState(from.terms);
  const [effective, setEffective] = useState<number | string>(amends?.effective ?? "");
  const [reason, setReason] = useState(amends?.reason ?? "");
  const draft = useCommand("draft_billet_request");
  const amend = useCommand("amend_billet_request", onClose);
  const sent = amends ? amend : draft;
  const set = (change: Partial<BilletTerms>) => setTerms((now) => now && { ...now, ...change });
  const soonest = about.data ? Number(about.data.today.slice(0, 4)) + 2 : undefined;
  const year = Number(effective === "" ? soonest : effective);

  const change = (): Change => {
    if (from.kind === "establish" && terms) return { establish: { number, source: from.source, terms } };
    if (from.kind === "change" && terms) return { change: { billet: from.billet, terms } };
    return { disestablish: { billet: from.billet } };
  };
  const send = () => {
    const body = { change: change(), effective: year, reason };
    if (amends) amend.mutate({ body: { request: amends.id, ...body }, version: amends.changed });
    else
      draft.mutate(
        { body },
        {
          onSuccess: ({ created }) => {
            const id = created.find((one) => one.startsWith("Q"));
            if (id) void navigate({ to: "/requests/$id", params: { id } });
          },
        },
      );
  };

  return (
    <CommandDrawer title={amends ? "Amend the request" : TITLES[from.kind]} opened onClose={onClose} pending={sent.isPending} error={sent.error} submit={amends ? "Amend" : "Draft the request"} onSubmit={send}>
      {props.like && <p className="quiet">{from.kind === "establish" ? `Terms taken from ${props.like.number}; change what differs.` : `${props.like.number}, ${props.like.title}`}</p>}
      {from.kind === "establish" && (
        <TextInput label="Position number" description={`In ${from.source}`} value={number} onChange={(event) => setNumber(event.currentTarget.value)} required />
      )}
      {terms && (
        <>
          <TextInput label="Title" value={terms.title} onChange={(event) => set({ title: event.currentTarget.value })} required />
          <NativeSelect label="Grade" value={terms.grade} onChange={(event) => set({ grade: event.currentTarget.value })} data={GRADES.map(([value, label]) => ({ value, label }))} />
          <TextInput label="Specialty" value={terms.specialty ?? ""} onChange={(event) => set({ specialty: event.currentTarget.value.trim() || null })} />
          <TextInput label="Office" description="The office’s id; another one moves the billet there" value={terms.office} onChange={(event) => set({ office: event.currentTarget.value.trim() })} required />
          <Checkbox label="Counts under section 515" checked={terms.section_515} onChange={(event) => set({ section_515: event.currentTarget.checked })} />
          <Checkbox label="Key billet" checked={terms.key} onChange={(event) => set({ key: event.currentTarget.checked })} />
        </>
      )}
      <NumberInput label="Effective fiscal year" description="The change begins on 1 October of the year before" value={effective === "" ? (soonest ?? "") : effective} onChange={setEffective} allowDecimal={false} required />
      <Textarea label="Purpose" description="Names no person" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required autosize minRows={3} />
    </CommandDrawer>
  );
}
