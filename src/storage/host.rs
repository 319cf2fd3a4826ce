//! What the store needs besides shelves: a clock, a way to wait, other tabs. Arguments, so that tests bring their own.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Waker};

/// Work that goes on by itself.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Ends when a pause has passed.
pub type Timer = Pin<Box<dyn Future<Output = ()>>>;

/// The page around the store.
pub trait Host {
    /// Runs the task, without waiting for it.
    fn spawn(&self, task: Task);
    /// Milliseconds since 1970, to be shown.
    fn now_ms(&self) -> f64;
    /// Done after so many milliseconds.
    fn sleep(&self, ms: u32) -> Timer;
    /// Tells the other tabs.
    fn post(&self, text: &str);
}

/// A page without clock, tabs and waiting: tasks run as far as they get at once.
pub(super) struct StillHost;

impl Host for StillHost {
    fn spawn(&self, mut task: Task) {
        let _ = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    }
    fn now_ms(&self) -> f64 {
        0.0
    }
    fn sleep(&self, _: u32) -> Timer {
        Box::pin(std::future::pending())
    }
    fn post(&self, _: &str) {}
}
