import type { About } from "../api/types";

/** The handling marking, and the label wherever people are made up. */
export function Marking({ about }: { about: About }) {
  return (
    <section className="marking" aria-label="Handling marking">
      <span>{about.marking}</span>
      {about.synthetic ? <span className="made-up">{about.synthetic}</span> : null}
    </section>
  );
}
