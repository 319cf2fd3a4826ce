//! The browsers and drivers of the tests, Chinese glyphs for them, and the checker of accessibility.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::tools::{Tool, npm};
use super::{Mode, apt, doing, done};
use crate::sh;

const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.14.1";

/// A need, the programs that meet it, and the Debian package that brings one.
const NEEDS: [(&str, &[&str], &str); 3] = [
    (
        "Chromium",
        &["chromium", "chromium-browser", "google-chrome"],
        "chromium",
    ),
    ("chromedriver", &["chromedriver"], "chromium-driver"),
    ("Firefox", &["firefox-esr", "firefox"], "firefox-esr"),
];

/// Chromium without its windows and all that belongs to them: what most browser tests run in.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

/// Installs what is missing.
pub(super) fn ready(folder: &Path, mode: Mode) -> Result<()> {
    let mut missing = Vec::new();
    for (need, programs, package) in NEEDS {
        match programs.iter().find_map(|program| sh::find(program)) {
            Some(program) => done(&format!("{need}: {}", program.display())),
            None => missing.push(package.to_owned()),
        }
    }
    let glyphs = sh::output(sh::command("fc-list").arg(":lang=zh-cn"));
    if glyphs.is_some_and(|list| !list.trim().is_empty()) {
        done("a font with Chinese glyphs");
    } else {
        missing.push("fonts-noto-cjk".to_owned());
        missing.push("fontconfig".to_owned());
    }
    if !missing.is_empty() {
        doing(
            mode,
            &format!("for the browser tests: {}", missing.join(" ")),
        );
        apt::install(&missing, mode).context(
            "the browser tests need Chromium with its chromedriver, Firefox, and a Chinese font",
        )?;
    }
    shell(mode);
    axe(folder, mode)?;
    if let Some(driver) = sh::find("geckodriver") {
        done(&format!("geckodriver: {}", driver.display()));
        return Ok(());
    }
    let version = GECKODRIVER.to_owned();
    Tool {
        name: "geckodriver",
        package: "geckodriver",
        version,
    }
    .ready(folder, mode, &[])
}

/// Sees to it that there is Chromium's shell, where that can be: without it the whole browser does the same, for a
/// third more of the processor.
fn shell(mode: Mode) {
    if let Some(program) = found_shell() {
        done(&format!("Chromium's shell: {}", program.display()));
        return;
    }
    let package = SHELLS[0].to_owned();
    doing(mode, &format!("to test in less time: {package}"));
    if let Err(error) = apt::install(&[package], mode) {
        println!("      {error:#}; the tests take the whole browser");
    }
}

/// Where the shell is: the program itself, since Debian's name for it in PATH is a script that outlives it when killed.
fn found_shell() -> Option<PathBuf> {
    let itself = Path::new("/usr/lib/chromium").join(SHELLS[0]);
    let named = || SHELLS.iter().find_map(|program| sh::find(program));
    Some(itself).filter(|file| file.is_file()).or_else(named)
}

/// Where the npm package axe-core has its script.
fn axe_file(folder: &Path) -> PathBuf {
    folder.join("axe-core/node_modules/axe-core/axe.min.js")
}

/// Sees to it that there is axe-core, which the tests load into the pages they look at.
fn axe(folder: &Path, mode: Mode) -> Result<()> {
    let manifest = axe_file(folder).with_file_name("package.json");
    let version = format!("\"version\": \"{AXE}\"");
    let has = axe_file(folder).is_file()
        && std::fs::read_to_string(manifest).is_ok_and(|text| text.contains(&version));
    let text = format!("axe-core {AXE}");
    if has {
        done(&text);
        return Ok(());
    }
    doing(mode, &format!("{text} (npm)"));
    npm(&folder.join("axe-core"), "axe-core", AXE, mode).with_context(|| {
        format!(
            "no {text}: install Node.js with npm, or put its axe.min.js where AXE_CORE says; \
             without it the tests of accessibility fail"
        )
    })
}

/// The environment in which the browser tests find their browsers.
pub(crate) fn environment(folder: &Path) -> Vec<(&'static str, PathBuf)> {
    let ours = folder.join("bin/geckodriver");
    let names = ["CHROMIUM", "CHROMEDRIVER", "FIREFOX"];
    let mut found: Vec<_> = names
        .into_iter()
        .zip(NEEDS)
        .filter_map(|(name, (_, programs, _))| {
            Some((name, programs.iter().find_map(|program| sh::find(program))?))
        })
        .collect();
    found.extend(found_shell().map(|file| ("CHROMIUM_SHELL", file)));
    found.extend(
        sh::find("geckodriver")
            .or_else(|| ours.is_file().then_some(ours))
            .map(|file| ("GECKODRIVER", file)),
    );
    let axe = std::env::var_os("AXE_CORE").map(PathBuf::from);
    let axe = axe.or_else(|| Some(axe_file(folder)).filter(|file| file.is_file()));
    found.extend(axe.map(|file| ("AXE_CORE", file)));
    found
}
