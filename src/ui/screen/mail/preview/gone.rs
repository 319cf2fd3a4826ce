//! What of the files is here already and yet not to be seen: deleted, changed or switched off since, and the way back.

use crate::analysis::words::called::NamedIn;
use crate::exchange::Preview;
use crate::model::RecordId;
use crate::state::Session;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// So many records are named; the rest is counted.
const NAMED: usize = 20;

/// Whether anything of the files was deleted or changed here since; watches the project.
pub(super) fn is_any(preview: &Preview, session: Session) -> bool {
    session.watch(|log| !preview.gone(log).is_empty() || preview.overruled(log) > 0)
}

/// Says it, and offers the recycle bin's content back.
#[component]
pub(super) fn Gone(preview: Rc<Preview>, session: Session) -> impl IntoView {
    let ui = ui();
    let preview = StoredValue::new_local(preview);
    let gone =
        Memo::new(move |_| preview.with_value(|preview| session.watch(|log| preview.gone(log))));
    let counts = Memo::new(move |_| {
        preview.with_value(|preview| {
            let is_contained = preview.is_contained();
            let overruled = session.watch(|log| is_contained.then(|| preview.overruled(log)));
            (overruled.unwrap_or_default(), preview.switched_off())
        })
    });
    let line = move |label, n: usize| {
        (n > 0).then(
            || view! { <p class="notice-line">{ui.fill(label, &[("n", &n.to_string())])}</p> },
        )
    };
    view! {
        {live(move || gone.with(|gone| (!gone.is_empty()).then(|| view! { <InBin session gone=gone.clone()/> })))}
        {live(move || line(texts::mail::OVERRULED_HERE, counts.get().0))}
        {live(move || line(texts::mail::SWITCHED_OFF_HERE, counts.get().1))}
    }
}

#[component]
fn InBin(session: Session, gone: Vec<RecordId>) -> impl IntoView {
    let ui = ui();
    let lang = ui.lang.get();
    let count = gone.len().to_string();
    let more = gone.len().saturating_sub(NAMED);
    let names: Vec<String> = session.read(|log| {
        let named = gone.iter().take(NAMED);
        let log = NamedIn::of(log);
        named.map(|record| log.name(record, lang)).collect()
    });
    let n = count.clone();
    let restore = move |_| {
        session.restore_all(&gone);
        let said = texts::fill(texts::mail::RESTORED_N, lang, &[("n", &n)]);
        ui.notices.info(said);
    };
    view! {
        <section class="notice-line" data-testid="preview-gone" data-count=count.clone()>
            <p>{ui.fill(texts::mail::GONE_HERE, &[("n", &count)])}</p>
            <ul class="bin">{names.into_iter().map(|name| view! { <li>{name}</li> }).collect::<Vec<_>>()}</ul>
            {(more > 0).then(|| view! { <p>{ui.fill(texts::frame::MORE_ROWS, &[("n", &more.to_string())])}</p> })}
            <button type="button" data-testid="restore-gone" on:click=restore>
                {ui.fill(texts::mail::RESTORE_N, &[("n", &count)])}
            </button>
        </section>
    }
}
