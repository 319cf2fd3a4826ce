//! The role table: its cells, its gate, who knows it.

use crate::analysis::words::labels::catalogue;

catalogue! {
    ROW: "事项", "Work item";
    LEAD_COLUMN: "负责人", "Lead";
    CHECK: "检查", "Check";
    HOW_TO_FILL: "每件事一方拍板，至少一方执行。格子里按 A 拍（拍板）、R 执（执行）、C 咨（咨询）、I 知（知会），空格清除，回车选人。",
        "One party decides on each line, at least one does it. In a cell: A decides, R does, C consulted, I informed, Space clears, Enter picks the person.";
    SHORT_BOTH: "拍执", "Decides, does";
    SHORT_DECIDES: "拍", "Decides";
    SHORT_DOES: "执", "Does";
    SHORT_CONSULTED: "咨", "Consulted";
    SHORT_INFORMED: "知", "Informed";
    CELL_NAME: "{row}，{column}：{said}", "{row}, {column}: {said}";
    CELL_EMPTY: "空", "empty";
    VERSIONS: "≠ {n} 种", "≠ {n} {n|version|versions}";
    KEEP: "用「{said}」", "Keep \"{said}\"";
    TYPE_ITEM: "打字加一件事，回车", "Type a work item, Enter";
    SELECTED: "选中", "Selected";
    PERSON: "人", "Person";
    NOBODY_NAMED: "还没有定", "nobody yet";
    NOTE: "说明", "Note";
    CLEAR: "清除", "Clear";
    WHOLE_FORM: "打开全表", "Open the form";
    USE_PRESET_ITEMS: "用预设的 {n} 件", "Use the preset ({n})";
    FILLED_SINCE: "已删除，但后来填了一格", "deleted, but filled in since";

    NO_DECIDER: "没人拍板", "Nobody decides";
    TWO_DECIDE: "两方拍板", "Two decide";
    NO_DOER: "没人执行", "Nobody does it";
    NO_PERSON: "没落实到人", "No person named";
    VERSIONS_DIFFER: "不一致", "Versions differ";
    MANY_DO: "执行方多", "Many do it";
    MANY_ASKED: "咨询方多", "Many consulted";
    TELLS_NOBODY: "没通知别人", "Informs nobody";
    ALL_IN: "牵涉所有部门", "All involved";
    ELSEWHERE: "主责部门没拍板", "Owner does not decide";
    COUNTED: "{what} {n}", "{what} {n}";

    PUBLISHED: "{when} 由{name}公示。", "Published {when} by {name}.";
    CHANGED_SINCE: "公示后改过 {n} 格", "Changed in {n} {n|cell|cells} since publication";
    CHANGED_CELL: "{row} · {column}", "{row} · {column}";
    PUBLISHED_DONE:
        "已公示。发给大家以后，各人在「我的待办」里点「知道了」。",
        "Published. Once you have sent it, everybody finds it among their to-dos.";
    WHO_KNOWS: "谁知道了 {n}/{m}", "Who has noted it: {n} of {m}";
    HAS_NOT_ANSWERED: "未回", "no answer";
    OBJECTS: "有异议", "objects";
    ASKED_AGAIN: "改过 {n} 处，待再看", "{n} {n|change|changes} to look at";
    RECORDED: "代记", "recorded";
    PUBLISH_NEXT: "公示分工和沟通规则", "Publish roles and rules";

    KNOW: "知晓分工和沟通规则", "Note roles and rules";
    KNOWN: "知道了", "Noted";
    YOUR_LETTERS: "您的分工", "Your part";
    NO_LETTERS: "没有专门给您的分工，请看一眼大家怎么沟通。", "No line names you; please look at how everybody keeps in touch.";
    LETTER_LINE: "{row}：{letter}", "{row}: {letter}";
    LETTER_CHANGED: "{line}（改过）", "{line} (changed)";
    WISH_HEAD: "想改成别的，可以直接选：", "Choose what it should be instead:";
    WISH_NONE: "不参与", "No part";
    WISH_SUGGESTED: "已作为建议，等项目负责人决定", "Suggested; the project lead decides";
    WISH_WRITTEN: "已改（本部门的格子）", "Changed (your own department's column)";
    SEE_TABLE: "看分工表", "See the role table";
    SEE_RULES: "看沟通机制", "See how we talk";
    PERSON_LINE: "{name}：{letters}", "{name}: {letters}";
    LETTERS_HEAD: "分工：", "Who does what:";

    PASTED_CELLS: "填了 {n} 格，加了 {m} 件事。", "{n} {n|cell|cells} filled, {m} {m|work item|work items} added.";
    PASTED_LEFT: "没认出来：{list}", "Not understood: {list}";

    TABLE_ON_PAPER: "角色权责矩阵", "Role table";
    LEGEND: "拍板 A · 执行 R · 咨询 C · 知会 I", "Decides A · Does R · Consulted C · Informed I";
    PAPER_NOTED: "公示栏", "Noted by";
    PAPER_NAME: "姓名", "Name";
    PAPER_HOME: "部门", "Department";
    PAPER_DAY: "知道了（日期）", "Noted on";
    PAPER_SIGN: "签字", "Signature";
}
