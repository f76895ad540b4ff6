import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Relaxation } from "../../api/types";
import { RequestWaiver, WaiverForm } from "../../forms/Waivers";
import { Answer } from "../../parts/Answer";
import { count, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";

/** What is asked about: a billet left unfilled or a person left unmatched. */
export type Asked = { billet: string; title: string } | { person: string; title: string };

interface Props {
  slate: string;
  asked: Asked | null;
  onClose: () => void;
}

/** Which single rule, waived for whom, would fill a billet or place a person, and what the slate would cost with it. */
export function Relaxations({ slate, asked, onClose }: Props) {
  const [near, setNear] = useState<Relaxation | null>(null);
  const person = near?.person;
  const title = asked ? `What would help: ${asked.title}` : "";
  return (
    <>
      <Drawer opened={asked !== null && !near} onClose={onClose} size="xl" title={title} closeButtonProps={{ "aria-label": "Close" }}>
        {asked && <Found slate={slate} asked={asked} onAsk={setNear} />}
      </Drawer>
      {near && person && (
        <WaiverForm
          near={near}
          person={person}
          onClose={() => setNear(null)}
          onDone={() => {
            setNear(null);
            onClose();
          }}
        />
      )}
    </>
  );
}

function Found({ slate, asked, onAsk }: { slate: string; asked: Asked; onAsk: (near: Relaxation) => void }) {
  const found = useQuery("billet" in asked ? ask.wouldFill(slate, asked.billet) : ask.wouldPlace(slate, asked.person));
  return (
    <Answer of={found}>
      {(rows) =>
        rows.length === 0 ? (
          <p>No single rule that may be waived stands between. Everybody else fails two rules or more, or one that nobody waives.</p>
        ) : (
          <Table rows={rows} onAsk={onAsk} />
        )
      }
    </Answer>
  );
}

function Table({ rows, onAsk }: { rows: Relaxation[]; onAsk: (near: Relaxation) => void }) {
  return (
    <div className="table-region" role="group" aria-label="Single relaxations" tabIndex={0}>
      <table className="grid wrap">
        <caption className="unseen">Single relaxations, the cheapest for the slate first</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Billet</th>
            <th scope="col">Rule waived</th>
            <th scope="col" className="right">Short</th>
            <th scope="col" className="right">The slate costs</th>
            <th scope="col"><span className="unseen">Request</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.person?.id ?? ""} ${row.billet.id} ${row.rule}`}>
              <th scope="row">
                <PersonLink person={row.person} />
              </th>
              <td>{row.billet.title}</td>
              <td title={row.title}>{words(row.rule.replaceAll("-", "_"))}</td>
              <td className="right">{row.unit && typeof row.short === "number" ? `${count(row.short)} ${row.unit}` : "–"}</td>
              <td className="right">{costs(row.costs_more)}</td>
              <td>
                <RequestWaiver of={row} onAsk={onAsk} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const costs = (more: number): string =>
  more === 0 ? "the same" : more > 0 ? `${count(more)} points more` : `${count(-more)} points less`;
