//! An attachment: a reference to something that lies elsewhere. No file body travels in the project.

use super::member;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Template, Who, Writers};

pub const KIND: &str = "attachment";

pub const TITLE: Key<String> = Key::new("title");
/// A link or a path.
pub const LOCATION: Key<String> = Key::new("location");
/// Who has it.
pub const HOLDER: Key<RecordId> = Key::new("holder");

const FIELDS: &[Field] = &[
    Field::text(TITLE, Label::new("名称", "Title"), 80),
    Field::text(LOCATION, Label::new("链接或存放位置", "Link or place"), 200)
        .wide()
        .width(24),
    Field::reference(HOLDER, Label::new("在谁那里", "Held by"), &[member::KIND]),
];

/// One attachment of a task or an issue.
pub static ATTACHMENT: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("附件", "Attachments"),
        Label::new("附件", "Attachment"),
        TITLE.name,
        FIELDS,
    )
};
