import { Button, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { answered, api } from "../../api/client";
import type { Service, Slate } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { count, day, words } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";

/** What headquarters and the services do about a slate as a whole, and what was changed so far. */
export function Coordination({ slate }: { slate: Slate }) {
  const may = useMay();
  const publish = useCommand("publish_slate");
  const withdraw = useCommand("withdraw_slate");
  const live = !slate.withdrawn;
  return (
    <section aria-label="The slate as a whole">
      <div className="section-head">
        {live && !slate.closed && may("amend_slate") && <Amend slate={slate} />}
        {live && may("publish_slate") && (
          <Button
            variant="default"
            disabled={slate.unpublished === 0}
            loading={publish.isPending}
            onClick={() => publish.mutate({ body: { slate: slate.id, lines: [] }, version: slate.changed })}
          >
            Publish {count(slate.unpublished)} endorsed
          </Button>
        )}
        {live && !slate.closed && may("set_service_limit") && <Share slate={slate} />}
        {live && may("withdraw_slate") && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ body: { slate: slate.id }, version: slate.changed })}>
            Withdraw the slate
          </Button>
        )}
      </div>
      {publish.error && <ProblemNote error={publish.error} />}
      {withdraw.error && <ProblemNote error={withdraw.error} />}
      {slate.services.length > 0 && (
        <p className="small">
          By service:{" "}
          {slate.services
            .map(
              (one) =>
                `${words(one.service)} ${count(one.lines)} (${(one.share_per_mille / 10).toFixed(1)} %)` +
                (typeof one.limit === "number" ? ` of at most ${count(one.limit)}` : "") +
                (one.done_by ? `, done by ${day(one.done_by)}` : ""),
            )
            .join("; ")}
        </p>
      )}
      {slate.amendments.length > 0 && (
        <ul className="plain small" aria-label="Amendments">
          {slate.amendments.map((one, i) => (
            <li key={i}>
              {day(one.on)}: lines {one.dropped.join(", ") || "none"} out, {one.added.join(", ") || "none"} in. {one.reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Amend({ slate }: { slate: Slate }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const path = { slate: slate.id };
  const preview = useMutation({ mutationFn: () => answered(api.POST("/api/slates/{slate}/amendment", { params: { path } })) });
  const amend = useMutation({
    mutationFn: (version: number) =>
      answered(api.POST("/api/slates/{slate}/amend", { params: { path }, body: { reason }, headers: { "If-Match": `"${version}"` } })),
    onSuccess: async () => {
      preview.reset();
      setReason("");
      await client.invalidateQueries();
    },
  });
  const change = preview.data;
  return (
    <>
      <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
        Amend with least disruption
      </Button>
      {preview.error && <ProblemNote error={preview.error} />}
      <CommandDrawer
        title="Amend the slate"
        opened={change !== undefined}
        onClose={() => preview.reset()}
        pending={amend.isPending}
        error={amend.error}
        submit="Amend"
        onSubmit={() => change && amend.mutate(change.changed)}
      >
        {change && (
          <>
            <p>What was concurred with stays. What a command did not concur with is ruled out.</p>
            <Pairs title="Out" of={change.dropped} />
            <Pairs title="In" of={change.added} />
          </>
        )}
        <Textarea label="Reason" description="Name no person" required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </CommandDrawer>
    </>
  );
}

interface Pair {
  person?: { name: string } | null;
  billet: { id: string; title: string };
}

function Pairs({ title, of }: { title: string; of: Pair[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {of.map((one, i) => (
          <li key={i}>
            {one.person?.name ?? "Somebody not yours to see"}: {one.billet.title}
          </li>
        ))}
        {of.length === 0 && <li className="quiet">none</li>}
      </ul>
    </>
  );
}

const SERVICES: Service[] = ["army", "navy", "air_force", "marine_corps", "space_force", "coast_guard", "civilian"];

/** A service says how many it can give, and by when it has answered. */
function Share({ slate }: { slate: Slate }) {
  const [opened, setOpened] = useState(false);
  const [service, setService] = useState<Service>("army");
  const [most, setMost] = useState<number | string>("");
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const limit = useCommand("set_service_limit", () => setOpened(false));
  const calendar = useCommand("set_service_calendar", () => setOpened(false));
  const send = () => {
    const subject = { cycle: slate.cycle, service };
    if (by) calendar.mutate({ body: { ...subject, done_by: by } });
    if (reason.trim()) limit.mutate({ body: { ...subject, most: typeof most === "number" ? most : null, reason } });
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        What the service gives
      </Button>
      <CommandDrawer
        title="What the service gives"
        opened={opened}
        onClose={() => setOpened(false)}
        pending={limit.isPending || calendar.isPending}
        error={limit.error ?? calendar.error}
        submit="Set"
        onSubmit={send}
      >
        <NativeSelect
          label="Service"
          value={service}
          onChange={(event) => setService(SERVICES.find((one) => one === event.currentTarget.value) ?? "army")}
          data={SERVICES.map((value) => ({ value, label: words(value) }))}
        />
        <TextInput type="date" label="Nominates by" description="Left empty, the date stays as it is" value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        <NumberInput label="At most" description="Left empty, there is no limit" min={0} value={most} onChange={setMost} />
        <Textarea label="Reason for the limit" description="Left empty, the limit stays as it is" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </CommandDrawer>
    </>
  );
}
