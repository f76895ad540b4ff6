//! One mover and one opening: the dates of the tour it would be. Rules check a pair, costs price it.

use muster_domain::kernel::add_months;
use muster_domain::policy::Lever;
use muster_domain::{BilletId, Date, Grade, PersonId};

use crate::ground::Ground;
use crate::movers::MoverFacts;
use crate::openings::OpeningFacts;
use crate::preparation::{Preparation, prepared};

/// A mover and an opening, with the report date.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a, 'w> {
    pub(crate) ground: &'a Ground<'w>,
    pub(crate) mover: &'a MoverFacts<'w>,
    pub(crate) opening: &'a OpeningFacts<'w>,
    /// The earliest day on which the billet is open and the person ready and prepared: incumbents hand over without an
    /// overlap.
    pub(crate) report: Date,
    /// What the person still learns or is granted before it.
    pub(crate) preparation: Preparation,
}

impl<'a, 'w> Pair<'a, 'w> {
    pub(crate) fn new(ground: &'a Ground<'w>, mover: &'a MoverFacts<'w>, opening: &'a OpeningFacts<'w>) -> Self {
        let mut from = opening.opening.open_from.max(mover.ready);
        // Where the service sends somebody overseas again before the billet waits too long, it waits for that.
        if let Some(control) =
            mover.overseas_control.filter(|day| opening.post.country.is_some() && *day <= opening.latest)
        {
            from = from.max(control);
        }
        let (report, preparation) = prepared(ground, mover, opening, from);
        Self { ground, mover, opening, report, preparation }
    }

    /// The first day somebody may be awaited from: the later of billet open and person free. Unlike the report date it
    /// is made of ordinary facts only.
    pub(crate) fn awaited(&self) -> Date {
        self.opening.opening.open_from.max(self.mover.mover.free)
    }

    /// Whether the place takes dependents on the report date.
    pub(crate) fn takes_dependents(&self) -> bool {
        self.opening.terms.accompanied && self.opening.post.status_on(self.report).takes_dependents()
    }

    /// Whether dependents come along: where there are any and the place takes them. Else the tour is unaccompanied,
    /// and as long as the billet says for such.
    pub(crate) fn accompanied(&self) -> bool {
        self.mover.dependents > 0 && self.takes_dependents()
    }

    /// The months the tour should last.
    pub(crate) fn months(&self) -> i32 {
        let length = self.opening.terms.tour_length;
        i32::from(if self.accompanied() { length.accompanied_months } else { length.unaccompanied_months })
    }

    /// The months it must last at least: the lever's, or the billet's own where that is shorter.
    pub(crate) fn least_months(&self) -> i32 {
        self.ground.levers.span(Lever::MinimumTourMonths).min(self.months())
    }

    /// The earliest rotation date a tour may have.
    pub(crate) fn least_rotation(&self) -> Date {
        add_months(self.report, self.least_months())
    }

    /// The rotation date: the tour's full length, cut where the billet's authorisation ends or the person separates.
    pub(crate) fn rotation(&self) -> Date {
        let full = add_months(self.report, self.months()).min(self.opening.billet.authorised.end());
        self.mover.separates.map_or(full, |separates| full.min(separates))
    }

    /// Person and billet.
    pub(crate) fn ids(&self) -> (PersonId, BilletId) {
        (self.mover.mover.person, self.opening.opening.billet)
    }

    /// Whether the billet lies in a foreign area.
    pub(crate) fn abroad(&self) -> bool {
        self.opening.post.country.is_some()
    }

    /// The grade held when free, and the one asked for.
    pub(crate) fn grades(&self) -> (Grade, Grade) {
        (self.mover.profile.grade, self.opening.kind.grade)
    }
}
