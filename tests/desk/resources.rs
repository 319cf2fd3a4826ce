//! Resource requests on several desks: the ledger fills them, the provider answers to what is asked, one act rules on
//! all that clash, and copies that met in either order say the same.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::goal::answers::provider_answer;
use hepai::analysis::resources::claims::UseDays;
use hepai::analysis::resources::clashes::{Grant, clash_of};
use hepai::analysis::{Answer, Item, todos};
use hepai::model::template::{CellType, Form};
use hepai::model::{RecordId, Value};
use hepai::state::{Behalf, NotRuled};
use hepai::templates::{member, resource, resource_request as request, status_of};

/// 王经理's project with a room of 市场部, 陈专员's, that nobody shares.
pub(crate) fn with_room() -> (Desk, RecordId) {
    let desk = lead();
    let owner = desk.department(&desk.person("陈专员"));
    let fields = vec![
        (resource::NAME.name, Value::text("教室 A")),
        (resource::TYPE.name, Value::text("venue")),
        (resource::OWNER_DEPT.name, owner.write()),
        (resource::CAPACITY.name, Value::text("1")),
        (resource::UNIT.name, Value::text("间")),
        (resource::EXCLUSIVE.name, Value::Bool(true)),
    ];
    let room = desk
        .session
        .add_rows(resource::KIND, None, None, &[fields])
        .remove(0);
    (desk, room)
}

/// A request of somebody's department for the room, handed in.
pub(crate) fn asked(desk: &Desk, who: &str, from: &str, to: &str) -> RecordId {
    let who = desk.person(who);
    let task = desk.session.rows("task").remove(0);
    let fields = vec![
        (request::RESOURCE_ITEM.name, Value::text("教室 a")),
        (request::REQUESTER.name, who.write()),
        (request::REQUEST_DEPT.name, desk.department(&who).write()),
        (request::QUANTITY.name, Value::text("1")),
        (request::NEED_FROM.name, date(from).write()),
        (request::NEED_TO.name, date(to).write()),
        (request::LINKED_TASK.name, task.write()),
        (request::IMPACT_IF_REFUSED.name, Value::text("3 天没有地方")),
    ];
    let made = desk
        .session
        .add_rows(request::KIND, None, None, &[fields])
        .remove(0);
    desk.step(&made, "submit");
    made
}

pub(crate) fn grant(request: &RecordId, from: &str, to: &str) -> Grant {
    Grant {
        request: request.clone(),
        days: UseDays {
            from: date(from),
            to: date(to),
        },
        amount: 10_000,
        instead: None,
    }
}

pub(crate) fn status(desk: &Desk, record: &RecordId) -> String {
    desk.session
        .read(|log| status_of(&Form::new(log, record.clone())))
}

pub(crate) fn rep(of: &Desk, seed: u64, name: &str) -> Desk {
    let rep = empty(seed);
    rep.take(of.changes(), &of.person("王经理"));
    let me = rep.person(name);
    rep.session.set_author(Some(me.to_string()));
    rep
}

pub(crate) fn items(desk: &Desk, who: &RecordId) -> Vec<Item> {
    let today = desk.session.now().date_naive();
    let all = desk.session.read(|log| todos(log, who, &[], today));
    all.into_iter().map(|todo| todo.item).collect()
}

#[test]
fn the_ledger_fills_what_was_left_empty_when_a_request_is_handed_in() {
    let (desk, _) = with_room();
    let request = asked(&desk, "李主管", "2026-03-16", "2026-03-18");
    let chen = desk.person("陈专员");
    assert_eq!(desk.value(&request, request::UNIT.name), Value::text("间"));
    assert_eq!(
        desk.value(&request, request::RESOURCE_TYPE.name),
        Value::text("venue")
    );
    assert_eq!(
        desk.value(&request, request::PROVIDER_DEPT.name),
        desk.department(&chen).write()
    );
    assert_eq!(status(&desk, &request), request::SUBMITTED.key);
    assert!(
        !items(&desk, &chen).contains(&Item::Requests(vec![request.clone()])),
        "W-18"
    );
    desk.step(&request, "coordinate");
    assert!(items(&desk, &chen).contains(&Item::Requests(vec![request.clone()])));
    let rep = rep(&desk, 2, "陈专员");
    rep.session
        .answer_request(&request, request::CAN_FULL.key, "");
    assert_eq!(
        rep.session.read(|log| provider_answer(log, &request)),
        Answer::Agreed
    );
    assert!(!items(&rep, &chen).contains(&Item::Requests(vec![request])));
}

#[test]
fn two_that_clash_are_ruled_on_by_one_act_that_ends_the_clash() {
    let (desk, room) = with_room();
    let a = asked(&desk, "李主管", "2026-03-16", "2026-03-18");
    let b = asked(&desk, "赵主管", "2026-03-18", "2026-03-20");
    let boss = desk.person("王经理");
    let clash = desk.session.read(|log| clash_of(log, &a)).expect("a clash");
    assert_eq!((&clash.resource, clash.requests.len()), (&room, 2));
    assert!(items(&desk, &boss).contains(&Item::Clash(vec![a.clone(), b.clone()])));
    let both = |end: &str| {
        [
            grant(&a, "2026-03-16", end),
            grant(&b, "2026-03-18", "2026-03-20"),
        ]
    };
    let lacks = |grants: &[Grant], why: &str| desk.session.ruling_lacks(grants, why, None);
    assert_eq!(
        lacks(&both("2026-03-18"), "都要"),
        Some(NotRuled::StillClashes)
    );
    assert_eq!(lacks(&both("2026-03-17"), ""), Some(NotRuled::NoReason));
    assert_eq!(
        desk.session
            .rule_requests(&both("2026-03-17"), "错开", None)
            .len(),
        2
    );
    for one in [&a, &b] {
        assert_eq!(status(&desk, one), request::DECIDED.key);
        assert_eq!(
            desk.value(one, request::DECISION_REASON.name),
            Value::text("错开")
        );
        assert_eq!(desk.value(one, request::DECIDED_BY.name), boss.write());
    }
    assert_eq!(
        desk.value(&a, request::DECISION.name),
        Value::text("reschedule")
    );
    assert_eq!(
        desk.value(&b, request::DECISION.name),
        Value::text("approve")
    );
    assert!(desk.session.read(|log| clash_of(log, &a)).is_none());
}

#[test]
fn a_party_does_not_rule_but_records_what_the_sponsor_ruled() {
    let (desk, _) = with_room();
    let boss = desk.person("王经理");
    let own = asked(&desk, "王经理", "2026-03-16", "2026-03-18");
    let other = asked(&desk, "李主管", "2026-03-16", "2026-03-18");
    let fields = vec![
        (member::PERSON.name, Value::text("林总")),
        (member::PROJECT_ROLE.name, Value::text(member::SPONSOR.key)),
    ];
    let sponsor = desk
        .session
        .add_rows(member::MEMBER.kind, None, None, &[fields])
        .remove(0);
    let grants = [
        grant(&own, "2026-03-16", "2026-03-16"),
        grant(&other, "2026-03-17", "2026-03-18"),
    ];
    assert_eq!(
        desk.session.ruling_lacks(&grants, "错开", None),
        Some(NotRuled::IsParty)
    );
    let behalf = Behalf {
        member: sponsor.clone(),
        basis: "02-27 电话".to_owned(),
    };
    assert_eq!(
        desk.session
            .rule_requests(&grants, "错开", Some(&behalf))
            .len(),
        2
    );
    assert_eq!(desk.value(&own, request::DECIDED_BY.name), sponsor.write());
    assert_ne!(sponsor, boss);
}

#[test]
fn what_is_in_use_is_given_back_with_how_much_was_used() {
    let (desk, room) = with_room();
    let request = asked(&desk, "李主管", "2026-02-27", "2026-03-03");
    assert!(
        !desk
            .session
            .rule_requests(&[grant(&request, "2026-02-27", "2026-03-03")], "", None)
            .is_empty()
    );
    let now = |desk: &Desk| {
        let today = desk.session.now();
        let value = desk.session.read(|log| {
            hepai::analysis::computed(&Form::new(log, room.clone()), resource::NOW.name, today)
        });
        value
            .and_then(|value| String::read(&value))
            .unwrap_or_default()
    };
    assert_eq!(now(&desk), "reserved");
    desk.step(&request, "hand_over");
    desk.step(&request, "receive");
    assert_eq!(now(&desk), "in_use");
    desk.session.give_back(&request, "2.5");
    assert_eq!(status(&desk, &request), request::RETURNED.key);
    assert_eq!(
        desk.value(&request, request::ACTUAL_USAGE.name),
        Value::text("2.5")
    );
    assert_eq!(now(&desk), "available");
}
