//! Assignment cycles, members' preferences, slates and their coordination.

mod cycle;
mod slate;
mod slate_commands;

pub use cycle::{CloseCycle, Cycle, CycleClosed, CycleOpened, OpenCycle, PreferencesSubmitted, SubmitPreferences};
pub use slate::{CostPart, Line, LineDecision, LineStatus, RunnerUp, Slate, SlateLine};
pub use slate_commands::{
    DecideLines, DecidedLine, EndorseLines, EndorsedLine, LinesDecided, LinesEndorsed, ProposeSlate, SlateHeader,
    SlateLinesProposed, SlateProposed, SlateWithdrawn, WithdrawSlate,
};
