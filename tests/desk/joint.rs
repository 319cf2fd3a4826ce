//! A problem solved together: its clocks over a night and a weekend, its steps, what goes to the chat, and two people
//! at it on two copies.

use crate::people::{Desk, empty, moment};
use chrono::NaiveDate;
use hepai::analysis::begin::start::{
    Besides, MetricAnswer, Scenario, Start, begin, defaults_of, usual_end,
};
use hepai::analysis::inbox::advice::{Advice, Counted, advice};
use hepai::analysis::standing::readiness::missing;
use hepai::analysis::time::case_clock::{case_steps, hours_left, most_pressing, step_now};
use hepai::analysis::{Item, is_prefilled, is_prefilled_field, todos};
use hepai::exchange::{Envelope, Header, ProjectInfo, Scope, write};
use hepai::model::template::{Form, Gate, Lang, Viewpoint};
use hepai::model::{Change, RecordId, Value};
use hepai::templates::{action, case, issue};
use hepai::ui::letter::{case_chat, step_said};

/// The project of a problem that came up on Friday 27 February at 16:30; Saturday is worked, Sunday is not.
pub(crate) fn begun() -> (Desk, RecordId) {
    let desk = empty(1);
    let today = NaiveDate::from_ymd_opt(2026, 2, 27).expect("a day");
    let shown = defaults_of(Scenario::Problem, today, Lang::Zh);
    let mut departments = shown.departments;
    for (row, rep) in departments.iter_mut().zip(["吴主管", "郑主管", "李主管"]) {
        row.is_in = true;
        row.representative = Some(rep.to_owned());
    }
    desk.session.begin_project(&begin(&Start {
        lang: Lang::Zh,
        scenario: Scenario::Problem,
        project_name: "运输破损".to_owned(),
        me: "孙经理".to_owned(),
        my_department: "运营部".to_owned(),
        months: shown.months,
        goal: String::new(),
        metric: MetricAnswer::default(),
        sentence: None,
        start: shown.start,
        end: usual_end(Scenario::Problem, shown.start, shown.months, shown.weeks),
        departments,
        out_of_scope: String::new(),
        coordinator: Some("周专员".to_owned()),
        sponsor: None,
        besides: Besides {
            wrong: "首周运输破损投诉 37 起".to_owned(),
            affected: "37 位客户".to_owned(),
            ..Besides::default()
        },
        now: moment("2026-02-27T16:30"),
    }));
    let issue = desk.session.rows(issue::KIND).remove(0);
    (desk, issue)
}

fn now_at(desk: &Desk, issue: &RecordId) -> Option<&'static str> {
    desk.session.read(|log| {
        let stand = step_now(&Form::new(log, issue.clone()));
        stand.map(|stand| stand.step.key)
    })
}

pub(crate) fn finish(desk: &Desk, issue: &RecordId, key: &str) {
    let step = case::step(key).expect("a step");
    desk.session.finish_case_step(issue, step, "02-27 群里");
}

#[test]
fn the_clocks_go_on_at_night_and_stand_still_on_a_sunday() {
    let (desk, issue) = begun();
    let due: Vec<(String, String)> = desk.session.read(|log| {
        let stands = case_steps(&Form::new(log, issue.clone())).into_iter();
        let due =
            |at: Option<hepai::model::Moment>| at.map(|at| at.format("%m-%d %H:%M").to_string());
        stands
            .map(|one| (one.step.key.to_owned(), due(one.due).unwrap_or_default()))
            .collect()
    });
    let of = |key: &str| {
        due.iter()
            .find(|(one, _)| one == key)
            .map(|(_, at)| at.as_str())
    };
    assert_eq!(of("facts"), Some("02-27 17:30"));
    assert_eq!(of("reply"), Some("02-27 20:30"));
    assert_eq!(of("containment"), Some("02-28 16:30"));
    assert_eq!(of("cause"), Some("03-02 16:30"), "Sunday does not count");
    assert_eq!(of("actions"), Some("03-12 16:30"));
    finish(&desk, &issue, "facts");
    finish(&desk, &issue, "containment");
    let left = |now: &str| {
        desk.session.read(|log| {
            let form = Form::new(log, issue.clone());
            let stand = step_now(&form).expect("a step");
            hours_left(&form, &stand, moment(now))
        })
    };
    let said = |now: &str| {
        desk.session.read(|log| {
            let stand = step_now(&Form::new(log, issue.clone())).expect("a step");
            let from = Viewpoint::anywhere(Lang::Zh);
            step_said(log, &issue, &stand, moment(now), from)
        })
    };
    assert_eq!(said("2026-02-28T16:30"), "还剩 24 小时 · 03-02 16:30 前");
    assert_eq!(said("2026-03-02T16:00"), "还剩不到 1 小时 · 03-02 16:30 前");
    assert_eq!(said("2026-03-02T18:30"), "已过 2 小时 · 03-02 16:30 前");
    assert_eq!(left("2026-02-28T16:30"), Some(24));
    assert_eq!(left("2026-03-01T12:00"), Some(16), "as at midnight before");
    assert_eq!(left("2026-03-02T18:30"), Some(-2));
}

#[test]
fn one_step_after_the_other_is_done_and_the_chat_says_whose_turn_it_is() {
    let (desk, issue) = begun();
    let record = case::of(&issue).expect("a case");
    let chat = || {
        desk.session
            .read(|log| case_chat(log, &issue, Viewpoint::anywhere(Lang::Zh)))
    };
    assert_eq!(now_at(&desk, &issue), Some("facts"));
    assert_eq!(
        chat(),
        "I-1 首周运输破损投诉 37 起（特急）\n接着：事实，孙经理，02-27 17:30 前\n接着：首次答复客户，吴主管，02-27 20:30 前"
    );
    assert_eq!(desk.session.read(most_pressing), Some(issue.clone()));
    finish(&desk, &issue, "facts");
    finish(&desk, &issue, "reply");
    desk.set(&record, case::CONTAINMENT.name, Value::text("停发散件"));
    let supply = desk.person("郑主管");
    let asks = |who: &RecordId| {
        let todos = desk
            .session
            .read(|log| todos(log, who, &[], moment("2026-02-27T17:00").date_naive()));
        todos
            .iter()
            .any(|todo| todo.item == Item::Case(issue.clone()))
    };
    assert!(asks(&supply) && !asks(&desk.person("李主管")));
    finish(&desk, &issue, "containment");
    assert!(!asks(&supply) && asks(&desk.person("李主管")));
    assert!(chat().contains("已做：临时遏制。停发散件"), "{}", chat());
    assert!(chat().contains("接着：根因，李主管，03-02 16:30 前"));
    for key in [case::WHYS[0].name, case::WHY_NOT_DETECTED.name] {
        desk.set(&record, key, Value::text("外箱没有做跌落测试"));
    }
    finish(&desk, &issue, "cause");
    let lacks = || {
        desk.session.read(|log| {
            let found = missing(log, &issue, Gate::Close, moment("2026-03-10T10:00"));
            found
                .iter()
                .filter(|one| format!("{one:?}").contains("CASE-01"))
                .count()
        })
    };
    assert_eq!(lacks(), 2, "an action and the verification");
    desk.session
        .note_case_action(&issue, "加固外箱 李主管 3月10日");
    let row = desk.session.rows_under(&record, action::KIND).remove(0);
    assert_eq!(
        desk.value(&row, action::OWNER.name),
        Value::text(desk.person("李主管").as_str())
    );
    assert_eq!(
        desk.value(&row, action::DUE.name),
        Value::text("2026-03-10")
    );
    desk.set(
        &record,
        case::VERIFY_RESULT.name,
        Value::text("日新增 2 起以下"),
    );
    assert_eq!(lacks(), 0);
    for key in ["actions", "verification", "prevention"] {
        finish(&desk, &issue, key);
    }
    assert_eq!(now_at(&desk, &issue), None);
    assert!(
        !chat().contains("2026-"),
        "no day without a word: {}",
        chat()
    );
    let todos = desk.session.todos();
    let next = desk.session.read(|log| {
        let now = moment("2026-03-10T10:00");
        advice(log, now, &Counted::default(), &todos)
    });
    let of_a_step = |one: &Advice| matches!(one, Advice::CaseStep(_));
    assert!(!next.iter().any(of_a_step), "{next:?}");
    assert!(chat().ends_with("都做完了，观察到 03-29"), "{}", chat());
}

#[test]
fn two_who_work_on_one_case_make_one_in_either_order() {
    let (desk, issue) = begun();
    let record = case::of(&issue).expect("a case");
    let me = desk.person("孙经理");
    let copy = |seed: u64| {
        let one = empty(seed);
        one.take(desk.changes(), &me);
        one.session.set_author(Some(me.to_string()));
        one
    };
    let (one, two) = (copy(5), copy(6));
    one.set(&record, case::CONTAINMENT.name, Value::text("停发散件"));
    finish(&one, &issue, "facts");
    two.set(
        &record,
        case::OUTSIDE.name,
        Value::text("48 小时内给补发方案"),
    );
    finish(&two, &issue, "facts");
    let files = [one.changes(), two.changes()];
    let merged = |order: [&Vec<Change>; 2]| {
        let here = empty(77);
        for changes in order {
            here.take(changes.clone(), &me);
        }
        let header = Header {
            app: String::new(),
            page: String::new(),
            project: ProjectInfo {
                id: here.session.project(),
                name: String::new(),
            },
            scope: Scope::Whole,
            envelope: Envelope::default(),
            lang: Lang::Zh,
            current: None,
        };
        let text = here.session.read(|log| write(log, &header));
        (here, text)
    };
    let (here, text) = merged([&files[0], &files[1]]);
    let kept = (
        here.session.rows(case::KIND).len(),
        here.session.read(|log| log.conflict_count()),
        here.value(&record, case::CONTAINMENT.name),
        here.value(&record, case::OUTSIDE.name),
    );
    let (_there, reversed) = merged([&files[1], &files[0]]);
    assert_eq!(text, reversed, "the same bytes");
    assert_eq!(
        kept,
        (
            1,
            0,
            Value::text("停发散件"),
            Value::text("48 小时内给补发方案")
        ),
        "steps merge field by field, and who did one last is no conflict"
    );
}

#[test]
fn an_issue_of_which_some_fields_were_filled_in_is_no_row_of_the_app() {
    let (desk, issue) = begun();
    desk.session.read(|log| {
        let form = Form::new(log, issue.clone());
        assert!(!is_prefilled(&form), "its title is the person's own");
        let filled = |key: &str| is_prefilled_field(&form, key);
        assert!(filled(issue::CATEGORY.name) && !filled(issue::TITLE.name));
    });
}
