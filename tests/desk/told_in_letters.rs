//! What letters tell of what was done since, and whom they remind.

use crate::letters::{sending, sent};
use crate::people::{empty, lead};
use hepai::analysis::inbox::todos::request;
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, Lang};
use hepai::model::{RecordId, Value};
use hepai::state::SinceLast;
use hepai::templates::{confirmation, issue, member, task};
use hepai::ui::letter::{Sending, invite, reminder};

#[test]
fn a_letter_tells_what_has_changed_since_each_was_given_something() {
    let desk = lead();
    let (chen, zhao) = (desk.person("陈专员"), desk.person("赵主管"));
    let news = |to: &[&RecordId]| -> SinceLast {
        let to: Vec<RecordId> = to.iter().map(|&one| one.clone()).collect();
        desk.session.news_for(&to)
    };
    let first = news(&[&chen]);
    assert_eq!((first.since_ms, first.doings.len()), (None, 0));
    assert!(first.has_newcomers, "the plan stands in the letter");
    sent(&desk, &[&chen]);
    let task = desk.tasks(&zhao)[0].clone();
    desk.set(&task, task::TITLE.name, Value::text("渠道准备"));
    let write = |to: &[&RecordId], lang: Lang| {
        let update = Sending {
            envelope: Envelope {
                requests: Vec::new(),
                ask: None,
                ..sending().envelope
            },
            news: news(to),
            since: "2026-03-02 09:15".to_owned(),
            lang,
            ..sending()
        };
        desk.session.read(|log| invite(log, &update))
    };
    let letter = write(&[&chen], Lang::Zh);
    for part in ["上次（2026-03-02 09:15）给您以后", "王经理：", "渠道准备"] {
        assert!(
            letter.body.contains(part),
            "{part} is not in {}",
            letter.body
        );
        assert!(
            letter.chat.contains(part),
            "{part} is not in {}",
            letter.chat
        );
    }
    assert!(
        !letter.body.contains("目标："),
        "they have the plan: {}",
        letter.body
    );
    assert!(write(&[&chen], Lang::En).body.contains("What is new since"));
    let both = news(&[&chen, &zhao]);
    assert_eq!((both.doings.len(), both.has_newcomers), (1, true));
    sent(&desk, &[&chen]);
    assert_eq!(news(&[&chen]).doings.len(), 0, "told once");
}

#[test]
fn what_others_did_is_told_too_and_to_nobody_their_own() {
    let desk = lead();
    let (chen, zhao) = (desk.person("陈专员"), desk.person("赵主管"));
    sent(&desk, &[&chen, &zhao]);
    let rep = empty(2);
    rep.take(desk.changes(), &desk.person("王经理"));
    rep.session.set_author(Some(chen.to_string()));
    let own = rep.department(&chen);
    rep.session
        .answer_goal(&own, confirmation::OBJECTION, "太紧", None);
    desk.take(rep.changes(), &chen);
    let news = |to: &RecordId| desk.session.news_for(std::slice::from_ref(to)).doings.len();
    assert_eq!((news(&chen), news(&zhao)), (0, 1));
    let owed = desk.session.owed(&[chen, zhao, desk.person("刘经理")]);
    let lacks: Vec<(bool, usize)> = owed
        .iter()
        .map(|owed| (owed.since_ms.is_some(), owed.lacks))
        .collect();
    assert_eq!(lacks[..2], [(true, 0), (true, 1)]);
    assert!(!lacks[2].0 && lacks[2].1 > 40, "given nothing: {lacks:?}");
}

#[test]
fn a_step_with_a_form_is_told_with_its_number_its_content_and_whose_turn_it_is() {
    let desk = lead();
    let rep = desk.person("陈专员");
    let fields = vec![
        (issue::TITLE.name, Value::text("模具样件迟了")),
        (issue::SUPPORT_NEEDED.name, Value::text("样件 20 台")),
        (issue::RAISED_BY.name, desk.person("王经理").write()),
        (
            issue::SUPPORT_DEPARTMENT.name,
            desk.department(&rep).write(),
        ),
    ];
    let record = desk
        .session
        .add_rows(issue::ISSUE.kind, None, None, &[fields])
        .remove(0);
    desk.step(&record, "submit");
    let write = |lang| {
        let hand_over = Sending {
            envelope: Envelope {
                requests: Vec::new(),
                ask: None,
                to: vec![rep.to_string()],
                ..sending().envelope
            },
            about: Some(record.clone()),
            lang,
            ..sending()
        };
        desk.session.read(|log| invite(log, &hand_over))
    };
    let letter = write(Lang::Zh);
    assert_eq!(letter.subject, "[A1 台灯上市] I-1 模具样件迟了：请受理");
    for part in ["请陈专员：受理", "「样件 20 台」", "I-1 模具样件迟了"] {
        assert!(
            letter.body.contains(part),
            "{part} is not in {}",
            letter.body
        );
        assert!(
            letter.chat.contains(part),
            "{part} is not in {}",
            letter.chat
        );
    }
    let english = write(Lang::En);
    assert!(
        english.subject.ends_with(": please accept"),
        "{}",
        english.subject
    );
    assert!(
        english.body.contains("For 陈专员: Accept"),
        "{}",
        english.body
    );
}

#[test]
fn a_reminder_says_whom_it_waits_for_what_was_asked_and_how_to_answer() {
    let asked = Sending {
        since: "2026-03-02 09:15".to_owned(),
        envelope: Envelope {
            requests: vec![request::GOAL.to_owned(), request::BACKUP.to_owned()],
            ..sending().envelope
        },
        ..sending()
    };
    let text = reminder(&asked, "财务部 赵主管");
    for part in [
        "A1 台灯上市",
        "财务部 赵主管",
        "2026-03-03 18:00",
        "1. 确认项目目标",
        "2. 写一位代理人",
        "2026-03-02 09:15",
        "example.org",
        "回复「确认」",
        "王经理",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let undated = reminder(
        &Sending {
            envelope: Envelope {
                by_when: None,
                ..asked.envelope.clone()
            },
            ..asked.clone()
        },
        "赵主管",
    );
    assert!(
        !undated.contains("{when}") && !undated.contains("  前"),
        "{undated}"
    );
    let english = reminder(
        &Sending {
            project: "A1".to_owned(),
            sender: "Wang".to_owned(),
            lang: Lang::En,
            ..asked
        },
        "Zhao",
    );
    assert!(english.contains("Zhao") && english.is_ascii(), "{english}");
}

#[test]
fn whoever_is_listed_twice_has_one_list_of_tasks() {
    let desk = lead();
    let chen = desk.person("陈专员");
    let own = desk.tasks(&chen);
    let again = RecordId::of("member/0000000C");
    desk.set(&again, member::PERSON.name, Value::text("陈专员"));
    let home = desk.department(&chen).write();
    desk.set(&again, member::DEPARTMENT.name, home);
    desk.set(&again, member::SAME_AS.name, chen.write());
    desk.set(&own[0], task::OWNER.name, again.write());
    let body = desk.session.read(|log| invite(log, &sending())).body;
    let lists = body.lines().filter(|line| line.ends_with("陈专员："));
    assert_eq!(lists.count(), 1, "{body}");
}
