//! Checks and tests: which cargo commands they are, in order.

use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::{self, Machine};
use crate::{build, sh, wasm_tests};

/// Browser tests mostly wait; so many at once keep two cores busy.
const THREADS: &str = "--test-threads=4";

const TARGET: &str = "wasm32-unknown-unknown";

/// How much is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// The fast ones and a few browser tests.
    Smoke,
    /// Everything, at the sizes for every day.
    Usual,
    /// Everything, at the sizes for a night.
    Long,
}

/// Format, lints for both targets, and the arrows between the rooms.
pub(crate) fn check(machine: &Machine) -> Result<()> {
    format(machine)?;
    lints(machine)
}

fn format(machine: &Machine) -> Result<()> {
    head("format");
    sh::run(machine.native("cargo").args(["fmt", "--all", "--check"]))
}

fn lints(machine: &Machine) -> Result<()> {
    head("lints, native");
    sh::run(machine.native("cargo").args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    head("lints, wasm");
    let mut wasm = machine.wasm("cargo");
    sh::run(wasm.args([
        "clippy", "--target", TARGET, "--lib", "--bins", "--", "-D", "warnings",
    ]))?;
    if has("architecture") {
        head("architecture");
        sh::run(
            machine
                .native("cargo")
                .args(["test", "--test", "architecture"]),
        )?;
    }
    Ok(())
}

/// All tests; each part stops the run when it fails. The release build takes one core for minutes, so it is made beside
/// the others.
pub(crate) fn test(machine: &Machine, depth: Depth) -> Result<()> {
    format(machine)?;
    let own = std::env::current_exe().context("where this program is")?;
    let building = build::beside(&own)?;
    lints(machine)?;
    head("tests, native");
    sh::run(sized(machine.native("cargo"), depth).args([
        "test",
        "--workspace",
        "--exclude",
        "browser-tests",
    ]))?;
    if has("wasm") {
        head("tests, wasm in Chromium");
        let mut wasm = machine.wasm("cargo");
        environment(&mut wasm)?;
        let runner = format!(
            "target.{TARGET}.runner=[{:?}, {:?}]",
            own.display().to_string(),
            wasm_tests::RUNNER
        );
        wasm.args(["--config", &runner]);
        sh::run(sized(wasm, depth).args(["test", "--target", TARGET, "--test", "wasm"]))?;
    }
    let browsers = ["test", "-p", "browser-tests"];
    sh::run(machine.native("cargo").args(browsers).arg("--no-run"))?;
    head("build");
    building.join()?;
    head("tests, browsers");
    let mut command = sized(machine.native("cargo"), depth);
    environment(&mut command)?;
    command.env("HEPAI_DIST", build::folder()).args(browsers);
    sh::run(command.args(["--", THREADS]))
}

/// A heading.
pub(crate) fn head(what: &str) {
    println!("\n== {what}");
}

/// Whether the root package has this file of tests.
fn has(name: &str) -> bool {
    sh::root()
        .join("tests")
        .join(format!("{name}.rs"))
        .is_file()
}

fn sized(mut command: Command, depth: Depth) -> Command {
    match depth {
        Depth::Smoke => command.env("HEPAI_SMOKE", "1"),
        Depth::Usual => &mut command,
        Depth::Long => command.env("HEPAI_LONG", "1"),
    };
    command
}

/// Tells a command where the browsers are.
pub(crate) fn environment(command: &mut Command) -> Result<()> {
    let found = setup::browsers().context("where the browsers are")?;
    command.envs(found);
    Ok(())
}
