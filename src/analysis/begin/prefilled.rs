//! 预排: what the app filled in and nobody has edited or confirmed. The mark is one field of the record, written by
//! the change that filled it; whether it still holds is read from the log, so nothing has to be kept in step: an edit
//! here, an edit that arrives with a file, and an undo all count by themselves.

use crate::model::change::Change;
use crate::model::id::FieldKey;
use crate::model::template::{Form, ORDER, PARENT, PREFILLED};
use crate::model::value::Value;

/// Fields in which a row is placed; moving it is not editing it.
const OF_PLACE: [&str; 3] = [ORDER, PARENT, PREFILLED];

/// Whether a record stands as the app filled it: the mark is there, of the whole record and not of some of its fields,
/// and no field differs from what was filled.
pub fn is_prefilled(form: &Form<'_>) -> bool {
    let whole = mark(form).filter(|(named, _)| named.is_true());
    whole.is_some_and(|(_, filled)| {
        form.log()
            .keys(form.record())
            .filter(|key| !OF_PLACE.contains(&key.as_str()))
            .all(|key| stands(form, filled, key))
    })
}

/// Whether one field stands as the app filled it.
pub fn is_prefilled_field(form: &Form<'_>, key: &str) -> bool {
    mark(form).is_some_and(|(named, filled)| {
        let is_named = match &named {
            Value::Text(keys) => keys.split(' ').any(|one| one == key),
            _ => !OF_PLACE.contains(&key),
        };
        let Ok(cell) = key.parse::<FieldKey>() else {
            return false;
        };
        is_named && filled.cell(&cell).is_some() && stands(form, filled, &cell)
    })
}

/// The mark as it still holds: for a copy that keeps no history, in which every field would look as it was filled.
pub fn mark_that_holds(form: &Form<'_>) -> Value {
    match mark(form) {
        Some((Value::Text(keys), _)) => {
            let standing: Vec<&str> = keys
                .split(' ')
                .filter(|key| is_prefilled_field(form, key))
                .collect();
            Value::text(standing.join(" "))
        }
        Some(_) if is_prefilled(form) => Value::Bool(true),
        _ => Value::Null,
    }
}

/// The mark that counts, and the change that wrote it.
fn mark<'a>(form: &Form<'a>) -> Option<(Value, &'a Change)> {
    let live = form.log().live(form.record(), &FieldKey::of(PREFILLED));
    let first = live.first()?;
    let holds = first.value.is_true() || first.value.as_text().is_some();
    holds.then(|| (first.value.clone(), first.change))
}

/// One value is live, and it is the one that was filled in.
fn stands(form: &Form<'_>, filled: &Change, key: &FieldKey) -> bool {
    let was = filled.cell(key).map_or(&Value::Null, |cell| &cell.value);
    match form.log().distinct(form.record(), key).as_slice() {
        [] => was.is_empty(),
        [only] => only == was,
        _ => false,
    }
}
