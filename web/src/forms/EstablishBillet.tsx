import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../api/queries";
import { Answer } from "../parts/Answer";
import { CommandDrawer } from "./CommandDrawer";
import { DraftRequest } from "./DraftRequest";

/** Which of the office's billets a new one is like; then the request itself. */
export function EstablishBillet({ office, onClose }: { office: string; onClose: () => void }) {
  const list = useInfiniteQuery(ask.billets({ office, sort: "number" }));
  const billets = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, setChosen] = useState("");
  const [like, setLike] = useState<string | null>(null);
  const billet = useQuery({ ...ask.billet(like ?? ""), enabled: like !== null });
  if (like !== null) return <Answer of={billet}>{(data) => <DraftRequest kind="establish" like={data} onClose={onClose} />}</Answer>;
  return (
    <CommandDrawer title="Request a billet" opened onClose={onClose} pending={list.isPending} error={list.error} submit="Go on" onSubmit={() => setLike(chosen || (billets[0]?.id ?? null))}>
      <NativeSelect
        label="Like which billet"
        description="Its terms are taken over, to be changed in the next step"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={billets.map((one) => ({ value: one.id, label: `${one.number}, ${one.title}, ${one.grade}` }))}
      />
    </CommandDrawer>
  );
}
