//! Shared resources as they are typed, a line each: 「培训教室 A 1 间 市场部 周专员」.

use super::roster::is_department;
use super::{DepartmentAnswer, Scenario, Start};

/// A shared resource as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharedLine {
    pub name: String,
    /// How much, in plain decimal notation; one where nothing is said.
    pub amount: String,
    pub unit: String,
    /// The one that provides it.
    pub department: String,
    /// Who keeps it, where somebody is named.
    pub keeper: String,
}

/// Reads them: name, amount with its unit, department, keeper. A name alone is one of that name.
pub fn shared_lines(text: &str) -> Vec<SharedLine> {
    text.lines()
        .map(shared_line)
        .filter(|line| !line.name.is_empty())
        .collect()
}

/// What a project shares, where sharing is what it is about.
pub(super) fn shared_by(start: &Start) -> Vec<SharedLine> {
    match start.scenario {
        Scenario::Resource => shared_lines(&start.besides.resources),
        _ => Vec::new(),
    }
}

/// Who speaks for a department: who was named, else whoever keeps something of it, known from elsewhere or not, which
/// is said; "" where there is nobody.
pub(super) fn speaker<'a>(
    answer: &'a DepartmentAnswer,
    shared: &'a [SharedLine],
) -> (&'a str, bool) {
    let named = answer.representative.as_deref().unwrap_or_default().trim();
    if !named.is_empty() {
        return (named, false);
    }
    let mut kept = shared.iter().filter(|line| !line.keeper.is_empty());
    let kept = kept.find(|line| line.department == answer.name.trim());
    (kept.map_or("", |line| line.keeper.as_str()), kept.is_some())
}

fn shared_line(line: &str) -> SharedLine {
    let marks: &[char] = &['\t', ',', '，', ';', '；'];
    let parts: Vec<&str> = if line.contains(marks) {
        line.split(marks)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect()
    } else {
        line.split_whitespace().collect()
    };
    let begins_with_digit = |part: &&str| part.starts_with(|c: char| c.is_ascii_digit());
    let at = parts.iter().skip(1).rposition(begins_with_digit);
    let Some(at) = at.map(|at| at + 1) else {
        return without_amount(&parts);
    };
    let digits = parts[at].find(|c: char| !c.is_ascii_digit() && c != '.');
    let (amount, unit) = parts[at].split_at(digits.unwrap_or(parts[at].len()));
    let mut rest = parts[at + 1..].iter().copied();
    let is_unit = |next: &str| unit.is_empty() && !is_department(next);
    let mut next = rest.next().unwrap_or_default();
    let mut own = unit.trim().to_owned();
    if is_unit(next) {
        own = next.to_owned();
        next = rest.next().unwrap_or_default();
    }
    SharedLine {
        name: parts[..at].join(" "),
        amount: amount.to_owned(),
        unit: own,
        department: next.to_owned(),
        keeper: rest.collect::<Vec<_>>().join(" "),
    }
}

/// A line without a number: what stands before the department is the name.
fn without_amount(parts: &[&str]) -> SharedLine {
    let at = parts.iter().skip(1).position(|part| is_department(part));
    let at = at.map_or(parts.len(), |at| at + 1);
    SharedLine {
        name: parts[..at].join(" "),
        amount: "1".to_owned(),
        unit: String::new(),
        department: parts.get(at).copied().unwrap_or_default().to_owned(),
        keeper: parts.get(at + 1..).unwrap_or_default().join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_how_much_and_whose() {
        for (line, name, amount, unit, department, keeper) in [
            (
                "培训教室 A 1 间 市场部 周专员",
                "培训教室 A",
                "1",
                "间",
                "市场部",
                "周专员",
            ),
            ("大会议室 1 间 行政部", "大会议室", "1", "间", "行政部", ""),
            (
                "投影仪 2台 销售部 赵主管",
                "投影仪",
                "2",
                "台",
                "销售部",
                "赵主管",
            ),
            ("测试工程师，3，研发部", "测试工程师", "3", "", "研发部", ""),
            (
                "Training room 1 room Marketing Ann Li",
                "Training room",
                "1",
                "room",
                "Marketing",
                "Ann Li",
            ),
            ("样机 市场部 陈专员", "样机", "1", "", "市场部", "陈专员"),
            ("摄影棚", "摄影棚", "1", "", "", ""),
            ("A1 灯 2 台", "A1 灯", "2", "台", "", ""),
        ] {
            let read = shared_lines(line);
            let wanted = SharedLine {
                name: name.to_owned(),
                amount: amount.to_owned(),
                unit: unit.to_owned(),
                department: department.to_owned(),
                keeper: keeper.to_owned(),
            };
            assert_eq!(read, [wanted], "{line}");
        }
        assert!(shared_lines("\n  \n").is_empty());
    }
}
