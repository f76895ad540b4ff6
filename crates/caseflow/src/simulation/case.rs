//! A case in the network: one line of the processor's cache. Cases that left give their place to those that come.

/// No case.
pub const NOBODY: u32 = u32::MAX;

/// What happens to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Phase {
    /// The place is free.
    Gone,
    /// On hold or delayed before the queue.
    Before,
    /// In the queue.
    Queue,
    /// In the queue with work on it begun: what is left of it is kept beside.
    Begun,
    /// Worked on; or, where no pool works, in a delay.
    Service,
}

#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The key of its random numbers.
    pub key: u64,
    /// Arrival in the network.
    pub arrived: f64,
    /// Arrival at the station.
    pub entered: f64,
    /// Since when it is in this phase. Of a delay after a hold: when the hold ends.
    pub since: f64,
    /// Days on hold so far.
    pub held: f64,
    /// Days in queues so far.
    pub waited: f64,
    /// Stations visited, this one included.
    pub visit: u32,
    /// The number of its event on the agenda; any other is out of date.
    pub order: u32,
    /// The next in the queue, or the next free place.
    pub next: u32,
    pub step: u16,
    pub phase: Phase,
    /// A bit for each milestone passed.
    pub passed: u8,
}

/// All cases of a replication.
#[derive(Debug)]
pub struct Cases {
    pub all: Vec<Case>,
    free: u32,
    /// How many are in the network.
    pub count: u32,
}

impl Default for Cases {
    fn default() -> Self {
        Self { all: Vec::new(), free: NOBODY, count: 0 }
    }
}

impl Cases {
    pub fn clear(&mut self) {
        self.all.clear();
        (self.free, self.count) = (NOBODY, 0);
    }

    #[inline]
    pub fn add(&mut self, case: Case) -> u32 {
        self.count += 1;
        match self.all.get_mut(self.free as usize) {
            Some(place) => {
                let number = self.free;
                self.free = place.next;
                *place = case;
                number
            }
            None => {
                self.all.push(case);
                (self.all.len() - 1) as u32
            }
        }
    }

    #[inline]
    pub fn remove(&mut self, number: u32) {
        self.count -= 1;
        let place = &mut self.all[number as usize];
        place.phase = Phase::Gone;
        place.next = self.free;
        self.free = number;
    }
}
