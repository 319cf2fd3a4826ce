//! 下一步: one sentence and one button, and what comes after.

use crate::analysis::inbox::advice::{Advice, Counted, advice};
use crate::analysis::inbox::decisions::to_decide;
use crate::analysis::inbox::todos::request;
use crate::analysis::leads;
use crate::analysis::people::who::holds;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::{Form, Label};
use crate::state::{Page, Route, SentWord, Session};
use crate::templates::{
    charter, decision, member, minutes, progress, resource_request, task, work_item,
};
use crate::ui::letter::case_next;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::counts::Counts;
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::mail::attribution::meeting_when;
use crate::ui::screen::pages::sample;
use crate::ui::texts;
use leptos::prelude::*;

/// So many steps are named after the first.
const AFTER: usize = 3;

/// A step as it is shown: what to do, where, with how much, and when.
#[derive(Clone, PartialEq)]
struct ShownStep {
    label: Label,
    page: Page,
    count: usize,
    when: String,
}

/// What to do next.
#[component]
pub(super) fn NextStep() -> impl IntoView {
    let ui = ui();
    let session = session();
    let counts = figures().counts();
    let steps = Memo::new(move |_| {
        session.watch(|_| ());
        let counts = counts.get();
        let counted = counted(ui, session, &counts);
        let todos = untrack(|| session.todos());
        let now = session.now();
        let all = session.read(|log| advice(log, now, &counted, &todos));
        all.into_iter()
            .map(|advice| step(ui, session, &counts, advice))
            .collect::<Vec<_>>()
    });
    let said = move |step: &ShownStep| {
        let places = [("n", &*step.count.to_string()), ("when", &*step.when)];
        ui.fill(step.label, &places)
    };
    live(move || {
        let steps = steps.get();
        let first = steps.first()?;
        let href = Route::Project(session.project(), first.page.clone()).to_string();
        let after: Vec<String> = steps.iter().skip(1).take(AFTER).map(said).collect();
        let after = (!after.is_empty()).then(|| {
            let after = after.join(" › ");
            view! {
                <p class="hint" data-testid="after-next" title=after.clone()>
                    {ui.fill(texts::standing::AFTERWARDS, &[("steps", &after)])}
                </p>
            }
        });
        Some(view! {
            <section class="card next">
                <h2 class="hidden">{ui.t(texts::standing::NEXT_STEP)}</h2>
                <a class="button primary" href=href>{said(first)}</a>
                {after}
            </section>
        })
    })
}

/// What the page counts: files that wait in the mail, and the figures as of the last rest.
fn counted(ui: Ui, session: Session, counts: &Counts) -> Counted {
    let (files, coming) = ui.incoming.arrivals.with(|arrivals| {
        let mut ours = arrivals
            .iter()
            .filter(|one| one.project == session.project());
        ours.next().map_or((0, 0), |one| {
            (one.preview.files.len(), one.preview.conflicts())
        })
    });
    let is_sample = sample::is_sample(session);
    let me = session.me();
    let (leads, coordinates) = session.read(|log| {
        let holds_role = |role| {
            let form = Form::new(log, charter::record());
            me.as_ref().is_some_and(|me| holds(&form, me, role, None))
        };
        (leads(log, me.as_ref()), holds_role(member::COORDINATOR))
    });
    Counted {
        files,
        coming,
        deciding: session.me().map_or(0, |me| {
            session.read(|log| to_decide(log, &me, session.now()))
        }),
        todo: counts.todo,
        findings: counts.findings.saturating_sub(counts.differing),
        runs_meetings: leads || coordinates,
        leads,
        asked_ms: session.asked_for_ms(request::PROGRESS),
        may_publish: leads && !session.roles_held().is_held(),
        may_show_answers: session.may_show_answers(),
        unsent: if is_sample { 0 } else { counts.unsent },
    }
}

fn step(ui: Ui, session: Session, counts: &Counts, advice: Advice) -> ShownStep {
    let of = |kind: &str| Page::Kind(kind.to_owned());
    let mut when = String::new();
    let (label, page, count) = match advice {
        Advice::Look(n) => (texts::standing::NEXT_LOOK, Page::Exchange, n),
        Advice::Settle(n) => (texts::decide::NEXT_CONFLICTS, Page::Conflicts, n),
        Advice::Agenda(n, meeting) => {
            let today = session.now().date_naive();
            let said = meeting.map(|meeting| meeting_when(&meeting, ui.lang.get(), today));
            when = said.unwrap_or_default();
            let label = match when.is_empty() {
                true => texts::standing::NEXT_AGENDA,
                false => texts::standing::NEXT_AGENDA_AT,
            };
            (label, Page::Conflicts, n)
        }
        Advice::Meeting => (texts::meeting::OPEN_TODAY, of(minutes::KIND), 0),
        Advice::Release(0) => (texts::meeting::NEXT_RELEASE, of(minutes::KIND), 0),
        Advice::Release(n) => (texts::meeting::NEXT_COMPLETE, of(minutes::KIND), n),
        Advice::AskProgress => (texts::progress::NEXT_ASK, of(progress::KIND), 0),
        Advice::Decide(n, true) => (texts::replies::NEXT_DECIDE, of(decision::KIND), n),
        Advice::Decide(n, false) => (texts::replies::NEXT_DECIDE, Page::Todo, n),
        Advice::Rule(n, true) => (texts::bands::BAND_RULE, Page::Clashes, n),
        Advice::Rule(n, false) => (texts::bands::BAND_RULE, Page::Todo, n),
        Advice::RemindProviders(n) => (texts::bands::NEXT_REMIND, of(resource_request::KIND), n),
        Advice::CaseStep(record) => {
            when = session
                .read(|log| case_next(log, &record, session.now(), seen_from_here(ui.lang.get())));
            (texts::bands::NEXT_NAMED, Page::Record(record), 0)
        }
        Advice::AnswerOpinions(draft, n) => (texts::bands::BAND_ANSWER, Page::Record(draft), n),
        Advice::ShowAnswers(draft) => (texts::bands::NEXT_SHOW, Page::Record(draft), 0),
        Advice::NextMeeting(meeting) => {
            let (lang, today) = (ui.lang.get(), session.now().date_naive());
            let name = session.read(|log| short_name(log, &meeting.meeting, lang));
            when = [meeting_when(&meeting, lang, today), name].join(" ");
            (texts::bands::NEXT_NAMED, of(minutes::KIND), 0)
        }
        Advice::NextTask(record) => {
            when = session.read(|log| short_name(log, &record, ui.lang.get()));
            (texts::bands::NEXT_NAMED, Page::Record(record), 0)
        }
        Advice::Silent(record) => {
            when = session.read(|log| record_name(log, &record, ui.lang.get()));
            (texts::replies::NEXT_SILENT, Page::Record(record), 0)
        }
        Advice::Todo(n) => (texts::standing::NEXT_TODO, Page::Todo, n),
        Advice::Goal => (texts::standing::NEXT_CHARTER, of(charter::KIND), 0),
        Advice::People => (texts::standing::NEXT_PEOPLE, of(member::KIND), 0),
        Advice::Plan => (texts::standing::NEXT_PLAN, of(task::KIND), 0),
        Advice::Measure(record) => {
            when = session.read(|log| record_name(log, &record, ui.lang.get()));
            (texts::wrap_up::NEXT_MEASURE, Page::Todo, 0)
        }
        Advice::Observe => (texts::wrap_up::NEXT_OBSERVE, Page::Closing, 0),
        Advice::WrapUp => (texts::wrap_up::NEXT_WRAP_UP, Page::Closing, 0),
        Advice::Closing(n) => (texts::wrap_up::NEXT_CLOSING, Page::Closing, n),
        Advice::Send(_) if counts.sent == SentWord::Fresh => {
            (texts::standing::NEXT_SEND_NEW, Page::Exchange, 0)
        }
        Advice::Send(n) => (texts::standing::NEXT_SEND_N, Page::Exchange, n),
        Advice::Publish => (texts::roles::PUBLISH_NEXT, of(work_item::KIND), 0),
        Advice::Checks(n) => (texts::standing::NEXT_CHECKS, Page::Checks, n),
        Advice::Receive => (texts::standing::NEXT_RECEIVE, Page::Exchange, 0),
    };
    ShownStep {
        label,
        page,
        count,
        when,
    }
}
