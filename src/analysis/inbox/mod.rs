//! What waits for a person: questions, own work, differences to decide, what a meeting has to settle, what to do next.

pub mod advice;
pub mod agenda;
pub mod asks;
pub mod decisions;
pub mod differences;
mod item;
mod kept_part;
mod looking_back;
pub mod meeting_days;
pub mod noting;
pub mod opinions;
pub mod own_cards;
pub(super) mod own_work;
pub mod request;
pub(super) mod requests;
pub mod risks;
pub mod said;
pub mod sponsor;
pub mod todos;
pub mod updates;
pub mod week_figures;
pub mod weekly;
pub mod weekly_agenda;
mod weekly_found;
pub mod weekly_late;
mod weekly_look;
mod weekly_rest;
