//! A move that something stands in the way of: what exactly, and the way to give it where one stands. The card stays
//! where it was until then.

use super::{BoardView, WantedMove, card_name, state_name};
use crate::analysis::Shortfall;
use crate::analysis::people::allowed_steps::Hindrance;
use crate::model::RecordId;
use crate::model::template::{Field, Form, Transition};
use crate::state::{BoardMove, MoveAsks, Page, Route};
use crate::templates::{issue, status_of, task};
use crate::ui::hindrance::withheld_text;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::long::numbered;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::screen::form::control::FieldControl;
use crate::ui::screen::form::finding::LackLink;
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::screen::form::steps::take_step;
use crate::ui::screen::pages::views::facts::and_more;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Things shown that are missing; the rest is counted.
const MOST: usize = 6;

/// The sentence, the fields that are missing, and the ways on and back.
#[component]
pub(super) fn MoveAsk(view: BoardView, wanted: WantedMove) -> impl IntoView {
    let ui = ui();
    let session = view.frame.session;
    let wanted = StoredValue::new(wanted);
    let name = move || wanted.with_value(|one| card_name(ui, view.frame, &one.record));
    let title = move || {
        let (name, to) = (name(), wanted.with_value(|one| one.to));
        ui.fill(
            texts::boards::MOVE_TO,
            &[("task", &name), ("state", state_name(ui, to))],
        )
    };
    let back = move || {
        view.wanted.set(None);
        let card = wanted.with_value(|one| format!("[data-card=\"{}\"]", one.record));
        dom::focus_soon(card);
        view.said.set(ui.text(texts::boards::NOT_MOVED).to_owned());
    };
    let asking = wanted.with_value(|one| Asking::at(format!("board/{}/{}", one.record, one.to)));
    let asks = Memo::new_with_compare(
        move |_| {
            session.watch(|_| ());
            wanted.with_value(|one| session.board_move(&one.record, one.to))
        },
        |one, other| one.map(|one| format!("{one:?}")) != other.map(|other| format!("{other:?}")),
    );
    let go = move |step: &'static Transition, reason: Option<&str>| {
        let record = wanted.with_value(|one| one.record.clone());
        view.wanted.set(None);
        take_step(ui, session, &record, step, reason);
        let places = [("task", &*name()), ("state", state_name(ui, step.to))];
        view.said.set(ui.fill(texts::boards::NOW_IN, &places));
        dom::focus_soon(format!("[data-card=\"{record}\"]"));
    };
    let go = StoredValue::new_local(go);
    let body = move || {
        let record = wanted.with_value(|one| one.record.clone());
        match asks.get() {
            BoardMove::Here => ().into_any(),
            BoardMove::Free(step) => free(ui, move || go.with_value(|go| go(step, None))),
            BoardMove::Asks(step, what) => {
                let with = Callback::new(move |reason: String| {
                    go.with_value(|go| go(step, Some(&reason)))
                });
                asked(ui, &record, what, asking, with)
            }
            BoardMove::Withheld(step, why) => withheld(view, &record, step, &why),
            BoardMove::NoStep(steps) => no_step(view, wanted, steps),
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            back();
        }
    };
    view! {
        <section class="strip board-foot board-ask" data-testid="board-ask" on:keydown=on(key)>
            <h2 tabindex="-1">{live(title)}</h2>
            {live(body)}
            <p class="answers">
                <button type="button" data-testid="put-back" on:click=press(back)>
                    {ui.t(texts::boards::PUT_BACK)}
                </button>
            </p>
        </section>
    }
}

fn free(ui: Ui, go: impl FnMut() + 'static) -> AnyView {
    view! {
        <p class="answers">
            <span>{ui.t(texts::meeting::NOTHING_MISSING)}</span>
            <button type="button" class="primary" data-testid="board-go" on:click=press(go)>
                {ui.t(texts::boards::GO)}
            </button>
        </p>
    }
    .into_any()
}

/// The fields that are missing, each with its control; what is missing elsewhere, as links; the reason.
fn asked(
    ui: Ui,
    record: &RecordId,
    what: MoveAsks,
    asking: Asking,
    go: Callback<String>,
) -> AnyView {
    let MoveAsks {
        fields,
        held,
        reason,
    } = what;
    let is_issue = fields
        .iter()
        .any(|field| field.key == task::BLOCKED_BY_ISSUE.name);
    let (mut inline, mut elsewhere): (Vec<&'static Field>, Vec<Shortfall>) = (fields, Vec::new());
    for lack in held.lacks {
        match &lack {
            Shortfall::Empty { record: at, field } if at == record => inline.push(field),
            Shortfall::Several { record: at, fields } if at == record => inline.extend(fields),
            _ => elsewhere.push(lack),
        }
    }
    let is_held = !inline.is_empty() || !elsewhere.is_empty() || held.is_unread;
    let says = match () {
        () if held.is_unread => Some(texts::boards::NOT_ALL_READ),
        () if is_issue => Some(texts::boards::CHOOSE_ISSUE),
        () if is_held => Some(texts::boards::GIVE_FIRST),
        () => None,
    };
    let control = |field: &'static Field| {
        view! {
            <div class="field board-field" data-record=record.to_string()>
                <span class="label">{ui.t(field.label)}</span>
                <FieldControl record=record.clone() field/>
            </div>
        }
    };
    let more = elsewhere.len().saturating_sub(MOST);
    let links = numbered(elsewhere.into_iter().take(MOST));
    let links: Vec<_> = links
        .into_iter()
        .map(|(_, lack)| view! { <li><LackLink lack/></li> })
        .collect();
    let project = crate::ui::screen::base::context::session().project();
    let new_issue = is_issue.then(|| {
        let href = Route::Project(project, Page::New(issue::KIND.to_owned())).to_string();
        view! { <a class="button small" href=href>{ui.t(texts::boards::NEW_ISSUE)}</a> }
    });
    let wants_reason = reason || held.may_pass;
    view! {
        {says.map(|says| view! { <p>{ui.t(says)}</p> })}
        {inline.into_iter().map(control).collect::<Vec<_>>()}
        {new_issue}
        {(!links.is_empty()).then(|| view! { <ul class="findings">{links}</ul> })}
        {and_more(ui, more)}
        {(wants_reason && !asking.is_open()).then(|| view! {
            <button type="button" class:link=is_held class:primary=!is_held data-testid="board-reason"
                on:click=press(move || asking.begin())>
                {ui.t(if is_held { texts::boards::GO_ANYWAY } else { texts::boards::GO })}
            </button>
        })}
        {live(move || asking.is_open().then(|| view! {
            <p class="hint">{ui.t(texts::boards::SAY_WHY)}</p>
            <ReasonForm asking then=go/>
        }))}
    }
    .into_any()
}

/// Whose step it is, or why it cannot be taken now.
fn withheld(
    view: BoardView,
    record: &RecordId,
    step: &'static Transition,
    why: &Hindrance,
) -> AnyView {
    let ui = view.ui;
    let lang = ui.lang.get();
    let said = view
        .frame
        .session
        .watch(|log| withheld_text(log, record, why, lang));
    let instead = match view.frame.session.board_move(record, "") {
        BoardMove::NoStep(steps) => steps
            .into_iter()
            .filter(|one| one.key != step.key)
            .collect(),
        _ => Vec::new(),
    };
    view! { <p>{said}</p> {instead_of(view, record, instead)} }.into_any()
}

fn no_step(
    view: BoardView,
    wanted: StoredValue<WantedMove>,
    steps: Vec<&'static Transition>,
) -> AnyView {
    let ui = view.ui;
    let WantedMove { record, to } = wanted.get_value();
    let from = view
        .frame
        .session
        .read(|log| status_of(&Form::new(log, record.clone())));
    let places = [("from", state_name(ui, &from)), ("to", state_name(ui, to))];
    view! { <p>{ui.fill(texts::boards::NO_STEP, &places)}</p> {instead_of(view, &record, steps)} }
        .into_any()
}

/// The steps that can be taken instead.
fn instead_of(
    view: BoardView,
    record: &RecordId,
    steps: Vec<&'static Transition>,
) -> Option<AnyView> {
    let ui = view.ui;
    let id = StoredValue::new(record.clone());
    let button = move |step: &'static Transition| {
        view! {
            <button type="button" class="small" data-step=step.key
                on:click=press(move || view.put(&id.get_value(), step.to))>
                {ui.text(step.label)}
            </button>
        }
    };
    (!steps.is_empty()).then(|| {
        let buttons: Vec<_> = steps.into_iter().map(button).collect();
        view! { <p class="answers"><span>{ui.t(texts::boards::CAN_FIRST)}</span> {buttons}</p> }
            .into_any()
    })
}
