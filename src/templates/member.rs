//! A person on the roster (T03), or a role still open: a member without a name.

use super::department;
use super::{absence, contact};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{
    Choice, Field, Form, ITSELF, Key, Label, Section, Speaker, StakeKind, Tab, Template, Vacancy,
    Who, Words, Writers,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub const KIND: &str = "member";

/// The name; every other person field refers to this record.
pub const PERSON: Key<String> = Key::new("person");
pub const DEPARTMENT: Key<RecordId> = Key::new("department");
pub const PROJECT_ROLE: Key<String> = Key::new("project_role");
/// Who takes over in absence.
pub const BACKUP_PERSON: Key<RecordId> = Key::new("backup_person");
/// What the person does.
pub const DUTIES: Key<String> = Key::new("duties");
/// What the person may decide alone.
pub const DECISION_RIGHTS: Key<String> = Key::new("decision_rights");
/// Share of working time, per cent.
pub const ALLOCATION_PCT: Key<i64> = Key::new("allocation_pct");
/// First day.
pub const JOIN_DATE: Key<NaiveDate> = Key::new("join_date");
/// Last day.
pub const LEAVE_DATE: Key<NaiveDate> = Key::new("leave_date");
/// How often to be reminded.
pub const NOTIFY: Key<String> = Key::new("notify");
/// When the person accepted the role.
pub const ACCEPTED_AT: Key<Moment> = Key::new("accepted_at");
/// Another record of the same person.
pub const SAME_AS: Key<RecordId> = Key::new("same_as");

/// 项目负责人
pub const LEAD: Choice = Choice::new("lead", "项目负责人", "Project lead");
/// 部门代表
pub const REP: Choice = Choice::new("rep", "部门代表", "Department representative");
/// 协调员
pub const COORDINATOR: Choice = Choice::new("coordinator", "协调员", "Coordinator");
/// 成员
pub const ORDINARY: Choice = Choice::new("member", "成员", "Member");
/// 发起人
pub const SPONSOR: Choice = Choice::new("sponsor", "发起人", "Sponsor");
/// 观察者
pub const VIEWER: Choice = Choice::new("viewer", "观察者", "Viewer");

const PREFERENCES: &[Choice] = &[
    Choice::new("instant", "即时", "Instant"),
    Choice::new("digest", "每日汇总", "Daily digest"),
    Choice::new("critical", "仅重要", "Critical only"),
];

const FIELDS: &[Field] = &[
    Field::text(PERSON, Label::new("成员", "Person"), 40)
        .also(&[
            "姓名",
            "名字",
            "人员",
            "成员姓名",
            "name",
            "full name",
            "member",
        ])
        .stake(StakeKind::Role)
        .width(10),
    Field::reference(
        DEPARTMENT,
        Label::new("所属部门", "Department"),
        &[department::KIND],
    )
    .also(&["部门", "部门名称", "单位", "dept", "team", "unit"])
    .stake(StakeKind::Role),
    Field::choice(
        PROJECT_ROLE,
        Label::new("项目角色", "Project role"),
        &[LEAD, REP, COORDINATOR, ORDINARY, SPONSOR, VIEWER],
    )
    .also(&["角色", "项目职务", "role"])
    .stake(StakeKind::Role)
    .width(12),
    Field::reference(BACKUP_PERSON, Label::new("代理人", "Backup"), &[KIND])
        .also(&["备份", "后备", "替补", "stand-in", "deputy"])
        .stake(StakeKind::Role),
    Field::long_text(DUTIES, Label::new("职责", "Duties")),
    Field::long_text(DECISION_RIGHTS, Label::new("决策权限", "Decision rights")).more(),
    Field::int(
        ALLOCATION_PCT,
        Label::new("投入比例（%）", "Allocation (%)"),
        1,
        100,
    )
    .more(),
    Field::date(JOIN_DATE, Label::new("加入日期", "Joins"))
        .happened()
        .more(),
    Field::date(LEAVE_DATE, Label::new("离开日期", "Leaves"))
        .ends(JOIN_DATE.name)
        .stake(StakeKind::Role)
        .happened()
        .more(),
    Field::choice(
        NOTIFY,
        Label::new("通知偏好", "Notification preference"),
        PREFERENCES,
    )
    .more(),
    Field::date_time(ACCEPTED_AT, Label::new("本人确认", "Accepted role at"))
        .latest()
        .filled()
        .own_word_of(Speaker::Person(ITSELF)),
    Field::reference(SAME_AS, Label::new("同一个人", "Same person as"), &[KIND])
        .stake(StakeKind::Role)
        .more(),
];

/// A person on the roster.
pub static MEMBER: Template = Template {
    vacancy: Some(Vacancy {
        name: PERSON.name,
        within: DEPARTMENT.name,
    }),
    writers: &[
        Writers {
            fields: &[PROJECT_ROLE.name, DEPARTMENT.name, SAME_AS.name],
            who: &[Who::Lead],
        },
        Writers::of_all(&[Who::Lead, Who::Person(ITSELF), Who::RepOf(DEPARTMENT.name)]),
    ],
    sections: &[
        Section {
            label: Label::new("成员", "Person"),
            fields: &[
                PERSON.name,
                DEPARTMENT.name,
                PROJECT_ROLE.name,
                BACKUP_PERSON.name,
                SAME_AS.name,
            ],
        },
        Section {
            label: Label::new("分工", "Duties"),
            fields: &[
                DUTIES.name,
                DECISION_RIGHTS.name,
                ALLOCATION_PCT.name,
                JOIN_DATE.name,
                LEAVE_DATE.name,
                NOTIFY.name,
                ACCEPTED_AT.name,
            ],
        },
        Section {
            label: Label::new("缺勤与联系", "Absence and contact"),
            fields: &[absence::KIND, contact::KIND],
        },
    ],
    rows: &[&absence::ABSENCE, &contact::CONTACT],
    columns: &[
        PERSON.name,
        DEPARTMENT.name,
        PROJECT_ROLE.name,
        BACKUP_PERSON.name,
        DECISION_RIGHTS.name,
        ACCEPTED_AT.name,
    ],
    place: Some(Tab::always(2)),
    words: Words {
        list: Label::new("成员", "People"),
        empty: Label::new(
            "还没有成员。先加您自己和各部门代表。",
            "Nobody is listed yet. Add yourself and the representatives.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("团队名册", "Team roster"),
        Label::new("成员", "Person"),
        PERSON.name,
        FIELDS,
    )
};

/// Whether a signature is a record of the list, and no name that somebody typed.
pub fn is_record(author: &str) -> bool {
    let record = author.parse::<RecordId>();
    record.is_ok_and(|record| record.kind() == KIND)
}

/// Whether the person has not left by that day.
pub fn is_active(form: &Form<'_>, today: NaiveDate) -> bool {
    form.get(LEAVE_DATE).is_none_or(|last| last >= today)
}

/// The active people of a role; without a name a role is still open and does not count.
pub fn with_role<'a>(form: &Form<'a>, role: Choice, today: NaiveDate) -> Vec<Form<'a>> {
    let team = form.log().derived::<Team>();
    let office = team.roles.get(role.key);
    office.map_or_else(Vec::new, |office| office.active(form, today))
}

/// The first of the active people of a role.
pub fn first_with_role(form: &Form<'_>, role: Choice, today: NaiveDate) -> Option<RecordId> {
    form.log()
        .derived::<Team>()
        .roles
        .get(role.key)?
        .first(today)
}

/// The active representatives of a department.
pub fn reps_of<'a>(form: &Form<'a>, department: &RecordId, today: NaiveDate) -> Vec<Form<'a>> {
    let team = form.log().derived::<Team>();
    let office = team.reps.get(department);
    office.map_or_else(Vec::new, |office| office.active(form, today))
}

/// The first of the active representatives of a department.
pub fn first_rep(form: &Form<'_>, department: &RecordId, today: NaiveDate) -> Option<RecordId> {
    form.log()
        .derived::<Team>()
        .reps
        .get(department)?
        .first(today)
}

/// Whether a department is that of the project lead, for whom nobody else speaks: whoever asks all others to confirm
/// the goal does not wait for their own word.
pub fn is_of_lead(form: &Form<'_>, department: &RecordId, today: NaiveDate) -> bool {
    let person = |record| Form::new(form.log(), record);
    let Some(lead) = first_with_role(form, LEAD, today).map(person) else {
        return false;
    };
    let is_lead =
        |rep: RecordId| rep == *lead.record() || person(rep).get(PERSON) == lead.get(PERSON);
    lead.get(DEPARTMENT).as_ref() == Some(department)
        && first_rep(form, department, today).is_none_or(is_lead)
}

/// The people of each role, and the representatives of each department: read once, asked for every row.
#[derive(Default)]
struct Team {
    roles: BTreeMap<String, Office>,
    reps: BTreeMap<RecordId, Office>,
}

impl Derived for Team {
    fn of(log: &Log) -> Self {
        let mut team = Self::default();
        for record in log.rows(MEMBER.kind) {
            let person = Form::new(log, record);
            let Some(role) = person.get(PROJECT_ROLE).filter(|_| person.has(PERSON.name)) else {
                continue;
            };
            if role == REP.key
                && let Some(department) = person.get(DEPARTMENT)
            {
                team.reps.entry(department).or_default().add(&person);
            }
            team.roles.entry(role).or_default().add(&person);
        }
        team
    }
}

/// The named people of one role, in their order.
#[derive(Default)]
struct Office {
    people: Vec<(RecordId, Option<NaiveDate>)>,
    /// Up to each of them the latest last day.
    latest: Vec<NaiveDate>,
}

impl Office {
    fn add(&mut self, person: &Form<'_>) {
        let last = person.get(LEAVE_DATE);
        let day = last.unwrap_or(NaiveDate::MAX);
        let latest = self.latest.last().map_or(day, |latest| day.max(*latest));
        self.people.push((person.record().clone(), last));
        self.latest.push(latest);
    }

    fn active<'a>(&self, form: &Form<'a>, today: NaiveDate) -> Vec<Form<'a>> {
        let active = self
            .people
            .iter()
            .filter(|(_, last)| last.is_none_or(|last| last >= today));
        active
            .map(|(person, _)| form.other(person.clone()))
            .collect()
    }

    fn first(&self, today: NaiveDate) -> Option<RecordId> {
        let first = self.latest.partition_point(|latest| *latest < today);
        self.people.get(first).map(|(person, _)| person.clone())
    }
}
