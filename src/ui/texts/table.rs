//! Lists and tables: filters, pasted rows, the plan.

use crate::analysis::words::labels::catalogue;

catalogue! {
    OPEN_SHEET: "打开全表", "Open sheet";
    LIST_EMPTY: "还没有{what}。", "No {what} yet.";
    ADD_ONE: "加一项", "Add one";
    TYPE_TO_ADD: "打字加一项，回车确认", "Type to add, Enter to confirm";
    SHOWN_OF: "{n} 项", "{n} {n|item|items}";
    GRID_KEYS:
        "方向键换格 · 回车下一行或打开选项 · F2 在格内移动 · Esc 恢复原样 · Ctrl+D 同上一行 · Ctrl+Z 撤销 · 可粘贴从 Excel 复制的行",
        "Arrow keys change cells · Enter: next row, or opens a choice · F2 moves inside · Esc restores · Ctrl+D as above · Ctrl+Z undo · rows copied from Excel can be pasted";
    SHOWN_SOME: "{n} 项，显示 {m} 项", "{n} {n|item|items}, {m} shown";
    NONE_MATCH: "没有符合筛选条件的。", "Nothing matches the filters.";
    SHOW_ALL: "显示全部", "Show all";
    ALL_OF_THEM: "全部", "All";
    NOT_DONE: "未完成", "Not done";
    GROUPED: "分组", "Group by";
    NOT_GROUPED: "不分组", "No groups";
    WITHOUT: "没有{what}", "No {what}";
    THIS_ROW: "选中的一行", "The selected row";
    DETAILS: "详情", "Details";
    COPY_ROW: "复制一行", "Copy row";
    LATE_BY: "逾期 {n} 个工作日", "{n} working {n|day|days} overdue";
    UNTIL: "至 {to}", "until {to}";
    GIVEN:
        "「{field}」已填好：{name}。写下第一格时一起存。",
        "\"{field}\" is filled in: {name}. It is saved with the first field you fill.";
    PASTE_TABLE: "粘贴表格", "Paste table";
    PASTE_TABLE_HOW:
        "在 Excel 或 WPS 里选中几行，复制，粘贴到下面；有没有表头都行。也可以在表里直接按 Ctrl+V。",
        "Select rows in Excel or WPS, copy, and paste them below, with or without the header. Ctrl+V in the table does the same.";
    UNDERSTOOD: "看懂了 {n} 行：", "{n} {n|row|rows} understood:";
    HEADING_TAKEN: "{names}这一行当成了表头。", "The line {names} is taken as the header.";
    NO_HEADING: "第一行当成了内容。", "The first line is taken as content.";
    TAKE_AS_RECORD: "改当内容", "Take it as content";
    TAKE_AS_HEADING: "改当表头", "Take it as the header";
    FILL_FROM: "从选中的格往下填", "Fill down from the selected cell";
    LEFT_COLUMNS: "没有取：{list}。", "Not taken: {list}.";
    LEFT_COLUMN: "{name}（{n} 个值，{why}）", "{name} ({n} {n|value|values}, {why})";
    NTH_COLUMN: "第 {n} 列", "column {n}";
    LEFT_UNKNOWN: "没有对应的列", "no such column here";
    LEFT_TWICE: "和前面的一列同名", "named like a column before";
    LEFT_BEYOND: "表的右边没有列了", "beyond the last column";
    LEFT_COUNTED: "由合拍填写", "filled in by Hepai";
    LEFT_BY_A_STEP: "只能在单子里一步一步改", "changed only by a step on the form";
    LEFT_IN_THE_FORM: "要在全表里勾选", "ticked on the form";
    LEFT_AROUND: "表格外的文字没有取：{list}。", "Text around the table is not taken: {list}.";
    LEFT_HIDDEN:
        "原表里隐藏的没有取：{rows} 行、{columns} 列。",
        "What was hidden there is not taken: {rows} {rows|row|rows}, {columns} {columns|column|columns}.";
    ADD_TO: "加进{what}", "Add to {what}";
    WHICH_ORDER:
        "这些日期看不出先写的是日还是月，请选一次：",
        "These dates do not say whether the day or the month comes first; choose once:";
    DAY_FIRST: "日/月/年", "Day/month/year";
    MONTH_FIRST: "月/日/年", "Month/day/year";
    YEAR_FIRST: "年/月/日", "Year/month/day";
    PASTED_ROWS: "加了 {n} 行。", "Added {n} {n|row|rows}.";
    PASTED_SUGGESTED:
        "其中 {n} 格由别人负责，记为建议。",
        "{n} {n|cell is|cells are} for others to write and {n|is|are} noted as {n|a suggestion|suggestions}.";
    PASTED_OVER: "填了 {n} 行。", "Filled {n} {n|row|rows}.";
    PASTED_NOTHING: "没有看懂可以加的内容，什么都没有变。", "Nothing in it could be used; nothing changed.";
    PASTED_UNREAD:
        "这些要看一下，照原样放着、标了出来：{list}",
        "These need a look; they stand as they were and are marked: {list}";
    UNREAD_ITEM: "第 {lines} 行{field}「{text}」：{why}", "Row {lines}, {field} \"{text}\": {why}";
    ODD_CELL: "这一格要看一下，点开看原因", "This cell needs a look; click it to see why";
    PREFILLED_FINE: "预排的都可以（{n}）", "Pre-filled rows are fine ({n})";
    PREFILLED_FINE_DONE: "{n} 项预排的已看过。", "{n} pre-filled {n|row is|rows are} confirmed.";
    START_HOW:
        "开工：现在的日期成为原计划，以后的推迟都跟它比。",
        "Start: the dates as they stand become the original plan; later delays are measured against it.";
    STARTED_DONE: "已开工，现在的日期成了原计划。", "Work has started; the dates as they stand are the original plan.";
    STARTED_ON: "{day} 开工（{who}）", "Started {day} ({who})";
    PLAN_PRESET: "用预设的任务起头", "Begin with the preset tasks";
    PLAN_PASTE: "从 Excel 粘贴", "Paste from Excel";
    PLAN_TYPE: "打字加一项", "Type one";
    MAIL_SPAN: "{from} 至 {to}", "{from} to {to}";
}
