//! Saved and sent are two facts.

use crate::people::{Desk, empty, lead, moment};
use chrono::{DateTime, FixedOffset};
use hepai::exchange::{Envelope, purpose};
use hepai::model::{Change, RecordId, Value};
use hepai::state::{Received, SendState, Sent};
use hepai::storage::Reach;
use hepai::templates::charter;

pub(crate) fn save(desk: &Desk, to: &[&RecordId]) -> String {
    desk.session.note_sent(Sent {
        file: "A1.json".to_owned(),
        envelope: Envelope {
            to: to.iter().map(ToString::to_string).collect(),
            ..Envelope::of(purpose::UPDATE)
        },
        ..Sent::default()
    })
}

#[test]
fn what_is_saved_stays_unsent_until_somebody_says_it_was_sent() {
    let desk = lead();
    let all = desk.session.unsent().len();
    assert!(all > 40, "nothing of a new project is sent: {all}");
    let key = save(&desk, &[]);
    assert_eq!(desk.session.unsent().len(), all, "saved is not sent");
    desk.session.tick_sent(&key, true);
    assert!(desk.session.unsent().is_empty());
    desk.session.tick_sent(&key, false);
    assert_eq!(desk.session.unsent().len(), all, "not after all");
    desk.session.tick_sent(&key, true);
    let goal = (
        charter::record(),
        hepai::model::FieldKey::of(charter::GOAL_STATEMENT.name),
    );
    for text in ["目标 一", "目标 二"] {
        desk.set(&goal.0, goal.1.as_str(), Value::text(text));
    }
    let open = desk.session.unsent();
    assert_eq!(open.len(), 1, "things, not edits: {open:?}");
    assert_eq!(open[0].thing, goal.0);
}

#[test]
fn what_somebody_else_wrote_is_not_mine_to_send() {
    let desk = lead();
    let (me, rep) = (desk.person("王经理"), empty(2));
    rep.take(desk.changes(), &me);
    assert!(rep.session.unsent().is_empty());
    rep.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("背景"),
    );
    assert_eq!(rep.session.unsent().len(), 1);
    let chen = rep.person("陈专员").to_string();
    rep.session.set_author(Some(chen));
    let unsent = rep.session.unsent().len();
    assert_eq!(unsent, 1, "saying who one is is nothing to send");
}

#[test]
fn a_colleague_has_it_by_a_reply_and_nothing_less() {
    let desk = lead();
    let (me, them) = (desk.person("王经理"), desk.person("陈专员"));
    let standing = || desk.session.standing(&them);
    assert_eq!(standing(), SendState::Never);
    let first = desk.changes();
    let key = save(&desk, &[&them]);
    assert_eq!(standing(), SendState::Saved);
    desk.session.tick_sent(&key, true);
    assert_eq!(standing(), SendState::Sent);
    assert_eq!(
        desk.session.standing(&desk.person("赵主管")),
        SendState::Never,
        "it was for somebody else"
    );

    let rep = empty(2);
    rep.take(first, &me);
    let early = rep.changes();
    desk.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("后来"),
    );
    let key = save(&desk, &[&them]);
    desk.session.tick_sent(&key, true);
    desk.take(early, &them);
    assert_eq!(
        standing(),
        SendState::Sent,
        "the reply is older than what was sent last"
    );
    rep.take(desk.changes(), &me);
    desk.take(rep.changes(), &desk.person("赵主管"));
    assert_eq!(standing(), SendState::Sent, "a reply of somebody else");
    desk.take(rep.changes(), &them);
    assert_eq!(standing(), SendState::Received);
}

#[test]
fn a_damaged_line_of_the_ledger_hides_no_other() {
    let desk = lead();
    let key = save(&desk, &[]);
    desk.session.set_fact("sent/ZZZZ", "{\"at_ms\":");
    let sent = desk.session.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].key.clone(), sent[0].ticked_ms), (key, None));
    assert!(sent[0].covers.values().sum::<u64>() > 0, "{:?}", sent[0]);
}

#[test]
fn who_answered_since_is_told_by_moments_and_not_by_texts_of_two_time_zones() {
    let zone = |hours: i32| FixedOffset::east_opt(hours * 3600).expect("a zone");
    let asked = moment("2026-03-05T14:30");
    let written = |text: &str| {
        let at: DateTime<FixedOffset> = text.parse().expect("a moment");
        Received {
            envelope: Envelope {
                at: Some(at),
                ..Envelope::default()
            },
            ..Received::default()
        }
    };
    for (at, is_since) in [
        // Later, though its text is earlier.
        ("2026-03-05T08:00:00+01:00", true),
        ("2026-03-05T06:30:10Z", true),
        // Earlier, though its text is later.
        ("2026-03-05T15:00:00+09:00", false),
        ("2026-03-05T14:29:59+08:00", false),
        ("2026-03-05T14:30:00+08:00", true),
    ] {
        for reader in [-8, 0, 8] {
            let file = written(at);
            assert_eq!(
                file.is_since(asked.timestamp_millis() + 999, zone(reader)),
                is_since,
                "{at} read at {reader}"
            );
        }
    }
    let old = Received {
        at: "2026-03-05 14:30".to_owned(),
        ..Received::default()
    };
    assert!(old.is_since(asked.timestamp_millis(), zone(8)));
    assert!(!old.is_since(asked.timestamp_millis() + 60_000, zone(8)));
}

#[test]
fn what_an_earlier_version_noted_of_files_is_read() {
    let desk = lead();
    let sent = r#"{"at_ms":1772692200000,"file":"A1.json","to":["member/m2"],"purpose":"invite",
        "requests":["confirm_goal"],"by_when":"2026-03-03T18:00:00+08:00","covers":{"AAAAAAAAAA":3}}"#;
    let news = r#"{"at_ms":1772692300000,"file":"A2.json","to":[],"purpose":"update","requests":[],"by_when":"",
        "is_part":true,"covers":{}}"#;
    let taken = r#"{"batch":"b","left":"","at_ms":1,"files":["B.json"],"taken":0,"received":[{"by":"member/m2",
        "at":"2026-03-05 14:30","to":[],"requests":["confirm_goal"],"by_when":null,"ask":"请看","heads":{"B":2}}]}"#;
    for (name, text) in [("sent/1", sent), ("sent/2", news), ("import/b", taken)] {
        desk.session.set_fact(name, text);
    }
    for (name, text) in [("sent/3", "[]"), ("sent/4", "{"), ("import/c", "7")] {
        desk.session.set_fact(name, text);
    }
    let sent = desk.session.sent();
    assert_eq!(sent.len(), 2, "what is no note is none");
    let asked = Envelope {
        to: vec!["member/m2".to_owned()],
        requests: vec!["confirm_goal".to_owned()],
        by_when: Some("2026-03-03T18:00:00+08:00".to_owned()),
        at: Some(moment("2026-03-05T14:30")),
        ..Envelope::of(purpose::INVITE)
    };
    assert_eq!(
        (
            &sent[0].envelope,
            sent[0].covers["AAAAAAAAAA"],
            sent[0].is_part
        ),
        (&asked, 3, false)
    );
    let purpose_told = sent[1].envelope.purpose.as_deref();
    assert_eq!(
        (purpose_told, &sent[1].envelope.by_when, sent[1].is_part),
        (Some(purpose::UPDATE), &None, true)
    );
    let received = desk.session.received();
    let told = Envelope {
        by: Some("member/m2".to_owned()),
        requests: vec!["confirm_goal".to_owned()],
        ask: Some("请看".to_owned()),
        ..Envelope::default()
    };
    assert_eq!((&received[0].envelope, received[0].heads["B"]), (&told, 2));
    assert_eq!(received[0].at, "2026-03-05 14:30");
}

#[test]
fn what_comes_in_is_counted_as_it_is_told() {
    let (desk, rep) = (lead(), empty(2));
    let me = desk.person("王经理");
    rep.take(desk.changes(), &me);
    let chen = rep.person("陈专员");
    rep.session.set_author(Some(chen.to_string()));
    for (key, text) in [
        (charter::BACKGROUND.name, "背景"),
        (charter::CONSTRAINTS.name, "限制"),
    ] {
        rep.session
            .set_author(Some(desk.person("王经理").to_string()));
        rep.set(&charter::record(), key, Value::text(text));
    }
    let unsent = rep.session.unsent().len();
    assert_eq!(unsent, 1, "two fields of one form are one thing");
    desk.take(rep.changes(), &chen);
    let note = desk.session.imports().pop().expect("an import");
    assert_eq!(note.things, unsent);
}

#[test]
fn when_a_file_was_written_is_told_as_this_time_zone_has_it() {
    let zone = FixedOffset::east_opt(8 * 3600).expect("a zone");
    let file = |at: Option<&str>, text: &str| Received {
        envelope: Envelope {
            at: at.map(|at| at.parse().expect("a moment")),
            ..Envelope::default()
        },
        at: text.to_owned(),
        ..Received::default()
    };
    for (file, told) in [
        (
            file(Some("2026-03-05T08:00:00+01:00"), ""),
            "2026-03-05 15:00",
        ),
        (file(None, "2026-03-05 14:30"), "2026-03-05 14:30"),
        (file(None, ""), ""),
    ] {
        assert_eq!(file.at_text(zone), told);
    }
}

#[test]
fn what_was_not_read_is_neither_a_whole_file_nor_sent_beyond_the_first_gap() {
    for (reach, is_part) in [
        (Reach::All, false),
        (Reach::Asking, true),
        (Reach::Part, true),
    ] {
        let desk = empty(1);
        let own = |seq: u64| {
            let line = format!(
                r#"{{"cells":{{"title":["{seq}"]}},"id":"ABCDEFGHJK-{seq}","lamport":{seq},"record":"task/a","time":0}}"#
            );
            Change::parse(&line).expect("a change")
        };
        let stored = vec![("own".to_owned(), vec![own(1), own(3)])];
        desk.session.load(stored, &[], true);
        desk.browser.reach.set(reach);
        desk.session.news_reach();
        save(&desk, &[]);
        let sent = desk.session.sent().remove(0);
        let top = sent.covers.get("ABCDEFGHJK").copied();
        assert_eq!(sent.is_part, is_part, "{reach:?}");
        assert_eq!(top, Some(if is_part { 1 } else { 3 }), "{reach:?}");
    }
}

#[test]
fn a_file_that_holds_nothing_of_ones_own_is_received_by_nobody() {
    let desk = lead();
    let me = desk.person("王经理");
    let rep = empty(2);
    rep.take(desk.changes(), &me);
    save(&rep, &[&me]);
    assert!(rep.session.sent()[0].covers.is_empty());
    rep.take(desk.changes(), &me);
    assert_eq!(rep.session.standing(&me), SendState::Saved);
}
