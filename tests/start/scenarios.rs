//! What the presets of sharing, of a problem and of a process make of the answers.

use super::answers::{Opened, date, open};
use super::begun::name;
use super::presets::asked;
use hepai::analysis::begin::start::{DepartmentAnswer, Scenario, goal_sentence};
use hepai::model::template::{Form, Lang};
use hepai::templates::{
    charter, department, issue, meeting, member, metric, resource, status_of, task,
};
use std::collections::BTreeMap;

/// Title, owner's name or duties, number of helpers.
fn who(opened: &Opened, title: &str) -> (String, usize) {
    opened.read(|form| {
        let tasks = form.all(task::KIND).into_iter();
        let mut tasks = tasks.filter(|task| task.get(task::TITLE).as_deref() == Some(title));
        let task = tasks.next().expect("the task");
        let owner = task.referred(task::OWNER).expect("an owner");
        let shown = match name(&owner) {
            empty if empty.is_empty() => owner.get(member::DUTIES).unwrap_or_default(),
            name => name,
        };
        (shown, task.elements(task::HELPERS.name).len())
    })
}

#[test]
fn sharing_begins_with_a_ledger_and_each_side_knows_its_task() {
    let start = asked(Scenario::Resource, Lang::Zh);
    assert_eq!(
        goal_sentence(&start),
        "4 周内把培训教室 A、大会议室撞期的平均裁定时间降到 2 个工作日以内，利用率达到 80%。"
    );
    let opened = open(&start);
    let (owner, helpers) = who(&opened, "提交资源申请单");
    assert_eq!((owner.as_str(), helpers), ("吴主管", 2));
    assert_eq!(who(&opened, "跟踪使用并调剂").0, "周专员");
    assert_eq!(who(&opened, "登记资源台账").1, 1, "two departments provide");
    opened.read(|form| {
        let rows = form.all(resource::KIND);
        let told: Vec<_> = rows
            .iter()
            .map(|row| {
                let whose = row.referred(resource::OWNER_DEPT).expect("a department");
                let keeper = row.referred(resource::KEEPER).expect("a keeper");
                let text = |key| row.get(key).unwrap_or_default();
                [
                    text(resource::NAME),
                    text(resource::CAPACITY),
                    text(resource::UNIT),
                    whose.get(department::NAME).unwrap_or_default(),
                    name(&keeper),
                ]
                .join(" ")
            })
            .collect();
        assert_eq!(
            told,
            ["培训教室 A 1 间 行政部 周专员", "大会议室 1 间 后勤部 "]
        );
        let of = |name: &str| {
            let all = form.all(department::KIND).into_iter();
            let mut named = all.filter(|one| one.get(department::NAME).as_deref() == Some(name));
            named
                .next()
                .and_then(|one| one.get(department::PARTICIPATION))
        };
        assert_eq!(of("行政部").as_deref(), Some("support"));
        assert_eq!(of("运营部").as_deref(), Some("lead"));
        let regular: Vec<_> = form
            .all(meeting::KIND)
            .into_iter()
            .filter(meeting::is_regular)
            .collect();
        assert_eq!(regular[0].get(meeting::DURATION_MIN), Some(45));
        assert_eq!(
            regular[0].get(meeting::FIRST_DATE),
            Some(date("2026-03-11")),
            "the day on which it is ruled"
        );
    });
    let days = opened.read(|form| {
        let tasks = form.all(task::KIND).into_iter();
        let day = |task: &Form<'_>| task.get(task::CURRENT_START).expect("a day");
        tasks
            .map(|task| (day(&task) - start.start).num_days())
            .collect::<Vec<_>>()
    });
    assert_eq!(days, [0, 2, 2, 8, 9, 10, 14, 24, 25, 28]);
}

#[test]
fn whoever_keeps_a_resource_speaks_for_a_department_that_named_nobody() {
    let mut start = asked(Scenario::Resource, Lang::En);
    start.project_name = "Operating theatres, summer 2027".to_owned();
    start.besides.resources =
        "Theatre 3 1 room Surgery Dr Oduya\nC-arm 2 devices Radiology".to_owned();
    start.departments = ["Surgery", "Radiology"]
        .map(DepartmentAnswer::named)
        .to_vec();
    open(&start).read(|form| {
        let rep = |department: &str| {
            let all = form.all(department::KIND).into_iter();
            let mut named =
                all.filter(|one| one.get(department::NAME).as_deref() == Some(department));
            let department = named.next().expect("a department");
            let today = start.start;
            let reps = member::reps_of(form, department.record(), today);
            reps.iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(rep("Surgery"), ["Dr Oduya"]);
        assert_eq!(rep("Radiology"), [""; 0], "nobody keeps it yet");
        let people = form.all(member::KIND);
        let oduya = people.iter().filter(|one| name(one) == "Dr Oduya");
        assert_eq!(oduya.count(), 1, "entered once");
        assert_eq!(form.get(charter::PROJECT_CODE).as_deref(), Some("OTS2027"));
    });
}

#[test]
fn a_problem_begins_with_its_issue_submitted() {
    let start = asked(Scenario::Problem, Lang::Zh);
    let opened = open(&start);
    opened.read(|form| {
        assert_eq!(
            form.get(charter::GOAL_STATEMENT).as_deref(),
            Some("24 小时内控制影响，10 个工作日内整改并验证，30 天内不再发。")
        );
        let issues = form.all(issue::KIND);
        let [issue] = issues.as_slice() else {
            panic!("one issue")
        };
        assert_eq!(status_of(issue), issue::SUBMITTED.key);
        assert_eq!(issue::severity(issue), Some(issue::CRITICAL));
        let fixing = issue
            .referred(issue::SUPPORT_DEPARTMENT)
            .expect("a department");
        assert_eq!(fixing.get(department::NAME).as_deref(), Some("供应链部"));
        assert_eq!(issue.get(issue::SUBMITTED_AT), Some(start.now));
        let owner = issue.referred(issue::OWNER).expect("an owner");
        assert_eq!(name(&owner), "郑主管");
    });
    assert_eq!(who(&opened, "登记事实并定级（1 小时内）").0, "孙经理");
    assert_eq!(who(&opened, "首次答复客户（4 小时内）").0, "吴主管");
    assert_eq!(
        who(&opened, "排查影响面（24 小时内）").0,
        "质量成员：排查影响面，核对批次和范围。"
    );
    let kinds: BTreeMap<String, usize> = opened.read(|form| {
        let mut out = BTreeMap::new();
        for one in form.all(meeting::KIND) {
            *out.entry(one.get(meeting::KIND_OF).unwrap_or_default())
                .or_default() += 1;
        }
        out
    });
    assert_eq!(kinds.get("weekly"), Some(&2));
}

#[test]
fn a_process_names_who_owns_the_text_and_who_tries_it_first() {
    let mut start = asked(Scenario::Process, Lang::Zh);
    start.besides.owning = "财务部".to_owned();
    start.besides.pilots = "市场部、行政部".to_owned();
    let opened = open(&start);
    assert_eq!(who(&opened, "试点运行").1, 1, "two departments try it");
    let asks = who(&opened, "第一轮征求意见").0;
    assert_eq!(asks, who(&opened, "逐条答复采纳情况").0, "whose text it is");
    assert_eq!(
        goal_sentence(&start),
        "2026-04-30 前把费用报销平均时长从 9 天降到 5 天，8 个部门全部落地。"
    );
    assert_eq!(
        who(&opened, "配置系统，停用旧做法").0,
        "系统管理成员：按新流程配置系统，停用旧入口。"
    );
    opened.read(|form| {
        let first = &form.all(metric::KIND)[0];
        assert_eq!(first.get(metric::NAME).as_deref(), Some("费用报销平均时长"));
        assert_eq!(first.get(metric::BASELINE_VALUE).as_deref(), Some("9"));
        let stand_ups = form
            .all(meeting::KIND)
            .into_iter()
            .filter(|one| one.get(meeting::KIND_OF).as_deref() == Some(meeting::STANDUP.key));
        assert!(
            stand_ups
                .into_iter()
                .all(|one| meeting::repeats_weekly(&one))
        );
    });
}

#[test]
fn the_departments_have_three_working_days_however_short_the_project_is() {
    let mut start = asked(Scenario::Process, Lang::Zh);
    start.end = date("2026-04-17");
    open(&start).read(|form| {
        let all = form.all(task::KIND).into_iter();
        let mut all = all.filter(|one| one.get(task::TITLE).as_deref() == Some("第一轮征求意见"));
        let asks = all.next().expect("the task");
        let days = asks
            .get(task::CURRENT_START)
            .zip(asks.get(task::CURRENT_END));
        let (first, last) = days.expect("both days");
        assert!((last - first).num_days() >= 2, "{first} {last}");
    });
}
