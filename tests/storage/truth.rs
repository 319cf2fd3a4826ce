//! Every failure of each home, at opening, in the middle and at saving: what is said is true. Nothing is called saved
//! that is on no disk, whole that is not all there, a backup that lacks something; and when the failure ends,
//! everything is there.

use super::bench::{Bench, changes, project};
use crate::wild::{KINDS, Kind, Moment, Near, Wild};
use hepai::exchange::{Envelope, purpose};
use hepai::model::{Change, ChangeId, FieldKey, ProjectId, RecordId, Value};
use hepai::state::{Extent, Port, Sent, Session};
use hepai::storage::{News, NoShelf, Reach, SaveState, Shelf, Shelves, Store};
use hepai::templates::SCHEMA;
use reactive_graph::owner::Owner;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::task::Poll;

/// The browser behind a session, as far as saving goes.
struct Behind(Store);

impl Port for Behind {
    fn now(&self) -> chrono::DateTime<chrono::FixedOffset> {
        "2026-03-05T14:30:00+08:00".parse().expect("a moment")
    }
    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
    fn append(&self, project: ProjectId, batch: &str, changes: &[Change]) {
        self.0.append(project, batch, changes);
    }
    fn switch(&self, project: ProjectId, batch: &str, number: u64) {
        self.0.switch(project, batch, number);
    }
    fn set_note(&self, project: ProjectId, name: &str, text: &str) {
        self.0.set_note(project, name, text);
    }
    fn note(&self, project: ProjectId, name: &str) -> Option<String> {
        self.0.note(project, name)
    }
    fn notes(&self, project: ProjectId, prefix: &str) -> Vec<(String, String)> {
        let notes = self.0.notes(project, prefix).into_iter();
        notes
            .filter_map(|(name, text)| Some((name.strip_prefix(prefix)?.to_owned(), text)))
            .collect()
    }
    fn set_whole(&self, project: ProjectId) {
        self.0.set_whole(project);
    }
    fn reach(&self, project: ProjectId) -> Reach {
        self.0.reach(project)
    }
    fn lost(&self, project: ProjectId) -> Vec<ChangeId> {
        self.0.lost(project)
    }
}

/// One row of the table.
struct Case {
    bench: Bench,
    near: Rc<Cell<Kind>>,
    far: Rc<Cell<Kind>>,
    store: Store,
    name: String,
}

/// What both homes hold at first: own edits in both, an import in IndexedDB, and in localStorage where it is said.
fn stored(near_holds: Near) -> Bench {
    let bench = Bench::new();
    bench.load();
    bench.store.set_whole(project());
    (1..=3).for_each(|number| bench.edit(number));
    let near = bench.near.content().clone();
    bench.store.append(project(), "import", &changes(10..=12));
    bench.page.wait(5_000.0);
    if near_holds == Near::Blocked {
        bench.near.content().clear();
    } else if near_holds == Near::Part {
        *bench.near.content() = near;
        let more = format!("hepai/p/{}/more", project());
        bench
            .near
            .content()
            .insert(more, hepai::storage::seal(String::new()));
    }
    bench
}

impl Case {
    fn new(near_holds: Near, name: String) -> Self {
        let bench = stored(near_holds).again("TRUTHPAGE0");
        let near = Rc::new(Cell::new(Kind::Fine));
        let far = Rc::new(Cell::new(Kind::Fine));
        let wild = |shelf: &hepai::storage::MemoryShelf, kind: &Rc<Cell<Kind>>| -> Rc<dyn Shelf> {
            Rc::new(Wild {
                shelf: shelf.clone(),
                kind: kind.clone(),
            })
        };
        let shelves = Shelves {
            near: match near_holds {
                Near::Blocked => Rc::new(NoShelf),
                Near::All | Near::Part => wild(&bench.near, &near),
            },
            rows: wild(&bench.rows, &far),
            facts: wild(&bench.facts, &far),
        };
        let store = Store::new(
            hepai::storage::Mode::Ready,
            shelves,
            bench.page.clone(),
            "TRUTHPAGE1",
            3,
        );
        Self {
            bench,
            near,
            far,
            store,
            name,
        }
    }

    /// The home begins to fail.
    fn fail(&self, is_far: bool, kind: Kind) {
        let (cell, shelf) = if is_far {
            (&self.far, &self.bench.rows)
        } else {
            (&self.near, &self.bench.near)
        };
        cell.set(kind);
        let spoil = |token: &str, text: &str| {
            let mut content = shelf.content();
            let entry = content.iter_mut().find(|(_, held)| held.contains(token));
            if let Some((_, held)) = entry {
                text.clone_into(held);
            }
        };
        match kind {
            Kind::Unreadable => spoil("记号 2", "坏"),
            Kind::Lost => spoil("记号 11", "坏"),
            Kind::NoText => spoil("记号 2", "\u{0}"),
            Kind::Cleared if is_far => {
                shelf.content().clear();
                self.bench.facts.content().clear();
                self.store.homes_lost();
            }
            Kind::Cleared => {
                shelf.content().clear();
                self.store.heard_storage(None, None);
            }
            Kind::OtherTab | Kind::Deaf => {
                let other = self.bench.tab("OTHERTAB00");
                other.load();
                other.edit(50);
                let posts = other.page.posts.take();
                if kind == Kind::OtherTab {
                    posts.iter().for_each(|post| self.store.heard_post(post));
                }
            }
            _ => {}
        }
    }

    /// What a browser that starts now and in which nothing fails would find.
    fn on_disk(&self) -> BTreeSet<u64> {
        let next = self.bench.again("LATERPAGE0");
        let loaded = next.load();
        let changes = loaded.batches.iter().flat_map(|(_, changes)| changes);
        tokens(changes)
    }
}

/// The numbers that changes carry as their values.
fn tokens<'a>(changes: impl Iterator<Item = &'a Change>) -> BTreeSet<u64> {
    let number = |text: &str| text.strip_prefix("记号 ")?.parse().ok();
    changes
        .flat_map(|change| &change.cells)
        .filter_map(|cell| cell.value.as_text().and_then(number))
        .collect()
}

fn in_log(session: Session) -> BTreeSet<u64> {
    session.read(|log| tokens(log.in_force()))
}

/// Opens the project as the app does, whatever the homes answer.
fn open(case: &Case) -> Session {
    let session = Session::new(project(), &SCHEMA, Rc::new(Behind(case.store.clone())));
    case.store.on_news(move |news| match news {
        News::Changes { batch, changes, .. } => session.news(&batch, changes),
        News::Switch { batch, number, .. } => session.news_switch(&batch, number),
        News::Whole(_) => session.news_whole(),
        _ => session.news_fact(),
    });
    case.store.on_reach(move |_| session.news_reach());
    case.store
        .on_loss(move |asked| (asked == project()).then(|| session.holdings()));
    let mut load = Box::pin(case.store.load(project()));
    for _ in 0..20 {
        if let Poll::Ready(loaded) = super::bench::poll(load.as_mut()) {
            session.load(loaded.batches, &loaded.switches, loaded.whole);
            return session;
        }
        case.bench.page.wait(1_000.0);
    }
    panic!("{}: it opens", case.name);
}

/// What is said now is true.
fn is_true(case: &Case, session: Session, when: &str) {
    let name = format!("{} {when}", case.name);
    let (shown, disk) = (in_log(session), case.on_disk());
    if matches!(case.store.save_state(), SaveState::Saved { .. }) {
        let edits: BTreeSet<u64> = shown.iter().copied().filter(|n| *n >= 100).collect();
        assert!(edits.is_subset(&disk), "{name}: saved, and on no disk");
    }
    let all: BTreeSet<u64> = (1..=3).chain(10..=12).collect();
    let is_all = all.is_subset(&shown);
    let is_called_whole = session.extent() == Extent::Whole;
    assert!(
        is_all || !is_called_whole,
        "{name}: called whole with {shown:?}"
    );
    assert_eq!(session.is_whole(), is_called_whole);
    session.note_sent(Sent {
        envelope: Envelope::of(purpose::BACKUP),
        ..Sent::default()
    });
    let is_counted = session.backup().last_ms.is_some();
    assert!(is_all || !is_counted, "{name}: a backup of {shown:?}");
}

fn row(is_far: bool, kind: Kind, moment: Moment, near_holds: Near) {
    let home = if is_far { "IndexedDB" } else { "localStorage" };
    let name = format!("{home} {kind:?} {moment:?}, near {near_holds:?}");
    let case = Case::new(near_holds, name);
    let owner = Owner::new();
    owner.set();
    if moment == Moment::Open {
        case.fail(is_far, kind);
    }
    let session = open(&case);
    is_true(&case, session, "opened");
    if moment == Moment::Middle {
        case.fail(is_far, kind);
    }
    let task = RecordId::of("task/truth");
    let field = session.field(task, FieldKey::of("title"));
    field.set(Value::text("记号 100"));
    if moment == Moment::Saving {
        case.fail(is_far, kind);
    }
    is_true(&case, session, "edited");
    for wait in [0.0, 1_000.0, 15_000.0] {
        case.bench.page.wait(wait);
        is_true(&case, session, &format!("after {wait} ms"));
    }
    // It works again: everything is saved, and everything is there.
    case.near.set(Kind::Fine);
    case.far.set(Kind::Fine);
    for _ in 0..10 {
        case.bench.page.wait(30_000.0);
    }
    is_true(&case, session, "well again");
    case.bench.page.wait(1_000.0);
    let mut all: BTreeSet<u64> = (1..=3).chain(10..=12).chain([100]).collect();
    assert!(
        matches!(case.store.save_state(), SaveState::Saved { .. }),
        "{}: saved in the end",
        case.name
    );
    if matches!(kind, Kind::Unreadable | Kind::Lost | Kind::NoText) {
        // What one home lost may be nowhere else; it is then not called whole.
        let token = if kind == Kind::Lost { 11 } else { 2 };
        all.remove(&token);
        let is_there = in_log(session).contains(&token);
        assert_eq!(is_there, session.is_whole(), "{}", case.name);
    } else {
        assert_eq!(session.extent(), Extent::Whole, "{}", case.name);
    }
    assert!(all.is_subset(&in_log(session)), "{}", case.name);
    assert!(all.is_subset(&case.on_disk()), "{}", case.name);
}

#[test]
fn whatever_fails_in_either_home_and_whenever_what_is_said_is_true() {
    let (mut rows, mut failed) = (0, Vec::new());
    for is_far in [false, true] {
        for kind in KINDS {
            for moment in [Moment::Open, Moment::Middle, Moment::Saving] {
                for near_holds in [Near::All, Near::Part, Near::Blocked] {
                    // What is cleared before anybody looks is gone, and nobody can tell.
                    let is_cleared_first = kind == Kind::Cleared && moment == Moment::Open;
                    // What is not there cannot fail.
                    if is_cleared_first || !is_far && near_holds == Near::Blocked {
                        continue;
                    }
                    // All rows are tried, so that a failure shows how far it goes.
                    let work = || row(is_far, kind, moment, near_holds);
                    if let Err(why) = std::panic::catch_unwind(work) {
                        let why = why.downcast_ref::<String>().cloned();
                        failed.push(why.unwrap_or_default());
                    }
                    rows += 1;
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert_eq!(rows, (KINDS.len() * 3 - 1) * 5);
}
