//! Where a row goes among rows that two people put at one place.

use crate::people::lead;
use hepai::model::{RecordId, Value};
use hepai::templates::stage;

#[test]
fn a_row_goes_where_it_was_put_however_many_stand_at_one_place() {
    for equal in 1..=4 {
        let desk = lead();
        let rows = desk.session.rows(stage::STAGE.kind);
        let key = desk.value(&rows[0], "order");
        for row in &rows[1..equal] {
            desk.set(row, "order", key.clone());
        }
        let before: Vec<RecordId> = desk.session.rows(stage::STAGE.kind);
        let name = vec![(stage::NAME.name, Value::text("新的阶段"))];
        let made = desk
            .session
            .add_rows(stage::STAGE.kind, None, Some(&before[0]), &[name]);
        let mut wanted = before.clone();
        wanted.insert(1, made[0].clone());
        assert_eq!(
            desk.session.rows(stage::STAGE.kind),
            wanted,
            "behind the first of {equal}"
        );
        desk.session.undo();
        assert_eq!(desk.session.rows(stage::STAGE.kind), before, "one step");
    }
}
