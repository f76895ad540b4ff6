import { NativeSelect, SegmentedControl, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";

export type Grouping = "command" | "country" | "office" | "service" | "grade_band" | "specialty" | "functional_area" | "funding";

const GROUPINGS: { value: Grouping; label: string }[] = [
  { value: "country", label: "by country" },
  { value: "command", label: "by command" },
  { value: "office", label: "by office" },
  { value: "service", label: "by service" },
  { value: "grade_band", label: "by grade band" },
  { value: "specialty", label: "by specialty" },
  { value: "functional_area", label: "by functional area" },
  { value: "funding", label: "by funding source" },
];

interface Choice {
  by?: Grouping | undefined;
  lens?: "place" | "supported" | undefined;
  show?: "fill" | "gap" | "required" | undefined;
  command?: string | undefined;
  plans?: false | undefined;
}

interface Props {
  search: Choice;
  /** The grouping shown. */
  by: Grouping;
  set: (change: Choice) => void;
}

export function Controls({ search, by, set }: Props) {
  return (
    <div className="controls">
      <SegmentedControl
        aria-label="What the map shows"
        value={search.show ?? "fill"}
        onChange={(value) => set({ show: value === "fill" ? undefined : (value as "gap" | "required") })}
        data={[
          { value: "fill", label: "Fill" },
          { value: "gap", label: "Gap" },
          { value: "required", label: "Required" },
        ]}
      />
      <SegmentedControl
        aria-label="Lens"
        value={search.lens ?? "place"}
        onChange={(value) => set({ lens: value === "place" ? undefined : "supported" })}
        data={[
          { value: "place", label: "Place of duty" },
          { value: "supported", label: "Partner supported" },
        ]}
      />
      <CommandSelect value={search.command} onChange={(command) => set({ command })} />
      <NativeSelect
        aria-label="Grouping of the table"
        value={by}
        onChange={(event) => {
          set({ by: GROUPINGS.find(({ value }) => value === event.currentTarget.value)?.value });
        }}
        data={GROUPINGS}
      />
      <Switch
        size="xs"
        label="with plans"
        checked={search.plans ?? true}
        onChange={(event) => set({ plans: event.currentTarget.checked ? undefined : false })}
      />
    </div>
  );
}

interface CommandProps {
  value: string | undefined;
  onChange: (command: string | undefined) => void;
}

/** Commands, agencies and headquarters that the asker may choose. */
export function CommandSelect({ value, onChange }: CommandProps) {
  const about = useQuery(ask.about());
  const commands = useQuery({
    ...ask.picture({ on: about.data?.today, by: "command", lens: "place", plans: true }),
    enabled: Boolean(about.data),
  });
  return (
    <NativeSelect
      aria-label="Command"
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: "", label: "all commands" },
        ...(commands.data?.rows ?? []).map((row) => ({ value: row.key, label: row.command ?? row.name })),
      ]}
    />
  );
}
