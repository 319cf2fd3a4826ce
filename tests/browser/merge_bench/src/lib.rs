//! The app's own path from bytes to merged bytes, callable from the benchmark's page. Nothing of it
//! is special to the benchmark: `exchange::read`, the log, `exchange::write`.
#![cfg(target_family = "wasm")]

use growth::Desk;
use hepai::analysis::standing::by_department::by_department;
use hepai::analysis::standing::due::next_due_items;
use hepai::analysis::standing::health::standing;
use hepai::analysis::standing::matters::matters;
use hepai::analysis::standing::outlook::outlook;
use hepai::analysis::standing::schedule::schedule;
use hepai::analysis::standing::timeline::timeline;
use hepai::exchange::{self, Envelope, FileChange, FileContent, Header, ProjectInfo, Scope};
use hepai::model::log::OWN;
use hepai::model::template::Lang;
use hepai::model::{Change, Log, Moment, RecordId, Value};
use hepai::templates::SCHEMA;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A copy of one project.
#[wasm_bindgen]
pub struct Copy {
    log: Log,
    project: ProjectInfo,
}

#[wasm_bindgen]
impl Copy {
    /// Opens a project file.
    ///
    /// # Errors
    /// Where it is none.
    pub fn open(bytes: &[u8], seed: u32) -> Result<Copy, JsError> {
        let content = read(bytes, None)?;
        let project = content.project.clone();
        let mut log = Log::new(&SCHEMA, u64::from(seed));
        log.load(OWN, new_ones(content));
        Ok(Copy { log, project })
    }

    /// Takes everything that a file brings.
    ///
    /// # Errors
    /// Where it is none.
    pub fn take(&mut self, bytes: &[u8], batch: &str) -> Result<(), JsError> {
        let content = read(bytes, Some(&self.log))?;
        let changes = new_ones(content);
        self.log.add_all(batch, changes);
        Ok(())
    }

    /// The whole project as a file.
    pub fn save(&self, with_current: bool) -> Vec<u8> {
        let header = Header {
            app: env!("CARGO_PKG_VERSION").to_owned(),
            page: "https://example.org/hepai/".to_owned(),
            project: self.project.clone(),
            envelope: Envelope::default(),
            scope: Scope::Whole,
            lang: Lang::Zh,
            current: Some(with_current),
        };
        exchange::write(&self.log, &header).into_bytes()
    }

    /// Reads every value that counts for now; answers with how many there are.
    pub fn read(&self) -> usize {
        self.log.current().values().map(|fields| fields.len()).sum()
    }

    /// How many changes are in force.
    pub fn changes(&self) -> usize {
        self.log.len()
    }

    /// How many places differ.
    pub fn conflicts(&self) -> usize {
        self.log.conflicts().len()
    }
}

fn read(bytes: &[u8], known: Option<&Log>) -> Result<FileContent, JsError> {
    exchange::read(bytes, known).map_err(|refusal| JsError::new(&format!("{refusal:?}")))
}

fn new_ones(content: FileContent) -> impl Iterator<Item = Change> {
    let fresh = content.entries.into_iter().filter_map(|entry| match entry {
        FileChange::Fresh(change, _) => Some(*change),
        FileChange::Known(_) => None,
    });
    fresh.chain(content.outside)
}

/// A plan of which the schedule is asked.
#[wasm_bindgen]
pub struct PlanBench {
    log: Log,
    desk: Desk,
}

/// The day on which it is looked at.
fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-04-15T10:00:00+08:00").unwrap_or_default()
}

#[wasm_bindgen]
impl PlanBench {
    /// So many tasks, two thirds of them linked.
    pub fn of(tasks: usize) -> PlanBench {
        let log = Log::of(&SCHEMA, 1, growth::linked(tasks));
        PlanBench {
            desk: Desk::of(&log),
            log,
        }
    }

    /// Reads what changed and schedules all of it; answers with how many tasks there are.
    pub fn schedule(&self) -> usize {
        schedule(&self.log, now().date_naive()).tasks.len()
    }

    /// What the overview asks of it; answers with how much there is to say.
    pub fn overview(&self) -> usize {
        let (log, now) = (&self.log, now());
        let schedule = schedule(log, now.date_naive());
        let lines = matters(log, now).len()
            + by_department(log, &schedule).len()
            + next_due_items(log, None, now, 60).len();
        let is_known = outlook(log, &schedule).is_some() || timeline(log).is_some();
        lines + standing(log, now).causes.len() + usize::from(is_known)
    }

    /// Somebody moves the last day of a task.
    pub fn move_date(&mut self, at: usize) {
        let day = format!("2026-11-{:02}", at % 28 + 1);
        self.edit(at, "current_end", &day);
    }

    /// Somebody calls a task something else.
    pub fn rename(&mut self, at: usize) {
        self.edit(at, "title", &format!("第 {at} 次改名"));
    }

    fn edit(&mut self, at: usize, key: &str, text: &str) {
        let task = RecordId::of(&format!("task/{:08}", at * 7));
        let change = self.desk.edit(&self.log, &task, key, Value::text(text));
        self.log.add(OWN, change);
    }
}
