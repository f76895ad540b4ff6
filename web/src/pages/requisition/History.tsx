import type { Requisition } from "../../api/types";
import { count, day } from "../../parts/format";

/** What was done, the latest first: who, when, and how long the ball had been held. */
export function History({ requisition }: { requisition: Requisition }) {
  return (
    <section aria-labelledby="history">
      <div className="section-head">
        <h2 id="history">History</h2>
      </div>
      <div className="table-region" role="group" aria-label="History" tabIndex={0}>
        <table className="grid wrap">
          <caption className="unseen">History</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">What</th>
              <th scope="col">By</th>
              <th scope="col">Held before</th>
            </tr>
          </thead>
          <tbody>
            {requisition.history.map((deed, index) => (
              <tr key={`${deed.on}${deed.title}${index}`}>
                <td>{day(deed.on)}</td>
                <th scope="row" className="wraps">
                  {deed.title}
                  {deed.person ? `: ${deed.person.name}` : ""}
                  {deed.about && <span className="quiet"> {deed.about}</span>}
                  {deed.reason && <span className="quiet"> “{deed.reason}”</span>}
                </th>
                <td>{deed.by ?? "recorded here"}</td>
                <td>
                  {deed.holder ? (
                    <span className={deed.late ? "short" : undefined}>
                      {deed.holder}, {deed.days_held === 1 ? "1 day" : `${count(deed.days_held)} days`}
                      {deed.late ? ", late" : ""}
                    </span>
                  ) : (
                    "–"
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
