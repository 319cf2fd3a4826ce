//! Runs histories from seeds on all cores, shortens one that fails, and keeps the seeds that once failed.

use crate::people::{Mode, World};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Seeds of histories that once failed.
const FOUND: &[(Mode, u64)] = &[
    (Mode::Honest, 198),
    (Mode::Honest, 203),
    (Mode::Honest, 259),
    (Mode::Clones, 74),
    (Mode::Clones, 21544),
    (Mode::Liars, 117),
    (Mode::Liars, 21746),
];

const HONEST: u64 = 700;
const CLONES: u64 = 150;
const LIARS: u64 = 150;

fn factor() -> u64 {
    if std::env::var_os("HEPAI_LONG").is_some() {
        100
    } else {
        1
    }
}

fn first_seed() -> u64 {
    std::env::var("HEPAI_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(0)
}

/// One number from two, well mixed.
fn mix(seed: u64, step: u64) -> u64 {
    fastrand::Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ step).u64(..)
}

fn live_through(mode: Mode, number: u64, left_out: &BTreeSet<u64>, world: &mut Option<World>) {
    let seed = mix(number, mode as u64);
    let world = world.insert(World::new(mode, mix(seed, 0)));
    let steps = world.rng.u64(10..=90);
    for step in (1..=steps).filter(|step| !left_out.contains(step)) {
        world.step(mix(seed, step));
    }
    world.rng = fastrand::Rng::with_seed(mix(seed, u64::MAX));
    crate::automerge::compare(world);
    world.end();
}

/// What went wrong, and the history told.
fn failure(mode: Mode, seed: u64, left_out: &BTreeSet<u64>) -> Option<(String, Vec<String>)> {
    let mut world = None;
    let panic = catch_unwind(AssertUnwindSafe(|| {
        live_through(mode, seed, left_out, &mut world)
    }))
    .err()?;
    let text = panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    Some((
        text.unwrap_or_default(),
        world.map(|world| world.told).unwrap_or_default(),
    ))
}

/// Leaves out steps as long as the history still fails.
fn shorten(mode: Mode, seed: u64) -> String {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _quiet = ONE_AT_A_TIME.lock();
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut left_out = BTreeSet::new();
    for size in [16, 8, 4, 2, 1, 1] {
        for from in (1..91usize).step_by(size).rev() {
            let mut fewer = left_out.clone();
            fewer.extend((from..from + size).map(|step| step as u64));
            if failure(mode, seed, &fewer).is_some() {
                left_out = fewer;
            }
        }
    }
    let (text, told) = failure(mode, seed, &left_out).unwrap_or_default();
    std::panic::set_hook(hook);
    format!("{mode:?}, seed {seed}: {text}\n{}", told.join("\n"))
}

fn run(mode: Mode, seeds: impl Iterator<Item = u64>) {
    let seeds: Vec<u64> = seeds.collect();
    let next = AtomicU64::new(0);
    let counts: Mutex<BTreeMap<&'static str, u64>> = Mutex::default();
    let failed: Mutex<Option<u64>> = Mutex::default();
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let work = || {
        while let Some(seed) =
            seeds.get(usize::try_from(next.fetch_add(1, Ordering::Relaxed)).unwrap_or(usize::MAX))
        {
            let mut world = None;
            let ended = catch_unwind(AssertUnwindSafe(|| {
                live_through(mode, *seed, &BTreeSet::new(), &mut world)
            }));
            if ended.is_err() {
                eprintln!("{mode:?}, seed {seed} failed");
                failed
                    .lock()
                    .expect("no panic while held")
                    .get_or_insert(*seed);
                next.store(u64::MAX / 2, Ordering::Relaxed);
            }
            let mut counts = counts.lock().expect("no panic while held");
            for (what, count) in world.map(|world| world.counts).unwrap_or_default() {
                *counts.entry(what).or_default() += count;
            }
        }
    };
    std::thread::scope(|scope| (0..workers).for_each(|_| _ = scope.spawn(work)));
    let failed = failed.into_inner().expect("no panic while held");
    if let Some(seed) = failed {
        panic!("{}", shorten(mode, seed));
    }
    println!(
        "{mode:?}: {:#?}",
        counts.into_inner().expect("no panic while held")
    );
}

fn from(count: u64) -> impl Iterator<Item = u64> {
    first_seed()..first_seed() + count * factor()
}

#[test]
fn honest_histories_keep_the_guarantees() {
    run(Mode::Honest, from(HONEST));
}

#[test]
fn histories_with_duplicated_machines_keep_the_guarantees() {
    run(Mode::Clones, from(CLONES));
}

#[test]
fn histories_with_forged_files_keep_the_guarantees() {
    run(Mode::Liars, from(LIARS));
}

#[test]
fn histories_that_once_failed_do_not_fail_again() {
    for (mode, seed) in FOUND {
        run(*mode, std::iter::once(*seed));
    }
}
