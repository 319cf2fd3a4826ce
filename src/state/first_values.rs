//! What a record is given besides its fields when it is first written: its place, its number, its first state. The
//! one way for what people add, what a project begins with, and the worked example.

use crate::model::Value;
use crate::model::template::{CODE, ORDER, STATUS, Template};

/// The first values of a record at a place; `number` is asked where records of the kind have one. What a project has
/// once stands at no place.
pub(super) fn first_values(
    template: Option<&Template>,
    place: String,
    number: impl FnOnce() -> i64,
) -> Vec<(&'static str, Value)> {
    if template.is_some_and(|template| template.once) {
        return Vec::new();
    }
    let mut out = vec![(ORDER, Value::text(place))];
    if template.is_some_and(|template| !template.letter.is_empty()) {
        out.push((CODE, Value::int(number())));
    }
    if let Some(states) = template.and_then(|template| template.states) {
        out.push((STATUS, Value::text(states.first().choice.key)));
    }
    out
}
