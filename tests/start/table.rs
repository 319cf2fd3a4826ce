//! The wizard's table: what it shows first, and what a pasted list makes of it.

use super::answers::{date, now};
use hepai::analysis::begin::start::{
    Scenario, defaults, desk_of, end_of, read_roster, take_roster, tasks_told, weeks_of,
};
use hepai::model::template::Lang;
use hepai::templates::department;
use hepai::templates::preset::{Desk, PROJECT};

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
    let told = |desk, lang| tasks_told(Scenario::Project, Some(desk), lang);
    assert_eq!(
        told(Desk::Development, Lang::Zh),
        "需求文档、核心开发、测试 3 项"
    );
    assert_eq!(told(Desk::Sales, Lang::En), "channels, metrics (2)");
    assert_eq!(tasks_told(Scenario::Project, None, Lang::Zh), "");
    assert_eq!(tasks_told(Scenario::Blank, Some(Desk::Sales), Lang::Zh), "");
}

#[test]
fn every_department_of_the_preset_is_recognised_by_its_own_name() {
    for row in PROJECT.desks {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(desk_of(row.name.text(lang)), Some(row.desk));
        }
    }
    assert_eq!(desk_of("技术中心"), Some(Desk::Development));
    assert_eq!(desk_of("法务部"), None);
}

#[test]
fn a_pasted_list_names_representatives_and_adds_departments() {
    let mut rows = defaults(date("2026-02-27"), Lang::Zh).departments;
    rows[5].is_in = false;
    let roster =
        read_roster("部门\t姓名\n技术部\t李主管\n采购部\t郑主管\n法务部\t钱律师\n财务部\n");
    take_roster(&mut rows, &roster);
    assert_eq!(roster.unread, ["财务部"]);
    assert_eq!(
        (rows[0].name.as_str(), rows[0].representative.as_deref()),
        ("技术部", Some("李主管"))
    );
    assert!(rows[5].is_in);
    assert_eq!(
        (rows.len(), rows[6].name.as_str(), rows[6].desk),
        (7, "法务部", None)
    );
    assert_eq!(rows[3].representative, None);
}
