//! Who has what when, as a table with a bar in it; and 分配表, all that is granted, by thing.

use crate::analysis::calendar_of;
use crate::analysis::display_code;
use crate::analysis::resources::claims::{UseDays, holds_now};
use crate::analysis::resources::ledger::row_of;
use crate::analysis::resources::picture::{InColumn, UsePicture, picture};
use crate::analysis::words::names::{bare_name, short_name};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::templates::{resource_request as request, settings, status_of};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::texts;
use leptos::prelude::*;

/// The picture of some requests.
#[component]
pub(in crate::ui) fn Picture(
    #[prop(into)] requests: Signal<Vec<RecordId>>,
    /// Whether each line says of what thing it is.
    #[prop(optional)]
    with_things: bool,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let drawn = Memo::new(move |_| {
        session.watch(|log| {
            let calendar = calendar_of(&Form::new(log, settings::record()));
            picture(log, &requests.get(), &calendar)
        })
    });
    live(move || {
        let UsePicture {
            is_by_week,
            columns,
            rows,
            goes_on,
        } = drawn.get();
        let head = columns.into_iter().map(|UseDays { from, .. }| {
            let day = from.format("%m-%d").to_string();
            let title = is_by_week.then(|| ui.fill(texts::resource::WEEK_OF, &[("d", &day)]));
            view! { <th scope="col" title=title>{day}</th> }
        });
        let line = move |(record, cells): (RecordId, Vec<InColumn>)| {
            let href = Ui::href(session.project(), &record);
            let name = session.read(|log| who(log, ui, &record, with_things));
            view! {
                <tr data-record=record.to_string()>
                    <th scope="row"><a href=href><bdi>{name}</bdi></a></th>
                    {cells.into_iter().map(|cell| drawn_cell(ui, cell)).collect::<Vec<_>>()}
                </tr>
            }
            .into_any()
        };
        let key = |(record, _): &(RecordId, Vec<InColumn>)| record.to_string();
        view! {
            <div class="use-picture">
                <table class="list-table" aria-label=ui.t(texts::resource::ONE_REQUEST)>
                    <thead><tr>
                        <th scope="col">{ui.t(texts::resource::ONE_REQUEST)}</th>
                        {head.collect::<Vec<_>>()}
                        {goes_on.then(|| view! { <th scope="col">"…"</th> })}
                    </tr></thead>
                    <tbody>{Window::of_rows(Within::Table).list(Signal::stored(rows), key, line)}</tbody>
                </table>
            </div>
        }
    })
}

fn drawn_cell(ui: Ui, cell: InColumn) -> AnyView {
    let (state, label) = match cell {
        InColumn::Nothing => return view! { <td></td> }.into_any(),
        InColumn::Uses => ("uses", texts::resource::DAY_USED),
        InColumn::Clashes => ("clashes", texts::resource::DAY_CLASHES),
    };
    view! { <td data-use=state><span>{ui.t(label)}</span></td> }.into_any()
}

/// R-4 赵主管 销售部 使用中
fn who(log: &Log, ui: Ui, record: &RecordId, with_thing: bool) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, record.clone());
    let name = |key| {
        form.get(key)
            .map(|one: RecordId| short_name(log, &one, lang))
    };
    let thing = with_thing.then(|| match row_of(&form) {
        Some(row) => bare_name(log, row.record(), lang),
        None => bare_name(log, record, lang),
    });
    let state = crate::analysis::telling::state_text(&form, lang).map(str::to_owned);
    let parts = [
        thing,
        Some(display_code(log, record)),
        name(request::REQUESTER),
        name(request::REQUEST_DEPT),
        state,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// 分配表: what is granted and not given back, thing by thing.
#[component]
pub(super) fn Allocation() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let granted = Memo::new(move |_| {
        session.watch(|log| {
            let all = log.rows(request::KIND).into_iter();
            let all = all.filter_map(|record| {
                let form = Form::new(log, record.clone());
                let thing = row_of(&form).map(|row| row.record().clone());
                holds_now(&status_of(&form)).then_some((thing, record))
            });
            let mut all: Vec<_> = all.collect();
            all.sort_by(|(a, _), (b, _)| a.cmp(b));
            all.into_iter()
                .map(|(_, record)| record)
                .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="card" data-testid="allocation">
            <h2>{ui.t(texts::resource::ALLOCATION)}</h2>
            {when(move || granted.with(Vec::is_empty), move || view! {
                <p class="hint">{ui.t(texts::resource::NOTHING_GIVEN)}</p>
            })}
            {when(move || !granted.with(Vec::is_empty), move || view! { <Picture requests=granted with_things=true/> })}
        </section>
    }
}
