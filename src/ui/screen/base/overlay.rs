//! What is shown over a page: the panel, and the bar of who does not know yet.

use crate::model::{ProjectId, RecordId};

/// What the one panel over the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Panel {
    /// 数据在哪里
    Data,
    /// 帮助
    Help,
    /// 搜索
    Search,
    /// 这一页的按键
    Keys,
}

/// Who does not know yet, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) struct Handover {
    /// Where it was done.
    pub(in crate::ui) project: ProjectId,
    /// What was done with it.
    pub(in crate::ui) record: RecordId,
    /// The people it concerns.
    pub(in crate::ui) to: Vec<RecordId>,
}
