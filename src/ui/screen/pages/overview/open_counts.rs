//! What is open besides, in one line: each count leads to its list.

use crate::analysis::goal::replies::is_all_replied;
use crate::model::Log;
use crate::model::template::Form;
use crate::state::{Page, Route};
use crate::templates::{decision, resource_request as request, risk, status_of};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// Requests without a ruling, decisions without all replies, open risks, extreme ones, high ones.
fn counted(log: &Log) -> [usize; 5] {
    let count = |kind: &str, is: &dyn Fn(&Form<'_>) -> bool| {
        let rows = log.rows(kind).into_iter();
        rows.filter(|record| is(&Form::new(log, record.clone())))
            .count()
    };
    let waits = [request::SUBMITTED.key, request::COORDINATING.key];
    let is_at = |form: &Form<'_>, level| risk::is_open(form) && risk::level(form) == Some(level);
    [
        count(request::KIND, &|form| {
            waits.contains(&status_of(form).as_str())
        }),
        count(decision::KIND, &|form| {
            decision::is_asking(form) && !is_all_replied(form)
        }),
        count(risk::KIND, &risk::is_open),
        count(risk::KIND, &|form| is_at(form, risk::EXTREME)),
        count(risk::KIND, &|form| is_at(form, risk::HIGH)),
    ]
}

/// The line; those of which there are none are left out.
#[component]
pub(super) fn OpenCounts() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let counts = Memo::new(move |_| {
        rest.version();
        session.read(counted)
    });
    let differing = Memo::new(move |_| rest.counts().with(|counts| counts.differing));
    let of = |kind: &str| Page::Kind(kind.to_owned());
    live(move || {
        let [requests, decisions, risks, extreme, high] = counts.get();
        let entries = [
            (
                differing.get(),
                texts::standing::DIFFERING_N,
                Page::Conflicts,
            ),
            (
                requests,
                texts::standing::REQUESTS_WAIT_N,
                of(request::KIND),
            ),
            (
                decisions,
                texts::standing::DECISIONS_WAIT_N,
                of(decision::KIND),
            ),
            (risks, texts::standing::RISKS_OPEN_N, of(risk::KIND)),
        ];
        let links = entries
            .into_iter()
            .filter(|(n, ..)| *n > 0)
            .map(|(n, label, page)| {
                let href = Route::Project(session.project(), page).to_string();
                let places = [
                    ("n", &*n.to_string()),
                    ("x", &*extreme.to_string()),
                    ("y", &*high.to_string()),
                ];
                view! { <li><a href=href>{ui.fill(label, &places)}</a></li> }
            });
        let links: Vec<_> = links.collect();
        (!links.is_empty())
            .then(|| view! { <ul class="open-counts" data-testid="open-counts">{links}</ul> })
    })
}
