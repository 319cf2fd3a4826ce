//! How far the tasks have come: the update, the page of all of them, the reminder.

use crate::analysis::words::labels::catalogue;

catalogue! {
    SAID: "{head}：{text}", "{head}: {text}";
    SAID_EXPECTS: "{said}；预计 {day}", "{said}; expected {day}";
    TOLD_LINE: "{name}：{said}", "{name}: {said}";
    TOLD_ALL: "更新了 {n} 项", "{n} updated";
    TOLD_SOME: "更新了 {n} 项，还有 {m} 项没更新", "{n} updated, {m} not yet";

    COMPLETE_TO: "完成到", "Complete to";
    SURE: "按期把握", "On time?";
    SENTENCE: "一句话", "One sentence";
    RECOGNISED: "认出的数字：", "Figures recognised:";
    EXPECTED: "预计", "Expected";
    CAUSE: "原因", "Cause";
    REMAINING: "还剩什么", "What is left";
    HOURS: "投入工时", "Hours spent";
    NOTE_IT: "记下", "Note it";
    NOTE_AND_SUBMIT: "记下，去提交审核", "Note it and go to submit";
    PROGRESS_WAITS:
        "「{name}」的进展写了一半，还没有记下；都留着，回到那里接着写。",
        "The update on \"{name}\" is half said and not noted; it is kept where you were.";
    PROGRESS_NOTED: "进展已记下", "Progress noted";
    ALSO_BEGINS: "同时标为进行中", "also marks it in progress";
    CHOOSE_ONE: "请选能按期、有风险还是会延期。", "Choose on track, at risk or will be late.";
    PERCENT_HOW: "完成度请写 0 到 100 的整数。", "Write a whole number from 0 to 100.";
    WHY_LOWER: "比上次低，请写一句为什么。", "Lower than last time; say why in a sentence.";
    DAY_HOW: "预计的日期还没有认出来。", "The expected date is not read yet.";
    HOURS_HOW: "工时请只写一个数字，例如 3.5。", "Write the hours as one number, for example 3.5.";
    WHAT_IS_LEFT: "连续几次停在 95% 以上，请写还剩什么", "Above 95% for several updates: say what is left";

    IN_PROGRESS_N: "名下 {n} 项在做", "{n} of yours in progress";
    LAST_TIME: "上次 {said}", "Last time: {said}";
    NEVER_SAID: "还没有更新过", "No update so far";
    IS_UPDATED: "已更新", "Updated";

    PAPER: "进度表", "Progress table";
    ASK_ALL: "请大家更新", "Ask for updates";
    COMPLETE_OF: "{n}% 完成，计划 {m}%", "{n}% complete, planned {m}%";
    LEFT_N: "剩 {n} 项", "{n} left";
    UPDATED_OF: "上次周会后更新 {n}/{m} 项", "{n} of {m} updated since the last meeting";
    WHY_LATE: "晚完成的原因", "Why finished late";
    NEXT_ASK: "请大家更新进展", "Ask everybody for progress";
    NEXT_MEETING: "下次周会 {day}", "next meeting {day}";
    WHO_UPDATED: "谁更新了 {n}/{m}", "Who has updated: {n} of {m}";
    OPEN_N: "还有 {n} 项没更新", "{n} not updated yet";
    MEET_ANYWAY: "不等齐也能开会。", "You can meet without all answers.";
    TASK: "任务", "Task";
    OWNER: "责任人", "Owner";
    PERCENT: "完成", "Complete";
    LAST_WORD: "最近一句", "Last word";
    SILENT_FOR: "{n} 天没有更新", "no update for {n} {n|day|days}";
    NOT_UPDATED: "还没有更新", "not updated yet";
    QUIET_N: "没变化的和没开始的 {n} 项", "{n} unchanged or not started";

    ACTIONS_BEFORE: "上次的行动项", "Actions of last time";
    RESULT: "结果，一句话", "What came of it";
    FINISH: "做完了", "Done";
    MOVE_DAY: "改日期", "Another day";
    ACTION_DONE: "行动项已记为做完", "The action is marked as done";
}
