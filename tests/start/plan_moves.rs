//! Moves of the plan in the worked example: which tasks may move, where they come to lie, what follows, and that all of
//! it is one act.

use super::sample::{Shown, show, wednesday};
use chrono::{Days, NaiveDate};
use hepai::analysis::standing::schedule::{
    DateShift, MayNot, Move, Schedule, may_shift, propose, propose_but, put, schedule, shifted,
};
use hepai::model::template::{Form, Key, Lang};
use hepai::model::{Log, RecordId};
use hepai::templates::{change_item, change_request, dependency, task};
use std::collections::BTreeSet;
use std::rc::Rc;

struct Example {
    shown: Shown,
}

impl Example {
    fn new() -> Self {
        Self {
            shown: show(wednesday(), Lang::Zh),
        }
    }

    fn schedule(&self) -> Rc<Schedule> {
        self.shown.session().read(|log| schedule(log, wednesday()))
    }

    fn task(&self, code: i64) -> RecordId {
        self.shown.session().read(|log: &Log| {
            let is_it = |row: &&RecordId| {
                let form = Form::new(log, (*row).clone());
                form.get(Key::<i64>::new("code")) == Some(code)
            };
            let rows = log.rows(task::KIND);
            rows.iter().find(is_it).expect("a task").clone()
        })
    }

    fn place(&self, code: i64) -> u32 {
        self.schedule()
            .plan
            .place(&self.task(code))
            .expect("in the plan")
    }

    fn due(&self, code: i64) -> Option<NaiveDate> {
        let task = self.task(code);
        let session = self.shown.session();
        session.read(|log| Form::new(log, task).get(task::CURRENT_END))
    }
}

fn day(number: u64) -> NaiveDate {
    wednesday() - Days::new(44) + Days::new(number)
}

#[test]
fn what_is_over_has_started_or_is_fixed_keeps_its_dates() {
    let example = Example::new();
    let schedule = example.schedule();
    let may = |code: i64, what: DateShift| may_shift(&schedule, example.place(code), what);
    assert_eq!(may(13, DateShift::Whole), Err(MayNot::Done));
    assert_eq!(may(17, DateShift::Whole), Err(MayNot::Started));
    assert_eq!(may(17, DateShift::Start), Err(MayNot::Started));
    assert_eq!(may(17, DateShift::Due), Ok(()));
    assert_eq!(may(21, DateShift::Whole), Ok(()));
    example.shown.session().fix_dates(&example.task(25), true);
    let schedule = example.schedule();
    assert_eq!(
        may_shift(&schedule, example.place(25), DateShift::Whole),
        Err(MayNot::Fixed)
    );
}

#[test]
fn a_move_goes_by_working_days_and_keeps_the_length() {
    let example = Example::new();
    let schedule = example.schedule();
    let place = example.place(21);
    let length = |one: &Move| schedule.work_days_between(one.first, one.last);
    let stays = shifted(&schedule, place, DateShift::Whole, 0).expect("dates");
    for by in [-3, -1, 1, 4, 9] {
        let moved = shifted(&schedule, place, DateShift::Whole, by).expect("dates");
        assert_eq!(length(&moved), length(&stays), "{by}");
        assert_eq!(schedule.work_days_between(stays.last, moved.last), by);
    }
    let start = shifted(&schedule, place, DateShift::Start, 99).expect("dates");
    assert!(start.first <= start.last && start.last == stays.last);
    let due = shifted(&schedule, place, DateShift::Due, -99).expect("dates");
    assert!(due.first == stays.first && due.last >= due.first);
}

#[test]
fn a_day_without_work_is_passed_over_unless_it_is_allowed() {
    let example = Example::new();
    let schedule = example.schedule();
    let saturday = day(47);
    assert!(schedule.is_rest_day(saturday) && !schedule.is_rest_day(day(46)));
    let place = example.place(21);
    let on = |allows: bool| {
        put(&schedule, place, DateShift::Due, saturday, allows)
            .expect("dates")
            .last
    };
    let start = |allows: bool| {
        put(&schedule, place, DateShift::Whole, saturday, allows)
            .expect("dates")
            .first
    };
    assert_eq!((start(false), start(true)), (day(49), saturday));
    assert!(on(true) >= saturday && !schedule.is_rest_day(on(false)));
}

#[test]
fn what_follows_is_proposed_and_written_in_one_act_that_one_step_takes_back() {
    let example = Example::new();
    let session = example.shown.session();
    let schedule = example.schedule();
    let own = Move {
        task: example.task(14),
        first: schedule.plan.tasks[example.place(14) as usize]
            .planned
            .expect("dates")
            .0,
        last: day(57),
    };
    let proposal = propose(&schedule, std::slice::from_ref(&own));
    assert!(
        proposal.entailed.len() >= 6,
        "{:?}",
        proposal.entailed.len()
    );
    let before: Vec<_> = (1..=30).map(|code| example.due(code)).collect();
    let changes = session.read(|log| log.in_force().count());
    let moves: Vec<Move> = std::iter::once(own.clone())
        .chain(proposal.entailed.iter().map(|one| Move {
            task: one.task.clone(),
            first: one.to.0,
            last: one.to.1,
        }))
        .collect();
    session.move_tasks(&moves, Some("良率爬坡慢两天"));
    assert_eq!(example.due(14), Some(day(57)));
    assert!(session.read(|log| log.in_force().count()) > changes);
    session.undo();
    let after: Vec<_> = (1..=30).map(|code| example.due(code)).collect();
    assert_eq!(after, before, "one step takes back all of it");
    let again = propose(&schedule, &moves);
    assert!(
        again.entailed.is_empty(),
        "after all of a proposal nothing is left to move"
    );
}

#[test]
fn what_is_left_as_it_is_pushes_nothing() {
    let example = Example::new();
    let schedule = example.schedule();
    let own = shifted(&schedule, example.place(14), DateShift::Due, 2).expect("dates");
    let all = propose(&schedule, std::slice::from_ref(&own));
    let first = all
        .entailed
        .first()
        .expect("something follows")
        .task
        .clone();
    let stays = BTreeSet::from([first.clone()]);
    let rest = propose_but(&schedule, std::slice::from_ref(&own), &stays);
    assert!(
        rest.entailed
            .iter()
            .all(|one| one.task != first && one.because != first)
    );
    assert!(rest.entailed.len() < all.entailed.len());
}

#[test]
fn moves_written_as_a_request_move_nothing() {
    let example = Example::new();
    let session = example.shown.session();
    let due = example.due(14);
    let own = shifted(&example.schedule(), example.place(14), DateShift::Due, 2).expect("dates");
    let made = session
        .request_moves(&[own], "良率爬坡慢两天", Lang::Zh)
        .expect("a request");
    assert_eq!(made.kind(), change_request::KIND);
    assert_eq!(example.due(14), due);
    let rows = session.read(|log| log.rows_under(&made, change_item::KIND).len());
    assert_eq!(rows, 1);
}

#[test]
fn a_link_makes_a_task_wait_and_a_ring_is_known_beforehand() {
    let example = Example::new();
    let session = example.shown.session();
    let schedule = example.schedule();
    let (from, to) = (example.place(14), example.place(24));
    assert!(schedule.plan.network.leads_to(from, to));
    assert!(!schedule.plan.network.leads_to(to, from));
    let rows = session.link_tasks(&example.task(21), &example.task(25));
    assert_eq!(rows.len(), 1);
    let predecessor =
        session.read(|log| Form::new(log, rows[0].clone()).get(dependency::PREDECESSOR));
    assert_eq!(predecessor, Some(example.task(21)));
    assert!(
        example
            .schedule()
            .plan
            .network
            .leads_to(example.place(21), example.place(25))
    );
}
