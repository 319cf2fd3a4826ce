//! What single forms have on their list and their sheet that no declaration says: the one place of these pages that
//! tells forms apart. What stands beside a sheet is said in `pages/side.rs`, what it has on paper in `pages/paper.rs`.

use crate::analysis::words::risk_sentence::risk_fields;
use crate::model::template::{Form, Label, STATUS, Template};
use crate::model::{FieldKey, RecordId};
use crate::state::{PastedRow, Session};
use crate::templates::{
    change_request, charter, consultation, decision, department, feedback, issue, lesson,
    mechanism, member, minutes, progress, report, resource, resource_request, risk, rollout_check,
    task, work_item,
};
use crate::ui::screen::base::door::{LaterView, soon};
use crate::ui::texts;
use leptos::prelude::{AnyView, IntoAny};

/// The pieces of a list.
#[derive(Default)]
pub(in crate::ui) struct OfList {
    /// What it is called on paper, where that is not what its page is called.
    pub(in crate::ui) title: Option<Label>,
    /// Beside its title.
    pub(in crate::ui) head: Option<LaterView>,
    /// In place of the usual words while it is empty.
    pub(in crate::ui) empty: Option<LaterView>,
    /// Under it.
    pub(in crate::ui) foot: Option<LaterView>,
    /// Beside its table.
    pub(in crate::ui) beside: Option<LaterView>,
    /// In place of all of it.
    pub(in crate::ui) whole: Option<LaterView>,
}

/// The pieces of the list of a form.
pub(in crate::ui) fn of_list(kind: &str) -> OfList {
    match kind {
        task::KIND => OfList {
            title: Some(task::TASK.title),
            head: Some(LaterView::PlanHead),
            empty: Some(LaterView::PlanEmpty),
            ..OfList::default()
        },
        department::KIND => OfList {
            foot: Some(LaterView::Boundary),
            ..OfList::default()
        },
        resource::KIND | resource_request::KIND => OfList {
            head: Some(LaterView::ResourceTabs),
            ..OfList::default()
        },
        risk::KIND => OfList {
            title: Some(risk::RISK.title),
            head: Some(LaterView::AllLookedAt),
            beside: Some(LaterView::RiskMap),
            ..OfList::default()
        },
        work_item::KIND => OfList {
            whole: Some(LaterView::Roles),
            ..OfList::default()
        },
        mechanism::KIND => OfList {
            whole: Some(LaterView::Rules),
            ..OfList::default()
        },
        progress::KIND => OfList {
            whole: Some(LaterView::Progress),
            ..OfList::default()
        },
        decision::KIND => OfList {
            title: Some(texts::forms::DECISIONS_PAPER),
            ..OfList::default()
        },
        change_request::KIND => OfList {
            title: Some(texts::forms::CHANGES_PAPER),
            ..OfList::default()
        },
        lesson::KIND => OfList {
            title: Some(lesson::LESSON.title),
            foot: Some(LaterView::LessonsFoot),
            head: Some(LaterView::LessonsHead),
            ..OfList::default()
        },
        rollout_check::KIND => OfList {
            whole: Some(LaterView::Rollout),
            ..OfList::default()
        },
        feedback::KIND => OfList {
            whole: Some(LaterView::Feedback),
            ..OfList::default()
        },
        minutes::KIND => OfList {
            whole: Some(LaterView::Meeting(None)),
            ..OfList::default()
        },
        _ => OfList::default(),
    }
}

/// What stands over a sheet, on the page and on paper.
pub(in crate::ui) fn over_sheet(record: &RecordId) -> Option<LaterView> {
    (record.kind() == issue::KIND).then(|| LaterView::Case(record.clone()))
}

/// What stands under a sheet, on the page and on paper.
pub(in crate::ui) fn under_sheet(record: &RecordId) -> Option<LaterView> {
    (*record == report::record()).then_some(LaterView::ReportFigures)
}

/// What the address of a record shows.
pub(in crate::ui) enum Shows {
    /// The fields that its template declares.
    Sheet,
    /// The page of all of its kind, where its words stand on that page alone.
    All(LaterView),
    /// What this says of the record as it stands now, watching that; its sheet where it says nothing.
    Own(fn(Session, &RecordId) -> Option<LaterView>),
}

/// What the addresses of a form's records show.
pub(in crate::ui) fn shows(template: &Template) -> Shows {
    match template.kind {
        consultation::KIND => Shows::Own(begun_consultation),
        minutes::KIND => Shows::Own(|_, record| Some(LaterView::Meeting(Some(record.clone())))),
        kind if template.is_sealed() => of_list(kind).whole.map_or(Shows::Sheet, Shows::All),
        _ => Shows::Sheet,
    }
}

fn begun_consultation(session: Session, record: &RecordId) -> Option<LaterView> {
    session.value(record, &FieldKey::of(STATUS));
    let is_begun = session.read(|log| consultation::is_begun(&Form::new(log, record.clone())));
    is_begun.then(|| LaterView::Consultation(record.clone()))
}

/// How a line typed under a list is read, where it says more than what a record is called.
#[derive(Clone, Copy)]
pub(in crate::ui) struct LineReader {
    /// What it says while nothing is typed.
    pub(in crate::ui) how: Label,
    /// The fields of the record that it becomes; nothing where it is only a name.
    pub(in crate::ui) fields: fn(&str) -> Option<PastedRow>,
}

/// The reader of the line of a form's list.
pub(in crate::ui) fn of_line(kind: &str) -> Option<LineReader> {
    (kind == risk::KIND).then_some(LineReader {
        how: texts::risks::ADD_LINE,
        fields: risk_fields,
    })
}

/// What stands before the title of a sheet, once it is here.
pub(super) fn before_title(record: &RecordId) -> Option<AnyView> {
    (*record == charter::record()).then(|| piece(LaterView::Draft))
}

/// What stands behind the name of a record, on its sheet and in its table, once it is here.
pub(in crate::ui) fn behind_title(record: &RecordId) -> Option<AnyView> {
    (record.kind() == member::KIND).then(|| piece(LaterView::LooksLike(record.clone())))
}

/// A piece; nothing before it is here.
pub(in crate::ui) fn piece(part: LaterView) -> AnyView {
    soon(part, || ().into_any())
}
