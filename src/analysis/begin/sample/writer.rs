//! Writes what follows from a table of the example: acts, and what each wrote into which field.

use super::lines::SampleReader;

/// Writes acts that follow from a table; what does not fit is listed.
pub(super) struct Writer<'a> {
    pub(super) reader: &'a mut SampleReader,
}

impl Writer<'_> {
    pub(super) fn act(&mut self, (day, time): (i64, &str), author: &str, note: Option<&str>) {
        if self.reader.begin(day, time, author, note).is_none() {
            self.reader.refuse(&[time, author]);
        }
    }

    pub(super) fn put(&mut self, record: &str, key: &str, text: &str) {
        if self.reader.touch(record, key, text).is_none() {
            self.reader.refuse(&[record, key, text]);
        }
    }
}
