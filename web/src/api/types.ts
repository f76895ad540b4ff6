/** The nouns of the API under the names the pages use; their shapes are generated from `openapi.json`. */
import type { components } from "./schema";

type S = components["schemas"];

export type Problem = S["Problem"];
export type Period = S["Period"];
export type About = S["About"];
export type Session = S["Session"];
export type Picture = S["Picture"];
export type PictureRow = S["PictureRow"];
export type Projection = S["Projection"];
export type Grouping = S["Grouping"];
export type Lens = S["Lens"];
export type OfficeKind = S["OfficeKind"];
export type OfficeRow = S["OfficeRow"];
export type Office = S["OfficePage"];
export type Rotation = S["Rotation"];
export type Timeline = S["OfficeTimeline"];
export type TimelineBillet = S["TimelineBillet"];
export type TimelineTour = S["TimelineTour"];
export type Demand = S["Demand"];
export type Driver = S["Driver"];
export type BilletState = S["BilletState"];
export type BilletRow = S["BilletRow"];
export type Billet = S["BilletPage"];
export type Service = S["Service"];
export type FunctionalArea = S["FunctionalArea"];
export type PersonName = S["PersonName"];
export type PersonRow = S["PersonRow"];
export type Person = S["PersonPage"];
export type QueueRow = S["QueueRow"];
export type QueuePage = S["QueuePage"];
export type QueueSummary = S["QueueSummary"];
export type StandingKind = S["StandingKind"];
export type Outcome = S["Outcome"];
export type CandidateName = S["CandidateName"];
export type Provenance = S["Provenance"];
export type SourceRow = S["SourceRow"];
export type SourcePage = S["SourcePage"];
export type SourceKind = S["SourceKind"];
export type KindGuide = S["KindGuide"];
export type Definition = S["DefineSource"];
export type Profile = S["Profile"];
export type Mapped = S["Mapped"];
export type Look = S["Look"];
export type Brought = S["Brought"];
export type Load = S["Load"];
export type ContradictionKind = S["ContradictionKind"];
export type CurtailmentReason = S["CurtailmentReason"];
export type CycleRow = S["CycleRow"];
export type Cycle = S["CyclePage"];
export type Computed = S["Computed"];
export type MoverRow = S["MoverRow"];
export type OpeningRow = S["OpeningRow"];
/** Without the levers it was made with, which no page shows. */
export type Slate = Omit<S["SlatePage"], "levers">;
export type LineRow = S["LineRow"];
export type LineStatus = S["LineStatus"];
export type LinePage = S["LinePage"];
export type Part = S["PartWhy"];
export type NearMiss = S["NearMiss"];
export type UnfilledRow = S["UnfilledRow"];
export type UnmatchedRow = S["UnmatchedRow"];
export type LeverRow = S["LeverRow"];
export type JournalRow = S["JournalRow"];
export type Taken = S["Taken"];

/** A page of a list: the cursor of the next is text, or a position in the journal. */
export interface Page<T> {
  items: T[];
  next?: string | number | null;
  total: number;
}

/** A head of the journal's tree, signed. The instant is in microseconds since 1970. */
export interface SignedHead {
  size: number;
  root: string;
  at: number;
  key_id: string;
  signature: string;
}

/** What verifying the journal found. */
export interface AuditReport {
  head: { size: number; root: string };
  findings: { position: number | null; what: string }[];
  count: number;
}

/** The body of a command, by its name. */
export interface Commands {
  plan_tour: S["PlanTour"];
  extend_tour: S["ExtendTour"];
  curtail_tour: S["CurtailTour"];
  approve_gap: S["ApproveGap"];
  decide_lines: S["DecideLines"];
  endorse_lines: S["EndorseLines"];
  set_lever: S["SetLever"];
  define_source: S["DefineSource"];
  link_rows: S["LinkRows"];
  unlink_row: S["UnlinkRow"];
  set_rows_aside: S["SetRowsAside"];
  register_row: S["RegisterRow"];
  resolve_contradictions: S["ResolveContradictions"];
  defer_contradictions: S["DeferContradictions"];
  send_back: S["SendBack"];
}
