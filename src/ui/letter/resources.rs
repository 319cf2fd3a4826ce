//! What is said of a resource request in one line each: who wants how much of what and when, what the provider answers,
//! what was ruled and why, with what it clashes. A page, a card and a mail say the same.

use super::super::texts;
use crate::analysis::goal::answers::provider_answer;
use crate::analysis::resources::claims::{UseDays, amount, use_days};
use crate::analysis::resources::clashes::{Clash, Grant, clash_of};
use crate::analysis::resources::figures::amount_said;
use crate::analysis::resources::ledger::said_or_known;
use crate::analysis::resources::proposals::{Settling, WayOut};
use crate::analysis::words::names::{bare_name, record_name, short_name, value_text};
use crate::analysis::{Answer, calendar_of};
use crate::model::line::one_line;
use crate::model::template::{CellType, Form, Key, Label, Lang, Viewpoint};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::{resource, resource_request as request};
use chrono::NaiveDate;

/// Characters of what somebody wrote.
const WORDS: usize = 300;
/// Days of a clash that are named.
const DAYS: usize = 5;

fn day(day: NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

fn with_unit(amount: i64, unit: Option<String>) -> String {
    match unit {
        Some(unit) => format!("{} {unit}", amount_said(amount)),
        None => amount_said(amount),
    }
}

/// 客服部要 1 间，04-17 至 04-22，用于 T-21
pub fn wants_said(log: &Log, record: &RecordId, lang: Lang) -> String {
    let form = Form::new(log, record.clone());
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let name = |key: Key<RecordId>| form.get(key).map(|one| short_name(log, &one, lang));
    let much = with_unit(amount(&form), said_or_known(&form, request::UNIT));
    let dept = name(request::REQUEST_DEPT)
        .or_else(|| name(request::REQUESTER))
        .unwrap_or_default();
    let said = use_days(&form).map(|UseDays { from, to }| {
        let is_endless = UseDays { from, to }.is_endless();
        let (from, to) = (day(from), day(to));
        let places = [
            ("dept", &*dept),
            ("amount", &*much),
            ("from", &*from),
            ("to", &*to),
        ];
        match is_endless {
            true => fill(texts::resource::WANTS_FROM, &places),
            false => fill(texts::resource::WANTS, &places),
        }
    });
    let task = form.referred(request::LINKED_TASK);
    let task = task.map(|task| {
        let task = record_name(log, task.record(), lang);
        fill(texts::resource::FOR_TASK, &[("task", &task)])
    });
    let parts: Vec<String> = said.into_iter().chain(task).collect();
    parts.join(texts::LIST_SEPARATOR.text(lang))
}

/// 可换时间：04-20 以后全天都可以; with how much changed since.
pub fn provider_said(log: &Log, record: &RecordId, lang: Lang) -> Option<String> {
    let form = Form::new(log, record.clone());
    let answer = chosen(log, record, request::PROVIDER_ANSWER, lang)?;
    let said = with_words(answer, form.get(request::PROVIDER_COMMENT), lang);
    Some(match provider_answer(log, record) {
        Answer::Outdated(places) => {
            let places = [("said", &*said), ("n", &*places.to_string())];
            texts::fill(texts::resource::ANSWERED_BEFORE, lang, &places)
        }
        _ => said,
    })
}

fn chosen(log: &Log, record: &RecordId, key: Key<String>, lang: Lang) -> Option<String> {
    let value = log.value(record, &FieldKey::of(key.name));
    let field = request::RESOURCE_REQUEST.field(key.name)?;
    let text = value_text(log, field, &value, Viewpoint::anywhere(lang));
    (!text.is_empty()).then_some(text)
}

fn with_words(head: String, words: Option<String>, lang: Lang) -> String {
    let words = words.map(|words| one_line(&words, WORDS));
    match words.filter(|words| !words.is_empty()) {
        Some(text) => {
            let places = [("head", &*head), ("text", &*text)];
            texts::fill(texts::resource::LINE, lang, &places)
        }
        None => head,
    }
}

/// R-4 04-15 至 04-17，1 间
pub fn grant_said(log: &Log, grant: &Grant, lang: Lang) -> String {
    let form = Form::new(log, grant.request.clone());
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let code = crate::analysis::display_code(log, &grant.request);
    let much = with_unit(grant.amount, said_or_known(&form, request::UNIT));
    let (from, to) = (day(grant.days.from), day(grant.days.to));
    let places = [
        ("code", &*code),
        ("from", &*from),
        ("to", &*to),
        ("amount", &*much),
    ];
    let given = match grant.days.is_endless() {
        true => fill(texts::resource::GIVEN_FROM, &places),
        false => fill(texts::resource::GRANTED, &places),
    };
    match &grant.instead {
        Some(row) => {
            let item = bare_name(log, row, lang);
            let places = [("given", &*given), ("item", &*item)];
            fill(texts::resource::GIVEN_INSTEAD, &places)
        }
        None => given,
    }
}

/// R-4 少 2 天: what a grant takes from what its request has or asks for, in working days or in amount; nothing where it
/// takes nothing.
pub fn grant_takes(log: &Log, grant: &Grant, lang: Lang) -> Option<String> {
    let form = Form::new(log, grant.request.clone());
    let code = crate::analysis::display_code(log, &grant.request);
    let calendar = calendar_of(&form);
    let asked = use_days(&form).filter(|days| !days.is_endless())?;
    let days = |days: UseDays| calendar.working_days(days.from, days.to);
    let fewer = days(asked) - days(grant.days);
    let less = amount(&form) - grant.amount;
    let (label, place, much) = match (fewer, less) {
        (1.., _) => (texts::resource::FEWER_DAYS, "n", fewer.to_string()),
        (_, 1..) => {
            let much = with_unit(less, said_or_known(&form, request::UNIT));
            (texts::resource::LESS_OF_IT, "much", much)
        }
        _ => return None,
    };
    let places = [("code", &*code), (place, &*much)];
    Some(texts::fill(label, lang, &places))
}

/// What a way out of a clash is called.
pub const fn way_label(by: Settling) -> Label {
    match by {
        Settling::Shift => texts::resource::SHIFT,
        Settling::Less => texts::resource::LESS,
        Settling::Substitute => texts::resource::SUBSTITUTE,
        Settling::HalfDays => texts::resource::HALF_DAYS,
    }
}

/// 错开：R-4 04-15 至 04-17 · R-5 04-22 至 04-24
pub fn way_said(log: &Log, way: &WayOut, lang: Lang) -> String {
    let grants = way.grants.iter().map(|grant| grant_said(log, grant, lang));
    let grants = grants.collect::<Vec<_>>().join(" · ");
    [way_label(way.by).text(lang), &grants].join(texts::forms::COLON.text(lang))
}

/// 培训教室 A 04-17、04-20、04-21 要 2 间，只有 1 间
pub fn clash_said(log: &Log, clash: &Clash, lang: Lang) -> String {
    let row = Form::new(log, clash.resource.clone());
    let calendar = calendar_of(&row);
    let days = clash.days(&calendar, DAYS).into_iter().map(day);
    let days = days
        .collect::<Vec<_>>()
        .join(texts::LIST_SEPARATOR.text(lang));
    let count = clash.day_count(&calendar);
    let days = match usize::try_from(count) {
        Ok(count) if count > DAYS => {
            let places = [("days", &*days), ("n", &*count.to_string())];
            texts::fill(texts::resource::AND_MORE_DAYS, lang, &places)
        }
        _ => days,
    };
    let unit = || row.get(resource::UNIT);
    let (wanted, capacity) = (
        // "2 wanted": an English unit would have to be in the plural.
        with_unit(clash.wanted(), unit().filter(|_| lang == Lang::Zh)),
        with_unit(clash.capacity, unit()),
    );
    let places = [
        ("item", &*bare_name(log, &clash.resource, lang)),
        ("days", &*days),
        ("wanted", &*wanted),
        ("capacity", &*capacity),
    ];
    texts::fill(texts::resource::CLASHES_ON, lang, &places)
}

/// What a mail says of a request: what is wanted, what happens without it, the answer, the ruling with its reason, and
/// the clash.
pub(super) fn lines(log: &Log, record: &RecordId, lang: Lang) -> Vec<String> {
    let form = Form::new(log, record.clone());
    let line = |label: Label, text: String| {
        let places = [("head", label.text(lang)), ("text", &*text)];
        texts::fill(texts::resource::LINE, lang, &places)
    };
    let mut all = vec![wants_said(log, record, lang)];
    let impact = form.get(request::IMPACT_IF_REFUSED);
    all.extend(impact.map(|text| line(texts::resource::WITHOUT_IT, one_line(&text, WORDS))));
    let answer = provider_said(log, record, lang);
    all.extend(answer.map(|said| line(texts::resource::PROVIDER_SAYS, said)));
    let label = |key: &str| {
        request::RESOURCE_REQUEST
            .field(key)
            .map(|field| field.label)
    };
    let ruled = chosen(log, record, request::DECISION, lang);
    if let Some((ruled, label)) = ruled.zip(label(request::DECISION.name)) {
        let given = form.get(request::APPROVED_FROM).and_then(|from| {
            let days = UseDays {
                from,
                to: form.get(request::APPROVED_TO).unwrap_or(from),
            };
            let quantity = form.value(request::APPROVED_QUANTITY.name);
            let quantity = String::read(&quantity)?;
            let unit = form.get(request::UNIT).unwrap_or_default();
            Some(format!(
                "{} – {} · {quantity} {unit}",
                day(days.from),
                day(days.to)
            ))
        });
        let ruled = match given {
            Some(given) => format!("{ruled} {}", given.trim_end()),
            None => ruled,
        };
        let said = with_words(ruled, form.get(request::DECISION_REASON), lang);
        all.push(line(label, said));
    }
    if let Some(clash) = clash_of(log, record).filter(|clash| clash.requests.len() > 1) {
        all.push(line(texts::resource::CLASH, clash_said(log, &clash, lang)));
    }
    all
}
