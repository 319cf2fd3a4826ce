//! What the looks of the chart mean, for somebody who sees it for the first time.

use crate::model::template::Label;
use crate::ui::gantt::LOOKS;
use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use leptos::prelude::*;

/// One line of looks with their words: those of the paper, and what only the screen has.
#[component]
pub(super) fn GanttLegend() -> impl IntoView {
    let ui = ui();
    let own = [
        ("g-milestone-first", texts::gantt::L_FIRST_DAY),
        ("g-today", texts::gantt::TO_TODAY),
    ];
    let look = move |(class, label): (&'static str, Label)| {
        let d = match class {
            "g-base" => "M1 6H23V9H1Z",
            "g-slack" => "M1 6H23",
            "g-milestone-first" => "M12 1L17 6L12 11L7 6Z",
            "g-today" => "M12 0V12",
            _ => "M1 2H23V10H1Z",
        };
        let fill = match class {
            "g-hatch" => "url(#gantt-hatch)",
            "g-late" => "url(#gantt-late)",
            _ => "none",
        };
        view! {
            <li>
                <svg class="gantt-svg" viewBox="0 0 24 12" aria-hidden="true"><path class=class d=d fill=fill/></svg>
                {ui.t(label)}
            </li>
        }
    };
    view! {
        <ul class="gantt-legend" data-testid="gantt-legend">
            {LOOKS.into_iter().chain(own).map(look).collect::<Vec<_>>()}
        </ul>
    }
}
