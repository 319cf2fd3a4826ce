//! What the declarations say of fields and forms, whole: so that a change is seen, and none happens by accident.

use hepai::model::template::{Field, Template};
use hepai::templates::SCHEMA;

/// The fields of that sort, a line for every form that has some.
fn fields(is_it: fn(&Field) -> bool) -> Vec<String> {
    let line = |template: &&'static Template| {
        let keys: Vec<&str> = template
            .fields
            .iter()
            .filter(|field| is_it(field))
            .map(|field| field.key)
            .collect();
        (!keys.is_empty()).then(|| format!("{}: {}", template.kind, keys.join(" ")))
    };
    SCHEMA.templates.iter().filter_map(line).collect()
}

fn kinds(is_it: fn(&Template) -> bool) -> String {
    let all = SCHEMA.templates.iter();
    let kinds: Vec<&str> = all
        .filter(|template| is_it(template))
        .map(|template| template.kind)
        .collect();
    kinds.join(" ")
}

#[test]
fn vague_words_are_told_where_something_should_be_concrete() {
    assert_eq!(
        fields(|field| field.concrete),
        [
            "charter: goal_statement",
            "deliverable: acceptance_criteria",
            "need: what",
            "work_item: support_detail",
            "milestone: conditions",
            "task: title acceptance",
            "handoff: what criteria",
            "issue: support_needed proposed_solution prevent_action",
            "risk: prevention contingency",
        ]
    );
}

#[test]
fn people_who_have_something_to_do_are_told_when_they_are_gone() {
    assert_eq!(
        fields(|field| field.doer),
        [
            "department: department_head",
            "task: owner reviewer",
            "handoff: giver receiver",
            "meeting: host minute_taker",
            "issue: owner",
            "risk: owner fallback_owner",
        ]
    );
}

#[test]
fn days_ahead_are_no_rest_days_and_those_of_the_plan_lie_within_the_project() {
    assert_eq!(
        fields(|field| field.ahead),
        [
            "milestone: current_date",
            "task: current_start current_end",
            "handoff: promised_date",
        ]
    );
    assert_eq!(
        fields(|field| field.in_period),
        ["milestone: current_date", "task: current_start current_end"]
    );
}

#[test]
fn what_happened_stays_in_its_project() {
    assert_eq!(
        fields(|field| field.happened),
        [
            "charter: confirm_by revision_reason",
            "metric: actual_value",
            "assumption: validate_by result",
            "member: join_date leave_date",
            "milestone: baseline_date actual_date gate_decision conditions",
            "task: percent blocked_by_issue forecast_end delay_cause accepted",
        ]
    );
    assert_eq!(
        fields(|field| field.progress),
        ["task: percent blocked_by_issue forecast_end delay_cause accepted"]
    );
    assert_eq!(
        kinds(|template| !template.copied),
        "confirmation absence handoff issue extension risk attachment comment proposal"
    );
}
