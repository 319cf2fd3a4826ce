//! Handovers made of what departments need, by one button and not twice.

use crate::people::lead;
use hepai::analysis::standing::possible_handovers::possible_handovers;
use hepai::model::Value;
use hepai::model::template::{CellType, Form};
use hepai::templates::{department, handoff, member, need};

#[test]
fn the_handovers_not_there_yet_are_made_in_one_act_and_undone_with_it() {
    let desk = lead();
    let (giver, receiver) = (desk.person("陈专员"), desk.person("李主管"));
    let home = |person: &_| {
        let form = desk
            .session
            .read(|log| Form::new(log, Clone::clone(person)).get(member::DEPARTMENT));
        form.expect("a department")
    };
    let rows = ["推广方案", "目标人群"].map(|what| {
        vec![
            (need::SIDE.name, Value::text(need::NEEDS.key)),
            (need::WHAT.name, Value::text(what)),
            (need::OTHER.name, home(&giver).write()),
        ]
    });
    assert_eq!(home(&receiver).kind(), department::DEPARTMENT.kind);
    desk.session
        .add_rows(need::NEED.kind, Some(&home(&receiver)), None, &rows);
    let today = desk.session.now().date_naive();
    let wanted = || {
        desk.session
            .read(|log| possible_handovers(log, today).len())
    };
    let there = || desk.session.read(|log| log.rows(handoff::HANDOFF.kind));
    let before = there().len();
    assert_eq!(wanted(), 2);

    assert!(!desk.session.make_handovers().is_empty());
    assert_eq!((wanted(), there().len()), (0, before + 2));
    let made = there().pop().expect("a handover");
    let what = desk
        .session
        .read(|log| Form::new(log, made.clone()).get(handoff::WHAT));
    assert_eq!(
        what.as_deref(),
        Some("目标人群"),
        "in the order of the rows"
    );
    assert!(desk.session.make_handovers().is_empty(), "not twice");

    desk.session.undo();
    assert_eq!((wanted(), there().len()), (2, before));
    desk.session.make_handovers();
    assert_eq!((wanted(), there().len()), (0, before + 2), "again");
}
