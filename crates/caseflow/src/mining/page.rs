//! Every answer of a log, by names and in seconds, ready to be shown.

use std::cmp::Reverse;

use serde::Serialize;

use super::conformance::Deviation;
use super::segments::{self, key};
use super::Mined;
use crate::log::{ActivityId, EventLog, ResourceId};

/// Everything at once. Lists are in the order of their importance, equals by name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// Cases with at least one event.
    pub cases: i64,
    /// Events.
    pub events: i64,
    /// Distinct activities.
    pub activities: usize,
    /// Distinct sequences of activities.
    pub variants: usize,
    /// The directly-follows graph.
    pub directly_follows: Vec<Follows>,
    /// How long each of its segments took.
    pub segments: Vec<Segment>,
    /// Activities with the cases that begin and end with them.
    pub activity_counts: Vec<Activity>,
    /// The variants that most cases took.
    pub top_variants: Vec<Variant>,
    /// Activities that were done again in a case.
    pub rework: Vec<Rework>,
    /// Passing of work between resources.
    pub handovers: Handovers,
    /// Waiting against working time; `None` where no case tells when work began.
    pub work: Option<WorkTimes>,
    /// Conformance to the model; `None` where none was given.
    pub conformance: Option<Conformity>,
    /// Segments by the delay that began in them and lasted to the end of the case.
    pub bottlenecks: Vec<Bottleneck>,
    /// The performance spectrum of the first of them.
    pub spectrum: Vec<Spectrum>,
}

/// One activity directly after another in a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Follows {
    /// The activity before.
    pub from: String,
    /// The activity after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Half took at most this, in seconds.
    pub median_seconds: f64,
}

/// Times of a segment, in seconds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Segment {
    /// The activity before.
    pub from: String,
    /// The activity after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// All passings together.
    pub total_seconds: f64,
    /// On average.
    pub mean_seconds: f64,
    /// The shortest.
    pub least_seconds: f64,
    /// A quarter took at most this.
    pub quarter_seconds: f64,
    /// Half took at most this.
    pub median_seconds: f64,
    /// Three quarters took at most this.
    pub three_quarters_seconds: f64,
    /// The longest.
    pub most_seconds: f64,
}

/// How often an activity stands where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Activity {
    /// The activity.
    pub activity: String,
    /// Its events.
    pub events: i64,
    /// Cases that begin with it.
    pub starts: i64,
    /// Cases whose last event so far is of it.
    pub ends: i64,
}

/// A way that cases go.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variant {
    /// Its activities in order.
    pub activities: Vec<String>,
    /// How many cases took it.
    pub cases: i64,
    /// Of all cases, 0 to 1.
    pub share: f64,
    /// From first to last event, on average.
    pub mean_seconds: f64,
}

/// An activity that is done again. Completions count, not starts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rework {
    /// The activity.
    pub activity: String,
    /// Completions.
    pub times: i64,
    /// Cases in which it was completed.
    pub cases: i64,
    /// Cases in which it was completed more than once.
    pub cases_again: i64,
    /// Completions directly after one of the same activity.
    pub self_loops: i64,
    /// Completions after one of the same activity with others between.
    pub returns: i64,
    /// From each former completion to the repeated one, all together.
    pub loop_seconds: f64,
}

/// Work that passes from one resource to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Handovers {
    /// Pairs of successive events that both name their resource.
    pub named: i64,
    /// Of those, the ones of one resource.
    pub kept: i64,
    /// The most frequent hand-overs.
    pub top: Vec<Handover>,
}

/// Hand-overs between two resources.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Handover {
    /// Who gave.
    pub from: String,
    /// Who took.
    pub to: String,
    /// How often.
    pub count: i64,
    /// From the one's event to the other's, on average.
    pub mean_seconds: f64,
}

/// Waiting against working time of the cases that tell when work began.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WorkTimes {
    /// Cases that tell.
    pub cases: i64,
    /// Cases that do not, and are in none of these times.
    pub cases_untold: i64,
    /// From first to last event: working and waiting together.
    pub total_seconds: f64,
    /// At least one piece of work was open.
    pub working_seconds: f64,
    /// None was.
    pub waiting_seconds: f64,
    /// By activity.
    pub activities: Vec<ActivityWork>,
}

/// Working time of one activity, and the waiting before it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActivityWork {
    /// The activity.
    pub activity: String,
    /// Pieces of work with a beginning and an end.
    pub pieces: i64,
    /// Their duration on average; `None` where there is none.
    pub mean_working_seconds: Option<f64>,
    /// From the case's event before to the start, on average; `None` where it never started.
    pub mean_waiting_seconds: Option<f64>,
}

/// How cases keep to the model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conformity {
    /// Cases without a deviation.
    pub conforming_cases: i64,
    /// Of those, cases that came through every required step.
    pub complete_cases: i64,
    /// Of all cases, 0 to 1.
    pub share: f64,
    /// Deviations, those of most cases first.
    pub deviations: Vec<Departure>,
}

/// A deviation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Departure {
    /// `skipped`, `out_of_order`, `repeated` or `unknown`.
    pub kind: &'static str,
    /// The activity.
    pub activity: String,
    /// How often.
    pub times: i64,
    /// In how many cases.
    pub cases: i64,
}

/// A segment by the delay that began in it; see `delays.rs` for what that means exactly.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bottleneck {
    /// The activity before.
    pub from: String,
    /// The activity after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Passings that took longer than the segment typically takes.
    pub late: i64,
    /// What it takes typically; `None` for a segment that is newer than the yardstick.
    pub typical_seconds: Option<f64>,
    /// By how much the late passings took longer, all together.
    pub excess_seconds: f64,
    /// What of it later passings of the same cases made good.
    pub made_good_seconds: f64,
    /// What of it lasted to the end of the case: what bottlenecks are ranked by.
    pub lasting_seconds: f64,
    /// Of the lasting delay of all segments, 0 to 1.
    pub share: f64,
    /// Later events of the same cases that came later for it.
    pub events_put_off: i64,
}

/// Passings of a segment by period and speed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Spectrum {
    /// The activity before.
    pub from: String,
    /// The activity after.
    pub to: String,
    /// Each period in which a passing began.
    pub periods: Vec<Quarters>,
}

/// Passings that began in one period, by the quarter of all the segment's durations that theirs lies in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quarters {
    /// The period: `2026-10`.
    pub period: String,
    /// Up to the first quartile.
    pub fastest: u64,
    /// Up to the median.
    pub fast: u64,
    /// Up to the third quartile.
    pub slow: u64,
    /// Beyond it.
    pub slowest: u64,
}

impl Mined {
    /// Every answer, with the longest lists cut to `most`; the directly-follows graph and its times are whole.
    pub fn page(&self, log: &EventLog, most: usize) -> Page {
        let activities = self.tally.events_of.iter().filter(|events| **events > 0).count();
        let segments = self.by_count(log);
        let bottlenecks = self.bottlenecks(log, most);
        let spectrum = bottlenecks.iter().filter_map(|one| self.spectrum(log, &one.from, &one.to)).collect();
        Page {
            cases: self.tally.cases,
            events: self.tally.events,
            activities,
            variants: self.tally.variants.len(),
            directly_follows: segments.iter().map(|segment| follows(log, segment)).collect(),
            segments: segments.iter().map(|segment| times(log, segment)).collect(),
            activity_counts: self.activity_counts(log),
            top_variants: self.top_variants(log, most),
            rework: self.rework(log, most),
            handovers: self.handovers(log, most),
            work: self.work(log),
            conformance: self.conformance(log),
            bottlenecks,
            spectrum,
        }
    }

    fn by_count(&self, log: &EventLog) -> Vec<&segments::Segment> {
        let mut all: Vec<_> = self.segments.list.iter().filter(|segment| segment.times.count > 0).collect();
        let name = |activity| log.activity_name(activity);
        all.sort_by_key(|segment| (Reverse(segment.times.count), name(segment.from), name(segment.to)));
        all
    }

    fn activity_counts(&self, log: &EventLog) -> Vec<Activity> {
        let counted = self.tally.events_of.iter().enumerate().filter(|(_, events)| **events > 0);
        let mut all: Vec<_> = counted
            .map(|(number, events)| {
                let done = self.tally.rework.of.get(number).copied().unwrap_or_default();
                let activity = log.activities().name(number).to_owned();
                Activity { activity, events: *events, starts: done.first, ends: done.last }
            })
            .collect();
        all.sort_by(|a, b| (Reverse(a.events), &a.activity).cmp(&(Reverse(b.events), &b.activity)));
        all
    }

    fn top_variants(&self, log: &EventLog, most: usize) -> Vec<Variant> {
        let mut order: Vec<usize> = (0..log.activities().len()).collect();
        order.sort_by_key(|number| log.activities().name(*number));
        let mut rank = vec![0_u16; order.len()];
        for (place, number) in (0_u16..).zip(order) {
            rank[number] = place;
        }
        let variant = |(activities, taken): (&[ActivityId], super::variants::Taken)| Variant {
            activities: activities.iter().map(|activity| log.activity_name(*activity).to_owned()).collect(),
            cases: taken.cases,
            share: taken.cases as f64 / self.tally.cases as f64,
            mean_seconds: mean(taken.total, taken.cases),
        };
        self.tally.variants.top(most, &rank).into_iter().map(variant).collect()
    }

    fn rework(&self, log: &EventLog, most: usize) -> Vec<Rework> {
        let again = self.tally.rework.of.iter().enumerate().filter(|(_, done)| done.cases_again > 0);
        let mut all: Vec<_> = again
            .map(|(number, done)| Rework {
                activity: log.activities().name(number).to_owned(),
                times: done.times,
                cases: done.cases,
                cases_again: done.cases_again,
                self_loops: done.self_loops,
                returns: done.returns,
                loop_seconds: seconds(done.total),
            })
            .collect();
        all.sort_by(|a, b| (Reverse(a.cases_again), &a.activity).cmp(&(Reverse(b.cases_again), &b.activity)));
        all.truncate(most);
        all
    }

    fn handovers(&self, log: &EventLog, most: usize) -> Handovers {
        let resource = |number: u64| {
            let number = u32::try_from(number).expect("a key is made of resources");
            log.resource_name(ResourceId(number))
        };
        let names = |key: u64| (resource(key >> 32), resource(key & 0xFFFF_FFFF));
        let counted = &self.tally.handovers;
        let mut all: Vec<_> = counted.of.iter().map(|(key, handed)| (*key, *handed)).collect();
        let order = |a: &(u64, super::handovers::Handed), b: &(u64, super::handovers::Handed)| {
            b.1.count.cmp(&a.1.count).then_with(|| names(a.0).cmp(&names(b.0)))
        };
        if all.len() > most && most > 0 {
            all.select_nth_unstable_by(most - 1, order);
        }
        all.truncate(most);
        all.sort_by(order);
        let top = all.into_iter().map(|(key, handed)| {
            let (from, to) = names(key);
            let mean_seconds = mean(handed.total, handed.count);
            Handover { from: from.to_owned(), to: to.to_owned(), count: handed.count, mean_seconds }
        });
        Handovers { named: counted.named, kept: counted.kept, top: top.collect() }
    }

    fn work(&self, log: &EventLog) -> Option<WorkTimes> {
        let worked = &self.tally.worked;
        if worked.all.cases == 0 {
            return None;
        }
        let told = worked.of.iter().filter(|(_, service)| service.pieces > 0 || service.starts > 0);
        let mut activities: Vec<_> = told
            .map(|(activity, service)| ActivityWork {
                activity: log.activity_name(*activity).to_owned(),
                pieces: service.pieces,
                mean_working_seconds: (service.pieces > 0).then(|| mean(service.working, service.pieces)),
                mean_waiting_seconds: (service.starts > 0).then(|| mean(service.waiting, service.starts)),
            })
            .collect();
        activities.sort_by(|a, b| (Reverse(a.pieces), &a.activity).cmp(&(Reverse(b.pieces), &b.activity)));
        Some(WorkTimes {
            cases: worked.all.cases,
            cases_untold: worked.all.cases_untold,
            total_seconds: seconds(worked.all.total),
            working_seconds: seconds(worked.all.working),
            waiting_seconds: seconds(worked.all.waiting),
            activities,
        })
    }

    fn conformance(&self, log: &EventLog) -> Option<Conformity> {
        let checker = self.checker.as_ref()?;
        let counted = &self.tally.conformance;
        let step = |place: usize| checker.model().steps()[place].activity.clone();
        let mut deviations: Vec<_> = counted
            .of
            .iter()
            .filter(|(_, (times, _))| *times > 0)
            .map(|(deviation, (times, cases))| {
                let (kind, activity) = match deviation {
                    Deviation::Skipped(place) => ("skipped", step(*place)),
                    Deviation::OutOfOrder(place) => ("out_of_order", step(*place)),
                    Deviation::Repeated(place) => ("repeated", step(*place)),
                    Deviation::Unknown(activity) => ("unknown", log.activity_name(*activity).to_owned()),
                };
                Departure { kind, activity, times: *times, cases: *cases }
            })
            .collect();
        deviations.sort_by(|a, b| (Reverse(a.cases), a.kind, &a.activity).cmp(&(Reverse(b.cases), b.kind, &b.activity)));
        Some(Conformity {
            conforming_cases: counted.conforming,
            complete_cases: counted.complete,
            share: if self.tally.cases == 0 { 1.0 } else { counted.conforming as f64 / self.tally.cases as f64 },
            deviations,
        })
    }

    fn bottlenecks(&self, log: &EventLog, most: usize) -> Vec<Bottleneck> {
        let passed = self.segments.list.iter().filter(|segment| segment.times.count > 0);
        let mut all: Vec<_> = passed
            .map(|segment| (segment, self.delays.get(key(segment.from, segment.to))))
            .filter(|(_, delay)| delay.lasting > 0)
            .collect();
        let lasting: i128 = all.iter().map(|(_, delay)| delay.lasting).sum();
        let name = |activity| log.activity_name(activity);
        all.sort_by_key(|(segment, delay)| (Reverse(delay.lasting), name(segment.from), name(segment.to)));
        let shown = all.into_iter().take(most).map(|(segment, delay)| Bottleneck {
            from: name(segment.from).to_owned(),
            to: name(segment.to).to_owned(),
            count: segment.times.count,
            late: delay.late,
            typical_seconds: segment.typical.map(|typical| seconds(i128::from(typical))),
            excess_seconds: seconds(delay.excess),
            made_good_seconds: seconds(delay.excess - delay.lasting),
            lasting_seconds: seconds(delay.lasting),
            share: delay.lasting as f64 / lasting as f64,
            events_put_off: delay.events_put_off,
        });
        shown.collect()
    }

    /// The performance spectrum of a segment (Denisov, Fahland and van der Aalst 2018), by the names of its activities.
    pub fn spectrum(&self, log: &EventLog, from: &str, to: &str) -> Option<Spectrum> {
        let segment = self.segments.find(log.find_activity(from)?, log.find_activity(to)?)?;
        let periods = segment.spectrum().map(|(period, [fastest, fast, slow, slowest])| {
            Quarters { period: self.period.label(period), fastest, fast, slow, slowest }
        });
        Some(Spectrum { from: from.to_owned(), to: to.to_owned(), periods: periods.collect() })
    }
}

fn follows(log: &EventLog, segment: &segments::Segment) -> Follows {
    Follows {
        from: log.activity_name(segment.from).to_owned(),
        to: log.activity_name(segment.to).to_owned(),
        count: segment.times.count,
        median_seconds: segment.times.median / 1e6,
    }
}

fn times(log: &EventLog, segment: &segments::Segment) -> Segment {
    let times = segment.times;
    Segment {
        from: log.activity_name(segment.from).to_owned(),
        to: log.activity_name(segment.to).to_owned(),
        count: times.count,
        total_seconds: seconds(segment.total),
        mean_seconds: seconds(segment.total) / times.count as f64,
        least_seconds: seconds(i128::from(times.least)),
        quarter_seconds: times.quarter / 1e6,
        median_seconds: times.median / 1e6,
        three_quarters_seconds: times.three_quarters / 1e6,
        most_seconds: seconds(i128::from(times.most)),
    }
}

fn seconds(micros: i128) -> f64 {
    micros as f64 / 1e6
}

fn mean(micros: i128, count: i64) -> f64 {
    seconds(micros) / count as f64
}
