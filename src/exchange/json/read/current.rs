//! Reads `current`: records, their fields, their values.

use super::{Reader, message_of, shown};
use crate::exchange::json::scan::{Scanner, Stop};
use crate::exchange::limits::{CHANGES, FIELDS};
use crate::exchange::refusal::Fault;
use crate::model::log::Current;
use crate::model::{FieldKey, RecordId, Value};
use std::collections::BTreeMap;

impl<'a> Reader<'a> {
    pub(super) fn read_current(&mut self, scan: &mut Scanner<'a>) -> Result<(), Stop> {
        if scan.next()? != b'{' {
            return self.misfit(scan, Fault::BadHeader("an object of records under current"));
        }
        let text = self.text;
        let mut current = Current::new();
        let mut count = 0usize;
        scan.object(&mut |scan, record| {
            count += 1;
            if count > CHANGES {
                return Err(Stop::TooMany);
            }
            let Ok(record_id) = record.parse::<RecordId>() else {
                scan.note(scan.at, Fault::BadCurrent(shown(record)));
                return scan.value().map(drop);
            };
            if scan.next()? != b'{' {
                scan.note(
                    scan.at,
                    Fault::BadCurrent("an object of fields is wanted".to_owned()),
                );
                return scan.value().map(drop);
            }
            let at = scan.at;
            let mut fields: BTreeMap<FieldKey, Value> = BTreeMap::new();
            scan.object(&mut |scan, key| {
                let faults = scan.fault_count;
                let span = scan.value()?;
                let start = span.start;
                match (
                    key.parse::<FieldKey>(),
                    serde_json::from_str::<Value>(&text[span]),
                ) {
                    (Ok(key), Ok(value)) => drop(fields.insert(key, value)),
                    (Err(error), _) => scan.note(start, Fault::BadCurrent(error.to_string())),
                    (_, Err(error)) if scan.fault_count == faults => {
                        scan.note(start, Fault::BadCurrent(message_of(&error)))
                    }
                    _ => {}
                }
                Ok(())
            })?;
            if fields.len() > FIELDS {
                scan.note(at, Fault::TooManyFields(fields.len()));
            }
            current.insert(record_id, fields);
            Ok(())
        })?;
        self.current = Some(current);
        Ok(())
    }
}
