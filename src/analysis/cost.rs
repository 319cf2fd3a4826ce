//! What analysis costs follows what there is, not its square: counted in reads of records, never in seconds. Knows only
//! counts; what is found is tested where it is found.

mod shapes;

use super::inbox::todos::request;
use super::people::absence::{absences, due_meanwhile};
use super::people::who::People;
use super::standing::load::load;
use super::{
    allowed, computed, display_code, findings, goal::meter, inbox::agenda, standing::boundaries,
};
use super::{missing, six_steps, standing::health, standing::possible_handovers, todos};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Gate};
use crate::templates::{SCHEMA, charter};
use shapes::{Rows, SHAPES};
use std::hint::black_box;

/// More than this for twice as much is a fault.
const GROWTH: f64 = 2.3;

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-04-10T10:00:00+08:00").expect("a moment")
}

/// Something that a page asks for.
type Question = (&'static str, fn(&Log));

/// What pages ask for: of the whole project, and of every row of a list.
const ACTS: &[Question] = &[
    ("检查", |log| drop(black_box(findings(log, now())))),
    ("六步", |log| {
        black_box(six_steps(log, now()));
    }),
    ("总览", |log| {
        drop(black_box(health::standing(log, now())))
    }),
    ("待办", |log| {
        let all = request::OFFERED.map(str::to_owned);
        for me in ["member/P1", "member/L1"] {
            black_box(todos(log, &RecordId::of(me), &all, now().date_naive()));
        }
    }),
    ("定稿", |log| {
        drop(black_box(missing(
            log,
            &charter::record(),
            Gate::Final,
            now(),
        )))
    }),
    ("边界", |log| {
        drop(black_box(boundaries::boundaries(log, now())))
    }),
    ("交接", |log| {
        drop(black_box(possible_handovers::possible_handovers(
            log,
            now().date_naive(),
        )))
    }),
    ("指标", |log| {
        drop(black_box(meter::attainments(&Form::new(
            log,
            charter::record(),
        ))))
    }),
    ("议程", |log| {
        for place in log.conflicts() {
            black_box(agenda::point_of(log, &place, now()));
        }
    }),
    ("每一行", |log| {
        let me = RecordId::of("member/P1");
        for template in SCHEMA.templates {
            for record in log.rows(template.kind) {
                let form = Form::new(log, record.clone());
                black_box(display_code(log, &record));
                black_box(allowed(log, &record, Some(&me), now().date_naive()));
                for field in template.fields.iter().filter(|field| field.filled) {
                    black_box(computed(&form, field.key, now()));
                }
            }
        }
    }),
    ("每个人", |log| {
        for member in log.rows("member") {
            let person = Form::new(log, member);
            // Somebody entered over and over is one person.
            if People::shared(&person).person(person.record()) != *person.record() {
                continue;
            }
            black_box(load(&person, now().date_naive()));
            for away in absences(&person) {
                black_box(due_meanwhile(&person, &away));
            }
        }
    }),
];

fn cost(shape: fn(&mut Rows, usize), size: usize, act: fn(&Log)) -> u64 {
    let mut rows = Rows::begun();
    for at in 0..size {
        shape(&mut rows, at);
    }
    let log = rows.log();
    let before = log.reads();
    act(&log);
    log.reads() - before
}

#[test]
fn twice_as_much_costs_twice_as_much() {
    let mut dear = Vec::new();
    for (shape, one_more) in SHAPES {
        for (act, run) in ACTS {
            let (once, twice) = (cost(*one_more, 40, *run), cost(*one_more, 80, *run));
            if twice as f64 > once as f64 * GROWTH {
                dear.push(format!(
                    "{act} of {shape}: {once} reads of records, then {twice}"
                ));
            }
        }
    }
    assert!(dear.is_empty(), "grows too fast:\n{}", dear.join("\n"));
}
