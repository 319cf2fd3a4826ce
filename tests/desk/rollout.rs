//! The rollout check: its share, what holds back the closing, whose card it is, and what two copies make of one place.

use crate::people::{Desk, date, empty, lead, moment};
use hepai::analysis::inbox::asks::is_time_for;
use hepai::analysis::inbox::todos::request;
use hepai::analysis::rules::checks::findings_of;
use hepai::analysis::standing::closing::{ClosingNeed, closing_row};
use hepai::analysis::standing::rollout::{
    RolloutStanding, before_and_after, check_at, rollout_left,
};
use hepai::analysis::{Answer, Item, missing, todos};
use hepai::model::template::{Choice, Gate};
use hepai::model::{Change, Log, RecordId, Value};
use hepai::templates::rollout_check::{
    DONE, EVIDENCE, EXCEPTION_REQUEST, EXCEPTION_UNTIL, GRANTED, ITEMS, NOT_APPLICABLE, NOT_DONE,
    PARTLY, RESULT, place_of,
};
use hepai::templates::{charter, department, metric, rollout_check, settings};

const TODAY: &str = "2026-05-06";

/// A project about a process, whose check has begun.
fn begun() -> Desk {
    let desk = lead();
    let process = Value::text(charter::PROCESS.key);
    desk.set(&charter::record(), charter::SCENARIO.name, process);
    desk.session.begin_rollout();
    desk
}

fn homes(desk: &Desk) -> Vec<RecordId> {
    desk.session.rows(department::KIND)
}

fn report(desk: &Desk, home: &RecordId, results: &[Choice]) {
    for (item, result) in ITEMS.iter().zip(results) {
        desk.session.report_rollout(home, *item, *result);
    }
}

/// Twenty of thirty, as the six departments of the example have them.
fn two_thirds(desk: &Desk) {
    let homes = homes(desk);
    assert_eq!(homes.len(), 6);
    report(desk, &homes[0], &[DONE; 5]);
    report(desk, &homes[1], &[DONE, DONE, DONE, NOT_APPLICABLE, PARTLY]);
    report(desk, &homes[2], &[DONE, DONE, PARTLY, NOT_DONE]);
    report(desk, &homes[3], &[DONE; 5]);
    report(desk, &homes[4], &[DONE, DONE, DONE, NOT_DONE]);
    report(desk, &homes[5], &[DONE]);
}

fn standing(desk: &Desk, today: &str) -> RolloutStanding {
    desk.session
        .read(|log| RolloutStanding::of(log, date(today)))
}

fn is_held(desk: &Desk) -> bool {
    let now = moment("2026-05-06T09:00");
    let lacks = desk
        .session
        .read(|log| missing(log, &settings::record(), Gate::Close, now));
    let found = lacks.iter().any(
        |one| matches!(one, hepai::analysis::Shortfall::Rule(found) if found.rule.code == "ROL-04"),
    );
    let row = desk
        .session
        .read(|log| closing_row(log, ClosingNeed::Rollout));
    assert!(
        row.is_none_or(|row| row.is_met != found),
        "and so does its row"
    );
    let left = desk.session.read(|log| rollout_left(log, date(TODAY)));
    assert_eq!(
        left.is_some(),
        found,
        "the list of the closing says the same"
    );
    found
}

#[test]
fn two_thirds_hold_back_the_closing_and_a_dated_exception_for_the_rest_does_not() {
    let desk = begun();
    assert_eq!(desk.session.rows(rollout_check::KIND).len(), 30);
    assert!(is_held(&desk), "nothing is looked at");
    two_thirds(&desk);
    let now = standing(&desk, TODAY);
    assert_eq!((now.kept, now.all, now.percent()), (20, 30, Some(67)));
    assert!(is_held(&desk));
    for (home, item) in now.open {
        let until = (EXCEPTION_UNTIL.name, Value::text("2026-06-30"));
        let asked = (EXCEPTION_REQUEST.name, Value::text("驻外用纸单"));
        desk.session.write_rollout(&home, item, &[asked, until]);
        assert!(is_held(&desk), "it waits for the lead");
        let place = place_of(&home, item).expect("an id");
        desk.session.answer_exception(&place, GRANTED);
    }
    assert!(!is_held(&desk));
    assert_eq!(
        standing(&desk, TODAY).percent(),
        Some(67),
        "the share stays"
    );
    assert!(!standing(&desk, "2026-07-01").is_enough(), "exceptions end");
}

#[test]
fn another_scenario_is_not_held_and_29_of_30_are_enough() {
    let desk = begun();
    for home in homes(&desk) {
        report(&desk, &home, &[DONE; 5]);
    }
    let last = homes(&desk).pop().expect("a department");
    desk.session.report_rollout(&last, ITEMS[4], NOT_DONE);
    assert_eq!(standing(&desk, TODAY).percent(), Some(97));
    assert!(!is_held(&desk));
    desk.session.report_rollout(&last, ITEMS[3], NOT_DONE);
    assert!(is_held(&desk), "28 of 30 are 93 %");
    let project = Value::text(charter::PROJECT.key);
    desk.set(&charter::record(), charter::SCENARIO.name, project);
    assert!(!is_held(&desk));
}

#[test]
fn said_again_a_result_is_taken_back_and_evidence_goes_where_there_is_none() {
    let desk = begun();
    let home = homes(&desk).remove(0);
    report(&desk, &home, &[DONE, DONE, PARTLY]);
    let value = |item: Choice, key: &str| desk.value(&place_of(&home, item).expect("an id"), key);
    let own = (EVIDENCE.name, Value::text("签到表"));
    desk.session.write_rollout(&home, ITEMS[0], &[own]);
    desk.session.give_evidence(&home, "03-20 培训");
    assert_eq!(value(ITEMS[0], EVIDENCE.name), Value::text("签到表"));
    assert_eq!(value(ITEMS[1], EVIDENCE.name), Value::text("03-20 培训"));
    assert_eq!(
        value(ITEMS[2], EVIDENCE.name),
        Value::Null,
        "partly needs none"
    );
    desk.session.report_rollout(&home, ITEMS[0], DONE);
    assert_eq!(value(ITEMS[0], RESULT.name), Value::Null);
}

fn cards(desk: &Desk, who: &str, requests: &[&str]) -> Vec<(Item, Answer)> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let me = desk.person(who);
    let all = desk
        .session
        .read(|log| todos(log, &me, &requests, date(TODAY)));
    let own = all
        .into_iter()
        .filter(|todo| matches!(todo.item, Item::Rollout(_) | Item::RolloutException(_)));
    own.map(|todo| (todo.item, todo.answer)).collect()
}

#[test]
fn the_card_is_there_from_the_beginning_until_all_five_are_said() {
    let desk = lead();
    let home = desk.department(&desk.person("赵主管"));
    assert_eq!(cards(&desk, "赵主管", &[]), [], "nobody asks yet");
    let is_time = |desk: &Desk| desk.session.read(|log| is_time_for(log, request::ROLLOUT));
    assert!(!is_time(&desk));
    desk.session.begin_rollout();
    assert!(is_time(&desk));
    let open = (Item::Rollout(vec![home.clone()]), Answer::Open);
    assert_eq!(cards(&desk, "赵主管", &[]), std::slice::from_ref(&open));
    assert_eq!(cards(&desk, "王经理", &[]), [], "who represents nobody");
    report(&desk, &home, &[DONE, DONE, PARTLY, NOT_DONE]);
    assert_eq!(cards(&desk, "赵主管", &[]), [open]);
    report(
        &desk,
        &home,
        &[NOT_DONE, NOT_DONE, DONE, DONE, NOT_APPLICABLE],
    );
    assert_eq!(cards(&desk, "赵主管", &[]), []);
    let done = (Item::Rollout(vec![home]), Answer::Agreed);
    assert_eq!(cards(&desk, "赵主管", &[request::ROLLOUT]), [done]);
}

#[test]
fn an_exception_waits_for_the_lead_alone() {
    let desk = begun();
    let home = desk.department(&desk.person("赵主管"));
    let asked = (EXCEPTION_REQUEST.name, Value::text("驻外用纸单"));
    desk.session.write_rollout(&home, ITEMS[3], &[asked]);
    let place = place_of(&home, ITEMS[3]).expect("an id");
    let codes = |desk: &Desk| {
        let now = moment("2026-05-06T09:00");
        let found = desk.session.read(|log| findings_of(log, &place, now));
        let codes = found.iter().map(|one| one.rule.code);
        codes
            .filter(|code| code.starts_with("ROL"))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&desk), ["ROL-02"]);
    let open = (Item::RolloutException(place.clone()), Answer::Open);
    assert_eq!(cards(&desk, "王经理", &[]), [open]);
    let waits = |(item, _): &(Item, Answer)| matches!(item, Item::RolloutException(_));
    assert!(!cards(&desk, "赵主管", &[]).iter().any(waits));
    desk.session.answer_exception(&place, GRANTED);
    assert_eq!(cards(&desk, "王经理", &[]), []);
}

#[test]
fn before_and_after_come_from_the_metric() {
    let desk = begun();
    let goal = charter::record();
    let made = desk
        .session
        .add_rows(metric::KIND, Some(&goal), None, &[vec![]]);
    let record = made[0].clone();
    for (key, text) in [
        (metric::BASELINE_VALUE.name, "9.0"),
        (metric::PILOT_VALUE.name, "5.6"),
        (metric::TARGET_VALUE.name, "5.0"),
        (metric::DIRECTION.name, "at_most"),
    ] {
        desk.set(&record, key, Value::text(text));
    }
    let told = desk.session.read(before_and_after);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].improved_percent, Some(38));
    assert_eq!(told[0].pilot.as_deref(), Some("5.6"));
}

#[test]
fn one_place_filled_twice_is_one_and_differs_only_where_unseen() {
    let desk = begun();
    let home = desk.department(&desk.person("赵主管"));
    let copy = |seed, who: &str| {
        let copy = empty(seed);
        copy.take(desk.changes(), &desk.person(who));
        copy.session.set_author(Some(desk.person(who).to_string()));
        copy
    };
    let both = [copy(5, "赵主管"), copy(6, "王经理")];
    report(&both[0], &home, &[DONE, PARTLY]);
    report(&both[1], &home, &[DONE, NOT_DONE]);
    let files: [Vec<Change>; 2] = [both[0].changes(), both[1].changes()];
    let merge = |order: [usize; 2]| {
        let merged = empty(7);
        for at in order {
            merged.take(files[at].clone(), &desk.person("王经理"));
        }
        let differing = merged.session.read(Log::conflicts);
        let places = differing
            .iter()
            .map(|one| (one.record.clone(), one.key.to_string()));
        let changes = merged.changes();
        let mut lines: Vec<String> = changes.iter().map(|one| one.line().to_owned()).collect();
        lines.sort();
        (places.collect::<Vec<_>>(), lines)
    };
    let (one, two) = (merge([0, 1]), merge([1, 0]));
    assert!(one == two, "the same bytes and the same screen");
    let tool = place_of(&home, ITEMS[1]).expect("an id");
    assert_eq!(one.0, [(tool.clone(), RESULT.name.to_owned())]);
    // A spot check that has seen what was said replaces it.
    let seen = empty(8);
    seen.take(files[0].clone(), &desk.person("王经理"));
    seen.session
        .set_author(Some(desk.person("王经理").to_string()));
    seen.session.report_rollout(&home, ITEMS[1], NOT_DONE);
    assert!(seen.session.read(Log::conflicts).is_empty());
    let result = seen.session.read(|log| {
        check_at(log, &home, ITEMS[1]).and_then(|place| rollout_check::result_of(&place))
    });
    assert_eq!(result, Some(NOT_DONE));
}
