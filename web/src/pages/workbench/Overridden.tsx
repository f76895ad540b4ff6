import { Button } from "@mantine/core";

import type { Scenario, ScenarioChange } from "../../api/types";
import { count, words } from "../../parts/format";
import type { Steps } from "./useSteps";

interface Entry {
  key: string;
  text: string;
  /** Says that it no longer holds. */
  broken?: boolean;
  back?: ScenarioChange | undefined;
}

/** Everything that differs from the facts and levers in force, each with its way back. */
export function Overridden({ scenario, steps }: { scenario: Scenario; steps: Steps | null }) {
  const entries = all(scenario);
  return (
    <section aria-labelledby="overridden">
      <h2 id="overridden">What differs</h2>
      {entries.length === 0 && <p className="quiet">Nothing: levers, people and billets are as they are in force.</p>}
      <ul className="plain overridden">
        {entries.map(({ key, text, broken, back }) => (
          <li key={key}>
            <span className={broken ? "short" : undefined}>
              {text}
              {broken ? ": the facts no longer allow it, so it is not part of the slate" : ""}
            </span>
            {steps && back && (
              <Button variant="subtle" size="compact-xs" disabled={steps.busy} aria-label={`Take back: ${text}`} onClick={() => steps.step.mutate([back])}>
                take back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function all(scenario: Scenario): Entry[] {
  const name = (person: { name: string } | null | undefined) => person?.name ?? "Somebody";
  const levers = scenario.levers
    .filter((lever) => lever.value !== lever.in_force)
    .map((lever) => ({
      key: lever.key,
      text: `${words(lever.key)} ${count(lever.value)} instead of ${count(lever.in_force)}`,
      back: { reset_lever: { lever: lever.key } },
    }));
  const locks = scenario.locks.map((pair) => ({
    key: `l${pair.billet.id}`,
    text: `${name(pair.person)} locked into ${pair.billet.title} ${pair.billet.number}`,
    broken: pair.broken,
    back: pair.person ? { unlock: { person: pair.person.id } } : undefined,
  }));
  const forbidden = scenario.forbidden.map((pair) => ({
    key: `f${pair.person?.id}${pair.billet.id}`,
    text: `${name(pair.person)} never into ${pair.billet.title} ${pair.billet.number}`,
    back: pair.person ? { allow: { person: pair.person.id, billet: pair.billet.id } } : undefined,
  }));
  const people = scenario.people.map((taken) => ({
    key: `p${taken.person?.id}`,
    text: `${name(taken.person)} ${taken.added ? "taken in" : "left out"}`,
    back: taken.person ? { take_person: { person: taken.person.id, taken: "as_derived" as const } } : undefined,
  }));
  const billets = scenario.billets.map((taken) => ({
    key: `b${taken.billet.id}`,
    text: `${taken.billet.title} ${taken.billet.number} ${taken.added ? "taken in" : "left out"}`,
    back: { take_billet: { billet: taken.billet.id, taken: "as_derived" as const } },
  }));
  const wishes = scenario.wishes.map((person) => ({
    key: `w${person.id}`,
    text: `${person.name} wishes otherwise`,
    back: { wish: { person: person.id, billets: null } },
  }));
  return [...levers, ...locks, ...forbidden, ...people, ...billets, ...wishes];
}
