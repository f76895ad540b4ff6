import { Button } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { ShotPage } from "../../api/types";
import { count, day, words } from "../../parts/format";

const LINES: [string, (shot: ShotPage) => string][] = [
  ["Your chance", (shot) => shot.chance],
  ["Eligible people", (shot) => count(shot.eligible_people)],
  ["Office", (shot) => `${shot.office.code} (${shot.command.code})`],
  ["Place", (shot) => `${shot.post.name}${shot.country ? `, ${shot.country.name}` : ""}`],
  ["Grade", (shot) => shot.grade],
  ["Area", (shot) => words(shot.area)],
  ["Open from", (shot) => day(shot.open_from)],
  ["With dependents", (shot) => (shot.accompanied_months ? `${shot.accompanied_months} months` : "none may come")],
  ["Alone", (shot) => `${shot.unaccompanied_months} months`],
  ["Languages", (shot) => shot.languages.join(", ") || "none"],
];

/** Two or three openings beside each other. */
export function Compare({ cycle, billets, onClear }: { cycle: string; billets: string[]; onClear: () => void }) {
  const shots = useQueries({ queries: billets.map((billet) => ask.shot(cycle, billet)) });
  const ready = shots.flatMap(({ data }) => (data ? [data] : []));
  if (billets.length === 0) return null;
  return (
    <section aria-labelledby="compare">
      <div className="section-head">
        <h2 id="compare">Compared</h2>
        <Button size="xs" variant="default" onClick={onClear}>
          Compare others
        </Button>
      </div>
      {billets.length === 1 && <p className="quiet">Choose one or two more openings to compare.</p>}
      <div className="scrolls" role="region" aria-label="Openings compared" tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">Opening</th>
              {ready.map(({ billet }) => (
                <th key={billet.id} scope="col">
                  {billet.title} <span className="quiet small">{billet.number}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {ready.map((shot) => (
                  <td key={shot.billet.id} className="wraps-anywhere">
                    {value(shot)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
