//! Why a project is not fine, a reason a line.

use super::super::texts;
use crate::analysis::standing::health::Cause;
use crate::analysis::words::names::record_name;
use crate::model::template::Lang;
use crate::model::{Log, RecordId};

/// T-11 合规与认证检测：逾期 1 个工作日
pub fn cause_said(log: &Log, cause: &Cause, lang: Lang) -> String {
    let n = |label, n: i64| texts::fill(label, lang, &[("n", &n.to_string())]);
    let of = |record: &RecordId, said: String| {
        let name = record_name(log, record, lang);
        let places = [("name", &*name), ("said", &*said)];
        texts::fill(texts::progress::TOLD_LINE, lang, &places)
    };
    match cause {
        Cause::Task(task, days) => of(task, n(texts::standing::LATE_DAYS, *days)),
        Cause::Issue(issue, hours) => of(issue, n(texts::standing::OVERTIME_HOURS, *hours)),
        Cause::Milestone(one, days) => of(one, n(texts::standing::EXPECTED_LATER, *days)),
        Cause::Behind(percent) => n(texts::standing::BEHIND_SHORT, *percent),
        Cause::Request(one, days) => of(one, n(texts::standing::NEEDED_SOON, *days)),
        Cause::Decision(one) => of(one, texts::standing::REPLY_OVERDUE.text(lang).to_owned()),
        Cause::Risk(risk) => of(risk, texts::standing::NO_RESPONSE.text(lang).to_owned()),
    }
}
