//! An import that is undone takes back what was done here because of it; a decision, nobody's words.

use crate::differences::{differing, goal, read};
use crate::people::{empty, lead};
use hepai::analysis::inbox::differences::open;
use hepai::analysis::people::strangers::strangers;
use hepai::analysis::people::who::People;
use hepai::model::log::ConflictPlace;
use hepai::model::template::Form;
use hepai::model::{FieldKey, Value};
use hepai::templates::{agenda_item, charter, task};

#[test]
fn undoing_an_import_takes_its_points_of_the_agenda_back_and_taking_it_again_brings_them() {
    let (desk, rep) = (lead(), empty(2));
    let me = desk.person("王经理");
    rep.take(desk.changes(), &me);
    let chen = rep.person("陈专员");
    let place = goal();
    desk.set(&place.record, place.key.as_str(), Value::text("王的"));
    rep.set(&place.record, place.key.as_str(), Value::text("陈的"));
    let held = desk.changes();
    let new = rep.changes().into_iter().filter(|one| !held.contains(one));
    let batch = desk
        .session
        .take(new.collect(), Vec::new(), Vec::new(), true, Vec::new());
    desk.session
        .put_on_agenda(&[(place.clone(), "定一下".to_owned())]);
    let rows = || desk.session.rows(agenda_item::AGENDA_ITEM.kind).len();
    let before = rows();
    desk.session
        .settle_people_of(&batch, &[("小陈".to_owned(), Some(chen))]);
    desk.session.undo_import(&batch);
    assert_eq!(rows() + 1, before, "the point went with it");
    assert!(desk.session.read(open).is_empty());
    let is_joined = || {
        desk.session.read(|log| {
            let form = Form::new(log, charter::record());
            People::of(&form).author("小陈").is_some()
        })
    };
    assert!(!is_joined(), "and who somebody in it was");
    desk.session.redo_import(&batch);
    assert_eq!((rows(), desk.session.read(open)), (before, vec![place]));
    assert!(is_joined());
}

#[test]
fn a_point_that_was_settled_by_people_stays_when_an_import_is_undone() {
    let desk = differing(&charter::record(), charter::BACKGROUND.name, "王的", "陈的");
    let place = goal();
    desk.session
        .put_on_agenda(&[(place.clone(), "定一下".to_owned())]);
    desk.session
        .decide(&place.record, &place.key, Value::text("王的"), None);
    let rows = || desk.session.rows(agenda_item::AGENDA_ITEM.kind).len();
    let before = rows();
    let batch = desk.session.imports().pop().expect("an import").batch;
    desk.session.undo_import(&batch);
    assert_eq!(rows(), before);
}

#[test]
fn that_a_sender_is_nobody_on_the_list_goes_and_comes_with_the_import_it_was_said_of() {
    let (desk, other) = (lead(), empty(2));
    let me = desk.person("王经理");
    other.take(desk.changes(), &me);
    other.session.set_author(Some("何俊（仓库）".to_owned()));
    other.session.remark(&charter::record(), "仓库下周二盘点");
    let before = desk.session.read(|log| log.current());
    let held = desk.changes();
    let new = other.changes().into_iter();
    let new = new.filter(|one| !held.contains(one)).collect();
    let batch = desk
        .session
        .take(new, Vec::new(), Vec::new(), true, Vec::new());
    let step = desk.session.last_step();
    desk.session
        .settle_people_of(&batch, &[("何俊（仓库）".to_owned(), None)]);
    assert!(desk.session.read(strangers).is_empty());
    assert_eq!(desk.session.last_step(), step, "no step of its own");
    desk.session.undo_import(&batch);
    assert_eq!(desk.session.read(|log| log.current()), before);
    desk.session.redo_import(&batch);
    assert!(desk.session.read(strangers).is_empty());
    // What was said of them later stays said.
    desk.session
        .join_people(&[("何俊（仓库）".to_owned(), me.clone())]);
    desk.session.undo_import(&batch);
    let people = |log: &hepai::model::Log| People::of(&Form::new(log, charter::record()));
    assert_eq!(desk.session.read(people).author("何俊（仓库）"), Some(me));
}

#[test]
fn a_decision_that_is_taken_back_leaves_to_everybody_what_is_theirs() {
    let first = lead();
    let first = first.tasks(&first.person("陈专员")).remove(0);
    let desk = differing(&first, task::CURRENT_END.name, "2026-04-10", "2026-04-13");
    let place = ConflictPlace {
        record: first.clone(),
        key: FieldKey::of(task::CURRENT_END.name),
    };
    let said = || {
        let one = read(&desk, &place);
        let told = one
            .choices
            .iter()
            .map(|choice| (choice.value.clone(), choice.told.clone()));
        let mut told: Vec<_> = told.collect();
        told.sort_by_key(|(value, _)| value.as_text().map(str::to_owned));
        (told, one.before)
    };
    let before = said();
    // Decided for one of them, and for a new value; taken back, done again, and taken back again.
    for chosen in ["2026-04-13", "2026-04-10", "2026-04-20"] {
        let value = Value::text(chosen);
        desk.session.decide(&first, &place.key, value, Some("排期"));
        assert_eq!(desk.session.read(open), []);
        desk.session.undo();
        assert_eq!(said(), before, "{chosen}");
        desk.session.redo();
        desk.session.undo();
        assert_eq!(said(), before, "{chosen} again");
    }
}
