//! Lines copied from another program's table, as tasks of an open project.

use super::answers::{Opened, answers, open};
use hepai::analysis::words::names::value_text;
use hepai::analysis::words::typed::{Order, plain};
use hepai::model::template::{Form, Lang, Viewpoint};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::{Copied, Pasted, is_table};
use hepai::templates::{member, stage, task};

fn read(opened: &Opened, text: &str, from: Option<&str>) -> Pasted {
    let copied = Copied {
        from,
        ..Copied::new(text)
    };
    opened.session.read_table(&task::TASK, &copied)
}

fn text(opened: &Opened, record: &RecordId, key: &str) -> String {
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
fn named(opened: &Opened, kind: &str, key: &str, name: &str) -> String {
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
        assert!(pasted.has_header, "{head}");
        assert_eq!(keys(&pasted), expected, "{head}");
        assert_eq!(pasted.unknown_columns.len(), 1, "{head}");
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

/// The cells that were not read: line, field, text.
fn unread(pasted: &Pasted) -> Vec<(usize, &str, &str)> {
    let cells = pasted.unread.iter();
    cells
        .map(|cell| (cell.line, cell.field.key, cell.text.as_str()))
        .collect()
}

#[test]
fn what_is_not_read_stands_as_it_was_and_is_told() {
    let opened = open(&answers());
    let stage = named(&opened, "stage", stage::NAME.name, "上线准备");
    let pasted = read(
        &opened,
        "任务\t责任人\t阶段\t优先级\t截止\t状态\n\
         定包装\t钱工\t上线准备\t高\t待定\t快了\n\n\
         拍主图\t陈专员（市场部）\t没有的阶段\t特急\t-\t",
        None,
    );
    assert_eq!(
        unread(&pasted),
        [
            (1, "owner", "钱工"),
            (1, "status", "快了"),
            (1, "current_end", "待定"),
            (3, "stage", "没有的阶段"),
            (3, "priority", "特急"),
        ]
    );
    assert_eq!(pasted.count(), 2);
    assert!(pasted.rows[0].contains(&("stage", Value::text(stage))));
    let people = opened.session.rows("member").len();
    let made = opened.session.take_table(&pasted, &[], &[]).made;
    assert_eq!(opened.session.rows("member").len(), people);
    assert_eq!(text(&opened, &made[0], "owner"), "钱工");
    assert_eq!(text(&opened, &made[0], "current_end"), "待定");
    assert_eq!(
        text(&opened, &made[0], "status"),
        "todo",
        "a state is no text"
    );
    assert_eq!(text(&opened, &made[1], "stage"), "没有的阶段");
    assert_eq!(
        text(&opened, &made[1], "current_end"),
        "",
        "a stroke says nothing"
    );
    opened.session.read(|log| {
        let form = Form::new(log, made[0].clone());
        assert!(
            !form.has("owner") && !form.has("current_end"),
            "nothing is answered by it"
        );
    });
}

#[test]
fn letters_that_would_be_a_value_are_kept_as_none() {
    let opened = open(&answers());
    let pasted = read(&opened, "任务\t责任人\t优先级\n定包装\twang\turgent", None);
    let made = opened.session.take_table(&pasted, &[], &[]).made;
    opened.session.read(|log| {
        let form = Form::new(log, made[0].clone());
        assert_eq!(form.get(task::OWNER), None);
        assert!(!form.has("owner") && !form.has("priority"));
        let said = |key| {
            let field = task::TASK.field(key).expect("declared");
            value_text(log, field, &form.value(key), Viewpoint::anywhere(Lang::Zh))
        };
        assert_eq!(
            (said("owner"), said("priority")),
            ("wang".into(), "urgent".into())
        );
    });
}

#[test]
fn dates_are_read_by_their_line_their_records_and_their_column() {
    let opened = open(&answers());
    let days = |text: &str| {
        let pasted = read(&opened, &format!("任务\t截止\t开始\n{text}"), None);
        let day = |row: &Vec<(&str, Value)>, key: &str| {
            let found = row.iter().find(|(given, _)| *given == key);
            found.map_or_else(String::new, |(_, value)| plain(value))
        };
        let rows = pasted.rows.iter();
        let days =
            rows.map(|row| format!("{} {}", day(row, "current_start"), day(row, "current_end")));
        (days.collect::<Vec<_>>(), pasted.asks)
    };
    // The end stands before what it ends.
    assert_eq!(days("a\t2月26日\t2026-12-22").0, ["2026-12-22 2027-02-26"]);
    assert_eq!(
        days("a\t3/13/2026\t3/9\nb\t4/3/2026\t3/10").0,
        ["2026-03-09 2026-03-13", "2026-03-10 2026-04-03"]
    );
    let (kept, asks) = days("a\t5/4/2026\t3/9\nb\t6/4/2026\t3/10");
    assert_eq!(asks, [Order::DayMonthYear, Order::MonthDayYear]);
    assert_eq!(kept, ["2026-03-09 5/4/2026", "2026-03-10 6/4/2026"]);
    // Where the dates contradict each other nothing is asked; those that can be read in two ways are told.
    let (mixed, asks) = days("a\t13/4/2026\t\nb\t4/13/2026\t\nc\t5/4/2026\t");
    assert_eq!(asks, []);
    assert_eq!(mixed, [" 2026-04-13", " 2026-04-13", " 5/4/2026"]);
    let task = opened.session.rows("task")[0].clone();
    opened
        .session
        .set_fields(&task, &[("current_start", Value::text("2026-12-22"))]);
    let onto = [task];
    let copied = Copied {
        from: Some("current_end"),
        onto: &onto,
        ..Copied::new("1月8日\n")
    };
    let pasted = opened.session.read_table(&task::TASK, &copied);
    assert_eq!(
        pasted.rows,
        [vec![("current_end", Value::text("2027-01-08"))]]
    );
    let copied = Copied {
        order: Some(Order::DayMonthYear),
        ..Copied::new("任务\t截止\na\t5/4/2026\nb\t6/4/2026")
    };
    let pasted = opened.session.read_table(&task::TASK, &copied);
    assert!(pasted.rows[1].contains(&("current_end", Value::text("2026-04-06"))));
    assert!(pasted.asks.is_empty() && pasted.unread.is_empty());
}

#[test]
fn cells_as_other_programs_copy_them() {
    let opened = open(&answers());
    let head = "任务\t责任人\t开始\t截止\t完成度（%）\t工作量（人日）\t完成需审核\n";
    let pasted = read(
        &opened,
        &format!(
            "{head}\
             \"定包装\n（含说明书）\"\t李主管\t3月9日(周一)\t46093\t40%\t\"1,234.5\"\t是\n\
             拍主图\t\t\t2026-03-12T00:00:00\t0.4\t0,5\t√\n\
             上架\t李主管、陈专员\t9-Mar-26\t26/3/12\t４０\t\"3，5\"\t否\n"
        ),
        None,
    );
    let lee = named(&opened, "member", member::PERSON.name, "李主管");
    let expected: [&[(&str, Value)]; 3] = [
        &[
            ("title", Value::text("定包装 （含说明书）")),
            ("owner", Value::text(lee)),
            ("current_start", Value::text("2026-03-09")),
            ("current_end", Value::text("2026-03-12")),
            ("percent", Value::int(40)),
            ("effort_pd", Value::text("1234.5")),
            ("needs_review", Value::Bool(true)),
        ],
        &[
            ("title", Value::text("拍主图")),
            ("current_end", Value::text("2026-03-12")),
            ("percent", Value::text("0.4")),
            ("effort_pd", Value::text("0,5")),
            ("needs_review", Value::Bool(true)),
        ],
        &[
            ("title", Value::text("上架")),
            ("owner", Value::text("李主管、陈专员")),
            ("current_start", Value::text("2026-03-09")),
            ("current_end", Value::text("2026-03-12")),
            ("percent", Value::int(40)),
            ("effort_pd", Value::text("3，5")),
            ("needs_review", Value::Bool(false)),
        ],
    ];
    for (row, expected) in pasted.rows.iter().zip(expected) {
        assert_eq!(row, expected);
    }
    assert_eq!(
        unread(&pasted),
        [
            (2, "percent", "0.4"),
            (2, "effort_pd", "0,5"),
            (3, "owner", "李主管、陈专员"),
            (3, "effort_pd", "3，5"),
        ]
    );
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
