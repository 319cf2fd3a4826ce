//! What some scenarios ask besides: shared resources, what went wrong, which process and from what to what.

use super::Scenario;

/// The answers that only some scenarios ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Besides {
    /// For how many weeks, where the scenario counts weeks.
    pub weeks: u32,
    /// What is shared, in a word; where it is empty the resources say it.
    pub shared: String,
    /// The shared resources, a line each: name, amount, whose.
    pub resources: String,
    /// Within how many working days a clash is to be settled.
    pub settle_days: String,
    /// How much of the time the resources are to be used, per cent.
    pub in_use: String,
    /// The budget ceiling, in yuan.
    pub budget: String,
    /// What went wrong.
    pub wrong: String,
    /// Since when.
    pub since: String,
    /// Who is affected.
    pub affected: String,
    /// How grave it is, 1 to 4.
    pub impact: i64,
    /// How urgent it is, 1 to 4.
    pub urgency: i64,
    /// Within how many working days it is to be put right.
    pub fix_days: u32,
    /// The process or policy.
    pub process: String,
    /// How long it takes now, days.
    pub before: String,
    /// How long it is to take, days.
    pub after: String,
    /// The department whose text it is; where it is empty the lead's own.
    pub owning: String,
    /// The departments that try it first, where that is known.
    pub pilots: String,
}

/// Weeks while nobody says how many.
const WEEKS: u32 = 4;
/// Working days in which a clash is settled, and per cent of use, as proposed.
const SETTLE_DAYS: &str = "2";
const IN_USE: &str = "80";
/// Severe, and at once.
const GRAVEST: i64 = 4;
/// Working days in which a problem is put right.
const FIX_DAYS: u32 = 10;

impl Default for Besides {
    fn default() -> Self {
        Self {
            weeks: WEEKS,
            shared: String::new(),
            resources: String::new(),
            settle_days: SETTLE_DAYS.to_owned(),
            in_use: IN_USE.to_owned(),
            budget: String::new(),
            wrong: String::new(),
            since: String::new(),
            affected: String::new(),
            impact: GRAVEST,
            urgency: GRAVEST,
            fix_days: FIX_DAYS,
            process: String::new(),
            before: String::new(),
            after: String::new(),
            owning: String::new(),
            pilots: String::new(),
        }
    }
}

/// The names in a line, however they are separated.
pub(super) fn names(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split(['、', '，', ',', '；', ';', '\n']);
    parts.map(str::trim).filter(|name| !name.is_empty())
}

/// The longest title of an issue, and so of a project that takes its name from one.
const TITLE: usize = 80;

/// The name of a project: of a problem what went wrong, where nothing else was typed.
pub fn project_name(scenario: Scenario, typed: &str, besides: &Besides) -> String {
    let typed = typed.trim();
    if scenario != Scenario::Problem || !typed.is_empty() {
        return typed.to_owned();
    }
    title(&besides.wrong)
}

/// What went wrong, as a title.
pub(super) fn title(wrong: &str) -> String {
    let first = wrong.trim().split(['\n', '。']).next().unwrap_or_default();
    first.trim().chars().take(TITLE).collect()
}
