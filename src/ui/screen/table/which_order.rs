//! The one question about copied dates: whether the day or the month comes first.

use crate::analysis::words::typed::Order;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::press;
use crate::ui::texts;
use leptos::prelude::*;

/// The order of day and month, where the lines do not say it: asked once for all of them.
#[component]
pub(super) fn WhichOrder(asks: Vec<Order>, order: RwSignal<Option<Order>>) -> impl IntoView {
    let ui = ui();
    let offered = [
        (Order::DayMonthYear, texts::table::DAY_FIRST),
        (Order::MonthDayYear, texts::table::MONTH_FIRST),
        (Order::YearMonthDay, texts::table::YEAR_FIRST),
    ];
    let chosen = move |one: Order| (order.get() == Some(one)).to_string();
    let offered = offered.into_iter().filter(|(one, _)| asks.contains(one));
    let buttons = offered.map(|(one, label)| {
        view! {
            <button type="button" data-testid="date-order" aria-pressed=move || chosen(one)
                on:click=press(move || order.set(Some(one)))>
                {ui.t(label)}
            </button>
            " "
        }
    });
    view! {
        <p class="answers" data-testid="which-order">
            <span>{ui.t(texts::table::WHICH_ORDER)}</span> {buttons.collect::<Vec<_>>()}
        </p>
    }
}
