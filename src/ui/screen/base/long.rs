//! Lists that may be long: a window of them is drawn, what lies outside it is counted and one press away. Knows no
//! record.

use super::context::{Ui, ui};
use super::door::{LaterView, soon};
use super::focus::hand_on_focus;
use super::pieces::{list, live, press, with_whole_days};
pub(in crate::ui) use super::window::{Edge, Window, Within};
use crate::analysis::words::names::beginning;
use crate::ui::texts;
use leptos::prelude::*;

impl Window {
    /// Of lines of letters.
    pub(in crate::ui) fn of_lines(within: Within) -> Self {
        Self::new(within, 100, 100, ui().on_paper)
    }

    /// Of rows with controls in them, or with lists of their own.
    pub(in crate::ui) fn of_rows(within: Within) -> Self {
        Self::new(within, 20, 50, ui().on_paper)
    }

    /// Of rows with controls in so many columns: a control is many elements.
    pub(in crate::ui) fn of_controls(within: Within, columns: usize) -> Self {
        let step = (36 / columns.max(1)).clamp(8, 20);
        Self::new(within, step, 50, ui().on_paper)
    }

    /// The list. Keys are unique.
    pub(in crate::ui) fn list<T: Clone + Send + Sync + 'static>(
        self,
        items: impl Into<Signal<Vec<T>>>,
        key: fn(&T) -> String,
        draw: impl Fn(T) -> AnyView + Copy + Send + 'static,
    ) -> AnyView {
        let items: Signal<Vec<T>> = items.into();
        let count = Signal::derive(move || items.with(Vec::len));
        let seen = move || {
            let (from, to) = self.range(count.get());
            items.with(|all| all[from..to].to_vec())
        };
        let lines = list(seen, key, draw);
        let more = move |is_before| self.more(count, is_before);
        view! { {more(true)} {lines} {more(false)} }.into_any()
    }

    fn more(self, count: Signal<usize>, is_before: bool) -> AnyView {
        let is_any = Memo::new(move |_| self.outside(count.get(), is_before) > 0);
        let nothing = || ().into_any();
        live(move || {
            let part = LaterView::More((self, count, is_before));
            is_any.get().then(|| soon(part, nothing))
        })
        .into_any()
    }
}

/// A list of lines of letters, a hundred of them at a time.
pub(in crate::ui) fn long<T: Clone + Send + Sync + 'static>(
    within: Within,
    items: impl Into<Signal<Vec<T>>>,
    key: fn(&T) -> String,
    draw: impl Fn(T) -> AnyView + Copy + Send + 'static,
) -> AnyView {
    Window::of_lines(within).list(items, key, draw)
}

/// A text among others: of a long one the beginning, and the rest for who asks.
pub(in crate::ui) fn long_text(text: String) -> AnyView {
    let Some(start) = beginning(&text).map(str::to_owned) else {
        return with_whole_days(&text);
    };
    let ui = ui();
    let is_whole = RwSignal::new(false);
    let letters = text.chars().count().to_string();
    let whole = move || {
        if is_whole.get() {
            return text.clone().into_any();
        }
        let label = ui.fill(texts::frame::WHOLE_TEXT, &[("n", &letters)]);
        view! {
            {start.clone()} "… "
            <button type="button" class="link" data-testid="whole-text" on:click=press(move || is_whole.set(true))>
                {label}
            </button>
        }.into_any()
    };
    live(whole).into_any()
}

/// Things told apart by their place besides: two that say the same are two lines.
pub(in crate::ui) fn numbered<T>(things: impl IntoIterator<Item = T>) -> Vec<(usize, T)> {
    (0..).zip(things).collect()
}

/// The key of a numbered line.
pub(in crate::ui) fn line_key((at, text): &(usize, String)) -> String {
    format!("{at} {text}")
}

/// What stands at the edge of a window: how many there are, which of them are drawn, and the buttons that draw others.
#[component]
pub(in crate::ui) fn More(edge: Edge) -> impl IntoView {
    let ui = ui();
    let (window, count, is_before) = edge;
    let said = move || edge_text(ui, window, count.get(), is_before);
    let unprinted = move || {
        let outside = window.outside(count.get(), is_before).to_string();
        ui.fill(texts::frame::NOT_PRINTED, &[("n", &outside)])
    };
    let far = move || {
        let count = count.get_untracked();
        window.reveal(if is_before {
            0
        } else {
            count.saturating_sub(1)
        });
    };
    let (hook, far_hook, far_label) = if is_before {
        ("more-before", "to-first", texts::frame::TO_FIRST)
    } else {
        ("more", "to-last", texts::frame::TO_LAST)
    };
    let step = Signal::derive(move || {
        let step = window.step.min(window.outside(count.get(), is_before));
        ui.fill(texts::frame::DRAW_MORE, &[("n", &step.to_string())])
    });
    let inside = view! {
        <span class="hint" role="status">{live(said)}</span> " "
        <button type="button" class="small" data-testid=hook
            on:click=press(move || hand_on_focus(".more-lines", || window.widen(is_before)))>
            {step}
        </button>
        " "
        <button type="button" class="small" data-testid=far_hook
            on:click=press(move || hand_on_focus(".more-lines", far))>
            {ui.t(far_label)}
        </button>
        <span class="unprinted">{live(unprinted)}</span>
    };
    match window.within {
        Within::List => view! { <li class="more-lines">{inside}</li> }.into_any(),
        Within::Table => {
            view! { <tr class="more-lines"><td colspan="100">{inside}</td></tr> }.into_any()
        }
        Within::Page => view! { <p class="more-lines">{inside}</p> }.into_any(),
    }
}

/// 共 3,000 个，这里是第 1–100 个
fn edge_text(ui: Ui, window: Window, count: usize, is_before: bool) -> String {
    let (from, to) = window.range(count);
    let numbers = [count, from + 1, to, window.outside(count, is_before)];
    let [all, from, to, rest] = numbers.map(|number| number.to_string());
    let places = [
        ("all", &*all),
        ("from", &*from),
        ("to", &*to),
        ("n", &*rest),
    ];
    ui.fill(texts::frame::WINDOW_OF, &places)
}
