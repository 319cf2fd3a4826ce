//! The wizard's table: what it shows first, and what a pasted list makes of it.

use super::answers::{date, now};
use hepai::analysis::begin::start::{
    DepartmentAnswer, Scenario, defaults, desk_of, end_of, read_roster, take_roster, tasks_told,
    weeks_of,
};
use hepai::model::template::Lang;
use hepai::templates::department;
use hepai::templates::preset::{DESKS, Desk};

#[test]
fn the_first_day_is_a_monday_that_is_worked() {
    for (today, start) in [
        ("2026-02-27", "2026-03-02"),
        ("2026-03-02", "2026-03-02"),
        ("2026-02-10", "2026-03-02"),
        ("2026-10-01", "2026-10-12"),
    ] {
        assert_eq!(
            defaults(date(today), Lang::Zh).start,
            date(start),
            "{today}"
        );
    }
    let shown = defaults(now().date_naive(), Lang::En);
    assert_eq!((shown.months, shown.end), (3, date("2026-05-29")));
    assert_eq!(shown.departments.len(), 6);
    assert_eq!(shown.departments[3].participation, department::SUPPORT);
    assert!(
        shown
            .departments
            .iter()
            .all(|row| row.is_in && row.representative.is_none())
    );
}

#[test]
fn months_are_whole_weeks_and_end_on_a_working_day() {
    let start = date("2026-03-02");
    assert_eq!(end_of(start, 3), date("2026-05-29"));
    assert_eq!(weeks_of(start, end_of(start, 3)), 13);
    assert_eq!(weeks_of(start, end_of(start, 1)), 4);
    assert_eq!(weeks_of(start, end_of(start, 2)), 9);
    assert_eq!(
        end_of(date("2026-09-07"), 1),
        date("2026-09-30"),
        "not in the holidays"
    );
    assert!(end_of(start, 0) > start);
}

#[test]
fn each_department_is_told_what_waits_for_it() {
    let mut rows = defaults(date("2026-02-27"), Lang::Zh).departments;
    rows.extend(["信息部", "生产部", "研发二部", "总经办"].map(DepartmentAnswer::named));
    rows[9].participation = department::LEAD;
    let told = |lang| tasks_told(Scenario::Project, &rows, lang);
    let zh = told(Lang::Zh);
    assert_eq!(zh[0], "需求文档、核心开发、测试 3 项");
    assert_eq!(zh[6], "需求梳理、系统配置、联调试用 3 项");
    assert_eq!(zh[7], "数据与产能、试运行 2 项");
    assert_eq!(
        zh[8], "工作清单、上线准备 2 项",
        "the first of two of a kind has its rows"
    );
    assert_eq!(zh[9], "", "the lead's own rows are the lead's");
    assert_eq!(told(Lang::En)[2], "channels, metrics (2)");
    rows[0].is_in = false;
    rows[1].participation = department::AFFECTED;
    let told = tasks_told(Scenario::Project, &rows, Lang::Zh);
    assert_eq!((told[0].as_str(), told[1].as_str()), ("", ""));
    assert_eq!(told[8], "需求文档、核心开发、测试 3 项");
    let process = tasks_told(Scenario::Process, &rows, Lang::Zh);
    assert_eq!(
        process[8], "一起做：卡点、征求意见、宣贯",
        "none is its alone"
    );
    let blank = tasks_told(Scenario::Blank, &rows, Lang::Zh);
    assert!(blank.iter().all(String::is_empty));
}

#[test]
fn every_department_of_the_preset_is_recognised_by_its_own_name() {
    for row in DESKS {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(desk_of(row.name.text(lang)), Some(row.desk));
        }
    }
    assert_eq!(desk_of("技术中心"), Some(Desk::Development));
    for (name, desk) in [
        ("信息技术部", Some(Desk::Information)),
        ("生产技术部", Some(Desk::Production)),
        ("仓储物流中心", Some(Desk::Warehouse)),
        ("Quality assurance", Some(Desk::Quality)),
        ("IT", Some(Desk::Information)),
        ("Recruiting", None),
        ("总经办", None),
    ] {
        assert_eq!(desk_of(name), desk, "{name}");
    }
}

#[test]
fn a_pasted_list_names_representatives_adds_departments_and_leaves_out_the_others() {
    let mut rows = defaults(date("2026-02-27"), Lang::Zh).departments;
    rows[5].is_in = false;
    rows[4].representative = Some("吴主管".to_owned());
    let roster =
        read_roster("部门\t姓名\n技术部\t李主管\n采购部\t郑主管\n法务部\t钱律师\n财务部\n");
    let left = take_roster(&mut rows, &roster);
    assert_eq!(
        left,
        ["市场部", "销售部"],
        "nobody is named for them, and the list does not mention them"
    );
    assert!(roster.unread.is_empty());
    assert_eq!(
        (rows[0].name.as_str(), rows[0].representative.as_deref()),
        ("技术部", Some("李主管"))
    );
    let taking: Vec<&str> = rows
        .iter()
        .filter(|row| row.is_in)
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(taking, ["技术部", "财务部", "客服部", "采购部", "法务部"]);
    assert_eq!(rows[3].representative, None);
    assert!(take_roster(&mut rows, &read_roster("？？")).is_empty());
}
