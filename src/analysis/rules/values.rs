//! Checks of what the fields of any form hold: what could not be read (G-18), and names of what was deleted (G-19).

use crate::analysis::words::look::{marked, shortened};
use crate::analysis::words::reasons;
use crate::analysis::words::typed::{oddity, shown, unread};
use crate::model::template::{
    Arg, Field, FieldType, Finding, Form, Key, Label, Rule, Severity, Template,
};
use crate::model::{Moment, RecordId, Zone};

/// So many characters of what could not be read are shown.
const SHOWN_CHARS: usize = 40;

/// The checks of what a form holds.
pub(in crate::analysis) fn rules_of(
    template: &'static Template,
) -> impl Iterator<Item = &'static Rule> {
    let names_one = template.fields.iter().any(is_reference);
    [&UNREAD]
        .into_iter()
        .chain(names_one.then_some(&DELETED_ONE))
}

fn is_reference(field: &Field) -> bool {
    matches!(field.field_type, FieldType::Ref(_)) && !field.filled
}

const UNREAD: Rule = Rule {
    code: "G-18",
    severity: Severity::Warn,
    text: Label::new(
        "「{label}」里的「{text}」还不算数：{why}。",
        "\"{text}\" under {label} does not count yet: {why}.",
    ),
    check: not_read,
};

const DELETED_ONE: Rule = Rule {
    code: "G-19",
    severity: Severity::Warn,
    text: Label::new(
        "「{label}」写的「{name}」已删除。请恢复，或者改选别的。",
        "{name}, named under {label}, was deleted. Restore it or choose another.",
    ),
    check: names_a_deleted_one,
};

/// What was typed and could not be read, or what another program wrote that is no value of its field.
fn not_read(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let template = form.template();
    let fields = template.map_or(&[][..], |template| template.fields);
    let found = |field: &'static Field| {
        let value = form.value(field.key);
        let why = oddity(field, &value).filter(|_| !field.filled)?;
        // The same reason as where it was typed.
        let why = unread(form, field, &value, now, Zone::AsWritten).map_or(why, |one| one.why);
        let text = shortened(
            &shown(field.field_type, &value, Zone::AsWritten),
            SHOWN_CHARS,
        );
        Some(
            Finding::at(field.key)
                .with("label", Arg::Label(field.label))
                .with("text", Arg::Text(marked(text)))
                .with("why", Arg::Label(reasons::brief(why))),
        )
    };
    fields.iter().filter_map(found).collect()
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
