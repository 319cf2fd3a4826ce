//! How long this thread has been computing; other work on the machine does not count.

/// A clock that runs while something is measured.
#[derive(Default)]
pub(crate) struct Clock {
    /// Milliseconds measured so far.
    pub(crate) spent_ms: f64,
}

impl Clock {
    /// Measures one piece of work.
    pub(crate) fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let from = Self::now_ms();
        let out = work();
        self.spent_ms += Self::now_ms() - from;
        out
    }

    /// Milliseconds of computing.
    #[cfg(unix)]
    #[allow(clippy::cast_precision_loss, reason = "a few days fit")]
    pub(crate) fn now_ms() -> f64 {
        let told = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        told.tv_sec as f64 * 1e3 + told.tv_nsec as f64 / 1e6
    }

    /// Milliseconds of waiting: the system does not tell better.
    #[cfg(not(unix))]
    pub(crate) fn now_ms() -> f64 {
        static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        START
            .get_or_init(std::time::Instant::now)
            .elapsed()
            .as_secs_f64()
            * 1e3
    }
}
