//! What a person is asked and decides: to-dos, confirmations, differences, the agenda.

use crate::analysis::words::labels::catalogue;

catalogue! {
    NEXT_CONFLICTS: "定 {n} 处不一致", "Settle {n} {n|difference|differences}";
    AGENDA_DIFFERENCES: "议程里的不一致", "Differences on the agenda";
    DECIDE_TITLE: "定一下：{n} 处不一致", "Decide: {n} {n|place differs|places differ}";
    DECIDE_NONE: "没有不一致。", "Nothing differs.";
    THIS_FOR_NOW: "目前暂按这个", "Counts for now";
    FOR_NOW: "目前暂按 {value}", "For now {value} counts";
    FOR_NOW_LATER:
        "定之前，每台电脑都先按写得较晚的这一个显示，不代表谁对。",
        "Until it is decided, every copy shows this one, which was written later; that does not make it right.";
    FOR_NOW_BESIDE:
        "几个人同时写的：定之前，每台电脑都先按同一个显示，不代表谁对。",
        "They were written side by side: until it is decided, every copy shows this same one; that does not make it right.";
    ORIGINAL: "原来", "Before";
    WRITE_NEW: "写一个新的", "Write a new value";
    WHY: "为什么这样定（大家都会看到）", "Why (everyone will see it)";
    MORE_VALUES:
        "另有 {n} 种写法没有列在这里，都在它的「修改记录」里；定了以后一并不再生效。",
        "{n} more {n|version is|versions are} not listed here but in the History; deciding settles {n|it|them} too.";
    DECIDE_EFFECT:
        "定下以后：这里变成您选的值；没选的那个留在修改记录里；大家收到您下次发出的文件时也跟着变。",
        "Once decided, this becomes the value you choose; the other stays in the history; it changes for everyone with the next file you send.";
    DECIDE: "就这样定", "Decide this";
    DECIDED: "已定：{value}。", "Decided: {value}.";
    CHOOSE_FIRST: "请先选一个。", "Choose one first.";
    WRITE_FIRST: "请先写上新的值。", "Write the new value first.";
    NOT_READ_YET: "新写的内容还没有认出来，请按提示改好。", "What you wrote could not be read yet; see the note below it.";
    SET_BY: "{who} {when} 定的", "set by {who} {when}";
    KEEP_BOTH: "都保留", "Keep both";
    BECAUSE_OF: "理由：{why}", "Reason: {why}";
    NO_REASON: "理由：没有写", "Reason: none given";
    NOT_NOW: "先不定", "Not now";
    PUT_OFF: "先放着，没有写入任何内容。", "Put off; nothing was written.";
    TO_AGENDA: "放进会议议程", "Put on the agenda";
    AGENDA_ALL: "都放进会议议程", "Put all on the agenda";
    ALL_ON_AGENDA: "都在议程里了", "All are on the agenda";
    AGENDA_TITLE: "定一下：{what}", "Decide: {what}";
    ON_AGENDA_OF: "已放进「{meeting}」的议程。", "Put on the agenda of \"{meeting}\".";
    ON_AGENDA_FREE:
        "已放进议程；还没有约会议，约好以后再放进去一次。",
        "Put on the agenda. No meeting is arranged yet; put it there again once one is.";
    IN_AGENDA_OF: "已在 {when} 的议程里", "On the agenda for {when}";
    IN_AGENDA: "已在议程里", "On the agenda";
    DECIDE_KEYS: "数字键选择，回车定下", "Number keys choose, Enter decides";
    PREVIOUS_ONE: "上一处", "Previous one";
    NEXT_ONE: "下一处", "Next one";
    BEHIND_IT: "后面还有 {n} 处", "{n} more after this one";
    WHOSE: "只看某人的", "Only one person's";
    OF_EVERYBODY: "大家的", "Everybody's";
    ONLY_OF: "只看{name}的", "Only {name}";
    OR_AGENDA: "不一定现在定，也可以放进会议议程", "not necessarily now: a meeting can decide, too";
    NOT_BOTH_HERE:
        "写的人不都在场？先放进议程，会上一起看。",
        "Is somebody who wrote this missing? Put it on the agenda and look at it together.";
    ALL_DECIDED: "都定好了，还没发给大家", "All decided, not sent to anybody yet";
    GO_SEND: "去发出", "Go and send it";
    DECIDE_NONE_HOW:
        "大家写的都一样，没有要定的。收到新文件以后，不一样的地方会列在这里。",
        "Everybody wrote the same, so there is nothing to decide. Where a new file differs, it is listed here.";
    KEEP_RECORD: "留着，不删除", "Keep it, do not delete";
    DELETE_RECORD: "删除", "Delete it";
    DELETED_BUT: "有人删除了它，删除的人没看到下面这些修改：", "Somebody deleted it without having seen these edits:";
    AGREED_BUT: "「{state}」的时候还没看到下面这些修改：", "When it became \"{state}\", these edits had not been seen:";
    STAND_BY: "维持「{state}」，修改也算数", "Keep \"{state}\" with these edits";
    BACK_TO_DRAFT: "退回「{state}」再看", "Back to \"{state}\"";

    ASKS_YOU: "{name}请您做 {n} 件事", "{name} asks {n} {n|thing|things} of you";
    BACK_BY: "{when} 前发回", "Send back by {when}";
    TODO_HOW:
        "都答完后点最下面的「完成并发回」，会存成一个文件，作为附件回复就行。",
        "When all is answered, \"Finish and send back\" at the bottom saves one file; attach it to your answer.";
    NOT_SAID_TODO:
        "说了您是哪一位，请您做的事就列在这里。不说也可以先看、先写：",
        "Say who you are, and what is asked of you stands here. Without that you may still look and write:";
    OFF_LIST_TODO:
        "您以「{name}」署名，不在名单里，所以没有专门请您做的事。您可以：",
        "You sign as \"{name}\", who is not on the list; so nothing is asked of you by name. You can:";
    LOOK_AT_GOAL: "看目标", "Look at the goal";
    LOOK_AT_PLAN: "看计划", "Look at the plan";
    FILE_AN_ISSUE: "提一个问题", "Raise an issue";
    CAN_EDIT:
        "在任何一张单子上直接写，或者在下面留一句话；写完点「完成并发回」，项目负责人收下时会看到您的名字",
        "Write into any form, or leave a word below; then \"Finish and send back\", and the project lead sees your name";
    I_AM_LISTED: "其实我在名单里", "I am on the list after all";
    WHO_IS_IT:
        "{name}不在名单里，却写了内容。是不是名单里的哪一位？",
        "{name} is not on the list and wrote something. Is it somebody on the list?";
    MAYBE: "也许是{name}？", "Perhaps {name}?";
    PUT_THEM_ON_LIST: "加到名单里", "Put them on the list";
    PUT_ON_LIST: "已加到名单里。", "Put on the list.";
    TODO_NONE: "没有等您处理的事。", "Nothing waits for you.";
    TODO_EMPTY: "没有等您处理的事。下一个到期：{item}（{date}）。", "Nothing waits for you. Next due: {item} ({date}).";
    DUE_ON: "{date} 到期", "due {date}";
    UNANSWERED: "未答", "Open";
    ANSWER_GIVEN: "已答", "Answered";
    CONFIRMED_DRAFT:
        "您确认的是第 {draft} 稿，之后目标改过 {n} 处。",
        "You confirmed version {draft}; the goal was changed in {n} {n|place|places} since.";
    OBJECTED_DRAFT:
        "您有异议的是第 {draft} 稿，之后目标改过 {n} 处，请再答一次。",
        "You objected to version {draft}; the goal was changed in {n} {n|place|places} since. Please answer again.";
    DRAFT_OBJECTED: "有异议的是第 {draft} 稿，之后改过 {n} 处", "objected to version {draft}, changed in {n} {n|place|places} since";
    OBJECTED_SINCE: "有异议之后改过 {n} 处", "changed in {n} {n|place|places} since your objection";
    DRAFT_CONFIRMED: "确认的是第 {draft} 稿，之后改过 {n} 处", "confirmed version {draft}, changed in {n} {n|place|places} since";
    DATES_MOVED:
        "您答复的是原来的日期，之后改过 {n} 处，请再答一次。",
        "You answered for the dates as they were; changed in {n} {n|place|places} since. Please answer again.";
    SHOW_CHANGES: "看看改了什么", "Show what changed";
    CONFIRMED_BEFORE: "确认之后改过 {n} 处", "changed in {n} {n|place|places} since";
    CONFIRM: "确认", "Confirm";
    OBJECT: "有异议", "Object";
    OBJECT_WHY: "哪里有异议？（大家都会看到）", "What do you object to? (Everyone will see it)";
    SEE_WHOLE: "看全文，或改一下", "See it all, or change it";
    DOES: "负责", "Responsible for";
    NO_DUTIES:
        "还没有写本部门负责什么，所以没有可以确认的。您可以自己写上再确认，也可以请项目负责人先写。",
        "What your department is responsible for is not written yet, so there is nothing to confirm. Write it yourself, then confirm; or ask the project lead to write it first.";
    WRITE_DUTIES: "自己写上", "Write it myself";
    ASK_FOR_DUTIES: "请负责人先写", "Ask the lead to write it";
    DUTIES_FIRST:
        "请先写上本部门负责什么，写好了再请我们确认。",
        "Please write first what our department is responsible for; then we can confirm it.";
    YOUR_OBJECTION: "您的异议：{text}", "Your objection: {text}";
    YOU_ASKED: "您写给负责人：{text}", "You wrote to the lead: {text}";
    OBJECTS_TO_GOAL: "{name}对目标有异议：{text}", "{name} objects to the goal: {text}";
    WANTS_DATES: "{name}说日期要调整，没有写改到哪天", "{name} says the dates need to change, but not to what";
    WANTS_DATES_WHY: "{name}说日期要调整：{why}", "{name} says the dates need to change: {why}";
    DATES_STAY: "日期不改", "Dates stay";
    GOAL_STAYS: "目标不改", "The goal stays";
    WORD_IF_ANY: "补一句（可空）", "A word (optional)";
    DATES_STAY_NOTED: "已答复：日期不改。", "Answered: the dates stay.";
    GOAL_STAYS_NOTED: "已答复：目标不改。", "Answered: the goal stays.";
    DATES_STAY_SAID: "{name}答复：日期不改", "{name} answers that the dates stay";
    DATES_STAY_WHY: "{name}答复：日期不改：{why}", "{name} answers that the dates stay: {why}";
    GOAL_STAYS_SAID: "您对目标的异议，{name}答复：目标不改", "On your objection to the goal {name} answers that it stays";
    GOAL_STAYS_WHY: "您对目标的异议，{name}答复：目标不改：{why}", "On your objection to the goal {name} answers that it stays: {why}";
    KEEP_TO_DATES: "就按这个日期", "Keep to these dates";
    SAID_ABOUT: "{name}（{what}）：{text}", "{name} ({what}): {text}";
    HANDLED: "已处理", "Dealt with";
    IS_HANDLED: "项目负责人已处理", "dealt with by the project lead";
    REMARKS: "留言", "Remarks";
    YOUR_SUGGESTIONS: "您提的建议，等人决定", "Your suggestions, waiting for a decision";
    OTHER_DATE: "改到 {date}", "to {date}";
    OTHER_DATE_WHY: "改到 {date}：{why}", "to {date}: {why}";
    DATE_OPEN: "没有写改到哪天", "no other date was given";
    DOES_NOT: "不负责", "Not responsible for";
    ALL_FINE: "都可以", "All fine";
    FINE: "可以", "Fine";
    ADJUST: "要调整", "Needs change";
    NEW_DUE: "改到", "New due date";
    REASON_SHORT: "理由", "Reason";
    WHAT: "事项", "What";
    MAKES: "输出成果", "Deliverable";
    ANSWER: "答复", "Answer";
    BACKUP_WHO: "您请假时谁代理？", "Who takes over when you are away?";
    BECOMES: "变成…", "Make it …";
    PASS_ON: "不归我管？转给别人", "Not yours? Pass it on";
    PASS_ON_WHO: "该问谁、问哪一件", "Whom to ask, and about what";
    PASS_ON_SAID: "这里请我做的不归我管，请转给{name}。", "What is asked of me here is somebody else's; please pass it on to {name}.";
    ANYTHING_ELSE: "还有什么要说的？", "Anything else to say?";
    NOTED: "已记下。", "Noted.";
    NOTED_BEFORE: "已记下：{text}", "Noted: {text}";
    AND_OBJECTIONS: "{n} 有异议", "{n} {n|objection|objections}";
    N_OF_M: "{n} / {m}", "{n} of {m}";
    ASKS_ITSELF: "项目负责人的部门", "The lead's own";
    CONFIRMATIONS: "部门确认", "Department confirmations";
    COMMENT_IF_ANY: "意见（可空）", "Comment (optional)";
}
