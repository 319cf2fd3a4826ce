//! Somebody who is not on the list writes under a name of their own, and the project lead is asked who they are.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::people::strangers::{guess_of, strangers};
use hepai::analysis::people::who::People;
use hepai::analysis::{Item, todos};
use hepai::model::template::{CellType, Form};
use hepai::model::{RecordId, Value};
use hepai::templates::{charter, identity, member, task};

/// Somebody of that name takes the project, writes a remark and sends all of it back.
fn heard_of(desk: &Desk, author: &str) {
    let other = empty(7);
    let wang = desk.person("王经理");
    other.take(desk.changes(), &wang);
    other.session.set_author(Some(author.to_owned()));
    other.session.remark(&charter::record(), "仓库下周二盘点");
    desk.take(other.changes(), &wang);
}

fn asked(desk: &Desk, who: &str) -> Vec<String> {
    let who = desk.person(who);
    let all = desk
        .session
        .read(|log| todos(log, &who, &[], date("2026-02-27")));
    let names = all.into_iter().filter_map(|todo| match todo.item {
        Item::Stranger(name) => Some(name),
        _ => None,
    });
    names.collect()
}

#[test]
fn a_signature_gives_a_name_and_a_department() {
    for (name, department, author) in [
        ("何俊", "仓库", "何俊（仓库）"),
        (" He Jun ", "", "He Jun"),
        ("何俊", "  ", "何俊"),
        ("He Jun", "Warehouse", "He Jun（Warehouse）"),
    ] {
        assert_eq!(identity::signature(name, department), author);
        let parts = identity::signed(author);
        assert_eq!(parts, (name.trim(), department.trim()));
    }
    for odd in ["（仓库）", "何俊（仓库", "何俊(仓库)", "）", ""] {
        assert_eq!(identity::signed(odd), (odd, ""));
    }
}

#[test]
fn the_project_lead_and_nobody_else_is_asked_who_a_stranger_is() {
    let desk = lead();
    assert_eq!(asked(&desk, "王经理"), [""; 0]);
    heard_of(&desk, "何俊（仓库）");
    assert_eq!(asked(&desk, "王经理"), ["何俊（仓库）"]);
    assert_eq!(asked(&desk, "陈专员"), [""; 0]);
    heard_of(&desk, "张三（采购/物流部）");
    assert_eq!(
        asked(&desk, "王经理"),
        ["何俊（仓库）", "张三（采购/物流部）"]
    );
    assert_eq!(
        desk.session.read(|log| guess_of(log, "何俊（仓库）")),
        None,
        "he is like nobody"
    );
}

#[test]
fn whoever_is_somebody_on_the_list_counts_as_them_and_is_asked_about_no_more() {
    let desk = lead();
    heard_of(&desk, "陈主管（市场部）");
    let chen = desk.person("陈专员");
    let guess = desk.session.read(|log| guess_of(log, "陈主管（市场部）"));
    assert_eq!(guess, Some(chen.clone()));
    desk.session
        .join_people(&[("陈主管（市场部）".to_owned(), chen.clone())]);
    assert_eq!(asked(&desk, "王经理"), [""; 0]);
    let people = |log: &hepai::model::Log| People::of(&Form::new(log, charter::record()));
    let counts_as = desk.session.read(people).author("陈主管（市场部）");
    assert_eq!(counts_as, Some(chen));
    desk.session.undo();
    assert_eq!(asked(&desk, "王经理"), ["陈主管（市场部）"]);
}

#[test]
fn whoever_is_nobody_on_the_list_stays_a_name_and_is_asked_about_no_more() {
    let desk = lead();
    heard_of(&desk, "何俊");
    let members = desk.session.rows(member::MEMBER.kind).len();
    desk.session.keep_off_list(&["何俊".to_owned()]);
    assert_eq!(asked(&desk, "王经理"), [""; 0]);
    assert_eq!(desk.session.rows(member::MEMBER.kind).len(), members);
    let people = |log: &hepai::model::Log| People::of(&Form::new(log, charter::record()));
    assert_eq!(desk.session.read(people).author("何俊"), None);
}

#[test]
fn a_stranger_is_put_on_the_list_with_what_they_wrote_and_one_undo_takes_it_back() {
    let desk = lead();
    let market = desk.department(&desk.person("陈专员"));
    for (author, department) in [("何俊（市场部）", Some(market)), ("小林（别处）", None)]
    {
        heard_of(&desk, author);
        desk.session.put_on_list(author);
        let listed: RecordId = desk.person(identity::signed(author).0);
        let written = department.map_or(Value::Null, |one| one.write());
        assert_eq!(desk.value(&listed, member::DEPARTMENT.name), written);
        let people = |log: &hepai::model::Log| People::of(&Form::new(log, charter::record()));
        let counts_as = desk.session.read(people).author(author);
        assert_eq!(counts_as, Some(listed));
        assert_eq!(asked(&desk, "王经理"), [""; 0]);
        desk.session.undo();
        assert_eq!(desk.session.read(strangers), [author]);
        desk.session.redo();
    }
}

#[test]
fn whoever_is_named_without_being_on_the_list_is_put_there_once_and_meant_wherever_they_are_named()
{
    let desk = lead();
    let tasks: Vec<RecordId> = desk.session.rows(task::KIND).into_iter().take(3).collect();
    let owner = task::TASK.field(task::OWNER.name).expect("a field");
    let unread = |name: &str| {
        let value = Value::text(name);
        desk.session.names_a_stranger(&tasks[0], owner, &value)
    };
    let name = "韩雪（市场部）";
    for task in &tasks[..2] {
        desk.set(task, owner.key, Value::text(name));
    }
    assert_eq!(unread(name).as_deref(), Some(name));
    assert_eq!(unread("两个人的名字写在一格里\n第二行"), None);
    desk.set(&tasks[2], task::REVIEWER.name, Value::text(name));
    let members = desk.session.rows(member::KIND).len();
    desk.session.put_named_on_list(name);
    let listed = desk.person("韩雪");
    assert_eq!(desk.session.rows(member::KIND).len(), members + 1);
    let market = desk.department(&desk.person("陈专员"));
    assert_eq!(desk.value(&listed, member::DEPARTMENT.name), market.write());
    for task in &tasks[..2] {
        assert_eq!(desk.value(task, owner.key), listed.write());
    }
    assert_ne!(desk.value(&tasks[2], owner.key), listed.write());
    let reviewer = desk.value(&tasks[2], task::REVIEWER.name);
    assert_eq!(reviewer, listed.write(), "wherever they are named");
    assert_eq!(unread(name), None, "they are on the list now");
    desk.session.undo();
    assert_eq!(desk.value(&tasks[0], owner.key), Value::text(name));
    assert_eq!(desk.session.rows(member::KIND).len(), members);
    // Whoever does not keep the list is not offered to put somebody on it.
    desk.session
        .set_author(Some(desk.person("陈专员").to_string()));
    assert_eq!(unread(name), None);
}

#[test]
fn the_import_with_which_a_project_came_is_known_while_it_counts() {
    let (desk, other) = (lead(), empty(3));
    assert_eq!(desk.session.beginning(), None, "it began here");
    let wang = desk.person("王经理");
    other.take(desk.changes(), &wang);
    let first = other.session.beginning().expect("it came with a file");
    heard_of(&desk, "何俊");
    assert_eq!(desk.session.beginning(), None, "a reply begins nothing");
    other.take(desk.changes(), &wang);
    other.session.remark(&charter::record(), "看过了");
    assert_eq!(other.session.beginning(), Some(first.clone()));
    other.session.undo_import(&first);
    assert_eq!(other.session.beginning(), None);
}
