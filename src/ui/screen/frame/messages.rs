//! The messages as they stand over the page: the newest few, how many came before, and when they go.

use super::notice_place::{NoticePlace, watch_place};
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::life;
use crate::ui::screen::base::notices::{Notice, NoticeKind};
use crate::ui::screen::base::pieces::{list, live, press, when, with_whole_days};
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;

/// So many messages stand there at once, the newest; of more it is said how many there are.
const SHOWN: usize = 4;

/// The list of messages at the lower edge of the window.
#[component]
pub(in crate::ui) fn NoticeList() -> impl IntoView {
    let ui = ui();
    let (shown, is_all) = (ui.notices.shown, RwSignal::new(false));
    let older = Memo::new(move |_| shown.with(|shown| shown.len().saturating_sub(SHOWN)));
    let newest = move || {
        let from = if is_all.get() { 0 } else { older.get() };
        shown.with(|shown| shown[from.min(shown.len())..].to_vec())
    };
    Effect::new(move |_| {
        if older.get() == 0 {
            is_all.set(false);
        }
    });
    let place = NoticePlace::new();
    watch_place(place, shown);
    view! {
        <div class="notices" role="region" node_ref=place.element style:--rise=place.css()
            aria-label=ui.t(texts::frame::MESSAGES)>
            {when(move || older.get() > 0, move || view! { <Older older is_all/> })}
            <div role="status" class="notices-list" data-all=move || is_all.get().to_string()>
                {list(newest, |notice| notice.id.to_string(), |notice| view! { <NoticeLine notice/> }.into_any())}
            </div>
        </div>
    }
}

/// How many messages came before those that are shown, and the two things to do about it.
#[component]
fn Older(older: Memo<usize>, is_all: RwSignal<bool>) -> impl IntoView {
    let ui = ui();
    let count = move || {
        ui.fill(
            texts::frame::MORE_NOTICES,
            &[("n", &older.get().to_string())],
        )
    };
    let fold = move || {
        if is_all.get() {
            texts::frame::FEWER_NOTICES
        } else {
            texts::frame::ALL_NOTICES
        }
    };
    view! {
        <p class="notice notice-more" data-testid="more-notices" data-count=move || older.get().to_string()>
            <span class="notice-text">{live(count)}</span>
            <button type="button" class="link" data-testid="all-notices"
                aria-expanded=move || is_all.get().to_string()
                on:click=press(move || is_all.update(|all| *all = !*all))>
                {live(move || ui.text(fold()))}
            </button>
            <button type="button" class="link" data-testid="close-notices" on:click=press(move || ui.notices.clear())>
                {ui.t(texts::frame::CLOSE_ALL)}
            </button>
        </p>
    }
}

#[component]
fn NoticeLine(notice: Notice) -> impl IntoView {
    let ui = ui();
    let id = notice.id;
    let close = move || {
        ui.notices
            .shown
            .update(|shown| shown.retain(|notice| notice.id != id))
    };
    let element: NodeRef<html::Div> = NodeRef::new();
    if let Some(mut seconds) = notice.seconds() {
        life::each_second(move || {
            let list = element
                .get_untracked()
                .and_then(|one| one.closest(".notices").ok().flatten());
            let is_read =
                list.is_some_and(|list| list.matches(":hover, :focus-within") == Ok(true));
            if !is_read && !document().hidden() {
                seconds = seconds.saturating_sub(1);
            }
            if seconds == 0 {
                close();
            }
            seconds > 0
        });
    }
    let role = if notice.kind == NoticeKind::Error {
        "alert"
    } else {
        "note"
    };
    let action = notice.action.map(|(label, hook, deed)| {
        let act = move || {
            close();
            carry_out(ui, deed.clone());
        };
        view! { <button class="link" data-testid=hook on:click=press(act)>{ui.t(label)}</button> }
    });
    view! {
        <div class="notice" data-testid="notice" node_ref=element data-kind=notice.kind.key() role=role>
            <span class="notice-text">{with_whole_days(&notice.text)}</span>
            {action}
            <button class="icon-button" aria-label=ui.t(texts::frame::CLOSE) on:click=press(close)>"×"</button>
        </div>
    }
}
