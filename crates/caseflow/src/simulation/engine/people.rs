//! How people come and go.

use super::{Engine, PoolState};
use crate::simulation::calendar;
use crate::simulation::case::Phase;

impl Engine<'_> {
    /// A step of a pool's calendar begins.
    pub(super) fn shift(&mut self, number: usize, now: f64) {
        let model = &self.model.pools[number];
        let pool = &mut self.pools[number];
        let shift = model.calendar[pool.next % model.calendar.len()];
        pool.close(now, self.from);
        pool.people = shift.people;
        pool.speed = shift.proficiency * pool.factor;
        pool.next += 1;
        let next = calendar::begins(&model.calendar, model.repeat, pool.next);
        self.plan_shift(number, next);
        self.hand_over(number, now);
        self.dispatch(number, now);
    }

    /// Work that was begun last goes back to the head of its queue until nobody works who is not there.
    fn hand_over(&mut self, number: usize, now: f64) {
        let model = self.model;
        let pool = &mut self.pools[number];
        while pool.busy > pool.people
            && let Some((case, speed, end)) = pool.active.as_mut().and_then(Vec::pop)
        {
            pool.busy -= 1;
            let place = &mut self.cases.all[case as usize];
            let step = &model.steps[usize::from(place.step)];
            if now >= self.from {
                self.steps[usize::from(place.step)].served += now - place.since.max(self.from);
            }
            self.left.insert(case, (end - now) * speed);
            (place.phase, place.since, place.order) = (Phase::Begun, now, u32::MAX);
            let due = place.arrived + model.classes[usize::from(step.class)].due;
            pool.queue.push(&mut self.cases.all, case, step.level, due, true);
        }
    }
}

impl PoolState {
    /// Counts the people there until now.
    pub(super) fn close(&mut self, now: f64, from: f64) {
        self.capacity += f64::from(self.people) * (now - self.since.max(from)).max(0.0);
        self.since = now;
    }
}
