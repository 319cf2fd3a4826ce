//! The agenda of a meeting as a mail says it: its parts with their minutes, each point with whose it is and why.

use super::super::texts::{self, fill};
use super::meeting::{coming_said, meeting_title, point_name, point_said};
use crate::analysis::inbox::weekly::{HeldMeeting, meeting_at_hand};
use crate::analysis::inbox::weekly_agenda::{AgendaPoint, weekly_agenda};
use crate::analysis::words::names::short_name;
use crate::model::line::one_line;
use crate::model::template::{Form, Lang};
use crate::model::{Log, Moment, RecordId};
use crate::templates::agenda_item;
use chrono::{NaiveDate, NaiveTime};

/// Characters of one line.
const LINE_CHARS: usize = 300;

/// The meeting that comes next, where it is this one.
fn coming(log: &Log, meeting: &RecordId, today: NaiveDate) -> Option<HeldMeeting> {
    meeting_at_hand(log, today).filter(|held| held.meeting == *meeting)
}

/// 第 6 周周会 04-10议程
pub(super) fn subject(
    log: &Log,
    meeting: &RecordId,
    today: NaiveDate,
    lang: Lang,
) -> Option<String> {
    let held = coming(log, meeting, today)?;
    let title = meeting_title(log, &held, lang);
    Some(fill(texts::meeting::AGENDA_OF, lang, &[("title", &title)]))
}

/// The agenda, a part and its points.
pub(super) fn lines(log: &Log, meeting: &RecordId, today: NaiveDate, lang: Lang) -> Vec<String> {
    let Some(held) = coming(log, meeting, today) else {
        return Vec::new();
    };
    let now: Moment = today.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    let agenda = weekly_agenda(log, &held, now);
    let mut all = Vec::new();
    for (at, part) in agenda_item::PARTS.iter().enumerate() {
        let points: Vec<&AgendaPoint> = agenda.part(part.key).filter(|one| one.is_on).collect();
        let is_next = part.key == agenda_item::NEXT.key;
        if points.is_empty() && (!is_next || agenda.next.is_empty()) {
            continue;
        }
        let minutes = agenda.minutes.get(at).copied().unwrap_or_default();
        let places = [
            ("part", part.label.text(lang)),
            ("n", &*minutes.to_string()),
        ];
        all.push(fill(texts::meeting::PART_MINUTES, lang, &places));
        all.extend(points.iter().map(|point| line(log, point, lang)));
        if is_next {
            let next = agenda.next.iter().map(|one| coming_said(log, one, lang));
            all.push(one_line(&next.collect::<Vec<_>>().join(" · "), LINE_CHARS));
        }
    }
    let topics: Vec<String> = agenda
        .part("")
        .filter(|one| one.is_on)
        .map(|point| line(log, point, lang))
        .collect();
    if !topics.is_empty() {
        all.push(texts::meeting::PROPOSED.text(lang).to_owned());
        all.extend(topics);
    }
    all
}

fn line(log: &Log, point: &AgendaPoint, lang: Lang) -> String {
    let form = Form::new(log, point.about.clone());
    let owner = form.owner().map(|owner| short_name(log, &owner, lang));
    let said = Some(point_said(point, lang)).filter(|said| !said.is_empty());
    let name = point_name(log, point, lang);
    let parts = [Some(name), owner, said].into_iter().flatten();
    one_line(
        &format!("- {}", parts.collect::<Vec<_>>().join("　")),
        LINE_CHARS,
    )
}
