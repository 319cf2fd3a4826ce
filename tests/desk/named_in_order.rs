//! Whoever a set names is named in the order of the list, whatever their ids are.

use crate::decisions::released;
use hepai::model::RecordId;
use hepai::model::template::Form;
use hepai::state::Moved;
use hepai::templates::{decision, member};

#[test]
fn whoever_a_set_names_stands_in_the_order_of_the_list() {
    let (desk, record) = released();
    let listed = desk.session.rows(member::KIND);
    let asked = || {
        let read = |log: &hepai::model::Log| decision::recipients(&Form::new(log, record.clone()));
        desk.session.read(read)
    };
    let in_order = |asked: &[RecordId], listed: &[RecordId]| {
        let mut kept = listed.to_vec();
        kept.retain(|one| asked.contains(one));
        assert_eq!(asked, kept);
    };
    assert!(asked().len() > 3);
    in_order(&asked(), &listed);
    // Whoever is moved on the list is moved wherever they are named.
    let first = asked()[0].clone();
    for _ in &listed {
        desk.session.move_row(&first, Moved::Down);
    }
    let moved = desk.session.rows(member::KIND);
    assert_ne!(moved, listed);
    in_order(&asked(), &moved);
}
