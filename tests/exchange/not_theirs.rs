//! What somebody else says in one's name, and steps taken by those whose steps they are not: told, however it is
//! written down.

use crate::help::{change, text};
use crate::stakes::{Edit, LEAD, LI, ZHAO, acts, copy, file, look, project, stakes};
use hepai::exchange::preview::Stake;
use hepai::model::{Change, Value};

/// What the file of 赵主管 that writes this asks the lead to look at.
fn looked_at(edits: &[Edit<'_>]) -> Vec<Stake> {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(&mut log, "ZZZZZZZZZZ", ZHAO, edits);
    stakes(&lead, &look(&lead, &[file(&log, ZHAO)]))
}

fn are_told(name: &str, edits: &[Edit<'_>], is_so: fn(&Stake) -> bool) {
    let stakes = looked_at(edits);
    assert!(stakes.iter().any(is_so), "{name}: {stakes:#?}");
}

#[test]
fn a_departments_word_is_its_own_whatever_the_record_calls_itself() {
    let at = || text("2026-03-05T10:00:00+08:00");
    let none = || Value::Bool(true);
    let of = |department: &str| text(&format!("department/{department}"));
    let words: [(&str, Vec<Edit<'_>>); 6] = [
        (
            "what a change does there",
            vec![
                ("assessment/c1-rd", "department", of("rd")),
                ("assessment/c1-rd", "opinion", text("没有影响")),
                ("assessment/c1-rd", "at", at()),
            ],
        ),
        (
            "an opinion on a draft",
            vec![
                ("opinion/0P1N10NA", "department", of("rd")),
                ("opinion/0P1N10NA", "opinion", text("完全同意")),
            ],
        ),
        (
            "nothing to say to a draft",
            vec![
                ("opinion/d1-rd", "department", of("rd")),
                ("opinion/d1-rd", "none", none()),
            ],
        ),
        (
            "the same, the department said to be one's own",
            vec![
                ("opinion/d1-rd", "department", of("sales")),
                ("opinion/d1-rd", "none", none()),
            ],
        ),
        (
            "a confirmation, the department said to be one's own",
            vec![
                ("confirmation/rd", "department", of("sales")),
                ("confirmation/rd", "answer", text("confirmed")),
            ],
        ),
        (
            "a reply to a decision, the person said to be oneself",
            vec![
                ("recipient/d1-m2", "member", text(ZHAO)),
                ("recipient/d1-m2", "reply", text("agree")),
            ],
        ),
    ];
    for (name, edits) in words {
        are_told(name, &edits, |stake| stake.is_anothers_word);
    }
    let own = looked_at(&[
        ("assessment/c1-sales", "department", of("sales")),
        ("assessment/c1-sales", "opinion", text("晚两天")),
        ("opinion/0P1N10NB", "department", of("sales")),
        ("opinion/0P1N10NB", "opinion", text("第三条写细些")),
        ("recipient/d1-m3", "member", text(ZHAO)),
        ("recipient/d1-m3", "reply", text("agree")),
    ]);
    assert!(
        own.iter().all(|stake| !stake.is_in_anothers_name()),
        "{own:#?}"
    );
}

#[test]
fn a_step_that_binds_is_told_where_it_is_not_theirs_who_took_it() {
    let steps: [(&str, Vec<Edit<'_>>); 5] = [
        (
            "a change approved by whoever asked for it",
            vec![
                ("change_request/c1", "requested_by", text(ZHAO)),
                ("change_request/c1", "decided_by", text(LEAD)),
                ("change_request/c1", "status", text("approved")),
            ],
        ),
        (
            "a decision that another approves",
            vec![
                ("decision/d1", "approver", text(LEAD)),
                ("decision/d1", "driver", text(ZHAO)),
                ("decision/d1", "status", text("confirmed")),
            ],
        ),
        (
            "a lesson confirmed",
            vec![
                ("lesson/l1", "confirmed_by", text(LEAD)),
                ("lesson/l1", "status", text("confirmed")),
            ],
        ),
        (
            "an issue closed by its owner",
            vec![
                ("issue/i1", "owner", text(ZHAO)),
                ("issue/i1", "raised_by", text(LI)),
                ("issue/i1", "status", text("closed")),
            ],
        ),
        (
            "the same by one who makes themselves the lead in the same file",
            vec![
                (ZHAO, "project_role", text("lead")),
                ("lesson/l1", "status", text("confirmed")),
            ],
        ),
    ];
    for (name, edits) in steps {
        are_told(name, &edits, |stake| {
            stake.is_unentitled && stake.is_in_anothers_name()
        });
    }
    // What is theirs to do stays without a word.
    let own = looked_at(&[
        ("task/t30", "title", text("新的一项")),
        ("task/t30", "owner", text(ZHAO)),
        ("task/t30", "status", text("review")),
        ("issue/i2", "raised_by", text(ZHAO)),
        ("issue/i2", "status", text("submitted")),
        ("decision/d2", "approver", text(ZHAO)),
        ("decision/d2", "status", text("issued")),
    ]);
    assert!(own.iter().all(|stake| !stake.is_unentitled), "{own:#?}");
}

#[test]
fn what_somebody_recorded_for_the_reader_is_told_to_the_reader() {
    let lead = project();
    let answer = change(
        "ZZZZZZZZZZ-1",
        900,
        Some(ZHAO),
        "confirmation/market",
        &[("comment", text("口头同意"), &[])],
    );
    let recorded = |for_whom: &str| {
        let mut content = (*answer).clone();
        content.on_behalf_of = Some(for_whom.into());
        content.note = Some("口头".into());
        let mut log = copy(&lead.log);
        log.load("own", [Change::new(content)]);
        stakes(&lead, &look(&lead, &[file(&log, ZHAO)]))
    };
    assert!(recorded(LEAD).iter().any(|stake| stake.is_for_you));
    assert!(!recorded(LI).iter().any(|stake| stake.is_for_you));
}
