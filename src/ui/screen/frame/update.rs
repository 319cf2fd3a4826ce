//! That a new version of the program is here.

use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// 换到新版本: waits until a person wants it.
#[component]
pub(in crate::ui) fn UpdateBar() -> impl IntoView {
    let ui = ui();
    let is_ready = || {
        document()
            .document_element()
            .and_then(|html| html.get_attribute("data-update"))
            .as_deref()
            == Some("ready")
    };
    let ready = RwSignal::new(is_ready());
    life::hear_any(&["hepai-update"], move |_| ready.set(true));
    let accept = move || {
        if let Ok(event) = web_sys::Event::new("hepai-update-accept") {
            let _ = window().dispatch_event(&event);
        }
    };
    live(move || {
        ready.get().then(|| {
            view! {
                <div class="bar" role="status" data-testid="update">
                    <span>{ui.t(texts::frame::NEW_VERSION)}</span>
                    <button class="link" data-testid="update-accept" on:click=press(accept)>
                        {ui.t(texts::frame::SWITCH_VERSION)}
                    </button>
                </div>
            }
        })
    })
}
