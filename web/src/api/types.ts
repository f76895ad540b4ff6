/** A civil date, `YYYY-MM-DD`. */
export type Day = string;

export interface Period {
  from: Day;
  until: Day | null;
}

export interface List<T> {
  items: T[];
  next: string | null;
  total: number;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  rule?: string | null;
  remedy?: string | null;
}

export interface DemoSignIn {
  sign_in: string;
  password: string;
  name: string;
  role: string;
}

export interface About {
  name: string;
  version: string;
  position: number;
  today: Day;
  marking: string;
  synthetic: string | null;
  demo: DemoSignIn[] | null;
  roles: { role: string; title: string; reach: string; purpose: string }[];
}

export interface Session {
  account: string;
  sign_in: string;
  name: string;
  grants: { role: string; role_title: string; reach: string }[];
  may: string[];
}

export interface PictureRow {
  key: string;
  name: string;
  iso3: string | null;
  lat: number | null;
  lon: number | null;
  command: string | null;
  indicated: number | null;
  validated: number | null;
  required: number | null;
  required_basis: "validated" | "indicated" | "mixed" | null;
  authorised: number;
  assigned: number;
  present: number;
  vacant: number;
  approved_gaps: number;
  fill_rate: number | null;
  fill_90: number | null;
  fill_180: number | null;
  mismatch_grade: number;
  mismatch_language: number;
  mismatch_certificate: number;
  rotations_due_90: number;
}

export interface Picture {
  on: Day;
  today: Day;
  by: string;
  lens: string;
  plans: boolean;
  rows: PictureRow[];
  total: PictureRow;
  before: { on: Day; total: PictureRow };
  note: string | null;
}

export interface ProjectionMonth {
  month: Day;
  authorised: number;
  assigned_planned: number;
  assigned_unplanned: number;
  fill_planned: number | null;
  fill_unplanned: number | null;
}

export interface Projection {
  from: Day;
  months: ProjectionMonth[];
}

export interface Ref {
  id: string;
  name: string;
}
export interface CodeRef {
  id: string;
  code: string;
}
export interface PersonRef {
  id: string;
  name: string;
  grade: string;
}
export interface BilletRef {
  id: string;
  number: string;
  title: string;
}

export interface OfficeRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  designation: string | null;
  country: { id: string; iso3: string; name: string } | null;
  command: CodeRef | null;
  post: { id: string; name: string; status: string } | null;
  authorised: number;
  assigned: number;
  vacant: number;
  fill_rate: number | null;
  gap_days_year: number;
}

export interface Rotation {
  tour: string;
  person: PersonRef | null;
  billet: BilletRef;
  rotation: Day;
  relief: { person: Ref | null; report: Day } | null;
  gap_days: number | null;
}

export interface Office extends OfficeRow {
  zone: string;
  lat: number;
  lon: number;
  existence: Period;
  differentials: { hardship_pct: number; danger_pct: number; cola_pct: number } | null;
  validated: { from: Day; strength: number; document: string } | null;
  indicated: number | null;
  authorities: {
    kind: string;
    title: string;
    holder: string;
    acts: string[];
    period: Period;
    source: string;
  }[];
  section_515: { members: number; limit: number; document: string | null } | null;
  picture: PictureRow;
  rotations: Rotation[];
}

export interface Span {
  from: Day;
  until: Day;
  days: number;
}

export interface Tour {
  id: string;
  person: PersonRef | null;
  status: string;
  incumbency: string;
  from: Day;
  until: Day;
  report: Day;
  rotation: Day;
  accompanied: boolean;
}

export interface TimelineBillet {
  id: string;
  number: string;
  title: string;
  grade: string;
  service_coding: string;
  key: boolean;
  authorised: Period;
  approved_gaps: Period[];
  tours: Tour[];
  gaps: Span[];
  overlaps: Span[];
}

export interface Timeline {
  from: Day;
  until: Day;
  billets: TimelineBillet[];
}

export interface Driver {
  measure: string;
  title: string;
  count: number;
  fiscal_year: number;
  minutes_each: number;
  lever: string;
  hours_month: number;
  source: string;
  synthetic: boolean;
}

export interface Demand {
  on: Day;
  country: Ref | string | null;
  hours_month: number;
  available_hours_year: number;
  minimum_team: number;
  indicated: number;
  drivers: Driver[];
  formula: string;
  caution: string;
}

export interface BilletRow {
  id: string;
  number: string;
  title: string;
  office: CodeRef;
  command: CodeRef | null;
  country: string | null;
  post: string | null;
  grade: string;
  service_coding: string;
  specialty: string | null;
  languages: string[];
  clearance: string;
  sc_code: string | null;
  functional_area: string | null;
  funding: string;
  key: boolean;
  accompanied: boolean;
  section_515: boolean;
  fill_mode: string;
  authorised: Period;
  incumbent: PersonRef | null;
  state: string;
  vacant_since: Day | null;
  next_report: Day | null;
}

export interface Billet extends BilletRow {
  terms: { from: Day; terms: Record<string, unknown> }[];
  tours: Tour[];
  gaps: Span[];
  overlaps: Span[];
  approved_gaps: Period[];
  reports_to: BilletRef | null;
  supports: { name: string; share_per_mille: number }[];
  coordinators: string[];
  tour_length: { accompanied_months: number; unaccompanied_months: number } | null;
  source: string;
  changed: number;
}

export interface PersonRow {
  id: string;
  number: string;
  name: string;
  service: string;
  grade: string;
  specialties: string[];
  office: CodeRef | null;
  billet: BilletRef | null;
  arrived: Day | null;
  rotation: Day | null;
  next: { office: CodeRef; billet: BilletRef; report: Day } | null;
  languages: string[];
  clearance: string | null;
  certificates: string[];
  source: string;
}

export interface Contradiction {
  kind: string;
  source: string;
  billet: string | null;
  person: string | null;
  tour: string | null;
  detail: string;
  noted: Day;
}

export interface PersonTour extends Tour {
  billet?: BilletRef | null;
  office?: CodeRef | null;
}

export interface Person extends PersonRow {
  tours: PersonTour[];
  personal: { born: Day | null; separates: Day | null; available_from: Day | null } | null;
  family: { dependents: number | null } | null;
  contradictions: Contradiction[];
  changed: number;
}

export interface CycleRow {
  id: string;
  name: string;
  window: Period;
  scope: CodeRef[];
  opened: Day;
  closed: Day | null;
  slate: { id: string; lines: number; concurred: number; nonconcurred: number; endorsed: number } | null;
}

export interface LeverValue {
  lever: string;
  value: number;
  unit: string;
  meaning: string;
}

export interface Cycle extends CycleRow {
  movers: number;
  openings: number;
  preferences: number;
  levers: LeverValue[];
}

export interface Computed {
  key: string;
  cycle: string;
  base: number;
  seconds: number;
  objective: number;
  bound: number;
  lines: number;
  unfilled: number;
  unmatched: number;
  pairs: number;
  verified: string;
}

export interface Accepted {
  position: number;
  created: string[];
  repeated: boolean;
}

export interface Slate {
  id: string;
  cycle: string;
  proposed: Day;
  base: number;
  objective: number;
  levers: LeverValue[];
  lines: number;
  unfilled: number;
  unmatched: number;
  by_command: {
    command: CodeRef;
    lines: number;
    proposed: number;
    concurred: number;
    nonconcurred: number;
    endorsed: number;
  }[];
  withdrawn: Day | null;
}

export interface LineRow {
  line: number;
  person: { id: string; name: string; grade: string; service: string };
  from: { office: string; billet: string } | null;
  billet: BilletRef & { grade: string };
  office: CodeRef;
  command: CodeRef | null;
  report: Day;
  rotation: Day;
  accompanied: boolean;
  cost: number;
  status: string;
  reason: string | null;
  runner_up: { person: Ref | null; costs_more: number } | null;
  mine: boolean;
}

export interface Why {
  line: LineRow;
  rules: { id: string; title: string; authority: string; waivable: boolean; passed: boolean; compared: string }[];
  parts: { lever: string; meaning: string; amount: number; unit: string; rate: number; points: number }[];
  cost: number;
  price: number;
  runner_up: { person: Ref | null; costs_more: number } | null;
  alternatives: { name: string; costs_more: number }[];
  sentence: string;
  computed_on: number;
}

export interface Miss {
  rule: string;
  count: number;
}

export interface Unfilled {
  billet: BilletRef & { grade: string };
  office: CodeRef;
  command: CodeRef | null;
  cost: number;
  eligible: number;
  sentence: string;
  near_misses: Miss[];
}

export interface Unmatched {
  person: { id: string; name: string; grade: string; service: string };
  sentence: string;
  eligible: number;
  near_misses: Miss[];
}

export interface Lever {
  key: string;
  group: string;
  meaning: string;
  unit: string;
  least: number;
  most: number;
  default: number;
  source: string;
  value: number;
  history: { from: Day; value: number; reason: string; by: string | null }[];
}

export interface JournalEntry {
  position: number;
  at: string;
  actor: Ref | null;
  command: string;
  events: { event: string; summary: string }[];
  leaf: string;
}

export interface Head {
  size: number;
  root: string;
  at: string;
  key_id: string;
  signature: string;
}

export interface Opening {
  billet: BilletRef & { grade: string };
  office: CodeRef;
  command: CodeRef | null;
  opens: Day;
  cost: number;
}

export interface Mover {
  person: { id: string; name: string; grade: string; service: string };
  from: { office: string; billet: string } | null;
  free: Day;
}

export interface AuditReport {
  sound: boolean;
  records: number;
  sentence: string;
}
