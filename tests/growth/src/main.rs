//! Measures every shape at n and 2n and prints what it costs and how it grows; over 2.3 × for twice as much is a fault.
//!
//! `cargo xtask bench growth`, or `cargo run --release -p growth -- [words of shapes or parts] [--times 3]`.

#![allow(clippy::print_stdout, reason = "a benchmark speaks to who started it")]

mod browser;
mod clock;
mod parts;

use clock::Clock;
use growth::{SHAPES, Shape};
use parts::{PARTS, Project};
use std::cell::OnceCell;
use std::process::ExitCode;

/// How much dearer twice as much may be.
const GROWTH: f64 = 2.3;
/// What costs less at 2n than this is not judged, in milliseconds: the clock says nothing about it.
const JUDGED_FROM_MS: f64 = 4.0;
/// What is cheap is done again for so long.
const AGAIN_MS: f64 = 100.0;
/// What seems to grow too fast and costs less at 2n than this is measured at 4n too, in milliseconds: a step from one
/// cache to the next comes once, a square every time.
const UNSURE_MS: f64 = 2_000.0;
/// A part that takes longer than this at n is not tried at 2n, in milliseconds.
const PATIENCE_MS: f64 = 20_000.0;

/// The shortest of as many runs as it takes to measure.
fn shortest_ms(project: &Project, part: fn(&Project, &mut Clock)) -> f64 {
    let mut shortest = f64::INFINITY;
    let start = Clock::now_ms();
    while Clock::now_ms() - start < AGAIN_MS {
        let mut clock = Clock::default();
        part(project, &mut clock);
        shortest = shortest.min(clock.spent_ms);
    }
    shortest
}

/// The highest memory of the process since it was last asked, in MiB, where the system tells.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().split(' ').next()?.parse().ok()?;
    // Told anew from here on.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    Some(kib >> 10)
}

/// Prints a shape and returns how many of its parts grow too fast.
fn measure(shape: &Shape, wants: &dyn Fn(&str) -> bool, times: usize) -> usize {
    let n = (shape.n * times).min(shape.most / 2);
    let (small, large) = (
        Project::of((shape.changes)(n)),
        Project::of((shape.changes)(2 * n)),
    );
    println!(
        "{} {n}: {} KiB, {} changes",
        shape.name,
        small.file.len() >> 10,
        small.changes.len()
    );
    let larger = OnceCell::new();
    let _ = peak_mib();
    let mut faults = 0;
    for (name, part) in PARTS.iter().filter(|(name, _)| wants(name)) {
        let once = shortest_ms(&small, *part);
        if once > PATIENCE_MS {
            faults += 1;
            println!("  {name:14} {once:10.2} ms  FAULT: not tried at {}", 2 * n);
            continue;
        }
        let twice = shortest_ms(&large, *part);
        let mut growth = twice / once;
        if growth > GROWTH && (JUDGED_FROM_MS..UNSURE_MS).contains(&twice) && 4 * n <= shape.most {
            let larger = larger.get_or_init(|| Project::of((shape.changes)(4 * n)));
            growth = growth.min((shortest_ms(larger, *part) / once).sqrt());
        }
        let is_fault = growth > GROWTH && twice >= JUDGED_FROM_MS;
        faults += usize::from(is_fault);
        let said = if is_fault { "  FAULT" } else { "" };
        let peak = peak_mib().map_or_else(String::new, |mib| format!("{mib:6} MiB"));
        println!("  {name:14} {once:10.2} ms {twice:10.2} ms {growth:6.2} × {peak}{said}");
    }
    faults
}

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let times = words
        .iter()
        .position(|word| word == "--times")
        .map_or(1, |at| {
            let times = words.get(at + 1).and_then(|word| word.parse().ok());
            words.drain(at..(at + 2).min(words.len()));
            times.unwrap_or(1)
        });
    let is_part = |word: &&String| PARTS.iter().any(|(name, _)| name == word);
    let (parts, shapes): (Vec<&String>, Vec<&String>) = words.iter().partition(is_part);
    let wants_part = |name: &str| parts.is_empty() || parts.iter().any(|part| *part == name);
    let wants_shape = |shape: &&Shape| {
        shapes.is_empty() || shapes.iter().any(|word| shape.name.contains(word.as_str()))
    };
    let mut faults = 0;
    for shape in SHAPES.iter().filter(wants_shape) {
        faults += measure(shape, &wants_part, times);
    }
    println!("{faults} parts grow by more than {GROWTH} × where there is twice as much");
    if faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
