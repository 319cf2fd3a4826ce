//! The release build: Trunk, then the parts of the program, the content policy, the precache list and the build's id.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup::Machine;
use crate::{lean, precache, sh, split};

/// How much the compiler is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// What people are given: as small as it gets.
    Release,
    /// For trying a change in a browser: the same program in every part, but large and slow.
    Quick,
}

/// What the quick build asks of the compiler instead of the release profile.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_INCREMENTAL", "true"),
];

/// Builds `dist/` and says how much a first visit loads. The quick build has a target folder of its own, so that
/// neither throws away what the other compiled.
pub(crate) fn run(machine: &Machine, effort: Effort) -> Result<PathBuf> {
    let mut target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| sh::root().join("target"), PathBuf::from);
    let mut trunk = machine.wasm("trunk");
    trunk.args(["build", "--release", "--offline"]);
    if effort == Effort::Quick {
        target.push("quick");
        trunk.envs(QUICK).env("CARGO_TARGET_DIR", &target);
    }
    clear_snippets(&target)?;
    let dist = folder();
    sh::run(&mut trunk)?;
    let later = split::run(machine, effort, &target, &dist)?;
    lean::run(&dist)?;
    let id = precache::finish(&dist)?;
    if effort == Effort::Quick {
        println!("build {id}, quick: not for people, and not for measuring");
        return Ok(dist);
    }
    let sizes = first_load(&dist)?;
    println!("build {id}; a first visit loads, brotli 11:");
    let mut total = 0;
    for (name, bytes) in sizes {
        println!("  {:>8.1} KiB  {name}", kib(bytes));
        total += bytes;
    }
    println!("  {:>8.1} KiB  in all; after it:", kib(total));
    for name in later {
        let bytes = compressed(&std::fs::read(dist.join(&name))?)?;
        println!("  {:>8.1} KiB  {name}", kib(bytes));
    }
    Ok(dist)
}

/// Where a build lies.
pub(crate) fn folder() -> PathBuf {
    sh::root().join("dist")
}

/// Makes the release build in a process of its own, by this program.
pub(crate) fn beside(own: &Path) -> Result<sh::Beside> {
    let target = sh::root().join("target");
    std::fs::create_dir_all(&target)?;
    sh::Beside::start(sh::command(own).arg("build"), target.join("build.log"))
}

/// Trunk never empties this folder and would ship what an older build left there.
fn clear_snippets(target: &Path) -> Result<()> {
    let Ok(profiles) = std::fs::read_dir(target.join("wasm-bindgen")) else {
        return Ok(());
    };
    for profile in profiles {
        let snippets = profile?.path().join("snippets");
        if snippets.exists() {
            std::fs::remove_dir_all(&snippets)
                .with_context(|| format!("cannot remove {}", snippets.display()))?;
        }
    }
    Ok(())
}

/// Name and compressed size in bytes of each file that `index.html` and boot.js ask for.
fn first_load(dist: &Path) -> Result<Vec<(String, usize)>> {
    let page = std::fs::read_to_string(dist.join("index.html"))?;
    let mut sizes = vec![("index.html".to_owned(), compressed(page.as_bytes())?)];
    for name in precache::files(dist)? {
        let asked = [format!("=\"{name}\""), format!("=\"./{name}\"")];
        // The page links to rescue.html without loading it; boot.js loads its script ahead of need.
        let ahead = name == "rescue.js";
        let late = name == "rescue.html";
        if ahead || !late && asked.iter().any(|text| page.contains(text)) {
            sizes.push((name.clone(), compressed(&std::fs::read(dist.join(&name))?)?));
        }
    }
    if !sizes.iter().any(|(name, _)| name.ends_with("_bg.wasm")) {
        bail!("index.html asks for no wasm file");
    }
    Ok(sizes)
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    std::io::Write::write_all(&mut writer, bytes)?;
    Ok(writer.into_inner().len())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sizes of files are shown with one decimal"
)]
fn kib(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}
