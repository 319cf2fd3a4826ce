//! What is measured of a shape: everything that happens when a project is opened, looked at, or comes in as a file.

use crate::browser;
use crate::clock::Clock;
use chrono::DateTime;
use growth::{Desk, LEAD, file, file_with_current};
use hepai::analysis::people::who::People;
use hepai::analysis::standing::due::next_due_items;
use hepai::analysis::standing::health::standing;
use hepai::analysis::{
    allowed, computed, display_code, findings, goal::answers, inbox::agenda, inbox::asks,
    inbox::differences, people::absence, six_steps, standing::boundaries, standing::load,
    standing::possible_handovers, telling, todos,
};
use hepai::exchange;
use hepai::model::Moment;
use hepai::model::log::OWN;
use hepai::model::template::Form;
use hepai::model::{Change, FieldKey, Log, RecordId, Value};
use hepai::templates::{SCHEMA, charter};
use reactive_graph::owner::Owner;
use std::hint::black_box;

/// The log of a project, its changes, and a file with all of them.
pub(crate) struct Project {
    pub(crate) changes: Vec<Change>,
    pub(crate) log: Log,
    pub(crate) file: String,
}

impl Project {
    pub(crate) fn of(changes: Vec<Change>) -> Self {
        let log = Log::of(&SCHEMA, 1, changes.iter().cloned());
        let file = file(&log, "长大的项目");
        Self { changes, log, file }
    }
}

/// A part: its name, and what it does with a project.
pub(crate) type Part = (&'static str, fn(&Project, &mut Clock));

/// Every part.
pub(crate) const PARTS: &[Part] = &[
    ("take", take),
    ("rows", rows),
    ("conflicts", conflicts),
    ("current", current),
    ("checks", checks),
    ("codes", codes),
    ("lists", lists),
    ("to-dos", to_dos),
    ("asked", asked),
    ("overview", overview),
    ("differences", differences_page),
    ("history", history),
    ("missing", missing),
    ("undo-import", undo_import),
    ("key-press", key_press),
    ("write", write),
    ("preview", preview),
    ("preview-again", preview_again),
    ("read-current", read_current),
    ("slip", slip),
    ("clean-copy", clean_copy),
    ("open", open),
    ("delete-undo", delete_and_undo),
    ("past", past_of_all),
];

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-06-10T10:00:00+08:00").expect("a moment")
}

fn anew(project: &Project) -> Log {
    let mut log = Log::new(&SCHEMA, 2);
    log.add_all("i1", project.changes.iter().cloned());
    log
}

/// A log of which nothing was asked yet but its differences: what is made once must be paid for in each run.
fn fresh(project: &Project) -> Log {
    let log = Log::of(&SCHEMA, 1, project.changes.iter().cloned());
    black_box(log.conflict_count());
    log
}

fn take(project: &Project, clock: &mut Clock) {
    let changes = project.changes.clone();
    let mut log = Log::new(&SCHEMA, 2);
    clock.time(|| log.add_all("i1", changes));
    black_box(log.len());
}

fn all_rows(log: &Log) -> Vec<RecordId> {
    let kinds = log.kinds();
    kinds.iter().flat_map(|kind| log.rows(kind)).collect()
}

fn rows(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        let log = &project.log;
        for row in all_rows(log) {
            black_box(log.rows_below(&row).len());
            black_box(log.parent_of(&row));
        }
        for kind in log.kinds() {
            black_box(log.bin(&kind).len());
        }
        black_box((log.cut_rows(), log.lost_rows(), log.all_records()));
    });
}

fn conflicts(project: &Project, clock: &mut Clock) {
    let log = anew(project);
    black_box(clock.time(|| log.conflicts()).len());
}

fn current(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        black_box(project.log.current().len());
    });
}

fn checks(project: &Project, clock: &mut Clock) {
    let log = fresh(project);
    clock.time(|| {
        black_box(findings(&log, now()).len());
    });
}

fn codes(project: &Project, clock: &mut Clock) {
    let log = fresh(project);
    clock.time(|| {
        for row in all_rows(&log).iter().take(200) {
            black_box(display_code(&log, row));
        }
    });
}

/// What lists and sheets ask of every row.
fn lists(project: &Project, clock: &mut Clock) {
    let me = RecordId::of(LEAD);
    let log = &fresh(project);
    clock.time(|| {
        for template in SCHEMA.templates {
            for row in log.rows(template.kind) {
                let form = Form::new(log, row.clone());
                black_box(display_code(log, &row));
                black_box(allowed(log, &row, Some(&me), now().date_naive()));
                for field in template.fields.iter().filter(|field| field.filled) {
                    black_box(computed(&form, field.key, now()));
                }
            }
        }
        for member in log.rows("member") {
            let person = Form::new(log, member);
            black_box(load::load(&person, now().date_naive()));
            for away in absence::absences(&person) {
                black_box(absence::due_meanwhile(&person, &away));
            }
        }
        black_box(boundaries::boundaries(log, now()).overlaps.len());
        black_box(possible_handovers::possible_handovers(log, now().date_naive()).len());
        for place in log.conflicts() {
            black_box(agenda::point_of(log, &place, now()));
        }
    });
}

fn to_dos(project: &Project, clock: &mut Clock) {
    let log = fresh(project);
    clock.time(|| {
        let requests = [
            "confirm_goal",
            "confirm_duties",
            "confirm_tasks",
            "name_backup",
        ]
        .map(str::to_owned);
        let me = RecordId::of(LEAD);
        black_box(todos(&log, &me, &requests, now().date_naive()).len());
    });
}

/// What the page that sends asks of everybody: what changed since they answered, and who still owes what.
fn asked(project: &Project, clock: &mut Clock) {
    let log = &fresh(project);
    clock.time(|| {
        let people = log.rows("member");
        black_box(asks::asked_again(log, &people).len());
        black_box(asks::owing(log, &people, now().date_naive()).len());
    });
}

fn overview(project: &Project, clock: &mut Clock) {
    let log = &fresh(project);
    clock.time(|| {
        black_box(standing(log, now()).tasks);
        black_box(six_steps(log, now()));
        black_box(agenda::points(log, now()).len());
        black_box(next_due_items(log, Some(&RecordId::of(LEAD)), now(), 8).len());
        for department in log.rows("department") {
            black_box(answers::goal_answer(log, &department));
        }
        let people = People::of(&Form::new(log, charter::record()));
        for member in log.rows("member") {
            black_box(people.person(&member));
        }
    });
}

fn differences_page(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        let log = &project.log;
        let open = differences::open(log);
        for place in &open {
            black_box(differences::writers(log, place).len());
        }
        for place in open.iter().take(20) {
            black_box(differences::Difference::of(log, place));
        }
    });
}

fn history(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        let log = &project.log;
        for record in log.all_records() {
            let keys: Vec<FieldKey> = log.keys(&record).cloned().collect();
            for key in keys {
                black_box((
                    log.history(&record, &key).len(),
                    log.distinct(&record, &key).len(),
                ));
            }
        }
    });
}

fn missing(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        black_box(project.log.missing(true).len());
    });
}

/// An import that is undone and taken again, and the page that shows the plan.
fn undo_import(project: &Project, clock: &mut Clock) {
    let mut log = anew(project);
    clock.time(|| {
        black_box(log.switch("i1", 1).len());
        black_box(log.kept_of("i1").len());
        black_box(log.switch("i1", 2).len());
    });
}

/// Twenty letters typed into a row, after each of which the page asks for what it shows: the rows and the differences.
fn key_press(project: &Project, clock: &mut Clock) {
    let mut log = anew(project);
    let mut desk = Desk::begun();
    desk.next_page();
    for number in 0..20 {
        let title = Value::text(format!("字 {number}"));
        desk.write("task/TYP1NG00", &[("title", title)]);
    }
    let letters = desk.done().split_off(9);
    let kinds = log.kinds();
    black_box((log.conflict_count(), all_rows(&log)));
    clock.time(|| {
        for change in letters {
            log.add(OWN, change);
            black_box(log.conflict_count());
            for kind in &kinds {
                black_box(log.rows(kind).len());
            }
        }
    });
}

fn write(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        black_box(file(&project.log, "长大的项目").len());
    });
}

fn preview(project: &Project, clock: &mut Clock) {
    clock.time(|| {
        let content = exchange::read(project.file.as_bytes(), None).expect("a file");
        let files = vec![("a.json".to_owned(), content)];
        let preview = exchange::preview(None, &SCHEMA, 2, files);
        black_box((preview.conflicts(), preview.missing(None, true).len()));
        let batches = preview.batches(None, &preview.left_by_default());
        black_box(batches.take.len());
    });
}

/// The file where everything but its last third is here already.
fn preview_again(project: &Project, clock: &mut Clock) {
    let here = project.changes.len() * 2 / 3;
    let log = Log::of(&SCHEMA, 1, project.changes[..here].iter().cloned());
    black_box(log.conflict_count());
    clock.time(|| {
        let content = exchange::read(project.file.as_bytes(), Some(&log)).expect("a file");
        let files = vec![("a.json".to_owned(), content)];
        let preview = exchange::preview(Some(&log), &SCHEMA, 2, files);
        black_box((preview.conflicts(), preview.missing(Some(&log), true).len()));
        let first = [0].into_iter().collect();
        black_box(preview.leaving(&first).len());
    });
}

/// A file in which somebody edited what stands in it as plain state.
fn read_current(project: &Project, clock: &mut Clock) {
    let text =
        file_with_current(&project.log, "长大的项目").replace("市场部的人", "市场部的另一个人");
    clock.time(|| {
        let content = exchange::read(text.as_bytes(), None).expect("a file");
        black_box(content.len());
    });
}

/// The file for each of the first rows, and one with everything under the charter.
fn slip(project: &Project, clock: &mut Clock) {
    let rows = all_rows(&project.log);
    let wanted = rows
        .into_iter()
        .take(3)
        .chain([charter::record()])
        .collect();
    clock.time(|| {
        black_box(exchange::slip(&project.log, &wanted, &[]).changes.len());
    });
}

fn clean_copy(project: &Project, clock: &mut Clock) {
    let seed = exchange::Seed {
        random: [7; 20],
        time: 0,
        author: None,
    };
    clock.time(|| {
        black_box(
            exchange::clean_copy(&project.log, growth::project(), &seed)
                .changes
                .len(),
        );
    });
}

fn open(project: &Project, clock: &mut Clock) {
    let owner = Owner::new();
    owner.set();
    let changes = project.changes.clone();
    clock.time(|| {
        let session = browser::open(changes);
        black_box((session.unsent().len(), session.read(Log::conflict_count)));
    });
}

/// Deletes the record with most in it, which takes its rows along, and takes that back and again.
fn delete_and_undo(project: &Project, clock: &mut Clock) {
    let owner = Owner::new();
    owner.set();
    let session = browser::open(project.changes.clone());
    let rows = session.read(all_rows);
    let size =
        |row: &RecordId| session.read(|log| log.keys(row).count() + log.rows_below(row).len());
    let Some(record) = rows
        .into_iter()
        .filter(|row| *row != charter::record())
        .max_by_key(size)
    else {
        return;
    };
    clock.time(|| {
        black_box(session.delete(&record).len());
        black_box(session.undo().written);
        black_box(session.redo().written);
        black_box(session.restore(&record).len());
    });
}

fn past_of_all(project: &Project, clock: &mut Clock) {
    let records = project.log.all_records();
    clock.time(|| {
        for record in &records {
            black_box(telling::history(&project.log, record, 12).0.len());
        }
    });
}
