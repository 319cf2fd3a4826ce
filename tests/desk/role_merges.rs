//! The role table on two copies: whichever is taken first, both have the same, and nothing is lost.

use crate::people::{Desk, empty};
use crate::role_table::{cards, changed, fill, place, table};
use hepai::analysis::Answer;
use hepai::analysis::inbox::noting::all_noting;
use hepai::analysis::people::role_table::{publication, role_rows};
use hepai::model::{Change, FieldKey};
use hepai::templates::assignment;

/// A copy of the project in another browser, in which that person acts.
fn copy(of: &Desk, seed: u64, name: &str) -> Desk {
    let (sender, other) = (of.person("王经理"), empty(seed));
    other.take(of.changes(), &sender);
    other.session.set_author(Some(of.person(name).to_string()));
    other
}

/// Both orders of taking give the same bytes; the first of them.
fn merged(a: &Desk, b: &Desk) -> Desk {
    let by = a.person("王经理");
    let of = |first: Vec<Change>, then: Vec<Change>| {
        let desk = empty(77);
        desk.take(first, &by);
        desk.take(then, &by);
        desk
    };
    let (one, other) = (of(a.changes(), b.changes()), of(b.changes(), a.changes()));
    let bytes = |desk: &Desk| {
        let mut lines: Vec<String> = desk
            .changes()
            .iter()
            .map(|one| one.line().to_owned())
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(bytes(&one), bytes(&other));
    let shown = |desk: &Desk| {
        desk.session.read(|log| {
            let conflicts = log.conflicts();
            (role_rows(log), publication(log), conflicts, all_noting(log))
        })
    };
    assert_eq!(shown(&one), shown(&other));
    one
}

#[test]
fn shown_here_and_changed_there_is_one_change_that_asks_its_people_again() {
    let (here, row, [_, marketing]) = table();
    let there = copy(&here, 5, "王经理");
    here.session.publish_roles(None);
    let li = here.person("李主管");
    here.session.note_roles(&li, None);
    fill(&there, &row, &marketing, "I");
    let both = merged(&here, &there);
    assert_eq!(both.session.role_letter(&row, &marketing), "I");
    assert_eq!(changed(&both), 1);
    assert_eq!(cards(&both, "陈专员", &[]), [Answer::Open]);
    assert_eq!(cards(&both, "李主管", &[]), []);
}

#[test]
fn two_letters_in_one_place_stand_both_and_hold_the_table_back() {
    let (here, row, [_, marketing]) = table();
    let there = copy(&here, 5, "陈专员");
    fill(&here, &row, &marketing, "I");
    fill(&there, &row, &marketing, "R");
    let both = merged(&here, &there);
    let letter = FieldKey::of(assignment::LETTER.name);
    let found = both.session.distinct(&place(&row, &marketing), &letter);
    assert_eq!(found.len(), 2);
    let held = both.session.roles_held();
    assert!(
        held.lacks
            .iter()
            .any(|lack| lack.place().0 == &place(&row, &marketing))
    );
    // Different places merge.
    let sales = here.department(&here.person("赵主管"));
    fill(&here, &row, &sales, "C");
    assert_eq!(merged(&here, &there).session.role_letter(&row, &sales), "C");
}

#[test]
fn a_row_deleted_here_and_filled_there_comes_back_with_what_was_filled() {
    let (here, row, [_, _]) = table();
    let there = copy(&here, 5, "王经理");
    let sales = here.department(&here.person("赵主管"));
    here.session.delete(&row);
    assert!(
        here.session.read(role_rows).is_empty(),
        "its places go with it"
    );
    fill(&there, &row, &sales, "C");
    let both = merged(&here, &there);
    assert_eq!(both.session.read(role_rows), std::slice::from_ref(&row));
    both.session.restore(&row);
    assert_eq!(both.session.role_letter(&row, &sales), "C");
    let development = here.department(&here.person("李主管"));
    assert_eq!(both.session.role_letter(&row, &development), "AR");
    // Undoing the deletion brings the places back, too.
    here.session.undo();
    assert_eq!(here.session.role_letter(&row, &development), "AR");
}
