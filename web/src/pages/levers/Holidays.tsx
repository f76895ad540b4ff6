import { Button, TextInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { HolidayRow } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { day, weekday } from "../../parts/format";

/** The day that is set, and whether it is worked then. */
interface Setting {
  day: string;
  worked: boolean;
}

/** The days of a year that are not worked, and what was set here of single days. */
export function Holidays({ today, maySet }: { today: string; maySet: boolean }) {
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [setting, setSetting] = useState<Setting | null>(null);
  const holidays = useQuery(ask.holidays(year));
  return (
    <section aria-labelledby="holidays">
      <div className="section-head">
        <h2 id="holidays">{`Holidays of ${year}`}</h2>
        <Button variant="subtle" size="compact-xs" onClick={() => setYear(year - 1)}>{`Back to ${year - 1}`}</Button>
        <Button variant="subtle" size="compact-xs" onClick={() => setYear(year + 1)}>{`On to ${year + 1}`}</Button>
        <span className="space" />
        {maySet && (
          <Button variant="default" size="compact-sm" onClick={() => setSetting({ day: today, worked: false })}>
            Close a day
          </Button>
        )}
      </div>
      <p className="quiet">Working days are Monday to Friday but these. A holiday of a Saturday is observed on Friday, one of a Sunday on Monday.</p>
      <Answer of={holidays}>
        {(rows) => (
          <div className="table-region" role="group" aria-label="Holidays of the year" tabIndex={0}>
            <table className="grid fixed levers">
              <caption className="unseen">Holidays of the year</caption>
              <thead>
                <tr>
                  <th scope="col" className="range">Day</th>
                  <th scope="col">Holiday</th>
                  <th scope="col" className="wide-only">Source</th>
                  <th scope="col" className="wide-only">History</th>
                  {maySet && <th scope="col" className="set"><span className="unseen">Change</span></th>}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.day} row={row} onSet={maySet ? setSetting : null} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
      {setting && <SetDay setting={setting} onClose={() => setSetting(null)} />}
    </section>
  );
}

function Row({ row, onSet }: { row: HolidayRow; onSet: ((setting: Setting) => void) | null }) {
  const last = row.history.at(-1);
  // What a day was closed for stays its name once that is taken back.
  const closed = row.history.findLast((change) => !change.worked);
  return (
    <tr>
      <th scope="row" className="wraps">{`${weekday(row.day)} ${day(row.day)}`}</th>
      <td className="wraps">
        {row.name ?? closed?.reason}
        {row.in_lieu_of && <span className="quiet small meaning">{`In lieu of ${weekday(row.in_lieu_of)} ${day(row.in_lieu_of)}`}</span>}
        {row.worked && <strong className="meaning">Worked all the same</strong>}
      </td>
      <td className="wide-only wraps small">{row.source ?? last?.source}</td>
      <td className="wide-only wraps small">
        {row.history.length === 0 && <span className="quiet">as the law has it</span>}
        {row.history.map((change, nth) => (
          <span key={nth} className="meaning">
            {`${change.worked ? "Taken back" : "Closed"} on ${day(change.on)}${change.by ? ` by ${change.by}` : ""}: ${change.reason} (${change.source})`}
          </span>
        ))}
      </td>
      {onSet && (
        <td className="set">
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onSet({ day: row.day, worked: !row.worked })}
            aria-label={`${row.worked ? "Close" : "Take back"} ${day(row.day)}`}
          >
            {row.worked ? "Close" : "Take back"}
          </Button>
        </td>
      )}
    </tr>
  );
}

function SetDay({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const [on, setOn] = useState(setting.day);
  const [reason, setReason] = useState("");
  const [source, setSource] = useState("");
  const set = useCommand("set_working_day", onClose);
  const title = setting.worked ? "Take a holiday back" : "Close a day";
  return (
    <CommandDrawer
      title={title}
      opened
      onClose={onClose}
      pending={set.isPending}
      error={set.error}
      submit={setting.worked ? "Take it back" : "Close the day"}
      onSubmit={() => set.mutate({ body: { day: on, worked: setting.worked, reason, source } })}
    >
      <TextInput type="date" label="Day" description="From Monday to Friday" value={on} readOnly={setting.worked} onChange={(event) => setOn(event.currentTarget.value)} required />
      <Textarea label="Reason" description="Names no person" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required minRows={2} autosize />
      <TextInput label="Order or law" description="Such as an executive order" value={source} onChange={(event) => setSource(event.currentTarget.value)} required />
    </CommandDrawer>
  );
}
