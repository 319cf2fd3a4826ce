//! What came in and waits for a decision. Knows neither how files are read nor how their contents are shown.

use crate::exchange::{FileContent, Preview};
use crate::model::{ProjectId, RecordId};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use web_sys::File;

/// What came for one project.
#[derive(Clone)]
pub(in crate::ui) struct Arrival {
    pub(in crate::ui) project: ProjectId,
    /// What taking it would do.
    pub(in crate::ui) preview: Rc<Preview>,
    /// The files as they were read: where something is written here meanwhile, they are looked at again.
    pub(in crate::ui) files: Rc<Vec<(String, FileContent)>>,
    /// Who the person says they are, before a first arrival is taken.
    pub(in crate::ui) who: RwSignal<String>,
    /// Which files are not taken, and who of their writers is whom.
    pub(in crate::ui) answers: Answers,
}

/// What waits for a decision, and whether files are being read.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Incoming {
    /// One per project.
    pub(in crate::ui) arrivals: RwSignal<Vec<Arrival>, LocalStorage>,
    /// Whether files are being read.
    pub(in crate::ui) reading: RwSignal<bool>,
}

impl Incoming {
    /// Nothing came yet.
    pub(in crate::ui) fn new() -> Self {
        Self {
            arrivals: RwSignal::new_local(Vec::new()),
            reading: RwSignal::new(false),
        }
    }

    /// Whether something came that waits for a decision; watched. Then that is the next step.
    pub(in crate::ui) fn is_any(self) -> bool {
        self.arrivals.with(|arrivals| !arrivals.is_empty())
    }

    /// Takes nothing of what came for a project.
    pub(in crate::ui) fn forget(self, project: ProjectId) {
        self.arrivals
            .update(|arrivals| arrivals.retain(|arrival| arrival.project != project));
    }
}

/// What was said of the files of one project.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Answers {
    /// Files that are not taken, by number.
    pub(in crate::ui) left: RwSignal<BTreeSet<usize>>,
    /// Authors that are not on the list: the member each one is, or nobody on it.
    pub(in crate::ui) joins: RwSignal<BTreeMap<String, Option<RecordId>>>,
}

impl Answers {
    /// Nothing was said yet.
    pub(in crate::ui) fn new() -> Self {
        Self {
            left: RwSignal::new(BTreeSet::new()),
            joins: RwSignal::new(BTreeMap::new()),
        }
    }
}

/// Where a file's bytes come from.
pub(in crate::ui) enum Source {
    File(File),
    Text(String),
    /// A text with the name it would have as a file.
    Named(String, String),
}
