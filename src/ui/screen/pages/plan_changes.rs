//! A change request beside its sheet and among the to-dos of whoever approves it: who that is, how far it reaches, what
//! approving writes, and the buttons.

mod departments;
mod taken_back;

use crate::analysis::standing::plan_changes::{
    ChangeApprover, approver_of, may_approve, may_record, moved_milestones, moves,
};
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::template::{Form, Transition};
use crate::model::{Log, RecordId};
use crate::state::{Behalf, Session};
use crate::templates::{change_request, status_of};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// What a change would do, who approves it by its size, and the answers of whoever that is.
#[component]
pub(super) fn ChangePanel(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let today = move || session.now().date_naive();
    let who = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            who_said(ui, log, &form, &approver_of(&form, today()))
        })
    };
    let effect = move || session.watch(|log| effect_said(ui, log, &id.get_value()));
    let is_waiting = Memo::new(move |_| {
        session.watch(|log| change_request::is_waiting(&Form::new(log, id.get_value())))
    });
    view! {
        <section class="panel" data-testid="change-panel">
            <h2>{ui.t(texts::changes::WHO_APPROVES)}</h2>
            {live(move || who().into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>())}
            {live(move || effect().into_iter().map(|line| view! { <p class="hint">{line}</p> }).collect::<Vec<_>>())}
            <departments::Departments record=id.get_value()/>
            {when(move || is_waiting.get(), move || view! { <DecideChange record=id.get_value()/> })}
            <taken_back::TakeBack record=id.get_value()/>
        </section>
    }
}

/// 动里程碑 → 林总. 王经理提的，不能自己批。
fn who_said(ui: Ui, log: &Log, form: &Form<'_>, approver: &ChangeApprover) -> Vec<String> {
    let lang = ui.lang.get();
    let name = |one: &RecordId| short_name(log, one, lang);
    let people = names_joined(&approver.people, name, lang);
    let who = format!("{} {people}", ui.text(approver.role.label));
    let who = match approver.by_milestone {
        true => ui.fill(texts::changes::BY_MILESTONE, &[("who", &who)]),
        false => who,
    };
    let is_open = change_request::is_open(form);
    let requester = form.referred(change_request::REQUESTED_BY);
    let own = requester.filter(|_| is_open).map(|one| {
        let name = name(one.record());
        ui.fill(texts::changes::NOT_OWN, &[("name", &name)])
    });
    std::iter::once(who).chain(own).collect()
}

/// How far milestones move, what approving would write or has written, and what the plan says otherwise by now.
pub(super) fn effect_said(ui: Ui, log: &Log, record: &RecordId) -> Vec<String> {
    let lang = ui.lang.get();
    let form = Form::new(log, record.clone());
    let all = moves(&form);
    let mut lines: Vec<String> = moved_milestones(&form)
        .iter()
        .map(|(milestone, days)| {
            let label = match *days > 0 {
                true => texts::changes::WD_LATER,
                false => texts::changes::WD_EARLIER,
            };
            let days = ui.fill(label, &[("n", &days.to_string())]);
            format!("{} {days}", short_name(log, milestone, lang))
        })
        .collect();
    let n = all.iter().filter(|one| one.is_to_write()).count();
    let written = all.iter().filter(|one| one.is_written()).count();
    if change_request::is_open(&form) {
        lines.push(ui.fill(texts::changes::WRITES_N, &[("n", &n.to_string())]));
    } else if status_of(&form) == change_request::APPROVED.key {
        let places = [("n", &*written.to_string()), ("m", &*all.len().to_string())];
        lines.push(ui.fill(texts::changes::WRITTEN, &places));
    }
    let is_open = change_request::is_open(&form);
    let elsewhere = all
        .iter()
        .filter(|one| is_open && !one.is_to_write() && !one.is_written());
    lines.extend(elsewhere.map(|one| {
        let places = [
            ("name", &*record_name(log, &one.target, lang)),
            ("before", &*one.before),
            ("now", one.now.as_text().unwrap_or_default()),
        ];
        ui.fill(texts::changes::MOVED_SINCE, &places)
    }));
    lines
}

/// The steps that whoever approves may take.
const DECIDES: [&str; 3] = ["approve", "refuse", "postpone"];

/// 批准并改计划, 不批准, 暂缓: by whoever approves, or recorded for them with its basis.
#[component]
fn DecideChange(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let basis = kept_line(
        ui,
        session,
        &id.with_value(|id| format!("change-basis/{id}")),
    );
    let complains = RwSignal::new(false);
    let rights = Memo::new(move |_| {
        let today = session.now().date_naive();
        let me = session.me();
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let me = me?;
            let approver = approver_of(&form, today).people.into_iter().next();
            Some((
                may_approve(&form, &me, today),
                may_record(&form, &me),
                approver,
            ))
        })
    });
    let own = move || rights.with(|all| all.as_ref().is_some_and(|all| all.0));
    let records = move || rights.with(|all| all.as_ref().is_some_and(|all| !all.0 && all.1));
    let for_whom = move || {
        let who = rights.get()?.2?;
        let name = session.watch(|log| short_name(log, &who, ui.lang.get()));
        Some(ui.fill(texts::changes::RECORD_FOR_NAME, &[("name", &name)]))
    };
    let decide = Callback::new(move |(step, reason): (&'static Transition, String)| {
        let behalf = if untrack(records) {
            let text = basis.get_untracked().trim().to_owned();
            if text.is_empty() {
                complains.set(true);
                return;
            }
            let who = rights.get_untracked().and_then(|all| all.2);
            who.map(|member| Behalf {
                member,
                basis: [text, reason.clone()].join(" ").trim().to_owned(),
            })
        } else {
            None
        };
        take(ui, session, &id.get_value(), step, &reason, behalf.as_ref());
        basis.set(String::new());
    });
    let machine = change_request::CHANGE_REQUEST.states;
    let steps = DECIDES.map(|key| machine.and_then(|machine| machine.step(key)));
    let buttons = move || {
        let one = |step: &'static Transition| {
            let place = format!("decide/{}/{}", id.get_value(), step.key);
            view! { <Decide step place decide/> }
        };
        steps.into_iter().flatten().map(one).collect::<Vec<_>>()
    };
    view! {
        {when(records, move || view! {
            <label class="line">
                <span>{live(for_whom)}</span>
                <input type="text" data-testid="basis" placeholder=ui.t(texts::forms::BASIS_HINT)
                    prop:value=move || basis.get()
                    on:input=on(move |event: Event| { basis.set(typed_text(&event)); complains.set(false); })/>
            </label>
            {live(move || complains.get().then(|| view! {
                <p class="told" role="alert">{ui.text(texts::forms::BASIS_FIRST)}</p>
            }))}
        })}
        {when(move || own() || records(), buttons)}
    }
}

fn take(
    ui: Ui,
    session: Session,
    record: &RecordId,
    step: &'static Transition,
    reason: &str,
    behalf: Option<&Behalf>,
) {
    session.decide_change(record, step, reason, behalf);
    offer(ui, session, record);
    let what = step.label.text(ui.lang.get_untracked());
    let said = ui.fill(texts::changes::CHANGE_DECIDED, &[("what", what)]);
    ui.notices.done(session, said, "undo-step");
}

/// One of the three, with its reason where it refuses or puts off.
#[component]
fn Decide(
    step: &'static Transition,
    /// Where what is typed is kept.
    place: String,
    decide: Callback<(&'static Transition, String)>,
) -> impl IntoView {
    let ui = ui();
    let asking = Asking::at(place);
    let press_it = move || match step.reason {
        true => asking.begin(),
        false => decide.run((step, String::new())),
    };
    let then = Callback::new(move |reason: String| decide.run((step, reason)));
    view! {
        <div class="step">
            <button type="button" class="step-button" data-testid="decide-change" data-step=step.key
                on:click=press(press_it)>
                {ui.t(step.label)}
            </button>
            {live(move || asking.is_open().then(|| view! { <ReasonForm asking then/> }))}
        </div>
    }
}

/// 批准变更: the request among the to-dos of whoever approves it.
#[component]
pub(super) fn ChangeTodo(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record.clone());
    let name = move || session.watch(|log| record_name(log, &id.get_value(), ui.lang.get()));
    let if_not = move || {
        session.watch(|log| Form::new(log, id.get_value()).get(change_request::IMPACT_IF_NOT))
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-change=record.to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &record)><bdi>{live(name)}</bdi></a>
            </p>
            {live(move || if_not().map(|text| view! { <p>{text}</p> }))}
            <ChangePanel record=id.get_value()/>
        </li>
    }
}
