import { Button, Checkbox, FileInput, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { answered, api } from "../../api/client";
import { base64 } from "../../api/files";
import * as ask from "../../api/queries";
import type { Definition, KindGuide, Look, Mapped, Profile, SourceKind, SourcePage } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { SERVICES } from "../../parts/Filters";
import { words } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { BroughtView } from "./BroughtView";

const FORMATS: [Profile["format"], string][] = [
  ["csv", "CSV"],
  ["workbook", "XLSX"],
  ["fixed_width", "Fixed width"],
];

const DATES: [Profile["dates"], string][] = [
  ["iso", "2026-10-01"],
  ["compact", "20261001"],
  ["month_day_year", "10/01/2026 (month first)"],
  ["day_month_year", "01/10/2026 (day first)"],
  ["day_month_name", "01 OCT 2026"],
];

/** Owners that need no office to be chosen; an office or a mission is named in the profile's file. */
const OWNERS: [Definition["owner"], string][] = [
  ["headquarters", "DSCS headquarters"],
  ...SERVICES.map(([service, label]): [Definition["owner"], string] => [{ service }, `${label} assignments`]),
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const EMPTY: Profile = { format: "csv", dates: "iso", skip_lines: 0, columns: [], constants: [] };

interface Props {
  of?: SourcePage;
  onSaved?: () => void;
}

/** A profile made on a page: a sample shows its columns, each is given its field and codes, it is tried, then kept. */
export function ProfileEditor({ of, onSaved }: Props) {
  const kinds = useQuery(ask.sourceKinds());
  return <Answer of={kinds}>{(guides) => <Editor guides={guides} of={of} onSaved={onSaved} />}</Answer>;
}

function Editor({ guides, of, onSaved }: { guides: KindGuide[]; of: SourcePage | undefined; onSaved: (() => void) | undefined }) {
  const navigate = useNavigate();
  const [name, setName] = useState(of?.name ?? "");
  const [kind, setKind] = useState<SourceKind>(of?.kind ?? "service_roster");
  const [cadence, setCadence] = useState(of?.cadence_days ?? 31);
  const [full, setFull] = useState(of?.definition.full ?? true);
  const [owner, setOwner] = useState<Definition["owner"]>(of?.definition.owner ?? "headquarters");
  const [coverage, setCoverage] = useState<NonNullable<Definition["coverage"]>>(of?.definition.coverage ?? { services: [], offices: [], country: null });
  const countries = useQuery(ask.countries());
  const [profile, setProfile] = useState<Profile>(of?.definition.profile ?? EMPTY);
  const [file, setFile] = useState<File | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const guide = guides.find((one) => one.kind === kind) ?? guides[0];

  const definition = (): Definition => ({
    name: name.trim(),
    owner,
    coverage,
    kind,
    cadence_days: cadence,
    full,
    profile,
  });
  const detect = useMutation({
    mutationFn: async (given: File) => {
      const places = profile.format === "fixed_width" ? profile : null;
      return answered(api.POST("/api/sources/detect", { body: { kind, file: given.name, content: await base64(given), places } }));
    },
    onSuccess: (found) => {
      setLook(found);
      if (found.profile) setProfile((now) => merged(now, found.profile as Profile));
    },
  });
  const tried = useMutation({
    mutationFn: async (given: File) =>
      answered(api.POST("/api/sources/try", { body: { definition: definition(), file: given.name, content: await base64(given) } })),
  });
  const save = useCommand("define_source", () => {
    onSaved?.();
    if (!of) void navigate({ to: "/sources" });
  });
  const change = (at: number, next: Partial<Mapped>) => {
    tried.reset();
    setProfile((now) => ({ ...now, columns: now.columns.map((column, index) => (index === at ? { ...column, ...next } : column)) }));
  };

  return (
    <div className="form">
      <div className="controls">
        <TextInput label="Name" value={name} required disabled={Boolean(of)} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect
          label="Kind"
          value={kind}
          disabled={Boolean(of && of.loads.length > 0)}
          data={guides.map((one) => ({ value: one.kind, label: words(one.kind) }))}
          onChange={(event) => setKind(guides.find((one) => one.kind === event.currentTarget.value)?.kind ?? kind)}
        />
        <NumberInput label="Days between files" min={1} max={366} value={cadence} onChange={(value) => setCadence(Number(value) || 31)} />
        <NativeSelect
          label="Form"
          value={profile.format}
          data={FORMATS.map(([value, label]) => ({ value, label }))}
          onChange={(event) => setProfile((now) => ({ ...now, format: FORMATS.find(([value]) => value === event.currentTarget.value)?.[0] ?? "csv" }))}
        />
        <NativeSelect
          label="Dates"
          value={profile.dates}
          data={DATES.map(([value, label]) => ({ value, label }))}
          onChange={(event) => setProfile((now) => ({ ...now, dates: DATES.find(([value]) => value === event.currentTarget.value)?.[0] ?? "iso" }))}
        />
        <NativeSelect
          label="Owner"
          value={OWNERS.findIndex(([held]) => same(held, owner))}
          data={[...(OWNERS.some(([held]) => same(held, owner)) ? [] : [{ value: "-1", label: of?.owner ?? "as it is" }]), ...OWNERS.map(([, label], at) => ({ value: String(at), label }))]}
          onChange={(event) => setOwner(OWNERS[Number(event.currentTarget.value)]?.[0] ?? owner)}
        />
        <NativeSelect
          label="Speaks for the service"
          value={coverage.services?.[0] ?? ""}
          data={[{ value: "", label: "any" }, ...SERVICES.map(([value, label]) => ({ value, label }))]}
          onChange={(event) => {
            const service = SERVICES.find(([value]) => value === event.currentTarget.value)?.[0];
            setCoverage((now) => ({ ...now, services: service ? [service] : [] }));
          }}
        />
        <NativeSelect
          label="Speaks for the country"
          value={coverage.country ?? ""}
          data={[{ value: "", label: "any" }, ...(countries.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))]}
          onChange={(event) => {
            const country = event.currentTarget.value || null;
            setCoverage((now) => ({ ...now, country }));
          }}
        />
        <Checkbox label="Each file holds everything" checked={full} onChange={(event) => setFull(event.currentTarget.checked)} />
      </div>
      <div className="controls">
        <FileInput
          label="Sample"
          placeholder="Choose a file"
          value={file}
          onChange={(given) => {
            setFile(given);
            tried.reset();
            if (given) detect.mutate(given);
          }}
        />
        <Button variant="subtle" onClick={() => guide && setProfile(guide.example)}>
          Begin from the example
        </Button>
        {profile.format === "fixed_width" && (
          <Button variant="subtle" onClick={() => setProfile((now) => ({ ...now, columns: [...now.columns, place(now.columns)] }))}>
            Add a column
          </Button>
        )}
      </div>
      {detect.error && <ProblemNote error={detect.error} />}
      {look?.refused && <BroughtView of={{ ...NOTHING, refused: look.refused }} />}
      {profile.columns.length > 0 && guide && (
        <div className="table-region" role="group" aria-label="Columns of the source" tabIndex={0}>
          <table className="grid">
            <caption className="unseen">Columns of the source</caption>
            <thead>
              <tr>
                <th scope="col">Column</th>
                {profile.format === "fixed_width" && <th scope="col">Places</th>}
                <th scope="col">Field</th>
                <th scope="col">Codes: theirs = ours, one a line</th>
                <th scope="col">In the sample</th>
              </tr>
            </thead>
            <tbody>
              {profile.columns.map((column, at) => (
                <Row key={at} column={column} guide={guide} fixed={profile.format === "fixed_width"} look={look} change={(next) => change(at, next)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="acts">
        <Button variant="default" disabled={!file || !name.trim()} loading={tried.isPending} onClick={() => file && tried.mutate(file)}>
          Try on the sample
        </Button>
        <Button disabled={!name.trim() || profile.columns.length === 0} loading={save.isPending} onClick={() => save.mutate({ body: definition() })}>
          Save the profile
        </Button>
      </p>
      {tried.error && <ProblemNote error={tried.error} />}
      {save.error && <ProblemNote error={save.error} />}
      {tried.data && <BroughtView of={tried.data} />}
    </div>
  );
}

const NOTHING = {
  taken: false, rows: 0, changed: 0, unchanged: 0, gone: 0, change_count: 0, changes: [], contradiction_count: 0,
  contradictions: [], settled: 0, proposal_count: 0, proposals: [], sample: [], notes: [],
};

interface RowProps {
  column: Mapped;
  guide: KindGuide;
  fixed: boolean;
  look: Look | null;
  change: (next: Partial<Mapped>) => void;
}

function Row({ column, guide, fixed, look, change }: RowProps) {
  const seen = look?.columns.find((one) => one.column === column.column);
  const field = guide.fields.find((one) => one.name === column.field);
  const known = new Set((column.codes ?? []).map((code) => code.theirs.toLowerCase()));
  const missing = column.field === seen?.field ? (seen?.codes ?? []).filter((code) => !known.has(code.toLowerCase())) : [];
  return (
    <tr>
      <th scope="row">
        {fixed ? <TextInput aria-label="Column" value={column.column} onChange={(event) => change({ column: event.currentTarget.value })} /> : column.column}
      </th>
      {fixed && (
        <td>
          <span className="acts">
            <NumberInput aria-label={`First place of ${column.column}`} min={1} value={column.start ?? 1} onChange={(value) => change({ start: Number(value) || 1 })} />
            <NumberInput aria-label={`Width of ${column.column}`} min={1} value={column.width ?? 1} onChange={(value) => change({ width: Number(value) || 1 })} />
          </span>
        </td>
      )}
      <td>
        <NativeSelect
          aria-label={`Field of ${column.column}`}
          value={column.field ?? ""}
          data={[{ value: "", label: "passed over" }, ...guide.fields.map((one) => ({ value: one.name, label: one.needed ? `${words(one.name)} (needed)` : words(one.name) }))]}
          onChange={(event) => change({ field: event.currentTarget.value })}
        />
        {field && <span className="small quiet">{field.holds}</span>}
      </td>
      <td>
        {column.field ? (
          <Textarea
            aria-label={`Codes of ${column.column}`}
            autosize
            minRows={1}
            maxRows={6}
            defaultValue={(column.codes ?? []).map((code) => `${code.theirs} = ${code.ours}`).join("\n")}
            placeholder={missing.length > 0 ? `${missing[0] ?? ""} = …` : "none needed"}
            onBlur={(event) => change({ codes: codes(event.currentTarget.value) })}
          />
        ) : null}
        {missing.length > 0 && <span className="small short">{`Not translated: ${missing.slice(0, 8).join(", ")}`}</span>}
      </td>
      <td className="wraps small quiet">{seen ? seen.values.slice(0, 5).join(", ") : ""}</td>
    </tr>
  );
}

/** `LTC = O-5` line by line; a line without `=` is no code. */
function codes(text: string): NonNullable<Mapped["codes"]> {
  return text.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    return at < 1 ? [] : [{ theirs: line.slice(0, at).trim(), ours: line.slice(at + 1).trim() }];
  });
}

/** The next free place of a fixed-width line. */
function place(columns: readonly Mapped[]): Mapped {
  const start = columns.reduce((most, column) => Math.max(most, (column.start ?? 1) + (column.width ?? 0)), 1);
  return { column: `COLUMN ${columns.length + 1}`, field: "", start, width: 10, codes: [] };
}

/** What a sample shows, with what was mapped before kept. */
function merged(now: Profile, found: Profile): Profile {
  const before = new Map(now.columns.map((column) => [column.column.toLowerCase(), column]));
  const columns = found.columns.map((column) => {
    const held = before.get(column.column.toLowerCase());
    return held ? { ...held, start: null, width: null } : column;
  });
  const taken = now.columns.length > 0;
  return { ...found, dates: taken ? now.dates : found.dates, columns, constants: now.constants ?? [] };
}
