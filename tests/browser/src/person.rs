//! A person: one browser profile with its own download folder. What they do in the app is in
//! `page`, `edits` and `exchange`; how their browser lives is in `life`.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use thirtyfour::prelude::WebDriver;

use crate::driver::Browser;
use crate::life::Launch;
use crate::reports::Expected;
use crate::seat::Seat;

/// Somebody who uses the app.
#[derive(Debug)]
pub struct Person {
    pub(crate) name: String,
    pub(crate) browser: Browser,
    /// Holds `downloads` and `files`.
    pub(crate) folder: PathBuf,
    /// The driver and the profile; another's after the end, where the browser is kept.
    pub(crate) seat: RefCell<Option<Seat>>,
    /// Whether the browser was only shown pages, so that another test may have it.
    pub(crate) is_as_started: Cell<bool>,
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
