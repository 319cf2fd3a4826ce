//! A sheet: its fields, steps, suggestions, what stands beside it and on its paper, and the recycle bin.

use crate::analysis::words::labels::catalogue;

catalogue! {
    ONLY_THEY:
        "这是本人的答复，别人不能改；收到口头、邮件或纸上的答复，用「代为登记」写进来。",
        "This is their own answer, and nobody else edits it. What they said in person, by mail or on paper is recorded for them.";
    UNREAD_GATE: "内容没有读全，现在还不能{action}。", "Not everything could be read, so \"{action}\" has to wait.";
    HALF_SAID: "上次写到这里，还没有记下。", "You got this far earlier; it is not noted yet.";
    ADD_ROW: "加一行", "Add a row";
    DELETE_ROW: "删除这一行", "Delete this row";
    DELETED_NOTE: "已删除「{name}」。可以在回收站找回。", "Deleted \"{name}\". It is in the recycle bin.";
    MOVE_UP: "上移", "Move up";
    MOVE_DOWN: "下移", "Move down";
    MOVED_TO: "移到第 {n} 行。", "Moved to row {n}.";
    ROW_KEYS: "Alt+↑ Alt+↓ 移动这一行", "Alt+↑ Alt+↓ move this row";
    RESTORE: "恢复", "Restore";
    RESTORED: "已恢复「{name}」。", "Restored \"{name}\".";
    BIN_EMPTY: "回收站是空的。", "The recycle bin is empty.";
    BIN_HOW: "删除的内容都在这里，随时可以恢复。", "What was deleted stays here and can be restored at any time.";
    IN_BIN: "这张单子在回收站里，恢复以后才能改。", "This form is in the recycle bin; restore it to edit.";
    NO_SUCH_RECORD:
        "这里还没有这张单子。可能还在路上：等收到下一份文件再看。",
        "This form is not here yet. It may still be on its way: look again after the next file.";

    CHOOSE: "（请选）", "(choose)";
    PICK_DATE: "选日期", "Pick a date";
    DATE_HINT: "2026-03-05", "2026-03-05";
    DATE_TIME_HINT: "2026-03-05 14:30", "2026-03-05 14:30";
    DIFFERS_HERE: "这里有 {n} 种写法，目前暂按这一种。", "There {n|is|are} {n} {n|version|versions} here; for now this one counts.";
    LOOK: "看看", "Show";
    UNKNOWN_CHOICE: "{value}（这个版本不认识）", "{value} (unknown to this version)";
    WRITTEN_AS: "在别的时区写的：{written}", "Written in another time zone: {written}";
    NOT_ON_LIST_YET: "{name}还不在名单里。", "{name} is not on the list yet.";
    WAS_DELETED: "「{name}」已删除，放在回收站里。", "\"{name}\" was deleted and is in the recycle bin.";
    UNKNOWN_FIELDS: "更新版本里的内容（只能看）", "From a newer version (read only)";
    NO_PEOPLE: "还没有可选的，先到「{place}」加。", "Nothing to choose yet; add some under \"{place}\".";

    COLON: "：", ": ";
    IN_BRACKETS: "{text}（{more}）", "{text} ({more})";
    WITH_NOTE: "{text}「{note}」", "{text} \"{note}\"";
    SAY_WHO_FIRST: "请先在上方选您是哪一位。", "First choose above which person you are.";
    STRANGER_STEP:
        "这一步由名单里的人来走。填好以后发回给项目负责人就行。",
        "Somebody on the list takes this step. Fill it in and send it back to the project lead.";
    WAITS_FOR: "等{names}{step}", "Waiting for {names} to {step}";
    WHOEVER: "负责的人（名单里还没有）", "whoever is responsible (nobody on the list yet)";
    TOO_OFTEN: "已经做过 {n} 次，再做要由项目负责人来。", "Already done {n} {n|time|times}; now only the project lead can.";
    NOW_YOU_CAN: "现在可以做", "You can now";
    DECISIONS_PAPER: "决策一览", "Decisions";
    CHANGES_PAPER: "变更记录", "Change requests";
    NOT_YET: "{action}（还不能）", "{action} (not yet)";
    NOT_YET_MISSING: "还不能{action}：缺 {n} 项。", "{n} {n|item|items} missing before {action}.";
    NOT_YET_OBJECTED:
        "还不能{action}：缺 {n} 项，{m} 个异议。",
        "{n} {n|item|items} missing before {action}, and {m} {m|objection|objections}.";
    NEEDED_FOR: "{gate}前还缺 {n} 项", "{n} {n|item|items} missing before {gate}";
    OF_ROW: "{name}：{what}", "{name}: {what}";
    TASK_LACKS: "{name}：缺{fields}", "{name}: no {fields}";
    NO_MEETING: "还没有约会议", "No meeting is arranged yet";
    STILL_SAVES: "缺着也能存、能发、能打印。", "You can save, send and print as it is.";
    REASON: "理由（大家都会看到）", "Reason (everyone will see it)";
    REASON_FIRST: "请写一句理由，方便其他部门理解。", "Add a sentence of reason so that other departments understand.";
    DO_IT: "确定", "OK";
    CANCEL: "取消", "Cancel";
    STEP_DONE: "已记下：{action}。", "Noted: {action}.";
    BEFORE_GATE: "{gate}前要填", "Needed before \"{gate}\"";
    HISTORY: "修改记录", "History";
    EARLIER: "更早的还有 {n} 处", "{n} earlier";
    HISTORY_EMPTY: "还没有修改。", "No edits yet.";
    HINTS: "提醒", "Hints";
    TAKE_OFFER: "改到 {value}", "Change to {value}";

    PREFILLED_HOW:
        "先替您排好的，还没有人看过；改一下或者点「预排的都可以」就算看过了。",
        "Filled in for you and looked at by nobody yet; an edit or \"Pre-filled rows are fine\" counts as looked at.";
    GATE_ANYWAY: "写明理由后继续", "Continue with a reason";
    STATE_REASON: "「{state}」时写的理由：{reason}", "Reason given at \"{state}\": {reason}";
    HOLIDAYS: "已有的法定假日", "Public holidays known here";
    HOLIDAYS_HOW:
        "按国务院的通知（2026 年的是 2025-11-04），数据取自 chinese-days（MIT 许可，© 2024 Yawei sun）。公司另有安排或临时调整的，以自己写的为准。",
        "By the State Council's notices (for 2026 of 2025-11-04), data of chinese-days (MIT licence, © 2024 Yawei sun). Your company's days may differ; what you write yourself counts.";
    READ_HOLIDAYS: "读入放假安排", "Read in public holidays";
    READ_HOLIDAYS_HOW:
        "一年放假安排的文件，例如 chinese-days 的 2027 年那一份；和这里不同的日子写进左边的表，跟着项目走。",
        "A file with the holidays of a year, such as that of chinese-days for 2027; days that differ from those here become lines of the table and go with the project.";
    NO_HOLIDAYS:
        "「{name}」里没有认出放假安排。请选一年一份的放假安排文件（.json）。什么都没有改动。",
        "No public holidays were recognised in \"{name}\". Choose a file with those of a year (.json). Nothing was changed.";
    HOLIDAYS_READ: "已读入 {years} 年，写进日历 {n} 行", "{years} read in: {n} {n|line|lines} of the calendar";
    RESTS: "休息", "rest";
    WORKED: "上班", "worked";

    ROLE_HINT:
        "这里通常由{name}改。您改的会作为建议，由他收下时决定。",
        "Usually {name} edits this. Your edit becomes a suggestion for {name} to decide on.";
    SUGGESTION: "建议", "Suggestion";
    SUGGESTIONS: "等人决定的建议", "Suggestions to decide on";
    SUGGESTED_VALUE: "{value}（现在：{now}）", "{value} (now: {now})";
    SUGGEST_DELETE: "删除这一项", "delete this entry";
    SUGGESTION_OUTDATED: "提出以后，这里又改过。", "This was changed after it was suggested.";
    SUGGESTED_NOTE: "已作为建议记下，由{name}决定。", "Noted as a suggestion for {name} to decide on.";
    DECIDES: "由{name}决定", "{name} decides";
    ADOPT: "采纳", "Adopt";
    DECLINE: "不采纳", "Do not adopt";
    WITHDRAW: "收回", "Take back";
    ADOPTED_NOTE: "已采纳，写进去了。", "Adopted and written.";
    DECLINED_NOTE: "已记下：不采纳。", "Noted: not adopted.";
    NOT_ADOPTED: "您的建议「{value}」没有采纳", "Your suggestion \"{value}\" was not adopted";
    GOT_IT: "知道了", "Got it";
    LEAD: "项目负责人", "the project lead";
    DRAFT_NO: "第 {n} 稿", "Version {n}";
    DATA_AS_OF: "数据截至 {time}", "Data as of {time}";
    SIGNATURE: "签字：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿", "Signature: ______________   Date: __________";
    DEPARTMENT: "部门", "Department";
    REPRESENTATIVE: "部门代表", "Representative";

    PAPER_DUTIES: "部门职责", "Departments and duties";
    PAPER_SIGNATURES: "意见和签字", "Opinions and signatures";
    ROLE: "谁", "Who";
    NAME: "姓名", "Name";
    HANDLING: "处理意见", "Opinion";
    PAPER_CONFIRMATIONS: "确认栏", "Confirmations";
    RECORD_FOR: "代为登记", "Record for someone";
    RECORDED_BY: "{name}代记：{basis}", "recorded by {name}: {basis}";
    BASIS: "凭据", "Basis";
    BASIS_HINT: "04-13 微信", "04-13, phone";
    BASIS_FIRST: "请写一句凭据，例如哪天的邮件或电话。", "Write the basis, such as the day of the mail or call.";

    ADD_BY_NAME: "加一个…", "Add one…";
    NOT_FINAL: "未定稿", "not final";
    OPINION: "意见", "Opinion";
    DAY: "日期", "Date";
    SIGN: "签字", "Signature";
}
