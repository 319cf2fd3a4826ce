//! The charts: their titles with the unit, what they show in a sentence, and why one is empty.

use crate::analysis::words::labels::catalogue;

catalogue! {
    PAGE: "图表", "Charts";
    UPDATES: "更新进展", "Updates";
    AS_TABLE: "表格", "Table";
    COPY: "复制", "Copy";
    AS_SVG: "SVG", "SVG";
    AS_PNG: "PNG", "PNG";
    SAVE_AS: "{kind} 存成图片", "{kind}: save as a picture";
    COPY_TABLE: "复制表格", "Copy the table";
    TABLE_COPIED: "表格已复制，可以粘贴到 Excel 或邮件里。", "The table is copied; paste it into Excel or a mail.";
    NO_PICTURE: "图片没有存成。换成 SVG 再试，或者打印这一页。", "The picture could not be made. Try SVG, or print the page.";
    TO_PLAN: "看计划", "Open the plan";
    CHOOSE_VIEW: "怎么画", "How it is drawn";

    SPOTS_HERE: "图里能点开的，方向键走动，回车打开", "What can be opened in the chart: arrows move, Enter opens";
    OPEN_HOW: "点图里的格子、条和点，看是哪几项。", "Click a cell, bar or point to see what it counts.";
    SPOT_WEEK: "{who}，{week}：{n} 项任务", "{who}, {week}: {n} {n|task|tasks}";
    SPOT_CAUSE: "{cause}：{days} 个工作日，{n} 项任务", "{cause}: {days} working {days|day|days}, {n} {n|task|tasks}";
    SPOT_REVIEW: "{day} 的周会：{said}", "Meeting of {day}: {said}";
    SPOT_LEFT: "还没做完的任务", "The tasks that are left";
    CHART_DAY: "日期", "Day";
    OF_TASK: "任务", "Task";

    BURNDOWN: "燃尽图：还剩的任务（件）", "Burndown: tasks left (count)";
    BURNDOWN_EFFORT: "燃尽图：还剩的工作量（人天）", "Burndown: effort left (person-days)";
    BURNDOWN_DAYS: "燃尽图：还剩的工作（工作日）", "Burndown: work left (working days)";
    BY_COUNT: "件数", "Count";
    BY_EFFORT: "工作量", "Effort";
    BURNDOWN_EMPTY: "任务写了日期、开工以后才有。", "It begins once tasks have dates and work has started.";
    ACTUAL_LINE: "实际", "Actual";
    EXPECTED_LINE: "预计", "Expected";
    LEFT_TASKS: "{n} 项", "{n} {n|task|tasks}";
    LEFT_EFFORT: "{n} 人天", "{n} {n|person-day|person-days}";
    LEFT_DAYS: "{n} 个工作日的活", "{n} working {n|day|days}";
    THAN_TASKS: "{n} 项", "{n}";
    THAN_EFFORT: "{n} 人天", "{n}";
    THAN_DAYS: "{n} 个", "{n}";
    LEFT_MORE:
        "今天还剩 {n}，{plan}只剩 {m}：多 {d}。",
        "{n} left today; the {plan} says {m}: {d} more.";
    LEFT_FEWER:
        "今天还剩 {n}，{plan}还剩 {m}：少 {d}。",
        "{n} left today; the {plan} says {m}: {d} fewer.";
    LEFT_AS_PLANNED: "今天还剩 {n}，和{plan}一样。", "{n} left today, as the {plan} says.";
    ALL_DONE_BY: "按现在的预计，{day} 全部完成。", "All done by {day} as things stand.";
    ALL_DONE: "全部完成了。", "All is done.";
    ALL_DATED_DONE: "写了日期的都完成了。", "All tasks with dates are done.";
    NO_ORIGINAL: "有的任务还没有原计划，按现计划画。", "Some tasks have no original plan yet; the current plan stands for it.";
    UNDATED_OUT: "{n} 项没写日期，没有算进去。", "{n} {n|task has|tasks have} no dates and {n|is|are} not counted.";

    TREND: "进度趋势：比计划快或慢（%）", "Progress trend: ahead of plan or behind it (%)";
    TREND_EMPTY: "还没有发布过周会，趋势从第一次周会开始。", "No weekly meeting is released yet; the trend begins with the first.";
    REVIEWS_LINE: "每次周会发布时", "At each released meeting";
    WATCH_FROM: "慢 5% 起关注", "Watch from 5% behind";
    ALERT_FROM: "慢 15% 以上预警", "Alert beyond 15% behind";
    SLOWER: "慢 {n}%", "{n}% behind";
    FASTER: "快 {n}%", "{n}% ahead";
    EVEN: "一样", "even";
    BEHIND_PLAN: "比计划慢 {n}%。", "{n}% behind plan.";
    AHEAD_OF_PLAN: "比计划快 {n}%。", "{n}% ahead of plan.";
    ON_PLAN: "和计划一样。", "As planned.";
    SINCE_MORE: "上次周会{m}，到今天又慢了 {d} 个百分点。", "At the last meeting {m}; {d} {d|point|points} slower since.";
    SINCE_LESS: "上次周会{m}，到今天追回 {d} 个百分点。", "At the last meeting {m}; {d} {d|point|points} made up since.";
    SINCE_SAME: "和上次周会一样。", "The same as at the last meeting.";
    MEETING_DAY: "周会", "Meeting";
    AGAINST_PLAN: "比计划", "Against the plan";

    LOAD_TASKS: "每人每周的任务（项）", "Tasks per person and week (count)";
    LOAD_EFFORT: "每人每周的工作量（%）", "Effort per person and week (%)";
    LOAD_TASKS_OF: "各部门每周的任务（项）", "Tasks per department and week (count)";
    LOAD_EFFORT_OF: "各部门每周的工作量（%）", "Effort per department and week (%)";
    BY_PERSON: "按人", "By person";
    BY_DEPARTMENT: "按部门", "By department";
    BY_TASKS: "任务数", "Tasks";
    LOAD_EMPTY: "还没有谁名下有写了日期、没做完的任务。", "Nobody has open tasks with dates yet.";
    ROWS_LEFT_OUT:
        "图里只画最多的 {n} 行，另外 {m} 行在表格里。",
        "Drawn: the {n} {n|row|rows} with the most; the table has {m} more.";
    MARKS_LEFT_OUT:
        "里程碑只画离今天最近的 {n} 个，另外 {m} 个在计划里。",
        "Of the milestones the {n} nearest to today are drawn; the plan has {m} more.";
    POINTS_LEFT_OUT:
        "图里只画最近的 {n} 次，更早的 {m} 次在表格里。",
        "Drawn: the newest {n}; the table has {m} more, from before.";
    LOAD_NO_RANKING: "只看深浅，不排名：按部门和名册的顺序。", "Shades, no ranking: in the order of departments and of the roster.";
    THIS_WEEK: "本周", "This week";
    MOST_NOW: "这一周{who}同时有 {n} 项，最多。", "{who} has the most this week: {n} {n|task|tasks}.";
    MOST_OF_SEVERAL: "这一周一个人最多同时有 {n} 项。", "This week nobody has more than {n} {n|task|tasks}.";
    MOST_OF_DEPARTMENTS: "这一周一个部门最多同时有 {n} 项。", "This week no department has more than {n} {n|task|tasks}.";
    NOTHING_NOW: "这一周没有谁手上有任务。", "Nobody has a task this week.";
    NO_EFFORT_AT_ALL: "{m} 项都没写工作量，所以按任务数算。", "No task gives its effort ({m}), so tasks are counted.";
    LITTLE_EFFORT: "{m} 项里 {n} 项没写工作量，所以按任务数算。", "No effort is given for {n} of {m}, so tasks are counted.";
    EFFORT_LACKS: "另有 {n} 项没写工作量，没有算进去。", "{n} more {n|task gives|tasks give} no effort and {n|is|are} not counted.";
    NONE_OVER: "没有谁哪一周超过 100%。", "Nobody is over 100% in any week.";
    NO_EFFORT_WRITTEN:
        "还没有任务写工作量，算不出百分比；可以先看任务数。",
        "No task gives its effort yet, so there are no per cents; see the count of tasks.";
    OVER_N: "有 {n} 处超过 100%。", "{n} {n|week is|weeks are} over 100%.";
    FILLING: "偏满（85 起）", "Filling (from 85)";
    FULL: "满（95 起）", "Full (from 95)";
    TWO_UNWEIGHED: "2 项没写工作量", "2 tasks without effort";
    UNWEIGHED_N: "{n} 项没写工作量", "{n} {n|task|tasks} without effort";
    OVER_FULL: "超过 100", "Over 100";
    THREE_OR_MORE: "3 项起", "3 or more";
    SOME_LATE: "有逾期的", "some overdue";
    AWAY: "有几天不在", "away on some days";
    AWAY_N: "不在 {n} 天", "away {n} {n|day|days}";
    NO_DAYS: "没有工作日", "no working days";

    CAUSES: "延期原因（工作日）", "Causes of delay (working days)";
    CAUSES_ROOTED: "延期原因：迟了的工作日，按根源", "Causes of delay: working days late, by root cause";
    CAUSES_ENTERED: "延期原因：迟了的工作日，按填写", "Causes of delay: working days late, as entered";
    BY_ROOT: "按根源", "By root cause";
    BY_ENTRY: "按填写", "As entered";
    CAUSES_EMPTY: "没有迟的任务。", "No task is late.";
    CAUSES_FOUND:
        "{tasks} 项任务一共迟了 {all} 个工作日，最多的是{cause}：{n} 个。",
        "{tasks} {tasks|task is|tasks are} {all} working {all|day|days} late in all; most of it from {cause}: {n}.";
    CAUSES_ALL_ONE:
        "{tasks} 项任务一共迟了 {all} 个工作日，都是因为{cause}。",
        "{tasks} {tasks|task is|tasks are} {all} working {all|day|days} late in all, for one cause: {cause}.";
    CAUSES_NONE_GIVEN:
        "{tasks} 项任务一共迟了 {all} 个工作日，都没写原因。",
        "{tasks} {tasks|task is|tasks are} {all} working {all|day|days} late in all; no cause is given.";
    CAUSES_MOST_UNSAID:
        "{tasks} 项任务一共迟了 {all} 个工作日，其中 {n} 个没写原因。",
        "{tasks} {tasks|task is|tasks are} {all} working {all|day|days} late in all; no cause given for {n}.";
    BY_ROOT_LINE: "按根源：{list}", "By root cause: {list}";
    BY_ENTRY_LINE: "按填写：{list}", "As entered: {list}";
    BY_DEPARTMENT_LINE: "按部门：{list}", "By department: {list}";
    NO_CAUSE_GIVEN: "没写原因", "No cause given";
    NO_DEPARTMENT: "没有部门", "No department";
    SHARE_SO_FAR: "{n} · 累计 {m}", "{n} · so far {m}";
    HOW_LATE: "晚几个工作日", "Working days late";
    CAUSE_ENTERED: "填写的原因", "Cause entered";
    WAY_BACK: "从哪里来", "Where it comes from";
    CAUSE_ROOT: "根源", "Root cause";

    RISKS: "风险 5 × 5：可能性和影响", "Risks 5 × 5: likelihood and impact";
    RISKS_EMPTY: "没有开放的风险。", "No risk is open.";
    RISKS_FOUND: "开放 {n} 个，总风险值 {total}（开始时 {start}）。", "{n} open, total exposure {total} (at the start {start}).";
    EXPOSURE: "总风险值：开放风险的分数之和", "Total exposure: the scores of the open risks";
    EXPOSURE_EMPTY: "总风险值从下一次发布的周会开始记。", "The total exposure is noted from the next released meeting on.";
    EXPOSURE_MORE: "总风险值 {n}，比上次周会（{m}）高 {d}。", "Total exposure {n}: {d} more than at the last meeting ({m}).";
    EXPOSURE_LESS: "总风险值 {n}，比上次周会（{m}）低 {d}。", "Total exposure {n}: {d} less than at the last meeting ({m}).";
    EXPOSURE_SAME: "总风险值 {n}，和上次周会一样。", "Total exposure {n}, the same as at the last meeting.";
    EXPOSURE_HOW:
        "分数是可能性乘影响；关闭的、已经发生的不算。",
        "A score is likelihood times impact; closed and occurred risks do not count.";
    EXPOSURE_COLUMN: "总风险值", "Total exposure";
    RISK_SCORE: "风险值", "Score";

    FEEDBACK: "协作反馈：各方面的均值（1 到 5 分）", "Feedback: mean of each dimension, from 1 to 5";
    FEEDBACK_EMPTY:
        "{n} / {m} 部门已答。公布以后，满 3 份才画图。",
        "Departments that have answered: {n} of {m}. It is drawn once 3 are shown to all.";
    FEEDBACK_MEAN: "{n} 份，平均 {mean}。", "{n} {n|answer|answers}, mean {mean}.";
    LOWEST_IS: "最低：{names}。", "Lowest: {names}.";
    LOWEST_HERE: "最低", "lowest";
    POINTS: "{n} 分", "{n}";
    AS_BARS: "条形", "Bars";
    AS_WEB: "雷达", "Radar";

    RESOURCE_CALENDAR: "资源日历：谁在哪天用", "Resource calendar: who has what when";
    NO_RESOURCES: "还没有登记资源，到「台账」里加。", "No resource is registered yet; add some under \"Ledger\".";
    NO_CLAIMS: "登记的资源还没有人申请哪几天用。", "Nobody has asked for a registered resource on any day yet.";
    CLASH_FOUND:
        "{name}：{days} 共 {n} 天要 {m}，只有 {has}。",
        "{name}: {m} wanted on {n} {n|day|days} ({days}), and there {has|is|are} {has}.";
    NO_CLASH_FOUND: "这段时间没有撞期。", "Nothing clashes in this time.";
    IS_GRANTED: "已批准", "Granted";
    ASKED: "还没定", "Not decided";
    MORE_THAN_THERE_IS: "不够用", "Not enough";
    MORE_THINGS: "另有 {n} 样资源在表格里。", "{n} more {n|resource is|resources are} in the table.";
    CAPACITY_N: "容量 {n}", "capacity {n}";
    USED_OF: "占用 / 容量", "Used / capacity";
    THING: "资源", "Resource";
    REQUEST: "申请", "Request";
    FROM_UNTIL: "从哪天到哪天", "From and to";
    AMOUNT_ASKED: "用多少", "Amount";
    CAPACITY: "容量", "Capacity";
    STATE_NOW: "状态", "State";
    WAYS_OUT: "{name}的办法：{ways}", "Ways out for {name}: {ways}";
    WAY_LEAD: "都不合适，请项目负责人定", "if none suits, the project lead decides";
    CLASH_DAYS: "撞期的日子", "Days of the clash";
}
