//! Debian packages: installed, or simulated, through `apt-get`.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, bail};

use super::Mode;
use crate::sh;

/// The package lists are fetched once per run, before the first package.
static UPDATED: AtomicBool = AtomicBool::new(false);

/// Whether this machine installs its packages by `apt-get` at all.
pub(super) fn here() -> bool {
    sh::find("apt-get").is_some()
}

/// A command that may write to the system's folders.
pub(super) fn as_root(program: &str) -> Command {
    let root = sh::output(sh::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root || sh::find("sudo").is_none() {
        return sh::command(program);
    }
    let mut command = sh::command("sudo");
    command.arg(program);
    command
}

/// Fetches the package lists, unless this run already has.
pub(super) fn update() {
    if !UPDATED.swap(true, Ordering::Relaxed) {
        // Old lists may still do: the install itself decides.
        if let Err(error) = sh::run(as_root("apt-get").args(["update", "-qq"])) {
            println!("      {error:#}; going on with the package lists that are here");
        }
    }
}

/// Installs the packages; in a dry run `apt-get -s` says what it would do.
pub(super) fn install(packages: &[String], mode: Mode) -> Result<()> {
    if !here() {
        bail!("no apt-get here: install by hand: {}", packages.join(" "));
    }
    update();
    let mut command = as_root("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    match mode {
        Mode::DryRun => command.arg("-s"),
        Mode::Do => command.args(["-y", "-qq"]),
    };
    sh::run(
        command
            .args(["install", "--no-install-recommends"])
            .args(packages),
    )
}

/// What a package depends on, by the package lists.
pub(super) fn depends(package: &str) -> Vec<String> {
    let text = sh::output(sh::command("apt-cache").args(["depends", package])).unwrap_or_default();
    let names = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Depends: "));
    names.map(str::to_owned).collect()
}
