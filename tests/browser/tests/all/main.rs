//! All browser tests, as one program. Each has its own server, browsers and profiles.

mod shell;
