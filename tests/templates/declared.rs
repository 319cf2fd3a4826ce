//! What the declarations say of fields and forms, whole: so that a change is seen, and none happens by accident.

use crate::fields::fields;
use hepai::model::template::{FieldType, Glance, Label, Template, Who, Words};
use hepai::templates::{SCHEMA, tabs_of};

pub(crate) fn kinds(is_it: fn(&Template) -> bool) -> String {
    let all = SCHEMA.templates.iter();
    let kinds: Vec<&str> = all
        .filter(|template| is_it(template))
        .map(|template| template.kind)
        .collect();
    kinds.join(" ")
}

#[test]
fn what_happened_stays_in_its_project() {
    assert_eq!(
        fields(|field| field.happened),
        [
            "charter: confirm_by revision_reason",
            "metric: pilot_value actual_value explanation",
            "assumption: validate_by result",
            "member: join_date leave_date",
            "milestone: baseline_date actual_date gate_decision conditions",
            "task: percent blocked_by_issue forecast_end delay_cause accepted",
            "action: result",
        ]
    );
    assert_eq!(
        fields(|field| field.progress),
        ["task: percent blocked_by_issue forecast_end delay_cause accepted"]
    );
    assert_eq!(
        kinds(|template| !template.copied),
        "confirmation absence handoff view issue extension case resource_request progress review review_task minutes minutes_item risk action feedback suggestion report report_item open_item lesson decision option recipient consultation opinion rollout_check change_request change_item assessment attachment comment proposal"
    );
}

/// Lists that say in place of their emptiness what to press: the button that begins the first stands under it.
const BEGUN_BY_A_BUTTON: [&str; 3] = ["consultation", "mechanism", "task"];

#[test]
fn an_empty_list_says_what_comes_next() {
    for form in SCHEMA.templates {
        let empty = form.words.empty;
        if empty == Label::NONE || BEGUN_BY_A_BUTTON.contains(&form.kind) {
            continue;
        }
        for (text, none) in [(empty.zh, "还没有"), (empty.en, "No")] {
            let sentences = text.matches(['。', '.', '?', '？']).count();
            assert!(
                sentences > 1 || !text.starts_with(none),
                "{} {text}",
                form.kind
            );
        }
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
fn an_id_is_made_of_the_one_or_two_records_that_it_names() {
    let made: Vec<String> = SCHEMA
        .templates
        .iter()
        .filter(|form| !form.made_of.is_empty())
        .map(|form| format!("{}: {}", form.kind, form.made_of.join(" ")))
        .collect();
    assert_eq!(
        made,
        [
            "confirmation: department",
            "assignment: row column",
            "case: issue",
            "feedback: respondent"
        ]
    );
    for form in SCHEMA.templates {
        assert!(form.made_of.len() <= 2, "{}", form.kind);
        assert!(form.made_of.is_empty() || !form.once, "{}", form.kind);
        for key in form.made_of {
            let field = form.field(key).map(|field| field.field_type);
            assert!(
                matches!(field, Some(FieldType::Ref(_))),
                "{}.{key}",
                form.kind
            );
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
    let reps: &[Who] = &[Who::Reps];
    let asked: &[Who] = &[Who::Each("recipients")];
    assert_eq!(
        told,
        [
            ("settings", reps),
            ("charter", reps),
            ("decision", asked),
            ("consultation", reps),
        ]
    );
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
            "task mechanism (handoff) (stage) (milestone)",
            "issue (resource_request) (decision) (consultation) (rollout_check)",
            "progress minutes risk (action) (change_request)",
            "(metric) (feedback) (report) (lesson)",
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
            "work_item 分工表",
            "member 成员",
            "stage 阶段",
            "milestone 里程碑",
            "task 计划表",
            "handoff 交接",
            "mechanism 沟通机制",
            "meeting 会议",
            "channel 渠道",
            "message 信息",
            "escalation 上报",
            "issue 问题",
            "resource 台账",
            "resource_request 资源",
            "progress 进度",
            "review 每周复盘",
            "minutes 周会",
            "risk 风险",
            "action 行动项",
            "feedback 反馈",
            "report 总结报告",
            "lesson 经验",
            "decision 决策",
            "consultation 意见",
            "rollout_check 落地检查",
            "change_request 变更",
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
    assert_eq!(
        of(|words| words.add),
        "issue resource resource_request action open_item lesson decision consultation change_request"
    );
    assert_eq!(
        of(|words| words.empty),
        "metric work_item member task mechanism issue resource_request progress risk feedback lesson decision consultation change_request"
    );
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
    assert_eq!(
        filters,
        [
            "task: department owner status stage by stage",
            "risk: status owner by ",
            "lesson: scenario departments kind reuse_as by ",
        ]
    );
    for form in SCHEMA.templates {
        let columns: Vec<&str> = form.table_columns().iter().map(|one| one.key).collect();
        let grouped = (!form.grouped_by.is_empty()).then_some(form.grouped_by);
        for key in form.filters.iter().copied().chain(grouped) {
            let field = form.field(key);
            // What is ticked has no column: it would not fit there.
            let is_ticked =
                field.is_some_and(|field| matches!(field.field_type, FieldType::Set(_)));
            let is_shown = is_ticked || columns.contains(&key);
            assert!(is_shown, "{}.{key} is no column", form.kind);
            let is_choice = field.is_some_and(|field| {
                is_ticked || matches!(field.field_type, FieldType::Ref(_) | FieldType::Enum(_))
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
