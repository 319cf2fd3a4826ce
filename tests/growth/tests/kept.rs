//! What is kept between two questions says the same as what is found from scratch, whatever was written in between:
//! checks, to-dos, the agenda and the figures of a running project, after edits that know of each other or do not,
//! deletions, moves, imports taken back, and as time goes by.

#[path = "../../port/mod.rs"]
#[allow(dead_code, reason = "other tests look at more of it")]
mod port;

use chrono::{Duration, NaiveDate};
use growth::{Desk, project};
use hepai::analysis::begin::sample::sample;
use hepai::analysis::inbox::weekly::meeting_at_hand;
use hepai::analysis::inbox::weekly_agenda::weekly_agenda;
use hepai::analysis::standing::health::standing;
use hepai::analysis::standing::schedule::schedule;
use hepai::analysis::{ToldChecks, display_code, findings, six_steps, todos, told_checks};
use hepai::model::log::OWN;
use hepai::model::template::{Lang, Template};
use hepai::model::{Change, ChangeId, FieldKey, Log, Moment, RecordId, Value};
use hepai::state::Session;
use hepai::templates::SCHEMA;
use reactive_graph::owner::Owner;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Everything that happened to a log, to do it all again.
enum Deed {
    Take(&'static str, Box<Change>),
    Switch(&'static str, u64),
}

fn again(deeds: &[Deed]) -> Log {
    let mut log = Log::new(&SCHEMA, 1);
    for deed in deeds {
        match deed {
            Deed::Take(batch, change) => drop(log.add(batch, (**change).clone())),
            Deed::Switch(batch, number) => drop(log.switch(batch, *number)),
        }
    }
    log
}

fn told(checks: &ToldChecks) -> Vec<String> {
    let gates = checks.gates.iter();
    let gates = gates.map(|gate| format!("{} {:?} {}", gate.record, gate.gate, gate.lacks.len()));
    let groups = checks.groups.iter().map(|group| {
        let found = group.found.iter();
        let found: Vec<String> = found
            .map(|one| format!("{} {} {:?}", one.record, one.rule.code, one.finding))
            .collect();
        format!("{:?} {}", group.urgency, found.join("; "))
    });
    gates.chain(groups).collect()
}

/// Everything that is asked, in words.
fn answers(log: &Log, now: Moment) -> Vec<String> {
    let today = now.date_naive();
    let mut out = told(&told_checks(log, now));
    let plain = findings(log, now).into_iter();
    out.extend(plain.map(|one| format!("{} {} {:?}", one.record, one.rule.code, one.finding)));
    let requests = ["confirm_goal", "confirm_tasks", "update_progress"].map(str::to_owned);
    for me in log.rows("member").into_iter().take(4) {
        out.push(format!("{:?}", todos(log, &me, &requests, today)));
        out.push(format!("{:?}", todos(log, &me, &[], today)));
    }
    let held = meeting_at_hand(log, today);
    let agenda = held.as_ref().map(|held| weekly_agenda(log, held, now));
    out.push(format!("{held:?} {agenda:?}"));
    out.push(format!(
        "{:?} {:?}",
        standing(log, now),
        six_steps(log, now)
    ));
    out.push(format!("{:?} {:?}", log.conflicts(), log.cut_rows()));
    for template in SCHEMA.templates {
        let rows = log.rows(template.kind);
        out.extend(rows.iter().map(|row| display_code(log, row)));
        out.push(format!("{rows:?}"));
    }
    out
}

/// What is written at random: records and values that fit now and then.
struct Hand {
    chance: fastrand::Rng,
    desk: Desk,
    records: Vec<RecordId>,
    values: BTreeMap<(String, String), Vec<Value>>,
    made: u64,
}

impl Hand {
    fn new(seed: u64, log: &Log) -> Self {
        let mut values: BTreeMap<(String, String), Vec<Value>> = BTreeMap::new();
        for change in log.in_force() {
            for cell in &change.cells {
                let of = (change.record.kind().to_owned(), cell.key.to_string());
                values.entry(of).or_default().push(cell.value.clone());
            }
        }
        Self {
            chance: fastrand::Rng::with_seed(seed),
            desk: Desk::of(log),
            records: log.all_records(),
            values,
            made: seed << 32,
        }
    }

    fn record(&mut self, templates: &[&'static Template]) -> RecordId {
        if self.chance.u8(..) < 40 {
            self.made += 1;
            let template = templates[self.chance.usize(..templates.len())];
            let record = RecordId::random(template.kind, self.made.to_le_bytes());
            self.records.push(record.clone());
            return record;
        }
        self.records[self.chance.usize(..self.records.len())].clone()
    }

    fn key(&mut self, template: Option<&Template>) -> String {
        let usual = ["deleted", "parent", "order", "status"];
        let fields = template.map_or(&[][..], |template| template.fields);
        if fields.is_empty() || self.chance.u8(..) < 60 {
            return usual[self.chance.usize(..usual.len())].to_owned();
        }
        fields[self.chance.usize(..fields.len())].key.to_owned()
    }

    fn value(&mut self, record: &RecordId, key: &str) -> Value {
        let of = (record.kind().to_owned(), key.to_owned());
        let known = self.values.get(&of).filter(|values| !values.is_empty());
        match self.chance.u8(..8) {
            0 => Value::Null,
            1 => Value::Bool(self.chance.bool()),
            2 => Value::int(self.chance.i64(0..120)),
            3 => Value::text(format!(
                "2026-{:02}-{:02}",
                self.chance.u8(7..11),
                self.chance.u8(1..29)
            )),
            4 => Value::text(self.records[self.chance.usize(..self.records.len())].as_str()),
            5 if key != "deleted" => Value::text(format!("尽快完成 {}", self.chance.u8(..9))),
            _ => match known {
                Some(values) => values[self.chance.usize(..values.len())].clone(),
                None => Value::Bool(true),
            },
        }
    }

    fn write(&mut self, log: &Log) -> Change {
        let record = self.record(SCHEMA.templates);
        let key = self.key(SCHEMA.template(record.kind()));
        let value = self.value(&record, &key);
        let names: Vec<ChangeId> = match self.chance.u8(..5) {
            0 => Vec::new(),
            _ => {
                let live = log.live(&record, &FieldKey::of(&key));
                live.iter().map(|write| write.change.id).collect()
            }
        };
        self.desk.one(record.as_str(), &[(&key, value)], &names)
    }
}

fn example(now: Moment) -> Vec<Change> {
    let owner = Owner::new();
    owner.set();
    let fake = port::Fake::new(0, "2026-08-26T18:00:00+08:00", 0);
    let session = Session::new(project(), &SCHEMA, fake);
    session.begin_sample(&sample(now, Lang::Zh));
    session.read(|log| log.in_force().cloned().collect())
}

fn walk(seed: u64, steps: usize) {
    let mut now: Moment = "2026-08-26T18:00:00+08:00".parse().expect("a moment");
    let began = example(now).into_iter();
    let mut deeds: Vec<Deed> = began
        .map(|change| Deed::Take(OWN, Box::new(change)))
        .collect();
    let mut kept = again(&deeds);
    let mut hand = Hand::new(seed, &kept);
    let mut switches = 0;
    for step in 0..steps {
        let deed = match hand.chance.u8(..20) {
            0 => {
                switches += 1;
                Deed::Switch("i1", switches)
            }
            1..8 => Deed::Take("i1", Box::new(hand.write(&kept))),
            _ => Deed::Take(OWN, Box::new(hand.write(&kept))),
        };
        match &deed {
            Deed::Take(batch, change) => drop(kept.add(batch, (**change).clone())),
            Deed::Switch(batch, number) => drop(kept.switch(batch, *number)),
        }
        deeds.push(deed);
        now += match hand.chance.u8(..8) {
            0 => Duration::hours(7),
            1 | 2 => Duration::minutes(13),
            _ => Duration::zero(),
        };
        // Now and then much happens before anybody asks.
        if hand.chance.u8(..4) == 0 {
            continue;
        }
        let (kept, fresh) = (answers(&kept, now), answers(&again(&deeds), now));
        for (kept, fresh) in kept.iter().zip(&fresh) {
            assert_eq!(kept, fresh, "seed {seed}, step {step}");
        }
        assert_eq!(kept.len(), fresh.len(), "seed {seed}, step {step}");
    }
}

#[test]
fn a_row_is_asked_again_when_something_changes_that_was_read_of_it() {
    let mut log = Log::of(&SCHEMA, 1, growth::plan(50));
    let mut desk = Desk::of(&log);
    let asked = Rc::new(Cell::new(0));
    let ends = |log: &Log| {
        let asked = Rc::clone(&asked);
        let find = move |log: &Log, record: &RecordId| {
            asked.set(asked.get() + 1);
            log.value(record, &FieldKey::of("current_end"))
                .as_text()
                .map(str::to_owned)
        };
        log.each_row("task", "ends", (), find)
    };
    let first = ends(&log);
    assert_eq!((first.len(), asked.get()), (50, 50));
    let task = log.rows("task")[7].clone();
    log.add(OWN, desk.edit(&log, &task, "title", Value::text("另一个")));
    assert!(Rc::ptr_eq(&first, &ends(&log)), "nothing read has changed");
    log.add(
        OWN,
        desk.edit(&log, &task, "current_end", Value::text("2026-12-31")),
    );
    let second = ends(&log);
    assert_eq!(*second[7], "2026-12-31");
    assert!(asked.get() <= 52, "{} questions", asked.get());
    let new = [("current_end", Value::text("2026-01-01"))];
    log.add(OWN, desk.one("task/NEW00001", &new, &[]));
    assert_eq!((ends(&log).len(), asked.get() <= 53), (51, true));
}

#[test]
fn typing_a_title_does_not_schedule_the_plan_anew() {
    let mut log = Log::of(&SCHEMA, 1, growth::linked(50));
    let mut desk = Desk::of(&log);
    let today: NaiveDate = "2026-04-15".parse().expect("a day");
    let first = schedule(&log, today);
    let task = log.rows("task")[7].clone();
    for text in ["改", "改了", "改了名"] {
        log.add(OWN, desk.edit(&log, &task, "title", Value::text(text)));
        assert!(Rc::ptr_eq(&first, &schedule(&log, today)), "{text}");
    }
    log.add(
        OWN,
        desk.edit(&log, &task, "current_end", Value::text("2026-12-31")),
    );
    assert!(!Rc::ptr_eq(&first, &schedule(&log, today)));
}

#[test]
fn what_is_kept_is_what_would_be_found_from_scratch() {
    let (walks, steps) = match std::env::var_os("HEPAI_LONG") {
        Some(_) => (200, 200),
        None => (4, 50),
    };
    for seed in 1..=walks {
        walk(seed, steps);
    }
}
