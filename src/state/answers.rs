//! Answers to what a file asks: each is an ordinary write that names what was seen, so that a later change shows.

use super::behalf::Behalf;
use super::session::Session;
use crate::analysis::begin::start::representative;
use crate::analysis::goal::adjustment::adjustment;
use crate::analysis::goal::answers::{confirmation_record, goal_answer};
use crate::analysis::goal::cells::{date_cells, duties_cells, goal_cells};
use crate::analysis::goal::dates::task_answer;
use crate::analysis::goal::stays::goal_stays;
use crate::analysis::inbox::said::{Remarked, remarks_on};
use crate::analysis::people::suggestion::Suggestion;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, DELETED, PARENT};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{comment, confirmation, department, member, task};

impl Session {
    /// A department agrees to the goal as it stands, or objects with a reason.
    pub fn answer_goal(
        &self,
        department: &RecordId,
        answer: Choice,
        comment: &str,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        let Some(record) = confirmation_record(department) else {
            return Vec::new();
        };
        let key = FieldKey::of(confirmation::ANSWER.name);
        let value = Value::text(answer.key);
        let seen = self.read(|log| {
            let mut seen = log.seen_with(&record, &key, &value, &goal_cells(log));
            // Said once more after the lead answered that the goal stays, it is a word of its own.
            let is_answered = goal_stays(log, department).is_some();
            if goal_answer(log, department).is_done() && !is_answered {
                return seen;
            }
            seen.always();
            seen
        });
        let mut writes = vec![Write {
            record: record.clone(),
            key,
            value,
            seen,
        }];
        let charter = crate::templates::charter::record();
        let others = [
            (PARENT, Value::text(charter.as_str())),
            (confirmation::DEPARTMENT.name, department.write()),
            (confirmation::COMMENT.name, Value::typed(comment)),
            (confirmation::AT.name, self.now().write()),
        ];
        writes.extend(
            others
                .into_iter()
                .map(|(key, value)| self.write_of(&record, key, value)),
        );
        self.apply_for(writes, behalf)
    }

    /// The duties of a department are agreed to as they stand.
    pub fn confirm_duties(&self, department: &RecordId, behalf: Option<&Behalf>) -> Vec<Slot> {
        let key = FieldKey::of(department::BOUNDARY_CONFIRMED_AT.name);
        let value = self.now().write();
        let seen = self.read(|log| {
            let mut seen = log.seen_with(department, &key, &value, &duties_cells(department));
            seen.always();
            seen
        });
        let write = Write {
            record: department.clone(),
            key,
            value,
            seen,
        };
        self.apply_for(vec![write], behalf)
    }

    /// A department objects to its duties, in place of what was said before: whether they were agreed to or not, they
    /// are not any more.
    pub fn object_duties(&self, department: &RecordId, why: &str) -> Vec<Slot> {
        let me = self.author();
        let said = self.read(|log| {
            let is_handled = |one: &Remarked| {
                let key = FieldKey::of(comment::HANDLED_AT.name);
                !log.value(&one.record, &key).is_empty()
            };
            let mut all = remarks_on(log, department);
            all.retain(|one| one.by == me && !is_handled(one));
            all.pop()
        });
        let mut writes = match said {
            Some(said) => vec![self.write_of(&said.record, comment::TEXT.name, Value::typed(why))],
            None => {
                let row = self.remark_fields(why);
                self.new_rows(comment::COMMENT.kind, Some(department), None, &[row])
                    .1
            }
        };
        // It knows the duties that it is about, so that whatever changes later shows; the same words once more are said
        // of what stands there now.
        let duties = duties_cells(department);
        let is_said = |write: &&mut Write| write.key.as_str() == comment::TEXT.name;
        if let Some(said) = writes.iter_mut().find(is_said) {
            said.seen =
                self.read(|log| log.seen_with(&said.record, &said.key, &said.value, &duties));
            said.seen.always();
        }
        let agreed = department::BOUNDARY_CONFIRMED_AT.name;
        writes.push(self.agreed(department, agreed, Value::Null));
        self.apply_for(writes, None)
    }

    /// The dates of tasks are fine, or one is to be changed.
    pub fn answer_tasks(
        &self,
        tasks: &[RecordId],
        answer: &str,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        let writes = tasks.iter().map(|task| {
            let key = FieldKey::of(task::ACCEPTED.name);
            let value = Value::text(answer);
            let seen = self.read(|log| {
                let mut seen = log.seen_with(task, &key, &value, &date_cells(task));
                // The same word is said anew of dates that have moved.
                if task_answer(log, task).changed_since().is_some() {
                    seen.always();
                }
                seen
            });
            Write {
                record: task.clone(),
                key,
                value,
                seen,
            }
        });
        let mut writes: Vec<Write> = writes.collect();
        if answer == task::FINE.key && behalf.is_none() {
            writes.extend(tasks.iter().flat_map(|task| self.taken_back(task)));
        }
        self.apply_for(writes, behalf)
    }

    /// What takes back another date that was asked for, as far as nobody has gone on from it.
    fn taken_back(&self, task: &RecordId) -> Vec<Write> {
        let due = FieldKey::of(task::CURRENT_END.name);
        let Some(asked) = self.read(|log| adjustment(log, task)) else {
            return Vec::new();
        };
        // Asked anew since, they say that the dates are fine as they stand now.
        if self
            .asked_ms()
            .is_some_and(|asked_ms| asked_ms > asked.time_ms)
        {
            return Vec::new();
        }
        if let Some(suggestion) = asked.suggestion {
            let is_open = self.read(|log| {
                let one = Suggestion::read(log, &suggestion);
                one.is_some_and(|one| one.is_open(log))
            });
            let withdrawn = self.agreed(&suggestion, DELETED, Value::Bool(true));
            return is_open.then_some(withdrawn).into_iter().collect();
        }
        let stands = !asked.to.is_empty() && self.value(task, &due) == asked.to;
        let back = stands.then(|| self.write_of(task, task::CURRENT_END.name, asked.original));
        self.by_role(back.into_iter().collect())
    }

    /// Another due date for a task, with the reason, and the answer that its date is to be changed.
    pub fn adjust_task(&self, task: &RecordId, due: Value, reason: &str) -> Vec<Slot> {
        let (key, value) = (
            FieldKey::of(task::ACCEPTED.name),
            Value::text(task::ADJUST.key),
        );
        let seen = self.read(|log| log.seen_with(task, &key, &value, &date_cells(task)));
        let mut answer = Write {
            record: task.clone(),
            key,
            value,
            seen,
        };
        // Said again with another date, it is an answer of its own.
        answer.seen.always();
        let mut writes = vec![answer];
        if !due.is_empty() {
            let is_again = self.is_asked_for(task, &due);
            let mut date = self.write_of(task, task::CURRENT_END.name, due);
            // It is read with the answer of its act: said again with another reason, it goes along.
            if is_again {
                date.seen.always();
            }
            writes.push(date);
        }
        let writes = self.by_role(writes);
        self.apply(writes, Some(reason).filter(|reason| !reason.is_empty()))
    }

    /// Whether that date was asked for already, and nobody has decided on it.
    fn is_asked_for(&self, task: &RecordId, due: &Value) -> bool {
        self.read(|log| {
            let asked = adjustment(log, task).filter(|asked| asked.to == *due);
            asked.is_some_and(|asked| {
                asked.suggestion.is_none_or(|one| {
                    Suggestion::read(log, &one).is_some_and(|one| one.is_open(log))
                })
            })
        })
    }

    /// A word about anything.
    pub fn remark(&self, about: &RecordId, text: &str) -> Vec<RecordId> {
        let fields = self.remark_fields(text);
        self.add_rows(comment::COMMENT.kind, Some(about), None, &[fields])
    }

    pub(super) fn remark_fields(&self, text: &str) -> Vec<(&'static str, Value)> {
        let mut fields = vec![
            (comment::TEXT.name, Value::typed(text)),
            (comment::AT.name, self.now().write()),
        ];
        fields.extend(self.me().map(|me| (comment::BY.name, me.write())));
        fields
    }

    /// The project lead has dealt with a remark.
    pub fn handle_remark(&self, remark: &RecordId) -> Vec<Slot> {
        self.set_fields(remark, &[(comment::HANDLED_AT.name, self.now().write())])
    }

    /// Names who takes over in a person's absence: somebody of that name on the roster, or somebody new of the same
    /// department. Nobody where it says that this is open.
    pub fn name_backup(&self, person: &RecordId, name: &str) -> Vec<Slot> {
        let key = FieldKey::of(member::BACKUP_PERSON.name);
        let (name, _) = representative(name);
        let Some(Value::Text(name)) = name.map(|name| Value::typed(&name)) else {
            return match self.read(|log| log.value(person, &key).is_empty()) {
                true => Vec::new(),
                false => self.set_fields(person, &[(member::BACKUP_PERSON.name, Value::Null)]),
            };
        };
        let known = self.read(|log| {
            let is_named = |record: &RecordId| {
                log.value(record, &FieldKey::of(member::PERSON.name))
                    .as_text()
                    == Some(&*name)
            };
            log.rows(member::MEMBER.kind).into_iter().find(is_named)
        });
        let mut writes = Vec::new();
        let backup = known.unwrap_or_else(|| {
            let department =
                self.read(|log| log.value(person, &FieldKey::of(member::DEPARTMENT.name)));
            let fields = vec![
                (member::PERSON.name, Value::Text(name.clone())),
                (member::DEPARTMENT.name, department),
                (member::PROJECT_ROLE.name, Value::text(member::ORDINARY.key)),
            ];
            let (record, first) = self.first_writes(member::MEMBER.kind, None, fields);
            writes = first;
            record
        });
        writes.push(self.write_of(person, member::BACKUP_PERSON.name, backup.write()));
        self.apply(writes, None)
    }
}
