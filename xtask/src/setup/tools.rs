//! Trunk, wasm-bindgen and wasm-opt, in a folder of the user's that all clones share.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Mode, doing, done, version};
use crate::sh;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";

/// The oldest wasm-opt that reads what today's compiler writes, if one is in PATH already.
const BINARYEN_OLDEST: u32 = 120;

/// `$HEPAI_TOOLS`, or `hepai-tools` in the user's cache folder.
pub(super) fn folder() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("HEPAI_TOOLS") {
        return std::path::absolute(folder).context("HEPAI_TOOLS");
    }
    if let Some(cache) = std::env::var_os("XDG_CACHE_HOME").filter(|cache| !cache.is_empty()) {
        return Ok(Path::new(&cache).join("hepai-tools"));
    }
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let home = home.context("neither HEPAI_TOOLS nor HOME says where tools may go")?;
    Ok(Path::new(&home).join(".cache/hepai-tools"))
}

/// Installs what is missing; answers with the folders that must be in PATH.
pub(super) fn ready(folder: &Path, mode: Mode) -> Result<Vec<PathBuf>> {
    let trunk = Tool {
        name: "trunk",
        package: "trunk",
        version: TRUNK.to_owned(),
    };
    trunk.ready(folder, mode, &["--locked", "--no-default-features"])?;
    let version = locked("wasm-bindgen")?;
    let bindgen = Tool {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
    };
    // Without `--locked`: some registries lack a version which its lock file names.
    bindgen.ready(folder, mode, &[])?;
    wasm_opt(folder, mode)?;
    Ok(folders(folder))
}

/// What must be in PATH.
pub(super) fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.join("bin")];
    folders
        .extend(optimiser(folder).and_then(|(program, _)| Some(program.parent()?.to_path_buf())));
    folders
}

/// Removes what only the compiling of the tools needed.
pub(super) fn sweep(folder: &Path) {
    // A failure costs disk space and nothing else.
    let _ = std::fs::remove_dir_all(folder.join("build"));
}

/// A program that cargo installs.
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) package: &'static str,
    pub(super) version: String,
}

impl Tool {
    /// Installs the program unless this version of it is there.
    pub(super) fn ready(&self, folder: &Path, mode: Mode, flags: &[&str]) -> Result<()> {
        let text = format!("{} {}", self.package, self.version);
        let program = folder.join("bin").join(self.name);
        let has =
            version(&program).is_some_and(|line| line.split(' ').any(|word| word == self.version));
        if has {
            done(&text);
            return Ok(());
        }
        doing(mode, &format!("{text} (some minutes)"));
        let mut command = self.install(folder, flags);
        if mode == Mode::DryRun {
            println!("    $ {}", sh::show(&command));
            return Ok(());
        }
        sh::run(&mut command).with_context(|| {
            format!(
                "{text} could not be installed; by hand: put it into {}",
                program.display()
            )
        })
    }

    /// `cargo install` with a profile that compiles fast: these programs are run, not shipped.
    fn install(&self, folder: &Path, flags: &[&str]) -> Command {
        let mut command = sh::command("cargo");
        command
            .args([
                "install",
                self.package,
                "--version",
                &self.version,
                "--quiet",
                "--force",
            ])
            .args(flags)
            .arg("--root")
            .arg(folder)
            .current_dir(
                folder
                    .parent()
                    .filter(|parent| parent.is_dir())
                    .unwrap_or(Path::new("/")),
            )
            .env("CARGO_TARGET_DIR", folder.join("build"))
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("RUSTFLAGS");
        command
    }
}

/// The version of a package in `Cargo.lock`.
fn locked(package: &str) -> Result<String> {
    let text = std::fs::read_to_string(sh::root().join("Cargo.lock")).context("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    let mut lines = text.lines().skip_while(|line| *line != name);
    let version = lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""));
    let version = version.and_then(|rest| rest.strip_suffix('"'));
    Ok(version
        .with_context(|| format!("Cargo.lock names no {package}"))?
        .to_owned())
}

/// Where the npm package's programs are.
fn binaryen(folder: &Path) -> PathBuf {
    folder.join("binaryen/node_modules/binaryen/bin")
}

/// A wasm-opt that is new enough, in PATH or the npm package's, and what it calls itself.
fn optimiser(folder: &Path) -> Option<(PathBuf, String)> {
    let places = [
        Some(binaryen(folder).join("wasm-opt")),
        sh::find("wasm-opt"),
    ];
    places.into_iter().flatten().find_map(|program| {
        let line = version(&program)?;
        let number: u32 = line.split(' ').find_map(|word| word.parse().ok())?;
        (number >= BINARYEN_OLDEST).then_some((program, line))
    })
}

/// Sees to it that there is a current wasm-opt.
fn wasm_opt(folder: &Path, mode: Mode) -> Result<()> {
    if let Some((_, line)) = optimiser(folder) {
        done(&line);
        return Ok(());
    }
    doing(mode, &format!("wasm-opt (npm package binaryen {BINARYEN})"));
    let by_hand = format!(
        "no wasm-opt: install Node.js with npm, or put binaryen {BINARYEN_OLDEST} or newer into PATH"
    );
    npm(&folder.join("binaryen"), "binaryen", BINARYEN, mode).context(by_hand)
}

/// Puts a package of npm into a folder of its own, without running anything of it.
pub(super) fn npm(home: &Path, package: &str, version: &str, mode: Mode) -> Result<()> {
    let mut command = sh::command("npm");
    command.args([
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
    ]);
    command
        .arg("--prefix")
        .arg(home)
        .arg(format!("{package}@{version}"));
    if mode == Mode::DryRun {
        println!("    $ {}", sh::show(&command));
        return Ok(());
    }
    std::fs::create_dir_all(home)?;
    sh::run(&mut command)
}
