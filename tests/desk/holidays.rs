//! The public holidays of a year that is not known here are read in from a file, and travel with the project.

use crate::people::{date, empty, lead};
use hepai::analysis::{calendar_of, findings};
use hepai::exchange::read_holidays;
use hepai::model::Moment;
use hepai::model::template::{CellType, Form};
use hepai::templates::{calendar_day, charter, task};

const OF_2027: &str = r#"{
    "holidays": {
        "2026-01-01": "New Year's Day,元旦,1", "2026-01-02": "New Year's Day,元旦,1",
        "2027-01-01": "New Year's Day,元旦,1",
        "2027-02-05": "Spring Festival,春节,4", "2027-02-06": "Spring Festival,春节,4",
        "2027-02-07": "Spring Festival,春节,4", "2027-02-08": "Spring Festival,春节,4"
    },
    "workdays": { "2027-01-03": "New Year's Day,元旦,1", "2026-01-04": "New Year's Day,元旦,1" }
}"#;

#[test]
fn a_year_is_said_to_be_missing_as_long_as_a_date_of_the_plan_lies_in_it() {
    let desk = lead();
    let now: Moment = crate::people::moment("2026-03-02T09:00");
    let told = |desk: &crate::people::Desk| {
        let all = desk.session.read(|log| findings(log, now));
        all.iter().any(|found| found.rule.code == "CAL-01")
    };
    assert!(!told(&desk));
    let one = desk.session.rows(task::KIND)[0].clone();
    desk.set(&one, task::CURRENT_END.name, date("2027-02-12").write());
    assert!(told(&desk), "a task after the end of the project");
    let file = read_holidays(OF_2027.as_bytes()).expect("a file of holidays");
    desk.session.take_holidays(&file);
    assert!(!told(&desk));
}

#[test]
fn only_the_days_that_differ_become_lines_and_they_go_with_the_project() {
    let desk = lead();
    let file = read_holidays(OF_2027.as_bytes()).expect("a file of holidays");
    let before = desk.session.rows(calendar_day::KIND).len();
    // 2027: 01-01 and 02-05 with 02-08 rest on weekdays, 01-03 is a Sunday that is worked. Of 2026 the file says less
    // than is known here: what it leaves out counts as it says.
    let of_2027: Vec<_> = {
        desk.session.take_holidays(&file);
        let rows = desk.session.rows(calendar_day::KIND).split_off(before);
        let text = |row: &_, key: &str| {
            desk.value(row, key)
                .as_text()
                .unwrap_or_default()
                .to_owned()
        };
        let line = |row: &_| {
            let [from, to] =
                [calendar_day::FROM.name, calendar_day::TO.name].map(|key| text(row, key));
            (
                from,
                to,
                text(row, calendar_day::DAY_KIND.name),
                text(row, calendar_day::NAME.name),
            )
        };
        let lines = rows.iter().map(line);
        lines
            .filter(|(from, ..)| from.starts_with("2027"))
            .collect()
    };
    let line = |from: &str, to: &str, kind: &str, name: &str| {
        [from, to, kind, name].map(str::to_owned).into()
    };
    let expected: Vec<(String, String, String, String)> = vec![
        line("2027-01-01", "2027-01-01", "rest", "元旦"),
        line("2027-01-03", "2027-01-03", "work", "元旦"),
        line("2027-02-05", "2027-02-05", "rest", "春节"),
        line("2027-02-08", "2027-02-08", "rest", "春节"),
    ];
    assert_eq!(of_2027, expected);
    let other = empty(5);
    other.take(desk.changes(), &desk.person("王经理"));
    other.session.read(|log| {
        let calendar = calendar_of(&Form::new(log, charter::record()));
        for day in
            (1..=40).filter_map(|n| date("2027-01-01").checked_add_days(chrono::Days::new(n - 1)))
        {
            assert_eq!(
                calendar.is_working_day(day),
                file.is_working_day(day),
                "{day}"
            );
        }
    });
    assert_eq!(desk.session.take_holidays(&file), 0, "once is enough");
    desk.session.undo();
    assert_eq!(desk.session.rows(calendar_day::KIND).len(), before);
}
