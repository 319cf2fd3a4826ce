//! One control per field type, all of them on a field handle.

mod choice;
mod date;
mod day;
mod huge;
mod set;
mod text;
mod text_box;
mod told;

pub(in crate::ui) use day::{DayBox, day_hint};
use text::TextControl;
use told::{DeletedHint, ReadBack, StrangerHint};
pub(in crate::ui) use told::{UnreadHint, length_told, offers, why};

use crate::analysis::Duty;
use crate::analysis::words::typed::{Oddity, as_written};
use crate::model::template::{Field, FieldType};
use crate::model::{FieldKey, RecordId};
use crate::state::{FieldHandle, Session};
use crate::ui::screen::base::closed::is_closed;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::door::{LaterView, soon};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::filled::Filled;
use crate::ui::texts;
use leptos::prelude::*;

/// The control of a field, which is text in a project that is closed; of somebody else's own word what they said, and
/// the way to record it for them.
#[component]
pub(in crate::ui) fn FieldControl(record: RecordId, field: &'static Field) -> impl IntoView {
    let is_closed = is_closed();
    let id = StoredValue::new(record);
    live(move || match is_closed.get() {
        true => view! { <Filled record=id.get_value() field/> }.into_any(),
        false => view! { <OpenControl record=id.get_value() field/> }.into_any(),
    })
}

/// The same in a project that is open.
#[component]
fn OpenControl(record: RecordId, field: &'static Field) -> impl IntoView {
    if field.own_word.is_none() {
        return view! { <Control record field/> }.into_any();
    }
    let session = session();
    let place = StoredValue::new((record, FieldKey::of(field.key)));
    let is_others =
        Memo::new(move |_| place.with_value(|(record, key)| session.is_others_word(record, key)));
    live(move || {
        let (record, _) = place.get_value();
        if is_others.get() {
            soon(LaterView::Word(record, field), || ().into_any())
        } else {
            view! { <Control record field/> }.into_any()
        }
    })
    .into_any()
}

/// The control itself, with what is odd about its value and whether it differs.
#[component]
fn Control(record: RecordId, field: &'static Field) -> impl IntoView {
    let session = session();
    let handle = session.field(record.clone(), FieldKey::of(field.key));
    let typed = RwSignal::new(None::<String>);
    let control = match field.field_type {
        FieldType::Enum(choices) | FieldType::Scale(choices) => {
            view! { <choice::ChoiceControl handle field choices/> }.into_any()
        }
        FieldType::Ref(kinds) => view! { <choice::RefControl handle field kinds/> }.into_any(),
        FieldType::Set(kinds) => view! { <set::SetControl record field kinds/> }.into_any(),
        FieldType::Bool => view! { <choice::BoolControl handle field/> }.into_any(),
        FieldType::Date | FieldType::DateTime => {
            view! { <date::DateControl handle field typed/> }.into_any()
        }
        _ => view! { <TextControl handle field typed/> }.into_any(),
    };
    let told = Memo::new(move |_| session.unread(&handle.record(), field, &handle.value()));
    let gone = Memo::new(move |_| session.deleted_reference(field, &handle.value()));
    let elsewhere = Memo::new(move |_| {
        let is_moment = field.field_type == FieldType::DateTime;
        is_moment
            .then(|| as_written(&handle.value(), ZONE))
            .flatten()
    });
    let choose = Callback::new(move |value| handle.set(value));
    let differs = Memo::new(move |_| session.distinct(&handle.record(), &handle.key()).len());
    // What stands in a control is cut off on paper: there its letters stand alone.
    let ui = ui();
    let is_ticked = matches!(field.field_type, FieldType::Set(_) | FieldType::Bool);
    let on_paper = (!is_ticked).then(|| {
        view! {
            <span class="paper" aria-hidden="true">
                {live(move || crate::ui::screen::form::cell::text_of(ui, &handle.record(), field))}
            </span>
        }
    });
    let suggested = Suggesting::new(session, &handle.record(), field);
    view! {
        <div class="control" data-suggested=move || suggested.is_any.get().to_string()
            on:focusin=move |_| suggested.enter() on:focusout=move |_| suggested.asked.set(false)
            data-odd=move || told.get().is_some().to_string() data-differs=move || (differs.get() > 1).to_string()>
            {control}
            {on_paper}
            {live(move || suggested.is_shown.get().then(|| suggested.draw()))}
            <ReadBack handle field typed/>
            {live(move || told.get().map(|unread| {
                if let Some(name) = session.names_a_stranger(&handle.record(), field, &handle.value()) {
                    return view! { <StrangerHint name/> }.into_any();
                }
                // Somebody may be on the list by now.
                let unread = match unread.why {
                    Oddity::NotListed => session.unread(&handle.record(), field, &handle.value()).unwrap_or(unread),
                    _ => unread,
                };
                let offers = offers(ui, session, field.field_type, &unread);
                view! { <UnreadHint why=why(ui, session, &unread) offers choose/> }.into_any()
            }))}
            {live(move || elsewhere.get().map(|written| view! {
                <p class="hint elsewhere" data-testid="written-elsewhere">
                    {ui.fill(texts::forms::WRITTEN_AS, &[("written", &written)])}
                </p>
            }))}
            {live(move || gone.get().map(|record| view! { <DeletedHint record/> }))}
            {live(move || (differs.get() > 1).then(|| view! { <DiffersHint count=differs.get()/> }))}
        </div>
    }
}

/// Esc: what stood when the visit began stands again, and the visit begins anew.
fn give_up(ui: Ui, handle: FieldHandle) {
    ui.notices
        .warn_left(handle.give_up(), ui.lang.get_untracked());
    handle.begin();
}

/// Whether suggestions about a field are open, or somebody is in it whose edit would be one.
#[derive(Clone, Copy)]
struct Suggesting {
    session: Session,
    place: StoredValue<RecordId>,
    field: &'static Field,
    asked: RwSignal<bool>,
    is_any: Memo<bool>,
    is_shown: Memo<bool>,
}

impl Suggesting {
    fn new(session: Session, record: &RecordId, field: &'static Field) -> Self {
        let place = StoredValue::new(record.clone());
        let asked = RwSignal::new(false);
        let is_any = Memo::new(move |_| {
            place.with_value(|record| session.has_suggestions(record, field.key))
        });
        let is_shown = Memo::new(move |_| asked.get() || is_any.get());
        Self {
            session,
            place,
            field,
            asked,
            is_any,
            is_shown,
        }
    }

    fn enter(self) {
        let key = FieldKey::of(self.field.key);
        let is_for_others = self
            .place
            .with_value(|record| self.session.duty(record, &key) != Duty::Own);
        self.asked.set(is_for_others);
    }

    fn draw(self) -> AnyView {
        let part = LaterView::Suggested(self.place.get_value(), self.field, self.asked);
        soon(part, || ().into_any())
    }
}

#[component]
fn DiffersHint(count: usize) -> impl IntoView {
    let ui = ui();
    let project = session().project();
    let href = crate::state::Route::Project(project, crate::state::Page::Conflicts).to_string();
    view! {
        <p class="differs">
            {live(move || ui.fill(texts::forms::DIFFERS_HERE, &[("n", &count.to_string())]))}
            " "<a href=href>{ui.t(texts::forms::LOOK)}</a>
        </p>
    }
}
