//! Letters of the role table that were copied elsewhere.

use crate::role_table::{place, table};
use hepai::analysis::people::role_table::role_columns;
use hepai::analysis::words::cells::CopiedCells;
use hepai::model::{RecordId, Value};
use hepai::templates::{assignment, work_item};

#[test]
fn letters_are_pasted_as_a_block_or_as_a_whole_table() {
    let (desk, row, [development, marketing]) = table();
    let columns: Vec<RecordId> = desk
        .session
        .read(role_columns)
        .into_iter()
        .map(|column| column.record)
        .collect();
    let at = columns
        .iter()
        .position(|one| *one == development)
        .expect("a column");
    let beside = &columns[at + 1];
    let cells = CopiedCells::of_text("R\tI\n咨询\tx");
    let taken = desk.session.paste_roles(&cells, Some((&row, &development)));
    assert_eq!(
        (taken.filled, taken.added, taken.unread.len()),
        (2, 0, 0),
        "one row is there"
    );
    assert_eq!(desk.session.role_letter(&row, &development), "R");
    assert_eq!(desk.session.role_letter(&row, beside), "I");
    desk.session.undo();
    assert_eq!(desk.session.role_letter(&row, &development), "AR");

    let name = |column: &RecordId| {
        let name = desk.value(column, hepai::templates::department::NAME.name);
        name.as_text().unwrap_or_default().to_owned()
    };
    let text = format!(
        "事项\t{}\t{}\t外包\n开发与认证\tA/R\t知会\t\n定价\t咨询\t拍板 陈专员\tR\n",
        name(&development),
        name(&marketing)
    );
    let taken = desk.session.paste_roles(&CopiedCells::of_text(&text), None);
    assert_eq!((taken.filled, taken.added), (3, 1), "{taken:?}");
    assert_eq!(taken.unread, ["R"], "a column that is not there");
    let pricing = desk.with(work_item::KIND, work_item::NAME, "定价");
    assert_eq!(desk.session.role_letter(&pricing, &marketing), "A");
    let chen = Value::text(desk.person("陈专员").as_str());
    assert_eq!(
        desk.value(&place(&pricing, &marketing), assignment::NAMED_PERSON.name),
        chen
    );
    // The same again changes nothing.
    let again = desk
        .session
        .paste_roles(&CopiedCells::of_text("事项\n一\n二"), None);
    assert_eq!(again.added, 3);
}
