//! The text beside the file is enough for somebody who cannot open it.

use crate::people::{date, lead};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::{Answer, Item, Todo};
use hepai::exchange::Envelope;
use hepai::model::Value;
use hepai::model::template::{CellType, Lang};
use hepai::templates::{charter, department, member, task};
use hepai::ui::letter::{Sending, invite, reminder, reply};

fn sending() -> Sending {
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
        ..Sending::default()
    }
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
    let mut news = sending();
    news.envelope.requests.clear();
    let letter = desk.session.read(|log| invite(log, &news));
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
fn a_reply_says_each_answer_and_own_work_is_none() {
    let desk = lead();
    let me = desk.person("陈专员");
    let department = desk.department(&me);
    let todo = |item, answer| Todo { item, answer };
    let todos = [
        todo(Item::Goal(department.clone()), Answer::Agreed),
        todo(Item::Duties(department), Answer::Objected),
        todo(Item::Backup(me.clone()), Answer::Open),
        todo(Item::Work(desk.tasks(&me)[0].clone()), Answer::Open),
    ];
    let from = Sending {
        sender: "陈专员".to_owned(),
        ..sending()
    };
    let letter = reply(&from, &todos);
    assert_eq!(letter.subject, "[A1 台灯上市] 回复：陈专员");
    let answers: Vec<&str> = letter
        .body
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    assert_eq!(answers.len(), 3, "{}", letter.body);
    let told = |at: usize| answers[at].rsplit('：').next().unwrap_or_default();
    assert!(
        told(0) != told(1) && told(1) != told(2) && told(0) != told(2),
        "{answers:?}"
    );
    assert!(letter.chat.contains(&letter.subject) && letter.chat.contains(&letter.body));
}

#[test]
fn a_reminder_names_whom_it_waits_for_and_speaks_both_languages() {
    let text = reminder("A1", "财务部 赵主管", "03-03 18:00", Lang::Zh);
    assert!(text.contains("A1") && text.contains("财务部 赵主管") && text.contains("03-03 18:00"));
    let undated = reminder("A1", "赵主管", "", Lang::Zh);
    assert!(
        !undated.contains("{when}") && !undated.contains("  前"),
        "{undated}"
    );
    let english = reminder("A1", "Zhao", "03-03", Lang::En);
    assert!(english.contains("Zhao") && english.is_ascii(), "{english}");
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
        .read(|log| [invite(log, &from), reply(&from, &[])]);
    let remind = |lang| reminder(forged, forged, forged, lang);
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
