//! What may happen: the register with its matrix, and the weekly look at it.

use crate::analysis::words::labels::catalogue;

catalogue! {
    WAS: "{said}，原来 {n}", "{said}, was {n}";
    WHOLE_SENTENCE: "{text}。", "{text}";
    COMMA: "，", " → ";
    SAID_BECAUSE: "因为{text}", "{text}";
    SAID_MAY: "可能{text}", "{text}";
    SAID_SO_THAT: "导致{text}", "{text}";
    LOOKED_AT: "看过 {n}/{m} 项", "{n} of {m} looked at";

    LOOK_AT_N: "您看着的 {n} 项风险，有变化吗？", "The {n} {n|risk|risks} you watch: has anything changed?";
    UNCHANGED: "没有变化", "No change";
    LARGER: "变大", "Larger";
    SMALLER: "变小", "Smaller";
    HAPPENED: "发生了", "It happened";
    ALL_UNCHANGED: "都没有变化", "None has changed";
    ALL_LOOKED_AT: "都看过了，没有变化", "All looked at, unchanged";
    LOOK_NOTED: "看过了", "Looked at";
    EXTREME_HEAD: "「{project}」有一项极高风险：{risk}，{level}", "\"{project}\" has an extreme risk: {risk}, {level}";
    EXTREME_PLAN: "应急：{text}", "Contingency: {text}";
    EXTREME_TO_TELL: "极高风险应让项目负责人和发起人知道。", "The project lead and the sponsor should know of this extreme risk.";
    COPY_EXTREME: "复制文字", "Copy text";
    LEVEL_NOTED: "等级已记下", "The level is noted";
    HAPPENED_NOTED: "已转为问题", "It is an issue now";
    TASK_NOTED: "已放进计划表", "It is in the plan now";
    EARLY_SIGN: "信号：{text}", "Sign: {text}";
    LAST_LOOK: "上次看 {day}", "last looked at {day}";
    DID_IT_HAPPEN: "临界日期 {day} 已过。它发生了吗？", "Its trigger date {day} has passed. Did it happen?";
    WATCHED_BY: "{owner}，不在时 {fallback}", "{owner}, in absence {fallback}";
    CHANGED: "变了，点格子", "Changed: click the cell";
    MAKE_ISSUE: "发生了，转成问题", "It happened: make it an issue";
    MAKE_TASK: "变成任务", "Make it a task";
    FALLBACK_IS: "代理责任人用 {name}", "{name} as fallback owner";
    TAKE_APART: "拆成三格", "Split into three fields";
    PARTS: "因为「{cause}」，可能「{event}」，导致「{effect}」", "\"{cause}\" → \"{event}\" → \"{effect}\"";

    MATRIX: "可能性和影响", "Likelihood and impact";
    HAPPENED_SO_FAR: "已发生：{risks}", "Occurred: {risks}";
    MATRIX_HOW: "点一格，只看那一格的风险。", "Click a cell to see its risks alone.";
    MATRIX_PLACE: "点一格定等级。", "Click a cell to set the level.";
    NOW_HERE: "现在", "now";
    MATRIX_CELL: "可能性 {l}、影响 {i}，{level} {score}：{names}", "Likelihood {l}, impact {i}, {level} {score}: {names}";
    MATRIX_HERE: "可能性 {l}、影响 {i}，{level} {score}", "Likelihood {l}, impact {i}, {level} {score}";
    NO_LEVEL_YET: "还没有定等级 {n} 项", "no level yet: {n}";
    ADD_LINE: "一句话加一条：因为…，可能…，导致…。回车", "Add one in a sentence: because …, … may …, so that …. Enter";
}
