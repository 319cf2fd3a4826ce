//! Project files as anybody sees them: text, and plain JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};

/// A file that was saved by the app.
#[derive(Clone, Debug)]
pub struct ProjectFile {
    text: String,
    json: Value,
}

impl ProjectFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let json = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
        Ok(Self { text, json })
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A member of the header, such as `format`.
    pub fn header(&self, key: &str) -> &Value {
        &self.json[key]
    }

    /// What must be equal byte for byte on all copies: everything from `"changes"` to the end.
    ///
    /// # Errors
    /// Where the file has no changes.
    pub fn content(&self) -> Result<&str> {
        let start = self
            .text
            .find("\n  \"changes\":")
            .context("no line begins with \"changes\"")?;
        Ok(&self.text[start..])
    }

    /// The lines of the changes, without commas.
    pub fn lines(&self) -> Vec<&str> {
        let inside = self
            .text
            .lines()
            .map(str::trim)
            .skip_while(|line| !line.starts_with("\"changes\":"))
            .skip(1);
        inside
            .take_while(|line| !line.starts_with(']'))
            .map(|line| line.trim_end_matches(','))
            .collect()
    }

    /// The changes.
    pub fn changes(&self) -> &[Value] {
        self.json["changes"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The value that counts for now; null where there is none.
    pub fn current(&self, record: &str, field: &str) -> &Value {
        &self.json["current"][record][field]
    }

    /// The visible records of a kind.
    pub fn records(&self, kind: &str) -> Vec<&str> {
        let start = format!("{kind}/");
        let all = self.json["current"].as_object().into_iter().flatten();
        all.map(|(id, _)| id.as_str())
            .filter(|id| id.starts_with(&start))
            .collect()
    }

    /// Every text that any change ever wrote: what a merge must not lose.
    pub fn written(&self) -> BTreeSet<String> {
        let cells = self
            .changes()
            .iter()
            .filter_map(|change| change["cells"].as_object())
            .flatten();
        cells
            .filter_map(|(_, cell)| cell[0].as_str().map(str::to_owned))
            .collect()
    }
}

impl ProjectFile {
    /// The first record of that kind in which a field has a value.
    ///
    /// # Errors
    /// Where there is none.
    pub fn find(&self, kind: &str, field: &str, value: &str) -> Result<&str> {
        let mut all = self.records(kind).into_iter();
        all.find(|record| self.current(record, field) == value)
            .with_context(|| format!("no {kind} with {field} {value}"))
    }
}

/// A project to be written as a file by a program that is not the app.
#[derive(Clone, Debug)]
pub struct Draft {
    id: String,
    name: String,
    current: BTreeMap<String, Map<String, Value>>,
}

impl Draft {
    /// A project with that many tasks, in twelve stages, owned by ten people of three departments.
    pub fn plan(id: &str, name: &str, tasks: usize) -> Self {
        let mut current = BTreeMap::new();
        let mut add = |record: String, fields: Value| {
            if let Value::Object(fields) = fields {
                current.insert(record, fields);
            }
        };
        add(
            "charter".into(),
            json!({ "project_name": name, "goal_statement": "三月底前上市，首月卖出五百台", "planned_start": "2026-01-05", "planned_end": "2026-12-31" }),
        );
        for (at, department) in ["研发部", "市场部", "生产部"].into_iter().enumerate() {
            add(
                record("department", at),
                json!({ "name": department, "order": order(at) }),
            );
        }
        for at in 0..10 {
            let person = json!({ "person": format!("成员{}", at + 1), "department": record("department", at % 3), "order": order(at) });
            add(record("member", at), person);
        }
        for at in 0..12 {
            add(
                record("stage", at),
                json!({ "name": format!("阶段{}", at + 1), "order": order(at) }),
            );
        }
        for at in 0..tasks {
            add(record("task", at), task(at));
        }
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            current,
        }
    }

    /// The file with `current` alone, as other tools make it.
    pub fn text(&self) -> String {
        let project = json!({ "id": self.id, "name": self.name });
        let mut text = format!(
            "{{\n  \"format\": \"hepai-project\", \"version\": 1,\n  \"project\": {project},\n  \"scope\": {{\"whole\": true}},\n  \"current\": {{\n"
        );
        let rows: Vec<String> = self
            .current
            .iter()
            .map(|(record, fields)| {
                format!("    {}: {}", json!(record), Value::Object(fields.clone()))
            })
            .collect();
        text.push_str(&rows.join(",\n"));
        text.push_str("\n  }\n}\n");
        text
    }

    /// Sets a field.
    #[must_use]
    pub fn with(mut self, record: &str, field: &str, value: Value) -> Self {
        self.current
            .entry(record.to_owned())
            .or_default()
            .insert(field.to_owned(), value);
        self
    }

    /// Sets several fields of a record.
    #[must_use]
    pub fn with_all(self, record: &str, fields: &[(&str, Value)]) -> Self {
        let set =
            |draft: Self, (field, value): &(&str, Value)| draft.with(record, field, value.clone());
        fields.iter().fold(self, set)
    }

    /// Gives that member the lead, and those the word for their departments.
    #[must_use]
    pub fn led_by(self, lead: usize, reps: &[usize]) -> Self {
        let draft = self.with(&record("member", lead), "project_role", json!("lead"));
        let rep = |draft: Self, at: &usize| {
            draft.with(&record("member", *at), "project_role", json!("rep"))
        };
        reps.iter().fold(draft, rep)
    }

    /// The project runs, and eight people meet every week on that day: 成员1 leads, 成员2 coordinates, the others speak
    /// for departments.
    #[must_use]
    pub fn meeting_weekly(self, weekday: i64) -> Self {
        let draft = self
            .with("settings", "status", json!("running"))
            .led_by(0, &[2, 3, 4, 5, 6, 7])
            .with(&record("member", 1), "project_role", json!("coordinator"));
        let meeting = record("meeting", 0);
        let fields = [
            ("parent", json!("mechanism")),
            ("meeting_name", json!("周例会")),
            ("kind_of", json!("weekly")),
            ("weekday", json!(weekday)),
            ("first_date", json!("2026-01-05")),
            ("time", json!("10:00")),
            ("duration_min", json!(60)),
            ("host", json!(record("member", 0))),
            ("minute_taker", json!(record("member", 1))),
        ];
        let invite = |draft: Self, at: usize| {
            draft.with(&meeting, &format!("required/{at:08}"), json!(true))
        };
        (0..8).fold(draft.with_all(&meeting, &fields), invite)
    }

    /// Somebody works on that task until that day.
    #[must_use]
    pub fn doing(self, at: usize, until: &str) -> Self {
        let fields = [
            ("status", json!("doing")),
            ("current_start", json!("2026-01-05")),
            ("current_end", json!(until)),
        ];
        self.with_all(&record("task", at), &fields)
    }

    /// A task begins when another one is done.
    #[must_use]
    pub fn after(self, at: usize, before: usize) -> Self {
        let fields = [
            ("parent", json!(record("task", at))),
            ("predecessor", json!(record("task", before))),
            ("kind_of", json!("FS")),
        ];
        self.with_all(&record("dependency", at), &fields)
    }

    /// Two thirds of so many tasks each wait for the one before.
    #[must_use]
    pub fn linked(self, tasks: usize) -> Self {
        let waiting = (1..tasks).filter(|at| at % 3 != 0);
        waiting.fold(self, |draft, at| draft.after(at, at - 1))
    }

    /// Writes the file.
    ///
    /// # Errors
    /// Where the folder is not writable.
    pub fn write(&self, path: &Path) -> Result<()> {
        std::fs::write(path, self.text()).with_context(|| path.display().to_string())
    }
}

/// The record of that number, as [`Draft::plan`] names it.
pub fn record(kind: &str, at: usize) -> String {
    format!("{kind}/{at:08}")
}

/// A key that sorts by number.
fn order(at: usize) -> String {
    format!("a{at:06}V")
}

/// A task with the eight fields that a plan usually has, and its place.
fn task(at: usize) -> Value {
    let day = |offset: usize| {
        let day = (at * 7 + offset) % 336;
        format!("2026-{:02}-{:02}", day / 28 + 1, day % 28 + 1)
    };
    json!({
        "code": at + 1,
        "title": format!("完成第 {} 项工作的准备与检查", at + 1),
        "owner": record("member", at % 10),
        "stage": record("stage", at % 12),
        "current_start": day(0),
        "current_end": day(5),
        "status": (["todo", "doing", "review", "done"][at % 4]),
        "percent": at % 101,
        "deliverable": format!("报告 {}", at + 1),
        "priority": (["p0", "p1", "p2", "p3"][at % 4]),
        "order": order(at),
    })
}
