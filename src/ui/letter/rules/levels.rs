//! To whom a delay goes, and after how long.

use super::super::super::texts;
use super::{RuleLine, lacking};
use crate::analysis::words::labels::fill;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Form, Lang};
use crate::model::{FieldKey, RecordId};
use crate::templates::{escalation, member};

/// The levels, those of the same delay in one line: they are told at once.
pub(super) fn levels(form: &Form<'_>, lang: Lang) -> Vec<RuleLine> {
    let mut rows = form.rows(escalation::KIND);
    if rows.is_empty() {
        return vec![lacking(texts::rules::NOTHING_WRITTEN, lang)];
    }
    rows.sort_by_key(|row| (row.get(escalation::AFTER_H), row.get(escalation::LEVEL)));
    let together = rows.chunk_by(|a, b| a.get(escalation::AFTER_H) == b.get(escalation::AFTER_H));
    let line = |rows: &[Form<'_>]| {
        let after = rows.first().and_then(|row| row.get(escalation::AFTER_H));
        let when = match after {
            None => texts::rules::NO_DELAY_YET.text(lang).to_owned(),
            Some(0) => texts::rules::AT_DUE.text(lang).to_owned(),
            Some(n) => fill(texts::rules::AFTER_HOURS, lang, &[("n", &n.to_string())]),
        };
        let mut names: Vec<String> = Vec::new();
        let mut lacks = after.is_none();
        for row in rows {
            let named = named_at(row, lang);
            lacks |= named.is_none();
            let mut named = named.unwrap_or_else(|| vec![nobody_at(row, lang)]);
            named.retain(|name| !names.contains(name));
            names.extend(named);
        }
        let names = names.join(texts::LIST_SEPARATOR.text(lang));
        let places = [("when", &*when), ("names", &*names)];
        RuleLine {
            text: fill(texts::rules::GOES_TO, lang, &places),
            lacks,
        }
    };
    together.map(line).collect()
}

/// Whom a level names; nothing where it names nobody.
fn named_at(row: &Form<'_>, lang: Lang) -> Option<Vec<String>> {
    let log = row.log();
    let named = row.elements_in_order(escalation::PERSONS.name).into_iter();
    let named = named.filter_map(|(rest, _)| format!("{}/{rest}", member::KIND).parse().ok());
    let is_named = |person: &RecordId| {
        !log.value(person, &FieldKey::of(member::PERSON.name))
            .is_empty()
    };
    let named = named.filter(is_named);
    let names: Vec<String> = named.map(|person| short_name(log, &person, lang)).collect();
    (!names.is_empty()).then_some(names)
}

fn nobody_at(row: &Form<'_>, lang: Lang) -> String {
    let level = row.get(escalation::LEVEL).unwrap_or_default().to_string();
    let role: Option<&Choice> = escalation::LEVELS.iter().find(|one| one.key == level);
    let role = role.map_or("", |role| role.label.text(lang));
    fill(texts::rules::NOT_NAMED_YET, lang, &[("role", role)])
}
