//! What is done by a button of the first part of the program and needs the later one.

use super::context::Ui;
use super::grid::{self, Pasting, Table};
use super::{backup, copying, sample, texts};
use crate::analysis::start::preset_plan;
use crate::model::ProjectId;
use crate::state::{Session, UndoReport};
use leptos::prelude::*;

/// One of them.
#[derive(Clone)]
pub(super) enum Deed {
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
    Paste(Box<(Table, Pasting)>),
    /// Takes the last step back.
    Undo(Session),
    /// Takes the last undo back.
    Redo(Session),
}

/// Does it.
pub(super) fn carry_out(ui: Ui, deed: Deed) {
    match deed {
        Deed::MakeSample => sample::make(ui),
        Deed::RemoveSample(session) => sample::remove(ui, session),
        Deed::Copy(project) => leptos::task::spawn_local(copying::make(ui, project)),
        Deed::CleanCopy(session) => copying::clean(ui, session),
        Deed::Backup(project) => leptos::task::spawn_local(backup::make(ui, project)),
        Deed::Preset(session) => preset(ui, session),
        Deed::Paste(pasting) => grid::paste(ui, pasting.0, &pasting.1),
        Deed::Undo(session) => step_back(ui, session, false),
        Deed::Redo(session) => step_back(ui, session, true),
    }
}

/// 用预设排, which one click takes back.
fn preset(ui: Ui, session: Session) {
    let (lang, now) = (ui.lang.get_untracked(), session.now());
    let records = session.read(|log| preset_plan(log, lang, now));
    session.add_prepared(&records);
    let tasks = records.iter().filter(|one| one.kind == "task").count();
    let said = texts::fill(texts::PASTED_ROWS, lang, &[("n", &tasks.to_string())]);
    let undo = Callback::new(move |()| super::later::undo_or_redo(ui, session, false));
    ui.notices.info_with(said, texts::UNDO, "undo-preset", undo);
}

/// Takes the last step back, or the last undo, and says what it did.
fn step_back(ui: Ui, session: Session, redo: bool) {
    let report = if redo { session.redo() } else { session.undo() };
    if report == UndoReport::default() {
        // Refused, which is said where it was.
        return;
    }
    let (done, nothing) = if redo {
        (texts::REDONE, texts::NOTHING_TO_REDO)
    } else {
        (texts::UNDONE, texts::NOTHING_TO_UNDO)
    };
    let lang = ui.lang.get_untracked();
    if report.nothing {
        ui.notices.info(nothing.text(lang).to_owned());
        return;
    }
    ui.notices.info(texts::fill(
        done,
        lang,
        &[("n", &report.written.to_string())],
    ));
    if report.left > 0 {
        ui.notices.warn(texts::fill(
            texts::UNDO_LEFT,
            lang,
            &[("n", &report.left.to_string())],
        ));
    }
}
