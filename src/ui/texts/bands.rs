//! The first band of the overview by the scenario of a project, and its lines of the next step (M19).

use crate::analysis::words::labels::catalogue;

catalogue! {
    BAND_COMMA: "，", ", ";
    NEXT_NAMED: "{when}", "{when}";
    BAND_RULE: "裁定 {n} 件", "Rule on {n}";
    NEXT_REMIND: "催没答复的 {n} 个部门", "Remind {n} {n|department that has|departments that have} not answered";
    BAND_ANSWER: "答复 {n} 条意见", "Answer {n} {n|opinion|opinions}";
    NEXT_SHOW: "公布意见的答复", "Show the answers to the opinions";

    SHARING: "共享的资源", "What is shared";
    THESE_DAYS: "这 7 天", "These 7 days";
    OVER_OF: "! {wanted}/{there}", "! {wanted} of {there}";
    OVER_SAID: "要 {wanted}，只有 {there}：{names}", "{wanted} wanted, {there} available: {names}";
    DUE_BACK: "今天要交还", "Due back today";
    BACK_LINE: "{what} {who}", "{what}, {who}";
    BACK_LATE: "逾 {n} 个工作日", "{n} working {n|day|days} late";
    NOTHING_SHARED: "台账里还没有资源，到「台账」里加。", "Nothing is in the ledger yet; add it under \"Ledger\".";
    WAITING_N: "待裁定 {n}", "To be ruled on: {n}";
    MEAN_DAYS: "平均裁定 {n} 个工作日", "Mean time to rule, in working days: {n}";
    UTILISED: "利用率 {n}%", "Utilisation {n}%";
    AIM_IS: "{said}（目标 {aim}）", "{said} (target {aim})";
    BAND_PERCENT: "{n}%", "{n}%";
    RETURNED_LATE: "逾期归还 {n}", "Returned late: {n}";

    OPINIONS_BAND: "意见和落地", "Opinions and rollout";
    OPINIONS_ARE: "意见 {n} 条：{parts}", "{n} {n|opinion|opinions}: {parts}";
    NO_OPINIONS: "还没有征求意见", "Nobody was asked for opinions yet";
    BAND_TO_ANSWER: "待答 {n}", "{n} to be answered";
    BAND_SILENT: "没有答复：{names}", "No answer: {names}";
    BAND_NOT_YET: "还没答复：{names}", "No answer yet: {names}";
    ROLLOUT: "落地率 {n}/{m}", "Rollout {n} of {m}";

    WHO_DOES: "谁在做什么：{names}", "Who does what: {names}";
    PASSED_ON: "转办 {n} 次", "passed on {n} {n|time|times}";
    MEETING_TODAY: "今天 {when} {name}", "today {when} {name}";
}
