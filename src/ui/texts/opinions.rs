//! What departments say to a draft, what becomes of it, and whether they keep the new way.

use crate::analysis::words::labels::catalogue;

catalogue! {
    GIVE: "提意见", "Give opinions";
    TO_ANSWER: "答复意见", "Answer opinions";
    DRAFT_IS: "征求意见稿 {draft}", "Draft {draft}";
    ROUND_N: "第 {n} 轮", "Round {n}";
    ASKED_UNTIL: "{from} 至 {to}", "{from} to {to}";
    DRAFT_UNTIL: "{to} 截止", "until {to}";
    WHERE_IS: "文件在 {where}", "It lies at {where}";
    REPLIED_N: "回了 {n}/{m}", "{n} of {m} replied";
    SAID_N: "{department} {n} 条", "{department} {n}";
    SAID_NONE: "{department} 无意见", "{department}: no comment";
    SAID_NOTHING: "{department} 没有答复（不算同意）", "{department}: no answer (not consent)";
    SAID_NOT_YET: "{department} 还没答复", "{department}: no answer yet";
    NO_COMMENT: "无意见", "No comment";
    NO_OPINIONS_YET: "还没有意见，等各部门回复。", "No opinions yet; they come with the replies of the departments.";
    SUMMARY: "征求意见汇总表", "Summary of opinions";
    PRINT_SUMMARY: "打印汇总表", "Print the summary";
    SEND_SILENT: "发给没回的人", "Send to those who have not replied";
    LINE_NUMBER: "序号", "No.";
    IS_ANSWERED: "是否采纳", "Adopted?";
    LATE: "晚到", "Late";
    CHOSEN: "选中 {clause} {department}", "Selected: {clause}, {department}";
    SAME_CLAUSE: "{clause} 有 {n} 条意见", "{n} {n|opinion|opinions} on {clause}";
    TOGETHER: "一起答复", "Answer together";
    LINES_LEFT: "还差 {n} 条没答复", "{n} not answered";
    ALL_ANSWERED: "都答复了", "All answered";
    LINES_ANSWERED: "已答复 {n} 条", "{n} answered";
    WHAT_BECAME:
        "采纳 {a} · 部分 {p} · 不采纳 {d} · 下版 {l}",
        "Adopted {a} · partly {p} · declined {d} · next version {l}";
    THE_DRAFT: "征求稿和步骤", "The draft and its steps";
    NEXT_ROUND: "下一轮", "Next round";
    ISSUE_FINAL: "定稿发成决策", "Issue the final text";
    FINAL_IS: "定稿见 {code}", "Final text: {code}";
    FINAL_TITLE: "发布{title}", "Issue {title}";
    FINAL_TEXT:
        "{title}已按征求意见的答复改定，各部门照此执行。",
        "{title} is final as amended after the consultation; all departments follow it.";
    NEXT_BEGUN: "已起下一轮", "The next round is begun";
    WHAT_DO_YOU_SAY:
        "{department}对这份征求稿有什么意见？一条条提；没有就按「无意见」。没有答复不算同意。",
        "What does {department} say to this draft? Speak clause by clause, or press \"No comment\". No answer is not consent.";
    OTHER_CLAUSE: "其他条款", "Another clause";
    OPINION_NOTED: "意见已记下", "Noted";
    RECORD_BY_MAIL: "代为登记邮件里的意见", "Record what came by mail";
    ITS_BASIS: "依据，例如 03-24 邮件", "Basis, for example 03-24 by mail";
    EMPTY_IS_NONE: "不写意见就记成「无意见」。", "Without an opinion it is noted as \"no comment\".";
    OPINION_BY_MAIL:
        "回信里一行写一条也行：条款、意见、建议改法；没有就写「无意见」。没有答复不算同意。",
        "A line each in your answer will do: clause, opinion, suggested wording; or \"no comment\". No answer is not consent.";
    MAIL_DRAFT: "{title}（{draft}），{where}，{due} 截止", "{title} ({draft}), {where}, until {due}";
    MAIL_CLAUSES: "条款：{clauses}", "Clauses: {clauses}";
    N_GIVEN: "提了 {n} 条", "{n} given";
    CLAUSE_TOLD: "{clause}：{text}", "{clause}: {text}";
    TOLD_INSTEAD: "{said}；建议：{text}", "{said}; suggested: {text}";
    BECAME: "{said} → {answer}", "{said} → {answer}";
    BECAME_WHY: "{said} → {answer}：{why}", "{said} → {answer}: {why}";

    NEED_ROLLOUT: "各部门都落实了，或例外有期限", "Kept in every department, or under dated exceptions";
    REPORT: "填落地检查", "Fill in the rollout check";
    NOT_BEGUN:
        "还没有开始落地检查。新做法生效以后，一个部门五项，一格一格看。",
        "The rollout check has not begun. Once the new way is in force: five things in each department.";
    NO_DEPARTMENTS: "先在部门表里写上部门。", "Add the departments first.";
    BEGIN: "开始落地检查", "Begin the check";
    CHECK_BEGUN: "已开始落地检查", "The check has begun";
    RATE: "落地率 {n}/{m}（{p}%），目标 {least}%", "Rollout rate {n} of {m} ({p}%), target {least}%";
    PLACES_OPEN: "还有 {n} 项没有落实，也没有带期限的例外", "{n} neither done nor under a dated exception";
    IS_ENOUGH: "可以关闭", "Enough to close";
    BEFORE_AFTER:
        "{metric}：现状 {a} > 试点 {b} > 目标 {c}",
        "{metric}: before {a} > pilot {b} > target {c}";
    IMPROVED: "改善 {n}%", "{n}% better";
    NOT_MEASURED: "还没有", "none yet";
    SEND_UNFILLED: "发给没填的人", "Send to those who have not filled it in";
    CELL: "{department} · {item}", "{department} · {item}";
    CELL_IS: "{department}，{item}：{result}", "{department}, {item}: {result}";
    NOT_FILLED: "还没填", "Not filled in";
    KEYS_HOW:
        "选一格，按 1 2 3 0；填完自动到下一格。",
        "Choose a cell and press 1, 2, 3 or 0; the next one follows.";
    EVIDENCE_ONCE: "凭据（一行，已落实的都用它）", "Evidence (a line for all that is done)";
    EXCEPTION_TO: "例外到", "Exception until";
    EXCEPTION_UNTIL: "{text}，到 {day}", "{text}, until {day}";
    EXCEPTION_IS: "{item}：{said}", "{item}: {said}";
    EXCEPTION_WAITS: "例外要您定：{place}", "An exception for you to decide: {place}";
    N_TOLD: "填了 {n}/{m} 项", "{n} of {m} filled in";
}
