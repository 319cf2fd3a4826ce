//! A pasted list of departments and names: lines of a mail, cells of a table.

use crate::model::line::is_unseen;

/// What a pasted list says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastedRoster {
    /// Department and who represents it, a line each; nobody where the line names a department alone.
    pub people: Vec<(String, Option<String>)>,
    /// Lines that name no department, as they were.
    pub unread: Vec<String>,
}

/// Headings of the two columns, lower case.
const DEPARTMENTS: &[&str] = &["部门", "所属部门", "参与部门", "department", "dept"];
const NAMES: &[&str] = &[
    "姓名",
    "名字",
    "代表",
    "部门代表",
    "成员",
    "人员",
    "name",
    "person",
    "representative",
];
/// What stands where nobody is named yet, lower case.
const OPEN: &[&str] = &[
    "待定", "未定", "暂无", "无", "空缺", "待补", "?", "？", "-", "—", "/", "tbd", "tbc", "n/a",
    "open",
];
/// How a department's name ends, where the columns stand the other way round.
const ENDINGS: &[&str] = &[
    "部",
    "处",
    "科",
    "组",
    "室",
    "办",
    "局",
    "厂",
    "站",
    "队",
    "馆",
    "所",
    "公司",
    "中心",
    "学院",
    "医院",
    "车间",
    "委员会",
    "工会",
    "团委",
    "事业群",
];
/// What parts the cells of a line where no tab does, the stronger first.
const MARKS: [&[char]; 2] = [&[',', '，', ';', '；', '|'], &[':', '：']];

/// Reads 「部门 姓名」 lines: the two are separated by a tab, a comma, a colon or spaces; numbers before them, empty
/// lines and a heading are passed over.
pub fn read_roster(text: &str) -> PastedRoster {
    let mut roster = PastedRoster::default();
    let mut names_first = false;
    // What stands over the names of the columns is the title of the list.
    let heading = text.lines().position(is_heading).unwrap_or(0);
    for line in text.lines().skip(heading) {
        let cells: Vec<String> = cells(line);
        let [first, second, ..] = cells.as_slice() else {
            match cells.first() {
                Some(alone) if is_department(alone) => roster.people.push((alone.clone(), None)),
                _ if line.trim().is_empty() => {}
                _ => roster.unread.push(line.trim().to_owned()),
            }
            continue;
        };
        if is_one_of(first, DEPARTMENTS) && is_one_of(second, NAMES) {
            names_first = false;
        } else if is_one_of(first, NAMES) && is_one_of(second, DEPARTMENTS) {
            names_first = true;
        } else {
            let is_turned = ends_as_department(second) && !ends_as_department(first);
            let (department, name) = if names_first || is_turned {
                (second, first)
            } else {
                (first, second)
            };
            let (name, more) = representative(name);
            roster.people.push((department.clone(), name));
            let more = more.into_iter();
            roster
                .unread
                .extend(more.map(|name| format!("{department} {name}")));
        }
    }
    roster
}

fn is_one_of(cell: &str, words: &[&str]) -> bool {
    words.contains(&cell.to_lowercase().as_str())
}

/// Whether a line names the two columns.
fn is_heading(line: &str) -> bool {
    match cells(line).as_slice() {
        [first, second, ..] => {
            let is = |a, b| is_one_of(first, a) && is_one_of(second, b);
            is(DEPARTMENTS, NAMES) || is(NAMES, DEPARTMENTS)
        }
        _ => false,
    }
}

/// Whom a cell names as the one who represents a department, and whom besides: a department has one, and whoever else
/// stands there is told. Nobody where it says that this is open.
pub fn representative(cell: &str) -> (Option<String>, Vec<String>) {
    let clean = |name: &str| {
        let seen: String = name.chars().filter(|c| !is_unseen(*c)).collect();
        seen.trim_matches(|c: char| c.is_whitespace() || "@＠".contains(c))
            .to_owned()
    };
    if is_surname_first(cell) {
        return (Some(clean(cell)), Vec::new());
    }
    let names = cell.split(['、', '，', ',', '；', ';']).map(clean);
    let mut names = names.filter(|name| !name.is_empty() && !OPEN.contains(&&*name.to_lowercase()));
    let first = names.next();
    (first, names.collect())
}

/// Whether Latin letters name one person, the surname first: `Ruiz, Tomás`. Two who have a surname each are two.
fn is_surname_first(cell: &str) -> bool {
    let is_latin = cell.chars().all(|c| c < '\u{250}' || c == '\u{2019}');
    match cell.split_once(", ") {
        Some((surname, given)) => {
            let given = given.trim();
            let is_alone = !given.contains([',', ';']) && !surname.contains([',', ';']);
            is_latin && is_alone && !given.is_empty() && !given.contains(char::is_whitespace)
        }
        None => false,
    }
}

/// Whether a word alone is the name of a department rather than of a person.
pub(super) fn is_department(word: &str) -> bool {
    ends_as_department(word) || super::desk_of(word).is_some()
}

fn ends_as_department(word: &str) -> bool {
    let mut before = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    before.any(|name| !name.is_empty())
}

/// A line without the number before it: `1、`.
fn without_number(line: &str) -> &str {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('、') {
        Some(after) if rest.len() < line.len() => after,
        _ => line,
    }
}

/// The department, and the names behind it, where a space parts these and marks part the names among themselves.
fn named_behind_a_space(line: &str) -> Option<[&str; 2]> {
    let (department, names) = line.trim().split_once(char::is_whitespace)?;
    let has_mark = |text: &str| MARKS.iter().any(|marks| text.contains(*marks));
    let names = names.trim();
    let parts_names = has_mark(names) && !MARKS.iter().any(|marks| names.starts_with(*marks));
    let is_it = parts_names && !has_mark(department) && is_department(department);
    is_it.then_some([department, names])
}

/// The cells of a line. Spaces separate only where nothing stronger does; then the rest of the line is the name.
fn cells(line: &str) -> Vec<String> {
    let clean = |cell: &str| {
        cell.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\u{feff}')
            .to_owned()
    };
    let line = without_number(line);
    if let Some(two) = named_behind_a_space(line).filter(|_| !line.contains('\t')) {
        return two.map(clean).to_vec();
    }
    let words = || line.split_whitespace().count();
    let strong: [&[char]; 2] = [&['\t'], MARKS[0]];
    let weak: [&[char]; 2] = [MARKS[1], &['、']];
    let by = strong.into_iter().chain(weak).find(|marks| {
        // Names are parted by it, too.
        line.contains(*marks) && (*marks != ['、'] || words() == 1)
    });
    let mut cells: Vec<String> = match by {
        Some(marks) => line.split(marks).map(clean).collect(),
        None => line.split_whitespace().map(clean).collect(),
    };
    cells.retain(|cell| !cell.is_empty());
    let is_number = |cell: &String| {
        cell.trim_end_matches(['.', '、', ')', '）'])
            .chars()
            .all(|c| c.is_ascii_digit())
    };
    if cells.len() > 2 && cells.first().is_some_and(is_number) {
        cells.remove(0);
    }
    if by.is_none() && cells.len() > 2 {
        let name = cells.split_off(1).join(" ");
        cells.push(name);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let named =
            |(department, name): (String, Option<String>)| (department, name.unwrap_or_default());
        read_roster(text).people.into_iter().map(named).collect()
    }

    #[test]
    fn departments_of_any_trade_are_known_and_several_names_leave_the_department_alone() {
        for (text, department, name, left) in [
            ("招生办", "招生办", "", &[][..]),
            ("韩雪 招生办", "招生办", "韩雪", &[]),
            ("司马磊\t信息中心", "信息中心", "司马磊", &[]),
            ("外国语学院：欧阳静", "外国语学院", "欧阳静", &[]),
            ("外国语学院、欧阳静", "外国语学院", "欧阳静", &[]),
            ("3、信息中心 司马磊", "信息中心", "司马磊", &[]),
            (
                "信息中心 司马磊、贺兰",
                "信息中心",
                "司马磊",
                &["信息中心 贺兰"],
            ),
            (
                "信息中心 司马磊，贺兰",
                "信息中心",
                "司马磊",
                &["信息中心 贺兰"],
            ),
            ("教务处：罗永、沈月", "教务处", "罗永", &["教务处 沈月"]),
        ] {
            let read = read_roster(text);
            let people = [(
                department.to_owned(),
                Some(name.to_owned()).filter(|name| !name.is_empty()),
            )];
            assert_eq!(read.people, people, "{text}");
            assert_eq!(read.unread, left, "{text}");
        }
    }

    #[test]
    fn a_surname_before_a_comma_is_no_second_person_and_a_title_no_department() {
        let text = "Team, status 27 Nov\nDepartment\tName\nConservation\tRuiz, Tomás\nFinance\tLucy Grant, Ann Lee";
        let read = read_roster(text);
        let people = [("Conservation", "Ruiz, Tomás"), ("Finance", "Lucy Grant")];
        let named =
            |(department, name): (&str, &str)| (department.to_owned(), Some(name.to_owned()));
        assert_eq!(read.people, people.map(named));
        assert_eq!(read.unread, ["Finance Ann Lee"]);
    }

    #[test]
    fn lists_come_as_lines_of_a_mail_or_cells_of_a_table() {
        let wanted = [
            ("研发部".to_owned(), "李主管".to_owned()),
            ("市场部".to_owned(), "陈专员".to_owned()),
        ];
        for text in [
            "研发部 李主管\n市场部 陈专员",
            "部门\t姓名\r\n研发部\t李主管\r\n市场部\t陈专员\r\n",
            "研发部，李主管\n\n市场部：陈专员",
            "研发部\u{3000}李主管\n  市场部\u{3000}陈专员  ",
            "1\t研发部\t李主管\t138\n2\t市场部\t陈专员\t139",
            "姓名,部门\n李主管,研发部\n陈专员,市场部",
            "李主管 研发部\n陈专员 市场部",
            "1. 研发部 李主管\n2. 市场部 陈专员",
            "\u{feff}\"研发部\";\"李主管\"\n\"市场部\";\"陈专员\"",
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
        assert_eq!(
            read("R&D\tSupervisor Li\nMarketing Specialist Chen"),
            [
                ("R&D".to_owned(), "Supervisor Li".to_owned()),
                ("Marketing".to_owned(), "Specialist Chen".to_owned())
            ]
        );
    }

    #[test]
    fn a_name_comes_without_its_sign_and_what_cannot_be_seen_and_one_that_is_open_is_nobody() {
        let roster = read_roster(
            "护理部\t@诸葛\u{200b}明月\n医务处\t待定\n财务科\t钱进；孙浩\n门诊部\t王经理（门诊）\n药剂科\tTBD",
        );
        let named = [
            ("护理部", Some("诸葛明月")),
            ("医务处", None),
            ("财务科", Some("钱进")),
            ("门诊部", Some("王经理（门诊）")),
            ("药剂科", None),
        ];
        let wanted = named.map(|(of, name)| (of.to_owned(), name.map(str::to_owned)));
        assert_eq!(roster.people, wanted);
        assert_eq!(roster.unread, ["财务科 孙浩"], "the second of two is told");
    }

    #[test]
    fn a_department_alone_is_one_for_whom_nobody_is_named_and_a_name_alone_is_reported() {
        let roster = read_roster("研发部\n市场部 陈专员\n陈专员\n，\n");
        let named = [
            ("研发部".to_owned(), None),
            ("市场部".to_owned(), Some("陈专员".to_owned())),
        ];
        assert_eq!(roster.people, named);
        assert_eq!(roster.unread, ["陈专员", "，"]);
    }
}
