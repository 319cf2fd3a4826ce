//! What is said under a control: what a text will be read as, why it does not count and what it may mean, and that what
//! it names was deleted.

use crate::analysis::words::dated::in_full;
use crate::analysis::words::names::short_name;
use crate::analysis::words::reasons::{reason, why_unread};
use crate::analysis::words::typed::{Oddity, Unread, oddity};
use crate::model::template::{Field, FieldType};
use crate::model::{RecordId, Value};
use crate::state::{FieldHandle, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{LiveView, live, press};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// What a value may mean, each with how it is called.
pub(in crate::ui) type OfferedValues = Vec<(String, Value)>;

/// What an unread value of a project's field may mean.
pub(in crate::ui) fn offers(
    ui: Ui,
    session: Session,
    field_type: FieldType,
    unread: &Unread,
) -> OfferedValues {
    let from = seen_from_here(ui.lang.get());
    let called = |value: &Value| session.read(|log| in_full(log, field_type, value, from));
    let meant = unread.meant.iter();
    meant.map(|value| (called(value), value.clone())).collect()
}

/// Why it does not count, as it is told under its control.
pub(in crate::ui) fn why(ui: Ui, session: Session, unread: &Unread) -> String {
    session.read(|log| why_unread(log, unread, ui.lang.get()))
}

/// Why a value does not count, and a button for each that it may mean.
#[component]
pub(in crate::ui) fn UnreadHint(
    why: String,
    offers: OfferedValues,
    choose: Callback<Value>,
) -> impl IntoView {
    let offers = offers.into_iter().map(|(text, value)| {
        let take = press(move || choose.run(value.clone()));
        view! { " " <button type="button" class="link" data-testid="meant" on:click=take>{text}</button> }
    });
    view! {
        <p class="told" role="alert" data-testid="unread">
            <span>{why} {offers.collect::<Vec<_>>()}</span>
        </p>
    }
}

/// That somebody who is named is not on the list yet, and the way onto it (G-06).
#[component]
pub(super) fn StrangerHint(name: String) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let why = ui.fill(texts::forms::NOT_ON_LIST_YET, &[("name", &name)]);
    let put = press(move || {
        session.put_named_on_list(&name);
        let text = texts::decide::PUT_ON_LIST
            .text(ui.lang.get_untracked())
            .to_owned();
        ui.notices.done(session, text, "undo-join");
    });
    view! {
        <p class="told" role="alert" data-testid="unread">
            <span>{why} " "
                <button type="button" class="link" data-testid="put-on-list" on:click=put>
                    {ui.t(texts::decide::PUT_THEM_ON_LIST)}
                </button>
            </span>
        </p>
    }
}

/// That the record which is named was deleted, and the way back.
#[component]
pub(super) fn DeletedHint(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let name = session.read(|log| short_name(log, &record, ui.lang.get()));
    let restore = press(move || {
        session.restore(&record);
    });
    view! {
        <p class="told" role="status" data-testid="deleted-reference">
            <span>{ui.fill(texts::forms::WAS_DELETED, &[("name", &name)])} " "
                <button type="button" class="link" data-testid="restore" on:click=restore>
                    {ui.t(texts::forms::RESTORE)}
                </button>
            </span>
        </p>
    }
}

/// That a text which is typed outside of its form is longer than its field takes (G-02); all of it is kept.
pub(in crate::ui) fn length_told(
    field: Option<&'static Field>,
    text: impl Fn() -> String + Send + Sync + 'static,
) -> LiveView {
    let ui = ui();
    let why = Memo::new(move |_| {
        oddity(field?, &Value::typed(&text())).filter(|why| matches!(why, Oddity::TooLong(..)))
    });
    live(move || {
        why.get().map(|why| view! {
        <span class="told" role="status" data-testid="too-long">{reason(why, ui.lang.get())}</span>
    })
    })
}

/// What the text that somebody is typing will be read as.
#[component]
pub(super) fn ReadBack(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
) -> impl IntoView {
    let ui = ui();
    let said = Memo::new(move |_| {
        let text = typed.get()?;
        handle.session().read_back(
            &handle.record(),
            field,
            &text,
            seen_from_here(ui.lang.get()),
        )
    });
    live(move || {
        said.get().map(|said| view! { <p class="hint read-back" role="status" data-testid="read-back">{said}</p> })
    })
}
