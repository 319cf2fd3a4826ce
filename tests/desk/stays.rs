//! What the project lead decides to leave as it is: answered, told to whoever wanted it otherwise, and done with.

use crate::answers::{asked, rep};
use crate::people::{Desk, date};
use hepai::analysis::goal::stays::{dates_stay, goal_stays};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::telling::{Naming, doings};
use hepai::analysis::{Answer, Item, todos};
use hepai::model::template::{CellType, Lang};
use hepai::model::{Change, RecordId, Value};
use hepai::templates::{confirmation, task};

fn waits(desk: &Desk, who: &RecordId) -> Vec<Item> {
    let all = desk
        .session
        .read(|log| todos(log, who, &[], date("2026-02-01")));
    all.into_iter().map(|todo| todo.item).collect()
}

/// The last thing that was done, as mails and the history tell it.
fn last_told(desk: &Desk, lang: Lang) -> String {
    desk.session.read(|log| {
        let last = log.in_force().max_by_key(|change| change.lamport);
        let change: &Change = last.expect("a change");
        let told = doings(log, &[change]);
        Naming::of(log, lang).sentence(told.first().expect("something was done"))
    })
}

#[test]
fn dates_that_stay_are_answered_and_told_to_whoever_wanted_others() {
    let (desk, chen, _) = rep();
    let lead = desk.person("王经理");
    let task = desk.tasks(&chen)[0].clone();
    let acts = |who: &RecordId| desk.session.set_author(Some(who.to_string()));
    for (word, told) in [("样件已经在路上", "，因为"), ("", "")] {
        acts(&chen);
        desk.session.adjust_task(&task, Value::Null, "等样件");
        assert_eq!(waits(&desk, &lead), [Item::Dates(task.clone())]);
        acts(&lead);
        desk.session.keep_dates(&task, word);
        assert_eq!(waits(&desk, &lead), []);
        assert_eq!(waits(&desk, &chen), [Item::DatesStay(task.clone())]);
        let answer = desk.session.read(|log| dates_stay(log, &task));
        let answer = answer.expect("it is answered");
        assert_eq!(answer.by, Some(lead.to_string()));
        assert_eq!(answer.reason.unwrap_or_default(), word);
        let said = last_told(&desk, Lang::Zh);
        assert!(said.contains("日期不改") && said.contains(word), "{said}");
        assert_eq!(said.contains("，因为"), !told.is_empty(), "{said}");
        assert!(last_told(&desk, Lang::En).contains("the dates stay"));
        desk.session.undo();
        assert_eq!(waits(&desk, &lead), [Item::Dates(task.clone())]);
        desk.session.redo();
        // Said anew, it is open anew; agreed to, it is done.
        acts(&chen);
        desk.session.adjust_task(&task, Value::Null, "真的等样件");
        assert_eq!(waits(&desk, &lead), [Item::Dates(task.clone())]);
        assert_eq!(waits(&desk, &chen), []);
        acts(&lead);
        desk.session.keep_dates(&task, word);
        acts(&chen);
        desk.session
            .answer_tasks(std::slice::from_ref(&task), task::FINE.key, None);
        assert_eq!((waits(&desk, &lead), waits(&desk, &chen)), (vec![], vec![]));
    }
    // Who changes the dates after all has answered with that.
    desk.session.adjust_task(&task, Value::Null, "等样件");
    acts(&lead);
    desk.session.keep_dates(&task, "");
    desk.set(&task, task::CURRENT_END.name, date("2026-04-30").write());
    assert_eq!(waits(&desk, &lead), []);
}

#[test]
fn a_goal_that_stays_is_answered_and_told_to_the_department_that_objected() {
    let (desk, chen, own) = rep();
    let lead = desk.person("王经理");
    let acts = |who: &RecordId| desk.session.set_author(Some(who.to_string()));
    let object = |why: &str| {
        acts(&chen);
        desk.session
            .answer_goal(&own, confirmation::OBJECTION, why, None)
    };
    object("人手不够");
    assert_eq!(waits(&desk, &lead), [Item::Objection(own.clone())]);
    acts(&lead);
    desk.session.keep_goal(&own, "五月加人");
    assert_eq!(waits(&desk, &lead), []);
    assert_eq!(waits(&desk, &chen), [Item::GoalStays(own.clone())]);
    let reason = desk.session.read(|log| goal_stays(log, &own)?.reason);
    assert_eq!(reason.as_deref(), Some("五月加人"));
    let said = last_told(&desk, Lang::Zh);
    assert!(
        said.contains("目标不改") && said.contains("五月加人"),
        "{said}"
    );
    assert_eq!(
        asked(&desk, &chen, request::GOAL),
        Answer::Objected,
        "it is still theirs"
    );
    object("五月太晚");
    assert_eq!(waits(&desk, &lead), [Item::Objection(own.clone())]);
    assert_eq!(waits(&desk, &chen), []);
    acts(&lead);
    desk.session.keep_goal(&own, "");
    acts(&chen);
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!((waits(&desk, &lead), waits(&desk, &chen)), (vec![], vec![]));
}
