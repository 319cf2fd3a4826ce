//! Decisions: whom they ask, what a reply covers, what silence is, and what two copies make of one.

use crate::people::{Desk, REPS, date, lead, moment};
use hepai::analysis::goal::replies::receipts;
use hepai::analysis::inbox::asks::asks_of;
use hepai::analysis::inbox::todos::request;
use hepai::analysis::rules::checks::findings_of;
use hepai::analysis::{Answer, Item, allowed, missing, next_people, todos};
use hepai::model::template::{CODE, CellType, Form, Gate, STATUS};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{decision, mechanism, option, recipient};

/// A decision that the lead wrote on Thursday, 2026-03-05 at 10 o'clock.
pub(crate) fn drafted() -> (Desk, RecordId) {
    let desk = lead();
    desk.browser.set_now("2026-03-05T10:00:00+08:00");
    let record = desk.session.begin(decision::KIND, Vec::new());
    desk.set(
        &record,
        decision::DECISION_TEXT.name,
        Value::text("补测已通过，准予首批量产。04-15 开工。"),
    );
    (desk, record)
}

pub(crate) fn released() -> (Desk, RecordId) {
    let (desk, record) = drafted();
    desk.step(&record, "issue");
    (desk, record)
}

/// What somebody says on a desk as themselves.
pub(crate) fn say(desk: &Desk, who: &str, record: &RecordId, key: &str, comment: &str) {
    let before = desk.session.author();
    let person = desk.person(who);
    desk.session.set_author(Some(person.to_string()));
    let reply = recipient::reply_of(key).expect("a reply");
    desk.session.reply_to_decision(record, reply, comment, None);
    desk.session.set_author(before);
}

pub(crate) fn text(value: &Value) -> String {
    value.as_text().unwrap_or_default().to_owned()
}

fn card(desk: &Desk, who: &RecordId, requests: &[&str], today: &str) -> Option<(Item, Answer)> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let all = desk
        .session
        .read(|log| todos(log, who, &requests, date(today)));
    let mut all = all.into_iter();
    let found = all.find(|todo| matches!(todo.item, Item::Decisions { .. } | Item::Replies(_)))?;
    Some((found.item, found.answer))
}

fn asked(me: &RecordId, record: &RecordId) -> Item {
    Item::Decisions {
        me: me.clone(),
        asked: vec![record.clone()],
    }
}

fn steps(desk: &Desk, record: &RecordId, today: &str) -> Vec<&'static str> {
    let me = desk.session.me();
    let all = desk
        .session
        .read(|log| allowed(log, record, me.as_ref(), date(today)));
    let may = all.into_iter().filter(|step| step.may.is_ok());
    may.map(|step| step.transition.key).collect()
}

pub(crate) fn answers(desk: &Desk, record: &RecordId) -> Vec<Answer> {
    desk.session.read(|log| {
        let all = receipts(&Form::new(log, record.clone())).into_iter();
        all.map(|one| one.answer).collect()
    })
}

#[test]
fn a_draft_asks_every_representative_and_lacks_nothing_but_its_text() {
    let (desk, record) = drafted();
    let form = |key: &str| desk.value(&record, key);
    assert_eq!(form(CODE), Value::int(1));
    assert_eq!(form(decision::APPROVER.name), desk.person("王经理").write());
    assert_eq!(form(decision::DRIVER.name), desk.person("王经理").write());
    let named = desk
        .session
        .read(|log| decision::recipients(&Form::new(log, record.clone())));
    assert_eq!(named.len(), REPS.len());
    let lacks = |desk: &Desk| {
        let now = moment("2026-03-05T10:05");
        desk.session
            .read(|log| missing(log, &record, Gate::Release, now).len())
    };
    assert_eq!(lacks(&desk), 0);
    desk.set(&record, decision::DECISION_TEXT.name, Value::Null);
    desk.set(&record, decision::REPLY_BY_AT.name, Value::Null);
    assert_eq!(lacks(&desk), 2, "text and limit");
}

#[test]
fn releasing_fills_title_and_day_and_counts_the_limits_from_then_on() {
    let (desk, record) = drafted();
    desk.browser.set_now("2026-03-06T16:00:00+08:00");
    desk.step(&record, "issue");
    let form = |key: &str| text(&desk.value(&record, key));
    assert_eq!(form(STATUS), "issued");
    assert_eq!(form(decision::TITLE.name), "补测已通过，准予首批量产");
    assert_eq!(form(decision::EFFECTIVE_ON.name), "2026-03-09");
    let limit = form(decision::REPLY_BY_AT.name);
    assert!(
        limit.starts_with("2026-03-10T16:"),
        "over a weekend: {limit}"
    );
    assert!(form(decision::READ_BY_AT.name).starts_with("2026-03-09T16:"));
    let me = desk.session.me();
    let told = desk
        .session
        .read(|log| next_people(log, &record, me.as_ref()));
    assert_eq!(told.len(), REPS.len(), "those who have to answer");
    let asks = desk.session.read(|log| asks_of(log, &record, false));
    assert_eq!(asks, [request::DECISIONS]);
}

#[test]
fn a_limit_that_somebody_chose_is_kept() {
    let (desk, record) = drafted();
    let chosen = moment("2026-03-20T12:00").write();
    desk.set(&record, decision::REPLY_BY_AT.name, chosen.clone());
    desk.browser.set_now("2026-03-06T16:00:00+08:00");
    desk.step(&record, "issue");
    assert_eq!(desk.value(&record, decision::REPLY_BY_AT.name), chosen);
}

#[test]
fn seen_is_not_agreed_and_opening_writes_nothing() {
    let (desk, record) = released();
    let me = desk.person("陈专员");
    let open = (asked(&me, &record), Answer::Open);
    assert_eq!(card(&desk, &me, &[], "2026-03-05"), Some(open.clone()));
    assert_eq!(desk.session.rows(recipient::KIND), []);
    desk.session.set_author(Some(me.to_string()));
    desk.session.see_decision(&record);
    let own = recipient::of(&record, &me).expect("an id");
    assert!(!desk.value(&own, recipient::READ_AT.name).is_empty());
    assert_eq!(
        card(&desk, &me, &[], "2026-03-05"),
        Some(open),
        "still asked"
    );
    say(&desk, "陈专员", &record, "agree", "");
    assert_eq!(card(&desk, &me, &[], "2026-03-05"), None);
    let done = (asked(&me, &record), Answer::Agreed);
    let kept = card(&desk, &me, &[request::DECISIONS], "2026-03-05");
    assert_eq!(kept, Some(done), "kept where a file asks");
}

#[test]
fn a_reply_counts_for_the_text_that_it_saw() {
    let (desk, record) = released();
    let me = desk.person("陈专员");
    say(&desk, "陈专员", &record, "agree", "");
    desk.set(&record, decision::TITLE.name, Value::text("别的说法"));
    assert_eq!(card(&desk, &me, &[], "2026-03-05"), None, "no part of it");
    desk.set(&record, decision::RATIONALE.name, Value::text("另一个理由"));
    let again = (asked(&me, &record), Answer::Outdated(1));
    assert_eq!(card(&desk, &me, &[], "2026-03-05"), Some(again));
    let row = vec![(option::NAME.name, Value::text("先做 5,000 台"))];
    desk.session
        .add_rows(option::KIND, Some(&record), None, &[row]);
    assert_eq!(
        answers(&desk, &record)
            .iter()
            .filter(|one| **one == Answer::Outdated(2))
            .count(),
        1
    );
    say(&desk, "陈专员", &record, "agree", "");
    assert_eq!(card(&desk, &me, &[], "2026-03-05"), None);
}

#[test]
fn it_is_confirmed_when_all_have_answered_and_objections_are_answered() {
    let (desk, record) = released();
    assert_eq!(steps(&desk, &record, "2026-03-05"), ["confirm_anyway"]);
    for name in &REPS[..4] {
        say(&desk, name, &record, "agree", "");
    }
    say(&desk, REPS[4], &record, "object", "赠品成本由谁承担");
    assert_eq!(steps(&desk, &record, "2026-03-05"), ["confirm_anyway"]);
    let lead = desk.person("王经理");
    let waiting = (Item::Replies(record.clone()), Answer::Open);
    assert_eq!(card(&desk, &lead, &[], "2026-03-05"), Some(waiting));
    let own = recipient::of(&record, &desk.person(REPS[4])).expect("an id");
    desk.session.respond(&own, "由市场部承担");
    assert_eq!(card(&desk, &lead, &[], "2026-03-05"), None);
    assert_eq!(steps(&desk, &record, "2026-03-05"), ["confirm"]);
    say(&desk, REPS[4], &record, "object", "还是不行");
    assert!(
        card(&desk, &lead, &[], "2026-03-05").is_some(),
        "another objection than the answered one"
    );
}

#[test]
fn silence_is_told_by_the_rules_and_never_written() {
    let (desk, record) = released();
    for name in &REPS[1..] {
        say(&desk, name, &record, "comment", "留两台样机");
    }
    let before = desk.changes().len();
    let codes = |at: &str| {
        let found = desk
            .session
            .read(|log| findings_of(log, &record, moment(at)));
        let found = found.iter().map(|found| found.rule);
        found
            .filter(|rule| rule.code == "DEC-04" || rule.code == "DEC-05")
            .map(|rule| rule.text.zh)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("2026-03-05T12:00"), [""; 0]);
    assert_eq!(codes("2026-03-06T12:00"), ["到 {d} 还没看过：{names}。"]);
    assert_eq!(
        codes("2026-03-09T12:00"),
        ["到 {d} 没有反馈：{names}。按沟通机制上报{to}。"]
    );
    assert_eq!(steps(&desk, &record, "2026-03-10"), ["confirm_anyway"]);
    desk.set(
        &mechanism::record(),
        mechanism::SILENCE_MEANS.name,
        Value::text(mechanism::CONSENT.key),
    );
    assert_eq!(
        codes("2026-03-09T12:00"),
        ["到 {d} 没有反馈：{names}。按沟通机制按同意办；没有人替他们写答复。"]
    );
    assert_eq!(steps(&desk, &record, "2026-03-10"), ["confirm_silent"]);
    desk.step(&record, "confirm_silent");
    assert_eq!(text(&desk.value(&record, STATUS)), "confirmed");
    assert_eq!(desk.changes().len(), before + 2, "a rule and a state");
    assert_eq!(
        answers(&desk, &record)
            .iter()
            .filter(|one| **one == Answer::Open)
            .count(),
        1
    );
}

#[test]
fn another_one_takes_the_place_of_a_released_one_with_its_release() {
    let (desk, old) = released();
    let new = desk.session.begin_replacement(&old);
    assert_eq!(text(&desk.value(&old, STATUS)), "issued");
    assert_eq!(desk.value(&new, decision::SUPERSEDES.name), old.write());
    assert_eq!(
        desk.value(&new, decision::DECISION_TEXT.name),
        desk.value(&old, decision::DECISION_TEXT.name)
    );
    assert_eq!(desk.value(&new, CODE), Value::int(2));
    desk.step(&new, "issue");
    assert_eq!(text(&desk.value(&old, STATUS)), "superseded");
    desk.session.undo();
    let both = [&old, &new].map(|one| text(&desk.value(one, STATUS)));
    assert_eq!(both, ["issued", "draft"], "one act");
}

#[test]
fn a_reply_is_recorded_for_somebody_else_only_with_its_basis() {
    let (desk, record) = released();
    let member = desk.person("刘经理");
    let behalf = |basis: &str| Behalf {
        member: member.clone(),
        basis: basis.to_owned(),
    };
    let own = recipient::of(&record, &member).expect("an id");
    let agree = recipient::AGREE;
    desk.session
        .reply_to_decision(&record, agree, "", Some(&behalf(" ")));
    assert!(desk.value(&own, recipient::REPLY.name).is_empty());
    desk.session
        .reply_to_decision(&record, agree, "", Some(&behalf("03-05 电话")));
    assert_eq!(text(&desk.value(&own, recipient::REPLY.name)), "agree");
    let key = FieldKey::of(recipient::REPLY.name);
    let written = desk.session.read(|log| {
        let change = log
            .live(&own, &key)
            .first()
            .map(|write| write.change.clone());
        let change = change.expect("a reply");
        (change.on_behalf_of.clone(), change.note.clone())
    });
    assert_eq!(
        written,
        (Some(member.as_str().into()), Some("03-05 电话".into()))
    );
}
