import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Ledger } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count, day, period } from "../../parts/format";
import { PrintMarking } from "../../parts/PrintMarking";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { LedgerChanges, LedgerLines } from "./LedgerTables";
import { OnDay } from "./LedgersPage";

const route = getRouteApi("/section-515/$id");

/** The ledger of one country: who counts, what authorises the number, what is left. */
export function LedgerPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ledger = useQuery(ask.ledger(id, search.on));
  return (
    <div className="page">
      <PrintMarking />
      <Answer of={ledger}>{(data) => <Loaded ledger={data} onDay={(on) => void navigate({ search: { on }, replace: true })} />}</Answer>
    </div>
  );
}

function Loaded({ ledger, onDay }: { ledger: Ledger; onDay: (on: string | undefined) => void }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { authority } = ledger;
  return (
    <>
      <Title>{`Section 515, ${ledger.name.name}`}</Title>
      <div className="page-head">
        <h1>Section 515, {ledger.name.name}</h1>
        <span className="space" />
        <span className="no-print acts">
          <Link to="/section-515" search={{ on: undefined }}>
            Every country
          </Link>
          <OnDay on={ledger.on} onChange={onDay} />
          {may("authorise_section_515") && <Button onClick={() => setOpen(true)}>Authorise more</Button>}
        </span>
      </div>
      <Facts
        of={[
          ["Members who count", `${count(ledger.members)} on ${day(ledger.on)}`],
          ["Allowed", count(ledger.limit)],
          ["Left", <span key="l" className={ledger.left < 0 ? "short" : undefined}>{ledger.left < 0 ? `${-ledger.left} more than allowed` : count(ledger.left)}</span>],
          ["Billets that count if filled", count(ledger.billets)],
          ["Authorised by", authority.period ? `${authority.document}, ${period(authority.period)}` : authority.document],
          [
            "General limit",
            <span key="g">
              {count(ledger.general_limit)}, by the lever{" "}
              <Link to="/levers" hash="section515_members">
                section 515 members
              </Link>
            </span>,
          ],
          ["Exceeded from", ledger.exceeded ? <span key="e" className="short">{day(ledger.exceeded)}</span> : "not in the next 36 months, by what is planned"],
          ["Offices not yours to see", ledger.unseen > 0 ? `${count(ledger.unseen)} of the billets stand there; they are counted and not named` : undefined],
        ]}
      />
      <section aria-labelledby="who-counts">
        <div className="section-head">
          <h2 id="who-counts">Who counts</h2>
        </div>
        <LedgerLines lines={ledger.lines} offices={ledger.offices} />
      </section>
      <section aria-labelledby="changes">
        <div className="section-head">
          <h2 id="changes">Coming and leaving</h2>
        </div>
        <LedgerChanges changes={ledger.changes} />
      </section>
      <section aria-labelledby="authorisations">
        <div className="section-head">
          <h2 id="authorisations">Laws and waivers on record</h2>
        </div>
        {ledger.authorisations.length === 0 ? (
          <p className="quiet">None: the general limit holds.</p>
        ) : (
          <Facts of={ledger.authorisations.map((held) => [held.document, `${count(held.members)} members, ${period(held.period)}`])} />
        )}
      </section>
      {open && <Authorise ledger={ledger} onClose={() => setOpen(false)} />}
    </>
  );
}

function Authorise({ ledger, onClose }: { ledger: Ledger; onClose: () => void }) {
  const [members, setMembers] = useState<number | string>(ledger.limit + 1);
  const [from, setFrom] = useState(ledger.on);
  const [until, setUntil] = useState("");
  const [document, setDocument] = useState("");
  const authorise = useCommand("authorise_section_515", onClose);
  return (
    <CommandDrawer
      title={`Authorise more members in ${ledger.name.name}`}
      opened
      onClose={onClose}
      pending={authorise.isPending}
      error={authorise.error}
      submit="Record the authorisation"
      onSubmit={() => authorise.mutate({ body: { country: ledger.country, authorisation: { members: Number(members), period: { from, until: until || null }, document } } })}
    >
      <NumberInput label="Members allowed" value={members} onChange={setMembers} allowDecimal={false} min={0} required />
      <TextInput type="date" label="From" value={from} onChange={(event) => setFrom(event.currentTarget.value)} required />
      <TextInput type="date" label="Until" description="Leave empty where it does not end" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      <Textarea label="Law or waiver" value={document} onChange={(event) => setDocument(event.currentTarget.value)} required autosize minRows={2} />
    </CommandDrawer>
  );
}
