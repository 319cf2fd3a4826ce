//! What the declarations say of fields and forms, whole: so that a change is seen, and none happens by accident.

use hepai::analysis::people::guards::is_met;
use hepai::model::template::{
    Field, FieldType, First, Form, Glance, Label, Period, StakeKind, Template, Turn, Who, Words,
    Work,
};
use hepai::templates::{SCHEMA, begun_beside, coming_up, tabs_of, works};

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
            "resource_request: purpose impact_if_refused",
            "risk: prevention contingency",
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
        ]
    );
    assert_eq!(
        fields(|field| field.stake == Some(StakeKind::Decision)),
        [
            "milestone: gate_decision conditions",
            "resource_request: decision approved_quantity decided_by",
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
        "confirmation absence handoff issue extension resource_request risk attachment comment proposal"
    );
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
            line("resource_request", "requester")
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
fn a_form_is_begun_beside_the_records_that_it_names() {
    assert_eq!(
        fields(|field| field.begun_beside),
        ["issue: affected_tasks"]
    );
    let beside = |kind: &str| -> Vec<String> {
        let all = begun_beside(kind);
        all.map(|(form, field)| format!("{}.{}", form.kind, field.key))
            .collect()
    };
    assert_eq!(beside("task"), ["issue.affected_tasks"]);
    assert!(beside("issue").is_empty() && beside("member").is_empty());
    for field in SCHEMA.templates.iter().flat_map(|form| form.fields) {
        let names = matches!(field.field_type, FieldType::Ref(_) | FieldType::Set(_));
        assert!(names || !field.begun_beside, "{}", field.key);
    }
}

#[test]
fn under_a_table_stands_who_and_when_by_fields_that_are_there() {
    assert_eq!(kinds(|form| !form.glance.is_empty()), "task");
    for form in SCHEMA.templates {
        let is = |key: &str, wanted: fn(FieldType) -> bool| {
            form.field(key)
                .is_some_and(|field| wanted(field.field_type))
        };
        for glance in form.glance {
            let fits = match glance {
                Glance::Person(key) => is(key.name, |one| matches!(one, FieldType::Ref(_))),
                Glance::Span(label, from, to) => {
                    let is_day = |key| is(key, |one| one == FieldType::Date);
                    !label.zh.is_empty() && is_day(from.name) && is_day(to.name)
                }
            };
            assert!(fits, "{} {glance:?}", form.kind);
        }
    }
}

#[test]
fn who_else_has_to_know_of_a_step_is_said_by_the_form() {
    let told: Vec<(&str, &[Who])> = SCHEMA
        .templates
        .iter()
        .filter(|form| !form.tells.is_empty())
        .map(|form| (form.kind, form.tells))
        .collect();
    assert_eq!(told, [("charter", &[Who::Reps] as &[Who])]);
    assert!(told.iter().all(|(kind, _)| {
        let form = SCHEMA.template(kind);
        form.is_some_and(|form| form.states.is_some())
    }));
}

/// The tabs of a step; those that wait for their first record in brackets.
fn tabs(step: u8) -> String {
    let name = |template: &'static Template| match template.place {
        Some(tab) if tab.always => template.kind.to_owned(),
        _ => format!("({})", template.kind),
    };
    tabs_of(step).map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_step_has_its_tabs_and_every_tab_a_step() {
    assert_eq!(
        [1, 2, 3, 4, 5, 6].map(tabs),
        [
            "charter (department)",
            "member (work_item)",
            "task (handoff) (stage) (milestone) (meeting) (channel) (message) (escalation)",
            "issue (resource_request)",
            "risk",
            "metric",
        ]
    );
    let placed = SCHEMA.templates.iter().filter(|form| form.place.is_some());
    assert_eq!(placed.count(), (1..=6).flat_map(tabs_of).count());
    assert_eq!(kinds(|template| template.paper), "charter task issue");
}

#[test]
fn a_form_that_waits_for_its_first_record_says_what_it_is_for() {
    for step in 1..=6 {
        for form in tabs_of(step) {
            let is_hidden = form.place.is_some_and(|tab| !tab.always);
            assert_eq!(
                form.words.purpose.zh.is_empty(),
                !is_hidden,
                "{}",
                form.kind
            );
        }
    }
}

#[test]
fn lists_are_called_by_what_stands_in_them_or_by_a_name_of_their_own() {
    let own = SCHEMA
        .templates
        .iter()
        .filter(|form| form.words.list != Label::NONE);
    let own: Vec<String> = own
        .map(|form| format!("{} {}", form.kind, form.list_label().zh))
        .collect();
    assert_eq!(
        own,
        [
            "metric 指标结果",
            "department 部门",
            "member 成员",
            "stage 阶段",
            "milestone 里程碑",
            "task 计划表",
            "escalation 上报",
            "issue 问题",
            "resource_request 资源申请",
            "risk 风险",
        ]
    );
}

#[test]
fn what_pages_say_of_a_form_beside_its_name_is_said_in_both_languages() {
    let of = |text: fn(&Words) -> Label| {
        let forms = SCHEMA.templates.iter();
        let own = forms.filter(|form| text(&form.words) != Label::NONE);
        let own: Vec<&str> = own.map(|form| form.kind).collect();
        own.join(" ")
    };
    assert_eq!(of(|words| words.add), "issue resource_request");
    assert_eq!(of(|words| words.empty), "metric member task issue risk");
    for form in SCHEMA.templates {
        let words = form.words;
        for label in [words.list, words.purpose, words.add, words.empty] {
            assert_eq!(label.zh.is_empty(), label.en.is_empty(), "{}", form.kind);
        }
    }
}

#[test]
fn tables_are_narrowed_down_and_gathered_by_fields_they_show() {
    let filters: Vec<String> = SCHEMA
        .templates
        .iter()
        .filter(|form| !form.filters.is_empty())
        .map(|form| {
            format!(
                "{}: {} by {}",
                form.kind,
                form.filters.join(" "),
                form.grouped_by
            )
        })
        .collect();
    assert_eq!(filters, ["task: department owner status stage by stage"]);
    for form in SCHEMA.templates {
        let columns: Vec<&str> = form.table_columns().iter().map(|one| one.key).collect();
        let grouped = (!form.grouped_by.is_empty()).then_some(form.grouped_by);
        for key in form.filters.iter().copied().chain(grouped) {
            let field = form.field(key);
            assert!(columns.contains(&key), "{}.{key} is no column", form.kind);
            let is_choice = field.is_some_and(|field| {
                matches!(field.field_type, FieldType::Ref(_) | FieldType::Enum(_))
            });
            assert!(is_choice, "{}.{key} is no choice", form.kind);
        }
        let by = form.field(form.grouped_by).map(|field| field.field_type);
        assert!(
            by.is_none() || matches!(by, Some(FieldType::Ref(_))),
            "{}",
            form.kind
        );
    }
}

#[test]
fn work_says_who_answers_for_it_by_when_and_whose_turn_it_is() {
    let told: Vec<String> = works()
        .map(|(form, work)| {
            let field = form.field(work.due_field).map(|field| field.key);
            let states = form.states.map_or(0, |machine| machine.states.len());
            let turns: usize = work.turns.iter().map(|(states, _)| states.len()).sum();
            format!(
                "{}: {} of {}, {turns} of {states} states",
                form.kind,
                field.unwrap_or_default(),
                work.owner.name
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "task: current_end of owner, 4 of 6 states",
            "issue: due_at of owner, 6 of 9 states",
            "resource_request: need_from of requester, 5 of 9 states",
            "risk: action_due of owner, 0 of 7 states",
        ]
    );
    let of = |is_it: fn(&Work) -> bool| {
        let all = works().filter(|(_, work)| is_it(work));
        all.map(|(form, _)| form.kind).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(|work| work.effort.is_some()), "task");
    assert_eq!(of(|work| work.alike), "task issue");
    assert_eq!(of(|work| work.watched.is_some()), "risk");
    for (form, work) in works() {
        let effort = work.effort.iter();
        let mut keys = effort.flat_map(|one| [one.from.name, one.to.name, one.person_days.name]);
        assert!(keys.all(|key| form.field(key).is_some()), "{}", form.kind);
        assert!(
            [work.called, work.many]
                .iter()
                .all(|label| !label.zh.is_empty() && !label.en.is_empty()),
            "{}",
            form.kind
        );
    }
    let coming: Vec<&str> = coming_up().map(|(form, _)| form.kind).collect();
    assert_eq!(coming, ["resource_request", "issue", "task"]);
}

#[test]
fn turns_name_states_steps_and_people_that_are_there() {
    for (form, work) in works() {
        let machine = form.states.expect("work has states");
        assert!(form.field(work.owner.name).is_some(), "{}", form.kind);
        assert!(
            work.watched
                .is_none_or(|day| form.field(day.name).is_some()),
            "{}",
            form.kind
        );
        for (states, turns) in work.turns {
            assert!(
                states.iter().all(|state| machine.state(state).is_some()),
                "{} {states:?}",
                form.kind
            );
            for turn in *turns {
                let is_step = |key: &str, states: &[&str]| {
                    let mut steps = machine.transitions.iter();
                    steps.any(|step| {
                        step.key == key && states.iter().all(|state| step.from.contains(state))
                    })
                };
                let is_there = match turn {
                    Turn::Owner | Turn::OwnerInTime => true,
                    Turn::Person(field) => form.field(field).is_some(),
                    Turn::Step(step) => is_step(step, states),
                    Turn::StepFrom(step, day) => {
                        is_step(step, states) && form.field(day.name).is_some()
                    }
                };
                assert!(is_there, "{} {turn:?}", form.kind);
            }
        }
    }
}

#[test]
fn every_guard_that_is_named_is_counted_and_says_its_number() {
    let project = hepai::model::Log::new(&SCHEMA, 1);
    let today = chrono::NaiveDate::default();
    let mut names = Vec::new();
    for form in SCHEMA.templates {
        let steps = form.states.map_or(&[][..], |machine| machine.transitions);
        for (step, guard) in steps.iter().filter_map(|step| Some((step, step.guard?))) {
            let record = hepai::model::RecordId::of(&format!("{}/x", form.kind));
            let record = Form::new(&project, record);
            assert!(
                is_met(guard, &record, today).is_some(),
                "{} is counted nowhere",
                guard.name
            );
            let has_place = guard.says.is_some_and(|says| says.zh.contains("{n}"));
            assert_eq!(has_place, guard.n > 0, "{}", guard.name);
            names.push(format!("{}.{}: {}", form.kind, step.key, guard.name));
        }
    }
    assert_eq!(
        names,
        [
            "task.complete: no_review",
            "issue.close_silent: unanswered",
            "issue.reopen: closed_lately",
            "resource_request.answer: not_answered",
        ]
    );
}
