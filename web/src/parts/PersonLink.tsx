import { Link } from "@tanstack/react-router";

import type { PersonName } from "../api/types";
import { Sealed } from "./Facts";

/** A person by name and grade, or that they are not the asker's to see. */
export function PersonLink({ person }: { person: PersonName | null | undefined }) {
  if (!person) return <Sealed />;
  return (
    <Link to="/people/$id" params={{ id: person.id }}>
      {person.name}
      <span className="quiet"> {person.grade}</span>
    </Link>
  );
}
