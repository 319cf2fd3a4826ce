//! Lines copied from another program's table, as tasks of an open project.

use super::answers::{Opened, answers, open};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::{Copied, Pasted, is_table};
use hepai::templates::{member, stage, task};

pub(crate) fn read(opened: &Opened, text: &str, from: Option<&str>) -> Pasted {
    let copied = Copied {
        from,
        ..Copied::new(text)
    };
    opened.session.read_table(&task::TASK, &copied)
}

pub(crate) fn text(opened: &Opened, record: &RecordId, key: &str) -> String {
    let value = opened.session.value(record, &FieldKey::of(key));
    value.as_text().unwrap_or_default().to_owned()
}

fn keys(pasted: &Pasted) -> Vec<&'static str> {
    pasted
        .columns
        .iter()
        .map(|column| column.map_or("", |field| field.key))
        .collect()
}

/// The record of a kind with that name.
pub(crate) fn named(opened: &Opened, kind: &str, key: &str, name: &str) -> String {
    let rows = opened.session.rows(kind);
    let found = rows.iter().find(|row| text(opened, row, key) == name);
    found.expect("a record of that name").to_string()
}

#[test]
fn columns_are_known_by_their_headings_in_both_languages() {
    let opened = open(&answers());
    for (head, expected) in [
        (
            "序号\t任务名称\t负责人\t开始日期\t完成时间\t输出\t备注",
            [
                "",
                "title",
                "owner",
                "current_start",
                "current_end",
                "deliverable",
                "",
            ],
        ),
        (
            "No.\tTask\tOwner \tStart date\tDUE:\tDeliverable\tRemark",
            [
                "",
                "title",
                "owner",
                "current_start",
                "current_end",
                "deliverable",
                "",
            ],
        ),
    ] {
        let pasted = read(
            &opened,
            &format!("{head}\r\n1\t定包装\t李主管\t2026/3/9\t3月12日\t样盒\t急\r\n"),
            None,
        );
        assert!(pasted.heading.is_some(), "{head}");
        assert_eq!(keys(&pasted), expected, "{head}");
        assert_eq!(pasted.left.len(), 2, "{head}");
        assert_eq!(
            pasted.rows,
            [vec![
                ("title", Value::text("定包装")),
                (
                    "owner",
                    Value::text(named(&opened, "member", member::PERSON.name, "李主管"))
                ),
                ("current_start", Value::text("2026-03-09")),
                ("current_end", Value::text("2026-03-12")),
                ("deliverable", Value::text("样盒")),
            ]]
        );
        assert!(pasted.unread.is_empty());
    }
}

#[test]
fn without_a_header_the_columns_are_those_of_the_table() {
    let opened = open(&answers());
    let plain = read(&opened, "定包装\t李主管\t2026-03-09\t2026-03-12", None);
    assert_eq!(
        keys(&plain),
        ["title", "owner", "current_start", "current_end"]
    );
    let whole = read(
        &opened,
        "T-1\t定包装\t研发\t李主管\t2026-03-09\t2026-03-12\t进行中\t40%\t样盒\n\
         2\t拍主图\t市场部\t陈专员\t2026-03-09 00:00\t2026-03-12\t未开始\t\t",
        None,
    );
    assert_eq!(
        keys(&whole),
        [
            "",
            "title",
            "",
            "owner",
            "current_start",
            "current_end",
            "status",
            "percent",
            "deliverable"
        ]
    );
    assert!(whole.rows[0].contains(&("status", Value::text("doing"))));
    assert!(whole.rows[0].contains(&("percent", Value::int(40))));
    assert!(whole.rows[1].contains(&("current_start", Value::text("2026-03-09"))));
    assert!(whole.rows[1].iter().all(|(key, _)| *key != "percent"));
}

#[test]
fn two_people_of_one_name_are_not_told_apart_by_guessing() {
    let opened = open(&answers());
    opened.session.add_rows(
        "member",
        None,
        None,
        &[vec![(member::PERSON.name, Value::text("李主管"))]],
    );
    let pasted = read(&opened, "任务\t责任人\n定包装\t李主管", None);
    assert_eq!(pasted.unread.len(), 1);
}

#[test]
fn pasted_lines_are_one_step_of_undo() {
    let opened = open(&answers());
    let before = opened.session.rows("task");
    let pasted = read(
        &opened,
        "任务\t责任人\t状态\n定包装\t李主管\t已完成\n拍主图\t陈专员\t\n",
        None,
    );
    let stage = Value::text(named(&opened, "stage", stage::NAME.name, "上线准备"));
    let taken = opened
        .session
        .take_table(&pasted, &[], &[(task::STAGE.name, stage.clone())]);
    let after = opened.session.rows("task");
    assert_eq!(after[before.len()..], taken.made);
    assert_eq!(text(&opened, &taken.made[0], "status"), "done");
    assert_eq!(text(&opened, &taken.made[1], "status"), "todo");
    assert_eq!(
        opened.session.value(&taken.made[1], &FieldKey::of("stage")),
        stage
    );
    let acts = opened.session.read(|log| {
        taken
            .made
            .iter()
            .map(|row| log.live(row, &FieldKey::of("title"))[0].change.lamport)
            .collect::<Vec<_>>()
    });
    assert_eq!(acts[0], acts[1]);
    opened.session.undo();
    assert_eq!(opened.session.rows("task"), before);
}

#[test]
fn lines_pasted_onto_a_cell_fill_downwards_and_go_on_with_new_rows() {
    let opened = open(&answers());
    let before = opened.session.rows("task");
    let last = &before[before.len() - 2..];
    let owner = text(&opened, &last[0], "owner");
    let pasted = read(
        &opened,
        "2026-04-01\t2026-04-02\t已完成\n\t2026-04-03\n2026-05-06\n",
        Some(task::CURRENT_START.name),
    );
    assert_eq!(keys(&pasted), ["current_start", "current_end", "status"]);
    let start = text(&opened, &last[1], "current_start");
    let taken = opened.session.take_table(&pasted, last, &[]);
    assert_eq!((taken.filled, taken.made.len()), (2, 1));
    assert_eq!(text(&opened, &last[0], "current_start"), "2026-04-01");
    assert_eq!(
        text(&opened, &last[0], "status"),
        "todo",
        "a state is taken step by step"
    );
    assert_eq!(text(&opened, &last[0], "owner"), owner);
    assert_eq!(
        text(&opened, &last[1], "current_start"),
        start,
        "an empty cell takes nothing away"
    );
    assert_eq!(text(&opened, &last[1], "current_end"), "2026-04-03");
    assert_eq!(text(&opened, &taken.made[0], "current_start"), "2026-05-06");
    opened.session.undo();
    assert_eq!(text(&opened, &last[1], "current_start"), start);
    assert_eq!(opened.session.rows("task"), before);
}

#[test]
fn what_a_line_says_itself_stands_and_only_what_is_written_is_counted() {
    let opened = open(&answers());
    let name = |stage_name| Value::text(named(&opened, "stage", stage::NAME.name, stage_name));
    let pasted = read(&opened, "任务\t阶段\n定包装\t上线准备\n拍主图\t\n", None);
    let besides = [(task::STAGE.name, name("上线发布"))];
    let made = opened.session.take_table(&pasted, &[], &besides).made;
    let stage_of = |task: &RecordId| opened.session.value(task, &FieldKey::of("stage"));
    assert_eq!(stage_of(&made[0]), name("上线准备"), "as its line says");
    assert_eq!(
        stage_of(&made[1]),
        name("上线发布"),
        "as the table is filtered"
    );

    let first_day = Some(task::CURRENT_START.name);
    let pasted = read(
        &opened,
        "2026-04-01\t2026-04-02\t进行中\n\t\t已完成\n",
        first_day,
    );
    let taken = opened.session.take_table(&pasted, &made, &[]);
    assert_eq!(
        taken.filled, 1,
        "a state alone writes nothing into a record"
    );
}

#[test]
fn numbers_in_front_take_the_place_of_numbers_where_half_of_them_are_some() {
    let opened = open(&answers());
    let first_two = |text| keys(&read(&opened, text, None))[..2].to_vec();
    assert_eq!(first_two("T-1\t定包装\n第二\t拍主图"), ["", "title"]);
    assert_ne!(first_two("甲\t定包装\n第二\t拍主图"), ["", "title"]);
}

#[test]
fn a_stroke_is_a_text_where_texts_stand_and_nothing_where_they_do_not() {
    let opened = open(&answers());
    let pasted = read(
        &opened,
        "任务\t交付物\t开始日期\t责任人\n定包装\t—\t—\t/\n",
        None,
    );
    let given: Vec<_> = pasted.rows[0].iter().map(|(key, _)| *key).collect();
    assert_eq!(given, [task::TITLE.name, task::DELIVERABLE.name]);
    assert!(pasted.unread.is_empty());
}

#[test]
fn a_cell_with_a_line_end_stands_in_quotes() {
    assert!(!is_table("一句话\r\n"));
    assert!(is_table("一\n二") && is_table("一\t二"));
    let opened = open(&answers());
    let one = read(&opened, "\"两行\n一个格\"\r\n", Some("deliverable"));
    assert_eq!(
        one.rows,
        [vec![("deliverable", Value::text("两行 一个格"))]]
    );
    let pasted = read(
        &opened,
        "任务\t输出\n\"定\n\"\"A1\"\" 包装\"\t\"样盒\n\"未完",
        None,
    );
    assert_eq!(pasted.rows[0][0].1, Value::text("定 \"A1\" 包装"));
    assert_eq!(pasted.rows[0][1].1, Value::text("\"样盒"));
}
