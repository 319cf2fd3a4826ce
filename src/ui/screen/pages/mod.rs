//! The pages.

mod bin;
mod boundaries;
mod brief;
mod calendar;
pub(in crate::ui) mod card;
mod cases;
mod charts;
mod checks;
mod clashes;
mod closing;
mod conflicts;
mod consultation;
pub(in crate::ui) mod copying;
mod exchange;
mod feedback;
mod home;
mod home_help;
mod kind;
mod lessons;
mod meeting;
pub(in crate::ui) mod new_project;
pub(in crate::ui) mod overview;
mod paper;
mod plan;
mod plan_changes;
mod printing;
mod progress;
mod record;
mod replies;
pub(in crate::ui::screen::pages) mod report;
mod risks;
mod roles;
mod rollout;
mod rules;
pub(in crate::ui) mod sample;
mod side;
mod start;
mod todo;
mod unknown_project;
mod views;

pub(in crate::ui) use bin::Bin;
pub(in crate::ui) use boundaries::Boundary;
pub(in crate::ui) use brief::Brief;
pub(in crate::ui) use calendar::Calendar;
pub(in crate::ui) use cases::Case;
pub(in crate::ui) use charts::Charts;
pub(in crate::ui) use checks::Checks;
pub(in crate::ui) use clashes::{Clashes, ResourceTabs};
pub(in crate::ui) use closing::Closing;
pub(in crate::ui) use conflicts::Conflicts;
pub(in crate::ui) use consultation::Consultation;
pub(in crate::ui) use exchange::{Exchange, NotReceived, Ways};
pub(in crate::ui) use feedback::Feedback;
pub(in crate::ui) use home::Home;
pub(in crate::ui) use home_help::{CannotFind, ChatBrowser};
pub(in crate::ui) use kind::kind_page;
pub(in crate::ui) use lessons::{LessonsFoot, LessonsHead};
pub(in crate::ui) use meeting::Meeting;
pub(in crate::ui) use overview::Overview;
pub(in crate::ui) use paper::{Draft, Paper};
pub(in crate::ui) use plan::{PlanEmpty, PlanHead};
pub(in crate::ui) use progress::Progress;
pub(in crate::ui) use record::{InBin, NewRecord, record_page};
pub(in crate::ui) use report::ReportFigures;
pub(in crate::ui) use risks::{AllLookedAt, RiskMap};
pub(in crate::ui) use roles::Roles;
pub(in crate::ui) use rollout::Rollout;
pub(in crate::ui) use rules::Rules;
pub(in crate::ui) use side::{Holidays, Side, handled};
pub(in crate::ui) use start::Start;
pub(in crate::ui) use todo::Todo;
pub(in crate::ui) use unknown_project::OpenPage;
pub(in crate::ui) use views::{PlanOverTime, PlanPage};

use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub(in crate::ui) fn NotFound() -> impl IntoView {
    let ui = ui();
    view! {
        <crate::ui::screen::frame::shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            <p>{ui.t(texts::frame::UNKNOWN_PAGE)}</p>
            <p><a href="#/">{ui.t(texts::frame::BACK_HOME)}</a></p>
        </main>
    }
}
