import type { ReactNode } from "react";

/** Facts of one thing, name beside value. What is `undefined` is left out. */
export function Facts({ of }: { of: [string, ReactNode | undefined][] }) {
  return (
    <dl className="facts">
      {of
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? "–"}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What the asker may not see, said as such. */
export function Sealed() {
  return <span className="quiet">not yours to see</span>;
}
