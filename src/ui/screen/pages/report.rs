//! What stands with the report: the figures that are counted, a draft of the summary, and lines it could take over.

mod lists;

use crate::analysis::goal::meter::{Attainment, Outcome};
use crate::analysis::goal::replies::replied_of;
use crate::analysis::inbox::decisions::confirming;
use crate::analysis::standing::feedback::{feedback_figures, in_hundredths};
use crate::analysis::standing::report::{changed_since_summary, metrics_reached, report_figures};
use crate::analysis::standing::schedule::delays;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Form, Label};
use crate::model::{FieldKey, Log, Moment, RecordId};
use crate::state::Page;
use crate::templates::report::{self, EXECUTIVE_SUMMARY, REPORT, SNAPSHOT};
use crate::templates::report_item::{self, HIGHLIGHT, SHORTCOMING};
use crate::templates::{feedback, metric};
use crate::ui::report as composed;
use crate::ui::report::Candidate;
use crate::ui::screen::base::closed::is_closed;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{list, live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// The counted tables, on the page and on paper.
#[component]
pub(in crate::ui) fn ReportFigures() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| figure_lines(log, ui, now))
    });
    let row = |(label, value): (String, String)| {
        view! { <tr><th scope="row">{label}</th><td>{value}</td></tr> }.into_any()
    };
    let is_final = Memo::new(move |_| {
        session.watch(|log| report::is_final(&Form::new(log, report::record())))
    });
    let said = move || match is_final.get() {
        true => ui.text(texts::closing::FIGURES_KEPT),
        false => ui.text(texts::closing::FIGURES_LIVE),
    };
    view! {
        <section class="panel report-figures" data-testid="report-figures">
            <h2>{ui.t(texts::closing::CALCULATED)} " " <span class="hint">{live(said)}</span></h2>
            <table class="list-table" aria-label=ui.t(texts::closing::CALCULATED)>
                <tbody>{list(move || lines.get(), |(label, value)| format!("{label} {value}"), row)}</tbody>
            </table>
        </section>
        <lists::ReportLists/>
    }
}

/// The metrics, then the schedule and the process, then the feedback.
fn figure_lines(log: &Log, ui: Ui, now: Moment) -> Vec<(String, String)> {
    let lang = ui.lang.get();
    let (reached, _) = metrics_reached(log);
    let metric_line = |one: &Attainment| {
        let form = Form::new(log, one.metric.clone());
        let actual = form.get(metric::ACTUAL_VALUE).unwrap_or_default();
        let target = form.get(metric::TARGET_VALUE).unwrap_or_default();
        let share = one.permille.map(composed::permille);
        let why = form.get(metric::EXPLANATION);
        let parts = [
            Some(format!("{actual} / {target}")),
            share,
            Some(ui.text(outcome_word(one.outcome)).to_owned()),
            why,
        ];
        let said: Vec<String> = parts.into_iter().flatten().collect();
        (short_name(log, &one.metric, lang), said.join(" · "))
    };
    let mut lines: Vec<(String, String)> = reached.iter().map(metric_line).collect();
    let figures = report_figures(log, now);
    let counted = SNAPSHOT.iter().zip(figures.in_order());
    lines.extend(counted.filter_map(|(key, n)| {
        if key.name == report::SNAPSHOT_SOLVING_MINUTES.name {
            let label = ui.text(texts::closing::MEAN_SOLVING).to_owned();
            return (n > 0).then(|| (label, composed::in_hours(n)));
        }
        let label = REPORT.field(key.name)?.label;
        let shares = figures.shares().into_iter();
        let mut shares = shares.filter(|(of, _)| *of == key.name);
        let share = shares.next().and_then(|(_, share)| share);
        let share = share.map(|share| format!(" · {}", composed::permille(share)));
        Some((
            ui.text(label).to_owned(),
            format!("{n}{}", share.unwrap_or_default()),
        ))
    }));
    let delays = delays(log, now.date_naive()).finished();
    let causes = [
        (texts::closing::DELAY_ENTERED, delays.entered()),
        (texts::closing::DELAY_ROOTED, delays.rooted()),
    ];
    lines.extend(causes.into_iter().filter_map(|(label, days)| {
        let said = composed::causes_said(&days, lang);
        (!said.is_empty()).then(|| (ui.text(label).to_owned(), said))
    }));
    let told = feedback_figures(log);
    lines.extend(told.overall.map(|mean| {
        let label = ui.text(feedback::FEEDBACK.list_label()).to_owned();
        let places = [
            ("n", &*told.answers.to_string()),
            ("mean", &*in_hundredths(mean)),
        ];
        (label, ui.fill(texts::closing::RESULTS_HEAD, &places))
    }));
    lines
}

const fn outcome_word(outcome: Outcome) -> Label {
    match outcome {
        Outcome::Met => texts::standing::REACHED_MET,
        Outcome::Partly => texts::standing::REACHED_PARTLY,
        Outcome::Missed => texts::standing::REACHED_MISSED,
    }
}

/// 按数据写一稿: into the empty field at once; where something stands, beside it first.
#[component]
pub(super) fn Compose() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let key = FieldKey::of(EXECUTIVE_SUMMARY.name);
    let stands = Memo::new(move |_| {
        let value = session.value(&report::record(), &key);
        value.as_text().unwrap_or_default().to_owned()
    });
    let is_final = Memo::new(move |_| {
        session.watch(|log| report::is_final(&Form::new(log, report::record())))
    });
    let draft = move || {
        let now = session.now();
        session.watch(|log| composed::summary(log, now, ui.lang.get()))
    };
    let proposed = RwSignal::new(None::<String>);
    let compose = move || {
        let text = untrack(draft);
        if stands.with_untracked(String::is_empty) {
            session.write_summary(&text);
        } else {
            proposed.set(Some(text));
        }
    };
    let label = move || match stands.with(String::is_empty) {
        true => ui.text(texts::closing::COMPOSE),
        false => ui.text(texts::closing::COMPOSE_ANEW),
    };
    let take = move || {
        if let Some(text) = proposed.get_untracked() {
            session.write_summary(&text);
        }
        proposed.set(None);
    };
    let writing = when(
        move || !is_final.get(),
        move || {
            view! {
                <section class="panel">
                    <DataChanged/>
                    <button type="button" data-testid="compose" on:click=press(compose)>{live(label)}</button>
                    {live(move || proposed.get().map(|text| view! {
                        <blockquote data-testid="proposed-summary">{text}</blockquote>
                        <p class="answers">
                            <button type="button" data-testid="take-summary" on:click=press(take)>
                                {ui.t(texts::closing::TAKE_DRAFT)}
                            </button>
                            <button type="button" on:click=press(move || proposed.set(None))>
                                {ui.t(texts::forms::CANCEL)}
                            </button>
                        </p>
                    }))}
                    <Candidates section=HIGHLIGHT/>
                    <Candidates section=SHORTCOMING/>
                </section>
            }
        },
    );
    view! { <Confirm/> {writing} }
}

/// 数据变了: which figures are not those that the summary was written from.
#[component]
fn DataChanged() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let changed = Memo::new(move |_| session.watch(changed_since_summary));
    let line = move |(metric, before, now): (RecordId, String, String)| {
        let name = session.read(|log| short_name(log, &metric, ui.lang.get()));
        let before = if before.is_empty() {
            "—".to_owned()
        } else {
            before
        };
        view! { <li>{format!("{name} {before} → {now}")}</li> }
    };
    when(
        move || changed.with(|changed| !changed.is_empty()),
        move || {
            view! {
                <div data-testid="data-changed">
                    <h2>{ui.t(texts::closing::DATA_CHANGED)}</h2>
                    <p class="hint">{ui.t(texts::closing::SINCE_SUMMARY)}</p>
                    <ul class="findings">{live(move || changed.get().into_iter().map(line).collect::<Vec<_>>())}</ul>
                </div>
            }
        },
    )
}

/// 送各部门确认: a decision that everybody replies to.
#[component]
fn Confirm() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let known = Memo::new(move |_| session.watch(|log| confirming(log, &report::record())));
    let is_closed = is_closed();
    let replied = move || {
        session.watch(|log| {
            let form = Form::new(log, known.get()?);
            let (n, m) = replied_of(&form)?;
            let places = [("n", &*n.to_string()), ("m", &*m.to_string())];
            Some(ui.fill(texts::closing::CONFIRMED_N, &places))
        })
    };
    let send = move || {
        let lang = ui.lang.get_untracked();
        let project = untrack(|| session.project_name());
        let of = |label| texts::fill(label, lang, &[("project", &project)]);
        let (title, text) = (
            of(texts::closing::CONFIRM_TITLE),
            of(texts::closing::CONFIRM_TEXT),
        );
        let made = session.begin_confirming(&report::record(), &title, &text);
        ui.go(session.project(), Page::Record(made));
    };
    view! {
        <p class="answers no-print">
            {when(move || !is_closed.get(), move || view! {
                <button type="button" data-testid="send-for-confirmation" on:click=press(send)>
                    {ui.t(texts::closing::SEND_TO_CONFIRM)}
                </button>
            })}
            {live(move || replied().map(|said| view! { <span class="hint">{said}</span> }))}
        </p>
    }
}

/// What could be taken over and is not yet; nothing is ticked.
#[component]
fn Candidates(section: Choice) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let open = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| {
            let mut all = match section.key == HIGHLIGHT.key {
                true => composed::highlights(log),
                false => composed::shortcomings(log, now, ui.lang.get()),
            };
            let form = Form::new(log, report::record());
            let lines = report_item::lines_of(&form, section);
            let taken: Vec<String> = lines
                .iter()
                .filter_map(|row| row.get(report_item::TEXT))
                .collect();
            all.retain(|one| !taken.contains(&one.text));
            all
        })
    });
    let line = move |one: Candidate| {
        let text = one.text.clone();
        let take = move || session.report_line(section, &one.text, one.evidence.as_ref());
        view! {
            <li>
                <button type="button" class="link" data-testid="candidate" data-section=section.key
                    on:click=press(take)>
                    "+ " {text}
                </button>
            </li>
        }
        .into_any()
    };
    when(
        move || !open.with(Vec::is_empty),
        move || {
            view! {
                <h2>{ui.t(texts::closing::CANDIDATES)} " · " {ui.t(section.label)}</h2>
                <ul class="findings">{list(move || open.get(), |one: &Candidate| one.text.clone(), line)}</ul>
            }
        },
    )
}
