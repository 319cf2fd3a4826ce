//! 怎么定: the ways out of a clash, or days written by hand, with one reason for all; ruled in one act.

use super::half_ruled::{ByHand, HalfRuled, way_key};
use crate::analysis::resources::clashes::{Clash, Grant};
use crate::analysis::resources::proposals::{WayOut, as_asked, ways_out};
use crate::analysis::rules::resources::is_party;
use crate::analysis::words::names::short_name;
use crate::analysis::{leads, next_people};
use crate::model::RecordId;
use crate::model::template::{Form, Label};
use crate::state::{Behalf, NotRuled, Session};
use crate::templates::resource_request as request;
use crate::ui::letter::{grant_said, grant_takes, way_label, way_said};
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::pieces::{live, on, when};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;
use web_sys::{Event, SubmitEvent};

/// The form; for the project lead alone.
#[component]
pub(super) fn Ruling(clash: Clash) -> impl IntoView {
    let session = session();
    let author = author_of(session);
    let may = Memo::new(move |_| {
        author.get();
        let me = session.me();
        session.watch(|log| leads(log, me.as_ref()))
    });
    let clash = StoredValue::new(clash);
    when(
        move || may.get(),
        move || view! { <RulingForm clash=clash.get_value()/> },
    )
}

#[component]
fn RulingForm(clash: Clash) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let ways = session.read(|log| ways_out(log, &clash));
    let asked = session.read(|log| as_asked(log, &clash));
    let asked = asked.into_iter().map(ByHand::of).collect::<Vec<_>>();
    let by_hand = RwSignal::new(asked.clone());
    let sponsor = for_whom(session, &clash);
    let chosen = RwSignal::new(None::<usize>);
    let [reason, basis] = kept_lines(ui, session, &format!("rule/{}", clash.resource));
    let wrong = RwSignal::new(None::<Label>);
    let hand = ways.len();
    let half = HalfRuled {
        place: format!("way/{}", clash.resource),
        ways: ways.iter().map(|way| way_key(&way.grants)).collect(),
        asked,
        chosen,
        by_hand,
    };
    half.keep(ui, session);
    let ways = StoredValue::new(ways);
    let behalf = StoredValue::new(sponsor.clone());
    let rule = move |event: SubmitEvent| {
        event.prevent_default();
        let grants = match chosen.get_untracked() {
            None => return wrong.set(Some(texts::resource::CHOOSE_WAY)),
            Some(way) if way < hand => {
                ways.with_value(|ways| ways.get(way).map(|way| way.grants.clone()))
            }
            Some(_) => by_hand.with_untracked(|all| all.iter().map(ByHand::read).collect()),
        };
        let Some(grants) = grants else {
            return wrong.set(Some(texts::resource::DAYS_HOW));
        };
        let behalf = behalf.get_value().map(|member| Behalf {
            member,
            basis: basis.get_untracked().trim().to_owned(),
        });
        let behalf = behalf.filter(|behalf| !behalf.basis.is_empty());
        let lacks = session.ruling_lacks(&grants, &reason.get_untracked(), behalf.as_ref());
        wrong.set(lacks.map(said_of));
        if lacks.is_none() {
            carry_out(
                ui,
                session,
                &grants,
                &reason.get_untracked(),
                behalf.as_ref(),
            );
            for letters in [reason, basis] {
                letters.set(String::new());
            }
            chosen.set(None);
        }
    };
    let radio = move |at: usize, label: Label, said: String, takes: String| {
        view! {
            <label class="way">
                <input type="radio" name="way" data-testid="rule-proposal" prop:checked=move || chosen.get() == Some(at)
                    on:change=move |_| chosen.set(Some(at))/>
                <span><b>{ui.t(label)}</b> " " {said} " " <span class="hint">{takes}</span></span>
            </label>
        }
    };
    let proposed = ways.with_value(|ways| {
        let one = |(at, way): (usize, &WayOut)| {
            let lang = ui.lang.get_untracked();
            let (said, takes): (Vec<String>, Vec<String>) = session.read(|log| {
                let grants = || way.grants.iter();
                let said = grants().map(|grant| grant_said(log, grant, lang));
                let takes = grants().filter_map(|grant| grant_takes(log, grant, lang));
                (said.collect(), takes.collect())
            });
            radio(at, way_label(way.by), said.join(" · "), takes.join(" · "))
        };
        ways.iter().enumerate().map(one).collect::<Vec<_>>()
    });
    let name = sponsor
        .map(|sponsor| session.read(|log| short_name(log, &sponsor, ui.lang.get_untracked())));
    view! {
        <form class="ruling no-print" data-gate="approve" on:submit=rule>
            <fieldset>
                <legend>{ui.t(texts::resource::HOW_TO_SETTLE)}</legend>
                {proposed}
                {radio(hand, texts::resource::SET_BY_HAND, String::new(), String::new())}
            </fieldset>
            {when(move || chosen.get() == Some(hand), move || view! { <HandRows by_hand/> })}
            <label class="line">
                <span>{ui.t(texts::resource::REASON_BOTH)}</span>
                <input type="text" data-free-text="" autocomplete="off" data-field=request::DECISION_REASON.name
                    prop:value=move || reason.get() on:input=on(move |event: Event| reason.set(typed_text(&event)))/>
            </label>
            {name.map(|name| view! { <RuledFor name basis/> })}
            {live(move || wrong.get().map(|label| view! { <p class="error" role="alert">{ui.t(label)}</p> }))}
            <p class="answers">
                <button class="primary" data-testid="rule-this">{ui.t(texts::resource::RULE_THIS)}</button>
            </p>
        </form>
    }
}

/// For whom it is ruled, where the project lead is a party, and by what word of theirs.
#[component]
fn RuledFor(name: String, basis: RwSignal<String>) -> impl IntoView {
    let ui = ui();
    view! {
        <p class="hint">{ui.t(texts::resource::IS_PARTY)}</p>
        <label class="line">
            <span>{ui.filled(texts::resource::RULED_FOR, "name", move || name.clone())}</span>
            <input type="text" data-free-text="" autocomplete="off" data-testid="rule-basis"
                prop:value=move || basis.get() on:input=on(move |event: Event| basis.set(typed_text(&event)))/>
        </label>
    }
}

/// Rules by the first way out, in one act; its own words are the reason. Nothing where the ruling is the sponsor's.
pub(in crate::ui::screen::pages) fn rule_as_proposed(ui: Ui, session: Session, clash: &Clash) {
    let Some(way) = proposed_way(session, clash) else {
        return;
    };
    let lang = ui.lang.get_untracked();
    let reason = session.read(|log| way_said(log, &way, lang));
    carry_out(ui, session, &way.grants, &reason, None);
}

/// The way out that one press takes; nothing where there is none, or where the ruling is not this person's own.
pub(in crate::ui::screen::pages) fn proposed_way(
    session: Session,
    clash: &Clash,
) -> Option<WayOut> {
    if for_whom(session, clash).is_some() {
        return None;
    }
    let way = session.read(|log| ways_out(log, clash).into_iter().next())?;
    let reason = way_label(way.by).zh;
    let lacks = session.ruling_lacks(&way.grants, reason, None);
    lacks.is_none().then_some(way)
}

/// The sponsor, where the ruling is theirs.
fn for_whom(session: Session, clash: &Clash) -> Option<RecordId> {
    let (me, sponsor) = (session.me()?, session.sponsor()?);
    let first = clash.requests.first()?.clone();
    session
        .read(|log| is_party(&Form::new(log, first), clash, &me))
        .then_some(sponsor)
}

const fn said_of(lack: NotRuled) -> Label {
    match lack {
        NotRuled::StillClashes => texts::resource::STILL_CLASHES,
        NotRuled::NoReason => texts::resource::WRITE_WHY,
        NotRuled::IsParty => texts::resource::IS_PARTY,
    }
}

fn carry_out(ui: Ui, session: Session, grants: &[Grant], reason: &str, behalf: Option<&Behalf>) {
    let slots = session.rule_requests(grants, reason, behalf);
    let Some(first) = grants.first().filter(|_| !slots.is_empty()) else {
        return;
    };
    let lang = ui.lang.get_untracked();
    let said = grants
        .iter()
        .map(|grant| session.read(|log| grant_said(log, grant, lang)));
    let said = said.collect::<Vec<_>>().join(" · ");
    // It concerns everybody whose request it rules on, and not the first alone.
    let me = session.me();
    let of_each = grants
        .iter()
        .map(|grant| session.read(|log| next_people(log, &grant.request, me.as_ref())));
    let concerned: BTreeSet<RecordId> = of_each.flatten().collect();
    offer_to(ui, session, &first.request, concerned.into_iter().collect());
    let said = ui.fill(texts::resource::RULED, &[("what", &said)]);
    ui.notices.done(session, said, "undo-step");
}

/// R-4 从 … 至 … 数量 …
#[component]
fn HandRows(by_hand: RwSignal<Vec<ByHand>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rows = Signal::stored(numbered(by_hand.get_untracked()));
    let key = |(at, _): &(usize, ByHand)| at.to_string();
    let row = move |(at, row): (usize, ByHand)| {
        let code = session.read(|log| crate::analysis::display_code(log, &row.grant.request));
        let part = move |label: Label, read: fn(&mut ByHand) -> &mut String| {
            let shown = move || {
                by_hand.with(|all| all.get(at).cloned().map(|mut row| read(&mut row).clone()))
            };
            let write = move |event: Event| {
                let text = typed_text(&event);
                by_hand.update(|all| {
                    if let Some(row) = all.get_mut(at) {
                        *read(row) = text;
                    }
                });
            };
            view! {
                <label>
                    {ui.t(label)} " "
                    <input type="text" size="11" autocomplete="off" prop:value=shown on:input=on(write)/>
                </label>
            }
        };
        view! {
            <p class="hand-row" data-record=row.grant.request.to_string()>
                <b>{code}</b> " "
                {part(texts::resource::FROM, |row| &mut row.from)} " "
                {part(texts::resource::TO, |row| &mut row.to)} " "
                {part(texts::resource::AMOUNT, |row| &mut row.amount)}
            </p>
        }
        .into_any()
    };
    Window::of_controls(Within::Page, 3).list(rows, key, row)
}
