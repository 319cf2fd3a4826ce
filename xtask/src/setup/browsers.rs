//! The browsers and drivers of the tests, and Chinese glyphs for them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::tools::Tool;
use super::{Mode, apt, doing, done};
use crate::sh;

const GECKODRIVER: &str = "0.37.1";

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
    found.extend(
        sh::find("geckodriver")
            .or_else(|| ours.is_file().then_some(ours))
            .map(|file| ("GECKODRIVER", file)),
    );
    found
}
