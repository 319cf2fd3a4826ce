//! The sample project: an ordinary project of this browser, marked, never sent, gone with one click.

use super::new_project;
use crate::analysis::begin::sample::{closed_sample, sample};
use crate::model::ProjectId;
use crate::state::{Page, Route, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::mail::sending::page_address;
use crate::ui::texts;
use leptos::prelude::*;

/// The fact of this browser that marks it.
const FACT: &str = "sample";

/// Whether a project is the sample; watches the facts.
pub(in crate::ui) fn is_sample(session: Session) -> bool {
    session.fact(FACT).is_some_and(|text| !text.is_empty())
}

/// Whether a project of the list is the sample.
pub(in crate::ui) fn is_sample_here(ui: Ui, project: ProjectId) -> bool {
    ui.store()
        .note(project, FACT)
        .is_some_and(|text| !text.is_empty())
}

/// Which of the two samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum SampleSort {
    /// A project in its seventh week.
    Running,
    /// The same, closed.
    Closed,
}

impl SampleSort {
    /// What the fact that marks it says.
    const fn fact(self) -> &'static str {
        match self {
            Self::Running => "1",
            Self::Closed => "closed",
        }
    }
}

/// Goes to the sample that is here already, or makes it.
pub(in crate::ui) fn open(ui: Ui, sort: SampleSort) {
    let known = ui.store().projects_now();
    let is_it = |project: &ProjectId| {
        let fact = ui.store().note(*project, FACT);
        fact.as_deref() == Some(sort.fact())
    };
    match (known.into_iter().find(is_it), sort) {
        (Some(project), _) => ui.go(project, Page::Overview),
        (None, SampleSort::Running) => carry_out(ui, Deed::MakeSample),
        (None, SampleSort::Closed) => carry_out(ui, Deed::MakeClosedSample),
    }
}

/// Founds the sample project and shows it.
pub(in crate::ui) fn make(ui: Ui, sort: SampleSort) {
    let session = new_project::begin(ui, |session| {
        ui.store().set_note(session.project(), FACT, sort.fact());
        let (now, lang) = (ui.now(), ui.lang.get_untracked());
        session.begin_sample(&match sort {
            SampleSort::Running => sample(now, lang),
            SampleSort::Closed => closed_sample(now, lang),
        });
    });
    let page = match sort {
        SampleSort::Running => Page::Overview,
        SampleSort::Closed => Page::Closing,
    };
    ui.go(session.project(), page);
}

/// Lets three replies come, as if somebody had chosen them from a mail; goes where they are shown.
pub(in crate::ui) fn receive(ui: Ui, session: Session) {
    let name = untrack(|| session.project_name());
    let page = page_address(session, &name);
    let lang = ui.lang.get_untracked();
    let replies = untrack(|| session.sample_replies(&page, lang)).into_iter();
    let files = replies.map(|reply| (reply.name, reply.text)).collect();
    ui.go(session.project(), Page::Exchange);
    ui.incoming.receive_named(ui, files);
}

/// The button that lets them come; nothing in any other project.
#[component]
pub(in crate::ui) fn TryReplies() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let receive = move |_| carry_out(ui, Deed::SampleReplies(session));
    live(move || {
        (session.fact(FACT).as_deref() == Some(SampleSort::Running.fact())).then(|| {
            view! {
                <p class="try-replies">
                    <button type="button" data-testid="sample-replies" on:click=receive>
                        {ui.t(texts::home::TRY_REPLIES)}
                    </button>
                    " " <span class="hint">{ui.t(texts::home::TRY_REPLIES_HOW)}</span>
                </p>
            }
        })
    })
}

/// Takes it away.
pub(in crate::ui) fn remove(ui: Ui, session: Session) {
    dom::write_now();
    dom::go(&Route::Home);
    life::to_the_end((ui, session), |(ui, session)| async move {
        if ui.take_away(session).await.is_err() {
            let lang = ui.lang.get_untracked();
            ui.notices
                .warn(texts::home::NOT_REMOVED.text(lang).to_owned());
        }
    });
}

/// Says over every page of the sample that it is one, with the button that takes it away.
#[component]
pub(in crate::ui) fn SampleBar() -> impl IntoView {
    let ui = ui();
    let session = session();
    let away = move |_| carry_out(ui, Deed::RemoveSample(session));
    live(move || {
        is_sample(session).then(|| {
            view! {
                <p class="handover" data-testid="sample-bar">
                    <span>{ui.t(texts::home::THIS_IS_A_SAMPLE)}</span>
                    <button type="button" class="button" data-testid="sample-remove" on:click=away>
                        {ui.t(texts::home::REMOVE_SAMPLE)}
                    </button>
                </p>
            }
        })
    })
}
