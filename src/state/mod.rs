//! The open project, live: one write path, field handles, undo, imports, routes.
//!
//! Architecture invariant: everything that writes goes through [`Session::apply`]; views hold handles.
//! Knows no screen, no web-sys; clock, chance and storage come in through [`Port`].

mod acts;
mod addressed;
mod agenda;
mod answers;
mod away;
mod backup;
mod begin;
mod behalf;
mod coaching;
mod decisions;
mod extent;
mod feedback;
mod field;
mod gates;
mod handovers;
mod holdings;
mod holidays;
mod identity;
mod imports;
mod joins;
mod ledger;
mod lessons;
mod new_record;
mod news;
mod notes;
mod own_words;
mod plan_changes;
mod progress;
mod project_name;
mod projects;
mod refused;
mod report;
mod requests;
mod result_lines;
mod risks;
mod role_paste;
mod roles;
mod route;
mod sample;
mod sample_replies;
mod sent_word;
mod session;
mod stacks;
mod stays;
mod steps;
mod successor;
mod suggest;
mod table;
mod todos;
mod triggers;
mod typed;
mod untake;
mod visit;
mod weekly;
mod weekly_release;

pub use acts::Moved;
pub use addressed::Addressed;
pub use away::TakenAway;
pub use backup::Backup;
pub use begin::Begun;
pub use behalf::Behalf;
pub use coaching::Coaching;
pub use extent::Extent;
pub use field::FieldHandle;
pub use gates::Held;
pub use imports::{ImportNote, Received};
pub use ledger::{Heads, Runs, SendState, Sent, heads};
pub use news::{Owed, SinceLast};
pub use progress::ProgressNote;
pub use projects::{Opened, Projects};
pub use refused::Refused;
pub use requests::NotRuled;
pub use result_lines::LineGround;
pub use role_paste::RolesTaken;
pub use roles::{RoleFill, pressed};
pub use route::{Page, Route};
pub use sample_replies::SampleReply;
pub use sent_word::SentWord;
pub use session::{Port, Session};
pub use steps::UndoReport;
pub use table::{
    Copied, FirstLine, LeftColumn, LeftWhy, Pasted, PastedRow, TableTaken, UnreadCell, is_table,
};
