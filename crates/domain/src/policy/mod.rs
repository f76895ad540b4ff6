//! Levers: every parameter of policy, named, dated, ranged, changed by a command with a reason. No rule holds a number
//! of its own; it asks for a lever on a date.

mod figures;
mod holidays;

pub use figures::{PolicyFigure, PolicyKey, PolicyRows, PolicySet, SetPolicy};
pub use holidays::{Holiday, SetWorkingDay, WorkingDaySet, WorkingDaySetting, WorkingDays, legal_holidays};

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, Date, Position, Text};
use crate::world::World;

/// What a lever means, in which unit, between which bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LeverDefinition {
    /// Its name in the API and the journal.
    pub key: Lever,
    /// The group it is shown in.
    pub group: &'static str,
    /// What it means, as a sentence.
    pub meaning: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The smallest value allowed.
    pub least: i64,
    /// The largest value allowed.
    pub most: i64,
    /// The value in force until it is set.
    pub default: i64,
    /// Where the default comes from.
    pub source: &'static str,
}

macro_rules! levers {
    ($($variant:ident $group:literal $unit:literal $least:literal..=$most:literal = $default:literal, $meaning:literal, $source:literal;)*) => {
        /// A policy parameter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Lever { $(#[doc = $meaning] $variant,)* }

        impl Lever {
            /// Every lever.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// What it means.
            pub fn definition(self) -> LeverDefinition {
                match self {
                    $(Self::$variant => LeverDefinition {
                        key: self, group: $group, meaning: $meaning, unit: $unit, least: $least, most: $most,
                        default: $default, source: $source,
                    },)*
                }
            }
        }
    };
}

levers! {
    OverlapDays "workforce" "days" 0..=120 = 14, "Days that two primary incumbents of one billet may overlap without an authorisation.", "facts §3 (default 14 days)";
    Section515Members "workforce" "members" 0..=100 = 6, "US military members under section 515 in one country unless Congress authorises more.", "22 U.S.C. 2321i";
    LateReportDays "workforce" "days" 1..=365 = 30, "Days after an arrival or departure from which its report counts as late.", "our assumption";
    EscalationDays "workforce" "days" 1..=365 = 7, "Days after which a turn that was not taken by its suspense passes one step further up the line.", "our assumption";
    CorrectionDays "workforce" "days" 1..=365 = 30, "Days that the owner of a system of record has to answer a correction list.", "our assumption";
    RequestOfficeDays "manning" "days" 1..=365 = 30, "Days an office has to submit a drafted or returned billet change request.", "our assumption";
    RequestReviewDays "manning" "days" 1..=365 = 21, "Days headquarters has to review a submitted billet change request.", "our assumption";
    RequestCoordinationDays "manning" "days" 1..=365 = 30, "Days a command, agency or service has to answer a billet change request.", "our assumption";
    RequestMissionDays "manning" "days" 1..=730 = 60, "Days a chief of mission has for an NSDD-38 decision on a billet change request.", "our assumption";
    RequestDecisionDays "manning" "days" 1..=365 = 14, "Days headquarters has to decide a billet change request that everybody answered.", "our assumption";
    ScoShare "workforce" "per mille" 10..=300 = 75, "Share of all billets that stand in security cooperation organisations.", "facts §2: 5-10 %, unconfirmed";
    DepartureDays "presence" "days" 1..=730 = 180, "Days for which an ordered departure may last.", "5 U.S.C. 5523; DSSR 600: evacuation payments end after 180 days";
    DepartureWarningDays "presence" "days" 0..=180 = 30, "Days before the end of an ordered departure's span from which it is pointed out.", "our assumption";
    DiversionDays "presence" "days" 1..=365 = 90, "Days for which a command may divert a person inside its area.", "our assumption";
    TemporaryDutyDays "presence" "days" 1..=365 = 180, "Days of temporary duty at one place.", "Joint Travel Regulations: more than 180 days needs a waiver (unconfirmed)";
    ReserveOrdersDays "presence" "days" 1..=1825 = 365, "Days of one set of reserve orders.", "our assumption; 10 U.S.C. 12301(d) sets none";
    GuardBilateralDays "presence" "days" 1..=1825 = 1095, "Days that a Guard bilateral affairs officer stays.", "our assumption (three years, unconfirmed)";
    ContractorDays "presence" "days" 1..=1825 = 365, "Days for which contractors are recorded at once.", "our assumption (one contract year)";
    TrainingTeamDays "presence" "days" 1..=365 = 179, "Days that a training team stays.", "SAMM C10: a mobile training team stays less than 180 days (unconfirmed)";
    LanguageScoreMonths "eligibility" "months" 12..=120 = 60, "Months after which a language score has aged out.", "facts §3 (five years)";
    GradeTolerance "eligibility" "grades" 0..=3 = 1, "Grades above or below the billet's that may still fill it, at a cost.", "facts §3 (exact, ±1)";
    ReportWindowDays "eligibility" "days" 0..=365 = 90, "Days by which a report date may lie after the billet falls open or the person becomes free.", "our assumption";
    MinimumTourMonths "eligibility" "months" 1..=48 = 12, "Months a person must be able to serve before separation or retirement to start a tour.", "facts §3 (shortest unaccompanied tour)";
    UnknownFactsPass "eligibility" "0 or 1" 0..=1 = 1, "Whether a rule passes where no source brings the fact it asks for: 1 passes and says so, 0 does not.", "our assumption";
    LanguageCourseLevel "eligibility" "half steps" 0..=6 = 4, "ILR half steps that a language course reaches (4 is level 2); 0 counts no courses.", "our assumption";
    CourseWeeksOne "eligibility" "weeks" 1..=104 = 26, "Weeks of a course in a language of category I.", "facts §3 (36 unconfirmed)";
    CourseWeeksTwo "eligibility" "weeks" 1..=104 = 35, "Weeks of a course in a language of category II.", "facts §3";
    CourseWeeksThree "eligibility" "weeks" 1..=104 = 48, "Weeks of a course in a language of category III.", "facts §3";
    CourseWeeksFour "eligibility" "weeks" 1..=104 = 64, "Weeks of a course in a language of category IV.", "facts §3";
    ClearanceSecretMonths "eligibility" "months" 0..=36 = 6, "Months in which a Secret clearance is obtained; 0 counts only one that is held.", "our assumption";
    ClearanceTopSecretMonths "eligibility" "months" 0..=36 = 10, "Months in which a Top Secret clearance is obtained; 0 counts only one that is held.", "our assumption";
    ClearanceSciMonths "eligibility" "months" 0..=36 = 12, "Months in which access to Top Secret/SCI is obtained; 0 counts only one that is held.", "our assumption";
    CertificateWeeks "eligibility" "weeks per level" 0..=104 = 6, "Weeks of training for each certificate level that is missing; 0 counts only what is held.", "our assumption";
    RetainabilityMonths "eligibility" "months" 0..=60 = 0, "Months of service that a member must have left from the report date on, where a service asks for more than the shortest tour.", "facts §3 (retainability); months differ by service";
    TimeOnStationMonths "eligibility" "months" 0..=60 = 12, "Months that a member must have served on station before moving on.", "facts §3 (time on station); months are our assumption";
    JointTourMonths "eligibility" "months" 0..=60 = 22, "Months, and one day, of a joint tour from which it is credited in full.", "10 U.S.C. 664; facts §3";
    ForeignLimitMonths "eligibility" "months" 12..=180 = 60, "Months for which a civilian may serve in foreign areas without a break.", "DoDI 1400.25 v1230 (five years; extensions are waivers)";
    ForeignBreakDays "eligibility" "days" 0..=730 = 183, "Days at home or abroad that do not break a row of years served abroad or at home.", "our assumption";
    ConsecutiveHardshipRule "eligibility" "0 or 1" 0..=1 = 0, "Whether a second tour in a row at a hardship post is refused (1) or only priced (0).", "our assumption";
    KeyExperienceMonths "eligibility" "months" 0..=240 = 12, "Months of security cooperation duty that a key billet asks for.", "facts §3 (key billets); months are our assumption";
    CommutingKm "eligibility" "km" 0..=1000 = 80, "Kilometres between two posts to which a couple can commute.", "our assumption";
    StateRules "eligibility" "0 or 1" 0..=1 = 0, "Whether the State-style rules apply: fair share and six in eight.", "facts §3: a third set, off by default";
    FairShareMonths "eligibility" "months" 0..=96 = 20, "Months at hardship posts within eight years that count as a fair share (State style).", "facts §3";
    DomesticLimitMonths "eligibility" "months" 12..=180 = 72, "Months that somebody may serve at home without a break (State style).", "facts §3 (6/8 rule)";
    VacancyCost "slate" "points" 0..=100000 = 1000, "Points that one unfilled billet costs before its priority is counted.", "our assumption";
    KeyBilletCost "slate" "points" 0..=100000 = 1000, "Points added for leaving a key billet unfilled.", "our assumption";
    PriorityCost "slate" "points" 0..=100000 = 250, "Points added for leaving a billet unfilled for each step of its country's priority (1 to 5).", "our assumption";
    UnassignedCost "slate" "points" 0..=100000 = 500, "Points that one mover without an assignment costs.", "our assumption";
    GradeCost "slate" "points" 0..=10000 = 200, "Points for each grade between person and billet.", "our assumption";
    FunctionalAreaCost "slate" "points" 0..=10000 = 120, "Points for a person without a certificate in the billet's functional area.", "our assumption";
    LanguageMarginCost "slate" "points" 0..=10000 = 40, "Points for each half step that a score stands above what the billet needs: a scarce skill used where it is not needed.", "our assumption";
    PreferenceCost "slate" "points" 0..=10000 = 30, "Points for each rank below the first on the member's list.", "our assumption";
    UnlistedCost "slate" "points" 0..=10000 = 350, "Points for a billet that is not on the member's list, where there is one.", "our assumption";
    MoveCost "slate" "points per 1,000 km" 0..=10000 = 6, "Points for each 1,000 km between the old and the new place of duty.", "our assumption";
    GapDayCost "slate" "points" 0..=1000 = 2, "Points for each day between a billet falling open and the report date.", "our assumption";
    HardshipRepeatCost "slate" "points" 0..=10000 = 180, "Points for a second tour in a row at a post with a differential of 20 % or more.", "facts §3 (fair share threshold)";
    DisruptionCost "slate" "points" 0..=100000 = 100, "Points for each person whose assignment differs from the slate before it, where one is made anew.", "our assumption";
    TrainingWeekCost "slate" "points" 0..=10000 = 15, "Points for each week of language or certificate training that a person needs before the report date.", "our assumption";
    SlateGap "slate" "parts per million" 0..=100000 = 500, "How far a slate under limits over several lines may cost more than what is proven to be the least, before the search for a better one ends.", "our assumption";
    SlateRounds "slate" "rounds" 1..=10000 = 40, "Rounds after which the search for a better slate under limits over several lines ends.", "our assumption";
    LanguageSeats "slate" "seats" 0..=10000 = 10000, "Seats in the courses of each language for people of one slate.", "our assumption: no source of seats yet";
    CertificateSeats "slate" "seats" 0..=10000 = 10000, "Seats in the training for certificates for people of one slate.", "our assumption: no source of seats yet";
    MoveDollars "slate" "US dollars" 0..=1000000 = 12000, "What a move to another post takes from the billet's fund, before distance and family.", "our assumption";
    MoveDistanceDollars "slate" "US dollars per 1,000 km" 0..=100000 = 1500, "What each 1,000 km of a move takes from the billet's fund.", "our assumption";
    MoveFamilyDollars "slate" "US dollars" 0..=1000000 = 12000, "What an accompanied move takes more from the billet's fund.", "our assumption";
    BudgetFmsAdministrative "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from FMS administrative funds.", "our assumption: no budget until one is set";
    BudgetFmfAdministrative "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from FMF administrative funds.", "our assumption: no budget until one is set";
    BudgetCaseFunded "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from lines of FMS cases.", "our assumption: no budget until one is set";
    BudgetOperationsMaintenance "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from the commands' operations and maintenance.", "our assumption: no budget until one is set";
    BudgetTitle10Program "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from Title 10 program funds.", "our assumption: no budget until one is set";
    BudgetMilitaryPay "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from the military personnel account.", "our assumption: no budget until one is set";
    BudgetHostNation "slate" "thousand US dollars" 0..=1000000 = 1000000, "What the moves of one slate may take from host-nation assistance in kind.", "our assumption: no budget until one is set";
    MostRanked "ballot" "openings" 1..=100 = 10, "Openings that a member may rank on a ballot.", "facts §3 (ten); our assumption for civilians";
    LotterySeed "ballot" "seed" 0..=1000000000 = 2027, "Seed of the lottery that breaks ties in a stable slate; dated and public, so that nobody chooses it after seeing the wishes.", "our assumption";
    BallotReminderDays "ballot" "days" 0..=60 = 5, "Last days of a ballot in which whoever has not ranked is told once more.", "our assumption";
    ResponsiveShare "flow" "per mille" 10..=950 = 500, "Share of the days that a case stays at a step worked by the workforce that goes by how many people are there; the rest passes whoever is there.", "our assumption; nobody has measured it";
    NewcomerProficiency "flow" "per mille" 10..=1000 = 500, "What a newcomer to a billet does against somebody proficient.", "our assumption";
    NewcomerMonths "flow" "months" 0..=36 = 6, "Months until a newcomer to a billet is proficient.", "our assumption";
    LaterFillMonths "flow" "months" 0..=36 = 6, "Months after the first day of a cycle in which a later one fills an opening that was left empty.", "our assumption: two cycles a year";
    LeaveDays "flow" "working days a year" 0..=60 = 22, "Working days of a year on which each person is on leave; no leave of single people is recorded.", "our assumption; 5 U.S.C. 6303: 13, 20 or 26 days a year; 10 U.S.C. 701: 30 calendar days";
    LeaveSeason "flow" "per mille" 0..=1000 = 500, "Share of leave that is taken in July, August and December.", "our assumption; nobody has measured it";
    CoefficientSpread "flow" "per mille" 0..=900 = 400, "How far each coefficient that ties staffing to time may lie from its value, either way; the answer's interval carries it.", "our assumption";
    MinimumTeam "demand" "people" 0..=20 = 2, "The smallest team of a security cooperation organisation, whatever its case load.", "facts §5: a fixed minimum team; no public standard";
    AvailableHours "demand" "hours per work-year" 1000..=2080 = 1740, "Hours a person works in a year after leave, holidays and training.", "our assumption; no public standard";
    OpenCaseMinutes "demand" "minutes per month" 0..=10000 = 150, "Work for each open case in execution.", "no public standard";
    DevelopmentCaseMinutes "demand" "minutes per month" 0..=10000 = 420, "Work for each case in development, writing or review.", "no public standard";
    PreLorMinutes "demand" "minutes per month" 0..=10000 = 300, "Work for each pre-LOR request.", "no public standard";
    NotificationMinutes "demand" "minutes per month" 0..=10000 = 240, "Work for each congressional notification of the year.", "no public standard";
    TrainingLineMinutes "demand" "minutes per month" 0..=10000 = 45, "Work for each training line of the year.", "no public standard";
    EngagementMinutes "demand" "minutes per month" 0..=10000 = 360, "Work for each engagement of the year.", "no public standard";
    EndUseItemMinutes "demand" "minutes per month" 0..=10000 = 3, "Work for each item under enhanced end-use monitoring.", "no public standard";
    VisitMinutes "demand" "minutes per month" 0..=10000 = 120, "Work for each visit of the year.", "no public standard";
    ConcurrenceDays "cycle" "days" 1..=365 = 21, "Days a gaining command has to concur or not with a line of a slate.", "our assumption";
    ConcurrenceSilence "cycle" "0 or 1" 0..=1 = 0, "What silence past the suspense of a concurrence means: 0 passes the line up to the next office, 1 counts as concurrence.", "our assumption";
    EndorsementDays "cycle" "days" 1..=365 = 14, "Days the director has to endorse a line concurred with.", "our assumption";
    AmendmentDays "cycle" "days" 1..=365 = 10, "Days headquarters has to amend a slate after a command did not concur.", "our assumption";
    PublicationDays "cycle" "days" 1..=365 = 7, "Days headquarters has to publish a line that the director endorsed.", "our assumption";
    PublishedDays "cycle" "days" 1..=365 = 14, "Days for which a member and the gaining office are told that a line was published.", "our assumption";
    PortalQuietDays "cases" "days" 1..=365 = 60, "Days after which the partner portal says that there has been no news of a case.", "our assumption";
    ScreeningLeadDays "arrival" "days" 1..=730 = 90, "Days that family screening takes before travel.", "our assumption";
    MedicalLeadDays "arrival" "days" 1..=730 = 60, "Days that medical and dental clearance takes.", "our assumption";
    SecurityLeadDays "arrival" "days" 1..=730 = 150, "Days that a security clearance of the level needed takes.", "our assumption";
    PassportLeadDays "arrival" "days" 1..=730 = 60, "Days that an official passport takes.", "our assumption";
    VisaLeadDays "arrival" "days" 1..=730 = 45, "Days that a visa takes once the passport is there.", "our assumption";
    CountryClearanceLeadDays "arrival" "days" 1..=365 = 30, "Days before travel by which country clearance is asked for.", "our assumption (DoD Foreign Clearance Guide: 30 to 45 days)";
    CertificateLeadDays "arrival" "days" 1..=365 = 56, "Days that the SCO course takes.", "facts §4: 7 to 8 weeks";
    FactLeadDays "arrival" "days" 1..=365 = 5, "Days of foreign affairs counter-threat training (FACT).", "facts §4: a 40-hour block";
    HouseholdGoodsLeadDays "arrival" "days" 1..=365 = 45, "Days before travel on which household goods are packed.", "our assumption";
    LanguageWeeksI "arrival" "weeks" 1..=120 = 26, "Weeks of a course in a language of category I, such as Spanish.", "facts §3 (36 unconfirmed)";
    LanguageWeeksII "arrival" "weeks" 1..=120 = 35, "Weeks of a course in a language of category II, such as German.", "facts §3";
    LanguageWeeksIII "arrival" "weeks" 1..=120 = 48, "Weeks of a course in a language of category III, such as Thai.", "facts §3";
    LanguageWeeksIV "arrival" "weeks" 1..=120 = 64, "Weeks of a course in a language of category IV, such as Arabic.", "facts §3";
    HousingLeadDays "arrival" "days" 1..=365 = 60, "Days that the embassy needs to assign housing.", "our assumption";
    NominationDays "fill" "days" 1..=365 = 30, "Days a service has to nominate, or to say that there is no fill.", "our assumption";
    AcceptanceDays "fill" "days" 1..=365 = 10, "Days a gaining office has to accept or decline a nominee.", "our assumption";
    VettingDays "fill" "days" 1..=365 = 14, "Days each vetter of a nominative board has.", "our assumption";
    BoardSelectionDays "fill" "days" 1..=365 = 7, "Days headquarters has to select a vetted nominee.", "our assumption";
    ProposalDays "fill" "days" 1..=365 = 21, "Days headquarters has to propose a civilian for directed reassignment.", "our assumption";
    ConsentDays "fill" "days" 1..=365 = 14, "Days a civilian has to consent to a directed reassignment.", "our assumption";
    ResolutionDays "fill" "days" 1..=365 = 14, "Days headquarters has to resolve a requisition that nobody fills.", "our assumption";
    OrderDays "fill" "days" 1..=365 = 30, "Days a service has to order a tour that was accepted.", "our assumption";
    AnnouncementDays "recruitment" "days" 1..=365 = 21, "Days expected from the opening of a requisition to its announcement.", "our assumption";
    CertificateDays "recruitment" "days" 1..=365 = 30, "Days expected from an announcement to the certificate of candidates.", "our assumption";
    InterviewDays "recruitment" "days" 1..=365 = 21, "Days expected from the certificate to the interviews.", "our assumption";
    RecruitSelectionDays "recruitment" "days" 1..=365 = 10, "Days expected from the interviews to the selection.", "our assumption";
    TentativeOfferDays "recruitment" "days" 1..=365 = 7, "Days expected from the selection to the tentative offer.", "our assumption";
    SecurityMedicalDays "recruitment" "days" 1..=365 = 60, "Days expected from the tentative offer to the end of security and medical checks.", "our assumption";
    FirmOfferDays "recruitment" "days" 1..=365 = 7, "Days expected from those checks to the firm offer.", "our assumption";
    EntryOnDutyDays "recruitment" "days" 1..=365 = 30, "Days expected from the firm offer to entry on duty.", "our assumption";
    OutlookRetention "outlook" "per mille a year" 500..=1000 = 900, "Of the people whose known separation is not due, how many are still in the workforce a year later; promotion out of the grade band counts as leaving it.", "our assumption: no public rate for this workforce";
    OutlookAccessions "outlook" "per mille of billets a year" 0..=500 = 100, "People who join each year by detail, hiring or promotion into the grade band, as a share of the billets authorised today for their service, grade band and specialty.", "our assumption: replaces what the default retention loses";
    OutlookPlaced "outlook" "per mille" 500..=1000 = 900, "Of the people free for a new tour in a year, how many a cycle places; the rest are in transit, in school or find no match.", "our assumption";
    OutlookRenewal "outlook" "per mille" 0..=1000 = 700, "Of the language scores and certificates that run out, how many are renewed in time.", "our assumption";
    OutlookLanguageSeats "outlook" "graduates a year" 0..=5000 = 60, "Language course graduates of a year, over all languages.", "our assumption";
    OutlookCertificateSeats "outlook" "graduates a year" 0..=5000 = 250, "Certification course graduates of a year, over all functional areas.", "facts §4: about 250 graduates in 2023";
    OutlookSpread "outlook" "per mille" 0..=200 = 25, "By how much retention, accessions and renewals may turn out worse or better than assumed: the range that an outlook shows.", "our assumption";
    StuckShare "cases" "per mille" 500..=999 = 950, "Share of cases that had left a step by the days from which one that is still there counts as stuck.", "our assumption";
    StuckLeast "cases" "cases" 5..=1000 = 40, "Cases of a class that must have left a step before its own distribution is used; else that of all cases at the step.", "our assumption";
    HoldDecisionDays "cases" "days" 1..=365 = 7, "Days that a hold may be asked for and undecided.", "our assumption";
    AssignmentDays "cases" "days" 1..=365 = 5, "Days that a case which can be worked may be managed by nobody.", "our assumption";
    PortalAnswerDays "cases" "days" 1..=90 = 5, "Days within which a purchaser's message in the partner portal should be answered.", "our assumption";
    WatchDays "cases" "days" 1..=90 = 7, "Days for which those who watch a case are told that it moved.", "our assumption";
    DistributionLoad "cases" "points" 0..=10000 = 10, "Points for giving a case to somebody, for each case in development that they carry already; other cases count by their minutes.", "our assumption";
    DistributionExpertise "cases" "points" 0..=10000 = 40, "Points off for whoever handled cases of the same kind and group before.", "our assumption";
    DistributionCountry "cases" "points" 0..=10000 = 60, "Points off for whoever handled cases of the same country before.", "our assumption";
    DistributionContinuity "cases" "points" 0..=10000 = 120, "Points off for whoever managed or worked the very case before.", "our assumption";
}

impl std::fmt::Display for Lever {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.serialize(f)
    }
}

/// A value a lever was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LeverSetting {
    /// The value, in the lever's unit.
    pub value: i64,
    /// Why.
    pub reason: Text,
    /// Who set it; the installation itself where absent.
    pub by: Option<AccountId>,
}

/// Sets a lever from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLever {
    /// Which lever.
    pub lever: Lever,
    /// The first day of the new value.
    pub from: Date,
    /// The value, in the lever's unit.
    pub value: i64,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for SetLever {
    fn decide(&self, _world: &World, context: &Context) -> Decision {
        let definition = self.lever.definition();
        if !(definition.least..=definition.most).contains(&self.value) {
            return Err(refuse(
                "lever-range",
                format!("{} {} is outside the range of `{}`.", self.value, definition.unit, self.lever),
                format!("Give a value from {} to {}.", definition.least, definition.most),
            ));
        }
        if self.reason.trim().is_empty() {
            return Err(refuse(
                "reason-missing",
                format!("`{}` would change without a reason.", self.lever),
                "Say why in `reason`.",
            ));
        }
        Ok(vec![
            LeverSet {
                lever: self.lever,
                from: self.from,
                setting: LeverSetting { value: self.value, reason: self.reason.clone(), by: context.actor },
            }
            .into(),
        ])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// A lever has this value from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeverSet {
    /// Which lever.
    pub lever: Lever,
    /// The first day of the value.
    pub from: Date,
    /// Value, reason and who.
    pub setting: LeverSetting,
}

impl Apply for LeverSet {
    fn apply(&self, world: &mut World, _at: Position) {
        world.set_lever(self.lever, self.from, self.setting.clone());
    }
}
