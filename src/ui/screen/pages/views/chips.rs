//! What narrows a view down, a chip each, to be taken away.

use super::bar::record_of;
use super::frame::PlanFrame;
use crate::analysis::standing::plan_view::{EMPTY, FilterBy, OPEN, PlanFilter};
use crate::analysis::words::names::referred_name;
use crate::model::template::{FieldType, Label};
use crate::state::PlanShown;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::{list, live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// What a filter without values is called.
pub(super) fn flag_label(by: FilterBy) -> Label {
    match by {
        FilterBy::Late => texts::views::VIEW_LATE,
        FilterBy::Soon => texts::views::SOON,
        FilterBy::Blocked => texts::views::BLOCKED,
        FilterBy::Critical => texts::views::CRITICAL,
        FilterBy::OutOfOrder => texts::views::OUT_OF_ORDER,
        FilterBy::Undated => texts::views::UNDATED,
        FilterBy::Unaccepted => texts::views::UNACCEPTED,
        FilterBy::Suggested => texts::views::SUGGESTED,
        FilterBy::Differing => texts::views::DIFFERING,
        by => by.field().map_or(texts::NOTHING, |field| field.label),
    }
}

/// One thing that narrows a view.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrowing {
    By(FilterBy),
    Words,
    Critical,
}

impl Narrowing {
    fn all(shown: &PlanShown) -> Vec<Self> {
        let filters = shown.filters.iter().map(|filter| Self::By(filter.by));
        let words = (!shown.words.trim().is_empty()).then_some(Self::Words);
        let critical = shown.is_critical.then_some(Self::Critical);
        filters.chain(words).chain(critical).collect()
    }

    fn take_away(self, shown: &mut PlanShown) {
        match self {
            Self::By(by) => shown.filter(by, None),
            Self::Words => shown.words.clear(),
            Self::Critical => shown.is_critical = false,
        }
    }

    /// What it lets through.
    fn said(self, ui: Ui, frame: PlanFrame) -> String {
        match self {
            Self::By(by) => {
                let is_it = |filter: &&PlanFilter| filter.by == by;
                let filter = frame
                    .shown
                    .with(|shown| shown.filters.iter().find(is_it).cloned());
                filter
                    .map(|filter| filter_text(ui, frame, &filter))
                    .unwrap_or_default()
            }
            Self::Words => {
                let words = frame.shown.with(|shown| shown.words.trim().to_owned());
                ui.fill(texts::views::FINDS, &[("words", &words)])
            }
            Self::Critical => ui.text(texts::views::CRITICAL).to_owned(),
        }
    }
}

/// 责任人：王经理 或 陈专员
fn filter_text(ui: Ui, frame: PlanFrame, filter: &PlanFilter) -> String {
    if filter.by == FilterBy::Only {
        let n = filter.values.len().to_string();
        return ui.fill(texts::views::ONLY_N, &[("n", &n)]);
    }
    let Some(field) = filter.by.field() else {
        return ui.text(flag_label(filter.by)).to_owned();
    };
    let lang = ui.lang.get();
    let value = |value: &String| match (value.as_str(), field.field_type) {
        (OPEN, _) => ui.text(texts::table::NOT_DONE).to_owned(),
        (EMPTY, _) => ui.text(texts::NOTHING).to_owned(),
        (value, FieldType::Enum(choices)) => {
            let choice = choices.iter().find(|choice| choice.key == value);
            choice
                .map_or(value, |choice| ui.text(choice.label))
                .to_owned()
        }
        (value, _) => record_of(field, value).map_or_else(
            || value.to_owned(),
            |record| frame.session.watch(|log| referred_name(log, &record, lang)),
        ),
    };
    let values: Vec<String> = filter.values.iter().map(value).collect();
    let values = values.join(ui.text(texts::views::OR));
    let field = ui.text(field.label);
    ui.fill(texts::views::CHIP, &[("field", field), ("values", &values)])
}

/// The chips; nothing where all is shown.
#[component]
pub(super) fn Chips(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let all = Memo::new(move |_| frame.shown.with(Narrowing::all));
    let chip = move |narrowing: Narrowing| {
        let said = move || narrowing.said(ui, frame);
        let take_away = move || {
            let what = said();
            ui.fill(texts::views::TAKE_AWAY, &[("what", &what)])
        };
        view! {
            <li class="plan-chip" data-testid="plan-chip">
                <span>{live(said)}</span>
                <button type="button" class="icon-button" aria-label=take_away title=take_away
                    on:click=press(move || frame.change(|shown| narrowing.take_away(shown)))>
                    "×"
                </button>
            </li>
        }
        .into_any()
    };
    let key = |narrowing: &Narrowing| match narrowing {
        Narrowing::By(by) => by.word().to_owned(),
        Narrowing::Words => "q".to_owned(),
        Narrowing::Critical => "c".to_owned(),
    };
    live(move || {
        (!all.with(Vec::is_empty)).then(|| {
            view! {
                <ul class="plan-chips" aria-label=ui.t(texts::views::FILTERED)>
                    {list(move || all.get(), key, chip)}
                </ul>
            }
        })
    })
}
