//! The first page: projects with their cards, ways in, the sample, a link to a project that is not here.

use crate::analysis::words::labels::catalogue;

catalogue! {
    MY_PROJECTS: "我的项目", "My projects";
    WHAT_TO_DO: "您要做什么？", "What do you want to do?";
    GOT_A_FILE: "我收到了一个文件", "I received a file";
    GOT_A_FILE_HOW:
        "把邮件里的 .json 附件拖到这里（拖到这个窗口的任何地方都行），一次可以拖多个。",
        "Drop the .json attachment here (anywhere in this window); several at once are fine.";
    START_A_PROJECT: "我要发起一个项目", "I want to start a project";
    NEW_PROJECT: "新建项目", "New project";
    I_AM: "我是", "I am";
    OPEN: "打开", "Open";
    STAYS_HERE:
        "内容只存在这台电脑的这个浏览器里，没有上传到任何地方。",
        "Everything stays in this browser on this computer; nothing is uploaded.";
    VERSION: "版本 {version}", "Version {version}";
    BACKUP_DUE: "上次存备份：{name} {when}（建议每周一次）", "Last backup: {name}, {when} (once a week is a good habit)";
    DUE_TODAY: "今天到期：{project} > {name}", "Due today: {project} > {name}";
    DAYS_LATE: "（已超 {n} 个工作日）", "({n} working {n|day|days} late)";
    HOURS_LATE: "（已超 {n} 小时）", "({n} h late)";
    DAYS_AGO: "{n} 天前", "{n} {n|day|days} ago";
    CANNOT_FIND: "找不到文件？", "Can't find the file?";
    NAMED_SAMPLE: "{name}（示例）", "{name} (sample)";

    NOT_HERE: "链接里说的{name}还不在这台电脑上", "The project that the link calls {name} is not on this computer yet";
    NAME_OF_LINK:
        "这个名称是打开的链接里写的，还没有核对；真正的名称以收到的文件为准。",
        "The name comes from the link you opened and has not been checked; the file you receive has the real one.";
    NOT_HERE_UNNAMED: "这个项目还不在这台电脑上", "This project is not on this computer yet";

    NOT_SENT_YET: "还没发出", "Not sent yet";
    LAST_RECEIVED: "最近收到", "Last received";
    PROJECT: "项目", "Project";

    LOOK_AT_SAMPLE: "先看看示例", "Look at a sample first";
    LOOK_AT_SAMPLE_HOW:
        "「澄光 A1 台灯」上市，进行到第 7 周。随便改，不会发给任何人。",
        "The launch of the \"Clear Light A1\" lamp, in its 7th week. Change what you like; nobody receives it.";
    OPEN_SAMPLE: "打开示例", "Open sample";
    OPEN_CLOSED_SAMPLE: "看它收尾以后", "See it closed";
    START_A_PROJECT_HOW:
        "约 8 分钟：目标、部门、每个部门一位代表。计划和例会先替您排好，可以改。",
        "About 8 minutes: goal, departments, one representative each. Plan and meetings are pre-filled and can be changed.";
    FROM_MAIL: "网页邮箱", "Web mail";
    CANNOT_FIND_MAIL:
        "先点「下载」，再从「下载」文件夹拖过来（从网页邮箱里直接拖，浏览器拿不到文件）。",
        "Download it first, then drag it from Downloads (dragged straight out of web mail, the browser gets no file).";
    FROM_CHAT: "微信、钉钉", "WeChat, DingTalk";
    CANNOT_FIND_CHAT:
        "在电脑上右键那个文件，点「在文件夹中显示」，再拖过来。",
        "On the computer, right-click the file, show it in its folder, then drag it here.";
    FROM_NOTEPAD: "打开是记事本", "It opens in Notepad";
    CANNOT_FIND_NOTEPAD: "全选、复制，回到这里粘贴到「粘贴内容」。", "Select all, copy, and paste it here into \"Paste its text\".";
    FROM_ZIP: "是 .zip", "It is a .zip";
    CANNOT_FIND_ZIP: "双击打开压缩包，把里面的 .json 拖过来。", "Open the zip and drag the .json inside.";
    FROM_PHONE: "只有手机", "Only a phone";
    CANNOT_FIND_PHONE:
        "直接回复那封邮件也行，负责发起的人会替您登记。",
        "Just answer the mail; whoever sent it can record your answer for you.";
    CHAT_BROWSER:
        "这里是聊天程序自带的浏览器，存不住内容，也存不了文件。请复制地址，用 Chrome、Edge 或 360 打开。",
        "This is a chat program's own browser; it keeps neither data nor files. Copy the address and open it in Chrome or Edge.";
    PHONE:
        "手机上可以看，可以用文字回复；填表和收发文件请用电脑。",
        "On a phone you can read and answer by text; use a computer for forms and files.";
    COPY_ADDRESS: "复制地址", "Copy the address";

    NOT_HERE_HOW: "请把邮件里的附件放进来，就能看到请您做的事。", "Add the attachment from the e-mail to see what is asked of you.";
    DROP_NAMED: "把附件拖到这里（文件名以「{name}_」开头）", "Drop the attachment here (its name begins with \"{name}_\")";
    DROP_HERE: "把附件拖到这里", "Drop the attachment here";
    WHICH_FILES: "支持 .json 和 .json.txt", ".json and .json.txt are fine";
    HEALTH: "健康度", "Health";

    THIS_IS_A_SAMPLE: "这是示例，随便改，不会发给任何人。", "This is a sample: change what you like, nobody receives it.";
    REMOVE_SAMPLE: "删掉示例", "Remove the sample";
    NOT_REMOVED: "没能删掉，请再试一次。", "It could not be removed. Try again.";
    COPY_PROJECT: "照它复制一个", "Copy its plan";

    TRY_REPLIES: "试着收三份回复", "Try taking three replies";
    TRY_REPLIES_HOW:
        "就像从邮件里收到一样：一份是在早先发出的那份上改的，一份和这里不一样，一份来自名单外的人。收下、定下来、撤销，都可以试。",
        "As if they had come by mail: one made on an earlier copy, one that differs from yours, one from somebody not on the list. Take them, decide, undo.";
}
