//! 发布: what is missing, the week in a sentence, who releases it and for whom, and who does not know it yet.

use super::AtMeeting;
use super::cause::CauseChips;
use super::does::Does;
use super::outcome::OtherHealth;
use crate::analysis::Shortfall;
use crate::analysis::inbox::week_figures::week_figures;
use crate::analysis::inbox::weekly_agenda::PointReason;
use crate::analysis::people::who::holds;
use crate::analysis::standing::health::standing;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Form, Key};
use crate::model::{FieldKey, RecordId};
use crate::state::{Behalf, Page, Session};
use crate::templates::{action, charter, member, review, settings};
use crate::ui::letter::point_name;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::finding::{LackLink, lack_key};
use crate::ui::texts;
use leptos::prelude::*;

fn lack_id(lack: &Lack) -> String {
    lack_key(&lack.0)
}

/// 发布前看一眼
#[component]
pub(super) fn Release(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let window = Window::of_rows(Within::List);
    let late = Signal::derive(move || {
        at.agenda.with(|agenda| {
            let late = agenda.points.iter().filter(|point| {
                matches!(&point.reason, PointReason::Late(late) if late.cause.is_none() || late.differs)
            });
            late.map(|point| point.item.clone()).collect::<Vec<RecordId>>()
        })
    });
    let line = move |item: RecordId| view! { <LateLine at item/> }.into_any();
    let sum_up = move |text: String| {
        if let Some(held) = at.held() {
            session.sum_up(&held, &text);
        }
    };
    let summary = move || {
        let review = at.held.get().and_then(|held| held.review);
        review.map_or_else(String::new, |review| {
            let held = session.value(&review, &FieldKey::of(review::SUMMARY.name));
            held.as_text().unwrap_or_default().to_owned()
        })
    };
    let is_regular = move || {
        at.held
            .with(|held| held.as_ref().is_some_and(|held| held.review.is_some()))
    };
    view! {
        <section class="panel no-print" data-testid="before-release">
            <h2>{ui.t(texts::meeting::LOOK_BEFORE)}</h2>
            <ul class="agenda-points">{window.list(late, RecordId::to_string, line)}</ul>
            {when(is_regular, move || view! {
                <label class="line">
                    <span>{ui.t(texts::meeting::ONE_SENTENCE)}</span>
                    <input type="text" data-testid="week-summary" data-when-left="" prop:value=summary
                        on:change=move |event| sum_up(typed_text(&event))/>
                </label>
                <p><Figures at/></p>
                <OtherHealth at/>
            })}
            <Does at/>
        </section>
    }
}

#[component]
fn LateLine(at: AtMeeting, item: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let point = Memo::new(move |_| {
        at.agenda.with(|agenda| {
            agenda
                .points
                .iter()
                .find(|point| point.item == item)
                .cloned()
        })
    });
    let name = move || {
        let point = point.get()?;
        Some(session.watch(|log| point_name(log, &point, ui.lang.get())))
    };
    view! { <li><bdi>{live(name)}</bdi> <CauseChips at point/></li> }
}

/// 这周的数字: as they would be kept now.
#[component]
fn Figures(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    live(move || {
        let held = at.held.get()?;
        let now = session.now();
        let (figures, health) =
            session.watch(|log| (week_figures(log, held.day, now), standing(log, now).health));
        let figure = |key: Key<i64>| {
            let found = figures.iter().find(|(known, _)| known.name == key.name);
            found.map(|(_, figure)| figure.to_string())
        };
        let parts = figures_said(ui, figure);
        let health = health_said(ui, health.choice());
        Some(view! {
            <span class="hint">{ui.t(texts::meeting::FIGURES)}</span> " "
            {parts.into_iter().chain([health]).collect::<Vec<_>>().join(" · ")}
            " " <span class="hint">{ui.t(texts::meeting::FIXED)}</span>
        })
    })
}

/// 健康度 关注
pub(super) fn health_said(ui: Ui, health: Choice) -> String {
    [ui.text(texts::home::HEALTH), ui.text(health.label)].join(" ")
}

/// The figures of a week in words.
pub(super) fn figures_said(ui: Ui, figure: impl Fn(Key<i64>) -> Option<String>) -> Vec<String> {
    let two = |label, n, m| {
        let (n, m) = (figure(n)?, figure(m)?);
        Some(ui.fill(label, &[("n", &*n), ("m", &*m)]))
    };
    let parts = [
        two(texts::meeting::DONE_OF, review::DONE, review::TOTAL),
        two(texts::meeting::PERCENT_OF, review::PERCENT, review::PLANNED),
        two(
            texts::meeting::ISSUES_OF,
            review::ISSUES_OPENED,
            review::ISSUES_CLOSED,
        ),
    ];
    parts.into_iter().flatten().collect()
}

/// The button, what holds it back, and for whom it is pressed.
#[component]
pub(super) fn Gate(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lacks = Memo::new(move |_| {
        let held = at.held.get();
        session.watch(|_| ());
        let lacking = held.map_or_else(Vec::new, |held| session.lacking_for_release(&held));
        lacking
            .into_iter()
            .enumerate()
            .map(Lack)
            .collect::<Vec<_>>()
    });
    let is_ready = Memo::new(move |_| lacks.with(Vec::is_empty));
    let basis = kept_line(ui, session, "release-basis");
    let whom = Memo::new(move |_| session.watch(|log| for_whom(log, session)));
    let release = move || {
        let Some(held) = at.held() else { return };
        let behalf = whom.get_untracked().map(|member| Behalf {
            member,
            basis: basis.get_untracked(),
        });
        if !session.release_meeting(&held, behalf.as_ref()).is_empty() {
            basis.set(String::new());
            offer_to(ui, session, &held.minutes, everybody_else(session));
            ui.go(session.project(), Page::Record(held.minutes));
        }
    };
    let label = move || match whom.get() {
        None => ui.text(texts::meeting::RELEASE).to_owned(),
        Some(lead) => {
            let name = session.read(|log| short_name(log, &lead, ui.lang.get()));
            ui.fill(texts::meeting::RELEASE_FOR, &[("name", &name)])
        }
    };
    let is_held = move || {
        !is_ready.get() || whom.get().is_some() && basis.with(|basis| basis.trim().is_empty())
    };
    let id = move || {
        if whom.get().is_some() {
            "release-for"
        } else {
            "release-week"
        }
    };
    let item = |Lack((_, lack)): Lack| view! { <li><LackLink lack/></li> }.into_any();
    view! {
        <section class="panel" data-testid="release-gate">
            <h2>{ui.t(texts::meeting::RELEASE)}</h2>
            {when(move || !is_ready.get(), move || view! {
                <p class="hint late">{live(move || not_yet(at, ui, session))}</p>
            })}
            <ul class="findings">{Window::of_lines(Within::List).list(lacks, lack_id, item)}</ul>
            {when(move || is_ready.get(), move || view! {
                <p class="hint">{ui.t(texts::meeting::NOTHING_MISSING)}</p>
            })}
            {when(move || whom.get().is_some(), move || view! {
                <p class="hint">{live(move || by_lead(ui, session, whom))}</p>
                <label class="line">
                    <span>{ui.t(texts::forms::BASIS)}</span>
                    <input type="text" data-testid="release-basis" prop:value=basis
                        placeholder=move || basis_how(at, ui) on:input=move |event| basis.set(typed_text(&event))/>
                </label>
            })}
            <button type="button" class="primary" disabled=is_held on:click=press(release)
                data-gate="release" data-testid=id>
                {live(label)}
            </button>
        </section>
    }
}

/// Something that is missing, with its number.
#[derive(Clone)]
struct Lack((usize, Shortfall));

impl PartialEq for Lack {
    fn eq(&self, other: &Self) -> bool {
        lack_key(&self.0) == lack_key(&other.0)
    }
}

fn by_lead(ui: Ui, session: Session, whom: Memo<Option<RecordId>>) -> Option<String> {
    let lead = whom.get()?;
    let name = session.watch(|log| short_name(log, &lead, ui.lang.get()));
    Some(ui.fill(texts::meeting::BY_LEAD, &[("lead", &name)]))
}

fn basis_how(at: AtMeeting, ui: Ui) -> String {
    let day = at
        .held
        .get()
        .map(|held| held.day.format("%m-%d").to_string());
    ui.fill(
        texts::meeting::BASIS_HOW,
        &[("day", &day.unwrap_or_default())],
    )
}

/// 还不能发布：1 项晚完成没有原因，2 件行动项缺人或日期。 Of what there is none nothing is said.
fn not_yet(at: AtMeeting, ui: Ui, session: Session) -> Option<String> {
    let held = at.held.get()?;
    let late = at.agenda.with(|agenda| {
        let late = agenda.points.iter().filter(
            |point| matches!(&point.reason, PointReason::Late(late) if !late.is_explained()),
        );
        late.count()
    });
    let half = session.watch(|log| {
        let actions = Form::new(log, held.minutes).rows(action::KIND);
        let is_half = |one: &&Form<'_>| {
            action::is_open(one) && !(one.has(action::OWNER.name) && one.has(action::DUE.name))
        };
        actions.iter().filter(is_half).count()
    });
    let counted = |label, n: usize| (n > 0).then(|| ui.fill(label, &[("n", &n.to_string())]));
    let parts = [
        counted(texts::meeting::LATE_UNEXPLAINED, late),
        counted(texts::meeting::ACTIONS_HALF, half),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts = parts.join(ui.text(texts::LIST_SEPARATOR));
    let said = || ui.fill(texts::meeting::NOT_YET_RELEASED, &[("parts", &parts)]);
    (!parts.is_empty()).then(said)
}

/// The lead for whom it is released; nobody where the lead does it, or there is none.
fn for_whom(log: &crate::model::Log, session: Session) -> Option<RecordId> {
    let form = Form::new(log, settings::record());
    let me = session.me()?;
    if holds(&form, &me, member::LEAD, None) {
        return None;
    }
    member::first_with_role(&form, member::LEAD, session.now().date_naive())
}

/// Everybody on the roster but whoever acts here.
pub(super) fn everybody_else(session: Session) -> Vec<RecordId> {
    let (me, today) = (session.me(), session.now().date_naive());
    session.read(|log| {
        let people = Form::new(log, charter::record()).all(member::KIND);
        let others = people.into_iter().filter(|one| {
            one.has(member::PERSON.name)
                && member::is_active(one, today)
                && Some(one.record()) != me.as_ref()
        });
        others.map(|one| one.record().clone()).collect()
    })
}
