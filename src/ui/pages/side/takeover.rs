//! Beside a person: when they are away and what is due meanwhile, and what they take over from others (W-25).

use crate::analysis::takeover::{Away, DueMeanwhile, absences, due_meanwhile, to_take_over};
use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::context::{Ui, session, ui};
use crate::ui::names::{record_name, short_name};
use crate::ui::pieces::{live, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// One absence as the panel says it: a heading, and what is due in it.
type Told = (String, Vec<(RecordId, String)>);

/// The absences of a person, and those of others that this person covers.
#[component]
pub(super) fn Takeover(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let told = Memo::new(move |_| {
        let (lang, today) = (ui.lang.get(), session.now().date_naive());
        session.watch(|log| {
            let person = Form::new(log, record.clone());
            let name = |record: &RecordId| short_name(log, record, lang);
            let items = |due: Vec<DueMeanwhile>| -> Vec<(RecordId, String)> {
                let line = |one: DueMeanwhile| {
                    let text = format!("{} {}", one.day, record_name(log, &one.record, lang));
                    (one.record, text)
                };
                due.into_iter().map(line).collect()
            };
            let own = absences(&person)
                .into_iter()
                .filter(|away| away.to >= today);
            let cover = |away: &Away| {
                let nobody = || texts::NOBODY_YET.text(lang).to_owned();
                away.cover.as_ref().map_or_else(nobody, name)
            };
            let mut all: Vec<Told> = own
                .map(|away| {
                    let places = [("span", away.span()), ("name", cover(&away))];
                    let places = places.each_ref().map(|(key, value)| (*key, value.as_str()));
                    let due = due_meanwhile(&person, &away);
                    (texts::fill(texts::AWAY_COVERED, lang, &places), items(due))
                })
                .collect();
            all.extend(
                to_take_over(&person, today)
                    .into_iter()
                    .map(|(other, away, due)| {
                        let places = [("span", away.span()), ("name", name(&other))];
                        let places = places.each_ref().map(|(key, value)| (*key, value.as_str()));
                        (texts::fill(texts::COVERS_FOR, lang, &places), items(due))
                    }),
            );
            all
        })
    });
    live(move || {
        (!told.with(Vec::is_empty)).then(|| {
            view! {
                <section class="panel" data-testid="takeover">
                    <h2>{ui.t(texts::TAKEOVER)}</h2>
                    {told.get().into_iter().map(|told| view! { <Line told/> }).collect::<Vec<_>>()}
                </section>
            }
        })
    })
}

#[component]
fn Line(told: Told) -> impl IntoView {
    let ui = ui();
    let project = session().project();
    let (heading, due) = told;
    let is_free = due.is_empty();
    let links = due
        .into_iter()
        .map(|(record, text)| view! { <li><a href=Ui::href(project, &record)>{with_whole_days(&text)}</a></li> });
    view! {
        <p>{with_whole_days(&heading)}</p>
        {is_free.then(|| view! { <p class="hint">{ui.t(texts::NOTHING_DUE_THEN)}</p> })}
        <ul class="findings">{links.collect::<Vec<_>>()}</ul>
    }
}
