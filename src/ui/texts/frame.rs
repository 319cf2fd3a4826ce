//! What stands on every page: saving, storage, the rail, search, undoing, help; and what any part may say.

use crate::analysis::words::labels::catalogue;

catalogue! {
    PRODUCT: "合拍", "Hepai";
    NO_SIGN_UP: "不用注册，不上传", "No sign-up, no upload";
    HELP: "帮助", "Help";
    LOADING: "正在打开…", "Opening…";
    PROGRAM_NOT_HERE:
        "这部分程序还没有取到。您填过的内容没有丢。请检查网络后再试；一直不行，请刷新本页。",
        "This part of the program has not arrived. Nothing you filled in is lost. Check the network and try again; if that does not help, reload the page.";
    TRY_AGAIN: "再试一次", "Try again";
    OTHER_LANGUAGE: "EN", "中文";
    SWITCH_LANGUAGE: "换成英文", "Switch to Chinese";
    NOT_SAID: "还没选", "not chosen yet";
    WHO_ARE_YOU: "您是哪一位？（只用来署名，不是登录）", "Which person are you? (Signs your entries; not a login.)";
    LATER: "先看看，以后再选", "Look first, choose later";
    SOMEBODY_ELSE: "名单外", "Not on the list";
    YOUR_NAME: "姓名", "Name";
    YOUR_DEPARTMENT: "部门（可空）", "Department (may stay empty)";
    MEANT: "文件是发给这一位的", "the file is for them";
    NOT_THIS_PROJECT: "不要这个项目", "I don't want this project";
    MAKE_BACKUP: "存备份", "Save backup";
    SPACE_USED: "已用空间 {percent}%", "{percent}% of the space used";

    SEARCH: "搜索", "Search";
    SEARCH_KEYS: "在任何一页按 / 或 Ctrl+K 打开", "Press / or Ctrl+K on any page";
    SEARCH_COUNT: "找到 {n} 处，方向键选，回车打开", "{n} found; choose with the arrow keys, open with Enter";
    FOUND_IN: "{field}：{text}", "{field}: {text}";
    SWITCH_PROJECT: "换一个项目", "Switch project";
    LACKS_N: "缺 {n}", "{n}";
    LACKS_MORE: "项", " missing";
    LATE_N: "逾 {n}", "{n} late";
    OVERVIEW: "总览", "Overview";
    STEP_1: "目标与范围", "Goal & scope";
    STEP_2: "团队与分工", "Team & roles";
    STEP_3: "计划与沟通", "Plan & rules";
    STEP_4: "执行推进", "Work";
    STEP_5: "跟踪与风险", "Track & risk";
    STEP_6: "总结反馈", "Wrap-up";
    EXCHANGE: "收发文件", "Send & receive";
    BIN: "回收站", "Recycle bin";
    CHECKS: "检查", "Checks";
    SEVERAL_DIFFER: "{n} 处不一致", "{n} {n|place differs|places differ}";
    HOME: "全部项目", "All projects";
    UNKNOWN_PAGE: "没有这一页。", "There is no such page.";
    BACK_HOME: "回到全部项目", "Back to all projects";
    MAIN_MENU: "项目里的内容", "In this project";
    SKIP: "跳到正文", "Skip to content";

    SAVING: "正在保存…", "Saving…";
    SAVED: "已保存在这台电脑 {time}", "Saved on this computer {time}";
    SPENT_SHORT: "不能再改", "No more edits";
    SPENT:
        "这份项目不能再改了：收进来的内容把修改的编号推到了尽头，新写的会被旧的盖住。",
        "This project takes no more edits: what came in pushed the numbering of edits to its end, and whatever you write would lose against it.";
    SPENT_HOW:
        "已有的内容都在，什么都没有丢。可以把现在的内容作为另一个项目打开，接着做，再把它发给大家；也可以到「收过的文件」里撤销那次收下。",
        "Everything is still here; nothing is lost. Open what stands here as another project, go on in it and send it to everybody; or undo the file under \"Files taken\".";
    SPENT_REFUSED:
        "没有写进去：这份项目不能再改了。请看页面上方的办法。",
        "Not written: this project takes no more edits. The top of the page says what to do.";
    CLOSING: "收尾", "Closing";
    CLOSED_REFUSED:
        "没有写进去：项目已关闭，只能看。需要改请由项目负责人重新打开。",
        "Not written: the project is closed and read only. The project lead can reopen it.";
    OTHERS_WORD:
        "没有写进去：这是别人本人的答复，只能由本人来写。收到了口头、邮件或纸上的答复，请用「代为登记」并写明凭据。",
        "Not written: this is somebody's own answer, which only they write. If you have it by word, mail or paper, use \"Record for them\" and give the basis.";
    OPEN_AS_ANOTHER: "作为另一个项目打开", "Open as another project";
    LOOK_AT_RECEIVED: "看收过的文件", "See the files taken";
    SAVED_PLAIN: "已保存在这台电脑", "Saved on this computer";
    NOT_SAVED:
        "没存上：浏览器空间满了，或者现在不让保存。请先存文件，内容还在这一页里。",
        "Not saved: the browser's space is full, or it saves nothing now. Save a file; your text is still on this page.";
    NOT_SAVED_SHORT: "没存上", "Not saved";
    REMOVED_ELSEWHERE:
        "这个项目刚在另一个窗口里被删掉了，这台电脑上已经没有它。这一页还留着全部内容：再改一处，它就整个存回来；不要它了，关掉这一页就行。",
        "This project has just been removed in another window; this computer no longer has it. This page still holds all of it: edit anything and it comes back whole; if you do not want it, close this page.";
    REMOVED_SHORT: "已在别处删掉", "Removed elsewhere";
    CAME_BACK:
        "这台电脑上存的「{name}」刚才不见了（被清除，或者在别的窗口里删掉了）。已经按这一页里的内容重新存好。请现在存一份文件作备份。",
        "\"{name}\" had gone from this computer (cleared, or removed in another window). It has been saved again from this page. Save a file as a backup now.";
    GONE_WITH_SITE_DATA:
        "浏览器里的网站数据被清除了，这台电脑上没有这些项目了：{names}。用备份，或者同事手里的文件，可以在首页拿回来。",
        "The data of this site has been cleared in the browser. This computer no longer has: {names}. Get them back on the first page, from a backup or from a colleague's file.";
    MEMORY_ONLY:
        "这个窗口不能保存（无痕窗口或公司设置）。关掉就没了，走之前请存文件。",
        "This window cannot keep data (a private window or a company policy). Save a file before you close it.";
    MEMORY_SHORT: "不能保存", "Cannot save";
    FROM_A_FILE:
        "这一页是直接从文件打开的，这里不能保存内容。请从网址打开。",
        "This page was opened straight from a file and cannot keep data here. Open it from its address.";
    ALMOST_FULL:
        "浏览器给这个网页的快速空间用了 {percent}%。内容仍然会存好，但请常存文件备份。",
        "{percent}% of the browser's quick space for this page is used. Everything is still saved; save a file as a backup now and then.";
    QUICK_FULL:
        "浏览器的快速空间已满。修改仍然存在这台电脑里；请存一份文件作备份。",
        "The browser's quick space is full. Edits are still saved on this computer; save a file as a backup.";
    UNREAD:
        "这个浏览器里存着的内容没有读全，看到的可能只是一部分。没读出来的没有删掉。",
        "Not everything this browser stores could be read; what you see may be a part of it. What was not read is not deleted.";
    UNREAD_LIST:
        "这个浏览器里存着的内容没有读全：项目可能没有列全，也可能不是最新的。没读出来的没有删掉。",
        "Not everything this browser stores could be read: projects may be missing from the list or out of date. What was not read is not deleted.";
    UNREAD_HOW:
        "先点「再试一次」或者刷新本页；不行就关掉其他打开着合拍的标签页，再把浏览器完全退出、重新打开。还是不行，请点「存下这台电脑里的全部内容」。不要清除浏览器数据。读全之前，数字、检查和备份都不能当作齐全的。",
        "Try again or reload the page. If that does not help, close the other tabs with Hepai, then quit the browser and open it again. If it still fails, save everything with the button here. Do not clear the browser's data. Until all is read, no figure, check or backup is complete.";
    UNREAD_PAGE:
        "内容没有读全，这一页现在说不准，先不显示。",
        "Not everything could be read, so this page would not be right and is not shown.";
    UNREAD_HERE: "内容没有读全，这里可能还有。", "Not everything could be read; there may be more here.";
    UNREAD_SHORT: "没有读全", "Not all read";
    UNWRITTEN:
        "浏览器现在不让保存：新的修改暂时只在快速空间里，还没有存稳。",
        "The browser does not let anything be saved now: new edits are in its quick space only, which is not safe yet.";
    KEPT_NOWHERE:
        "浏览器现在不让保存：新写的只在这一页里，关掉就没了。",
        "The browser does not let anything be saved now: what you write is on this page alone and goes with it.";
    KEPT_NOWHERE_HOW: "请先到「收发文件」存一份文件，再关掉这一页。", "Save a file under \"Send & receive\" before you close this page.";
    UNWRITTEN_HOW:
        "请先到「收发文件」存一份文件。然后关掉其他打开着合拍的标签页，或者把浏览器完全退出、重新打开。不要清除浏览器数据。",
        "First save a file under \"Send & receive\". Then close the other tabs with Hepai, or quit the browser and open it again. Do not clear the browser's data.";
    DAMAGED:
        "有 {n} 段存储内容读不出来，已原样放在一边，没有覆盖；其余内容都在。",
        "{n} stored {n|part|parts} could not be read and {n|is|are} set aside untouched; everything else is here.";
    NEW_VERSION: "有新版本可用。", "A new version is ready.";
    SWITCH_VERSION: "换到新版本", "Switch to the new version";

    UNDO: "撤销", "Undo";
    REDO: "重做", "Redo";
    UNDONE: "已撤销 {n} 处修改。", "Undid {n} {n|edit|edits}.";
    REDONE: "已重做 {n} 处修改。", "Redid {n} {n|edit|edits}.";
    UNDONE_AT: "已撤销 {n} 处修改：{place}。", "Undid {n} {n|edit|edits}: {place}.";
    REDONE_AT: "已重做 {n} 处修改：{place}。", "Redid {n} {n|edit|edits}: {place}.";
    UNDO_LEFT:
        "有 {n} 处别人后来改过，没有动。",
        "{n} {n|place was|places were} changed by others since and {n|stays|stay} as {n|it is|they are}.";
    NOTHING_TO_UNDO: "没有可以撤销的修改。", "There is nothing to undo.";
    NOTHING_TO_REDO: "没有可以重做的修改。", "There is nothing to redo.";
    CLOSE: "关掉", "Dismiss";
    MESSAGES: "提示", "Messages";
    MORE_FIELDS: "更多", "More";

    WINDOW_OF: "共 {all} 个，这里是第 {from}–{to} 个", "{from} to {to} of {all}";
    DRAW_MORE: "再显示 {n} 个", "Show {n} more";
    TO_LAST: "到最后", "To the end";
    TO_FIRST: "到最前", "To the beginning";
    WHOLE_TEXT: "全文（{n} 字）", "Whole text ({n} {n|character|characters})";
    NOT_PRINTED: "还有 {n} 个没有印出来", "{n} more {n|is|are} not printed";
    CALENDAR: "工作日历", "Working days";

    FIND_PERSON: "按姓名或部门找", "Find by name or department";
    NOBODY_FOUND: "没有找到。名单外的人请在下面写姓名。", "Nobody found. If you are not on the list, write your name below.";
    MORE_NOTICES: "前面还有 {n} 条", "{n} more before these";
    ALL_NOTICES: "都看", "Show all";
    FEWER_NOTICES: "收起", "Show fewer";
    CLOSE_ALL: "都关掉", "Close all";
    SAME_NAME: "名单里还有一位{name}", "another {name} is on the list";
    LOOKS_LIKE: "看着像{name}，但不是同一个人", "looks like {name} but is somebody else";
    MORE_ROWS: "还有 {n} 处", "{n} more";
    DROP_NO_FILE:
        "没有拿到文件。从网页邮箱里请先点「下载」，再从「下载」文件夹拖过来。",
        "No file arrived. Download it from the web mail first, then drag it from Downloads.";

    TODO: "我的待办", "My to-dos";
    ME: "我：", "I am:";
    IS_IT_YOU: "成员里的「{name}」和您写的名字看起来一样。是您吗？", "\"{name}\" on the list looks like the name you wrote. Is it you?";
    IT_IS_ME: "是我", "It is me";
    IT_IS_ANOTHER: "不是，我是另一位", "No, I am somebody else";
    OFF_LIST: "名单外：{name}", "not on the list: {name}";
    ALL_SENT: "已全部发出", "All sent";

    LOOKS: "外观", "Appearance";
    LOOK_SYSTEM: "跟随系统", "Same as the system";
    LOOK_LIGHT: "浅色", "Light";
    LOOK_DARK: "深色", "Dark";
    WHERE_DATA: "数据在哪里？", "Where is my data?";
    DATA_PLACE:
        "数据只在这台电脑的 {browser} 里。清理浏览器或电脑管家的「清理」会删掉它。最近的备份：{when}。",
        "The data is only in {browser} on this computer. Clearing the browser's data deletes it. Last backup: {when}.";
    THIS_BROWSER: "浏览器", "this browser";
    SPACE: "占用", "Space";
    KEPT: "长期保留", "Kept for good";
    KEPT_YES: "浏览器答应不会自己清掉。", "The browser promised not to clear it by itself.";
    KEPT_NO: "浏览器空间紧张时可能自己清掉，请常存备份。", "The browser may clear it when space is short; save backups.";
    LAST_BACKUP: "最近的备份", "Last backup";
    NO_BACKUP: "还没有存过", "none yet";
    HOW_BACK:
        "换了电脑或者清掉了？找到最近一封带附件的邮件（您发出的也行），把附件拖进这个网页，项目就回来了。",
        "New computer, or data cleared? Find the latest mail with the attachment (one you sent will do) and drag the attachment into this page: the project is back.";
    SAVE_ALL: "存下这台电脑里的全部内容", "Save everything on this computer";

    HELP_FIRST: "第一次用", "First time";
    HELP_FIRST_1:
        "收到文件的人：把附件拖进这个窗口，看一眼再收下，在「我的待办」里逐条回答，最后点「完成并发回」。",
        "Received a file? Drag the attachment into this window, look, take it, answer under \"My to-dos\", then \"Finish and send back\".";
    HELP_FIRST_2:
        "发起的人：「新建项目」一页填完，到「收发文件」存文件、复制正文，用自己的邮箱发出去，再点「我已发出」。",
        "Starting one? Fill in the one page of \"New project\", save the file under \"Send & receive\", copy the text, mail it yourself, then press \"I have sent it\".";
    HELP_FIRST_3:
        "网页不联网传内容：没有您发出的文件，别人什么也看不到。",
        "Nothing leaves this computer: without the file you send nobody sees anything.";
    HELP_STEPS: "六步", "Six steps";
    HELP_STEP_1:
        "1 目标与范围：写清做什么、不做什么、做到什么程度，各部门确认。",
        "1 Goal & scope: what is done, what is not, and how much; the departments confirm.";
    HELP_STEP_2:
        "2 团队与分工：每个部门一位代表，写好代理人；分工表公示以后，每人点「知道了」。",
        "2 Team & roles: one representative per department, and a backup for each; the role table is shown to all and noted.";
    HELP_STEP_3: "3 计划与沟通：任务、责任人、日期；约好例会。", "3 Plan & rules: tasks, owners, dates; agree on the meetings.";
    HELP_STEP_4:
        "4 执行推进：卡住了就提问题，要别的部门出人出钱就提资源申请，要大家答复的写成决策。",
        "4 Work: stuck? Raise an issue; ask for resources; what people must reply to is a decision.";
    HELP_STEP_5:
        "5 跟踪与风险：开会前大家更新进展，周会上一句话记一件事，会后发布；风险每周看一眼。",
        "5 Track & risk: owners update before the weekly meeting; there one line is one result, then it is released; risks are looked at weekly.";
    HELP_STEP_6:
        "6 总结反馈：填指标的实际值，填反馈，写总结报告，记下经验。",
        "6 Wrap-up: fill in what was reached, give feedback, write the report, note the lessons.";
    HELP_FILES: "文件怎么走", "How files travel";
    HELP_FILES_1:
        "收下之前先看第一句：会替换您现在的内容，那里一处一处写明；两边改得不一样的地方只做标记，以后再定。",
        "Read the first sentence before you take a file: whatever would replace something of yours is named there. Where two people differ, it is only marked.";
    HELP_FILES_2: "收下以后可以撤销；同一份文件收几次都没关系。", "Taking can be undone; taking one file several times does no harm.";
    HELP_FILES_3: "删除的内容在回收站里，随时可以恢复。", "What was deleted is in the recycle bin and can be restored.";
    HELP_FILES_4:
        "对方只能看邮件？正文里有全部要点，对方直接回复，您替他登记。",
        "Somebody reads mail only? The text holds the essentials; they answer by mail and you record the answer for them.";
    HELP_FILES_5:
        "不归您改的栏目也可以打字：您写的会成为建议，由负责的人采纳或说明为什么不采纳，在这之前原来的值不变。",
        "You may type into fields that are not yours: what you write becomes a suggestion, which whoever is responsible adopts or declines with a reason; until then the value stands.";
    HELP_SEE: "看进度", "Seeing how it stands";
    HELP_SEE_1:
        "总览：第一行说最要紧的里程碑能不能按期；下面是要紧的事、谁接下来做什么，「催」会复制一段话，由您自己发。",
        "Overview: the first line says whether the milestone that counts holds; below, what matters and who does what next. \"Remind\" copies a text for you to send.";
    HELP_SEE_2:
        "图表在「跟踪与风险」的「图表」一页：每张图上面一句话说看到了什么，「表格」打开同样的数字，SVG、PNG 存成图片。",
        "Charts are under \"Track & risk\": the sentence over each says what it shows, \"Table\" opens the same figures, SVG and PNG save a picture.";
    HELP_SEE_3:
        "点图里的格子、条和点，就看到它算的是哪几项；甘特图里按 ? 看按键。",
        "Click a cell, bar or point to see what it counts; in the Gantt press ? for its keys.";
    HELP_KEYS: "键盘", "Keyboard";
    HELP_KEYS_1:
        "Ctrl+Z 撤销，Ctrl+Y 重做；表格里方向键移动，回车编辑，Tab 下一格，Esc 取消，Ctrl+D 同上一行。",
        "Ctrl+Z undoes, Ctrl+Y redoes; in tables the arrow keys move, Enter edits, Tab goes on, Esc cancels, Ctrl+D takes over what stands above.";
    HELP_KEYS_2: "Alt+↑ 和 Alt+↓ 移动一行。", "Alt+↑ and Alt+↓ move a row.";
    HELP_KEYS_4:
        "/ 或 Ctrl+K 打开搜索和命令，按 ? 看这一页的按键；定不一致的地方时，数字键选择，回车定下。",
        "/ or Ctrl+K opens search and commands, ? the keys of the page; where people differ, number keys choose and Enter decides.";
    HELP_KEYS_3: "从 Excel 复制的行可以直接粘贴到计划表里。", "Rows copied from Excel can be pasted straight into the plan.";
    COPIED: "已复制。", "Copied.";
    COPY_BY_HAND: "浏览器不让复制，请选中文字后按 Ctrl+C。", "The browser did not allow copying; select the text and press Ctrl+C.";

    ANSWERED: "已确认", "Confirmed";
    OBJECTED: "有异议", "Objection";
    NO_ANSWER: "未回", "No answer";
    AGAIN: "要再确认", "Confirm again";
    OBJECTED_BEFORE: "有异议后改过，要再确认", "Objected, changed since: ask again";

    FINE_STATE: "正常", "On track";
    WATCH_STATE: "关注", "Watch";
    ALERT_STATE: "预警", "Alert";
}
