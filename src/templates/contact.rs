//! How to reach a person (T03 `contact`): a record of its own under the member, so that a file for one department can
//! leave it out.

use crate::model::template::{Field, Key, Label, Template};

pub const KIND: &str = "contact";

/// A phone number, an address.
pub const CONTACT_OF: Key<String> = Key::new("contact");

/// One way to reach a person.
pub static CONTACT: Template = Template::plain(
    KIND,
    Label::new("联系方式", "Contacts"),
    Label::new("联系方式", "Contact"),
    CONTACT_OF.name,
    &[Field::text(CONTACT_OF, Label::new("电话、邮箱", "Phone, e-mail"), 200).width(24)],
);
