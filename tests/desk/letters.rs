//! The text beside the file is enough for somebody who cannot open it.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::{Answer, Item, Todo, todos};
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, Lang};
use hepai::model::{RecordId, Value};
use hepai::state::Sent;
use hepai::templates::{charter, confirmation, department, member, task};
use hepai::ui::letter::{Letter, Sending, invite, reminder, reply};

pub(crate) fn sending() -> Sending {
    Sending {
        project: "A1 台灯上市".to_owned(),
        sender: "王经理".to_owned(),
        envelope: Envelope {
            requests: request::ALL.map(str::to_owned).to_vec(),
            by_when: Some("2026-03-03 18:00".to_owned()),
            ask: Some("请优先看预算".to_owned()),
            ..Envelope::default()
        },
        page: "https://example.org/hepai/#/p/0123456789/todo".to_owned(),
        today: date("2026-03-02"),
        ..Sending::default()
    }
}

/// A file for some people that was sent.
pub(crate) fn sent(desk: &Desk, to: &[&RecordId]) {
    let key = desk.session.note_sent(Sent {
        envelope: Envelope {
            to: to.iter().map(ToString::to_string).collect(),
            ..Envelope::default()
        },
        ..Sent::default()
    });
    desk.session.tick_sent(&key, true);
}

#[test]
fn an_invitation_says_what_by_when_how_and_the_whole_plan() {
    let desk = lead();
    let chen = desk.person("陈专员");
    let own = desk.tasks(&chen);
    desk.set(
        &own[0],
        task::CURRENT_START.name,
        date("2026-03-04").write(),
    );
    let letter = desk.session.read(|log| invite(log, &sending()));
    assert_eq!(
        letter.subject,
        "[A1 台灯上市] 请确认目标和分工，2026-03-03 18:00 前发回"
    );
    let body = &letter.body;
    for part in [
        "请优先看预算",
        "1. ",
        "4. ",
        "请在 2026-03-03 18:00 前发回。",
        "https://example.org/hepai/#/p/0123456789/todo",
        "回复「确认」",
        "目标：",
        "时间：2026-03-02 至 ",
        "陈专员",
        "2026-03-04 至 ",
    ] {
        assert!(body.contains(part), "{part} is not in {body}");
    }
    assert!(body.ends_with("王经理"), "signed: {body}");
    for record in desk.session.rows(task::TASK.kind) {
        let title = desk.value(&record, task::TITLE.name);
        let owner = desk.value(&record, task::OWNER.name);
        let title = title.as_text().expect("a title");
        assert!(
            body.contains(title) || owner.is_empty(),
            "{title} is not in {body}"
        );
    }
    assert!(
        letter.chat.contains("example.org") && letter.chat.len() < body.len() / 2,
        "the short one"
    );
}

#[test]
fn a_file_that_asks_nothing_asks_nothing() {
    let desk = lead();
    let mut silent = sending();
    silent.envelope.requests.clear();
    let letter = desk.session.read(|log| invite(log, &silent));
    assert_eq!(letter.subject, "[A1 台灯上市] 项目有新内容");
    assert!(
        !letter.body.contains("请您") && !letter.body.contains("前发回"),
        "{}",
        letter.body
    );
    let mut undated = sending();
    undated.envelope.by_when = None;
    let letter = desk.session.read(|log| invite(log, &undated));
    assert_eq!(letter.subject, "[A1 台灯上市] 请确认目标和分工");
}

#[test]
fn a_reply_carries_each_answer_in_the_words_in_which_it_was_given() {
    let lead = lead();
    let rep = empty(2);
    let wang = lead.person("王经理");
    rep.take(lead.changes(), &wang);
    let me = rep.person("李主管");
    rep.session.set_author(Some(me.to_string()));
    let (own, tasks) = (rep.department(&me), rep.tasks(&me));
    let write = |lang: Lang| -> Letter {
        let news = rep.session.news_for(std::slice::from_ref(&wang));
        let from = Sending {
            sender: "李主管".to_owned(),
            news,
            lang,
            ..sending()
        };
        let requests = request::ALL.map(str::to_owned);
        rep.session.read(|log| {
            let todos = todos(log, &me, &requests, date("2026-03-02"));
            reply(log, &from, &todos)
        })
    };
    let open = write(Lang::Zh).body;
    assert_eq!(open.matches("还没答").count(), 4, "{open}");

    rep.session
        .answer_goal(&own, confirmation::OBJECTION, "预算不够", None);
    rep.session.remark(&own, "样机不归我们");
    rep.session.answer_tasks(&tasks[1..], task::FINE.key, None);
    rep.session
        .adjust_task(&tasks[0], date("2026-12-31").write(), "等样件");
    // A date that is fine and moved by a hand is no answer alone.
    rep.set(
        &tasks[1],
        task::CURRENT_END.name,
        date("2026-12-30").write(),
    );
    rep.session.name_backup(&me, "小陈");
    rep.session.remark(&charter::record(), "周五请早点开");
    let letter = write(Lang::Zh);
    assert_eq!(letter.subject, "[A1 台灯上市] 回复：李主管");
    for part in [
        "- 确认项目目标：有异议：「预算不够」",
        "- 确认本部门的职责：有异议：「样机不归我们」",
        " 项可以、1 项要调整",
        " → 12-31，因为「等样件」",
        "- 写一位代理人：小陈",
        "另外还改了：",
        " → 12-30",
        "留言：「周五请早点开」",
    ] {
        assert!(
            letter.body.contains(part),
            "{part} is not in {}",
            letter.body
        );
    }
    for once in ["预算不够", "样机不归我们", "等样件"] {
        assert_eq!(letter.body.matches(once).count(), 1, "{}", letter.body);
    }
    assert!(letter.chat.contains(&letter.subject) && letter.chat.contains(&letter.body));
    let english = write(Lang::En).body;
    for part in [
        "- Confirm the goal: objection: “预算不够”",
        "1 to be changed",
        "because “等样件”",
        "- Name a backup: 小陈",
    ] {
        assert!(english.contains(part), "{part} is not in {english}");
    }
    // What was sent is not told again as new; the answers still stand.
    sent(&rep, &[&wang]);
    let again = write(Lang::Zh).body;
    assert!(
        again.contains("预算不够") && !again.contains("周五"),
        "{again}"
    );
}

#[test]
fn own_work_is_no_answer() {
    let desk = lead();
    let me = desk.person("陈专员");
    let todo = |item, answer| Todo { item, answer };
    let todos = [
        todo(Item::Goal(desk.department(&me)), Answer::Agreed),
        todo(Item::Work(desk.tasks(&me)[0].clone()), Answer::Open),
    ];
    let letter = desk.session.read(|log| reply(log, &sending(), &todos));
    let answers = letter.body.lines().filter(|line| line.starts_with("- "));
    assert_eq!(answers.count(), 1, "{}", letter.body);
}

#[test]
fn few_things_asked_are_named_in_the_subject() {
    let desk = lead();
    let one = Sending {
        envelope: Envelope {
            requests: vec![request::BACKUP.to_owned()],
            ..sending().envelope
        },
        ..sending()
    };
    let letter = desk.session.read(|log| invite(log, &one));
    assert_eq!(
        letter.subject,
        "[A1 台灯上市] 请写一位代理人，2026-03-03 18:00 前发回"
    );
}

#[test]
fn an_address_for_a_mail_program_is_never_too_long_and_says_where_the_rest_is() {
    let desk = lead();
    let letter = desk.session.read(|log| invite(log, &sending()));
    for lang in [Lang::Zh, Lang::En] {
        let address = letter.mailto(lang);
        assert!(address.len() <= 1_900 && address.starts_with("mailto:?subject="));
        assert!(address.is_ascii() && !address.contains(' '));
        assert!(address.contains("%0D%0A"), "{address}");
    }
    let short = Letter {
        subject: "a&b".to_owned(),
        body: "x\ny".to_owned(),
        chat: String::new(),
    };
    assert_eq!(
        short.mailto(Lang::Zh),
        "mailto:?subject=a%26b&body=x%0D%0Ay"
    );
}

#[test]
fn a_name_from_a_file_is_one_line_in_every_part_of_a_letter() {
    let forged = "A1\r\nBcc: evil@example.com\n\n请把款打到\u{202e}123\u{200b}";
    let desk = lead();
    let chen = desk.person("陈专员");
    let own = desk.tasks(&chen);
    // As it comes in a file: own input has no control characters.
    for (record, key) in [
        (charter::record(), charter::GOAL_STATEMENT.name),
        (own[0].clone(), task::TITLE.name),
        (own[0].clone(), task::DELIVERABLE.name),
        (chen.clone(), member::PERSON.name),
        (desk.department(&chen), department::NAME.name),
    ] {
        desk.set(&record, key, Value::text(forged));
    }
    let from = Sending {
        project: forged.to_owned(),
        sender: forged.to_owned(),
        page: format!("https://example.org/\r\n{forged}"),
        envelope: Envelope {
            by_when: Some(forged.to_owned()),
            ask: None,
            ..sending().envelope
        },
        ..sending()
    };
    let letters = desk
        .session
        .read(|log| [invite(log, &from), reply(log, &from, &[])]);
    let remind = |lang| {
        let from = Sending {
            lang,
            ..from.clone()
        };
        reminder(&from, forged)
    };
    let reminders = [remind(Lang::Zh), remind(Lang::En)];
    for letter in &letters {
        assert_eq!(letter.subject.lines().count(), 1, "{:?}", letter.subject);
        assert!(letter.subject.chars().count() <= 160);
    }
    let texts = letters
        .iter()
        .flat_map(|letter| [&letter.body, &letter.chat])
        .chain(&reminders);
    for text in texts {
        let starts = |line: &str| line.starts_with("Bcc") || line.starts_with("请把款");
        assert!(!text.lines().any(starts), "{text}");
        assert!(!text.contains(['\r', '\u{202e}', '\u{200b}']), "{text:?}");
    }
    let quoted = "「A1 Bcc: evil@example.com 请把款打到123」";
    assert!(letters[0].body.contains(quoted), "{}", letters[0].body);
    let long = Sending {
        project: "长".repeat(100_000),
        ..sending()
    };
    let letter = desk.session.read(|log| invite(log, &long));
    assert!(letter.subject.chars().count() <= 160);
}
