//! Letters of the role table copied from another table: a block that goes to the cells from one on, or a whole table
//! whose first line names the columns and whose first column names the work items. Knows no clipboard.

use super::roles::RoleFill;
use super::session::Session;
use crate::analysis::people::role_table::{role_columns, role_rows};
use crate::analysis::words::cells::CopiedCells;
use crate::analysis::words::names::bare_name;
use crate::model::template::{Form, Lang};
use crate::model::{Log, RecordId, Value};
use crate::templates::{assignment, charter, member, work_item};

/// What taking copied letters did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RolesTaken {
    /// RolePlaces written.
    pub filled: usize,
    /// Work items added.
    pub added: usize,
    /// What could not be read, each once.
    pub unread: Vec<String>,
}

/// A cell as it was read: a letter, nothing, or letters that say none.
enum RoleWord {
    Letter(String, Option<RecordId>),
    Unread,
}

/// Other ways in which tables say a letter.
const WORDS: &[(&str, &str)] = &[
    ("RA", "AR"),
    ("A/R", "AR"),
    ("R/A", "AR"),
    ("拍执", "AR"),
    ("负责并执行", "AR"),
    ("拍", "A"),
    ("负责", "A"),
    ("执", "R"),
    ("参与", "R"),
    ("咨", "C"),
    ("知", "I"),
];

fn letter_word(text: &str) -> Option<&'static str> {
    let upper = text.to_uppercase();
    let own = assignment::LETTERS.iter().find(|letter| {
        letter.key == upper || letter.label.zh == text || letter.label.en.eq_ignore_ascii_case(text)
    });
    let other = || WORDS.iter().find(|(word, _)| *word == upper);
    own.map(|letter| letter.key)
        .or_else(|| other().map(|(_, key)| *key))
}

/// 拍板, A, 拍板 李主管: a letter, and a person where one is named.
fn read(log: &Log, text: &str) -> RoleWord {
    let text = text.trim();
    if text.is_empty() {
        return RoleWord::Letter(String::new(), None);
    }
    if let Some(letter) = letter_word(text) {
        return RoleWord::Letter(letter.to_owned(), None);
    }
    let parts = text.split_once(|c: char| c.is_whitespace() || "·（(:：".contains(c));
    let Some((word, name)) = parts else {
        return RoleWord::Unread;
    };
    let name = name.trim_matches(|c: char| c.is_whitespace() || "·（）():：".contains(c));
    let person = Form::new(log, charter::record())
        .all(member::KIND)
        .into_iter()
        .find(|person| person.get(member::PERSON).as_deref() == Some(name));
    match (letter_word(word.trim()), person) {
        (Some(letter), Some(person)) => {
            RoleWord::Letter(letter.to_owned(), Some(person.record().clone()))
        }
        _ => RoleWord::Unread,
    }
}

impl Session {
    /// Takes copied letters in one act: a whole table, or a block from a cell on, in which empty cells empty theirs.
    /// Without either, each line is a new work item.
    pub fn paste_roles(
        &self,
        cells: &CopiedCells,
        at: Option<(&RecordId, &RecordId)>,
    ) -> RolesTaken {
        let mut pasting = RolePasting::default();
        let (rows, columns) = self.read(|log| {
            let columns = role_columns(log).into_iter().map(|column| column.record);
            (role_rows(log), columns.collect::<Vec<_>>())
        });
        let named = |text: &String| {
            let text = text.trim();
            let is_it = |column: &&RecordId| {
                let names = [Lang::Zh, Lang::En];
                names.iter().any(|lang| {
                    self.read(|log| bare_name(log, column, *lang)) == text && !text.is_empty()
                })
            };
            columns.iter().find(is_it).cloned()
        };
        let head: Vec<Option<RecordId>> = cells
            .lines
            .first()
            .map_or_else(Vec::new, |line| line.iter().skip(1).map(named).collect());
        if head.iter().any(Option::is_some) {
            for line in cells.lines.iter().skip(1) {
                let Some(name) = line.first().map(|name| name.trim()) else {
                    continue;
                };
                if !name.is_empty() {
                    let row = self.row_called(&rows, name);
                    let under = line.iter().skip(1).zip(&head);
                    let under = under.filter(|(text, _)| !text.trim().is_empty());
                    let row = pasting.row(row, name);
                    for (text, column) in under {
                        match column {
                            Some(column) => self.read(|log| pasting.take(log, text, &row, column)),
                            None => pasting.leave(text),
                        }
                    }
                }
            }
        } else if let Some((row, column)) = at {
            let from = |all: &[RecordId], one: &RecordId| {
                all.iter()
                    .position(|known| known == one)
                    .unwrap_or(all.len())
            };
            let (top, left) = (from(&rows, row), from(&columns, column));
            let width = cells.width().max(1);
            for (line, row) in cells.lines.iter().zip(&rows[top..]) {
                for (place, column) in columns[left..].iter().enumerate().take(width) {
                    let text = line.get(place).map_or("", String::as_str);
                    self.read(|log| {
                        pasting.take(log, text, &PastedRole::There(row.clone()), column)
                    });
                }
            }
        } else {
            for name in cells.lines.iter().filter_map(|line| line.first()) {
                pasting.row(None, name.trim());
            }
        }
        self.take_roles(pasting)
    }

    fn row_called(&self, rows: &[RecordId], name: &str) -> Option<RecordId> {
        let is_it = |row: &&RecordId| {
            self.read(|log| Form::new(log, (*row).clone()).get(work_item::NAME))
                .as_deref()
                == Some(name)
        };
        rows.iter().find(is_it).cloned()
    }

    fn take_roles(&self, pasting: RolePasting) -> RolesTaken {
        let rows: Vec<Vec<(&str, Value)>> = pasting
            .names
            .iter()
            .map(|name| vec![(work_item::NAME.name, Value::typed(name))])
            .collect();
        let (made, mut writes) = self.new_rows(work_item::KIND, None, None, &rows);
        let fill = |(row, column, letter, person): PastedFill| {
            let row = match row {
                PastedRole::There(row) => row,
                PastedRole::New(at) => made.get(at)?.clone(),
            };
            Some(RoleFill {
                row,
                column,
                letter,
                person,
            })
        };
        let mut fills: Vec<RoleFill> = pasting.fills.into_iter().filter_map(fill).collect();
        fills.retain(|fill| {
            fill.person.is_some() || self.role_letter(&fill.row, &fill.column) != fill.letter
        });
        writes.extend(self.fill_writes(&fills));
        self.apply(writes, None);
        RolesTaken {
            filled: fills.len(),
            added: made.len(),
            unread: pasting.unread,
        }
    }
}

/// A row as copied lines name it: one that is there, or the so-manieth new one.
#[derive(Clone)]
enum PastedRole {
    There(RecordId),
    New(usize),
}

type PastedFill = (PastedRole, RecordId, String, Option<RecordId>);

#[derive(Default)]
struct RolePasting {
    names: Vec<String>,
    fills: Vec<PastedFill>,
    unread: Vec<String>,
}

impl RolePasting {
    fn row(&mut self, known: Option<RecordId>, name: &str) -> PastedRole {
        if let Some(row) = known {
            return PastedRole::There(row);
        }
        let at = self.names.iter().position(|one| one == name);
        PastedRole::New(at.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        }))
    }

    fn take(&mut self, log: &Log, text: &str, row: &PastedRole, column: &RecordId) {
        match read(log, text) {
            RoleWord::Letter(letter, person) => {
                self.fills
                    .push((row.clone(), column.clone(), letter, person));
            }
            RoleWord::Unread => self.leave(text),
        }
    }

    fn leave(&mut self, text: &str) {
        if !self.unread.iter().any(|known| known == text) {
            self.unread.push(text.to_owned());
        }
    }
}
