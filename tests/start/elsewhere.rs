//! A project of another trade than the preset's own: ERP in a factory, led by its IT department.

use super::answers::now;
use super::answers::{answers, open};
use super::begun::assert_plan_is_sound;
use hepai::analysis::begin::start::{
    MetricAnswer, Scenario, Start, defaults, goal_sentence, read_roster, take_roster,
};
use hepai::analysis::people::who::People;
use hepai::analysis::{Urgency, findings, told_checks};
use hepai::model::template::{Form, Lang};
use hepai::model::{Log, Value};
use hepai::templates::{charter, department, member, metric, task};
use std::collections::BTreeSet;

const ROSTER: &str = "信息部 孙浩\n财务部 何芳\n生产部 马超然\n仓储部 郑敏\n设备科 高峰\n";

fn erp(my_department: &str) -> Start {
    let mut start = answers();
    let mut departments = defaults(start.now.date_naive(), Lang::Zh).departments;
    take_roster(&mut departments, &read_roster(ROSTER));
    start.departments = departments;
    start.project_name = "ERP 上线".to_owned();
    start.me = "孙浩".to_owned();
    start.my_department = my_department.to_owned();
    start.goal = "ERP 财务与供应链模块上线".to_owned();
    start.metric = MetricAnswer {
        name: "首月结账天数".to_owned(),
        direction: None,
        target: "5".to_owned(),
        unit: "天以内".to_owned(),
    };
    start
}

#[test]
fn the_lead_in_the_list_is_the_lead_however_the_own_department_is_written() {
    for my_department in ["信息部", "信息", "信息部 ", "", "总经办"] {
        let opened = open(&erp(my_department));
        opened.session.read(|log| {
            let form = Form::new(log, charter::record());
            let people = People::of(&form);
            let named: Vec<_> = form
                .all(member::MEMBER.kind)
                .into_iter()
                .filter(|one| one.get(member::PERSON).as_deref() == Some("孙浩"))
                .map(|one| people.person(one.record()))
                .collect();
            let persons: BTreeSet<_> = named.iter().collect();
            assert_eq!(persons.len(), 1, "{my_department:?}");
            let tasks = form.all(task::TASK.kind);
            assert!(
                tasks
                    .iter()
                    .all(|task| task.referred(task::OWNER).is_some())
            );
            let leading: Vec<_> = form
                .all(department::DEPARTMENT.kind)
                .into_iter()
                .filter(|one| one.get(department::PARTICIPATION).as_deref() == Some("lead"))
                .filter_map(|one| one.get(department::NAME))
                .collect();
            let leads = if my_department == "总经办" {
                "总经办"
            } else {
                "信息部"
            };
            assert_eq!(leading, [leads], "{my_department:?}");
        });
    }
}

#[test]
fn every_department_has_tasks_of_its_own_and_none_has_those_of_another_trade() {
    let start = erp("信息部");
    let opened = open(&start);
    assert_plan_is_sound(&opened, &start);
    opened.session.read(|log| {
        let form = Form::new(log, charter::record());
        let of = |name: &str| {
            let tasks = form.all(task::TASK.kind).into_iter();
            let own = tasks.filter(|task| {
                let owner = task.referred(task::OWNER).expect("an owner");
                owner.get(member::PERSON).as_deref() == Some(name)
            });
            own.filter_map(|task| task.get(task::TITLE))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of("马超然"),
            ["核对本部门基础数据与产能安排", "试运行并培训班组"]
        );
        assert_eq!(
            of("高峰"),
            [
                "设备科：列出本部门的工作、日期和困难",
                "设备科：完成本部门的上线准备"
            ]
        );
        assert_eq!(of("何芳"), ["编制并批准预算"]);
        assert_eq!(of("郑敏").len(), 2);
        assert!(of("孙浩").contains(&"配置系统并准备数据".to_owned()));
        let all: Vec<_> = form
            .all(task::TASK.kind)
            .into_iter()
            .filter_map(|task| task.get(task::TITLE))
            .collect();
        assert!(!all.contains(&"核心开发或制作".to_owned()), "{all:?}");
    });
}

#[test]
fn days_until_the_books_are_closed_are_at_most_so_many() {
    let start = erp("信息部");
    assert_eq!(
        goal_sentence(&start),
        "3 个月内完成 ERP 财务与供应链模块上线，首月结账天数不超过 5 天。"
    );
    let opened = open(&start);
    opened.session.read(|log| {
        let form = Form::new(log, charter::record());
        let row = form.all(metric::METRIC.kind).remove(0);
        let text = |key| row.get(key).unwrap_or_default();
        assert_eq!(
            [
                text(metric::DIRECTION),
                text(metric::TARGET_VALUE),
                text(metric::UNIT)
            ],
            ["at_most", "5", "天"]
        );
    });
}

#[test]
fn a_new_project_opens_with_at_most_five_checks_and_none_of_them_is_the_presets_own() {
    let scenarios = [
        Scenario::Project,
        Scenario::Resource,
        Scenario::Problem,
        Scenario::Process,
        Scenario::Blank,
    ];
    for (scenario, mut start) in scenarios
        .into_iter()
        .flat_map(|scenario| [(scenario, erp("信息部")), (scenario, answers())])
    {
        start.scenario = scenario;
        let opened = open(&start);
        opened.session.read(|log| {
            let told = told_checks(log, now());
            let groups = &told.groups;
            let codes: Vec<_> = groups
                .iter()
                .map(|group| (group.urgency, group.found[0].rule.code, group.found.len()))
                .collect();
            assert!(told.pressing() <= 5, "{scenario:?} {codes:?}");
            assert!(
                codes.iter().all(|(urgency, ..)| *urgency != Urgency::Now),
                "{scenario:?} {codes:?}"
            );
            for (_, code, _) in codes {
                assert!(!["TASK-09", "RACI-04", "DEP-03"].contains(&code), "{code}");
            }
        });
    }
}

#[test]
fn a_suggestion_about_a_preset_row_comes_once_somebody_has_edited_it() {
    let opened = open(&answers());
    let long = |log: &Log| {
        let found = findings(log, now()).into_iter();
        found.filter(|found| found.rule.code == "TASK-09").count()
    };
    assert_eq!(opened.session.read(long), 0);
    let rows = opened.session.rows(task::KIND);
    for row in &rows {
        opened
            .session
            .set_fields(row, &[(task::DELIVERABLE.name, Value::text("样机"))]);
    }
    assert!(opened.session.read(long) > 0);
}

#[test]
fn the_sentence_says_nothing_that_the_goal_says_itself() {
    let said = |goal: &str, lang| {
        let mut start = erp("信息部");
        start.lang = lang;
        start.goal = goal.to_owned();
        start.metric = MetricAnswer::default();
        goal_sentence(&start)
    };
    for (goal, sentence) in [
        ("灌装线搬迁", "3 个月内完成灌装线搬迁。"),
        ("六月底前完成灌装线搬迁", "六月底前完成灌装线搬迁。"),
        (
            "2026年6月30日前完成灌装线搬迁。",
            "2026年6月30日前完成灌装线搬迁。",
        ),
        ("6/30 之前灌装线搬迁到位", "6/30 之前灌装线搬迁到位。"),
        ("三个月内把灌装线搬到新厂房", "三个月内把灌装线搬到新厂房。"),
        ("春节前开出 3 家店", "春节前开出 3 家店。"),
        ("Q3 内完成换装", "Q3 内完成换装。"),
        ("灌装线搬迁完成", "3 个月内灌装线搬迁完成。"),
        ("把灌装线搬到新厂房", "3 个月内把灌装线搬到新厂房。"),
        ("实现一次试产合格", "3 个月内实现一次试产合格。"),
        ("厂内物流改造", "3 个月内完成厂内物流改造。"),
        ("前处理车间改造", "3 个月内完成前处理车间改造。"),
        ("季度报表系统", "3 个月内完成季度报表系统。"),
    ] {
        assert_eq!(said(goal, Lang::Zh), sentence);
    }
    for (goal, sentence) in [
        (
            "the bottling line",
            "Within 3 months finish the bottling line.",
        ),
        (
            "Move the bottling line",
            "Within 3 months move the bottling line.",
        ),
        (
            "move the line by end of June",
            "Move the line by end of June.",
        ),
        ("by 6/30 move the line", "By 6/30 move the line."),
        ("open within 8 weeks", "Open within 8 weeks."),
        ("cut waste by 5 %", "Within 3 months cut waste by 5 %."),
        ("open in 3 cities", "Within 3 months open in 3 cities."),
    ] {
        assert_eq!(said(goal, Lang::En), sentence);
    }
}
