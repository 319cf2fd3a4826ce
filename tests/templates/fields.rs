//! What the declarations say of fields, whole: so that a change is seen, and none happens by accident.

use hepai::model::template::{Field, FieldType, First, Period, StakeKind, Template};
use hepai::templates::{SCHEMA, begun_beside};

/// The fields of that sort, a line for every form that has some.
pub(crate) fn fields(is_it: fn(&Field) -> bool) -> Vec<String> {
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
            "resource_request: purpose impact_if_refused",
            "risk: prevention contingency",
            "action: what",
            "decision: decision_text",
        ]
    );
}

#[test]
fn what_hangs_on_a_field_is_looked_at_first() {
    assert_eq!(
        fields(|field| field.stake == Some(StakeKind::Role)),
        [
            "department: department participation representative department_head",
            "work_item: lead_department",
            "member: person department project_role backup_person leave_date same_as",
            "assignment: letter named_person",
            "task: owner reviewer",
            "issue: support_department owner",
            "resource_request: requester provider_dept",
            "risk: owner fallback_owner",
            "action: owner",
            "suggestion: owner",
            "open_item: owner",
            "decision: approver driver",
            "consultation: answerer",
            "change_request: requested_by",
        ]
    );
    assert_eq!(
        fields(|field| field.stake == Some(StakeKind::Decision)),
        [
            "milestone: gate_decision conditions",
            "resource_request: decision approved_quantity decided_by",
            "suggestion: answer",
            "decision: decision_text",
            "opinion: answer",
            "rollout_check: exception_answer",
            "change_request: decided_by",
            "proposal: answer",
        ]
    );
    assert_eq!(
        fields(|field| field.stake == Some(StakeKind::Original)),
        [
            "milestone: baseline_date",
            "task: baseline_start baseline_end",
            "issue: original_due_at",
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
            "resource_request: requester",
            "risk: owner fallback_owner",
            "action: owner",
            "suggestion: owner",
            "open_item: owner",
            "decision: approver",
            "consultation: answerer",
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
            "resource_request: need_from need_to",
            "action: due",
            "suggestion: due",
            "open_item: due",
            "consultation: due",
        ]
    );
    assert_eq!(
        fields(|field| field.in_period == Some(Period::Whole)),
        [
            "milestone: current_date",
            "resource_request: need_from need_to",
        ]
    );
    assert_eq!(
        fields(|field| field.in_period == Some(Period::FromStart)),
        ["task: current_start current_end"]
    );
    for field in SCHEMA.templates.iter().flat_map(|form| form.fields) {
        assert!(field.ahead || field.in_period.is_none(), "{}", field.key);
    }
}

#[test]
fn a_new_record_begins_with_who_begins_it_or_with_a_choice() {
    let first = |wanted: fn(First) -> bool| {
        let lines = SCHEMA.templates.iter().map(|form| {
            let fields = form.fields.iter();
            let is_it = |field: &&Field| field.first.is_some_and(wanted);
            let keys: Vec<&str> = fields.filter(is_it).map(|field| field.key).collect();
            (form.kind, keys.join(" "))
        });
        let all: Vec<(&str, String)> = lines.filter(|(_, keys)| !keys.is_empty()).collect();
        all
    };
    let line = |kind: &'static str, keys: &str| (kind, keys.to_owned());
    assert_eq!(
        first(|first| first == First::Me),
        [
            line("issue", "raised_by"),
            line("resource_request", "requester"),
            line("decision", "driver"),
            line("consultation", "answerer"),
            line("change_request", "requested_by")
        ]
    );
    assert_eq!(
        first(|first| first == First::MyDepartment),
        [
            line("issue", "raised_dept"),
            line("resource_request", "request_dept")
        ]
    );
    assert_eq!(
        first(|first| matches!(first, First::Choice(_))),
        [line("task", "task_type")]
    );
    for field in SCHEMA.templates.iter().flat_map(|form| form.fields) {
        let fits = match (field.first, field.field_type) {
            (None, _) => true,
            (Some(First::Choice(key)), FieldType::Enum(choices)) => {
                choices.iter().any(|choice| choice.key == key)
            }
            (Some(First::Me), FieldType::Ref(kinds)) => kinds.contains(&"member"),
            (Some(First::MyDepartment), FieldType::Ref(kinds)) => kinds.contains(&"department"),
            _ => false,
        };
        assert!(fits, "{} cannot hold {:?}", field.key, field.first);
    }
}

#[test]
fn a_holiday_is_the_same_day_in_the_next_project() {
    assert_eq!(fields(|field| field.fixed), ["calendar_day: from to"]);
}

#[test]
fn a_form_is_begun_beside_the_records_that_it_names() {
    assert_eq!(
        fields(|field| field.begun_beside),
        ["issue: affected_tasks", "resource_request: linked_task"]
    );
    let beside = |kind: &str| -> Vec<String> {
        let all = begun_beside(kind);
        all.map(|(form, field)| format!("{}.{}", form.kind, field.key))
            .collect()
    };
    assert_eq!(
        beside("task"),
        ["issue.affected_tasks", "resource_request.linked_task"]
    );
    assert!(beside("issue").is_empty() && beside("member").is_empty());
    for field in SCHEMA.templates.iter().flat_map(|form| form.fields) {
        let names = matches!(field.field_type, FieldType::Ref(_) | FieldType::Set(_));
        assert!(names || !field.begun_beside, "{}", field.key);
    }
}

#[test]
fn amounts_of_what_there_is_are_never_below_nothing_and_effects_may_be() {
    assert_eq!(
        fields(|field| field.from_zero),
        [
            "charter: budget_cap",
            "task: effort_pd",
            "resource: capacity unit_cost",
            "resource_request: quantity approved_quantity actual_usage approved_cap",
            "progress: hours_spent",
        ]
    );
    let is_amount =
        |field: &Field| matches!(field.field_type, FieldType::Decimal | FieldType::Money);
    let all = SCHEMA.templates.iter().flat_map(|form| form.fields);
    for field in all.filter(|field| field.from_zero) {
        assert!(is_amount(field), "{} has its range elsewhere", field.key);
    }
}
