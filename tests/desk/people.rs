//! Two people with a browser each, a clock that goes on, and the project that both have.

use crate::port::Fake;
use chrono::{DateTime, FixedOffset, NaiveDate};
use hepai::analysis::begin::start::{MetricAnswer, Start, begin, defaults, end_of};
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, Key, Lang, Transition};
use hepai::model::{Change, FieldKey, RecordId, Value};
use hepai::state::{Received, Session, heads};
use hepai::templates::{SCHEMA, member, task};
use reactive_graph::owner::Owner;
use std::rc::Rc;

pub(crate) fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{text}:00+08:00")).expect("a moment")
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Somebody at a browser of their own.
pub(crate) struct Desk {
    _owner: Owner,
    pub(crate) session: Session,
    pub(crate) browser: Rc<Fake>,
}

/// A browser that has nothing of the project yet; different seeds are different browsers.
pub(crate) fn empty(seed: u64) -> Desk {
    let owner = Owner::new();
    owner.set();
    let fake = Fake::new(seed, "2026-02-27T16:30:00+08:00", 1);
    let project = "0123456789".parse().expect("an id");
    Desk {
        session: Session::new(project, &SCHEMA, fake.clone()),
        browser: fake,
        _owner: owner,
    }
}

/// The representatives in the order of the wizard's table; the last department has none yet.
pub(crate) const REPS: [&str; 5] = ["李主管", "陈专员", "赵主管", "刘经理", "吴主管"];

/// The lead's browser with the project of ux.md §6.
pub(crate) fn lead() -> Desk {
    let desk = empty(1);
    let shown = defaults(date("2026-02-27"), Lang::Zh);
    let mut departments = shown.departments;
    for (row, name) in departments.iter_mut().zip(REPS) {
        row.representative = Some(name.to_owned());
    }
    desk.session.begin_project(&begin(&Start {
        lang: Lang::Zh,
        scenario: hepai::analysis::begin::start::Scenario::Project,
        project_name: "A1 台灯上市".to_owned(),
        me: "王经理".to_owned(),
        my_department: "市场部".to_owned(),
        months: shown.months,
        goal: "完成 A1 台灯上市".to_owned(),
        metric: MetricAnswer::default(),
        sentence: None,
        start: shown.start,
        end: end_of(shown.start, shown.months),
        departments,
        out_of_scope: "海外市场".to_owned(),
        coordinator: None,
        sponsor: None,
        besides: Default::default(),
        now: moment("2026-02-27T16:30"),
    }));
    desk
}

impl Desk {
    /// The member of that name.
    pub(crate) fn person(&self, name: &str) -> RecordId {
        self.with(member::MEMBER.kind, member::PERSON, name)
    }

    /// The record of a kind in which a field has that text.
    pub(crate) fn with(&self, kind: &str, key: Key<String>, text: &str) -> RecordId {
        let is_it = |record: &RecordId| self.value(record, key.name) == Value::text(text);
        let rows = self.session.rows(kind);
        rows.into_iter().find(is_it).expect("a record")
    }

    pub(crate) fn value(&self, record: &RecordId, key: &str) -> Value {
        self.session.value(record, &FieldKey::of(key))
    }

    pub(crate) fn set(&self, record: &RecordId, key: &str, value: Value) {
        self.session.set_fields(record, &[(key, value)]);
    }

    /// The department of a person.
    pub(crate) fn department(&self, person: &RecordId) -> RecordId {
        let named = self.value(person, member::DEPARTMENT.name);
        RecordId::read(&named).expect("a department")
    }

    /// The open tasks of a person.
    pub(crate) fn tasks(&self, person: &RecordId) -> Vec<RecordId> {
        let mut tasks = self.session.rows(task::TASK.kind);
        tasks.retain(|task| self.value(task, task::OWNER.name) == person.write());
        tasks
    }

    /// Everything in force here, as a file carries it.
    pub(crate) fn changes(&self) -> Vec<Change> {
        self.session.read(|log| log.in_force().cloned().collect())
    }

    /// Takes what somebody else has, in a file that says who sent it.
    pub(crate) fn take(&self, changes: Vec<Change>, by: &RecordId) {
        let received = Received {
            envelope: Envelope {
                by: Some(by.to_string()),
                ..Envelope::default()
            },
            heads: heads(changes.iter()),
            ..Received::default()
        };
        self.session
            .take(changes, Vec::new(), Vec::new(), true, vec![received]);
    }

    /// Takes a step of a form by its key.
    pub(crate) fn step(&self, record: &RecordId, key: &str) {
        let machine = SCHEMA.template(record.kind()).and_then(|one| one.states);
        let steps = machine.expect("a form with states").transitions;
        let step: &Transition = steps.iter().find(|step| step.key == key).expect("a step");
        self.session.step(record, step, None);
    }
}
