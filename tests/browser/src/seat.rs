//! Where a person's browser sits: its driver and its profile. A browser that has only shown pages is kept for the next
//! test, since starting one costs a second of a core: every test has a host of its own, and so an origin of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use thirtyfour::prelude::WebDriver;

use crate::driver::{Browser, Driver};

/// How many browsers wait for a next test at most; each takes some 200 MB.
const MOST_KEPT: usize = 6;

static KEPT: Mutex<Vec<Kept>> = Mutex::new(Vec::new());

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A driver and a profile for one browser; both are gone with it, and with this process however it ends.
#[derive(Debug)]
pub(crate) struct Seat {
    // Dropped in this order: the guard clears away what the driver left.
    driver: Driver,
    profile: PathBuf,
    #[expect(dead_code, reason = "held for its end alone")]
    guard: Guard,
}

impl Seat {
    /// Starts the driver.
    ///
    /// # Errors
    /// Where it does not start, or the folder cannot be made.
    pub(crate) fn new(browser: Browser) -> Result<Self> {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("hepai-profile-{}-{number}", std::process::id());
        let profile = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&profile)?;
        let driver = Driver::start(browser)?;
        let guard = Guard::over(&driver, &profile)?;
        Ok(Self {
            driver,
            profile,
            guard,
        })
    }

    /// Where the driver listens.
    pub(crate) fn url(&self) -> String {
        self.driver.url()
    }

    /// The folder of the browser's profile.
    pub(crate) fn profile(&self) -> &Path {
        &self.profile
    }
}

/// A shell that waits for the end of what holds it, even by SIGKILL, and then ends the driver's browsers and removes
/// the profile.
#[derive(Debug)]
struct Guard {
    shell: Child,
}

impl Guard {
    fn over(driver: &Driver, profile: &Path) -> Result<Self> {
        let clear = "read -r _; kill -KILL -$0 2>/dev/null; sleep 0.2; rm -rf \"$1\"";
        let mut shell = Command::new("sh");
        shell.args(["-c", clear, &driver.group().to_string()]);
        shell.arg(profile).stdin(Stdio::piped());
        let shell = shell.spawn().context("no shell to clear up")?;
        Ok(Self { shell })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // Whether it could remove all is shown by the system's temporary folder.
        let _ = self.shell.wait();
    }
}

/// A browser between two tests.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) session: WebDriver,
    pub(crate) process: Option<u64>,
    pub(crate) seat: Seat,
}

/// A browser that another test has left, with one empty tab.
pub(crate) fn kept() -> Option<Kept> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

/// Whether there is room to keep one more.
pub(crate) fn has_room() -> bool {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).len() < MOST_KEPT
}

/// Keeps a browser for the next test.
pub(crate) fn keep(kept: Kept) {
    KEPT.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(kept);
}
