//! 图表: the burndown, the trend, who has how much in which week, why tasks are late, where the risks lie and what they
//! come to.

use crate::analysis::standing::kept_board::kept_board;
use crate::analysis::standing::load_board::{LoadBy, LoadMode};
use crate::analysis::standing::schedule::schedule;
use crate::model::template::{Label, Lang};
use crate::model::{Log, Moment};
use crate::state::{Page, Route};
use crate::templates::{progress, task};
use crate::ui::chart::{
    DrawnChart, LoadShown, burndown_chart, causes_chart, exposure_chart, load_chart, risk_chart,
    trend_chart,
};
use crate::ui::screen::base::chart::{ChartChoice, ChartFrame};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::pages::printing::{PrintButton, foot_of_paper};
use crate::ui::texts;
use leptos::prelude::*;

/// The page.
#[component]
pub(in crate::ui) fn Charts() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let as_of = move || {
        let time = crate::model::template::minute_text(session.now());
        ui.fill(texts::forms::DATA_AS_OF, &[("time", &time)])
    };
    foot_of_paper(move || [session.project_name(), as_of()].join(" · "));
    view! {
        <header class="page-head">
            <h1>{ui.t(texts::charts::PAGE)}</h1>
            <ProgressTabs/>
            <PrintButton/>
        </header>
        <p class="paper-only paper-head">
            <strong>{ui.t(texts::charts::PAGE)}</strong> {move || session.project_name()}
        </p>
        <p class="hint no-print">{ui.t(texts::charts::OPEN_HOW)}</p>
        <div class="charts">
            <BurndownChart/>
            <ChartFrame name="trend" draw=drawing(|log, now, width, lang| {
                trend_chart(log, now, width, lang)
            })/>
            <LoadChart/>
            <CausesChart/>
            <ChartFrame name="risk" draw=drawing(|log, _, width, lang| risk_chart(log, width, lang))/>
            <ChartFrame name="exposure" draw=drawing(|log, now, width, lang| {
                exposure_chart(log, now.date_naive(), width, lang)
            })/>
        </div>
    }
}

/// A chart of the open project as it stands now, in the language of the page.
pub(super) fn drawing(
    draw: impl Fn(&Log, Moment, i64, Lang) -> DrawnChart + Send + Sync + 'static,
) -> Callback<i64, DrawnChart> {
    let (ui, session) = (ui(), session());
    Callback::new(move |width| {
        let (now, lang) = (session.now(), ui.lang.get());
        session.watch(|log| draw(log, now, width, lang))
    })
}

#[component]
fn BurndownChart() -> impl IntoView {
    let measure = RwSignal::new(0);
    let draw = drawing(move |log, now, width, lang| {
        let by_effort = measure.get() == 1;
        burndown_chart(
            log,
            &schedule(log, now.date_naive()),
            by_effort,
            width,
            lang,
        )
    });
    let ways = vec![
        (texts::charts::BY_COUNT, "by-count"),
        (texts::charts::BY_EFFORT, "by-effort"),
    ];
    let way = (texts::charts::TO_PLAN, Page::Kind(task::KIND.to_owned()));
    view! {
        <ChartFrame name="burndown" draw choices=view! { <ChartChoice ways chosen=measure/> }.into_any()
            way/>
    }
}

#[component]
fn LoadChart() -> impl IntoView {
    let session = session();
    let fits = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| {
            usize::from(
                kept_board(log, &schedule(log, today), LoadBy::Person).mode == LoadMode::Effort,
            )
        })
    });
    let mode = RwSignal::new(fits.get_untracked());
    let of = RwSignal::new(0);
    let draw = drawing(move |log, now, width, lang| {
        let shown = LoadShown {
            mode: Some(match mode.get() {
                0 => LoadMode::Tasks,
                _ => LoadMode::Effort,
            }),
            by: match of.get() {
                0 => LoadBy::Person,
                _ => LoadBy::Department,
            },
        };
        load_chart(log, &schedule(log, now.date_naive()), shown, width, lang)
    });
    let whose = vec![
        (texts::charts::BY_PERSON, "by-person"),
        (texts::charts::BY_DEPARTMENT, "by-department"),
    ];
    let ways = vec![
        (texts::charts::BY_TASKS, "by-tasks"),
        (texts::charts::BY_EFFORT, "by-effort"),
    ];
    view! {
        <div class="chart-wide">
            <ChartFrame name="load" draw choices=view! {
                <ChartChoice ways chosen=mode/>
                <ChartChoice ways=whose chosen=of/>
            }.into_any()/>
        </div>
    }
}

#[component]
fn CausesChart() -> impl IntoView {
    let by = RwSignal::new(0);
    let draw = drawing(move |log, now, width, lang| {
        causes_chart(log, now.date_naive(), by.get() == 1, width, lang)
    });
    let ways = vec![
        (texts::charts::BY_ROOT, "by-root"),
        (texts::charts::BY_ENTRY, "by-entry"),
    ];
    view! { <ChartFrame name="causes" draw choices=view! { <ChartChoice ways chosen=by/> }.into_any()/> }
}

/// 更新进展 · 图表: the two pages of the tab 进度.
#[component]
pub(super) fn ProgressTabs() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let here = Memo::new(move |_| ui.route.get().page());
    let link = move |page: Page, label: Label| {
        let href = Route::Project(session.project(), page.clone()).to_string();
        view! {
            <a class="tab" href=href aria-current=move || (here.get() == page).then_some("page")>{ui.t(label)}</a>
        }
    };
    view! {
        <nav class="tabs inner-tabs no-print" data-testid="progress-tabs"
            aria-label=ui.t(progress::PROGRESS.list_label())>
            {link(Page::Kind(progress::KIND.to_owned()), texts::charts::UPDATES)}
            {link(Page::Charts, texts::charts::PAGE)}
        </nav>
    }
}
