//! Set-up: everything a build or a test needs beside a native Rust. Each step first looks whether
//! its work is done, then tries the ordinary way, then a way that needs no download from rustup.
//! It installs nothing into the project's folder.

mod apt;
mod browsers;
mod tools;
mod wasm;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::sh;

/// How much of the machine is to be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// What `build` and `serve` need.
    Build,
    /// And what `test` and `bench` need: browsers and their drivers.
    All,
}

/// Whether a step does its work or only says what it would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Do,
    DryRun,
}

/// Where the tools are; makes commands that find them.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    /// Folders that go before PATH.
    folders: Vec<PathBuf>,
    /// The toolchain that can compile for wasm32.
    pub(crate) wasm: wasm::Toolchain,
}

impl Machine {
    /// A command with the project's tools in PATH and the native toolchain.
    pub(crate) fn native(&self, program: &str) -> Command {
        let mut command = sh::command(program);
        command.env("PATH", self.path(&[]));
        command
    }

    /// A command with the project's tools in PATH and the toolchain that compiles for wasm32.
    pub(crate) fn wasm(&self, program: &str) -> Command {
        let mut command = sh::command(program);
        command.env("PATH", self.path(self.wasm.folders()));
        if let Some(name) = self.wasm.rustup_name() {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command
    }

    /// Shell lines that give a terminal the same environment as `wasm` does.
    pub(crate) fn exports(&self) -> String {
        let mut folders = self.wasm.folders().to_vec();
        folders.extend(self.folders.iter().cloned());
        let folders: Vec<_> = folders
            .iter()
            .map(|folder| folder.display().to_string())
            .collect();
        let mut text = format!("export PATH=\"{}:$PATH\"\n", folders.join(":"));
        if let Some(name) = self.wasm.rustup_name() {
            text.push_str(&format!("export RUSTUP_TOOLCHAIN={name}\n"));
        }
        text
    }

    fn path(&self, first: &[PathBuf]) -> OsString {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let folders = first.iter().cloned().chain(self.folders.iter().cloned());
        let all = folders.chain(std::env::split_paths(&old));
        std::env::join_paths(all).unwrap_or(old)
    }
}

/// Does what is missing, prints a line per step, and says where things are.
pub(crate) fn run(scope: Scope, mode: Mode) -> Result<Machine> {
    let folder = tools::folder()?;
    let wasm = wasm::ready(&folder, mode)?;
    let folders = tools::ready(&folder, mode)?;
    if scope == Scope::All {
        browsers::ready(&folder, mode)?;
    }
    if mode == Mode::Do {
        tools::sweep(&folder);
    }
    Ok(Machine { folders, wasm })
}

/// The machine as it is, without a word and without a change; fails where a build would.
pub(crate) fn find() -> Result<Machine> {
    let folder = tools::folder()?;
    Ok(Machine {
        folders: tools::folders(&folder),
        wasm: wasm::find()?,
    })
}

/// The environment in which tests find the browsers.
pub(crate) fn browsers() -> Result<Vec<(&'static str, PathBuf)>> {
    Ok(browsers::environment(&tools::folder()?))
}

/// One line of progress: what is there already.
fn done(what: &str) {
    println!("  ok  {what}");
}

/// One line of progress: what is being done, or would be.
fn doing(mode: Mode, what: &str) {
    match mode {
        Mode::Do => println!("  ..  {what}"),
        Mode::DryRun => println!("  would  {what}"),
    }
}

/// `program --version` as one line, if it runs.
fn version(program: &Path) -> Option<String> {
    let text = sh::output(sh::command(program).arg("--version"))?;
    Some(text.lines().next()?.trim().to_owned())
}
