//! The differences on a meeting's agenda: those to be settled there, and those settled since.

use crate::analysis::inbox::agenda::{self, Point};
use crate::model::RecordId;
use crate::state::{Page, Route};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::mail::attribution::choice_text;
use crate::ui::screen::pages::conflicts::title_of;
use crate::ui::texts;
use leptos::prelude::*;

/// What of this meeting's agenda is a difference.
#[component]
pub(super) fn MeetingAgenda(meeting: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let points = Memo::new(move |_| {
        let now = session.now();
        let mut points = session.watch(|log| agenda::points(log, now));
        points.retain(|point| point.meeting.as_ref() == Some(&meeting));
        points.sort_by_key(|point| !point.is_open);
        points
    });
    let window = Window::of_lines(Within::List);
    let line = move |point: Point| {
        let lang = ui.lang.get();
        let (record, key) = (&point.place.record, &point.place.key);
        let (title, value) = session.read(|log| {
            let value = log.value(record, key);
            let value = choice_text(log, record, key, &value, lang);
            (title_of(log, &point.place, lang), value)
        });
        if point.is_open {
            let href = Route::Project(session.project(), Page::Conflicts).to_string();
            return view! {
                <li data-item=point.item.to_string() data-settled="false">
                    <span class="chip" data-tone="warn">"≠ " {ui.t(texts::mail::DIFFERS)}</span> " "
                    <a href=href>{title}</a>
                </li>
            }
            .into_any();
        }
        let settled = ui.fill(texts::decide::DECIDED, &[("value", &value)]);
        view! {
            <li data-item=point.item.to_string() data-settled="true">
                <span class="chip" data-tone="ok">"✓"</span> " " {title} " " <span class="hint">{settled}</span>
            </li>
        }.into_any()
    };
    live(move || {
        (!points.with(Vec::is_empty)).then(|| view! {
            <section class="panel" data-testid="meeting-agenda">
                <h2>{ui.t(texts::decide::AGENDA_DIFFERENCES)}</h2>
                <ul class="findings">
                    {window.list(Signal::stored(points.get()), |point: &Point| point.item.to_string(), line)}
                </ul>
            </section>
        })
    })
}
