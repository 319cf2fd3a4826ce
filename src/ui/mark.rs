//! A few letters behind the name of a page in the rail.

use super::texts;
use crate::analysis::StepCount;
use crate::model::template::Lang;

/// A few letters behind a page's name, and whether they are of something late.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Mark {
    pub(super) text: String,
    /// What the letters leave out for want of room.
    pub(super) rest: &'static str,
    pub(super) is_late: bool,
}

impl Mark {
    /// A plain number; nothing for none.
    pub(super) fn of(count: usize) -> Self {
        let text = if count > 0 {
            count.to_string()
        } else {
            String::new()
        };
        Self {
            text,
            ..Self::default()
        }
    }
}

/// How a step of the method stands.
pub(super) fn mark(count: StepCount, lang: Lang) -> Mark {
    let with = |label, n: usize| texts::fill(label, lang, &[("n", &n.to_string())]);
    let text = match count {
        StepCount::Nothing => String::new(),
        StepCount::Lacks(n) => with(texts::LACKS_N, n),
        StepCount::Passed => "✓".to_owned(),
        StepCount::Open(n) => n.to_string(),
        StepCount::Late(n) => with(texts::LATE_N, n),
    };
    let is_short = matches!(count, StepCount::Lacks(_));
    Mark {
        text,
        rest: if is_short {
            texts::LACKS_MORE.text(lang)
        } else {
            ""
        },
        is_late: matches!(count, StepCount::Late(_)),
    }
}
