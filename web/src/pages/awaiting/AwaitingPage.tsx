import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { defaultParseSearch, Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";

import { answered, api } from "../../api/client";
import * as ask from "../../api/queries";
import type { Notice } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { day } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Title } from "../../shell/Title";

const COLUMNS: Column<Notice>[] = [
  {
    id: "ask",
    header: "What is asked",
    value: (row) => row.ask,
    cell: (row) => <Where notice={row} />,
  },
  { id: "title", header: "Of what", value: (row) => row.title },
  { id: "since", header: "Since", wide: true, value: (row) => row.since, cell: (row) => day(row.since) },
  {
    id: "due",
    header: "Until",
    value: (row) => row.due,
    cell: (row) => (row.late ? <span className="short">late since {day(row.due)}</span> : day(row.due)),
  },
];

/** A link to where it is done. */
function Where({ notice }: { notice: Notice }) {
  const [path, query] = notice.page.split("?");
  return (
    <Link to={path} search={(query === undefined ? {} : defaultParseSearch(query)) as never}>
      {notice.ask}
    </Link>
  );
}

/** Everything whose turn it is for whoever is signed in, and where they are told of it. */
export function AwaitingPage() {
  const awaiting = useQuery(ask.awaiting());
  return (
    <div className="page">
      <Title>Awaiting you</Title>
      <div className="page-head">
        <h1>Awaiting you</h1>
        <span className="quiet">Whatever nobody answers in time passes up the line.</span>
      </div>
      <Answer of={awaiting}>
        {(data) => <DataTable caption="What awaits you" columns={COLUMNS} rows={data} rowKey={(row) => row.key} empty="Nothing awaits you." />}
      </Answer>
      <Mail />
    </div>
  );
}

function Mail() {
  const address = useQuery(ask.mailAddress());
  return (
    <section aria-labelledby="mail">
      <div className="section-head">
        <h2 id="mail">By mail</h2>
        <span className="quiet">One mail for everything new, without names. Nobody but you sees the address.</span>
      </div>
      <Answer of={address}>{(data) => <SetAddress key={data.address ?? ""} held={data.address ?? ""} />}</Answer>
    </section>
  );
}

function SetAddress({ held }: { held: string }) {
  const client = useQueryClient();
  const [address, setAddress] = useState(held);
  const set = useMutation({
    mutationFn: () => answered(api.PUT("/api/session/mail", { body: { address: address.trim() || null } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ask.mailAddress().queryKey }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <form onSubmit={save} className="mail-form">
      <TextInput type="email" label="Mail address" description="Empty for no mail" maxLength={254} value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
      <Button type="submit" loading={set.isPending} disabled={address.trim() === held}>
        Save
      </Button>
      {set.error && <ProblemNote error={set.error} />}
      <span role="status" className="quiet small">{set.isSuccess && address.trim() === held ? "Saved." : ""}</span>
    </form>
  );
}
