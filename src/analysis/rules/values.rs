//! Checks of what the fields of any form hold: texts too long (G-02), numbers out of their range (G-07), what could not
//! be read (G-18), and names of what was deleted (G-19). Of each field one of them is asked, by what it holds.

use crate::analysis::words::look::{marked, shortened};
use crate::analysis::words::reasons;
use crate::analysis::words::typed::{Oddity, oddity, shown, unread};
use crate::model::template::{Arg, Field, FieldType, Finding, Form, Key, Label, Rule, Template};
use crate::model::{Moment, RecordId, Value, Zone};
use crate::templates::warn;

/// The codes of what is found in a single cell.
pub(super) const CODES: [&str; 4] = [LONG.code, RANGE.code, UNREAD.code, DELETED_ONE.code];

/// So many characters of what could not be read are shown.
const SHOWN_CHARS: usize = 40;

/// The checks of what a form holds.
pub(in crate::analysis) fn rules_of(
    template: &'static Template,
) -> impl Iterator<Item = &'static Rule> {
    let has = |is_it: fn(&Field) -> bool| template.fields.iter().any(is_it);
    let all: [(bool, &'static Rule); 5] = [
        (has(is_text), &LONG),
        (has(is_number), &RANGE),
        (has(|field| field.from_zero), &FROM_ZERO),
        (has(|field| !is_text(field)), &UNREAD),
        (has(is_reference), &DELETED_ONE),
    ];
    all.into_iter()
        .filter(|(takes_part, _)| *takes_part)
        .map(|(_, rule)| rule)
}

const fn is_text(field: &Field) -> bool {
    matches!(
        field.field_type,
        FieldType::Text(_) | FieldType::LongText(_)
    ) && !field.filled
}

const fn is_number(field: &Field) -> bool {
    matches!(field.field_type, FieldType::Int(..)) && !field.filled
}

fn is_reference(field: &Field) -> bool {
    matches!(field.field_type, FieldType::Ref(_)) && !field.filled
}

const LONG: Rule = warn(
    "G-02",
    Label::new(
        "「{label}」最多 {max} 个字，现在 {n} 个，都留着。请写短一些。",
        "{label} can be at most {max} characters; it has {n}, all kept. Shorten it.",
    ),
    too_long,
);

const RANGE: Rule = warn(
    "G-07",
    Label::new(
        "「{label}」应在 {min} 到 {max} 之间，现在写的是「{text}」。",
        "{label} must be between {min} and {max}; it says \"{text}\".",
    ),
    out_of_range,
);

const FROM_ZERO: Rule = warn(
    "G-07",
    Label::new(
        "「{label}」不能小于 0，现在写的是「{text}」。",
        "{label} cannot be less than 0; it says \"{text}\".",
    ),
    below_zero,
);

const UNREAD: Rule = warn(
    "G-18",
    Label::new(
        "「{label}」里的「{text}」还不算数：{why}。",
        "\"{text}\" under {label} does not count yet: {why}.",
    ),
    not_read,
);

const DELETED_ONE: Rule = warn(
    "G-19",
    Label::new(
        "「{label}」写的「{name}」已删除。请恢复，或者改选别的。",
        "{name}, named under {label}, was deleted. Restore it or choose another.",
    ),
    names_a_deleted_one,
);

/// The fields of a sort whose value is none of theirs: each with what stands there, and with the same reason as where
/// it was typed.
fn odd(
    form: &Form<'_>,
    now: Moment,
    is_it: impl Fn(&Field) -> bool,
) -> Vec<(&'static Field, String, Oddity)> {
    let template = form.template();
    let fields = template.map_or(&[][..], |template| template.fields);
    let found = |field: &'static Field| {
        let value = form.value(field.key);
        let why = oddity(field, &value)?;
        let why = unread(form, field, &value, now, Zone::AsWritten).map_or(why, |one| one.why);
        Some((field, shown_text(field, &value), why))
    };
    let fields = fields.iter().filter(|field| !field.filled && is_it(field));
    fields.filter_map(found).collect()
}

fn shown_text(field: &Field, value: &Value) -> String {
    let text = shown(field.field_type, value, Zone::AsWritten);
    marked(shortened(&text, SHOWN_CHARS))
}

fn at(field: &Field) -> Finding {
    Finding::at(field.key).with("label", Arg::Label(field.label))
}

fn too_long(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let count = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let finding = |(field, _, why)| match why {
        Oddity::TooLong(max, n) => Some(at(field).with("max", count(max)).with("n", count(n))),
        _ => None,
    };
    let found = odd(form, now, is_text).into_iter();
    found.filter_map(finding).collect()
}

fn out_of_range(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let finding = |(field, text, why)| {
        let Oddity::OutOfRange(min, max) = why else {
            return None;
        };
        let found = at(field)
            .with("min", Arg::Number(min))
            .with("max", Arg::Number(max));
        Some(found.with("text", Arg::Text(text)))
    };
    let found = odd(form, now, is_number).into_iter();
    found.filter_map(finding).collect()
}

fn below_zero(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let found = odd(form, now, |field| field.from_zero).into_iter();
    found
        .filter(|(.., why)| *why == Oddity::BelowZero)
        .map(|(field, text, _)| at(field).with("text", Arg::Text(text)))
        .collect()
}

/// What was typed and could not be read, or what another program wrote that is no value of its field.
fn not_read(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_said = |why: &Oddity| matches!(why, Oddity::OutOfRange(..) | Oddity::BelowZero);
    let found = odd(form, now, |field| !is_text(field)).into_iter();
    found
        .filter(|(.., why)| !is_said(why))
        .map(|(field, text, why)| {
            at(field)
                .with("text", Arg::Text(text))
                .with("why", Arg::Label(reasons::brief(why)))
        })
        .collect()
}

/// Somebody, or something, that is in the recycle bin.
fn names_a_deleted_one(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let finding = |field: &Field| {
        let named = form.get(Key::<RecordId>::new(field.key));
        let named = named.filter(|named| form.log().is_deleted(named))?;
        Some(
            Finding::at(field.key)
                .with("label", Arg::Label(field.label))
                .with("name", Arg::Record(named)),
        )
    };
    let template = form.template().filter(|_| form.is_open());
    let fields = template.map_or(&[][..], |template| template.fields);
    fields
        .iter()
        .filter(|field| is_reference(field))
        .filter_map(finding)
        .collect()
}
