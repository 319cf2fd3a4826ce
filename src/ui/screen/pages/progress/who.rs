//! Who has told of their tasks since the last meeting, who has not, and the text that reminds them.

use super::ProgressTold;
use crate::analysis::inbox::todos::request;
use crate::analysis::inbox::updates::MeetingRound;
use crate::analysis::words::names::short_name;
use crate::exchange::Envelope;
use crate::model::RecordId;
use crate::model::template::CellType;
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, copy_and_say, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::{press, when};
use crate::ui::screen::mail::sending::sending;
use crate::ui::{letter, texts};
use leptos::prelude::*;

/// Somebody whose tasks run, with those they have not told of.
type Owner = (RecordId, Vec<RecordId>);

/// 谁更新了 5/6
#[component]
pub(super) fn WhoUpdated(told: Memo<ProgressTold>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let owners = Memo::new(move |_| told.with(|told| told.owners.clone()));
    let silent = move || {
        let silent = owners
            .get()
            .into_iter()
            .filter(|(_, open)| !open.is_empty());
        silent.collect::<Vec<_>>()
    };
    let round = move || told.with_untracked(|told| told.round);
    let title = move || {
        let (all, silent) = (owners.with(Vec::len), silent().len());
        let places = [
            ("n", &*(all - silent).to_string()),
            ("m", &*all.to_string()),
        ];
        ui.fill(texts::progress::WHO_UPDATED, &places)
    };
    // Where nobody has said anything, everybody is asked.
    let is_some_silent = move || {
        let silent = silent().len();
        0 < silent && silent < owners.with(Vec::len)
    };
    let key = |(person, open): &Owner| format!("{person} {}", open.len());
    let line = move |(person, open): Owner| {
        let (is_told, count) = (open.is_empty(), open.len().to_string());
        let id = person.to_string();
        let (tone, mark) = if is_told {
            ("ok", "✓")
        } else {
            ("warn", "○")
        };
        let name = move || session.watch(|log| short_name(log, &person, ui.lang.get()));
        view! {
            <li data-member=id data-updated=is_told.to_string()>
                <span class="chip" data-tone=tone>{mark}</span>
                " " <bdi>{name}</bdi>
                {(!is_told).then(|| view! {
                    " " <span class="hint">{ui.filled(texts::progress::OPEN_N, "n", move || count.clone())}</span>
                })}
            </li>
        }
        .into_any()
    };
    view! {
        <section class="who-updated" data-testid="who-updated">
            <h2>{title}</h2>
            <ul class="who-list">{long(Within::List, owners, key, line)}</ul>
            {when(is_some_silent, move || view! {
                <p class="answers no-print">
                    <button type="button" class="small" data-testid="remind"
                        on:click=press(move || remind(ui, session, round(), untrack(silent)))>
                        {ui.t(texts::mail::COPY_REMINDER)}
                    </button>
                    <span class="hint">{ui.t(texts::progress::MEET_ANYWAY)}</span>
                </p>
            })}
        </section>
    }
}

/// Copies the text that reminds these people of those tasks.
pub(in crate::ui::screen::pages) fn remind(
    ui: Ui,
    session: Session,
    round: MeetingRound,
    people: Vec<Owner>,
) {
    let now = untrack(|| session.now());
    let by_when = session.read(|log| round.answer_by(log, now));
    let by_when = by_when.map(|when| when.write());
    let envelope = Envelope {
        requests: vec![request::PROGRESS.to_owned()],
        by_when: by_when.and_then(|when| when.as_text().map(str::to_owned)),
        ..Envelope::default()
    };
    let sending = letter::Sending {
        since: String::new(),
        ..sending(ui, session, &envelope)
    };
    let text = session.read(|log| letter::remind_of_updates(log, &sending, &people));
    life::to_the_end((ui, text), copy_and_say);
}
