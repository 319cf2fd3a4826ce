//! How deeds are done.

use crate::analysis::begin::start::preset_plan;
use crate::state::Session;
use crate::templates::task;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::life;
use crate::ui::screen::frame::undoing;
use crate::ui::screen::mail::{backup, incoming, welcome};
use crate::ui::screen::pages::sample::SampleSort;
use crate::ui::screen::pages::{copying, sample};
use crate::ui::screen::table;
use crate::ui::texts;
use leptos::prelude::{GetUntracked, Set};

/// Does what a button asked for, whatever has become of its screen.
pub(in crate::ui) fn carry_out(ui: Ui, deed: Deed) {
    match deed {
        Deed::MakeSample => sample::make(ui, SampleSort::Running),
        Deed::MakeClosedSample => sample::make(ui, SampleSort::Closed),
        Deed::RemoveSample(session) => sample::remove(ui, session),
        Deed::SampleReplies(session) => sample::receive(ui, session),
        Deed::Copy(project) => life::to_the_end((ui, project), copying::make),
        Deed::Backup(project) => life::to_the_end((ui, project), backup::make),
        Deed::CleanCopy(session) => copying::clean(ui, session),
        Deed::Preset(session) => preset(ui, session),
        Deed::Paste(session, pasting) => table::paste(ui, session, *pasting),
        Deed::Undo(session) => undoing::undo(ui, session),
        Deed::Redo(session) => undoing::redo(ui, session),
        Deed::TakeBack(session, step) => undoing::undo_step(ui, session, step),
        Deed::Untake(session, batch) => incoming::undo_taking(ui, session, &batch),
        Deed::NotThisProject(session) => welcome::leave(ui, session),
        Deed::BringBack(away) => welcome::bring_back(ui, &away),
        Deed::SeeTodos(project) => welcome::see_todos(ui, project),
        Deed::TypedBefore(typed) => ui.typed_before.set(Some(*typed)),
    }
}

/// 用预设排, which one click takes back.
fn preset(ui: Ui, session: Session) {
    let (lang, now) = (ui.lang.get_untracked(), session.now());
    let records = session.read(|log| preset_plan(log, lang, now));
    session.add_prepared(&records);
    let tasks = records.iter().filter(|one| one.kind == task::KIND).count();
    let said = texts::fill(
        texts::table::PASTED_ROWS,
        lang,
        &[("n", &tasks.to_string())],
    );
    ui.notices.done(session, said, "undo-preset");
}
