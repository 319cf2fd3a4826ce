//! What goes which way between meetings, as every new project begins with it (T06 b).

use crate::model::template::{Choice, Label};
use crate::templates::channel::{CHAT, EMAIL, TOOL};

/// A line of it: what, where, whether it counts, and within how many hours it is answered.
#[derive(Debug, Clone, Copy)]
pub struct WayRow {
    pub topic: Label,
    pub channel: Choice,
    pub official: bool,
    pub within_h: i64,
}

/// The lines.
pub const WAYS: &[WayRow] = &[
    WayRow {
        topic: Label::new("任务进展与文件", "Progress and files"),
        channel: TOOL,
        official: true,
        within_h: 24,
    },
    WayRow {
        topic: Label::new("日常聊天", "Everyday chat"),
        channel: CHAT,
        official: false,
        within_h: 2,
    },
    WayRow {
        topic: Label::new("重要决策", "Important decisions"),
        channel: EMAIL,
        official: true,
        within_h: 48,
    },
];
