import { Link } from "@tanstack/react-router";

import type { Duty } from "../api/types";
import { day } from "./format";

/** Where somebody is on duty, in words. */
export function DutyCell({ duty }: { duty: Duty }) {
  switch (duty.kind) {
    case "on_station":
      return "on station";
    case "departed":
      return <span className="short">away, {duty.to.name}</span>;
    default:
      return (
        <span className="duty">
          {duty.kind === "diverted" ? "diverted to " : "augments "}
          <Link to="/offices/$id" params={{ id: duty.to.id }}>
            {duty.to.code}
          </Link>
          <span className="quiet"> until {day(duty.until)}</span>
        </span>
      );
  }
}
