//! Other answers: departments that stay out, other lengths, other scenarios, no answers at all.

use super::answers::{REPS, answers, date, open};
use crate::begun::{assert_nothing_blocks, assert_plan_is_sound, name, owners};
use hepai::analysis::begin::start::Scenario;
use hepai::model::Value;
use hepai::model::template::Lang;
use hepai::templates::{charter, dependency, member, metric, risk, task};
use std::collections::BTreeSet;

#[test]
fn nobody_is_named_who_was_not_given() {
    let mut start = answers();
    start.departments[3].representative = None;
    let opened = open(&start);
    opened.read(|form| {
        let names: BTreeSet<String> = form.all("member").iter().map(name).collect();
        let mut given: BTreeSet<String> = REPS.map(str::to_owned).into();
        given.remove("刘经理");
        given.extend(["王经理".to_owned(), String::new()]);
        assert_eq!(names, given);
        let budget = &owners(form)[3];
        assert_eq!(budget, &("编制并批准预算".to_owned(), String::new()));
        let open_role = form
            .all("member")
            .into_iter()
            .find(|member| !member.has("person"))
            .expect("a role still open");
        assert_eq!(open_role.get(member::PROJECT_ROLE).as_deref(), Some("rep"));
        assert!(open_role.has("department"));
    });
    assert_plan_is_sound(&opened, &start);
    opened.session.read(assert_nothing_blocks);
    let typed: Vec<String> = opened.session.read(|log| {
        log.current()
            .values()
            .flat_map(|fields| fields.values().cloned().collect::<Vec<_>>())
            .filter_map(|value| value.as_text().map(str::to_owned))
            .collect()
    });
    for stranger in ["林总", "周专员", "孙工程师", "刘经理"] {
        assert!(
            typed.iter().all(|text| !text.contains(stranger)),
            "{stranger}"
        );
    }
}

#[test]
fn a_department_that_stays_out_takes_its_tasks_along_and_the_plan_holds() {
    let mut start = answers();
    start.departments[0].is_in = false;
    start.departments[5].is_in = false;
    let opened = open(&start);
    opened.read(|form| {
        assert_eq!(form.all("task").len(), 10);
        let service = form
            .all("task")
            .into_iter()
            .find(|task| task.get(task::TITLE).as_deref() == Some("准备客服与支持"))
            .expect("the task of service");
        let before: Vec<_> = service
            .rows("dependency")
            .iter()
            .filter_map(|row| row.referred(dependency::PREDECESSOR)?.get(task::TITLE))
            .collect();
        assert_eq!(
            before,
            ["召开启动会，确认目标与边界"],
            "what waited for the build waits for what the build waited for"
        );
    });
    assert_plan_is_sound(&opened, &start);
    opened.session.read(assert_nothing_blocks);
}

#[test]
fn the_plan_fits_projects_of_any_length_begun_on_any_day() {
    for first in [
        "2026-01-05",
        "2026-02-09",
        "2026-04-27",
        "2026-07-01",
        "2026-09-21",
    ] {
        for months in [1, 2, 3, 4, 6, 12] {
            let mut start = answers();
            start.start = date(first);
            start.months = months;
            start.end = hepai::analysis::begin::start::end_of(start.start, months);
            assert_plan_is_sound(&open(&start), &start);
        }
    }
}

#[test]
fn a_blank_project_holds_what_was_answered_and_no_rows() {
    let mut start = answers();
    start.scenario = Scenario::Blank;
    let opened = open(&start);
    opened.read(|form| {
        assert_eq!(form.get(charter::SCENARIO).as_deref(), Some("project"));
        assert_eq!(form.all("member").len(), 7);
        let kinds: BTreeSet<String> = form
            .log()
            .all_records()
            .iter()
            .map(|record| record.kind().to_owned())
            .collect();
        assert_eq!(
            kinds.into_iter().collect::<Vec<_>>(),
            ["charter", "department", "member", "metric", "scope_item"]
        );
    });
    opened.session.read(assert_nothing_blocks);
}

#[test]
fn an_empty_wizard_still_gives_a_project() {
    let mut start = answers();
    start.project_name = "试一试".to_owned();
    for text in [
        &mut start.me,
        &mut start.my_department,
        &mut start.goal,
        &mut start.out_of_scope,
    ] {
        text.clear();
    }
    start.metric = Default::default();
    start.departments.clear();
    let opened = open(&start);
    opened.read(|form| {
        assert_eq!(form.get(charter::PROJECT_CODE).as_deref(), Some("P2603"));
        assert!(!form.has("goal_statement") && form.rows("metric").is_empty());
        assert_eq!(form.all("task").len(), 4, "those of the lead");
    });
    assert_plan_is_sound(&opened, &start);
}

#[test]
fn english_texts_stand_in_an_english_project() {
    let mut start = answers();
    start.lang = Lang::En;
    start.goal = "the launch of the A1 lamp".to_owned();
    start.metric.name = "first-month sales".to_owned();
    start.metric.unit = "thousand yuan".to_owned();
    start.metric.target = "5,000".to_owned();
    let opened = open(&start);
    opened.read(|form| {
        assert_eq!(
            form.get(charter::GOAL_STATEMENT).as_deref(),
            Some("Within 3 months finish the launch of the A1 lamp, reach first-month sales of 5000 thousand yuan.")
        );
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for kind in ["task", "stage", "risk", "meeting", "agenda_item", "work_item"] {
            for row in form.all(kind) {
                for key in form.log().keys(row.record()) {
                    let value = form.log().value(row.record(), key);
                    let text = value.as_text().unwrap_or_default();
                    assert!(!text.contains(is_han), "{} {key} {text}", row.record());
                }
            }
        }
        assert_eq!(form.all("task").len(), 14);
    });
    opened.session.read(assert_nothing_blocks);
}

#[test]
fn a_person_given_twice_is_one_person() {
    let mut start = answers();
    start.departments[1].representative = Some("王经理".to_owned());
    start.coordinator = Some("李主管".to_owned());
    start.sponsor = Some("林总".to_owned());
    let opened = open(&start);
    opened.read(|form| {
        let people = hepai::analysis::people::who::People::of(form);
        let persons: BTreeSet<_> = form
            .all("member")
            .iter()
            .map(|member| people.person(member.record()))
            .collect();
        assert_eq!((form.all("member").len(), persons.len()), (9, 7));
        for task in form.all("task") {
            let (owner, reviewer) = (task.get(task::OWNER), task.get(task::REVIEWER));
            let both = owner.zip(reviewer).expect("an owner and a reviewer");
            assert_ne!(people.person(&both.0), people.person(&both.1));
        }
        for risk in form.all("risk") {
            let both = risk
                .get(risk::OWNER)
                .zip(risk.get(risk::FALLBACK_OWNER))
                .expect("an owner and a fallback");
            assert_ne!(people.person(&both.0), people.person(&both.1));
        }
    });
}

#[test]
fn what_is_typed_into_the_wizard_is_stored_as_meant_or_as_typed() {
    let text = |text: &str| Value::text(text);
    for (budget, days, stands) in [
        ("12万", "1,200", (Value::int(12_000_000), text("1,200"))),
        ("3,5万", "1，5", (text("3,5万"), text("1，5"))),
        ("十二万左右", "几天", (text("十二万左右"), text("几天"))),
    ] {
        let mut start = answers();
        start.scenario = Scenario::Resource;
        start.besides.budget = budget.to_owned();
        start.besides.settle_days = days.to_owned();
        open(&start).read(|form| {
            let target = form.rows(metric::KIND)[0].value(metric::TARGET_VALUE.name);
            let cap = form.value(charter::BUDGET_CAP.name);
            assert_eq!((cap, target), stands, "{budget} {days}");
        });
    }
}

#[test]
fn what_is_counted_is_not_named_twice_in_an_english_goal() {
    let mut start = answers();
    start.lang = Lang::En;
    start.goal = "open the Whale Hall".to_owned();
    start.metric.name = "tickets in the opening month".to_owned();
    start.metric.unit = "tickets".to_owned();
    start.metric.target = "12,500".to_owned();
    open(&start).read(|form| {
        assert_eq!(
            form.get(charter::GOAL_STATEMENT).as_deref(),
            Some("Within 3 months open the Whale Hall, reach 12500 tickets in the opening month.")
        );
    });
    // A unit that is no word of the name, and one whose small letter is shorter than it.
    for (name, unit) in [("ticket sales", "t"), ("kilometres", "\u{212A}")] {
        start.metric.name = name.to_owned();
        start.metric.unit = unit.to_owned();
        let wanted = format!("reach {name} of 12500 {unit}.");
        open(&start).read(|form| {
            let goal = form.get(charter::GOAL_STATEMENT).unwrap_or_default();
            assert!(goal.ends_with(&wanted), "{goal}");
        });
    }
}
