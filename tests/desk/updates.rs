//! How far tasks have come: what an update writes, and that two copies agree on it.

use crate::people::{Desk, date, empty};
use crate::progress::{note, running};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::words::names::record_name;
use hepai::analysis::{Answer, Item, Todo};
use hepai::exchange::{Envelope, Header, ProjectInfo, Scope, write};
use hepai::model::template::{CellType, Form, Lang, STATUS};
use hepai::model::{Change, FieldKey, RecordId, Value};
use hepai::state::ProgressNote;
use hepai::templates::{progress, task};
use hepai::ui::letter::{Sending, remind_of_updates, reply};

/// The same person at a browser of their own, with everything the lead has.
fn colleague(of: &Desk, seed: u64, who: &RecordId) -> Desk {
    let desk = empty(seed);
    desk.take(of.changes(), who);
    desk.session.set_author(Some(who.to_string()));
    desk
}

#[test]
fn an_update_is_a_row_and_the_figures_of_the_task_in_one_act() {
    let (desk, me, task) = running();
    desk.session.set_author(Some(me.to_string()));
    let said = ProgressNote {
        key_data: "主图定稿 12/15".to_owned(),
        forecast: date("2026-05-06").write(),
        cause: "resource".to_owned(),
        ..note(80, "off_track", "主图定稿 12/15，剩终端海报")
    };
    let slots = desk.session.note_progress(&task, &said);
    assert_eq!(slots.len(), 2, "the row and the task");
    let lamports: Vec<u64> = desk.session.read(|log| {
        let changes = slots.iter().map(|slot| log.change(*slot).lamport);
        changes.collect()
    });
    assert_eq!(lamports[0], lamports[1], "one act");
    for (key, value) in [
        (task::PERCENT.name, Value::int(80)),
        (task::FORECAST_END.name, date("2026-05-06").write()),
        (task::DELAY_CAUSE.name, Value::text("resource")),
    ] {
        assert_eq!(desk.value(&task, key), value, "{key}");
    }
    let row = desk.session.read(|log| {
        let newest = progress::newest(&Form::new(log, task.clone())).expect("an update");
        newest.record().clone()
    });
    for (key, value) in [
        (progress::PERCENT_AFTER.name, Value::int(80)),
        (progress::KEY_DATA.name, Value::text("主图定稿 12/15")),
        (progress::BY.name, me.write()),
    ] {
        assert_eq!(desk.value(&row, key), value, "{key}");
    }
    let undone = desk.session.undo();
    assert!(undone.written > 0 && desk.value(&task, task::PERCENT.name).is_empty());
    assert!(!desk.session.is_visible(&row));
}

#[test]
fn a_first_update_begins_the_task_where_nothing_is_missing() {
    let (desk, ..) = running();
    let me = desk.person("赵主管");
    let task = desk.tasks(&me)[0].clone();
    desk.session.set_author(Some(me.to_string()));
    assert!(desk.session.begins_with_update(&task));
    desk.session.note_progress(&task, &note(5, "on_track", ""));
    assert_eq!(desk.value(&task, STATUS), Value::text("doing"));
    assert!(!desk.value(&task, task::ACTUAL_START.name).is_empty());
    assert!(!desk.session.begins_with_update(&task));
}

#[test]
fn a_figure_that_drops_is_explained_by_the_sentence() {
    let (desk, me, task) = running();
    desk.session.set_author(Some(me.to_string()));
    desk.session.note_progress(&task, &note(80, "on_track", ""));
    desk.session
        .note_progress(&task, &note(60, "at_risk", "返工"));
    let reason = desk.session.read(|log| {
        let key = FieldKey::of(task::PERCENT.name);
        let written = log.history(&task, &key);
        written.last().and_then(|one| one.change.note.clone())
    });
    assert_eq!(reason.as_deref(), Some("返工"));
}

#[test]
fn what_somebody_else_says_of_a_task_is_a_suggestion_and_no_figure() {
    let (desk, _, task) = running();
    let other = desk.person("赵主管");
    desk.session.set_author(Some(other.to_string()));
    assert!(!desk.session.may_note_progress(&task));
    desk.session.note_progress(&task, &note(90, "on_track", ""));
    assert!(desk.value(&task, task::PERCENT.name).is_empty());
}

/// The file of a copy that took these in this order.
fn merged(files: &[&[Change]], by: &RecordId) -> (Desk, String) {
    let desk = empty(77);
    for changes in files {
        desk.take(changes.to_vec(), by);
    }
    let header = Header {
        app: String::new(),
        page: String::new(),
        project: ProjectInfo {
            id: desk.session.project(),
            name: String::new(),
        },
        envelope: Envelope::default(),
        scope: Scope::Whole,
        lang: Lang::Zh,
        current: None,
    };
    let text = desk.session.read(|log| write(log, &header));
    (desk, text)
}

/// The sentences of a task, oldest first.
fn sentences(desk: &Desk, task: &RecordId) -> Vec<String> {
    desk.session.read(|log| {
        let updates = progress::updates_of(&Form::new(log, task.clone())).into_iter();
        let said = updates.filter_map(|update| update.get(progress::DONE));
        said.collect()
    })
}

#[test]
fn owner_and_representative_both_say_it_and_the_later_figure_counts_in_both_orders() {
    let (desk, me, task) = running();
    let lead = desk.person("王经理");
    let (one, two) = (colleague(&desk, 5, &me), colleague(&desk, 6, &lead));
    one.session
        .note_progress(&task, &note(40, "on_track", "写了一半"));
    two.session
        .note_progress(&task, &note(45, "at_risk", "等图"));
    two.session
        .note_progress(&task, &note(50, "at_risk", "图到了"));
    let (one, two) = (one.changes(), two.changes());
    let (here, text) = merged(&[&one, &two], &me);
    let (_there, other) = merged(&[&two, &one], &me);
    assert_eq!(text, other, "the same bytes");
    assert_eq!(
        here.session.read(hepai::model::Log::conflict_count),
        0,
        "no figure differs"
    );
    assert_eq!(here.value(&task, task::PERCENT.name), Value::int(50));
    let said = sentences(&here, &task);
    assert_eq!(said.len(), 3, "nothing is lost");
    assert_eq!(
        said.last().map(String::as_str),
        Some("图到了"),
        "as the figure says"
    );
}

#[test]
fn a_task_cancelled_here_and_told_of_there_differs_in_its_state_alone() {
    let (desk, ..) = running();
    let (me, lead) = (desk.person("赵主管"), desk.person("王经理"));
    let task = desk.tasks(&me)[0].clone();
    let (one, two) = (colleague(&desk, 5, &me), colleague(&desk, 6, &lead));
    one.session.note_progress(&task, &note(5, "on_track", ""));
    two.step(&task, "cancel");
    let (one, two) = (one.changes(), two.changes());
    let (here, text) = merged(&[&one, &two], &me);
    let (_there, other) = merged(&[&two, &one], &me);
    assert_eq!(text, other);
    let differing = here.session.read(hepai::model::Log::conflicts);
    assert_eq!(differing.len(), 1);
    assert_eq!(
        (&differing[0].record, differing[0].key.as_str()),
        (&task, STATUS)
    );
    assert_eq!(here.value(&task, task::PERCENT.name), Value::int(5));
}

#[test]
fn the_reply_says_how_far_each_task_has_come_and_the_reminder_which_are_left() {
    let (desk, me, task) = running();
    let other = desk.person("赵主管");
    let left = desk.tasks(&other)[0].clone();
    desk.browser.set_now("2026-03-17T09:00:00+08:00");
    desk.session
        .note_progress(&task, &note(80, "at_risk", "主图定稿 12/15"));
    let sending = Sending {
        envelope: Envelope {
            requests: vec![request::PROGRESS.to_owned()],
            by_when: Some("2026-03-19T18:00:00+08:00".to_owned()),
            ..Envelope::default()
        },
        ..Sending::default()
    };
    let todo = Todo {
        item: Item::Progress(vec![task.clone(), left.clone()]),
        answer: Answer::Open,
    };
    let text = desk.session.read(|log| reply(log, &sending, &[todo]).body);
    assert!(
        text.contains("更新进展：更新了 1 项，还有 1 项没更新"),
        "{text}"
    );
    assert!(text.contains("03-17 80% 有风险：主图定稿 12/15"), "{text}");
    let text = desk
        .session
        .read(|log| remind_of_updates(log, &sending, &[(other, vec![left.clone()])]));
    let name = desk.session.read(|log| record_name(log, &left, Lang::Zh));
    for part in ["赵主管", &name, "更新进展", "2026-03-19 18:00"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("陈专员"), "who has answered: {me}");
}

#[test]
fn a_task_that_goes_on_as_before_or_is_not_begun_has_nothing_to_talk_about() {
    let (desk, me, task) = running();
    desk.session.set_author(Some(me.to_string()));
    let is_quiet = |desk: &Desk, task: &RecordId| {
        let today = desk.session.now().date_naive();
        let (_, all) = desk
            .session
            .read(|log| hepai::analysis::inbox::updates::running_tasks(log, today));
        let one = all.iter().find(|one| one.task == *task);
        one.map(|one| one.is_quiet)
    };
    assert_eq!(
        is_quiet(&desk, &task),
        Some(false),
        "nobody has said a word"
    );
    desk.session.note_progress(&task, &note(40, "on_track", ""));
    assert_eq!(is_quiet(&desk, &task), Some(false), "the first word");
    desk.session.note_progress(&task, &note(40, "on_track", ""));
    assert_eq!(is_quiet(&desk, &task), Some(true));
    let newest = desk.session.read(|log| {
        progress::newest(&Form::new(log, task.clone())).map(|one| one.record().clone())
    });
    let before = desk.session.read(|log| {
        let form = Form::new(log, newest.clone().expect("an update"));
        progress::percent_before(&form)
    });
    assert_eq!(before, Some(40));
    desk.session
        .note_progress(&task, &note(40, "at_risk", "等样件"));
    assert_eq!(is_quiet(&desk, &task), Some(false));
}
