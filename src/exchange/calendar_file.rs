//! The meetings of a project as a file that calendars read (RFC 5545): an event for each day, so that rest days are
//! left out and a day that moved is moved. Nothing is read from such a file.

use crate::analysis::inbox::meeting_days::meeting_days;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::model::{Moment, Zone};
use crate::templates::meeting;
use chrono::{Days, Duration, NaiveDate, NaiveTime, Utc};

/// Octets of a line before it is folded.
const LINE_BYTES: usize = 75;
/// Minutes of a meeting that does not say how long it lasts.
const USUAL_MIN: i64 = 60;

/// All meetings from now on, of a project with that id.
pub fn calendar_file(log: &Log, project: &str, now: Moment, zone: Zone) -> String {
    let mut lines: Vec<String> = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hepai//Meetings//ZH",
        "CALSCALE:GREGORIAN",
    ]
    .map(str::to_owned)
    .into();
    for (record, day) in meeting_days(log, now.date_naive()) {
        lines.extend(event(
            &Form::new(log, record.clone()),
            &record,
            day,
            project,
            now,
            zone,
        ));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(
    form: &Form<'_>,
    record: &RecordId,
    day: NaiveDate,
    project: &str,
    now: Moment,
    zone: Zone,
) -> Vec<String> {
    let rest = record.rest().unwrap_or_default();
    let date = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let utc = |at: Moment| at.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string();
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{rest}-{}@{project}.hepai", date(day)),
        format!("DTSTAMP:{}", utc(now)),
    ];
    let time = form.get(meeting::TIME);
    let time = time.and_then(|time| NaiveTime::parse_from_str(&time, "%H:%M").ok());
    let begins = time.and_then(|time| zone.moment(day.and_time(time)));
    match begins {
        Some(begins) => {
            let minutes = form.get(meeting::DURATION_MIN).unwrap_or(USUAL_MIN);
            lines.push(format!("DTSTART:{}", utc(begins)));
            lines.push(format!(
                "DTEND:{}",
                utc(begins + Duration::minutes(minutes))
            ));
        }
        None => {
            lines.push(format!("DTSTART;VALUE=DATE:{}", date(day)));
            lines.push(format!("DTEND;VALUE=DATE:{}", date(day + Days::new(1))));
        }
    }
    let name = form.get(meeting::NAME).unwrap_or_default();
    lines.push(format!("SUMMARY:{}", escaped(&name)));
    let place = form
        .get(meeting::PLACE)
        .map(|place| format!("LOCATION:{}", escaped(&place)));
    lines.extend(place);
    lines.push("END:VEVENT".to_owned());
    lines
}

/// A text without the characters that mean something in such a file.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line in pieces of so many octets at most, no character cut.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE_BYTES {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}
