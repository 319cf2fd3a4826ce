//! What is done by a button of the first part of the program and needs the later one, or by one that outlives its screen.
//!
//! Architecture invariant: a deed holds nothing of a screen, which may be gone when it is done.

use super::undoing;
use crate::analysis::begin::start::{Unfinished, preset_plan};
use crate::model::{ProjectId, RecordId};
use crate::state::Session;
use crate::templates::task;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::life;
use crate::ui::screen::mail::{backup, incoming};
use crate::ui::screen::pages::{copying, sample};
use crate::ui::screen::table::{self, Pasting};
use crate::ui::texts;
use leptos::prelude::{GetUntracked, Set};

/// One of them.
#[derive(Clone)]
pub(in crate::ui) enum Deed {
    /// Makes the sample project.
    MakeSample,
    /// Takes the sample away again.
    RemoveSample(Session),
    /// Copies a project's plan into a new one.
    Copy(ProjectId),
    /// Opens what stands in a project as another one, without its history.
    CleanCopy(Session),
    /// Saves everything of a project as a file.
    Backup(ProjectId),
    /// Puts the preset's tasks into a plan that has none.
    Preset(Session),
    /// Takes copied lines into a table.
    Paste(Session, Box<Pasting>),
    /// Takes the last step back.
    Undo(Session),
    /// Takes the last undo back.
    Redo(Session),
    /// Takes one step back, by its number.
    TakeBack(Session, u64),
    /// Takes an import back, and who was found in it to be whom.
    Untake(Session, String, Vec<(String, RecordId)>),
    /// Shows again what was typed into the wizard.
    TypedBefore(Box<Unfinished>),
}

/// Does it.
pub(in crate::ui) fn carry_out(ui: Ui, deed: Deed) {
    match deed {
        Deed::MakeSample => sample::make(ui),
        Deed::RemoveSample(session) => sample::remove(ui, session),
        Deed::Copy(project) => life::to_the_end((ui, project), copying::make),
        Deed::Backup(project) => life::to_the_end((ui, project), backup::make),
        Deed::CleanCopy(session) => copying::clean(ui, session),
        Deed::Preset(session) => preset(ui, session),
        Deed::Paste(session, pasting) => table::paste(ui, session, *pasting),
        Deed::Undo(session) => undoing::undo(ui, session),
        Deed::Redo(session) => undoing::redo(ui, session),
        Deed::TakeBack(session, step) => undoing::undo_step(ui, session, step),
        Deed::Untake(session, batch, joins) => {
            incoming::undo_taking(ui, session, &batch);
            session.part_people(&joins);
        }
        Deed::TypedBefore(typed) => ui.typed_before.set(Some(*typed)),
    }
}

/// 用预设排, which one click takes back.
fn preset(ui: Ui, session: Session) {
    let (lang, now) = (ui.lang.get_untracked(), session.now());
    let records = session.read(|log| preset_plan(log, lang, now));
    session.add_prepared(&records);
    let tasks = records.iter().filter(|one| one.kind == task::KIND).count();
    let said = texts::fill(texts::PASTED_ROWS, lang, &[("n", &tasks.to_string())]);
    ui.notices.done(session, said, "undo-preset");
}

/// Says it where the program for a deed could not be fetched.
pub(in crate::ui) fn tell_missing(ui: Ui, done: Result<(), leptos::wasm_split::SplitLoaderError>) {
    if done.is_err() {
        let missing = texts::PROGRAM_NOT_HERE.text(ui.lang.get_untracked());
        ui.notices.error(missing.to_owned());
    }
}
