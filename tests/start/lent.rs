//! What departments lend to each other in the worked example (§7.8): five requests, and the clash that a moved task
//! made.

use super::sample::{evening, show, wednesday};
use hepai::analysis::resources::clashes::{Clash, Grant, clash_of, clashes};
use hepai::analysis::resources::figures::can_wait;
use hepai::analysis::resources::ledger::row_called;
use hepai::analysis::resources::picture::{InColumn, picture};
use hepai::analysis::resources::proposals::{Settling, ways_out};
use hepai::analysis::{calendar_of, computed, display_code, findings};
use hepai::model::template::{CellType, Form, Lang};
use hepai::model::{FieldKey, Log, RecordId};
use hepai::state::Session;
use hepai::templates::{resource, resource_request as request, status_of, task};
use hepai::ui::letter::{clash_said, grant_said, grant_takes, provider_said, wants_said};

fn coded(log: &Log, kind: &str, code: &str) -> RecordId {
    let all = log.rows(kind);
    let mut all = all.into_iter();
    all.find(|record| display_code(log, record) == code)
        .expect("a record with that number")
}

/// The day D+n of the example, as it is said.
fn day(session: Session, n: i64) -> String {
    session.read(|log| {
        let task = Form::new(log, coded(log, task::KIND, "T-19"));
        let start = task.get(task::BASELINE_START).expect("D+42");
        (start + chrono::Duration::days(n - 42))
            .format("%m-%d")
            .to_string()
    })
}

fn the_clash(log: &Log) -> Clash {
    let all = clashes(log);
    assert_eq!(all.len(), 1);
    all.into_iter().next().expect("one")
}

#[test]
fn the_five_requests_stand_as_the_specification_says() {
    let shown = show(wednesday(), Lang::Zh);
    let stands = |code: &str| {
        shown.session.read(|log| {
            let form = Form::new(log, coded(log, request::KIND, code));
            let given = form.get(request::DECISION).unwrap_or_default();
            (status_of(&form), given)
        })
    };
    let line = |status: &str, given: &str| (status.to_owned(), given.to_owned());
    assert_eq!(stands("R-1"), line("in_use", "approve"));
    assert_eq!(stands("R-2"), line("returned", "partial"));
    assert_eq!(stands("R-3"), line("in_use", "approve"));
    assert_eq!(stands("R-4"), line("in_use", "approve"));
    assert_eq!(stands("R-5"), line("coordinating", ""));
    let used = |code: &str| {
        shown.session.read(|log| {
            let form = Form::new(log, coded(log, request::KIND, code));
            form.get(request::ACTUAL_USAGE).unwrap_or_default()
        })
    };
    assert_eq!((&*used("R-1"), &*used("R-2")), ("214000", "4"));
}

#[test]
fn the_moved_task_made_a_clash_on_three_working_days() {
    let shown = show(wednesday(), Lang::Zh);
    let session = shown.session;
    let days = [46, 49, 50].map(|n| day(session, n)).join("、");
    session.read(|log| {
        let clash = the_clash(log);
        let codes: Vec<String> = clash
            .requests
            .iter()
            .map(|one| display_code(log, one))
            .collect();
        assert_eq!(codes, ["R-4", "R-5"]);
        assert_eq!(
            clash_said(log, &clash, Lang::Zh),
            format!("培训教室 A {days} 要 2 间，只有 1 间")
        );
        let waits = |code| can_wait(&Form::new(log, coded(log, request::KIND, code)));
        assert_eq!((waits("R-4"), waits("R-5")), (Some(3), Some(2)));
        let room = row_called(log, "培训教室 a").expect("a row of the ledger");
        let now = computed(
            &Form::new(log, room),
            resource::NOW.name,
            evening(wednesday()),
        );
        assert_eq!(
            now.and_then(|now| String::read(&now)).as_deref(),
            Some("in_use")
        );
        let codes: Vec<&str> = findings(log, evening(wednesday()))
            .iter()
            .filter(|found| found.record.kind() == request::KIND)
            .map(|found| found.rule.code)
            .collect();
        assert!(codes.contains(&"RES-14"), "{codes:?}");
        let calendar = calendar_of(&Form::new(log, clash.resource.clone()));
        let drawn = picture(log, &clash.requests, &calendar);
        let count = |row: usize, what| {
            drawn.rows[row]
                .1
                .iter()
                .filter(|cell| **cell == what)
                .count()
        };
        assert_eq!(drawn.columns.len(), 6);
        assert_eq!(
            (count(0, InColumn::Uses), count(0, InColumn::Clashes)),
            (2, 3)
        );
        assert_eq!(
            (count(1, InColumn::Uses), count(1, InColumn::Clashes)),
            (1, 3)
        );
    });
}

#[test]
fn the_first_way_out_is_the_one_that_was_taken_and_moving_the_task_finds_the_clash_again() {
    let shown = show(wednesday(), Lang::Zh);
    let session = shown.session;
    let (r4, r5, grants) = session.read(|log| {
        let clash = the_clash(log);
        let ways = ways_out(log, &clash);
        let by: Vec<Settling> = ways.iter().map(|way| way.by).collect();
        assert_eq!(
            by,
            [Settling::Shift, Settling::HalfDays],
            "room B is out of use"
        );
        let grants = ways[0].grants.clone();
        (clash.requests[0].clone(), clash.requests[1].clone(), grants)
    });
    let said = |place: usize| session.read(|log| grant_said(log, &grants[place], Lang::Zh));
    assert_eq!(
        said(0),
        format!("R-4 {} 至 {}，1 间", day(session, 44), day(session, 46))
    );
    assert_eq!(
        said(1),
        format!("R-5 {} 至 {}，1 间", day(session, 49), day(session, 51))
    );
    let takes = |grant: &Grant| session.read(|log| grant_takes(log, grant, Lang::Zh));
    let fewer = [0, 1].map(|place| takes(&grants[place]).unwrap_or_default());
    assert_eq!(fewer, ["R-4 少 2 天", "R-5 少 1 天"]);
    let halves = session.read(|log| ways_out(log, &the_clash(log)).remove(1));
    let less: Vec<String> = halves.grants.iter().filter_map(takes).collect();
    assert_eq!(less, ["R-4 少 0.5 间", "R-5 少 0.5 间"]);
    assert!(
        session.rule_requests(&grants, "", None).is_empty(),
        "not all is given: why?"
    );
    let slots = session.rule_requests(&grants, "两场都能按期", None);
    assert_eq!(slots.len(), 2);
    session.read(|log| {
        assert!(clashes(log).is_empty());
        for (record, status) in [(&r4, request::IN_USE.key), (&r5, request::DECIDED.key)] {
            let form = Form::new(log, record.clone());
            assert_eq!(status_of(&form), status);
            assert_eq!(
                form.get(request::DECISION).as_deref(),
                Some(request::RESCHEDULE.key)
            );
            assert_eq!(
                form.get(request::DECISION_REASON).as_deref(),
                Some("两场都能按期")
            );
        }
    });
    // A week later, where the task goes its days go too.
    let t19 = session.read(|log| coded(log, task::KIND, "T-19"));
    for key in [task::CURRENT_START, task::CURRENT_END] {
        let moved = session
            .read(|log| Form::new(log, t19.clone()).get(key))
            .expect("a day");
        session.set_fields(
            &t19,
            &[(key.name, (moved + chrono::Duration::days(5)).write())],
        );
    }
    session
        .read(|log| assert!(clash_of(log, &r4).is_some_and(|clash| clash.requests.contains(&r5))));
}

#[test]
fn what_is_said_of_a_request_carries_its_content() {
    let shown = show(wednesday(), Lang::En);
    let session = shown.session;
    let (from, to, later) = (day(session, 46), day(session, 51), day(session, 49));
    session.read(|log| {
        let r5 = coded(log, request::KIND, "R-5");
        let said = wants_said(log, &r5, Lang::En);
        assert!(
            said.starts_with(&format!("Customer service wants 1 room, {from} to {to}")),
            "{said}"
        );
        let said = provider_said(log, &r5, Lang::En).expect("an answer");
        assert!(
            said.starts_with("At another time: From ") && said.contains(&later),
            "{said}"
        );
        let key = FieldKey::of(request::RESOURCE_ITEM.name);
        assert_eq!(log.value(&r5, &key).as_text(), Some("Training room A"));
    });
}
