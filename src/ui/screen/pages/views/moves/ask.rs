//! V2: after a move that concerns others. Nothing is written before one of its buttons is pressed, and Enter presses
//! none.

use super::Moves;
use super::answer::MoveAnswer;
use super::moving::{Moving, later_said};
use super::rows::Rows;
use crate::analysis::standing::schedule::{DateShift, propose_but};
use crate::analysis::words::names::{bare_name, record_name, short_name};
use crate::model::RecordId;
use crate::ui::gantt::day_said;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts::{self, LIST_SEPARATOR};
use leptos::prelude::*;
use std::collections::BTreeSet;
use web_sys::{Event, KeyboardEvent};

/// The bar; nothing while no move waits for an answer.
#[component]
pub(in super::super) fn MoveBar(moves: Moves) -> impl IntoView {
    live(move || {
        let moving = moves.asked.get()?;
        Some(view! { <AskedBar moves moving/> })
    })
}

#[component]
fn AskedBar(moves: Moves, moving: Moving) -> impl IntoView {
    let ui = moves.ui;
    let entailed = moving.proposal.entailed.len();
    let moving = StoredValue::new(moving);
    let left_out = RwSignal::new(BTreeSet::new());
    let proposal = Memo::new(move |_| {
        let schedule = moves.schedule();
        let stays = left_out.get();
        moving.with_value(|moving| propose_but(&schedule, &moving.moves(), &stays))
    });
    let answer = MoveAnswer {
        moves,
        moving,
        left_out,
        why: RwSignal::new(String::new()),
        complains: RwSignal::new(false),
        proposal,
    };
    let own = moving.with_value(Moving::count);
    let count = move || {
        proposal
            .with(|proposal| proposal.entailed.len() + own)
            .to_string()
    };
    let only = move || match own {
        1 => {
            let code = moving.with_value(|moving| moves.code(&moving.to.task));
            ui.fill(texts::gantt::ONLY_THIS, &[("code", &code)])
        }
        n => ui.fill(texts::gantt::ONLY_THESE, &[("n", &n.to_string())]),
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            moves.drop_move();
        }
    };
    let type_why = move |event: Event| {
        answer.why.set(typed_text(&event));
        answer.complains.set(false);
    };
    let cancel = move || moves.drop_move();
    view! {
        <section class="move-bar" data-testid="move-bar" data-entailed=entailed.to_string() on:keydown=on(escape)>
            <header class="move-head">
                <h2 tabindex="-1">{live(move || title(answer))}</h2>
                <button type="button" class="icon-button" aria-label=ui.t(texts::gantt::DROP_MOVE)
                    on:click=press(cancel)>
                    "×"
                </button>
            </header>
            <p data-testid="move-effect">{live(move || effect(answer))}</p>
            <Rows answer/>
            <p class="move-why">
                <label>
                    {ui.t(texts::gantt::WHY_MOVE)}
                    <input type="text" data-free-text="" data-testid="move-why" autocomplete="off"
                        on:input=on(type_why)/>
                </label>
                {live(move || answer.complains.get().then(|| view! {
                    <span class="told" role="alert">{ui.text(texts::gantt::WHY_FIRST)}</span>
                }))}
            </p>
            <p class="answers">
                <button type="button" data-testid="move-request" on:click=press(move || answer.request())>
                    {ui.t(texts::gantt::AS_CHANGE)}
                </button>
                <button type="button" data-testid="move-only" on:click=press(move || answer.write(false))>
                    {move || only()}
                </button>
                {(entailed > 0).then(|| view! {
                    <button type="button" data-testid="move-all" on:click=press(move || answer.write(true))>
                        {move || ui.fill(texts::gantt::ALL_TOGETHER, &[("n", &count())])}
                    </button>
                })}
                <button type="button" data-testid="move-cancel" on:click=press(cancel)>
                    {ui.t(texts::gantt::DROP_MOVE)}
                </button>
                <span class="hint">{live(move || asked_again(answer))}</span>
            </p>
        </section>
    }
}

/// 把 T-14 的截止从 04-24 改到 04-28（晚 2 个工作日）。还没有写入。
fn title(answer: MoveAnswer) -> String {
    let (moves, ui) = (answer.moves, answer.moves.ui);
    let lang = ui.lang.get();
    answer.moving.with_value(|moving| {
        let mut name = moves
            .session
            .read(|log| record_name(log, &moving.to.task, lang));
        if moving.count() > 1 {
            let m = (moving.count() - 1).to_string();
            name = ui.fill(texts::gantt::AND_MORE_TASKS, &[("name", &name), ("m", &m)]);
        }
        let (what, from, to) = match moving.what {
            DateShift::Start => (texts::gantt::WHAT_START, moving.from.0, moving.to.first),
            DateShift::Due => (texts::gantt::WHAT_DUE, moving.from.1, moving.to.last),
            DateShift::Whole => (texts::gantt::WHAT_DUE, moving.from.1, moving.to.last),
        };
        let by = later_said(moving.by(&moves.schedule()), lang).unwrap_or_default();
        let places = [
            ("name", &*name),
            ("what", ui.text(what)),
            ("from", &*day_said(from, lang)),
            ("to", &*day_said(to, lang)),
            ("by", &*by),
        ];
        ui.fill(texts::gantt::MOVE_TITLE, &places)
    })
}

/// What follows, which milestones move, what may not.
fn effect(answer: MoveAnswer) -> String {
    let (moves, ui) = (answer.moves, answer.moves.ui);
    let lang = ui.lang.get();
    let fixed = |code: &str, days: i32| {
        ui.fill(
            texts::gantt::STUCK,
            &[("code", code), ("n", &days.to_string())],
        )
    };
    let left_out = answer.left_out.with(BTreeSet::len);
    let asked_for = answer.all(true);
    answer.proposal.with(|proposal| {
        let mut said = vec![match proposal.entailed.len() {
            0 => ui.text(texts::gantt::STEP_NOTHING).to_owned(),
            n => ui.fill(texts::gantt::ENTAILED, &[("n", &n.to_string())]),
        }];
        said.extend(proposal.milestones.iter().map(|(milestone, days)| {
            let name = moves.session.read(|log| bare_name(log, milestone, lang));
            ui.fill(
                texts::gantt::STEP_MILESTONE,
                &[("name", &name), ("n", &days.to_string())],
            )
        }));
        let mut text =
            said.join(texts::gantt::SAID_COMMA.text(lang)) + texts::gantt::SAID_STOP.text(lang);
        let mut add = |more: String| {
            text.push_str(texts::sentence_gap(lang));
            text.push_str(&more);
        };
        for stuck in &proposal.stuck {
            add(fixed(&moves.code(&stuck.task), stuck.days));
        }
        if left_out > 0 {
            add(ui.fill(texts::gantt::LEFT_AS_IS, &[("n", &left_out.to_string())]));
        }
        if !proposal.milestones.is_empty() {
            let code = answer
                .moving
                .with_value(|moving| moves.code(&moving.to.task));
            let approver = moves.session.approver_of_moves(&asked_for);
            let who = moves.session.read(|log| {
                let names = approver.people.iter();
                let names = names.map(|one| short_name(log, one, lang));
                names.collect::<Vec<_>>().join(ui.text(LIST_SEPARATOR))
            });
            let who = match who.is_empty() {
                true => approver.role.label.text(lang).to_owned(),
                false => who,
            };
            add(ui.fill(
                texts::gantt::MILESTONE_MOVES,
                &[("who", &who), ("code", &code)],
            ));
        }
        text
    })
}

/// How many owners are asked about their dates again.
fn asked_again(answer: MoveAnswer) -> String {
    let schedule = answer.moves.schedule();
    let owner = |task: &RecordId| {
        let place = schedule.plan.place(task)?;
        schedule.plan.tasks[place as usize].owner.clone()
    };
    let own = answer.moving.with_value(Moving::moves);
    let owners: BTreeSet<RecordId> = answer.proposal.with(|proposal| {
        proposal
            .entailed
            .iter()
            .filter_map(|one| owner(&one.task))
            .chain(own.iter().filter_map(|one| owner(&one.task)))
            .collect()
    });
    let n = owners.len().to_string();
    answer
        .moves
        .ui
        .fill(texts::gantt::OWNERS_AGAIN, &[("n", &n)])
}
