//! What the views of the plan share: what is asked for, by the address, and the lines that answer it.

use crate::analysis::standing::plan_view::{GroupBy, LinesAsked, PlanLines, SortBy, plan_lines};
use crate::analysis::standing::schedule::{Schedule, schedule};
use crate::state::{Page, PlanShown, PlanView, Route, Session};
use crate::templates::task;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom;
use leptos::prelude::*;
use std::rc::Rc;

/// What a view of the plan is drawn from; copied freely into its parts.
#[derive(Clone, Copy)]
pub(in crate::ui) struct PlanFrame {
    pub(in crate::ui) view: PlanView,
    pub(in crate::ui) session: Session,
    /// What the address asks for.
    pub(in crate::ui) shown: Memo<PlanShown>,
    /// Headings and tasks, in the order in which they are drawn.
    pub(in crate::ui) lines: Memo<PlanLines>,
    ui: Ui,
}

impl PlanFrame {
    /// Makes it for a view, and provides it to everything below.
    pub(in crate::ui) fn provide(view: PlanView) -> Self {
        let (ui, session) = (ui(), session());
        let shown = Memo::new(move |_| match ui.route.get().page() {
            Page::Plan(_, shown) => shown,
            _ => PlanShown::default(),
        });
        let lines = Memo::new(move |_| {
            let lang = ui.lang.get();
            shown.with(|shown| {
                // What the table shows by itself needs no schedule.
                if view == PlanView::Grid && !asks(shown) {
                    let all = session.rows(task::KIND).len();
                    return PlanLines {
                        lines: Vec::new(),
                        all,
                        shown: all,
                    };
                }
                let (sort, is_reversed) = shown.sort.unwrap_or((usual_sort(view), false));
                let asking = LinesAsked {
                    filters: &shown.filters,
                    words: &shown.words,
                    is_critical: shown.is_critical,
                    group: shown.group.unwrap_or(usual_group(view)),
                    sort,
                    is_reversed,
                    shut: match view {
                        // Its headings do not open and shut.
                        PlanView::Grid => &[],
                        _ => &shown.shut,
                    },
                    lang,
                };
                let schedule = schedule_now(session);
                session.read(|log| plan_lines(log, &schedule, &asking))
            })
        });
        let frame = Self {
            view,
            session,
            shown,
            lines,
            ui,
        };
        provide_context(frame);
        frame
    }

    /// What tasks are gathered by.
    pub(in crate::ui) fn group(self) -> GroupBy {
        let asked = self.shown.with(|shown| shown.group);
        asked.unwrap_or(usual_group(self.view))
    }

    /// What tasks are ordered by, and whether the last comes first.
    pub(in crate::ui) fn sort(self) -> (SortBy, bool) {
        let asked = self.shown.with(|shown| shown.sort);
        asked.unwrap_or((usual_sort(self.view), false))
    }

    /// Orders tasks; nothing stands in the address where that is the usual order of the view.
    pub(in crate::ui) fn sort_by(self, by: SortBy, is_reversed: bool) {
        let is_usual = by == usual_sort(self.view) && !is_reversed;
        self.change(|shown| shown.sort = (!is_usual).then_some((by, is_reversed)));
    }

    /// Changes what is shown, and the address with it; the page before stays one step back.
    pub(in crate::ui) fn change(self, act: impl FnOnce(&mut PlanShown)) {
        let before = self.ui.route.get_untracked();
        let Route::Project(project, page) = before.clone() else {
            return;
        };
        let (view, mut shown) = match page {
            Page::Plan(view, shown) => (view, shown),
            // The table stands under its kind as well.
            Page::Kind(kind) if kind == task::KIND => (PlanView::Grid, PlanShown::default()),
            _ => return,
        };
        act(&mut shown);
        let route = Route::Project(project, Page::Plan(view, shown));
        if dom::rename_page(&before, &route) {
            self.ui.route.set(route);
        }
    }
}

/// The schedule as of today; watches everything in the project.
pub(in crate::ui) fn schedule_now(session: Session) -> Rc<Schedule> {
    let today = session.now().date_naive();
    session.watch(|log| schedule(log, today))
}

/// What a view orders by where the address says nothing.
fn usual_sort(view: PlanView) -> SortBy {
    match view {
        PlanView::Kanban => SortBy::Due,
        _ => SortBy::Plan,
    }
}

/// Whether anything is left out, gathered or ordered otherwise than the table does by itself.
pub(super) fn asks(shown: &PlanShown) -> bool {
    let is_usual = matches!(shown.group, None | Some(GroupBy::Stage)) && shown.sort.is_none();
    shown.is_narrowed() || !is_usual
}

/// What a view gathers by where the address says nothing.
fn usual_group(view: PlanView) -> GroupBy {
    match view {
        PlanView::Grid | PlanView::Gantt => GroupBy::Stage,
        PlanView::Kanban => GroupBy::Department,
        PlanView::Calendar | PlanView::Mine => GroupBy::None,
    }
}
