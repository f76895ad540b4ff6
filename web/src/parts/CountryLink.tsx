import { Link } from "@tanstack/react-router";

import type { CountryName } from "../api/types";
import { useMay } from "./useMay";

/** A country by name, which opens its page for whoever may see totals. */
export function CountryLink({ country }: { country: Pick<CountryName, "iso3" | "name"> }) {
  const may = useMay();
  if (!may("see_totals")) return country.name;
  return (
    <Link to="/countries/$code" params={{ code: country.iso3 }}>
      {country.name}
    </Link>
  );
}
