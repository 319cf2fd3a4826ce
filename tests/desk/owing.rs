//! Who still owes which answer: found for everybody at once, and the same as what waits for each.

use crate::people::{Desk, date, lead};
use hepai::analysis::inbox::asks::owing;
use hepai::analysis::inbox::todos::request;
use hepai::analysis::{Item, Todo, todos};
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::templates::{absence, member, task};
use std::collections::{BTreeMap, BTreeSet};

/// How many people owe each answer, counted from what waits for each of them.
fn owed_by_each(desk: &Desk, people: &[RecordId], today: &str) -> BTreeMap<&'static str, usize> {
    let requests = request::OFFERED.map(str::to_owned);
    let mut owed = BTreeMap::new();
    for person in people {
        let all = desk
            .session
            .read(|log| todos(log, person, &requests, date(today)));
        let open = all.iter().filter(|todo| !todo.answer.is_done());
        let open: BTreeSet<&'static str> = open.filter_map(|todo| todo.item.request()).collect();
        for request in open {
            *owed.entry(request).or_default() += 1;
        }
    }
    owed
}

#[test]
fn what_everybody_owes_is_what_waits_for_each_of_them() {
    let desk = lead();
    let people = desk.session.rows(member::KIND);
    let check = |today: &str| {
        let owed = desk.session.read(|log| owing(log, &people, date(today)));
        assert_eq!(owed, owed_by_each(&desk, &people, today), "{today}");
        owed
    };
    assert!(check("2026-02-28").contains_key(request::TASKS));
    let (me, other) = (desk.person("陈专员"), desk.person("赵主管"));
    let own = desk.tasks(&me);
    desk.set(&own[0], "status", Value::text(task::DOING.key));
    check("2026-03-10");
    // Whoever stands in is asked how far it has come, too.
    let away = vec![
        (absence::FROM.name, date("2026-03-09").write()),
        (absence::TO.name, date("2026-03-13").write()),
        (absence::COVERED_BY.name, other.write()),
    ];
    desk.session
        .add_rows(absence::KIND, Some(&me), None, &[away]);
    check("2026-03-10");
    let asked = [request::PROGRESS.to_owned()];
    let waiting = desk
        .session
        .read(|log| todos(log, &other, &asked, date("2026-03-10")));
    let is_asked =
        |todo: &Todo| matches!(&todo.item, Item::Progress(tasks) if tasks.contains(&own[0]));
    assert!(waiting.iter().any(is_asked), "{waiting:#?}");
    // A task that changes hands, and one that is taken back.
    desk.set(&own[0], task::OWNER.name, other.write());
    check("2026-03-10");
    desk.session.delete(&own[0]);
    check("2026-03-11");
}
