//! A person: one browser profile with its own download folder. What they do in the app is in
//! `page`, `edits` and `exchange`; how their browser lives is in `life`.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use thirtyfour::prelude::WebDriver;

use crate::driver::{Browser, Driver};
use crate::life::Launch;
use crate::reports::Expected;

/// Somebody who uses the app.
#[derive(Debug)]
pub struct Person {
    pub(crate) name: String,
    pub(crate) browser: Browser,
    /// Holds `profile`, `downloads` and `files`.
    pub(crate) folder: PathBuf,
    /// The address of the driver.
    pub(crate) driver: String,
    /// Kept alive with the browser that only it steers.
    #[expect(dead_code, reason = "held for its end alone")]
    pub(crate) own_driver: Option<Driver>,
    /// The address of the app.
    pub(crate) app: String,
    pub(crate) launch: Launch,
    pub(crate) session: RefCell<Option<WebDriver>>,
    /// The browser's main process, while it runs.
    pub(crate) process: Cell<Option<u64>>,
    pub(crate) complaints: RefCell<Vec<String>>,
    pub(crate) expected: RefCell<Vec<Expected>>,
    /// How many files were saved so far.
    pub(crate) files: Cell<u32>,
}

impl Person {
    /// What the test calls them.
    pub fn name(&self) -> &str {
        &self.name
    }
}
