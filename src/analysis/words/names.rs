//! What records, fields, values and people are called: as their writers wrote them, with marks for what cannot be seen.
//! Every screen and every format says the same. Knows nothing of where it is written down.

use super::codes::{display_code, told_apart};
use super::dated::moment_text;
use super::labels;
use super::look::marked;
use super::reserved::set_apart;
use super::typed::{plain, shown};
use crate::analysis::people::who::People;
use crate::model::line::one_line;
use crate::model::template::{
    CODE, CellType, Choice, DELETED, Field, FieldType, Form, Label, Lang, ORDER, PARENT, PREFILLED,
    STATUS, Template, Viewpoint, minute_text,
};
use crate::model::{FieldKey, Log, Moment, RecordId, Value};
use crate::templates::{charter, identity, member};

/// The name of a record: its number and the field that names it.
pub fn record_name(log: &Log, record: &RecordId, lang: Lang) -> String {
    let Some(template) = log.schema().template(record.kind()) else {
        return record.to_string();
    };
    if template.once {
        return template.title.text(lang).to_owned();
    }
    let name = own_name(log, record);
    let named = template.field(template.name).map_or_else(
        || as_shown(&name),
        |field| value_text(log, field, &name, Viewpoint::anywhere(lang)),
    );
    let code = display_code(log, record);
    let named = shortened(named);
    match (code.is_empty(), named.is_empty()) {
        (true, true) => labels::UNNAMED.text(lang).to_owned(),
        (true, false) => named,
        (false, true) => format!("{code} {}", labels::UNNAMED.text(lang)),
        (false, false) => format!("{code} {named}"),
    }
}

/// A short name for lists of choices: without the number, but for those whose number is given twice.
pub fn short_name(log: &Log, record: &RecordId, lang: Lang) -> String {
    let name = bare_name(log, record, lang);
    match told_apart(log, record) {
        Some(code) if !name.starts_with(&code) => format!("{code} {name}"),
        _ => name,
    }
}

/// The same without its number in any case.
pub fn bare_name(log: &Log, record: &RecordId, lang: Lang) -> String {
    let own = own_name(log, record);
    // What is named by another record is called like that one; no further, for a file can lead round in a circle.
    let template = log.schema().template(record.kind());
    let field = template.and_then(|template| template.field(template.name));
    // Letters may be spelled like a kind of record: a task called "report" is not the report.
    let refers = field.is_some_and(|field| matches!(field.field_type, FieldType::Ref(_)));
    let named = own.as_text().filter(|_| refers);
    let named = named.and_then(|text| text.parse::<RecordId>().ok());
    let name = match named.filter(|named| log.schema().template(named.kind()).is_some()) {
        Some(named) => as_shown(&own_name(log, &named)),
        None => by_label(field, &own, lang).unwrap_or_else(|| as_shown(&own)),
    };
    if name.is_empty() && record.kind() == member::MEMBER.kind {
        to_be_named(log, record, lang)
    } else if name.is_empty() {
        record_name(log, record, lang)
    } else if record.kind() == member::MEMBER.kind {
        set_apart(shortened(name))
    } else {
        shortened(name)
    }
}

/// A place on the list that nobody has yet: of which department, as several are open at once.
fn to_be_named(log: &Log, record: &RecordId, lang: Lang) -> String {
    let home = Form::new(log, record.clone()).referred(member::DEPARTMENT);
    let home = home.map(|home| as_shown(&own_name(log, home.record())));
    match home.filter(|home| !home.is_empty()) {
        Some(home) => {
            let places = [("department", &*shortened(home))];
            labels::fill(labels::TO_BE_NAMED_OF, lang, &places)
        }
        None => labels::TO_BE_NAMED.text(lang).to_owned(),
    }
}

/// So many characters of a name are shown in lists and letters, on one line.
const NAME: usize = 200;

fn shortened(name: String) -> String {
    one_line(&name, NAME)
}

/// What stands in the field that names a record, as it was written.
pub(in crate::analysis) fn own_name(log: &Log, record: &RecordId) -> Value {
    let Some(template) = log.schema().template(record.kind()) else {
        return Value::Null;
    };
    let own = log.value(record, &FieldKey::of(template.name));
    let about = || {
        // What is kept for each department bears its letters, and is called like it where nobody wrote which it is.
        let FieldType::Ref([kind]) = template.field(template.name)?.field_type else {
            return None;
        };
        let about: RecordId = format!("{kind}/{}", record.rest()?).parse().ok()?;
        (log.is_visible(&about) || log.is_deleted(&about)).then(|| Value::text(about.to_string()))
    };
    match own.is_empty() {
        true => about().unwrap_or(own),
        false => own,
    }
}

/// The words of a name that is a choice: its key tells nobody anything.
fn by_label(field: Option<&Field>, own: &Value, lang: Lang) -> Option<String> {
    let (FieldType::Enum(choices) | FieldType::Scale(choices)) = field?.field_type else {
        return None;
    };
    chosen(choices, &plain(own), lang).map(str::to_owned)
}

/// The words of a choice, where it is one of those declared.
pub(super) fn chosen(choices: &[Choice], key: &str, lang: Lang) -> Option<&'static str> {
    let choice = choices.iter().find(|choice| choice.key == key);
    choice.map(|choice| choice.label.text(lang))
}

/// A value as people read it.
pub fn value_text(log: &Log, field: &Field, value: &Value, from: Viewpoint) -> String {
    if field.assumed && value.is_empty() {
        return labels::YES.text(from.lang).to_owned();
    }
    typed_value_text(log, field.field_type, value, from)
}

/// A value of a type as people read it.
pub(super) fn typed_value_text(
    log: &Log,
    field_type: FieldType,
    value: &Value,
    from: Viewpoint,
) -> String {
    let lang = from.lang;
    let named = match field_type {
        FieldType::Enum(choices) | FieldType::Scale(choices) => {
            chosen(choices, &plain(value), lang).map(str::to_owned)
        }
        FieldType::Ref(_) => {
            let record = value.as_text().and_then(|text| text.parse().ok());
            record.map(|record| referred_name(log, &record, lang))
        }
        FieldType::Bool => match value {
            Value::Bool(true) => Some(labels::YES.text(lang).to_owned()),
            Value::Bool(false) => Some(labels::NO.text(lang).to_owned()),
            _ => None,
        },
        FieldType::DateTime => Moment::read(value).map(|at| moment_text(at, from, minute_text)),
        _ => None,
    };
    named.unwrap_or_else(|| marked(shown(field_type, value, from.zone)))
}

/// What a record that is referred to is called: one in the recycle bin says so.
pub fn referred_name(log: &Log, record: &RecordId, lang: Lang) -> String {
    let name = short_name(log, record, lang);
    if log.is_deleted(record) {
        labels::fill(labels::DELETED_NAME, lang, &[("name", &name)])
    } else {
        name
    }
}

/// A value of any field, declared or not; an empty one has a word.
pub fn any_value_text(
    log: &Log,
    record: &RecordId,
    key: &FieldKey,
    value: &Value,
    from: Viewpoint,
) -> String {
    let lang = from.lang;
    if value.is_empty() {
        return labels::NOTHING.text(lang).to_owned();
    }
    let template = log.schema().template(record.kind());
    if key.as_str() == STATUS
        && let Some(state) = template
            .and_then(|template| template.states)
            .and_then(|states| states.state(value.as_text()?))
    {
        return state.choice.label.text(lang).to_owned();
    }
    match template.and_then(|template| template.field(key.as_str())) {
        Some(field) if field.sealed => labels::ON_ITS_FORM.text(lang).to_owned(),
        Some(field) if !matches!(field.field_type, FieldType::Set(_)) => {
            value_text(log, field, value, from)
        }
        _ => as_shown(value),
    }
}

/// A value of no declared type, with its marks.
fn as_shown(value: &Value) -> String {
    marked(plain(value))
}

/// What a field is called.
pub fn field_name(template: Option<&Template>, key: &FieldKey, lang: Lang) -> String {
    match key.as_str() {
        STATUS => return labels::STATUS.text(lang).to_owned(),
        CODE => return labels::NUMBER.text(lang).to_owned(),
        DELETED => return labels::DELETE.text(lang).to_owned(),
        ORDER => return labels::PLACE.text(lang).to_owned(),
        PREFILLED => {
            return labels::PREFILLED_FIELD.text(lang).to_owned();
        }
        PARENT => return labels::BELONGS_TO.text(lang).to_owned(),
        _ => {}
    }
    template
        .and_then(|template| template.field(key.as_str()))
        .map_or_else(
            || key.to_string(),
            |field| field.label.text(lang).to_owned(),
        )
}

/// So many people are named one by one; of more, the first and how many they are.
const NAMED: usize = 12;

/// The names of some people in one text.
pub fn names_joined<T>(all: &[T], name: impl FnMut(&T) -> String, lang: Lang) -> String {
    joined(all, name, labels::AND_OTHERS, lang)
}

/// The names of some records in one text; they are counted as people only where they are.
pub fn records_joined(log: &Log, all: &[RecordId], lang: Lang) -> String {
    let is_person = |one: &RecordId| one.kind() == member::MEMBER.kind;
    let rest = match all.iter().all(is_person) {
        true => labels::AND_OTHERS,
        false => labels::MORE_OF_THEM,
    };
    joined(all, |one| short_name(log, one, lang), rest, lang)
}

fn joined<T>(all: &[T], name: impl FnMut(&T) -> String, rest: Label, lang: Lang) -> String {
    let named: Vec<String> = all.iter().take(NAMED).map(name).collect();
    let names = named.join(labels::LIST_SEPARATOR.text(lang));
    if all.len() <= NAMED {
        return names;
    }
    let places = [("name", &*names), ("n", &*all.len().to_string())];
    labels::fill(rest, lang, &places)
}

/// Who signs a change: the member's name, the name given, or that nobody did.
pub fn author_name(log: &Log, author: Option<&str>, lang: Lang) -> String {
    match author {
        None => labels::NAMELESS.text(lang).to_owned(),
        Some(author) => match author.parse::<RecordId>() {
            Ok(member) if member.kind() == member::MEMBER.kind => short_name(log, &member, lang),
            _ => set_apart(shortened(marked(match (lang, identity::signed(author)) {
                (Lang::En, (name, department)) if !department.is_empty() => {
                    format!("{name} ({department})")
                }
                _ => author.to_owned(),
            }))),
        },
    }
}

/// The same for lists and letters: somebody entered twice, or joined with a name, is called as one person.
pub fn person_name(log: &Log, author: Option<&str>, lang: Lang) -> String {
    let people = People::shared(&Form::new(log, charter::record()));
    let person = author.and_then(|author| people.author(author));
    let person = person.as_ref().map(RecordId::as_str);
    author_name(log, person.or(author), lang)
}

/// So many characters of a text are shown where it is quoted among others; it stands whole in its field.
const QUOTED: usize = 1_000;
/// So many of its lines.
const QUOTED_LINES: usize = 20;

/// The beginning of a text that is too long to stand among others.
pub fn beginning(text: &str) -> Option<&str> {
    let mut lines = text.match_indices('\n').map(|(at, _)| at);
    let long = text.char_indices().nth(QUOTED).map(|(at, _)| at);
    let end = lines.nth(QUOTED_LINES - 1).into_iter().chain(long).min()?;
    text.get(..end)
}

/// A text for where it stands among others: a long one ends in …
pub fn quoted(text: String) -> String {
    beginning(&text)
        .map(|beginning| format!("{beginning}…"))
        .unwrap_or(text)
}
