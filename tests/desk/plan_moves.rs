//! Other dates for a task: what they entail, one act, and what becomes of its first day.

use crate::people::{Desk, date};
use crate::progress::running;
use hepai::analysis::standing::schedule::{Move, Proposal, due_on, propose, schedule};
use hepai::model::RecordId;
use hepai::model::template::CellType;
use hepai::templates::{dependency, task};

fn waits(desk: &Desk, after: &RecordId, before: &RecordId) {
    let row = vec![(dependency::PREDECESSOR.name, before.write())];
    desk.session
        .add_rows(dependency::KIND, Some(after), None, &[row]);
}

#[test]
fn another_date_says_what_follows_and_is_one_act() {
    let (desk, _, task) = running();
    let next = desk
        .session
        .rows(task::KIND)
        .into_iter()
        .find(|one| *one != task)
        .expect("another");
    for record in desk.session.rows(dependency::KIND) {
        desk.session.delete(&record);
    }
    desk.set(&next, task::CURRENT_START.name, date("2026-05-06").write());
    desk.set(&next, task::CURRENT_END.name, date("2026-05-08").write());
    let alone = moved_due(&desk, &task, "2026-05-07").1;
    assert!(alone.entailed.is_empty());

    waits(&desk, &next, &task);
    let (moved, entails) = moved_due(&desk, &task, "2026-05-07");
    assert_eq!(
        (moved.first, moved.last),
        (date("2026-03-02"), date("2026-05-07"))
    );
    let [follows] = entails.entailed.as_slice() else {
        panic!("one task follows")
    };
    assert_eq!((&follows.task, follows.to.0), (&next, date("2026-05-08")));

    let before = desk.changes().len();
    let follows = Move {
        task: follows.task.clone(),
        first: follows.to.0,
        last: follows.to.1,
    };
    desk.session
        .move_tasks(&[moved, follows], Some("良率爬坡慢"));
    assert_eq!(
        desk.value(&task, task::CURRENT_END.name),
        date("2026-05-07").write()
    );
    assert_eq!(
        desk.value(&next, task::CURRENT_START.name),
        date("2026-05-08").write()
    );
    let acts: std::collections::BTreeSet<u64> = {
        let changes = desk.changes();
        changes[before..]
            .iter()
            .map(|change| change.lamport)
            .collect()
    };
    assert_eq!(acts.len(), 1, "one act");
    desk.session.undo();
    assert_eq!(
        desk.value(&task, task::CURRENT_END.name),
        date("2026-04-30").write()
    );
    assert_eq!(
        desk.value(&next, task::CURRENT_START.name),
        date("2026-05-06").write()
    );
}

/// A task made due on a day, and what that entails.
fn moved_due(desk: &Desk, task: &RecordId, due: &str) -> (Move, Proposal) {
    let today = desk.session.now().date_naive();
    desk.session.read(|log| {
        let schedule = schedule(log, today);
        let place = schedule.plan.place(task).expect("a task of the plan");
        let moved = due_on(&schedule, place, date(due), false).expect("it has dates");
        let entails = propose(&schedule, std::slice::from_ref(&moved));
        (moved, entails)
    })
}

#[test]
fn a_task_due_before_its_first_day_goes_along_as_a_whole() {
    let (desk, _, task) = running();
    let other = desk
        .session
        .rows(task::KIND)
        .into_iter()
        .find(|one| *one != task)
        .expect("another");
    // Wednesday to Friday, made due on the Tuesday before: three working days, from Friday on.
    desk.set(&other, task::CURRENT_START.name, date("2026-05-20").write());
    desk.set(&other, task::CURRENT_END.name, date("2026-05-22").write());
    let (moved, _) = moved_due(&desk, &other, "2026-05-19");
    assert_eq!(
        (moved.first, moved.last),
        (date("2026-05-15"), date("2026-05-19"))
    );
    // On a Saturday the next working day is taken.
    let (moved, _) = moved_due(&desk, &other, "2026-05-23");
    assert_eq!(
        (moved.first, moved.last),
        (date("2026-05-20"), date("2026-05-25"))
    );
}
