//! Rows: nobody stands in a loop, lists are sorted, and walking down meets every row once.

use crate::oracle::Facts;
use crate::people::World;
use crate::schema::Reading;
use hepai::model::{FieldKey, RecordId};
use std::collections::BTreeSet;

impl World {
    /// Rows: nobody stands in a loop, lists are sorted, what lies under something hidden is listed.
    pub(crate) fn check_rows(&mut self, who: usize, force: &Facts, reading: Reading) {
        let unsound = self.unsound(force);
        let log = &self.people[who].log;
        for row in log.all_records() {
            let mut seen = BTreeSet::new();
            let mut at = Some(row.clone());
            while let Some(next) = at {
                assert!(seen.insert(next.clone()), "a loop of parents is cut: {row}");
                at = log.parent_of(&next);
            }
        }
        self.check_tree(who);
        let log = &self.people[who].log;
        let rows = log.rows("task");
        let key = |row: &RecordId| {
            (
                log.value(row, &FieldKey::of("order"))
                    .as_text()
                    .unwrap_or_default()
                    .to_owned(),
                row.clone(),
            )
        };
        assert!(
            rows.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])),
            "rows sort by order and by record id"
        );
        if !unsound.is_empty() {
            return;
        }
        let parents = self.oracle.parents(force);
        let (mut lost, mut cuts) = (Vec::new(), Vec::new());
        for row in self.oracle.records(force) {
            let is_visible = self.oracle.is_visible(force, reading, &row);
            assert_eq!(log.is_visible(&row), is_visible, "{row}");
            if row.kind() == "task" {
                assert_eq!(rows.contains(&row), is_visible);
            }
            let cut = self.oracle.is_cut(force, &parents, &row);
            assert_eq!(
                log.is_cut(&row),
                cut,
                "a loop is cut at the record whose parent comes last: {row}"
            );
            assert_eq!(
                log.parent_of(&row).as_ref(),
                parents.get(&row).filter(|_| !cut)
            );
            if is_visible
                && parents
                    .get(&row)
                    .is_some_and(|parent| !self.oracle.is_visible(force, reading, parent))
            {
                lost.push(row.clone());
            }
            if is_visible && cut {
                cuts.push(row);
            }
        }
        assert_eq!(log.cut_rows(), cuts, "where a loop is cut is listed");
        assert_eq!(
            log.lost_rows(),
            lost,
            "a live row under something deleted or missing is listed"
        );
    }

    /// Walking down from the top meets every visible row whose parents are visible, each once.
    fn check_tree(&self, who: usize) {
        let log = &self.people[who].log;
        let rows = log.rows("task");
        let is_top = |row: &&RecordId| {
            log.parent_of(row)
                .is_none_or(|parent| !log.is_visible(&parent) || parent.kind() != "task")
        };
        let mut met: Vec<RecordId> = rows.iter().filter(is_top).cloned().collect();
        let mut at = 0;
        while at < met.len() {
            assert!(
                met.len() <= rows.len(),
                "walking down the rows does not end"
            );
            met.extend(log.rows_under(&met[at], "task"));
            at += 1;
        }
        met.sort();
        let mut all = rows;
        all.sort();
        assert_eq!(met, all, "every row is met once, walking down");
    }
}
