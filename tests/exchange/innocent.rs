//! What is nothing to look at first: ordinary replies, one's own page, what is vouched for.

use crate::help::{Person, change, text};
use crate::stakes::{LEAD, LI, ZHAO, acts, copy, file, look, project, stakes, told};
use hepai::exchange::preview::{Signature, Weight};
use hepai::model::Change;

#[test]
fn ordinary_replies_replace_nothing() {
    let mut lead = project();
    let mut zhao = Person::new(ZHAO, copy(&lead.log));
    zhao.act(&[
        ("task/t01", "deliverable", text("清单")),
        ("task/t30", "title", text("新的一项")),
        ("confirmation/sales", "answer", text("confirmed")),
    ]);
    let mut li = Person::new(LI, copy(&lead.log));
    // Goes on with their own, and answers for themselves.
    li.act(&[
        ("task/t05", "deliverable", text("两台样机")),
        ("task/t06", "accepted", text("accepted")),
    ]);
    // Two differ: both stay.
    lead.act(&[("task/t08", "title", text("我的"))]);
    li.act(&[("task/t08", "title", text("李的"))]);
    li.take(&[&zhao.file()]);
    let preview = look(&lead, &[li.file()]);
    assert_eq!(preview.after.opened.len(), 1);
    let stakes = stakes(&lead, &preview);
    assert!(
        stakes
            .iter()
            .all(|stake| !stake.replaces && !stake.is_anothers_word)
    );
    // What came by way of another's file is told with that.
    assert_eq!(
        told(&stakes),
        [
            "- word confirmation/sales.answer member/m3 Another [0]",
            "- word task/t06.accepted member/m2 Sender [0]",
        ]
    );
    assert_eq!(stakes[0].signature, Signature::Another);
}

#[test]
fn saying_that_ones_own_page_is_ones_own_is_nothing_to_look_at() {
    let mut lead = project();
    let unsigned = change(
        "DDDDDDDDDD-1",
        900,
        None,
        "task/t30",
        &[("title", text("新"), &[])],
    );
    let mut log = copy(&lead.log);
    log.load("own", [unsigned.clone()]);
    acts(
        &mut log,
        "DDDDDDDDDD",
        ZHAO,
        &[("identity/DDDDDDDDDD", "member", text(ZHAO))],
    );
    let file = file(&log, ZHAO);
    assert_eq!(
        told(&stakes(&lead, &look(&lead, std::slice::from_ref(&file)))),
        [""; 0]
    );
    // Of what is here already it is.
    lead.log.load("own", [unsigned]);
    assert_eq!(stakes(&lead, &look(&lead, &[file])).len(), 1);
}

#[test]
fn what_a_file_says_of_who_is_who_does_not_vouch_for_the_rest_of_it() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[
            (ZHAO, "same_as", text(LI)),
            (ZHAO, "department", text("department/rd")),
            ("confirmation/rd", "answer", text("confirmed")),
        ],
    );
    let stakes = stakes(&lead, &look(&lead, &[file(&log, ZHAO)]));
    let word = stakes.iter().find(|stake| stake.weight == Weight::Word);
    assert!(word.is_some_and(|stake| stake.is_anothers_word && stake.replaces));
}

#[test]
fn recorded_for_somebody_counts_with_its_basis_alone() {
    let lead = project();
    let recorded = |note: Option<&str>, for_whom: Option<&str>, author: Option<&str>| {
        let answer = change(
            "ZZZZZZZZZZ-1",
            900,
            author,
            "confirmation/sales",
            &[("answer", text("confirmed"), &[])],
        );
        let mut content = (*answer).clone();
        content.on_behalf_of = for_whom.map(Into::into);
        content.note = note.map(Into::into);
        let mut log = copy(&lead.log);
        log.load("own", [Change::new(content)]);
        let preview = look(&lead, &[file(&log, LI)]);
        stakes(&lead, &preview)[0].is_anothers_word
    };
    assert!(recorded(None, None, Some(LI)), "for another without a word");
    assert!(recorded(None, Some(ZHAO), Some(LI)), "without a basis");
    assert!(recorded(Some(" "), Some(ZHAO), Some(LI)), "an empty basis");
    assert!(
        recorded(Some("电话"), Some(LEAD), Some(LI)),
        "for the wrong one"
    );
    assert!(recorded(None, None, None), "signed by nobody");
    assert!(!recorded(Some("3 月 2 日电话"), Some(ZHAO), Some(LI)));
    assert!(!recorded(None, None, Some(ZHAO)));
}
