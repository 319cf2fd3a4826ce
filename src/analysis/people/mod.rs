//! Who: who somebody is, what each may do and must answer for, who takes over, who has to know.

pub mod away;
pub mod duty;
pub(super) mod gates;
pub mod guards;
pub mod may;
pub(super) mod next;
pub mod own_word;
pub(super) mod owned;
pub(super) mod roster;
pub mod same_person;
pub mod suggestion;
pub(super) mod taken;
pub mod who;
