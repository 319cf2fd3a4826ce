//! Runs a program of tests that was compiled for wasm in Chromium. The library's screens name the later part of the
//! program, which only the release build makes; here a script stands for it, and nobody calls that.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};

use crate::sh;

/// The module that the compiled program imports its later part from.
const LATER: &[u8] = b"__wasm_split_placeholder__";

/// What stands for it: a name of the same length, so that nothing in the program moves.
const NOBODY: &str = "./__wasm_split_nobody__.js";

/// The command that cargo runs such a program with.
pub(crate) const RUNNER: &str = "wasm-runner";

/// Cargo's runner: the compiled program, then what the tests are told.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let (program, words) = words.split_first().context("no program to run")?;
    let program = Path::new(program);
    let name = program.file_name().context("a program without a name")?;
    let folder = program.with_extension("page");
    std::fs::create_dir_all(&folder)?;
    let (bytes, script) = without_later_part(std::fs::read(program)?);
    std::fs::write(folder.join(name), bytes)?;
    std::fs::write(folder.join(NOBODY), script)?;
    let mut runner = sh::command("wasm-bindgen-test-runner");
    runner
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            sh::root().join("webdriver.json"),
        )
        // Where both drivers are named the runner takes Firefox.
        .env_remove("GECKODRIVER")
        .current_dir(&folder);
    sh::run(runner.arg(folder.join(name)).args(words))
}

/// The program with the other name, and the script that has everything it imports from there.
fn without_later_part(mut bytes: Vec<u8>) -> (Vec<u8>, String) {
    let mut names = BTreeSet::new();
    let places: Vec<usize> = bytes
        .windows(LATER.len())
        .enumerate()
        .filter(|(_, window)| *window == LATER)
        .map(|(at, _)| at)
        .collect();
    for at in places {
        let behind = at + LATER.len();
        if at == 0 || usize::from(bytes[at - 1]) != LATER.len() {
            continue;
        }
        bytes[at..behind].copy_from_slice(NOBODY.as_bytes());
        names.extend(text_at(&bytes[behind..]));
    }
    let nobody = "() => { throw new Error('there is no later part here'); }";
    let script = names
        .iter()
        .map(|name| format!("export const {name} = {nobody};\n"))
        .collect();
    (bytes, script)
}

/// A text behind its length, as WebAssembly writes it: seven bits a byte, the lowest first.
fn text_at(bytes: &[u8]) -> Option<String> {
    let (mut length, mut at) = (0, 0);
    loop {
        let byte = *bytes.get(at)?;
        length |= usize::from(byte & 127) << (7 * at);
        at += 1;
        if byte & 128 == 0 {
            break;
        }
        if at > 3 {
            return None;
        }
    }
    String::from_utf8(bytes.get(at..at + length)?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_later_part_would_bring_is_there_under_the_other_name() {
        let name = "n".repeat(200);
        let mut program = b"\0asm\x1a".to_vec();
        program.extend_from_slice(LATER);
        program.extend_from_slice(&[0xC8, 1]);
        program.extend_from_slice(name.as_bytes());
        program.extend_from_slice(LATER);
        let length = program.len();
        let (bytes, script) = without_later_part(program);
        assert_eq!(bytes.len(), length);
        assert!(bytes[5..].starts_with(NOBODY.as_bytes()) && bytes.ends_with(LATER));
        assert!(script.starts_with(&format!("export const {name} = ")));
        assert_eq!(script.lines().count(), 1);
    }
}
