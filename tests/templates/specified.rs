//! Every form has every field of the specification (templates.md).

use hepai::templates::SCHEMA;

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
fn updates_and_actions_have_every_field_of_the_specification() {
    assert_has(
        "progress",
        "percent_before percent_after done key_data remaining next_step confidence forecast_end delay_cause blocker_issue",
    );
    assert_has("progress", "hours_spent by at period");
    assert_has("action", "what owner due linked_task status result done_at");
}

#[test]
fn what_is_left_over_has_every_field_of_the_specification() {
    assert_has("open_item", "text about owner due answer comment");
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

#[test]
fn changes_have_every_field_of_the_specification_but_what_is_counted_or_told_elsewhere() {
    assert_has(
        "change_request",
        "title type reason reason_code impact_if_not impact_schedule_wd impact_cost impact_scope size priority",
    );
    assert_has(
        "change_request",
        "requested_by requested_at decided_by decided_at implemented_at change_item status",
    );
    assert_has("change_item", "target field before after");
}

#[test]
fn the_feedback_form_has_every_field_of_the_specification_but_the_round_without_names() {
    assert_has(
        "feedback",
        "respondent department sheet_no score_communication score_responsibility score_resource score_problem score_goal score_decision",
    );
    assert_has(
        "feedback",
        "reason_communication reason_responsibility reason_resource reason_problem best_practice suggestion suggestion_type",
    );
    assert_has(
        "feedback",
        "thank_departments would_repeat submitted_at status",
    );
    assert_has("suggestion", "answer reason owner due");
    assert_has("settings", "closing_at");
}

#[test]
fn a_lesson_has_every_field_of_the_specification() {
    assert_has(
        "lesson",
        "code status title kind scenario stage step departments event effect cause early_sign recommendation known_risk",
    );
    assert_has(
        "lesson",
        "reuse_as source confirmed_by applied applied_in useful expires_on",
    );
}

#[test]
fn the_summary_report_has_every_field_that_is_not_counted_or_an_action() {
    assert_has(
        "report",
        "status executive_summary post_project report_item snapshot_total snapshot_done snapshot_on_time",
    );
    assert_has("report_item", "section text evidence department");
    assert_has("metric", "explanation");
}

#[test]
fn decisions_have_every_field_of_the_specification() {
    assert_has(
        "decision",
        "title category background option driver approver contributors informed decision_text rationale decided_at",
    );
    assert_has(
        "decision",
        "effective_on decided_in recipients read_by_at reply_by_at follow_ups revisit_on supersedes status",
    );
    assert_has("option", "name pros cons cost days chosen");
    assert_has("recipient", "read_at reply comment replied_at");
    assert_has("assessment", "department opinion days cost at");
}

#[test]
fn the_weekly_meeting_has_every_field_of_the_specification_but_what_is_a_line_or_counted() {
    assert_has(
        "review",
        "meeting cutoff_at health health_reason summary snapshot_total snapshot_done snapshot_doing snapshot_blocked",
    );
    assert_has(
        "review",
        "snapshot_overdue snapshot_late_baseline snapshot_percent snapshot_planned snapshot_behind snapshot_issues_opened",
    );
    assert_has(
        "review",
        "snapshot_issues_closed snapshot_issues_overdue snapshot_requests_open snapshot_risks_high",
    );
    assert_has(
        "review",
        "snapshot_decisions_open status published_at review_task",
    );
    assert_has(
        "review_task",
        "task days_late delay_cause root_task explanation new_date",
    );
    assert_has(
        "minutes",
        "meeting planned_start actual_start actual_end place host minute_taker attendance status sent_at minutes_item",
    );
    assert_has("minutes_item", "text about sort became");
    assert_has("agenda_item", "day feeds about state minutes_used");
}

#[test]
fn consultation_and_rollout_have_every_field_of_the_specification() {
    assert_has(
        "consultation",
        "title draft_version round where clauses due answerer status opinion",
    );
    assert_has(
        "opinion",
        "clause department opinion suggested_text answer answer_reason none at",
    );
    assert_has(
        "rollout_check",
        "department item result evidence exception_request exception_until exception_answer",
    );
    assert_has("metric", "pilot_value");
}
