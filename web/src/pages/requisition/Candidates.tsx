import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { CandidateRow, Requisition } from "../../api/types";
import { Nominate } from "../../forms/requisition/Nominate";
import { Answer } from "../../parts/Answer";
import { FlagFilter, TextFilter } from "../../parts/Filters";
import { count, day } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { useMay } from "../../parts/useMay";
import { Against, Compared } from "./Rules";

type How = "primary" | "alternate" | "propose";

/** Who might fill it, of the asker's own people: eligible first, each with what speaks against them. */
export function Candidates({ requisition }: { requisition: Requisition }) {
  const may = useMay();
  const [q, setQ] = useState<string | undefined>();
  const [eligible, setEligible] = useState<true | undefined>();
  const [chosen, setChosen] = useState<{ row: CandidateRow; how: How } | null>(null);
  const open = ["nominating", "accepting", "vetting", "selecting", "unresolved"].includes(requisition.status);
  const hired = requisition.mode === "locally_employed" || requisition.mode === "civilian_recruitment";
  const shown = open && !hired && may("see_people") && !may("give_consent");
  const candidates = useQuery({ ...ask.candidates(requisition.id, { q, eligible }), enabled: shown });
  if (!shown) return null;
  const how = nominates(requisition);
  const person = chosen?.row.person;
  return (
    <section aria-labelledby="candidates">
      <div className="section-head">
        <h2 id="candidates">Candidates</h2>
        <span className="space" />
        <TextFilter label="Name of a candidate" value={q} onChange={setQ} />
        <FlagFilter label="eligible only" value={eligible} onChange={setEligible} />
      </div>
      <Answer of={candidates}>
        {(data) => (
          <>
            <p className="count-line">
              {count(data.eligible)} eligible of {count(data.listed)} listed; {count(data.left_out)} more differ in two or more of service, grade and specialty.
            </p>
            <div className="table-region" role="group" aria-label="Candidates" tabIndex={0}>
              <table className="grid wrap">
                <caption className="unseen">Candidates</caption>
                <thead>
                  <tr>
                    <th scope="col">Person</th>
                    <th scope="col">Now</th>
                    <th scope="col">Free from</th>
                    <th scope="col">Against</th>
                    <th scope="col" className="right">
                      Cost
                    </th>
                    {how && <th scope="col">Act</th>}
                  </tr>
                </thead>
                <tbody>
                  {data.items.map((row, index) => (
                    <tr key={row.person?.id ?? index}>
                      <th scope="row" className="wraps">
                        <PersonLink person={row.person} />
                        {row.elsewhere > 0 && <div className="quiet small">nominated in {row.elsewhere} more</div>}
                      </th>
                      <td>{row.billet ? `${row.billet.title}, ${row.office?.code ?? ""}` : "between offices"}</td>
                      <td>{day(row.why?.free)}</td>
                      <td>
                        <Against why={row.why} />
                        {row.why && (
                          <details>
                            <summary className="small">every rule</summary>
                            <Compared why={row.why} />
                          </details>
                        )}
                      </td>
                      <td className="right">{count(row.why?.cost)}</td>
                      {how && (
                        <td>
                          {row.nominated ? (
                            <span className="quiet">nominated</span>
                          ) : (
                            <Button size="compact-xs" variant="default" onClick={() => setChosen({ row, how })} aria-label={`${VERBS[how]} ${row.person?.name ?? ""}`}>
                              {VERBS[how]}
                            </Button>
                          )}
                        </td>
                      )}
                    </tr>
                  ))}
                  {data.items.length === 0 && (
                    <tr>
                      <td colSpan={how ? 6 : 5} className="quiet">
                        Nobody of yours comes into question.
                      </td>
                    </tr>
                  )}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Answer>
      {chosen && person && (
        <Nominate
          key={person.id}
          requisition={{ id: requisition.id, changed: requisition.changed, report: later(requisition.report, chosen.row.why?.awaited) }}
          person={{ id: person.id, name: `${person.name}, ${person.grade}` }}
          how={chosen.how}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

const VERBS: Record<How, string> = { primary: "Nominate", alternate: "Alternate", propose: "Propose" };

/** What the asker may do with a candidate: nominate, add an alternate, propose a civilian, or only look. */
function nominates(requisition: Requisition): How | null {
  if (requisition.acts.some((act) => act.command === "propose_reassignment")) return "propose";
  const act = requisition.acts.find((one) => one.command === "nominate_person");
  if (!act) return null;
  const own = requisition.nominees.some((one) => one.service === act.service && ["nominated", "selected"].includes(one.standing));
  return own ? "alternate" : "primary";
}

function later(one: string, other: string | undefined): string {
  return other !== undefined && other > one ? other : one;
}
