//! Lessons between projects: what one leaves to the library, what the library offers to a new one, and what that makes
//! of it. The library is a project like any other; the records keep their ids, so that equal ones never differ.

use super::draft::NewRecord;
use crate::model::id::{ProjectId, RecordId};
use crate::model::log::Log;
use crate::model::template::{CODE, CellType, FieldType, Form, Key, STATUS};
use crate::model::value::Value;
use crate::templates::lesson::{self, times_used, times_useful};
use crate::templates::{charter, risk, status_of, task};
use chrono::{Months, NaiveDate};

/// The library of everybody: one id, so that two libraries founded apart are one project and merge like one.
const LIBRARY: &str = "1E550NS000";

/// A year after it was kept one looks whether a lesson still holds.
const HOLDS_MONTHS: u32 = 12;

/// The project in which a browser keeps lessons, whether there is one yet or not.
pub fn library() -> Option<ProjectId> {
    LIBRARY.parse().ok()
}

/// A lesson as the library keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLesson {
    pub record: RecordId,
    /// What it says, without what only its own project knows.
    pub fields: Vec<(&'static str, Value)>,
}

/// A lesson as a new project meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedLesson {
    /// With all that it says.
    pub lesson: KeptLesson,
    /// What to do.
    pub text: String,
    /// The key of what becomes of it.
    pub reuse_as: String,
    /// How early one sees it coming.
    pub early_sign: String,
    /// The project it comes from.
    pub source: String,
    /// How many projects took it over, and how many of them say that it helped.
    pub used: usize,
    pub useful: usize,
}

/// The confirmed lessons of a project as the library keeps them.
pub fn kept(log: &Log, today: NaiveDate) -> Vec<KeptLesson> {
    let charter = Form::new(log, charter::record());
    let text = |key: Key<String>| charter.get(key).map(|text| Value::text(text.as_str()));
    let later = today.checked_add_months(Months::new(HOLDS_MONTHS));
    let usual = [
        (lesson::SOURCE.name, text(charter::PROJECT_NAME)),
        (lesson::SCENARIO.name, text(charter::SCENARIO)),
        (lesson::EXPIRES_ON.name, later.map(|day| day.write())),
    ];
    let keep = |record: RecordId| {
        let form = Form::new(log, record.clone());
        if status_of(&form) != lesson::CONFIRMED.key {
            return None;
        }
        let mut fields = travelling(&form);
        for (key, value) in &usual {
            let is_said = fields.iter().any(|(said, _)| said == key);
            fields.extend(
                value
                    .clone()
                    .filter(|_| !is_said)
                    .map(|value| (*key, value)),
            );
        }
        Some(KeptLesson { record, fields })
    };
    log.rows(lesson::KIND)
        .into_iter()
        .filter_map(keep)
        .collect()
}

/// What a lesson says that holds in any project.
fn travelling(form: &Form<'_>) -> Vec<(&'static str, Value)> {
    let declared = lesson::LESSON.fields.iter();
    let travels = declared.filter(|field| {
        let is_bound = matches!(field.field_type, FieldType::Ref(_) | FieldType::Set(_));
        !is_bound && field.key != CODE && (!field.filled || field.key == STATUS)
    });
    let said = travels.map(|field| (field.key, form.value(field.key)));
    said.filter(|(_, value)| !value.is_empty()).collect()
}

/// What the library offers to a project of that scenario: what holds, what helped and was used most first. A lesson
/// that names no scenario is for all.
pub fn offered(library: &Log, scenario: Option<&str>) -> Vec<OfferedLesson> {
    let offer = |record: RecordId| {
        let form = Form::new(library, record.clone());
        let own = form.get(lesson::SCENARIO);
        let fits = own
            .as_deref()
            .is_none_or(|own| scenario.is_none_or(|one| one == own));
        let holds = status_of(&form) == lesson::CONFIRMED.key;
        let text = form.get(lesson::RECOMMENDATION)?;
        (fits && holds).then(|| OfferedLesson {
            lesson: KeptLesson {
                record,
                fields: travelling(&form),
            },
            text,
            reuse_as: form.get(lesson::REUSE_AS).unwrap_or_default(),
            early_sign: form.get(lesson::EARLY_SIGN).unwrap_or_default(),
            source: form.get(lesson::SOURCE).unwrap_or_default(),
            used: times_used(&form),
            useful: times_useful(&form),
        })
    };
    let rows = library.rows(lesson::KIND).into_iter();
    let mut all: Vec<OfferedLesson> = rows.filter_map(offer).collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.useful, one.used)));
    all
}

/// The lessons that a project took over from another, in their order.
pub fn taken_over(log: &Log) -> Vec<RecordId> {
    let own = Form::new(log, charter::record()).get(charter::PROJECT_NAME);
    let mut all = log.rows(lesson::KIND);
    all.retain(|record| {
        let source = Form::new(log, record.clone()).get(lesson::SOURCE);
        source.is_some_and(|source| Some(&source) != own.as_ref())
    });
    all
}

/// What adopted lessons make in a new project: a task or a risk each. What is only to be read, agreed on or put on an
/// agenda makes a record of neither.
pub fn adopted(lessons: &[OfferedLesson]) -> Vec<NewRecord> {
    let made = |one: &OfferedLesson| match one.reuse_as.as_str() {
        key if key == lesson::TASK.key => Some(
            NewRecord::new(task::KIND)
                .text(task::TITLE, &one.text)
                .set(task::FROM_LESSON, one.lesson.record.clone())
                .prefilled(),
        ),
        key if key == lesson::RISK.key => Some(
            NewRecord::new(risk::KIND)
                .text(risk::TITLE, &one.text)
                .text(risk::TRIGGER, &one.early_sign)
                .set(risk::FROM_LESSON, one.lesson.record.clone())
                .prefilled(),
        ),
        _ => None,
    };
    lessons.iter().filter_map(made).collect()
}
