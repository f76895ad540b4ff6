//! Which cases an asker sees.

pub(super) use crate::cases::Sight;

use super::super::asker::Asker;
use crate::policy::Question;

impl Sight {
    pub(super) fn of(asker: &Asker) -> Self {
        Self::over(&asker.world, asker.scope(Question::Cases))
    }
}
