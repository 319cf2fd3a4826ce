//! The keys of the page that is shown, and those of every page. Which there are is seen from what stands on the page.

use crate::model::template::Label;
use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use leptos::prelude::*;

/// Keys of one sort: where they are used, what shows that the page has them, and each with what it does. Keys are
/// written as they stand on a keyboard, in either language.
type KeyGroup = (Label, &'static str, &'static [(&'static str, Label)]);

/// All of them. A page with keys of its own has a line here.
const ALL: &[KeyGroup] = &[
    (
        texts::palette::IN_TABLE,
        ".grid",
        &[
            ("↑ ↓ ← →", texts::palette::CELLS_KEY),
            ("Enter", texts::palette::EDIT_KEY),
            ("F2", texts::palette::WITHIN_KEY),
            ("Ctrl+D", texts::palette::ABOVE_KEY),
            ("Ctrl+V", texts::palette::PASTE_KEY),
        ],
    ),
    (
        texts::palette::ON_BOARD,
        "[data-testid=board]",
        &[
            ("↑ ↓ ← →", texts::palette::CARDS_KEY),
            ("M", texts::palette::CARRY_CARD_KEY),
            ("Space", texts::palette::SELECT_CARD_KEY),
            ("Enter", texts::palette::OPEN_KEY),
        ],
    ),
    (
        texts::palette::IN_CALENDAR,
        "[data-testid=calendar-view]",
        &[
            ("↑ ↓ ← →", texts::palette::DAYS_KEY),
            ("PgUp  PgDn", texts::palette::MONTHS_KEY),
            ("T", texts::palette::BACK_TO_TODAY_KEY),
            ("Enter", texts::palette::DAY_KEY),
            ("M", texts::palette::CARRY_DUE_KEY),
            ("R", texts::palette::REST_KEY),
        ],
    ),
    (
        texts::gantt::CHART,
        "[data-testid=gantt]",
        &[
            ("↑ ↓ ← →", texts::gantt::ROWS_KEY),
            ("M", texts::gantt::MOVE_KEY),
            ("S  E", texts::gantt::ENDS_KEY),
            ("L", texts::gantt::LINK_KEY),
            ("U", texts::gantt::LINKS_KEY),
            ("G", texts::gantt::STAGE_KEY),
            ("K", texts::gantt::FIX_KEY),
            ("+  −  0", texts::gantt::ZOOM_KEY),
            ("T", texts::gantt::TODAY_KEY),
            ("C", texts::gantt::CRITICAL_KEY),
            ("D", texts::gantt::DETAILS_KEY),
            ("Enter  F2", texts::palette::EDIT_KEY),
            ("Space  Shift+↑ ↓  Ctrl+A", texts::gantt::SELECT_KEY),
            ("Shift+F10", texts::gantt::MENU_KEY),
            ("Alt+↑ ↓", texts::palette::MOVE_ROW_KEY),
        ],
    ),
    (
        texts::palette::IN_CHARTS,
        ".chart-spots",
        &[
            ("↑ ↓ ← →", texts::palette::SPOTS_KEY),
            ("Home  End", texts::palette::END_SPOTS_KEY),
            ("Enter", texts::palette::SPOT_KEY),
        ],
    ),
    (
        texts::palette::IN_ROWS,
        ".rows-table",
        &[("Alt+↑ ↓", texts::palette::MOVE_ROW_KEY)],
    ),
    (
        texts::palette::IN_ROLES,
        ".roles",
        &[
            ("↑ ↓ ← →", texts::palette::CELLS_KEY),
            ("A R S C I", texts::palette::LETTERS_KEY),
            ("Space", texts::palette::CLEAR_KEY),
            ("Shift+↑ ↓ ← →", texts::palette::BLOCK_KEY),
        ],
    ),
    (
        texts::palette::IN_CHOICE,
        "[data-testid=conflict]",
        &[
            ("1 … 9", texts::palette::NUMBER_KEY),
            ("Enter", texts::palette::DECIDE_KEY),
        ],
    ),
    (
        texts::palette::EVERYWHERE,
        "main",
        &[
            ("Ctrl+K  /", texts::palette::SEARCH_KEY),
            ("?", texts::palette::KEYS_KEY),
            ("Ctrl+Z", texts::palette::UNDO_KEY),
            ("Ctrl+Y", texts::palette::REDO_KEY),
            ("Tab  Shift+Tab", texts::palette::TAB_KEY),
            ("Esc", texts::palette::CLOSE_KEY),
        ],
    ),
];

/// The keys, those of this page first.
#[component]
pub(in crate::ui) fn KeyList() -> impl IntoView {
    let is_here = |(_, sign, _): &&KeyGroup| {
        document()
            .query_selector(sign)
            .is_ok_and(|one| one.is_some())
    };
    let groups = ALL.iter().filter(is_here).map(group);
    view! { <div class="stack key-list" data-testid="keys">{groups.collect::<Vec<_>>()}</div> }
}

fn group((title, _, keys): &'static KeyGroup) -> AnyView {
    let ui = ui();
    let line = |(keys, does): &'static (&'static str, Label)| {
        let caps = keys.split("  ").map(|key| view! { <kbd>{key}</kbd> " " });
        view! { <div><dt>{caps.collect::<Vec<_>>()}</dt><dd>{ui.t(*does)}</dd></div> }
    };
    view! {
        <section>
            <h3>{ui.t(*title)}</h3>
            <dl>{keys.iter().map(line).collect::<Vec<_>>()}</dl>
        </section>
    }
    .into_any()
}
