//! The summary report: lines that are taken over, what a department contributed, and the figures that stay when it is
//! made final.

use super::session::Session;
use crate::analysis::standing::report::counted;
use crate::model::log::Slot;
use crate::model::template::{CellType, Choice, PARENT, STATUS};
use crate::model::{RecordId, Value};
use crate::templates::report::{self, SNAPSHOT};
use crate::templates::report_item;

impl Session {
    /// A line of the report, with the record that shows it.
    pub fn report_line(&self, section: Choice, text: &str, evidence: Option<&RecordId>) {
        let mut fields = vec![
            (report_item::SECTION.name, Value::text(section.key)),
            (report_item::TEXT.name, Value::typed(text)),
        ];
        fields.extend(evidence.map(|record| (report_item::EVIDENCE.name, record.write())));
        self.add_rows(report_item::KIND, Some(&report::record()), None, &[fields]);
    }

    /// What a department contributed, in one line; one line, whoever writes it.
    pub fn contribute(&self, department: &RecordId, text: &str) -> Vec<Slot> {
        let Some(line) = report_item::record_of(department) else {
            return Vec::new();
        };
        let text = (report_item::TEXT.name, Value::typed(text));
        if self.read(|log| log.is_visible(&line)) {
            return self.set_fields(&line, &[text]);
        }
        let parent = report::record();
        let fields = [
            (PARENT, parent.write()),
            (
                report_item::SECTION.name,
                Value::text(report_item::CONTRIBUTION.key),
            ),
            (report_item::DEPARTMENT.name, department.write()),
            text,
        ];
        let writes = self.writes_at_end(&line, Some(&parent), &fields);
        self.apply(writes, None)
    }

    /// A draft of the summary takes the place of what stands there.
    pub fn write_summary(&self, text: &str) -> Vec<Slot> {
        let summary = report::EXECUTIVE_SUMMARY.name;
        self.set_fields(&report::record(), &[(summary, Value::typed(text))])
    }

    /// 定稿: the figures as they stand are kept, and the report is final; one act.
    pub fn finalise_report(&self, reason: Option<&str>) -> Vec<Slot> {
        let now = self.now();
        let figures = self.read(|log| counted(log, now)).in_order();
        let mut writes = vec![self.agreed(
            &report::record(),
            STATUS,
            Value::text(report::CONFIRMED.key),
        )];
        let kept = SNAPSHOT.iter().zip(figures);
        writes
            .extend(kept.map(|(key, n)| self.write_of(&report::record(), key.name, Value::int(n))));
        self.apply(writes, reason)
    }
}
