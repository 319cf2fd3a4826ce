//! What two copies make of one consultation, whichever comes first.

use crate::opinion_cards::cards;
use crate::opinions::{answer, as_, asked, line, read, say};
use crate::people::{Desk, empty};
use hepai::analysis::standing::consultations::{in_order, late_lines};
use hepai::model::{Change, FieldKey, Log, RecordId, Value};
use hepai::templates::opinion;

/// Two copies of a desk, by whom each is used.
fn copies(desk: &Desk, who: [&str; 2]) -> [Desk; 2] {
    let people = who.map(|name| desk.person(name));
    let copy = |seed, person: &RecordId| {
        let copy = empty(seed);
        copy.take(desk.changes(), person);
        copy.browser.set_now("2026-03-06T15:00:00+08:00");
        copy.session.set_author(Some(person.to_string()));
        copy
    };
    [copy(5, &people[0]), copy(6, &people[1])]
}

/// What both orders of taking make of two copies: the same bytes, and what somebody reads of it.
fn merged<T: PartialEq + std::fmt::Debug>(both: &[Desk; 2], look: impl Fn(&Desk) -> T) -> T {
    let files: [Vec<Change>; 2] = [both[0].changes(), both[1].changes()];
    let lead = both[0].person("王经理");
    let merge = |order: [usize; 2]| {
        let desk = empty(7);
        for at in order {
            desk.take(files[at].clone(), &lead);
        }
        let changes = desk.changes();
        let lines = changes.iter().map(|one| one.line().to_owned());
        let mut lines: Vec<String> = lines.collect();
        lines.sort();
        (lines, look(&desk))
    };
    let (one, two) = (merge([0, 1]), merge([1, 0]));
    assert!(one.0 == two.0, "the same bytes");
    assert_eq!(one.1, two.1, "the same screen");
    one.1
}

fn differing(desk: &Desk) -> Vec<String> {
    let all = desk.session.read(Log::conflicts);
    all.iter().map(|one| one.key.to_string()).collect()
}

#[test]
fn an_opinion_that_comes_after_the_answers_were_shown_is_late_and_stands_below() {
    let (desk, record) = asked();
    say(&desk, "吴主管", &record, "第 15 条", "不同意");
    let both = copies(&desk, ["王经理", "赵主管"]);
    answer(
        &both[0],
        &line(&both[0], "不同意"),
        opinion::DECLINED,
        "每周二够了",
    );
    both[0].step(&record, "answer");
    say(&both[1], "赵主管", &record, "第 6 条", "30 天太紧");
    let (differing, late, order, card) = merged(&both, |desk| {
        let late: Vec<RecordId> = read(desk, &record, late_lines).into_iter().collect();
        let order = read(desk, &record, in_order);
        let card = cards(desk, "王经理", &[], "2026-03-06").len();
        (differing(desk), late, order, card)
    });
    assert_eq!(differing, [""; 0], "both stand");
    assert_eq!(late.len(), 1);
    assert_eq!(
        order.last(),
        late.first(),
        "although its clause comes first"
    );
    assert_eq!(order.len(), 2);
    assert_eq!(card, 1, "it may be answered");
}

#[test]
fn opinions_on_two_copies_all_stand_and_no_comment_is_one() {
    let (desk, record) = asked();
    let both = copies(&desk, ["赵主管", "赵主管"]);
    for (copy, text) in both.iter().zip(["30 天太紧", "改 45 天"]) {
        say(copy, "赵主管", &record, "第 6 条", text);
        as_(copy, "李主管", |home| {
            copy.session.no_comment(&record, home, None);
        });
    }
    let (keys, rows) = merged(&both, |desk| {
        (differing(desk), desk.session.rows(opinion::KIND).len())
    });
    assert_eq!(keys, [""; 0]);
    assert_eq!(
        rows, 3,
        "two lines, and one word that there is nothing to say"
    );
}

#[test]
fn two_answers_to_one_line_differ_and_a_line_answered_here_and_changed_there_is_asked_again() {
    let (desk, record) = asked();
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    let of_both = line(&desk, "30 天太紧");
    let both = copies(&desk, ["王经理", "王经理"]);
    answer(&both[0], &of_both, opinion::ADOPTED, "");
    answer(&both[1], &of_both, opinion::DECLINED, "30 天够了");
    assert_eq!(merged(&both, differing), ["answer"]);
    let both = copies(&desk, ["王经理", "赵主管"]);
    answer(&both[0], &of_both, opinion::ADOPTED, "");
    both[1].set(
        &of_both,
        opinion::OPINION_TEXT.name,
        Value::text("改 60 天"),
    );
    let (keys, is_old) = merged(&both, |desk| {
        (
            differing(desk),
            read(desk, &of_both, opinion::is_answer_outdated),
        )
    });
    assert_eq!((keys, is_old), (Vec::new(), true));
    let key = FieldKey::of(opinion::ANSWER.name);
    assert_eq!(
        both[0].session.value(&of_both, &key),
        Value::text("adopted")
    );
}
