//! What is done by a button of the first part of the program and needs the later one, or by one that outlives its
//! screen: what it is, not how it is done.
//!
//! Architecture invariant: a deed holds nothing of a screen, which may be gone when it is done.

use crate::analysis::begin::start::Unfinished;
use crate::model::template::Template;
use crate::model::{ProjectId, RecordId, Value};
use crate::state::{Session, TakenAway};

/// What a button does, and all it needs for it.
#[derive(Clone)]
pub(in crate::ui) enum Deed {
    /// Makes the sample project.
    MakeSample,
    /// Makes the sample of a project that is closed.
    MakeClosedSample,
    /// Takes the sample away again.
    RemoveSample(Session),
    /// Lets files of colleagues come for the sample, to try what happens then.
    SampleReplies(Session),
    /// Copies a project's plan into a new one.
    Copy(ProjectId),
    /// Opens what stands in a project as another one, without its history.
    CleanCopy(Session),
    /// Saves everything of a project as a file.
    Backup(ProjectId),
    /// Puts the preset's tasks into a plan that has none.
    Preset(Session),
    /// Takes copied lines into a table.
    Paste(Session, Box<Pasting>),
    /// Takes the last step back.
    Undo(Session),
    /// Takes the last undo back.
    Redo(Session),
    /// Takes one step back, by its number.
    TakeBack(Session, u64),
    /// Takes an import back.
    Untake(Session, String),
    /// Takes a project that came out of this browser, and leaves it.
    NotThisProject(Session),
    /// Brings a project back that was taken out of this browser.
    BringBack(TakenAway),
    /// Goes to what waits for the person in a project.
    SeeTodos(ProjectId),
    /// Shows again what was typed into the wizard.
    TypedBefore(Box<Unfinished>),
}

/// What was pasted, and where: all that is needed to take it when its table is gone already.
#[derive(Debug, Clone)]
pub(in crate::ui) struct Pasting {
    /// The letters of what was copied, and its markup; "" where it has none.
    pub(in crate::ui) text: String,
    pub(in crate::ui) markup: String,
    pub(in crate::ui) template: &'static Template,
    /// Where the focus was in it.
    pub(in crate::ui) at: Option<TableFocus>,
    /// The records from there on.
    pub(in crate::ui) onto: Vec<RecordId>,
    /// What new rows are given besides.
    pub(in crate::ui) besides: Vec<(&'static str, Value)>,
}

/// Where the focus is in the table.
#[derive(Debug, Clone)]
pub(in crate::ui) struct TableFocus {
    pub(in crate::ui) record: RecordId,
    /// The place of the row.
    pub(in crate::ui) place: usize,
    /// The field of the control; "" on the row itself.
    pub(in crate::ui) field: String,
}
