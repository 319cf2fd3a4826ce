//! What stands around every page: top bar, rail, menu, search, and what is said over all of them.

pub(super) mod closed;
pub(super) mod data_panel;
pub(super) mod help;
pub(super) mod identity;
pub(super) mod key_list;
pub(super) mod menu;
pub(super) mod messages;
mod notice_place;
mod own_name;
pub(super) mod people;
pub(super) mod rail;
pub(super) mod search;
pub(super) mod shell;
pub(super) mod spent_copy;
pub(super) mod switch;
pub(super) mod undoing;
pub(super) mod unread_data;
pub(super) mod update;
mod view_switch;
pub(super) mod way_in;
