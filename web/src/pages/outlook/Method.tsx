import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import { words } from "../../parts/format";

/** How it is worked out, and where each assumption comes from. */
export function Method() {
  const levers = useQuery(ask.levers());
  const own = (levers.data ?? []).filter((lever) => lever.group === "outlook");
  return (
    <section aria-labelledby="method" className="outlook-method">
      <h2 id="method">How it is worked out</h2>
      <ul>
        <li>
          Demand is the billets authorised on the day, as documents stand today; approved gaps are left out. Incumbents stay until the rotation date that is recorded or planned.
        </li>
        <li>
          Everybody else is free. Each year a cycle places the assumed share of them, in the same proportion in every command; billets that several services may fill get whom
          those do not need for their own. Today nobody is placed yet, so that today’s figure is today’s vacancies.
        </li>
        <li>
          Who leaves: known separations, as the share of a service and grade band (ten people at least, so that no figure tells one person’s date), and of the rest what
          retention says. Who joins comes in proportion to today’s billets, without certificates or languages. Promotion into a grade band counts as joining, out of it as leaving.
        </li>
        <li>Course seats go, each year, where most are missing. Scores and certificates end on their day but for the share renewed.</li>
        <li>
          These are expected values: 0.4 missing means four times in ten. The range is the same roll with retention, accessions and renewals better and worse by the spread; it is not a
          statistical interval.
        </li>
      </ul>
      <dl className="outlook-sources">
        {own.map((lever) => (
          <div key={lever.key}>
            <dt>{words(lever.key.replace("outlook_", ""))}</dt>
            <dd>
              {lever.meaning} <span className="quiet">Source: {lever.source}.</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        The values in force are <Link to="/levers">levers</Link>, changed by the director with a date and a reason.
      </p>
    </section>
  );
}
