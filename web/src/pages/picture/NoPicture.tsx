import { Link, Navigate } from "@tanstack/react-router";

import type { Session } from "../../api/types";
import { Title } from "../../shell/Title";
import { PLACES } from "../../shell/places";

/** Where an account begins that may not ask for totals: a member at the own record, others at what they may open. */
export function NoPicture({ session }: { session: Session }) {
  const person = session.grants.find((grant) => grant.person)?.person;
  if (person) return <Navigate to="/people/$id" params={{ id: person }} replace />;
  return (
    <div className="page">
      <Title>Muster</Title>
      <h1>{session.name}</h1>
      <p>The worldwide picture is not yours to ask for. You may open:</p>
      <ul className="plain">
        {PLACES.filter(({ may }) => may === null || session.may.includes(may)).map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
