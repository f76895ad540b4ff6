import type { Slate } from "../../api/types";
import { count } from "../../parts/format";

interface Props {
  slate: Slate;
  command: string | undefined;
  onCommand: (command: string | undefined) => void;
}

const STEPS = [
  ["endorsed", "endorsed", "var(--over-3)"],
  ["concurred", "concurred", "var(--over-1)"],
  ["nonconcurred", "not concurred", "var(--short-2)"],
  ["proposed", "not decided", "var(--land)"],
] as const;

/** How far each command's coordination is: one bar a command, all on one scale. */
export function Progress({ slate, command, onCommand }: Props) {
  const most = Math.max(...slate.by_command.map((one) => one.lines), 1);
  return (
    <div className="table-region" role="group" aria-label="Coordination by command" tabIndex={0} style={{ maxHeight: 226 }}>
      <table className="grid">
        <caption className="unseen">Coordination by command</caption>
        <thead>
          <tr>
            <th scope="col">Command</th>
            <th scope="col" className="wide-only progress-col">
              <span className="unseen">Drawn</span>
            </th>
            <th scope="col" className="right">Lines</th>
            {STEPS.map(([key, label, fill]) => (
              <th key={key} scope="col" className="right">
                <i className="swatch" style={{ background: fill }} aria-hidden="true" />
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slate.by_command.map((one) => (
            <tr key={one.command.id} aria-selected={command === one.command.id || undefined}>
              <th scope="row">
                <button type="button" className="linkish" onClick={() => onCommand(command === one.command.id ? undefined : one.command.id)}>
                  {one.command.code}
                </button>
              </th>
              <td className="wide-only progress-col">
                <span className="stack" style={{ width: `${(one.lines / most) * 100}%` }} aria-hidden="true">
                  {STEPS.map(([key, , fill]) => (
                    <i key={key} style={{ flexGrow: one[key], background: fill }} />
                  ))}
                </span>
              </td>
              <td className="right">{count(one.lines)}</td>
              {STEPS.map(([key]) => (
                <td key={key} className="right">
                  {count(one[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
