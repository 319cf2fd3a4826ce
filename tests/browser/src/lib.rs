//! What the browser tests and benchmarks share: browsers, the static host, and what a person does
//! in the app. It knows the app only by its outside: addresses, `data-` hooks, files.

pub mod driver;
mod edits;
mod exchange;
pub mod forged;
pub mod hand;
pub mod job;
pub mod life;
mod look;
pub mod page;
pub mod person;
pub mod project_file;
pub mod reports;
mod seat;
pub mod shapes;
pub mod wizard;
pub mod world;

pub use exchange::Preview;
pub use forged::Forged;
pub use hand::Hand;
pub use person::Person;
pub use project_file::ProjectFile;
pub use thirtyfour::prelude::WindowHandle;
pub use world::{World, test};

/// How much is tested; `cargo xtask test` sets it by `--smoke` and `--long`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// A few short ones.
    Smoke,
    /// Every day.
    Usual,
    /// A night.
    Long,
}

impl Depth {
    /// As the environment says.
    pub fn of_run() -> Self {
        if std::env::var_os("HEPAI_LONG").is_some() {
            Self::Long
        } else if std::env::var_os("HEPAI_SMOKE").is_some() {
            Self::Smoke
        } else {
            Self::Usual
        }
    }

    /// The number that fits.
    pub fn choose(self, smoke: usize, usual: usize, long: usize) -> usize {
        match self {
            Self::Smoke => smoke,
            Self::Usual => usual,
            Self::Long => long,
        }
    }
}
