//! A disk held in memory that forgets: what was written and not synced may be lost when the power goes, wholly, in part,
//! or torn inside a write. SQLite uses it as its file system. Nothing on it is real, so losing power costs nothing.

use std::collections::HashMap;
use std::io::{Error, ErrorKind};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use sqlite_vfs::wip::{WalIndex, WalIndexLock};
use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs};

/// The unit in which a write can be torn.
const SECTOR: usize = 512;

/// A disk. Cloning it gives the same disk.
#[derive(Clone, Default)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    files: HashMap<String, File>,
    /// Which open handle holds the lock of a file; every lock is exclusive, since there is one connection at a time.
    locks: HashMap<String, u64>,
    opened: u64,
    /// Operations until the power goes; `None` is a power that stays.
    power: Option<u64>,
    boots: u64,
    /// Bytes that fit; `None` is a disk without end.
    capacity: Option<usize>,
    syncs_fail: bool,
}

#[derive(Default)]
struct File {
    durable: Vec<u8>,
    visible: Vec<u8>,
    unsynced: Vec<Change>,
}

enum Change {
    Write { at: usize, bytes: Vec<u8> },
    SetLength(usize),
}

/// Numbers from a seed, the same ones every time (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

impl Disk {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no holder of the disk panics")
    }

    /// Starts the machine: registers the disk with SQLite under a new name. What an earlier boot still holds is dead.
    pub fn boot(&self) -> String {
        static NAMES: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
        let name = format!("forgetful-{}", NAMES.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        let mut state = self.state();
        state.boots += 1;
        state.locks.clear();
        state.power = None;
        let boot = state.boots;
        drop(state);
        sqlite_vfs::register(&name, Boot { disk: self.clone(), boot }, false).expect("a new name registers");
        name
    }

    /// The power will go after this many more operations that change or sync something.
    pub fn lose_power_after(&self, operations: u64) {
        self.state().power = Some(operations);
    }

    /// What is left when the power has gone: everything synced, and of the rest what chance spares, sector by sector.
    pub fn forget_unsynced(&self, chance: &mut Chance) {
        let mut state = self.state();
        let mut names: Vec<String> = state.files.keys().cloned().collect();
        names.sort();
        // some crashes lose everything unsynced, some nearly nothing, most something
        let spared = [0, 50, 90, 100][chance.below(4) as usize];
        for name in names {
            let file = state.files.get_mut(&name).expect("just listed");
            let mut left = std::mem::take(&mut file.durable);
            for change in std::mem::take(&mut file.unsynced) {
                match change {
                    Change::SetLength(length) if chance.below(100) < spared => left.resize(length, 0),
                    Change::SetLength(_) => {}
                    Change::Write { at, bytes } => {
                        for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                            if chance.below(100) < spared {
                                put(&mut left, at + number * SECTOR, sector);
                            }
                        }
                    }
                }
            }
            file.durable = left.clone();
            file.visible = left;
        }
    }

    /// How many bytes fit from now on.
    pub fn set_capacity(&self, bytes: Option<usize>) {
        self.state().capacity = bytes;
    }

    /// How many bytes there are.
    pub fn used(&self) -> usize {
        self.state().files.values().map(|file| file.visible.len()).sum()
    }

    /// Whether syncing fails from now on.
    pub fn fail_syncs(&self, fail: bool) {
        self.state().syncs_fail = fail;
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}

/// The disk as one boot of the machine sees it.
struct Boot {
    disk: Disk,
    boot: u64,
}

impl Boot {
    /// The disk for reading, while there is power.
    fn read(&self) -> Result<MutexGuard<'_, State>, Error> {
        let state = self.disk.state();
        if state.boots != self.boot || state.power == Some(0) {
            return Err(Error::other("the power is gone"));
        }
        Ok(state)
    }

    /// The disk for one operation that changes or syncs something, which the power may not reach.
    fn change(&self) -> Result<MutexGuard<'_, State>, Error> {
        let mut state = self.read()?;
        if let Some(left) = &mut state.power {
            *left -= 1;
            if *left == 0 {
                return Err(Error::other("the power is gone"));
            }
        }
        Ok(state)
    }
}

impl Vfs for Boot {
    type Handle = Open;

    fn open(&self, name: &str, options: OpenOptions) -> Result<Open, Error> {
        let mut state = self.change()?;
        let exists = state.files.contains_key(name);
        match options.access {
            OpenAccess::Read | OpenAccess::Write if !exists => return Err(ErrorKind::NotFound.into()),
            OpenAccess::CreateNew if exists => return Err(ErrorKind::AlreadyExists.into()),
            _ => {}
        }
        state.files.entry(name.to_owned()).or_default();
        state.opened += 1;
        let boot = Boot { disk: self.disk.clone(), boot: self.boot };
        Ok(Open { boot, name: name.to_owned(), number: state.opened, lock: LockKind::None })
    }

    fn delete(&self, name: &str) -> Result<(), Error> {
        self.change()?.files.remove(name).map(drop).ok_or(ErrorKind::NotFound.into())
    }

    fn exists(&self, name: &str) -> Result<bool, Error> {
        Ok(self.read()?.files.contains_key(name))
    }

    fn temporary_name(&self) -> String {
        "temporary".to_owned()
    }

    fn random(&self, buffer: &mut [i8]) {
        let mut chance = Chance(self.boot);
        buffer.fill_with(|| chance.below(128) as i8);
    }

    fn sleep(&self, duration: Duration) -> Duration {
        std::thread::sleep(duration);
        duration
    }
}

/// An open file.
pub struct Open {
    boot: Boot,
    name: String,
    number: u64,
    lock: LockKind,
}

impl Open {
    fn gone() -> Error {
        ErrorKind::NotFound.into()
    }

    fn release(&self, state: &mut State) {
        if state.locks.get(&self.name) == Some(&self.number) {
            state.locks.remove(&self.name);
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.release(&mut self.boot.disk.state());
    }
}

impl DatabaseHandle for Open {
    type WalIndex = NoSharedMemory;

    fn size(&self) -> Result<u64, Error> {
        let state = self.boot.read()?;
        Ok(state.files.get(&self.name).ok_or_else(Self::gone)?.visible.len() as u64)
    }

    fn read_exact_at(&mut self, buffer: &mut [u8], offset: u64) -> Result<(), Error> {
        let state = self.boot.read()?;
        let content = &state.files.get(&self.name).ok_or_else(Self::gone)?.visible;
        let there = content.get(offset as usize..).unwrap_or_default();
        let count = there.len().min(buffer.len());
        buffer[..count].copy_from_slice(&there[..count]);
        buffer[count..].fill(0);
        if count < buffer.len() { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> Result<(), Error> {
        let mut state = self.boot.change()?;
        let (capacity, used) = (state.capacity, state.files.values().map(|file| file.visible.len()).sum::<usize>());
        let file = state.files.get_mut(&self.name).ok_or_else(Self::gone)?;
        let grows = (offset as usize + bytes.len()).saturating_sub(file.visible.len());
        if capacity.is_some_and(|capacity| grows > 0 && used + grows > capacity) {
            return Err(ErrorKind::WriteZero.into());
        }
        put(&mut file.visible, offset as usize, bytes);
        file.unsynced.push(Change::Write { at: offset as usize, bytes: bytes.to_vec() });
        Ok(())
    }

    fn sync(&mut self, _data_only: bool) -> Result<(), Error> {
        let mut state = self.boot.change()?;
        if state.syncs_fail {
            return Err(Error::other("the disk did not confirm"));
        }
        let file = state.files.get_mut(&self.name).ok_or_else(Self::gone)?;
        file.durable = file.visible.clone();
        file.unsynced.clear();
        Ok(())
    }

    fn set_len(&mut self, size: u64) -> Result<(), Error> {
        let mut state = self.boot.change()?;
        let file = state.files.get_mut(&self.name).ok_or_else(Self::gone)?;
        file.visible.resize(size as usize, 0);
        file.unsynced.push(Change::SetLength(size as usize));
        Ok(())
    }

    fn lock(&mut self, lock: LockKind) -> Result<bool, Error> {
        let mut state = self.boot.read()?;
        if lock == LockKind::None {
            self.release(&mut state);
        } else if *state.locks.entry(self.name.clone()).or_insert(self.number) != self.number {
            return Ok(false);
        }
        drop(state);
        self.lock = lock;
        Ok(true)
    }

    fn reserved(&mut self) -> Result<bool, Error> {
        Ok(false)
    }

    fn current_lock(&self) -> Result<LockKind, Error> {
        Ok(self.lock)
    }

    fn wal_index(&self, _readonly: bool) -> Result<NoSharedMemory, Error> {
        Err(ErrorKind::Unsupported.into())
    }
}

/// The one connection keeps the log's index in its own memory.
pub struct NoSharedMemory;

impl WalIndex for NoSharedMemory {
    fn enabled() -> bool {
        false
    }

    fn map(&mut self, _region: u32) -> Result<[u8; 32768], Error> {
        Err(ErrorKind::Unsupported.into())
    }

    fn lock(&mut self, _locks: Range<u8>, _lock: WalIndexLock) -> Result<bool, Error> {
        Err(ErrorKind::Unsupported.into())
    }

    fn delete(self) -> Result<(), Error> {
        Ok(())
    }
}
