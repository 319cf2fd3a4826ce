//! Every sentence of the screens that is not declared by a template, in both languages, in one typed catalogue.
//! Knows no component; a text with `{places}` is completed by [`fill`].

use crate::model::template::{Label, Lang};

macro_rules! texts {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Label = Label::new($zh, $en);)*
        /// The whole catalogue, for the tests of words and punctuation.
        pub const ALL: &[(&str, Label)] = &[$((stringify!($name), $name)),*];
    };
}

/// Puts values in the places of a text.
pub fn fill(label: Label, lang: Lang, places: &[(&str, &str)]) -> String {
    let mut text = label.text(lang).to_owned();
    for (place, value) in places {
        text = text.replace(&format!("{{{place}}}"), value);
    }
    text
}

texts! {
    PRODUCT: "合拍", "Hepai";
    NO_SIGN_UP: "不用注册，不上传", "No sign-up, no upload";
    HELP: "帮助", "Help";
    LOADING: "正在打开…", "Opening…";
    PROGRAM_NOT_HERE: "这部分程序还没有取到。您填过的内容没有丢。请检查网络后再试；一直不行，请刷新本页。", "This part of the program has not arrived. Nothing you filled in is lost. Check the network and try again; if that does not help, reload the page.";
    TRY_AGAIN: "再试一次", "Try again";
    OTHER_LANGUAGE: "EN", "中文";
    SWITCH_LANGUAGE: "换成英文", "Switch to Chinese";
    MY_PROJECTS: "我的项目", "My projects";
    WHAT_TO_DO: "您要做什么？", "What do you want to do?";
    GOT_A_FILE: "我收到了一个文件", "I received a file";
    GOT_A_FILE_HOW: "把邮件里的 .json 附件拖到这里（拖到这个窗口的任何地方都行），一次可以拖多个。", "Drop the .json attachment here (anywhere in this window); several at once are fine.";
    CHOOSE_FILE: "选择文件", "Choose file";
    START_A_PROJECT: "我要发起一个项目", "I want to start a project";
    START_A_PROJECT_HOW: "先写一个名称，目标、计划和问题进去以后再填。", "Give it a name first; goal, plan and issues are filled in afterwards.";
    NEW_PROJECT: "新建项目", "New project";
    PROJECT_NAME: "项目名称", "Project name";
    I_AM: "我是", "I am";
    NOT_SAID: "还没选", "not chosen yet";
    WHO_ARE_YOU: "您是哪一位？（只用来署名，不是登录）", "Which person are you? (Signs your entries; not a login.)";
    LATER: "先看看，以后再选", "Look first, choose later";
    SOMEBODY_ELSE: "名单外", "Not on the list";
    YOUR_NAME: "姓名", "Name";
    CREATE: "创建", "Create";
    NAME_FIRST: "请先写项目名称。", "Write a project name first.";
    PROJECT: "项目", "Project";
    OPEN: "打开", "Open";
    STAYS_HERE: "内容只存在这台电脑的这个浏览器里，没有上传到任何地方。", "Everything stays in this browser on this computer; nothing is uploaded.";
    VERSION: "版本 {version}", "Version {version}";
    SPACE_USED: "已用空间 {percent}%", "{percent} % of the space used";
    CANNOT_FIND: "找不到文件？", "Can't find the file?";
    CANNOT_FIND_MAIL: "网页邮箱：先点「下载」，再从「下载」文件夹拖过来。", "Web mail: download it first, then drag it from Downloads.";
    CANNOT_FIND_CHAT: "微信、钉钉：在电脑上右键那个文件，点「在文件夹中显示」。", "WeChat, DingTalk: on a computer, right-click the file and show it in its folder.";
    CANNOT_FIND_ZIP: "是 .zip：双击打开压缩包，把里面的 .json 拖过来。", "A .zip: open it and drag the .json inside.";

    OVERVIEW: "总览", "Overview";
    STEP_1: "目标与范围", "Goal & scope";
    STEP_2: "团队与分工", "Team & roles";
    STEP_3: "计划与沟通", "Plan & rules";
    STEP_4: "执行推进", "Work";
    EXCHANGE: "收发文件", "Send & receive";
    BIN: "回收站", "Recycle bin";
    CHECKS: "检查", "Checks";
    SEVERAL_DIFFER: "{n} 处不一致", "{n} places differ";
    HOME: "全部项目", "All projects";
    UNNAMED: "（未命名）", "(no name)";
    UNKNOWN_PAGE: "没有这一页。", "There is no such page.";
    BACK_HOME: "回到全部项目", "Back to all projects";
    MAIN_MENU: "项目里的内容", "In this project";
    SKIP: "跳到正文", "Skip to content";

    SAVING: "正在保存…", "Saving…";
    SAVED: "已保存在这台电脑 {time}", "Saved on this computer {time}";
    SAVED_PLAIN: "已保存在这台电脑", "Saved on this computer";
    NOT_SAVED: "没存上：浏览器空间满了。请先存文件，内容还在这一页里。", "Not saved: the browser's space is full. Save a file now; your text is still on this page.";
    NOT_SAVED_SHORT: "没存上", "Not saved";
    MEMORY_ONLY: "这个窗口不能保存（无痕窗口或公司设置）。关掉就没了，走之前请存文件。", "This window cannot keep data (private window or policy). Save a file before you close it.";
    MEMORY_SHORT: "不能保存", "Cannot save";
    FROM_A_FILE: "这一页是直接从文件打开的，这里不能保存内容。请从网址打开。", "This page was opened straight from a file and cannot keep data here. Open it from its address.";
    ALMOST_FULL: "浏览器给这个网页的快速空间用了 {percent}%。内容仍然会存好，但请常存文件备份。", "{percent} % of the browser's quick space for this page is used. Everything is still saved; save a file as a backup now and then.";
    QUICK_FULL: "浏览器的快速空间已满。修改仍然存在这台电脑里；请存一份文件作备份。", "The browser's quick space is full. Edits are still saved on this computer; save a file as a backup.";
    DAMAGED: "有 {n} 段存储内容读不出来，已原样放在一边，没有覆盖；其余内容都在。", "{n} stored parts could not be read. They are set aside untouched; everything else is here.";
    NEW_VERSION: "有新版本可用。", "A new version is ready.";
    SWITCH_VERSION: "换到新版本", "Switch to the new version";

    UNDO: "撤销", "Undo";
    REDO: "重做", "Redo";
    UNDONE: "已撤销 {n} 处修改。", "Undid {n} edits.";
    REDONE: "已重做 {n} 处修改。", "Redid {n} edits.";
    UNDO_LEFT: "有 {n} 处别人后来改过，没有动。", "{n} places were changed by others since and stay as they are.";
    NOTHING_TO_UNDO: "没有可以撤销的修改。", "There is nothing to undo.";
    NOTHING_TO_REDO: "没有可以重做的修改。", "There is nothing to redo.";
    CLOSE: "关掉", "Dismiss";
    MESSAGES: "提示", "Messages";

    ADD_ROW: "加一行", "Add a row";
    DELETE: "删除", "Delete";
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
    NO_SUCH_RECORD: "这里还没有这张单子。可能还在路上：等收到下一份文件再看。", "This form is not here yet. It may still be on its way: look again after the next file.";

    PLACE: "顺序", "Order";
    BELONGS_TO: "属于", "Belongs to";
    NUMBER: "编号", "No.";
    STATUS: "状态", "Status";
    CHOOSE: "（请选）", "(choose)";
    YES: "是", "Yes";
    NO: "否", "No";
    NOTHING: "（空）", "(empty)";
    MORE_FIELDS: "更多", "More";
    OPEN_SHEET: "打开全表", "Open sheet";
    PICK_DATE: "选日期", "Pick a date";
    DATE_HINT: "2026-03-05", "2026-03-05";
    DATE_TIME_HINT: "2026-03-05 14:30", "2026-03-05 14:30";
    NOT_A_DATE: "请写成 2026-03-05 这样的日期。您写的内容留着。", "Write a date like 2026-03-05. Your text is kept.";
    NOT_A_MOMENT: "请写成 2026-03-05 14:30 这样的日期和时间。您写的内容留着。", "Write a date and time like 2026-03-05 14:30. Your text is kept.";
    NOT_AN_INTEGER: "请写整数。您写的内容留着。", "Write a whole number. Your text is kept.";
    NOT_A_NUMBER: "请写数字，例如 3.5。您写的内容留着。", "Write a number such as 3.5. Your text is kept.";
    NOT_MONEY: "请写金额，例如 300000 或 1234.50。您写的内容留着。", "Write an amount such as 300000 or 1234.50. Your text is kept.";
    OUT_OF_RANGE: "应在 {min} 到 {max} 之间。", "It should be between {min} and {max}.";
    TOO_LONG: "最多 {max} 个字，现在 {n} 个。", "At most {max} characters; it has {n}.";
    DIFFERS: "不一致", "Differs";
    DIFFERS_HERE: "这里有 {n} 种写法，目前暂按这一种。", "There are {n} versions here; for now this one counts.";
    LOOK: "看看", "Show";
    UNKNOWN_CHOICE: "{value}（这个版本不认识）", "{value} (unknown to this version)";
    UNKNOWN_FIELDS: "更新版本里的内容（只能看）", "From a newer version (read only)";
    NO_PEOPLE: "还没有可选的，先到「{place}」加。", "Nothing to choose yet; add some under \"{place}\".";

    LIST_SEPARATOR: "、", ", ";
    COLON: "：", ": ";
    SAY_WHO_FIRST: "请先在上方选您是哪一位。", "First choose above which person you are.";
    OTHERS: "通常由{names}来做。", "Usually done by {names}.";
    OTHERS_UNNAMED: "通常由别的角色来做，名单里还没有这个人。", "Usually done by another role that the list does not name yet.";
    NOT_YOU: "责任人自己不能做这一步。", "The owner cannot take this step.";
    TOO_OFTEN: "已经做过 {n} 次，再做要由项目负责人来。", "Done {n} times already; now only the project lead can.";
    REVIEW_FIRST: "这项任务完成前要先审核，请提交审核。", "This task is reviewed before it is done; submit it for review.";
    NOW_YOU_CAN: "现在可以做", "You can now";
    NEEDED_FOR: "{gate}前还缺 {n} 项", "{n} items missing before \"{gate}\"";
    NOT_YET: "{action}（还不能）", "{action} (not yet)";
    STILL_MISSING: "还缺：", "Missing:";
    STILL_SAVES: "缺着也能存、能发、能打印。", "You can save, send and print as it is.";
    REASON: "理由（大家都会看到）", "Reason (everyone will see it)";
    REASON_FIRST: "请写一句理由，方便其他部门理解。", "Add one sentence of reason so other departments understand.";
    DO_IT: "确定", "OK";
    CANCEL: "取消", "Cancel";
    STEP_DONE: "已记下：{action}。", "Noted: {action}.";
    BEFORE_GATE: "{gate}前要填", "Needed before \"{gate}\"";
    TIMELINE: "经过", "Timeline";
    HISTORY: "修改记录", "History";
    HISTORY_EMPTY: "还没有修改。", "No edits yet.";
    FROM_TO: "{from} → {to}", "{from} → {to}";
    NAMELESS: "（没有署名）", "(not signed)";
    BY_HAND: "在文件里直接改的", "Changed in the file by hand";
    LOCKED: "已{state}，现在改的内容会作为不一致显示给大家。", "{state} already; what you change now shows up as a difference for everyone.";
    HINTS: "提醒", "Hints";

    LIST_EMPTY: "还没有{what}。", "No {what} yet.";
    ADD_ONE: "加一项", "Add one";
    TYPE_TO_ADD: "打字加一项，回车确认", "Type to add, Enter to confirm";
    SHOWN_OF: "{n} 项", "{n} items";
    GRID_KEYS: "方向键移动 · Tab 下一格 · Esc 取消 · Ctrl+Z 撤销", "Arrow keys move · Tab next cell · Esc cancel · Ctrl+Z undo";
    NEW_ISSUE: "提问题", "Raise issue";
    ISSUES_EMPTY: "还没有问题单。卡住了、需要别的部门帮忙时点「提问题」。", "No issues yet. When you are stuck and need another department, raise one.";
    PLAN_EMPTY: "还没有任务。在下面打字加一项。", "No tasks yet. Type one below.";
    PEOPLE_EMPTY: "还没有成员。先加您自己和各部门代表。", "Nobody is listed yet. Add yourself and the representatives.";
    PLAN: "计划表", "Plan";
    DEPARTMENTS: "部门", "Departments";
    PEOPLE: "成员", "People";
    STAGES: "阶段", "Stages";
    MILESTONES: "里程碑", "Milestones";
    ISSUES: "问题", "Issues";
    NEXT_STEP: "下一步", "Next step";
    NEXT_CONFLICTS: "定 {n} 处不一致", "Settle {n} differences";
    NEXT_CHARTER: "写目标说明书", "Write the goal charter";
    NEXT_PEOPLE: "加部门和成员", "Add departments and people";
    NEXT_PLAN: "排计划", "Make the plan";
    NEXT_SEND: "存成文件发给大家", "Save a file and send it";
    COUNTS: "内容", "Contents";

    SEND: "发出", "Send";
    SEND_HOW: "把整个项目存成一个文件，作为邮件附件发出去。对方把附件拖进这个网页就能看到，改完再发回来。", "Save the whole project as one file and attach it to a mail. Your colleague drops it into this page, edits, and sends a file back.";
    SAVE_FILE: "存文件", "Save file";
    SAVE_WHOLE: "存整个项目", "Save the whole project";
    FILE_SAVED: "文件在「下载」文件夹：{file}。还要您自己发出去。", "The file is in Downloads: {file}. You still have to send it.";
    FILE_HOLDS: "含：{records} 条内容，{changes} 次修改的全部记录。", "Holds {records} entries and the full history of {changes} edits.";
    RECEIVE: "收到", "Receive";
    RECEIVE_HOW: "把收到的文件拖到这里，多个、不同项目的都可以；会先给您看一眼再收下。", "Drop the files you received here, several and of several projects; you look before you take them.";
    RECEIVED: "收过的文件", "Files taken";
    RECEIVED_EMPTY: "还没收到过文件。", "Nothing received yet.";
    TAKEN_AT: "{time} 收下 {n} 处修改：{files}", "{time}: took {n} changes from {files}";
    UNDO_TAKING: "撤销收下", "Undo taking";
    REDO_TAKING: "重新收下", "Take again";
    TAKING_UNDONE: "已撤销，这次收下的内容都拿回去了。", "Undone; what came with it is out again.";
    TAKING_UNDONE_BUT: "已撤销；其中 {n} 次修改后来有人接着改，所以留着。", "Undone; {n} of its changes stay because later edits build on them.";
    TAKING_REDONE: "已重新收下。", "Taken again.";
    TAKEN: "已收下 {n} 处修改，{m} 处不一致待定。", "Took {n} changes; {m} places differ.";
    TAKEN_FIRST: "已打开项目「{name}」。", "Opened the project \"{name}\".";
    NOTHING_NEW: "这份文件里的内容您都有了，什么都没有变。", "You already have everything in this file. Nothing changed.";
    LOOK_FIRST: "收下之前看一眼", "Look before you take it";
    NOTHING_WRITTEN: "还没有写入任何内容", "Nothing has been written";
    NO_OVERWRITE: "不会覆盖：您自己的修改都保留。两边改得不一样的地方只做标记，收下以后再定。", "Nothing is overwritten; your own edits stay. Where two people differ it is only marked; decide after taking.";
    FIRST_ARRIVAL: "这个项目还不在这台电脑上。收下以后就能打开。", "This project is not on this computer yet. Take it to open it.";
    TAKE_N: "收下 {n} 处", "Take {n} changes";
    TAKE_FIRST: "收下，打开项目", "Take and open the project";
    TAKE_NONE: "都不收", "Take none";
    DISMISS_PREVIEW: "知道了", "All right";
    PREVIEW_COUNTS: "新内容 {new} · 已经有的 {known} · 收下后不一致 {m}", "{new} new · {known} already here · {m} will differ";
    VERDICT_NEW: "新", "New";
    VERDICT_CONTAINED: "都有了，不用再看", "All here already";
    VERDICT_EARLIER: "这份较早（{date}），不会盖掉后来的修改。", "This one is earlier ({date}); it does not overwrite later edits.";
    WHO: "谁", "Who";
    FILE: "文件", "File";
    WHEN: "什么时候", "When";
    NEW_COUNT: "新内容", "New";
    VERDICT: "情况", "Verdict";
    WHERE: "哪里", "Where";
    BEFORE: "原来", "Before";
    AFTER: "改成", "After";
    BY_PERSON: "{who}：{n} 处", "{who}: {n}";
    MORE_ROWS: "还有 {n} 处", "{n} more";
    ALREADY_REPLACED: "已被 {who} 后来的修改代替", "already replaced by a later edit of {who}";
    DELETION: "删除", "deletes it";
    LEFT_OUT: "先不收的 {n} 处：", "Put off, {n}:";
    LEFT_OUT_JUMP: "编号跳得太远，看着不像正常的修改", "numbered far beyond everything else, which no ordinary edit is";
    LEFT_OUT_SECOND: "文件有损坏，同一个编号又有第二种内容", "the file is damaged and one number carries a second content";
    MISSING_EDITS: "还缺{who}的 {n} 次修改，请{who}再发一次整个项目。", "{n} edits by {who} are missing; ask for the whole project again.";
    SOMEBODY: "某人", "somebody";
    TWO_CONTENTS: "同一个编号有两种内容，两份都留着，请问问{who}。", "One number carries two contents. Both are kept; please ask {who}.";
    SUM_WRONG: "文件的校验对不上，可能被改过或没传完整。内容还是列在下面，请看仔细。", "The file's check does not match; it may have been altered or damaged. Its content is listed below; look closely.";
    OUTSIDE_EDIT: "文件里有直接改动的内容 {n} 处，会作为修改列出来。", "{n} values were changed in the file by hand; they are listed as edits.";
    OTHER_PROJECT: "这是另一个项目「{name}」，会单独打开，不会混进来。", "This is another project, \"{name}\". It opens on its own.";
    READING: "正在看文件…", "Reading the files…";

    DROP_NO_FILE: "没有拿到文件。从网页邮箱里请先点「下载」，再从「下载」文件夹拖过来。", "No file arrived. Download it from the web mail first, then drag it from Downloads.";
    FILE_ZIP: "「{name}」是压缩包。请双击打开，把里面的 .json 拖过来。什么都没有改动。", "\"{name}\" is a zip. Open it and drag the .json inside. Nothing was changed.";
    FILE_OTHER: "「{name}」不是合拍文件（看起来是 {kind}）。什么都没有改动。", "\"{name}\" is not a Hepai file (it looks like {kind}). Nothing was changed.";
    FILE_EMPTY: "「{name}」是空文件。请对方再发一次。什么都没有改动。", "\"{name}\" is empty. Ask for it again. Nothing was changed.";
    FILE_CUT: "「{name}」不完整，到第 {line} 行断了，可能是邮件没传完。请对方再发一次。什么都没有改动。", "\"{name}\" is cut off at line {line}. Ask for it again. Nothing was changed.";
    FILE_NEWER: "「{name}」来自更新的合拍。请联网打开一次本页，换到新版本后再收。什么都没有改动。", "\"{name}\" comes from a newer Hepai. Open this page online once, switch to the new version, then take it. Nothing was changed.";
    FILE_LARGE: "「{name}」太大（上限 {max}）。什么都没有改动。", "\"{name}\" is too large (the limit is {max}). Nothing was changed.";
    FILE_ENCODING: "「{name}」的文字编码不对（看起来是 {kind}）。请用原来的附件，不要另存。什么都没有改动。", "\"{name}\" is in another text encoding ({kind}). Use the original attachment, not a re-saved one. Nothing was changed.";
    FILE_BAD: "「{name}」里有 {n} 处读不懂，第一处在第 {line} 行：{what}。请对方再发一次。什么都没有改动。", "\"{name}\" has {n} places that cannot be read, the first at line {line}: {what}. Ask for it again. Nothing was changed.";
    FILE_UNREADABLE: "「{name}」打不开（{what}）。请先存到电脑里再拖过来。什么都没有改动。", "\"{name}\" cannot be opened ({what}). Save it to the computer first. Nothing was changed.";

    DELETES_MUCH: "收下以后会有 {n} 条内容进回收站，请看仔细。", "Taking this puts {n} entries into the recycle bin; look closely.";
    EVERYBODY: "大家", "everybody";
    BAD_BYTES: "有读不出的字", "characters that cannot be read";
    BAD_FORM: "格式断了", "the form is broken";
    BAD_DEEP: "层次太深", "too many levels";
    BAD_TWICE: "同一个名字出现两次", "one name occurs twice";
    BAD_LONG: "有一段文字太长", "a text is too long";
    BAD_MANY: "内容太多", "too many entries";
    BAD_CHANGE: "有一条修改不合规格", "an edit that is not one";
    BAD_VALUE: "有一个值不合规格", "a value that is not one";
    BAD_HEADER: "开头缺内容", "the beginning lacks something";
    LOOKS_ARCHIVE: "压缩包", "an archive";
    LOOKS_OFFICE: "Word、Excel 或 PPT 文件", "an office document";
    LOOKS_PDF: "PDF", "a PDF";
    LOOKS_PICTURE: "图片", "a picture";
    LOOKS_MAIL: "整封邮件，请把附件单独存下来", "a whole e-mail; save the attachment by itself";
    LOOKS_WEB_PAGE: "网页", "a web page";
    LOOKS_OTHER_JSON: "别的程序的数据", "another program's data";
    LOOKS_TEXT: "普通文字", "plain text";
    LOOKS_OTHER: "别的文件", "something else";
    DECIDE_TITLE: "定一下：{n} 处不一致", "Decide: {n} places differ";
    DECIDE_NONE: "没有不一致。", "Nothing differs.";
    FOR_NOW: "目前暂按 {value}", "For now {value} counts";
    ORIGINAL: "原来", "Before";
    WRITE_NEW: "写一个新的", "Write a new value";
    WHY: "为什么这样定（大家都会看到）", "Why (everyone will see it)";
    DECIDE_EFFECT: "定下以后：这里变成您选的值；没选的那个留在修改记录里；大家收到您下次发出的文件时也跟着变。", "Afterwards: this becomes the value you choose; the other stays in the history; it changes for everyone with the next file you send.";
    DECIDE: "就这样定", "Decide this";
    DECIDED: "已定：{value}。", "Decided: {value}.";
    CHOOSE_FIRST: "请先选一个。", "Choose one first.";
    YOU: "您", "you";
    KEEP_RECORD: "留着，不删除", "Keep it, do not delete";
    DELETE_RECORD: "删除", "Delete it";
    DELETED_BUT: "有人删除了它，删除的人没看到下面这些修改：", "Somebody deleted it without having seen these edits:";
    AGREED_BUT: "「{state}」的时候还没看到下面这些修改：", "When it became \"{state}\", these edits had not been seen:";
    STAND_BY: "维持「{state}」，修改也算数", "Keep \"{state}\" with these edits";
    BACK_TO_DRAFT: "退回「{state}」再看", "Back to \"{state}\"";

    NOT_HERE: "「{name}」还不在这台电脑上", "\"{name}\" is not on this computer yet";
    NOT_HERE_UNNAMED: "这个项目还不在这台电脑上", "This project is not on this computer yet";
    NOT_HERE_HOW: "请把邮件里的附件放进来，就能看到项目的内容。", "Add the attachment from the e-mail to see the project.";
    PARTIAL: "这里只有项目的一部分，别的内容要等收到整个项目。", "Only part of the project is here; the rest comes with a whole file.";
}
