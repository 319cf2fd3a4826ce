//! The summary report: what is counted and kept, what the draft says, what the gate needs, and two who write at once.

use crate::feedback::{as_lead, cards_of, closing, give};
use crate::people::{Desk, date, empty};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::standing::report::{ReportFigures, changed_since_summary, report_figures};
use hepai::analysis::{Answer, Item, missing};
use hepai::model::template::{CellType, Form, Gate, Lang, STATUS};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::templates::report::{self, EXECUTIVE_SUMMARY};
use hepai::templates::report_item::{self, HIGHLIGHT, SHORTCOMING};
use hepai::templates::{charter, department, metric, task};
use hepai::ui::report::{highlights, shortcomings, summary};

fn figures(desk: &Desk) -> ReportFigures {
    let now = desk.session.now();
    desk.session.read(|log| report_figures(log, now))
}

fn codes(desk: &Desk) -> Vec<String> {
    let now = desk.session.now();
    let lacks = desk
        .session
        .read(|log| missing(log, &report::record(), Gate::Final, now));
    let code = |lack: &hepai::analysis::Shortfall| match lack {
        hepai::analysis::Shortfall::Rule(found) => found.rule.code.to_owned(),
        lack => lack.place().1.unwrap_or_default().to_owned(),
    };
    let mut all: Vec<String> = lacks.iter().map(code).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn the_figures_follow_the_plan_and_stay_once_the_report_is_final() {
    let desk = closing();
    as_lead(&desk);
    let tasks = desk.session.rows(task::KIND);
    for (at, actual) in [(0, "2026-04-10"), (1, "2026-04-13")] {
        for (key, day) in [
            (task::BASELINE_END.name, "2026-04-10"),
            (task::ACTUAL_END.name, actual),
        ] {
            desk.set(&tasks[at], key, date(day).write());
        }
        desk.set(&tasks[at], STATUS, Value::text(task::DONE.key));
    }
    let told = figures(&desk);
    assert_eq!(
        (told.done, told.on_time, told.late_days),
        (2, 1, 1),
        "a weekend is no delay"
    );
    assert_eq!(told.on_time_permille(), Some(500));
    desk.session.finalise_report(None);
    desk.set(&tasks[1], task::ACTUAL_END.name, date("2026-04-30").write());
    assert_eq!(figures(&desk), told, "kept");
}

#[test]
fn the_share_on_time_of_the_worked_example_is_what_it_says() {
    let told = ReportFigures {
        tasks: 30,
        done: 30,
        on_time: 17,
        ..ReportFigures::default()
    };
    assert_eq!(told.on_time_permille(), Some(567), "17 of 30 are 56.7 %");
}

#[test]
fn the_gate_lists_what_is_missing_and_nothing_else() {
    let desk = closing();
    as_lead(&desk);
    let fields = vec![(metric::NAME.name, Value::text("首月销售额"))];
    desk.session
        .add_rows(metric::KIND, Some(&charter::record()), None, &[fields]);
    assert_eq!(
        codes(&desk),
        ["SUM-03", "SUM-07", "SUM-08", "executive_summary"]
    );
    for row in desk.session.rows(metric::KIND) {
        desk.set(
            &row,
            metric::DIRECTION.name,
            Value::text(metric::AT_LEAST.key),
        );
        desk.set(&row, metric::TARGET_VALUE.name, Value::text("500"));
        desk.set(&row, metric::ACTUAL_VALUE.name, Value::text("486.3"));
    }
    let open = codes(&desk);
    assert!(
        open.contains(&"SUM-04".to_owned()) && !open.contains(&"SUM-03".to_owned()),
        "{open:?}"
    );
    for row in desk.session.rows(metric::KIND) {
        desk.set(&row, metric::EXPLANATION.name, Value::text("竞品降价"));
    }
    desk.session.report_line(HIGHLIGHT, "上市日未动", None);
    desk.session
        .report_line(SHORTCOMING, "首笔预算拨付晚", None);
    let departments = desk.session.rows(department::DEPARTMENT.kind);
    for one in &departments {
        desk.session.contribute(one, "按时交付");
    }
    assert_eq!(codes(&desk), ["executive_summary"]);
    desk.session.write_summary("上市日守住。");
    assert_eq!(codes(&desk), Vec::<String>::new());
}

#[test]
fn the_draft_says_the_figures_and_the_same_data_gives_the_same_words() {
    let desk = closing();
    for row in 0..6 {
        give(&desk, row);
    }
    as_lead(&desk);
    desk.session.show_feedback();
    let now = desk.session.now();
    for (lang, mean, lowest) in [
        (Lang::Zh, "平均 3.88", "资源支持，3.33"),
        (Lang::En, "feedback: 3.88", "Resource support, 3.33"),
    ] {
        let said = desk.session.read(|log| summary(log, now, lang));
        assert!(said.contains(mean), "{said}");
        assert_eq!(said, desk.session.read(|log| summary(log, now, lang)));
        let low = desk.session.read(|log| shortcomings(log, now, lang));
        assert!(low.iter().any(|one| one.text.contains(lowest)), "{low:?}");
    }
    let good = desk.session.read(highlights);
    assert_eq!(
        (good.len(), good[0].text.as_str()),
        (6, "冻结后变更都有记录")
    );
    assert!(good[0].evidence.is_some());
}

#[test]
fn a_department_is_asked_for_one_line_and_two_who_write_it_write_one() {
    let desk = closing();
    let me = desk.person("陈专员");
    let home = desk.department(&me);
    let asked = |desk: &Desk, requests: &[&str]| {
        let all = cards_of(desk, &me, requests).into_iter();
        let mut all = all.filter(|todo| matches!(todo.item, Item::Contribution(_)));
        all.next().map(|todo| (todo.item, todo.answer))
    };
    let item = Item::Contribution(home.clone());
    assert_eq!(asked(&desk, &[]), Some((item.clone(), Answer::Open)));
    let other = empty(7);
    other.take(desk.changes(), &me);
    desk.session.set_author(Some(me.to_string()));
    other.session.set_author(Some(me.to_string()));
    desk.session.contribute(&home, "推广方案一次通过");
    other.session.contribute(&home, "物料分两批交付");
    assert_eq!(asked(&desk, &[]), None);
    assert_eq!(
        asked(&desk, &[request::CONTRIBUTION]),
        Some((item, Answer::Agreed))
    );
    let (here, there) = (desk.changes(), other.changes());
    desk.take(there, &me);
    other.take(here, &me);
    let line = report_item::record_of(&home).expect("an id");
    let key = FieldKey::of(report_item::TEXT.name);
    assert_eq!(
        desk.session.distinct(&line, &key).len(),
        2,
        "both can be kept"
    );
    let bytes = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(bytes(&desk), bytes(&other));
    let lines = desk.session.read(|log| {
        let form = Form::new(log, report::record());
        report_item::lines_of(&form, report_item::CONTRIBUTION).len()
    });
    assert_eq!(lines, 1);
}

#[test]
fn the_summary_written_on_two_copies_differs_and_composed_from_the_same_data_does_not() {
    let desk = closing();
    let lead = as_lead(&desk);
    let other = empty(7);
    other.take(desk.changes(), &lead);
    other.session.set_author(Some(lead.to_string()));
    let now = desk.session.now();
    let draft = desk.session.read(|log| summary(log, now, Lang::Zh));
    for one in [&desk, &other] {
        one.session.write_summary(&draft);
    }
    let key = FieldKey::of(EXECUTIVE_SUMMARY.name);
    let meet = |a: &Desk, b: &Desk| {
        let (here, there) = (a.changes(), b.changes());
        a.take(there, &lead);
        b.take(here, &lead);
        a.session.distinct(&report::record(), &key).len()
    };
    assert_eq!(meet(&desk, &other), 1);
    desk.session.write_summary("上市日守住。");
    other.session.write_summary("上市日守住，主要靠加班。");
    assert_eq!(meet(&desk, &other), 2);
    assert!(RecordId::of("charter") == charter::record());
}

#[test]
fn figures_that_changed_after_the_summary_are_told() {
    let desk = closing();
    as_lead(&desk);
    let fields = vec![
        (metric::NAME.name, Value::text("退货率")),
        (metric::ACTUAL_VALUE.name, Value::text("2.5")),
    ];
    let charter = charter::record();
    let rate = desk
        .session
        .add_rows(metric::KIND, Some(&charter), None, &[fields])
        .remove(0);
    let changed = || desk.session.read(changed_since_summary);
    assert!(changed().is_empty(), "no summary yet");
    desk.session.write_summary("退货率 2.5%");
    assert!(changed().is_empty());
    desk.set(&rate, metric::ACTUAL_VALUE.name, Value::text("2.6"));
    assert_eq!(
        changed(),
        [(rate.clone(), "2.5".to_owned(), "2.6".to_owned())]
    );
    desk.session.write_summary("退货率 2.6%");
    assert!(changed().is_empty(), "written anew");
}
