//! What a new form begun beside a record takes from it.

use crate::model::template::Form;
use crate::model::{FieldKey, Value};
use crate::templates::{resource_request, task};

/// Fields of the new form with what the record says in theirs: a resource is needed for the days of its task, as
/// urgently as the task.
pub fn given_beside(record: &Form<'_>, kind: &str) -> Vec<(String, Value)> {
    if kind != resource_request::KIND || record.record().kind() != task::KIND {
        return Vec::new();
    }
    let all = [
        (resource_request::NEED_FROM.name, task::CURRENT_START.name),
        (resource_request::NEED_TO.name, task::CURRENT_END.name),
        (resource_request::PRIORITY.name, task::PRIORITY.name),
    ];
    let given = all.map(|(to, from)| {
        let value = record.log().value(record.record(), &FieldKey::of(from));
        (to.to_owned(), value)
    });
    let one = (resource_request::QUANTITY.name.to_owned(), Value::text("1"));
    given
        .into_iter()
        .chain([one])
        .filter(|(_, value)| !value.is_empty())
        .collect()
}
