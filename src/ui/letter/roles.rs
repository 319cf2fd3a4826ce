//! The letters of each person in words: what a mail says that asks them to know their part.

use super::super::texts;
use super::rules::{RulesPart, rules_said};
use super::{Sending, people, reminder};
use crate::analysis::inbox::noting::{all_noting, has_rules};
use crate::analysis::inbox::todos::request;
use crate::analysis::people::role_table::places_of;
use crate::analysis::people::who::People;
use crate::analysis::words::names::{bare_name, short_name};
use crate::model::line::{NAME_CHARS, one_line};
use crate::model::template::{Form, Lang};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::assignment::{self, RolePlace};
use crate::templates::charter;

/// People whose letters are told in one mail.
const PEOPLE: usize = 40;
/// Work items told of one person.
const ITEMS: usize = 30;

/// A part of somebody in a work item: 开发与认证：拍板并执行; nothing where the letter is none of this version.
pub fn part_line(log: &Log, place: &RolePlace, lang: Lang) -> Option<String> {
    let letter = assignment::letter_of(&place.letter)?;
    let row = one_line(&bare_name(log, &place.row, lang), NAME_CHARS);
    let places = [("row", &*row), ("letter", letter.label.text(lang))];
    Some(texts::fill(texts::roles::LETTER_LINE, lang, &places))
}

/// The places of a person that hold a letter and are theirs now, in the order of the table.
pub fn own_parts(log: &Log, person: &RecordId) -> Vec<RolePlace> {
    let people = People::shared(&Form::new(log, charter::record()));
    let key = FieldKey::of(assignment::NAMED_PERSON.name);
    let is_theirs = |place: &RolePlace| {
        let named = log.value(&place.record, &key);
        let named = named
            .as_text()
            .and_then(|text| text.parse::<RecordId>().ok());
        named.is_none_or(|named| people.are_one(&named, person))
    };
    let rows = log.rows(crate::templates::work_item::KIND);
    let mut own = places_of(log, person);
    own.retain(|place| !place.letter.is_empty() && is_theirs(place));
    own.sort_by_key(|place| rows.iter().position(|row| *row == place.row));
    own
}

/// A line for each person that the mail goes to, of all who have to know where it goes to nobody in particular.
pub(super) fn lines(log: &Log, sending: &Sending) -> Vec<String> {
    let lang = sending.lang;
    let asked = sending.envelope.requests.iter();
    if !asked.into_iter().any(|key| key == request::KNOW) {
        return Vec::new();
    }
    let mut to: Vec<RecordId> = people(&sending.envelope).collect();
    if to.is_empty() {
        to = all_noting(log).into_iter().map(|one| one.person).collect();
    }
    let line = |person: &RecordId| {
        let own = own_parts(log, person);
        let parts: Vec<String> = own
            .iter()
            .take(ITEMS)
            .filter_map(|place| part_line(log, place, lang))
            .collect();
        let name = short_name(log, person, lang);
        let letters = parts.join(texts::mail::SEMICOLON.text(lang));
        let places = [("name", &*name), ("letters", &*letters)];
        (!parts.is_empty()).then(|| {
            let line = texts::fill(texts::roles::PERSON_LINE, lang, &places);
            format!("- {}", one_line(&line, 400))
        })
    };
    let mut lines: Vec<String> = to.iter().take(PEOPLE).filter_map(line).collect();
    if !lines.is_empty() {
        lines.insert(0, texts::roles::LETTERS_HEAD.text(lang).to_owned());
    }
    if has_rules(log) {
        lines.extend(rules_lines(log, sending));
    }
    lines
}

/// The communication rules, a line for each part.
fn rules_lines(log: &Log, sending: &Sending) -> Vec<String> {
    let lang = sending.lang;
    let now = sending.today.and_time(chrono::NaiveTime::MIN);
    let now = now.and_utc().fixed_offset();
    let part = |part: RulesPart| {
        let said = rules_said(log, part, now, lang).into_iter();
        let said: Vec<String> = said.map(|line| line.text).collect();
        let between = texts::mail::SEMICOLON.text(lang);
        let places = [
            ("what", part.label().text(lang)),
            ("said", &*said.join(between)),
        ];
        (!said.is_empty()).then(|| texts::fill(texts::rules::SAYS, lang, &places))
    };
    RulesPart::ALL.into_iter().filter_map(part).collect()
}

/// The text that reminds people of what they have to know, each with their letters.
pub fn remind_of_roles(log: &Log, sending: &Sending, names: &str) -> String {
    let text = reminder(sending, names);
    let (head, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let lines = std::iter::once(head.to_owned()).chain(lines(log, sending));
    let all: Vec<String> = lines.chain(std::iter::once(rest.to_owned())).collect();
    all.join("\n")
}
