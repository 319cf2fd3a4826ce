//! What is fetched after the first part of the program: the forms, when the first page is one or once it is shown, and
//! the later part, what nobody needs to type in a form; the views of the plan. Each lies in a file of its own; what
//! several use, in another.
//!
//! Architecture invariant: only the functions marked `wasm_split` call what lies in these files. Whatever else calls it
//! pulls it back into the first load, which `cargo xtask build` prints.

use super::deeds;
use crate::analysis::words::initials::{self, Initials};
use crate::state::{Page, PlanView, Route, Session};
use crate::ui::screen::base::arrival::{Arrival, Source};
use crate::ui::screen::base::behind::{Behind, Later};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::counts::Counts;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door;
use crate::ui::screen::base::later_view::LaterView;
use crate::ui::screen::base::long;
use crate::ui::screen::base::overlay::Panel;
use crate::ui::screen::form::{coach, own_word, suggestions, unknown_fields};
use crate::ui::screen::frame::{
    closed, data_panel, help, identity, key_list, menu, people, search, spent_copy, switch,
    unread_data,
};
use crate::ui::screen::mail::{handover, incoming, preview, unsent_count};
use crate::ui::screen::pages::{self, card};
use crate::ui::screen::table::{self, Table};
use crate::ui::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What lies behind the door. Each function of a file is bound by itself; the file is fetched once.
pub(in crate::ui) static BEHIND: Behind = Behind {
    draw_form: |page| at_once(draw_form(page)),
    draw: |part| at_once(draw(part)),
    draw_view: |view| match view {
        PlanView::Gantt => at_once(draw_gantt()),
        _ => at_once(draw_board(view)),
    },
    carry_out,
    count: |ui, session| at_once(count(ui, session)),
    spoken: || Box::pin(async { letters().await.ok() }),
    look: |ui, files| Box::pin(look(ui, files)),
    fetch_forms: || Box::pin(async { fetch_form().await.is_ok() }),
    fetch_gantt: || Box::pin(async { fetch_time().await.is_ok() }),
    fetch_boards: || Box::pin(async { fetch_board().await.is_ok() }),
    fetch_later: || {
        Box::pin(async {
            let fetched = fetch_part().await.and(fetch_count().await);
            fetched.and(fetch_act().await).is_ok()
        })
    },
};

/// Draws a form, or a list of them.
#[wasm_split(forms, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_form))]
fn draw_form(page: Page) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        Page::Kind(kind) => pages::kind_page(&kind),
        Page::New(kind) => view! { <pages::NewRecord kind/> }.into_any(),
        Page::Record(record) => pages::record_page(record),
        Page::Calendar => view! { <pages::Calendar/> }.into_any(),
        _ => ().into_any(),
    })
}

/// The views lie in files of their own: whoever types in a form needs none of them.
#[wasm_split(views, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_time))]
fn draw_gantt() -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <pages::PlanOverTime/> }.into_any())
}

#[wasm_split(boards, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_board))]
fn draw_board(view: PlanView) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <pages::PlanPage view/> }.into_any())
}

/// Draws the part. A page is added here, by its line.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_part))]
fn draw(part: LaterView) -> Result<AnyView, SplitLoaderError> {
    Ok(match part {
        LaterView::Page(Page::Todo) => view! { <pages::Todo/> }.into_any(),
        LaterView::Page(Page::Checks) => view! { <pages::Checks/> }.into_any(),
        LaterView::Page(Page::Charts) => view! { <pages::Charts/> }.into_any(),
        LaterView::Page(Page::Brief) => view! { <pages::Brief/> }.into_any(),
        LaterView::Page(Page::Clashes) => view! { <pages::Clashes/> }.into_any(),
        LaterView::Page(Page::Closing) => view! { <pages::Closing/> }.into_any(),
        LaterView::Page(Page::Overview) => view! { <pages::Overview/> }.into_any(),
        LaterView::Page(Page::Exchange) => view! { <pages::Exchange/> }.into_any(),
        LaterView::Page(Page::Conflicts) => view! { <pages::Conflicts/> }.into_any(),
        LaterView::Page(Page::Bin) => view! { <pages::Bin/> }.into_any(),
        LaterView::Page(
            Page::Kind(_) | Page::New(_) | Page::Record(_) | Page::Calendar | Page::Plan(..),
        ) => ().into_any(),
        LaterView::Holidays => view! { <pages::Holidays/> }.into_any(),
        LaterView::Side(record) => view! { <pages::Side record/> }.into_any(),
        LaterView::Paper(record) => view! { <pages::Paper record/> }.into_any(),
        LaterView::Draft => view! { <pages::Draft/> }.into_any(),
        LaterView::Start => view! { <pages::Start/> }.into_any(),
        LaterView::Panel(Panel::Data) => view! { <data_panel::DataPanel/> }.into_any(),
        LaterView::Panel(Panel::Help) => view! { <help::Help/> }.into_any(),
        LaterView::Panel(Panel::Keys) => view! { <key_list::KeyList/> }.into_any(),
        LaterView::UnknownFields(record, template) => {
            view! { <unknown_fields::UnknownFields record template/> }.into_any()
        }
        LaterView::InBin(record) => view! { <pages::InBin record/> }.into_any(),
        LaterView::Previews => view! { <preview::Previews/> }.into_any(),
        LaterView::Panel(Panel::Search) => view! { <search::Search/> }.into_any(),
        LaterView::Unsent => view! { <unsent_count::Unsent/> <search::SearchButton/> }.into_any(),
        LaterView::Asking => view! { <identity::AskInBar/> }.into_any(),
        LaterView::Menu => view! { <menu::MenuItems/> }.into_any(),
        LaterView::Handover(handover) => view! { <handover::Told handover/> }.into_any(),
        LaterView::Card(project) => view! { <card::CardCells project/> }.into_any(),
        LaterView::UnderList => view! { <card::UnderList/> }.into_any(),
        LaterView::CannotFind => view! { <pages::CannotFind/> }.into_any(),
        LaterView::ChatBrowser => view! { <pages::ChatBrowser/> }.into_any(),
        LaterView::Switch => view! { <switch::Switch/> }.into_any(),
        LaterView::PlanEmpty => view! { <pages::PlanEmpty table=Table::of_page()/> }.into_any(),
        LaterView::Suggested(record, field, asked) => {
            view! { <suggestions::Suggested record field asked/> }.into_any()
        }
        LaterView::Strip(record) => {
            view! { <table::Strip table=Table::of_page() record/> }.into_any()
        }
        LaterView::Filters => view! { <table::FilterBar table=Table::of_page()/> }.into_any(),
        LaterView::PasteBox => view! { <table::PasteBox table=Table::of_page()/> }.into_any(),
        LaterView::PlanHead => view! { <pages::PlanHead/> }.into_any(),
        LaterView::Progress => view! { <pages::Progress/> }.into_any(),
        LaterView::ResourceTabs => view! { <pages::ResourceTabs/> }.into_any(),
        LaterView::Feedback => view! { <pages::Feedback/> }.into_any(),
        LaterView::ReportFigures => view! { <pages::ReportFigures/> }.into_any(),
        LaterView::LessonsHead => view! { <pages::LessonsHead/> }.into_any(),
        LaterView::LessonsFoot => view! { <pages::LessonsFoot/> }.into_any(),
        LaterView::Case(issue) => view! { <pages::Case issue/> }.into_any(),
        LaterView::Meeting(minutes) => view! { <pages::Meeting minutes/> }.into_any(),
        LaterView::Consultation(record) => view! { <pages::Consultation record/> }.into_any(),
        LaterView::Rollout => view! { <pages::Rollout/> }.into_any(),
        LaterView::RiskMap => view! { <pages::RiskMap table=Table::of_page()/> }.into_any(),
        LaterView::AllLookedAt => view! { <pages::AllLookedAt/> }.into_any(),
        LaterView::Coach(record, field) => view! { <coach::Coach record field/> }.into_any(),
        LaterView::Rules => view! { <pages::Rules/> }.into_any(),
        LaterView::Roles => view! { <pages::Roles/> }.into_any(),
        LaterView::Boundary => view! { <pages::Boundary/> }.into_any(),
        LaterView::More(edge) => view! { <long::More edge/> }.into_any(),
        LaterView::Word(record, field) => view! { <own_word::Word record field/> }.into_any(),
        LaterView::Unread(trouble) => view! { <unread_data::UnreadBar trouble/> }.into_any(),
        LaterView::UnreadPage => view! { <unread_data::UnreadPage/> }.into_any(),
        LaterView::LooksLike(member) => view! { <people::LooksLike member/> }.into_any(),
        LaterView::Closed => view! { <closed::Closed/> }.into_any(),
        LaterView::Spent => view! { <spent_copy::Spent/> }.into_any(),
    })
}

/// Does what a button asked for.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_act))]
fn act(ui: Ui, deed: Deed) -> Result<(), SplitLoaderError> {
    deeds::carry_out(ui, deed);
    Ok(())
}

/// Does what a button asked for, or says that the program for it is not here. At once where it is: what is taken back
/// stands in its control in the same frame.
fn carry_out(ui: Ui, deed: Deed) {
    let mut acting = Box::pin(act(ui, deed));
    let context = &mut Context::from_waker(Waker::noop());
    match ui.for_the_page(|| acting.as_mut().poll(context)) {
        Poll::Pending => spawn_local(async move { tell_missing(ui, acting.await) }),
        Poll::Ready(done) => tell_missing(ui, done),
    }
}

/// Counts over the whole project.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_count))]
fn count(ui: Ui, session: Session) -> Result<Counts, SplitLoaderError> {
    Ok(card::count(ui, session))
}

/// How characters are spoken: a file of its own, fetched by who searches.
#[wasm_split(letters, fallible, wasm_split_path = leptos::wasm_split)]
fn letters() -> Result<Initials, SplitLoaderError> {
    Ok(Initials::read(initials::TABLE))
}

/// Reads files that came in.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split)]
fn look_into(ui: Ui, files: Vec<Source>) -> Result<Later<Vec<Arrival>>, SplitLoaderError> {
    Ok(Box::pin(incoming::look(ui, files)))
}

/// Reads files that came in; nothing where the program for it could not be fetched, which is then said.
async fn look(ui: Ui, files: Vec<Source>) -> Vec<Arrival> {
    match look_into(ui, files).await {
        Ok(looking) => looking.await,
        Err(missing) => {
            tell_missing(ui, Err(missing));
            Vec::new()
        }
    }
}

/// Says it where the program for a deed could not be fetched.
fn tell_missing(ui: Ui, done: Result<(), SplitLoaderError>) {
    if done.is_err() {
        let missing = texts::frame::PROGRAM_NOT_HERE.text(ui.lang.get_untracked());
        ui.notices.error(missing.to_owned());
    }
}

/// Begins to fetch what the page of this address needs, while the project is still being read.
pub(in crate::ui) fn fetch_ahead(route: &Route) {
    if matches!(route, Route::Project(_, page) if door::is_form(page)) {
        // The framework's own executor is not there before its first view.
        wasm_bindgen_futures::spawn_local(async {
            // Whoever draws the page asks again, and says it when it cannot be had.
            let _ = fetch_form().await;
        });
    }
}

/// The result of something that waits for nothing, in the place where it is wanted.
fn at_once<T>(future: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.ok(),
        Poll::Pending => None,
    }
}
