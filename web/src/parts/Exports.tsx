import { address } from "../api/client";

/** The same rows as files, by the same filters. */
export function Exports({ noun, params }: { noun: string; params: Parameters<typeof address>[1] }) {
  return (
    <span className="exports">
      Export{" "}
      <a href={address(`/api/export/${noun}`, { ...params, format: "csv" })} download>
        CSV
      </a>{" "}
      <a href={address(`/api/export/${noun}`, { ...params, format: "xlsx" })} download>
        XLSX
      </a>
    </span>
  );
}
