//! What this browser could not read makes nothing complete.

use super::{open, text, title};
use hepai::exchange::{Envelope, purpose};
use hepai::model::{Change, RecordId};
use hepai::state::{Extent, Sent, Session};
use hepai::storage::Reach;
use reactive_graph::computed::ArcMemo;
use reactive_graph::traits::Get;

fn save(session: Session) -> String {
    session.note_sent(Sent {
        file: "备份.json".to_owned(),
        envelope: Envelope::of(purpose::BACKUP),
        ..Sent::default()
    })
}

fn change(replica: &str, number: u64) -> Change {
    let line = format!(
        r#"{{"cells":{{"title":["{number}"]}},"id":"{replica}-{number}","lamport":{number},"record":"task/{replica}{number}","time":0}}"#
    );
    Change::parse(&line).expect("a change")
}

#[test]
fn what_could_not_be_read_makes_a_copy_a_part_and_its_file_no_backup() {
    let (_owner, fake, session) = open(50);
    session
        .field(RecordId::of("task/A"), title())
        .set(text("在这里"));
    let shown = ArcMemo::new(move |_| session.extent());
    assert_eq!(shown.get(), Extent::Whole);
    for (reach, extent) in [
        (Reach::Part, Extent::Unread),
        (Reach::Asking, Extent::Asking),
    ] {
        fake.reach.set(reach);
        session.news_reach();
        assert_eq!(shown.get(), extent, "whoever watches it hears of it");
        assert!(!session.is_whole());
        save(session);
        assert_eq!(session.backup().last_ms, None);
        assert!(session.sent().iter().all(|sent| sent.is_part));
    }
    fake.reach.set(Reach::All);
    session.news_reach();
    assert_eq!(shown.get(), Extent::Whole);
    save(session);
    assert!(session.backup().last_ms.is_some());
}

#[test]
fn a_part_of_others_stays_a_part_whatever_was_read() {
    let (_owner, fake, session) = open(51);
    session.load(Vec::new(), &[], false);
    assert_eq!(session.extent(), Extent::Part);
    fake.reach.set(Reach::Part);
    assert_eq!(session.extent(), Extent::Unread);
    session.news_whole();
    assert_eq!(session.extent(), Extent::Unread);
    fake.reach.set(Reach::All);
    assert_eq!(session.extent(), Extent::Whole);
}

#[test]
fn what_was_not_read_when_a_file_was_sent_is_not_sent_with_it() {
    let (_owner, fake, session) = open(52);
    // Of an earlier page only the later edits could be read, of another the first ones.
    let near = vec![
        change("ABCDEFGHJK", 3),
        change("ABCDEFGHJK", 4),
        change("BBBBBBBBBB", 1),
        change("BBBBBBBBBB", 2),
    ];
    session.load(vec![("own".to_owned(), near)], &[], true);
    fake.reach.set(Reach::Part);
    let key = save(session);
    session.tick_sent(&key, true);
    assert_eq!(session.unsent().len(), 2, "rather sent twice than never");
    fake.reach.set(Reach::All);
    let rest = vec![
        change("ABCDEFGHJK", 1),
        change("ABCDEFGHJK", 2),
        change("BBBBBBBBBB", 3),
    ];
    session.news("own", rest);
    assert_eq!(session.unsent().len(), 5);
    assert_eq!(session.backup().edits, 7, "nor is it backed up");
}

#[test]
fn an_import_that_two_tabs_took_stays_by_the_other_and_that_is_told() {
    let (_owner, _, session) = open(53);
    let file = || (1..=3).map(|n| change("CCCCCCCCCC", n)).collect::<Vec<_>>();
    let take =
        |name: &str| session.take(file(), Vec::new(), vec![name.to_owned()], false, Vec::new());
    let (first, second) = (take("回复.json"), take("回复 (1).json"));
    session.switch_import(&first, false);
    assert!(session.is_visible(&RecordId::of("task/CCCCCCCCCC1")));
    assert_eq!(
        session.held_elsewhere(&first),
        (3, vec!["回复 (1).json".to_owned()])
    );
    session.switch_import(&second, false);
    assert!(!session.is_visible(&RecordId::of("task/CCCCCCCCCC1")));
    assert_eq!(session.held_elsewhere(&second), (0, Vec::new()));
}

#[test]
fn several_records_come_back_in_one_act() {
    let (_owner, _, session) = open(54);
    let records = ["task/A", "task/B"].map(RecordId::of);
    for record in &records {
        session.field(record.clone(), title()).set(text("有"));
        session.delete(record);
    }
    session.restore_all(&records);
    assert!(records.iter().all(|record| session.is_visible(record)));
    session.undo();
    assert!(records.iter().all(|record| !session.is_visible(record)));
}
