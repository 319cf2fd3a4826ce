//! The communication rules as sentences, from the records as they stand: what is missing is said in its place.

mod levels;

use super::super::texts::{self, fill};
use crate::analysis::inbox::agenda::coming_meetings;
use crate::analysis::people::who::People;
use crate::analysis::words::look::marked;
use crate::analysis::words::names::short_name;
use crate::model::line::{NAME_CHARS, one_line};
use crate::model::template::{Form, Label, Lang};
use crate::model::{Log, Moment, RecordId};
use crate::templates::{agenda_item, channel, ground_rule, mechanism, meeting};
use levels::levels;

/// Characters of the time of day at which a meeting is held, as it was typed.
const TIME_CHARS: usize = 40;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RulesPart {
    /// 什么时候开会
    Meetings,
    /// 平时怎么说
    Channels,
    /// 重要决策怎么确认
    Decisions,
    /// 拖过了找谁
    Escalation,
    /// 约定
    Agreements,
}

impl RulesPart {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Meetings,
        Self::Channels,
        Self::Decisions,
        Self::Escalation,
        Self::Agreements,
    ];

    /// Its heading.
    pub const fn label(self) -> Label {
        match self {
            Self::Meetings => texts::rules::MEETINGS,
            Self::Channels => texts::rules::CHANNELS,
            Self::Decisions => texts::rules::DECISIONS,
            Self::Escalation => texts::rules::ESCALATION,
            Self::Agreements => texts::rules::AGREEMENTS,
        }
    }
}

/// A sentence of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    pub text: String,
    /// Whether something is missing in it.
    pub lacks: bool,
}

fn said(text: String) -> RuleLine {
    RuleLine { text, lacks: false }
}

fn lacking(label: Label, lang: Lang) -> RuleLine {
    RuleLine {
        text: label.text(lang).to_owned(),
        lacks: true,
    }
}

/// The sentences of a part.
pub fn rules_said(log: &Log, part: RulesPart, now: Moment, lang: Lang) -> Vec<RuleLine> {
    let form = Form::new(log, mechanism::record());
    match part {
        RulesPart::Meetings => meetings(&form, now, lang),
        RulesPart::Channels => channels(&form, lang),
        RulesPart::Decisions => decisions(&form, lang),
        RulesPart::Escalation => levels(&form, lang),
        RulesPart::Agreements => {
            let rules = form.rows(ground_rule::KIND);
            let text = |rule: &Form<'_>| rule.get(ground_rule::TEXT);
            rules.iter().filter_map(text).map(said).collect()
        }
    }
}

fn comma(lang: Lang) -> &'static str {
    texts::rules::CLAUSE_SEPARATOR.text(lang)
}

fn meetings(form: &Form<'_>, now: Moment, lang: Lang) -> Vec<RuleLine> {
    let log = form.log();
    let mut rows = form.rows(meeting::KIND);
    let coming = coming_meetings(log, now);
    let rank = |row: &Form<'_>| {
        let at = coming.iter().position(|one| one.meeting == *row.record());
        let first = row.get(meeting::FIRST_DATE);
        (!meeting::is_regular(row), first.is_none(), first, at)
    };
    rows.sort_by_key(rank);
    let next = |record: &RecordId| {
        let one = coming.iter().find(|one| one.meeting == *record)?;
        one.day
    };
    let mut lines: Vec<RuleLine> = Vec::new();
    if !rows.iter().any(meeting::is_regular) {
        lines.push(lacking(texts::rules::NO_REGULAR, lang));
    }
    for row in &rows {
        let next = next(row.record());
        lines.push(meeting_line(row, next, lang));
        let points = row.rows(agenda_item::KIND);
        let own = points
            .iter()
            .filter(|point| !point.has(agenda_item::ABOUT.name));
        let point = |point: &Form<'_>| {
            let topic = one_line(&point.get(agenda_item::TOPIC)?, NAME_CHARS);
            let n = point.get(agenda_item::MINUTES).map(|n| n.to_string());
            let places = [("topic", &*topic), ("n", n.as_deref().unwrap_or_default())];
            Some(fill(texts::rules::POINT, lang, &places).trim().to_owned())
        };
        let points: Vec<String> = own.filter_map(point).collect();
        if !points.is_empty() && meeting::is_regular(row) {
            let list = points.join(" · ");
            lines.push(said(fill(texts::rules::AGENDA, lang, &[("list", &list)])));
        }
    }
    lines
}

/// 周例会：每周五 10:00，60 分钟，王经理主持，周专员记录，必到 8 人，下次 2026-04-17
fn meeting_line(row: &Form<'_>, next: Option<chrono::NaiveDate>, lang: Lang) -> RuleLine {
    let log = row.log();
    let name = one_line(&row.get(meeting::NAME).unwrap_or_default(), NAME_CHARS);
    let when = when_held(row, lang);
    let lacks = when.is_none();
    let person = |key, label| {
        let person = row.referred(key)?;
        let name = short_name(log, person.record(), lang);
        Some(fill(label, lang, &[("name", &name)]))
    };
    let counted = |label, n: i64| fill(label, lang, &[("n", &n.to_string())]);
    let (people, open) = meeting::must_come(row);
    let people = People::shared(row).each_once(people);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let is_series = meeting::is_regular(row);
    let next = next.filter(|_| is_series);
    let parts = [
        Some(when.unwrap_or_else(|| texts::rules::NO_TIME.text(lang).to_owned())),
        row.get(meeting::DURATION_MIN)
            .map(|n| counted(texts::rules::MINUTES, n)),
        person(meeting::HOST, texts::rules::LED_BY),
        person(meeting::MINUTE_TAKER, texts::rules::NOTES_BY),
        (!people.is_empty()).then(|| counted(texts::rules::MUST_COME, count(people.len()))),
        (open > 0).then(|| {
            let label = match people.is_empty() {
                true => texts::rules::MUST_COME_NOBODY,
                false => texts::rules::MUST_COME_OPEN,
            };
            counted(label, count(open))
        }),
        next.map(|day| fill(texts::rules::NEXT_ON, lang, &[("day", &day.to_string())])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let places = [("what", &*name), ("said", &*parts.join(comma(lang)))];
    RuleLine {
        text: fill(texts::rules::SAYS, lang, &places),
        lacks,
    }
}

fn when_held(row: &Form<'_>, lang: Lang) -> Option<String> {
    let kind = row.get(meeting::KIND_OF).unwrap_or_default();
    let time = one_line(
        &marked(row.get(meeting::TIME).unwrap_or_default()),
        TIME_CHARS,
    );
    let first = row.get(meeting::FIRST_DATE).map(|day| day.to_string());
    let weekday = row.get(meeting::WEEKDAY).map(|n| n.to_string());
    let weekday = weekday.and_then(|n| meeting::WEEKDAYS.iter().find(|day| day.key == n));
    let filled = |label, day: &str| {
        let text = fill(label, lang, &[("day", day), ("time", &time)]);
        text.trim().to_owned()
    };
    if meeting::repeats_weekly(row) {
        let day = weekday?.label.text(lang);
        let label = match kind == meeting::BIWEEKLY.key {
            true => texts::rules::EVERY_OTHER,
            false => texts::rules::EVERY_WEEK,
        };
        return (!time.is_empty()).then(|| filled(label, day));
    }
    let is_on_need = kind == meeting::TOPIC.key && first.is_none();
    if is_on_need {
        return Some(texts::rules::ON_NEED.text(lang).to_owned());
    }
    let first = first?;
    match row
        .get(meeting::LAST_DATE)
        .filter(|_| kind == meeting::STANDUP.key)
    {
        Some(last) => {
            let places = [
                ("from", &*first),
                ("to", &*last.to_string()),
                ("time", &*time),
            ];
            Some(fill(texts::rules::EVERY_DAY, lang, &places))
        }
        None => Some(filled(texts::rules::ON_DAY, &first)),
    }
}

fn channels(form: &Form<'_>, lang: Lang) -> Vec<RuleLine> {
    let line = |row: &Form<'_>| {
        let topic = one_line(&row.get(channel::TOPIC)?, NAME_CHARS);
        let kinds = [channel::TOOL, channel::CHAT, channel::EMAIL, channel::PHONE];
        let kind = row.get(channel::CHANNEL_OF);
        let kind = kinds.iter().find(|one| Some(one.key) == kind.as_deref());
        let within = row.get(channel::RESPONSE_WITHIN);
        let within = within.map(|n| fill(texts::rules::REPLY_IN, lang, &[("n", &n.to_string())]));
        let official = match row.get(channel::OFFICIAL) {
            Some(true) => texts::rules::OFFICIAL,
            _ => texts::rules::NO_BASIS,
        };
        let parts = [
            kind.map(|kind| kind.label.text(lang).to_owned()),
            within,
            Some(official.text(lang).to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let places = [("what", &*topic), ("said", &*parts.join(comma(lang)))];
        Some(RuleLine {
            text: fill(texts::rules::SAYS, lang, &places),
            lacks: kind.is_none(),
        })
    };
    let lines: Vec<RuleLine> = form.rows(channel::KIND).iter().filter_map(line).collect();
    match lines.is_empty() {
        true => vec![said(texts::rules::NOTHING_WRITTEN.text(lang).to_owned())],
        false => lines,
    }
}

/// Hours to read and to reply where nothing else is written.
const READ_H: i64 = 24;
const REPLY_H: i64 = 48;

fn decisions(form: &Form<'_>, lang: Lang) -> Vec<RuleLine> {
    let channels = form.get(mechanism::DECISION_CHANNELS);
    let hours = |key, usual: i64| form.get(key).unwrap_or(usual).to_string();
    let places = [
        ("read", &*hours(mechanism::READ_WITHIN_H, READ_H)),
        ("reply", &*hours(mechanism::REPLY_WITHIN_H, REPLY_H)),
    ];
    let silence = form.get(mechanism::SILENCE_MEANS);
    let silence = match silence.as_deref() == Some(mechanism::CONSENT.key) {
        true => texts::rules::SILENCE_YES,
        false => texts::rules::SILENCE_UP,
    };
    let where_to = channels.map(|text| {
        let text = one_line(&text, NAME_CHARS);
        said(fill(texts::rules::CONFIRMED_IN, lang, &[("where", &text)]))
    });
    let rest = [
        fill(texts::rules::READ_AND_REPLY, lang, &places),
        silence.text(lang).to_owned(),
    ];
    where_to.into_iter().chain(rest.map(said)).collect()
}
