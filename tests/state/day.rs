//! The day goes on while a project is open: whatever is dated follows it.

use hepai::analysis::{calendar_of, time::lateness};
use hepai::model::Value;
use hepai::model::template::Form;
use hepai::state::Session;
use hepai::templates::{SCHEMA, task};
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::Owner;
use reactive_graph::traits::Get;

#[test]
fn what_is_dated_follows_the_day_and_nothing_else_of_the_clock() {
    let owner = Owner::new();
    owner.set();
    let fake = crate::port::Fake::new(51, "2026-03-05T17:30:00+08:00", 0);
    let session = Session::new("0123456789".parse().expect("an id"), &SCHEMA, fake.clone());
    let due = [(task::CURRENT_END.name, Value::text("2026-03-05"))];
    let made = session.add_rows(task::TASK.kind, None, None, &[due.to_vec()]);
    let late = ArcMemo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| {
            let form = Form::new(log, made[0].clone());
            lateness::overdue_days(&form, today, &calendar_of(&form))
        })
    });
    let look = |now: &str| {
        fake.set_now(now);
        session.look_at_clock();
        late.get().unwrap_or_default()
    };
    assert_eq!(late.get().unwrap_or_default(), 0);
    assert_eq!(look("2026-03-05T23:59:59+08:00"), 0);
    assert_eq!(look("2026-03-06T00:00:01+08:00"), 1, "a new day");
    assert_eq!(
        look("2026-03-09T09:00:00+08:00"),
        2,
        "woken after a weekend"
    );
    assert_eq!(look("2026-03-05T12:00:00+08:00"), 0, "a clock set back");
    assert_eq!(look("2026-03-06T00:30:00+09:00"), 1, "another zone");
}

#[test]
fn the_same_day_wakes_nobody() {
    let owner = Owner::new();
    owner.set();
    let fake = crate::port::Fake::new(52, "2026-03-05T08:00:00+08:00", 0);
    let session = Session::new("0123456789".parse().expect("an id"), &SCHEMA, fake.clone());
    let hour = ArcMemo::new(move |_| session.now().time().to_string());
    assert_eq!(hour.get(), "08:00:00");
    fake.set_now("2026-03-05T20:00:00+08:00");
    session.look_at_clock();
    assert_eq!(hour.get(), "08:00:00", "not asked again");
    fake.set_now("2026-03-06T20:00:00+08:00");
    session.look_at_clock();
    assert_eq!(hour.get(), "20:00:00");
}
