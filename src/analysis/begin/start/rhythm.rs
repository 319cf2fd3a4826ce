//! Risks, meetings and levels of escalation of a new project.

use super::people::NewPeople;
use super::{Start, words};
use crate::analysis::begin::draft::{Local, NewRecord};
use crate::analysis::time::calendar::{Calendar, later};
use crate::templates::preset::{MeetingRow, Occasion, Preset, WAYS};
use crate::templates::{agenda_item, channel, escalation, ground_rule, mechanism, meeting, risk};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// First and last day of the tasks of the preset that are there.
pub(super) type Spans = BTreeMap<usize, (NaiveDate, NaiveDate)>;

/// Adds the risks. Where the owner's department does not take part the lead watches it.
pub(super) fn risks(
    start: &Start,
    preset: &Preset,
    people: &NewPeople,
    records: &mut Vec<NewRecord>,
) {
    for row in preset.risks {
        let owner = people.holder(row.owner).unwrap_or(people.lead);
        let (likelihood, impact) = row.rating;
        records.push(
            NewRecord::new(risk::RISK.kind)
                .text(risk::TITLE, words(start, row.title))
                .text(risk::CAUSE, words(start, row.cause))
                .text(risk::EVENT, words(start, row.event))
                .text(risk::EFFECT, words(start, row.effect))
                .set(risk::CATEGORY, row.category.to_owned())
                .set(risk::LIKELIHOOD, likelihood)
                .set(risk::IMPACT, impact)
                .refer(risk::OWNER, Some(owner))
                .refer(risk::FALLBACK_OWNER, people.stand_in(owner))
                .set(risk::STRATEGY, risk::REDUCE.key.to_owned())
                .text(risk::PREVENTION, words(start, row.prevention))
                .text(risk::CONTINGENCY, words(start, row.contingency))
                .text(risk::TRIGGER, words(start, row.trigger))
                .prefilled(),
        );
    }
}

/// Hours of the rules of confirming decisions (T06 d), and the level critical issues go to at once.
const READ_H: i64 = 24;
const REPLY_H: i64 = 48;
const REMIND_BEFORE_H: i64 = 4;
const REMIND_INTERVAL_H: i64 = 12;
const SHORTCUT: i64 = 2;

/// Adds the communication rules.
pub(super) fn mechanism(
    start: &Start,
    preset: &Preset,
    people: &NewPeople,
    spans: &Spans,
    records: &mut Vec<NewRecord>,
) {
    let rules = records.len();
    records.push(
        NewRecord::once(mechanism::MECHANISM.kind)
            .text(
                mechanism::DECISION_CHANNELS,
                words(start, preset.decision_channels),
            )
            .set(mechanism::READ_WITHIN_H, READ_H)
            .set(mechanism::REPLY_WITHIN_H, REPLY_H)
            .set(mechanism::REMIND_BEFORE_H, REMIND_BEFORE_H)
            .set(mechanism::REMIND_INTERVAL_H, REMIND_INTERVAL_H)
            .set(mechanism::SILENCE_MEANS, mechanism::ESCALATE.key.to_owned())
            .set(mechanism::SEVERITY_SHORTCUT, SHORTCUT)
            .prefilled(),
    );
    for row in preset.meetings {
        let Some((first, last)) = days_of(start, row.held, spans) else {
            continue;
        };
        a_meeting(start, row, (first, last), rules, people, records);
    }
    for way in WAYS {
        records.push(
            NewRecord::new(channel::KIND)
                .under(rules)
                .text(channel::TOPIC, words(start, way.topic))
                .set(channel::CHANNEL_OF, way.channel.key.to_owned())
                .set(channel::OFFICIAL, way.official)
                .set(channel::RESPONSE_WITHIN, way.within_h)
                .prefilled(),
        );
    }
    for line in preset.agreements {
        records.push(
            NewRecord::new(ground_rule::KIND)
                .under(rules)
                .text(ground_rule::TEXT, words(start, *line))
                .prefilled(),
        );
    }
    for row in preset.levels {
        let persons: Vec<Local> = match row.level {
            1 => people.reps().collect(),
            2 => vec![people.lead],
            // Heads of departments are not asked for at the start; their level comes when they are named.
            3 => Vec::new(),
            _ => people.sponsor.into_iter().collect(),
        };
        if persons.is_empty() {
            continue;
        }
        records.push(
            NewRecord::new(escalation::ESCALATION.kind)
                .under(rules)
                .set(escalation::LEVEL, row.level)
                .elements(escalation::PERSONS, persons)
                .set(escalation::AFTER_H, row.after_h)
                .set(escalation::EXPECTED_RESPONSE, row.decides_h)
                .prefilled(),
        );
    }
}

fn a_meeting(
    start: &Start,
    row: &MeetingRow,
    (first, last): (Option<NaiveDate>, Option<NaiveDate>),
    rules: Local,
    people: &NewPeople,
    records: &mut Vec<NewRecord>,
) {
    let place = records.len();
    let required = [Some(people.lead), people.coordinator]
        .into_iter()
        .flatten();
    // Whoever leads and speaks for a department comes once.
    let mut comes: Vec<Local> = Vec::new();
    for person in required.chain(people.reps()) {
        if !comes.iter().any(|one| people.are_one(*one, person)) {
            comes.push(person);
        }
    }
    let mut record = NewRecord::new(meeting::MEETING.kind)
        .under(rules)
        .text(meeting::NAME, words(start, row.name))
        .set(meeting::KIND_OF, row.kind_of.key.to_owned())
        .text(meeting::TIME, row.time)
        .set(meeting::DURATION_MIN, row.minutes)
        .refer(meeting::HOST, Some(people.lead))
        .refer(meeting::MINUTE_TAKER, people.coordinator)
        .elements(meeting::REQUIRED, comes);
    if let Occasion::Weekly(weekday)
    | Occasion::WeeklyBetween(weekday, ..)
    | Occasion::WeeklyDuring(weekday, _) = row.held
    {
        record = record.set(meeting::WEEKDAY, weekday);
    }
    if let Some(first) = first {
        record = record.set(meeting::FIRST_DATE, first);
        if matches!(row.held, Occasion::Biweekly(_)) {
            let weekday = first.weekday().number_from_monday();
            record = record.set(meeting::WEEKDAY, i64::from(weekday));
        }
    }
    if let Some(last) = last {
        record = record.set(meeting::LAST_DATE, last);
    }
    records.push(record.prefilled());
    for (topic, minutes) in row.agenda {
        records.push(
            NewRecord::new(agenda_item::AGENDA_ITEM.kind)
                .under(place)
                .text(agenda_item::TOPIC, words(start, *topic))
                .set(agenda_item::MINUTES, *minutes)
                .prefilled(),
        );
    }
}

/// First and last day of a meeting, where it has them.
type HeldDays = (Option<NaiveDate>, Option<NaiveDate>);

/// The day of a meeting, or the first and last of its series. Nothing where the task it goes with is not there, or
/// leaves no day for it.
fn days_of(start: &Start, held: Occasion, spans: &Spans) -> Option<HeldDays> {
    let calendar = Calendar::default();
    let weekday_from = |weekday: i64, from: NaiveDate| {
        let mut days = from.iter_days().take(70);
        days.find(|day| {
            i64::from(day.weekday().number_from_monday()) == weekday
                && calendar.is_working_day(*day)
        })
    };
    let series = |weekday, from, last: NaiveDate| {
        let first = weekday_from(weekday, from).filter(|first| *first <= last)?;
        Some((Some(first), Some(last)))
    };
    match held {
        Occasion::Weekly(weekday) => Some((Some(weekday_from(weekday, start.start)?), None)),
        Occasion::Biweekly(at) => Some((Some(spans.get(&at)?.1), None)),
        Occasion::WeeklyBetween(weekday, after, until) => series(
            weekday,
            later(spans.get(&after)?.1, 1)?,
            spans.get(&until)?.1,
        ),
        Occasion::WeeklyDuring(weekday, at) => {
            let (first, last) = *spans.get(&at)?;
            series(weekday, first, last)
        }
        Occasion::OnNeed => Some((None, None)),
        Occasion::With(at) => Some((Some(spans.get(&at)?.0), None)),
        Occasion::After(at) => Some((Some(spans.get(&at)?.1), None)),
        Occasion::Around(at, before, after) => {
            let day = spans.get(&at)?.0;
            let first = day
                .checked_sub_days(Days::new(before.into()))?
                .max(start.start);
            let last = later(day, after.into())?;
            Some((
                calendar.next_working_day(first),
                calendar.next_working_day(last),
            ))
        }
    }
}
