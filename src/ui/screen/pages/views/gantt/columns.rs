//! What stands in the columns beside the bars and upon them: chosen in the bar; the columns are kept in the address.

use super::chart::{Chart, NARROWER_PX};
use super::scene::LinkWish;
use crate::model::template::Label;
use crate::ui::gantt::BarWords;
use crate::ui::screen::base::pieces::on;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// The columns that can be left out, by their words in an address, with their widths as in `style/gantt.css`.
const COLUMNS: [(&str, Label, i32); 3] = [
    ("code", texts::gantt::COLUMN_CODE, 56),
    ("owner", texts::gantt::COLUMN_OWNER, 68),
    ("due", texts::gantt::COLUMN_DUE, 60),
];
/// Stands in an address that names no column.
const NONE: &str = "none";
/// The width of the mark and the title, in a wide window and in a narrower one.
const TITLE_PX: i32 = 224;
const TITLE_NARROW_PX: i32 = 180;

/// The words that a chart says beside its bars, by the word of their choice.
const WORDS: [(&str, BarWords, Label); 5] = [
    ("usual", BarWords::Usual, texts::gantt::WORDS_USUAL),
    ("none", BarWords::None, texts::gantt::WORDS_NONE),
    ("title", BarWords::Title, texts::gantt::COLUMN_TASK),
    ("owner", BarWords::Owner, texts::gantt::COLUMN_OWNER),
    ("percent", BarWords::Percent, texts::gantt::WORDS_PERCENT),
];

/// The links to be drawn, by the word of their choice.
const LINKS: [(&str, LinkWish, Label); 3] = [
    ("usual", LinkWish::Usual, texts::gantt::LINKS_USUAL),
    ("all", LinkWish::All, texts::gantt::LINKS_ALL),
    ("none", LinkWish::None, texts::gantt::LINKS_NONE),
];

impl Chart {
    /// Whether a column is shown; in a narrower window the number alone is.
    fn has_column(self, word: &str) -> bool {
        let is_wide = self.window_px.get() >= NARROWER_PX;
        let asked = self
            .frame
            .shown
            .with(|shown| shown.columns.is_empty() || shown.columns.iter().any(|one| one == word));
        asked && (is_wide || word == "code")
    }

    /// The columns that are shown, as the style sheet knows them.
    pub(super) fn columns_shown(self) -> String {
        let shown = COLUMNS.iter().filter(|(word, ..)| self.has_column(word));
        shown.map(|(word, ..)| *word).collect::<Vec<_>>().join(" ")
    }

    /// The width of the columns; watched.
    pub(super) fn left(self) -> i32 {
        let title = match self.window_px.get() >= NARROWER_PX {
            true => TITLE_PX,
            false => TITLE_NARROW_PX,
        };
        let shown = COLUMNS.iter().filter(|(word, ..)| self.has_column(word));
        title + shown.map(|(.., px)| px).sum::<i32>()
    }

    /// The width of the columns, as it is now.
    pub(super) fn left_px(self) -> i32 {
        untrack(|| self.left())
    }

    fn toggle_column(self, word: &str) {
        let was = untrack(|| self.has_column(word));
        let now = |one: &&str| match *one == word {
            true => !was,
            false => untrack(|| self.has_column(one)),
        };
        let words = COLUMNS.iter().map(|(one, ..)| *one);
        let words: Vec<&str> = words.filter(now).collect();
        self.frame.change(|shown| {
            shown.columns = match words.len() {
                0 => vec![NONE.to_owned()],
                n if n == COLUMNS.len() => Vec::new(),
                _ => words.iter().map(|one| (*one).to_owned()).collect(),
            };
        });
    }
}

/// The choices of what is drawn.
#[component]
pub(super) fn Display(chart: Chart) -> impl IntoView {
    let ui = chart.ui;
    let column = move |(word, label, _): &(&'static str, Label, i32)| {
        let (word, label) = (*word, *label);
        view! {
            <label class="tick">
                <input type="checkbox" data-testid=format!("column-{word}")
                    prop:checked=move || chart.has_column(word)
                    on:change=move |_| chart.toggle_column(word)/>
                <span>{ui.t(label)}</span>
            </label>
        }
    };
    let links = move |event: Event| {
        let word = event_target_value(&event);
        let found = LINKS.iter().find(|(known, ..)| *known == word);
        chart
            .links
            .set(found.map_or(LinkWish::Usual, |(_, wish, _)| *wish));
    };
    let words = move |event: Event| {
        let word = event_target_value(&event);
        let found = WORDS.iter().find(|(known, ..)| *known == word);
        chart
            .words
            .set(found.map_or(BarWords::Usual, |(_, wish, _)| *wish));
    };
    let option = move |word: &'static str, label: Label| {
        view! { <option value=word>{ui.t(label)}</option> }
    };
    view! {
        <details class="identity gantt-print">
            <summary data-testid="gantt-display">{ui.t(texts::gantt::DISPLAY)}</summary>
            <div class="popover">
                <label>
                    {ui.t(texts::gantt::LINKS)}
                    <select data-testid="gantt-links" on:change=on(links)>
                        {LINKS.iter().map(|(word, _, label)| option(word, *label)).collect::<Vec<_>>()}
                    </select>
                </label>
                <label>
                    {ui.t(texts::gantt::BAR_WORDS)}
                    <select data-testid="gantt-words" on:change=on(words)>
                        {WORDS.iter().map(|(word, _, label)| option(word, *label)).collect::<Vec<_>>()}
                    </select>
                </label>
                <div role="group" aria-label=ui.t(texts::gantt::SHOWN_COLUMNS)>
                    {COLUMNS.iter().map(column).collect::<Vec<_>>()}
                </div>
            </div>
        </details>
    }
}
