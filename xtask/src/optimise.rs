//! Makes the parts of the program small, once for each: what an earlier build made is kept beside the compiled program.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use sha2::{Digest as _, Sha256};

use crate::setup::Machine;
use crate::sh;

/// Measured: the last two save 1 % on the wire. The stack grows down to the memory's beginning, where nothing else is.
const SMALL: [&str; 6] = [
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--one-caller-inline-max-function-size",
    "20",
    "--low-memory-unused",
];

/// What today's compiler uses; the parts do not say it themselves.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Puts the files into the build under these names; all at once, since the optimiser uses one core for each.
pub(crate) fn all(
    machine: &Machine,
    files: &[(PathBuf, String)],
    kept: &Path,
    dist: &Path,
) -> Result<()> {
    std::fs::create_dir_all(kept)?;
    let one = |(from, name): &(PathBuf, String)| {
        let optimised = optimise(machine, from, kept)?;
        std::fs::copy(&optimised, dist.join(name))?;
        Ok(optimised)
    };
    let used: Result<Vec<PathBuf>> = std::thread::scope(|scope| {
        let all: Vec<_> = files.iter().map(|file| scope.spawn(|| one(file))).collect();
        let joined = all.into_iter().map(|one| {
            one.join()
                .unwrap_or_else(|_| bail!("an optimiser's thread stopped"))
        });
        joined.collect()
    });
    keep_only(kept, &used?)
}

/// Makes a file small, unless a build before has: it is kept under what it was made from and by.
fn optimise(machine: &Machine, from: &Path, kept: &Path) -> Result<PathBuf> {
    let version = sh::output(machine.wasm("wasm-opt").arg("--version")).unwrap_or_default();
    let mut made_from = Sha256::new();
    made_from.update(std::fs::read(from)?);
    made_from.update([SMALL.join(" "), FEATURES.join(" "), version].concat());
    let hash = made_from.finalize();
    let name: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let optimised = kept.join(format!("{name}.wasm"));
    if !optimised.exists() {
        // Under its name it is whole, whenever this is stopped.
        let begun = kept.join(format!("{name}.part"));
        let mut optimise = machine.wasm("wasm-opt");
        optimise.args(SMALL).args(FEATURES);
        sh::run(optimise.arg(from).arg("-o").arg(&begun))?;
        std::fs::rename(begun, &optimised)?;
    }
    Ok(optimised)
}

/// Removes what earlier builds left in a folder.
fn keep_only(folder: &Path, used: &[PathBuf]) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if !used.contains(&path) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}
