//! The communication rules as they read.

use crate::analysis::words::labels::catalogue;

catalogue! {
    MEETINGS: "什么时候开会", "When we meet";
    CHANNELS: "平时怎么说", "How we talk";
    DECISIONS: "重要决策怎么确认", "How decisions are confirmed";
    ESCALATION: "拖过了找谁", "Whom to turn to when it drags on";
    AGREEMENTS: "约定", "Agreements";
    CONTACTS: "联系人", "Contacts";
    CONTACT: "联系方式", "Contact";
    PAPER_ROLE: "职责", "Role";
    PRINT_CONTACTS: "打印时带上联系方式", "Print how people are reached";
    READS: "读一遍约 1 分钟", "about one minute to read";
    CHANGE: "改", "Change";
    FOLD_UP: "收起", "Close";
    IS_FINAL: "已定稿，要改先点「修订」。", "Final. To change something, press \"Revise\" first.";

    EVERY_WEEK: "每{day} {time}", "every {day} {time}";
    EVERY_OTHER: "每两周{day} {time}", "every other {day} {time}";
    EVERY_DAY: "{from} 至 {to} 每日 {time}", "daily {time} from {from} to {to}";
    ON_DAY: "{day} {time}", "{day} {time}";
    ON_NEED: "需要时开", "when needed";
    NO_TIME: "还没有定时间", "no time yet";
    MINUTES: "{n} 分钟", "{n} {n|minute|minutes}";
    LED_BY: "{name}主持", "led by {name}";
    NOTES_BY: "{name}记录", "notes by {name}";
    MUST_COME: "必到 {n} 人", "{n} must come";
    MUST_COME_NOBODY: "必到的 {n} 个位置还没有人", "{n} {n|place|places} that must come, nobody yet";
    MUST_COME_OPEN: "另有 {n} 个位置还没有人", "{n} more {n|place|places} still open";
    SAVE_CALENDAR: "存日历文件", "Save calendar file";
    NEXT_ON: "下次 {day}", "next {day}";
    AGENDA: "议程：{list}", "Agenda: {list}";
    POINT: "{topic} {n}", "{topic} {n}";
    SAYS: "{what}：{said}", "{what}: {said}";
    NO_REGULAR: "还没有约例会。", "No regular meeting yet.";

    REPLY_IN: "{n} 小时内答复", "reply within {n} h";
    OFFICIAL: "正式", "official";
    NO_BASIS: "不作为依据", "not a basis";
    NOTHING_WRITTEN: "还没有写。", "Nothing written yet.";
    CLAUSE_SEPARATOR: "，", ", ";

    CONFIRMED_IN: "在{where}确认。", "Confirmed in: {where}.";
    READ_AND_REPLY: "{read} 小时内已读，{reply} 小时内反馈。", "Read within {read} h, replied to within {reply} h.";
    SILENCE_UP: "到期没有反馈：上报。聊天里的「收到」不算。", "No reply in time: it is escalated. \"Got it\" in a chat does not count.";
    SILENCE_YES: "到期没有反馈：视为同意。聊天里的「收到」不算。", "No reply in time counts as agreed. \"Got it\" in a chat does not count.";

    AT_DUE: "到时限当时", "When it is due";
    NO_DELAY_YET: "多久还没有定", "Delay not set yet";
    AFTER_HOURS: "超过 {n} 小时", "After {n} h";
    GOES_TO: "{when}：{names}", "{when}: {names}";
    NOT_NAMED_YET: "{role}（还没有指定）", "{role} (nobody named yet)";

    TYPE_RULE: "打字加一条约定，回车", "Type an agreement, Enter";
    TELLS_N: "更多：谁告诉谁什么（{n} 条）", "More: who tells whom what ({n})";
    USE_PRESET: "用预设的：每周五 10:00", "Use the preset: Fridays 10:00";
    WEEKLY: "周例会", "Weekly meeting";
}
