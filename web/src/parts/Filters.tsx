import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState, type ReactNode } from "react";

export const SERVICES = [
  ["army", "Army"],
  ["air_force", "Air Force"],
  ["navy", "Navy"],
  ["marine_corps", "Marine Corps"],
  ["space_force", "Space Force"],
  ["coast_guard", "Coast Guard"],
  ["civilian", "Civilian"],
  ["locally_employed", "Locally employed"],
] as const;

export const GRADES = [
  ...["E-4", "E-5", "E-6", "E-7", "E-8", "E-9"],
  ...["W-2", "W-3", "W-4", "W-5"],
  ...["O-2", "O-3", "O-4", "O-5", "O-6", "O-7", "O-8"],
  ...["GS-7", "GS-9", "GS-11", "GS-12", "GS-13", "GS-14", "GS-15", "SES"],
];

export const AREAS = [
  ["planning_oversight_execution", "Planning, oversight and execution"],
  ["case_life_cycle", "Case life-cycle management"],
  ["training_education", "Training and education management"],
  ["acquisition", "Acquisition management"],
  ["sco_operations", "SCO operations and management"],
] as const;

export function Filters({ children }: { children: ReactNode }) {
  return (
    <div className="controls" role="search" aria-label="Filters">
      {children}
    </div>
  );
}

interface TextProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Text that filters once the typing pauses. */
export function TextFilter({ label, value, onChange }: TextProps) {
  const [typed, setTyped] = useState({ from: value, text: value ?? "" });
  const tell = useDebouncedCallback((text: string) => onChange(text.trim() || undefined), 220);
  // An address that changed from outside wins over what was typed before.
  const text = typed.from === value || typed.text.trim() === (value ?? "") ? typed.text : (value ?? "");
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setTyped({ from: value, text: event.currentTarget.value });
        tell(event.currentTarget.value);
      }}
    />
  );
}

interface ChoiceProps extends TextProps {
  of: readonly (readonly [string, string])[];
  all: string;
}

export function ChoiceFilter({ label, value, onChange, of, all }: ChoiceProps) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[{ value: "", label: all }, ...of.map(([key, name]) => ({ value: key, label: name }))]}
    />
  );
}

interface FlagProps {
  label: string;
  value: true | undefined;
  onChange: (value: true | undefined) => void;
}

export function FlagFilter({ label, value, onChange }: FlagProps) {
  return <Checkbox label={label} checked={value ?? false} onChange={(event) => onChange(event.currentTarget.checked || undefined)} />;
}
