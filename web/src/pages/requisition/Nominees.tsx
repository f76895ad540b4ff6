import type { NomineeRow, Requisition } from "../../api/types";
import { day, words } from "../../parts/format";
import { Sealed } from "../../parts/Facts";
import { Against, Compared } from "./Rules";

const VETTERS = { dia: "DIA", dsca: "DSCA", command: "Command" } as const;

/** Everybody nominated, side by side: standing, what speaks against them, what the vetters found. */
export function Nominees({ requisition }: { requisition: Requisition }) {
  const { nominees } = requisition;
  if (nominees.length === 0) return null;
  const board = nominees.some((nominee) => nominee.vetted.length > 0) || requisition.mode === "nominative_board";
  return (
    <section aria-labelledby="nominees">
      <div className="section-head">
        <h2 id="nominees">Nominees</h2>
      </div>
      <div className="table-region" role="group" aria-label="Nominees" tabIndex={0}>
        <table className="grid wrap">
          <caption className="unseen">Nominees</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Standing</th>
              <th scope="col">Would report</th>
              <th scope="col">Compared with the billet</th>
              {board && <th scope="col">Findings</th>}
              <th scope="col">Why this person</th>
            </tr>
          </thead>
          <tbody>
            {nominees.map((nominee, index) => (
              <tr key={`${nominee.on}${index}`}>
                <th scope="row" className="wraps">
                  {nominee.person ? (
                    <>
                      {nominee.person.name} <span className="quiet">{nominee.person.grade}</span>
                    </>
                  ) : (
                    <Sealed />
                  )}
                  <span className="quiet small">
                    {" "}
                    {words(nominee.service)}, {nominee.rank}
                  </span>
                </th>
                <td className={nominee.standing === "declined" || nominee.standing === "refused" ? "short" : undefined}>{words(nominee.standing)}</td>
                <td>{day(nominee.report)}</td>
                <td>
                  <Comparison nominee={nominee} />
                </td>
                {board && (
                  <td>
                    <Findings nominee={nominee} />
                  </td>
                )}
                <td>{nominee.justification ?? <span className="quiet">–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Comparison({ nominee }: { nominee: NomineeRow }) {
  if (!nominee.why) return <span className="quiet">–</span>;
  return (
    <>
      <Against why={nominee.why} />
      <details>
        <summary className="small">every rule</summary>
        <Compared why={nominee.why} />
      </details>
    </>
  );
}

function Findings({ nominee }: { nominee: NomineeRow }) {
  if (nominee.vetted.length === 0) return <span className="quiet">none yet</span>;
  return (
    <ul className="plain">
      {nominee.vetted.map((one) => (
        <li key={one.vetter}>
          {VETTERS[one.vetter]}: <span className={one.favourable ? "good" : "short"}>{one.favourable ? "favourable" : "unfavourable"}</span>
          {one.reason && <span className="quiet"> {one.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
