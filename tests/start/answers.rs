//! The answers of ux.md §6, and the project they make.

use crate::port::Fake;
use chrono::{DateTime, FixedOffset, NaiveDate};
use hepai::analysis::begin::start::{MetricAnswer, NewProject, Start, begin, defaults, end_of};
use hepai::model::template::Lang;
use hepai::state::{Begun, Session};
use hepai::templates::SCHEMA;
use reactive_graph::owner::Owner;

const NOW: &str = "2026-02-27T16:30:00+08:00";

pub(crate) fn now() -> DateTime<FixedOffset> {
    NOW.parse().expect("a moment")
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The representatives in the order of the wizard's table.
pub(crate) const REPS: [&str; 6] = ["李主管", "陈专员", "赵主管", "刘经理", "吴主管", "郑主管"];

/// The fifteen values of ux.md §6 and nothing else.
pub(crate) fn answers() -> Start {
    let shown = defaults(date("2026-02-27"), Lang::Zh);
    let mut departments = shown.departments;
    for (row, name) in departments.iter_mut().zip(REPS) {
        row.representative = Some(name.to_owned());
    }
    Start {
        lang: Lang::Zh,
        scenario: hepai::analysis::begin::start::Scenario::Project,
        project_name: "A1 台灯上市".to_owned(),
        me: "王经理".to_owned(),
        my_department: "市场部".to_owned(),
        months: shown.months,
        goal: "完成 A1 台灯上市".to_owned(),
        metric: MetricAnswer {
            name: "首月销售额".to_owned(),
            direction: None,
            target: "500".to_owned(),
            unit: "万元".to_owned(),
        },
        sentence: None,
        start: shown.start,
        end: end_of(shown.start, shown.months),
        departments,
        out_of_scope: "海外市场；旧款清库存".to_owned(),
        coordinator: None,
        sponsor: None,
        besides: Default::default(),
        now: now(),
    }
}

/// An open project begun with those answers.
pub(crate) struct Opened {
    _owner: Owner,
    pub(crate) session: Session,
    pub(crate) project: NewProject,
    pub(crate) begun: Begun,
}

/// An open project without records.
pub(crate) fn empty() -> (Owner, Session) {
    let owner = Owner::new();
    owner.set();
    let id = "0123456789".parse().expect("an id");
    let session = Session::new(id, &SCHEMA, Fake::new(0, NOW, 0));
    (owner, session)
}

pub(crate) fn open(start: &Start) -> Opened {
    let (owner, session) = empty();
    let project = begin(start);
    let begun = session.begin_project(&project);
    Opened {
        _owner: owner,
        session,
        project,
        begun,
    }
}
