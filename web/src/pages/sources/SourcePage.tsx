import { Button, Checkbox, FileInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { sendFile } from "../../api/files";
import * as ask from "../../api/queries";
import type { Brought, Load, SourcePage as Source } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Facts } from "../../parts/Facts";
import { count, day, words } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { BroughtView } from "./BroughtView";
import { ProfileEditor } from "./ProfileEditor";

const route = getRouteApi("/sources/$id");

/** One system of record: its measures, its loads, a file to try or load, and the profile it is read by. */
export function SourcePage() {
  const { id } = route.useParams();
  return id === "new" ? <NewSource /> : <KnownSource key={id} id={id} />;
}

function NewSource() {
  return (
    <div className="page">
      <Title>New source</Title>
      <div className="page-head">
        <h1>New source</h1>
      </div>
      <ProfileEditor />
    </div>
  );
}

function KnownSource({ id }: { id: string }) {
  const source = useQuery(ask.source(id));
  const may = useMay();
  const [edits, setEdits] = useState(false);
  return (
    <div className="page">
      <Answer of={source}>
        {(data) => (
          <>
            <Title>{data.name}</Title>
            <div className="page-head">
              <h1>{data.name}</h1>
              <span className="quiet">{words(data.kind)}</span>
              <span className="space" />
              <a href={`/api/sources/${id}/profile`} download>
                Profile as a file
              </a>
              {data.sent_back > 0 && (
                <a href={`/api/sources/${id}/corrections`} download>
                  {`Correction list (${data.sent_back})`}
                </a>
              )}
            </div>
            <SourceFacts of={data} />
            {may("record_load") && <Upload id={id} />}
            <section aria-labelledby="loads">
              <div className="section-head">
                <h2 id="loads">Loads</h2>
              </div>
              <DataTable caption="Loads, the latest first" columns={LOADS} rows={data.loads} rowKey={(load) => `${load.as_of}${load.sha256}`} empty="No file was loaded yet." />
            </section>
            {may("define_source") && (
              <section aria-labelledby="profile">
                <div className="section-head">
                  <h2 id="profile">Profile</h2>
                  <Button variant="subtle" onClick={() => setEdits((now) => !now)}>
                    {edits ? "Leave it" : "Change it"}
                  </Button>
                </div>
                {edits && <ProfileEditor of={data} onSaved={() => setEdits(false)} />}
              </section>
            )}
          </>
        )}
      </Answer>
    </div>
  );
}

function SourceFacts({ of }: { of: Source }) {
  return (
    <Facts
      of={[
        ["Owner", of.owner],
        ["Cadence", `${of.cadence_days} days, ${of.definition.full ? "full files" : "changes only"}`],
        ["Last file of", of.as_of ? day(of.as_of) : "never loaded"],
        ["Next", of.stale ? <span key="s" className="short">{of.due ? `late since ${day(of.due)}` : "late"}</span> : day(of.due)],
        ["Matched", `${count(of.matched)} of ${count(of.rows)} rows`],
        ["Not known", <Link key="u" to="/reconcile" search={{ source: of.id, kind: "unmatched_row" }}>{`${count(of.unmatched)} rows`}</Link>],
        ["Nobody of ours", `${count(of.set_aside)} rows`],
        ["Lacking", `${count(of.lacking)} people and positions`],
        ["To decide", <Link key="o" to="/reconcile" search={{ source: of.id, standing: "open" }}>{count(of.open)}</Link>],
        ["Believed first on", of.believed.map(words).join(", ") || "nothing beyond the rows it owns"],
      ]}
    />
  );
}

const LOADS: Column<Load>[] = [
  { id: "as_of", header: "File of", value: (load) => load.as_of, cell: (load) => day(load.as_of) },
  { id: "file", header: "File", wide: true, value: (load) => load.file },
  { id: "loaded", header: "Loaded", wide: true, value: (load) => load.loaded, cell: (load) => day(load.loaded) },
  { id: "rows", header: "Rows", right: true, value: (load) => load.rows, cell: (load) => count(load.rows) },
  { id: "changed", header: "New or changed", right: true, value: (load) => load.changed, cell: (load) => count(load.changed) },
  { id: "gone", header: "Gone", right: true, value: (load) => load.gone, cell: (load) => count(load.gone) },
  { id: "matched", header: "Matched", right: true, value: (load) => load.matched, cell: (load) => count(load.matched) },
  { id: "unmatched", header: "Not known", right: true, value: (load) => load.unmatched, cell: (load) => count(load.unmatched) },
  { id: "lacking", header: "Lacking", right: true, value: (load) => load.lacking, cell: (load) => count(load.lacking) },
  { id: "noted", header: "Flagged", right: true, value: (load) => load.noted, cell: (load) => count(load.noted) },
  { id: "settled", header: "Settled", right: true, value: (load) => load.settled, cell: (load) => count(load.settled) },
];

/** A file to try, and to load once it was looked at. */
function Upload({ id }: { id: string }) {
  const client = useQueryClient();
  const about = useQuery(ask.about());
  const [file, setFile] = useState<File | null>(null);
  const [asOf, setAsOf] = useState("");
  const [sample, setSample] = useState(false);
  const day = asOf || about.data?.today || "";
  const tried = useMutation({ mutationFn: (given: File) => sendFile<Brought>(`/api/sources/${id}/try`, given, { as_of: day, sample: String(sample) }) });
  const loaded = useMutation({
    mutationFn: (given: File) => sendFile<Brought>(`/api/sources/${id}/load`, given, { as_of: day }),
    onSuccess: () => client.invalidateQueries(),
  });
  const shown = loaded.data ?? tried.data;
  const forget = () => {
    tried.reset();
    loaded.reset();
  };
  return (
    <section aria-labelledby="file">
      <div className="section-head">
        <h2 id="file">A file of it</h2>
      </div>
      <div className="controls">
        <FileInput
          label="File"
          placeholder="Choose a file"
          value={file}
          onChange={(given) => {
            setFile(given);
            forget();
          }}
        />
        <TextInput type="date" label="It speaks of" value={day} onChange={(event) => { setAsOf(event.currentTarget.value); forget(); }} />
        <Checkbox label="Only a part of a file" checked={sample} onChange={(event) => { setSample(event.currentTarget.checked); forget(); }} />
        <Button variant="default" disabled={!file} loading={tried.isPending} onClick={() => file && tried.mutate(file)}>
          Try
        </Button>
        <Button disabled={!file || sample || !tried.data || Boolean(tried.data.refused) || Boolean(loaded.data)} loading={loaded.isPending} onClick={() => file && loaded.mutate(file)}>
          Load
        </Button>
      </div>
      {tried.error && <ProblemNote error={tried.error} />}
      {loaded.error && <ProblemNote error={loaded.error} />}
      {shown && <BroughtView of={shown} />}
    </section>
  );
}
