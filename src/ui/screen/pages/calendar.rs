//! 工作日历: which days count. The same form holds the state of the project; what stops it is not offered here.

use crate::templates::settings;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::door::{LaterView, later};
use crate::ui::screen::form::sheet::Sheet;
use crate::ui::texts;
use leptos::prelude::*;

/// The days of one's own, and beside them those that are known.
#[component]
pub(in crate::ui) fn Calendar() -> impl IntoView {
    view! {
        <header class="page-head"><h1>{ui().t(texts::frame::CALENDAR)}</h1></header>
        <div class="with-side">
            <div class="sheet-place">
                <Sheet record=settings::record() template=&settings::SETTINGS is_bare=true/>
            </div>
            <aside class="side">{later(LaterView::Holidays)}</aside>
        </div>
    }
}
