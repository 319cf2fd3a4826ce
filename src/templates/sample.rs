//! The text of the worked example (§7): what was done, when and by whom, in lines that `analysis::begin::sample` reads.
//! Days are counted from a Monday; every text stands in both languages.

/// Acts: a line `> day time author`, then a record a line with what the act wrote.
pub const ACTS: &str = include_str!("sample/acts.txt");
/// What came after the day at which the running example is shown.
pub const CLOSED_ACTS: &str = include_str!("sample/closed.txt");
/// The meetings that were held, with the reviews of their weeks, in the same lines.
pub const WEEKS: &str = include_str!("sample/weeks.txt");
/// The plan, a task a line; its acts follow from the days.
pub const TASKS: &str = include_str!("sample/tasks.txt");
/// The role table, a work item a line.
pub const ROLES: &str = include_str!("sample/roles.txt");
/// The columns of the role table.
pub const COLUMNS: [&str; 7] = [
    "department/mkt",
    "department/rd",
    "department/sal",
    "department/fin",
    "department/svc",
    "department/sup",
    "member/wang",
];

/// The day of the example at which it is shown: the Wednesday of the seventh week.
pub const SHOWN_DAY: i64 = 44;
/// The day at which the example of a closed project is shown, a Friday: it is closed on it.
pub const CLOSED_DAY: i64 = 95;
/// Who shows it: the project lead.
pub const SHOWN_BY: &str = "member/wang";
/// What the plan was changed by: its name in the table, its day and time, and why.
pub const CHANGES: &[(&str, i64, &str, &str)] = &[
    (
        "c1",
        16,
        "11:30",
        "增加蓝牙快连，不动里程碑，王经理批准 / Quick pairing is added, no milestone moves, approved by Manager Wang",
    ),
    (
        "c2",
        23,
        "16:00",
        "物料分两批交付，王经理批准 / The materials come in two parts, approved by Manager Wang",
    ),
    (
        "c3",
        42,
        "10:05",
        "认证补测，产品就绪推后，上市日不变，林总批准 / A retest, product ready moves, the launch does not, approved by Ms Lin",
    ),
];
/// Where a result lies.
pub const PLACE: &str = "共享盘/A1/{name} / Shared drive/A1/{name}";
