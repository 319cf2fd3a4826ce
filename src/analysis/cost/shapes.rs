//! Projects with many rows of one sort, for counting what looking at them costs.

use super::now;
use crate::model::change::{Cell, Change, Content};
use crate::model::id::{ChangeId, FieldKey, RecordId, Replica};
use crate::model::log::Log;
use crate::model::value::Value;
use crate::templates::SCHEMA;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Rows of a project, written one after the other.
#[derive(Default)]
pub(super) struct Rows(Vec<Change>);

impl Rows {
    /// A project that runs, with some departments and people.
    pub(super) fn begun() -> Self {
        let mut rows = Self::default();
        rows.add("settings", "status=running");
        rows.add(
            "charter",
            "planned_start=2026-03-02; planned_end=2026-09-30",
        );
        for number in 0..3 {
            rows.add(
                &format!("department/D{number}"),
                "department=市场部; participation=support",
            );
            rows.add(
                &format!("member/P{number}"),
                &format!("person=陈专员; department=department/D{number}; project_role=rep"),
            );
        }
        rows
    }

    fn add(&mut self, record: &str, fields: &str) {
        let seq = u64::try_from(self.0.len()).expect("few") + 1;
        let cells: BTreeMap<&str, &str> = fields
            .split("; ")
            .filter_map(|field| field.split_once('='))
            .collect();
        let cell = |(key, text): (&str, &str)| Cell {
            key: FieldKey::of(key),
            value: match text {
                "true" => Value::Bool(true),
                _ => text.parse().map_or_else(|_| Value::text(text), Value::int),
            },
            names: Box::default(),
        };
        self.0.push(Change::new(Content {
            id: ChangeId {
                replica: Replica::from_bytes([0; 10]),
                seq,
            },
            lamport: seq,
            time: 0,
            author: None,
            on_behalf_of: None,
            note: None,
            record: RecordId::of(record),
            cells: cells.into_iter().map(cell).collect(),
            unknown: BTreeMap::new(),
        }));
    }

    pub(super) fn log(&self) -> Log {
        Log::of(&SCHEMA, 7, self.0.iter().cloned())
    }
}

fn day(number: usize) -> NaiveDate {
    now().date_naive() + Days::new(number as u64)
}

/// One more row of a shape, and what goes with it.
pub(super) type Shape = (&'static str, fn(&mut Rows, usize));

pub(super) const SHAPES: &[Shape] = &[
    ("late tasks", |rows, at| {
        let dates = "current_start=2026-03-02; current_end=2026-03-09; baseline_end=2026-03-05";
        rows.add(
            &format!("task/T{at}"),
            &format!("code={at}; title=任务{at}; owner=member/P0; {dates}; deliverable=成果{at}"),
        );
        rows.add(
            &format!("deliverable/V{at}"),
            &format!("parent=charter; name=交付{at}"),
        );
    }),
    ("updates of one task", |rows, at| {
        rows.add("task/T", "title=任务; owner=member/P0; status=doing");
        rows.add(
            &format!("progress/U{at}"),
            &format!("parent=task/T; percent_after=96; confidence=on_track; done=第 {at} 次"),
        );
    }),
    ("risks of one person", |rows, at| {
        let said = "likelihood=4; impact=4; status=monitoring; trigger_date=2026-04-01";
        rows.add(
            &format!("risk/K{at}"),
            &format!("title=风险{at}; owner=member/P1; fallback_owner=member/P2; {said}"),
        );
    }),
    ("tasks of stages", |rows, at| {
        rows.add(&format!("stage/S{at}"), "name=阶段");
        rows.add(
            &format!("task/T{at}"),
            &format!("title=任务; stage=stage/S{at}; current_end={}", day(3)),
        );
    }),
    ("work items with letters", |rows, at| {
        rows.add(
            &format!("work_item/W{at}"),
            &format!("name=事项{at}; lead_department=department/D0"),
        );
        for letter in ["A", "R", "C"] {
            rows.add(
                &format!("assignment/W{at}-{letter}"),
                &format!("row=work_item/W{at}; column=department/D1; letter={letter}"),
            );
        }
    }),
    ("letters of one work item", |rows, at| {
        rows.add("work_item/W", "name=事项");
        rows.add(
            &format!("assignment/W-{at}"),
            "row=work_item/W; column=department/D1; letter=R",
        );
    }),
    ("departments with work and duties", |rows, at| {
        rows.add(
            &format!("department/X{at}"),
            &format!("department=科{at}; participation=support; duties=职责{at}"),
        );
        rows.add(
            &format!("work_item/W{at}"),
            &format!("name={at}号; lead_department=department/X{at}"),
        );
    }),
    ("needs and offers", |rows, at| {
        rows.add(
            &format!("need/N{at}"),
            &format!("parent=department/D0; side=needs; other=department/D1; what=资料{at}"),
        );
        rows.add(
            &format!("need/G{at}"),
            &format!("parent=department/D1; side=gives; other=department/D0; what=资料{at}"),
        );
    }),
    ("people who lead", |rows, at| {
        rows.add(
            &format!("member/L{at}"),
            "person=王经理; project_role=lead; department=department/D1; allocation_pct=60",
        );
        rows.add(
            &format!("task/T{at}"),
            &format!("title=任务; owner=member/L{at}; current_end=2026-03-09"),
        );
    }),
    ("one person entered over and over", |rows, at| {
        rows.add(
            &format!("member/S{at}"),
            &format!(
                "person=李主管; project_role=rep; same_as=member/S{}",
                at + 1
            ),
        );
        rows.add(
            &format!("task/T{at}"),
            &format!("title=任务; owner=member/S{at}; current_end=2026-03-09"),
        );
    }),
    ("people who leave", |rows, at| {
        rows.add(
            &format!("member/L{at}"),
            "person=王经理; leave_date=2026-03-09",
        );
        rows.add(
            &format!("task/T{at}"),
            &format!("title=任务; owner=member/L{at}"),
        );
    }),
    ("absences of one", |rows, at| {
        rows.add(
            &format!("absence/A{at}"),
            &format!(
                "parent=member/P1; from={}; to={}; covered_by=member/P1",
                day(at),
                day(at + 1)
            ),
        );
        rows.add(
            &format!("task/T{at}"),
            &format!("title=任务; owner=member/P1; current_end={}", day(at)),
        );
    }),
    ("lines of the calendar", |rows, at| {
        rows.add(
            &format!("calendar_day/C{at}"),
            &format!("parent=settings; from={}", day(2 * at)),
        );
        rows.add(
            &format!("task/T{at}"),
            &format!(
                "title=任务; owner=member/P1; current_start=2026-03-02; current_end={}",
                day(at)
            ),
        );
    }),
    ("issues and risks", |rows, at| {
        let status = ["submitted", "accepted", "resolved"][at % 3];
        let who = "owner=member/P1; raised_by=member/P2; support_department=department/D1";
        let then = "2026-03-05T10:00:00+08:00";
        let when =
            format!("submitted_at=2026-03-03T10:00:00+08:00; due_at={then}; resolved_at={then}");
        rows.add(
            &format!("issue/I{at}"),
            &format!("title=问题{at}; status={status}; {who}; {when}"),
        );
        rows.add(
            &format!("risk/R{at}"),
            &format!("title=风险{at}; status=assessed; owner=member/P1"),
        );
    }),
    ("suggestions", |rows, at| {
        rows.add(&format!("member/P{}", at + 3), "person=员工");
        rows.add(&format!("task/T{at}"), "title=任务");
        rows.add(
            &format!("proposal/S{at}"),
            &format!("parent=task/T{at}; target=task/T{at}; field=title; value=新"),
        );
    }),
    ("points of an agenda", |rows, at| {
        rows.add("meeting/M", "meeting_name=周会; kind_of=weekly; weekday=1");
        rows.add(&format!("task/T{at}"), "title=任务");
        rows.add(&format!("task/T{at}"), "title=事");
        rows.add(
            &format!("agenda_item/G{at}"),
            &format!("parent=meeting/M; about=task/T{at}; about_field=title"),
        );
    }),
    ("handoffs of a task", |rows, at| {
        rows.add("task/T", "title=任务");
        rows.add(
            &format!("handoff/H{at}"),
            &format!("parent=task/T; what=图纸{at}; giver=member/P1; receiver=member/P2"),
        );
    }),
    ("metrics", |rows, at| {
        rows.add(
            &format!("metric/M{at}"),
            "parent=charter; unit=个; direction=at_least; target_value=5",
        );
    }),
    ("confirmations", |rows, at| {
        rows.add(
            &format!("department/X{at}"),
            &format!("department=科{at}; participation=support"),
        );
        rows.add(
            &format!("confirmation/X{at}"),
            &format!("parent=charter; department=department/X{at}; answer=objection"),
        );
    }),
];
