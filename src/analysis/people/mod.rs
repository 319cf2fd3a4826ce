//! Who: who somebody is, what each may do and must answer for, who takes over, who has to know.

pub mod absence;
pub mod allowed_steps;
pub mod duty;
pub(super) mod gates;
pub mod guards;
pub(super) mod handover;
mod named;
pub mod own_word;
pub(super) mod ownership;
pub mod role_table;
pub(super) mod roster;
pub mod same_person;
pub(super) mod step_count;
pub mod strangers;
pub mod suggestion;
pub mod who;
pub mod whose_turn;
