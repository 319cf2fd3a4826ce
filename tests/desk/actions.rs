//! Actions: whose they are, what comes of them, and that they are carried on until they are done.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::time::lateness::late_actions;
use hepai::analysis::{Item, todos};
use hepai::model::template::{CellType, STATUS};
use hepai::model::{RecordId, Value};
use hepai::templates::action;

/// The lead notes what 陈专员 does by 2026-04-13.
fn agreed() -> (Desk, RecordId, RecordId) {
    let desk = lead();
    let me = desk.person("陈专员");
    let fields = vec![
        (action::WHAT.name, Value::text("取补测报告")),
        (action::OWNER.name, me.write()),
        (action::DUE.name, date("2026-04-13").write()),
    ];
    let made = desk.session.add_rows(action::KIND, None, None, &[fields]);
    (desk, me, made[0].clone())
}

fn waits(desk: &Desk, who: &RecordId, record: &RecordId) -> bool {
    let all = desk
        .session
        .read(|log| todos(log, who, &[], date("2026-03-20")));
    all.iter()
        .any(|todo| todo.item == Item::Work(record.clone()))
}

#[test]
fn an_action_waits_for_its_owner_alone_until_it_is_done() {
    let (desk, me, record) = agreed();
    let other = desk.person("赵主管");
    assert!(waits(&desk, &me, &record) && !waits(&desk, &other, &record));
    desk.session.set_author(Some(other.to_string()));
    let nothing = desk.session.finish_action(&record, "取到了");
    assert!(nothing.is_empty(), "it is for its owner to say");
    desk.session.set_author(Some(me.to_string()));
    desk.session.finish_action(&record, "取到了");
    assert!(!waits(&desk, &me, &record));
    assert_eq!(desk.value(&record, STATUS), Value::text("done"));
    assert_eq!(
        desk.value(&record, action::RESULT.name),
        Value::text("取到了")
    );
    assert!(!desk.value(&record, action::DONE_AT.name).is_empty());
}

#[test]
fn whoever_stands_in_sees_an_action_and_only_its_owner_may_finish_it() {
    let (desk, me, record) = agreed();
    let lines = [("赵主管", false), ("陈专员", true), ("王经理", true)];
    for (name, may) in lines {
        let person = desk.person(name);
        desk.session.set_author(Some(person.to_string()));
        assert_eq!(desk.session.may_finish_action(&record), may, "{name}");
    }
    desk.session.set_author(Some(me.to_string()));
    desk.session.finish_action(&record, "");
    assert!(!desk.session.may_finish_action(&record), "it is done");
}

#[test]
fn an_action_is_late_from_the_next_working_day_on_until_it_is_done_or_dropped() {
    let (desk, _, record) = agreed();
    let late = |today: &str| {
        let late = desk.session.read(|log| late_actions(log, date(today)));
        late.into_iter().map(|(_, days)| days).collect::<Vec<_>>()
    };
    assert_eq!(late("2026-04-13"), Vec::<i64>::new());
    assert_eq!(late("2026-04-14"), [1]);
    assert_eq!(late("2026-04-20"), [5]);
    desk.step(&record, "drop");
    assert_eq!(late("2026-04-20"), Vec::<i64>::new());
}

#[test]
fn another_day_is_for_the_lead_to_say() {
    let (desk, me, record) = agreed();
    let day = date("2026-04-16").write();
    desk.session.set_author(Some(me.to_string()));
    desk.set(&record, action::DUE.name, day.clone());
    assert_eq!(
        desk.value(&record, action::DUE.name),
        date("2026-04-13").write()
    );
    assert!(desk.session.has_open(&record), "a suggestion");
    let lead = desk.person("王经理");
    desk.session.set_author(Some(lead.to_string()));
    desk.set(&record, action::DUE.name, day.clone());
    assert_eq!(desk.value(&record, action::DUE.name), day);
}

#[test]
fn done_here_and_dropped_there_differs_in_its_state_in_both_orders() {
    let (desk, me, record) = agreed();
    let lead = desk.person("王经理");
    let copy = |seed, who: &RecordId| {
        let copy = empty(seed);
        copy.take(desk.changes(), who);
        copy.session.set_author(Some(who.to_string()));
        copy
    };
    let (one, two) = (copy(5, &me), copy(6, &lead));
    one.session.finish_action(&record, "取到了");
    two.step(&record, "drop");
    let (one, two) = (one.changes(), two.changes());
    let merged = |files: [&Vec<hepai::model::Change>; 2]| {
        let copy = empty(7);
        for changes in files {
            copy.take(changes.clone(), &me);
        }
        let differing = copy.session.read(hepai::model::Log::conflicts);
        let keys: Vec<String> = differing.iter().map(|one| one.key.to_string()).collect();
        (
            keys,
            copy.value(&record, STATUS),
            copy.value(&record, action::RESULT.name),
        )
    };
    let here = merged([&one, &two]);
    assert_eq!(here, merged([&two, &one]));
    assert_eq!(
        (here.0, here.2),
        (vec![STATUS.to_owned()], Value::text("取到了"))
    );
}
