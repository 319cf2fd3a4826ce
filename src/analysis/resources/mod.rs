//! Resources that several departments want: who wants what on which days, where that is more than there is, and how it
//! could be settled. Always as far as the files received here tell.

pub mod availability;
pub mod claims;
pub mod clashes;
pub mod figures;
pub mod ledger;
pub mod picture;
pub mod proposals;
pub mod status;
pub mod sweep;
pub mod use_calendar;
pub mod week_ahead;
