//! Another date that was asked for is told as it was meant, by whoever said it twice and by whoever forged it.

use crate::people::{date, lead};
use hepai::analysis::goal::adjustment::adjustment;
use hepai::model::template::CellType;
use hepai::model::{Change, Value};
use hepai::templates::{proposal, task};

#[test]
fn changes_that_name_themselves_or_each_other_end() {
    let desk = lead();
    let all = desk.session.rows(task::TASK.kind);
    let (accepted, due) = (task::ACCEPTED.name, task::CURRENT_END.name);
    let forge = |task: &_, number: usize, names: usize, lamport: u64| {
        let adjust = task::ADJUST.key;
        let line = format!(
            r#"{{"cells":{{"{accepted}":["{adjust}"],"{due}":["2026-05-0{number}","ZZZZZZZZZZ-{names}"]}},"id":"ZZZZZZZZZZ-{number}","lamport":{lamport},"record":"{task}","time":1}}"#
        );
        Change::parse(&line).expect("a change")
    };
    let forged = vec![
        forge(&all[0], 1, 1, 900),
        forge(&all[1], 2, 3, 900),
        forge(&all[1], 3, 2, 900),
    ];
    desk.take(forged, &desk.person("陈专员"));
    for task in &all[..2] {
        let asked = desk.session.read(|log| adjustment(log, task));
        let asked = asked.expect("what was asked for");
        assert_eq!((asked.from, asked.original), (Value::Null, Value::Null));
    }
}

#[test]
fn the_same_date_with_another_reason_is_still_asked_for() {
    let desk = lead();
    let owner = desk.person("陈专员");
    let task = desk.tasks(&owner)[0].clone();
    desk.session.set_author(Some(owner.to_string()));
    desk.session.name_backup(&owner, "小陈");
    let asked = || desk.session.read(|log| adjustment(log, &task));
    let before = desk.value(&task, task::CURRENT_END.name);
    let due = date("2026-04-30").write();
    // The representative writes the date; for somebody else of the department it is a suggestion.
    for name in ["陈专员", "小陈"] {
        let lead = desk.person("王经理").to_string();
        desk.session.set_author(Some(lead));
        desk.set(&task, task::OWNER.name, desk.person(name).write());
        desk.session.set_author(Some(desk.person(name).to_string()));
        for reason in ["等样件", "样件还没来", "样件坏了"] {
            desk.session.adjust_task(&task, due.clone(), reason);
            let one = asked().expect("what was asked for");
            assert_eq!(one.reason.as_deref(), Some(reason), "{name}");
            assert_eq!((&one.from, &one.to), (&before, &due), "{name}: {reason}");
        }
        desk.session
            .answer_tasks(std::slice::from_ref(&task), task::FINE.key, None);
        assert_eq!(asked(), None);
        assert_eq!(desk.value(&task, task::CURRENT_END.name), before);
        assert_eq!(desk.session.rows(proposal::PROPOSAL.kind).len(), 0);
    }
}
