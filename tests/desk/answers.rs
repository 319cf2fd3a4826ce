//! Answers are ordinary writes that name what was seen.

use crate::people::{Desk, date, lead};
use hepai::analysis::goal::answers::{
    confirmation_record, goal_answer, goal_answers, goal_changes, objections,
};
use hepai::analysis::goal::drafts::{draft_answered, draft_now};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::rules::checks::findings_of;
use hepai::analysis::{Answer, Item, todos};
use hepai::model::template::{CellType, Form};
use hepai::model::{RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{charter, comment, confirmation, department, member, task};

pub(crate) fn rep() -> (Desk, RecordId, RecordId) {
    let desk = lead();
    let me = desk.person("陈专员");
    let department = desk.department(&me);
    desk.session.set_author(Some(me.to_string()));
    (desk, me, department)
}

pub(crate) fn asked(desk: &Desk, me: &RecordId, key: &str) -> Answer {
    let all = desk
        .session
        .read(|log| todos(log, me, &[key.to_owned()], date("2026-02-27")));
    let question = all
        .into_iter()
        .find(|todo| !matches!(todo.item, Item::Work(_)));
    question.expect("a question").answer
}

#[test]
fn a_goal_that_changes_after_it_was_agreed_to_is_asked_again() {
    let (desk, me, own) = rep();
    assert_eq!(asked(&desk, &me, request::GOAL), Answer::Open);
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(asked(&desk, &me, request::GOAL), Answer::Agreed);
    let other = desk.department(&desk.person("赵主管"));
    assert_eq!(
        desk.session.read(|log| goal_answer(log, &other)),
        Answer::Open,
        "nobody answers for another department"
    );
    desk.set(&charter::record(), charter::CONFIRM_BY.name, Value::Null);
    assert_eq!(
        asked(&desk, &me, request::GOAL),
        Answer::Agreed,
        "no part of the goal"
    );
    let lead = desk.person("王经理").to_string();
    desk.session.set_author(Some(lead));
    desk.set(
        &charter::record(),
        charter::GOAL_STATEMENT.name,
        Value::text("另一个目标"),
    );
    desk.session.set_author(Some(me.to_string()));
    assert_eq!(asked(&desk, &me, request::GOAL), Answer::Outdated(1));
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(
        asked(&desk, &me, request::GOAL),
        Answer::Agreed,
        "seen again"
    );
}

#[test]
fn an_objection_keeps_its_reason() {
    let (desk, me, own) = rep();
    desk.session
        .answer_goal(&own, confirmation::OBJECTION, "人手不够", None);
    assert_eq!(asked(&desk, &me, request::GOAL), Answer::Objected);
    let record = confirmation_record(&own).expect("a confirmation");
    assert_eq!(
        desk.value(&record, confirmation::COMMENT.name),
        Value::text("人手不够")
    );
    assert_eq!(
        desk.value(&record, confirmation::DEPARTMENT.name),
        own.write()
    );
}

#[test]
fn it_is_counted_who_objects_to_the_goal_and_to_nothing_else() {
    let (desk, me, own) = rep();
    let count = |record: &RecordId| desk.session.read(|log| objections(log, record));
    let all = || desk.session.read(goal_answers);
    assert!(all().iter().all(|(_, answer)| *answer == Answer::Open));
    assert_eq!(count(&charter::record()), 0);
    desk.session
        .answer_goal(&own, confirmation::OBJECTION, "人手不够", None);
    assert!(all().contains(&(own, Answer::Objected)));
    assert_eq!((count(&charter::record()), count(&me)), (1, 0));
}

#[test]
fn what_was_changed_since_somebody_agreed_is_told_with_who_wrote_it() {
    let (desk, me, own) = rep();
    let text = |text: &str| {
        desk.set(
            &charter::record(),
            charter::BACKGROUND.name,
            Value::text(text),
        )
    };
    let changes = || {
        desk.session.read(|log| {
            let all = goal_changes(log, &own).into_iter();
            all.map(|((_, key), write)| (key.to_string(), write.change.author.clone()))
                .collect::<Vec<_>>()
        })
    };
    text("前");
    assert_eq!(changes(), [], "before anybody agreed");
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(changes(), []);
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    text("后");
    let lead = desk.person("王经理").to_string();
    assert_ne!(lead, me.to_string());
    assert_eq!(
        changes(),
        [(charter::BACKGROUND.name.to_owned(), Some(lead.into()))]
    );
}

#[test]
fn duties_that_change_are_asked_again_and_a_remark_is_an_objection() {
    let (desk, me, own) = rep();
    assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Open);
    desk.session.remark(&own, "这条不是我们的");
    assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Objected);
    let remark = desk
        .session
        .rows_under(&own, comment::COMMENT.kind)
        .remove(0);
    assert_eq!(desk.value(&remark, comment::BY.name), me.write());
    desk.session.confirm_duties(&own, None);
    assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Agreed);
    desk.set(&own, department::DUTIES.name, Value::text("又多一条"));
    assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Outdated(1));
}

#[test]
fn dates_are_agreed_to_all_at_once_or_adjusted_one_by_one() {
    let (desk, me, _) = rep();
    let own = desk.tasks(&me);
    assert!(!own.is_empty());
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Open);
    desk.session.answer_tasks(&own, task::FINE.key, None);
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Agreed);
    let due = date("2026-04-30").write();
    desk.session.adjust_task(&own[0], due.clone(), "等样件");
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Objected);
    assert_eq!(desk.value(&own[0], task::CURRENT_END.name), due);
    let changes = desk.changes();
    let why = changes
        .iter()
        .find(|change| change.note.as_deref() == Some("等样件"));
    assert_eq!(why.map(|change| &change.record), Some(&own[0]));
    let before = desk.value(&own[0], task::CURRENT_END.name);
    desk.session.adjust_task(&own[0], Value::Null, "");
    assert_eq!(
        desk.value(&own[0], task::CURRENT_END.name),
        before,
        "no date is no change"
    );
}

#[test]
fn a_backup_is_somebody_of_the_list_or_somebody_new_of_the_department() {
    let (desk, me, own) = rep();
    assert_eq!(asked(&desk, &me, request::BACKUP), Answer::Open);
    let count = desk.session.rows(member::MEMBER.kind).len();
    desk.session.name_backup(&me, " 刘经理 ");
    let named = desk.value(&me, member::BACKUP_PERSON.name);
    assert_eq!(named, desk.person("刘经理").write());
    assert_eq!(desk.session.rows(member::MEMBER.kind).len(), count);
    desk.session.name_backup(&me, "小陈");
    let new = desk.person("小陈");
    assert_eq!(desk.value(&me, member::BACKUP_PERSON.name), new.write());
    assert_eq!(desk.department(&new), own);
    assert_eq!(desk.session.rows(member::MEMBER.kind).len(), count + 1);
    assert_eq!(asked(&desk, &me, request::BACKUP), Answer::Agreed);
}

#[test]
fn recorded_for_somebody_else_says_for_whom_and_why() {
    let desk = lead();
    let them = desk.person("陈专员");
    let own = desk.department(&them);
    let behalf = Behalf {
        member: them.clone(),
        basis: "04-13 微信".to_owned(),
    };
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", Some(&behalf));
    assert_eq!(asked(&desk, &them, request::GOAL), Answer::Agreed);
    let record = confirmation_record(&own).expect("a confirmation");
    let changes = desk.changes();
    let change = changes
        .iter()
        .find(|change| change.record == record)
        .expect("a change");
    assert_eq!(change.on_behalf_of.as_deref(), Some(them.as_str()));
    assert_eq!(change.note.as_deref(), Some("04-13 微信"));
    let lead = desk.person("王经理");
    assert_eq!(
        change.author.as_deref(),
        Some(lead.as_str()),
        "the lead wrote it down"
    );
}

#[test]
fn a_confirmation_says_which_draft_it_was_for() {
    let desk = lead();
    let own = desk.department(&desk.person("陈专员"));
    let drafts = || {
        desk.session
            .read(|log| (draft_now(log), draft_answered(log, &own)))
    };
    assert_eq!(drafts(), (1, None), "before anybody was asked");
    desk.step(&charter::record(), "confirm");
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(drafts(), (1, Some(1)));
    desk.step(&charter::record(), "withdraw");
    desk.set(
        &charter::record(),
        charter::GOAL_STATEMENT.name,
        Value::text("另一个目标"),
    );
    desk.step(&charter::record(), "confirm");
    assert_eq!(drafts(), (2, Some(1)), "asked anew: another draft");
    assert_eq!(
        desk.session.read(|log| goal_answer(log, &own)),
        Answer::Outdated(1)
    );
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(drafts(), (2, Some(2)));
}

#[test]
fn a_question_that_was_undone_was_no_draft_and_one_that_was_withdrawn_was() {
    let desk = lead();
    let draft = || desk.session.read(draft_now);
    let ask = || desk.step(&charter::record(), "confirm");
    ask();
    desk.session.undo();
    assert_eq!(draft(), 1, "undone: nobody was asked");
    ask();
    assert_eq!(draft(), 1);
    desk.step(&charter::record(), "withdraw");
    ask();
    assert_eq!(draft(), 2, "withdrawn: somebody may have a print of it");
    desk.session.undo();
    assert_eq!(draft(), 1);
    desk.session.redo();
    assert_eq!(draft(), 2);
}

#[test]
fn the_leads_own_department_is_not_waited_for_where_nobody_else_speaks_for_it() {
    let desk = lead();
    let (boss, rep) = (desk.person("王经理"), desk.person("陈专员"));
    let own = desk.department(&boss);
    assert_eq!(desk.department(&rep), own, "somebody else speaks for it");
    let waits = || {
        desk.session.read(|log| {
            let form = Form::new(log, charter::record());
            let found = findings_of(log, &charter::record(), desk.session.now());
            let is_asked = |code| ["CHT-07", "CHT-11"].contains(&code);
            let mut found = found.iter().filter(|one| one.record == own);
            let asked = found.any(|one| is_asked(one.rule.code));
            (member::is_of_lead(&form, &own, date("2026-02-27")), asked)
        })
    };
    assert_eq!(waits(), (false, true), "it is asked like the others");
    desk.set(&rep, member::PROJECT_ROLE.name, Value::Null);
    assert_eq!(waits(), (true, false), "the lead asks, and is not asked");
}
