//! A few letters behind the name of a page in the rail.

use crate::analysis::StepCount;
use crate::model::template::Lang;
use crate::ui::texts;

/// A few letters behind a page's name, and whether they are of something late.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::ui) struct Mark {
    pub(in crate::ui) text: String,
    /// What the letters leave out for want of room.
    pub(in crate::ui) rest: &'static str,
    pub(in crate::ui) is_late: bool,
}

impl Mark {
    /// A plain number; nothing for none.
    pub(in crate::ui) fn of(count: usize) -> Self {
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
pub(in crate::ui) fn mark(count: StepCount, lang: Lang) -> Mark {
    let with = |label, n: usize| texts::fill(label, lang, &[("n", &n.to_string())]);
    let text = match count {
        StepCount::Nothing => String::new(),
        StepCount::Lacks(n) => with(texts::frame::LACKS_N, n),
        StepCount::Passed => "✓".to_owned(),
        StepCount::Open(n) => n.to_string(),
        StepCount::Late(n) => with(texts::frame::LATE_N, n),
    };
    let is_short = matches!(count, StepCount::Lacks(_));
    Mark {
        text,
        rest: if is_short {
            texts::frame::LACKS_MORE.text(lang)
        } else {
            ""
        },
        is_late: matches!(count, StepCount::Late(_)),
    }
}
