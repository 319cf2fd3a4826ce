//! The first band of the overview by the scenario of a project, and what it has to do next (M19).

use super::answers::{Opened, date, now, open};
use super::presets::asked;
use hepai::analysis::begin::start::Scenario;
use hepai::analysis::inbox::advice::{Advice, Counted, advice};
use hepai::analysis::resources::week_ahead::{silent_providers, week_ahead};
use hepai::analysis::standing::case_ahead::who_does;
use hepai::analysis::standing::opinions_ahead::opinions_ahead;
use hepai::analysis::standing::rollout::RolloutStanding;
use hepai::model::template::{CellType, Form, Lang};
use hepai::model::{Moment, RecordId, Value};
use hepai::state::SaidToClause;
use hepai::templates::{
    SCHEMA, consultation, department, issue, member, opinion, resource_request as request,
    scenario, status_of, task, work_item,
};

fn at(text: &str) -> Moment {
    text.parse().expect("a moment")
}

fn step(opened: &Opened, record: &RecordId, key: &str) {
    let machine = SCHEMA.template(record.kind()).and_then(|one| one.states);
    let step = machine
        .and_then(|machine| machine.step(key))
        .expect("a step");
    opened.session.step(record, step, None);
}

fn row(opened: &Opened, kind: &str, fields: Vec<(&'static str, Value)>) -> RecordId {
    opened
        .session
        .add_rows(kind, None, None, &[fields])
        .remove(0)
}

fn next(opened: &Opened, now: Moment) -> Vec<Advice> {
    let todos = opened.session.todos();
    let counted = Counted {
        todo: todos.len(),
        leads: true,
        runs_meetings: true,
        may_show_answers: true,
        ..Counted::default()
    };
    opened
        .session
        .read(|log| advice(log, now, &counted, &todos))
}

/// A request for a room from a day to a day, handed in.
fn requested(opened: &Opened, item: &str, from: &str, to: &str) -> RecordId {
    let lead = opened.session.me().expect("the lead");
    let made = row(
        opened,
        request::KIND,
        vec![
            (request::RESOURCE_ITEM.name, Value::text(item)),
            (request::REQUESTER.name, lead.write()),
            (request::QUANTITY.name, Value::text("1")),
            (request::NEED_FROM.name, date(from).write()),
            (request::NEED_TO.name, date(to).write()),
            (request::IMPACT_IF_REFUSED.name, Value::text("没有地方")),
        ],
    );
    step(opened, &made, "submit");
    made
}

#[test]
fn sharing_shows_who_has_what_these_days_and_what_is_due_back() {
    let opened = open(&asked(Scenario::Resource, Lang::Zh));
    let first = requested(&opened, "培训教室 A", "2026-02-27", "2026-03-03");
    let second = requested(&opened, "培训教室 A", "2026-03-02", "2026-03-04");
    let other = requested(&opened, "大会议室", "2026-03-03", "2026-03-03");
    let ahead = opened.session.read(|log| week_ahead(log, now()));
    // From Friday on: the days that are worked among seven.
    let days: Vec<String> = ahead.days.iter().map(ToString::to_string).collect();
    assert_eq!(
        days,
        [
            "2026-02-27",
            "2026-02-28",
            "2026-03-02",
            "2026-03-03",
            "2026-03-04",
            "2026-03-05"
        ],
        "the Saturday before is worked in 2026"
    );
    let told: Vec<Vec<(usize, bool)>> = ahead
        .things
        .iter()
        .map(|thing| {
            let days = thing.days.iter();
            days.map(|day| (day.requests.len(), day.over.is_some()))
                .collect()
        })
        .collect();
    assert_eq!(
        told[0],
        [
            (1, false),
            (1, false),
            (2, true),
            (2, true),
            (1, false),
            (0, false)
        ]
    );
    assert_eq!(
        told[1],
        [
            (0, false),
            (0, false),
            (0, false),
            (1, false),
            (0, false),
            (0, false)
        ]
    );
    assert_eq!(ahead.figures.waiting, 3);
    assert_eq!(ahead.figures.mean_tenths, None);
    let aims = ["2", "80"].map(|aim| Some(aim.to_owned()));
    assert_eq!(ahead.figures.aims, aims, "what the wizard's goal says");
    // Two of three wait for a ruling together; the lead is told to rule, then of the meeting.
    let all = next(&opened, now());
    assert_eq!(all[0], Advice::Rule(2, true), "{all:?}");
    assert!(all.iter().any(|one| matches!(one, Advice::NextMeeting(_))));
    let in_use = [
        (request::RETURN_DUE.name, date("2026-02-26").write()),
        ("status", Value::text(request::IN_USE.key)),
        (
            request::DECIDED_AT.name,
            at("2026-03-03T10:00:00+08:00").write(),
        ),
    ];
    opened.session.set_fields(&other, &in_use);
    opened
        .session
        .set_fields(&first, &[("status", Value::text(request::WITHDRAWN.key))]);
    let ahead = opened
        .session
        .read(|log| week_ahead(log, at("2026-03-04T09:00:00+08:00")));
    let back: Vec<_> = ahead
        .due_back
        .iter()
        .map(|one| (&one.request, one.late_days))
        .collect();
    assert_eq!(back, [(&other, 5)]);
    assert_eq!((ahead.figures.waiting, ahead.figures.returned_late), (1, 1));
    // Handed in on Friday, ruled on Tuesday, and Saturday was worked.
    assert_eq!(ahead.figures.mean_tenths, Some(30));
    // One of two rooms on one of three working days since Monday: the one that waits has nothing.
    assert_eq!(ahead.figures.in_use_percent, Some(16));
    let form = opened
        .session
        .read(|log| status_of(&Form::new(log, second.clone())));
    assert_eq!(form, request::SUBMITTED.key);
}

#[test]
fn a_department_that_was_asked_yesterday_and_is_silent_is_reminded() {
    let opened = open(&asked(Scenario::Resource, Lang::Zh));
    let one = requested(&opened, "培训教室 A", "2026-03-02", "2026-03-03");
    step(&opened, &one, request::COORDINATE);
    let provider = opened
        .session
        .read(|log| Form::new(log, one.clone()).get(request::PROVIDER_DEPT));
    assert!(provider.is_some(), "the ledger says whose it is");
    let silent = |now| opened.session.read(|log| silent_providers(log, now));
    assert!(silent(now()).is_empty(), "asked today");
    let tomorrow = at("2026-02-28T09:00:00+08:00");
    assert_eq!(silent(tomorrow).len(), 1);
    assert!(next(&opened, tomorrow).contains(&Advice::RemindProviders(1)));
    opened
        .session
        .answer_request(&one, request::CAN_FULL.key, "");
    assert!(silent(tomorrow).is_empty());
}

#[test]
fn a_problem_says_first_which_step_runs_and_who_does_what() {
    let opened = open(&asked(Scenario::Problem, Lang::Zh));
    let issue = opened.session.rows(issue::KIND).remove(0);
    let all = next(&opened, now());
    assert_eq!(all[0], Advice::CaseStep(issue.clone()), "{all:?}");
    let doing = |opened: &Opened| opened.session.read(|log| who_does(log, &issue, 4));
    assert!(doing(&opened).is_empty());
    let first = opened.session.rows(task::KIND).remove(0);
    opened
        .session
        .set_fields(&first, &[("status", Value::text(task::DOING.key))]);
    assert_eq!(doing(&opened).len(), 1);
}

#[test]
fn a_process_begins_with_its_draft_and_says_what_became_of_the_opinions() {
    let mut start = asked(Scenario::Process, Lang::Zh);
    start.besides.owning = "财务部".to_owned();
    let opened = open(&start);
    let draft = opened.session.rows(consultation::KIND).remove(0);
    opened.read(|form| {
        let draft = form.other(draft.clone());
        assert_eq!(
            draft.get(consultation::TITLE).as_deref(),
            Some("费用报销（征求意见稿）")
        );
        assert_eq!(
            draft.get(consultation::DRAFT_VERSION).as_deref(),
            Some("0.9")
        );
        let due = draft.get(consultation::DUE).expect("a day");
        assert_eq!((due - start.start).num_days(), 23);
        let answers = draft.referred(consultation::ANSWERER).expect("somebody");
        let home = answers.referred(member::DEPARTMENT).expect("a department");
        assert_eq!(home.get(department::NAME).as_deref(), Some("财务部"));
    });
    let ahead_on = |day| opened.session.read(|log| opinions_ahead(log, day));
    let ahead = || ahead_on(start.start);
    assert_eq!(ahead().draft, None, "nobody was asked yet");
    let answers = opened
        .session
        .read(|log| Form::new(log, draft.clone()).get(consultation::ANSWERER));
    opened
        .session
        .set_author(answers.map(|one| one.to_string()));
    step(&opened, &draft, "ask");
    let departments = opened.session.rows(department::KIND);
    let answerer = opened.session.author();
    let said = |department: &RecordId| {
        let rep = opened.session.read(|log| {
            let form = Form::new(log, department.clone());
            member::first_rep(&form, department, start.start)
        });
        opened.session.set_author(rep.map(|rep| rep.to_string()));
        let words = SaidToClause {
            clause: "第 6 条",
            text: "太紧",
            instead: "",
        };
        opened.session.give_opinion(&draft, department, words, None);
        opened.session.set_author(answerer.clone());
        opened.session.rows(opinion::KIND).pop().expect("a line")
    };
    let answer = |line: &RecordId, answer: &str| {
        let answer = (opinion::ANSWER.name, Value::text(answer));
        opened.session.set_fields(line, &[answer]);
    };
    let first = said(&departments[1]);
    answer(&first, opinion::ADOPTED.key);
    let open_line = said(&departments[2]);
    let told = ahead();
    assert_eq!((told.lines, told.unanswered), (2, 1));
    assert!(!told.is_over && ahead_on(start.end).is_over);
    assert_eq!(told.answered, [(opinion::ADOPTED, 1)]);
    assert!(!told.silent.contains(&departments[1]) && told.silent.contains(&departments[3]));
    assert!(!next(&opened, now()).contains(&Advice::ShowAnswers(draft.clone())));
    answer(&open_line, opinion::LATER.key);
    let all = next(&opened, now());
    assert!(all.contains(&Advice::ShowAnswers(draft.clone())), "{all:?}");
    assert!(all.iter().any(|one| matches!(one, Advice::NextTask(_))));
    let standing = opened
        .session
        .read(|log| RolloutStanding::of(log, start.start));
    assert_eq!(standing.kept, 0);
}

#[test]
fn tabs_stand_by_the_scenario() {
    let at_hand = |scenario: &str| {
        let all = SCHEMA.templates.iter().map(|form| form.kind);
        let named = all.filter(|kind| scenario::is_at_hand(scenario, kind));
        named.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(at_hand("project"), "");
    assert_eq!(at_hand("resource"), "resource_request decision");
    assert_eq!(at_hand("problem"), "decision");
    assert_eq!(at_hand("process"), "work_item decision consultation");
    assert!(scenario::is_in_the_back("problem", "stage"));
    assert!(!scenario::is_in_the_back("project", "stage"));
    assert_eq!(work_item::KIND, "work_item");
}
