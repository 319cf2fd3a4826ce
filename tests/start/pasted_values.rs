//! What copied cells say: read where they say one thing, kept as they were and told where they do not.

use super::answers::{answers, open};
use crate::pasted::{named, read, text};
use hepai::analysis::words::names::value_text;
use hepai::analysis::words::typed::{Oddity, Order, plain};
use hepai::model::Value;
use hepai::model::template::{Form, Lang, Viewpoint};
use hepai::state::{Copied, Pasted};
use hepai::templates::{member, stage, task};

/// The cells that were not read: line, field, text.
pub(crate) fn unread(pasted: &Pasted) -> Vec<(usize, &str, &str)> {
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
fn a_text_longer_than_its_field_is_taken_whole_and_told_with_its_line() {
    let opened = open(&answers());
    let long = "长".repeat(101);
    let lines = format!("任务\t完成度\t截止\n定包装\t40\t4月20日\n{long}\t140\t4月21日");
    let pasted = read(&opened, &lines, None);
    let told: Vec<(usize, &str, Oddity)> = pasted
        .unread
        .iter()
        .map(|cell| (cell.line, cell.field.key, cell.unread.why))
        .collect();
    let expected = [
        (2, "title", Oddity::TooLong(80, 101)),
        (2, "percent", Oddity::OutOfRange(0, 100)),
    ];
    assert_eq!(told, expected);
    let made = opened.session.take_table(&pasted, &[], &[]).made;
    assert_eq!(text(&opened, &made[1], "title"), long, "nothing is cut off");
    assert_eq!(text(&opened, &made[1], "percent"), "140");
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
fn what_a_spreadsheet_could_not_work_out_is_told_and_what_nobody_sees_is_nothing() {
    let opened = open(&answers());
    let pasted = read(
        &opened,
        "任务\t责任人\t截止\t交付物\n\
         定包装\t#N/A\t#VALUE!\t#REF!\n\
         \u{A0}\t \t\u{200B}\t\n\
         拍主图\t李主管、\t\u{A0}3月12日；\u{A0}\t\u{200B}\n",
        None,
    );
    assert_eq!(
        unread(&pasted),
        [
            (1, "owner", "#N/A"),
            (1, "deliverable", "#REF!"),
            (1, "current_end", "#VALUE!"),
        ]
    );
    assert_eq!(pasted.count(), 2, "a line of blanks is none");
    let lee = named(&opened, "member", member::PERSON.name, "李主管");
    assert_eq!(
        pasted.rows[2],
        [
            ("title", Value::text("拍主图")),
            ("owner", Value::text(lee)),
            ("current_end", Value::text("2026-03-12")),
        ]
    );
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
