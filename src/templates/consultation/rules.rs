//! The checks of a consultation alone: what its answers lack. Who is silent, and whether the time is too short, is
//! counted in `analysis`.

use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{block, opinion};

pub static RULES: &[Rule] = &[
    block(
        "OPN-03",
        Gate::Release,
        Label::new(
            "还有 {n} 条意见没有答复。",
            "{n} {n|opinion is|opinions are} not answered.",
        ),
        |form, _| {
            let open = lines(form, |one| !opinion::is_answered(one));
            let n = i64::try_from(open.len()).unwrap_or(i64::MAX);
            let at = open.first().map(|one| one.record().clone());
            let finding = Finding {
                record: at,
                ..Finding::at(opinion::ANSWER.name)
            };
            finding.with("n", Arg::Number(n)).when(n > 0)
        },
    ),
    block(
        "OPN-04",
        Gate::Release,
        Label::new(
            "「{clause}」没有全部采纳，请写理由。",
            "Say why \"{clause}\" was not adopted as it is.",
        ),
        |form, _| {
            let unexplained = lines(form, opinion::lacks_reason).into_iter();
            let found = unexplained.map(|one| {
                let finding = Finding {
                    record: Some(one.record().clone()),
                    ..Finding::at(opinion::ANSWER_REASON.name)
                };
                finding.with("clause", Arg::Record(one.record().clone()))
            });
            found.collect()
        },
    ),
];

/// The lines of a consultation that say something, of which something is so.
fn lines<'a>(form: &Form<'a>, is_so: impl Fn(&Form<'_>) -> bool) -> Vec<Form<'a>> {
    let mut all = opinion::said_to(form);
    all.retain(|one| is_so(one));
    all
}
