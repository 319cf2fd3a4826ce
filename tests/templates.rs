//! The whole table of templates is looked at, so that no careless entry can land.

#[path = "templates/clock.rs"]
mod clock;
#[path = "templates/declared.rs"]
mod declared;
#[path = "templates/later_cases.rs"]
mod later_cases;
#[path = "templates/measured.rs"]
mod measured;
#[path = "templates/project.rs"]
mod project;
#[path = "templates/rules.rs"]
mod rules;
#[path = "templates/steps.rs"]
mod steps;
#[path = "templates/words.rs"]
mod words;

use hepai::analysis::rules::checks;
use hepai::model::template::{Field, FieldType, STATUS, Severity, StateMachine, Template, Who};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

fn machines() -> impl Iterator<Item = (&'static Template, &'static StateMachine)> {
    SCHEMA
        .templates
        .iter()
        .filter_map(|template| template.states.map(|machine| (*template, machine)))
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// No text twice; the places tell which.
fn assert_unique<'a>(place: &str, keys: impl IntoIterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for key in keys {
        assert!(seen.insert(key), "{place}: {key} stands twice");
    }
}

#[test]
fn kinds_and_keys_are_unique_and_well_formed() {
    assert_unique(
        "kinds",
        SCHEMA.templates.iter().map(|template| template.kind),
    );
    assert_unique(
        "letters",
        SCHEMA
            .templates
            .iter()
            .map(|template| template.letter)
            .filter(|letter| !letter.is_empty()),
    );
    for template in SCHEMA.templates {
        assert!(is_key(template.kind), "{}", template.kind);
        let rows = template.rows.iter().map(|rows| rows.kind);
        assert_unique(
            template.kind,
            template.fields.iter().map(|field| field.key).chain(rows),
        );
        for field in template.fields {
            assert!(is_key(field.key), "{}.{}", template.kind, field.key);
            assert!(
                !["parent", "order", "deleted"].contains(&field.key),
                "{}.{} is the language's own",
                template.kind,
                field.key
            );
            if let FieldType::Enum(choices) | FieldType::Scale(choices) = field.field_type {
                assert_unique(field.key, choices.iter().map(|choice| choice.key));
                assert!(!choices.is_empty(), "{}.{}", template.kind, field.key);
            }
            if let FieldType::Scale(choices) = field.field_type {
                assert!(
                    choices
                        .iter()
                        .all(|choice| choice.key.parse::<i64>().is_ok()),
                    "{}.{}",
                    template.kind,
                    field.key
                );
            }
        }
    }
}

#[test]
fn every_kind_that_is_named_exists() {
    for template in SCHEMA.templates {
        assert!(
            template
                .rows
                .iter()
                .all(|rows| SCHEMA.template(rows.kind).is_some()),
            "rows of {}",
            template.kind
        );
        for field in template.fields {
            if let FieldType::Ref(kinds) | FieldType::Set(kinds) = field.field_type {
                assert!(
                    kinds.iter().all(|kind| SCHEMA.template(kind).is_some()),
                    "{}.{}",
                    template.kind,
                    field.key
                );
            }
        }
    }
}

#[test]
fn every_key_that_is_named_exists() {
    for template in SCHEMA.templates {
        let kind = template.kind;
        let is_rows = |key: &str| template.rows.iter().any(|rows| rows.kind == key);
        assert!(template.field(template.name).is_some(), "name of {kind}");
        for key in template.columns {
            assert!(template.field(key).is_some(), "column {kind}.{key}");
        }
        assert_unique(kind, template.columns.iter().copied());
        let placed: Vec<&str> = template
            .sections
            .iter()
            .flat_map(|section| section.fields)
            .copied()
            .collect();
        assert_unique(kind, placed.iter().copied());
        for key in &placed {
            assert!(
                template.field(key).is_some() || is_rows(key),
                "section {kind}.{key}"
            );
        }
        if !placed.is_empty() {
            let shown_above = |field: &Field| field.key == "code" || field.key == STATUS;
            let forgotten: Vec<&str> = template
                .fields
                .iter()
                .filter(|field| !shown_above(field) && !placed.contains(&field.key))
                .map(|field| field.key)
                .collect();
            assert!(forgotten.is_empty(), "{kind} places {forgotten:?} nowhere");
            assert!(
                template.rows.iter().all(|rows| placed.contains(&rows.kind)),
                "{kind} places some rows nowhere"
            );
        }
    }
}

#[test]
fn state_machines_are_whole() {
    for (template, machine) in machines() {
        let kind = template.kind;
        assert_unique(kind, machine.states.iter().map(|state| state.choice.key));
        assert_unique(kind, machine.transitions.iter().map(|step| step.key));
        let Some(FieldType::Enum(choices)) = template.field(STATUS).map(|field| field.field_type)
        else {
            panic!("{kind} has no status")
        };
        let keys = |choices: &mut dyn Iterator<Item = &'static str>| choices.collect::<Vec<_>>();
        assert_eq!(
            keys(&mut choices.iter().map(|choice| choice.key)),
            keys(&mut machine.states.iter().map(|state| state.choice.key)),
            "{kind}"
        );
        for step in machine.transitions {
            assert!(
                is_key(step.key) && !step.from.is_empty() && !step.who.is_empty(),
                "{kind}.{}",
                step.key
            );
            for state in step.from.iter().chain([&step.to]) {
                assert!(
                    machine.state(state).is_some(),
                    "{kind}.{}: {state}",
                    step.key
                );
            }
        }
        let mut reached = BTreeSet::from([machine.first().choice.key]);
        for _ in machine.states {
            let next: Vec<&str> = machine
                .transitions
                .iter()
                .filter(|step| step.from.iter().any(|state| reached.contains(state)))
                .map(|step| step.to)
                .collect();
            reached.extend(next);
        }
        for state in machine.states {
            assert!(
                reached.contains(state.choice.key),
                "{kind} never reaches {}",
                state.choice.key
            );
        }
    }
}

#[test]
fn steps_and_locks_name_fields_that_are_there() {
    for (template, machine) in machines() {
        let kind = template.kind;
        for state in machine.states {
            assert!(
                state
                    .locks
                    .fields
                    .iter()
                    .all(|key| template.fields.iter().any(|field| field.key == *key)),
                "{kind}.{}",
                state.choice.key
            );
            assert!(
                state
                    .locks
                    .rows
                    .iter()
                    .all(|rows| template.rows.iter().any(|template| template.kind == *rows)),
                "{kind}.{}",
                state.choice.key
            );
        }
        for step in machine.transitions {
            let place = format!("{kind}.{}", step.key);
            assert!(
                step.asks
                    .iter()
                    .all(|key| template.field(key).is_some_and(|field| !field.filled)),
                "{place} asks"
            );
            for key in step.stamps.iter().chain(step.clears) {
                let field = template
                    .field(key)
                    .unwrap_or_else(|| panic!("{place}: {key}"));
                assert!(
                    field.latest
                        && matches!(field.field_type, FieldType::Date | FieldType::DateTime),
                    "{place}: {key}"
                );
            }
            for (key, number) in step.sets {
                let Some(FieldType::Int(min, max)) =
                    template.field(key).map(|field| field.field_type)
                else {
                    panic!("{place}: {key}")
                };
                assert!((min..=max).contains(number), "{place}: {key}");
            }
            for who in step.who {
                if let Who::Person(key) | Who::RepOf(key) | Who::NotPerson(key) = who {
                    let field = template
                        .field(key)
                        .unwrap_or_else(|| panic!("{place}: {key}"));
                    let kinds =
                        if let FieldType::Ref(kinds) | FieldType::Set(kinds) = field.field_type {
                            kinds
                        } else {
                            &[]
                        };
                    assert_eq!(
                        kinds,
                        if matches!(who, Who::RepOf(_)) {
                            ["department"]
                        } else {
                            ["member"]
                        },
                        "{place}: {key}"
                    );
                }
            }
        }
    }
}

/// A gate that no button has would hold back nothing, and its fields would never be asked for.
#[test]
fn every_gate_belongs_to_a_step_of_the_form_or_of_the_one_it_lies_under() {
    for template in SCHEMA.templates {
        let above = SCHEMA.templates.iter().filter(|form| {
            form.kind == template.kind || form.rows.iter().any(|rows| rows.kind == template.kind)
        });
        let gates: Vec<_> = above
            .filter_map(|form| form.states)
            .flat_map(|machine| machine.transitions)
            .filter_map(|step| step.gate)
            .collect();
        for field in template.fields {
            assert!(
                field.gates.iter().all(|gate| gates.contains(gate)),
                "{}.{}",
                template.kind,
                field.key
            );
        }
        for rule in checks::rules(template) {
            if let Severity::Block(gate) = rule.severity {
                assert!(gates.contains(&gate), "{} {}", template.kind, rule.code);
            }
        }
    }
}

fn assert_has(kind: &str, keys: &str) {
    let template = SCHEMA.template(kind).unwrap_or_else(|| panic!("{kind}"));
    for key in keys.split_whitespace() {
        let is_there =
            template.field(key).is_some() || template.rows.iter().any(|rows| rows.kind == key);
        assert!(is_there, "{kind} lacks {key}");
    }
}

#[test]
fn the_goal_charter_has_every_field_of_the_specification() {
    assert_has(
        "charter",
        "project_name project_code scenario lead_department sponsor background problem_statement goal_statement smart_specific",
    );
    assert_has(
        "charter",
        "smart_achievable smart_relevant planned_start planned_end metric deliverable scope_item assumption constraints budget_cap",
    );
    assert_has("charter", "confirmation confirm_by revision_reason status");
    assert_has(
        "metric",
        "name unit baseline_value target_value direction measure_from measure_to source owner actual_value",
    );
    assert_has(
        "deliverable",
        "name acceptance_criteria acceptor due_milestone",
    );
    assert_has("scope_item", "side text");
    assert_has("assumption", "statement validate_by checker result");
    assert_has("confirmation", "department rep answer comment at");
}

#[test]
fn the_plan_has_every_field_of_the_specification() {
    assert_has("stage", "name seq goal start end exit_criteria");
    assert_has(
        "milestone",
        "name baseline_date current_date actual_date gate gate_decision conditions",
    );
    assert_has(
        "task",
        "code status title stage work_item task_type department owner helpers reviewer needs_review priority deliverable acceptance",
    );
    assert_has(
        "task",
        "baseline_start baseline_end current_start current_end actual_start actual_end duration_wd effort_pd percent blocked_by_issue",
    );
    assert_has(
        "task",
        "dependency forecast_end delay_cause accepted remind_days",
    );
    assert_has("dependency", "predecessor kind_of lag_days");
}

#[test]
fn the_issue_form_has_every_field_of_the_specification() {
    assert_has(
        "issue",
        "code status title description raised_by raised_dept category affected_departments affected_tasks impact_scope delay_risk_wd",
    );
    assert_has(
        "issue",
        "cost_impact impact urgency severity support_needed support_department proposed_solution owner due_at original_due_at extension",
    );
    assert_has(
        "issue",
        "interim_measure root_cause_category root_cause resolution resolved_at verified_by verified_at prevent_action",
    );
    assert_has("issue", "escalation_level watchers");
    assert_has("extension", "new_due reason approved_by at");
}

#[test]
fn the_resource_request_has_every_field_of_the_specification_but_the_conflicts() {
    assert_has(
        "resource_request",
        "code status title requester request_dept resource_type resource_item specification quantity unit need_from need_to daily_share",
    );
    assert_has(
        "resource_request",
        "purpose linked_task priority impact_if_refused alternatives provider_dept provider_answer provider_comment decision",
    );
    assert_has(
        "resource_request",
        "approved_quantity approved_from approved_to decision_reason decided_by decided_at handed_over_at received_by return_due",
    );
    assert_has(
        "resource_request",
        "returned_at actual_usage data_scope data_masking data_users destroy_by budget_account approved_cap attachment",
    );
}

#[test]
fn departments_and_roster_have_the_fields_others_refer_to() {
    assert_has(
        "department",
        "department participation representative department_head duties not_duties department_benefit interest influence",
    );
    assert_has("department", "boundary_confirmed_at");
    assert_has(
        "work_item",
        "name lead_department support_departments support_detail boundary_note",
    );
    assert_has(
        "member",
        "person department project_role backup_person duties decision_rights allocation_pct join_date leave_date notify accepted_at",
    );
}

#[test]
fn the_communication_rules_and_the_risk_register_have_every_field_of_the_specification() {
    assert_has(
        "mechanism",
        "status decision_channels read_within_h reply_within_h remind_before_h remind_interval_h silence_means severity_shortcut meeting channel message escalation",
    );
    assert_has(
        "meeting",
        "meeting_name kind_of weekday time duration_min host minute_taker required optional agenda_item notice_days channel",
    );
    assert_has("agenda_item", "topic minutes presenter");
    assert_has(
        "channel",
        "topic channel official response_within quiet_hours",
    );
    assert_has(
        "message",
        "information purpose audience sender frequency method reply_needed reply_within confidential_approver",
    );
    assert_has("escalation", "level persons after_h expected_response");
    assert_has(
        "risk",
        "code status title cause event effect category likelihood impact level_score level residual_likelihood residual_impact owner fallback_owner",
    );
    assert_has(
        "risk",
        "strategy prevention contingency trigger trigger_date action_due affected_tasks affected_milestones last_reviewed_at review_every_days became_issue",
    );
    assert_has(
        "assignment",
        "row column letter named_person note published_at",
    );
    assert_has("need", "side what other by_when");
}

#[test]
fn absences_contacts_handovers_and_the_calendar_have_every_field_of_the_specification() {
    assert_has("member", "absence contact");
    assert_has("absence", "from to covered_by");
    assert_has("contact", "contact");
    assert_has("task", "handoff");
    assert_has(
        "handoff",
        "giver receiver what criteria promised_date receiver_agreed result return_reason",
    );
    assert_has("settings", "skip_rest_days public_holidays calendar_day");
    assert_has("calendar_day", "from to day_kind name");
    assert_has("milestone", "slip_wd");
    assert_has("issue", "info_asked_at info_given_at revisit_date");
}
