//! One typed line: what is read in it, what is proposed, what stays. 2026-04-10 is a Friday; the next meeting is on
//! 04-17; what the line stands under belongs to 李主管.

use crate::cells::moment;
use crate::port::Fake;
use crate::said_lines_table::LINES;
use hepai::analysis::words::said_line::{LineAround, LineBook, SaidLine, said_line};
use hepai::analysis::words::typed::Around;
use hepai::model::{RecordId, Value};
use hepai::state::Session;
use hepai::templates::{SCHEMA, department, member};
use reactive_graph::owner::Owner;
use std::collections::BTreeMap;

const NOW: &str = "2026-04-10T10:23:00+08:00";
/// Name, department where they represent it.
const ROSTER: &[(&str, &str)] = &[
    ("王经理", ""),
    ("周专员", ""),
    ("陈专员", "市场部"),
    ("李主管", "研发部"),
    ("孙工程师", ""),
    ("赵主管", "销售部"),
    ("刘经理", "财务部"),
    ("吴主管", "客服部"),
    ("郑主管", "供应链部"),
    ("林总", ""),
    ("周一鸣", ""),
    ("钱敏（主任）", ""),
    ("Lily Wang", "Legal"),
    ("Tom", ""),
    ("孙浩", ""),
    ("孙浩", ""),
];

/// The same as the lines of the table write it: `sort | who | when | text`; `?` before what is only proposed,
/// `<` before the rest day that was named.
struct Reader {
    _owner: Owner,
    book: LineBook,
    called: BTreeMap<RecordId, &'static str>,
}

impl Reader {
    fn new() -> Self {
        let owner = Owner::new();
        owner.set();
        let id = "0123456789".parse().expect("an id");
        let session = Session::new(id, &SCHEMA, Fake::new(3, NOW, 0));
        let mut called = BTreeMap::new();
        for (name, home) in ROSTER {
            let mut fields = vec![(member::PERSON.name, Value::text(*name))];
            if !home.is_empty() {
                let home = vec![(department::NAME.name, Value::text(*home))];
                let made = session.add_rows(department::KIND, None, None, &[home]);
                fields.push((member::DEPARTMENT.name, Value::text(made[0].as_str())));
                fields.push((member::PROJECT_ROLE.name, Value::text(member::REP.key)));
            }
            let made = session.add_rows(member::KIND, None, None, &[fields]);
            called.insert(made[0].clone(), *name);
        }
        let day = moment(NOW).date_naive();
        let book = session.read(|log| LineBook::of(log, day));
        Self {
            _owner: owner,
            book,
            called,
        }
    }

    fn read(&self, line: &str) -> SaidLine {
        let mut around = Around::today(moment(NOW));
        around.period = Some((day("2026-03-02"), day("2026-05-29")));
        let mut owners = self.called.iter();
        let owner = owners.find(|(_, name)| **name == "李主管");
        said_line(
            line,
            &LineAround {
                around: &around,
                book: &self.book,
                owner: owner.map(|(record, _)| record),
                next_meeting: Some(day("2026-04-17")),
            },
        )
    }

    fn told(&self, line: &str) -> String {
        let said = self.read(line);
        let mark = |is_proposed| if is_proposed { "?" } else { "" };
        let who = said.who.as_ref().map_or(String::new(), |who| {
            format!("{}{}", mark(who.is_proposed), self.called[&who.value])
        });
        let when = said.when.map_or(String::new(), |when| {
            format!("{}{}", mark(when.is_proposed), when.value.format("%m-%d"))
        });
        let moved = said.moved_from;
        let moved = moved.map_or(String::new(), |from| format!("<{}", from.format("%m-%d")));
        format!(
            "{} | {who} | {when}{moved} | {}",
            said.sort.choice.key, said.text
        )
    }
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn a_typed_line_says_of_which_sort_whose_and_by_when_or_leaves_it_open() {
    let reader = Reader::new();
    let wrong: Vec<String> = LINES
        .iter()
        .filter_map(|(line, expected)| {
            let told = reader.told(line);
            (told != *expected).then(|| format!("{line}\n  want {expected}\n  got  {told}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        LINES.len(),
        wrong.join("\n")
    );
    assert!(LINES.len() >= 150, "{} lines", LINES.len());
}

/// Whatever is typed, letter by letter, is read without a word lost that is neither a name nor a day.
#[test]
fn no_beginning_of_a_line_is_too_odd_to_read() {
    let reader = Reader::new();
    for (line, _) in LINES {
        let ends = line.char_indices().map(|(at, _)| at);
        for end in ends {
            let said = reader.read(&line[..end]);
            assert!(said.text.chars().count() <= line.chars().count(), "{line}");
        }
    }
}
