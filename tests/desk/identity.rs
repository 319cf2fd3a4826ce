//! Who signs is a claim of this browser.

use crate::people::{empty, lead};
use hepai::analysis::people::same_person::looks_like;
use hepai::model::{RecordId, Value};
use hepai::templates::charter;
use hepai::templates::{identity, member};

#[test]
fn what_was_written_before_anybody_was_named_is_signed_afterwards() {
    let desk = lead();
    let (me, rep) = (desk.person("王经理"), empty(2));
    rep.take(desk.changes(), &me);
    assert_eq!((rep.session.author(), rep.session.me()), (None, None));
    rep.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("谁写的"),
    );
    let nameless = rep
        .changes()
        .into_iter()
        .find(|change| change.author.is_none());
    let replica = nameless.expect("a change without a name").id.replica;

    let chen = rep.person("陈专员");
    rep.session.set_author(Some(chen.to_string()));
    assert_eq!(rep.session.me(), Some(chen.clone()));
    let signed = RecordId::of(&format!("{}/{replica}", identity::KIND));
    assert_eq!(
        rep.value(&signed, identity::MEMBER),
        Value::text(chen.as_str())
    );

    // From now on every change is signed, under another replica.
    rep.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("陈写的"),
    );
    let signed = rep
        .changes()
        .into_iter()
        .filter(|change| change.id.replica != replica);
    let signed: Vec<_> = signed
        .filter(|change| change.author.as_deref() == Some(chen.as_str()))
        .collect();
    assert_eq!(signed.len(), 2, "who wrote the first, and the second");
}

#[test]
fn the_next_person_at_the_same_computer_does_not_sign_for_the_first() {
    let desk = lead();
    let before = desk.changes().len();
    desk.session.set_author(Some("小周".to_owned()));
    assert_eq!(desk.changes().len(), before, "all was signed already");
    assert_eq!(desk.session.author().as_deref(), Some("小周"));
    assert_eq!(desk.session.me(), None, "a name is nobody of the list");
    desk.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("小周写的"),
    );
    let changes = desk.changes();
    let last = changes
        .iter()
        .max_by_key(|change| change.lamport)
        .expect("a change");
    assert_eq!(last.author.as_deref(), Some("小周"));
    assert!(
        changes
            .iter()
            .filter(|change| change.id.replica == last.id.replica)
            .count()
            == 1
    );
    desk.session.set_author(Some(String::new()));
    assert_eq!(desk.session.author(), None, "later");
}

#[test]
fn who_cannot_be_told_from_another_by_their_name_is_told_and_one_person_entered_twice_is_not() {
    let desk = lead();
    let (wang, li) = (desk.person("王经理"), desk.person("李主管"));
    let add = |name: &str| {
        let fields = vec![(member::PERSON.name, Value::text(name))];
        let added = desk
            .session
            .add_rows(member::MEMBER.kind, None, None, &[fields]);
        added[0].clone()
    };
    let looks = |one: &RecordId| desk.session.read(|log| looks_like(log, one));
    assert_eq!((looks(&wang), looks(&li)), (None, None));
    let hidden = add("王\u{200B}经理");
    let written_otherwise = add("玉经理");
    let told = Some("王经理".to_owned());
    assert_eq!(
        (looks(&hidden), looks(&written_otherwise)),
        (told.clone(), told)
    );
    assert!(looks(&wang).is_some_and(|name| name != "王经理"));
    assert_eq!(looks(&li), None);
    for one in [&hidden, &written_otherwise] {
        desk.set(one, member::SAME_AS.name, Value::text(wang.as_str()));
    }
    assert_eq!(
        [&wang, &hidden, &written_otherwise].map(looks),
        [None, None, None]
    );
    let again = add("李主管");
    assert_eq!(
        looks(&li),
        Some("李主管".to_owned()),
        "entered twice, joined with nobody"
    );
    assert_eq!(looks(&again), Some("李主管".to_owned()));
}
