//! The checks of a feedback. They are told on its own page alone: whoever reads them would know the scores.

use super::{DIMENSIONS, Dimension, LOW, OPEN, SUGGESTION, is_sheet, reason_in, score_in};
use crate::model::id::FieldKey;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule, STATUS};
use crate::model::{CellId, Moment};
use crate::templates::{block, hint, status_of};

/// From so many sheets without a name on what they say is shown.
pub const SHEETS_SHOWN: usize = 5;

/// FBK-02: who wrote them could be guessed.
pub const BEFORE_FIVE: Label = Label::new(
    "匿名反馈不足 5 份，暂不显示结果，以免猜出是谁。",
    "Fewer than 5 anonymous answers; results stay hidden.",
);

/// A low score says what happened.
fn low_without_reason(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let finding = |dimension: &Dimension| {
        let score = score_in(form, dimension).filter(|score| *score <= LOW)?;
        let found = Finding::at(dimension.reason.key)
            .with("dim", Arg::Label(dimension.score.label))
            .with("n", Arg::Number(score));
        reason_in(form, dimension).is_none().then_some(found)
    };
    DIMENSIONS.iter().filter_map(finding).collect()
}

/// Something was written that the submitted form did not know.
fn written_after(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_locked = status_of(form) != OPEN.key;
    let unseen = form
        .log()
        .contradictions(form.record(), &FieldKey::of(STATUS));
    let first = unseen.first().filter(|_| is_locked);
    let place = first.and_then(|((_, key), _): &(CellId, _)| super::FEEDBACK.field(key.as_str()));
    place
        .map(|field| Finding::at(field.key))
        .into_iter()
        .collect()
}

fn all_alike(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let asked = DIMENSIONS.iter().filter(|one| one.is_asked);
    let scores: Vec<Option<i64>> = asked.map(|one| score_in(form, one)).collect();
    let is_alike = scores.windows(2).all(|pair| pair[0] == pair[1]);
    let is_full = scores.iter().all(Option::is_some);
    Finding::at(DIMENSIONS[0].score.key).when(is_full && is_alike)
}

/// A sheet, of which fewer than five were entered.
fn too_few_sheets(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if !is_sheet(form) || !form.has(SUGGESTION.name) {
        return Vec::new();
    }
    let sheets = form.all(super::KIND).into_iter().filter(is_sheet).count();
    Finding::at(super::SHEET_NO.name).when(sheets < SHEETS_SHOWN)
}

pub static RULES: &[Rule] = &[
    block(
        "FBK-01",
        Gate::Submit,
        Label::new(
            "「{dim}」打了 {n} 分，请写一句具体发生了什么。",
            "You scored {dim} {n}. Say briefly what happened.",
        ),
        low_without_reason,
    ),
    hint("FBK-02", BEFORE_FIVE, too_few_sheets),
    block(
        "FBK-04",
        Gate::Submit,
        Label::new(
            "反馈已锁定。需要补充请在讨论区说明。",
            "The form is locked. Add a comment instead.",
        ),
        written_after,
    ),
    hint(
        "FBK-05",
        Label::new(
            "四项分数都一样，确定吗？",
            "All four scores are equal. Sure?",
        ),
        all_alike,
    ),
];
