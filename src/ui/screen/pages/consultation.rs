//! 意见: one draft with all that the departments said to it, answered line by line. Who is silent is listed by name, and
//! that is not consent. On paper it is 《征求意见汇总表》.

mod answer;
mod give;
mod head;
mod record_for;
mod table;

pub(super) use give::GiveOpinions;
pub(super) use head::speakers;

use crate::analysis::standing::consultations::{
    DepartmentSays, asked_as, in_order, late_lines, unanswered_lines, voices,
};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::templates::consultation;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::form::sheet::Sheet;
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What all parts of the page speak of.
#[derive(Clone, PartialEq)]
struct ConsultationTold {
    voices: Vec<(RecordId, DepartmentSays)>,
    lines: Vec<RecordId>,
    late: BTreeSet<RecordId>,
    unanswered: Vec<RecordId>,
    /// The departments that whoever looks speaks for.
    mine: Vec<RecordId>,
    is_asking: bool,
    is_open: bool,
}

impl ConsultationTold {
    fn read(log: &Log, record: &RecordId, me: Option<&RecordId>) -> Self {
        let form = Form::new(log, record.clone());
        let lines = in_order(&form);
        let open = unanswered_lines(&form);
        let unanswered = lines.iter().filter(|line| open.contains(line));
        Self {
            voices: voices(&form),
            late: late_lines(&form),
            unanswered: unanswered.cloned().collect(),
            lines,
            mine: me.map_or_else(Vec::new, |me| asked_as(&form, me)),
            is_asking: consultation::is_asking(&form),
            is_open: consultation::is_open(&form),
        }
    }
}

/// What the parts share: the draft, what is said of it, and the line that is being answered.
#[derive(Clone, Copy)]
struct AtConsultation {
    session: Session,
    record: StoredValue<RecordId>,
    told: Memo<ConsultationTold>,
    chosen: RwSignal<Option<RecordId>>,
    /// Whether all lines of the same clause are answered with it.
    is_together: RwSignal<bool>,
}

impl AtConsultation {
    /// The line that is being answered: the one that was chosen, else the first that waits.
    fn line(self) -> Option<RecordId> {
        self.told.with(|told| {
            let is_here = |line: &RecordId| told.lines.contains(line);
            let chosen = self.chosen.get().filter(is_here);
            chosen.or_else(|| told.unanswered.first().cloned())
        })
    }

    /// The next line that waits takes its place.
    fn go_on(self) {
        self.is_together.set(false);
        self.chosen.set(None);
    }
}

/// The page of one draft that was sent out.
#[component]
pub(in crate::ui) fn Consultation(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let author = author_of(session);
    let id = StoredValue::new(record.clone());
    let told = Memo::new(move |_| {
        author.get();
        let me = session.me();
        session.watch(|log| ConsultationTold::read(log, &id.get_value(), me.as_ref()))
    });
    let at = AtConsultation {
        session,
        record: id,
        told,
        chosen: RwSignal::new(None),
        is_together: RwSignal::new(false),
    };
    let is_empty = Memo::new(move |_| told.with(|told| told.lines.is_empty()));
    let mine = Memo::new(move |_| {
        told.with(|told| match told.is_asking || !told.is_open {
            true => told.mine.clone(),
            false => Vec::new(),
        })
    });
    let give = move |department: RecordId| view! { <GiveOpinions consultation=id.get_value() department/> };
    view! {
        <div class="consultation" data-testid="consultation-page">
            <head::Head at/>
            <table::Opinions at/>
            {when(move || is_empty.get(), move || view! {
                <p class="empty">{ui.t(texts::opinions::NO_OPINIONS_YET)}</p>
            })}
            <answer::AnswerStrip at/>
            {when(move || told.with(|told| told.is_open), move || view! { <record_for::RecordFor at/> })}
            {live(move || mine.get().into_iter().map(give).collect::<Vec<_>>())}
            <div class="with-side no-print">
                <details class="panel sheet-place" data-testid="draft-sheet">
                    <summary>{ui.t(texts::opinions::THE_DRAFT)}</summary>
                    <Sheet record=record.clone() template=&consultation::CONSULTATION/>
                </details>
                <aside class="side"><super::side::Side record/></aside>
            </div>
        </div>
    }
}
