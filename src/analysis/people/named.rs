//! Whether a field names any of some records. Everybody on the roster is looked for in the same set, which is read once
//! for all of them.

use crate::analysis::computed::references;
use crate::model::id::RecordId;
use crate::model::log::KeptBy;
use crate::model::sort::gather;
use crate::model::template::{FieldType, Form};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What the sets of records name, as far as it was asked.
#[derive(Default)]
struct NamedInSets(KeptBy<(RecordId, &'static str), Rc<BTreeSet<RecordId>>>);

/// Whether a field, which holds one reference or a set of them, names one of these.
pub(super) fn is_any_named(
    form: &Form<'_>,
    field: &'static str,
    records: &BTreeSet<RecordId>,
) -> bool {
    if records.is_empty() {
        return false;
    }
    let declared = form.template().and_then(|template| template.field(field));
    if !declared.is_some_and(|one| matches!(one.field_type, FieldType::Set(_))) {
        return references(form, field)
            .iter()
            .any(|one| records.contains(one));
    }
    let log = form.log();
    let key = (form.record().clone(), field);
    let find = || {
        let form = form.other(form.record().clone());
        Rc::new(gather::<BTreeSet<RecordId>, _>(references(&form, field)))
    };
    let named = log.beside::<NamedInSets>().0.get(log, &key, find);
    records.iter().any(|one| named.contains(one))
}
