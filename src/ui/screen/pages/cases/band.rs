//! The first band of the overview where a problem is solved: which step runs, whose it is and how long it may take.

use super::{ForChat, StepLine, lines};
use crate::analysis::display_code;
use crate::analysis::inbox::agenda::coming_meetings;
use crate::analysis::rules::issues::times_passed_on;
use crate::analysis::standing::case_ahead::who_does;
use crate::analysis::time::case_clock::most_pressing;
use crate::analysis::words::names::short_name;
use crate::model::line::one_line;
use crate::model::template::{Form, Lang};
use crate::model::{Log, Moment, RecordId};
use crate::templates::case;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The band; nothing while no problem is being solved.
#[component]
pub(in crate::ui) fn CaseBand() -> impl IntoView {
    let session = session();
    let issue = Memo::new(move |_| session.watch(most_pressing));
    live(move || issue.get().map(|issue| view! { <Band issue/> }))
}

#[component]
fn Band(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue.clone());
    let all = Memo::new(move |_| lines(session, &id.get_value(), ui.lang.get()));
    let next = move || {
        let all = all.get();
        let now = all
            .iter()
            .find(|one| one.is_now && one.key != case::STEP_REPLY)?;
        let step = ui.text(case::step(now.key)?.label);
        let said = ui.fill(
            texts::cases::CASE_NEXT,
            &[("step", step), ("who", &now.who)],
        );
        Some(format!("{said} · {}", now.said))
    };
    let code = move || session.watch(|log| display_code(log, &id.get_value()));
    let line = move |one: StepLine| {
        let label = case::step(one.key).map(|step| ui.text(step.label));
        let mark = match (one.is_done, one.is_now) {
            (true, _) => "✓ ",
            (_, true) => "▸ ",
            _ => "",
        };
        view! { <li data-now=one.is_now.to_string()>{mark}{label} " " <span class="hint">{one.said}</span></li> }
    };
    let steps = move || all.get().into_iter().map(line).collect::<Vec<_>>();
    let work = move || {
        let now = session.now();
        session.watch(|log| work_said(log, &id.get_value(), now, ui.lang.get()))
    };
    view! {
        <section class="card full case-band" data-testid="case-band">
            <p class="case-line">
                <strong>{live(next)}</strong>
                <a class="button" href=Ui::href(session.project(), &issue)>
                    {live(move || ui.fill(texts::cases::OPEN_ISSUE, &[("code", &code())]))}
                </a>
            </p>
            <ol class="case-clocks">{live(steps)}</ol>
            <p class="hint" data-testid="case-work">{live(work)}</p>
            <ForChat issue=id.get_value()/>
        </section>
    }
}

/// So many people are named with what they do.
const NAMED: usize = 4;

/// 今天 09:15 站会 · 谁在做什么：郑主管 气柱袋、李主管 排查批次 · 转办 0 次
fn work_said(log: &Log, issue: &RecordId, now: Moment, lang: Lang) -> String {
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let mut meetings = coming_meetings(log, now).into_iter();
    let today = meetings.find(|one| one.day == Some(now.date_naive()));
    let meeting = today.map(|one| {
        let name = short_name(log, &one.meeting, lang);
        fill(
            texts::bands::MEETING_TODAY,
            &[("when", &one.time), ("name", &name)],
        )
    });
    let doing = who_does(log, issue, NAMED);
    let named = doing.iter().map(|(who, what)| {
        let what = one_line(&short_name(log, what, lang), WHAT);
        format!("{} {what}", short_name(log, who, lang))
    });
    let named = named.collect::<Vec<_>>();
    let named = (!named.is_empty()).then(|| {
        let names = named.join(texts::LIST_SEPARATOR.text(lang));
        fill(texts::bands::WHO_DOES, &[("names", &names)])
    });
    let times = times_passed_on(&Form::new(log, issue.clone())).to_string();
    let passed = fill(texts::bands::PASSED_ON, &[("n", &times)]);
    let parts = [meeting, named, Some(passed)].into_iter().flatten();
    parts.collect::<Vec<_>>().join(" · ")
}

/// Characters of what somebody does.
const WHAT: usize = 40;
