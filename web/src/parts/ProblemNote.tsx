import { Refused } from "../api/client";

/** A refusal or failure, said at the place it belongs to: what is wrong, and what would mend it. */
export function ProblemNote({ error }: { error: Error }) {
  const problem = error instanceof Refused ? error.problem : null;
  return (
    <div className="problem" role="alert">
      <strong>{problem?.title ?? "Something failed"}</strong>
      <p>{problem?.detail || error.message}</p>
      {problem?.remedy ? <p className="remedy">{problem.remedy}</p> : null}
    </div>
  );
}
