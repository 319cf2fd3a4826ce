//! What office programs and browsers put into the clipboard, shortened by what says nothing about cells.

use hepai::analysis::words::cells::CopiedCells;

fn lines(cells: &CopiedCells) -> Vec<Vec<&str>> {
    let lines = cells.lines.iter();
    lines
        .map(|line| line.iter().map(String::as_str).collect())
        .collect()
}

#[test]
fn letters_are_parted_by_tabs_and_line_ends() {
    let cases: &[(&str, &[&[&str]])] = &[
        ("甲\t乙\r\n丙\t丁\r\n", &[&["甲", "乙"], &["丙", "丁"]]),
        ("甲", &[&["甲"]]),
        ("\r\n\t\r\n甲\t\t\r\n\r\n", &[&["甲"]]),
        ("\t乙\n甲", &[&["", "乙"], &["甲"]]),
        ("甲\n\n乙", &[&["甲"], &[], &["乙"]]),
        // Quoted by Excel, because of what stands in it.
        ("\"两行\n一个格\"\t乙", &[&["两行\n一个格", "乙"]]),
        ("\"定\n\"\"A1\"\" 包装\"\t乙", &[&["定\n\"A1\" 包装", "乙"]]),
        ("\"甲\"\t\"\"\t\"乙\"", &[&["甲", "", "乙"]]),
        // 同上
        (
            "甲\t2026-03-09\n乙\t\"\n丙\t2026-03-11",
            &[&["甲", "2026-03-09"], &["乙", "\""], &["丙", "2026-03-11"]],
        ),
        (
            "甲\n\"\n乙\n\"\n丙",
            &[&["甲"], &["\""], &["乙"], &["\""], &["丙"]],
        ),
        ("\"\t\"\n\"\t\"", &[&["\"", "\""], &["\"", "\""]]),
        ("甲\t〃\n乙\t\"", &[&["甲", "〃"], &["乙", "\""]]),
        // Quotes of somebody who quotes.
        ("\"A1\" 包装\t乙", &[&["\"A1\" 包装", "乙"]]),
        ("\"A1\" 和 \"B2\"\t乙", &[&["\"A1\" 和 \"B2\"", "乙"]]),
        ("\"未完\t乙\"\n丙", &[&["\"未完", "乙\""], &["丙"]]),
        (
            "24\" 屏\t乙\n27\" 屏\t丙",
            &[&["24\" 屏", "乙"], &["27\" 屏", "丙"]],
        ),
        // Word
        ("甲\u{b}第二行\t乙", &[&["甲\n第二行", "乙"]]),
    ];
    for (text, expected) in cases {
        assert_eq!(lines(&CopiedCells::of_text(text)), *expected, "{text:?}");
    }
}

const EXCEL: &str = include_str!("../fixtures/clipboard/excel.html");

#[test]
fn excel_says_where_cells_begin_what_is_hidden_and_what_spans() {
    let cells = CopiedCells::copied("上市计划（2026）\t\t\t\t\r\n", EXCEL);
    assert_eq!(
        lines(&cells),
        [
            vec!["上市计划（2026）"],
            vec!["阶段", "任务", "截止", "工作量"],
            vec!["上线&准备", "定包装\n含说明书", "2026/3/9", "5"],
            vec!["上线&准备", "拍\"主图\"\u{3000}A1", "##########"],
        ]
    );
    assert_eq!(cells.repeated, [(3, 0)]);
    assert_eq!(cells.hidden, (1, 1));
    assert!(cells.outside.is_empty());
}

const WPS: &str = include_str!("../fixtures/clipboard/wps.html");

#[test]
fn wps_tells_the_number_where_the_column_was_too_narrow() {
    assert_eq!(
        lines(&CopiedCells::copied("", WPS)),
        [
            vec!["任务", "开始", "完成率"],
            vec!["定包装", "46090", "40%"],
            vec!["拍主图\n第二行", "2026/3/12"]
        ]
    );
}

const SHEETS: &str = include_str!("../fixtures/clipboard/google_sheets.html");

#[test]
fn google_sheets_and_attributes_with_signs_in_them_are_read() {
    let cells = CopiedCells::copied("Task\tDue > 3 days\n", SHEETS);
    assert_eq!(
        lines(&cells),
        [
            vec!["Task", "Due > 3 days"],
            vec!["Pack\nA1", "2026-03-12"],
            vec!["Pack\nA1", "2026-03-13"]
        ]
    );
    assert_eq!(cells.repeated, [(2, 0)]);
}

const WORD: &str = include_str!("../fixtures/clipboard/word.html");

#[test]
fn in_word_a_line_of_the_markup_is_none_of_the_text_and_what_stands_around_is_told() {
    let cells = CopiedCells::copied("", WORD);
    assert_eq!(
        lines(&cells),
        [
            vec!["1.任务", "责任人", "说明"],
            vec!["a)   定包装", "Mr. Li", "第一段\n\n第二段"],
        ]
    );
    assert_eq!(cells.outside, ["大家好，计划如下：", "谢谢"]);
}

const OUTLOOK: &str = include_str!("../fixtures/clipboard/outlook.html");

#[test]
fn of_tables_around_tables_the_one_with_the_cells_counts() {
    let cells = CopiedCells::copied("", OUTLOOK);
    assert_eq!(
        lines(&cells),
        [
            vec!["问题", "提出人"],
            vec!["权限未开通", "吴主管"],
            vec!["样机不足", "李主管"]
        ]
    );
    assert_eq!(cells.outside, ["各位好：", "王经理", "市场部"]);
}

#[test]
fn markup_without_a_table_or_with_one_for_the_looks_leaves_it_to_the_letters() {
    let letters = "甲\t乙\n丙\t丁";
    for markup in [
        "",
        "<p>甲 乙</p><p>丙 丁</p>",
        "<table></table>",
        "<table><tr><td><p>甲 乙</p><p>丙 丁</p></td></tr></table>",
        "<b>甲",
    ] {
        let cells = CopiedCells::copied(letters, markup);
        assert_eq!(
            lines(&cells),
            [vec!["甲", "乙"], vec!["丙", "丁"]],
            "{markup}"
        );
    }
    // One cell of two lines, as Excel copies it.
    let one = CopiedCells::copied(
        "\"甲\n乙\"\r\n",
        "<table><tr><td>甲<br>乙</td></tr></table>",
    );
    assert_eq!(lines(&one), [vec!["甲\n乙"]]);
    assert!(!one.is_table());
}

#[test]
fn tables_of_one_width_are_one_and_others_are_told() {
    let markup =
        "<table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>续：</p><table><tr><td>丙<td>3</table>
        <table><tr><td>签字<td>日期<td>备注</table>";
    let cells = CopiedCells::copied("", markup);
    assert_eq!(
        lines(&cells),
        [vec!["甲", "1"], vec!["乙", "2"], vec!["丙", "3"]]
    );
    assert_eq!(cells.outside, ["续：", "签字 日期 备注"]);
}

#[test]
fn spans_of_every_shape_keep_columns_in_place() {
    let markup = "<table><tr><td rowspan=2 colspan=2>甲<td>1<td rowspan=99>乙
        <tr><td>2<tr><td>a<td colspan=2>b<tr style='visibility: collapse'><td>x
        <tr><td colspan=0>c<td rowspan='0'>d</table>";
    let cells = CopiedCells::copied("", markup);
    assert_eq!(
        lines(&cells),
        [
            vec!["甲", "", "1", "乙"],
            vec!["甲", "", "2", "乙"],
            vec!["a", "b", "", "乙"],
            vec!["c", "d", "", "乙"]
        ]
    );
    assert_eq!(cells.repeated, [(1, 0), (1, 3), (2, 3), (3, 3)]);
    assert_eq!(cells.hidden, (1, 0));
}

#[test]
fn a_cell_that_begins_in_a_hidden_line_is_seen_first_where_it_is_seen() {
    let cells = CopiedCells::copied(
        "",
        "<table><tr style=display:none><td rowspan=3>5<td>x<tr><td>甲<tr><td>乙</table>",
    );
    assert_eq!(lines(&cells), [vec!["5", "甲"], vec!["5", "乙"]]);
    assert_eq!(cells.repeated, [(1, 0)]);
}

#[test]
fn whatever_stands_there_is_read_to_an_end_and_signs_stay_signs() {
    for (markup, expected) in [
        (
            "<table><tr><td>1 < 2 & 3 > 2<td>R&D &unknown; &#xZ; &#20013;&#128;</table>",
            vec!["1 < 2 & 3 > 2", "R&D &unknown; &#xZ; 中€"],
        ),
        (
            "<TABLE><TR><TD TITLE='a>b'>甲</TD><TD\nx=\"<td>\">乙</TABLE>",
            vec!["甲", "乙"],
        ),
        ("<table><td>甲<td>乙", vec!["甲", "乙"]),
        (
            "<table><tr><td>甲<p style='display:none'>不<td>乙",
            vec!["甲", "乙"],
        ),
        ("<table><tr><td>甲<td>乙<!-- <td>丙", vec!["甲", "乙"]),
        ("<table><tr><td>甲<td>乙<style><td>丙", vec!["甲", "乙"]),
        ("<table><tr><td>甲<td>乙</td", vec!["甲", "乙"]),
        ("<table><tr><td>甲<td>乙<a href=\"x", vec!["甲", "乙"]),
    ] {
        assert_eq!(
            lines(&CopiedCells::copied("", markup)),
            [expected],
            "{markup}"
        );
    }
    for markup in [
        "<table><tr><td rowspan=65534 colspan=1000>".repeat(200),
        "<table>".repeat(5_000),
        "<td ='\"".repeat(5_000),
    ] {
        let _ = CopiedCells::copied("甲", &markup);
    }
}

#[test]
fn as_letters_a_cell_stays_on_its_line() {
    let cells = CopiedCells::copied("", EXCEL);
    assert!(
        cells
            .to_text()
            .contains("上线&准备\t定包装 含说明书\t2026/3/9\t5\n")
    );
}
