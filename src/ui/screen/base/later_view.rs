//! The pieces of screens that lie in the later part of the program: what they are, not how they are drawn. Those of a
//! table find theirs in the page.

use super::overlay::{Handover, Panel};
use super::window::Edge;
use crate::model::template::{Field, Template};
use crate::model::{ProjectId, RecordId};
use crate::state::Page;
use leptos::prelude::RwSignal;

/// A piece of a screen that lies in the later part of the program.
#[derive(Clone)]
pub(in crate::ui) enum LaterView {
    /// A page of a project that is no form and no list of them.
    Page(Page),
    /// What stands beside a form: its steps, who confirmed, its history.
    Side(RecordId),
    /// The public holidays, beside the calendar.
    Holidays,
    /// What a form has on paper besides its sheet.
    Paper(RecordId),
    /// The wizard of a new project.
    Start,
    /// What opens over a page.
    Panel(Panel),
    /// Which draft of the goal it is.
    Draft,
    /// What this version of the app does not know of a record.
    UnknownFields(RecordId, &'static Template),
    /// A record in the recycle bin.
    InBin(RecordId),
    /// What came in and waits for a decision.
    Previews,
    /// What was not sent yet, and the way to search.
    Unsent,
    /// Who signs, as the top bar asks it.
    Asking,
    /// The menu's items.
    Menu,
    /// Who does not know yet of what was done.
    Handover(Handover),
    /// What the list of projects says of one.
    Card(ProjectId),
    /// What it says under it.
    UnderList,
    /// Where to look for a file that cannot be found.
    CannotFind,
    /// That this browser keeps nothing, or is a phone's.
    ChatBrowser,
    /// The other projects, in the top bar.
    Switch,
    /// The three ways into an empty plan.
    PlanEmpty,
    /// What others suggest for a field, and whose it is; watched while somebody is in it.
    Suggested(RecordId, &'static Field, RwSignal<bool>),
    /// The row that is being worked on, under the table.
    Strip(RecordId),
    /// What narrows the table down.
    Filters,
    /// The box for copied lines.
    PasteBox,
    /// What the lead does with the plan as a whole.
    PlanHead,
    /// How far the tasks have come, and who has said it.
    Progress,
    /// The lists of requests, of the ledger and of clashes.
    ResourceTabs,
    /// How the work went, as the departments say it.
    Feedback,
    /// What the summary report counts.
    ReportFigures,
    /// What is learned goes to the library.
    LessonsHead,
    LessonsFoot,
    /// The meeting that is next or under way, or one of which there are minutes.
    Meeting(Option<RecordId>),
    /// How an issue is solved together, step by step.
    Case(RecordId),
    /// A draft that departments were asked about, and what they say.
    Consultation(RecordId),
    /// Whether each department keeps the new way.
    Rollout,
    /// Where the open risks lie, beside their register.
    RiskMap,
    /// The one click that looks at all of them.
    AllLookedAt,
    /// What the words of a goal or an action leave open.
    Coach(RecordId, &'static Field),
    /// Who decides, does, is consulted, is informed.
    Roles,
    /// The communication rules, to read, and to change where they stand.
    Rules,
    /// How the work is divided, under the departments.
    Boundary,
    /// What stands before or behind the window of a list of so many lines.
    More(Edge),
    /// That not everything stored can be read or written.
    Unread(Trouble),
    /// In place of a page that would speak of what was not read.
    UnreadPage,
    /// That a copy takes no more edits, and the way out.
    Spent,
    /// That the project is closed, and the way to open it again.
    Closed,
    /// Whom somebody on the list looks like without being them.
    LooksLike(RecordId),
    /// What somebody else said, and the way to record it for them.
    Word(RecordId, &'static Field),
}

/// What is wrong with what this browser stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) struct Trouble {
    /// Whether something stored cannot be read.
    pub(in crate::ui) is_unread: bool,
    /// Where new edits do not arrive.
    pub(in crate::ui) unwritten: Option<Unwritten>,
}

/// How far new edits get where IndexedDB refuses them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Unwritten {
    /// Into the quick space.
    Quick,
    /// On no disk.
    Nowhere,
}
