//! Settings of the project: its status (§4.8) and how deadlines are counted. The checks of the whole plan hang here.

use super::{block, state, status, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Gate, Key, Label, Rule, STATUS, Section, StateMachine,
    Template, Tone, Transition, Who, Writers,
};
use crate::templates::alike::plain_text;
use crate::templates::within::Texts;
use crate::templates::{
    calendar_day, charter, deliverable, department, dependency, member, status_of, task,
};
use std::collections::{BTreeMap, BTreeSet};

pub const KIND: &str = "settings";

/// Whether deadlines stand still on rest days; unset means yes (W-40).
pub const SKIP_REST_DAYS: Key<bool> = Key::new("skip_rest_days");
/// Whether the public holidays known here rest; unset means yes.
pub const PUBLIC_HOLIDAYS: Key<bool> = Key::new("public_holidays");

/// When the project last entered its closing.
pub const CLOSING_AT: Key<Moment> = Key::new("closing_at");
/// Working days by which a representative moves a date without a change request.
pub const REP_DAYS: Key<i64> = Key::new("change_rep_days");
/// Working days up to which the project lead approves a change.
pub const LEAD_DAYS: Key<i64> = Key::new("change_lead_days");

/// Of the budget, so many per cent that a change costs are the sponsor's.
pub const BUDGET_PERCENT: Key<i64> = Key::new("change_budget_percent");

/// 筹备
pub const PREPARING: Choice = Choice::new("preparing", "筹备", "Preparing");
/// 规划
pub const PLANNING: Choice = Choice::new("planning", "规划", "Planning");
/// 执行
pub const RUNNING: Choice = Choice::new("running", "执行", "Running");
/// 观察期
pub const OBSERVING: Choice = Choice::new("observing", "观察期", "Observing");
/// 总结
pub const CLOSING: Choice = Choice::new("closing", "总结", "Closing");
/// 已关闭
pub const CLOSED: Choice = Choice::new("closed", "已关闭", "Closed");
/// 暂停
pub const PAUSED: Choice = Choice::new("paused", "暂停", "Paused");
/// 终止
pub const STOPPED: Choice = Choice::new("stopped", "终止", "Stopped");

// Steps that pages offer in a place of their own.
/// Into the time in which results are still coming in.
pub const OBSERVE: &str = "observe";
/// Into the closing.
pub const WRAP_UP: &str = "wrap_up";
pub const CLOSE: &str = "close";
pub const REOPEN: &str = "reopen";

const CHOICES: &[Choice] = &[
    PREPARING, PLANNING, RUNNING, OBSERVING, CLOSING, CLOSED, PAUSED, STOPPED,
];

const FIELDS: &[Field] = &[
    status(CHOICES),
    Field::bool(
        SKIP_REST_DAYS,
        Label::new("时限跳过休息日", "Deadlines skip days off"),
    )
    .help(
        "时限只在工作日里走，周末和法定假日不算。",
        "Deadlines run on working days only; weekends and public holidays do not count.",
    )
    .assumed(),
    Field::bool(
        PUBLIC_HOLIDAYS,
        Label::new("法定假日休息", "Public holidays are days off"),
    )
    .help(
        "已有 2026 年的安排。别的年份、公司自己的日子写在下面，写了的以下面为准。",
        "Those of 2026 are known. Write other years and your own days below; what is written there counts.",
    )
    .assumed(),
    Field::date_time(CLOSING_AT, Label::new("进入总结", "Closing since"))
        .latest()
        .filled(),
    Field::int(
        REP_DAYS,
        Label::new("代表可以自己改期几天", "Days a representative may move a date"),
        0,
        60,
    )
    .help(
        "不写就是 2 个工作日；超过的记成变更。",
        "Left empty, 2 working days; beyond that it is a change request.",
    ),
    Field::int(
        LEAD_DAYS,
        Label::new("负责人可以批几天", "Days the project lead may approve"),
        0,
        60,
    )
    .help(
        "不写就是 5 个工作日；再多，或者动里程碑，由发起人批。",
        "Left empty, 5 working days; beyond that, or where a milestone moves, the sponsor approves.",
    ),
    Field::int(
        BUDGET_PERCENT,
        Label::new("费用超过预算百分之几由发起人批", "Per cent of the budget above which the sponsor approves"),
        0,
        100,
    )
    .help(
        "不写就是 5%；目标说明书写了预算上限才算。",
        "Left empty, 5%; counted where the goal charter has a budget ceiling.",
    ),
];

static STATES: StateMachine = StateMachine {
    states: &[
        state(PREPARING, Tone::Neutral),
        state(PLANNING, Tone::Neutral),
        state(RUNNING, Tone::Info),
        state(OBSERVING, Tone::Info),
        state(CLOSING, Tone::Info),
        state(CLOSED, Tone::Ok),
        state(PAUSED, Tone::Warn),
        state(STOPPED, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            "plan",
            "进入规划",
            "Begin planning",
            &[PREPARING.key],
            PLANNING.key,
            &[Who::Lead],
        ),
        Transition::new(
            "start",
            "开工",
            "Start",
            &[PREPARING.key, PLANNING.key],
            RUNNING.key,
            &[Who::Lead],
        )
        .gate(Gate::Start),
        Transition::new(
            OBSERVE,
            "进入观察期",
            "Begin observing",
            &[RUNNING.key],
            OBSERVING.key,
            &[Who::Lead],
        ),
        Transition::new(
            WRAP_UP,
            "进入总结",
            "Begin closing",
            &[RUNNING.key, OBSERVING.key],
            CLOSING.key,
            &[Who::Lead],
        )
        .stamps(&[CLOSING_AT.name]),
        Transition::new(
            CLOSE,
            "关闭",
            "Close",
            &[CLOSING.key],
            CLOSED.key,
            &[Who::Lead],
        )
        .gate(Gate::Close),
        Transition::new(
            REOPEN,
            "重新打开",
            "Reopen",
            &[CLOSED.key],
            CLOSING.key,
            &[Who::Lead],
        )
        .aside(),
        Transition::new(
            "pause",
            "暂停",
            "Pause",
            &[PLANNING.key, RUNNING.key],
            PAUSED.key,
            &[Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "resume",
            "恢复",
            "Resume",
            &[PAUSED.key],
            RUNNING.key,
            &[Who::Lead],
        ),
        Transition::new(
            "stop",
            "终止",
            "Stop",
            &[PREPARING.key, PLANNING.key, RUNNING.key, PAUSED.key],
            STOPPED.key,
            &[Who::Lead],
        )
        .aside()
        .gate(Gate::Stop)
        .reason(),
    ],
};

/// The settings of a project.
pub static SETTINGS: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead])],
    once: true,
    sections: &[
        Section {
            label: Label::new("工作日历", "Working days"),
            fields: &[
                PUBLIC_HOLIDAYS.name,
                calendar_day::KIND,
                SKIP_REST_DAYS.name,
                CLOSING_AT.name,
            ],
        },
        Section {
            label: Label::new("变更谁批", "Who approves changes"),
            fields: &[REP_DAYS.name, LEAD_DAYS.name, BUDGET_PERCENT.name],
        },
    ],
    rows: &[&calendar_day::CALENDAR_DAY],
    states: Some(&STATES),
    tells: &[Who::Reps],
    ..Template::plain(
        KIND,
        Label::new("项目设置", "Project settings"),
        Label::new("项目设置", "Project settings"),
        STATUS,
        FIELDS,
    )
};

/// Whether the project looks back: in its closing, or closed.
pub fn is_closing(form: &Form<'_>) -> bool {
    let status = status_of(&form.other(record()));
    [CLOSING.key, CLOSED.key].contains(&status.as_str())
}

/// Whether the project is closed: it is read, and nobody writes in it.
pub fn is_closed(form: &Form<'_>) -> bool {
    status_of(&form.other(record())) == CLOSED.key
}

/// Whether nothing of the project goes on: it is closed, or was stopped.
pub fn is_over(form: &Form<'_>) -> bool {
    let status = status_of(&form.other(record()));
    [CLOSED.key, STOPPED.key].contains(&status.as_str())
}

/// The one record of the settings.
pub fn record() -> RecordId {
    RecordId::of(SETTINGS.kind)
}

fn tasks_incomplete(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let lacks = |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        task::lacks_something(&form).then(|| record.clone())
    };
    let lacking = form.log().each_row(task::KIND, "lacking", (), lacks);
    let count = i64::try_from(lacking.len()).unwrap_or(i64::MAX);
    lacking
        .first()
        .map(|first| {
            Finding {
                record: Some((**first).clone()),
                ..Finding::at(task::OWNER.name)
            }
            .with("n", Arg::Number(count))
        })
        .into_iter()
        .collect()
}

fn department_without_task(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(owners) = task::all_people(form.log()) else {
        return Vec::new();
    };
    let busy: BTreeSet<RecordId> = gather(
        owners
            .into_iter()
            .filter_map(|owner| form.other(owner).get(member::DEPARTMENT)),
    );
    let idle = department::taking_part(form)
        .into_iter()
        .filter(|department| !busy.contains(department.record()));
    idle.map(|department| {
        at_record(&department, department::NAME.name)
            .with("dept", Arg::Record(department.record().clone()))
    })
    .collect()
}

fn at_record(form: &Form<'_>, field: &'static str) -> Finding {
    Finding {
        record: Some(form.record().clone()),
        ..Finding::at(field)
    }
}

/// A task produces a deliverable when its title or output names it, or the other way round.
fn deliverable_without_task(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let rows = form.other(charter::record()).rows(deliverable::KIND);
    let rows = rows.into_iter();
    let named: Vec<(String, Form<'_>)> = rows
        .filter_map(|row| Some((row.get(deliverable::NAME)?, row)))
        .collect();
    if named.is_empty() {
        return Vec::new();
    }
    let told = |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let plain = |key| form.get(key).map(|text: String| plain_text(&text));
        let counts = status_of(&form) != task::CANCELLED.key;
        counts.then(|| [plain(task::TITLE), plain(task::DELIVERABLE)])
    };
    let tasks = form.log().each_row(task::KIND, "told", (), told);
    if tasks.is_empty() {
        return Vec::new();
    }
    let texts = tasks.iter().flat_map(|task| task.iter().flatten());
    let texts: BTreeSet<&str> = gather(texts.map(String::as_str));
    let names: Vec<String> = named.iter().map(|(name, _)| plain_text(name)).collect();
    let wanted: BTreeSet<&str> = gather(names.iter().map(String::as_str));
    let wanted = Texts::of(&wanted);
    let met = wanted.met_in(&texts);
    let texts = Texts::of(&texts);
    let is_met = |name: &str| met.contains(name) || texts.any_in(name);
    named
        .into_iter()
        .filter(|(name, _)| !is_met(&plain_text(name)))
        .map(|(name, row)| at_record(&row, deliverable::NAME.name).with("d", Arg::Text(name)))
        .collect()
}

/// TASK-05: one finding per ring of tasks, at the task of it with the smallest id.
fn tasks_wait_for_each_other(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let mut waits_for: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for row in form.all(dependency::KIND) {
        if let (Some(task), Some(before)) = (row.parent(), row.get(dependency::PREDECESSOR)) {
            waits_for
                .entry(task.record().clone())
                .or_default()
                .push(before);
        }
    }
    rings(&waits_for)
        .into_iter()
        .map(|ring| {
            let finding = Finding {
                record: ring.first().cloned(),
                ..Finding::at(dependency::KIND)
            };
            let shown = ring.iter().take(RING).chain(ring.first());
            finding.with("ring", Arg::Chain(shown.cloned().collect()))
        })
        .collect()
}

/// So many tasks of a ring are named.
const RING: usize = 12;

/// The rings of waiting: each task of one waits for the next, the last for the first. Each way is walked once.
fn rings(waits_for: &BTreeMap<RecordId, Vec<RecordId>>) -> Vec<Vec<RecordId>> {
    let mut done: BTreeSet<&RecordId> = BTreeSet::new();
    let mut found = Vec::new();
    for start in waits_for.keys() {
        let mut path: Vec<(&RecordId, usize)> = vec![(start, 0)];
        let mut on_path: BTreeSet<&RecordId> = BTreeSet::from([start]);
        while let Some((task, next)) = path.last_mut() {
            let following = waits_for.get(*task).and_then(|list| list.get(*next));
            *next += 1;
            match following {
                _ if done.contains(*task) => leave(&mut path, &mut on_path, &mut done),
                None => leave(&mut path, &mut on_path, &mut done),
                Some(before) if on_path.contains(before) => {
                    let ring = path.iter().skip_while(|(task, _)| *task != before);
                    found.push(ring.map(|(task, _)| (*task).clone()).collect());
                }
                Some(before) if !done.contains(before) => {
                    on_path.insert(before);
                    path.push((before, 0));
                }
                Some(_) => {}
            }
        }
    }
    found
}

fn leave<'a>(
    path: &mut Vec<(&'a RecordId, usize)>,
    on_path: &mut BTreeSet<&'a RecordId>,
    done: &mut BTreeSet<&'a RecordId>,
) {
    if let Some((task, _)) = path.pop() {
        on_path.remove(task);
        done.insert(task);
    }
}

/// Once departments are named, one of them leads.
fn leading_departments(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let all = form.all(department::DEPARTMENT.kind);
    let leads = |one: &&Form<'_>| {
        one.get(department::PARTICIPATION).as_deref() == Some(department::LEAD.key)
    };
    let count = all.iter().filter(leads).count();
    let place = all.iter().filter(leads).nth(1).or(all.first());
    let found = place.map(|place| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        at_record(place, department::PARTICIPATION.name).with("n", Arg::Number(count))
    });
    found.filter(|_| count != 1).into_iter().collect()
}

/// The rule that speaks of all incomplete tasks in one sentence.
pub const TASKS_INCOMPLETE: &str = "PLAN-01";

pub static RULES: &[Rule] = &[
    warn(
        "DEP-05",
        Label::new(
            "牵头部门必须且只能有一个，目前 {n} 个。",
            "There must be exactly one lead department; there {n|is|are} {n}.",
        ),
        leading_departments,
    ),
    block(
        TASKS_INCOMPLETE,
        Gate::Start,
        Label::new(
            "还有 {n} 个任务缺责任人、日期或输出成果。",
            "{n} {n|task lacks|tasks lack} owner, date or deliverable.",
        ),
        tasks_incomplete,
    ),
    warn(
        "PLAN-02",
        Label::new(
            "{dept}在计划中没有任务。",
            "{dept} has no task in the plan.",
        ),
        department_without_task,
    ),
    warn(
        "PLAN-03",
        Label::new(
            "交付物「{d}」没有对应任务。",
            "No task produces deliverable \"{d}\".",
        ),
        deliverable_without_task,
    ),
    block(
        "TASK-05",
        Gate::Start,
        Label::new(
            "任务互相等待：{ring}。请去掉其中一个依赖。",
            "Tasks wait for each other: {ring}. Remove one link.",
        ),
        tasks_wait_for_each_other,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(links: &[(&str, &str)]) -> BTreeMap<RecordId, Vec<RecordId>> {
        let mut out: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for (task, before) in links {
            out.entry(RecordId::of(&format!("task/{task}")))
                .or_default()
                .push(RecordId::of(&format!("task/{before}")));
        }
        out
    }

    #[test]
    fn a_ring_is_found_once_and_a_diamond_is_none() {
        let named = |links: &[(&str, &str)]| -> Vec<String> {
            let name = |ring: Vec<RecordId>| {
                let names = ring.iter().filter_map(RecordId::rest);
                names.collect::<Vec<_>>().join(" ")
            };
            rings(&graph(links)).into_iter().map(name).collect()
        };
        assert_eq!(named(&[("a", "b"), ("b", "c"), ("c", "a")]), ["a b c"]);
        assert_eq!(named(&[("x", "a"), ("a", "b"), ("b", "a")]), ["a b"]);
        assert_eq!(named(&[("a", "a")]), ["a"]);
        assert_eq!(
            rings(&graph(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])).len(),
            0
        );
    }
}
