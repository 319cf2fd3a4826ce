//! What browsers complain about, and the one list of what is no reason to complain.

use thirtyfour::BrowserLogEntry;

/// Runs in every document before the page's own code: what would pass in silence is logged.
pub(crate) const WATCH: &str = r"
(() => {
  const say = (what, text) => console.error(`[watched] ${what}: ${text}`);
  addEventListener('securitypolicyviolation', (event) =>
    say('policy', `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  addEventListener('error', (event) => {
    if (event.target === window) say('error', event.error?.stack ?? event.message);
    else say('resource', event.target?.src ?? event.target?.href ?? event.target);
  }, true);
  addEventListener('unhandledrejection', (event) => say('rejection', event.reason?.stack ?? event.reason));
})();
";

/// A reason why a complaint is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Everywhere: a remark of Chromium on Trunk's preload link of the program.
    PreloadIntegrity,
    /// The server was stopped by the test.
    ServerStopped,
    /// The test made the program crash.
    Crash,
    /// The test serves a build of which a file is cut.
    HalfUpload,
    /// The browser was started without WebAssembly, scripts or storage.
    Crippled,
}

/// The list: what may be said, and why.
const LIST: &[(Expected, &str)] = &[
    (
        Expected::PreloadIntegrity,
        "attribute is currently ignored for preload destinations",
    ),
    (Expected::ServerStopped, "net::ERR_CONNECTION_REFUSED"),
    (Expected::ServerStopped, "net::ERR_CONNECTION_RESET"),
    (Expected::ServerStopped, "net::ERR_EMPTY_RESPONSE"),
    (
        Expected::ServerStopped,
        "An unknown error occurred when fetching the script",
    ),
    (Expected::ServerStopped, "not available offline"),
    (Expected::Crash, "panicked at"),
    (Expected::Crash, "RuntimeError"),
    (Expected::Crash, "unreachable"),
    (Expected::Crash, "Maximum call stack size exceeded"),
    (Expected::Crash, "the program has stopped after an error"),
    (Expected::HalfUpload, "digest in the 'integrity' attribute"),
    (Expected::HalfUpload, "SRI's integrity checks failed"),
    (Expected::HalfUpload, "TypeError: Failed to fetch"),
    (Expected::Crippled, "WebAssembly"),
    (Expected::Crippled, "SecurityError"),
    (Expected::Crippled, "not available offline"),
    (Expected::Crippled, "Access is denied"),
];

/// Whether one of the reasons covers the text.
pub(crate) fn is_expected(text: &str, reasons: &[Expected]) -> bool {
    let holds =
        |reason: &Expected| *reason == Expected::PreloadIntegrity || reasons.contains(reason);
    LIST.iter()
        .any(|(reason, part)| holds(reason) && text.contains(part))
}

/// The warnings and errors among the entries, as text.
pub(crate) fn complaints(entries: Vec<BrowserLogEntry>) -> Vec<String> {
    let loud = |entry: &BrowserLogEntry| matches!(entry.level.as_str(), "SEVERE" | "WARNING");
    let shown = |entry: BrowserLogEntry| format!("{}: {}", entry.level, entry.message);
    entries.into_iter().filter(loud).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::{Expected, is_expected};

    #[test]
    fn a_reason_covers_only_what_the_list_says() {
        let refused = "SEVERE: http://127.0.0.1/sw.js - Failed: net::ERR_CONNECTION_REFUSED";
        assert!(!is_expected(refused, &[]));
        assert!(is_expected(refused, &[Expected::ServerStopped]));
        assert!(!is_expected(
            "SEVERE: TypeError",
            &[Expected::ServerStopped]
        ));
    }
}
