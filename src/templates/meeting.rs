//! A meeting of the communication rules (T06 a): a series on a weekday, or once on a day.

use super::{agenda_item, block, department, member, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Gate, Key, Label, Rule, Template, Who, Words, Writers,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub const KIND: &str = "meeting";

/// What it is called.
pub const NAME: Key<String> = Key::new("meeting_name");
/// What sort of meeting.
pub const KIND_OF: Key<String> = Key::new("kind_of");
/// 1 (Monday) to 7, where it recurs.
pub const WEEKDAY: Key<i64> = Key::new("weekday");
/// `10:00`
pub const TIME: Key<String> = Key::new("time");
/// Its day, or the first day of its series.
pub const FIRST_DATE: Key<NaiveDate> = Key::new("first_date");
/// The last day of its series.
pub const LAST_DATE: Key<NaiveDate> = Key::new("last_date");
/// Minutes.
pub const DURATION_MIN: Key<i64> = Key::new("duration_min");
/// Who leads it.
pub const HOST: Key<RecordId> = Key::new("host");
/// Who writes the minutes.
pub const MINUTE_TAKER: Key<RecordId> = Key::new("minute_taker");
/// Who must come.
pub const REQUIRED: Key<bool> = Key::new("required");
/// Who may come.
pub const OPTIONAL: Key<bool> = Key::new("optional");
/// Working days of notice; unset means 2.
pub const NOTICE_DAYS: Key<i64> = Key::new("notice_days");
/// Where it is held.
pub const PLACE: Key<String> = Key::new("channel");

/// 周例会
pub const WEEKLY: Choice = Choice::new("weekly", "周例会", "Weekly");
/// 双周例会
pub const BIWEEKLY: Choice = Choice::new("biweekly", "双周例会", "Biweekly");
/// 每日站会
pub const STANDUP: Choice = Choice::new("standup", "每日站会", "Daily stand-up");
/// 启动会
pub const KICKOFF: Choice = Choice::new("kickoff", "启动会", "Kick-off");
/// 评审会
pub const GATE: Choice = Choice::new("gate", "评审会", "Gate review");
/// 总结会
pub const WRAPUP: Choice = Choice::new("wrapup", "总结会", "Wrap-up");
/// 专题会
pub const TOPIC: Choice = Choice::new("topic", "专题会", "Topic meeting");

/// Monday to Sunday, by number.
pub const WEEKDAYS: &[Choice] = &[
    Choice::new("1", "周一", "Mon"),
    Choice::new("2", "周二", "Tue"),
    Choice::new("3", "周三", "Wed"),
    Choice::new("4", "周四", "Thu"),
    Choice::new("5", "周五", "Fri"),
    Choice::new("6", "周六", "Sat"),
    Choice::new("7", "周日", "Sun"),
];
const PLACES: &[Choice] = &[
    Choice::new("onsite", "现场", "On site"),
    Choice::new("online", "线上", "Online"),
    Choice::new("hybrid", "混合", "Hybrid"),
];

/// A regular meeting is at most so long (COM-01, W-05), minutes.
pub const LONGEST_REGULAR_MIN: i64 = 60;
/// A stand-up is at most so long (COM-03), minutes.
pub const LONGEST_STANDUP_MIN: i64 = 15;

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("会议名称", "Meeting"), 40).needed(&[Gate::Final]),
    Field::choice(
        KIND_OF,
        Label::new("类型", "Kind"),
        &[WEEKLY, BIWEEKLY, STANDUP, KICKOFF, GATE, WRAPUP, TOPIC],
    )
    .needed(&[Gate::Final]),
    Field::scale(WEEKDAY, Label::new("星期", "Weekday"), WEEKDAYS).width(6),
    Field::text(TIME, Label::new("时间", "Time"), 5)
        .help("例如 10:00。", "For example 10:00.")
        .width(6),
    Field::date(FIRST_DATE, Label::new("日期或首次", "Day or first day")),
    Field::date(LAST_DATE, Label::new("最后一次", "Last day"))
        .ends(FIRST_DATE.name)
        .more(),
    Field::int(
        DURATION_MIN,
        Label::new("时长（分钟）", "Duration (min)"),
        1,
        600,
    )
    .needed(&[Gate::Final]),
    Field::reference(HOST, Label::new("主持人", "Host"), &[member::KIND]).doer(),
    Field::reference(
        MINUTE_TAKER,
        Label::new("记录人", "Minute taker"),
        &[member::KIND],
    )
    .doer(),
    Field::set(REQUIRED, Label::new("必到", "Required"), &[member::KIND]),
    Field::set(OPTIONAL, Label::new("可选", "Optional"), &[member::KIND]).more(),
    Field::int(
        NOTICE_DAYS,
        Label::new("提前通知（工作日）", "Notice (working days)"),
        0,
        5,
    )
    .more(),
    Field::choice(PLACE, Label::new("方式", "Held"), PLACES),
];

/// 会议: held once or again and again.
pub static MEETING: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::Coordinator])],
    columns: &[
        NAME.name,
        KIND_OF.name,
        WEEKDAY.name,
        TIME.name,
        FIRST_DATE.name,
        DURATION_MIN.name,
        HOST.name,
        MINUTE_TAKER.name,
    ],
    rows: &[&agenda_item::AGENDA_ITEM],
    words: Words {
        list: Label::new("会议", "Meetings"),
        purpose: Label::new(
            "例会：什么时候、谁参加、议什么。",
            "Regular meetings: when, with whom, about what.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("定期沟通", "Meetings"),
        Label::new("会议", "Meeting"),
        NAME.name,
        FIELDS,
    )
};

/// Whether it is held every week or every other week.
pub fn is_regular(form: &Form<'_>) -> bool {
    [Some(WEEKLY.key), Some(BIWEEKLY.key)].contains(&form.get(KIND_OF).as_deref())
}

/// Who must come: the people, and how many places of the list that nobody has yet.
pub fn must_come(row: &Form<'_>) -> (Vec<RecordId>, usize) {
    let known = |(rest, _): (String, _)| format!("{}/{rest}", member::KIND).parse::<RecordId>();
    let all = row.elements_in_order(REQUIRED.name).into_iter().map(known);
    let here = all.flatten().filter(|one| row.log().is_visible(one));
    let (people, open): (Vec<_>, Vec<_>) =
        here.partition(|one| row.other(one.clone()).has(member::PERSON.name));
    (people, open.len())
}

/// Whether it is held on a weekday again and again: a regular meeting, or a stand-up that is not daily.
pub fn repeats_weekly(form: &Form<'_>) -> bool {
    let is_standup = form.get(KIND_OF).as_deref() == Some(STANDUP.key);
    is_regular(form) || (is_standup && form.has(WEEKDAY.name))
}

fn longer_than(form: &Form<'_>, most: i64) -> Vec<Finding> {
    let minutes = form.get(DURATION_MIN).unwrap_or_default();
    Finding::at(DURATION_MIN.name)
        .with("n", Arg::Number(minutes))
        .when(minutes > most)
}

fn agenda_too_long(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let agenda = form.rows(agenda_item::AGENDA_ITEM.kind);
    let needed = agenda
        .iter()
        .filter_map(|item| item.get(agenda_item::MINUTES))
        .fold(0, i64::saturating_add);
    let Some(lasts) = form.get(DURATION_MIN) else {
        return Vec::new();
    };
    Finding::at(agenda_item::KIND)
        .with("a", Arg::Number(needed))
        .with("d", Arg::Number(lasts))
        .when(needed > lasts)
}

fn representative_not_required(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    if !is_regular(form) {
        return Vec::new();
    }
    let required: BTreeSet<String> = form
        .elements(REQUIRED.name)
        .into_iter()
        .map(|(element, _)| element)
        .collect();
    let mut out = Vec::new();
    for department in department::taking_part(form) {
        for rep in member::reps_of(form, department.record(), now.date_naive()) {
            let comes = rep.record().rest().is_some_and(|id| required.contains(id));
            let finding = Finding::at(REQUIRED.name)
                .with("dept", Arg::Record(department.record().clone()))
                .with("name", Arg::Record(rep.record().clone()));
            out.extend(finding.when(!comes));
        }
    }
    out
}

pub static RULES: &[Rule] = &[
    block(
        "COM-01",
        Gate::Final,
        Label::new(
            "例会请控制在 60 分钟以内，现在是 {n} 分钟。超长议题请另开专题会。",
            "Regular meetings must be 60 minutes or less; this is {n}. Use a topic meeting for long items.",
        ),
        |form, _| {
            if is_regular(form) {
                longer_than(form, LONGEST_REGULAR_MIN)
            } else {
                Vec::new()
            }
        },
    ),
    warn(
        "COM-02",
        Label::new(
            "议程共 {a} 分钟，超过会议时长 {d} 分钟。",
            "The agenda needs {a} {a|minute|minutes} but the meeting lasts {d}.",
        ),
        agenda_too_long,
    ),
    warn(
        "COM-03",
        Label::new(
            "站会建议不超过 15 分钟，现在是 {n} 分钟。",
            "Keep stand-ups to 15 minutes; this is {n}.",
        ),
        |form, _| {
            if form.get(KIND_OF).as_deref() == Some(STANDUP.key) {
                longer_than(form, LONGEST_STANDUP_MIN)
            } else {
                Vec::new()
            }
        },
    ),
    warn(
        "COM-06",
        Label::new(
            "{dept}的部门代表{name}不在必到名单里。",
            "{name} ({dept}) is not a required attendee.",
        ),
        representative_not_required,
    ),
];
