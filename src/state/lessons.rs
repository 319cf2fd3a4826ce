//! Lessons that go from one project to the library, and from the library to another project.

use super::session::Session;
use crate::analysis::begin::lessons::{KeptLesson, OfferedLesson, adopted, kept};
use crate::analysis::{allowed, missing};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, Form, Gate};
use crate::model::{FieldKey, Log, ProjectId, RecordId, Value};
use crate::templates::{agenda_item, charter, ground_rule, lesson, mechanism, meeting, member};

/// Characters of the project that an agreement comes from.
const SOURCE_CHARS: usize = 40;

impl Session {
    /// The confirmed lessons of this project as the library keeps them.
    pub fn lessons_to_keep(&self) -> Vec<KeptLesson> {
        let today = self.now().date_naive();
        self.watch(|log| kept(log, today))
    }

    /// The noted lessons that lack nothing, where whoever acts here may confirm them: with one press they are confirmed
    /// and kept.
    pub fn lessons_to_confirm(&self) -> Vec<RecordId> {
        let (me, now) = (self.me(), self.now());
        self.watch(|log| {
            let may = |record: &RecordId| {
                let steps = allowed(log, record, me.as_ref(), now.date_naive());
                let mut steps = steps.into_iter();
                steps.any(|step| step.transition.key == lesson::PUBLISH && step.may.is_ok())
                    && missing(log, record, Gate::Publish, now).is_empty()
            };
            let rows = log.rows(lesson::KIND).into_iter();
            rows.filter(may).collect()
        })
    }

    /// Confirms them.
    pub fn confirm_lessons(&self) -> Vec<Slot> {
        let machine = lesson::LESSON.states;
        let Some(publish) = machine.and_then(|machine| machine.step(lesson::PUBLISH)) else {
            return Vec::new();
        };
        let ready = self.lessons_to_confirm();
        let writes = ready
            .iter()
            .flat_map(|record| self.step_writes(record, publish));
        self.apply(writes.collect(), None)
    }

    /// Keeps lessons in this project under the ids they have; the library gets its name with the first. What stands
    /// there already is no change. Returns how many are new.
    pub fn keep_lessons(&self, name: &str, lessons: &[KeptLesson]) -> usize {
        let charter = charter::record();
        let named = self.write_of(&charter, charter::PROJECT_NAME.name, Value::text(name));
        let has_name = self.read(|log| !log.value(&charter, &named.key).is_empty());
        let mut writes: Vec<Write> = if has_name { Vec::new() } else { vec![named] };
        let mut new = 0;
        for one in lessons {
            if self.read(|log| log.is_visible(&one.record)) {
                let again = one.fields.iter();
                writes.extend(
                    again.map(|(key, value)| self.write_of(&one.record, key, value.clone())),
                );
            } else {
                new += 1;
                writes.extend(self.writes_at_end(&one.record, None, &one.fields));
            }
        }
        self.apply(writes, None);
        new
    }

    /// Whoever keeps lessons here is on its list, and leads it: nobody else writes into a library.
    pub fn sign_on_list(&self, name: &str) {
        if self.me().is_some() {
            return;
        }
        let key = FieldKey::of(member::PERSON.name);
        let known = self.rows(member::KIND).into_iter();
        let is_named = |one: &RecordId| self.value(one, &key).as_text() == Some(name);
        if let Some(known) = known.into_iter().find(is_named) {
            self.set_author(Some(known.to_string()));
            return;
        }
        let fields = vec![
            (member::PERSON.name, Value::typed(name)),
            (member::PROJECT_ROLE.name, Value::text(member::LEAD.key)),
        ];
        let (record, writes) = self.first_writes(member::KIND, None, fields);
        self.set_author(Some(record.to_string()));
        self.apply(writes, None);
    }

    /// Takes lessons over into this project, each with what becomes of it: a task, a risk, an agreement, or a topic
    /// of its first gate review. Nobody is named: tasks and risks are 预排.
    pub fn adopt_lessons(&self, lessons: &[OfferedLesson]) -> Vec<RecordId> {
        let told: Vec<KeptLesson> = lessons.iter().map(|one| one.lesson.clone()).collect();
        self.keep_lessons("", &told);
        let mut made = self.add_prepared(&adopted(lessons));
        let used_as = |choice: Choice| {
            let all = lessons.iter();
            all.filter(move |one| one.reuse_as == choice.key)
        };
        let agreed = used_as(lesson::RULE).map(|one| {
            let source: String = one.source.chars().take(SOURCE_CHARS).collect();
            vec![
                (ground_rule::TEXT.name, Value::typed(&one.text)),
                (ground_rule::FROM_LESSON.name, Value::typed(&source)),
            ]
        });
        let agreed: Vec<Vec<(&str, Value)>> = agreed.collect();
        let rules = Some(mechanism::record()).filter(|_| !agreed.is_empty());
        made.extend(rules.map_or_else(Vec::new, |rules| {
            self.add_rows(ground_rule::KIND, Some(&rules), None, &agreed)
        }));
        let topics = used_as(lesson::CHECKLIST).map(|one| {
            vec![
                (agenda_item::TOPIC.name, Value::typed(&one.text)),
                (agenda_item::FROM_LESSON.name, one.lesson.record.write()),
            ]
        });
        let topics: Vec<Vec<(&str, Value)>> = topics.collect();
        let meeting = self.read(gate_meeting);
        if let Some(meeting) = meeting.filter(|_| !topics.is_empty()) {
            made.extend(self.add_rows(agenda_item::KIND, Some(&meeting), None, &topics));
        }
        made
    }

    /// Notes in the library which of its lessons a project took over: an element each, so that two projects are two.
    pub fn note_applied(&self, lessons: &[RecordId], project: ProjectId, name: &str) -> Vec<Slot> {
        self.note_of_project(lesson::APPLIED.name, lessons, project, name)
    }

    /// Whether a project says that a lesson helped it; in the project itself and in the library.
    pub fn note_useful(&self, lesson: &RecordId, project: ProjectId, name: &str) -> Vec<Slot> {
        let lessons = std::slice::from_ref(lesson);
        if self.is_useful(lesson, project) {
            let key = format!("{}/{project}", lesson::USEFUL.name);
            return self.apply(vec![self.write_of(lesson, &key, Value::Null)], None);
        }
        self.note_of_project(lesson::USEFUL.name, lessons, project, name)
    }

    /// Whether a project has said that a lesson helped it; watches it.
    pub fn is_useful(&self, lesson: &RecordId, project: ProjectId) -> bool {
        let key = FieldKey::of(&format!("{}/{project}", lesson::USEFUL.name));
        !self.value(lesson, &key).is_empty()
    }

    fn note_of_project(
        &self,
        key: &str,
        lessons: &[RecordId],
        project: ProjectId,
        name: &str,
    ) -> Vec<Slot> {
        let key = FieldKey::of(&format!("{key}/{project}"));
        let text = if name.is_empty() {
            Value::Bool(true)
        } else {
            Value::typed(name)
        };
        let writes = lessons.iter();
        let writes = writes.map(|lesson| self.write_of(lesson, key.as_str(), text.clone()));
        self.apply(writes.collect(), None)
    }
}

/// The meeting at whose gate a lesson is met: the first review; where there is none, the first meeting.
fn gate_meeting(log: &Log) -> Option<RecordId> {
    let rows = log.rows(meeting::MEETING.kind);
    let is_gate = |record: &&RecordId| {
        let sort = Form::new(log, (*record).clone()).get(meeting::KIND_OF);
        sort.as_deref() == Some(meeting::GATE.key)
    };
    let gate = rows.iter().find(is_gate).or(rows.first());
    gate.cloned()
}
