//! A form lives by its declaration: the resource request goes through every part of the program that has no screen,
//! and none of them names it.

use crate::people::{Desk, date, lead, moment};
use hepai::analysis::begin::copy::copy;
use hepai::analysis::people::absence::{absences, due_meanwhile};
use hepai::analysis::rules::checks::findings_of;
use hepai::analysis::standing::due::next_due_items;
use hepai::analysis::telling::history;
use hepai::analysis::words::initials::{Initials, TABLE};
use hepai::analysis::words::search::search;
use hepai::analysis::{Item, allowed, display_code, missing, next_people, todos};
use hepai::exchange::{Envelope, Header, ProjectInfo, Scope, preview, read, write};
use hepai::model::template::{CellType, Form, Gate, Lang};
use hepai::model::{RecordId, Value};
use hepai::state::Copied;
use hepai::templates::resource_request::{self as request, RESOURCE_REQUEST};
use hepai::templates::{SCHEMA, absence, status_of, tabs_of, task};

/// A request of 陈专员 for testers of 吴主管's department, filled as far as submitting needs.
fn asked(desk: &Desk) -> RecordId {
    let me = desk.person("陈专员");
    let given = vec![
        (request::REQUESTER.name, me.write()),
        (request::REQUEST_DEPT.name, desk.department(&me).write()),
    ];
    let record = desk.session.begin(request::KIND, given);
    let provider = desk.department(&desk.person("吴主管"));
    let fields = [
        (request::TITLE.name, Value::text("体验测试人员")),
        (request::RESOURCE_TYPE.name, Value::text("people")),
        (request::RESOURCE_ITEM.name, Value::text("客服测试员")),
        (request::QUANTITY.name, Value::text("2")),
        (request::UNIT.name, Value::text("人")),
        (request::NEED_FROM.name, date("2026-03-12").write()),
        (request::NEED_TO.name, date("2026-03-17").write()),
        (request::PURPOSE.name, Value::text("试用新品")),
        (request::PRIORITY.name, Value::text("p1")),
        (
            request::IMPACT_IF_REFUSED.name,
            Value::text("上市推迟 3 天"),
        ),
        (request::PROVIDER_DEPT.name, provider.write()),
        (
            request::LINKED_TASK.name,
            desk.session.rows(task::KIND)[0].write(),
        ),
    ];
    desk.session.set_fields(&record, &fields);
    record
}

fn status(desk: &Desk, record: &RecordId) -> String {
    desk.session
        .read(|log| status_of(&Form::new(log, record.clone())))
}

/// Whether it stands among what a person has to do.
fn waits(desk: &Desk, who: &str, record: &RecordId, today: &str) -> bool {
    let who = desk.person(who);
    let all = desk.session.read(|log| todos(log, &who, &[], date(today)));
    all.iter().any(|todo| match &todo.item {
        Item::Requests(all) => all.contains(record),
        item => *item == Item::Work(record.clone()),
    })
}

/// The codes of what is found in it.
fn found(desk: &Desk, record: &RecordId, now: &str) -> Vec<&'static str> {
    let found = desk
        .session
        .read(|log| findings_of(log, record, moment(now)));
    found.iter().map(|one| one.rule.code).collect()
}

#[test]
fn it_has_a_tab_of_the_fourth_step_once_there_is_one() {
    let tabs: Vec<&str> = tabs_of(4).map(|tab| tab.kind).collect();
    let later = ["decision", "consultation", "rollout_check"];
    assert_eq!(tabs[..2], ["issue", request::KIND]);
    assert_eq!(tabs[2..], later);
    assert_eq!(RESOURCE_REQUEST.list_label().zh, "资源");
}

#[test]
fn it_begins_with_who_asks_and_says_what_is_still_missing() {
    let desk = lead();
    let me = desk.person("陈专员");
    desk.session.set_author(Some(me.to_string()));
    let record = desk.session.begin(request::KIND, Vec::new());
    let title = (request::TITLE.name, Value::text("体验测试人员"));
    desk.session.set_fields(&record, &[title]);
    assert_eq!(desk.value(&record, request::REQUESTER.name), me.write());
    assert_eq!(
        desk.value(&record, request::REQUEST_DEPT.name),
        desk.department(&me).write()
    );
    desk.session
        .read(|log| assert_eq!(display_code(log, &record), "R-1"));
    let lacks = |record: &RecordId| {
        desk.session
            .read(|log| missing(log, record, Gate::Submit, moment("2026-03-02T09:00")).len())
    };
    assert_eq!(
        lacks(&record),
        6,
        "what, how much, from, to, why, and its task"
    );
    assert_eq!(lacks(&asked(&desk)), 0);
}

#[test]
fn it_is_handed_from_one_to_the_next_until_it_is_given_back() {
    let desk = lead();
    let record = asked(&desk);
    let day = "2026-03-03";
    for (step, who) in [
        ("submit", "王经理"),
        ("coordinate", "吴主管"),
        ("decide", "吴主管"),
        ("hand_over", "陈专员"),
    ] {
        if step == "decide" {
            assert!(
                waits(&desk, "王经理", &record, day),
                "the lead decides, too"
            );
            let answer = (request::PROVIDER_ANSWER.name, Value::text("can_part"));
            desk.session.set_fields(&record, &[answer]);
            assert!(!waits(&desk, "吴主管", &record, day), "answered");
            assert_eq!(
                found(&desk, &record, "2026-03-03T09:00"),
                ["RES-04"],
                "without a reason"
            );
            let why = (
                request::PROVIDER_COMMENT.name,
                Value::text("只有一人空，4 月起两人"),
            );
            desk.session.set_fields(&record, &[why]);
        }
        desk.step(&record, step);
        assert!(waits(&desk, who, &record, day), "{who} after {step}");
    }
    desk.step(&record, "receive");
    assert_eq!(status(&desk, &record), request::IN_USE.key);
    let back = (request::RETURN_DUE.name, date("2026-03-17").write());
    desk.session.set_fields(&record, &[back]);
    assert!(!waits(&desk, "陈专员", &record, day), "two weeks left");
    assert!(
        !waits(&desk, "陈专员", &record, "2026-03-12"),
        "three days left"
    );
    assert!(waits(&desk, "陈专员", &record, "2026-03-13"), "two");
    assert_eq!(found(&desk, &record, "2026-03-18T09:00"), ["RES-12"]);
    desk.step(&record, "give_back");
    assert!(!waits(&desk, "陈专员", &record, "2026-03-18"));
    let (lines, _) = desk
        .session
        .read(|log| (history(log, &record, 100).0.len(), ()));
    assert!(lines > 8, "its history");
}

#[test]
fn only_the_department_that_provides_answers_and_only_once() {
    let desk = lead();
    let record = asked(&desk);
    desk.step(&record, "submit");
    desk.step(&record, "coordinate");
    let steps = |who: &str| {
        let who = desk.person(who);
        let steps = desk
            .session
            .read(|log| allowed(log, &record, Some(&who), date("2026-03-03")));
        let may = steps.into_iter().filter(|step| step.may.is_ok());
        may.map(|step| step.transition.key).collect::<Vec<_>>()
    };
    assert_eq!(steps("吴主管"), ["answer", "propose"]);
    assert_eq!(steps("陈专员"), ["propose", "withdraw"]);
    let who = desk
        .session
        .read(|log| next_people(log, &record, Some(&desk.person("王经理"))));
    assert!(who.contains(&desk.person("吴主管")) && who.contains(&desk.person("陈专员")));
    let answer = (request::PROVIDER_ANSWER.name, Value::text("can_full"));
    desk.session.set_fields(&record, &[answer]);
    assert_eq!(steps("吴主管"), ["propose"]);
}

#[test]
fn it_is_due_and_somebody_takes_it_over() {
    let desk = lead();
    let record = asked(&desk);
    let me = desk.person("陈专员");
    for step in ["submit", "coordinate", "decide", "hand_over"] {
        desk.step(&record, step);
    }
    let items = desk
        .session
        .read(|log| next_due_items(log, Some(&me), moment("2026-03-02T09:00"), 50));
    assert!(items.iter().any(|(item, _)| *item == record));
    let days = vec![
        (absence::FROM.name, date("2026-03-10").write()),
        (absence::TO.name, date("2026-03-13").write()),
    ];
    desk.session
        .add_rows(absence::KIND, Some(&me), None, &[days]);
    desk.session.read(|log| {
        let person = Form::new(log, me.clone());
        let away = absences(&person).remove(0);
        let due = due_meanwhile(&person, &away);
        assert!(due.iter().any(|one| one.record == record));
    });
    assert!(found(&desk, &record, "2026-03-02T09:00").contains(&"W-25"));
    assert!(found(&desk, &record, "2026-03-11T09:00").contains(&"W-09"));
    let leaves = (
        hepai::templates::member::LEAVE_DATE.name,
        date("2026-03-06").write(),
    );
    desk.session.set_fields(&me, &[leaves]);
    assert!(found(&desk, &me, "2026-03-02T09:00").contains(&"TEAM-08"));
    assert!(found(&desk, &record, "2026-03-09T09:00").contains(&"G-05"));
}

#[test]
fn it_is_pasted_copied_in_its_table_found_and_printed() {
    let desk = lead();
    let text = "资源名称\t数量\t单位\t使用开始\t提供部门\n拍摄场地\t1\t间\t2026-03-20\t市场部\n";
    let pasted = desk
        .session
        .read_table(&RESOURCE_REQUEST, &Copied::new(text));
    assert!(pasted.unread.is_empty() && pasted.left.is_empty());
    let made = desk.session.take_table(&pasted, &[], &[]).made;
    assert_eq!(
        desk.value(&made[0], request::QUANTITY.name),
        Value::text("1")
    );
    assert_eq!(
        desk.value(&made[0], request::NEED_FROM.name),
        date("2026-03-20").write()
    );
    let twin = desk.session.copy_row(&made[0]).expect("a copy");
    assert_eq!(
        desk.value(&twin, request::RESOURCE_ITEM.name),
        Value::text("拍摄场地")
    );
    let groups = desk
        .session
        .read(|log| search(log, "拍摄", Lang::Zh, &Initials::read(TABLE)));
    let own = groups
        .iter()
        .find(|group| group.template.kind == request::KIND);
    assert_eq!(own.map(|group| group.hits.len()), Some(2));
    let paper: Vec<&str> = RESOURCE_REQUEST
        .sections
        .iter()
        .map(|section| section.label.zh)
        .collect();
    assert_eq!(paper, ["申请", "提供部门", "裁定", "交付与归还"]);
}

#[test]
fn it_travels_in_a_file_and_stays_behind_when_the_project_is_copied() {
    let desk = lead();
    let record = asked(&desk);
    let project = ProjectInfo {
        id: "0123456789".parse().expect("an id"),
        name: "A1".to_owned(),
    };
    let header = Header {
        app: "0.1.0".to_owned(),
        page: "https://example.org/".to_owned(),
        project,
        envelope: Envelope::default(),
        scope: Scope::Whole,
        lang: Lang::Zh,
        current: Some(true),
    };
    let file = desk.session.read(|log| write(log, &header));
    let content = read(file.as_bytes(), None).expect("a file");
    let looked = preview(None, &SCHEMA, 1, vec![("x".to_owned(), content)]);
    assert!(looked.added.contains(&record) && looked.left_out.is_empty());
    let copied = desk
        .session
        .read(|log| copy(log, "明年", date("2027-03-01")).expect("a roster"));
    assert!(copied.records.iter().all(|one| one.kind != request::KIND));
}
