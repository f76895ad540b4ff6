//! The moments of an activity's life.

/// A lifecycle transition: the standard model of XES (IEEE 1849-2016, lifecycle extension).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
pub enum Transition {
    /// The log says nothing; counted as a completion.
    #[default]
    Unstated,
    /// Work was scheduled.
    Schedule,
    /// Given to a resource.
    Assign,
    /// Taken back before it began.
    Withdraw,
    /// Given to another resource.
    Reassign,
    /// Work began.
    Start,
    /// Work rests.
    Suspend,
    /// Work goes on.
    Resume,
    /// The whole case was aborted.
    PiAbort,
    /// This activity was aborted.
    AteAbort,
    /// Work is done.
    Complete,
    /// Left out by the system.
    Autoskip,
    /// Left out by a person.
    Manualskip,
    /// A transition outside the standard model.
    Unknown,
}

impl Transition {
    /// All that a log can state.
    const STATED: [(Transition, &'static str); 13] = [
        (Transition::Schedule, "schedule"),
        (Transition::Assign, "assign"),
        (Transition::Withdraw, "withdraw"),
        (Transition::Reassign, "reassign"),
        (Transition::Start, "start"),
        (Transition::Suspend, "suspend"),
        (Transition::Resume, "resume"),
        (Transition::PiAbort, "pi_abort"),
        (Transition::AteAbort, "ate_abort"),
        (Transition::Complete, "complete"),
        (Transition::Autoskip, "autoskip"),
        (Transition::Manualskip, "manualskip"),
        (Transition::Unknown, "unknown"),
    ];

    /// The transition of this name, whatever its case; [`Transition::Unknown`] for one outside the standard model.
    pub fn from_name(name: &str) -> Transition {
        let stated = Self::STATED.iter().find(|(_, known)| known.eq_ignore_ascii_case(name));
        stated.map_or(Transition::Unknown, |(transition, _)| *transition)
    }

    /// Its name in XES; `None` where nothing is stated.
    pub fn name(self) -> Option<&'static str> {
        Self::STATED.iter().find(|(transition, _)| *transition == self).map(|(_, name)| *name)
    }

    /// Whether the activity counts as done here: what neither starts, rests, assigns nor skips it.
    pub fn completes(self) -> bool {
        matches!(self, Transition::Unstated | Transition::Complete | Transition::Unknown)
    }

    /// Whether work on the activity begins or goes on here.
    pub fn opens(self) -> bool {
        matches!(self, Transition::Start | Transition::Resume)
    }

    /// Whether work on the activity ends or rests here.
    pub fn closes(self) -> bool {
        use Transition::{AteAbort, Complete, PiAbort, Suspend, Unstated};
        matches!(self, Suspend | PiAbort | AteAbort | Complete | Unstated)
    }
}
