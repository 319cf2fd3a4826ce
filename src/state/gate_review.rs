//! What a gate review decides: on the milestone, as a decision of the meeting, and its conditions as actions.

use super::session::Session;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::model::template::{CellType, Choice};
use crate::model::{RecordId, Value};
use crate::templates::{decision, milestone, minutes_item};

impl Session {
    /// Notes it, in one act; each condition is read as a line of the meeting and becomes an action. Returns the
    /// decision, which goes to everybody with the release.
    pub fn note_gate(
        &self,
        held: &HeldMeeting,
        milestone: &RecordId,
        result: Choice,
        text: &str,
        conditions: &str,
    ) -> Option<RecordId> {
        let mut writes = self.meeting_begun(held);
        writes.push(self.write_of(
            milestone,
            milestone::GATE_DECISION.name,
            Value::text(result.key),
        ));
        writes.push(self.write_of(
            milestone,
            milestone::CONDITIONS.name,
            Value::typed(conditions),
        ));
        let fields = vec![
            (decision::DECISION_TEXT.name, Value::typed(text)),
            (decision::CATEGORY.name, Value::text(decision::GATE.key)),
            (decision::DECIDED_IN.name, held.meeting.write()),
        ];
        let (made, more) = self.first_writes(decision::KIND, None, fields);
        writes.extend(more);
        writes.extend(self.first_of_decision(&made));
        let line = vec![
            (
                minutes_item::SORT.name,
                Value::text(minutes_item::DECISION.key),
            ),
            (minutes_item::TEXT.name, Value::typed(text)),
            (minutes_item::ABOUT.name, milestone.write()),
            (minutes_item::BECAME.name, made.write()),
        ];
        let rows = self.new_rows(minutes_item::KIND, Some(&held.minutes), None, &[line]);
        writes.extend(rows.1);
        self.apply(writes, None);
        let ground = self.line_ground(held);
        let lines = conditions.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty()) {
            let action = format!("{}：{line}", minutes_item::ACTION.label.zh);
            let said = self.read_line(&ground, Some(milestone), &action);
            self.note_line(held, Some(milestone), &said);
        }
        Some(made)
    }
}
