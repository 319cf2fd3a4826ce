//! Measures in Chromium and prints figures; it judges nothing. `cargo xtask bench` prepares the files.
#![allow(
    clippy::print_stdout,
    reason = "the figures are for the person at the terminal"
)]

mod checks;
mod figures;
mod in_app;
mod merge;
mod shapes;
mod views;
mod week;

use anyhow::{Result, bail};
use browser_tests::World;
use browser_tests::driver::Browser;

fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|word| word == part);
    if let Some(unknown) = wanted.iter().find(|word| {
        !["merge", "app", "shapes", "checks", "week", "views"].contains(&word.as_str())
    }) {
        bail!("{unknown:?} is no part of the benchmark: merge, app, shapes, checks, week, views");
    }
    let runtime = browser_tests::world::runtime();
    if wants("merge") {
        runtime.block_on(merge::run())?;
    }
    if wants("app") {
        let world = World::start(Browser::Chromium)?;
        let measured = runtime.block_on(in_app::run(&world));
        runtime.block_on(world.end_quietly());
        measured?;
    }
    if wants("checks") {
        let world = World::start(Browser::Chromium)?;
        let measured = runtime.block_on(checks::run(&world));
        runtime.block_on(world.end_quietly());
        measured?;
    }
    if wants("week") {
        let world = World::start(Browser::Chromium)?;
        let measured = runtime.block_on(week::run(&world));
        runtime.block_on(world.end_quietly());
        measured?;
    }
    if wants("views") {
        let world = World::start(Browser::Chromium)?;
        let measured = runtime.block_on(views::run(&world));
        runtime.block_on(world.end_quietly());
        measured?;
    }
    if wants("shapes") {
        let world = World::start(Browser::Chromium)?;
        let measured = runtime.block_on(shapes::run(&world));
        runtime.block_on(world.end_quietly());
        measured?;
    }
    Ok(())
}
