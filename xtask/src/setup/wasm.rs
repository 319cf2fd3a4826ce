//! A Rust that compiles for wasm32: rustup's target, or, where rustup can download nothing,
//! Debian's newest `rustc-web` with a standard library built from its source package.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{Mode, apt, doing, done};
use crate::sh;

const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows the Debian toolchain.
const LINK: &str = "hepai-web";

/// Crates of the standard library that must be there; `test` is for `cargo test`.
const CRATES: [&str; 4] = ["core", "alloc", "std", "test"];

/// Which compiler builds the app.
#[derive(Clone, Debug)]
pub(crate) enum Toolchain {
    /// The one that is active anyway.
    Active,
    /// Debian's in /usr, linked into rustup.
    Linked,
    /// Debian's in /usr, without any rustup.
    System(Vec<PathBuf>),
}

impl Toolchain {
    /// What to put into `RUSTUP_TOOLCHAIN`, if anything.
    pub(super) fn rustup_name(&self) -> Option<&'static str> {
        matches!(self, Self::Linked).then_some(LINK)
    }

    /// Folders that must come first in PATH.
    pub(super) fn folders(&self) -> &[PathBuf] {
        match self {
            Self::System(folders) => folders,
            Self::Active | Self::Linked => &[],
        }
    }
}

/// Finds or makes the toolchain.
pub(super) fn ready(tools: &Path, mode: Mode) -> Result<Toolchain> {
    if has_std("rustc") {
        done("Rust for wasm32: the active toolchain");
        return Ok(Toolchain::Active);
    }
    if !has_std("/usr/bin/rustc") {
        doing(mode, "Rust for wasm32 through rustup");
        let mut add = sh::command("rustup");
        add.args(["target", "add", TARGET]);
        if mode == Mode::DryRun {
            println!("    $ {}", sh::show(&add));
        } else {
            match sh::run(&mut add) {
                Ok(()) if has_std("rustc") => return Ok(Toolchain::Active),
                Ok(()) => {
                    println!("      rustup reports success, but there is no std for {TARGET}")
                }
                Err(error) => println!("      not this way: {error:#}"),
            }
        }
        debian(tools, mode).with_context(|| {
            format!(
                "no Rust for {TARGET}. By hand: install rustup (https://rustup.rs) and run \
                 `rustup target add {TARGET}` where it can download"
            )
        })?;
    }
    link(mode)
}

/// The toolchain that is there, if one is.
pub(super) fn find() -> Result<Toolchain> {
    if has_std("rustc") {
        return Ok(Toolchain::Active);
    }
    match (has_std("/usr/bin/rustc"), sh::find("rustup").is_some()) {
        (true, true) => Ok(Toolchain::Linked),
        (true, false) => Ok(system()),
        (false, _) => bail!("no Rust for {TARGET} yet: run `cargo xtask setup`"),
    }
}

fn system() -> Toolchain {
    Toolchain::System(vec![PathBuf::from("/usr/bin")])
}

/// Whether this compiler has a complete standard library for the target.
fn has_std(rustc: &str) -> bool {
    let Some(folder) = libdir(rustc) else {
        return false;
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    let names: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    CRATES.iter().all(|wanted| {
        let start = format!("lib{wanted}-");
        names
            .iter()
            .any(|name| name.starts_with(&start) && name.ends_with(".rlib"))
    })
}

fn libdir(rustc: &str) -> Option<PathBuf> {
    let mut command = sh::command(rustc);
    let text = sh::output(command.args(["--print", "target-libdir", "--target", TARGET]))?;
    Some(PathBuf::from(text.trim()))
}

/// Debian's compiler for the web and a standard library for it.
fn debian(tools: &Path, mode: Mode) -> Result<()> {
    if !apt::here() {
        bail!("rustup could not add the target and there is no apt-get to fall back on");
    }
    doing(mode, "Rust for wasm32 from Debian packages (rustc-web)");
    apt::update();
    let mut packages: Vec<String> = [
        "rustc-web",
        "cargo-web",
        "rust-web-src",
        "rust-web-llvm",
        "rust-web-clippy",
    ]
    .map(str::to_owned)
    .to_vec();
    packages.push(linker()?);
    apt::install(&packages, mode)?;
    doing(
        mode,
        "the standard library for wasm32, built once from rust-web-src (1-2 minutes)",
    );
    if mode == Mode::DryRun {
        return Ok(());
    }
    build_std(&tools.join("std"))
}

/// The lld of the same LLVM as the compiler's.
fn linker() -> Result<String> {
    let depends = apt::depends("rust-web-llvm");
    let major = depends.iter().find_map(|name| name.strip_prefix("llvm-"));
    let major = major.context("the package lists have no rust-web-llvm with its LLVM")?;
    Ok(format!("lld-{major}"))
}

/// Builds std in an empty crate and copies its libraries to where the compiler looks.
fn build_std(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder.join("src"))?;
    let manifest =
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    std::fs::write(folder.join("Cargo.toml"), manifest)?;
    std::fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?;
    let path = format!("/usr/bin:{}", std::env::var("PATH").unwrap_or_default());
    let mut build = sh::command("/usr/bin/cargo");
    build
        .current_dir(folder)
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,test")
        .env("PATH", path)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTUP_TOOLCHAIN");
    sh::run(&mut build)?;
    let home =
        libdir("/usr/bin/rustc").context("/usr/bin/rustc does not say where its libraries are")?;
    let built = folder.join("target").join(TARGET).join("release/deps");
    let mut libraries = Vec::new();
    for entry in std::fs::read_dir(&built)? {
        let file = entry?.path();
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            libraries.push(file);
        }
    }
    sh::run(apt::as_root("mkdir").arg("-p").arg(&home))?;
    println!(
        "    $ cp <{} libraries> {}",
        libraries.len(),
        home.display()
    );
    let status = apt::as_root("cp").args(&libraries).arg(&home).status()?;
    if !status.success() || !has_std("/usr/bin/rustc") {
        bail!("the libraries could not be copied to {}", home.display());
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

/// Makes the Debian toolchain known to rustup, if there is one.
fn link(mode: Mode) -> Result<Toolchain> {
    if sh::find("rustup").is_none() {
        done("Rust for wasm32: /usr/bin/rustc");
        return Ok(system());
    }
    let known = sh::output(sh::command("rustup").args(["toolchain", "list"])).unwrap_or_default();
    if known
        .lines()
        .any(|line| line.split_whitespace().next() == Some(LINK))
    {
        done("Rust for wasm32: Debian's rustc-web, known to rustup as hepai-web");
        return Ok(Toolchain::Linked);
    }
    doing(mode, "the Debian toolchain's name in rustup");
    let mut command = sh::command("rustup");
    command.args(["toolchain", "link", LINK, "/usr"]);
    match mode {
        Mode::DryRun => println!("    $ {}", sh::show(&command)),
        Mode::Do => sh::run(&mut command)?,
    }
    Ok(Toolchain::Linked)
}
