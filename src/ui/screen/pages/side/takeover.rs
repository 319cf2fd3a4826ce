//! Beside a person: when they are away and what is due meanwhile, and what they take over from others (W-25).

use crate::analysis::people::absence::{Away, DueMeanwhile, absences, due_meanwhile, to_take_over};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// One absence: whose it is where it is of somebody else, and what is due in it where that is known already.
#[derive(Clone, PartialEq)]
struct AbsenceLine {
    other: Option<RecordId>,
    away: Away,
    due: Option<Vec<DueMeanwhile>>,
}

/// The absences of a person, and those of others that this person covers.
#[component]
pub(super) fn Takeover(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(record);
    let told = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| {
            let person = Form::new(log, id.get_value());
            let own = absences(&person).into_iter();
            let own = own.filter(|away| away.to >= today).map(|away| AbsenceLine {
                other: None,
                away,
                due: None,
            });
            let others = to_take_over(&person, today).into_iter();
            let others = others.map(|(other, away, due)| AbsenceLine {
                other: Some(other),
                away,
                due: Some(due),
            });
            own.chain(others).collect::<Vec<_>>()
        })
    });
    let is_any = Memo::new(move |_| told.with(|told| !told.is_empty()));
    let key = |told: &AbsenceLine| told.away.absence.to_string();
    let window = Window::of_rows(Within::Page);
    live(move || {
        is_any.get().then(|| view! {
            <section class="panel" data-testid="takeover">
                <h2>{ui.t(texts::standing::TAKEOVER)}</h2>
                {window.list(told, key, move |one| view! { <Line person=id.get_value() one/> }.into_any())}
            </section>
        })
    })
}

#[component]
fn Line(person: RecordId, one: AbsenceLine) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let project = session.project();
    let one = StoredValue::new(one);
    let heading = Memo::new(move |_| {
        let lang = ui.lang.get();
        let name = |record: Option<&RecordId>| match record {
            Some(record) => session.watch(|log| short_name(log, record, lang)),
            None => texts::standing::NOBODY_YET.text(lang).to_owned(),
        };
        one.with_value(|one| {
            let (label, who) = match &one.other {
                Some(other) => (texts::standing::COVERS_FOR, Some(other)),
                None => (texts::standing::AWAY_COVERED, one.away.cover.as_ref()),
            };
            let places = [("span", &*one.away.span()), ("name", &*name(who))];
            texts::fill(label, lang, &places)
        })
    });
    let due = Memo::new(move |_| {
        let due = one.with_value(|one| one.due.clone());
        due.unwrap_or_else(|| {
            let away = one.with_value(|one| one.away.clone());
            session.watch(|log| due_meanwhile(&Form::new(log, person.clone()), &away))
        })
    });
    let link = move |one: DueMeanwhile| {
        let text = session.read(|log| record_name(log, &one.record, ui.lang.get()));
        let text = format!("{} {text}", one.day);
        view! { <li><a href=Ui::href(project, &one.record)>{with_whole_days(&text)}</a></li> }
            .into_any()
    };
    let key = |one: &DueMeanwhile| format!("{} {}", one.day, one.record);
    view! {
        <p>{live(move || with_whole_days(&heading.get()))}</p>
        {live(move || due.with(Vec::is_empty).then(|| view! {
            <p class="hint">{ui.t(texts::standing::NOTHING_DUE_THEN)}</p>
        }))}
        <ul class="findings">{Window::of_rows(Within::List).list(due, key, link)}</ul>
    }
}
