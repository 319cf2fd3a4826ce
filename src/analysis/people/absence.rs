//! Who is away when, and who takes over what is due meanwhile (W-25). Advice: nothing changes hands by itself.

use super::who::People;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::sort;
use crate::model::template::{Due, Form};
use crate::templates::{absence, member, works};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One absence of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// The record that says so.
    pub absence: RecordId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Who takes over: the person named there, or the backup; nobody where neither is named.
    pub cover: Option<RecordId>,
}

impl Away {
    /// Whether the person is away on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
    /// `2026-03-09–2026-03-13`
    pub fn span(&self) -> String {
        format!("{}–{}", self.from, self.to)
    }
}

/// The absences of a person, as far as their days are named.
pub fn absences(person: &Form<'_>) -> Vec<Away> {
    let all = person.log().derived::<Absences>();
    let own = all.of.get(person.record());
    own.map_or_else(Vec::new, |own| own.away.clone())
}

/// Whether that person is away on that day, and who stands in.
pub fn away_on(form: &Form<'_>, person: &RecordId, day: NaiveDate) -> Option<Away> {
    form.log()
        .derived::<Absences>()
        .of
        .get(person)?
        .on(day)
        .cloned()
}

/// An absence, and whose it is; nothing where it names no day.
pub(in crate::analysis) fn absence_of(form: &Form<'_>) -> Option<(RecordId, Away)> {
    let all = form.log().derived::<Absences>();
    let (person, at) = all.place.get(form.record())?;
    Some((person.clone(), all.of.get(person)?.away.get(*at)?.clone()))
}

/// Every absence, by whose it is: read once, asked for everything that is due.
#[derive(Default)]
struct Absences {
    of: BTreeMap<RecordId, Own>,
    place: BTreeMap<RecordId, (RecordId, usize)>,
}

/// The absences of one person in their order.
#[derive(Default)]
struct Own {
    away: Vec<Away>,
    /// From each of these days on, until the next: the first absence that covers them.
    first: Vec<(NaiveDate, Option<usize>)>,
}

impl Derived for Absences {
    fn of(log: &Log) -> Self {
        let mut all = Self::default();
        for record in log.rows(absence::ABSENCE.kind) {
            let row = Form::new(log, record);
            let (Some(person), Some(from)) = (log.parent_of(row.record()), row.get(absence::FROM))
            else {
                continue;
            };
            let backup = || row.other(person.clone()).referred(member::BACKUP_PERSON);
            let cover = row.referred(absence::COVERED_BY).or_else(backup);
            let away = Away {
                from,
                to: row.get(absence::TO).unwrap_or(from),
                cover: cover.map(|cover| cover.record().clone()),
                absence: row.record().clone(),
            };
            let own = all.of.entry(person.clone()).or_default();
            all.place
                .insert(row.record().clone(), (person, own.away.len()));
            own.away.push(away);
        }
        for own in all.of.values_mut() {
            own.sweep();
        }
        all
    }
}

impl Own {
    /// Walks through the days on which something begins or is over.
    fn sweep(&mut self) {
        let mut turns: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
        for (at, away) in self
            .away
            .iter()
            .enumerate()
            .filter(|(_, away)| away.from <= away.to)
        {
            turns.entry(away.from).or_default().push(at);
            if let Some(after) = away.to.succ_opt() {
                turns.entry(after).or_default().push(at);
            }
        }
        let mut here: BTreeSet<usize> = BTreeSet::new();
        for (day, turning) in turns {
            for at in turning {
                if !here.remove(&at) {
                    here.insert(at);
                }
            }
            self.first.push((day, here.first().copied()));
        }
    }

    fn on(&self, day: NaiveDate) -> Option<&Away> {
        let begun = self.first.partition_point(|(from, _)| *from <= day);
        let (_, at) = self.first.get(begun.checked_sub(1)?)?;
        self.away.get((*at)?)
    }
}

/// Whether `me` stands in on that day for the person named.
pub(in crate::analysis) fn stands_in(
    form: &Form<'_>,
    people: &People,
    named: Option<RecordId>,
    me: &RecordId,
    day: NaiveDate,
) -> bool {
    let cover = named
        .and_then(|named| away_on(form, &named, day))
        .and_then(|away| away.cover);
    cover.is_some_and(|cover| people.are_one(&cover, me))
}

/// Something of a person that is due while they are away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueMeanwhile {
    pub record: RecordId,
    /// When it is due.
    pub day: NaiveDate,
}

/// What a person answers for and that is due in an absence, by day.
pub fn due_meanwhile(person: &Form<'_>, away: &Away) -> Vec<DueMeanwhile> {
    let all = person.log().derived::<DueByOwner>();
    let own = all.0.get(person.record()).map_or(&[][..], |own| own);
    let from = own.partition_point(|(day, _)| *day < away.from);
    let due = own[from..].iter().take_while(|(day, _)| *day <= away.to);
    due.map(|(day, record)| DueMeanwhile {
        record: record.clone(),
        day: *day,
    })
    .collect()
}

/// What wants the hand of its owner, by owner and by day.
struct DueByOwner(BTreeMap<RecordId, Vec<(NaiveDate, RecordId)>>);

impl Derived for DueByOwner {
    fn of(log: &Log) -> Self {
        let mut due: BTreeMap<RecordId, Vec<(NaiveDate, RecordId)>> = BTreeMap::new();
        for (template, _) in works() {
            for record in log.rows(template.kind) {
                let form = Form::new(log, record);
                if let (Some(owner), Some(day)) = (form.owner(), hand_wanted(&form)) {
                    let own = due.entry(owner).or_default();
                    own.push((day, form.record().clone()));
                }
            }
        }
        for own in due.values_mut() {
            sort(own);
        }
        Self(due)
    }
}

/// What a person is to take over: whose absence, and what is due in it. Absences that are over are left out.
pub fn to_take_over(
    person: &Form<'_>,
    today: NaiveDate,
) -> Vec<(RecordId, Away, Vec<DueMeanwhile>)> {
    let mut out = Vec::new();
    for other in person.all(member::MEMBER.kind) {
        for away in absences(&other) {
            if away.to >= today && away.cover.as_ref() == Some(person.record()) {
                let due = due_meanwhile(&other, &away);
                out.push((other.record().clone(), away, due));
            }
        }
    }
    out
}

/// The day on which the hand of its owner is wanted: by when it is due, or a day to look at it before.
pub(in crate::analysis) fn hand_wanted(form: &Form<'_>) -> Option<NaiveDate> {
    let work = form.work().filter(|work| (work.in_hand)(form))?;
    let watched = work.watched.and_then(|day| form.get(day));
    let days = [form.due().map(Due::day), watched];
    days.into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::proptest;

    proptest! {
        #[test]
        fn the_first_absence_that_covers_a_day_is_found(
            spans in proptest::collection::vec((0u64..20, 0u64..6), 0..9),
        ) {
            let day = |number: u64| NaiveDate::MIN + Days::new(9 + number);
            let away = |(at, (from, to)): (usize, (u64, u64))| Away {
                absence: RecordId::of(&format!("absence/{at}")),
                from: day(from),
                // Some end before they begin.
                to: day(from + to) - Days::new(1),
                cover: None,
            };
            let away: Vec<Away> = spans.into_iter().enumerate().map(away).collect();
            let mut own = Own { away, first: Vec::new() };
            own.sweep();
            for number in 0..30 {
                let covers = |away: &&Away| away.covers(day(number));
                assert_eq!(own.on(day(number)), own.away.iter().find(covers));
            }
        }
    }
}
