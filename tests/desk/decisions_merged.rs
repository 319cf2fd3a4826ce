//! What two copies make of one decision, whichever comes first.

use crate::decisions::{answers, drafted, released, say, text};
use crate::people::{Desk, REPS, empty};
use hepai::analysis::Answer;
use hepai::model::template::STATUS;
use hepai::model::{Change, Log, RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{decision, recipient};

/// Two copies of a desk, by whom each is used.
fn copies(desk: &Desk, who: [&str; 2]) -> [Desk; 2] {
    let people = who.map(|name| desk.person(name));
    let copy = |seed, person: &RecordId| {
        let copy = empty(seed);
        copy.take(desk.changes(), person);
        copy.browser.set_now("2026-03-05T15:00:00+08:00");
        copy.session.set_author(Some(person.to_string()));
        copy
    };
    [copy(5, &people[0]), copy(6, &people[1])]
}

/// What both orders of taking make of two copies: the same bytes, the fields that differ, and how people replied.
fn merged(copies: &[Desk; 2], record: &RecordId) -> (Vec<String>, Vec<Answer>) {
    let files: [Vec<Change>; 2] = [copies[0].changes(), copies[1].changes()];
    let lead = copies[0].person("王经理");
    let merge = |order: [usize; 2]| {
        let desk = empty(7);
        for at in order {
            desk.take(files[at].clone(), &lead);
        }
        let differing = desk.session.read(Log::conflicts);
        let keys: Vec<String> = differing.iter().map(|one| one.key.to_string()).collect();
        let mut lines: Vec<String> = desk
            .changes()
            .iter()
            .map(|one| one.line().to_owned())
            .collect();
        lines.sort();
        (lines, keys, answers(&desk, record))
    };
    let (one, two) = (merge([0, 1]), merge([1, 0]));
    assert!(one.0 == two.0, "the same bytes");
    assert_eq!((&one.1, &one.2), (&two.1, &two.2));
    (one.1, one.2)
}

#[test]
fn answered_here_and_changed_there_the_reply_stays_and_is_asked_again() {
    let (desk, record) = released();
    let both = copies(&desk, ["陈专员", "王经理"]);
    say(&both[0], "陈专员", &record, "agree", "");
    both[1].set(
        &record,
        decision::DECISION_TEXT.name,
        Value::text("准予量产 5,000 台"),
    );
    let (differing, replies) = merged(&both, &record);
    assert_eq!(differing, [STATUS], "for the approver");
    let changed = replies.iter().filter(|one| **one == Answer::Outdated(1));
    assert_eq!(changed.count(), 1);
}

#[test]
fn two_versions_released_on_two_copies_differ_in_their_text() {
    let (desk, record) = drafted();
    let both = copies(&desk, ["王经理", "王经理"]);
    for (copy, words) in both.iter().zip(["量产 15,000 台", "量产 5,000 台"]) {
        copy.set(&record, decision::DECISION_TEXT.name, Value::text(words));
        copy.step(&record, "issue");
    }
    let (differing, _) = merged(&both, &record);
    let expected = [decision::DECISION_TEXT.name, decision::TITLE.name];
    assert_eq!(differing, expected, "both texts are readable");
}

#[test]
fn a_reply_recorded_for_somebody_and_their_own_differ_only_where_they_do() {
    let (desk, record) = released();
    let chen = desk.person("陈专员");
    for (own, is_differing) in [("agree", false), ("object", true)] {
        let both = copies(&desk, ["王经理", "陈专员"]);
        let behalf = Behalf {
            member: chen.clone(),
            basis: "会上".to_owned(),
        };
        let agree = recipient::AGREE;
        both[0]
            .session
            .reply_to_decision(&record, agree, "", Some(&behalf));
        say(&both[1], "陈专员", &record, own, "");
        let (differing, replies) = merged(&both, &record);
        let expected: &[&str] = if is_differing { &["reply"] } else { &[] };
        assert_eq!(differing, expected);
        let open = replies.iter().filter(|one| **one == Answer::Open).count();
        assert_eq!(open == REPS.len(), is_differing, "that person says which");
    }
}

#[test]
fn two_that_replace_one_both_stand() {
    let (desk, old) = released();
    let both = copies(&desk, ["王经理", "王经理"]);
    for copy in &both {
        let new = copy.session.begin_replacement(&old);
        copy.step(&new, "issue");
    }
    let (differing, _) = merged(&both, &old);
    assert_eq!(differing, [""; 0]);
    let copy = empty(8);
    for one in &both {
        copy.take(one.changes(), &desk.person("王经理"));
    }
    let status = |record: &RecordId| text(&copy.value(record, STATUS));
    let all: Vec<String> = copy
        .session
        .rows(decision::KIND)
        .iter()
        .map(status)
        .collect();
    assert_eq!(all, ["superseded", "issued", "issued"]);
}
