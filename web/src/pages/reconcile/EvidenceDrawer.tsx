import { Button, Drawer, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { QueuePage, QueueRow, Service } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { SERVICES } from "../../parts/Filters";
import { day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { ProblemNote } from "../../parts/ProblemNote";
import { TurnCell } from "../../parts/TurnCell";
import { useMay } from "../../parts/useMay";
import { Decide, type Act } from "./Decide";
import { ProvenanceTable } from "./ProvenanceTable";

/** One contradiction: what the row says, what is held, whom it may be with the evidence, and what was done. */
export function EvidenceDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const item = useQuery(ask.contradiction(id));
  return (
    <Drawer opened onClose={onClose} title={`Contradiction ${id}`} size="xl" position="right" closeButtonProps={{ "aria-label": "Close" }}>
      <Answer of={item}>{(data) => <Evidence of={data} />}</Answer>
    </Drawer>
  );
}

function Evidence({ of }: { of: QueuePage }) {
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  return (
    <>
      <p>
        <strong>{words(of.kind)}</strong> {of.detail}
      </p>
      <Facts
        of={[
          ["Source", of.source],
          ["Owner", of.owner],
          ["Noted", `${day(of.noted)}, ${of.age_days} days ago`],
          ["Standing", of.turn ? <TurnCell key="t" turn={of.turn} /> : of.until ? `put off until ${day(of.until)}` : words(of.standing)],
          ["Person", of.person ? <PersonLink key="p" person={of.person} /> : undefined],
          ["Position", of.billet ? `${of.billet.number}, ${of.billet.title}` : undefined],
        ]}
      />
      {of.said && (
        <section aria-labelledby="said">
          <h3 id="said">What the row says</h3>
          <Facts
            of={[
              ["Row", of.said.key],
              ...Object.entries(of.said.facts)
                .filter(([, value]) => value !== null && value !== undefined)
                .map(([name, value]): [string, string] => [words(name), said(value)]),
              ["Since the file of", day(of.said.since)],
              ["Known to be", of.said.person ? <PersonLink key="k" person={of.said.person} /> : words(of.said.link)],
            ]}
          />
        </section>
      )}
      {of.held.length > 0 && (
        <section aria-labelledby="held">
          <h3 id="held">What is held, and who says so</h3>
          <ProvenanceTable of={of.held} />
        </section>
      )}
      {of.said?.link === "open" && <Candidates of={of} may={may("link_rows")} />}
      {of.said?.link === "decided" || of.said?.link === "nobody" ? <Unlink of={of} may={may("unlink_row")} /> : null}
      {of.steps.length > 0 && (
        <section aria-labelledby="steps">
          <h3 id="steps">What was done</h3>
          <ul className="plain">
            {of.steps.map((step, at) => (
              <li key={at}>
                {`${day(step.on)}: ${words(step.standing)}`} {step.reason && <span className="quiet">{step.reason}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {may("resolve_contradictions") && of.standing !== "settled" && (
        <p className="acts">
          <Button variant="default" onClick={() => setAct("resolve")}>
            Resolve
          </Button>
          <Button variant="default" onClick={() => setAct("defer")}>
            Put off
          </Button>
          <Button variant="default" onClick={() => setAct("send back")}>
            Send back
          </Button>
        </p>
      )}
      {act && <Decide act={act} rows={[of]} onClose={() => setAct(null)} onDone={() => setAct(null)} />}
    </>
  );
}

/** A fact as text: words of lists, and lists of facts item by item. */
function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join("; ");
  if (typeof value === "object" && value !== null) return Object.values(value).filter((part) => part !== null).map(said).join(" ");
  return typeof value === "string" && /^[a-z_]+$/.test(value) ? words(value) : String(value);
}

function Candidates({ of, may }: { of: QueueRow; may: boolean }) {
  const link = useCommand("link_rows");
  const aside = useCommand("set_rows_aside");
  const [registers, setRegisters] = useState(false);
  const [key, source] = [of.row, of.source_id];
  if (!key || !source) return null;
  return (
    <section aria-labelledby="candidates">
      <h3 id="candidates">Who it may be</h3>
      {of.candidates.length === 0 && <p className="quiet">Nobody here is like this row.</p>}
      <ol className="plain">
        {of.candidates.map((candidate) => (
          <li key={candidate.person.id}>
            <p>
              <PersonLink person={candidate.person} /> <span className="quiet">{`${candidate.number}${candidate.office ? `, ${candidate.office.code}` : ""}`}</span>{" "}
              <strong>{(candidate.likely_per_mille / 10).toFixed(1)} %</strong>
            </p>
            <p className="small quiet">{candidate.evidence.join(" · ")}</p>
            {may && (
              <Button
                size="compact-sm"
                variant="default"
                loading={link.isPending}
                onClick={() => link.mutate({ body: { source, links: [{ key, person: candidate.person.id }] } })}
              >
                {`It is ${candidate.person.name}`}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {may && (
        <p className="acts">
          <Button size="compact-sm" variant="subtle" loading={aside.isPending} onClick={() => aside.mutate({ body: { source, keys: [key] } })}>
            Nobody of ours
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setRegisters((now) => !now)}>
            Somebody new
          </Button>
        </p>
      )}
      {registers && <Register source={source} row={key} />}
      {link.error && <ProblemNote error={link.error} />}
      {aside.error && <ProblemNote error={aside.error} />}
    </section>
  );
}

function Register({ source, row }: { source: string; row: string }) {
  const [number, setNumber] = useState("");
  const [service, setService] = useState<Service | "">("");
  const [grade, setGrade] = useState("");
  const register = useCommand("register_row");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate({ body: { source, key: row, number, service: service || null, grade: grade || null } });
      }}
    >
      <TextInput label="Number" description="To know the person by, unique" value={number} required onChange={(event) => setNumber(event.currentTarget.value)} />
      <NativeSelect
        label="Service"
        value={service}
        data={[{ value: "", label: "as the row says" }, ...SERVICES.map(([value, label]) => ({ value, label }))]}
        onChange={(event) => setService(SERVICES.find(([value]) => value === event.currentTarget.value)?.[0] ?? "")}
      />
      <TextInput label="Grade" description="Where the row does not say it" value={grade} onChange={(event) => setGrade(event.currentTarget.value)} />
      {register.error && <ProblemNote error={register.error} />}
      <div>
        <Button type="submit" loading={register.isPending}>
          Register
        </Button>
      </div>
    </form>
  );
}

function Unlink({ of, may }: { of: QueueRow; may: boolean }) {
  const unlink = useCommand("unlink_row");
  const [key, source] = [of.row, of.source_id];
  if (!key || !source || !may) return null;
  return (
    <p>
      <Button size="compact-sm" variant="subtle" loading={unlink.isPending} onClick={() => unlink.mutate({ body: { source, key } })}>
        Take back who it is
      </Button>
      {unlink.error && <ProblemNote error={unlink.error} />}
    </p>
  );
}
