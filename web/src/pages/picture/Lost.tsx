import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import { count } from "../../parts/format";

/** One click from the picture to whom the manning documents lost, for those who may see the queue. */
export function Lost({ command }: { command: string | undefined }) {
  const session = useQuery(ask.session());
  const may = session.data?.may.includes("see_contradictions") ?? false;
  const summary = useQuery({ ...ask.queueSummary({ office: command }), enabled: may });
  if (!summary.data || summary.data.live === 0) return null;
  const { lost, open } = summary.data;
  return (
    <p className="small">
      {lost > 0 && (
        <>
          <Link to="/reconcile" search={{ lost: true, standing: "open", office: command }}>
            {`${count(lost)} people and positions that manning documents lost`}
          </Link>
          {" · "}
        </>
      )}
      <Link to="/reconcile" search={{ standing: "open", office: command }}>
        {`${count(open)} contradictions to decide`}
      </Link>
    </p>
  );
}
