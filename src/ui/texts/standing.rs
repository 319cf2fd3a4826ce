//! Where a project stands: the next step, overview, checks, brief, load, boundaries.

use crate::analysis::words::labels::catalogue;

catalogue! {
    MANY_HERE:
        "这个项目已有 {n} 次修改，会越来越慢。一个阶段结束时，可以带着现在的内容作为另一个项目打开，接着做；修改记录留在这个项目里。",
        "This project has {n} {n|edit|edits}; with more it gets slower. When a stage ends, open what stands now as another project and go on there; the history stays in this one.";
    BOUNDARIES: "职责边界", "Boundaries";
    WORK_ITEMS_N: "{n} 个工作事项", "{n} work {n|item|items}";
    ADD_WORK_ITEM: "加一个工作事项", "Add a work item";
    GAPS_N: "空白 {n}", "{n} {n|gap|gaps}";
    OVERLAPS_N: "重叠 {n}", "{n} {n|overlap|overlaps}";
    UNMATCHED_N: "没有对上的需求 {n}", "{n} {n|need|needs} not offered";
    MAKE_HANDOVERS: "加上 {n} 条交接", "Add {n} {n|handover|handovers}";
    MAKE_HANDOVERS_HOW: "供需里写了，交接里还没有：", "Listed as needs or offers but not yet as handovers:";
    OWNS: "主责", "Owns";
    SUPPORTS: "配合", "Supports";
    SHARE: "占比", "Share";
    SMART: "目标写得够不够清楚（SMART）", "How clear the goal is (SMART)";
    SMART_S: "S 具体", "S Specific";
    SMART_M: "M 可衡量", "M Measurable";
    SMART_A: "A 可实现", "A Achievable";
    SMART_R: "R 有关联", "R Relevant";
    SMART_T: "T 有期限", "T Time-bound";
    REACHED: "指标达成", "Metrics reached";
    REACHED_MET: "达成", "Met";
    REACHED_PARTLY: "部分达成", "Partly met";
    REACHED_MISSED: "未达成", "Missed";
    LOAD: "每周负荷", "Load by week";
    LOAD_HIGH: "偏高", "high";
    LOAD_FULL: "已满", "full";
    LOAD_OVER: "超出", "over";
    UNWEIGHED: "另有 {n} 个任务没有写工作量，没有算进去。", "{n} more {n|task gives|tasks give} no effort and {n|is|are} not counted.";
    ROLES_TAKEN: "全体本人确认角色：{n} / {m}（{pct}%）", "Roles accepted by everybody asked: {n} of {m} ({pct}%)";
    TAKEOVER: "不在岗时谁接手", "Who takes over";
    AWAY_COVERED: "{span} 不在岗，由{name}接手：", "Away {span}; {name} takes over:";
    COVERS_FOR: "{name} {span} 不在岗，由这位接手：", "{name} is away {span}; this person takes over:";
    NOBODY_YET: "（还没有人）", "(nobody yet)";
    NOTHING_DUE_THEN: "这段时间没有到期的事。", "Nothing is due in that time.";
    NEXT_STEP: "下一步", "Next step";
    NEXT_LOOK: "收到 {n} 个文件，看一眼再收下", "{n} {n|file has|files have} come: look, then take";
    NEXT_AGENDA: "会上定议程里的 {n} 处", "Decide in the meeting: {n} on its agenda";
    NEXT_AGENDA_AT: "{when} 会上定议程里的 {n} 处", "Decide the {n} on the agenda, {when}";
    AFTERWARDS: "之后：{steps}", "Then: {steps}";
    NEXT_CHARTER: "写目标说明书", "Write the goal charter";
    NEXT_PEOPLE: "加部门和成员", "Add departments and people";
    NEXT_PLAN: "排计划", "Make the plan";

    PARTLY_DAMAGED:
        "这里存着的内容坏了一段，少了一些修改；坏的部分原样放在一边。请收一份别人的完整文件，或者您自己的备份，补齐它。",
        "A stored part is damaged, so some edits are missing here; the damaged bytes are set aside. Take a complete file from somebody, or your own backup, to fill the gap.";
    CHECKS_EMPTY_PART: "在这里有的部分里，没有要处理的。", "Nothing to settle in the part that is here.";
    PARTIAL: "这里只有项目的一部分，别的内容要等收到整个项目。", "Only part of the project is here; the rest comes with a whole file.";

    CHECKS_NOW: "先处理", "First";
    CHECKS_GATE: "接着补齐", "Needed next";
    CHECKS_SUGGESTED: "建议 {n} 条，可以不管", "{n} {n|suggestion|suggestions}; you may leave {n|it|them}";
    CHECKS_MORE: "还有 {n} 项", "{n} more";
    CHECKS_SAME: "还有 {n} 处同样的", "{n} more of the same";
    CHECKS_EMPTY: "没有要处理的。", "Nothing to settle.";
    WHAT_ABOUT: "要看什么", "What to look at";
    BEFORE_GATE_SHORT: "{gate}前", "Before \"{gate}\"";
    LOOK_AT: "留意", "Look at it";

    NEXT_TODO: "处理等您的 {n} 件事", "{n} {n|thing waits|things wait} for you";
    NEXT_SEND_N: "把 {n} 处修改发出去", "Send {n} {n|edit|edits}";
    NEXT_SEND_NEW: "把新项目发给大家", "Send the new project to everybody";
    NEXT_RECEIVE: "看看有没有新文件要收", "See whether there are files to take";
    PRINT_BRIEF: "打印一页简报", "Print one-page brief";
    BRIEF: "一页简报", "One-page brief";
    PRINT: "打印", "Print";
    PROGRESS: "进度", "Progress";
    PLANNED: "计划 {n}%", "planned {n}%";
    TASK_COUNTS:
        "完成 {done}/{all} · 进行 {doing} · 受阻 {blocked}",
        "{done}/{all} done · {doing} in progress · {blocked} blocked";
    DUE_COUNTS: "七天内到期 {n} · 之后七天 {m}", "due within 7 days {n} · in the 7 after {m}";
    WHO_ANSWERED: "谁回了", "Who has answered";
    MILESTONE: "里程碑", "Milestone";
    ACTUAL: "实际", "Actual";
    DIFFERENCE: "相差", "Difference";
    LATER_DAYS: "晚 {n} 个工作日", "{n} working {n|day|days} later";
    EXPECTED_LATER: "预计比原计划晚 {n} 个工作日", "expected {n} working {n|day|days} later than first planned";
    EARLIER_DAYS: "早 {n} 个工作日", "{n} working {n|day|days} earlier";
    ON_TIME: "按期", "On time";
    DOCUMENTS: "文书", "Documents";
    SHORT_HOW:
        "简版：只显示常用表单，别的表单有了内容会自己出现。",
        "Short version: the common forms; the others appear once they hold something.";
    FULL_HOW: "完整版：显示全部表单。", "Full version: all forms are shown.";
    TO_FULL: "换成完整版", "Show all forms";
    TO_SHORT: "换成简版", "Back to the short version";
    MORE_FORMS: "更多表单 +", "More forms +";
    MORE_OTHER: "需要时打开填写。", "Open it when you need it.";
    OPEN_ISSUES: "没关闭的问题", "Open issues";
    NEXT_CHECKS: "看一看检查里的 {n} 处", "Go through the {n} {n|check|checks}";

    NOTHING_MATTERS: "没有要紧的事。", "Nothing is late or stuck.";
    NOTHING_BUT: "没有要紧的事。下一个到期：{name}（{day}）", "Nothing is late or stuck. Due next: {name} ({day})";
    NOT_FINE: "{said}。", "{said}.";
    SO_MUCH_MATTERS: "要紧的有 {n} 件。", "{n} {n|thing matters|things matter}.";
    MATTERS: "要紧的事", "What matters";
    MATTERS_N: "要紧的 {n} 件", "What matters ({n})";
    MATTERS_REST: "还有 {n} 件", "{n} more";
    WHO_DOES_NEXT: "谁，接下来做什么", "Who does what next";
    WITH_OTHERS: "{name}等 {n} 人", "{name} and others ({n})";
    WHO_WHAT: "{who}：{what}", "{who}: {what}";
    OVERTIME_HOURS: "超过时限 {n} 小时", "{n} h past its limit";
    LATE_DAYS: "逾期 {n} 个工作日", "{n} working {n|day|days} overdue";
    NEEDED_SOON: "还没有裁定，{n} 个工作日后要用", "no ruling yet, needed in {n} working {n|day|days}";
    REPLY_OVERDUE: "过了反馈截止，还有人没回", "past its reply deadline, somebody has not replied";
    NO_RESPONSE: "极高，还没有应对", "extreme, without a response";
    LATE_SINCE_REST: "休息日到期，还没交", "Was due on a rest day";
    IS_BLOCKED: "受阻", "Blocked";
    NEXT_PROMISED: "按预计 {day} 完成", "completes it by {day} as expected";
    NEXT_SAY_DAY: "说一下改到哪天", "says the new date";
    NEXT_WAIT: "等 {name}", "waits for {name}";
    HOLDS_UP: "卡住 {names}", "Holds up {names}";
    TWO_WEEKS: "两周之内到期", "Due within two weeks";
    MORE_COMING: "还有 {n} 项", "{n} more";
    TIME_STRIP: "阶段和里程碑", "Stages and milestones";
    ROOM_SPARE:
        "{name}预计 {day} 按期，还可以晚 {n} 个工作日。",
        "{name} is expected on {day}, on time, with {n} working {n|day|days} to spare.";
    ROOM_NONE: "{name}预计 {day} 按期，但一天都不能再晚。", "{name} is expected on {day}, on time, with not a day to spare.";
    ROOM_UNKNOWN: "{name}定在 {day}。", "{name} is set for {day}.";
    ROOM_LATE: "{name}预计 {day}，晚 {n} 个工作日。", "{name} is expected on {day}, {n} working {n|day|days} late.";
    ROOM_PASSED: "{name}已晚 {n} 个工作日，预计 {day}。", "{name} is {n} working {n|day|days} late, expected on {day}.";
    LATER_THAN_FIRST: "比原计划晚 {n} 个工作日。", "That is {n} working {n|day|days} later than first planned.";
    CRITICAL_LINE: "关键任务线", "Critical path";
    SEE_IN_GANTT: "在甘特图里看 ›", "Show in the Gantt ›";
    SLIPS_DAYS: "预计比现计划晚 {n} 个工作日", "expected {n} working {n|day|days} after the present plan";
    EXPECTED_DAY: "预计 {day}", "expected {day}";
    UNANSWERED_N: "过了时限，{n} 人没答复", "past its limit, {n} {n|has|have} not replied";
    NEEDED_FROM: "{day} 要用，还没裁定", "needed from {day}, not ruled on";
    NEXT_ANSWER: "答复", "reply";
    NEXT_RULE: "裁定", "rules on it";
    COPY_MATTER: "复制「{name}」这一条", "Copy the line \"{name}\"";
    REMIND_SHORT: "催", "Remind";
    REMIND_OF: "复制一段话，催{names}", "Remind {names}: copy a text";
    REMIND_MATTER: "【{project}】{names}：有一件事等您处理，谢谢。", "[{project}] {names}: something waits for you. Thank you.";
    REMIND_LINE: "{name}（{trouble}）", "{name} ({trouble})";
    REMIND_PROMISED: "说好 {day}；如果要改，请告诉我。", "You said {day}; please tell me if that changes.";
    REMIND_NEXT: "请您：{what}。", "Please: {what}.";
    MAY_START: "开工需要的都有了。", "Everything needed to start is there.";
    COPY_SHORT: "复制", "Copy";
    BEHIND_SHORT: "比计划慢 {n}%", "{n}% behind plan";
    DEPARTMENTS: "部门", "Departments";
    DOING_N: "进行", "Doing";
    LATE_TASKS: "逾期", "Late";
    BLOCKED_N: "受阻", "Blocked";
    SILENT_N: "没回", "No reply";
    GOAL_AGREED: "目标：{n} / {m} 部门已确认", "Goal: agreed by {n} of {m} {m|department|departments}";
    DIFFERING_N: "没定的不一致 {n}", "differences to settle {n}";
    REQUESTS_WAIT_N: "待裁定的资源申请 {n}", "resource requests to rule on {n}";
    DECISIONS_WAIT_N: "没答复完的决策 {n}", "decisions without all replies {n}";
    RISKS_OPEN_N: "开放的风险 {n}（极高 {x}，高 {y}）", "open risks {n} (extreme {x}, high {y})";
    TO_CHARTS: "看图表", "Charts";
    NO_END: "还没有写哪天结束。", "No last day is written yet.";
    STARTS_IN: "{day} 开始，还有 {n} 个工作日。", "Starts on {day}, in {n} working {n|day|days}.";
    ENDS_IN: "{day} 结束，还有 {n} 个工作日。", "Ends on {day}, in {n} working {n|day|days}.";
    ENDED: "计划 {day} 结束，已过 {n} 个工作日。", "Was to end on {day}, {n} working {n|day|days} ago.";
    STARTS_ON: "{day} 开始。", "Starts on {day}.";
    IS_OVER_THEN: "{day} 结束。", "Ends on {day}.";
    ENDS_TODAY: "今天（{day}）结束。", "Ends today ({day}).";
    ENDED_ON: "计划 {day} 结束，已经过了。", "Was to end on {day}, which has passed.";
    IS_OVER: "项目已经结束。", "The project is over.";
    METRICS: "衡量指标", "Success metrics";
    FOR_SPONSOR: "请发起人定的", "For the sponsor to decide";
    FOR_SPONSOR_NONE: "没有要发起人定的事。", "Nothing waits for the sponsor.";
}
