//! Checks and tests: which cargo commands they are, in order.

use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::{self, Machine};
use crate::{build, sh, wasm_tests};

/// Browser tests mostly wait; so many at once keep two cores busy.
const THREADS: &str = "--test-threads=4";

/// The program of the browser tests.
const BROWSERS: [&str; 2] = ["--test", "all"];

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
    lints(machine)?;
    head("architecture");
    let mut laws = machine.native("cargo");
    sh::run(laws.args(["test", "--test", "architecture"]))
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
    Ok(())
}

/// All tests; each part stops the run when it fails. The release build takes one core for minutes, so it is made beside
/// the others.
pub(crate) fn test(machine: &Machine, depth: Depth) -> Result<()> {
    format(machine)?;
    let own = std::env::current_exe().context("where this program is")?;
    let building = build::beside(&own)?;
    lints(machine)?;
    // Everything is compiled in one go: a choice of packages chooses features, and compiles what they share again.
    let mut native = vec!["--lib".to_owned(), "--bin".to_owned(), "xtask".to_owned()];
    for name in native_tests()? {
        native.extend(["--test".to_owned(), name]);
    }
    let mut compile = workspace_tests(machine, depth);
    sh::run(compile.args(&native).args(BROWSERS).arg("--no-run"))?;
    head("tests, native");
    sh::run(workspace_tests(machine, depth).args(&native))?;
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
    head("build");
    building.join()?;
    head("tests, browsers");
    let mut command = workspace_tests(machine, depth);
    environment(&mut command)?;
    command.env("HEPAI_DIST", build::folder()).args(BROWSERS);
    sh::run(command.args(["--", THREADS]))
}

fn workspace_tests(machine: &Machine, depth: Depth) -> Command {
    let mut command = sized(machine.native("cargo"), depth);
    command.args(["test", "--workspace"]);
    command
}

/// The names of the programs of tests that need no browser: each file of the folders of tests, and each folder in them
/// that is a program.
fn native_tests() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in ["tests", "tests/growth/tests"] {
        let folder = sh::root().join(folder);
        for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            let is_program =
                path.extension().is_some_and(|end| end == "rs") || path.join("main.rs").is_file();
            let name = path.file_stem().and_then(|name| name.to_str());
            names.extend(name.filter(|_| is_program).map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
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
