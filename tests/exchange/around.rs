//! Ways round the first look: what replaces the reader's own words must be told whatever it looks like on the way.

use crate::help::{Person, change, text};
use crate::stakes::{Edit, LEAD, LI, ZHAO, acts, copy, file, look, project, stakes, told};
use hepai::exchange::preview::Stake;
use hepai::model::{Change, FieldKey, Log, RecordId, Value};
use hepai::templates::SCHEMA;

/// What somebody writes who knows of everything but the last change of each named record.
fn blind(lead: &Person, without: &[&str]) -> Log {
    let known = lead.log.in_force().filter(|change| {
        let is_last = |record: &&str| {
            let of = |other: &Change| other.record.as_str() == *record;
            let last = lead.log.in_force().filter(|other| of(other));
            let last = last.max_by_key(|other| other.lamport);
            of(change) && last.is_some_and(|last| last.line() == change.line())
        };
        !without.iter().any(is_last)
    });
    Log::of(&SCHEMA, 1, known.cloned())
}

fn replaces(lead: &Person, files: &[String], place: &str) {
    let lines = told(&stakes(lead, &look(lead, files)));
    let is_told = |line: &String| line.starts_with('!') && line.contains(place);
    assert!(lines.iter().any(is_told), "{place} in {lines:#?}");
}

#[test]
fn a_figure_of_which_the_last_counts_is_replaced_by_a_later_one() {
    for (key, mine, theirs) in [
        ("percent", Value::int(77), Value::int(11)),
        ("actual_start", text("2026-02-03"), text("2026-02-20")),
        ("forecast_end", text("2026-03-09"), text("2026-04-30")),
    ] {
        let mut lead = project();
        lead.act(&[("task/t01", key, mine)]);
        let mut log = blind(&lead, &["task/t01"]);
        // Their page has seen so much else that what it writes is the later.
        for number in 0..40 {
            acts(
                &mut log,
                "ZZZZZZZZZZ",
                ZHAO,
                &[("task/t09", "deliverable", text(&number.to_string()))],
            );
        }
        acts(&mut log, "ZZZZZZZZZZ", ZHAO, &[("task/t01", key, theirs)]);
        replaces(&lead, &[file(&log, ZHAO)], &format!(" task/t01.{key} "));
    }
}

#[test]
fn what_was_taken_back_and_comes_along_is_told_again() {
    let mut lead = project();
    let mut log = copy(&lead.log);
    let first = acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[("task/t01", "title", text("篡改"))],
    );
    let file_of_first = file(&log, ZHAO);
    replaces(
        &lead,
        std::slice::from_ref(&file_of_first),
        " task/t01.title ",
    );
    lead.take(&[&file_of_first]);
    lead.log.switch("i2", 1);
    assert!(first.iter().all(|change| {
        let slot = lead.log.find(change.line());
        slot.is_some_and(|slot| !lead.log.is_in_force(slot))
    }));
    // A harmless task of its own that names the change which was taken back.
    let mut other = Log::of(&SCHEMA, 1, lead.log.in_force().cloned());
    let names = first[0].id.to_string();
    let harmless = change(
        "YYYYYYYYYY-1",
        500,
        Some(ZHAO),
        "task/n1",
        &[("title", text("新任务"), &[names.as_str()])],
    );
    other.load("own", vec![harmless]);
    replaces(&lead, &[file(&other, ZHAO)], " task/t01.title ");
}

/// The title of the first task as it stands, written once more by 赵主管, and what else the same change writes.
fn repeated(lead: &Person, title: Value, beside: &[(&str, Value, &[&str])]) -> Change {
    let (record, key) = (RecordId::of("task/t01"), FieldKey::of("title"));
    let live = lead.log.live(&record, &key);
    let named = live.first().expect("a title").change.id.to_string();
    let named = [named.as_str()];
    let mut cells: Vec<(&str, Value, &[&str])> = vec![("title", title, &named)];
    cells.extend(beside.iter().cloned());
    change("ZZZZZZZZZZ-1", 600, Some(ZHAO), "task/t01", &cells)
}

#[test]
fn words_that_another_repeats_stay_whose_they_were() {
    let mut lead = project();
    lead.act(&[("task/t01", "title", text("我写的标题"))]);
    let mut log = copy(&lead.log);
    let again = repeated(&lead, text("我写的标题"), &[]);
    log.load("own", vec![again]);
    lead.take(&[&file(&log, ZHAO)]);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[("task/t01", "title", text("换掉了"))],
    );
    replaces(&lead, &[file(&log, ZHAO)], " task/t01.title ");
}

#[test]
fn a_mark_that_a_file_puts_on_ones_words_makes_them_no_proposal_of_the_app() {
    let mut lead = project();
    let mut log = copy(&lead.log);
    let marked = repeated(
        &lead,
        text("任务 1"),
        &[("prefilled", Value::Bool(true), &[])],
    );
    log.load("own", vec![marked]);
    lead.take(&[&file(&log, ZHAO)]);
    acts(
        &mut log,
        "YYYYYYYYYY",
        LI,
        &[("task/t01", "title", text("换掉了"))],
    );
    replaces(&lead, &[file(&log, LI)], " task/t01.title ");
}

#[test]
fn a_word_in_a_record_that_named_nobody_yet_is_somebodys() {
    let at = || text("2026-03-05T10:00:00+08:00");
    let words: [(&str, Vec<Edit<'_>>); 3] = [
        (
            "what is handed over",
            vec![
                ("handoff/h1", "receiver", text(LEAD)),
                ("handoff/h1", "result", text("accepted")),
                ("handoff/h1", "receiver_agreed", at()),
            ],
        ),
        (
            "a longer time",
            vec![
                ("extension/e1", "approved_by", text(LEAD)),
                ("extension/e1", "at", at()),
            ],
        ),
        (
            "how far one is",
            vec![
                ("progress/p1", "by", text(LEAD)),
                ("progress/p1", "percent_after", Value::int(100)),
            ],
        ),
    ];
    for (name, edits) in words {
        let mut lead = project();
        let record = edits[0].0;
        lead.act(&[(record, "parent", text("task/t01"))]);
        let mut log = copy(&lead.log);
        acts(&mut log, "ZZZZZZZZZZ", ZHAO, &edits);
        let stakes = stakes(&lead, &look(&lead, &[file(&log, ZHAO)]));
        let is_told = stakes.iter().any(|stake| stake.is_anothers_word);
        assert!(is_told, "{name}: {stakes:#?}");
    }
}

#[test]
fn what_is_not_ones_to_decide_is_told_even_where_it_is_no_state() {
    for (record, key, value) in [
        ("milestone/x", "gate_decision", "go"),
        ("milestone/x", "gate_decision", "stop"),
    ] {
        let lead = project();
        let mut log = copy(&lead.log);
        acts(&mut log, "ZZZZZZZZZZ", ZHAO, &[(record, key, text(value))]);
        let stakes = stakes(&lead, &look(&lead, &[file(&log, ZHAO)]));
        let is_told = |stake: &Stake| stake.record.as_str() == record && stake.is_unentitled;
        assert!(stakes.iter().any(is_told), "{key}: {stakes:#?}");
        let mut log = copy(&lead.log);
        acts(&mut log, "MMMMMMMMMM", LEAD, &[(record, key, text(value))]);
        let own = look(&lead, &[file(&log, LEAD)]);
        assert!(!self::stakes(&lead, &own).iter().any(is_told), "{key}");
    }
}
