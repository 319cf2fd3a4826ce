//! Checks of names that are not what they look like: characters that nobody sees in what things are called (G-20), and
//! people who cannot be told from another by their name, on the roster (TEAM-10) or signing beside it (TEAM-11).

use crate::analysis::people::same_person::{looks_like_an_earlier, strangers_alike};
use crate::analysis::words::look::{has_unseen, marked, shortened};
use crate::model::Moment;
use crate::model::template::{Arg, Field, FieldType, Finding, Form, Label, Rule, Template};
use crate::templates::{member, settings, warn};

/// So many characters of a name are shown.
const SHOWN_CHARS: usize = 40;

/// The checks of a form that look at names.
pub(in crate::analysis) fn rules_of(
    template: &'static Template,
) -> impl Iterator<Item = &'static Rule> {
    let own = match template.kind {
        member::KIND => MEMBER_RULES,
        settings::KIND => PROJECT_RULES,
        _ => &[],
    };
    let has_names = template.fields.iter().any(is_name);
    own.iter().chain(has_names.then_some(&UNSEEN))
}

/// What records are called, and the other short texts that people find them by.
fn is_name(field: &Field) -> bool {
    matches!(field.field_type, FieldType::Text(_)) && !field.filled
}

const MEMBER_RULES: &[Rule] = &[warn(
    "TEAM-10",
    Label::new(
        "{name}和成员里的「{other}」看起来一样，却是两条。请核对是不是同一个人。",
        "{name} looks like \"{other}\" on the list and is another entry. Check whether they are one person.",
    ),
    looks_like_another,
)];

const PROJECT_RULES: &[Rule] = &[warn(
    "TEAM-11",
    Label::new(
        "名单外的「{name}」写过内容，看起来和成员里的「{other}」一样。请核对是不是本人。",
        "\"{name}\", who is not on the list and has written here, looks like \"{other}\" on it. Check whether it is them.",
    ),
    strangers_look_like_members,
)];

const UNSEEN: Rule = warn(
    "G-20",
    Label::new(
        "「{label}」里有看不见的字符（这里写成 □）：{text}。请重新打一遍。",
        "{label} holds characters that cannot be seen (written □ here): {text}. Type it again.",
    ),
    holds_unseen,
);

fn name(text: &str) -> Arg {
    Arg::Text(shortened(&marked(text.to_owned()), SHOWN_CHARS))
}

fn looks_like_another(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let other = looks_like_an_earlier(form.log(), form.record());
    let found = other.map(|other| {
        Finding::at(member::PERSON.name)
            .with("name", Arg::Record(form.record().clone()))
            .with("other", name(&other))
    });
    found.into_iter().collect()
}

fn strangers_look_like_members(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let found = strangers_alike(form.log())
        .into_iter()
        .map(|(stranger, listed)| {
            Finding {
                record: Some(listed.record),
                ..Finding::at(member::PERSON.name)
            }
            .with("name", name(&stranger))
            .with("other", name(&listed.name))
        });
    found.collect()
}

fn holds_unseen(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let found = |field: &Field| {
        let text = form.held(field.key).as_text()?;
        has_unseen(text).then(|| {
            Finding::at(field.key)
                .with("label", Arg::Label(field.label))
                .with("text", name(text))
        })
    };
    let fields = form.template().map_or(&[][..], |template| template.fields);
    let names = fields.iter().filter(|field| is_name(field));
    names.filter_map(found).collect()
}
