//! Beginning a project: the one page of questions, and copies of a project.

use crate::analysis::words::labels::catalogue;

catalogue! {
    PROJECT_NAME: "项目名称", "Project name";
    OPENED_AS_ANOTHER:
        "已作为另一个项目打开，内容都在，不带修改记录。原来的项目没有动。",
        "Opened as another project with everything that stood there, without its history. The old project was not touched.";
    OPENED_UNDECIDED:
        "已作为另一个项目打开，不带修改记录。原来有 {n} 处不一致没有定，取了当时显示的值。原来的项目没有动。",
        "Opened as another project, without its history. {n} {n|place|places} differed; the value shown was taken. The old project was not touched.";
    UNREAD_NOT_NOW: "内容没有读全，现在不能照它复制。", "Not everything could be read, so it cannot be copied now.";
    OUT_OF_SCOPE: "不做什么", "Out of scope";

    SCENARIO: "协作场景", "Scenario";
    SCENARIO_PROJECT: "跨部门项目推进", "Cross-department project";
    SCENARIO_RESOURCE: "资源协调与共享", "Resource coordination and sharing";
    SCENARIO_PROBLEM: "问题联动解决", "Joint problem solving";
    SCENARIO_PROCESS: "流程优化与制度落地", "Process improvement and policy rollout";
    SCENARIO_BLANK: "空白", "Blank";
    MY_DEPARTMENT: "部门", "Department";
    GOAL: "协作目标", "Goal";
    MONTHS: "几个月内", "Within months";
    DO_WHAT: "做成什么", "Finish what";
    DO_WHAT_HINT: "完成 A1 台灯上市", "finish the A1 launch";
    MEASURED_BY: "指标", "Metric";
    MEASURED_HINT: "首月销售额", "first month's sales";
    DIRECTION: "方向", "Direction";
    TARGET: "目标值", "Target";
    UNIT: "单位", "Unit";
    IN_ONE_SENTENCE: "整句", "One sentence";
    AS_ONE_SENTENCE: "改成整句", "Write it as one sentence";
    SPAN_TO_FORCE:
        "{from} 至 {to}（共 {n} 周，含落地以后的复查）",
        "{from} to {to} ({n} {n|week|weeks} in all, with the check after it)";
    SPAN_TO_LOOK_BACK:
        "{from} 至 {to}（共 {n} 周，含最后回顾的一周）",
        "{from} to {to} ({n} {n|week|weeks} in all, with one to look back)";
    SPAN: "{from} 至 {to}（{n} 周）", "{from} to {to} ({n} {n|week|weeks})";
    CHANGE_DATES: "改日期", "Change dates";
    STARTS: "计划开始", "Planned start";
    ENDS: "计划结束", "Planned end";
    DEPARTMENTS_AND_REPS: "参加的部门和代表", "Departments and representatives";
    OPEN_FOR_NOW: "还没定的人先空着，以后再补。", "Leave open who is not named yet.";
    PASTE_ROSTER: "粘贴名单", "Paste list";
    ROSTER_HOW: "每行：部门 姓名。从 Excel 复制两列也可以。", "Each line: department, name. Two columns copied from Excel will do.";
    TAKE_ROSTER: "填进表里", "Fill the table";
    ROSTER_LEFT:
        "名单里没有的部门先不参加，需要时再勾上：{names}",
        "Departments that are not on the list do not take part for now; tick them where they should: {names}";
    ROSTER_WAITS:
        "粘贴的名单还没有填进表里：请点「填进表里」，不要了就清空它",
        "The pasted list is not in the table yet: press \"Fill the table\", or empty it";
    ROSTER_UNREAD: "这几行没看懂，没有填：{lines}", "These lines could not be read and were left out: {lines}";
    TAKES_PART: "参加", "Takes part";
    HOW: "参与方式", "Participation";
    PRE_FILLED_TASKS: "预先替他排的任务", "Tasks pre-filled for them";
    ADD_DEPARTMENT: "加一个部门", "Add a department";
    OUT_HINT_SHARED: "外部场地租赁", "renting rooms outside";
    OUT_HINT_PROCESS: "海外分公司；历史单据", "offices abroad; old papers";
    OUT_HINT: "海外市场；旧款清库存", "overseas markets; clearing old stock";
    COORDINATOR: "协调员", "Coordinator";
    SPONSOR: "发起人", "Sponsor";
    MAY_BE_EMPTY: "可空", "optional";
    NAME_FIRST: "请先写项目名称，别的都可以以后再补。", "Write the project's name first; everything else can come later.";
    MONTHS_FIRST: "请写几个月，例如 3。", "Say for how many months, for example 3.";
    WEEKS_FIRST: "请写几周，例如 4。", "Say for how many weeks, for example 4.";
    DAYS_FIRST: "开始或结束日期还没有认出来，请按提示改好。", "The first or the last day could not be read yet; see the note below it.";
    CREATE_AND_SEND: "创建，去发送", "Create and send";
    TYPED_STAYS: "填的内容先留在这台电脑里，离开再回来也在。", "What you fill in stays on this computer; leave and come back as you like.";
    ANEW: "重新填", "Start over";
    ANEW_DONE: "已清空，从头填。", "Cleared; start from the top.";
    CREATE_AND_LOOK: "创建，先看看", "Create and look";
    NOTHING_PRE_FILLED:
        "这个场景没有预置的任务：从空白的计划开始，任务由您来列",
        "This scenario has no tasks ready: you begin with an empty plan and list them yourself";
    PRE_FILLED:
        "预先排好：{tasks} 项任务 · {stages} 个阶段 · {meetings} 个会议 · {risks} 条风险",
        "Pre-filled: {tasks} {tasks|task|tasks} · {stages} {stages|stage|stages} · {meetings} {meetings|meeting|meetings} · {risks} {risks|risk|risks}";

    LEDGER_READY: " · 台账 {n} 项", " · {n} in the ledger";
    ISSUE_READY: " · 问题单 I-1，创建时就提交", " · issue I-1, submitted as you create";
    USES: "使用", "Uses";
    PROVIDES: "提供", "Provides";
    WEEKS: "几周内", "Within weeks";
    SHARED: "共享什么", "What is shared";
    SHARED_HINT: "空着就用下面的资源名", "empty: the names below";
    SETTLE_DAYS: "撞期几个工作日内裁定", "Settle clashes in working days";
    IN_USE: "利用率达到 %", "Utilisation, %";
    RESOURCES: "共享的资源（每行：名称 数量 归谁管）", "Shared resources (a line each: name, amount, keeper)";
    RESOURCES_HINT: "培训教室 A 1 间 市场部 周专员", "Training room A 1 room Marketing Ann Li";
    BUDGET: "预算上限（元）", "Budget ceiling (yuan)";
    TROUBLE: "出的问题", "The problem";
    WRONG: "出了什么问题", "What went wrong";
    WRONG_HINT: "首周运输破损投诉 37 起", "37 transport-damage complaints in the first week";
    WRONG_FIRST: "请先写出了什么问题，别的都可以以后再补。", "Say what went wrong first; everything else can come later.";
    SINCE: "从什么时候", "Since when";
    SINCE_HINT: "5 月 6 日 10:00", "6 May, 10:00";
    AFFECTED: "影响谁", "Who is affected";
    AFFECTED_HINT: "37 位客户，退货率可能超过 3%", "37 customers; returns may pass 3%";
    IMPACT: "影响程度", "Impact";
    URGENCY: "紧急程度", "Urgency";
    WEEKS_TO_FORCE: "几周内落地", "In force within weeks";
    PROCESS: "哪个流程或制度", "Which process or policy";
    PROCESS_HINT: "费用报销", "expense claims";
    DAYS_BEFORE: "现在平均几天", "Days now";
    DAYS_AFTER: "降到几天", "Days to reach";
    OWNING: "文本由哪个部门负责", "Which department owns the text";
    OWNING_HINT: "空着就是您的部门", "empty: your own";
    PILOTS: "试点部门", "Pilot departments";
    PILOTS_HINT: "可以以后再定", "may wait";

    COPY_OF: "{name}（新）", "{name} (new)";
    NOTHING_TO_COPY: "这个项目里还没有成员，没有可以复制的计划。", "Nobody is listed in this project yet; there is no plan to copy.";
    COPIED_PROJECT:
        "已照旧项目排好，日期从下周一起；请先改项目名称和目标。",
        "The plan is copied and begins next Monday; change the name and the goal first.";
}
