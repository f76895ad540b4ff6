import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState, type ReactNode } from "react";

import type {
  AugmentationKind, ContradictionKind, FunctionalArea, OfficeKind, OrderState, PostStatus, RequestStatus,
  RequisitionStatus, Service,
} from "../api/types";
import { words } from "./format";

/** A value the server knows and the name people use. */
export type Choice<T extends string> = readonly (readonly [T, string])[];

export const KINDS: Choice<OfficeKind> = [
  ["sco", "SCOs"],
  ["combatant_command", "Combatant commands"],
  ["agency", "Agencies"],
  ["headquarters", "Headquarters"],
  ["school", "Schools"],
];

export const STATUSES: Choice<PostStatus> = (
  ["accompanied", "partly_accompanied", "unaccompanied", "ordered_departure", "suspended"] as const
).map((status) => [status, words(status)]);

export const AUGMENTATIONS: Choice<AugmentationKind> = (
  ["temporary_duty", "reserve_orders", "guard_bilateral", "contractor", "training_team"] as const
).map((kind) => [kind, words(kind)]);

export const STATES: Choice<OrderState> = (["running", "planned", "ended", "cancelled"] as const).map((state) => [state, words(state)]);

export const SERVICES: Choice<Service> = [
  ["army", "Army"],
  ["air_force", "Air Force"],
  ["navy", "Navy"],
  ["marine_corps", "Marine Corps"],
  ["space_force", "Space Force"],
  ["coast_guard", "Coast Guard"],
  ["civilian", "Civilian"],
  ["locally_employed", "Locally employed"],
];

export const CONTRADICTIONS: Choice<ContradictionKind> = (
  [
    "unmatched_row", "person_not_named", "person_not_listed", "billet_not_listed", "unknown_billet", "code_disagrees",
    "place_disagrees", "duplicate_person", "late_report", "sources_disagree", "expired_score", "impossible_date", "second_incumbent",
    "outside_authorisation", "two_places", "wrong_service", "section515_exceeded", "beyond_separation",
  ] as const
).map((kind) => [kind, words(kind)]);

export const STANDINGS: Choice<RequisitionStatus> = [
  ["nominating", "Nomination"],
  ["vetting", "Vetting"],
  ["selecting", "Selection"],
  ["consenting", "Consent"],
  ["recruiting", "Recruitment"],
  ["accepting", "Acceptance"],
  ["unresolved", "Unresolved"],
  ["planned", "Planned"],
  ["ordered", "Ordered"],
  ["filled", "Filled"],
  ["approved_gap", "Approved gap"],
  ["cancelled", "Cancelled"],
];

export const REQUEST_STATUSES: Choice<RequestStatus> = [
  ["drafted", "Drafts"],
  ["review", "Under review"],
  ["returned", "Returned"],
  ["coordination", "In coordination"],
  ["decision", "Waiting for a decision"],
  ["approved", "Approved"],
  ["disapproved", "Disapproved"],
  ["withdrawn", "Withdrawn"],
];

export const GRADES: Choice<string> = [
  ...["E-4", "E-5", "E-6", "E-7", "E-8", "E-9"],
  ...["W-2", "W-3", "W-4", "W-5"],
  ...["O-2", "O-3", "O-4", "O-5", "O-6", "O-7", "O-8"],
  ...["GS-7", "GS-9", "GS-11", "GS-12", "GS-13", "GS-14", "GS-15", "SES"],
].map((grade) => [grade, grade]);

export const AREAS: Choice<FunctionalArea> = [
  ["planning_oversight_execution", "Planning, oversight and execution"],
  ["case_life_cycle", "Case life-cycle management"],
  ["training_education", "Training and education management"],
  ["acquisition", "Acquisition management"],
  ["sco_operations", "SCO operations and management"],
];

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

interface ChoiceProps<T extends string> {
  label: string;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  of: Choice<T>;
  all: string;
}

export function ChoiceFilter<T extends string>({ label, value, onChange, of, all }: ChoiceProps<T>) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(of.find(([key]) => key === event.currentTarget.value)?.[0])}
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
