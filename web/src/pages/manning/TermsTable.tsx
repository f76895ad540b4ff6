import type { BilletTerms, ChangeRequest } from "../../api/types";
import { words } from "../../parts/format";

/** A value of a billet's terms in words. */
function said(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return /^[a-z_0-9]+$/.test(value) ? words(value) : value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(said).join(", ");
  return Object.entries(value)
    .map(([name, held]) => `${words(name).toLowerCase()} ${said(held)}`)
    .join(", ");
}

/** The terms asked for, beside those that hold where there are any; only what differs is shown then. */
export function TermsTable({ request }: { request: ChangeRequest }) {
  const asked: BilletTerms | undefined =
    "establish" in request.change ? request.change.establish.terms : "change" in request.change ? request.change.change.terms : undefined;
  const now = request.terms_now ?? undefined;
  if (!asked) return null;
  const names = (Object.keys(asked) as (keyof BilletTerms)[]).filter((name) => !now || said(now[name]) !== said(asked[name]));
  return (
    <section aria-labelledby="terms">
      <div className="section-head">
        <h2 id="terms">{now ? "What changes" : "The billet asked for"}</h2>
      </div>
      <div className="table-region" role="group" aria-label="Terms" tabIndex={0}>
        <table className="grid">
          <caption className="unseen">Terms of the billet</caption>
          <thead>
            <tr>
              <th scope="col">Term</th>
              {now && <th scope="col">Now</th>}
              <th scope="col">Asked for</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{words(name)}</th>
                {now && <td className="wraps">{said(now[name])}</td>}
                <td className="wraps">{said(asked[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
