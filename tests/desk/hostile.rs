//! Every field of every template with the values that only a forged file holds: whatever counts with them ends in a
//! figure or in nothing, and never stops. Compiled with overflow checks, so that what would wrap stops here.

use crate::people::{Desk, date, empty, lead, moment};
use hepai::analysis::people::who::People;
use hepai::analysis::words::initials::{Initials, TABLE};
use hepai::analysis::words::typed::{self, oddity, shown};
use hepai::analysis::{
    begin::copy, begin::start, calendar_of, computed, goal::answers, goal::drafts, goal::meter,
    inbox::agenda, inbox::differences, inbox::todos, next_code, next_people, people::absence,
    people::allowed_steps, people::suggestion, rules::checks, search, six_steps,
    standing::boundaries, standing::due, standing::health, standing::load,
    standing::possible_handovers, started, todos, told_checks,
};
use hepai::exchange::{Envelope, Header, ProjectInfo, Scope, clean_copy, preview, read, write};
use hepai::model::clock::moment_of;
use hepai::model::template::{Field, FieldType, Form, Lang, Template, minute_text};
use hepai::model::{Change, Log, RecordId};
use hepai::model::{Moment, Zone};
use hepai::state::Refused;
use hepai::templates::{SCHEMA, charter, department, member};
use hepai::ui::letter::{Sending, invite};
use std::fmt::Write;

const END: i64 = (1 << 53) - 1;

/// What stands in a field of that type, as JSON; `turn` tells which.
fn forged(field: &Field, own: &str, turn: usize) -> String {
    let pick = |all: &[&str]| all[turn % all.len()].to_owned();
    let numbers = [
        "9007199254740991",
        "-9007199254740991",
        "4294967296",
        "-1",
        "2147483648",
        "0.5",
        "\"9007199254740991\"",
        "0",
    ];
    match field.field_type {
        FieldType::Int(..) | FieldType::Scale(_) | FieldType::Money => pick(&numbers),
        FieldType::Decimal => pick(&[
            "\"999999999999999999999999999999\"",
            "\"-922337203685477.5808\"",
            "\"922337203685477.5807\"",
            "\"0.000000000000000000000000001\"",
            "\"1e309\"",
            "9007199254740991",
            "\"-0\"",
        ]),
        FieldType::Date => pick(&[
            "\"2199-12-31\"",
            "\"1900-01-01\"",
            "\"9999-12-31\"",
            "\"2026-03-04\"",
            "\"-262143-01-01\"",
            "9007199254740991",
        ]),
        FieldType::DateTime => pick(&[
            "\"2199-12-31T23:59:59-23:59\"",
            "\"1900-01-01T00:00:00+23:59\"",
            "\"9999-12-31T23:59:60Z\"",
            "\"2016-12-31T23:59:60Z\"",
            "\"0000-01-01T00:00:00+14:00\"",
            "\"+262142-12-31T23:59:59Z\"",
            "-9007199254740991",
        ]),
        FieldType::Bool => pick(&["true", "false", "9007199254740991", "\"true\""]),
        FieldType::Enum(choices) if turn.is_multiple_of(2) && !choices.is_empty() => {
            format!("\"{}\"", choices[turn / 2 % choices.len()].key)
        }
        FieldType::Ref(_) | FieldType::Set(_) => format!("\"{own}\""),
        _ => pick(&[
            "\"23:59\"",
            "\"24:00\"",
            "\"99:99\"",
            "\"\\ud83d\\ude00\\u0000\\u202e\"",
            "\"9223372036854775808\"",
            "-0.5",
        ]),
    }
}

/// One change that writes every field of a record.
fn forge(template: &Template, record: &str, number: usize, turn: usize) -> Change {
    let mut cells: Vec<(String, String)> = Vec::new();
    for (at, field) in template.fields.iter().enumerate() {
        let key = match field.field_type {
            FieldType::Set(_) => format!("{}/zz", field.key),
            _ => field.key.to_owned(),
        };
        cells.push((key, forged(field, record, turn + at * 3)));
    }
    let status = template.states.map(|machine| {
        let states = machine.states;
        format!("\"{}\"", states[turn % states.len()].choice.key)
    });
    cells.extend(status.map(|status| ("status".to_owned(), status)));
    let whole = ["9007199254740991", "-9007199254740991", "999999", "1e-7"];
    cells.push(("code".to_owned(), whole[turn % 4].to_owned()));
    cells.push(("order".to_owned(), "\"0\"".to_owned()));
    cells.sort();
    cells.dedup_by(|a, b| a.0 == b.0);
    let mut text = String::new();
    for (key, value) in cells {
        let comma = if text.is_empty() { "" } else { "," };
        write!(text, "{comma}\"{key}\":[{value}]").expect("a text");
    }
    let time = [END, -END, 8_210_266_876_799_999, -8_334_601_228_800_000, 0][turn % 5];
    let line = format!(
        r#"{{"cells":{{{text}}},"id":"ZZZZZZZZZZ-{number}","lamport":4000000000,"record":"{record}","time":{time}}}"#
    );
    Change::parse(&line).expect("a change")
}

/// Everything that is counted of a project, at that moment.
fn count_all(log: &Log, now: Moment) {
    let today = now.date_naive();
    let form = Form::new(log, charter::record());
    let people = People::of(&form);
    checks::findings(log, now);
    six_steps(log, now);
    health::standing(log, now);
    told_checks(log, now);
    started(log);
    agenda::points(log, now);
    agenda::next_meeting(log, now);
    boundaries::boundaries(log, now);
    possible_handovers::possible_handovers(log, today);
    meter::smart(&form);
    meter::attainments(&form);
    drafts::draft_now(log);
    todos::answer_by(log, now);
    suggestion::all_open(log);
    search(log, "9", Lang::Zh, &Initials::read(TABLE));
    for place in differences::open(log) {
        differences::before(log, &place);
        differences::writers(log, &place);
        agenda::point_of(log, &place, now);
    }
    for (_, by) in due::next_due_items(log, None, now, 50) {
        by.late(now, &hepai::analysis::time::calendar::Calendar::default());
        assert_eq!(due::By::read(&by.kept()), Some(by));
    }
    load::roles_accepted(&form, today);
    start::preset_plan(log, Lang::Zh, now);
    copy::copy(log, "x", today);
    let calendar = calendar_of(&form);
    calendar.add_working_days(today, u32::MAX);
    calendar.working_days(date("1900-01-01"), date("2199-12-31"));
    for template in SCHEMA.templates {
        next_code(log, template.kind);
        for record in log.rows(template.kind) {
            of_record(log, template, &record, now);
        }
    }
    for person in log.rows(member::MEMBER.kind) {
        let person = Form::new(log, person);
        load::load(&person, today);
        todos(log, person.record(), &[], today);
        due::next_due_items(log, Some(person.record()), now, 50);
        todos::next_due(log, person.record());
        suggestion::waiting_for(log, &people, person.record());
        for away in absence::absences(&person) {
            let _ = away.span();
            absence::due_meanwhile(&person, &away);
        }
    }
    for department in log.rows(department::DEPARTMENT.kind) {
        answers::goal_answer(log, &department);
        drafts::draft_answered(log, &department);
    }
    log.current();
    log.conflicts();
    invite(log, &Sending::default());
}

fn of_record(log: &Log, template: &Template, record: &RecordId, now: Moment) {
    let form = Form::new(log, record.clone());
    for field in template.fields {
        computed(&form, field.key, now);
        let value = form.value(field.key);
        oddity(field, &value);
        let zone = Zone::Fixed(*now.offset());
        let text = shown(field.field_type, &value, zone);
        typed::read(&form, field, &text, now, zone);
    }
    allowed_steps::allowed(log, record, None, now.date_naive());
    next_people(log, record, None);
    hepai::analysis::display_code(log, record);
    for key in log.keys(record) {
        for write in log.live(record, key) {
            minute_text(moment_of(write.change.time, *now.offset()));
            differences::told(log, &write);
        }
    }
}

fn moments() -> [Moment; 3] {
    [
        moment("2026-03-05T14:30"),
        "2199-12-31T23:59:00-12:00".parse().expect("a moment"),
        "1900-01-01T00:00:00+14:00".parse().expect("a moment"),
    ]
}

/// A file's way in and out again.
fn exchanged(log: &Log) {
    let header = Header {
        app: "0.1.0".to_owned(),
        page: "https://example.org/".to_owned(),
        project: ProjectInfo {
            id: "0123456789".parse().expect("an id"),
            name: "A1".to_owned(),
        },
        envelope: Envelope::default(),
        scope: Scope::Whole,
        lang: Lang::Zh,
        current: Some(true),
    };
    let file = write(log, &header);
    let content = read(file.as_bytes(), None).expect("a file");
    let looked = preview(None, &SCHEMA, 1, vec![("x".to_owned(), content)]);
    assert!(looked.left_out.is_empty(), "nothing of it is far");
    let seed = hepai::exchange::Seed {
        random: [7; 20],
        time: END,
        author: None,
    };
    let project = "0123456789".parse().expect("an id");
    clean_copy(log, project, &seed);
}

#[test]
fn extreme_values_in_every_field_stop_nothing() {
    let desk = lead();
    let base = desk.changes();
    for template in SCHEMA.templates {
        for turn in 0..4 {
            let mut changes = base.clone();
            let known = desk.session.rows(template.kind);
            let made = RecordId::of(&format!("{}/zz", template.kind));
            let once = RecordId::of(template.kind);
            let records = if template.once {
                vec![once]
            } else {
                known.into_iter().take(3).chain([made]).collect()
            };
            for (number, record) in records.iter().enumerate() {
                changes.push(forge(template, record.as_str(), number + 1, turn + number));
            }
            count_all(&Log::of(&SCHEMA, 1, changes), moments()[turn % 3]);
        }
    }
}

#[test]
fn a_project_of_nothing_but_extreme_values_is_opened_sent_and_written_on() {
    for turn in 0..6 {
        let desk = lead();
        let mut forged = Vec::new();
        for template in SCHEMA.templates {
            let mut records = desk.session.rows(template.kind);
            if !template.once {
                records.push(RecordId::of(&format!("{}/zz", template.kind)));
            }
            for record in records {
                let number = forged.len() + 1;
                forged.push(forge(template, record.as_str(), number, turn + number));
            }
        }
        let by = RecordId::of("member/zz");
        desk.take(forged, &by);
        desk.session.read(|log| {
            for now in moments() {
                count_all(log, now);
            }
            exchanged(log);
        });
        write_on(&desk);
        let other = empty(9);
        other.take(desk.changes(), &by);
        desk.session.backup().is_due(moments()[0]);
        other.session.backup().is_due(moments()[2]);
    }
}

/// Rows are added, moved, copied, deleted and brought back all the same.
fn write_on(desk: &Desk) {
    for template in SCHEMA.templates.iter().filter(|one| !one.once) {
        let rows = desk.session.rows(template.kind);
        let first = rows.first();
        desk.session
            .add_rows(template.kind, None, first, &[vec![], vec![]]);
        for row in rows.iter().take(2) {
            desk.session.move_row(row, hepai::state::Moved::Down);
            desk.session.copy_row(row);
            desk.session.delete(row);
            desk.session.restore(row);
        }
    }
    desk.session.begin_work(None);
    while !desk.session.undo().nothing {}
    let refused = desk.session.refused().1;
    assert_ne!(refused, Some(Refused::Spent), "nobody's numbers ended");
}
