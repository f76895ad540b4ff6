import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { BlockingRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count } from "../../parts/format";

const COLUMNS: Column<BlockingRow>[] = [
  { id: "person", header: "Member", value: (row) => `${row.person.name}, ${row.person.grade}` },
  { id: "billet", header: "Would rather have", value: (row) => `${row.billet.title} ${row.billet.number}` },
  { id: "given", header: "Is given", wide: true, value: (row) => (row.given ? `${row.given.title} ${row.given.number}` : "nothing") },
  { id: "holder", header: "The office is given", wide: true, value: (row) => row.holder?.name ?? "nobody" },
  { id: "why", header: "Why", value: (row) => row.why, cell: (row) => <span className="whole">{row.why}</span> },
];

/** The members and offices that would both rather have each other than what the slate gives them. */
export function Blocking({ slate }: { slate: string }) {
  const blocking = useQuery(ask.blocking(slate));
  return (
    <Answer of={blocking}>
      {(page) => (
        <>
          <p>
            {page.count === 0
              ? "No member and office would both rather have each other: the slate is stable."
              : `${count(page.count)} pairs of a member and an office would both rather have each other.`}{" "}
            <span className="quiet">
              Judged by the rankings of {count(page.members_ranked)} members and for {count(page.offices_ranked)} openings that counted when it was proposed; whoever was not ranked comes
              after, by points of the facts.
              {page.couples_apart > 0 && ` ${count(page.couples_apart)} couples are not kept together.`}
            </span>
          </p>
          <DataTable
            caption={`Blocking pairs of which you may see both sides: ${count(page.items.length)} of ${count(page.total)}`}
            columns={COLUMNS}
            rows={page.items}
            rowKey={(row) => `${row.person.id} ${row.billet.id}`}
            empty="None of which you may see both sides."
          />
        </>
      )}
    </Answer>
  );
}
