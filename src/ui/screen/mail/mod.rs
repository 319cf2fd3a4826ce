//! Files that come in and go out, and who does not know yet.

pub(super) mod after_saving;
pub(super) mod attribution;
pub(super) mod backup;
pub(super) mod handover;
pub(super) mod incoming;
pub(super) mod paste;
pub(super) mod preview;
pub(super) mod sending;
pub(super) mod unsent_count;
pub(super) mod welcome;
