//! Where resources are shared: who has what these days, what is due back, and how it goes.

use crate::analysis::display_code;
use crate::analysis::resources::figures::amount_text;
use crate::analysis::resources::week_ahead::{
    DayUse, DueBack, SharingFigures, ThingAhead, WeekAhead, week_ahead,
};
use crate::analysis::words::names::{bare_name, short_name};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::resource_request as request;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The band.
#[component]
pub(super) fn Sharing() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let ahead = Memo::new(move |_| {
        rest.version();
        let now = session.now();
        session.read(|log| week_ahead(log, now))
    });
    let is_any = Memo::new(move |_| ahead.with(|ahead| !ahead.things.is_empty()));
    let back = move || ahead.with(|ahead| ahead.due_back.clone());
    let line = move |one: DueBack| {
        let href = Ui::href(session.project(), &one.request);
        let said = session.read(|log| back_said(log, ui, &one));
        let late = (one.late_days > 0).then(|| {
            let n = one.late_days.to_string();
            let said = ui.fill(texts::bands::BACK_LATE, &[("n", &n)]);
            view! { " " <span class="chip" data-tone="danger">"! " {said}</span> }
        });
        view! { <li><a href=href><bdi>{said}</bdi></a>{late}</li> }
    };
    let lines = move || back().into_iter().map(line).collect::<Vec<_>>();
    let due = move || {
        (!back().is_empty()).then(|| {
            view! {
                <h3>{ui.t(texts::bands::DUE_BACK)}</h3>
                <ul class="figures" data-testid="due-back">{lines()}</ul>
            }
        })
    };
    let said = move || ahead.with(|ahead| figures_said(ui, &ahead.figures));
    view! {
        <section class="card full" data-testid="sharing-band">
            <h2>{ui.t(texts::bands::SHARING)}</h2>
            {live(move || match is_any.get() {
                true => ahead.with(|ahead| week(ui, session, ahead)),
                false => view! { <p class="hint">{ui.t(texts::bands::NOTHING_SHARED)}</p> }.into_any(),
            })}
            {live(due)}
            <p data-testid="sharing-figures">{live(said)}</p>
        </section>
    }
}

/// The days as a table: a line for each thing.
fn week(ui: Ui, session: crate::state::Session, ahead: &WeekAhead) -> AnyView {
    let head = ahead.days.iter().map(|day| {
        view! { <th scope="col">{day.format("%m-%d").to_string()}</th> }
    });
    let clashes = Route::Project(session.project(), Page::Clashes).to_string();
    let row = |thing: &ThingAhead| {
        let name = session.read(|log| bare_name(log, &thing.resource, ui.lang.get()));
        let href = Ui::href(session.project(), &thing.resource);
        let days = thing.days.iter();
        let cells = days.map(|day| session.read(|log| cell(ui, log, day, &clashes)));
        view! {
            <tr data-record=thing.resource.to_string()>
                <th scope="row"><a href=href><bdi>{name}</bdi></a></th>
                {cells.collect::<Vec<_>>()}
            </tr>
        }
    };
    view! {
        <div class="use-picture">
            <table class="list-table" aria-label=ui.t(texts::bands::THESE_DAYS)>
                <thead><tr>
                    <th scope="col">{ui.t(texts::bands::THESE_DAYS)}</th>
                    {head.collect::<Vec<_>>()}
                </tr></thead>
                <tbody>{ahead.things.iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Who has it on that day, or that more is wanted than there is, which leads to the ruling.
fn cell(ui: Ui, log: &Log, day: &DayUse, clashes: &str) -> AnyView {
    let codes: Vec<String> = day
        .requests
        .iter()
        .map(|one| display_code(log, one))
        .collect();
    if codes.is_empty() {
        return view! { <td></td> }.into_any();
    }
    let Some((wanted, there)) = day.over else {
        return view! { <td data-use="uses"><span>{codes.join(" ")}</span></td> }.into_any();
    };
    let places = [
        ("wanted", &*amount_text(wanted)),
        ("there", &*amount_text(there)),
        ("names", &*codes.join(" ")),
    ];
    let said = ui.fill(texts::bands::OVER_SAID, &places);
    let short = ui.fill(texts::bands::OVER_OF, &places);
    view! {
        <td data-use="clashes">
            <a href=clashes.to_owned() title=said.clone() aria-label=said><span>{short}</span></a>
        </td>
    }
    .into_any()
}

/// 投影仪 2 台 销售部
fn back_said(log: &Log, ui: Ui, one: &DueBack) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, one.request.clone());
    let name = |key| {
        let named: Option<RecordId> = form.get(key);
        named.map(|one| short_name(log, &one, lang))
    };
    let amount = [form.get(request::QUANTITY), form.get(request::UNIT)];
    let item = form.get(request::RESOURCE_ITEM);
    let what: Vec<String> = item
        .into_iter()
        .chain(amount.into_iter().flatten())
        .collect();
    let who = name(request::REQUEST_DEPT).or_else(|| name(request::REQUESTER));
    let places = [
        ("what", &*what.join(" ")),
        ("who", who.as_deref().unwrap_or_default()),
    ];
    ui.fill(texts::bands::BACK_LINE, &places)
}

/// 待裁定 1 · 平均裁定 1.5 个工作日（目标 2）· 利用率 76%（目标 80%）· 逾期归还 1
fn figures_said(ui: Ui, figures: &SharingFigures) -> String {
    let filled = |label, n: &str| ui.fill(label, &[("n", n)]);
    let [settle, in_use] = &figures.aims;
    let with_aim = |said: String, aim: Option<&str>| match aim {
        Some(aim) => ui.fill(texts::bands::AIM_IS, &[("said", &said), ("aim", aim)]),
        None => said,
    };
    let mean = figures.mean_tenths.map(|tenths| {
        let n = amount_text(tenths * 1_000);
        with_aim(filled(texts::bands::MEAN_DAYS, &n), settle.as_deref())
    });
    let used = figures.in_use_percent.map(|percent| {
        let aim = in_use.as_deref();
        let aim = aim.map(|aim| filled(texts::bands::BAND_PERCENT, aim));
        let said = filled(texts::bands::UTILISED, &percent.to_string());
        with_aim(said, aim.as_deref())
    });
    let late = filled(
        texts::bands::RETURNED_LATE,
        &figures.returned_late.to_string(),
    );
    let waiting = filled(texts::bands::WAITING_N, &figures.waiting.to_string());
    let parts = [Some(waiting), mean, used, Some(late)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
