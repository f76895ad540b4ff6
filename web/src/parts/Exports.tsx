import type { paths } from "../api/schema";

type Format = NonNullable<NonNullable<paths["/api/export/{noun}"]["get"]["parameters"]["query"]>["format"]>;

/** Everything of a noun that the asker may see, as a file with its marking. The page's filters do not narrow it. */
export function Exports({ noun }: { noun: "offices" | "billets" | "people" | "cases" }) {
  const address = (format: Format) => `/api/export/${noun}?format=${format}`;
  return (
    <span>
      Export all as{" "}
      <a href={address("csv")} download>
        CSV
      </a>{" "}
      or{" "}
      <a href={address("xlsx")} download>
        XLSX
      </a>
    </span>
  );
}
