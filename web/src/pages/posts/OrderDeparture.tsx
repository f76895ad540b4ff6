import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { DepartureReach, Post } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { useMay } from "../../parts/useMay";
import { Preview } from "./Preview";

interface Props {
  post: Post;
  today: string;
  onClose: () => void;
}

/** A departure is one command; what it would do stands under the form before it is given. */
export function OrderDeparture({ post, today, onClose }: Props) {
  const may = useMay();
  const [from, setFrom] = useState(today);
  const [haven, setHaven] = useState("");
  const [reach, setReach] = useState<DepartureReach>("not_essential");
  const [essential, setEssential] = useState<string[]>([]);
  const [document, setDocument] = useState("");
  const posts = useQuery(ask.havens());
  const order = useCommand("order_departure", onClose);
  const open = posts.data?.filter((one) => one.id !== post.id && one.status !== "ordered_departure" && one.status !== "suspended") ?? [];
  const safe = haven || (open.find((one) => !one.country) ?? open[0])?.id;
  const stays = reach === "families" ? [] : essential;
  const body = { post: post.id, from, safe_haven: safe ?? "", essential: stays, reach, document };
  const turn = (id: string) => setEssential((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <CommandDrawer
      title={`Ordered departure of ${post.name}`}
      size="xl"
      opened
      onClose={onClose}
      pending={order.isPending}
      error={order.error}
      submit={may("order_departure") ? "Order the departure" : "Close"}
      onSubmit={() => (may("order_departure") ? order.mutate({ body, version: post.changed }) : onClose())}
    >
      <p className="quiet">
        Records what the chief of mission and the Department of State ordered. Everybody stays assigned; locally employed staff stay.
      </p>
      <TextInput type="date" label="From" value={from} required onChange={(event) => setFrom(event.currentTarget.value || today)} />
      <NativeSelect
        label="Safe haven"
        value={safe ?? ""}
        onChange={(event) => setHaven(event.currentTarget.value)}
        data={open.map((one) => ({ value: one.id, label: `${one.name}, ${one.country?.name ?? "United States"}` }))}
      />
      <NativeSelect
        label="Who leaves"
        value={reach}
        onChange={(event) => setReach(event.currentTarget.value === "families" ? "families" : "not_essential")}
        data={[
          { value: "not_essential", label: "Families and everybody who is not essential" },
          { value: "families", label: "Families only" },
        ]}
      />
      {may("order_departure") && <TextInput label="Document" description="The cable or order it rests on" value={document} required onChange={(event) => setDocument(event.currentTarget.value)} />}
      {safe && (
        <Preview
          post={post.id}
          // What it would do does not hang on the document's name.
          given={{ command: "order_departure", body: { ...body, document: "preview" } }}
          essential={
            reach === "families"
              ? undefined
              : (row) => (
                  <Checkbox aria-label={`${row.person.name} is essential`} checked={essential.includes(row.person.id)} onChange={() => turn(row.person.id)} />
                )
          }
        />
      )}
    </CommandDrawer>
  );
}
