//! The checks of a decision alone (DEC-01, 02, 06). Who has not seen or answered it is counted in `analysis`.

use super::{
    APPROVER, BUDGET, CATEGORY, COMMERCIAL, DECISION_TEXT, REPLY_BY_AT, SCOPE, is_released,
    is_undecided,
};
use crate::model::id::FieldKey;
use crate::model::template::{Finding, Form, Gate, Label, Rule, STATUS};
use crate::templates::{block, hint, option, warn};

/// So many ways make it easier to agree.
const OPTIONS: usize = 2;

pub static RULES: &[Rule] = &[
    block(
        "DEC-01",
        Gate::Release,
        Label::new(
            "每项决策只能有一位拍板人。",
            "A decision has exactly one approver.",
        ),
        |form, _| Finding::at(APPROVER.name).when(!has_one_approver(form)),
    ),
    block(
        "DEC-02",
        Gate::Release,
        Label::new("请设置反馈时限。", "Set a reply deadline."),
        |form, _| Finding::at(REPLY_BY_AT.name).when(!form.has(REPLY_BY_AT.name)),
    ),
    warn(
        "DEC-06",
        Label::new(
            "决策已发布，正文不能改。请新建一项决策来取代它。",
            "A released decision cannot be edited. Create one that replaces it.",
        ),
        |form, _| {
            let status = FieldKey::of(STATUS);
            let is_changed = || !form.log().contradictions(form.record(), &status).is_empty();
            Finding::at(DECISION_TEXT.name).when(is_released(form) && is_changed())
        },
    ),
    hint(
        "DEC-08",
        Label::new(
            "写两个备选，别人更容易同意。",
            "Two options make it easier to agree.",
        ),
        |form, _| {
            let category = form.get(CATEGORY).unwrap_or_default();
            let is_asked = [SCOPE.key, BUDGET.key, COMMERCIAL.key].contains(&category.as_str());
            let wants = is_asked && is_undecided(form);
            Finding::at(option::KIND).when(wants && form.rows(option::KIND).len() < OPTIONS)
        },
    ),
];

fn has_one_approver(form: &Form<'_>) -> bool {
    let key = FieldKey::of(APPROVER.name);
    form.has(APPROVER.name) && form.log().distinct(form.record(), &key).len() == 1
}
