//! The charts of projects that are not the example: nothing, three tasks, all done, three hundred, very long names.
//! What they say is true, and what they draw lies within its place.

use crate::people::{Desk, date, lead, moment};
use chrono::{Days, NaiveDate};
use hepai::analysis::standing::load_board::{LoadBy, LoadMode};
use hepai::analysis::standing::schedule::schedule;
use hepai::model::template::{CellType, Lang};
use hepai::model::{Log, RecordId, Value};
use hepai::templates::{department, member, milestone, risk, task};
use hepai::ui::chart::{
    ChartShape, DrawnChart, FinishedChart, LoadShown, burndown_chart, causes_chart, exposure_chart,
    feedback_chart, load_chart, resource_chart, risk_chart, trend_chart,
};

pub(crate) const TODAY: &str = "2026-04-15";
const LONG: &str = "把新馆二层西侧阅览区和少儿区的书架、照明、消防通道标识按照验收意见全部重新核对一遍并且拍照留底";

/// A project of a library that moves, without the preset's rows.
fn library() -> Desk {
    let desk = lead();
    for kind in ["task", "milestone", "issue", "metric", "risk"] {
        for record in desk.session.rows(kind) {
            desk.session.delete(&record);
        }
    }
    desk
}

pub(crate) fn row(desk: &Desk, kind: &str, fields: &[(&'static str, Value)]) -> RecordId {
    let made = desk.session.add_rows(kind, None, None, &[fields.to_vec()]);
    made[0].clone()
}

pub(crate) fn a_task(
    desk: &Desk,
    title: &str,
    owner: &RecordId,
    dates: (NaiveDate, NaiveDate),
    status: &str,
) {
    let mut fields = vec![
        (task::TITLE.name, Value::text(title)),
        (task::CURRENT_START.name, dates.0.write()),
        (task::CURRENT_END.name, dates.1.write()),
        (task::OWNER.name, Value::text(owner.as_str())),
        ("status", Value::text(status)),
    ];
    if status == task::DONE.key {
        fields.push((task::ACTUAL_START.name, dates.0.write()));
        fields.push((task::ACTUAL_END.name, dates.1.write()));
    }
    row(desk, task::KIND, &fields);
}

pub(crate) fn days(from: u64, length: u64) -> (NaiveDate, NaiveDate) {
    let from = date("2026-03-02") + Days::new(from);
    (from, from + Days::new(length))
}

pub(crate) fn of_three(status: [&str; 3]) -> Desk {
    let desk = library();
    let owner = desk.person("陈专员");
    for (at, status) in (0..).zip(status) {
        a_task(&desk, "搬书架", &owner, days(at * 20, 11), status);
    }
    desk
}

fn of_many() -> Desk {
    let desk = library();
    let departments = desk.session.rows(department::KIND);
    let people: Vec<RecordId> = (0..40)
        .map(|n| {
            let of = &departments[n % departments.len()];
            let fields = [
                (
                    member::PERSON.name,
                    Value::text(format!("馆员{n}").as_str()),
                ),
                (member::DEPARTMENT.name, Value::text(of.as_str())),
            ];
            row(&desk, member::KIND, &fields)
        })
        .collect();
    for n in 0..300_u64 {
        let status = [task::DONE.key, task::DOING.key, task::TODO.key][(n % 3) as usize];
        let owner = &people[(n % 40) as usize];
        a_task(&desk, "上架", owner, days(n % 90, 3 + n % 9), status);
    }
    desk
}

fn of_long_names() -> Desk {
    let desk = library();
    let fields = [(member::PERSON.name, Value::text(LONG))];
    let owner = row(&desk, member::KIND, &fields);
    a_task(&desk, LONG, &owner, days(20, 11), task::DOING.key);
    let fields = [
        (milestone::NAME.name, Value::text(LONG)),
        (milestone::CURRENT_DATE.name, date("2026-05-01").write()),
    ];
    row(&desk, milestone::KIND, &fields);
    let fields = [
        (risk::TITLE.name, Value::text(LONG)),
        (risk::LIKELIHOOD.name, Value::int(5)),
        (risk::IMPACT.name, Value::int(5)),
    ];
    row(&desk, risk::KIND, &fields);
    desk
}

fn evening(day: NaiveDate) -> hepai::model::Moment {
    moment(&format!("{day}T18:00"))
}

fn all(log: &Log, today: NaiveDate, width: i64, lang: Lang) -> Vec<(&'static str, DrawnChart)> {
    let plan = schedule(log, today);
    let load = |mode, by| {
        let mode = Some(mode);
        load_chart(log, &plan, LoadShown { mode, by }, width, lang)
    };
    vec![
        ("burndown", burndown_chart(log, &plan, false, width, lang)),
        ("effort", burndown_chart(log, &plan, true, width, lang)),
        ("trend", trend_chart(log, evening(today), width, lang)),
        ("load", load(LoadMode::Tasks, LoadBy::Person)),
        ("load by effort", load(LoadMode::Effort, LoadBy::Person)),
        ("departments", load(LoadMode::Tasks, LoadBy::Department)),
        (
            "departments' effort",
            load(LoadMode::Effort, LoadBy::Department),
        ),
        ("causes", causes_chart(log, today, false, width, lang)),
        ("entered", causes_chart(log, today, true, width, lang)),
        ("risk", risk_chart(log, width, lang)),
        ("exposure", exposure_chart(log, today, width, lang)),
        ("resource", resource_chart(log, today, width, lang)),
        ("feedback", feedback_chart(log, false, width, lang)),
    ]
}

/// Everything that a chart says.
fn words(chart: &FinishedChart) -> Vec<String> {
    let legend = chart.legend.iter().map(|one| one.text.clone());
    let shapes = chart.picture.shapes.iter().filter_map(|shape| match shape {
        ChartShape::ChartWord(word) => Some(word.text.clone()),
        ChartShape::Path(..) => None,
    });
    let spots = chart.picture.spots.iter().map(|spot| spot.said.clone());
    let own = [chart.title.clone(), chart.finding.clone()];
    let all = own.into_iter().chain(chart.notes.clone()).chain(legend);
    all.chain(shapes).chain(spots).collect()
}

fn is_ugly(text: &str) -> bool {
    let parts = ["NaN", "inf", "0 / 0", "0/0", "{", "}", "--", "  "];
    parts.iter().any(|part| text.contains(part)) || text.starts_with(['：', '，', '。'])
}

/// That all of it lies within its place, and what can be pressed too.
fn fits(name: &str, chart: &FinishedChart) {
    let (width, height) = (chart.picture.width, chart.picture.height);
    for shape in &chart.picture.shapes {
        if let ChartShape::ChartWord(word) = shape {
            let is_in = (0..=width).contains(&word.x) && (0..=height).contains(&word.y);
            assert!(is_in, "{name}: {word:?} in {width} × {height}");
        }
    }
    for spot in &chart.picture.spots {
        let (right, foot) = (spot.at.0 + spot.size.0, spot.at.1 + spot.size.1);
        assert!(
            spot.at.0 >= -12 && spot.at.1 >= -12 && right <= width + 12 && foot <= height + 12,
            "{name}: {spot:?} in {width} × {height}"
        );
        assert!(spot.size.0 >= 16 && spot.size.1 >= 20, "{name}: {spot:?}");
    }
}

fn look(name: &str, desk: &Desk, today: &str) -> Vec<String> {
    let mut said = Vec::new();
    desk.session.read(|log| {
        for lang in [Lang::Zh, Lang::En] {
            for width in [280, 640, 1100] {
                for (chart_name, drawn) in all(log, date(today), width, lang) {
                    let name = format!("{name} {chart_name} {width} {lang:?}");
                    let told = match &drawn {
                        DrawnChart::FinishedChart(chart) => {
                            fits(&name, chart);
                            words(chart)
                        }
                        DrawnChart::Empty(title, why) => vec![title.clone(), why.clone()],
                    };
                    for text in &told {
                        assert!(!is_ugly(text), "{name}: {text:?}");
                    }
                    if width == 640 {
                        said.push(format!("{name}: {}", told[1]));
                    }
                }
            }
        }
    });
    said
}

/// What the charts of a project say, those of one name and language.
fn said(all: &[String], chart: &str) -> String {
    let start = format!(" {chart} 640 Zh: ");
    let found = all.iter().find_map(|line| line.split_once(&*start));
    found.map(|(_, said)| said.to_owned()).unwrap_or_default()
}

#[test]
fn nothing_says_what_is_missing() {
    let all = look("none", &library(), TODAY);
    assert_eq!(said(&all, "causes"), "没有迟的任务。");
    assert_eq!(said(&all, "risk"), "没有开放的风险。");
}

#[test]
fn three_tasks_are_told_as_they_are() {
    let todo = task::TODO.key;
    let all = look(
        "three",
        &of_three([task::DONE.key, task::DOING.key, todo]),
        TODAY,
    );
    assert_eq!(
        said(&all, "causes"),
        "1 项任务一共迟了 8 个工作日，都没写原因。"
    );
    assert!(
        said(&all, "effort").contains("17 个工作日的活，现计划只剩 8 个：多 9 个。"),
        "{all:#?}"
    );
    assert!(
        said(&all, "burndown").starts_with("今天还剩 2 项"),
        "{all:#?}"
    );
    let none = said(&all, "load by effort");
    assert!(none.starts_with("还没有任务写工作量"), "{none}");
    // Before the first of them begins.
    look("three ahead", &of_three([todo; 3]), "2026-02-02");
    // Long after the last.
    look("three late", &of_three([todo; 3]), "2027-02-02");
}

#[test]
fn what_is_all_done_is_done() {
    let all = look("done", &of_three([task::DONE.key; 3]), "2026-06-01");
    assert_eq!(said(&all, "burndown"), "全部完成了。");
}

#[test]
fn many_tasks_and_long_names_find_room() {
    look("many", &of_many(), TODAY);
    let all = look("long", &of_long_names(), TODAY);
    assert!(said(&all, "risk").contains("总风险值 25"), "{all:#?}");
}

#[test]
fn milestones_that_stand_close_are_named_each() {
    let desk = of_three([task::DONE.key, task::DOING.key, task::TODO.key]);
    for (name, day) in [("书架到齐", "2026-03-30"), ("消防验收", "2026-04-02")] {
        let fields = [
            (milestone::NAME.name, Value::text(name)),
            (milestone::CURRENT_DATE.name, date(day).write()),
        ];
        row(&desk, milestone::KIND, &fields);
    }
    desk.session.read(|log| {
        let plan = schedule(log, date(TODAY));
        for width in [640, 1100] {
            let DrawnChart::FinishedChart(chart) =
                burndown_chart(log, &plan, false, width, Lang::Zh)
            else {
                panic!("three tasks are a chart");
            };
            for name in ["书架到齐", "消防验收"] {
                let words = chart.picture.shapes.iter();
                let is_named = words.filter(
                    |shape| matches!(shape, ChartShape::ChartWord(word) if word.text == name),
                );
                assert_eq!(is_named.count(), 1, "{name} in {width}");
            }
        }
    });
}
