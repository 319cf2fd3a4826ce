//! Copied cells: which line names the columns, which columns find a place, and that nothing vanishes unsaid.

use super::answers::{Opened, answers, open};
use hepai::analysis::words::cells::CopiedCells;
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::{Copied, FirstLine, LeftWhy, Pasted};
use hepai::templates::{issue, task};

fn read(opened: &Opened, text: &str) -> Pasted {
    opened.session.read_table(&task::TASK, &Copied::new(text))
}

fn titles(pasted: &Pasted) -> Vec<String> {
    let title = |row: &Vec<(&str, Value)>| {
        let found = row.iter().find(|(key, _)| *key == "title");
        found
            .and_then(|(_, value)| value.as_text().map(str::to_owned))
            .unwrap_or_default()
    };
    pasted.rows.iter().map(title).collect()
}

/// What is said of the columns that find no place: place, heading, values, why.
fn left(pasted: &Pasted) -> Vec<(usize, &str, usize, LeftWhy)> {
    let said = pasted.left.iter();
    said.map(|column| {
        (
            column.place,
            column.heading.as_str(),
            column.count,
            column.why,
        )
    })
    .collect()
}

#[test]
fn a_line_names_the_columns_only_if_the_others_fit_it() {
    let opened = open(&answers());
    let wrong: Vec<String> = [
        // Headings.
        ("任务\t负责人\n定包装\t老李", Some(1)),
        ("任务\t截止\n定包装\t待定\n拍主图\t3月12日", Some(2)),
        ("Task\tOwner\tDue\nPack\tNobody\t2026-03-12", Some(1)),
        (
            "*任务名称：\t责任人（必填）\t截止日期(yyyy-mm-dd)\n定包装\t老李\t2026-03-12",
            Some(1),
        ),
        ("任务\t备注\n定包装\t急", Some(1)),
        (
            "任务\t责任人\t开始\t3/2\t3/9\t3/16\t3/23\n定包装\t老李\t3/2\t1\t\t\t",
            Some(1),
        ),
        ("负责人\t截止\n李主管\t2026-03-12", Some(1)),
        ("序号\t任务\t责任\u{200b}人\n1\t定包装\t老李", Some(1)),
        // Under a title, and in two lines.
        (
            "上市计划（2026）\n任务\t负责人\t截止\n定包装\t老李\t3月12日",
            Some(1),
        ),
        (
            "上市计划\n\n编制：王经理\n任务\t负责人\t截止\n定包装\t老李\t3月12日\n拍主图\t老王\t",
            Some(2),
        ),
        (
            "任务\t负责人\t时间\t\n\t\t开始\t截止\n定包装\t老李\t3月2日\t3月12日",
            Some(1),
        ),
        // Records whose words are those of headings.
        (
            "交付物（第一批）\t李主管\t2026-03-09\n定包装\t陈专员\t2026-03-12",
            None,
        ),
        ("交付物（第一批）\n定包装\n拍主图", None),
        ("任务\n定包装\n拍主图", None),
        ("交付物\t李主管\n定包装\t陈专员", None),
        ("验收\t老王\n定包装\t老李", None),
        ("交付物（第一批）\t开始\n定包装\t拍主图", None),
        ("开始\t2026-03-09\n截止\t2026-03-12", None),
        ("任务\t负责人\t截止", None),
        ("定包装\t老李\n任务\t负责人", None),
        ("定包装\t李主管\n任务\t负责人\n拍主图\t陈专员", None),
        ("任务\t责任人\t2026-03-09\n定包装\t老李\t2026-03-12", None),
        ("2026-03-09\t2026-03-12\n2026-03-10\t2026-03-13", None),
    ]
    .into_iter()
    .filter_map(|(text, expected)| {
        let pasted = read(&opened, text);
        let found = pasted.heading.is_some().then_some(pasted.rows.len());
        (found != expected).then(|| format!("{text:?}: {found:?}, expected {expected:?}"))
    })
    .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles_are_told_and_a_second_line_of_headings_is_part_of_them() {
    let opened = open(&answers());
    let pasted = read(
        &opened,
        "上市计划（2026）\n编制：王经理\n任务\t负责人\t时间\t\n\t\t开始\t截止\n定包装\t李主管\t2026-03-09\t2026-03-12",
    );
    assert_eq!(pasted.titles, ["上市计划（2026）", "编制：王经理"]);
    assert_eq!(
        pasted.heading.as_deref(),
        Some(&["任务", "负责人", "开始", "截止"].map(str::to_owned)[..])
    );
    assert_eq!(titles(&pasted), ["定包装"]);
    assert!(pasted.rows[0].contains(&("current_end", Value::text("2026-03-12"))));
    assert!(pasted.left.is_empty() && pasted.unread.is_empty());
}

#[test]
fn one_click_takes_the_first_line_for_the_other() {
    let opened = open(&answers());
    let as_what = |text: &str, first_line| {
        let copied = Copied {
            first_line,
            ..Copied::new(text)
        };
        opened.session.read_table(&task::TASK, &copied)
    };
    let text = "任务\t负责人\n定包装\t李主管";
    assert!(read(&opened, text).may_be_heading);
    assert_eq!(
        titles(&as_what(text, FirstLine::Record)),
        ["任务", "定包装"]
    );
    assert!(as_what(text, FirstLine::Record).may_be_heading, "and back");
    let text = "任务\n定包装\n拍主图";
    assert!(read(&opened, text).may_be_heading);
    assert_eq!(titles(&read(&opened, text)), ["任务", "定包装", "拍主图"]);
    assert_eq!(
        titles(&as_what(text, FirstLine::Heading)),
        ["定包装", "拍主图"]
    );
    assert!(!read(&opened, "定包装\n拍主图").may_be_heading);
}

#[test]
fn what_finds_no_place_is_named_with_the_number_of_its_values() {
    let opened = open(&answers());
    let pasted = read(
        &opened,
        "编号\t任务\t备注\t截止\t截止日期\t协助人\t空\n7\t定包装\t急\t3月12日\t3月13日\t老李\t\n8\t拍主图\t\t3月12日\t3月13日\t\t",
    );
    assert_eq!(
        left(&pasted),
        [
            (1, "编号", 2, LeftWhy::Counted),
            (3, "备注", 1, LeftWhy::Unknown),
            (5, "截止日期", 2, LeftWhy::Twice),
            (6, "协助人", 1, LeftWhy::InTheForm),
        ]
    );
    let columns = task::TASK.table_columns().len();
    let wide = vec!["x"; columns + 3].join("\t");
    let beyond = read(&opened, &format!("{wide}\n{wide}"));
    let places: Vec<usize> = beyond
        .left
        .iter()
        .filter(|one| one.why == LeftWhy::Beyond)
        .map(|one| one.place)
        .collect();
    assert!(places.len() >= 3, "{places:?}");
    assert_eq!(places.last(), Some(&(columns + 3)));
    assert!(beyond.left.iter().all(|one| one.count == 2));
    let whole: usize = beyond.rows.iter().map(Vec::len).sum();
    let told: usize = beyond.left.iter().map(|one| one.count).sum();
    assert_eq!(
        whole + told,
        2 * (columns + 3),
        "each value has a place or is told"
    );
}

#[test]
fn a_state_is_told_where_only_a_step_may_change_it() {
    let opened = open(&answers());
    let onto = opened.session.rows("task");
    let copied = Copied {
        from: Some("status"),
        onto: &onto[..1],
        ..Copied::new("已完成\n进行中")
    };
    let pasted = opened.session.read_table(&task::TASK, &copied);
    assert_eq!(left(&pasted), [(1, "", 1, LeftWhy::ByAStep)]);
    let taken = opened.session.take_table(&pasted, &onto[..1], &[]);
    let status = |row: &RecordId| opened.session.value(row, &FieldKey::of("status"));
    assert_eq!(status(&onto[0]), Value::text("todo"));
    assert_eq!(status(&taken.made[0]), Value::text("doing"));
}

#[test]
fn a_cell_over_several_lines_counts_for_each_and_a_number_once() {
    let opened = open(&answers());
    let markup = "<table><tr><td>任务<td>责任人<td>工作量<td>完成率
        <tr><td>定包装<td rowspan=2>李主管<td rowspan=2>5<td rowspan=2>40%<tr><td>拍主图</table>";
    let copied = Copied::of(CopiedCells::copied("", markup));
    let pasted = opened.session.read_table(&task::TASK, &copied);
    assert_eq!(titles(&pasted), ["定包装", "拍主图"]);
    let has = |row: usize, key: &str| pasted.rows[row].iter().any(|(known, _)| *known == key);
    assert!(has(0, "owner") && has(1, "owner"));
    assert!(has(0, "percent") && !has(1, "percent"));
    assert!(pasted.unread.is_empty());
}

#[test]
fn a_letter_makes_no_records_by_its_words() {
    let opened = open(&answers());
    let letter = "各位好：\n\n合同还没有签，\n请法务部今天看一下。\n谢谢";
    let pasted = opened
        .session
        .read_table(&issue::ISSUE, &Copied::new(letter));
    assert_eq!(pasted.heading, None);
    assert_eq!(pasted.count(), 4, "it is shown first: four lines");
}
