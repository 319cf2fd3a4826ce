//! The table: a line for each work item, a column for each department, and what the checks say of the line.

use super::cell::Cell;
use super::{RoleGrid, RowFinding, named};
use crate::analysis::people::role_table::RoleColumn;
use crate::model::RecordId;
use crate::model::template::{Label, Severity};
use crate::templates::{assignment, work_item};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press, title};
use crate::ui::screen::form::finding::finding_text;
use crate::ui::texts;
use leptos::prelude::*;

/// The table itself.
#[component]
pub(super) fn Grid(grid: RoleGrid) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let head = move |column: RoleColumn| {
        let record = column.record;
        let name = move || title(named(ui, session, &record));
        view! {
            <th scope="col">
                {live(name)}
                {column.is_lead.then(|| view! { <span class="hint">{ui.t(texts::roles::LEAD_COLUMN)}</span> })}
            </th>
        }
    };
    let line = move |row: RecordId| view! { <Line grid row/> }.into_any();
    view! {
        <div class="role-box">
            <table class="role-table" role="grid" aria-label=ui.t(work_item::WORK_ITEM.list_label())
                on:keydown=on(move |event| super::keys::key(ui, grid, &event))>
                <thead>
                    <tr>
                        <th scope="col">{ui.t(texts::roles::ROW)}</th>
                        {live(move || grid.columns.get().into_iter().map(head).collect::<Vec<_>>())}
                        <th scope="col" class="no-print">{ui.t(texts::roles::CHECK)}</th>
                    </tr>
                </thead>
                <tbody>
                    {Window::of_rows(Within::Table).list(grid.rows, RecordId::to_string, line)}
                </tbody>
            </table>
        </div>
    }
}

/// One work item.
#[component]
fn Line(grid: RoleGrid, row: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(row.clone());
    let hook = row.to_string();
    let name = move || title(named(ui, session, &id.get_value()));
    let cell = move |column: RoleColumn| {
        let cell = (id.get_value(), column.record);
        view! { <Cell grid cell/> }
    };
    let is_gone = Memo::new(move |_| session.watch(|log| log.is_deleted(&id.get_value())));
    let back = move || {
        session.restore(&id.get_value());
    };
    view! {
        <tr data-record=hook>
            <th scope="row">
                <a href=Ui::href(session.project(), &row) data-field=work_item::NAME.name>{live(name)}</a>
                {live(move || is_gone.get().then(|| view! {
                    <span class="hint" data-tone="warn">{ui.text(texts::roles::FILLED_SINCE)}</span>
                    <button type="button" class="small no-print" data-testid="restore-row" on:click=press(back)>
                        {ui.text(texts::forms::RESTORE)}
                    </button>
                }))}
            </th>
            {live(move || grid.columns.get().into_iter().map(cell).collect::<Vec<_>>())}
            <td class="role-check no-print">{live(move || checked(ui, grid, &id.get_value()))}</td>
        </tr>
    }
}

/// What a row's checks say in a few words, the whole of it behind them.
fn checked(ui: Ui, grid: RoleGrid, row: &RecordId) -> AnyView {
    let found = grid
        .found
        .with(|found| found.get(row).cloned().unwrap_or_default());
    let Some(first) = found
        .iter()
        .min_by_key(|one| std::cmp::Reverse(weight(one)))
    else {
        return view! { <span class="chip" data-tone="ok">"✓"</span> }.into_any();
    };
    let tone = match first.0.rule.severity {
        Severity::Block(_) => "danger",
        Severity::Warn => "warn",
        Severity::Hint => "neutral",
    };
    let session = grid.session;
    let text = |one: &RowFinding| session.read(|log| finding_text(log, &one.0, ui.lang.get()));
    let whole: Vec<String> = found.iter().map(text).collect();
    view! {
        <span class="chip" data-tone=tone title=whole.join("\n") data-code=first.0.rule.code>
            {ui.text(short(first))}
        </span>
    }
    .into_any()
}

const fn weight(one: &RowFinding) -> u8 {
    match one.0.rule.severity {
        Severity::Block(_) => 2,
        Severity::Warn => 1,
        Severity::Hint => 0,
    }
}

/// What a finding is called in a cell.
fn short(one: &RowFinding) -> Label {
    match one.0.rule.code {
        "RACI-01" => texts::roles::NO_DECIDER,
        "RACI-02" if is_difference(one) => texts::roles::VERSIONS_DIFFER,
        "RACI-02" => texts::roles::TWO_DECIDE,
        "RACI-03" => texts::roles::NO_DOER,
        "RACI-04" => texts::roles::MANY_DO,
        "RACI-05" => texts::roles::MANY_ASKED,
        "RACI-06" => texts::roles::TELLS_NOBODY,
        "RACI-07" => texts::roles::ALL_IN,
        "RACI-11" => texts::roles::NO_PERSON,
        _ => texts::roles::ELSEWHERE,
    }
}

/// Whether two copies differ, and not two parties decide.
fn is_difference(one: &RowFinding) -> bool {
    one.0.finding.args.iter().any(|(place, _)| *place == "col")
        && one.0.record.kind() == assignment::KIND
}

/// 没人拍板 0 · 两方拍板 0 · 没人执行 0 · 没落实到人 0 · 不一致 1
#[component]
pub(super) fn Summary(grid: RoleGrid) -> impl IntoView {
    let ui = ui();
    let shown = [
        texts::roles::NO_DECIDER,
        texts::roles::TWO_DECIDE,
        texts::roles::NO_DOER,
        texts::roles::NO_PERSON,
        texts::roles::VERSIONS_DIFFER,
    ];
    let said = move || {
        grid.found.with(|found| {
            let all: Vec<Label> = found.values().flatten().map(short).collect();
            let part = |label: Label| {
                let n = all.iter().filter(|one| **one == label).count().to_string();
                ui.fill(
                    texts::roles::COUNTED,
                    &[("what", ui.text(label)), ("n", &n)],
                )
            };
            shown.map(part).join(" · ")
        })
    };
    view! { <p class="role-summary hint no-print" data-testid="role-summary">{live(said)}</p> }
}
