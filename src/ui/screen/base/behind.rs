//! What lies behind the door: the functions that know it, and whether their program is here.

use super::arrival::{Arrival, Source};
use super::context::Ui;
use super::counts::Counts;
use super::deed::Deed;
use super::later_view::LaterView;
use crate::analysis::words::initials::Initials;
use crate::state::{Page, PlanView, Session};
use leptos::prelude::AnyView;
use std::pin::Pin;

/// What is asked for, by functions that know it.
pub(in crate::ui) struct Behind {
    /// Draws a form or a list of them, once its program is here.
    pub(in crate::ui) draw_form: fn(Page) -> Option<AnyView>,
    /// Draws a piece of a screen, once its program is here.
    pub(in crate::ui) draw: fn(LaterView) -> Option<AnyView>,
    /// Draws a view of the plan, once its program is here.
    pub(in crate::ui) draw_view: fn(PlanView) -> Option<AnyView>,
    /// Does what a button asked for, or says that the program for it is not here.
    pub(in crate::ui) carry_out: fn(Ui, Deed),
    /// Counts over the whole project, once the program for it is here.
    pub(in crate::ui) count: fn(Ui, Session) -> Option<Counts>,
    /// How Han characters are spoken, for a search by their first letters.
    pub(in crate::ui) spoken: fn() -> Later<Option<Initials>>,
    /// Reads files that came in; nothing where the program for it could not be fetched, which is then said.
    pub(in crate::ui) look: fn(Ui, Vec<Source>) -> Later<Vec<Arrival>>,
    /// Fetches the forms; whether they came.
    pub(in crate::ui) fetch_forms: fn() -> Later<bool>,
    /// Fetches the later part of the program; whether it came.
    pub(in crate::ui) fetch_later: fn() -> Later<bool>,
    /// Fetches the plan over time; whether it came.
    pub(in crate::ui) fetch_gantt: fn() -> Later<bool>,
    /// Fetches the other views of the plan; whether they came.
    pub(in crate::ui) fetch_boards: fn() -> Later<bool>,
}

/// What is there later.
pub(in crate::ui) type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Whether a file of the program is here.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::ui) enum Arrived {
    /// Nobody asked for it yet.
    #[default]
    NotAsked,
    /// It is being fetched.
    Coming,
    /// It can be used at once.
    Yes,
    /// It could not be fetched.
    Failed,
}
