//! Which cases an asker sees.

pub(in super::super) use crate::cases::Sight;

use super::super::asker::Asker;
use crate::policy::Question;

impl Sight {
    pub(in super::super) fn of(asker: &Asker) -> Self {
        Self::over(&asker.world, asker.scope(Question::Cases))
    }
}
