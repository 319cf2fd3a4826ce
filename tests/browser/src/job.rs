//! The merge job of the benchmark: one base, five replies, the same edits for every engine.

use serde_json::{Value, json};

/// Records of the base.
pub const RECORDS: usize = 5_000;
/// Replies.
pub const REPLIES: usize = 5;
/// Edits of each reply.
pub const EDITS: usize = 200;

/// The fields of a record.
const FIELDS: [&str; 8] = [
    "title",
    "owner",
    "stage",
    "current_start",
    "current_end",
    "status",
    "percent",
    "deliverable",
];

/// The base, and what each person changed in it.
#[derive(Clone, Debug)]
pub struct Job {
    records: Vec<(String, Vec<(&'static str, Value)>)>,
    replies: Vec<Vec<(usize, &'static str, String)>>,
}

impl Job {
    /// The same job every time.
    pub fn new() -> Self {
        let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
        let records = (0..RECORDS)
            .map(|at| (format!("task/{}", chance.letters(8)), row(at, &mut chance)))
            .collect();
        let replies = (0..REPLIES).map(|person| {
            let edit = |number| {
                (
                    chance.below(RECORDS),
                    FIELDS[chance.below(FIELDS.len())],
                    format!("改后的内容 {person}-{number}"),
                )
            };
            (0..EDITS).map(edit).collect()
        });
        let replies = replies.collect();
        Self { records, replies }
    }

    /// For the engines that are written in or for JavaScript.
    pub fn for_peers(&self) -> Value {
        let records: Vec<Value> = self
            .records
            .iter()
            .map(|(id, fields)| {
                let fields: serde_json::Map<String, Value> = fields
                    .iter()
                    .map(|(key, value)| ((*key).to_owned(), value.clone()))
                    .collect();
                json!([id, fields])
            })
            .collect();
        let replies: Vec<Value> = self
            .replies
            .iter()
            .map(|edits| {
                edits
                    .iter()
                    .map(|(at, field, value)| json!([self.records[*at].0, field, value]))
                    .collect()
            })
            .collect();
        json!({ "records": records, "replies": replies })
    }

    /// The base as a project file without `current`: one change per record with 8 cells.
    pub fn base_file(&self) -> String {
        file(&self.base_lines())
    }

    /// A reply as a project file: the base, and the person's edits.
    pub fn reply_file(&self, person: usize) -> String {
        let mut lines = self.base_lines();
        lines.extend(self.replies[person].iter().enumerate().map(
            |(number, (at, field, value))| {
                let names = [format!("BASE000000-{}", at + 1)];
                let cells = format!("{{\"{field}\":[{},{}]}}", json!(value), json!(names[0]));
                let id = format!("REP{person}000000-{}", number + 1);
                line(
                    &format!("member/m{person}"),
                    &cells,
                    &id,
                    RECORDS + 1 + number,
                    &self.records[*at].0,
                )
            },
        ));
        file(&lines)
    }

    fn base_lines(&self) -> Vec<String> {
        self.records
            .iter()
            .enumerate()
            .map(|(at, (record, fields))| {
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|(key, _)| *key);
                let cells: Vec<String> = fields
                    .iter()
                    .map(|(key, value)| format!("\"{key}\":[{value}]"))
                    .collect();
                line(
                    "member/m9",
                    &format!("{{{}}}", cells.join(",")),
                    &format!("BASE000000-{}", at + 1),
                    at + 1,
                    record,
                )
            })
            .collect()
    }
}

impl Default for Job {
    fn default() -> Self {
        Self::new()
    }
}

/// A change in canonical form.
fn line(author: &str, cells: &str, id: &str, lamport: usize, record: &str) -> String {
    let time = 1_772_692_200_000_usize + lamport * 60_000;
    format!(
        "{{\"author\":\"{author}\",\"cells\":{cells},\"id\":\"{id}\",\"lamport\":{lamport},\"record\":\"{record}\",\"time\":{time}}}"
    )
}

fn file(lines: &[String]) -> String {
    format!(
        "{{\n  \"readme\": \"合拍\",\n  \"format\": \"hepai-project\",\n  \"version\": 1,\n  \"project\": {{\"id\": \"BENCH00000\", \"name\": \"合并\"}},\n  \"scope\": {{\"whole\": true}},\n  \"changes\": [\n{}\n  ]\n}}\n",
        lines.join(",\n")
    )
}

fn row(at: usize, chance: &mut Chance) -> Vec<(&'static str, Value)> {
    let day = |day: usize| format!("2026-{:02}-{:02}", day % 12 + 1, day % 28 + 1);
    let values = [
        json!(format!("完成第 {} 项工作的准备与检查", at + 1)),
        json!(format!("member/m{}", chance.below(10))),
        json!(format!("stage/s{}", chance.below(12))),
        json!(day(chance.below(300))),
        json!(day(chance.below(300))),
        json!((["todo", "doing", "review", "done"][chance.below(4)])),
        json!(chance.below(101)),
        json!(format!("报告 {}", at + 1)),
    ];
    FIELDS.into_iter().zip(values).collect()
}

/// Numbers that look random and are the same in every run (xorshift).
#[derive(Clone, Debug)]
pub struct Chance(pub u64);

impl Chance {
    /// A number below the bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 16) % bound as u64).unwrap_or_default()
    }

    fn letters(&mut self, count: usize) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        (0..count)
            .map(|_| char::from(ALPHABET[self.below(32)]))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{EDITS, Job, RECORDS};

    #[test]
    fn the_files_hold_the_job_and_are_the_same_every_time() {
        let job = Job::new();
        let base: serde_json::Value = serde_json::from_str(&job.base_file()).expect("JSON");
        let reply: serde_json::Value = serde_json::from_str(&job.reply_file(4)).expect("JSON");
        let count = |file: &serde_json::Value| file["changes"].as_array().map(Vec::len);
        assert_eq!(count(&base), Some(RECORDS));
        assert_eq!(count(&reply), Some(RECORDS + EDITS));
        assert_eq!(job.reply_file(2), Job::new().reply_file(2));
    }
}
