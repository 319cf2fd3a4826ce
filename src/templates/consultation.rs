//! A draft that departments are asked about (A-O1): what they say to it clause by clause, and what becomes of each
//! line. A department that says nothing is listed; its silence is never consent.

mod rules;
mod states;

pub use rules::RULES;
pub use states::{ANSWERED, CLOSED, DRAFT, OPEN};

use super::{member, opinion, status, status_of};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Field, First, Form, Gate, Key, Label, STATUS, Section, StakeKind, Tab, Template, Who, Words,
    Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "consultation";

/// The text that is asked about.
pub const TITLE: Key<String> = Key::new("title");
/// How whoever wrote it counts it: 0.9.
pub const DRAFT_VERSION: Key<String> = Key::new("draft_version");
/// The first time it is asked about, the second …
pub const ROUND: Key<i64> = Key::new("round");
/// Where the draft lies.
pub const WHERE: Key<String> = Key::new("where");
/// Its clauses, one a line.
pub const CLAUSES: Key<String> = Key::new("clauses");
/// Until which day opinions are asked for.
pub const DUE: Key<NaiveDate> = Key::new("due");
/// Who answers the opinions.
pub const ANSWERER: Key<RecordId> = Key::new("answerer");
/// When it was sent out to be asked about.
pub const ASKED_AT: Key<Moment> = Key::new("asked_at");
/// When the answers were shown; it covers the opinions that were there.
pub const ANSWERED_AT: Key<Moment> = Key::new("answered_at");
/// Calculated: how many departments have said something, of how many.
pub const REPLIED: Key<String> = Key::new("replied");

const FIELDS: &[Field] = &[
    status(states::CHOICES).width(10),
    Field::text(TITLE, Label::new("征求什么", "About"), 200)
        .needed(&[Gate::Publish])
        .wide()
        .width(28),
    Field::text(DRAFT_VERSION, Label::new("征求稿版本", "Draft"), 60)
        .needed(&[Gate::Publish])
        .width(10),
    Field::int(ROUND, Label::new("轮次", "Round"), 1, 20)
        .help("不写就是第 1 轮。", "Left empty, it is the first round."),
    Field::text(WHERE, Label::new("文件在哪", "Where it lies"), 300)
        .needed(&[Gate::Publish])
        .wide()
        .width(24),
    Field::long_text(CLAUSES, Label::new("条款", "Clauses")).help(
        "一行一条，可以整段粘贴；各部门按条提意见。",
        "One a line, pasted as a whole; the departments speak to each.",
    ),
    Field::date(DUE, Label::new("征集截止", "Due"))
        .needed(&[Gate::Publish])
        .promised_day(),
    Field::reference(ANSWERER, Label::new("谁答复", "Answers"), &[member::KIND])
        .needed(&[Gate::Publish])
        .stake(StakeKind::Role)
        .first(First::Me)
        .doer(),
    Field::text(REPLIED, Label::new("回了", "Replied"), 20)
        .filled()
        .width(6),
    Field::date_time(ASKED_AT, Label::new("征求时间", "Asked at"))
        .latest()
        .filled(),
    Field::date_time(ANSWERED_AT, Label::new("公布时间", "Answers shown at"))
        .latest()
        .filled(),
];

const BY_ANSWERER: Who = Who::Person(ANSWERER.name);

/// 意见征集: what the departments say to a draft.
pub static CONSULTATION: Template = Template {
    writers: &[Writers::of_all(&[BY_ANSWERER, Who::Coordinator])],
    sections: &[
        Section {
            label: Label::new("征求意见", "Ask for opinions"),
            fields: &[
                TITLE.name,
                DRAFT_VERSION.name,
                ROUND.name,
                WHERE.name,
                CLAUSES.name,
                DUE.name,
                ANSWERER.name,
            ],
        },
        Section {
            label: Label::new("意见", "Opinions"),
            fields: &[REPLIED.name, ASKED_AT.name, ANSWERED_AT.name, opinion::KIND],
        },
    ],
    columns: &[
        TITLE.name,
        STATUS,
        REPLIED.name,
        DRAFT_VERSION.name,
        ROUND.name,
        DUE.name,
        ANSWERER.name,
    ],
    rows: &[&opinion::OPINION],
    states: Some(&states::STATES),
    tells: &[Who::Reps],
    copied: false,
    is_open,
    place: Some(Tab::later(4)),
    words: Words {
        list: Label::new("意见", "Opinions"),
        purpose: Label::new(
            "新办法先问各部门：提意见、逐条答复、汇总打印；没有答复不算同意。",
            "Ask the departments about a new rule, answer each line, print the summary; no answer is not consent.",
        ),
        add: Label::new("征求意见", "Ask for opinions"),
        empty: Label::new("还没有征求过意见。", "No consultation yet."),
    },
    ..Template::plain(
        KIND,
        Label::new("征求意见表", "Consultation sheet"),
        Label::new("意见征集", "Consultation"),
        TITLE.name,
        FIELDS,
    )
};

/// Whether its answers have not been shown yet.
pub fn is_open(form: &Form<'_>) -> bool {
    status_of(form) != ANSWERED.key
}

/// Whether the departments are being asked.
pub fn is_asking(form: &Form<'_>) -> bool {
    status_of(form) == OPEN.key
}

/// Whether it was sent out, whatever became of it since.
pub fn is_begun(form: &Form<'_>) -> bool {
    status_of(form) != DRAFT.key
}

/// Where nothing is written, the first.
pub fn round_of(form: &Form<'_>) -> i64 {
    form.get(ROUND).unwrap_or(1)
}

/// Its clauses, in the order of the text.
pub fn clauses(form: &Form<'_>) -> Vec<String> {
    let text = form.get(CLAUSES).unwrap_or_default();
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
