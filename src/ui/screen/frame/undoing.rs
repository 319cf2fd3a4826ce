//! Ctrl+Z and Ctrl+Y: what was taken back or done again, which place that is, and the way there. What lies elsewhere
//! than the caret is never changed unseen.

use crate::analysis::words::called::NamedIn;
use crate::analysis::words::names::field_name;
use crate::model::template::{DELETED, Label};
use crate::model::{CellId, FieldKey, RecordId};
use crate::state::{Page, Route, Session, UndoReport};
use crate::templates::form_of;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::overlay::Handover;
use crate::ui::screen::base::reveal::Reveal;
use crate::ui::texts;
use leptos::prelude::{GetUntracked, Set, Update};

/// Takes the last step back.
pub(in crate::ui) fn undo(ui: Ui, session: Session) {
    let labels = [
        texts::frame::UNDONE,
        texts::frame::UNDONE_AT,
        texts::frame::NOTHING_TO_UNDO,
    ];
    step(ui, session, |session| session.undo(), labels);
}

/// Takes the last undo back.
pub(in crate::ui) fn redo(ui: Ui, session: Session) {
    let labels = [
        texts::frame::REDONE,
        texts::frame::REDONE_AT,
        texts::frame::NOTHING_TO_REDO,
    ];
    step(ui, session, |session| session.redo(), labels);
}

/// Takes back the step that a message told of.
pub(in crate::ui) fn undo_step(ui: Ui, session: Session, number: u64) {
    let labels = [
        texts::frame::UNDONE,
        texts::frame::UNDONE_AT,
        texts::frame::NOTHING_TO_UNDO,
    ];
    step(ui, session, |session| session.undo_step(number), labels);
}

fn step(
    ui: Ui,
    session: Session,
    act: impl FnOnce(&Session) -> UndoReport,
    [done, done_at, nothing]: [Label; 3],
) {
    dom::write_now();
    let caret = caret();
    let report = act(&session);
    if report == UndoReport::default() {
        // Refused, which is said where it was.
        return;
    }
    let lang = ui.lang.get_untracked();
    if report.nothing {
        ui.notices.info(nothing.text(lang).to_owned());
        return;
    }
    let n = report.written.to_string();
    let places = session.taken_back_at();
    // What is taken back concerns nobody any more.
    ui.handover.update(|told| {
        let is_it = |one: &mut Handover| places.iter().any(|(record, _)| *record == one.record);
        told.take_if(is_it);
    });
    let said = match main_place(session, &places) {
        None => texts::fill(done, lang, &[("n", &n)]),
        Some(place) => {
            if !caret.as_ref().is_some_and(|caret| places.contains(caret)) {
                go_there(ui, session, &place, caret.is_some());
            }
            let at = named(ui, session, &place);
            texts::fill(done_at, lang, &[("n", &n), ("place", &at)])
        }
    };
    ui.notices.info_there(said);
    ui.notices.warn_left(report.left, lang);
}

/// The field that the caret is in.
fn caret() -> Option<CellId> {
    let focused = dom::focused()?;
    let field = focused.get_attribute("data-field")?;
    let form = focused.closest("[data-record]").ok().flatten()?;
    let record = form.get_attribute("data-record")?.parse().ok()?;
    Some((record, FieldKey::of(&field)))
}

/// The place that says most: a field that people fill, of a record that is there.
fn main_place(session: Session, places: &[CellId]) -> Option<CellId> {
    session.read(|log| {
        let is_field = |(record, key): &&CellId| {
            let template = log.schema().template(record.kind());
            let field = template.and_then(|template| template.field(key.stem()));
            field.is_some_and(|field| !field.filled)
        };
        let is_here = |(record, _): &&CellId| log.is_visible(record);
        let known = |(record, _): &&CellId| log.schema().template(record.kind()).is_some();
        let find = |is: &dyn Fn(&&CellId) -> bool| places.iter().find(is);
        find(&|place| is_here(place) && is_field(place))
            .or_else(|| find(&|place| is_here(place) && known(place)))
            .or_else(|| find(&known))
            .cloned()
    })
}

/// 「目标说明书 · 背景」
fn named(ui: Ui, session: Session, (record, key): &CellId) -> String {
    let lang = ui.lang.get_untracked();
    session.read(|log| {
        let template = log.schema().template(record.kind());
        let name = NamedIn::of(log).name(record, lang);
        let has_field = template.is_some_and(|template| template.field(key.stem()).is_some());
        if has_field && key.as_str() != DELETED {
            format!("{name} · {}", field_name(template, key, lang))
        } else {
            name
        }
    })
}

/// Brings the place into view; the caret goes along where it was in a field, to another page if need be.
fn go_there(ui: Ui, session: Session, (record, key): &CellId, with_caret: bool) {
    let form = format!("[data-record=\"{record}\"]");
    let control = format!("{form} [data-field=\"{key}\"]");
    if dom::unfold(&control) {
        if with_caret {
            dom::focus_soon(control);
        } else {
            dom::show_soon(control);
        }
        return;
    }
    let Some(home) = home_of(session, record) else {
        return;
    };
    let list = Page::Kind(record.kind().to_owned());
    let here = Route::Project(session.project(), list);
    if ui.route.get_untracked() == here && dom::unfold(".grid") {
        let is_in_grid =
            dom::focused().is_some_and(|one| one.closest(".grid").ok().flatten().is_some());
        let caret = (with_caret && is_in_grid).then(|| (record.clone(), key.to_string()));
        ui.reveal.set(Some(Reveal {
            rows: vec![record.clone()],
            caret,
            pasting: None,
        }));
    } else if dom::unfold(&form) {
        dom::show_soon(form);
    } else if with_caret {
        ui.focus_there(format!("{control}, {form}, main"));
        dom::go(&Route::of_record(session.project(), &home));
    }
}

/// The form whose page shows a record; none where it is not there any more.
fn home_of(session: Session, record: &RecordId) -> Option<RecordId> {
    session.read(|log| {
        let mut home = log.is_visible(record).then(|| record.clone())?;
        while form_of(home.kind()).is_some() {
            home = log.parent_of(&home)?;
        }
        Some(home)
    })
}
