//! 发布: what holds it back, and the one act after which results and figures of a week stand.

use super::behalf::Behalf;
use super::session::Session;
use crate::analysis::inbox::week_figures::week_figures;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::analysis::inbox::weekly_late::late_of_review;
use crate::analysis::missing;
use crate::analysis::rules::checks::Shortfall;
use crate::analysis::standing::health::standing;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, Gate, STATUS};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{agenda_item, decision, minutes, minutes_item, review};
use std::collections::BTreeSet;

impl Session {
    /// What is missing before a meeting can be released.
    pub fn lacking_for_release(&self, held: &HeldMeeting) -> Vec<Shortfall> {
        let now = self.now();
        self.read(|log| {
            let records = held.review.iter().chain([&held.minutes]);
            let lacking = records.flat_map(|record| missing(log, record, Gate::Release, now));
            lacking.collect()
        })
    }

    /// The results count from now on: what owners said of their delays is taken over, then both states name all they
    /// cover, with the figures of the week. By the lead, or for the lead with the basis.
    pub fn release_meeting(&self, held: &HeldMeeting, behalf: Option<&Behalf>) -> Vec<Slot> {
        if !self.lacking_for_release(held).is_empty() {
            return Vec::new();
        }
        let now = self.now();
        let mut before = self.meeting_begun(held);
        if let Some(review) = &held.review {
            let late = self.read(|log| late_of_review(log, review, now.date_naive()));
            let given = late.iter().filter(|one| one.cause.is_none());
            before.extend(given.flat_map(|one| {
                let cause = one.given.as_deref().unwrap_or_default();
                self.cause_writes(review, &one.task, cause, None)
            }));
            before.extend(self.health_of_week(review));
        }
        let decided = self.decided_in(held);
        before.extend(decided.iter().flat_map(|one| self.first_where_open(one)));
        self.write_before(before);
        let new_days = self.new_days(held);
        self.request_new_days(held, &new_days);
        let mut writes = vec![
            self.sealed(&held.minutes, minutes::SENT.key),
            self.write_of(&held.minutes, minutes::SENT_AT.name, now.write()),
        ];
        if let Some(review) = &held.review {
            writes.push(self.sealed(review, review::PUBLISHED.key));
            writes.push(self.write_of(review, review::PUBLISHED_AT.name, now.write()));
            let figures = self.read(|log| week_figures(log, held.day, now));
            let figures = figures.into_iter();
            writes.extend(
                figures.map(|(key, figure)| self.write_of(review, key.name, Value::int(figure))),
            );
        }
        writes.extend(self.agreed_dates(&new_days));
        writes.extend(self.decisions_released_with(held, behalf));
        self.apply_for(writes, behalf)
    }

    /// What releases the decisions that were noted in a meeting: those that lack nothing and are decided by whoever
    /// releases it. The others stay drafts.
    fn decisions_released_with(&self, held: &HeldMeeting, behalf: Option<&Behalf>) -> Vec<Write> {
        let issue = decision::DECISION
            .states
            .and_then(|machine| machine.step(decision::ISSUE));
        let (Some(issue), Some(who)) = (
            issue,
            behalf.map(|behalf| behalf.member.clone()).or(self.me()),
        ) else {
            return Vec::new();
        };
        let now = self.now();
        let ready = self.read(|log| {
            let lines = minutes_item::lines_of(&Form::new(log, held.minutes.clone()));
            let made = lines
                .iter()
                .filter_map(|line| line.referred(minutes_item::BECAME));
            let ready = made.filter(|one| {
                one.record().kind() == decision::KIND
                    && decision::is_undecided(one)
                    && one.get(decision::APPROVER).as_ref() == Some(&who)
                    && missing(log, one.record(), Gate::Release, now).is_empty()
            });
            ready.map(|one| one.record().clone()).collect::<Vec<_>>()
        });
        let step = |record: &RecordId| self.step_writes(record, issue);
        ready.iter().flat_map(step).collect()
    }

    /// The decisions of a meeting that nobody has released: they go out with it.
    fn decided_in(&self, held: &HeldMeeting) -> Vec<RecordId> {
        self.read(|log| {
            let lines = minutes_item::lines_of(&Form::new(log, held.minutes.clone()));
            let became = lines
                .iter()
                .filter_map(|line| line.referred(minutes_item::BECAME));
            let open = became
                .filter(|one| one.record().kind() == decision::KIND && decision::is_undecided(one));
            open.map(|one| one.record().clone()).collect()
        })
    }

    /// What a decision of a meeting begins with, as far as nobody said otherwise.
    fn first_where_open(&self, record: &RecordId) -> Vec<Write> {
        let is_open = |key: &str| {
            self.read(|log| {
                let form = Form::new(log, record.clone());
                match key.split_once('/') {
                    Some((set, _)) => form.elements(set).is_empty(),
                    None => !form.has(key),
                }
            })
        };
        let first = self.first_of_decision(record).into_iter();
        first.filter(|write| is_open(write.key.as_str())).collect()
    }

    /// What was changed after the release is included: both states name all they cover now.
    pub fn release_again(&self, held: &HeldMeeting) -> Vec<Slot> {
        let now = self.now().write();
        let mut writes = vec![
            self.sealed(&held.minutes, minutes::SENT.key),
            self.write_of(&held.minutes, minutes::SENT_AT.name, now.clone()),
        ];
        if let Some(review) = &held.review {
            writes.push(self.sealed(review, review::PUBLISHED.key));
            writes.push(self.write_of(review, review::PUBLISHED_AT.name, now));
        }
        self.apply(writes, None)
    }

    /// The lines that came to a meeting after its release, which did not know them.
    pub fn lines_added(&self, held: &HeldMeeting) -> Vec<RecordId> {
        let key = FieldKey::of(STATUS);
        self.read(|log| {
            let unknown = log.contradictions(&held.minutes, &key).into_iter();
            let lines: BTreeSet<RecordId> = unknown
                .map(|((record, _), _)| record)
                .filter(|record| record.kind() == minutes_item::KIND && log.is_visible(record))
                .collect();
            lines.into_iter().collect()
        })
    }

    /// 移到下次: what was added after the release comes up in the next meeting, and the minutes stay as they were
    /// released. What a line became goes on in its own list.
    pub fn put_off_lines(&self, held: &HeldMeeting) -> Vec<Slot> {
        let mut writes = Vec::new();
        for line in self.lines_added(held) {
            let text = self.value(&line, &FieldKey::of(minutes_item::TEXT.name));
            let topic = vec![
                (agenda_item::TOPIC.name, text),
                (agenda_item::DAY.name, held.day.write()),
                (agenda_item::STATE.name, Value::text(agenda_item::LATER.key)),
            ];
            writes.extend(
                self.new_rows(agenda_item::KIND, Some(&held.meeting), None, &[topic])
                    .1,
            );
            writes.extend(self.deletion_of(&line));
        }
        self.apply(writes, None)
    }

    /// How it stands as counted, where nobody said otherwise: fixed from the release on, like the figures.
    fn health_of_week(&self, review: &RecordId) -> Option<Write> {
        let (now, key) = (self.now(), FieldKey::of(review::HEALTH.name));
        let counted = self.read(|log| {
            let is_said = !log.value(review, &key).is_empty();
            (!is_said).then(|| standing(log, now).health.choice())
        })?;
        Some(self.write_of(review, review::HEALTH.name, Value::text(counted.key)))
    }

    fn write_before(&self, writes: Vec<Write>) {
        if !writes.is_empty() {
            self.apply(writes, None);
        }
    }

    /// A state that names all it covers, also where it stands there already: it is released again.
    fn sealed(&self, record: &RecordId, state: &str) -> Write {
        let mut status = self.agreed(record, STATUS, Value::text(state));
        status.seen.always();
        status
    }
}
