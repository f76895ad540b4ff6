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
export type PostRow = S["PostRow"];
export type Post = S["PostPage"];
export type PostPerson = S["PostPerson"];
export type PostStatus = S["PostStatus"];
export type Duty = S["DutyNow"];
export type DepartureAsk = S["DepartureAsk"];
export type DepartureOutcome = S["DepartureOutcome"];
export type DepartureReach = S["DepartureReach"];
export type DeparturePreview = S["DeparturePreview"];
export type DeparturePerson = S["DeparturePerson"];
export type AugmentationRow = S["AugmentationRow"];
export type AugmentationKind = S["AugmentationKind"];
export type DiversionRow = S["DiversionRow"];
export type OrderState = S["OrderState"];
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
export type BilletTerms = S["BilletTerms"];
export type RequestRow = S["RequestRow"];
export type ChangeRequest = S["RequestPage"];
export type RequestStatus = S["RequestStatus"];
export type RequestRound = S["RoundRow"];
export type RequestAsked = S["CoordinatorRow"];
export type Packet = S["Packet"];
export type PacketSection = S["WrittenSection"];
export type PacketBlock = S["Block"];
export type ManningDocument = S["DocumentRow"];
export type Strengths = S["Strengths"];
export type LedgerRow = S["LedgerRow"];
export type Ledger = S["LedgerPage"];
export type LedgerLine = S["LedgerLine"];
export type LedgerChange = S["LedgerChange"];
export type TurnoverBook = S["TurnoverBook"];
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
export type Tracker = S["Tracker"];
export type LineStatus = S["LineStatus"];
export type LinePage = S["LinePage"];
export type Part = S["PartWhy"];
export type NearMiss = S["NearMiss"];
export type UnfilledRow = S["UnfilledRow"];
export type UnmatchedRow = S["UnmatchedRow"];
export type RequisitionRow = S["RequisitionRow"];
export type Requisition = S["RequisitionPage"];
export type RequisitionStatus = S["RequisitionStatus"];
export type RequisitionAct = S["RequisitionAct"];
export type UnaskedRow = S["UnaskedRow"];
export type CandidateRow = S["CandidateRow"];
export type CandidateWhy = S["CandidateWhy"];
export type NomineeRow = S["NomineeRow"];
export type Stage = S["Stage"];
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
  order_departure: S["OrderDeparture"];
  end_departure: S["EndDeparture"];
  rescind_departure: S["RescindDeparture"];
  divert_person: S["DivertPerson"];
  end_diversion: S["EndDiversion"];
  augment_office: S["AugmentOffice"];
  end_augmentation: S["EndAugmentation"];
  authorise_section_515: S["AuthoriseSection515"];
  draft_billet_request: S["DraftBilletRequest"];
  amend_billet_request: S["AmendBilletRequest"];
  edit_packet: S["EditPacket"];
  submit_billet_request: S["SubmitBilletRequest"];
  review_billet_request: S["ReviewBilletRequest"];
  answer_billet_request: S["AnswerBilletRequest"];
  decide_billet_request: S["DecideBilletRequest"];
  withdraw_billet_request: S["WithdrawBilletRequest"];
  decide_lines: S["DecideLines"];
  endorse_lines: S["EndorseLines"];
  publish_slate: S["PublishSlate"];
  withdraw_slate: S["WithdrawSlate"];
  open_cycle: S["OpenCycle"];
  close_cycle: S["CloseCycle"];
  set_service_limit: S["SetServiceLimit"];
  set_service_calendar: S["SetServiceCalendar"];
  record_arrival_step: S["RecordArrivalStep"];
  set_lever: S["SetLever"];
  order_tour: S["OrderTour"];
  record_arrival: S["RecordArrival"];
  open_requisition: S["OpenRequisition"];
  cancel_requisition: S["CancelRequisition"];
  ask_again: S["AskAgain"];
  extend_suspense: S["ExtendSuspense"];
  nominate_person: S["NominatePerson"];
  declare_no_fill: S["DeclareNoFill"];
  withdraw_nomination: S["WithdrawNomination"];
  request_by_name: S["RequestByName"];
  decline_by_name: S["DeclineByName"];
  open_board: S["OpenBoard"];
  vet_nominee: S["VetNominee"];
  select_nominee: S["SelectNominee"];
  accept_nominee: S["AcceptNominee"];
  decline_nominee: S["DeclineNominee"];
  propose_reassignment: S["ProposeReassignment"];
  give_consent: S["GiveConsent"];
  refuse_consent: S["RefuseConsent"];
  record_recruitment_step: S["RecordRecruitmentStep"];
  define_source: S["DefineSource"];
  link_rows: S["LinkRows"];
  unlink_row: S["UnlinkRow"];
  set_rows_aside: S["SetRowsAside"];
  register_row: S["RegisterRow"];
  resolve_contradictions: S["ResolveContradictions"];
  defer_contradictions: S["DeferContradictions"];
  send_back: S["SendBack"];
}
